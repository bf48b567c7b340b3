//! The invariant `no_contact`, at the level of the channel: what an office is told is a function of its own inputs and of
//! what the desk conveyed to it, and of nothing else of the other side.

use std::collections::BTreeMap;

use channel::desk::Command as DeskCommand;
use channel::party::Command as PartyCommand;
use channel::{Act, Disposition, Grade, Label, PartyId, SeatId, Translation};
use proptest::prelude::*;

use crate::world::{CALM, EAST, EASTERN, WEST, WESTERN, World, item};

const ENVOY: SeatId = SeatId(6);

/// What differs on the west's side while the desk conveys the same.
#[derive(Clone, Debug)]
struct Unseen {
    name: String,
    principal: String,
    label_of_east: String,
    key: u8,
    moment: i64,
    authentic: String,
    lodged: u8,
    recalled: u8,
    confided: u8,
    envoy: bool,
    disposed: Option<Disposition>,
    answered: bool,
    cut: bool,
}

fn unseen() -> impl Strategy<Value = Unseen> {
    let text = "[A-Za-z]{1,20}";
    let flags = (any::<bool>(), prop::option::of(prop::sample::select(Disposition::ALL)), any::<bool>(), any::<bool>());
    let counts = (0..3u8, 0..3u8, 0..3u8);
    ((text, text, text, text), 40..250u8, 0..3_000i64, counts, flags).prop_map(
        |((name, principal, label_of_east, authentic), key, moment, (lodged, recalled, confided), flags)| {
            let (envoy, disposed, answered, cut) = flags;
            Unseen {
                name,
                principal,
                label_of_east,
                key,
                moment,
                authentic,
                lodged,
                recalled,
                confided,
                envoy,
                disposed,
                answered,
                cut,
            }
        },
    )
}

/// The same day for the east, whatever the west is and does.
fn play(with: &Unseen) -> World {
    let mut world = World::bare(&[], false);
    let calls = BTreeMap::from([(EASTERN, with.label_of_east.clone())]);
    let (name, principal) = (with.name.clone(), with.principal.clone());
    world.does(DeskCommand::AddParty { party: WESTERN, name, principal, calls });
    world.offices.insert(WEST, crate::world::Office::default());
    let key = channel::SeatKey([with.key; 32]);
    world.does(DeskCommand::Enrol { seat: WEST, party: WESTERN, envoy: None, key });
    world.add(EASTERN, EAST, "The eastern side", "President");
    world.open(&[WESTERN, EASTERN]);
    world.pass(with.moment);
    if with.envoy {
        let command = PartyCommand::Appoint {
            envoy: "dermer".into(),
            title: "Minister".into(),
            channels: vec![world.handle(WEST)],
            may: Act::ALL.to_vec(),
            until: None,
            countersign: true,
        };
        world.party(WEST, command);
        world.enrol(ENVOY, WESTERN, Some("dermer"));
    }
    let mut number = 100;
    let mut more = |world: &mut World, count: u8| -> Vec<u8> {
        let new: Vec<u8> = (0..count).map(|at| number + at).collect();
        number += count;
        for one in &new {
            world.lodges(WEST, *one, &with.authentic);
        }
        new
    };
    more(&mut world, with.lodged);
    for one in more(&mut world, with.recalled) {
        world.does(World::render(one, "Never to be seen.", Label::Gist));
        world.party(WEST, PartyCommand::Recall { item: item(one) });
    }
    for number in 0..with.confided {
        let (channel, text) = (world.handle(WEST), with.authentic.clone());
        let lapses = world.now.plus_days(1);
        world.party(WEST, PartyCommand::Confide { item: item(200 + number), channel, text, lapses });
    }

    let mut lodging = world.lodging(WEST, 1, &with.authentic);
    lodging.content.lapses = crate::world::START.plus_days(30);
    world.party(WEST, PartyCommand::Lodge(lodging));
    let mut rendition = World::render(1, "The words that are conveyed.", Label::Paraphrase);
    if let DeskCommand::Render { translations, .. } = &mut rendition {
        let (language, translator, text) = ("fr".into(), "The desk's own".into(), "Les paroles transmises.".into());
        translations.push(Translation { language, grade: Grade::Official, translator, on: world.now, text });
    }
    world.does(rendition);
    world.does(World::release(1));

    if with.cut {
        world.cut.insert(WEST);
    }
    let conveyed = world.last_received(EAST);
    let mut answer = world.lodging(EAST, 2, "An answer.");
    answer.answers = Some(conveyed);
    answer.content.lapses = crate::world::START.plus_days(30);
    answer.content.conditions = vec!["If so.".into()];
    world.party(EAST, PartyCommand::Lodge(answer));
    world.does(World::render(2, "An answer.", Label::Verbatim));
    world.does(World::release(2));
    if let (Some(disposition), false) = (with.disposed, with.cut) {
        let conveyed = world.last_received(WEST);
        world.party(WEST, PartyCommand::Dispose { conveyed, disposition });
    }
    if with.answered && !with.cut {
        let mut lodging = world.lodging(WEST, 3, "An answer that is not conveyed.");
        lodging.answers = Some(world.last_received(WEST));
        lodging.supersedes = Some(item(1));
        world.party(WEST, PartyCommand::Lodge(lodging));
    }
    world.party(EAST, PartyCommand::Invoke { item: item(2), condition: 1 });
    world.does(World::release(2));
    world
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]
    #[test]
    fn no_contact(one in unseen(), other in unseen()) {
        let (one, other) = (play(&one), play(&other));
        prop_assert_eq!(&one.offices[&EAST].told, &other.offices[&EAST].told);
        let late = one.now.plus_days(1);
        prop_assert_eq!(one.offices[&EAST].state.outstanding(late), other.offices[&EAST].state.outstanding(late));
        prop_assert_eq!(&one.offices[&EAST].state.received, &other.offices[&EAST].state.received);
        prop_assert_eq!(&one.offices[&EAST].state.notices, &other.offices[&EAST].state.notices);
        one.check_journals();
    }
}

#[test]
fn two_seats_share_no_name_for_anything() {
    let mut world = World::of_three();
    world.conveys(WEST, 1, "To both.");
    let (east, north) = (world.last_received(EAST), world.last_received(crate::world::NORTH));
    assert_ne!(east, north);
    assert_ne!(world.handle(EAST), world.handle(crate::world::NORTH));
    let hex = item(1).to_string();
    assert!(!world.knows(EAST, &hex) && !world.knows(EAST, &CALM.to_string()));
    assert!(!world.knows(EAST, "northern") && !world.knows(EAST, "Chair"));
    let raw = |bytes: &[u8]| world.offices[&EAST].told.iter().any(|told| told.windows(16).any(|part| part == bytes));
    assert!(!raw(&item(1).0) && !raw(&CALM.0) && !raw(&north.0));
    assert_eq!(PartyId(1).to_string(), "1");
}
