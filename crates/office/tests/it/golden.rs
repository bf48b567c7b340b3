//! The frozen forms: every kind of event of the office's own, and whole vaults. What this version wrote opens in every
//! later one; a change of what is written is a red test instead of a vault that nobody can open.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use channel::{ConveyedId, ItemId, desk, party};
use office::clock::Clock;
use office::office::Office;
use office::store::SqliteStore;
use office::{Event, HubPlace, OfficeEvent};

use crate::shelf::Disk;
use crate::world::{DAY, DESK, NORTH, PASSPHRASE, SOUTH, START, TestClock, World, stream};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

fn kind(event: &OfficeEvent) -> &'static str {
    match event {
        OfficeEvent::Founded { .. } => "founded",
        OfficeEvent::HubSet { .. } => "hub-set",
        OfficeEvent::Invited { .. } => "invited",
        OfficeEvent::SetAside { .. } => "set-aside",
        OfficeEvent::Restored { .. } => "restored",
        OfficeEvent::PeerRestored { .. } => "peer-restored",
        OfficeEvent::Joined { .. } => "joined",
        OfficeEvent::ReadoutSigned { .. } => "readout-signed",
        OfficeEvent::Admitted { .. } => "admitted",
        OfficeEvent::Dismissed { .. } => "dismissed",
        OfficeEvent::Shown { .. } => "shown",
    }
}

const KINDS: usize = 11;

/// One event of each kind of the office's own, and one of each machine in the same envelope.
pub(crate) fn samples() -> Vec<(String, Event)> {
    let hub = HubPlace { place: "hub.example:443".to_owned(), pin: [1; 32], pass: [2; 32] };
    let own = [
        OfficeEvent::Founded { desk: true, rehearsal: false },
        OfficeEvent::HubSet { hub },
        OfficeEvent::Invited { line: 3, until: START },
        OfficeEvent::SetAside { line: 3, letter: 70_000, reason: "it made no sense".to_owned() },
        OfficeEvent::Restored { line: 3, peer_has: 12, had_sent: None },
        OfficeEvent::PeerRestored { line: 0, peer_has: 1 << 40 },
        OfficeEvent::Joined { line: 3 },
        OfficeEvent::ReadoutSigned { readout: [6; 16], signature: "-----BEGIN SSH SIGNATURE-----".to_owned() },
        OfficeEvent::Admitted { holder: "boris".to_owned(), by: "anna".to_owned() },
        OfficeEvent::Dismissed { holder: "boris".to_owned(), by: "anna".to_owned() },
        OfficeEvent::Shown { line: 3 },
    ];
    let mut samples: Vec<(String, Event)> =
        own.into_iter().map(|event| (format!("office-event-{}", kind(&event)), Event::Office(event))).collect();
    assert_eq!(samples.len(), KINDS);
    let (name, officers) = ("The Desk".to_owned(), vec!["anna".to_owned()]);
    samples.push(("desk-event".to_owned(), Event::Desk(desk::Event::SetUp { name, officers, two_officers: true })));
    samples.push(("party-event".to_owned(), Event::Party(party::Event::Read { conveyed: ConveyedId([5; 16]) })));
    let restored = OfficeEvent::Restored { line: 3, peer_has: 12, had_sent: Some(9) };
    samples.push(("office-event-restored-later".to_owned(), Event::Office(restored)));
    samples
}

#[test]
fn every_kind_of_event_is_written_as_it_always_was() {
    let files = fs::read_dir(folder()).expect("the vectors are there").map(|entry| entry.unwrap().file_name());
    let mut there: BTreeSet<String> =
        files.map(|name| name.to_string_lossy().into_owned()).filter(|name| name.ends_with(".cbor")).collect();
    for (name, event) in samples() {
        let file = format!("{name}.cbor");
        let frozen = fs::read(folder().join(&file)).unwrap_or_else(|_| panic!("{file} is missing: run `freeze`"));
        assert_eq!(event.encode(), frozen, "{file}");
        assert_eq!(Event::decode(&frozen).unwrap(), event, "{file}");
        there.remove(&file);
    }
    assert_eq!(there, BTreeSet::new(), "a vector of a kind that is gone");
}

#[test]
fn an_event_of_a_later_version_is_not_read() {
    let (_, event) = samples().remove(0);
    let mut bytes = event.encode();
    assert_eq!(bytes[1], 1);
    bytes[1] = 2;
    assert!(Event::decode(&bytes).is_err());
}

const ERASED: ItemId = ItemId([0x21; 16]);
const CONVEYED: ItemId = ItemId([0x22; 16]);
const WAITING: ItemId = ItemId([0x23; 16]);

