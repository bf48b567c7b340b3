//! The SQLite store through kills, torn files, copies and too much at once.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use hub::sqlite::{OpenError, copy, create};
use hub::{Answer, Keeping, Now, PutOutcome, SqliteStore, Store, StoreError};
use wire::{Address, Cell};

use crate::rig::{cell, rng, sqlite};

const NOW: Now = Now(1000);

fn address(n: u32) -> Address {
    let mut bytes = [0; 32];
    bytes[..4].copy_from_slice(&n.to_be_bytes());
    Address::from_bytes(bytes)
}

fn numbered(n: u32) -> Cell {
    Cell::random(&mut rng(n.into()))
}

fn holds(store: &SqliteStore, n: u32) -> Option<Cell> {
    store.collect(&[address(n)], NOW).wait().unwrap().remove(0)
}

/// The store's file and whatever SQLite keeps beside it, copied as they lie there at this moment.
fn snatch(from: &Path, to: &Path) -> PathBuf {
    for file in ["hub.sqlite", "hub.sqlite-wal"] {
        if from.join(file).exists() {
            fs::copy(from.join(file), to.join(file)).unwrap();
        }
    }
    to.join("hub.sqlite")
}

#[test]
fn what_was_answered_is_there_after_closing_and_opening() {
    let directory = tempfile::tempdir().unwrap();
    let store = sqlite(directory.path(), Keeping::default());
    for n in 0..20 {
        store.put(address(n), numbered(n), NOW).wait().unwrap();
    }
    store.erase(&[address(3)], NOW).wait().unwrap();
    let figures = store.figures().wait().unwrap();
    drop(store);
    let store = SqliteStore::open(&directory.path().join("hub.sqlite"), Keeping::default()).unwrap();
    assert_eq!(store.figures().wait().unwrap(), figures);
    for n in 0..20 {
        assert_eq!(holds(&store, n), (n != 3).then(|| numbered(n)));
    }
    assert_eq!(store.put(address(3), numbered(4), NOW).wait().unwrap(), PutOutcome::Taken);
}

/// Not a test by itself: the process that [`what_was_answered_survives_a_kill`] kills. It is told the directory on its
/// standard input, and tells on its standard output what was answered.
#[test]
#[ignore = "started by what_was_answered_survives_a_kill"]
fn child_that_is_killed() {
    let mut directory = String::new();
    std::io::stdin().read_line(&mut directory).unwrap();
    if directory.trim().is_empty() {
        return;
    }
    let store = SqliteStore::open(&Path::new(directory.trim()).join("hub.sqlite"), Keeping::default()).unwrap();
    let mut out = std::io::stdout();
    // Always some under way, so that the kill falls into the midst of a commit.
    let mut waiting: Vec<(u32, Answer<PutOutcome>)> = Vec::new();
    for n in 0.. {
        waiting.push((n, store.put(address(n), numbered(n), NOW)));
        if waiting.len() > 16 {
            let (n, answer) = waiting.remove(0);
            assert_eq!(answer.wait().unwrap(), PutOutcome::Stored);
            writeln!(out, "answered {n}").unwrap();
        }
    }
}

#[test]
fn what_was_answered_survives_a_kill() {
    for after in [1, 20, 100] {
        let directory = tempfile::tempdir().unwrap();
        drop(sqlite(directory.path(), Keeping::default()));
        let mut child = Command::new(std::env::current_exe().unwrap())
            .args(["--ignored", "--exact", "durable::child_that_is_killed", "--nocapture"])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        writeln!(child.stdin.take().unwrap(), "{}", directory.path().display()).unwrap();
        let mut told = BufReader::new(child.stdout.take().unwrap());
        let mut answered = Vec::new();
        let mut line = String::new();
        while answered.len() < after && told.read_line(&mut line).unwrap() > 0 {
            answered.extend(line.trim().strip_prefix("answered ").map(|n| n.parse::<u32>().unwrap()));
            line.clear();
        }
        child.kill().unwrap();
        child.wait().unwrap();
        let mut rest = String::new();
        told.read_to_string(&mut rest).unwrap();
        let (whole, _cut_short) = rest.rsplit_once('\n').unwrap_or_default();
        answered.extend(whole.lines().filter_map(|line| line.strip_prefix("answered ")?.parse::<u32>().ok()));
        assert!(answered.len() >= after, "the child ended by itself");

        let store = SqliteStore::open(&directory.path().join("hub.sqlite"), Keeping::default()).unwrap();
        for n in answered {
            assert_eq!(holds(&store, n), Some(numbered(n)));
            assert_eq!(store.put(address(n), numbered(n + 1), NOW).wait().unwrap(), PutOutcome::Taken);
        }
    }
}

