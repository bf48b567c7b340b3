//! How fast a hub takes cells in and gives them out: its stores by themselves, and the whole hub over TLS; one at a time,
//! and 64 at once. A deposit in SQLite is on the disk when it counts; the disk is the one that `target` lies on.

#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    missing_docs,
    reason = "a benchmark measures time, and fails by panicking"
)]

#[allow(dead_code, reason = "the tests use all of it")]
#[path = "../tests/it/rig.rs"]
mod rig;

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use hub::{Keeping, Now, PutOutcome, Store};
use tempfile::TempDir;
use tokio::runtime::Runtime;
use wire::{Cell, PutReply, TakeKey};

use rig::{Client, Rig, START, cell, memory, sqlite};

/// How many work at once.
const AT_ONCE: [u64; 2] = [1, 64];
/// Cells that are there when collecting is measured.
const HELD: u64 = 2_000;

fn key(n: u64) -> TakeKey {
    let mut bytes = [0; 32];
    bytes[..8].copy_from_slice(&n.to_le_bytes());
    TakeKey::from_bytes(bytes)
}

/// The stores, and what must outlive them.
fn stores() -> [(&'static str, Arc<dyn Store>, Option<TempDir>); 2] {
    let directory = tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR")).unwrap();
    let file = Arc::new(sqlite(directory.path(), Keeping::default()));
    [("memory", memory(Keeping::default()), None), ("sqlite", file, Some(directory))]
}

fn fill(store: &dyn Store, cell: &Cell) {
    for n in 0..HELD {
        store.put(key(n).address(), cell.clone(), Now(START)).wait().unwrap();
    }
}

/// Divides `times` among threads; how long until the last is done.
fn among_threads(threads: u64, times: u64, work: impl Fn(u64) + Sync) -> Duration {
    let start = Instant::now();
    std::thread::scope(|scope| {
        for thread in 0..threads {
            let work = &work;
            scope.spawn(move || (thread..times).step_by(threads as usize).for_each(work));
        }
    });
    start.elapsed()
}

fn in_stores(criterion: &mut Criterion) {
    let cell = cell(1);
    for (name, store, _directory) in stores() {
        let store = store.as_ref();
        let next = AtomicU64::new(HELD);
        fill(store, &cell);
        for at_once in AT_ONCE {
            let mut group = criterion.benchmark_group(format!("store/{name}"));
            group.throughput(Throughput::Elements(1));
            group.bench_function(BenchmarkId::new("deposit", at_once), |bench| {
                bench.iter_custom(|times| {
                    among_threads(at_once, times, |_| {
                        let address = key(next.fetch_add(1, Ordering::Relaxed)).address();
                        assert_eq!(store.put(address, cell.clone(), Now(START)).wait().unwrap(), PutOutcome::Stored);
                    })
                });
            });
            group.bench_function(BenchmarkId::new("collect", at_once), |bench| {
                bench.iter_custom(|times| {
                    among_threads(at_once, times, |n| {
                        let cells = store.collect(&[key(n % HELD).address()], Now(START)).wait().unwrap();
                        assert!(cells[0].is_some());
                    })
                });
            });
            group.finish();
        }
    }
}

#[derive(Clone, Copy)]
enum Work {
    Deposit,
    Collect,
}

/// Divides `times` among connections that are open already; how long until the last is done.
async fn among_connections(clients: &mut Vec<Client>, work: Work, first: u64, times: u64) -> Duration {
    let at_once = clients.len();
    let start = Instant::now();
    let tasks: Vec<_> = (0..times)
        .zip(clients.drain(..))
        .map(|(offset, mut client)| {
            tokio::spawn(async move {
                for n in (offset..times).step_by(at_once) {
                    match work {
                        Work::Deposit => {
                            assert_eq!(client.deposit(&key(first + n), cell(1)).await, PutReply::Stored);
                        }
                        Work::Collect => assert!(client.collect(0, &[key(n % HELD)]).await[0].is_some()),
                    }
                }
                client
            })
        })
        .collect();
    for task in tasks {
        clients.push(task.await.unwrap());
    }
    start.elapsed()
}

fn over_tls(criterion: &mut Criterion) {
    for (name, store, _directory) in stores() {
        let runtime = Runtime::new().unwrap();
        fill(store.as_ref(), &cell(1));
        let rig = runtime.block_on(Rig::start(store, |_| {}));
        let mut next = HELD;
        for at_once in AT_ONCE {
            let mut group = criterion.benchmark_group(format!("tls/{name}"));
            group.throughput(Throughput::Elements(1));
            for (named, work) in [("deposit", Work::Deposit), ("collect", Work::Collect)] {
                group.bench_function(BenchmarkId::new(named, at_once), |bench| {
                    bench.iter_custom(|times| {
                        let first = next;
                        next += times;
                        runtime.block_on(async {
                            let mut clients = connect(&rig, at_once.min(times)).await;
                            among_connections(&mut clients, work, first, times).await
                        })
                    });
                });
            }
            group.finish();
        }
    }
}

async fn connect(rig: &Rig, connections: u64) -> Vec<Client> {
    let mut clients = Vec::new();
    for _ in 0..connections {
        clients.push(rig.client().await);
    }
    clients
}

criterion_group!(benches, in_stores, over_tls);
criterion_main!(benches);
