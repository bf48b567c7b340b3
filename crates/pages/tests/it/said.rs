//! What a side does on its pages with what it says and what was said to it: each act by the form that its page shows, and what of
//! it the other offices' pages show then.

use hyper::StatusCode;
use office::practice::{Civil, Content, Grade, ItemId, desk};

use crate::browser::Sheet;
use crate::offices::{NOW, Offices, SPOKEN};
use crate::sides::{
    DAY, calm, conveys, desk_does, does_from, has_link, last, lodges, main_of, number, renders, second_does,
};

/// A moment as a browser's field gives it.
fn typed(civil: i64) -> String {
    jiff::Timestamp::from_second(civil).unwrap().strftime("%Y-%m-%dT%H:%M").to_string()
}

#[tokio::test(flavor = "multi_thread")]
async fn c1_b6_f2_c12_a_side_says_to_whom_how_and_until_when_and_what_goes_with_it() {
    let offices = Offices::open().await;
    let (mut west, at_west) = offices.browser("west").await;
    let (mut desk, at_desk) = offices.browser("desk").await;
    let (mut east, at_east) = offices.browser("east").await;
    let form = format!("{at_west}/lodge");
    let sheet = west
        .form(&format!("{form}?form=aide-memoire"))
        .await
        .with("text", "It is held that the bridge is open. The rest stays as it is.")
        .with("as-of", &typed(NOW - DAY))
        .with("conditions", "while the bridge is open")
        .with("reservations", "nothing is said of friends")
        .with("scope", "the bridge alone")
        .with("days", "15")
        .with("handling", "gist")
        .with("approve", "yes")
        .with("precedence", "flash")
        .with("disclosure", "may-mention")
        .with("not-before", &typed(NOW + 8 * DAY))
        .with("not-after", &typed(NOW + 12 * DAY))
        .with("language", "en")
        .with("ambiguous", "the bridge is open")
        .with("translation-1-language", "fa")
        .with("translation-1-grade", "rough")
        .with("translation-1-by", "M. Karimi");
    let half = west.send(&sheet).await;
    assert_eq!(half.status, StatusCode::UNPROCESSABLE_ENTITY, "a translation without a text");
    assert!(half.text.contains("Give a language, a translator and the text"), "{}", half.text);
    let sheet = sheet.with("translation-1-text", "پل باز است.");
    let more = west.send(&sheet.clone().pressed("step", "change")).await;
    assert!(more.text.contains("name=\"translation-2-text\""), "there is room for another");

    // Everything is shown once more before the desk has it.
    let looked = west.looks(&sheet).await.text;
    for shown in [
        "the bridge alone",
        "while the bridge is open",
        "nothing is said of friends",
        "The gist will do",
        "The author approves the words first",
        "The intermediary may mention it",
        "flash",
        "M. Karimi",
        "پل باز است.",
        "no recognition",
    ] {
        assert!(main_of(&looked).contains(shown), "{shown}: {looked}");
    }
    west.looks_and_does(&sheet).await;
    let item = last(&offices, "desk").await;
    let page = desk.get(&format!("{at_desk}/items/{}", item.no)).await.text;
    for shown in
        ["the bridge alone", "while the bridge is open", "M. Karimi", "پل باز است.", "The gist will do", "flash"]
    {
        assert!(page.contains(shown), "{shown}");
    }
    assert_eq!((item.as_of.is_some(), item.disclosure.as_deref()), (true, Some("may-mention")));
    assert_eq!((item.approve, &item.keep_ambiguous[..]), (true, &["the bridge is open".to_owned()][..]));
    assert_eq!(item.translations[0].grade, Grade::Rough.to_string());
    assert!(!east.get(&format!("{at_east}/items")).await.text.contains("bridge"), "and nobody else");

    // The times bound when it is conveyed.
    renders(&offices, "They hold that the bridge is open.").await;
    let no = last(&offices, "west").await.no;
    let page = west.get(&format!("{at_west}/items/{no}")).await.text;
    west.does(&Sheet::of(&page, &format!("{at_west}/items/{no}/approve"))).await;
    let (mut second, _) = offices.browser_of("second").await;
    let release = format!("{at_desk}/items/{}/release", item.no);
    let sheet = second.form(&release).await;
    let early = second.send(&sheet).await;
    assert!(early.text.contains("not before the time"), "{} {}", early.status, early.text);
    offices.pass_to(NOW + 9 * DAY).await;
    second.does(&sheet).await;
    let page = east.get(&format!("{at_east}/items/{}", last(&offices, "east").await.no)).await.text;
    assert!(page.contains("They hold that the bridge is open.") && page.contains("the bridge alone"));
    assert!(!page.contains("It is held") && !page.contains("may mention"), "nor authentic text, nor disclosure");
}

