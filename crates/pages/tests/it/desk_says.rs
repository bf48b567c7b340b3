//! What the desk says itself, from its pages: seen to come out on the parties' own.

use hyper::StatusCode;
use office::act::Act;
use office::practice::party;

use crate::browser::Sheet;
use crate::offices::Offices;

/// The address of the channel "calm" at the desk.
pub(crate) async fn calm(offices: &Offices) -> String {
    let view = offices.view("desk").await;
    let at = view.channels.iter().position(|channel| channel.name == "calm").expect("the channel");
    format!("channels/{}", at + 1)
}

#[tokio::test(flavor = "multi_thread")]
async fn e2_one_text_reaches_all_at_once_and_each_is_shown_that_it_is_one_text() {
    let offices = Offices::open().await;
    let (mut desk, folder) = offices.browser("desk").await;
    let channel = calm(&offices).await;
    let page = desk.get(&format!("{folder}/{channel}")).await.text;
    let place = format!("{folder}/{channel}/outreach");
    assert!(page.contains(&format!("href=\"{place}\"")), "it is reached from its channel");
    let sheet = desk.form(&place).await.with("text", "We guarantee that we are at your disposal.").with("days", "9");
    let before = offices.view("desk").await.items.len();

    // Looked at first: a word that commits is marked where it stands, and nothing is done.
    let looked = desk.send(&sheet.clone().looked_at()).await;
    assert_eq!(looked.status, StatusCode::OK);
    assert!(looked.text.contains(">guarantee</mark>"), "{}", looked.text);
    assert_eq!(offices.view("desk").await.items.len(), before, "looking does nothing");
    let sheet = Sheet::of(&looked.text, &place);
    assert_eq!(sheet.text("text"), "We guarantee that we are at your disposal.", "what was typed stays");

    let sheet = sheet.with("text", "We are at your disposal, day and night.");
    for _ in 0..2 {
        assert_eq!(desk.send(&sheet).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(offices.view("desk").await.items.len(), before + 1, "sent twice, done once");
    for who in ["west", "east"] {
        let item = offices.view(who).await.items.last().unwrap().clone();
        let (mut party, at_party) = offices.browser(who).await;
        let page = party.get(&format!("{at_party}/items/{}", item.no)).await.text;
        for shown in ["day and night", "the desk&#39;s own words", "Every addressee was given these same words."] {
            assert!(page.contains(shown) || page.contains(&shown.replace("&#39;", "'")), "{who}: {shown}");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn e4_an_idea_of_the_intermediarys_is_labelled_so_and_goes_to_whom_it_names() {
    let offices = Offices::open().await;
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/{}/outreach", calm(&offices).await);
    let sheet = desk.form(&place).await;
    let east = offices.party("eastern").await;
    let before = offices.view("west").await.items;
    let sheet = sheet.with("own", "idea").with("text", "An inspection by a third state.").also("to", &east);
    desk.does(&sheet.with("precedence", "urgent")).await;
    let item = offices.view("east").await.items.last().unwrap().clone();
    assert_eq!((item.own.as_deref(), item.to_several, item.precedence.as_str()), (Some("idea"), false, "urgent"));
    assert_eq!(offices.view("west").await.items, before, "it was not for the other side");
    let (mut party, at_party) = offices.browser("east").await;
    let page = party.get(&format!("{at_party}/items/{}", item.no)).await.text;
    assert!(page.contains("an idea of the intermediary"), "{page}");
}

#[tokio::test(flavor = "multi_thread")]
async fn e1_good_offices_are_offered_and_the_desk_alone_learns_what_comes_of_it() {
    let offices = Offices::open().await;
    let (mut desk, folder) = offices.browser("desk").await;
    let list = desk.get(&format!("{folder}/offers")).await.text;
    let place = format!("{folder}/{}/offer", calm(&offices).await);
    assert!(list.contains(&format!("href=\"{place}\"")), "it is reached from the offers");
    let sheet = desk.form(&place).await.with("text", "We offer to mediate.").with("days", "0");
    let answer = desk.send(&sheet).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("id=\"days-wrong\""));
    desk.does(&sheet.with("days", "5")).await;
    let offer = offices.view("east").await.offers.last().unwrap().clone();
    assert_eq!(offer.text, "We offer to mediate.");
    let west = offices.view("west").await;
    offices.act("east", Act::Party(party::Command::TakeUp { offer: offer.offer.parse().unwrap() })).await;
    assert_eq!(offices.view("west").await, west);
    let list = desk.get(&format!("{folder}/offers")).await.text;
    assert!(list.contains("taken up"), "{list}");
}

#[tokio::test(flavor = "multi_thread")]
async fn e6_a_text_is_tabled_in_versions_and_comments_come_to_the_desk_alone() {
    let offices = Offices::open().await;
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/{}/table", calm(&offices).await);
    let sheet = desk.form(&place).await.with("text", "Both sides refrain.");
    desk.does(&sheet).await;
    let text = offices.view("east").await.texts.last().unwrap().clone();
    assert_eq!(text.versions[0].words, "Both sides refrain.");
    let comment =
        party::Command::Comment { text: text.text.parse().unwrap(), version: None, words: "For how long?".to_owned() };
    offices.act("east", Act::Party(comment)).await;

    let no = offices.view("desk").await.texts.last().unwrap().no;
    let place = format!("{folder}/texts/{no}/table");
    assert!(desk.get(&format!("{folder}/texts")).await.text.contains(&format!("href=\"{place}\"")));
    let page = desk.get(&place).await.text;
    assert!(page.contains("For how long?"), "comments stand beside the version that is worked on");
    let sheet = desk.form(&place).await;
    assert_eq!(sheet.text("text"), "Both sides refrain.", "it begins with the last version");
    let sheet = sheet.with("text", "Both sides refrain for a month.");
    let looked = desk.send(&sheet.clone().looked_at()).await.text;
    assert!(looked.contains("<ins>") && looked.contains("<del>"), "{looked}");
    desk.does(&sheet).await;
    let west = offices.view("west").await.texts.last().unwrap().clone();
    assert_eq!(west.versions.len(), 2);
    assert!(west.comments.is_empty(), "one side's comments are not the other's");
}

#[tokio::test(flavor = "multi_thread")]
async fn e7_an_interest_is_declared_and_read_by_all() {
    let offices = Offices::open().await;
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/declare-interest");
    assert!(desk.get(&format!("{folder}/interests")).await.text.contains(&format!("href=\"{place}\"")));
    let sheet = desk.form(&place).await;
    assert_eq!(desk.send(&sheet).await.status, StatusCode::UNPROCESSABLE_ENTITY, "words are missing");
    desk.does(&sheet.with("text", "We buy gas from one of you.")).await;
    for who in ["west", "east"] {
        let (mut party, at_party) = offices.browser(who).await;
        assert!(party.get(&format!("{at_party}/interests")).await.text.contains("We buy gas"), "{who}");
    }
}
