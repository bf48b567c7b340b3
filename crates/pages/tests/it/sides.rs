//! What a side does on its pages, each act by the form that its page shows; what of it the other offices' pages show then,
//! and what they do not.

use hyper::StatusCode;
use office::act::Act;
use office::practice::{
    Civil, ItemId, Label, Lodging, OfferId, PairId, PartyId, ProposalId, ReadoutId, TextId, desk, party,
};
use office::view::{ItemView, View};

use crate::browser::{Browser, Sheet};
use crate::offices::{NOW, Offices};

pub(crate) const DAY: i64 = 86_400;

/// The channel of two sides, as an office has it.
pub(crate) fn calm<T: std::str::FromStr>(view: &View) -> T
where
    T::Err: std::fmt::Debug,
{
    view.channels.iter().find(|channel| channel.name == "calm").unwrap().channel.parse().unwrap()
}

pub(crate) async fn desk_does(offices: &Offices, command: desk::Command) {
    offices.act("desk", Act::Desk(command)).await;
}

/// The second officer, who may release what the first rendered.
pub(crate) async fn second_does(offices: &Offices, command: desk::Command) {
    offices.act_as("desk", "second", Act::Desk(command)).await;
}

/// The number of a party at the desk.
pub(crate) fn number(desk: &View, name: &str) -> PartyId {
    PartyId(desk.parties.iter().find(|party| party.name.contains(name)).unwrap().party)
}

/// The last item that an office has.
pub(crate) async fn last(offices: &Offices, who: &str) -> ItemView {
    offices.view(who).await.items.last().unwrap().clone()
}

/// A side lodges a text as its page would have it.
pub(crate) async fn lodges(offices: &Offices, who: &str, item: u8, text: &str, conditions: &[&str]) -> ItemView {
    let channel = calm(&offices.view(who).await);
    let mut content = office::practice::Content::new(text, Civil(NOW + 20 * DAY));
    content.conditions = conditions.iter().map(|one| (*one).to_owned()).collect();
    let lodging = Lodging::new(ItemId([item; 16]), channel, content);
    offices.act(who, Act::Party(party::Command::Lodge(lodging))).await;
    last(offices, who).await
}

/// The desk puts the last item that was lodged into words.
pub(crate) async fn renders(offices: &Offices, words: &str) {
    let item = last(offices, "desk").await.item.parse().unwrap();
    let command = desk::Command::Render {
        item,
        words: words.to_owned(),
        label: Label::Paraphrase,
        to: Vec::new(),
        conditions: None,
        reservations: None,
        scope: None,
        translations: Vec::new(),
    };
    desk_does(offices, command).await;
}

/// The same, and releases them.
pub(crate) async fn conveys(offices: &Offices, words: &str) {
    renders(offices, words).await;
    let item = last(offices, "desk").await.item.parse().unwrap();
    second_does(offices, desk::Command::Release { item }).await;
}

/// A page's main part: what is shown, without the ways about it.
pub(crate) fn main_of(page: &str) -> &str {
    page.split_once("<main").unwrap().1.split_once("</main>").unwrap().0
}

/// A link that a page has to what can be done.
pub(crate) fn has_link(page: &str, place: &str) -> bool {
    page.contains(&format!("href=\"{place}\""))
}

