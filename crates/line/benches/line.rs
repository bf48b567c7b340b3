//! What a line carries in memory, with no hub in between: letters a second of a small and of the greatest size, and what a
//! start costs.

#![allow(missing_docs, clippy::expect_used)] // a bench that cannot be set up is to stop

use std::collections::BTreeMap;

use criterion::{BatchSize, Criterion, Throughput, criterion_group, criterion_main};
use line::{LETTER_BYTES_MOST, Line, LineEvent, PutOutcome, Tick};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use wire::{Address, Cell};

struct Pair {
    rng: ChaCha20Rng,
    cells: BTreeMap<Address, Cell>,
    desk: Line,
    party: Line,
}

impl Pair {
    fn new() -> Pair {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let (desk, enrolment) = Line::for_desk(&mut rng);
        let party = Line::for_party(&enrolment, &mut rng);
        Pair { rng, cells: BTreeMap::new(), desk, party }
    }

    fn start(&mut self) {
        self.desk.start(Tick(0), &mut self.rng);
        self.party.start(Tick(0), &mut self.rng);
        while !(self.desk.status().established && self.party.status().established) {
            self.round();
        }
    }

    /// One turn of each end; gives the number of letters that came to the party.
    fn round(&mut self) -> u64 {
        turn(&mut self.desk, &mut self.cells, &mut self.rng);
        turn(&mut self.party, &mut self.cells, &mut self.rng)
    }

    fn carry(&mut self, letter: &[u8]) {
        let seq = self.desk.wants().expect("there is room");
        self.desk.offer(seq, letter.to_vec(), false).expect("it is wanted");
        while self.desk.status().acknowledged < seq {
            self.round();
        }
    }
}

fn turn(line: &mut Line, cells: &mut BTreeMap<Address, Cell>, rng: &mut ChaCha20Rng) -> u64 {
    let mut letters = 0;
    for take in line.watch() {
        if let Some(cell) = cells.remove(&take.address()) {
            let _ = line.handle_cell(&take.address(), &cell, Tick(0), rng);
        }
    }
    while let Some(event) = line.poll_event() {
        if let LineEvent::Letter { seq, .. } = event {
            line.journaled(seq);
            letters += 1;
        }
    }
    while let Some((address, cell)) = line.poll_put(Tick(0), rng) {
        cells.insert(address, cell);
        line.handle_put(&address, PutOutcome::Stored, Tick(0), rng);
    }
    let _ = line.poll_erase();
    letters
}

fn line(c: &mut Criterion) {
    let mut group = c.benchmark_group("a letter, acknowledged");
    for size in [1_000, LETTER_BYTES_MOST] {
        let mut pair = Pair::new();
        pair.start();
        let letter = vec![7; size];
        group.throughput(Throughput::Bytes(u64::try_from(size).unwrap_or(u64::MAX)));
        group.bench_function(format!("{size} bytes"), |b| b.iter(|| pair.carry(&letter)));
    }
    group.finish();
    c.bench_function("a start of both ends", |b| {
        b.iter_batched(Pair::new, |mut pair| pair.start(), BatchSize::SmallInput)
    });
}

criterion_group!(benches, line);
criterion_main!(benches);