#[tokio::test(flavor = "multi_thread")]
async fn b7_the_form_asks_only_what_its_form_needs() {
    let offices = Offices::open().await;
    let (mut west, at_west) = offices.browser("west").await;
    let mut asks = async |form: &str, field: &str| {
        let page = west.get(&format!("{at_west}/lodge?form={form}")).await.text;
        page.contains(&format!("name=\"{field}\""))
    };
    for (form, field, asked) in [
        ("non-paper", "as-of", false),
        ("non-paper", "behalf", false),
        ("non-paper", "carrier", false),
        ("aide-memoire", "as-of", true),
        ("personal-message", "behalf", true),
        ("personal-message", "carrier", true),
        ("note-verbale", "behalf", false),
        ("oral-message", "as-of", true),
    ] {
        assert_eq!(asks(form, field).await, asked, "{form}: {field}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn b7_d1_a_personal_message_says_on_whose_behalf_it_is_and_who_carries_it() {
    let offices = Offices::open().await;
    let (mut west, at_west) = offices.browser("west").await;
    let sheet =
        west.form(&format!("{at_west}/lodge?form=personal-message")).await.with("text", "Hear the rest from him.");
    let sheet = sheet.with("behalf", "the Prime Minister").with("carrier", "the ambassador in person");
    let looked = west.looks(&sheet).await.text;
    assert!(looked.contains("the ambassador in person") && looked.contains("Said on behalf of a principal"));
    west.looks_and_does(&sheet).await;
    conveys(&offices, "Hear the rest from the one who comes.").await;
    for who in ["desk", "east"] {
        let (mut browser, at) = offices.browser(who).await;
        let page = browser.get(&format!("{at}/items/{}", last(&offices, who).await.no)).await.text;
        assert!(page.contains("the Prime Minister") && page.contains("the ambassador in person"), "{who}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn b3_words_that_commit_are_shown_before_they_are_lodged_and_never_stand_in_the_way() {
    let offices = Offices::open().await;
    let (mut west, at_west) = offices.browser("west").await;
    let form = format!("{at_west}/lodge");
    let items = offices.view("west").await.items.len();
    for (kind, text, shown) in [
        ("note-verbale", "We guarantee a pause.", &["can be attributed", "guarantee", "reads as a guarantee"][..]),
        (
            "non-paper",
            "The western side says on 6 October 2025: the road is \u{202E}nepo\u{202C}.",
            &["names neither its origin nor a date", "what its reader does not see", "a mark turns the letters"],
        ),
        ("aide-memoire", "We are still.", &["written in the third person", "We"]),
        ("non-paper", "Нет вопросов, но мы обязуемся молчать.", &["reads as an undertaking", "обязуемся"]),
    ] {
        let sheet = west.form(&format!("{form}?form={kind}")).await.with("text", text);
        let looked = west.looks(&sheet).await.text;
        for one in shown {
            assert!(main_of(&looked).contains(one), "{text}: {one}: {looked}");
        }
        assert!(looked.contains("Nothing is done yet"));
    }
    assert_eq!(offices.view("west").await.items.len(), items, "nothing was lodged by looking");
    let sheet = west.form(&format!("{form}?form=non-paper")).await.with("text", "We guarantee a pause.");
    west.looks_and_does(&sheet).await;
    assert_eq!(offices.view("west").await.items.len(), items + 1, "it warns, and does not block");

    // The reader's language, and the text's own for what can be said instead.
    west.heads.insert("accept-language", "fa".to_owned());
    let sheet = west.form(&format!("{form}?form=non-paper")).await.with("text", "Nous garantissons une pause.");
    let looked = west.looks(&sheet).await.text;
    assert!(looked.contains("همچون تضمین خوانده می‌شود") && looked.contains("l’intention est"), "{looked}");
    let clean = west.form(&format!("{form}?form=non-paper")).await.with("text", "Une pause.");
    assert!(west.looks(&clean).await.text.contains("چیزی در آن یافته نشد"));
}

#[tokio::test(flavor = "multi_thread")]
async fn c4_an_answer_is_tied_and_whoever_answers_what_was_superseded_is_warned() {
    let offices = Offices::open().await;
    let first = lodges(&offices, "west", 0xc4, "The road is open until noon.", &[]).await;
    conveys(&offices, "They say that the road is open until noon.").await;
    let answered = last(&offices, "east").await;
    let (mut west, at_west) = offices.browser("west").await;
    let (mut east, at_east) = offices.browser("east").await;

    // Its author says it otherwise, from the page of the item.
    let page = west.get(&format!("{at_west}/items/{}", first.no)).await.text;
    assert!(has_link(&page, &format!("{at_west}/lodge?supersedes={}", first.no)));
    let sheet = west.form(&format!("{at_west}/lodge?form=non-paper&supersedes={}", first.no)).await;
    assert_eq!(sheet.text("supersedes"), first.no.to_string());
    west.looks_and_does(&sheet.with("text", "The road is open until three.")).await;
    conveys(&offices, "They say that the road is open until three.").await;
    let later = last(&offices, "east").await;
    assert_eq!(later.supersedes, Some(answered.item.clone()));

    // Whoever answers the first of the two is warned, twice, and may.
    let form = format!("{at_east}/lodge?form=non-paper&answers={}", answered.no);
    let page = east.get(&form).await.text;
    assert!(page.contains("has been superseded") && has_link(&page, &format!("{at_east}/items/{}", later.no)));
    let sheet = east.form(&form).await.with("text", "Noon is too early.");
    assert!(east.looks(&sheet).await.text.contains("has been superseded"));
    let wrong = east.send(&sheet.clone().with("answers", "9999")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wrong.text.contains("id=\"answers-wrong\""), "{}", wrong.text);
    east.looks_and_does(&sheet).await;
    let (mut desk, at_desk) = offices.browser("desk").await;
    let item = last(&offices, "desk").await;
    let page = desk.get(&format!("{at_desk}/items/{}", item.no)).await.text;
    assert!(page.contains("Answers") && page.contains("Noon is too early."));
    conveys(&offices, "Noon is said to be too early.").await;
    let told = last(&offices, "west").await;
    assert_eq!(told.answers.as_deref(), Some(first.item.as_str()));

    // What stands can be said again.
    let stands = offices.view("west").await.items.iter().find(|item| item.words.contains("three")).unwrap().no;
    let page = west.get(&format!("{at_west}/items/{stands}")).await.text;
    assert!(has_link(&page, &format!("{at_west}/lodge?reaffirms={stands}")));
    let sheet = west.form(&format!("{at_west}/lodge?form=non-paper&reaffirms={stands}")).await;
    west.looks_and_does(&sheet.with("text", "As we said.")).await;
    let item = last(&offices, "desk").await;
    assert!(desk.get(&format!("{at_desk}/items/{}", item.no)).await.text.contains("Reaffirms"));
}

#[tokio::test(flavor = "multi_thread")]
async fn b4_a_condition_is_invoked_on_its_page() {
    let offices = Offices::open().await;
    let item = lodges(&offices, "west", 0xb4, "The gate stays open.", &["no shots at night", "no drones"]).await;
    let (mut west, at_west) = offices.browser("west").await;
    let form = format!("{at_west}/items/{}/invoke", item.no);
    assert!(!has_link(&west.get(&format!("{at_west}/items/{}", item.no)).await.text, &form), "nothing is conveyed yet");
    conveys(&offices, "They say that the gate stays open.").await;
    let received = last(&offices, "east").await;
    assert!(has_link(&west.get(&format!("{at_west}/items/{}", item.no)).await.text, &form));
    let sheet = west.form(&form).await;
    assert_eq!(west.send(&sheet).await.status, StatusCode::UNPROCESSABLE_ENTITY, "which one");
    west.does(&sheet.with("condition", "2")).await;
    let page = west.get(&format!("{at_west}/items/{}", item.no)).await.text;
    assert!(page.contains("<bdi dir=\"auto\">no drones</bdi> <span class=\"chip\">invoked</span>"), "{page}");
    let (mut desk, at_desk) = offices.browser("desk").await;
    assert!(desk.get(&format!("{at_desk}/")).await.text.contains("A condition was invoked"));
    let (mut east, at_east) = offices.browser("east").await;
    let place = format!("{at_east}/items/{}", received.no);
    assert!(!east.get(&place).await.text.contains("invoked"), "not before the desk conveys it");
    let at_desk = last(&offices, "desk").await.item.parse().unwrap();
    second_does(&offices, desk::Command::Release { item: at_desk }).await;
    assert!(east.get(&place).await.text.contains("no drones</bdi> <span class=\"chip\">invoked</span>"));
}

#[tokio::test(flavor = "multi_thread")]
async fn c10_an_item_is_taken_back_on_its_page_and_never_conveyed() {
    let offices = Offices::open().await;
    let item = lodges(&offices, "west", 0x10, "We hear of columns.", &[]).await;
    let (mut west, at_west) = offices.browser("west").await;
    let (page, form) = (format!("{at_west}/items/{}", item.no), format!("{at_west}/items/{}/recall", item.no));
    assert!(west.get(&form).await.text.contains("Only the desk knows whether it is too late"));
    does_from(&mut west, &page, &form).await;
    assert_eq!(last(&offices, "west").await.state, "recalled");
    assert!(!has_link(&west.get(&page).await.text, &form), "once");
    let (mut desk, at_desk) = offices.browser("desk").await;
    let no = last(&offices, "desk").await.no;
    let shown = desk.get(&format!("{at_desk}/items/{no}")).await.text;
    assert!(shown.contains("recalled") && !has_link(&shown, &format!("{at_desk}/items/{no}/release")));
    let (mut east, at_east) = offices.browser("east").await;
    assert!(!east.get(&format!("{at_east}/items")).await.text.contains("columns"));

    // What an addressee has stays there, and whoever asked too late is told so.
    let item = lodges(&offices, "west", 0x11, "We hear of barges.", &[]).await;
    conveys(&offices, "They hear of barges.").await;
    let form = format!("{at_west}/items/{}/recall", item.no);
    does_from(&mut west, &format!("{at_west}/items/{}", item.no), &form).await;
    assert!(west.get(&format!("{at_west}/")).await.text.contains("already conveyed: it cannot be taken back"));
    assert!(east.get(&format!("{at_east}/items")).await.text.contains("They hear of barges."));
}

#[tokio::test(flavor = "multi_thread")]
async fn c11_what_is_confided_stays_with_the_desk_until_leave_is_given() {
    let offices = Offices::open().await;
    let (mut east, at_east) = offices.browser("east").await;
    let (mut desk, at_desk) = offices.browser("desk").await;
    let (mut west, at_west) = offices.browser("west").await;
    let form = format!("{at_east}/confide");
    assert!(has_link(&east.get(&format!("{at_east}/items")).await.text, &form));
    let channel: office::practice::ChannelHandle = calm(&offices.view("east").await);
    for text in ["Half of the council would hear more.", "The other half would not."] {
        let sheet = east.form(&form).await.with("channel", &channel.to_string()).with("text", text);
        east.does(&sheet).await;
        let item = last(&offices, "east").await;
        assert!(east.get(&format!("{at_east}/items/{}", item.no)).await.text.contains("for the desk alone"));
        let at = last(&offices, "desk").await;
        assert_eq!((at.side.as_str(), at.words.as_str()), ("confided", text));
        desk_does(&offices, desk::Command::UseConfided { item: at.item.parse().unwrap() }).await;
    }
    let no = last(&offices, "east").await.no;
    let board = east.get(&format!("{at_east}/")).await.text;
    for (no, act) in [(no - 1, "give-leave"), (no - 1, "withhold"), (no, "give-leave"), (no, "withhold")] {
        assert!(has_link(&board, &format!("{at_east}/items/{no}/{act}")), "{act}");
    }
    assert_eq!(
        east.get(&format!("{at_east}/items/{no}/confirm")).await.status,
        StatusCode::NOT_FOUND,
        "another matter"
    );
    let page = east.get(&format!("{at_east}/items/{}/give-leave", no - 1)).await.text;
    assert!(page.contains("put it into words of its choice"), "it says what it will do");
    does_from(&mut east, &format!("{at_east}/items/{}", no - 1), &format!("{at_east}/items/{}/give-leave", no - 1))
        .await;
    does_from(&mut east, &format!("{at_east}/items/{no}"), &format!("{at_east}/items/{no}/withhold")).await;
    // At the desk the one may be rendered, the other may not.
    let last_at_desk = last(&offices, "desk").await.no;
    let mut rendered = Vec::new();
    for no in [last_at_desk - 1, last_at_desk] {
        let sheet = desk.form(&format!("{at_desk}/items/{no}/render")).await;
        let answer = desk.send(&sheet.with("text", "They may hear more.").with("label", "gist")).await;
        rendered.push((answer.status, answer.text.contains("did not give leave")));
    }
    assert_eq!(rendered, [(StatusCode::SEE_OTHER, false), (StatusCode::UNPROCESSABLE_ENTITY, true)]);
    assert!(!west.get(&format!("{at_west}/items")).await.text.contains("council"));
}

#[tokio::test(flavor = "multi_thread")]
async fn c8_what_was_told_by_voice_is_confirmed_or_denied_on_its_page() {
    let offices = Offices::open().await;
    let view = offices.view("desk").await;
    let (mut west, at_west) = offices.browser("west").await;
    let (mut desk, at_desk) = offices.browser("desk").await;
    for (n, text) in [(1_u8, "The telephone could be manned at night."), (2, "Nobody trusts the guards.")] {
        let intake = desk::Intake {
            item: ItemId([0xc8 + n; 16]),
            from: number(&view, "western"),
            channel: calm(&view),
            content: Content::new(text, Civil(NOW + 20 * DAY)),
            to: Vec::new(),
            handling: None,
            approve: false,
            not_before: None,
            not_after: None,
            answers: None,
            reaffirms: None,
            supersedes: None,
        };
        desk_does(&offices, desk::Command::Intake(Box::new(intake))).await;
    }
    let no = last(&offices, "west").await.no;
    let board = west.get(&format!("{at_west}/")).await.text;
    for (no, act) in [(no - 1, "confirm"), (no - 1, "deny"), (no, "confirm"), (no, "deny")] {
        assert!(has_link(&board, &format!("{at_west}/items/{no}/{act}")), "{act}");
    }
    does_from(&mut west, &format!("{at_west}/items/{}", no - 1), &format!("{at_west}/items/{}/confirm", no - 1)).await;
    let sheet = west.form(&format!("{at_west}/items/{no}/deny")).await.with("reason", "Nobody here said that.");
    west.does(&sheet).await;
    let at = offices.view("desk").await.items;
    let confirmed: Vec<_> = at.iter().rev().take(2).map(|item| item.confirmed).collect();
    assert_eq!(confirmed, [Some(false), Some(true)]);
    let page = desk.get(&format!("{at_desk}/items/{}", at.last().unwrap().no)).await.text;
    assert!(page.contains("Nobody here said that."), "the desk is told why: {page}");
    let (mut east, at_east) = offices.browser("east").await;
    assert!(!east.get(&format!("{at_east}/items")).await.text.contains("guards"));
}

#[tokio::test(flavor = "multi_thread")]
async fn d1_d2_d3_an_envoy_is_appointed_countersigned_and_revoked_on_the_principals_pages() {
    let offices = Offices::open().await;
    let (mut east, at_east) = offices.browser("east").await;
    let (mut envoy, at_envoy) = offices.browser("east/secretary").await;
    let (mut desk, at_desk) = offices.browser("desk").await;
    let form = format!("{at_east}/mandates/appoint");
    assert!(has_link(&east.get(&format!("{at_east}/mandates")).await.text, &form));
    for place in ["mandates/appoint", "mandates/1/revoke"] {
        let there = envoy.get(&format!("{at_envoy}/{place}")).await.status;
        assert_eq!(there, StatusCode::NOT_FOUND, "only the principal's office has it");
    }
    let channel: office::practice::ChannelHandle = calm(&offices.view("east").await);
    let sheet = east.form(&form).await;
    assert_eq!(east.send(&sheet).await.status, StatusCode::UNPROCESSABLE_ENTITY, "who, and for what");
    let sheet = sheet
        .with("envoy-name", "secretary")
        .with("title", "Secretary of the Council")
        .with("channels", &channel.to_string())
        .without("may")
        .also("may", "lodge")
        .with("until", &typed(NOW + 30 * DAY))
        .with("countersign", "yes");
    east.does(&sheet).await;
    let mandate = main_of(&east.get(&format!("{at_east}/mandates")).await.text).to_owned();
    assert!(mandate.contains("Secretary of the Council") && !mandate.contains("clear readouts"), "{mandate}");
    let shown = desk.get(&format!("{at_desk}/parties")).await.text;
    assert!(shown.contains("Secretary of the Council"), "the desk sees who speaks by whose authority");

    // What the envoy lodges waits for the principal, who is shown exactly what.
    let sheet = envoy.form(&format!("{at_envoy}/lodge?form=non-paper")).await;
    let sheet = sheet.with("text", "The council has heard it.").with("conditions", "while it is quiet");
    envoy.looks_and_does(&sheet).await;
    let item = last(&offices, "east").await;
    assert_eq!((item.side.as_str(), item.state.as_str()), ("kin", "awaiting-countersign"));
    let form = format!("{at_east}/items/{}/countersign", item.no);
    assert!(has_link(&east.get(&format!("{at_east}/")).await.text, &form));
    let page = east.get(&form).await.text;
    for shown in ["The council has heard it.", "while it is quiet", "You put your mark to exactly what is shown here"] {
        assert!(page.contains(shown), "{shown}");
    }
    let sheet = east.form(&form).await;
    east.does(&sheet).await;
    assert_eq!(last(&offices, "desk").await.state, "lodged");

    // Revoked, at once; what it says then is refused, for its office has learnt of it.
    let no = 1 + offices.view("east").await.mandates.iter().position(|one| one.envoy == "secretary").unwrap();
    let form = format!("{at_east}/mandates/{no}/revoke");
    assert!(east.get(&form).await.text.contains("held for the desk to decide"));
    does_from(&mut east, &format!("{at_east}/mandates"), &form).await;
    assert!(desk.get(&format!("{at_desk}/parties")).await.text.contains("revoked"));
    let sheet = envoy.form(&format!("{at_envoy}/lodge?form=non-paper")).await.with("text", "More.");
    let answer = envoy.send(&sheet.pressed("step", "look")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("the mandate was revoked"), "{}", answer.text);
}

#[tokio::test(flavor = "multi_thread")]
async fn g3_words_are_erased_forgotten_and_kept_for_so_many_days_on_the_pages_of_a_side() {
    let offices = Offices::open_with_everything().await;
    let (mut east, at_east) = offices.browser("east").await;
    let view = offices.view("east").await;
    let item =
        view.items.iter().rev().find(|item| item.side == "received" && item.form == "non-paper").unwrap().clone();
    let (page, form) = (format!("{at_east}/items/{}", item.no), format!("{at_east}/items/{}/erase", item.no));
    assert!(east.get(&form).await.text.contains("for good"), "it says what it will do");
    does_from(&mut east, &page, &form).await;
    let shown = east.get(&page).await.text;
    assert!(shown.contains("The words are not here, or not any more.") && !has_link(&shown, &form));
    let own = lodges(&offices, "east", 0x63, "Of our own.", &[]).await;
    does_from(&mut east, &format!("{at_east}/items/{}", own.no), &format!("{at_east}/items/{}/erase", own.no)).await;
    assert_eq!(last(&offices, "east").await.words, "");
    assert_eq!(last(&offices, "desk").await.words, "Of our own.", "what the desk has stays with it");

    let words = |view: &office::view::View| {
        [
            view.questions.last().map(|one| one.text.clone()),
            view.proposals.last().map(|one| one.options.concat()),
            view.offers.last().map(|one| one.text.clone()),
            view.readouts.last().map(|one| one.text.clone()),
            view.texts.last().map(|one| one.versions.iter().map(|version| version.words.as_str()).collect()),
        ]
    };
    assert!(words(&view).iter().all(|words| words.as_ref().is_some_and(|words| !words.is_empty())));
    for (place, no) in [
        ("questions", view.questions.len()),
        ("proposals", view.proposals.len()),
        ("offers", view.offers.len()),
        ("readouts", view.readouts.len()),
        ("texts", view.texts.len()),
    ] {
        does_from(&mut east, &format!("{at_east}/{place}"), &format!("{at_east}/{place}/{no}/forget")).await;
    }
    let after = words(&offices.view("east").await);
    assert!(after.iter().all(|words| words.as_ref().is_none_or(String::is_empty)), "{after:?}");

    let form = format!("{at_east}/retain");
    assert!(has_link(&east.get(&format!("{at_east}/lines")).await.text, &form));
    let sheet = east.form(&form).await;
    assert_eq!(east.send(&sheet.clone().with("keep", "soon")).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    east.does(&sheet.with("keep", "30")).await;
    assert_eq!(offices.view("east").await.retention, Some(30));
    assert!(east.get(&format!("{at_east}/lines")).await.text.contains("30 days after their end"));
    let sheet = east.form(&form).await.with("keep", "");
    east.does(&sheet).await;
    assert_eq!(offices.view("east").await.retention, None);
}

/// On no page but its own, and there only once it was read; also what the desk corrected of it.
#[tokio::test(flavor = "multi_thread")]
async fn b7_c13_an_oral_message_is_in_no_list_even_after_it_was_read_nor_are_its_corrections() {
    const MEANT: &str = "meant for the ear as well";
    let offices = Offices::open_with_everything().await;
    let item = offices.view("desk").await.items.iter().find(|item| item.words == SPOKEN).unwrap().clone();
    let received = offices.view("east").await.items.iter().find(|item| item.words == SPOKEN).unwrap().clone();
    let correct = desk::Command::Correct {
        item: item.item.parse().unwrap(),
        words: MEANT.to_owned(),
        label: None,
        to: Vec::new(),
        conditions: None,
        reservations: None,
        scope: None,
    };
    desk_does(&offices, correct).await;
    second_does(&offices, desk::Command::Release { item: item.item.parse().unwrap() }).await;
    let (mut east, at_east) = offices.browser("east").await;
    let place = format!("{at_east}/items/{}", received.no);
    for page in [place.clone(), format!("{place}/dispose"), format!("{at_east}/items"), format!("{at_east}/")] {
        let page = east.get(&page).await.text;
        assert!(!page.contains(SPOKEN) && !page.contains(MEANT), "before it is read");
    }
    let page = east.get(&place).await.text;
    east.does(&Sheet::of(&page, &format!("{place}/read"))).await;
    let page = east.get(&place).await.text;
    let open = page.replace("<div class=\"oral\" data-oral translate=\"no\">", "\u{0}");
    let (outside, inside) = open.split_once('\u{0}').unwrap();
    assert!(inside.contains(MEANT) && !outside.contains(MEANT) && !outside.contains(SPOKEN));
    assert_eq!(inside.split('\u{0}').count(), 2, "its words, and as it was conveyed: both stay on the screen");
    let form = east.get(&format!("{place}/dispose")).await.text;
    assert!(form.contains("data-oral") && form.contains(MEANT), "nor is it bare above a form");
    let mut lists = vec![east.finds(&at_east, "items", "ear").await.text];
    for list in ["items", "", "channels/1"] {
        lists.push(east.get(&format!("{at_east}/{list}")).await.text);
    }
    for list in lists {
        assert!(!list.contains(SPOKEN) && !list.contains(MEANT), "a list is no place for it");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn c6_what_waits_for_a_side_says_what_can_be_done_with_each_thing_and_leads_there() {
    let offices = Offices::open_with_everything().await;
    lodges(&offices, "west", 0x66, "Let the words be put to me.", &[]).await;
    let (mut east, at_east) = offices.browser("east").await;
    let view = offices.view("east").await;
    let page = east.get(&format!("{at_east}/")).await.text;
    let mut kinds = std::collections::BTreeSet::new();
    for matter in &view.outstanding {
        let of = |place: &str, no: usize, acts: &[&str]| {
            acts.iter().map(|act| format!("{at_east}/{place}/{no}/{act}")).collect::<Vec<_>>()
        };
        let links = match (matter.waits_for.as_str(), matter.no) {
            ("response", Some(no)) => {
                let mut links = of("items", no as usize, &["dispose"]);
                links.push(format!("{at_east}/lodge?answers={no}"));
                links
            }
            ("answer", _) => of("proposals", view.proposals.len(), &["answer"]),
            ("offer", _) => of("offers", view.offers.len(), &["take-up", "decline"]),
            ("clearance", _) => of("readouts", view.readouts.len(), &["clear", "object"]),
            ("reply", _) => of("questions", view.questions.len(), &["reply"]),
            (other, _) => panic!("{other}"),
        };
        kinds.insert(matter.waits_for.clone());
        for link in links {
            assert!(has_link(&page, &link), "{}: {link}", matter.waits_for);
            let place = link.trim_start_matches(&format!("{at_east}/")).to_owned();
            let to = if place.starts_with("lodge") { format!("{link}&form=non-paper") } else { link };
            assert_eq!(east.get(&to).await.status, StatusCode::OK, "{to}");
        }
    }
    assert_eq!(kinds.len(), 5, "{kinds:?}");
}

#[tokio::test(flavor = "multi_thread")]
async fn c3_a1_the_lines_state_and_check_words_and_the_fidelity_code_are_on_the_pages() {
    let offices = Offices::open().await;
    lodges(&offices, "west", 0xc3, "The well is dry; nobody has to look for it.", &[]).await;
    let item = last(&offices, "desk").await.item.parse().unwrap();
    let render = desk::Command::Render {
        item,
        words: "The well is dry; nobody has to look for it.".to_owned(),
        label: office::practice::Label::Verbatim,
        to: Vec::new(),
        conditions: None,
        reservations: None,
        scope: None,
        translations: Vec::new(),
    };
    desk_does(&offices, render).await;
    second_does(&offices, desk::Command::Release { item }).await;
    let mut codes = Vec::new();
    for who in ["west", "east"] {
        let (mut browser, at) = offices.browser(who).await;
        let lines = browser.get(&format!("{at}/lines")).await.text;
        assert!(lines.contains("working") && lines.contains("class=\"check-words\""), "{who}");
        assert_eq!(lines.matches("class=\"check-words\"").count(), 1, "one line, to the desk");
        let words = lines.split("class=\"check-words\"").nth(1).unwrap().split(['>', '<']).nth(1).unwrap();
        assert_eq!(words.split(' ').count(), 6);
        let page = browser.get(&format!("{at}/items/{}", last(&offices, who).await.no)).await.text;
        let code = page.split("class=\"code\"").nth(1).unwrap().split("</p>").next().unwrap();
        codes.push(code.split("translate=\"no\">").nth(1).unwrap().split('<').next().unwrap().to_owned());
    }
    assert_eq!(codes[0], codes[1], "the text as it was sent and as it was received");
    assert!(codes[0].contains(" (") && codes[0].ends_with(')'), "words, and the number: {}", codes[0]);
}

#[tokio::test(flavor = "multi_thread")]
async fn c2_d3_the_very_words_that_were_shown_are_approved_and_none_that_came_meanwhile() {
    let offices = Offices::open().await;
    let (mut west, at_west) = offices.browser("west").await;
    let sheet = west.form(&format!("{at_west}/lodge?form=non-paper")).await.with("text", "The ferry runs.");
    west.looks_and_does(&sheet.with("approve", "yes")).await;
    renders(&offices, "They say that the ferry runs.").await;
    let no = last(&offices, "west").await.no;
    let (page, approve) = (format!("{at_west}/items/{no}"), format!("{at_west}/items/{no}/approve"));
    let board = west.get(&format!("{at_west}/")).await.text;
    assert!(
        has_link(&board, &page) && !board.contains(&format!("action=\"{approve}\"")),
        "approved where they are read"
    );
    let shown = west.get(&page).await.text;
    let (above, _) = shown.split_once(&format!("action=\"{approve}\"")).unwrap();
    assert!(above.contains("They say that the ferry runs."), "the words stand above what approves them");
    let stale = Sheet::of(&shown, &approve);

    renders(&offices, "They promise that the ferry runs.").await;
    let answer = west.send(&stale).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("has put other words meanwhile"), "{}", answer.text);
    let (mut desk, at_desk) = offices.browser("desk").await;
    let item = last(&offices, "desk").await;
    assert_eq!(item.state, "awaiting-approval");
    let sheet = Sheet::of(&west.get(&page).await.text, &approve);
    for _ in 0..2 {
        assert_eq!(west.send(&sheet).await.status, StatusCode::SEE_OTHER, "sent twice, done once");
    }
    assert!(desk.get(&format!("{at_desk}/items/{}", item.no)).await.text.contains("words approved"));
}
