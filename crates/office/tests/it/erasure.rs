//! What was erased is gone, and nothing that comes later stumbles over it.

use std::path::Path;

use channel::{ConveyedId, Disposition, ItemId, desk, party};
use office::office::Machine;
use office::store::{Row, Store, StoreError, Table};

use crate::shelf::Disk;
use crate::vault::assert_nowhere;
use crate::world::{DESK, NORTH, SOUTH, World};

const ITEM: ItemId = ItemId([9; 16]);
const TEXT: &str = "the bridge stays open on market days";
const WORDS: &str = "the bridge may stay open";

/// The rows that keep the keys of items' words: with one of them and the passphrase the words could still be read.
fn key_rows(world: &mut World, who: &str) -> Vec<Row> {
    world.office(who).store_mut().scan(Table::ItemKey, &[], 1000).unwrap()
}

/// Does something that erases one item, and gives the row that kept its key before.
fn erasing(world: &mut World, who: &str, act: impl FnOnce(&mut World)) -> Vec<u8> {
    let before = key_rows(world, who);
    act(world);
    let after = key_rows(world, who);
    let mut gone = before.into_iter().filter(|row| !after.contains(row));
    let (row, None) = (gone.next().unwrap(), gone.next()) else { panic!("one item is erased") };
    row.1
}

fn holds(world: &mut World, who: &str, text: &str) -> bool {
    world.office(who).holds().unwrap().iter().any(|held| held.contains(text))
}

/// That an office has nothing of an item's words any more, and goes on.
fn assert_gone(world: &mut World, who: &str, home: &Path, key: &[u8], texts: &[&str]) {
    assert_nowhere(home, &[key]); // in the database and in its write-ahead log, while it is open
    for text in texts {
        assert_nowhere(home, &[text.as_bytes()]);
        assert!(!holds(world, who, text), "{who} holds {text}");
        let view = world.view(who);
        assert!(!format!("{view:?}").contains(text), "{who} shows {text}");
    }
    let pulse = world.office(who).pulse().journal;
    world.reopen(who); // which verifies the journal
    assert_eq!(world.office(who).pulse().journal, pulse);
    for text in texts {
        assert!(!holds(world, who, text), "{who} holds {text}");
    }
    assert_nowhere(home, &[key]);
}

#[test]
fn erased_is_gone() {
    let homes: Vec<_> = (0..3).map(|_| tempfile::tempdir().unwrap()).collect();
    let home = |at: usize| homes[at].path();
    let disk = |at: usize| Disk::File(office::vault::file(home(at)));
    let mut world = World::seated_on([disk(0), disk(1), disk(2)]);
    for (item, text, words) in [(ITEM, TEXT, WORDS), (ItemId([8; 16]), "to be sent back", "it is to be sent back")] {
        world.lodge(NORTH, item, text);
        world.settle();
        world.render(item, words);
        world.desk(desk::Command::Release { item });
        world.settle();
    }
    let conveyed: Vec<ConveyedId> = world.view(SOUTH).items.iter().map(|item| item.item.parse().unwrap()).collect();

    // The desk erases: its parties keep what they have.
    let key = erasing(&mut world, DESK, |world| world.desk(desk::Command::Erase { item: ITEM }));
    assert_gone(&mut world, DESK, home(0), &key, &[TEXT, WORDS]);
    assert_eq!(world.item(DESK, 1).state, "erased");
    world.settle();
    assert!(holds(&mut world, SOUTH, WORDS) && holds(&mut world, NORTH, TEXT));

    // Letters about the item go on working, and bring nothing back.
    let disposition = Disposition::Noted;
    world.party(SOUTH, party::Command::Dispose { conveyed: conveyed[0], disposition });
    let _ = world.act(NORTH, office::act::Act::Party(party::Command::Recall { item: ITEM }));
    world.settle();
    assert_eq!(world.item(DESK, 1).dispositions.len(), 1);
    assert_gone(&mut world, DESK, home(0), &key, &[TEXT, WORDS]);

    // Returned unread: the words are gone from the addressee at once.
    let disposition = Disposition::ReturnedUnread;
    let act = party::Command::Dispose { conveyed: conveyed[1], disposition };
    let key = erasing(&mut world, SOUTH, |world| world.party(SOUTH, act));
    assert_gone(&mut world, SOUTH, home(2), &key, &["it is to be sent back"]);
    world.settle();
    assert_eq!(world.item(DESK, 2).dispositions[0].disposition, "returned-unread");

    // A correction of what was erased is not kept by its words.
    let (item, words) = (ItemId([8; 16]), "the corrected words".to_owned());
    world.desk(desk::Command::Correct {
        item,
        words,
        label: None,
        to: Vec::new(),
        conditions: None,
        reservations: None,
        scope: None,
    });
    world.settle();
    assert!(!holds(&mut world, SOUTH, "the corrected words"));
    let known = |world: &mut World| match world.office(SOUTH).machine() {
        Machine::Party(state) => format!("{state:?}"),
        Machine::Desk(_) => panic!("it is a party's"),
    };
    let before = known(&mut world);
    assert!(!before.contains("the corrected words"), "nor are they in memory");
    world.reopen(SOUTH);
    assert_eq!(known(&mut world), before, "what is in memory is what is on the disk");
    world.settle();
    assert!(holds(&mut world, NORTH, "the corrected words"));

    // A party erases what it conveyed and what it was conveyed.
    let act = party::Command::Erase { item: Some(ITEM), conveyed: None };
    let key = erasing(&mut world, NORTH, |world| world.party(NORTH, act));
    assert_gone(&mut world, NORTH, home(1), &key, &[TEXT, WORDS]);
    let act = party::Command::Erase { item: None, conveyed: Some(conveyed[0]) };
    let key = erasing(&mut world, SOUTH, |world| world.party(SOUTH, act));
    assert_gone(&mut world, SOUTH, home(2), &key, &[WORDS]);

    world.lodge(NORTH, ItemId([7; 16]), "and on it goes");
    world.settle();
    assert_eq!(world.item(DESK, 3).words, "and on it goes");
    for who in [DESK, NORTH, SOUTH] {
        assert!(world.view(who).lines.iter().all(|line| line.set_aside == 0), "{who}: {:?}", world.view(who).warnings);
    }
}

