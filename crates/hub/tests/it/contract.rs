//! The contract of all stores. Each case runs over each store; a new store is one more line at the end.

use std::sync::Arc;
use std::thread;

use hub::{Answer, Figures, Keeping, Now, PutOutcome, Store, Sweep};
use tempfile::TempDir;
use wire::{Address, Cell};

use crate::rig::{cell, key};

const LIFE: u64 = 100;
const T: u64 = 1_000;

fn at(n: u8) -> Address {
    key(n).address()
}

/// A store, and what must outlive it.
struct Fresh {
    store: Arc<dyn Store>,
    _directory: Option<TempDir>,
}

impl Fresh {
    fn put(&self, n: u8, bytes: u8, now: u64) -> PutOutcome {
        self.store.put(at(n), cell(bytes), Now(now)).wait().unwrap()
    }

    fn collect(&self, ns: &[u8], now: u64) -> Vec<Option<Cell>> {
        let addresses: Vec<_> = ns.iter().copied().map(at).collect();
        self.store.collect(&addresses, Now(now)).wait().unwrap()
    }

    fn holds(&self, n: u8, now: u64) -> Option<Cell> {
        self.collect(&[n], now).remove(0)
    }

    fn erase(&self, n: u8, now: u64) {
        self.store.erase(&[at(n)], Now(now)).wait().unwrap();
    }

    fn sweep(&self, now: u64) {
        while self.store.expire(Now(now)).wait().unwrap() == Sweep::More {}
    }

    fn figures(&self) -> (u64, u64, u64) {
        let Figures { deposited, held, tombstones } = self.store.figures().wait().unwrap();
        (deposited, held, tombstones)
    }
}

fn keeping() -> Keeping {
    Keeping { life_seconds: LIFE, cells: 1000, tombstones: 1000 }
}

type Make = fn(Keeping) -> Fresh;

fn gives_what_was_put_in_the_order_asked(make: Make) {
    let fresh = make(keeping());
    assert_eq!(fresh.collect(&[1, 2], T), [None, None]);
    assert_eq!(fresh.put(1, 11, T), PutOutcome::Stored);
    assert_eq!(fresh.put(2, 22, T), PutOutcome::Stored);
    assert_eq!(fresh.collect(&[2, 3, 1, 2], T), [Some(cell(22)), None, Some(cell(11)), Some(cell(22))]);
    assert_eq!(fresh.collect(&[1], T), [Some(cell(11))], "collecting takes nothing away");
    assert_eq!(fresh.collect(&[], T), []);
    assert_eq!(fresh.figures(), (2, 2, 0));
}

fn the_same_bytes_again_are_stored_already(make: Make) {
    let fresh = make(keeping());
    fresh.put(1, 11, T);
    assert_eq!(fresh.put(1, 11, T + 50), PutOutcome::Stored);
    assert_eq!(fresh.figures(), (1, 1, 0));
    assert_eq!(fresh.holds(1, T + LIFE), None, "and do not live longer for it");
}

fn other_bytes_find_it_taken(make: Make) {
    let fresh = make(keeping());
    fresh.put(1, 11, T);
    assert_eq!(fresh.put(1, 12, T), PutOutcome::Taken);
    assert_eq!(fresh.holds(1, T), Some(cell(11)));
    assert_eq!(fresh.figures(), (1, 1, 0));
}

fn what_was_erased_does_not_come_back(make: Make) {
    let fresh = make(keeping());
    fresh.put(1, 11, T);
    fresh.put(2, 22, T);
    fresh.erase(1, T + 10);
    assert_eq!(fresh.collect(&[1, 2], T + 10), [None, Some(cell(22))]);
    assert_eq!(fresh.figures(), (2, 1, 1));
    assert_eq!(fresh.put(1, 11, T + 10), PutOutcome::Stored, "these bytes were there");
    assert_eq!(fresh.holds(1, T + 10), None, "and stay erased");
    assert_eq!(fresh.put(1, 12, T + 10), PutOutcome::Taken);
    fresh.erase(1, T + 50);
    assert_eq!(fresh.put(1, 12, T + 10 + LIFE - 1), PutOutcome::Taken, "as long as a life after the erasure");
    assert_eq!(fresh.put(1, 12, T + 10 + LIFE), PutOutcome::Stored, "which erasing again makes no longer");
    assert_eq!(fresh.holds(1, T + 10 + LIFE), Some(cell(12)));
}

