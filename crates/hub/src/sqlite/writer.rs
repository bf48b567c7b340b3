//! The thread that writes: takes all orders that wait, carries them out in one transaction, commits it with a sync, and
//! only then answers any of them. Where a transaction fails, its orders are tried one by one, so that none of them can
//! spoil another's.

use std::sync::Arc;
use std::sync::mpsc::Receiver;

use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior};
use tokio::sync::oneshot;
use wire::{Address, Cell};

use crate::clock::Now;
use crate::keeping::{Entry, Keeping, Standing, Verdict};
use crate::store::{Figures, PutOutcome, StoreError, Sweep};

/// Orders in one transaction at most: a transaction is then at most a few MiB.
const TOGETHER: usize = 256;
/// Drops forgotten at a time, so that deposits are not kept waiting long.
const SWEPT_AT_ONCE: u64 = 256;

type Sender<T> = oneshot::Sender<Result<T, StoreError>>;

/// Something to be done, and who waits for it.
pub(super) enum Order {
    Put(What<Put, PutOutcome>),
    Erase(What<Vec<Address>, ()>),
    Expire(What<(), Sweep>),
    Figures(Sender<Figures>),
}

pub(super) struct What<O, T> {
    pub(super) of: O,
    pub(super) now: Now,
    pub(super) answer: Sender<T>,
}

pub(super) struct Put {
    pub(super) address: Address,
    pub(super) cell: Cell,
    pub(super) digest: [u8; 32],
}

/// What was done, each of the kind of its order.
enum Done {
    Put(PutOutcome),
    Erase,
    Expire(Sweep),
    Figures(Figures),
}

/// Carries out orders until nobody is left who could give one.
pub(super) fn run(mut connection: Connection, keeping: Keeping, orders: &Receiver<Order>) {
    while let Ok(first) = orders.recv() {
        let mut together = vec![first];
        together.extend(orders.try_iter().take(TOGETHER - 1));
        match commit(&mut connection, keeping, &together) {
            Ok(done) => together.into_iter().zip(done).for_each(|(order, done)| answer(order, done)),
            Err(_) if together.len() > 1 => {
                for order in together {
                    one(&mut connection, keeping, order);
                }
            }
            Err(error) => together.into_iter().for_each(|order| refuse(order, &StoreError::Failed(error.clone()))),
        }
    }
}

fn one(connection: &mut Connection, keeping: Keeping, order: Order) {
    match commit(connection, keeping, std::slice::from_ref(&order)) {
        Ok(done) => done.into_iter().take(1).zip([order]).for_each(|(done, order)| answer(order, done)),
        Err(error) => refuse(order, &StoreError::Failed(error)),
    }
}

// In both of these, who asked may have gone away: what was done stays done, and doing it again changes nothing.

fn answer(order: Order, done: Done) {
    match (order, done) {
        (Order::Put(what), Done::Put(outcome)) => drop(what.answer.send(Ok(outcome))),
        (Order::Erase(what), Done::Erase) => drop(what.answer.send(Ok(()))),
        (Order::Expire(what), Done::Expire(sweep)) => drop(what.answer.send(Ok(sweep))),
        (Order::Figures(answer), Done::Figures(figures)) => drop(answer.send(Ok(figures))),
        // Never: `carry_out` gives each order the outcome of its kind. Were it not so, the asker would be told that
        // the store has stopped.
        _ => {}
    }
}

fn refuse(order: Order, error: &StoreError) {
    match order {
        Order::Put(what) => drop(what.answer.send(Err(error.clone()))),
        Order::Erase(what) => drop(what.answer.send(Err(error.clone()))),
        Order::Expire(what) => drop(what.answer.send(Err(error.clone()))),
        Order::Figures(answer) => drop(answer.send(Err(error.clone()))),
    }
}

fn commit(connection: &mut Connection, keeping: Keeping, orders: &[Order]) -> Result<Vec<Done>, Arc<rusqlite::Error>> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut open = Open { figures: tally(&transaction)?, transaction: &transaction, keeping };
    let before = open.figures;
    let done = orders.iter().map(|order| open.carry_out(order)).collect::<Result<Vec<_>, _>>()?;
    if open.figures != before {
        open.write_tally()?;
    }
    transaction.commit()?;
    Ok(done)
}

fn tally(transaction: &Transaction<'_>) -> rusqlite::Result<Figures> {
    transaction.prepare_cached("SELECT deposited, held, tombstones FROM tally")?.query_row([], |row| {
        Ok(Figures { deposited: number(row, 0)?, held: number(row, 1)?, tombstones: number(row, 2)? })
    })
}

/// A moment or a count as SQLite keeps it. Moments beyond the year 292 billion are that year.
pub(super) fn integer(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

/// A moment or a count out of a row.
fn number(row: &rusqlite::Row<'_>, column: usize) -> rusqlite::Result<u64> {
    let integer: i64 = row.get(column)?;
    u64::try_from(integer).map_err(|_| rusqlite::Error::IntegralValueOutOfRange(column, integer))
}

/// A transaction under way, and the figures as it changes them.
struct Open<'c> {
    transaction: &'c Transaction<'c>,
    keeping: Keeping,
    figures: Figures,
}

/// A drop's row: what is known of it, and where its cell lies.
struct Row {
    entry: Entry,
    cell: Option<i64>,
}

