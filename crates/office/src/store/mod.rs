//! The seam below the vault: rows in tables, written in whole transactions.
//!
//! A store keeps bytes that are sealed already; it knows nothing of what they mean. [`SqliteStore`] is the real one;
//! the simulated world has one with a disk that tears.

mod sqlite;

use std::fs::File;

pub use sqlite::SqliteStore;

/// What a row belongs to. The numbers are on disk and never change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
#[repr(u8)]
pub enum Table {
    /// One row: how the vault is opened.
    Header = 0,
    /// The events, by number from 1.
    Journal = 1,
    /// What each line keeps, by line.
    Line = 2,
    /// Letters that this office sent or will send, by line and number.
    Sent = 3,
    /// Letters that this office received, by line and number.
    Received = 4,
    /// Commands that took effect, by what stands for their id.
    Act = 5,
    /// A key for each item's words, by what stands for the item's id.
    ItemKey = 6,
    /// What the office has one of, by name: the key that signs its readouts.
    Own = 7,
    /// What was typed into a form and not sent, by what stands for the officer and the form.
    Draft = 8,
}

/// One change within a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Write {
    /// Makes or replaces a row.
    Put {
        /// The table.
        table: Table,
        /// The row's key; rows are ordered by it.
        key: Vec<u8>,
        /// Sealed bytes.
        value: Vec<u8>,
    },
    /// Removes a row, if it is there.
    Delete {
        /// The table.
        table: Table,
        /// The row's key.
        key: Vec<u8>,
    },
}

/// A key and its value.
pub type Row = (Vec<u8>, Vec<u8>);

/// Why the store did not do as asked. Nothing of the transaction was kept.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The disk is full.
    #[error("the disk is full; nothing was changed: free some space and try again")]
    Full,
    /// The home may not be written to.
    #[error("the home is read-only; nothing was changed: give this user the right to write there")]
    ReadOnly,
    /// Another process has the vault open.
    #[error("another process holds this vault; use it through that one, or end it first")]
    Held,
    /// Anything else that the disk or the database said.
    #[error("the vault's file could not be used ({0}); nothing was changed: check the disk, or put back a backup")]
    Broken(String),
}

/// Rows on a disk.
pub trait Store {
    /// One row's value.
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError>;
    /// At most `limit` rows whose keys are `from` or after it, ascending.
    fn scan(&self, table: Table, from: &[u8], limit: usize) -> Result<Vec<Row>, StoreError>;
    /// All of the writes or none; durable when it returns.
    fn commit(&mut self, writes: &[Write]) -> Result<(), StoreError>;
    /// An empty file without a name, which goes with this process, for what memory does not have to hold; none where there is
    /// none.
    fn drawer(&self) -> Option<File> {
        None
    }
    /// Leaves nothing on the disk of what was deleted or replaced before.
    fn scrub(&mut self) -> Result<(), StoreError>;
}
