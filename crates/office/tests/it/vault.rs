//! The vault: what opens it, what does not, and what its file shows to who has no passphrase.

use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;

use channel::ItemId;
use office::office::{Office, OfficeError};
use office::store::{SqliteStore, Store, StoreError, Table, Write};
use office::vault::{BodyKey, Vault, VaultError};
use proptest::prelude::*;
use sealing::Params;

use crate::shelf::{Disk, Shelf};
use crate::world::{DESK, NORTH, PASSPHRASE, SOUTH, TestClock, World, founding, hub_place, stream};

fn vault_on(disk: &Disk) -> Vault<Shelf> {
    Vault::create(disk.open(), PASSPHRASE, "", Params::least(), &mut *stream("vault", 0)).unwrap()
}

fn said(result: Result<Vault<Shelf>, VaultError>) -> String {
    result.err().unwrap().to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    /// Who may not open it learns nothing of why.
    #[test]
    fn a_wrong_passphrase_and_a_damaged_header_get_the_same_words(at in 0_usize..4096, flip in 1_u8..) {
        let disk = Disk::memory();
        drop(vault_on(&disk));
        let wrong = said(Vault::open(disk.open(), "another passphrase", Params::least()));
        let key = disk.platter().rows.keys().next().unwrap().clone();
        let header = disk.platter().rows[&key].clone();
        let at = at % header.len();
        prop_assume!(at != 1); // the version, which says by itself that a later program is needed
        disk.platter().rows.get_mut(&key).unwrap()[at] ^= flip;
        prop_assert_eq!(said(Vault::open(disk.open(), PASSPHRASE, Params::least())), wrong.clone());
        disk.platter().rows.insert(key, header[..at].to_vec());
        prop_assert_eq!(said(Vault::open(disk.open(), PASSPHRASE, Params::least())), wrong);
    }
}

#[test]
fn a_header_of_a_later_version_says_so() {
    let disk = Disk::memory();
    drop(vault_on(&disk));
    disk.platter().rows.values_mut().take(1).for_each(|header| header[1] = 2);
    assert!(matches!(Vault::open(disk.open(), PASSPHRASE, Params::least()), Err(VaultError::Later)));
}

#[test]
fn an_empty_place_holds_no_vault_and_one_that_is_there_is_never_made_anew() {
    let disk = Disk::memory();
    assert!(matches!(Vault::open(disk.open(), PASSPHRASE, Params::least()), Err(VaultError::Missing)));
    drop(vault_on(&disk));
    let before = disk.platter().rows.clone();
    let again = Vault::create(disk.open(), "another", "", Params::least(), &mut *stream("again", 0));
    assert!(matches!(again, Err(VaultError::Exists)));
    let founded = Office::found_desk(founding(&disk, &TestClock::at(0), DESK), hub_place());
    assert!(matches!(founded, Err(OfficeError::Vault(VaultError::Exists))));
    assert_eq!(disk.platter().rows, before);
}

#[test]
fn a_row_opens_only_in_its_own_place() {
    let disk = Disk::memory();
    let mut vault = vault_on(&disk);
    let mut rng = stream("row", 0);
    let write = vault.put(Table::Sent, vec![1], b"words", &mut *rng);
    let Write::Put { value, .. } = &write else { panic!("it is a row") };
    let value = value.clone();
    vault.commit(&[write]).unwrap();
    assert_eq!(vault.get(Table::Sent, &[1]).unwrap().unwrap().as_slice(), b"words");
    for (table, key) in
        [(Table::Sent, vec![2]), (Table::Received, vec![1]), (Table::Journal, vec![]), (Table::Sent, vec![1, 0])]
    {
        disk.platter().rows.insert((table, key.clone()), value.clone());
        assert!(matches!(vault.get(table, &key), Err(VaultError::Damaged(_))), "{table:?} {key:?}");
        assert!(vault.scan(table, &key, 1).is_err());
    }
}

#[test]
fn a_row_of_another_vault_does_not_open() {
    let (one, other) = (Disk::memory(), Disk::memory());
    let vault = vault_on(&one);
    let others = Vault::create(other.open(), PASSPHRASE, "", Params::least(), &mut *stream("other", 0)).unwrap();
    let write = vault.put(Table::Sent, vec![1], b"words", &mut *stream("row", 0));
    other.open().commit(&[write]).unwrap();
    assert!(others.get(Table::Sent, &[1]).is_err());
}

