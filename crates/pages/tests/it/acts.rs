//! What pages do: the same as the command, once, and with what was typed kept where it was wrong.

use std::collections::BTreeMap;

use hyper::StatusCode;
use office::act::Act;
use office::practice::{PartyId, desk};

use crate::browser::Sheet;
use crate::offices::{Offices, WICKED};

#[tokio::test(flavor = "multi_thread")]
async fn b2_c1_c2_c5_c7_e7_an_item_goes_from_one_side_to_the_other_by_clicking_and_each_act_is_done_once() {
    let offices = Offices::open().await;
    let (mut west, folder) = offices.browser("west").await;
    let place = format!("{folder}/lodge");
    let sheet = west
        .form(&format!("{place}?form=non-paper"))
        .await
        .with("text", "Let us keep quiet.\r\nNothing more is meant.")
        .with("days", "20")
        .with("handling", "paraphrase")
        .with("approve", "yes")
        .with("conditions", "as long as the other side does\r\n\r\nand no longer")
        .with("precedence", "urgent");
    let items = offices.view("west").await.items.len();
    for _ in 0..2 {
        let answer = west.send(&sheet).await;
        assert_eq!(answer.head("location"), format!("{folder}/items?done=lodged"), "{}", answer.text);
    }
    let view = offices.view("west").await;
    assert_eq!(view.items.len(), items + 1, "sent twice, done once");
    let lodged = view.items.last().unwrap();
    assert_eq!(lodged.words, "Let us keep quiet.\nNothing more is meant.");
    assert_eq!(lodged.conditions, ["as long as the other side does", "and no longer"]);
    assert_eq!((lodged.precedence.as_str(), lodged.approve), ("urgent", true));
    assert!(west.get(&format!("{folder}/items?done=lodged")).await.text.contains("Lodged with the desk."));

    let (mut desk, at_desk) = offices.browser("desk").await;
    let item = offices.view("desk").await.items.last().unwrap().clone();
    let place = format!("{at_desk}/items/{}/render", item.no);
    let sheet =
        desk.form(&place).await.with("text", "They ask for quiet, and mean no more.").with("label", "paraphrase");
    let answer = desk.send(&sheet).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);

    // The author approves these very words.
    let no = offices.view("west").await.items.last().unwrap().no;
    let page = west.get(&format!("{folder}/items/{no}")).await.text;
    assert!(page.contains("They ask for quiet"));
    let sheet = Sheet::of(&page, &format!("{folder}/items/{no}/approve"));
    assert_eq!(west.send(&sheet).await.status, StatusCode::SEE_OTHER);

    // The desk sees exactly what the other side will see; who rendered may not release.
    let place = format!("{at_desk}/items/{}/release", item.no);
    let page = desk.get(&place).await.text;
    let preview = page.split("class=\"preview-item\"").nth(1).expect("a preview");
    for shown in ["They ask for quiet", "those who asked", "no recognition", "as long as the other side does"] {
        assert!(preview.contains(shown), "{shown}");
    }
    assert!(!preview.contains("Let us keep quiet"), "the authentic text is not what it will see");
    assert!(page.contains("who rendered it may not release it"), "what would be refused is said before: {page}");
    let sheet = desk.form(&place).await;
    let answer = desk.send(&sheet).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("who rendered it may not release it"), "{}", answer.text);
    let (mut second, _) = offices.browser_of("second").await;
    let answer = second.send(&sheet).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);

    // It is with the other side, which disposes of it; the author is told nothing.
    let (mut east, at_east) = offices.browser("east").await;
    let received = offices.view("east").await.items.last().unwrap().clone();
    assert_eq!(received.words, "They ask for quiet, and mean no more.");
    assert!(east.get(&format!("{at_east}/")).await.text.contains("data-urgent=\"urgent\""));
    let place = format!("{at_east}/items/{}/dispose", received.no);
    let sheet = east.form(&place).await;
    assert_eq!(east.send(&sheet).await.status, StatusCode::UNPROCESSABLE_ENTITY, "one is chosen");
    let before = offices.view("west").await;
    let answer = east.send(&sheet.with("as", "without-recognition")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    assert_eq!(offices.view("west").await.items, before.items);
    assert_eq!(offices.view("desk").await.items.last().unwrap().dispositions.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn b7_what_is_wrong_stands_beside_its_field_and_what_was_typed_stays() {
    let offices = Offices::open().await;
    let (mut west, folder) = offices.browser("west").await;
    let place = format!("{folder}/lodge");
    let sheet = west.form(&format!("{place}?form=personal-message")).await.with("carrier", "the secretary");
    let before = offices.view("west").await;
    let answer = west.send(&sheet.clone().with("text", WICKED).with("days", "0").with("not-before", "soon")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for wrong in ["id=\"days-wrong\"", "id=\"not-before-wrong\"", "href=\"#days\"", "aria-describedby=\"days-wrong"] {
        assert!(answer.text.contains(wrong), "{wrong}");
    }
    let area = answer.text.split("name=\"text\"").nth(1).unwrap();
    assert!(area.contains("&lt;script&gt;") && !answer.text.contains("<script>"), "typed text is kept, as text");
    assert!(answer.text.contains("value=\"the secretary\""));
    let again = Sheet::of(&answer.text, &place);
    for id in ["act", "new"] {
        assert_eq!((again.text(id), again.text(id).len()), (sheet.text(id), 32), "the form keeps its ids");
    }

    // What the practice refuses stands beside its field too.
    let sheet = again.with("text", "From him").with("days", "5").with("not-before", "");
    let answer = west.send(&sheet).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    let field = answer.text.split(" id=\"behalf\"").nth(1).and_then(|rest| rest.split('>').next()).unwrap_or_default();
    assert!(field.contains("aria-invalid=\"true\"") && field.contains("behalf-wrong"), "{field}");
    assert!(answer.text.contains("id=\"behalf-wrong\""), "{}", answer.text);
    assert_eq!(offices.view("west").await, before, "nothing was done");
    assert_eq!(west.send(&sheet.with("behalf", "the principal")).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test(flavor = "multi_thread")]
async fn c14_the_desk_asks_and_the_party_replies_in_private() {
    let offices = Offices::open().await;
    let (mut desk, at_desk) = offices.browser("desk").await;
    let place = format!("{at_desk}/ask");
    let sheet = desk.form(&place).await;
    let view = offices.view("desk").await;
    let east = view.parties.iter().find(|party| party.name.contains("eastern")).unwrap().party.to_string();
    let channel = view.channels.iter().find(|channel| channel.name == "calm").unwrap().channel.clone();
    let sheet = sheet.with("party", &east).with("channel", &channel).with("text", "Does it stand?").with("days", "3");
    assert_eq!(desk.send(&sheet).await.status, StatusCode::SEE_OTHER);

    let (mut party, at_party) = offices.browser("east").await;
    let question = offices.view("east").await.questions.last().unwrap().clone();
    assert_eq!(question.text, "Does it stand?");
    let place = format!("{at_party}/questions/{}/reply", question.no);
    let sheet = party.form(&place).await.with("text", " ");
    assert_eq!(party.send(&sheet).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    let sheet = sheet.with("text", "It does.");
    for _ in 0..2 {
        assert_eq!(party.send(&sheet).await.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(offices.view("desk").await.questions.last().unwrap().reply.as_deref(), Some("It does."));
}

/// Gives the desk a hundred parties more, and says after which number.
async fn with_a_hundred_more(offices: &Offices, view: &office::view::View) -> u32 {
    let last = view.parties.iter().map(|party| party.party).max().expect("parties");
    for no in 1..=100 {
        let (party, calls) = (PartyId(last + no), BTreeMap::new());
        let (name, principal) = (format!("delegation {no}"), "the chair".to_owned());
        offices.act("desk", Act::Desk(desk::Command::AddParty { party, name, principal, calls })).await;
    }
    last
}

/// A list of thousands is no page: where there are more than a hundred, who is meant is written, and has to stand there whole.
#[tokio::test(flavor = "multi_thread")]
async fn c14_whom_to_ask_among_many_is_named_and_half_a_name_asks_nobody() {
    let offices = Offices::open().await;
    let view = offices.view("desk").await;
    let last = with_a_hundred_more(&offices, &view).await;
    let calm = view.channels.iter().find(|channel| channel.name == "calm").unwrap().channel.clone();
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/ask");
    let sheet = desk.form(&place).await;
    assert!(sheet.offered("party").is_empty(), "there is no list");
    let sheet = sheet.with("channel", &calm).with("text", "Does it stand?").with("days", "3");
    let questions = view.questions.len();

    let (many, several) = ("delegation 1", "12 names fit what you wrote");
    for (typed, said, stands) in [
        ("gation 1", several, "gation 1"),
        ("nobody", "Nothing here is called so", "nobody"),
        ("", "Choose one", ""),
        ("EASTERN", "This name alone fits what you wrote", "The eastern side (2)"),
    ] {
        let answer = desk.send(&sheet.clone().with("party", typed)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        let beside =
            answer.text.split("id=\"party-wrong\">").nth(1).unwrap_or_else(|| panic!("{typed}: {}", answer.text));
        assert!(beside.starts_with(said), "{typed}: {beside}");
        let again = Sheet::of(&answer.text, &place);
        assert_eq!((again.text("party"), again.text("text")), (stands, "Does it stand?"));
        let is_offered = answer.text.contains(&format!("<option value=\"{many} ({})\">", last + 1));
        assert_eq!(is_offered, said == several, "{typed}");
    }
    assert_eq!(offices.view("desk").await.questions.len(), questions, "nobody was asked");
    let answer = desk.send(&sheet.with("party", "The eastern side (2)")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    assert_eq!(offices.view("east").await.questions.last().unwrap().text, "Does it stand?");
}

#[tokio::test(flavor = "multi_thread")]
async fn a6_the_parties_of_a_channel_among_many_are_named_and_half_a_name_opens_none() {
    let offices = Offices::open().await;
    let view = offices.view("desk").await;
    let last = with_a_hundred_more(&offices, &view).await;
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/open-channel");
    let sheet = desk.form(&place).await.with("name", "the valley");
    let channels = view.channels.len();
    let near = format!("delegation 1 ({})", last + 1);
    for (typed, said, stands) in [
        ("delegation 12\ngation 1", "Line 2 fits several names", format!("delegation 12 ({})\ngation 1", last + 12)),
        ("nobody\ndelegation 2", "Line 1 is the name of nothing", format!("nobody\ndelegation 2 ({})", last + 2)),
        ("EASTERN\ndelegation 2", "Line 1 fits one name", format!("The eastern side (2)\ndelegation 2 ({})", last + 2)),
    ] {
        let answer = desk.send(&sheet.clone().with("parties", typed)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{typed}");
        assert!(answer.text.contains(said), "{typed}: {}", answer.text);
        let again = Sheet::of(&answer.text, &place);
        assert_eq!((again.text("parties"), again.text("name")), (stands.as_str(), "the valley"));
        assert_eq!(answer.text.contains(&near), typed.contains("gation 1") && said.contains("several"), "{typed}");
    }
    assert_eq!(offices.view("desk").await.channels.len(), channels, "no channel was opened");
    let whole = sheet.with("parties", &format!("The eastern side (2)\r\ndelegation 12 ({})\r\n", last + 12));
    let answer = desk.send(&whole).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let opened = offices.view("desk").await.channels.last().expect("it is there").clone();
    assert_eq!((opened.name.as_str(), opened.parties), ("the valley", vec![2, last + 12]));
}

#[tokio::test(flavor = "multi_thread")]
async fn an_office_has_the_pages_of_its_own_kind_alone() {
    let offices = Offices::open().await;
    let (mut west, folder) = offices.browser("west").await;
    for place in ["ask", "record", "parties", "conflicts", "items/1/render", "items/1/release", "items/1/return"] {
        assert_eq!(west.get(&format!("{folder}/{place}")).await.status, StatusCode::NOT_FOUND, "{place}");
    }
    let (mut desk, folder) = offices.browser("desk").await;
    for place in ["lodge", "mandates"] {
        assert_eq!(desk.get(&format!("{folder}/{place}")).await.status, StatusCode::NOT_FOUND, "{place}");
    }
}

/// A second tab with the same form, or the form come back to, in which other words are written meanwhile.
#[tokio::test(flavor = "multi_thread")]
async fn c1_other_words_in_a_form_that_was_sent_are_not_taken_for_what_was_sent() {
    let offices = Offices::open().await;
    let (mut west, folder) = offices.browser("west").await;
    let place = format!("{folder}/lodge");
    let sheet = west.form(&format!("{place}?form=non-paper")).await.with("days", "9");
    let items = offices.view("west").await.items.len();
    let answer = west.send(&sheet.clone().with("text", "The bridge stays open.")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let other = sheet.clone().with("text", "The bridge stays shut.");
    let answer = west.send(&other).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{}", answer.text);
    assert!(answer.text.contains("said something else then") && answer.text.contains("The bridge stays shut."));
    assert_eq!(offices.view("west").await.items.len(), items + 1, "nothing of it is done");
    let anew = Sheet::of(&answer.text, &place);
    assert!(["act", "new"].iter().all(|id| anew.text(id).len() == 32 && anew.text(id) != sheet.text(id)));
    assert_eq!(west.send(&anew).await.status, StatusCode::SEE_OTHER);
    let words: Vec<_> = offices.view("west").await.items.iter().rev().take(2).map(|item| item.words.clone()).collect();
    assert_eq!(words, ["The bridge stays shut.", "The bridge stays open."]);
}

/// A flash message that is void tonight cannot wait for the end of the day.
#[tokio::test(flavor = "multi_thread")]
async fn c1_an_end_is_a_moment_where_one_is_given_and_one_that_is_past_is_said_beside_it() {
    let offices = Offices::open().await;
    let (mut west, folder) = offices.browser("west").await;
    let sheet = west.form(&format!("{folder}/lodge?form=non-paper")).await.with("text", "By four, or not at all.");
    for wrong in ["2026-01-31T22:00", "2206-01-31T22:00", "tonight"] {
        let answer = west.send(&sheet.clone().with("ends", wrong)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong}");
        assert!(answer.text.contains("id=\"ends-wrong\"") && !answer.text.contains("id=\"days-wrong\""), "{wrong}");
    }
    let answer = west.send(&sheet.with("ends", "2027-02-01T04:00")).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", crate::sides::main_of(&answer.text));
    let view = offices.view("west").await;
    assert_eq!(view.items.last().unwrap().lapses, "2027-02-01T04:00:00Z");
    let (mut desk, folder) = offices.browser("desk").await;
    let pair = desk.form(&format!("{folder}/channels/1/pair")).await;
    let pairs = offices.view("desk").await.pairs.len();
    desk.does(&pair.with("days", "").with("ends", "2027-02-01T05:00")).await;
    let all = offices.view("desk").await.pairs;
    assert_eq!((all.len(), all.last().unwrap().lapses.as_deref()), (pairs + 1, Some("2027-02-01T05:00:00Z")));
}
