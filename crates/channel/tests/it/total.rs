//! The invariant `total`: whatever comes in, in whatever order, no machine panics, and every state stays one that its
//! readers can trust.

use std::collections::{BTreeMap, BTreeSet};

use channel::desk;
use channel::envelope::{LETTER_BYTES, Malformed, Written};
use channel::party::{self, Command as PartyCommand};
use channel::{
    ActId, Civil, ConveyedId, ItemId, ItemState, Label, PartyId, RenditionId, SeatId, ToDesk, ToParty, canonical,
};
use proptest::prelude::*;

use crate::agrees::named;
use crate::steps::{PARTIES, SEATS, Step, letter_of, proposal_at, wild};
use crate::world::{EAST, NORTH, NORTHERN, START, WEST, WESTERN, World, item};
use crate::{samples, strays};

/// A play: the world, and the offices that were told what no desk had said.
struct Play {
    world: World,
    fed: BTreeSet<SeatId>,
    strays: usize,
}

impl Play {
    fn step(&mut self, step: &Step) {
        let world = &mut self.world;
        match step {
            Step::Desk(officer, command) => {
                let _ = world.officer(officer, (**command).clone());
            }
            Step::Party(seat, command) => {
                let _ = world.try_party(*seat, named(world, *seat, command));
            }
            Step::Pass(seconds) => world.pass(*seconds),
            Step::Cut(seat) => {
                world.cut.insert(*seat);
            }
            Step::Mend => {
                world.cut.clear();
                world.settle();
            }
            Step::Stray { seat, kind, number, to_desk, live } => {
                self.strays += 1;
                match (to_desk, live) {
                    (true, true) => drop(world.smuggle(*seat, &strays::up(world, *seat, *kind, *number))),
                    (false, true) => {
                        self.fed.insert(*seat);
                        world.smuggle_down(*seat, &strays::down(world, *seat, *kind, *number));
                    }
                    (_, false) => beside(world, *seat, *kind, *number),
                }
            }
        }
        let desk = &world.desk;
        for pair in desk.pairs.values() {
            let items = || pair.declared.values().map(|one| &desk.items[&one.item]);
            assert!(pair.released.is_some() || items().all(|item| !item.is_out()), "a declaration went by itself");
            let shown = items().any(|item| desk.is_shown(item) && !item.content.text.is_empty());
            assert!(
                !shown || pair.declared.values().all(|one| one.opened),
                "a declaration shows before all are opened"
            );
        }
    }

    /// Everything that has to hold when nothing is on its way.
    fn ends(mut self) {
        self.world.cut.clear();
        self.world.settle();
        if self.strays == 0 {
            for (seat, office) in &self.world.offices {
                let retired = self.world.desk.seats[seat].retired;
                assert!(retired || (office.set_aside, office.set_aside_there) == (0, 0), "seat {seat}");
            }
        }
        self.world.check_folded();
        received_is_released(&self.world, &self.fed);
        nobody_has_what_was_not_released_to_it(&self.world);
        one_result_for_all(&self.world, &self.fed);
        erased_is_nowhere(&self.world);
        shows_without_panic(&self.world);
    }
}

/// Inputs of every kind into copies of the states, of which nothing is kept.
fn beside(world: &World, seat: SeatId, kind: u8, number: u8) {
    let conveyed = world.desk.conveyed_as(seat, item(number)).unwrap_or(ConveyedId([kind; 16]));
    let (up, down) = (strays::up(world, seat, kind, number), strays::down(world, seat, kind, number));
    let inputs = [
        desk::Input::Letter { from: seat, letter: up.clone() },
        desk::Input::Echo { to: seat, letter: down.clone() },
        desk::Input::Ready { seat, conveyed },
        desk::Input::Delivered { seat, conveyed },
        desk::Input::Tick,
    ];
    let mut state = world.desk.clone();
    for input in inputs {
        if let Ok(decision) = desk::decide(&state, input, world.now) {
            decision.events.iter().for_each(|event| desk::evolve(&mut state, event));
        }
        let _ = (state.outstanding(world.now), state.conflicts(), desk::due(&state, world.now));
    }
    let mut state = world.offices[&seat].state.clone();
    for input in [party::Input::Letter(down), party::Input::Echo(up), party::Input::Tick] {
        if let Ok(decision) = party::decide(&state, input, world.now) {
            decision.events.iter().for_each(|event| party::evolve(&mut state, event));
        }
        let _ = (state.outstanding(world.now), party::due(&state, world.now));
    }
}

