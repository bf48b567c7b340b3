//! A disk that tears: a store over bytes that a crash may cut anywhere within the last write.
//!
//! Every commit is appended to a log as one record with its checksum; what was synced stays, the record under way when
//! the power goes is left whole, in part, or not at all. Opening reads the log back and drops a torn end, as a real
//! store's recovery does.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use office::store::{Row, Store, StoreError, Table, Write};
use sha2::{Digest, Sha256};

/// The platters of one office; they outlive its process.
#[derive(Clone, Default)]
pub struct Disk(Arc<Mutex<Platter>>);

/// By table and key.
type Rows = BTreeMap<(u8, Vec<u8>), Vec<u8>>;

#[derive(Default)]
struct Platter {
    log: Vec<u8>,
    rows: Rows,
    commits: u64,
    fails: Option<Tear>,
    full: bool,
}

/// How much of the write under way a crash leaves on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tear {
    /// Nothing of it.
    Lost,
    /// This many thousandths of it.
    Torn(u16),
    /// All of it, though nobody was told.
    Whole,
}

/// A copy of a disk, to be put back later.
#[derive(Clone)]
pub struct Backup(Vec<u8>);

impl Disk {
    fn platter(&self) -> MutexGuard<'_, Platter> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The next commit is the last thing this process does.
    pub fn fail_next_commit(&self, tear: Tear) {
        self.platter().fails = Some(tear);
    }

    /// Whether commits are refused for want of room.
    pub fn set_full(&self, full: bool) {
        self.platter().full = full;
    }

    /// How many commits there were.
    pub fn commits(&self) -> u64 {
        self.platter().commits
    }

    /// All that is on the disk.
    pub fn backup(&self) -> Backup {
        Backup(self.platter().log.clone())
    }

    /// Puts an older state back.
    pub fn restore(&self, backup: &Backup) {
        let mut platter = self.platter();
        platter.log.clone_from(&backup.0);
        platter.fails = None;
    }

    /// The bytes on the disk.
    pub fn bytes(&self) -> Vec<u8> {
        self.platter().log.clone()
    }

    /// How many rows of a table lie on the disk in a form that is no longer theirs: replaced or deleted, and not cleared away.
    pub fn outdated(&self, table: Table) -> usize {
        let platter = self.platter();
        let mut seen = BTreeSet::new();
        let mut outdated = 0;
        for row in records(&platter.log).flat_map(rows_of).filter(|row| row.table == table as u8) {
            outdated += usize::from(!seen.insert(row.key));
        }
        outdated
    }

    /// Opens the disk as a process does when it starts.
    pub fn open(&self) -> SimStore {
        let mut platter = self.platter();
        platter.fails = None;
        let (rows, whole) = read_log(&platter.log);
        platter.log.truncate(whole);
        platter.rows = rows;
        SimStore(self.clone())
    }
}

/// The store of a simulated office.
pub struct SimStore(Disk);

const HEAD: usize = 8 + 32;

fn read_log(log: &[u8]) -> (Rows, usize) {
    let mut rows = BTreeMap::new();
    let mut at = 0;
    for record in records(log) {
        let sum = log.get(at + 8..at + HEAD);
        if sum.is_none_or(|sum| Sha256::digest(record).as_slice() != sum) {
            break;
        }
        apply(&mut rows, record);
        at += HEAD + record.len();
    }
    (rows, at)
}

/// The records of a log as far as their lengths go; whether each is whole, its checksum tells.
fn records(log: &[u8]) -> impl Iterator<Item = &[u8]> {
    let mut rest = log;
    std::iter::from_fn(move || {
        let (length, after) = rest.split_first_chunk::<8>()?;
        let (_, after) = after.split_first_chunk::<32>()?;
        let length = usize::try_from(u64::from_be_bytes(*length)).ok()?;
        let (record, after) = after.split_at_checked(length)?;
        rest = after;
        Some(record)
    })
}

/// One row as a record has it: put, or deleted where it has no value.
struct RowOf<'r> {
    table: u8,
    key: &'r [u8],
    value: Option<&'r [u8]>,
}

fn rows_of(record: &[u8]) -> impl Iterator<Item = RowOf<'_>> {
    let mut rest = record;
    std::iter::from_fn(move || {
        let (table, after) = rest.split_first()?;
        let (key, after) = take(after)?;
        let (put, after) = after.split_first()?;
        let (value, after) =
            if *put == 1 { take(after).map(|(value, rest)| (Some(value), rest))? } else { (None, after) };
        rest = after;
        Some(RowOf { table: *table, key, value })
    })
}

fn apply(rows: &mut Rows, record: &[u8]) {
    for RowOf { table, key, value } in rows_of(record) {
        match value {
            Some(value) => drop(rows.insert((table, key.to_vec()), value.to_vec())),
            None => drop(rows.remove(&(table, key.to_vec()))),
        }
    }
}

fn take(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    rest.split_at_checked(usize::try_from(u32::from_be_bytes(*length)).ok()?)
}

