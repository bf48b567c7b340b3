//! The invariants of the channel, by their names.

use channel::assent::says_assent;
use channel::desk::Command as DeskCommand;
use channel::lint::{Why, findings};
use channel::matching::script::Kind;
use channel::party::Command as PartyCommand;
use channel::{
    Disposition, Form, Handling, ItemState, Label, OwnWords, Refusal, Waiting, Warning, canonical, vocabulary,
};
use proptest::prelude::*;

use crate::world::{EAST, WEST, World, item};

#[test]
fn no_conveyance_without_release() {
    let mut world = World::new();
    let mut lodging = world.lodging(WEST, 1, "We seek no confrontation.");
    lodging.approve = true;
    world.party(WEST, PartyCommand::Lodge(lodging));
    assert!(!world.knows(EAST, "confrontation"));
    assert_eq!(world.try_desk(World::release(1)), Err(Refusal::NotRendered));

    world.does(World::render(1, "They do not seek a confrontation.", Label::Paraphrase));
    assert_eq!(world.try_desk(World::release(1)), Err(Refusal::NeedsApproval));
    world.party(WEST, PartyCommand::Object { item: item(1), reason: Some("We, not they.".into()) });
    assert_eq!(world.try_desk(World::release(1)), Err(Refusal::ObjectedTo));
    assert!(world.received(EAST).is_empty());

    world.does(World::render(1, "The other side seeks no confrontation.", Label::Paraphrase));
    assert_eq!(world.at_author(WEST, 1), ItemState::AwaitingApproval);
    world.party(WEST, PartyCommand::Approve { item: item(1) });
    assert_eq!((world.at_desk(1), world.at_author(WEST, 1)), (ItemState::Approved, ItemState::Approved));
    assert!(world.received(EAST).is_empty());

    // The approval was for those words: others need their own.
    world.does(World::render(1, "The other side seeks calm.", Label::Paraphrase));
    assert_eq!(world.try_desk(World::release(1)), Err(Refusal::NeedsApproval));
    world.party(WEST, PartyCommand::Approve { item: item(1) });
    world.does(World::release(1));
    assert_eq!(world.words(EAST), ["The other side seeks calm."]);
    assert!(!world.knows(EAST, "confrontation"));
    world.check_journals();
}

/// Texts that are likely to be canonically equal, or nearly.
fn nearly() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        Just("e\u{301}"),
        Just("\u{E9}"),
        Just(" "),
        Just("\n"),
        Just("\r\n"),
        Just("\u{200F}"),
        Just("\u{202E}"),
        Just("we"),
        Just("We"),
        Just("\u{5E9}"),
        Just("."),
    ];
    prop::collection::vec(part, 0..8).prop_map(|parts| format!("x{}", parts.concat()))
}

proptest! {
    #[test]
    fn verbatim_is_verbatim(text in nearly(), words in nearly(), same in any::<bool>(), condition in nearly()) {
        let words = if same { format!("{text} \r\n") } else { words };
        let mut world = World::new();
        let mut lodging = world.lodging(WEST, 1, &text);
        lodging.content.conditions = vec![condition.clone()];
        lodging.handling = Handling::Verbatim;
        world.party(WEST, PartyCommand::Lodge(lodging));
        prop_assert_eq!(world.try_desk(World::render(1, &words, Label::Gist)), Err(Refusal::VerbatimOnly));
        prop_assert_eq!(world.try_desk(World::render(1, &words, Label::Paraphrase)), Err(Refusal::VerbatimOnly));

        let rendered = world.try_desk(World::render(1, &words, Label::Verbatim));
        prop_assert_eq!(rendered.is_ok(), canonical(&text) == canonical(&words));
        if rendered.is_err() {
            prop_assert_eq!(rendered, Err(Refusal::NotVerbatim));
            world.does(World::render(1, &text, Label::Verbatim));
        }
        world.does(World::release(1));
        let received = world.received(EAST)[0].conveyance.wording.clone();
        prop_assert_eq!(received.label, Some(Label::Verbatim));
        prop_assert_eq!(canonical(&received.words), canonical(&text));
        prop_assert_eq!(received.conditions, vec![condition]);
    }
}

