//! The alarm and the lock.

use hyper::StatusCode;
use office::act::Act;
use office::practice::desk::Command;
use office::practice::{Civil, ItemId, Precedence};

use crate::browser::field;
use crate::offices::{NOW, Offices, SPOKEN};

const QUIET: &str = r#"{"alarm":null,"locked":false,"rings":false}"#;

#[tokio::test(flavor = "multi_thread")]
async fn c7_something_urgent_rings_once_in_a_browser_and_never_says_what_it_is() {
    let offices = Offices::open().await;
    let (mut east, folder) = offices.browser("east").await;
    let alarm = format!("{folder}/alarm");
    assert_eq!(east.get(&alarm).await.text, QUIET);
    let page = east.get(&format!("{folder}/")).await.text;
    assert!(page.contains(&format!("data-alarm=\"{alarm}\"")) && page.contains("assets/watch.js"));

    let view = offices.view("desk").await;
    let channel = || view.channels[0].channel.parse().expect("a channel");
    for (no, text, precedence) in [(1, "call us at once", Precedence::Urgent), (2, "now", Precedence::Flash)] {
        let command = Command::Outreach {
            item: ItemId([0xc0 + no; 16]),
            channel: channel(),
            text: text.to_owned(),
            lapses: Civil(NOW).plus_days(9),
            to: Vec::new(),
            precedence: Some(precedence),
            form: None,
            own: None,
        };
        offices.act("desk", Act::Desk(command)).await;
        let answer = east.get(&alarm).await;
        assert_eq!(answer.text, format!(r#"{{"alarm":"{precedence}","locked":false,"rings":true}}"#));
        assert_eq!(answer.head("content-type"), "application/json");
        assert!(east.get(&format!("{alarm}?heard=yes")).await.text.contains("\"rings\":false"));
        let heard = format!(r#"{{"alarm":"{precedence}","locked":false,"rings":false}}"#);
        assert_eq!(east.get(&alarm).await.text, heard, "it rings once");
    }
    // Another browser rings for itself, and a stranger is told nothing.
    let (mut other, _) = offices.browser("east").await;
    assert!(other.get(&alarm).await.text.contains("\"rings\":true"));
    let mut stranger = crate::browser::Browser::new(&offices.host("east"));
    let answer = stranger.get(&alarm).await;
    assert!(answer.status == StatusCode::FORBIDDEN && !answer.text.contains("flash"), "{}", answer.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_office_shows_the_lock_and_nothing_else_and_still_sounds() {
    let offices = Offices::open_with_everything().await;
    let (mut east, folder) = offices.browser("east").await;
    offices.lock("east");
    for place in ["", "items", "items/1", "lodge?form=non-paper", "waiting", "channels/1/picture", "nothing"] {
        let answer = east.get(&format!("{folder}/{place}")).await;
        let status = if place == "nothing" { StatusCode::NOT_FOUND } else { StatusCode::FORBIDDEN };
        assert_eq!(answer.status, status, "/{place}");
        for shown in ["eastern", "Item ", "Channels", "calm", SPOKEN] {
            assert!(!answer.text.contains(shown), "/{place} shows {shown}");
        }
        if answer.status == StatusCode::FORBIDDEN {
            assert!(answer.text.contains("<h1>Locked</h1>") && answer.text.contains("assets/watch.js"), "/{place}");
        }
    }
    let answer = east.post(&format!("{folder}/items/1/dispose"), &[("act", &"0".repeat(32)), ("as", "noted")]).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "nothing is done");
    let alarm = east.get(&format!("{folder}/alarm")).await.text;
    assert_eq!(alarm, r#"{"alarm":"flash","locked":true,"rings":true}"#);
    assert_eq!(east.get(&format!("{folder}/assets/style.css")).await.status, StatusCode::OK);
}

#[tokio::test(flavor = "multi_thread")]
async fn what_was_typed_when_the_lock_came_is_there_once_it_is_open_and_nothing_is_done() {
    let offices = Offices::open().await;
    let (mut west, folder) = offices.browser("west").await;
    let place = format!("{folder}/lodge?form=non-paper");
    let sheet = west.form(&place).await.with("text", "Typed as the lock came.").with("days", "12");
    let before = offices.view("west").await;
    offices.lock("west");
    // Neither what is sent, nor what a page saves by itself, is lost; nothing of it is shown.
    for to in [format!("{folder}/lodge"), format!("{folder}/drafts")] {
        let answer = west.send(&sheet.to(&to)).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN);
        assert!(
            answer.text.contains("<h1>Locked</h1>") && !answer.text.contains("as the lock came"),
            "{}",
            answer.text
        );
        assert_eq!(field(&answer.text, "back"), place);
    }
    assert_eq!(offices.view("west").await, before, "nothing is done");
    // What was shown to nobody is not kept.
    let made_up = sheet.clone().with("text", "Made up.");
    let another = made_up.clone().with("act", &"7".repeat(32));
    let unmarked = made_up.clone().with("shown-as", "");
    // Nor is it kept in the place of another form's.
    let elsewhere = made_up.clone().with("kept-as", "ask");
    for sheet in [another, unmarked, elsewhere] {
        let answer = west.send(&sheet.to(&format!("{folder}/drafts"))).await;
        assert_eq!(field(&answer.text, "back"), format!("{folder}/"));
    }
    west.post(&format!("{folder}/unlock"), &[("passphrase", "the passphrase of west")]).await;
    let again = west.form(&place).await;
    assert_eq!((again.text("text"), again.text("days")), ("Typed as the lock came.", "12"));
    assert_eq!(again.text("act"), sheet.text("act"), "sent from both, it is done once");
    west.does(&again).await;
    assert_eq!(offices.view("west").await.items.len(), before.items.len() + 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn the_lock_opens_with_the_officers_own_passphrase_or_a_new_address() {
    let offices = Offices::open().await;
    let (mut west, folder) = offices.browser("west").await;
    offices.lock("west");
    let locked = west.get(&format!("{folder}/items?find=1")).await.text;
    let back = field(&locked, "back");
    assert_eq!(back, format!("{folder}/items?find=1"));
    let searched = west.post(&format!("{folder}/find"), &[("find", "typed as the lock came")]).await;
    let found = field(&searched.text, "back");
    assert!(found.starts_with(&format!("{folder}/items?find=")) && !searched.text.contains("typed as"), "{found}");
    let unlock = format!("{folder}/unlock");
    for wrong in ["", "the passphrase of east", "the passphrase of west "] {
        let answer = west.post(&unlock, &[("passphrase", wrong), ("back", &back)]).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{wrong}");
        assert!(answer.text.contains("That is not the passphrase"), "{wrong}");
    }
    let elsewhere = [("passphrase", "the passphrase of west"), ("back", "//elsewhere.example/")];
    assert_eq!(west.post(&unlock, &elsewhere).await.head("location"), format!("{folder}/"));
    assert!(west.get(&found).await.text.contains("value=\"typed as the lock came\""));
    offices.lock("west");
    let back = [("passphrase", "the passphrase of west"), ("back", back.as_str())];
    assert_eq!(west.post(&unlock, &back).await.head("location"), back[1].1);

    // What opens the vault and is not this officer's own does not open this officer's session.
    let (mut desk, folder) = offices.browser("desk").await;
    let unlock = format!("{folder}/unlock");
    offices.lock("desk");
    let answer = desk.post(&unlock, &[("passphrase", "the passphrase of desk")]).await;
    assert!(answer.text.contains("That is not the passphrase"), "{}", answer.text);

    // Who knows no passphrase is not let to try for long; a new address opens all the same.
    for _ in 1..5 {
        desk.post(&unlock, &[("passphrase", "a guess")]).await;
    }
    let over = desk.get(&format!("{folder}/")).await;
    assert!(over.status == StatusCode::FORBIDDEN && over.text.contains("locked to this browser"), "{}", over.text);
    let (mut desk, folder) = offices.browser("desk").await;
    assert_eq!(desk.get(&format!("{folder}/")).await.status, StatusCode::OK);
}