/// What a party has was released to it, in words that their author approved where it asked to, and verbatim if they say so.
fn received_is_released(world: &World, fed: &BTreeSet<SeatId>) {
    for seat in SEATS.into_iter().filter(|seat| !fed.contains(seat)) {
        for received in world.received(seat) {
            let conveyed = received.conveyance.id;
            let source = world.desk.item_at(seat, conveyed).expect("what a party has, the desk sent");
            let of = &world.desk.items[&source];
            let sent = of.conveyances.iter().find(|one| one.dispatch.id == conveyed).expect("it was sent");
            assert!(sent.called && !sent.withdrawn && of.released.is_some());
            let rendition = of.rendition(match sent.dispatch.carries {
                desk::Carries::Item { rendition } => rendition,
                other => panic!("{other:?} was received as an item"),
            });
            let rendition = rendition.expect("its words were rendered");
            if of.approve {
                assert_eq!(of.verdict(rendition.id), Some(&desk::Verdict::Approved));
            }
            let (words, label) = (&received.conveyance.wording.words, received.conveyance.wording.label);
            if label == Some(Label::Verbatim) && !of.erased && !received.erased {
                assert_eq!(canonical(words), canonical(&of.content.text));
            }
            assert_eq!(received.conveyance.lapses, of.content.lapses);
        }
    }
    for of in world.desk.items.values() {
        if matches!(of.state_at(world.now), ItemState::Recalled | ItemState::Returned | ItemState::Voided) {
            assert!(of.conveyances.iter().all(|one| !one.called));
        }
    }
}

/// The texts that were released to each office and called there, of items that were not erased since or were.
fn released_to(world: &World) -> BTreeMap<SeatId, Vec<String>> {
    let mut words: BTreeMap<RenditionId, Vec<String>> = BTreeMap::new();
    let mut declared: BTreeMap<ItemId, Vec<String>> = BTreeMap::new();
    let mut on_their_way: BTreeMap<(SeatId, ConveyedId), Vec<String>> = BTreeMap::new();
    let mut called: BTreeMap<SeatId, Vec<String>> = BTreeMap::new();
    for bytes in &world.journal {
        match desk::Event::decode(bytes).expect("reads what was written") {
            desk::Event::Rendered { rendition, .. } => {
                let wording = rendition.wording;
                words.insert(rendition.id, wording.conditions.into_iter().chain([wording.words]).collect());
            }
            desk::Event::DeclarationOpened { item, content, .. } => {
                declared.insert(item, content.conditions.into_iter().chain([content.text]).collect());
            }
            desk::Event::Released { dispatches, .. } => {
                for sent in dispatches {
                    if let desk::Carries::Item { rendition } | desk::Carries::Correction { rendition, .. } =
                        sent.carries
                    {
                        on_their_way.insert((sent.seat, sent.id), words[&rendition].clone());
                    }
                }
            }
            desk::Event::PairReleased { dispatches, .. } => {
                for sent in dispatches {
                    on_their_way.insert((sent.dispatch.seat, sent.dispatch.id), declared[&sent.item].clone());
                }
            }
            desk::Event::Called { seat, conveyed } => {
                let texts = on_their_way.get(&(seat, conveyed)).cloned().unwrap_or_default();
                called.entry(seat).or_default().extend(texts);
            }
            _ => {}
        }
    }
    called
}

/// Where marked texts begin in these bytes, and the letters of those that a mark names.
fn marks(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let starts = (0..bytes.len()).filter(|at| bytes[*at..].starts_with(b"zq"));
    starts.filter_map(|at| {
        let letters = bytes[at + 2..].iter().take_while(|byte| (b'a'..=b'c').contains(byte)).count();
        let end = at + 2 + letters;
        bytes[end..].starts_with(b"q ").then(|| (at, &bytes[at + 2..end]))
    })
}

