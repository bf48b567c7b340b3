//! The store that keeps nothing beyond its process: for tests, rehearsals and the simulated world. [`Drops`] is the
//! plain data, usable without threads or a runtime; [`MemoryStore`] shares it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, MutexGuard, PoisonError};

use wire::{Address, Cell};

use crate::clock::Now;
use crate::keeping::{Entry, Keeping, Standing, Verdict, digest};
use crate::store::{Answer, Figures, PutOutcome, Store, Sweep};

/// Drops as plain data. A clone is a backup.
#[derive(Clone)]
pub struct Drops {
    keeping: Keeping,
    entries: BTreeMap<Address, Entry>,
    cells: BTreeMap<Address, Cell>,
    /// Every entry once, by when it ends.
    ends: BTreeSet<(u64, Address)>,
    deposited: u64,
}

impl Drops {
    /// No drops yet.
    pub fn new(keeping: Keeping) -> Drops {
        Drops { keeping, entries: BTreeMap::new(), cells: BTreeMap::new(), ends: BTreeSet::new(), deposited: 0 }
    }

    /// As [`Store::put`].
    pub fn put(&mut self, address: Address, cell: Cell, now: Now) -> PutOutcome {
        self.settle(address, now);
        let digest = digest(&cell);
        let mut verdict = self.keeping.judge(self.entries.get(&address).copied(), &digest, self.figures());
        if verdict == Verdict::Full {
            self.expire(now);
            verdict = self.keeping.judge(self.entries.get(&address).copied(), &digest, self.figures());
        }
        match verdict {
            Verdict::Keep => {
                self.replace(address, Some(self.keeping.deposit(digest, now)));
                self.cells.insert(address, cell);
                self.deposited += 1;
                PutOutcome::Stored
            }
            Verdict::Known => PutOutcome::Stored,
            Verdict::Taken => PutOutcome::Taken,
            Verdict::Full => PutOutcome::Full,
        }
    }

    /// As [`Store::collect`].
    pub fn collect(&self, addresses: &[Address], now: Now) -> Vec<Option<Cell>> {
        let held = |address| {
            let entry = self.keeping.at(*self.entries.get(address)?, now)?;
            if entry.standing == Standing::Held { self.cells.get(address).cloned() } else { None }
        };
        addresses.iter().map(held).collect()
    }

    /// As [`Store::erase`].
    pub fn erase(&mut self, addresses: &[Address], now: Now) {
        for address in addresses {
            self.settle(*address, now);
            let erased = self.entries.get(address).and_then(|entry| self.keeping.erase(*entry, now));
            if erased.is_some() {
                self.replace(*address, erased);
            }
        }
    }

    /// As [`Store::expire`], all at once.
    pub fn expire(&mut self, now: Now) {
        while let Some(&(ends, address)) = self.ends.first() {
            if now.0 < ends {
                break;
            }
            self.settle(address, now);
        }
    }

    /// Every cell that is held, in order of addresses.
    pub fn cells(&self) -> impl Iterator<Item = (&Address, &Cell)> {
        self.cells.iter()
    }

    /// As [`Store::figures`].
    pub fn figures(&self) -> Figures {
        let held = self.cells.len() as u64;
        Figures { deposited: self.deposited, held, tombstones: self.entries.len() as u64 - held }
    }

    /// Brings what is known of a drop up to `now`.
    fn settle(&mut self, address: Address, now: Now) {
        if let Some(entry) = self.entries.get(&address).copied() {
            let settled = self.keeping.at(entry, now);
            if settled != Some(entry) {
                self.replace(address, settled);
            }
        }
    }

    /// Puts an entry in the place of another, without a cell.
    fn replace(&mut self, address: Address, entry: Option<Entry>) {
        let before = match entry {
            Some(entry) => self.entries.insert(address, entry),
            None => self.entries.remove(&address),
        };
        if let Some(before) = before {
            self.ends.remove(&(before.ends, address));
        }
        if let Some(entry) = entry {
            self.ends.insert((entry.ends, address));
        }
        self.cells.remove(&address);
    }
}

/// [`Drops`] that can be shared. It answers at once, so that [`Answer::wait`] never blocks.
pub struct MemoryStore(Mutex<Drops>);

impl MemoryStore {
    /// An empty store.
    pub fn new(keeping: Keeping) -> MemoryStore {
        MemoryStore(Mutex::new(Drops::new(keeping)))
    }

    /// A copy of all that is in it, as a backup would have it.
    pub fn backup(&self) -> Drops {
        self.drops().clone()
    }

    /// Puts a backup in the place of what is in it.
    pub fn restore(&self, backup: Drops) {
        *self.drops() = backup;
    }

    fn drops(&self) -> MutexGuard<'_, Drops> {
        // No operation on `Drops` can panic half-way, so that what a poisoned lock guards is whole.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Store for MemoryStore {
    fn put(&self, address: Address, cell: Cell, now: Now) -> Answer<PutOutcome> {
        Answer::ready(Ok(self.drops().put(address, cell, now)))
    }

    fn collect(&self, addresses: &[Address], now: Now) -> Answer<Vec<Option<Cell>>> {
        Answer::ready(Ok(self.drops().collect(addresses, now)))
    }

    fn erase(&self, addresses: &[Address], now: Now) -> Answer<()> {
        self.drops().erase(addresses, now);
        Answer::ready(Ok(()))
    }

    fn expire(&self, now: Now) -> Answer<Sweep> {
        self.drops().expire(now);
        Answer::ready(Ok(Sweep::Done))
    }

    fn figures(&self) -> Answer<Figures> {
        Answer::ready(Ok(self.drops().figures()))
    }
}
