//! The desk's house, from its pages: parties and what they are called, invitations, channels, officers, how long words stay.

use hyper::StatusCode;

use crate::browser::Sheet;
use crate::desk_says::calm;
use crate::offices::Offices;

#[tokio::test(flavor = "multi_thread")]
async fn a1_a5_a_party_is_taken_in_invited_once_and_put_into_a_channel() {
    let offices = Offices::open().await;
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/add-party");
    assert!(desk.get(&format!("{folder}/parties")).await.text.contains(&format!("href=\"{place}\"")));
    let sheet = desk.form(&place).await.with("name", "the southern side");
    assert_eq!(desk.send(&sheet).await.status, StatusCode::UNPROCESSABLE_ENTITY, "somebody answers for it");
    let sheet = sheet.with("principal", "the President");
    for _ in 0..2 {
        desk.does(&sheet).await;
    }
    let parties = offices.view("desk").await.parties;
    assert_eq!(parties.iter().filter(|party| party.name == "the southern side").count(), 1);
    let number = parties.iter().find(|party| party.name == "the southern side").unwrap().party;

    let place = format!("{folder}/parties/{number}/invite");
    assert!(desk.get(&format!("{folder}/parties")).await.text.contains(&format!("href=\"{place}\"")));
    let sheet = desk.form(&place).await;
    let answer = desk.does(&sheet).await;
    assert_eq!(answer.status, StatusCode::OK, "it is shown, and no other page is");
    let code = answer.text.split("check-words").nth(1).unwrap().split('>').nth(1).unwrap().split('<').next().unwrap();
    assert_eq!(code.split([' ', '-']).count(), 6, "{code}");
    assert!(answer.text.contains("GOOD OFFICES INVITATION") || answer.text.contains("-----BEGIN"), "{}", answer.text);
    let file = answer.text.split("href=\"data:").nth(1).expect("a file").split('"').next().unwrap();
    assert!(file.contains("BEGIN%20GOOD%20OFFICES%20INVITATION") && !file.contains('+'), "{file}");
    let again = desk.does(&sheet).await;
    assert!(!again.text.contains(code) && again.text.contains("was made and shown already"), "once: {}", again.text);
    assert!(!desk.get(&format!("{folder}/lines")).await.text.contains(code));
    let refused = desk.form(&place).await;
    let refused = desk.send(&refused).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("only to replace that one"), "{}", refused.text);
    let sheet = Sheet::of(&refused.text, &place).with("replace", "yes");
    assert_ne!(desk.does(&sheet).await.text, answer.text);

    let place = format!("{folder}/open-channel");
    assert!(desk.get(&format!("{folder}/channels")).await.text.contains(&format!("href=\"{place}\"")));
    let sheet = desk.form(&place).await.with("name", "the straits").also("parties", &number.to_string());
    let answer = desk.send(&sheet).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody speaks to itself");
    let west = offices.party("western").await;
    desk.does(&Sheet::of(&answer.text, &place).also("parties", &west)).await;
    let channel = offices.view("west").await.channels.into_iter().find(|channel| channel.name == "the straits");
    assert_eq!(channel.expect("it is told").status.len(), 5, "all five reservations stand over it");
    assert!(offices.view("east").await.channels.iter().all(|channel| channel.name != "the straits"), "a compartment");
}

#[tokio::test(flavor = "multi_thread")]
async fn a6_each_side_has_its_own_name_for_the_other_and_its_form_of_address() {
    let offices = Offices::open().await;
    let (mut desk, folder) = offices.browser("desk").await;
    let (west, east) = (offices.party("western").await, offices.party("eastern").await);
    let place = format!("{folder}/parties/{west}/label");
    assert!(desk.get(&format!("{folder}/parties")).await.text.contains(&format!("href=\"{place}\"")));
    let before = offices.view("east").await;
    let sheet = desk.form(&place).await;
    assert!(!sheet.offered("other").contains(&west), "another party's");
    desk.does(&sheet.with("other", &east).with("name", "our neighbours")).await;
    let (mut party, at_west) = offices.browser("west").await;
    assert!(party.get(&format!("{at_west}/channels")).await.text.contains("our neighbours"));
    assert_eq!(offices.view("east").await, before, "the other side sees nothing of it");

    let place = format!("{folder}/parties/{west}/address");
    let sheet = desk.form(&place).await.with("name", "Your Excellency");
    desk.does(&sheet).await;
    assert!(desk.get(&format!("{folder}/parties")).await.text.contains("Your Excellency"));
}