/// Whoever has a text is one of those that its mark names, or had it released to it. Nobody has another party's name.
fn nobody_has_what_was_not_released_to_it(world: &World) {
    let released = released_to(world);
    for (seat, office) in world.offices.iter().filter(|(seat, _)| world.desk.seats.contains_key(seat)) {
        let party = world.desk.seats[seat].party;
        let told = released.get(seat).map(Vec::as_slice).unwrap_or_default();
        for bytes in office.told.iter().chain(&office.journal) {
            for (at, mark) in marks(bytes) {
                let own = letter_of(party);
                let named = mark.iter().any(|byte| char::from(*byte) == own);
                let had = told.iter().any(|text| bytes[at..].starts_with(text.as_bytes()));
                let shown = String::from_utf8_lossy(&bytes[at..bytes.len().min(at + 40)]);
                assert!(named || had, "seat {seat} has what was not released to it: {shown}");
            }
        }
        let names = [(WESTERN, "western"), (WESTERN, "Prime"), (NORTHERN, "northern"), (NORTHERN, "Chair")];
        for (_, name) in names.into_iter().filter(|(of, _)| *of != party) {
            assert!(!world.knows(*seat, name), "seat {seat} knows {name}");
        }
    }
}

/// What all would take is what every party opened, and every office that was told is told the same.
fn one_result_for_all(world: &World, fed: &BTreeSet<SeatId>) {
    for (id, proposal) in &world.desk.proposals {
        let Some((common, _)) = &proposal.revealed else { continue };
        let takes = |party: &PartyId| proposal.answers.get(party).and_then(|one| one.takes.clone()).unwrap_or_default();
        let options = (1..=u8::MAX).take(proposal.options.len());
        let all: Vec<u8> = options.filter(|option| PARTIES.iter().all(|party| takes(party).contains(option))).collect();
        assert_eq!(common, &all);
        for seat in [WEST, EAST, NORTH].into_iter().filter(|seat| !fed.contains(seat)) {
            if world.desk.seats[&seat].retired {
                continue;
            }
            let shown = world.offices[&seat].state.proposals.get(&proposal_at(seat, id.0[0]));
            assert_eq!(shown.and_then(|one| one.common.as_ref()), Some(common), "a result is told to all");
        }
    }
}

/// What was erased is in no state, and in no journal that has lost the keys of those words.
fn erased_is_nowhere(world: &World) {
    for item in world.desk.items.values().filter(|item| item.erased) {
        let shown = format!("{item:?}");
        assert!(!shown.contains("zq"), "{shown}");
    }
    let events: Vec<_> =
        world.journal.iter().map(|bytes| desk::Event::decode(bytes).expect("reads what was written")).collect();
    let gone: BTreeSet<_> = events.iter().filter_map(desk::Event::erased).collect();
    let mut folded = desk::State::default();
    for event in &events {
        let erased = event.item().is_some_and(|name| gone.contains(&name));
        let event = if erased { event.without_words() } else { event.clone() };
        assert!(!erased || !format!("{event:?}").contains("zq"), "{event:?}");
        desk::evolve(&mut folded, &event);
    }
    assert!(folded == world.desk, "a journal without the words that were erased is another state");
    for (seat, office) in &world.offices {
        let events: Vec<_> =
            office.journal.iter().map(|bytes| party::Event::decode(bytes).expect("reads what was written")).collect();
        let gone: BTreeSet<_> = events.iter().filter_map(party::Event::erased).collect();
        let mut folded = party::State::default();
        for event in &events {
            let erased = event.item().is_some_and(|name| gone.contains(&name));
            let event = if erased { event.without_words() } else { event.clone() };
            assert!(!erased || !format!("{event:?}").contains("zq"), "{event:?}");
            party::evolve(&mut folded, &event);
        }
        assert!(folded == office.state, "the same at seat {seat}");
    }
}

