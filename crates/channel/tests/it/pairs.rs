//! Parallel declarations: committed to by all, opened by all, released in one act, and until then seen by nobody.

use channel::desk::{self, Command as DeskCommand, Event as DeskEvent};
use channel::envelope::Written;
use channel::party::Command as PartyCommand;
use channel::{
    Blind, Content, Form, Grade, ItemState, PairId, PairState, Refusal, SeatId, ToDesk, ToParty, Translation, party,
};
use proptest::prelude::*;

use crate::world::{CALM, DAY, EAST, NORTH, Office, WEST, World, item};

const PAIR: PairId = PairId([9; 16]);
const WESTS: &str = "The west will not be the first to fire.";
const EASTS: &str = "The east will not begin it.";

fn opened(mut world: World) -> World {
    let lapses = Some(world.now.plus_days(10));
    world.does(DeskCommand::Pair { pair: PAIR, channel: CALM, lapses });
    world
}

fn declaration(world: &World, seat: SeatId, number: u8, text: &str) -> PartyCommand {
    let content = Content::new(text, world.now.plus_days(30));
    PartyCommand::Declare { item: item(number), channel: world.handle(seat), content, pair: None }
}

fn declares(world: &mut World, seat: SeatId, number: u8, text: &str) {
    let command = declaration(world, seat, number, text);
    world.party(seat, command);
}

fn at_desk(world: &World) -> PairState {
    world.desk.pair_state(&world.desk.pairs[&PAIR])
}

fn release() -> DeskCommand {
    DeskCommand::ReleasePair { pair: PAIR }
}

/// What the desk shows of a declaration.
fn desk_shows(world: &World, number: u8) -> bool {
    world.desk.items.get(&item(number)).is_some_and(|item| world.desk.is_shown(item) && !item.content.text.is_empty())
}

#[test]
fn each_side_sees_the_others_declaration_when_both_are_released_and_in_one_event() {
    let mut world = opened(World::new());
    declares(&mut world, WEST, 1, WESTS);
    assert_eq!((at_desk(&world), world.try_desk(release())), (PairState::Open, Err(Refusal::NotAllOpened)));
    assert!(!format!("{:?}", world.desk).contains(WESTS), "the desk holds no words before all have lodged");
    declares(&mut world, EAST, 2, EASTS);
    assert_eq!(at_desk(&world), PairState::Complete);
    assert!(world.words(WEST).is_empty() && world.words(EAST).is_empty());
    let decision = world.does(release());
    let released: Vec<_> = decision.events.iter().filter(|one| matches!(one, DeskEvent::PairReleased { .. })).collect();
    assert_eq!(released.len(), 1, "one event");
    assert_eq!((world.words(WEST), world.words(EAST)), (vec![EASTS], vec![WESTS]));
    let pair = |seat| world.received(seat)[0].conveyance.pair;
    assert!(pair(WEST).is_some() && pair(EAST).is_some() && pair(WEST) != pair(EAST), "a handle of each side's own");
    assert_eq!(world.try_desk(release()), Err(Refusal::AlreadyReleased));
    world.check_journals();
}

/// At the next start the journal of what was erased has no words to compute its name from.
#[test]
fn a_released_declaration_keeps_its_name_when_its_words_are_gone() {
    let mut world = opened(World::new());
    declares(&mut world, WEST, 1, WESTS);
    declares(&mut world, EAST, 2, EASTS);
    world.does(release());
    world.does(DeskCommand::Erase { item: item(1) });
    let mut folded = desk::State::default();
    for bytes in &world.journal {
        let event = DeskEvent::decode(bytes).expect("reads what was written");
        let erased = event.item().is_some_and(|name| world.desk.names_of(item(1)).contains(&name));
        desk::evolve(&mut folded, &if erased { event.without_words() } else { event });
    }
    assert_eq!(folded, world.desk);
}

