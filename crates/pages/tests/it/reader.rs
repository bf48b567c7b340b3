//! What an office says of itself is said in the reader's language: why it refused, what should be known, what was recorded.

use hyper::StatusCode;
use office::act::Act;
use office::practice::{ChannelId, Civil, ItemId, NoteId, PartyId, STATUS_BLOCK, desk, party};

use crate::offices::{NOW, Offices};
use crate::sides::{calm, conveys, desk_does, last, lodges, main_of, second_does};

/// The item that west confided to the desk alone, by its number there.
async fn confided(offices: &Offices) -> u32 {
    let channel = calm(&offices.view("west").await);
    let (text, lapses) = ("We could live with ten days.".to_owned(), Civil(NOW).plus_days(20));
    let confide = party::Command::Confide { item: ItemId([0x37; 16]), channel, text, lapses };
    offices.act("west", Act::Party(confide)).await;
    last(offices, "desk").await.no
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persian_page_says_in_persian_why_something_was_refused() {
    let offices = Offices::open().await;
    let no = confided(&offices).await;
    let (mut desk, folder) = offices.browser("desk").await;
    desk.heads.insert("accept-language", "fa".to_owned());
    let sheet = desk.form(&format!("{folder}/items/{no}/render")).await;
    let refused = desk.send(&sheet).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let main = main_of(&refused.text);
    assert!(main.contains("تنها به میانجی گفته شده است: نخست از طرف بپرسید"), "{main}");
    assert!(!main.contains("confided to the desk alone"), "{main}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persian_page_says_in_persian_what_should_be_known() {
    let offices = Offices::open().await;
    let item = lodges(&offices, "west", 0x38, "We guarantee a pause.", &[]).await;
    let at_desk = last(&offices, "desk").await;

    // Of an act that was done.
    let (mut desk, folder) = offices.browser("desk").await;
    desk.heads.insert("accept-language", "fa".to_owned());
    let sheet = desk.form(&format!("{folder}/items/{}/render", at_desk.no)).await;
    let done = desk.send(&sheet.with("text", "They guarantee a pause.").with("label", "paraphrase")).await;
    assert_eq!(done.status, StatusCode::OK, "{}", done.text);
    let main = main_of(&done.text);
    assert!(main.contains("واژه‌هایی که شاید بیش از منظور خوانده شود") && !main.contains("may be read"), "{main}");

    // Of an item, and of the office: beside the item's own page it says of which.
    let disclosed = at_desk.item.parse().unwrap();
    let (note, occasion) = (NoteId([0x38; 16]), "a summit".to_owned());
    second_does(&offices, desk::Command::Release { item: disclosed }).await;
    desk_does(&offices, desk::Command::Disclose { note, items: vec![disclosed], occasion }).await;
    let (mut west, at_west) = offices.browser("west").await;
    west.heads.insert("accept-language", "fa".to_owned());
    let page = west.get(&format!("{at_west}/items/{}", item.no)).await.text;
    assert!(main_of(&page).contains("همچون تضمین خوانده می‌شود"), "{page}");
    let page = west.get(&format!("{at_west}/")).await.text;
    let main = main_of(&page);
    let told = main.split("<li>").find(|one| one.contains("میانجی ثبت می‌کند که از آن علنی سخن می‌رود.")).expect(main);
    assert!(told.contains(&format!("href=\"{at_west}/items/{}\"", item.no)) && told.contains("a summit"), "{told}");
    assert!(!main.contains("the desk records"), "{main}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persian_page_says_in_persian_which_officer_did_what() {
    let offices = Offices::open().await;
    lodges(&offices, "west", 0x39, "Let us be calm.", &[]).await;
    conveys(&offices, "They ask for calm.").await;
    let (mut desk, folder) = offices.browser("desk").await;
    desk.heads.insert("accept-language", "fa".to_owned());
    for place in [format!("items/{}", last(&offices, "desk").await.no), "told".to_owned()] {
        let page = desk.get(&format!("{folder}/{place}")).await.text;
        let main = main_of(&page);
        assert!(main.contains("first</bdi>: نگاشت") && main.contains("second</bdi>: رها کرد، "), "{place}: {main}");
        assert!(!main.contains("rendered it") && !main.contains("released it"), "{place}: {main}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persian_record_says_in_persian_what_came_of_each_act() {
    let offices = Offices::open().await;
    lodges(&offices, "west", 0x3a, "Let us be calm.", &[]).await;
    conveys(&offices, "They ask for calm.").await;
    let (mut desk, folder) = offices.browser("desk").await;
    desk.heads.insert("accept-language", "fa".to_owned());
    let page = desk.get(&format!("{folder}/record")).await.text;
    let main = main_of(&page);
    for said in ["<p>سپرده شد</p>", "<p>نگاشته شد</p>", "<p>رها شد</p>"] {
        assert!(main.contains(said), "{said}: {main}");
    }
    assert!(!main.contains("item-lodged") && !main.contains("lang=\"en\""), "{main}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persian_page_says_in_persian_that_something_is_an_envoys() {
    let offices = Offices::open().await;
    let items = offices.view("desk").await.items;
    let no = items.iter().find(|item| item.from.envoy.is_some()).expect("the secretary lodged").no;
    let (mut desk, folder) = offices.browser("desk").await;
    desk.heads.insert("accept-language", "fa".to_owned());
    let page = desk.get(&format!("{folder}/items/{no}")).await.text;
    let main = main_of(&page);
    assert!(main.contains("، فرستاده <bdi dir=\"auto\">") && !main.contains("envoy"), "{main}");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persian_page_says_in_persian_the_name_that_nobody_gave() {
    let offices = Offices::open().await;
    let (name, principal) = ("North".to_owned(), "the chair".to_owned());
    desk_does(&offices, desk::Command::AddParty { party: PartyId(9), name, principal, calls: [].into() }).await;
    let (parties, status) = (vec![PartyId(1), PartyId(9)], STATUS_BLOCK.to_vec());
    let open =
        desk::Command::OpenChannel { channel: ChannelId([9; 16]), name: "fisheries".to_owned(), parties, status };
    desk_does(&offices, open).await;
    let (mut west, folder) = offices.browser("west").await;
    west.heads.insert("accept-language", "fa".to_owned());
    let no = offices.view("west").await.channels.len();
    let page = west.get(&format!("{folder}/channels/{no}")).await.text;
    let main = main_of(&page);
    assert!(main.contains("fisheries"), "{main}");
    assert!(main.contains("سوی دیگر") && !main.contains("the other side"), "{main}");
}