#[test]
fn verbatim_leaves_no_condition_out() {
    let mut world = World::new();
    let mut lodging = world.lodging(WEST, 1, "We refrain.");
    lodging.content.conditions = vec!["As long as others do.".into()];
    world.party(WEST, PartyCommand::Lodge(lodging));
    let mut render = World::render(1, "We refrain.", Label::Verbatim);
    if let DeskCommand::Render { conditions, .. } = &mut render {
        *conditions = Some(Vec::new());
    }
    assert_eq!(world.try_desk(render), Err(Refusal::NotVerbatim));
}

#[test]
fn a_gist_is_not_a_paraphrase() {
    let mut world = World::new();
    let mut lodging = world.lodging(WEST, 1, "We refrain.");
    lodging.handling = Handling::Paraphrase;
    world.party(WEST, PartyCommand::Lodge(lodging));
    assert_eq!(world.try_desk(World::render(1, "Calm.", Label::Gist)), Err(Refusal::ParaphraseAtMost));
    world.does(World::render(1, "We refrain.", Label::Verbatim));
    world.does(World::render(1, "They refrain.", Label::Paraphrase));
}

#[test]
fn lapsed_is_silent() {
    // At the desk.
    let mut world = World::new();
    world.lodges(WEST, 1, "Once.");
    world.does(World::render(1, "Once.", Label::Verbatim));
    world.pass(30 * crate::world::DAY);
    assert_eq!(world.try_desk(World::release(1)), Err(Refusal::Lapsed));
    assert_eq!((world.at_desk(1), world.at_author(WEST, 1)), (ItemState::Lapsed, ItemState::Lapsed));

    // On its way.
    world.cut.insert(EAST);
    world.conveys(WEST, 2, "Twice.");
    world.conveys(WEST, 3, "Thrice.");
    world.conveys(WEST, 4, "Four times.");
    world.conveys(WEST, 5, "Five times.");
    world.party(WEST, PartyCommand::Recall { item: item(3) });
    let mut lodging = world.lodging(WEST, 6, "Not four times.");
    lodging.supersedes = Some(item(4));
    lodging.not_after = Some(world.now.plus_seconds(60));
    world.party(WEST, PartyCommand::Lodge(lodging));
    world.does(World::render(6, "Not four times.", Label::Verbatim));
    world.does(World::release(6));
    world.pass(61);
    world.cut.clear();
    world.settle();
    assert_eq!(world.words(EAST), ["Twice.", "Five times."]);
    assert_eq!((world.at_desk(3), world.at_author(WEST, 3)), (ItemState::Recalled, ItemState::Recalled));
    assert_eq!((world.at_desk(4), world.at_desk(6)), (ItemState::Voided, ItemState::Lodged));
    assert_eq!(world.try_desk(World::release(6)), Err(Refusal::NotAfter));
    assert!(!world.knows(EAST, "Thrice") && !world.knows(EAST, "our times"));

    // Over the lapse itself, with the addressee cut off.
    world.cut.insert(EAST);
    world.conveys(WEST, 7, "Too late.");
    world.pass(31 * crate::world::DAY);
    world.cut.clear();
    world.settle();
    assert!(!world.knows(EAST, "Too late"));
    assert_eq!((world.at_desk(7), world.at_author(WEST, 7)), (ItemState::LapsedUnread, ItemState::Lapsed));
    // What was delivered and never read is not shown any more.
    assert!(world.words(EAST).is_empty());
    assert_eq!(world.received(EAST)[0].state_at(world.now), ItemState::LapsedUnread);
    let conveyed = world.received(EAST)[0].conveyance.id;
    assert_eq!(world.try_party(EAST, PartyCommand::Read { conveyed }), Err(Refusal::Lapsed));
    let dispose = PartyCommand::Dispose { conveyed, disposition: Disposition::Noted };
    assert_eq!(world.try_party(EAST, dispose), Err(Refusal::Lapsed));
    assert!(world.board(EAST).is_empty() && world.desk_board().is_empty());

    // In a channel that is closed.
    world.cut.insert(EAST);
    world.conveys(WEST, 8, "Behind a closed door.");
    world.does(DeskCommand::Close { channel: crate::world::CALM });
    world.cut.clear();
    world.settle();
    assert_eq!(world.at_desk(8), ItemState::Voided);
    assert!(!world.knows(EAST, "closed door"));
    world.check_journals();
}

