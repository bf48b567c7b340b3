//! Both stores beside a model so simple that it can be seen to be right: for each address, the last deposit and the
//! erasure after it. Any run of operations must come to the same with all three.

use std::collections::BTreeMap;

use hub::{Drops, Keeping, MemoryStore, Now, PutOutcome, Store, Sweep};
use proptest::prelude::*;

use crate::rig::{cell, key, sqlite};

const LIFE: u64 = 10;

#[derive(Debug, Clone)]
enum Step {
    Put(u8, u8),
    Collect(u8),
    Erase(u8),
    Sweep,
    Pass(u64),
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..4u8, 0..2u8).prop_map(|(n, bytes)| Step::Put(n, bytes)),
        4 => (0..4u8).prop_map(Step::Collect),
        2 => (0..4u8).prop_map(Step::Erase),
        1 => Just(Step::Sweep),
        3 => (0..8u64).prop_map(Step::Pass),
        1 => Just(Step::Reopen),
    ]
}

#[derive(Clone, Copy)]
struct Deposit {
    bytes: u8,
    time: u64,
    erased: Option<u64>,
}

#[derive(Default)]
struct Model {
    deposits: BTreeMap<u8, Deposit>,
}

impl Model {
    /// The deposit whose bytes can be collected.
    fn held(&self, n: u8, now: u64) -> Option<u8> {
        let deposit = self.deposits.get(&n)?;
        (deposit.erased.is_none() && now < deposit.time + LIFE).then_some(deposit.bytes)
    }

    /// The deposit that is remembered, held or not.
    fn known(&self, n: u8, now: u64) -> Option<Deposit> {
        let deposit = *self.deposits.get(&n)?;
        let until = deposit.erased.map_or(deposit.time + 2 * LIFE, |erased| erased + LIFE);
        (now < until).then_some(deposit)
    }

    fn put(&mut self, n: u8, bytes: u8, now: u64, cells: u64) -> PutOutcome {
        match self.known(n, now) {
            Some(known) if known.bytes != bytes => return PutOutcome::Taken,
            Some(known) if known.erased.is_some() || self.held(n, now).is_some() => return PutOutcome::Stored,
            _ => {}
        }
        if (0..4).filter(|n| self.held(*n, now).is_some()).count() as u64 >= cells {
            return PutOutcome::Full;
        }
        self.deposits.insert(n, Deposit { bytes, time: now, erased: None });
        PutOutcome::Stored
    }

    fn erase(&mut self, n: u8, now: u64) {
        if let Some(known) = self.known(n, now)
            && known.erased.is_none()
        {
            self.deposits.insert(n, Deposit { erased: Some(now), ..known });
        }
    }
}

fn counted(path: &std::path::Path) -> (u64, u64) {
    let connection = rusqlite::Connection::open(path).unwrap();
    let sound: String = connection.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(sound, "ok");
    let count = |sql| connection.query_row(sql, [], |row| row.get::<_, i64>(0)).unwrap() as u64;
    let (cells, drops) = (count("SELECT count(*) FROM cells"), count("SELECT count(*) FROM drops"));
    (cells, drops - cells)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn all_stores_do_as_the_model_does(cells in 1..5u64, steps in proptest::collection::vec(step(), 1..40)) {
        let keeping = Keeping { life_seconds: LIFE, cells, tombstones: 100 };
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("hub.sqlite");
        let memory = MemoryStore::new(keeping);
        let mut file = sqlite(directory.path(), keeping);
        let mut model = Model::default();
        let mut now = 1000;
        for step in steps {
            let stores: [&dyn Store; 2] = [&memory, &file];
            match step {
                Step::Put(n, bytes) => {
                    let expected = model.put(n, bytes, now, cells);
                    for store in stores {
                        prop_assert_eq!(store.put(key(n).address(), cell(bytes), Now(now)).wait().unwrap(), expected);
                    }
                }
                Step::Collect(n) => {
                    let expected = vec![model.held(n, now).map(cell)];
                    for store in stores {
                        prop_assert_eq!(&store.collect(&[key(n).address()], Now(now)).wait().unwrap(), &expected);
                    }
                }
                Step::Erase(n) => {
                    model.erase(n, now);
                    for store in stores {
                        store.erase(&[key(n).address()], Now(now)).wait().unwrap();
                    }
                }
                Step::Sweep => {
                    let held = (0..4).filter(|n| model.held(*n, now).is_some()).count() as u64;
                    let known = (0..4).filter(|n| model.known(*n, now).is_some()).count() as u64;
                    for store in stores {
                        prop_assert_eq!(store.expire(Now(now)).wait().unwrap(), Sweep::Done);
                        let figures = store.figures().wait().unwrap();
                        prop_assert_eq!((figures.held, figures.tombstones), (held, known - held));
                    }
                }
                Step::Pass(seconds) => now += seconds,
                Step::Reopen => {
                    drop(file);
                    file = hub::SqliteStore::open(&path, keeping).unwrap();
                    let backup: Drops = memory.backup();
                    memory.restore(backup);
                }
            }
            let figures = memory.figures().wait().unwrap();
            prop_assert_eq!(file.figures().wait().unwrap(), figures);
        }
        let figures = file.figures().wait().unwrap();
        drop(file);
        prop_assert_eq!(counted(&path), (figures.held, figures.tombstones));
    }
}
