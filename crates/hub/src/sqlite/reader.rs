//! A thread that reads: it looks up what is held, beside whatever the writer does.

use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, PoisonError};

use rusqlite::types::Type;
use rusqlite::{Connection, OptionalExtension};
use tokio::sync::oneshot;
use wire::{Address, Cell};

use super::writer::integer;
use crate::clock::Now;
use crate::store::StoreError;

/// A look at some drops.
pub(super) struct Look {
    pub(super) addresses: Vec<Address>,
    pub(super) now: Now,
    pub(super) answer: oneshot::Sender<Result<Vec<Option<Cell>>, StoreError>>,
}

/// Answers looks until nobody is left who could ask.
pub(super) fn run(connection: &Connection, looks: &Mutex<Receiver<Look>>) {
    loop {
        // Held while waiting: readers take turns at the queue, not at the work.
        let next = looks.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(look) = next else { return };
        let cells: rusqlite::Result<_> =
            look.addresses.iter().map(|address| held(connection, address, look.now)).collect();
        let cells = cells.map_err(|error| StoreError::Failed(Arc::new(error)));
        // Who asked may have gone away; nothing was changed for them.
        let _ = look.answer.send(cells);
    }
}

fn held(connection: &Connection, address: &Address, now: Now) -> rusqlite::Result<Option<Cell>> {
    const HELD: &str = "SELECT bytes FROM drops JOIN cells ON cells.id = drops.cell
                        WHERE address = ?1 AND ends > ?2";
    connection
        .prepare_cached(HELD)?
        .query_row((address.as_bytes(), integer(now.0)), |row| {
            let bytes = row.get_ref(0)?.as_blob()?;
            Cell::from_bytes(bytes)
                .map_err(|error| rusqlite::Error::FromSqlConversionFailure(0, Type::Blob, Box::new(error)))
        })
        .optional()
}
