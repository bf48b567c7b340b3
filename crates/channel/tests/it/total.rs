//! The invariant `total`: whatever comes in, in whatever order, no machine panics, and every state stays one that its
//! readers can trust.

use channel::desk::{self, Command as DeskCommand};
use channel::envelope::{LETTER_BYTES, Malformed, Written};
use channel::party::{self, Command as PartyCommand};
use channel::{
    ActId, Civil, ConveyedId, Disposition, ItemState, Label, QuestionId, RenditionId, ToDesk, ToParty, canonical,
};
use proptest::prelude::*;

use crate::samples;
use crate::world::{CALM, EAST, EASTERN, START, WEST, WESTERN, World, item};

/// One step of a play that nobody wrote.
#[derive(Clone, Debug)]
enum Step {
    Lodge { by: bool, number: u8, text: u8, approve: bool, tie: u8, tied: u8 },
    Party { by: bool, number: u8, what: u8 },
    Desk { number: u8, what: u8, words: u8 },
    Pass(i64),
    Cut(bool),
    Mend,
    Stray(u8),
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        3 => (any::<bool>(), 0..3u8, 0..3u8, any::<bool>(), 0..4u8, 0..3u8)
            .prop_map(|(by, number, text, approve, tie, tied)| Step::Lodge { by, number, text, approve, tie, tied }),
        4 => (any::<bool>(), 0..3u8, 0..9u8).prop_map(|(by, number, what)| Step::Party { by, number, what }),
        6 => (0..6u8, 0..12u8, 0..3u8).prop_map(|(number, what, words)| Step::Desk { number, what, words }),
        1 => (0..20 * crate::world::DAY).prop_map(Step::Pass),
        1 => any::<bool>().prop_map(Step::Cut),
        1 => Just(Step::Mend),
        2 => any::<u8>().prop_map(Step::Stray),
    ]
}

/// Two offices do not make the same id.
fn number_of(west: bool, number: u8) -> u8 {
    if west { number } else { number + 3 }
}

const TEXTS: [&str; 3] = ["One.", "Two.", "Three."];

fn play(world: &mut World, step: &Step) {
    match step {
        Step::Lodge { by, number, text, approve, tie, tied } => {
            let seat = if *by { WEST } else { EAST };
            let mut lodging = world.lodging(seat, number_of(*by, *number), TEXTS[usize::from(*text)]);
            lodging.approve = *approve;
            lodging.content.conditions = vec!["If so.".into()];
            match tie {
                1 => lodging.answers = world.received(seat).last().map(|one| one.conveyance.id),
                2 => lodging.supersedes = Some(item(number_of(*by, *tied))),
                3 => lodging.reaffirms = Some(item(number_of(*by, *tied))),
                _ => {}
            }
            let _ = world.try_party(seat, PartyCommand::Lodge(lodging));
        }
        Step::Party { by, number, what } => {
            let seat = if *by { WEST } else { EAST };
            let id = item(number_of(*by, *number));
            let conveyed = world.received(seat).last().map_or(ConveyedId([0; 16]), |one| one.conveyance.id);
            let disposition = Disposition::ALL[usize::from(*number) % Disposition::ALL.len()];
            let command = match what {
                0 => PartyCommand::Recall { item: id },
                1 => PartyCommand::Approve { item: id },
                2 => PartyCommand::Object { item: id, reason: Some("No.".into()) },
                3 => PartyCommand::Invoke { item: id, condition: 1 },
                4 => PartyCommand::Dispose { conveyed, disposition },
                5 => PartyCommand::Reply { question: QuestionId([*number; 16]), text: "Yes.".into() },
                6 => PartyCommand::Erase { item: Some(id), conveyed: None },
                7 => PartyCommand::Read { conveyed },
                _ => PartyCommand::Confide {
                    item: id,
                    channel: world.handle(seat),
                    text: "Between us.".into(),
                    lapses: world.now.plus_days(3),
                },
            };
            let _ = world.try_party(seat, command);
        }
        Step::Desk { number, what, words } => {
            let (id, text) = (item(*number), TEXTS[usize::from(*words)]);
            let command = match what {
                0 | 1 => World::render(*number, text, Label::Verbatim),
                2 => World::render(*number, text, Label::Gist),
                3..=5 => World::release(*number),
                6 => DeskCommand::Return { item: id, reason: "No.".into() },
                7 => World::correct(*number, text, None),
                8 => DeskCommand::UseConfided { item: id },
                9 => DeskCommand::Erase { item: id },
                10 => World::ask(QuestionId([*number; 16]), WESTERN, "Well?"),
                _ => DeskCommand::Outreach {
                    item: item(*number + 20),
                    channel: CALM,
                    text: text.into(),
                    lapses: world.now.plus_days(3),
                    to: vec![EASTERN],
                    precedence: None,
                    form: None,
                    own: None,
                },
            };
            let _ = world.try_desk(command);
        }
        Step::Pass(seconds) => world.pass(*seconds),
        Step::Cut(west) => {
            world.cut.insert(if *west { WEST } else { EAST });
        }
        Step::Mend => {
            world.cut.clear();
            world.settle();
        }
        Step::Stray(seed) => stray(world, *seed),
    }
}

/// Inputs that nothing prepared: letters of every kind, echoes of every kind, and news of letters that never were.
fn stray(world: &mut World, seed: u8) {
    let at = usize::from(seed);
    let (to_desk, to_party) = (samples::to_desk(), samples::to_party());
    let conveyed = ConveyedId([seed; 16]);
    let inputs = [
        desk::Input::Letter { from: EAST, letter: to_desk[at % to_desk.len()].clone() },
        desk::Input::Echo { to: EAST, letter: to_party[at % to_party.len()].clone() },
        desk::Input::Ready { seat: WEST, conveyed },
        desk::Input::Delivered { seat: WEST, conveyed },
    ];
    for input in inputs {
        let mut state = world.desk.clone();
        if let Ok(decision) = desk::decide(&state, input, world.now) {
            decision.events.iter().for_each(|event| desk::evolve(&mut state, event));
        }
        let _ = state.outstanding(world.now);
    }
    let inputs = [
        party::Input::Letter(to_party[at % to_party.len()].clone()),
        party::Input::Echo(to_desk[at % to_desk.len()].clone()),
        party::Input::Tick,
    ];
    for input in inputs {
        let mut state = world.offices[&EAST].state.clone();
        if let Ok(decision) = party::decide(&state, input, world.now) {
            decision.events.iter().for_each(|event| party::evolve(&mut state, event));
        }
        let _ = state.outstanding(world.now);
    }
}

fn consistent(world: &World) {
    for seat in [WEST, EAST] {
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
        }
    }
    for of in world.desk.items.values() {
        if matches!(of.state_at(world.now), ItemState::Recalled | ItemState::Returned | ItemState::Voided) {
            assert!(of.conveyances.iter().all(|one| !one.called));
        }
    }
    world.check_journals();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, ..ProptestConfig::default() })]

    #[test]
    fn total(steps in prop::collection::vec(step(), 0..60)) {
        let mut world = World::new();
        for step in &steps {
            play(&mut world, step);
        }
        world.cut.clear();
        world.settle();
        consistent(&world);
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