/// Every warning with nothing of anybody's text in it. The match makes a new one fail to build until it is here.
fn warnings() -> Vec<Warning> {
    let every = [
        Warning::AnswersSuperseded,
        Warning::AnswersLapsed,
        Warning::Attributable,
        Warning::Commits(Vec::new()),
        Warning::TermsChanged,
        Warning::Unconfirmed,
        Warning::NotANonPaper(Vec::new()),
        Warning::FirstPerson(Vec::new()),
        Warning::Script(Kind::ALL.map(Kind::sentence).to_vec()),
        Warning::Probing(1),
        Warning::Touches(2),
        Warning::Undisclosed,
        Warning::MaybeTheSame,
    ];
    for warning in &every {
        match warning {
            Warning::AnswersSuperseded
            | Warning::AnswersLapsed
            | Warning::Attributable
            | Warning::Commits(_)
            | Warning::TermsChanged
            | Warning::Unconfirmed
            | Warning::NotANonPaper(_)
            | Warning::FirstPerson(_)
            | Warning::Script(_)
            | Warning::Probing(_)
            | Warning::Touches(_)
            | Warning::Undisclosed
            | Warning::MaybeTheSame => {}
        }
    }
    every.to_vec()
}

/// Every word and sentence of this crate's own that anybody is shown.
fn said() -> Vec<String> {
    let words = vocabulary::EVERY.iter().flat_map(|(kind, words)| words.iter().chain([kind]));
    let mut said: Vec<String> = words.map(|word| (*word).to_owned()).collect();
    said.extend(Kind::ALL.iter().map(ToString::to_string));
    said.extend(Why::ALL.iter().map(|why| why.sentence().to_owned()));
    said.extend(Refusal::ALL.iter().map(ToString::to_string));
    let thing = channel::Thing::Item(item(1));
    said.extend(Waiting::ALL.iter().map(|what| channel::Outstanding::new(*what, thing).why.to_owned()));
    said.extend(warnings().iter().map(ToString::to_string));
    said.extend("?".parse::<Form>().err().map(|unknown| unknown.to_string()));
    said.extend([channel::rules::UNLABELLED, channel::rules::SOLE_OFFICER].map(str::to_owned));
    said
}

/// The one word of the program's own that the lint warns of: what an intermediary gives of its own is called so (E4). It is
/// labelled as such and is no side's.
const EXCEPTION: &str = "assurance";

#[test]
fn never_agreed() {
    let said = said();
    for text in said.iter().filter(|text| *text != EXCEPTION) {
        assert!(!says_assent(text), "{text}: {:?}", findings(text, Some("en")));
        assert_eq!(findings(text, None), [], "{text}");
    }
    assert!(says_assent(EXCEPTION) && said.iter().any(|text| text == OwnWords::Assurance.word()));
}

#[test]
fn every_refusal_says_what_to_do() {
    for refusal in Refusal::ALL {
        let text = refusal.to_string();
        let (wrong, remedy) = text.split_once(": ").unwrap_or_else(|| panic!("{text}"));
        assert!(!wrong.is_empty() && remedy.contains(' '), "{text}");
    }
}

/// The words that scenarios and people look for in a refusal.
#[test]
fn refusals_have_their_words() {
    let words = [
        (Refusal::AlreadyConveyed, "already conveyed"),
        (Refusal::Lapsed, "lapsed"),
        (Refusal::VerbatimOnly, "verbatim"),
        (Refusal::NotVerbatim, "not verbatim"),
        (Refusal::NotMandated, "not mandated"),
        (Refusal::Revoked, "revoked"),
        (Refusal::NeedsApproval, "needs approval"),
        (Refusal::Recalled, "recalled"),
        (Refusal::AwaitingCountersign, "awaiting countersign"),
        (Refusal::Closed, "closed"),
        (Refusal::NotBefore, "not before"),
        (Refusal::NotAfter, "not after"),
        (Refusal::Superseded, "superseded"),
        (Refusal::Confided, "ask the party first"),
    ];
    for (refusal, words) in words {
        assert!(refusal.to_string().contains(words), "{refusal}");
    }
}