/// The west's office is put back to what it was, is told again what the desk had told it since, and is shown what it had said.
fn put_back(world: &mut World, backup: Office) {
    let office = world.offices.get_mut(&WEST).expect("the west's office");
    let told = office.told.iter().skip(backup.told.len());
    let told = told.map(|bytes| party::Input::Letter(ToParty::decode(bytes).expect("reads what was written")));
    let journal = office.journal.iter().skip(backup.journal.len());
    let said = journal.filter_map(|bytes| match party::Event::decode(bytes).expect("reads what was written") {
        party::Event::Said { letter, .. } => Some(party::Input::Echo(letter)),
        _ => None,
    });
    let inputs: Vec<party::Input> = told.chain(said).collect();
    *office = backup;
    for input in inputs {
        let decision = party::decide(&office.state, input, world.now).expect("makes sense");
        assert!(decision.letters.is_empty(), "nothing is said again");
        decision.events.iter().for_each(|event| party::evolve(&mut office.state, event));
    }
}

#[test]
fn an_office_that_was_put_back_has_again_what_it_had_declared_and_opened() {
    for ends in [false, true] {
        let mut world = opened(World::new());
        let backup = world.offices[&WEST].clone();
        declares(&mut world, WEST, 1, WESTS);
        declares(&mut world, EAST, 2, EASTS);
        if ends {
            world.pass(11 * DAY)
        } else {
            drop(world.does(release()))
        }
        let shown = |world: &World| {
            let state = &world.offices[&WEST].state;
            let item = state.items.get(&item(1)).map(|one| (one.lodging.clone(), one.state_at(world.now), one.pair));
            (item, state.pairs.values().map(|pair| pair.declared.clone()).collect::<Vec<_>>())
        };
        let before = shown(&world);
        assert!(before.0.is_some());
        put_back(&mut world, backup);
        assert_eq!(shown(&world), before, "the pair has ended: {ends}");
    }
}

/// It knows from the desk that it has declared, and the desk has no words of that.
#[test]
fn an_office_that_was_put_back_declares_again_in_the_place_of_what_it_lost() {
    let mut world = opened(World::new());
    let backup = world.offices[&WEST].clone();
    declares(&mut world, WEST, 1, "What the west had declared.");
    put_back(&mut world, backup);
    declares(&mut world, WEST, 3, WESTS);
    declares(&mut world, EAST, 2, EASTS);
    assert_eq!((world.at_desk(1), at_desk(&world)), (ItemState::Recalled, PairState::Complete));
    world.does(release());
    assert_eq!((world.words(WEST), world.words(EAST)), (vec![EASTS], vec![WESTS]));
}

#[test]
fn a_declaration_goes_out_by_its_pair_alone() {
    let mut world = opened(World::new());
    declares(&mut world, WEST, 1, WESTS);
    declares(&mut world, EAST, 2, EASTS);
    assert_eq!(world.try_desk(World::release(1)), Err(Refusal::DeclarationAlone));
    let mut lodging = world.lodging(WEST, 3, "A declaration by itself.");
    lodging.content.form = Form::Declaration;
    world.party(WEST, PartyCommand::Lodge(lodging));
    assert!(world.try_desk(World::release(3)).is_err());
    assert!(world.words(EAST).is_empty());
}

#[test]
fn a_side_that_never_opens_costs_the_other_nothing() {
    let mut world = opened(World::new());
    declares(&mut world, WEST, 1, WESTS);
    // The east's office commits, and is never reached again.
    let content = Content { form: Form::Declaration, ..Content::new(EASTS, world.now.plus_days(30)) };
    let handle = *world.offices[&EAST].state.pairs.keys().next().expect("the pair");
    let channel = world.handle(EAST);
    let commitment = channel::sealed::to_declaration(handle, channel, item(2), &content, &Blind([3; 32]));
    let declare = ToDesk::Declare {
        act: channel::ActId([1; 16]),
        pair: handle,
        item: item(2),
        lapses: content.lapses,
        commitment,
    };
    world.cut.insert(EAST);
    world.smuggle(EAST, &declare).expect("a commitment is taken");
    assert_eq!(at_desk(&world), PairState::Opening);
    assert!(!desk_shows(&world, 1), "what the west opened shows to no officer");
    world.pass(11 * DAY);
    assert_eq!(at_desk(&world), PairState::NotCompleted);
    assert_eq!(world.try_desk(release()), Err(Refusal::PairEnded));
    assert!(!format!("{:?}", world.desk).contains(WESTS), "what was opened of it is gone from the desk");
    assert_eq!(world.at_desk(1), ItemState::Erased);
    assert_eq!(world.at_author(WEST, 1), ItemState::Voided);
    assert!(
        world.offices[&WEST].state.items[&item(1)].lodging.content.text.contains(WESTS),
        "the west has its own words"
    );
    world.cut.clear();
    world.settle();
    assert!(!world.knows(EAST, WESTS) && !world.knows(WEST, EASTS));
}