/// What the desk was shown again after it had been put back is of the same item, under the name that its addressee has it by.
#[test]
fn what_a_restored_desk_was_shown_again_is_erased_with_the_item() {
    let home = tempfile::tempdir().unwrap();
    let disk = Disk::File(office::vault::file(home.path()));
    let mut world = World::seated_on([disk.clone(), Disk::memory(), Disk::memory()]);
    world.lodge(NORTH, ITEM, TEXT);
    world.settle();
    world.close(DESK);
    let backup = std::fs::read(office::vault::file(home.path())).unwrap();
    world.open(DESK);
    world.render(ITEM, WORDS);
    world.desk(desk::Command::Release { item: ITEM });
    world.settle();
    world.close(DESK);
    std::fs::write(office::vault::file(home.path()), backup).unwrap();
    world.open(DESK);
    world.settle();
    assert_eq!(world.item(DESK, 1).state, "conveyed");
    assert!(holds(&mut world, DESK, WORDS));
    let keys = key_rows(&mut world, DESK);
    world.desk(desk::Command::Erase { item: ITEM });
    world.settle();
    let kept = key_rows(&mut world, DESK);
    let gone: Vec<&Row> = keys.iter().filter(|row| !kept.contains(row)).collect();
    assert_eq!(gone.len(), 2, "the item's own, and that of what was conveyed");
    for (_, key) in gone {
        assert_gone(&mut world, DESK, home.path(), key, &[TEXT, WORDS]);
    }
    assert_eq!(world.item(DESK, 1).state, "erased");
    assert_eq!(world.item(DESK, 1).conveyed.len(), 1);
}

/// The erasure stands when the disk cannot be cleared at once; that is said, and made up for.
#[test]
fn clearing_the_disk_is_tried_again() {
    let mut world = World::seated();
    world.lodge(NORTH, ITEM, TEXT);
    world.settle();
    let warned =
        |world: &mut World| world.view(DESK).warnings.iter().any(|warning| warning.sentence.contains("may still hold"));
    world.room(DESK).disk.platter().unscrubbed = Some(|| StoreError::Full);
    world.desk(desk::Command::Erase { item: ITEM });
    assert_eq!(world.item(DESK, 1).state, "erased");
    assert!(warned(&mut world));
    world.reopen(DESK);
    assert!(warned(&mut world));
    let scrubs = world.room(DESK).disk.platter().scrubs;
    world.room(DESK).disk.platter().unscrubbed = None;
    world.lodge(NORTH, ItemId([8; 16]), "something else");
    world.settle();
    assert!(!warned(&mut world));
    assert_eq!(world.room(DESK).disk.platter().scrubs, scrubs + 1);
}
