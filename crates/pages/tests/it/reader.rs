//! What an office says of itself is said in the reader's language: why it refused, what should be known, what was recorded.

use hyper::StatusCode;
use office::act::Act;
use office::practice::{Civil, ItemId, party};

use crate::offices::{NOW, Offices};
use crate::sides::{calm, last, main_of};

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