#[test]
fn a_side_that_opens_something_else_ends_the_pair_for_both_alike() {
    for (text, blind) in [("Something else.", Blind([3; 32])), (EASTS, Blind([4; 32]))] {
        let mut world = opened(World::new());
        declares(&mut world, WEST, 1, WESTS);
        let content = Content { form: Form::Declaration, ..Content::new(EASTS, world.now.plus_days(30)) };
        let pair = *world.offices[&EAST].state.pairs.keys().next().expect("the pair");
        let channel = world.handle(EAST);
        let commitment = channel::sealed::to_declaration(pair, channel, item(2), &content, &Blind([3; 32]));
        let act = channel::ActId([1; 16]);
        world
            .smuggle(EAST, &ToDesk::Declare { act, pair, item: item(2), lapses: content.lapses, commitment })
            .expect("taken");
        let content = Content { text: text.to_owned(), ..content };
        let act = channel::ActId([2; 16]);
        world.smuggle(EAST, &ToDesk::OpenDeclaration { act, pair, item: item(2), content, blind }).expect("taken");
        assert_eq!(at_desk(&world), PairState::NotCompleted, "{text}");
        for seat in [WEST, EAST] {
            assert!(world.offices[&seat].state.pairs.values().all(|pair| pair.ended), "both are told the same");
        }
        assert!(world.words(WEST).is_empty() && world.words(EAST).is_empty());
        assert!(!format!("{:?}", world.desk).contains(WESTS));
    }
}

#[test]
fn a_commitment_is_good_for_its_own_pair_channel_party_and_item() {
    let content = Content::new(WESTS, crate::world::START.plus_days(1));
    let (pair, channel, blind) = (channel::PairHandle([1; 16]), channel::ChannelHandle([2; 16]), Blind([3; 32]));
    let of = channel::sealed::to_declaration(pair, channel, item(4), &content, &blind);
    assert_eq!(of, channel::sealed::to_declaration(pair, channel, item(4), &content, &blind));
    let other = channel::PairHandle([9; 16]);
    assert_ne!(of, channel::sealed::to_declaration(other, channel, item(4), &content, &blind));
    let other = channel::ChannelHandle([9; 16]);
    assert_ne!(of, channel::sealed::to_declaration(pair, other, item(4), &content, &blind));
    assert_ne!(of, channel::sealed::to_declaration(pair, channel, item(5), &content, &blind));
    assert_ne!(of, channel::sealed::to_declaration(pair, channel, item(4), &content, &Blind([4; 32])));
    let mut reserved = content.clone();
    reserved.reservations.push("Not the sea.".to_owned());
    assert_ne!(of, channel::sealed::to_declaration(pair, channel, item(4), &reserved, &blind));
}

#[test]
fn who_has_not_lodged_learns_nothing_of_whether_another_has() {
    let quiet = opened(World::of_three());
    let mut busy = opened(World::of_three());
    declares(&mut busy, WEST, 1, WESTS);
    declares(&mut busy, NORTH, 2, "The north stands aside.");
    busy.party(WEST, PartyCommand::Recall { item: item(1) });
    declares(&mut busy, WEST, 3, WESTS);
    assert_eq!(busy.offices[&EAST].told, quiet.offices[&EAST].told);
    assert_eq!(busy.offices[&EAST].state, quiet.offices[&EAST].state);
    // One that ends because its time is over tells no more to whom had not lodged than one that nobody lodged for.
    let ends = |mut world: World| {
        world.pass(11 * DAY);
        (world.offices[&EAST].told.clone(), world.offices[&EAST].state.clone())
    };
    assert_eq!(ends(busy), ends(quiet));
}

