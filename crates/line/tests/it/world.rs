//! A small world for tests: two offices, one hub that can misbehave, one clock. Everything follows from a seed.

use std::collections::{BTreeMap, BTreeSet};

use line::{Line, LineEvent, PutOutcome, Quarantine, Tick};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use wire::{Address, Cell, KEYS_PER_REQUEST, TakeKey};

/// What goes wrong, in chances out of a hundred.
#[derive(Clone, Copy, Default)]
pub(crate) struct Faults {
    /// The hub says that it stored a cell and forgets it.
    pub(crate) lose: u32,
    /// The hub stores a cell and the reply is lost.
    pub(crate) reply_lost: u32,
    /// The hub does not show a cell this time.
    pub(crate) withhold: u32,
    /// A collected cell comes twice.
    pub(crate) repeat: u32,
    /// A collected cell is damaged.
    pub(crate) damage: u32,
    /// An office crashes after it has handled something.
    pub(crate) crash: u32,
}

#[derive(Clone, Default)]
pub(crate) struct Hub {
    cells: BTreeMap<Address, Cell>,
    /// Every address that was ever used: what was put there, and whether it was erased.
    used: BTreeMap<Address, (Cell, bool)>,
}

impl Hub {
    /// The same bytes again are a success, and are there again unless they were erased; others are refused.
    pub(crate) fn put(&mut self, address: Address, cell: &Cell) -> PutOutcome {
        let (before, erased) = self.used.entry(address).or_insert_with(|| (cell.clone(), false));
        if before.as_bytes() != cell.as_bytes() {
            return PutOutcome::Taken;
        }
        if !*erased {
            self.cells.insert(address, cell.clone());
        }
        PutOutcome::Stored
    }

    fn erase(&mut self, address: &Address) {
        self.cells.remove(address);
        if let Some((_, erased)) = self.used.get_mut(address) {
            *erased = true;
        }
    }

    /// All that is held is gone, as if its time were over; what was erased stays so.
    pub(crate) fn expire(&mut self) {
        self.cells.clear();
    }

    /// As new: after this even used addresses are free.
    pub(crate) fn empty(&mut self) {
        *self = Hub::default();
    }

    pub(crate) fn held(&self) -> usize {
        self.cells.len()
    }
}

/// What an office has on its disk.
#[derive(Clone, Default)]
pub(crate) struct Disk {
    kept: Vec<u8>,
    /// The peer's letters, in order.
    pub(crate) received: Vec<Vec<u8>>,
    /// Our letters by number, from 1; `None` where only the peer knows.
    pub(crate) letters: Vec<Option<Vec<u8>>>,
    /// Numbers of letters to be held, and of those that were called.
    pub(crate) held: BTreeSet<u64>,
    pub(crate) called: BTreeSet<u64>,
}

pub(crate) struct Office {
    pub(crate) line: Line,
    pub(crate) disk: Disk,
    pub(crate) events: Vec<String>,
    pub(crate) quarantined: Vec<Quarantine>,
    pub(crate) cut: bool,
    pub(crate) turn: usize,
}

pub(crate) struct World {
    pub(crate) now: Tick,
    pub(crate) hub: Hub,
    pub(crate) rng: ChaCha20Rng,
    pub(crate) faults: Faults,
    pub(crate) desk: Office,
    pub(crate) party: Office,
    pub(crate) puts: usize,
    pub(crate) recording: bool,
    /// Every cell that ever left an office while recording.
    pub(crate) carried: Vec<(Address, Cell)>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Side {
    Desk,
    Party,
}

pub(crate) const BOTH: [Side; 2] = [Side::Desk, Side::Party];

impl Office {
    fn new(line: Line) -> Office {
        let disk = Disk { kept: line.keep().to_vec(), ..Disk::default() };
        Office { line, disk, events: Vec::new(), quarantined: Vec::new(), cut: false, turn: 0 }
    }

    pub(crate) fn write(&mut self, letter: Vec<u8>) -> u64 {
        self.disk.letters.push(Some(letter));
        self.disk.letters.len() as u64
    }

    pub(crate) fn sent(&self) -> Vec<Vec<u8>> {
        self.disk.letters.iter().flatten().cloned().collect()
    }

    /// Offers what the line wants, as long as it wants and there is some.
    fn offer(&mut self) {
        while let Some(seq) = self.line.wants() {
            let Some(Some(letter)) = self.disk.letters.get(seq as usize - 1) else { return };
            let held = self.disk.held.contains(&seq) && !self.disk.called.contains(&seq);
            self.line.offer(seq, letter.clone(), held).expect("it wants it");
        }
    }