#[tokio::test(flavor = "multi_thread")]
async fn e7_a_second_desk_mediates_too_by_officers_of_its_own() {
    let offices = Offices::open().await;
    let (mut desk, folder) = offices.browser("desk").await;
    let channel = calm(&offices).await;
    let place = format!("{folder}/{channel}/co-mediate");
    assert!(desk.get(&format!("{folder}/{channel}")).await.text.contains(&format!("href=\"{place}\"")));
    let sheet = desk.form(&place).await.with("name", "the northern desk");
    desk.does(&sheet).await;
    for who in ["west", "east"] {
        let (mut party, at_party) = offices.browser(who).await;
        assert!(party.get(&format!("{at_party}/channels")).await.text.contains("the northern desk"), "{who} is told");
    }
    let place = format!("{folder}/add-officer");
    let officers = desk.get(&format!("{folder}/officers")).await.text;
    assert!(officers.contains(&format!("href=\"{place}\"")));
    let page = desk.get(&place).await.text;
    assert!(!page.contains("type=\"password\"") && page.contains("No page sets a passphrase"));
    let sheet = desk.form(&place).await.with("name", "Nora").with("of-desk", "the northern desk");
    let done = desk.does(&sheet).await;
    assert!(desk.get(done.head("location")).await.text.contains("goodoffices desk add-officer"), "what to do then");
    assert!(offices.view("desk").await.office.officers.contains(&"Nora".to_owned()));
    let (mut nora, _) = offices.browser_of("Nora").await;
    let sheet = nora.form(&format!("{folder}/add-party")).await.with("name", "a friend").with("principal", "a king");
    let refused = nora.send(&sheet).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("of a second desk"), "in its channels alone: {}", refused.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn e7_an_officer_is_removed_by_name_and_nobody_removes_oneself() {
    let offices = Offices::open().await;
    let (mut desk, folder) = offices.browser("desk").await;
    for name in ["third", "fourth"] {
        let sheet = desk.form(&format!("{folder}/add-officer")).await.with("name", name);
        desk.does(&sheet).await;
    }
    let page = desk.get(&format!("{folder}/officers")).await.text;
    assert_eq!(offices.view("desk").await.office.officers, ["first", "second", "third", "fourth"]);
    assert!(!page.contains("officers/1/remove"), "not oneself");
    let mut sheets = Vec::new();
    for no in [3, 2] {
        let place = format!("{folder}/officers/{no}/remove");
        assert!(page.contains(&format!("href=\"{place}\"")));
        sheets.push(desk.form(&place).await);
    }
    // Once the second is gone the third's number is the fourth's, who stays.
    for sheet in sheets.iter().rev() {
        desk.does(sheet).await;
    }
    assert_eq!(offices.view("desk").await.office.officers, ["first", "fourth"]);
    let sheet = desk.form(&format!("{folder}/officers/2/remove")).await;
    let refused = desk.send(&sheet).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "two officers are needed here");
}

#[tokio::test(flavor = "multi_thread")]
async fn g3_words_are_kept_for_so_many_days_and_matters_are_forgotten() {
    let offices = Offices::open_with_everything().await;
    let (mut desk, folder) = offices.browser("desk").await;
    assert!(desk.get(&format!("{folder}/officers")).await.text.contains("until they are erased by hand"));
    let place = format!("{folder}/retain");
    let sheet = desk.form(&place).await;
    assert!(desk.get(&place).await.text.contains("is erased at once"), "it is said before");
    let answer = desk.send(&sheet.clone().with("days", "many")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    desk.does(&sheet.with("days", "3000")).await;
    assert_eq!(offices.view("desk").await.retention, Some(3000));
    assert!(desk.get(&format!("{folder}/officers")).await.text.contains("3,000 days after their end"));
    let sheet = desk.form(&place).await.with("days", "");
    desk.does(&sheet).await;
    assert_eq!(offices.view("desk").await.retention, None);

    for list in ["questions", "proposals", "offers", "readouts", "texts", "notes"] {
        let page = desk.get(&format!("{folder}/{list}")).await.text;
        let rest = page
            .split(&format!("href=\"{folder}/{list}/"))
            .skip(1)
            .find(|rest| rest.split('"').next().unwrap().ends_with("/forget"));
        let no = rest.unwrap_or_else(|| panic!("{list}")).split('/').next().unwrap();
        let sheet = desk.form(&format!("{folder}/{list}/{no}/forget")).await;
        desk.does(&sheet).await;
        let page = desk.get(&format!("{folder}/{list}")).await.text;
        assert!(!page.contains(&format!("{list}/{no}/forget")), "{list}: it has no words any more");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn b2_a_channel_is_closed_and_what_was_not_conveyed_is_void() {
    let offices = Offices::open_with_everything().await;
    let (mut desk, folder) = offices.browser("desk").await;
    let channel = calm(&offices).await;
    let waiting = offices.view("desk").await.items.last().unwrap().clone();
    assert_eq!(waiting.state, "lodged");
    let place = format!("{folder}/{channel}/close");
    assert!(desk.get(&format!("{folder}/{channel}")).await.text.contains(&format!("href=\"{place}\"")));
    assert!(desk.get(&place).await.text.contains("It cannot be opened again"));
    let sheet = desk.form(&place).await;
    desk.does(&sheet).await;
    assert_eq!(offices.view("desk").await.items.last().unwrap().state, "voided");
    let page = desk.get(&format!("{folder}/{channel}")).await.text;
    assert!(!page.contains("/outreach") && page.contains("closed"), "nothing more is offered in it");
    let (mut party, at_west) = offices.browser("west").await;
    assert!(party.get(&format!("{at_west}/channels")).await.text.contains("closed"));
}

#[tokio::test(flavor = "multi_thread")]
async fn words_are_found_from_every_page() {
    let offices = Offices::open().await;
    for who in ["desk", "west"] {
        let (mut browser, folder) = offices.browser(who).await;
        for place in ["channels", "pairs", "lines"] {
            let page = browser.get(&format!("{folder}/{place}")).await.text;
            let search = page.split("role=\"search\"").nth(1).expect("a search");
            assert!(search.contains(&format!("action=\"{folder}/find\"")) && search.contains("name=\"find\""));
        }
        assert!(browser.finds(&folder, "items", "CONFRONTATION").await.text.contains("class=\"row\""));
    }
}
