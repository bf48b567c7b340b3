//! Drafts: what was typed and not sent is in the office, and in no browser.

use hyper::StatusCode;

use crate::browser::Sheet;
use crate::offices::{Offices, WICKED};

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_and_not_sent_is_there_in_another_browser_and_gone_once_it_is_sent() {
    let offices = Offices::open().await;
    let (mut lost, folder) = offices.browser("west").await;
    let place = format!("{folder}/lodge?form=non-paper");
    let typed = format!("Let us keep quiet. {WICKED}");
    let first = lost.form(&place).await;
    let sheet = first.clone().with("text", &typed).with("days", "12").with("approve", "yes");
    let answer = lost.send(&sheet.to(&format!("{folder}/drafts"))).await;
    assert_eq!(answer.head("location"), place, "the button that keeps it leads back to it");
    lost.post(&format!("{folder}/leave"), &[]).await;
    assert_eq!(lost.get(&place).await.status, StatusCode::FORBIDDEN);

    let (mut other, _) = offices.browser("west").await;
    let page = other.get(&place).await.text;
    assert!(page.contains("What you had typed is here again"));
    assert!(!page.contains("<script>"), "what was typed is text");
    let again = Sheet::of(&page, &format!("{folder}/lodge"));
    assert_eq!((again.text("text"), again.text("days")), (typed.as_str(), "12"));
    assert_eq!(again.text("approve"), "yes");
    assert_eq!(again.text("act"), first.text("act"), "sent from both, it is done once");
    let elsewhere = other.get(&format!("{folder}/lodge?form=note-verbale")).await.text;
    assert!(!elsewhere.contains("keep quiet"), "another form has its own");

    let items = offices.view("west").await.items.len();
    other.send(&again).await;
    assert_eq!(offices.view("west").await.items.len(), items + 1);
    let page = other.get(&place).await.text;
    assert!(!page.contains("keep quiet") && !page.contains("here again"), "it was sent");
    // A page that saves late brings nothing back.
    other.heads.insert("hx-request", "true".to_owned());
    let late = other.send(&again.to(&format!("{folder}/drafts"))).await;
    assert!(late.text.contains("This is not kept"), "{}", late.text);
    assert!(!other.get(&place).await.text.contains("keep quiet"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_saves_by_itself_and_a_draft_can_be_thrown_away() {
    let offices = Offices::open().await;
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/ask");
    let page = desk.get(&place).await.text;
    for part in [
        "hx-trigger=\"input delay:1s from:'closest form', change from:'closest form'\"",
        &format!("hx-post=\"{folder}/drafts\""),
        "formnovalidate",
    ] {
        assert!(page.contains(part), "{part}");
    }
    let sheet = Sheet::of(&page, &place).with("text", "Does it stand?");
    desk.heads.insert("hx-request", "true".to_owned());
    let saved = desk.send(&sheet.to(&format!("{folder}/drafts"))).await;
    assert_eq!(saved.status, StatusCode::OK);
    assert!(saved.text.starts_with("Kept in this office at <time") && !saved.text.contains("stand"), "{}", saved.text);
    desk.heads.clear();
    let (mut second, _) = offices.browser_of("second").await;
    assert!(!second.get(&place).await.text.contains("Does it stand?"), "another officer's is another's");
    let page = desk.get(&place).await.text;
    assert!(page.contains("Does it stand?"));
    let thrown = desk.send(&Sheet::of(&page, &format!("{folder}/drafts/drop"))).await;
    assert_eq!(thrown.head("location"), place);
    // What the page was just saving comes late, and brings nothing back.
    desk.heads.insert("hx-request", "true".to_owned());
    let late = desk.send(&sheet.to(&format!("{folder}/drafts"))).await;
    assert!(late.text.contains("This is not kept"), "{}", late.text);
    desk.heads.clear();
    assert!(!desk.get(&place).await.text.contains("Does it stand?"));
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_refused_is_kept_too_and_a_name_leads_nowhere_else() {
    let offices = Offices::open().await;
    let (mut west, folder) = offices.browser("west").await;
    let place = format!("{folder}/lodge?form=personal-message");
    let sheet = west.form(&place).await.with("text", "From him").with("carrier", "the secretary");
    assert_eq!(west.send(&sheet).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = west.get(&place).await.text;
    assert!(page.contains("From him") && page.contains("the secretary"));
    let act = "0".repeat(32);
    for name in ["//elsewhere.example", "../..", "", "http://elsewhere.example/ x"] {
        let fields = [("kept-as", name), ("act", act.as_str()), ("text", "x")];
        for place in ["drafts", "drafts/drop"] {
            let answer = west.post(&format!("{folder}/{place}"), &fields).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{place}: {name}");
        }
    }
}
