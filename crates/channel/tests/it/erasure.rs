//! What is erased is gone at the level of the channel: from the states, and, once the keys are destroyed that the events
//! ask for, from the journals. That the keys and the bytes are gone from a disk is the office's to show.

use std::collections::BTreeSet;

use channel::desk::{self, Command as DeskCommand};
use channel::envelope::Written;
use channel::party::{self, Command as PartyCommand};
use channel::{
    Disposition, Label, NoteId, OfferId, ProposalId, QuestionId, ReadoutHandle, ReadoutId, Refusal, SeatId, TextId,
};

use crate::world::{CALM, DAY, EAST, EASTERN, WEST, WESTERN, World, item};

/// What is left of the desk's journal when the keys are destroyed whose destruction its events ask for.
fn desk_journal(world: &World) -> String {
    let events: Vec<_> = world.journal.iter().map(|bytes| desk::Event::decode(bytes).expect("an event")).collect();
    let gone: BTreeSet<_> = events.iter().filter_map(desk::Event::erased).collect();
    let erased = |event: &desk::Event| event.item().is_some_and(|name| gone.contains(&name));
    let left = events.iter().map(|event| if erased(event) { event.without_words() } else { event.clone() });
    left.map(|event| format!("{event:?}")).collect()
}

fn journal_of(world: &World, seat: SeatId) -> String {
    let journal = &world.offices[&seat].journal;
    let events: Vec<_> = journal.iter().map(|bytes| party::Event::decode(bytes).expect("an event")).collect();
    let gone: BTreeSet<_> = events.iter().filter_map(party::Event::erased).collect();
    let erased = |event: &party::Event| event.item().is_some_and(|name| gone.contains(&name));
    let left = events.iter().map(|event| if erased(event) { event.without_words() } else { event.clone() });
    left.map(|event| format!("{event:?}")).collect()
}

fn is_at_desk(world: &World, words: &str) -> bool {
    format!("{:?}", world.desk).contains(words) || desk_journal(world).contains(words)
}

fn is_at(world: &World, seat: SeatId, words: &str) -> bool {
    format!("{:?}", world.offices[&seat].state).contains(words) || journal_of(world, seat).contains(words)
}

/// One thing of every kind that has words, each with "Burn" in them.
fn with_words() -> World {
    let mut world = World::new();
    world.conveys(WEST, 1, "Burn this item.");
    world.lodges(WEST, 2, "Burn this, which is returned.");
    world.does(DeskCommand::Return { item: item(2), reason: "Burn this reason.".into() });
    let lapses = Some(world.now.plus_days(10));
    let question = QuestionId([1; 16]);
    world.does(World::ask(question, WESTERN, "Burn this question?"));
    world.party(WEST, PartyCommand::Reply { question, text: "Burn this reply.".into() });
    let (text, to) = ("Burn this offer.".to_owned(), vec![]);
    world.does(DeskCommand::Offer { offer: OfferId([2; 16]), channel: CALM, text, to, lapses });
    let (proposal, options) = (ProposalId([3; 16]), vec!["Burn this option.".to_owned()]);
    let reveal_at = world.now.plus_days(2);
    world.does(DeskCommand::Propose { proposal, channel: CALM, options, reveal_at, subject: String::new() });
    let (readout, concerns) = (ReadoutId([4; 16]), vec![EASTERN]);
    let (text, mentions, channel) = ("Burn this draft.".to_owned(), vec![], Some(CALM));
    world.does(DeskCommand::Draft { readout, text, concerns, mentions, channel });
    world.does(DeskCommand::WithdrawReadout { readout });
    world.does(DeskCommand::Table { text: TextId([5; 16]), channel: CALM, words: "Burn this text.".into() });
    world
}

#[test]
fn erased_is_gone_when_the_retention_ends() {
    let mut world = with_words();
    for seat in [WEST, EAST] {
        world.party(seat, PartyCommand::Retain { days: Some(5) });
    }
    world.does(DeskCommand::Retain { days: Some(5) });
    world.does(DeskCommand::Close { channel: CALM });
    world.pass(30 * DAY);
    assert!(is_at_desk(&world, "Burn this item") && is_at(&world, EAST, "Burn this item"), "it is kept for five days");
    // A question waits for thirty days from when it was asked.
    world.pass(6 * DAY);
    assert!(!is_at_desk(&world, "Burn"), "{}", desk_journal(&world));
    for seat in [WEST, EAST] {
        assert!(!is_at(&world, seat, "Burn"), "{}", journal_of(&world, seat));
    }
    world.check_journals();
}