#[test]
fn recalled_before_all_have_lodged_it_makes_room_and_after_that_it_ends_the_pair() {
    let mut world = opened(World::new());
    declares(&mut world, WEST, 1, WESTS);
    let second = declaration(&world, WEST, 2, "Another text.");
    assert_eq!(world.try_party(WEST, second), Err(Refusal::AlreadyDeclared));
    world.party(WEST, PartyCommand::Recall { item: item(1) });
    declares(&mut world, WEST, 3, WESTS);
    declares(&mut world, EAST, 4, EASTS);
    assert_eq!(at_desk(&world), PairState::Complete);
    world.party(WEST, PartyCommand::Recall { item: item(3) });
    assert_eq!(at_desk(&world), PairState::NotCompleted);
    assert_eq!(world.try_desk(release()), Err(Refusal::PairEnded));
    assert!(!format!("{:?}", world.desk).contains(EASTS));
}

#[test]
fn what_was_released_is_taken_back_by_nobody() {
    let mut world = opened(World::new());
    world.cut.insert(EAST);
    declares(&mut world, WEST, 1, WESTS);
    world.cut.clear();
    world.settle();
    declares(&mut world, EAST, 2, EASTS);
    world.cut.insert(EAST);
    world.does(release());
    assert_eq!(world.try_party(WEST, PartyCommand::Recall { item: item(1) }), Err(Refusal::PairReleased));
    world.cut.clear();
    world.settle();
    assert_eq!((world.words(WEST), world.words(EAST)), (vec![EASTS], vec![WESTS]));
}

/// One thing that may happen while a pair is open.
#[derive(Clone, Debug)]
enum Step {
    Declare(bool, u8),
    Recall(bool, u8),
    Cut(bool),
    Mend(bool),
    Release,
    Pass(i64),
    Erase(u8),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        4 => (any::<bool>(), 1..6_u8).prop_map(|(west, number)| Step::Declare(west, number)),
        1 => (any::<bool>(), 1..6_u8).prop_map(|(west, number)| Step::Recall(west, number)),
        2 => any::<bool>().prop_map(Step::Cut),
        3 => any::<bool>().prop_map(Step::Mend),
        2 => Just(Step::Release),
        1 => (0..4_i64).prop_map(|days| Step::Pass(days * DAY)),
        1 => (1..6_u8).prop_map(Step::Erase),
    ]
}

fn seat(west: bool) -> SeatId {
    if west { WEST } else { EAST }
}

fn words(west: bool, number: u8) -> String {
    format!("The {} declares, for the {number}th time, that it waits.", if west { "west" } else { "east" })
}

/// Invariant 3, whatever happens: nobody sees a declaration before all are lodged and opened; all go in one event of an
/// officer's, or none.
fn play(steps: Vec<Step>) {
    let mut world = opened(World::new());
    for step in steps {
        match step {
            Step::Declare(west, number) => {
                let command = declaration(&world, seat(west), number + if west { 0 } else { 10 }, &words(west, number));
                let _ = world.try_party(seat(west), command);
            }
            Step::Recall(west, number) => {
                let command = PartyCommand::Recall { item: item(number + if west { 0 } else { 10 }) };
                let _ = world.try_party(seat(west), command);
            }
            Step::Cut(west) => drop(world.cut.insert(seat(west))),
            Step::Mend(west) => {
                world.cut.remove(&seat(west));
                world.settle();
            }
            Step::Release => drop(world.try_desk(release())),
            Step::Pass(seconds) => world.pass(seconds),
            Step::Erase(number) => drop(world.try_desk(DeskCommand::Erase { item: item(number) })),
        }
        check(&world);
    }
    world.cut.clear();
    world.settle();
    check(&world);
    if let Some(released) = world.desk.pairs[&PAIR].released.as_ref() {
        let sent = world.desk.pairs[&PAIR].declared.values().map(|one| &world.desk.items[&one.item].conveyances);
        assert!(sent.into_iter().all(|sent| !sent.is_empty()), "{released:?}: all of it or none");
    }
    world.check_journals();
}