#[test]
fn every_answer_is_in_the_files_when_it_is_given() {
    let directory = tempfile::tempdir().unwrap();
    let store = sqlite(directory.path(), Keeping::default());
    for n in 0..10 {
        store.put(address(n), numbered(n), NOW).wait().unwrap();
        let elsewhere = tempfile::tempdir().unwrap();
        let copied = SqliteStore::open(&snatch(directory.path(), elsewhere.path()), Keeping::default()).unwrap();
        assert_eq!(holds(&copied, n), Some(numbered(n)));
    }
}

#[test]
fn a_torn_log_costs_only_what_was_not_synced() {
    let directory = tempfile::tempdir().unwrap();
    let store = sqlite(directory.path(), Keeping::default());
    for n in 0..8 {
        store.put(address(n), numbered(n), NOW).wait().unwrap();
    }
    let log = fs::read(directory.path().join("hub.sqlite-wal")).unwrap();
    let mut seen = std::collections::BTreeSet::new();
    for cut in (0..=log.len()).step_by(log.len() / 23).chain([log.len() - 1]) {
        for damage in [false, true] {
            let elsewhere = tempfile::tempdir().unwrap();
            let path = snatch(directory.path(), elsewhere.path());
            let mut torn = log[..cut].to_vec();
            if damage {
                torn.extend(log[cut..].iter().map(|byte| !byte));
            }
            fs::write(elsewhere.path().join("hub.sqlite-wal"), torn).unwrap();
            let store = SqliteStore::open(&path, Keeping::default()).unwrap();
            let held: Vec<bool> = (0..8)
                .map(|n| {
                    holds(&store, n).inspect(|cell| assert_eq!(*cell, numbered(n), "whole or not at all")).is_some()
                })
                .collect();
            let kept = held.iter().filter(|held| **held).count();
            assert!(held[..kept].iter().all(|held| *held), "what is lost is the newest");
            let figures = store.figures().wait().unwrap();
            assert_eq!((figures.deposited, figures.held), (kept as u64, kept as u64));
            for n in 0..8 {
                assert_eq!(store.put(address(n), numbered(n), NOW).wait().unwrap(), PutOutcome::Stored);
                assert_eq!(holds(&store, n), Some(numbered(n)), "and can be put again");
            }
            seen.insert(kept);
        }
    }
    assert!(seen.len() > 4, "the cuts fell where they mattered: {seen:?}");
}

#[test]
fn an_erased_cell_is_not_in_the_file_any_more() {
    let directory = tempfile::tempdir().unwrap();
    let store = sqlite(directory.path(), Keeping::default());
    for n in 0..4 {
        store.put(address(n), numbered(n), NOW).wait().unwrap();
    }
    store.erase(&[address(1)], NOW).wait().unwrap();
    drop(store);
    assert!(!directory.path().join("hub.sqlite-wal").exists(), "closing folds the log into the file");
    let left = |n: u32| {
        let cell = numbered(n);
        fs::read_dir(directory.path()).unwrap().any(|file| {
            let bytes = fs::read(file.unwrap().path()).unwrap();
            bytes.windows(64).any(|window| window == &cell.as_bytes()[4000..4064])
        })
    };
    assert!(left(0) && left(2), "the test looks where cells are");
    assert!(!left(1));
}

#[test]
fn a_copy_made_while_it_runs_is_whole_and_closed_to_others() {
    let directory = tempfile::tempdir().unwrap();
    let store = sqlite(directory.path(), Keeping::default());
    for n in 0..10 {
        store.put(address(n), numbered(n), NOW).wait().unwrap();
    }
    let to = directory.path().join("copy.sqlite");
    copy(&directory.path().join("hub.sqlite"), &to).unwrap();
    assert!(matches!(copy(&directory.path().join("hub.sqlite"), &to), Err(OpenError::Exists)));
    store.put(address(10), numbered(10), NOW).wait().unwrap();
    drop(store);
    assert_eq!(fs::metadata(&to).unwrap().permissions().mode() & 0o777, 0o600);
    let store = SqliteStore::open(&to, Keeping::default()).unwrap();
    for n in 0..11 {
        assert_eq!(holds(&store, n), (n < 10).then(|| numbered(n)));
    }
    assert_eq!(store.figures().wait().unwrap().held, 10);
}