/// Whatever is read from the states can be read.
fn shows_without_panic(world: &World) {
    let (desk, now) = (&world.desk, world.now);
    let _ = (desk.outstanding(now), desk.conflicts(), desk.touches("zqaq kiloaa kiloab", &[WESTERN]));
    desk.items.values().for_each(|item| drop((desk.warnings(item), desk.is_shown(item))));
    for office in world.offices.values() {
        let _ = (office.state.outstanding(now), office.state.touches("zqaq kiloaa kiloab"));
        office.state.items.values().for_each(|item| drop(office.state.warnings(item)));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn total(steps in wild(40), two_officers in any::<bool>()) {
        let mut play = Play { world: World::of_play(two_officers), fed: BTreeSet::new(), strays: 0 };
        steps.iter().for_each(|step| play.step(step));
        play.ends();
    }

    #[test]
    fn any_bytes_are_a_letter_or_an_error(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        let _ = ToDesk::decode(&bytes);
        let _ = ToParty::decode(&bytes);
        let _ = desk::Event::decode(&bytes);
        let _ = party::Event::decode(&bytes);
    }

    #[test]
    fn nearly_a_letter_is_a_letter_or_an_error(kind in any::<usize>(), at in any::<usize>(), to in any::<u8>()) {
        let samples = samples::everything();
        let (_, mut bytes) = samples[kind % samples.len()].clone();
        let at = at % bytes.len();
        bytes[at] = to;
        if let Ok(letter) = ToDesk::decode(&bytes) {
            prop_assert_eq!(ToDesk::decode(&letter.encode()), Ok(letter));
        }
        if let Ok(letter) = ToParty::decode(&bytes) {
            prop_assert_eq!(ToParty::decode(&letter.encode()), Ok(letter));
        }
        let _ = desk::Event::decode(&bytes);
        let _ = party::Event::decode(&bytes);
        bytes.truncate(at);
        prop_assert!(ToDesk::decode(&bytes).is_err());
    }
}

#[test]
fn what_is_wrong_with_bytes_is_said() {
    let good = samples::to_desk()[0].encode();
    let wrong = |change: &dyn Fn(&mut Vec<u8>)| {
        let mut bytes = good.clone();
        change(&mut bytes);
        ToDesk::decode(&bytes)
    };
    assert_eq!(wrong(&|bytes| bytes.clear()), Err(Malformed::NoEnvelope));
    assert_eq!(wrong(&|bytes| bytes[0] = 0x82), Err(Malformed::NoEnvelope));
    assert_eq!(wrong(&|bytes| bytes[1] = 2), Err(Malformed::Version));
    assert_eq!(wrong(&|bytes| bytes[2] = 0x17), Err(Malformed::Kind));
    assert_eq!(wrong(&|bytes| bytes[2] = 0x02), Err(Malformed::Body));
    assert_eq!(wrong(&|bytes| bytes.push(0)), Err(Malformed::Trailing));
    assert_eq!(wrong(&|bytes| bytes.resize(LETTER_BYTES + 1, 0)), Err(Malformed::TooLong));
}

/// A party that wants to fill the desk is refused at the bounds, and the largest letter there can be is still one.
#[test]
fn everything_is_bounded() {
    let mut world = World::new();
    let mut lodging = world.lodging(WEST, 1, &"x".repeat(channel::rules::TEXT_BYTES + 1));
    assert!(world.try_party(WEST, PartyCommand::Lodge(lodging.clone())).is_err());
    let letter = ToDesk::Lodge { act: ActId([1; 16]), lodging: lodging.clone() };
    assert!(world.smuggle(WEST, &letter).is_err());
    lodging.content.text = "x".repeat(channel::rules::TEXT_BYTES);
    lodging.content.conditions = vec!["y".repeat(channel::rules::CLAUSE_BYTES); 36];
    world.party(WEST, PartyCommand::Lodge(lodging.clone()));
    world.does(World::render(1, &lodging.content.text, Label::Verbatim));
    world.does(World::release(1));
    assert_eq!(world.received(EAST).len(), 1);
    assert!(world.offices[&EAST].told.iter().all(|letter| letter.len() <= LETTER_BYTES));
    lodging.item = item(2);
    lodging.content.conditions.push("z".into());
    assert!(world.try_party(WEST, PartyCommand::Lodge(lodging.clone())).is_err());
    lodging.content = channel::Content::new("x", Civil(START.0 + 9));
    lodging.content.reservations = vec!["y".into(); 65];
    assert!(world.try_party(WEST, PartyCommand::Lodge(lodging)).is_err());
    let approve = ToDesk::Approve { act: ActId([2; 16]), item: item(1), renditions: vec![RenditionId([1; 16]); 257] };
    assert!(world.smuggle(WEST, &approve).is_err());
}