impl Open<'_> {
    fn carry_out(&mut self, order: &Order) -> rusqlite::Result<Done> {
        match order {
            Order::Put(what) => self.put(&what.of, what.now).map(Done::Put),
            Order::Erase(what) => {
                for address in &what.of {
                    self.erase(address, what.now)?;
                }
                Ok(Done::Erase)
            }
            Order::Expire(what) => self.expire(what.now).map(Done::Expire),
            Order::Figures(_) => Ok(Done::Figures(self.figures)),
        }
    }

    fn put(&mut self, put: &Put, now: Now) -> rusqlite::Result<PutOutcome> {
        let mut verdict = self.judge(put, now)?;
        if verdict == Verdict::Full {
            self.expire(now)?;
            verdict = self.judge(put, now)?;
        }
        Ok(match verdict {
            Verdict::Keep => {
                let before = self.row(&put.address)?;
                self.transaction
                    .prepare_cached("INSERT INTO cells (bytes) VALUES (?1)")?
                    .execute([put.cell.as_bytes().as_slice()])?;
                let cell = self.transaction.last_insert_rowid();
                let entry = self.keeping.deposit(put.digest, now);
                self.replace(&put.address, before.as_ref(), Some(&Row { entry, cell: Some(cell) }))?;
                self.figures.deposited += 1;
                PutOutcome::Stored
            }
            Verdict::Known => PutOutcome::Stored,
            Verdict::Taken => PutOutcome::Taken,
            Verdict::Full => PutOutcome::Full,
        })
    }

    fn judge(&mut self, put: &Put, now: Now) -> rusqlite::Result<Verdict> {
        let entry = self.settle(&put.address, now)?.map(|row| row.entry);
        Ok(self.keeping.judge(entry, &put.digest, self.figures))
    }

    fn erase(&mut self, address: &Address, now: Now) -> rusqlite::Result<()> {
        if let Some(row) = self.settle(address, now)?
            && let Some(entry) = self.keeping.erase(row.entry, now)
        {
            self.replace(address, Some(&row), Some(&Row { entry, cell: None }))?;
        }
        Ok(())
    }

    fn expire(&mut self, now: Now) -> rusqlite::Result<Sweep> {
        let over: Vec<[u8; 32]> = self
            .transaction
            .prepare_cached("SELECT address FROM drops WHERE ends <= ?1 ORDER BY ends LIMIT ?2")?
            .query_map((integer(now.0), integer(SWEPT_AT_ONCE)), |row| row.get(0))?
            .collect::<Result<_, _>>()?;
        for address in &over {
            self.settle(&Address::from_bytes(*address), now)?;
        }
        Ok(if (over.len() as u64) < SWEPT_AT_ONCE { Sweep::Done } else { Sweep::More })
    }

    /// Brings what is known of a drop up to `now`.
    fn settle(&mut self, address: &Address, now: Now) -> rusqlite::Result<Option<Row>> {
        let Some(row) = self.row(address)? else { return Ok(None) };
        let settled = self.keeping.at(row.entry, now);
        if settled == Some(row.entry) {
            return Ok(Some(row));
        }
        let settled = settled.map(|entry| Row { entry, cell: None });
        self.replace(address, Some(&row), settled.as_ref())?;
        Ok(settled)
    }

    fn row(&self, address: &Address) -> rusqlite::Result<Option<Row>> {
        self.transaction
            .prepare_cached("SELECT digest, standing, ends, cell FROM drops WHERE address = ?1")?
            .query_row([address.as_bytes()], |row| {
                let standing = match row.get(1)? {
                    0 => Standing::Held,
                    1 => Standing::Expired,
                    2 => Standing::Erased,
                    other => return Err(rusqlite::Error::IntegralValueOutOfRange(1, other)),
                };
                Ok(Row { entry: Entry { digest: row.get(0)?, standing, ends: number(row, 2)? }, cell: row.get(3)? })
            })
            .optional()
    }

    /// Puts a row in the place of another, and keeps the figures.
    fn replace(&mut self, address: &Address, before: Option<&Row>, after: Option<&Row>) -> rusqlite::Result<()> {
        if let Some(before) = before {
            if let Some(cell) = before.cell {
                self.transaction.prepare_cached("DELETE FROM cells WHERE id = ?1")?.execute([cell])?;
            }
            let count = self.count(before);
            *count = count.saturating_sub(1);
        }
        if let Some(after) = after {
            const KEEP: &str = "INSERT OR REPLACE INTO drops (address, digest, standing, ends, cell)
                                VALUES (?1, ?2, ?3, ?4, ?5)";
            let standing = match after.entry.standing {
                Standing::Held => 0,
                Standing::Expired => 1,
                Standing::Erased => 2,
            };
            let ends = integer(after.entry.ends);
            self.transaction.prepare_cached(KEEP)?.execute((
                address.as_bytes(),
                &after.entry.digest,
                standing,
                ends,
                after.cell,
            ))?;
            *self.count(after) += 1;
        } else {
            self.transaction.prepare_cached("DELETE FROM drops WHERE address = ?1")?.execute([address.as_bytes()])?;
        }
        Ok(())
    }

    fn count(&mut self, row: &Row) -> &mut u64 {
        if row.entry.standing == Standing::Held { &mut self.figures.held } else { &mut self.figures.tombstones }
    }

    fn write_tally(&self) -> rusqlite::Result<()> {
        self.transaction
            .prepare_cached("UPDATE tally SET deposited = ?1, held = ?2, tombstones = ?3")?
            .execute([self.figures.deposited, self.figures.held, self.figures.tombstones].map(integer))?;
        Ok(())
    }
}