/// Opens a form from a page that links to it, and does it as it stands.
pub(crate) async fn does_from(browser: &mut Browser, page: &str, form: &str) {
    let shown = browser.get(page).await.text;
    assert!(has_link(&shown, form), "{page} leads to {form}: {}", main_of(&shown));
    let sheet = browser.form(form).await;
    browser.does(&sheet).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn e5_a_declaration_is_sealed_withdrawn_and_lodged_again_and_both_are_released_in_one_act() {
    let offices = Offices::open().await;
    let channel = calm(&offices.view("desk").await);
    let pair = PairId([0x51; 16]);
    desk_does(&offices, desk::Command::Pair { pair, channel, lapses: Some(Civil(NOW + 30 * DAY)) }).await;
    let (mut west, at_west) = offices.browser("west").await;
    let (mut east, at_east) = offices.browser("east").await;
    let (mut desk, at_desk) = offices.browser("desk").await;
    let no = offices.view("west").await.pairs.last().unwrap().no;
    let form = format!("{at_west}/pairs/{no}/declare");
    let board = west.get(&format!("{at_west}/")).await.text;
    assert!(has_link(&board, &form), "what is open to a side is where it looks first");
    let before = east.get(&format!("{at_east}/pairs")).await.text;

    // It says what it will do, is looked at, and nothing is done by looking.
    let sheet = west.form(&form).await.with("text", "We shall be still.").with("days", "40");
    let looked = west.looks(&sheet).await.text;
    assert!(looked.contains("sealed from everyone") && looked.contains("<mark"), "{looked}");
    assert_eq!(offices.view("desk").await.pairs.last().unwrap().lodged.len(), 0);
    west.looks_and_does(&sheet).await;
    for (browser, place) in [(&mut desk, format!("{at_desk}/items")), (&mut east, format!("{at_east}/items"))] {
        assert!(!browser.get(&place).await.text.contains("We shall be still."), "{place}");
    }
    assert!(desk.get(&format!("{at_desk}/pairs")).await.text.contains("The western side"));
    assert_eq!(east.get(&format!("{at_east}/pairs")).await.text, before, "nobody else learns that it was lodged");

    // It is taken back, and another lodged in its place.
    let item = last(&offices, "west").await;
    let form_of_recall = format!("{at_west}/items/{}/recall", item.no);
    does_from(&mut west, &format!("{at_west}/pairs"), &form_of_recall).await;
    assert_eq!(last(&offices, "west").await.state, "recalled");
    let sheet = west.form(&form).await.with("text", "We do not intend to begin.").with("days", "40");
    west.looks_and_does(&sheet).await;

    // The other side declares too; both are then released by one act, and each has the other's word for word.
    let no = offices.view("east").await.pairs.last().unwrap().no;
    let sheet = east.form(&format!("{at_east}/pairs/{no}/declare")).await.with("text", "Nor do we.").with("days", "40");
    east.looks_and_does(&sheet).await;
    for (browser, place) in [(&mut west, &at_west), (&mut east, &at_east)] {
        assert!(browser.get(&format!("{place}/pairs")).await.text.contains("being opened"));
    }
    second_does(&offices, desk::Command::ReleasePair { pair }).await;
    for (browser, at, words) in
        [(&mut west, &at_west, "Nor do we."), (&mut east, &at_east, "We do not intend to begin.")]
    {
        assert!(browser.get(&format!("{at}/items")).await.text.contains(words));
    }
    assert!(!east.get(&format!("{at_east}/items")).await.text.contains("We shall be still."), "what was taken back");
}

/// What one side says to a proposal is nobody's to see, the desk's neither; and silence, refusal and another choice are alike.
#[tokio::test(flavor = "multi_thread")]
async fn e3_answers_are_sealed_and_to_decline_or_keep_silent_looks_the_same() {
    let offices = Offices::open().await;
    let channel = calm(&offices.view("desk").await);
    for n in 1..=3_u8 {
        desk_does(
            &offices,
            desk::Command::Propose {
                proposal: ProposalId([0x30 + n; 16]),
                channel,
                options: vec!["A pause at night.".to_owned(), "A line to telephone on.".to_owned()],
                reveal_at: Civil(NOW + 9 * DAY),
                subject: format!("a pause of kind {n}"),
            },
        )
        .await;
    }
    let (mut west, at_west) = offices.browser("west").await;
    let (mut east, at_east) = offices.browser("east").await;
    let (mut desk, at_desk) = offices.browser("desk").await;
    let numbers = |view: &View| view.proposals.iter().rev().take(3).map(|one| one.no).collect::<Vec<u32>>();
    let (mut of_west, mut of_east) = (numbers(&offices.view("west").await), numbers(&offices.view("east").await));
    of_west.reverse();
    of_east.reverse();
    let before = east.get(&format!("{at_east}/proposals")).await.text;

    // Of the three one side takes an option, takes none, and is silent.
    let place = |no: u32| format!("{at_west}/proposals/{no}/answer");
    let board = west.get(&format!("{at_west}/")).await.text;
    assert!(of_west.iter().all(|no| has_link(&board, &place(*no))));
    let sheet = west.form(&place(of_west[0])).await;
    assert_eq!(west.send(&sheet).await.status, StatusCode::UNPROCESSABLE_ENTITY, "nothing was ticked");
    let both = sheet.clone().with("takes", "1").also("takes", "none");
    assert_eq!(west.send(&both).await.status, StatusCode::UNPROCESSABLE_ENTITY, "both were");
    west.does(&sheet.with("takes", "1")).await;
    let sheet = west.form(&place(of_west[1])).await;
    west.does(&sheet.with("takes", "none")).await;
    assert!(west.get(&format!("{at_west}/proposals")).await.text.contains("none of them"));
    assert_eq!(east.get(&format!("{at_east}/proposals")).await.text, before, "the other side sees nothing of it");
    let sealed = desk.get(&format!("{at_desk}/proposals")).await.text;
    let sealed: Vec<&str> = main_of(&sealed).split("<article class=\"card\">").skip(1).take(3).collect();
    assert!(sealed.iter().any(|card| card.contains("The western side")), "the desk sees that it was answered");
    assert!(!sealed.concat().contains("The western side</bdi>: "), "and not how");

    for no in &of_east {
        let sheet = east.form(&format!("{at_east}/proposals/{no}/answer")).await;
        east.does(&sheet.with("takes", "1").also("takes", "2")).await;
    }
    let opens = offices.view("east").await.proposals.last().unwrap().opens_at.clone();
    offices.pass_to(opens.parse::<jiff::Timestamp>().unwrap().as_second() + 60).await;
    offices.pass_to(NOW + 9 * DAY + 60).await;
    let shown = offices.view("east").await.proposals;
    let common = |no: u32| shown.iter().find(|one| one.no == no).unwrap().common.clone();
    assert_eq!(common(of_east[0]), Some(vec![1]), "what all would take, and no more");
    assert_eq!((common(of_east[1]), common(of_east[2])), (Some(vec![]), Some(vec![])));
    let page = east.get(&format!("{at_east}/proposals")).await.text;
    let cards: Vec<&str> = main_of(&page).split("<article class=\"card\">").skip(1).take(2).collect();
    let alike = |card: &str| card.replace(&of_east[2].to_string(), "N").replace(&of_east[1].to_string(), "N");
    assert_eq!(alike(cards[0]), alike(cards[1]), "declined and never answered");
    assert!(desk.get(&format!("{at_desk}/proposals")).await.text.contains("The western side</bdi>: 1"));
}

#[tokio::test(flavor = "multi_thread")]
async fn e1_an_offer_is_taken_up_or_declined_and_the_desk_alone_learns_which() {
    let offices = Offices::open().await;
    let channel = calm(&offices.view("desk").await);
    for n in 1..=2_u8 {
        let (offer, text) = (OfferId([0x0f + n; 16]), format!("We offer our good offices, {n}."));
        desk_does(&offices, desk::Command::Offer { offer, channel, text, to: Vec::new(), lapses: None }).await;
    }
    let (mut west, at_west) = offices.browser("west").await;
    let (mut east, at_east) = offices.browser("east").await;
    let (mut desk, at_desk) = offices.browser("desk").await;
    let before = east.get(&format!("{at_east}/offers")).await.text;
    let no = offices.view("west").await.offers.last().unwrap().no;
    let board = west.get(&format!("{at_west}/")).await.text;
    for (no, act) in [(no - 1, "take-up"), (no, "decline")] {
        let form = format!("{at_west}/offers/{no}/{act}");
        assert!(has_link(&board, &form), "{form}");
        assert!(west.get(&form).await.text.contains("The desk alone learns it"), "it says what it will do");
        does_from(&mut west, &format!("{at_west}/offers"), &form).await;
    }
    let states: Vec<String> = offices.view("west").await.offers.iter().rev().map(|one| one.state.clone()).collect();
    assert_eq!(states[..2], ["declined", "taken-up"]);
    assert_eq!(east.get(&format!("{at_east}/offers")).await.text, before, "the other side sees nothing of it");
    let known = desk.get(&format!("{at_desk}/offers")).await.text;
    assert!(
        known.contains("The western side</bdi> · declined") && known.contains("The western side</bdi> · taken up"),
        "{known}"
    );
}

#[tokio::test(flavor = "multi_thread")]
async fn e6_a_comment_on_the_desks_text_is_read_by_the_desk_alone() {
    let offices = Offices::open().await;
    let channel = calm(&offices.view("desk").await);
    let text = TextId([0x7e; 16]);
    desk_does(&offices, desk::Command::Table { text, channel, words: "Staffs may telephone.".to_owned() }).await;
    let (mut west, at_west) = offices.browser("west").await;
    let (mut east, at_east) = offices.browser("east").await;
    let (mut desk, at_desk) = offices.browser("desk").await;
    let before = east.get(&format!("{at_east}/texts")).await.text;
    let no = offices.view("west").await.texts.last().unwrap().no;
    let form = format!("{at_west}/texts/{no}/comment");
    assert!(has_link(&west.get(&format!("{at_west}/texts")).await.text, &form));
    let sheet = west.form(&form).await;
    assert_eq!(sheet.text("version"), "1", "the latest");
    assert_eq!(west.send(&sheet).await.status, StatusCode::UNPROCESSABLE_ENTITY, "words are missing");
    west.does(&sheet.with("words", "Duty officers, not staffs.")).await;
    assert!(west.get(&format!("{at_west}/texts")).await.text.contains("Duty officers, not staffs."));
    assert!(desk.get(&format!("{at_desk}/texts")).await.text.contains("Duty officers, not staffs."));
    assert_eq!(east.get(&format!("{at_east}/texts")).await.text, before);
}

#[tokio::test(flavor = "multi_thread")]
async fn f3_f4_a_draft_is_cleared_or_objected_to_with_what_it_touches_marked_in_it() {
    let offices = Offices::open().await;
    let view = offices.view("desk").await;
    let lodged = lodges(&offices, "west", 0xf3, "Nothing is meant by the columns near the bridge.", &[]).await;
    let draft = |text: &str| desk::Command::Draft {
        readout: ReadoutId([0xf4; 16]),
        text: text.to_owned(),
        concerns: vec![number(&view, "western")],
        mentions: Vec::new(),
        channel: None,
    };
    desk_does(&offices, draft("It was said that nothing is meant by the columns near the bridge.")).await;
    let (mut west, at_west) = offices.browser("west").await;
    let (mut east, at_east) = offices.browser("east").await;
    let (mut desk, at_desk) = offices.browser("desk").await;
    let before = east.get(&format!("{at_east}/readouts")).await.text;
    let no = offices.view("west").await.readouts.last().unwrap().no;
    let [clear, object] = ["clear", "object"].map(|act| format!("{at_west}/readouts/{no}/{act}"));
    let board = west.get(&format!("{at_west}/")).await.text;
    assert!(has_link(&board, &clear) && has_link(&board, &object));
    let page = west.get(&object).await.text;
    assert!(page.contains("<mark") && page.contains(&format!("items/{}\"", lodged.no)), "what it touches: {page}");
    let stale = west.form(&clear).await;
    let sheet = west.form(&object).await.with("reason", "Leave out the bridge.");
    west.does(&sheet).await;
    assert!(desk.get(&format!("{at_desk}/readouts")).await.text.contains("Leave out the bridge."));

    // Another draft: one that was not looked at cannot be cleared by an older page.
    desk_does(&offices, draft("There was a conversation about the region.")).await;
    let answer = west.send(&stale).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("has put other words meanwhile"), "{}", answer.text);
    let page = west.get(&clear).await.text;
    assert!(
        !page.contains("<mark") && page.contains("This text and no other") || page.contains("this text and no other")
    );
    does_from(&mut west, &format!("{at_west}/readouts"), &clear).await;
    assert!(desk.get(&format!("{at_desk}/readouts")).await.text.contains("Cleared by"));
    assert_eq!(east.get(&format!("{at_east}/readouts")).await.text, before, "it concerns one side alone");
}