    fn events(&mut self) {
        while let Some(event) = self.line.poll_event() {
            match event {
                LineEvent::Letter { seq, bytes } => {
                    assert_eq!(seq, self.disk.received.len() as u64 + 1, "out of order, or twice");
                    self.disk.received.push(bytes.to_vec());
                    self.line.journaled(seq);
                }
                LineEvent::Behind { peer_has, had_sent } => {
                    let unsent = self.disk.letters.split_off(had_sent as usize);
                    self.disk.letters.resize(peer_has as usize, None);
                    self.disk.letters.extend(unsent);
                    let shift = |seq: &u64| if *seq > had_sent { seq + peer_has - had_sent } else { *seq };
                    self.disk.held = self.disk.held.iter().map(shift).collect();
                    self.disk.called = self.disk.called.iter().map(shift).collect();
                    self.events.push(format!("behind {peer_has}"));
                }
                LineEvent::PeerBehind { peer_has } => self.events.push(format!("peer behind {peer_has}")),
                LineEvent::PeerForgot { peer_sent } => self.events.push(format!("peer forgot {peer_sent}")),
                LineEvent::Ready { seq } => self.events.push(format!("ready {seq}")),
                LineEvent::Acknowledged { through } => self.events.push(format!("acknowledged {through}")),
                LineEvent::Established => self.events.push("established".to_owned()),
                LineEvent::Quarantined { reason } => self.quarantined.push(reason),
            }
        }
    }

    fn persist(&mut self) {
        if self.line.durable_changed() {
            self.disk.kept = self.line.keep().to_vec();
            assert!(self.disk.kept.len() < 16 * 1024, "what is kept is small");
        }
    }

    pub(crate) fn call(&mut self, seq: u64) {
        self.disk.called.insert(seq);
        self.line.call(seq);
    }

    pub(crate) fn saw(&self, event: &str) -> bool {
        self.events.iter().any(|seen| seen == event)
    }
}

impl World {
    pub(crate) fn new(seed: u64) -> World {
        let mut world = World::unstarted(seed);
        world.start(Side::Desk);
        world.start(Side::Party);
        world
    }

    pub(crate) fn unstarted(seed: u64) -> World {
        let mut rng = ChaCha20Rng::seed_from_u64(seed);
        let (desk, enrolment) = Line::for_desk(&mut rng);
        let party = Line::for_party(&enrolment, &mut rng);
        World {
            now: Tick(1_000),
            hub: Hub::default(),
            rng,
            faults: Faults::default(),
            desk: Office::new(desk),
            party: Office::new(party),
            recording: false,
            puts: 0,
            carried: Vec::new(),
        }
    }

    pub(crate) fn office(&mut self, side: Side) -> &mut Office {
        match side {
            Side::Desk => &mut self.desk,
            Side::Party => &mut self.party,
        }
    }

    pub(crate) fn start(&mut self, side: Side) {
        let now = self.now;
        let mut rng = ChaCha20Rng::seed_from_u64(self.rng.next_u64());
        let office = self.office(side);
        office.line.start(now, &mut rng);
        office.persist();
    }

    /// Kills the process and starts it again from its disk.
    pub(crate) fn restart(&mut self, side: Side) {
        let office = self.office(side);
        office.line = Line::resume(&office.disk.kept).expect("what was kept is good");
        self.start(side);
    }

    pub(crate) fn restore(&mut self, side: Side, disk: Disk) {
        self.office(side).disk = disk;
        self.restart(side);
    }

    fn chance(&mut self, percent: u32) -> bool {
        percent > 0 && self.rng.next_u32() % 100 < percent
    }

    /// One round of one office's driver. `true` when anything moved.
    pub(crate) fn turn(&mut self, side: Side) -> bool {
        let now = self.now;
        let mut moved = false;
        let mut rng = ChaCha20Rng::seed_from_u64(self.rng.next_u64());
        self.office(side).line.handle_timeout(now, &mut rng);
        self.office(side).offer();
        if !self.office(side).cut {
            for (address, cell) in self.collect(side) {
                moved |=
                    self.office(side).line.handle_cell(&address, &cell, now, &mut rng) != Err(Quarantine::Unawaited);
            }
        }
        let crash = self.faults.crash;
        if self.chance(crash) {
            self.restart(side); // before it wrote anything down
            return true;
        }
        self.office(side).events();
        self.office(side).offer();
        self.office(side).persist();
        if self.chance(crash) {
            self.restart(side); // before it sent anything
            return true;
        }
        if self.office(side).cut {
            if let Some((address, _)) = self.office(side).line.poll_put(now, &mut rng) {
                self.office(side).line.handle_put(&address, PutOutcome::Failed, now, &mut rng);
            }
            self.office(side).persist();
            return moved;
        }
        while let Some((address, cell)) = self.office(side).line.poll_put(now, &mut rng) {
            moved = true;
            self.office(side).persist();
            let outcome = self.put(address, cell);
            self.office(side).line.handle_put(&address, outcome, now, &mut rng);
            self.office(side).persist();
            if self.chance(crash) {
                self.restart(side); // between two cells
                return true;
            }
        }
        for take in self.office(side).line.poll_erase() {
            self.hub.erase(&take.address());
        }
        moved
    }

