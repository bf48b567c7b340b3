//! What pages show: every page of an office with a whole exchange in it, in every language.

use std::collections::BTreeSet;

use hyper::StatusCode;
use pages::language::Language;

use crate::browser::Browser;
use crate::offices::{Offices, SPOKEN, WICKED};

const PLACES: &[&str] = &[
    "",
    "items",
    "channels",
    "channels/1",
    "channels/1/picture",
    "questions",
    "pairs",
    "proposals",
    "offers",
    "texts",
    "readouts",
    "notes",
    "conflicts",
    "interests",
    "mandates",
    "parties",
    "lines",
    "told",
    "record",
    "lodge",
    "lodge?form=non-paper",
    "lodge?form=personal-message",
    "ask",
    "items?find=1",
    "confide",
    "publish-own",
    "retain",
    "mandates/appoint",
    "mandates/1/revoke",
    "pairs/1/declare",
    "proposals/1/answer",
    "offers/1/take-up",
    "offers/1/decline",
    "texts/1/comment",
    "readouts/1/clear",
    "readouts/1/object",
    "proposals/1/forget",
    "lodge?form=aide-memoire",
];

/// The forms of the desk's deeds, beside those on items.
const DESK_FORMS: [&str; 33] = [
    "ask?about=1",
    "draft",
    "draft?mentions=1",
    "disclose?items=1,2",
    "expose",
    "open-channel",
    "declare-interest",
    "add-party",
    "add-officer",
    "officers",
    "officers/2/remove",
    "retain",
    "channels/1/outreach",
    "channels/1/intake",
    "channels/1/pair",
    "channels/1/propose",
    "channels/1/offer",
    "channels/1/table",
    "channels/1/co-mediate",
    "channels/1/close",
    "pairs/1/release",
    "texts/1/table",
    "texts/1/forget",
    "readouts/1/draft",
    "readouts/1/publish",
    "readouts/1/withdraw",
    "readouts/1/forget",
    "parties/1/label",
    "parties/1/address",
    "parties/1/invite",
    "notes/1/forget",
    "offers/1/forget",
    "questions/1/forget",
];

/// The forms on an item.
const ON_ITEM: [&str; 14] = [
    "recall",
    "invoke",
    "dispose",
    "object",
    "render",
    "release",
    "return",
    "correct",
    "translate",
    "admit",
    "use-confided",
    "erase",
    "statement",
    "same?of=1",
];

/// Every page of an office that there is, with what it holds.
async fn pages(browser: &mut Browser, folder: &str, items: usize) -> Vec<(String, String)> {
    let mut places: Vec<String> = PLACES.iter().map(|place| (*place).to_owned()).collect();
    for no in 1..=items {
        places.push(format!("items/{no}"));
        places.extend(ON_ITEM.map(|act| format!("items/{no}/{act}")));
    }
    places.extend(DESK_FORMS.map(str::to_owned));
    browser.finds(folder, "items", "settle").await; // the first search
    let mut pages = Vec::new();
    for place in places {
        let answer = browser.get(&format!("{folder}/{place}")).await;
        match answer.status {
            StatusCode::OK => pages.push((place, answer.text)),
            status => assert_eq!(status, StatusCode::NOT_FOUND, "{place}"),
        }
    }
    pages
}

fn count(page: &str, of: &str) -> usize {
    page.matches(of).count()
}

