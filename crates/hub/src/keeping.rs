//! The rules of a drop, pure and shared by all stores: how long a cell is held, what is remembered after it, what a
//! deposit at an address that is known means, and how much is kept.
//!
//! A drop is *held* until its cell's life is over, or it is erased. After either, a *tombstone* with the cell's
//! SHA-256 stays for as long again, so that an office restored from an old backup is told that the address is taken,
//! and one that puts the same bytes again is told that all is well. Then nothing of it is left.

use sha2::{Digest, Sha256};
use wire::Cell;

use crate::clock::Now;
use crate::store::Figures;

/// How long and how much a store keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Keeping {
    /// How long a cell is held, and its tombstone after it, in seconds.
    pub life_seconds: u64,
    /// How many cells are held at most.
    pub cells: u64,
    /// How many tombstones there may be before new deposits are refused.
    pub tombstones: u64,
}

impl Default for Keeping {
    /// 60 days; a million cells, which is 8 GiB; eight million tombstones.
    fn default() -> Keeping {
        Keeping { life_seconds: 60 * 24 * 60 * 60, cells: 1_000_000, tombstones: 8_000_000 }
    }
}

/// What is at a drop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// Its cell.
    Held,
    /// The memory of a cell that nobody collected in time: the same bytes may be deposited again.
    Expired,
    /// The memory of a cell that was erased by who holds the take key: it does not come back.
    Erased,
}

/// A drop that is known: everything but the cell itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) digest: [u8; 32],
    pub(crate) standing: Standing,
    /// When this standing is over, in civil seconds.
    pub(crate) ends: u64,
}

/// What a deposit comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// Keep the cell.
    Keep,
    /// These bytes are or were there: nothing to do.
    Known,
    /// Other bytes are or were there.
    Taken,
    /// There is no room.
    Full,
}

pub(crate) fn digest(cell: &Cell) -> [u8; 32] {
    Sha256::digest(cell.as_bytes()).into()
}

impl Keeping {
    /// A drop as a cell deposited at `now` makes it.
    pub(crate) fn deposit(&self, digest: [u8; 32], now: Now) -> Entry {
        Entry { digest, standing: Standing::Held, ends: now.0.saturating_add(self.life_seconds) }
    }

    /// The drop as it stands at `now`; `None` once nothing of it is left.
    pub(crate) fn at(&self, entry: Entry, now: Now) -> Option<Entry> {
        if now.0 < entry.ends {
            return Some(entry);
        }
        let ends = entry.ends.saturating_add(self.life_seconds);
        (entry.standing == Standing::Held && now.0 < ends).then_some(Entry {
            standing: Standing::Expired,
            ends,
            ..entry
        })
    }

    /// The drop after its holder erased it at `now`; `None` where that changes nothing.
    pub(crate) fn erase(&self, entry: Entry, now: Now) -> Option<Entry> {
        (entry.standing != Standing::Erased).then_some(Entry {
            standing: Standing::Erased,
            ends: now.0.saturating_add(self.life_seconds),
            ..entry
        })
    }

    /// What depositing bytes of this digest comes to, at a drop that stands so.
    pub(crate) fn judge(&self, entry: Option<Entry>, digest: &[u8; 32], figures: Figures) -> Verdict {
        match entry {
            Some(entry) if entry.digest != *digest => Verdict::Taken,
            Some(Entry { standing: Standing::Held | Standing::Erased, .. }) => Verdict::Known,
            _ if figures.held >= self.cells => Verdict::Full,
            Some(_) => Verdict::Keep,
            None if figures.tombstones >= self.tombstones => Verdict::Full,
            None => Verdict::Keep,
        }
    }
}