#[test]
fn refuses_a_file_that_is_no_store() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("hub.sqlite");
    let open = || SqliteStore::open(&path, Keeping::default()).err().unwrap();
    assert!(matches!(open(), OpenError::Missing));
    assert!(!path.exists(), "looking makes nothing");
    fs::write(&path, b"").unwrap();
    assert!(matches!(open(), OpenError::NotAStore));
    fs::write(&path, [0xa5; 40_000]).unwrap();
    assert!(matches!(open(), OpenError::NotAStore));
    assert!(matches!(create(&path), Err(OpenError::Exists)));
    fs::remove_file(&path).unwrap();
    rusqlite::Connection::open(&path).unwrap().execute_batch("CREATE TABLE other (one)").unwrap();
    assert!(matches!(open(), OpenError::NotAStore));
    fs::remove_file(&path).unwrap();
    create(&path).unwrap();
    rusqlite::Connection::open(&path).unwrap().pragma_update(None, "user_version", 99).unwrap();
    assert!(matches!(open(), OpenError::Newer(99)));
}

#[test]
fn damage_is_an_error_and_not_a_wrong_answer() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("hub.sqlite");
    let store = sqlite(directory.path(), Keeping::default());
    store.put(address(1), numbered(1), NOW).wait().unwrap();
    drop(store);
    let connection = rusqlite::Connection::open(&path).unwrap();
    connection.execute_batch("PRAGMA ignore_check_constraints = 1; UPDATE cells SET bytes = x'00'").unwrap();
    drop(connection);
    let store = SqliteStore::open(&path, Keeping::default()).unwrap();
    assert!(matches!(store.collect(&[address(1)], NOW).wait(), Err(StoreError::Failed(_))));
    assert_eq!(store.put(address(2), numbered(2), NOW).wait().unwrap(), PutOutcome::Stored, "the rest goes on");
}

#[test]
fn too_much_at_once_is_refused_and_nothing_else_is_lost() {
    let directory = tempfile::tempdir().unwrap();
    let store = sqlite(directory.path(), Keeping::default());
    // Another program holds the file, so that the writer has to wait.
    let other = rusqlite::Connection::open(directory.path().join("hub.sqlite")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let answers: Vec<Answer<_>> = (0..3000).map(|n| store.put(address(n), cell(1), NOW)).collect();
    other.execute_batch("ROLLBACK").unwrap();
    let (mut stored, mut busy) = (0, 0);
    for (n, answer) in (0..).zip(answers) {
        match answer.wait() {
            Ok(PutOutcome::Stored) => {
                assert!(holds(&store, n).is_some());
                stored += 1;
            }
            Err(StoreError::Busy) => busy += 1,
            other => panic!("{other:?}"),
        }
    }
    assert!(stored >= 1024 && busy >= 1000, "{stored} stored, {busy} refused");
    assert_eq!(store.figures().wait().unwrap().held, stored);
}

#[test]
fn a_failing_order_spoils_no_other() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("hub.sqlite");
    let store = sqlite(directory.path(), Keeping::default());
    // One address that SQLite will refuse, in the midst of others that are committed together with it.
    let other = rusqlite::Connection::open(&path).unwrap();
    let poisoned = address(5).as_bytes().map(|byte| format!("{byte:02x}")).concat();
    other
        .execute_batch(&format!(
            "CREATE TRIGGER poison BEFORE INSERT ON drops WHEN NEW.address = x'{poisoned}'
             BEGIN SELECT RAISE(ABORT, 'poison'); END;
             BEGIN IMMEDIATE"
        ))
        .unwrap();
    let answers: Vec<Answer<_>> = (0..10).map(|n| store.put(address(n), numbered(n), NOW)).collect();
    other.execute_batch("ROLLBACK").unwrap();
    for (n, answer) in (0..).zip(answers) {
        match answer.wait() {
            Ok(outcome) => assert!(n != 5 && outcome == PutOutcome::Stored),
            Err(error) => assert!(n == 5 && matches!(error, StoreError::Failed(_)), "{n}: {error}"),
        }
    }
    assert_eq!(store.figures().wait().unwrap().held, 9);
    assert_eq!(holds(&store, 5), None);
}