#[test]
fn a_draft_that_nobody_touches_is_erased_when_the_retention_ends_and_one_that_is_touched_is_not() {
    let mut world = World::new();
    for seat in [WEST, EAST] {
        world.party(seat, PartyCommand::Retain { days: Some(5) });
    }
    world.does(DeskCommand::Retain { days: Some(5) });
    let readout = ReadoutId([8; 16]);
    let (text, mentions, channel) = ("Burn this draft.".to_owned(), vec![], Some(CALM));
    let draft = DeskCommand::Draft { readout, text, concerns: vec![WESTERN, EASTERN], mentions, channel };
    world.does(draft.clone());
    world.pass(4 * DAY);
    let at_east = *world.offices[&EAST].state.readouts.keys().next().expect("a draft");
    world.party(EAST, PartyCommand::Clear { readout: at_east });
    world.pass(4 * DAY);
    assert!(is_at_desk(&world, "Burn") && is_at(&world, EAST, "Burn"), "it was cleared four days ago");
    assert!(!is_at(&world, WEST, "Burn"), "nothing was done with it there for eight days");
    world.pass(DAY);
    assert!(!is_at_desk(&world, "Burn") && !is_at(&world, EAST, "Burn"), "{}", desk_journal(&world));
    assert_eq!(world.try_desk(draft), Err(Refusal::Erased));
    world.does(DeskCommand::WithdrawReadout { readout });
    world.check_journals();
}

#[test]
fn a_text_is_kept_while_its_channel_is_open_and_then_for_as_long_as_words_are() {
    let mut world = World::new();
    world.party(EAST, PartyCommand::Retain { days: Some(5) });
    world.does(DeskCommand::Retain { days: Some(5) });
    world.does(DeskCommand::Table { text: TextId([5; 16]), channel: CALM, words: "Burn this text.".into() });
    world.pass(40 * DAY);
    assert!(is_at_desk(&world, "Burn") && is_at(&world, EAST, "Burn"), "it is on the table");
    world.does(DeskCommand::Close { channel: CALM });
    world.pass(4 * DAY);
    assert!(is_at_desk(&world, "Burn") && is_at(&world, EAST, "Burn"), "the channel was closed four days ago");
    world.pass(DAY);
    assert!(!is_at_desk(&world, "Burn") && !is_at(&world, EAST, "Burn"), "{}", desk_journal(&world));
    world.check_journals();
}

#[test]
fn where_something_was_said_in_public_is_forgotten_with_its_day_or_when_its_reader_says_so() {
    for by_hand in [false, true] {
        let mut world = World::new();
        world.lodges(WEST, 1, "Calm is asked for.");
        let (note, occasion) = (NoteId([3; 16]), "Burn this summit".to_owned());
        world.does(DeskCommand::Disclose { note, items: vec![item(1)], occasion });
        assert!(is_at(&world, WEST, "Burn this summit") && !is_at(&world, EAST, "Burn"));
        if by_hand {
            let note = world.offices[&WEST].state.disclosures[0].name();
            world.party(WEST, PartyCommand::Forget { matter: party::Matter::Note(note) });
        } else {
            world.party(WEST, PartyCommand::Retain { days: Some(5) });
            world.pass(5 * DAY);
            assert!(is_at(&world, WEST, "Burn"), "five days from the day's end");
            world.pass(DAY);
        }
        assert!(!is_at(&world, WEST, "Burn"), "{}", journal_of(&world, WEST));
        assert!(is_at_desk(&world, "Burn"), "the desk's note is the desk's");
        world.check_journals();
    }
}

