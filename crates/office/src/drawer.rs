//! The drawer: a file beside the vault that loses its name as it is made, in which an open office keeps what is over and seldom looked at, so
//! that its memory holds what is open.
//!
//! The journal is the truth and the drawer is none of it: it begins empty whenever the office opens, is filled as the journal
//! is read, and is gone with the process. Every record is sealed under a key of its own that is nowhere but in memory and
//! goes with the record; what is erased is out of reach in that moment, and so is all of it when the process ends, however
//! it ends.

use std::collections::BTreeMap;
use std::fmt;
use std::fs::File;
use std::os::unix::fs::FileExt;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use channel::cabinet::PutAway;
use rand_core::CryptoRng;
use sealing::Key;
use sealing::vault as seal;

const AAD: &[u8] = b"put away";
/// So many bytes of the disk are never taken.
const LEFT_TO_THE_VAULT: u64 = 64 << 20;
/// Records take whole steps of so many bytes, so that what goes leaves room for another; long ones take longer steps.
const STEP: u64 = 256;

/// An office's drawer.
pub(crate) struct Drawer(Arc<Inside>);

struct Inside {
    file: File,
    room: Mutex<Room>,
    failed: AtomicBool,
}

/// What of the file is in use.
#[derive(Default)]
struct Room {
    end: u64,
    /// Places that were left, by their size.
    left: BTreeMap<u64, Vec<u64>>,
}

struct Record {
    of: Arc<Inside>,
    at: u64,
    length: usize,
    key: Key,
}

impl Drawer {
    /// A drawer in an empty file.
    pub(crate) fn new(file: File) -> Self {
        Self(Arc::new(Inside { file, room: Mutex::default(), failed: AtomicBool::new(false) }))
    }

    /// Keeps a record; none where the disk does not take it, or would have little room left for the vault: then it stays in
    /// memory.
    pub(crate) fn keep(&self, bytes: &[u8], rng: &mut dyn CryptoRng) -> Option<Arc<dyn PutAway>> {
        self.0.has_room().then_some(())?;
        let key = Key::generate(rng);
        let sealed = seal::seal_row(&key, AAD, bytes, rng);
        let at = self.0.room().take(sealed.len());
        let record = Record { of: Arc::clone(&self.0), at, length: sealed.len(), key };
        self.0.file.write_all_at(&sealed, at).ok()?;
        Some(Arc::new(record))
    }

    /// Whether every record that was asked for could be read.
    pub(crate) fn is_sound(&self) -> bool {
        !self.0.failed.load(Ordering::Relaxed)
    }
}

impl Inside {
    /// Whether the disk has room for more than the vault may come to need.
    fn has_room(&self) -> bool {
        let disk = rustix::fs::fstatvfs(&self.file);
        disk.is_ok_and(|disk| disk.f_bavail.saturating_mul(disk.f_frsize) > LEFT_TO_THE_VAULT)
    }

    fn room(&self) -> MutexGuard<'_, Room> {
        self.room.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn steps(length: usize) -> u64 {
    let length = u64::try_from(length).unwrap_or(u64::MAX / 4);
    length.next_multiple_of((length.next_power_of_two() / 16).max(STEP))
}

impl Room {
    fn take(&mut self, length: usize) -> u64 {
        let size = steps(length);
        if let Some(at) = self.left.get_mut(&size).and_then(Vec::pop) {
            return at;
        }
        let at = self.end;
        self.end = self.end.saturating_add(size);
        at
    }
}

impl PutAway for Record {
    fn read(&self, show: &mut dyn FnMut(&[u8]) -> bool) {
        let mut sealed = vec![0; self.length];
        let read = self.of.file.read_exact_at(&mut sealed, self.at).ok();
        let opened = read.and_then(|()| seal::open_row(&self.key, AAD, &sealed).ok());
        if !opened.is_some_and(|bytes| show(&bytes)) {
            self.of.failed.store(true, Ordering::Relaxed);
        }
    }
}

impl Drop for Record {
    fn drop(&mut self) {
        self.of.room().left.entry(steps(self.length)).or_default().push(self.at);
    }
}

impl fmt::Debug for Record {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Record").finish_non_exhaustive()
    }
}
