//! What the benches of an office share: a store in memory that is copied to a disk, and a desk to begin with.

#![allow(clippy::expect_used, dead_code)] // a bench that cannot be set up is to stop; each bench uses a part of this

pub(crate) mod large;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use channel::desk::Command;
use channel::{ActId, ChannelId, Civil, PartyId, SeatId, SeatKey};
use line::Tick;
use office::HubPlace;
use office::act::Act;
use office::clock::Clock;
use office::office::{Founding, Office};
use office::store::{Row, SqliteStore, Store, StoreError, Table, Write};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use sealing::Params;

pub(crate) const CHANNEL: ChannelId = ChannelId([7; 16]);
const PASSPHRASE: &str = "a passphrase of a bench";

/// Civil time, which stands until it is put.
pub(crate) static CIVIL: AtomicI64 = AtomicI64::new(1_800_000_000);

pub(crate) struct Standing;

impl Clock for Standing {
    fn civil(&self) -> Civil {
        Civil(CIVIL.load(Ordering::Relaxed))
    }

    fn tick(&self) -> Tick {
        Tick(0)
    }
}

pub(crate) static NUMBER: AtomicU64 = AtomicU64::new(1);

/// Sixteen bytes that were not given before.
pub(crate) fn id() -> [u8; 16] {
    u128::from(NUMBER.fetch_add(1, Ordering::Relaxed)).to_be_bytes()
}

fn stream() -> Box<ChaCha20Rng> {
    Box::new(ChaCha20Rng::seed_from_u64(NUMBER.fetch_add(1, Ordering::Relaxed)))
}

/// Rows in memory: a long journal is made in it and then copied, as a hundred thousand commits take long on a disk.
#[derive(Clone, Default)]
pub(crate) struct Draft(Arc<Mutex<Rows>>);

type Rows = BTreeMap<(Table, Vec<u8>), Vec<u8>>;

impl Draft {
    fn rows(&self) -> MutexGuard<'_, Rows> {
        self.0.lock().expect("nobody panics with it")
    }

    pub(crate) fn copy_to(&self, file: &Path) {
        let mut store = SqliteStore::create(file).expect("the folder is empty");
        let rows = self.rows();
        let puts = rows.iter().map(|((table, key), value)| Write::Put {
            table: *table,
            key: key.clone(),
            value: value.clone(),
        });
        store.commit(&puts.collect::<Vec<_>>()).expect("there is room");
    }
}

impl Store for Draft {
    fn get(&self, table: Table, key: &[u8]) -> Result<Option<Vec<u8>>, StoreError> {
        Ok(self.rows().get(&(table, key.to_vec())).cloned())
    }

    fn scan(&self, table: Table, from: &[u8], limit: usize) -> Result<Vec<Row>, StoreError> {
        let rows = self.rows();
        let rows = rows.range((table, from.to_vec())..).take_while(|((of, _), _)| *of == table).take(limit);
        Ok(rows.map(|((_, key), value)| (key.clone(), value.clone())).collect())
    }

    fn commit(&mut self, writes: &[Write]) -> Result<(), StoreError> {
        for write in writes.iter().cloned() {
            match write {
                Write::Put { table, key, value } => drop(self.rows().insert((table, key), value)),
                Write::Delete { table, key } => drop(self.rows().remove(&(table, key))),
            }
        }
        Ok(())
    }

    fn scrub(&mut self) -> Result<(), StoreError> {
        Ok(())
    }
}

pub(crate) fn open(file: &Path) -> Office<SqliteStore> {
    reopened(SqliteStore::open(file).expect("the file is there"))
}

pub(crate) fn reopened<S: Store>(store: S) -> Office<S> {
    Office::open(store, PASSPHRASE, Arc::new(Standing), stream()).expect("it is whole")
}

pub(crate) fn does(office: &mut Office<impl Store>, command: Command) {
    office.act(ActId(id()), "anna", Act::Desk(command)).expect("the desk may do that");
}

/// A desk with two parties, whose offices have no lines, and a channel.
pub(crate) fn desk_in<S: Store>(store: S) -> Office<S> {
    let founding = Founding {
        store,
        passphrase: PASSPHRASE,
        holder: "anna",
        params: Params::least(),
        rehearsal: true,
        clock: Arc::new(Standing),
        rng: stream(),
    };
    let hub = HubPlace { place: "hub.example:443".to_owned(), pin: [1; 32], pass: [2; 32] };
    let mut office = Office::found_desk(founding, hub).expect("it can be founded");
    does(
        &mut office,
        Command::SetUp { name: "The Desk".to_owned(), officers: vec!["anna".to_owned()], two_officers: false },
    );
    for (party, other) in [(1, 2), (2, 1)] {
        let calls = BTreeMap::from([(PartyId(other), "the other side".to_owned())]);
        let (name, principal) = (format!("party {party}"), "the chair".to_owned());
        does(&mut office, Command::AddParty { party: PartyId(party), name, principal, calls });
        // Numbers that no line of the office comes to.
        let (seat, key) = (SeatId(1_000_000 + party), SeatKey([u8::try_from(party).unwrap_or(0); 32]));
        does(&mut office, Command::Enrol { seat, party: PartyId(party), envoy: None, key });
    }
    let (name, parties) = ("ceasefire".to_owned(), vec![PartyId(1), PartyId(2)]);
    does(&mut office, Command::OpenChannel { channel: CHANNEL, name, parties, status: channel::STATUS_BLOCK.to_vec() });
    office
}