fn record_of(writes: &[Write]) -> Vec<u8> {
    let mut record = Vec::new();
    let field = |record: &mut Vec<u8>, bytes: &[u8]| {
        record.extend_from_slice(&u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
        record.extend_from_slice(bytes);
    };
    for write in writes {
        match write {
            Write::Put { table, key, value } => {
                record.push(*table as u8);
                field(&mut record, key);
                record.push(1);
                field(&mut record, value);
            }
            Write::Delete { table, key } => {
                record.push(*table as u8);
                field(&mut record, key);
                record.push(0);
            }
        }
    }
    record
}

fn framed(record: &[u8]) -> Vec<u8> {
    let mut frame = (record.len() as u64).to_be_bytes().to_vec();
    frame.extend_from_slice(&Sha256::digest(record));
    frame.extend_from_slice(record);
    frame
}

impl Store for SimStore {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.0.platter().rows.get(&(table as u8, key.to_vec())).cloned())
    }

    fn scan(&self, table: Table, from: &[u8], limit: usize) -> Result<Vec<Row>, StoreError> {
        let platter = self.0.platter();
        let rows = platter.rows.range((table as u8, from.to_vec())..);
        let rows = rows.take_while(|((of, _), _)| *of == table as u8).take(limit);
        Ok(rows.map(|((_, key), value)| (key.clone(), value.clone())).collect())
    }

    fn commit(&mut self, writes: &[Write]) -> Result<(), StoreError> {
        let mut platter = self.0.platter();
        if platter.full {
            return Err(StoreError::Full);
        }
        let record = record_of(writes);
        let frame = framed(&record);
        if let Some(tear) = platter.fails.take() {
            let kept = match tear {
                Tear::Lost => 0,
                Tear::Torn(thousandths) => frame.len() * usize::from(thousandths.min(999)) / 1000,
                Tear::Whole => frame.len(),
            };
            platter.log.extend(frame.iter().take(kept));
            return Err(StoreError::Broken("the power went".to_owned()));
        }
        platter.log.extend_from_slice(&frame);
        platter.commits += 1;
        apply(&mut platter.rows, &record);
        Ok(())
    }

    /// A real file: it is no part of what outlives a process, so nothing of it has to tear.
    fn drawer(&self) -> Option<File> {
        tempfile::tempfile().ok()
    }

    fn scrub(&mut self) -> Result<(), StoreError> {
        let mut platter = self.0.platter();
        let writes: Vec<Write> = platter
            .rows
            .iter()
            .filter_map(|((table, key), value)| {
                Some(Write::Put { table: table_of(*table)?, key: key.clone(), value: value.clone() })
            })
            .collect();
        platter.log = framed(&record_of(&writes));
        Ok(())
    }
}

fn table_of(number: u8) -> Option<Table> {
    [
        Table::Header,
        Table::Journal,
        Table::Line,
        Table::Sent,
        Table::Received,
        Table::Act,
        Table::ItemKey,
        Table::Own,
        Table::Draft,
    ]
    .into_iter()
    .find(|table| *table as u8 == number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put(key: u8, value: u8) -> Vec<Write> {
        vec![Write::Put { table: Table::Journal, key: vec![key], value: vec![value; 40] }]
    }

    #[test]
    fn a_torn_commit_leaves_what_was_there_before_it_and_nothing_of_itself() {
        let disk = Disk::default();
        let mut store = disk.open();
        store.commit(&put(1, 1)).unwrap();
        disk.fail_next_commit(Tear::Torn(700));
        assert!(store.commit(&put(2, 2)).is_err());
        let store = disk.open();
        assert_eq!(store.get(Table::Journal, &[1]).unwrap(), Some(vec![1; 40]));
        assert_eq!(store.get(Table::Journal, &[2]).unwrap(), None);
    }

    #[test]
    fn a_commit_that_nobody_was_told_of_is_there_all_the_same() {
        let disk = Disk::default();
        let mut store = disk.open();
        disk.fail_next_commit(Tear::Whole);
        assert!(store.commit(&put(2, 2)).is_err());
        assert_eq!(disk.open().get(Table::Journal, &[2]).unwrap(), Some(vec![2; 40]));
    }

    #[test]
    fn what_was_replaced_is_off_the_disk_after_a_scrub() {
        let disk = Disk::default();
        let mut store = disk.open();
        store.commit(&put(1, 7)).unwrap();
        store.commit(&put(1, 8)).unwrap();
        assert!(disk.bytes().windows(40).any(|bytes| bytes == [7; 40]));
        assert_eq!((disk.outdated(Table::Journal), disk.outdated(Table::ItemKey)), (1, 0));
        store.scrub().unwrap();
        assert!(!disk.bytes().windows(40).any(|bytes| bytes == [7; 40]));
        assert_eq!(disk.outdated(Table::Journal), 0);
        assert_eq!(disk.open().get(Table::Journal, &[1]).unwrap(), Some(vec![8; 40]));
    }
}
