//! Who is let in, and what everybody is told.

use hyper::{Method, StatusCode};

use crate::browser::Browser;
use crate::offices::Offices;

#[tokio::test(flavor = "multi_thread")]
async fn a_browser_without_a_session_is_shown_the_lock_and_nothing_else() {
    let offices = Offices::open().await;
    let (browser, folder) = offices.browser("west").await;
    let host = offices.address("west")[7..].split('/').next().unwrap().to_owned();
    let mut stranger = Browser::new(&host);
    for path in ["/", "/items", "/items/1", "/assets/style.css", "/waiting", "/nothing"] {
        for path in [format!("{folder}{path}"), path.to_owned()] {
            let answer = stranger.get(&path).await;
            assert!([StatusCode::FORBIDDEN, StatusCode::NOT_FOUND].contains(&answer.status), "{path}");
            assert!(!answer.text.contains("western") && !answer.text.contains(&folder), "{path}: {}", answer.text);
        }
    }
    assert!(browser.cookie().starts_with("office-"));
    // Another office's session opens nothing here.
    let (elsewhere, _) = offices.browser("east").await;
    stranger.heads.insert("cookie", elsewhere.cookie());
    assert_eq!(stranger.get(&format!("{folder}/")).await.status, StatusCode::FORBIDDEN);
}

#[tokio::test(flavor = "multi_thread")]
async fn an_address_works_once_and_a_second_browser_needs_a_new_one() {
    let offices = Offices::open().await;
    let address = offices.address("west");
    let (host, path) = address[7..].split_once('/').unwrap();
    let looks = Browser::new(host).ask(Method::HEAD, &format!("/{path}"), None).await;
    assert_eq!(looks.status, StatusCode::NOT_FOUND, "who asks for the head alone does not use it up");
    let (mut first, folder) = Browser::entered(&address).await;
    assert_eq!(first.get(&format!("{folder}/")).await.status, StatusCode::OK);
    let mut second = Browser::new(host);
    assert_eq!(second.get(&format!("/{path}")).await.status, StatusCode::FORBIDDEN);
    assert!(second.cookie().is_empty());
    let (mut second, _) = offices.browser("west").await;
    assert_eq!(second.get(&format!("{folder}/")).await.status, StatusCode::OK);
    assert_eq!(first.get(&format!("{folder}/")).await.status, StatusCode::OK, "the first goes on");
    assert_eq!(first.post(&format!("{folder}/leave"), &[]).await.status, StatusCode::FORBIDDEN);
    assert_eq!(first.get(&format!("{folder}/")).await.status, StatusCode::FORBIDDEN, "it left");
}

#[tokio::test(flavor = "multi_thread")]
async fn the_cookie_is_for_these_pages_alone() {
    let offices = Offices::open().await;
    let address = offices.address("west");
    let (host, path) = address[7..].split_once('/').unwrap();
    let answer = Browser::new(host).get(&format!("/{path}")).await;
    let cookie = answer.head("set-cookie");
    let folder = answer.head("location").trim_end_matches('/');
    assert!(folder.len() > 16, "its folder cannot be guessed: {folder}");
    assert!(cookie.ends_with(&format!("; Path={folder}; HttpOnly; SameSite=Strict")), "{cookie}");
}

#[tokio::test(flavor = "multi_thread")]
async fn requests_from_elsewhere_are_refused_in_a_sentence_and_do_nothing() {
    let offices = Offices::open().await;
    let (mut browser, folder) = offices.browser("west").await;
    let before = offices.view("west").await;
    for (name, value) in [
        ("host", "rebound.example"),
        ("origin", "http://elsewhere.example"),
        ("origin", "null"),
        ("origin", ""),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-site", "same-site"),
    ] {
        browser.heads = [(name, value.to_owned())].into();
        let answer = browser.post(&format!("{folder}/items/1/approve"), &[("act", &"0".repeat(32))]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{name}: {value}");
        assert!(answer.text.contains("<h1>This ") && !answer.text.contains("western"), "{}", answer.text);
    }
    assert_eq!(offices.view("west").await, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn every_answer_says_what_a_browser_may_do_with_it() {
    let offices = Offices::open().await;
    let (mut browser, folder) = offices.browser("west").await;
    for path in [format!("{folder}/"), format!("{folder}/assets/htmx.js"), format!("{folder}/none"), "/".to_owned()] {
        let answer = browser.get(&path).await;
        let policy = answer.head("content-security-policy");
        assert!(policy.starts_with("default-src 'none';") && !policy.contains("unsafe"), "{path}: {policy}");
        assert!(policy.contains("frame-ancestors 'none'") && policy.contains("form-action 'self'"), "{policy}");
        for (name, value) in [
            ("cache-control", "no-store"),
            ("referrer-policy", "same-origin"),
            ("x-content-type-options", "nosniff"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(answer.head(name), value, "{path}: {name}");
        }
        assert!(answer.head("permissions-policy").contains("camera=()"));
        assert!(answer.head("access-control-allow-origin").is_empty());
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_too_long_is_refused_and_the_server_goes_on() {
    let offices = Offices::open().await;
    let (mut browser, folder) = offices.browser("west").await;
    let answer = browser.ask(Method::POST, &format!("{folder}/lodge"), Some(vec![b'x'; 3 << 20].into())).await;
    assert_eq!(answer.status, StatusCode::PAYLOAD_TOO_LARGE);
    for path in [format!("{folder}/items/4294967296"), format!("{folder}/items/x"), format!("{folder}/items/9999")] {
        assert!(browser.get(&path).await.status.is_client_error(), "{path}");
    }
    assert_eq!(browser.get(&format!("{folder}/")).await.status, StatusCode::OK);
}