fn check(world: &World) {
    let pair = &world.desk.pairs[&PAIR];
    let released = pair.released.is_some();
    for (viewer, other) in [(WEST, false), (EAST, true)] {
        for number in 1..6 {
            let text = words(other, number);
            assert!(released || !world.knows(viewer, &text), "seen before the release");
        }
    }
    let all_opened = pair.declared.len() == 2 && pair.declared.values().all(|one| one.opened);
    assert!(!released || all_opened, "released before all were opened");
    let shown = pair.declared.values().any(|one| {
        let item = &world.desk.items[&one.item];
        world.desk.is_shown(item) && !item.content.text.is_empty()
    });
    assert!(!shown || all_opened, "an officer sees a declaration before all are opened");
    let out = pair.declared.values().any(|one| world.desk.items[&one.item].is_out());
    assert!(!out || released, "something of it is on its way without the release");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn both_or_neither(steps in prop::collection::vec(step(), 1..40)) {
        play(steps);
    }
}

/// What is on a line to a side that has not lodged holds no word of another's declaration, even while the desk has both.
#[test]
fn no_letter_carries_a_declaration_before_the_release() {
    let mut world = opened(World::new());
    declares(&mut world, WEST, 1, WESTS);
    declares(&mut world, EAST, 2, EASTS);
    let told = |world: &World, seat: SeatId| {
        let letters = world.offices[&seat].told.iter().map(|bytes| channel::ToParty::decode(bytes).expect("a letter"));
        letters.map(|letter| letter.kind()).collect::<Vec<_>>()
    };
    assert!(!told(&world, WEST).contains(&"convey") && !told(&world, EAST).contains(&"convey"));
    world.does(release());
    assert!(told(&world, WEST).contains(&"convey") && told(&world, EAST).contains(&"convey"));
}

/// The desk is started anew from the part of its journal that a crash left, between any two of its events, and every
/// letter and act that it had not taken comes again: what comes of the pair is the same, and nobody is shown anything
/// before the release.
#[test]
fn a_crash_of_the_desk_between_any_two_steps_changes_nothing_of_what_comes_of_a_pair() {
    let before = opened(World::new());
    let officer = |number: u8, command: DeskCommand| {
        let id = channel::ActId([number; 16]);
        desk::Input::Command { officer: "desk".to_owned(), id, command }
    };
    let seal = |seat: SeatId, number: u8, text: &str| {
        let pair = *before.offices[&seat].state.pairs.keys().next().expect("the pair");
        let (channel, blind) = (before.handle(seat), Blind([number; 32]));
        let content = Content { form: Form::Declaration, ..Content::new(text, before.now.plus_days(30)) };
        let commitment = channel::sealed::to_declaration(pair, channel, item(number), &content, &blind);
        let (act, lapses) = (channel::ActId([number; 16]), content.lapses);
        let declare = ToDesk::Declare { act, pair, item: item(number), lapses, commitment };
        let act = channel::ActId([number + 10; 16]);
        let open = ToDesk::OpenDeclaration { act, pair, item: item(number), content, blind };
        [declare, open].map(|letter| desk::Input::Letter { from: seat, letter })
    };
    let ([west, wests], [east, easts]) = (seal(WEST, 1, WESTS), seal(EAST, 2, EASTS));
    let inputs = [west, east, wests, easts, officer(30, release())];
    // What the desk writes down in one transaction, for each of these: all of it, or nothing, is there after a crash.
    let mut whole = before.desk.clone();
    let mut states = vec![whole.clone()];
    for input in &inputs {
        let decision = desk::decide(&whole, input.clone(), before.now).expect("taken");
        let conveys = decision.letters.iter().any(|one| one.letter.kind() == "convey");
        assert_eq!(conveys, matches!(input, desk::Input::Command { .. }), "a word goes out by the release alone");
        for event in &decision.events {
            desk::evolve(&mut whole, event);
            let pair = &whole.pairs[&PAIR];
            let opened = pair.declared.len() == 2 && pair.declared.values().all(|one| one.opened);
            let shows = whole.items.values().any(|item| whole.is_shown(item) && !item.content.text.is_empty());
            assert!(!shows || opened, "after {}: an officer sees a declaration", event.kind());
            let out = whole.items.values().filter(|item| item.is_out()).count();
            assert!(out == 0 || (out == 2 && pair.released.is_some()), "after {}: one of the two", event.kind());
        }
        states.push(whole.clone());
    }
    assert_eq!(whole.pair_state(&whole.pairs[&PAIR]), PairState::Released);
    for (at, state) in states.iter().enumerate() {
        let mut again = state.clone();
        // Offices cannot know what a desk that crashed had taken: all of it comes again, from the first.
        for input in &inputs {
            let _ = desk::decide(&again, desk::Input::Tick, before.now).expect("always an answer");
            let decision = desk::decide(&again, input.clone(), before.now).expect("taken, or known");
            decision.events.iter().for_each(|event| desk::evolve(&mut again, event));
        }
        assert_eq!(again, whole, "a crash after step {at}");
    }
}