/// The page without its persons' texts: what is between the tags that isolate them.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.split('<').skip(1).map(|rest| rest.split('>').next().unwrap_or_default())
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_is_served_in_every_language_whole() {
    let offices = Offices::open_with_everything().await;
    let mut served = BTreeSet::new();
    for who in ["desk", "west", "east", "east/secretary"] {
        let items = offices.view(who).await.items.len();
        let (mut browser, folder) = offices.browser(who).await;
        for language in Language::ALL {
            browser.heads = [("accept-language", language.tag().to_owned())].into();
            let pages = pages(&mut browser, &folder, if language == Language::En { items } else { 3 }).await;
            assert!(pages.len() > 20, "{who}: {}", pages.len());
            for (place, page) in pages {
                served.insert(place.rsplit_once('/').map_or(place.as_str(), |(_, act)| act).to_owned());
                served.insert(place.clone());
                let at = format!("{who}, {language:?}, /{place}");
                let html = format!("<html lang=\"{}\" dir=\"{}\">", language.tag(), language.dir());
                assert!(page.starts_with(&format!("<!DOCTYPE html>{html}")), "{at}");
                assert_eq!((count(&page, "<h1"), count(&page, "<main")), (1, 1), "{at}");
                assert!(page.contains("<title>") && !page.contains("<title> "), "{at}");
                assert!(!page.contains("[["), "{at}: a message is missing: {}", &page[page.find("[[").unwrap_or(0)..]);
                assert!(page.len() < 100_000, "{at}: {} bytes", page.len());
                assert!(page.contains("aria-current=\"page\"") || place.starts_with("lodge"), "{at}");
                let ids: Vec<&str> =
                    tags(&page).filter_map(|tag| tag.split(" id=\"").nth(1)?.split('"').next()).collect();
                assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{at}: an id is there twice: {ids:?}");
            }
        }
    }
    let unserved = PLACES.iter().chain(&DESK_FORMS).chain(&ON_ITEM).filter(|place| !served.contains(**place));
    assert_eq!(unserved.collect::<Vec<_>>(), [&""; 0], "at no office");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_persons_text_is_text_and_no_page_names_another_host() {
    let offices = Offices::open_with_everything().await;
    let mut seen = 0;
    for who in ["desk", "west", "east"] {
        let items = offices.view(who).await.items.len();
        let (mut browser, folder) = offices.browser(who).await;
        for (place, page) in pages(&mut browser, &folder, items).await {
            assert!(!page.contains("<script>") && !page.contains(WICKED), "{who} /{place}");
            assert!(!page.contains('\u{202E}'), "{who} /{place}: an override is not made visible");
            seen += count(&page, "&lt;script&gt;alert(1)&lt;/script&gt;");
            for tag in tags(&page) {
                let name = tag.split([' ', '/']).find(|part| !part.is_empty()).unwrap_or_default();
                assert!(
                    !["iframe", "object", "embed", "base", "style", "img"].contains(&name),
                    "{who} /{place}: <{tag}>"
                );
                assert!(!tag.contains(" style=") && !tag.contains(" on"), "{who} /{place}: <{tag}>");
                for place_in in ["href=\"", "src=\"", "action=\"", "hx-get=\""] {
                    let Some(address) = tag.split(place_in).nth(1) else { continue };
                    assert!(address.starts_with(&folder) || address.starts_with('#'), "{who} /{place}: <{tag}>");
                }
            }
        }
    }
    assert!(seen > 10, "the wicked text is shown: {seen}");
}

#[tokio::test(flavor = "multi_thread")]
async fn an_item_is_always_under_its_status_block() {
    let offices = Offices::open_with_everything().await;
    let view = offices.view("east").await;
    let (mut browser, folder) = offices.browser("east").await;
    for item in &view.items {
        let page = browser.get(&format!("{folder}/items/{}", item.no)).await.text;
        for word in &item.status {
            assert!(page.contains(&word.replace('-', " ")), "item {}: {word}", item.no);
        }
    }
    let list = browser.get(&format!("{folder}/items")).await.text;
    assert_eq!(count(&list, "class=\"status-line\""), view.items.len().min(25));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_oral_message_is_nowhere_before_it_is_read_and_stays_on_the_screen() {
    let offices = Offices::open_with_everything().await;
    let view = offices.view("east").await;
    let item = view.items.iter().find(|item| item.words == SPOKEN).expect("an oral message");
    assert!(!item.read && item.form == "oral-message");
    let (mut browser, folder) = offices.browser("east").await;
    for (place, page) in pages(&mut browser, &folder, view.items.len()).await {
        assert!(!page.contains(SPOKEN), "/{place}");
    }
    assert!(!browser.finds(&folder, "items", "spoken").await.text.contains("class=\"row\""), "nor found");
    assert!(!offices.view("east").await.items[item.no as usize - 1].read, "looking is not reading it");

    let place = format!("{folder}/items/{}", item.no);
    let page = browser.get(&place).await.text;
    let act = crate::browser::field(&page, "act");
    assert_eq!(browser.post(&format!("{place}/read"), &[("act", &act)]).await.status, StatusCode::SEE_OTHER);
    let page = browser.get(&place).await.text;
    let (before, after) =
        page.split_once("<div class=\"oral\" data-oral translate=\"no\">").expect("it is kept on the screen");
    assert!(after.contains(SPOKEN) && !before.contains(SPOKEN));
    let desk = offices.view("desk").await;
    assert!(desk.items.iter().any(|item| item.words == SPOKEN && !item.read_at.is_empty()), "the desk is told");
}

#[tokio::test(flavor = "multi_thread")]
async fn whoever_is_shown_words_has_read_them() {
    let offices = Offices::open_with_everything().await;
    let view = offices.view("east").await;
    let item =
        view.items.iter().find(|item| item.side == "received" && item.form == "non-paper" && item.state == "conveyed");
    let item = item.expect("one that waits");
    assert!(!item.read);
    let (mut browser, folder) = offices.browser("east").await;
    browser.get(&format!("{folder}/items")).await;
    assert!(!offices.view("east").await.items[item.no as usize - 1].read, "a list is not a reading");
    browser.get(&format!("{folder}/items/{}", item.no)).await;
    assert!(offices.view("east").await.items[item.no as usize - 1].read);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_language_that_was_chosen_stays_and_leads_nowhere_else() {
    let offices = Offices::open().await;
    let (mut browser, folder) = offices.browser("west").await;
    let back = format!("{folder}/items?find=1");
    let answer = browser.post(&format!("{folder}/language"), &[("language", "fa"), ("back", &back)]).await;
    assert_eq!(answer.head("location"), back);
    browser.heads.insert("accept-language", "ru".to_owned());
    assert!(browser.get(&format!("{folder}/")).await.text.contains("<html lang=\"fa\" dir=\"rtl\">"));
    for back in ["http://elsewhere.example/", "//elsewhere.example", "/", &format!("{folder}.elsewhere.example/"), ""] {
        let answer = browser.post(&format!("{folder}/language"), &[("language", "en"), ("back", back)]).await;
        assert_eq!(answer.head("location"), format!("{folder}/"), "{back}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_list_has_a_page_of_rows_and_the_way_to_the_rest() {
    let offices = Offices::open().await;
    let (mut browser, folder) = offices.browser("desk").await;
    let total = offices.view("desk").await.items.len();
    let before = browser.get(&format!("{folder}/items?before=4")).await.text;
    assert_eq!(count(&before, "<article class=\"row\""), 3);
    assert!(total > 3);
    assert!(before.contains("rel=\"first\"") && !before.contains("rel=\"next\""));
    let found = browser.finds(&folder, "items", "CONFRONTATION").await.text;
    assert!(count(&found, "<article class=\"row\"") > 0, "words are found in whatever case");
    assert!(browser.finds(&folder, "items", "zzzz").await.text.contains("Nothing was found"));
    let all = browser.finds(&folder, "items", " ").await.text;
    assert!(count(&all, "<article class=\"row\"") > 3, "no words are no search");
}

#[tokio::test(flavor = "multi_thread")]
async fn what_is_searched_for_is_in_no_address_and_no_name_is_in_a_title() {
    let offices = Offices::open().await;
    let (mut browser, folder) = offices.browser("desk").await;
    for list in ["items", "channels/1"] {
        let answer = browser.post(&format!("{folder}/find"), &[("in", list), ("find", "CONFRONTATION")]).await;
        let place = answer.head("location").to_owned();
        let found = browser.get(&place).await.text;
        assert!(found.contains("value=\"CONFRONTATION\"") && count(&found, "<article class=\"row\"") > 0, "{place}");
        let addresses = found.split([' ', '>']).filter(|part| part.starts_with("href=") || part.starts_with("action="));
        let addresses: Vec<_> = addresses.chain([place.as_str()]).collect();
        assert!(addresses.len() > 20 && addresses.iter().all(|one| !one.to_lowercase().contains("confront")));
        let title = found.split("<title>").nth(1).unwrap().split("</title>").next().unwrap().to_owned();
        let name = offices.view("desk").await.office.name;
        assert!(!title.contains(&name) && title.ends_with(" · the desk"), "{title}");
    }
    for number in ["99", "x"] {
        let forgotten = browser.get(&format!("{folder}/items?find={number}")).await.text;
        assert!(forgotten.contains("not known any more") && !forgotten.contains("class=\"row\""), "{number}");
    }
    // Nothing of another place, and nothing of another officer.
    let elsewhere = browser.post(&format!("{folder}/find"), &[("in", "channels/../x"), ("find", "y")]).await;
    assert_eq!(elsewhere.status, StatusCode::NOT_FOUND);
    let (mut west, at_west) = offices.browser("west").await;
    assert!(!west.get(&format!("{at_west}/items?find=1")).await.text.contains("CONFRONTATION"));
}
