//! What an office costs its user: a start over a long journal, one act with its commit on the disk, the view of a full
//! board.

#![allow(missing_docs, clippy::expect_used)] // a bench that cannot be set up is to stop

use std::hint::black_box;
use std::sync::atomic::Ordering;

use channel::desk::{self, Command};
use channel::{Civil, ItemId, PartyId};
use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use office::store::SqliteStore;

use common::{CHANNEL, Draft, NUMBER, desk_in, does, id, open};

mod common;

/// Entries in the long journal, at the least.
const EVENTS: u64 = 100_000;
/// Items on the full board.
const ITEMS: u64 = 1_000;

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