    fn put(&mut self, address: Address, cell: Cell) -> PutOutcome {
        self.puts += 1;
        if self.recording {
            self.carried.push((address, cell.clone()));
        }
        let outcome = self.hub.put(address, &cell);
        if outcome == PutOutcome::Stored && self.chance(self.faults.lose) {
            self.hub.cells.remove(&address);
        }
        if self.chance(self.faults.reply_lost) { PutOutcome::Failed } else { outcome }
    }

    /// The first keys always, the rest in turn, as a driver asks.
    fn collect(&mut self, side: Side) -> Vec<(Address, Cell)> {
        let office = self.office(side);
        let keys: Vec<TakeKey> = office.line.watch();
        let (first, rest) = keys.split_at(keys.len().min(KEYS_PER_REQUEST));
        let parts: Vec<&[TakeKey]> = rest.chunks(KEYS_PER_REQUEST).collect();
        let mut asked: Vec<Address> = first.iter().map(TakeKey::address).collect();
        if !parts.is_empty() {
            asked.extend(parts[office.turn % parts.len()].iter().map(TakeKey::address));
            office.turn += 1;
        }
        let mut got = Vec::new();
        for address in asked {
            let Some(cell) = self.hub.cells.get(&address).cloned() else { continue };
            if self.chance(self.faults.withhold) {
                continue;
            }
            if self.chance(self.faults.damage) {
                let mut bytes = cell.as_bytes().to_vec();
                bytes[self.rng.next_u32() as usize % 8192] ^= 1;
                got.push((address, Cell::from_bytes(&bytes).expect("as long as before")));
            }
            if self.chance(self.faults.repeat) {
                got.push((address, cell.clone()));
            }
            got.push((address, cell));
        }
        if self.faults.withhold > 0 {
            let by = got.len();
            if by > 1 {
                got.rotate_left(self.rng.next_u32() as usize % by);
            }
        }
        got
    }

    /// Plays until `done`, letting time go by when nothing moves; panics after `most` rounds.
    pub(crate) fn play(&mut self, most: usize, mut done: impl FnMut(&World) -> bool) {
        let mut still = 0;
        for _ in 0..most {
            if done(self) {
                return;
            }
            let mut moved = false;
            for side in BOTH {
                moved |= self.turn(side);
            }
            still = if moved { 0 } else { still + 1 };
            // The tail of the watched keys takes some rounds to be asked for.
            if still > 40 {
                still = 0;
                self.pass();
            }
        }
        panic!(
            "not done at {:?}: desk {:?} {:?}, party {:?} {:?}",
            self.now,
            self.desk.line.status(),
            self.desk.events,
            self.party.line.status(),
            self.party.events
        );
    }

    /// To the next timer.
    pub(crate) fn pass(&mut self) {
        let next = [&self.desk, &self.party].into_iter().filter_map(|office| office.line.next_timeout()).min();
        self.now = self.now.max(next.unwrap_or(self.now)).after(1);
    }

    /// Until both have everything and know it.
    pub(crate) fn settle(&mut self, most: usize) {
        self.play(most, |world| world.settled());
    }

    pub(crate) fn settled(&self) -> bool {
        let all = |from: &Office, to: &Office| {
            let letters = from.disk.letters.len();
            to.disk.received.len() == letters && from.line.status().acknowledged == letters as u64
        };
        all(&self.desk, &self.party) && all(&self.party, &self.desk)
    }

    pub(crate) fn established(&self) -> bool {
        self.desk.line.status().established && self.party.line.status().established
    }

    pub(crate) fn letter(&mut self, most: usize) -> Vec<u8> {
        let length = 1 + self.rng.next_u32() as usize % most;
        let mut letter = vec![0; length];
        self.rng.fill_bytes(&mut letter);
        letter
    }

    pub(crate) fn assert_same(&self) {
        assert_eq!(self.desk.sent(), self.party.disk.received, "desk to party");
        assert_eq!(self.party.sent(), self.desk.disk.received, "party to desk");
    }
}