#[test]
fn erased_is_gone_when_it_is_returned_unread() {
    let mut world = World::new();
    world.lodges(WEST, 1, "Do not read this.");
    world.does(World::render(1, "Do not read this.", Label::Paraphrase));
    world.does(World::release(1));
    world.does(World::correct(1, "Do not read this either.", None));
    let conveyed = world.last_received(EAST);
    let before = world.offices[&EAST].journal.len();
    world.party(EAST, PartyCommand::Dispose { conveyed, disposition: Disposition::ReturnedUnread });
    let since = &world.offices[&EAST].journal[before..];
    let asked: Vec<_> =
        since.iter().filter_map(|bytes| party::Event::decode(bytes).expect("an event").erased()).collect();
    assert_eq!(asked, [conveyed.0], "its key is asked to be destroyed");
    assert!(!is_at(&world, EAST, "Do not read"), "{}", journal_of(&world, EAST));
    assert!(is_at_desk(&world, "Do not read"), "the desk keeps what it conveyed");
    assert_eq!(world.try_party(EAST, PartyCommand::Read { conveyed }), Err(Refusal::Erased));
    world.check_journals();
}

#[test]
fn what_opens_a_declaration_goes_with_its_words() {
    let mut world = World::new();
    let pair = channel::PairId([9; 16]);
    world.does(DeskCommand::Pair { pair, channel: CALM, lapses: None });
    let content = channel::Content::new("Burn this.", world.now.plus_days(9));
    let declare = PartyCommand::Declare { item: item(1), channel: world.handle(WEST), content, pair: None };
    world.party(WEST, declare);
    world.party(WEST, PartyCommand::Erase { item: Some(item(1)), conveyed: None });
    assert!(!is_at(&world, WEST, "Burn") && !is_at(&world, WEST, "blind: Some"));
}

#[test]
fn words_that_were_forgotten_are_not_drafted_cleared_or_answered_any_more() {
    let mut world = with_words();
    let forget = |matter| DeskCommand::Forget { matter };
    world.does(forget(desk::Matter::Text(TextId([5; 16]))));
    let table = DeskCommand::Table { text: TextId([5; 16]), channel: CALM, words: "Anew.".into() };
    assert_eq!(world.try_desk(table), Err(Refusal::Erased));
    let (readout, concerns) = (ReadoutId([6; 16]), vec![EASTERN]);
    let (text, mentions, channel) = ("A draft.".to_owned(), vec![], Some(CALM));
    let draft = DeskCommand::Draft { readout, text, concerns, mentions, channel };
    world.does(draft.clone());
    let handle = *world.offices[&EAST].state.readouts.iter().find(|(_, one)| !one.withdrawn).expect("a draft").0;
    world.party(EAST, PartyCommand::ObjectToReadout { readout: handle, reason: None });
    world.does(forget(desk::Matter::Readout(readout)));
    assert_eq!(world.try_desk(draft), Err(Refusal::Erased));
    // The desk refuses a clearance of what is gone, and the objection stands as it did.
    assert_eq!(world.try_party(EAST, PartyCommand::Clear { readout: handle }), Err(Refusal::Erased));
    let cleared = world.offices[&EAST].state.readouts[&handle].cleared.as_ref().map(|(_, cleared)| *cleared);
    assert_eq!(cleared, Some(false));
    world.check_journals();
}

#[test]
fn what_is_over_is_refused_as_over_though_its_words_are_gone() {
    let mut world = with_words();
    world.party(EAST, PartyCommand::Retain { days: Some(5) });
    world.does(World::ask(QuestionId([9; 16]), EASTERN, "Burn this question?"));
    world.pass(60 * DAY);
    assert!(!is_at(&world, EAST, "Burn this question") && !is_at(&world, EAST, "Burn this o"), "for five days");
    let state = &world.offices[&EAST].state;
    let proposal = *state.proposals.keys().next().expect("a proposal");
    let offer = *state.offers.keys().next().expect("an offer");
    let answers = PartyCommand::Answer { proposal, takes: vec![1] };
    assert_eq!(world.try_party(EAST, answers), Err(Refusal::AnswersClosed));
    assert_eq!(world.try_party(EAST, PartyCommand::TakeUp { offer }), Err(Refusal::Lapsed));
    let reply = PartyCommand::Reply { question: QuestionId([9; 16]), text: "Late.".into() };
    assert_eq!(world.try_party(EAST, reply), Err(Refusal::Lapsed));
}

#[test]
fn a_party_forgets_a_readout_of_its_own() {
    let mut world = World::new();
    let readout = ReadoutHandle([7; 16]);
    world.party(WEST, PartyCommand::PublishOwn { readout, text: "Burn this.".into() });
    world.party(WEST, PartyCommand::Forget { matter: party::Matter::Readout(readout) });
    assert!(!is_at(&world, WEST, "Burn"));
}