fn a_life_ends(make: Make) {
    for swept in [false, true] {
        let fresh = make(keeping());
        fresh.put(1, 11, T);
        assert_eq!(fresh.holds(1, T + LIFE - 1), Some(cell(11)));
        if swept {
            fresh.sweep(T + LIFE - 1);
            assert_eq!(fresh.figures(), (1, 1, 0), "not early");
            fresh.sweep(T + LIFE);
            assert_eq!(fresh.figures(), (1, 0, 1));
        }
        assert_eq!(fresh.holds(1, T + LIFE), None);
        assert_eq!(fresh.put(1, 12, T + 2 * LIFE - 1), PutOutcome::Taken);
        if swept {
            fresh.sweep(T + 2 * LIFE);
            assert_eq!(fresh.figures(), (1, 0, 0));
        }
        assert_eq!(fresh.put(1, 12, T + 2 * LIFE), PutOutcome::Stored);
        assert_eq!(fresh.holds(1, T + 2 * LIFE), Some(cell(12)));
        assert_eq!(fresh.figures(), (2, 1, 0));
    }
}

fn what_expired_comes_back_with_the_same_bytes(make: Make) {
    for swept in [false, true] {
        let fresh = make(keeping());
        fresh.put(1, 11, T);
        if swept {
            fresh.sweep(T + LIFE);
        }
        assert_eq!(fresh.put(1, 11, T + LIFE + 5), PutOutcome::Stored);
        assert_eq!(fresh.holds(1, T + LIFE + 5), Some(cell(11)), "nobody had collected it");
        assert_eq!(fresh.holds(1, T + 2 * LIFE + 4), Some(cell(11)), "a new life");
        assert_eq!(fresh.holds(1, T + 2 * LIFE + 5), None);
        assert_eq!(fresh.figures(), (2, 1, 0));
    }
}

fn what_expired_can_still_be_erased(make: Make) {
    let fresh = make(keeping());
    fresh.put(1, 11, T);
    fresh.erase(1, T + LIFE + 5);
    assert_eq!(fresh.put(1, 11, T + LIFE + 6), PutOutcome::Stored);
    assert_eq!(fresh.holds(1, T + LIFE + 6), None);
    assert_eq!(fresh.figures(), (1, 0, 1));
}

fn erasing_where_nothing_is_leaves_no_trace(make: Make) {
    let fresh = make(keeping());
    fresh.erase(1, T);
    fresh.store.erase(&[], Now(T)).wait().unwrap();
    assert_eq!(fresh.figures(), (0, 0, 0));
    assert_eq!(fresh.put(1, 11, T), PutOutcome::Stored);
    assert_eq!(fresh.holds(1, T), Some(cell(11)));
}

fn a_full_store_takes_no_more_and_says_all_else(make: Make) {
    let fresh = make(Keeping { cells: 2, ..keeping() });
    fresh.put(1, 11, T);
    fresh.put(2, 22, T + 50);
    assert_eq!(fresh.put(3, 33, T + 50), PutOutcome::Full);
    assert_eq!(fresh.put(1, 11, T + 50), PutOutcome::Stored, "nothing new in that");
    assert_eq!(fresh.put(1, 12, T + 50), PutOutcome::Taken);
    assert_eq!(fresh.collect(&[1, 2, 3], T + 50), [Some(cell(11)), Some(cell(22)), None]);
    fresh.erase(2, T + 50);
    assert_eq!(fresh.put(3, 33, T + 50), PutOutcome::Stored, "erasing makes room");
    assert_eq!(fresh.put(4, 44, T + LIFE), PutOutcome::Stored, "and so does the end of a life, swept or not");
    assert_eq!(fresh.put(1, 11, T + LIFE), PutOutcome::Full, "which a cell that comes back needs too");
    assert_eq!(fresh.figures(), (4, 2, 2));
}

fn tombstones_are_bounded(make: Make) {
    let fresh = make(Keeping { tombstones: 2, ..keeping() });
    for n in 1..=2 {
        fresh.put(n, n, T);
        fresh.erase(n, T);
    }
    assert_eq!(fresh.put(3, 33, T), PutOutcome::Full);
    assert_eq!(fresh.put(1, 1, T), PutOutcome::Stored);
    assert_eq!(fresh.put(3, 33, T + LIFE), PutOutcome::Stored);
    assert_eq!(fresh.figures(), (3, 1, 0));
}

fn sweeping_forgets_everything_that_is_over(make: Make) {
    let fresh = make(Keeping { life_seconds: LIFE, cells: 5000, tombstones: 5000 });
    let address = |n: u64| {
        let mut bytes = [0; 32];
        bytes[..8].copy_from_slice(&n.to_be_bytes());
        Address::from_bytes(bytes)
    };
    let puts: Vec<Answer<_>> = (0..700).map(|n| fresh.store.put(address(n), cell(1), Now(T + n / 100))).collect();
    assert!(puts.into_iter().all(|put| put.wait().unwrap() == PutOutcome::Stored));
    fresh.sweep(T + LIFE + 5);
    assert_eq!(fresh.figures(), (700, 100, 600));
    fresh.sweep(T + 2 * LIFE + 5);
    assert_eq!(fresh.figures(), (700, 0, 100));
    fresh.sweep(T + 2 * LIFE + 6);
    assert_eq!(fresh.figures(), (700, 0, 0));
}

