//! The store for one machine: an SQLite file, write-ahead log, every commit synced before anyone is answered.
//!
//! One thread writes: it takes all orders that are waiting and commits them together, so that many deposits share one
//! sync. Two threads read. All three end when the store is dropped, after what was already ordered is done.
//!
//! The file can be copied with [`copy`] while a hub runs on it, or by any means when none does (the file together
//! with the `-wal` beside it, if there is one), and put back. Freed pages are overwritten with zeros; the log may hold
//! older bytes until it is next folded into the file.

mod file;
mod reader;
mod writer;

use std::io;
use std::path::Path;
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use tokio::sync::oneshot;
use wire::{Address, Cell};

pub use file::{OpenError, copy, create};

use crate::clock::Now;
use crate::keeping::{Keeping, digest};
use crate::store::{Answer, Figures, PutOutcome, Store, StoreError, Sweep};
use reader::Look;
use writer::{Order, What};

/// Orders that may wait for the writer, and for the readers, before more are refused as busy.
const WAITING: usize = 1024;
/// Threads that read.
const READERS: usize = 2;

/// A store in an SQLite file.
pub struct SqliteStore {
    // Options, because dropping the store hangs up first and joins then. They are never `None` before that.
    orders: Option<SyncSender<Order>>,
    looks: Option<SyncSender<Look>>,
    writer: Option<JoinHandle<()>>,
    readers: Vec<JoinHandle<()>>,
}

impl SqliteStore {
    /// Opens the store in the file at `path`, which [`create`] made.
    ///
    /// # Errors
    /// [`OpenError`] if there is no such file, it is no store, or it cannot be used.
    pub fn open(path: &Path, keeping: Keeping) -> Result<SqliteStore, OpenError> {
        let (orders, taken) = sync_channel(WAITING);
        let (looks, looked): (_, Receiver<Look>) = sync_channel(WAITING);
        let looked = Arc::new(Mutex::new(looked));
        // From here on `store` hangs up and joins whatever was started, also where a later step fails.
        let mut store = SqliteStore { orders: Some(orders), looks: Some(looks), writer: None, readers: Vec::new() };
        let connection = file::open(path)?;
        store.writer = Some(start("hub-writer", move || writer::run(connection, keeping, &taken))?);
        for _ in 0..READERS {
            let connection = file::open(path)?;
            let looked = looked.clone();
            store.readers.push(start("hub-reader", move || reader::run(&connection, &looked))?);
        }
        Ok(store)
    }

    fn order<T>(&self, order: impl FnOnce(oneshot::Sender<Result<T, StoreError>>) -> Order) -> Answer<T> {
        let (answer, later) = oneshot::channel();
        send(self.orders.as_ref(), order(answer), later)
    }
}

fn start(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<JoinHandle<()>> {
    std::thread::Builder::new().name(name.into()).spawn(work)
}

/// Hands a message to a thread that may have gone or have too much waiting.
fn send<M, T>(to: Option<&SyncSender<M>>, message: M, later: oneshot::Receiver<Result<T, StoreError>>) -> Answer<T> {
    match to.map(|to| to.try_send(message)) {
        Some(Ok(())) => Answer::later(later),
        Some(Err(TrySendError::Full(_))) => Answer::ready(Err(StoreError::Busy)),
        Some(Err(TrySendError::Disconnected(_))) | None => Answer::ready(Err(StoreError::Stopped)),
    }
}

impl Store for SqliteStore {
    fn put(&self, address: Address, cell: Cell, now: Now) -> Answer<PutOutcome> {
        let digest = digest(&cell);
        self.order(|answer| Order::Put(What { of: writer::Put { address, cell, digest }, now, answer }))
    }

    fn collect(&self, addresses: &[Address], now: Now) -> Answer<Vec<Option<Cell>>> {
        let (answer, later) = oneshot::channel();
        send(self.looks.as_ref(), Look { addresses: addresses.to_vec(), now, answer }, later)
    }

    fn erase(&self, addresses: &[Address], now: Now) -> Answer<()> {
        let addresses = addresses.to_vec();
        self.order(|answer| Order::Erase(What { of: addresses, now, answer }))
    }

    fn expire(&self, now: Now) -> Answer<Sweep> {
        self.order(|answer| Order::Expire(What { of: (), now, answer }))
    }

    fn figures(&self) -> Answer<Figures> {
        // By way of the writer, so that it also tells whether the writer still answers.
        self.order(Order::Figures)
    }
}

impl Drop for SqliteStore {
    fn drop(&mut self) {
        // A thread that panicked has nothing left to finish.
        self.looks = None;
        for reader in self.readers.drain(..) {
            let _ = reader.join();
        }
        // The writer's connection is the last to close, and so folds the log into the file; of two that close at the same
        // moment, neither would.
        self.orders = None;
        if let Some(writer) = self.writer.take() {
            let _ = writer.join();
        }
    }
}
