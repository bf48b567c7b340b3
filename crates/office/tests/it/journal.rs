//! The journal verifies what it reads: a gap, a changed row, another order, words that are not the ones written.

use std::sync::Arc;

use channel::ItemId;
use office::Event;
use office::clock::Clock;
use office::office::{Office, OfficeError};
use office::store::{Store, Table, Write};
use office::vault::{Vault, VaultError};
use sealing::Params;

use crate::shelf::{Disk, Shelf};
use crate::world::{DESK, NORTH, PASSPHRASE, START, TestClock, World, stream};

/// A desk with an item, closed.
fn closed() -> (World, Disk) {
    let mut world = World::seated();
    world.lodge(NORTH, ItemId([9; 16]), "the words of the item");
    world.settle();
    world.close(DESK);
    let disk = world.room(DESK).disk.clone();
    (world, disk)
}

fn open(disk: &Disk) -> Result<Office<Shelf>, OfficeError> {
    Office::open(disk.open(), PASSPHRASE, TestClock::at(START) as Arc<dyn Clock>, stream("again", 1))
}

fn why(disk: &Disk) -> &'static str {
    match open(disk) {
        Err(OfficeError::Vault(VaultError::Damaged(what))) => what,
        Err(other) => panic!("{other}"),
        Ok(_) => panic!("it opened"),
    }
}

fn key(n: u64) -> Vec<u8> {
    n.to_be_bytes().to_vec()
}

/// What somebody does who has the key of the vault: an entry is opened, changed and sealed again in its place.
fn reseal(disk: &Disk, n: u64, change: impl FnOnce(&Vault<Shelf>, &mut Vec<u8>)) {
    let mut vault = Vault::open(disk.open(), PASSPHRASE, Params::least()).unwrap();
    let mut plain = vault.get(Table::Journal, &key(n)).unwrap().unwrap().to_vec();
    change(&vault, &mut plain);
    let write = vault.put(Table::Journal, key(n), &plain, &mut *stream("forger", 0));
    vault.commit(&[write]).unwrap();
}

#[test]
fn a_whole_journal_opens() {
    let (_, disk) = closed();
    assert!(open(&disk).unwrap().pulse().journal > 5);
}

#[test]
fn a_gap_is_found() {
    let (_, disk) = closed();
    disk.open().commit(&[Write::Delete { table: Table::Journal, key: key(3) }]).unwrap();
    assert_eq!(why(&disk), "the journal has a gap");
}

#[test]
fn a_missing_beginning_is_found() {
    let (_, disk) = closed();
    disk.open().commit(&[Write::Delete { table: Table::Journal, key: key(1) }]).unwrap();
    assert_eq!(why(&disk), "the journal has a gap");
}

#[test]
fn a_changed_row_is_found() {
    let (_, disk) = closed();
    let row = (Table::Journal, key(4));
    disk.platter().rows.get_mut(&row).unwrap()[60] ^= 1;
    assert_eq!(why(&disk), "a row does not open");
}

#[test]
fn an_entry_in_anothers_place_breaks_the_chain() {
    let (_, disk) = closed();
    reseal(&disk, 4, |vault, plain| *plain = vault.get(Table::Journal, &key(5)).unwrap().unwrap().to_vec());
    assert_eq!(why(&disk), "the journal's chain is broken");
}

/// Where an entry's hash begins: after the array, the version and the head of 32 bytes.
const HASH: usize = 4;

#[test]
fn a_changed_hash_breaks_the_chain() {
    let (_, disk) = closed();
    reseal(&disk, 4, |_, plain| plain[HASH] ^= 1);
    assert_eq!(why(&disk), "the journal's chain is broken");
    let (_, disk) = closed();
    reseal(&disk, 4, |_, plain| plain[HASH + 32 + 2] ^= 1);
    assert_eq!(why(&disk), "the journal's chain is broken");
}

#[test]
fn another_event_under_the_hash_of_one_that_was_written_is_found() {
    let (_, disk) = closed();
    // The last bytes of an entry are the event's own.
    reseal(&disk, 3, |_, plain| *plain.last_mut().unwrap() ^= 1);
    assert_eq!(why(&disk), "an event is not the one that was written");
}

/// The number of the first entry that is about an item.
fn about_an_item(disk: &Disk) -> u64 {
    let vault = Vault::open(disk.open(), PASSPHRASE, Params::least()).unwrap();
    let entry = |n| vault.get(Table::Journal, &key(n)).unwrap().unwrap();
    // After version, hash and link comes the item: null where there is none.
    (1..).find(|n| entry(*n)[HASH + 32 + 2 + 32] != 0xf6).unwrap()
}

#[test]
fn an_items_words_of_another_entry_are_found() {
    let (_, disk) = closed();
    let n = about_an_item(&disk);
    reseal(&disk, n, |_, plain| *plain.last_mut().unwrap() ^= 1);
    assert_eq!(why(&disk), "an item's words");
}

#[test]
fn an_entry_of_a_later_version_says_so() {
    let (_, disk) = closed();
    reseal(&disk, 3, |_, plain| plain[1] = 9);
    assert!(matches!(open(&disk), Err(OfficeError::Vault(VaultError::Later))));
}

#[test]
fn what_is_written_is_read() {
    let (mut world, disk) = closed();
    world.open(DESK);
    let texts = world.office(DESK).holds().unwrap();
    assert!(texts.iter().any(|text| text.contains("the words of the item")));
    world.close(DESK);
    let vault = Vault::open(disk.open(), PASSPHRASE, Params::least()).unwrap();
    let entry = vault.get(Table::Journal, &key(about_an_item(&disk))).unwrap().unwrap();
    let without = b"the words of the item";
    assert!(!entry.windows(without.len()).any(|window| window == without), "only under the item's own key");
    assert!(Event::decode(b"").is_err());
}
