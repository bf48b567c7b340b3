//! What the desk puts between the sides, from its pages: pairs of declarations and proposals.

use hyper::StatusCode;
use office::act::Act;
use office::practice::{Content, Form, ItemId, party};

use crate::browser::Sheet;
use crate::desk_says::calm;
use crate::offices::{NOW, Offices};

#[tokio::test(flavor = "multi_thread")]
async fn e5_declarations_stay_sealed_until_all_are_lodged_and_go_in_one_act() {
    let offices = Offices::open().await;
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/{}/pair", calm(&offices).await);
    assert!(desk.get(&format!("{folder}/pairs")).await.text.contains(&format!("href=\"{place}\"")));
    let sheet = desk.form(&place).await.with("days", "7");
    for _ in 0..2 {
        assert_eq!(desk.send(&sheet).await.status, StatusCode::SEE_OTHER);
    }
    let pair = offices.view("desk").await.pairs.last().unwrap().clone();
    assert_eq!(pair.state, "open");
    let release = format!("{folder}/pairs/{}/release", pair.no);
    for (no, who) in [(1, "west"), (2, "east")] {
        assert!(!desk.get(&format!("{folder}/pairs")).await.text.contains(&release), "not all have declared");
        let view = offices.view(who).await;
        let channel = view.channels.iter().find(|channel| channel.name == "calm").unwrap().channel.parse().unwrap();
        let mut content =
            Content::new(format!("We of the {who} start no strikes."), office::practice::Civil(NOW).plus_days(6));
        content.form = Form::Declaration;
        let pair = view.pairs.last().unwrap().pair.parse().unwrap();
        let item = ItemId([0xd0 + no; 16]);
        offices.act(who, Act::Party(party::Command::Declare { item, channel, content, pair: Some(pair) })).await;
    }
    let page = desk.get(&format!("{folder}/pairs")).await.text;
    assert!(page.contains(&format!("href=\"{release}\"")), "it can be released: {page}");
    assert!(offices.view("east").await.items.iter().all(|item| !item.words.contains("of the west")), "not yet");
    let page = desk.get(&release).await.text;
    for words in ["We of the west", "We of the east", "None can be taken back"] {
        assert!(page.contains(words), "{words} is seen before: {page}");
    }
    let sheet = desk.form(&release).await;
    desk.does(&sheet).await;
    for (who, other) in [("west", "east"), ("east", "west")] {
        let items = offices.view(who).await.items;
        let theirs = format!("We of the {other}");
        assert!(items.iter().any(|item| item.side == "received" && item.words.contains(&theirs)), "{who}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn e3_a_proposal_has_room_for_one_option_more_whenever_it_is_asked_for() {
    let offices = Offices::open().await;
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/{}/propose", calm(&offices).await);
    let mut sheet = desk.form(&place).await;
    let before = offices.view("desk").await.proposals.len();
    for number in 1..=9 {
        if !sheet.is_there(&format!("option-{number}")) {
            let answer = desk.send(&sheet.clone().pressed("step", "change")).await;
            sheet = Sheet::of(&answer.text, &place);
        }
        sheet = sheet.with(&format!("option-{number}"), &format!("A pause of {number} weeks."));
    }
    assert_eq!(offices.view("desk").await.proposals.len(), before, "nothing is done by that");
    desk.does(&sheet).await;
    let options = offices.view("east").await.proposals.last().unwrap().options.clone();
    assert_eq!(options, (1..=9).map(|number| format!("A pause of {number} weeks.")).collect::<Vec<_>>());
}

#[tokio::test(flavor = "multi_thread")]
async fn e3_options_are_put_to_all_and_answers_stay_sealed() {
    let offices = Offices::open().await;
    let (mut desk, folder) = offices.browser("desk").await;
    let place = format!("{folder}/{}/propose", calm(&offices).await);
    assert!(desk.get(&format!("{folder}/proposals")).await.text.contains(&format!("href=\"{place}\"")));
    let sheet = desk.form(&place).await;
    assert!(sheet.text("reveal-at").ends_with("T12:00"), "a time in a week stands there: {}", sheet.text("reveal-at"));
    let sheet = sheet.with("subject", "the pause");
    let answer = desk.send(&sheet.clone().with("reveal-at", "soon")).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for wrong in ["id=\"option-1-wrong\"", "id=\"reveal-at-wrong\""] {
        assert!(answer.text.contains(wrong), "{wrong}");
    }
    let past = desk.send(&sheet.clone().with("option-1", "x").with("reveal-at", "2020-01-01T12:00")).await;
    assert!(past.text.contains("id=\"reveal-at-wrong\""), "what the practice refuses stands beside its field");
    desk.does(&sheet.with("option-1", "A pause of a week.").with("option-3", "A pause of a month.")).await;
    let proposal = offices.view("east").await.proposals.last().unwrap().clone();
    assert_eq!(proposal.options, ["A pause of a week.", "A pause of a month."]);
    assert_eq!(proposal.subject, None, "what it is about is the desk's to know");
    let (mut west, at_west) = offices.browser("west").await;
    let before = offices.view("west").await;
    let answer = party::Command::Answer { proposal: proposal.proposal.parse().unwrap(), takes: vec![2] };
    offices.act("east", Act::Party(answer)).await;
    assert_eq!(offices.view("west").await, before);
    assert!(west.get(&format!("{at_west}/proposals")).await.text.contains("A pause of a month."));
    let page = desk.get(&format!("{folder}/proposals")).await.text;
    assert!(page.contains("Answers are opened from"), "{page}");
    assert!(page.contains("the pause") && page.contains("eastern"), "who has answered is the desk's to know: {page}");
}
