//! What an office costs its user: a start over a long journal, one act with its commit on the disk, the view of a full
//! board.

#![allow(missing_docs, clippy::expect_used)] // a bench that cannot be set up is to stop

use std::collections::BTreeMap;
use std::hint::black_box;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};

use channel::desk::{self, Command};
use channel::{ActId, ChannelId, Civil, ItemId, PartyId, SeatId, SeatKey};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use line::Tick;
use office::HubPlace;
use office::act::Act;
use office::clock::Clock;
use office::office::{Founding, Office};
use office::store::{Row, SqliteStore, Store, StoreError, Table, Write};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use sealing::Params;

/// Entries in the long journal, at the least.
const EVENTS: u64 = 100_000;
/// Items on the full board.
const ITEMS: u64 = 1_000;
const CHANNEL: ChannelId = ChannelId([7; 16]);
const PASSPHRASE: &str = "a passphrase of a bench";

struct Standing;

impl Clock for Standing {
    fn civil(&self) -> Civil {
        Civil(1_800_000_000)
    }

    fn tick(&self) -> Tick {
        Tick(0)
    }
}

static NUMBER: AtomicU64 = AtomicU64::new(1);

/// Sixteen bytes that were not given before.
fn id() -> [u8; 16] {
    u128::from(NUMBER.fetch_add(1, Ordering::Relaxed)).to_be_bytes()
}

fn stream() -> Box<ChaCha20Rng> {
    Box::new(ChaCha20Rng::seed_from_u64(NUMBER.fetch_add(1, Ordering::Relaxed)))
}

/// Rows in memory: a long journal is made in it and then copied, as a hundred thousand commits take long on a disk.
#[derive(Clone, Default)]
struct Draft(Arc<Mutex<Rows>>);

type Rows = BTreeMap<(Table, Vec<u8>), Vec<u8>>;

impl Draft {
    fn rows(&self) -> MutexGuard<'_, Rows> {
        self.0.lock().expect("nobody panics with it")
    }

    fn copy_to(&self, file: &Path) {
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

fn open(file: &Path) -> Office<SqliteStore> {
    let store = SqliteStore::open(file).expect("the file is there");
    Office::open(store, PASSPHRASE, Arc::new(Standing), stream()).expect("it is whole")
}

fn does(office: &mut Office<impl Store>, command: Command) {
    office.act(ActId(id()), "anna", Act::Desk(command)).expect("the desk may do that");
}

fn set_label() -> Command {
    let label = format!("the other side {}", NUMBER.load(Ordering::Relaxed));
    Command::SetLabel { party: PartyId(1), other: PartyId(2), label }
}

fn outreach(item: [u8; 16]) -> Command {
    Command::Outreach {
        item: ItemId(item),
        channel: CHANNEL,
        // The same for all, as a fidelity code is slow by design and computed once for a text.
        text: "The desk asks both sides to keep the bridge open on market days. ".repeat(8),
        lapses: Civil(1_900_000_000),
        to: Vec::new(),
        precedence: None,
        form: None,
        own: None,
    }
}

/// A desk with two parties, whose offices have no lines, and a channel.
fn desk_in<S: Store>(store: S) -> Office<S> {
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
        let (seat, key) = (SeatId(party), SeatKey([u8::try_from(party).unwrap_or(0); 32]));
        does(&mut office, Command::Enrol { seat, party: PartyId(party), envoy: None, key });
    }
    let (name, parties) = ("ceasefire".to_owned(), vec![PartyId(1), PartyId(2)]);
    does(&mut office, Command::OpenChannel { channel: CHANNEL, name, parties, status: channel::STATUS_BLOCK.to_vec() });
    office
}

fn start(c: &mut Criterion) {
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join("vault.sqlite");
    let draft = Draft::default();
    let mut office = desk_in(draft.clone());
    while office.pulse().journal < EVENTS {
        does(&mut office, set_label());
    }
    drop(office);
    draft.copy_to(&file);
    let mut group = c.benchmark_group("start");
    group.sample_size(10);
    group.bench_function("over 100,000 events", |b| b.iter(|| black_box(open(&file))));
    group.finish();
}

fn act(c: &mut Criterion) {
    let home = tempfile::tempdir().expect("a folder");
    let mut office = desk_in(SqliteStore::create(&home.path().join("vault.sqlite")).expect("the folder is empty"));
    c.bench_function("act with its commit", |b| {
        b.iter_batched(set_label, |command| does(&mut office, command), BatchSize::SmallInput);
    });
}

fn view(c: &mut Criterion) {
    let mut office = desk_in(Draft::default());
    for _ in 0..ITEMS {
        does(&mut office, outreach(id()));
    }
    assert_eq!(office.view().items.len() as u64, ITEMS);
    c.bench_function("view of 1,000 items", |b| b.iter(|| black_box(office.view())));
}

/// The machine alone, for what of a start is its share.
fn fold(c: &mut Criterion) {
    let event = desk::Event::LabelSet { party: PartyId(1), other: PartyId(2), label: "the other side".to_owned() };
    let bytes = office::Event::Desk(event).encode();
    c.bench_function("an event is read", |b| b.iter(|| office::Event::decode(black_box(&bytes))));
}

criterion_group!(benches, start, act, view, fold);
criterion_main!(benches);