#[tokio::test(flavor = "multi_thread")]
async fn f1_f4_a_text_of_ones_own_is_held_against_ones_items_and_published_with_a_signature() {
    let offices = Offices::open().await;
    lodges(&offices, "west", 0xf1, "Our pilots were told to keep away from the river.", &[]).await;
    let (mut west, at_west) = offices.browser("west").await;
    let form = format!("{at_west}/publish-own");
    assert!(has_link(&west.get(&format!("{at_west}/readouts")).await.text, &form));
    let readouts = offices.view("west").await.readouts.len();
    let sheet = west.form(&form).await.with("text", "We say that our pilots were told to keep away from the river.");
    let looked = west.looks(&sheet).await.text;
    assert!(looked.contains("<mark") && looked.contains("words of an item"), "{looked}");
    assert!(looked.contains("Nothing is done yet"));
    assert_eq!(offices.view("west").await.readouts.len(), readouts, "nothing was published by looking");

    // It warns, and stands in nobody's way; nor need it be published as it was.
    let kept = Sheet::of(&looked, &form);
    let changed = west.send(&kept.clone().pressed("step", "change")).await;
    let again = Sheet::of(&changed.text, &form);
    assert_eq!(again.text("text"), sheet.text("text"), "what was typed stays");
    west.looks_and_does(&again.with("text", "The Prime Minister is on the telephone.")).await;
    let view = offices.view("west").await;
    let own = view.readouts.last().unwrap();
    assert!(own.own && own.signature.is_some() && view.readouts.len() == readouts + 1);
    let page = west.get(&format!("{at_west}/readouts")).await.text;
    assert!(page.contains("BEGIN SSH SIGNATURE") && page.contains("ssh-keygen -Y verify"));
    let (mut desk, at_desk) = offices.browser("desk").await;
    assert!(
        !desk.get(&format!("{at_desk}/readouts")).await.text.contains("on the telephone"),
        "its own, and nobody else's"
    );
}
