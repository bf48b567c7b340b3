//! What the desk says in public, and does about what others say there, from its pages.

use hyper::StatusCode;
use office::act::Act;
use office::practice::party;
use office::view::ItemView;

use crate::browser::Sheet;
use crate::offices::Offices;

/// An item that was conveyed from one side to the other.
async fn conveyed(offices: &Offices) -> ItemView {
    let items = offices.view("desk").await.items;
    items.into_iter().find(|item| item.side == "lodged" && !item.conveyed.is_empty()).expect("one")
}

#[tokio::test(flavor = "multi_thread")]
async fn f3_f4_a_readout_is_checked_in_its_draft_cleared_and_published_under_a_signature() {
    let offices = Offices::open().await;
    let item = conveyed(&offices).await;
    let words = item.conveyed[0].words.clone();
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/draft");
    assert!(desk.get(&format!("{folder}/readouts")).await.text.contains(&format!("href=\"{place}\"")));
    let sheet = desk.form(&place).await;
    let answer = desk.send(&sheet).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for wrong in ["id=\"text-wrong\"", "href=\"#concerns\""] {
        assert!(answer.text.contains(wrong), "{wrong}");
    }
    let (west, east) = (offices.party("western").await, offices.party("eastern").await);
    let sheet = sheet.with("text", &format!("We heard this: {words}")).also("concerns", &west).also("concerns", &east);
    let before = offices.view("desk").await.readouts.len();
    let looked = desk.send(&sheet.clone().looked_at()).await;
    assert_eq!(looked.status, StatusCode::OK);
    let start: String = words.chars().take(12).collect();
    let marked = looked.text.split("<mark title=\"words of an item\">").nth(1).expect("the words are marked in place");
    assert!(marked.starts_with(&start), "{marked}");
    assert_eq!(offices.view("desk").await.readouts.len(), before, "nothing is drafted");
    let sheet = Sheet::of(&looked.text, &place);
    assert!(sheet.text("text").starts_with("We heard this"), "what was typed stays");

    // That it speaks of whom it concerns is plain; of nobody else.
    let of_west = sheet.clone().with("text", "We spoke with the western side.");
    for (concerned, found) in [(&west, false), (&east, true)] {
        let looked = desk.send(&of_west.clone().with("concerns", concerned).looked_at()).await.text;
        assert_eq!(looked.contains("<mark title=\"a name or title\">"), found, "{looked}");
    }

    desk.does(&sheet.with("text", "Both calls were constructive.")).await;
    let readout = offices.view("desk").await.readouts.last().unwrap().clone();
    let publish = format!("{folder}/readouts/{}/publish", readout.no);
    let list = desk.get(&format!("{folder}/readouts")).await.text;
    assert!(!list.contains(&publish), "nobody has cleared it");
    assert!(desk.get(&publish).await.text.contains("every concerned party has to clear it first"), "said before");
    let seen_before = desk.form(&publish).await;
    let refused = desk.send(&seen_before).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("every concerned party has to clear it first"), "{}", refused.text);

    // One side objects; it is drafted anew, and cleared.
    let of = |view: office::view::View| view.readouts.last().unwrap().readout.parse().unwrap();
    let readout_at_west = of(offices.view("west").await);
    let reason = Some("Say that they were short.".to_owned());
    offices.act("west", Act::Party(party::Command::ObjectToReadout { readout: readout_at_west, reason })).await;
    let anew = format!("{folder}/readouts/{}/draft", readout.no);
    assert!(desk.get(&format!("{folder}/readouts")).await.text.contains(&format!("href=\"{anew}\"")));
    assert!(desk.get(&anew).await.text.contains("Say that they were short."));
    let sheet = desk.form(&anew).await;
    assert_eq!(sheet.text("text"), "Both calls were constructive.");
    desk.does(&sheet.with("text", "Both calls were constructive and short.")).await;
    for who in ["west", "east"] {
        let readout = of(offices.view(who).await);
        offices.act(who, Act::Party(party::Command::Clear { readout })).await;
    }
    assert!(desk.get(&format!("{folder}/readouts")).await.text.contains(&format!("href=\"{publish}\"")));
    let other = desk.send(&seen_before).await;
    assert_eq!(other.status, StatusCode::UNPROCESSABLE_ENTITY, "no other draft than the one that was seen");
    let sheet = desk.form(&publish).await;
    desk.does(&sheet).await;
    let page = desk.get(&format!("{folder}/readouts")).await.text;
    for shown in ["published", "BEGIN SSH SIGNATURE", "ssh-ed25519", "ssh-keygen -Y verify"] {
        assert!(page.contains(shown), "{shown}");
    }
    let at = format!("{folder}/readouts/{}", readout.no);
    let text = desk.get(&format!("{at}/text")).await;
    assert_eq!(text.text, "Both calls were constructive and short.", "byte for byte as it was signed");
    assert!(text.head("content-disposition").starts_with("attachment"));
    assert!(desk.get(&format!("{at}/signature")).await.text.starts_with("-----BEGIN SSH SIGNATURE-----"));
    assert!(desk.get(&format!("{folder}/readers")).await.text.contains("ssh-ed25519"));
    let first = desk.get(&format!("{folder}/readouts/9999/text")).await;
    assert_eq!(first.status, StatusCode::NOT_FOUND);
}