/// A journal whose words are gone gives the same state: the release is known by the name that the words had.
#[test]
fn a_released_declaration_that_was_erased_is_known_after_a_restart() {
    let mut world = opened(World::new());
    declares(&mut world, WEST, 1, WESTS);
    declares(&mut world, EAST, 2, EASTS);
    world.does(release());
    world.does(DeskCommand::Erase { item: item(1) });
    let mut folded = desk::State::default();
    for bytes in &world.journal {
        let event = DeskEvent::decode(bytes).expect("reads what was written");
        let erased = event.item() == Some(item(1).0);
        desk::evolve(&mut folded, &if erased { event.without_words() } else { event });
    }
    assert!(folded == world.desk);
}

#[test]
fn a_pair_is_open_until_all_have_lodged_what_still_stands() {
    let mut world = opened(World::new());
    let content = Content::new(WESTS, world.now.plus_days(1));
    let declare = PartyCommand::Declare { item: item(1), channel: world.handle(WEST), content, pair: None };
    world.party(WEST, declare);
    world.pass(2 * DAY);
    declares(&mut world, EAST, 2, EASTS);
    assert_eq!(at_desk(&world), PairState::Open, "the west's has lapsed: it is awaited anew");
    declares(&mut world, WEST, 3, WESTS);
    assert_eq!(at_desk(&world), PairState::Complete);
}

/// The desk keeps nothing of a declaration that nobody will ever be shown: not of one opened, nor of one opened too late.
#[test]
fn of_a_pair_that_ended_no_words_are_kept() {
    let mut world = opened(World::new());
    declares(&mut world, EAST, 1, EASTS);
    world.cut.insert(EAST);
    declares(&mut world, WEST, 2, WESTS);
    world.pass(11 * DAY);
    assert_eq!(at_desk(&world), PairState::NotCompleted);
    for number in [1, 2] {
        assert!(world.desk.items[&item(number)].erased, "the words of {number} have no key to be kept under");
    }
    world.cut.clear();
    world.settle();
    assert!(!format!("{:?}", world.desk).contains(EASTS) && !format!("{:?}", world.desk).contains(WESTS));
    world.check_journals();
}

/// It goes out as it was written, and with it when each of its translations was made: on which day, and no closer.
#[test]
fn the_translation_of_a_declaration_bears_its_day() {
    let mut world = opened(World::new());
    world.pass(7_331);
    let mut content = Content::new(WESTS, world.now.plus_days(30));
    let (language, translator, text) = ("fr".into(), "M. Leroy".into(), "L’ouest ne tirera pas le premier.".into());
    content.translations.push(Translation { language, grade: Grade::Official, translator, on: world.now, text });
    let command = PartyCommand::Declare { item: item(1), channel: world.handle(WEST), content, pair: None };
    world.party(WEST, command);
    declares(&mut world, EAST, 2, EASTS);
    world.does(release());
    let on: Vec<_> = world.received(EAST)[0].conveyance.wording.translations.iter().map(|one| one.on).collect();
    assert_eq!(on, [world.now.day().start()]);
    assert_ne!(world.now, world.now.day().start());
}
