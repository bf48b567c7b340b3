//! Disks for tests: one in memory that can be told to fail, and a real file.

use std::collections::BTreeMap;
use std::fs::File;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard};

use office::store::{Row, SqliteStore, Store, StoreError, Table, Write};

/// Makes the error that the next commit ends with.
pub(crate) type Trouble = fn() -> StoreError;

/// All that a disk has.
pub(crate) type Rows = BTreeMap<(Table, Vec<u8>), Vec<u8>>;

#[derive(Default)]
pub(crate) struct Platter {
    pub(crate) rows: Rows,
    pub(crate) commits: u64,
    /// Until it is taken away again, nothing is written.
    pub(crate) trouble: Option<Trouble>,
    /// Until it is taken away again, nothing is scrubbed.
    pub(crate) unscrubbed: Option<Trouble>,
    pub(crate) scrubs: u64,
}

/// What outlives an office's process.
#[derive(Clone)]
pub(crate) enum Disk {
    Memory(Arc<Mutex<Platter>>),
    File(PathBuf),
}

impl Disk {
    pub(crate) fn memory() -> Self {
        Self::Memory(Arc::default())
    }

    /// The platter of a disk in memory.
    pub(crate) fn platter(&self) -> MutexGuard<'_, Platter> {
        let Self::Memory(platter) = self else { panic!("that disk is a file") };
        platter.lock().unwrap()
    }

    pub(crate) fn open(&self) -> Shelf {
        match self {
            Self::Memory(platter) => Shelf::Memory(Arc::clone(platter)),
            Self::File(file) if file.exists() => Shelf::File(SqliteStore::open(file).unwrap()),
            Self::File(file) => Shelf::File(SqliteStore::create(file).unwrap()),
        }
    }
}

/// A store on such a disk.
pub(crate) enum Shelf {
    Memory(Arc<Mutex<Platter>>),
    File(SqliteStore),
}

impl Store for Shelf {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        match self {
            Self::Memory(platter) => Ok(platter.lock().unwrap().rows.get(&(table, key.to_vec())).cloned()),
            Self::File(store) => store.get(table, key),
        }
    }

    fn scan(&self, table: Table, from: &[u8], limit: usize) -> Result<Vec<Row>, StoreError> {
        match self {
            Self::Memory(platter) => {
                let platter = platter.lock().unwrap();
                let rows = platter.rows.range((table, from.to_vec())..).take_while(|((of, _), _)| *of == table);
                Ok(rows.take(limit).map(|((_, key), value)| (key.clone(), value.clone())).collect())
            }
            Self::File(store) => store.scan(table, from, limit),
        }
    }

    fn commit(&mut self, writes: &[Write]) -> Result<(), StoreError> {
        match self {
            Self::Memory(platter) => {
                let mut platter = platter.lock().unwrap();
                if let Some(trouble) = platter.trouble {
                    return Err(trouble());
                }
                platter.commits += 1;
                for write in writes.iter().cloned() {
                    match write {
                        Write::Put { table, key, value } => drop(platter.rows.insert((table, key), value)),
                        Write::Delete { table, key } => drop(platter.rows.remove(&(table, key))),
                    }
                }
                Ok(())
            }
            Self::File(store) => store.commit(writes),
        }
    }

    fn drawer(&self) -> Option<File> {
        match self {
            Self::Memory(_) => tempfile::tempfile().ok(),
            Self::File(store) => store.drawer(),
        }
    }

    fn scrub(&mut self) -> Result<(), StoreError> {
        match self {
            Self::Memory(platter) => {
                let mut platter = platter.lock().unwrap();
                platter.scrubs += 1;
                platter.unscrubbed.map_or(Ok(()), |trouble| Err(trouble()))
            }
            Self::File(store) => store.scrub(),
        }
    }
}