#[tokio::test(flavor = "multi_thread")]
async fn f3_a_draft_is_withdrawn_and_those_concerned_are_told() {
    let offices = Offices::open().await;
    let (mut desk, folder) = offices.browser("desk").await;
    let west = offices.party("western").await;
    let sheet = desk.form(&format!("{folder}/draft")).await.with("text", "A good call.").also("concerns", &west);
    desk.does(&sheet).await;
    let no = offices.view("desk").await.readouts.last().unwrap().no;
    let place = format!("{folder}/readouts/{no}/withdraw");
    assert!(desk.get(&format!("{folder}/readouts")).await.text.contains(&format!("href=\"{place}\"")));
    let sheet = desk.form(&place).await;
    desk.does(&sheet).await;
    assert_eq!(offices.view("west").await.readouts.last().unwrap().state, "withdrawn");
}

#[tokio::test(flavor = "multi_thread")]
async fn f5_who_is_warned_is_seen_before_a_disclosure_is_recorded() {
    let offices = Offices::open().await;
    let item = conveyed(&offices).await;
    let (mut desk, folder) = offices.browser("desk").await;
    let page = desk.get(&format!("{folder}/items/{}", item.no)).await.text;
    let place = format!("{folder}/disclose");
    assert!(page.contains(&format!("href=\"{place}?items={}\"", item.no)));
    let before = offices.view("desk").await.notes.len();

    // Typed without having been looked at: the warning is shown first, and nothing is recorded.
    let sheet = desk.form(&place).await.with("items", &item.no.to_string()).with("occasion", "at a summit");
    let answer = desk.send(&sheet).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for seen in ["To be warned", "western", "eastern", "id=\"items-wrong\""] {
        assert!(answer.text.contains(seen), "{seen}: {}", answer.text);
    }
    assert_eq!(offices.view("desk").await.notes.len(), before);
    let sheet = Sheet::of(&answer.text, &place);
    desk.does(&sheet).await;
    for who in ["west", "east"] {
        let (mut party, at_party) = offices.browser(who).await;
        assert!(party.get(&format!("{at_party}/notes")).await.text.contains("at a summit"), "{who} is warned");
    }
    let page = desk.form(&format!("{place}?items=9999")).await;
    let answer = desk.send(&page.with("occasion", "nowhere")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "of items that are here");
}

#[tokio::test(flavor = "multi_thread")]
async fn f7_a_press_text_is_held_against_what_is_here_and_who_had_been_told_is_shown() {
    let offices = Offices::open().await;
    let item = conveyed(&offices).await;
    let words = &item.conveyed[0].words;
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/expose");
    assert!(desk.get(&format!("{folder}/notes")).await.text.contains(&format!("href=\"{place}\"")));
    let sheet = desk.form(&place).await.with("text", &format!("A source told this paper: {words} It was denied."));
    let parties = (offices.view("west").await, offices.view("east").await);
    desk.does(&sheet).await;
    let page = desk.get(&format!("{folder}/notes")).await.text;
    let note = page.split("Press text").nth(1).expect("the note");
    let marked = note.split("<mark title=\"words of an item\">").nth(1).expect("a place").split('<').next().unwrap();
    assert!(marked.len() > 40 && words.contains(marked), "{marked}");
    assert!(note.contains("These had been told those words") && note.contains("eastern"), "{note}");
    assert_eq!((offices.view("west").await, offices.view("east").await), parties, "the desk alone knows");
}