#[test]
fn the_key_of_an_items_words_is_there_until_it_is_erased_and_never_again() {
    let disk = Disk::memory();
    let mut vault = vault_on(&disk);
    let mut rng = stream("key", 0);
    assert!(matches!(vault.body_key(&[1; 16]).unwrap(), BodyKey::None));
    let (key, write) = vault.new_body_key(&[1; 16], &mut *rng);
    vault.commit(&[write]).unwrap();
    let BodyKey::Key(kept) = vault.body_key(&[1; 16]).unwrap() else { panic!("it has a key") };
    assert_eq!(kept.as_bytes(), key.as_bytes());
    let write = vault.erase_body_key(&[1; 16], &mut *rng);
    vault.commit(&[write]).unwrap();
    assert!(matches!(vault.body_key(&[1; 16]).unwrap(), BodyKey::Erased));
}

/// Everything in a folder, file by file.
pub(crate) fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let entries = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries.map(|entry| (entry.path().display().to_string(), std::fs::read(entry.path()).unwrap())).collect()
}

/// That none of these is anywhere in a folder.
pub(crate) fn assert_nowhere(folder: &Path, parts: &[&[u8]]) {
    for (file, bytes) in files(folder) {
        for part in parts {
            let there = bytes.windows(part.len()).any(|window| window == *part);
            assert!(!there, "{:?} is in {file}", String::from_utf8_lossy(part));
        }
    }
}

#[test]
fn the_file_shows_nothing_of_items_names_or_the_hub() {
    let homes: Vec<_> = (0..3).map(|_| tempfile::tempdir().unwrap()).collect();
    let disk = |at: usize| Disk::File(office::vault::file(homes[at].path()));
    let mut world = World::seated_on([disk(0), disk(1), disk(2)]);
    let item = ItemId([0x5a; 16]);
    world.lodge(NORTH, item, "the bridge stays open on market days");
    world.settle();
    world.render(item, "the bridge may stay open");
    world.desk(channel::desk::Command::Release { item });
    world.settle();
    assert_eq!(world.item(SOUTH, 1).words, "the bridge may stay open");
    let north = world.handle(NORTH);
    let secrets: &[&[u8]] = &[
        b"bridge",
        b"market days",
        b"Northland",
        b"Southland",
        b"The Desk",
        b"minister",
        b"anna",
        b"ceasefire",
        b"other side",
        b"hub.example",
        PASSPHRASE.as_bytes(),
        &item.0,
        &north.0,
    ];
    for home in &homes {
        assert_nowhere(home.path(), secrets); // with the office open: the write-ahead log too
    }
    world.rooms.clear();
    for home in &homes {
        assert_nowhere(home.path(), secrets);
        let mode = std::fs::metadata(office::vault::file(home.path())).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
}

const OTHER_PROCESS: &str = "GOODOFFICES_TEST_VAULT";

/// The other process of the test below; by itself it has nothing to do.
#[test]
#[allow(clippy::disallowed_methods, reason = "how a test tells its child which vault to try")]
fn other_process() {
    let Ok(file) = std::env::var(OTHER_PROCESS) else { return };
    let held = SqliteStore::open(Path::new(&file)).err();
    assert!(matches!(held, Some(StoreError::Held)), "{held:?}");
    println!("it is held");
}

#[test]
fn a_second_process_is_told_that_the_vault_is_held() {
    let home = tempfile::tempdir().unwrap();
    let file = office::vault::file(home.path());
    let mut world = World::desk_on(Disk::File(file.clone()));
    let again = SqliteStore::open(&file).err(); // a second opening in this process is no better
    assert!(matches!(again, Some(StoreError::Held)), "{again:?}");
    let ask = || {
        let mut child = Command::new(std::env::current_exe().unwrap());
        let child = child.args(["--exact", "vault::other_process", "--nocapture"]).env(OTHER_PROCESS, &file);
        String::from_utf8(child.output().unwrap().stdout).unwrap()
    };
    assert!(ask().contains("it is held"));
    world.close(DESK);
    assert!(!ask().contains("it is held"));
    world.open(DESK);
}

#[test]
fn a_file_that_is_there_is_never_made_anew_and_one_that_may_not_be_written_says_so() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("vault.sqlite");
    std::fs::write(&file, b"something of somebody's").unwrap();
    assert!(SqliteStore::create(&file).is_err());
    assert_eq!(std::fs::read(&file).unwrap(), b"something of somebody's");
    assert!(matches!(SqliteStore::open(&file), Err(StoreError::Broken(_))));
    assert!(matches!(
        SqliteStore::open(&home.path().join("nothing")),
        Err(StoreError::ReadOnly | StoreError::Broken(_))
    ));
}