fn the_ends_of_time_are_times(make: Make) {
    let fresh = make(Keeping { life_seconds: u64::MAX, ..keeping() });
    assert_eq!(fresh.put(1, 11, 0), PutOutcome::Stored);
    assert_eq!(fresh.holds(1, i64::MAX as u64 - 1), Some(cell(11)));
    let fresh = make(keeping());
    assert_eq!(fresh.put(1, 11, u64::MAX), PutOutcome::Stored);
    fresh.erase(1, u64::MAX);
    fresh.sweep(u64::MAX);
    assert_eq!(fresh.holds(1, u64::MAX), None);
    assert_eq!(fresh.put(2, 22, 5), PutOutcome::Stored, "a clock that was set back");
    assert_eq!(fresh.holds(2, 5), Some(cell(22)));
}

fn one_of_many_at_once_gets_the_drop(make: Make) {
    let fresh = make(keeping());
    let outcomes: Vec<PutOutcome> = thread::scope(|scope| {
        let fresh = &fresh;
        let threads: Vec<_> = (0..8).map(|bytes| scope.spawn(move || fresh.put(1, bytes, T))).collect();
        threads.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == PutOutcome::Stored).count(), 1);
    assert_eq!(outcomes.iter().filter(|outcome| **outcome == PutOutcome::Taken).count(), 7);
    let winner = outcomes.iter().position(|outcome| *outcome == PutOutcome::Stored).unwrap();
    assert_eq!(fresh.holds(1, T), Some(cell(winner as u8)));
    assert_eq!(fresh.figures(), (1, 1, 0));
}

fn many_at_once_are_all_kept(make: Make) {
    let fresh = make(keeping());
    thread::scope(|scope| {
        for thread in 0..8 {
            let fresh = &fresh;
            scope.spawn(move || {
                for n in (0..200).filter(|n| n % 8 == thread) {
                    assert_eq!(fresh.put(n, n, T), PutOutcome::Stored);
                    assert_eq!(fresh.holds(n, T), Some(cell(n)), "what was answered is there for the next who looks");
                    if n % 3 == 0 {
                        fresh.erase(n, T);
                        assert_eq!(fresh.holds(n, T), None);
                    }
                }
            });
        }
    });
    assert_eq!(fresh.figures(), (200, 133, 67));
    for n in 0..200 {
        assert_eq!(fresh.holds(n, T), (n % 3 != 0).then(|| cell(n)));
    }
}

fn answers_can_be_awaited(make: Make) {
    let fresh = make(keeping());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    runtime.block_on(async {
        assert_eq!(fresh.store.put(at(1), cell(11), Now(T)).await.unwrap(), PutOutcome::Stored);
        assert_eq!(fresh.store.collect(&[at(1)], Now(T)).await.unwrap(), [Some(cell(11))]);
    });
}

macro_rules! contract {
    ($($case:ident),* $(,)?) => {
        mod memory {
            fn make(keeping: hub::Keeping) -> super::Fresh {
                super::Fresh { store: crate::rig::memory(keeping), _directory: None }
            }
            $(#[test] fn $case() { super::$case(make); })*
        }

        mod sqlite {
            fn make(keeping: hub::Keeping) -> super::Fresh {
                let directory = tempfile::tempdir().unwrap();
                let store = std::sync::Arc::new(crate::rig::sqlite(directory.path(), keeping));
                super::Fresh { store, _directory: Some(directory) }
            }
            $(#[test] fn $case() { super::$case(make); })*
        }
    };
}

contract![
    gives_what_was_put_in_the_order_asked,
    the_same_bytes_again_are_stored_already,
    other_bytes_find_it_taken,
    what_was_erased_does_not_come_back,
    a_life_ends,
    what_expired_comes_back_with_the_same_bytes,
    what_expired_can_still_be_erased,
    erasing_where_nothing_is_leaves_no_trace,
    a_full_store_takes_no_more_and_says_all_else,
    tombstones_are_bounded,
    sweeping_forgets_everything_that_is_over,
    the_ends_of_time_are_times,
    one_of_many_at_once_gets_the_drop,
    many_at_once_are_all_kept,
    answers_can_be_awaited,
];