/// Copies of the frozen vaults, opened on a day after they were written.
fn frozen_world() -> (World, Vec<tempfile::TempDir>) {
    let mut world = World::empty(START + 2 * DAY);
    let homes: Vec<_> = [DESK, NORTH, SOUTH]
        .into_iter()
        .map(|who| {
            let home = tempfile::tempdir().unwrap();
            let file = office::vault::file(home.path());
            fs::copy(folder().join(format!("vault-{who}.sqlite")), &file).expect("the vault is there: run `freeze`");
            let seat = match who {
                NORTH => Some(1),
                SOUTH => Some(2),
                _ => None,
            };
            world.move_in(who, Disk::File(file), seat);
            home
        })
        .collect();
    (world, homes)
}

#[test]
fn a_vault_of_the_first_version_opens() {
    let (mut world, _homes) = frozen_world();
    let states = |world: &mut World, who: &str| {
        let items = world.view(who).items;
        items.into_iter().map(|item| format!("{}: {}", item.state, item.words)).collect::<Vec<_>>()
    };
    assert_eq!(states(&mut world, DESK), ["erased: ", "conveyed: the second text", "lodged: the third text"]);
    assert_eq!(
        states(&mut world, NORTH),
        ["conveyed: the first text", "conveyed: the second text", "lodged: the third text", "lodged: the fourth text"]
    );
    assert_eq!(states(&mut world, SOUTH), ["conveyed: the first words", "conveyed: the second words"]);
    assert_eq!(world.item(DESK, 2).dispositions[0].disposition, "noted");
    let desk = world.view(DESK);
    assert_eq!((desk.office.name.as_str(), desk.channels[0].name.as_str()), ("The Desk", "ceasefire"));
    assert_eq!(desk.parties.iter().map(|party| party.name.as_str()).collect::<Vec<_>>(), ["Northland", "Southland"]);
}

#[test]
fn offices_of_the_first_version_go_on() {
    let (mut world, _homes) = frozen_world();
    let before = world.view(DESK).lines.iter().map(|line| line.check_words.clone()).collect::<Vec<_>>();
    world.settle();
    assert_eq!(world.item(DESK, 4).words, "the fourth text", "it was lodged and had not left yet");
    world.render(WAITING, "the third words");
    world.desk(desk::Command::Release { item: WAITING });
    world.settle();
    assert_eq!(world.item(SOUTH, 3).words, "the third words");
    let after = world.view(DESK).lines.iter().map(|line| line.check_words.clone()).collect::<Vec<_>>();
    assert!(after.iter().all(Option::is_some));
    assert!(before.iter().zip(&after).all(|(before, after)| before.is_none() || before == after));
    for who in [DESK, NORTH, SOUTH] {
        assert!(world.view(who).lines.iter().all(|line| line.set_aside == 0));
    }
}

#[test]
fn a_frozen_vault_opens_for_nobody_else() {
    let home = tempfile::tempdir().unwrap();
    let file = office::vault::file(home.path());
    fs::copy(folder().join("vault-desk.sqlite"), &file).unwrap();
    let open = |passphrase: &str| {
        let clock = TestClock::at(START) as Arc<dyn Clock>;
        Office::open(SqliteStore::open(&file).unwrap(), passphrase, clock, stream(DESK, 9)).is_ok()
    };
    assert!(!open("another passphrase"));
    assert!(open(PASSPHRASE));
}

/// Writes the vectors that are missing. What is there is never written again: it is what older versions wrote.
#[test]
#[ignore = "writes files; run it when a kind is new"]
fn freeze() {
    fs::create_dir_all(folder()).unwrap();
    for (name, event) in samples() {
        let file = folder().join(format!("{name}.cbor"));
        if !file.exists() {
            fs::write(file, event.encode()).unwrap();
        }
    }
    let homes: Vec<_> = (0..3).map(|_| tempfile::tempdir().unwrap()).collect();
    let file = |at: usize| office::vault::file(homes[at].path());
    let mut world = World::seated_on([0, 1, 2].map(|at| Disk::File(file(at))));
    let items = [(ERASED, "the first text", "the first words"), (CONVEYED, "the second text", "the second words")];
    for (item, text, words) in items {
        world.lodge(NORTH, item, text);
        world.settle();
        world.render(item, words);
        world.desk(desk::Command::Release { item });
        world.settle();
    }
    let conveyed = world.last_received(SOUTH);
    world.party(SOUTH, party::Command::Dispose { conveyed, disposition: channel::Disposition::Noted });
    world.lodge(NORTH, WAITING, "the third text");
    world.settle();
    world.desk(desk::Command::Erase { item: ERASED });
    world.room(NORTH).cut = true;
    world.lodge(NORTH, ItemId([0x24; 16]), "the fourth text");
    world.settle();
    world.rooms.clear(); // closing brings the write-ahead log home
    for (at, who) in [DESK, NORTH, SOUTH].into_iter().enumerate() {
        let to = folder().join(format!("vault-{who}.sqlite"));
        if !to.exists() {
            fs::copy(file(at), to).unwrap();
        }
    }
}
