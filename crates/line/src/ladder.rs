//! The rungs that Hellos are put on: ours, with a Hello that waits for its Answer, and the peer's, as far as seen.
//!
//! All rungs of one Hello carry the same Hello, so that one Answer fits them all. Deliberately not here: what a Hello
//! does to sessions (`exchange`).

use std::collections::{BTreeMap, VecDeque};

use sealing::exchange::{Pending, hello_keys};
use wire::{Address, Cell, TakeKey};

use crate::Tick;
use crate::backoff::Backoff;
use crate::identity::Identity;
use crate::limits::{CLIMB, CLIMBS_AT_ONCE, RETRY, RUNGS_ERASED, RUNGS_OF_ONE, RUNGS_SPOILT, RUNGS_WATCHED, SPOILT};

pub(crate) struct Ladder {
    /// Our rungs up to here are over.
    pub(crate) base: u64,
    /// Our newest rung.
    pub(crate) newest: u64,
    /// The peer's newest rung that we have seen, or were told of.
    pub(crate) seen: u64,
    pub(crate) pending: Option<Pending>,
    due: VecDeque<u64>,
    retry: Backoff,
    climb: Backoff,
    climbs: u32,
    turn: u64,
    spoilt: BTreeMap<u64, u8>,
    pub(crate) answer_spoilt: u8,
}

impl Ladder {
    pub(crate) fn new(base: u64, newest: u64, seen: u64, pending: Option<Pending>) -> Ladder {
        Ladder {
            base,
            newest: newest.max(base),
            seen,
            pending,
            due: VecDeque::new(),
            retry: Backoff::new(RETRY.0, RETRY.1),
            climb: Backoff::new(CLIMB.0, CLIMB.1),
            climbs: 0,
            turn: 0,
            spoilt: BTreeMap::new(),
            answer_spoilt: 0,
        }
    }

    /// A fresh Hello, on the next rung.
    pub(crate) fn begin(&mut self, pending: Pending, now: Tick) {
        self.base = self.newest;
        self.newest += 1;
        self.pending = Some(pending);
        self.answer_spoilt = 0;
        self.go_on(now);
    }

    /// A fresh Hello takes the place of the pending one, on the rung that it would have climbed to next. The timers go on. Gives
    /// the take keys of the old one's rungs, to be erased.
    pub(crate) fn renew(&mut self, pending: Pending, identity: &Identity) -> Vec<TakeKey> {
        let next = self.newest;
        self.newest = next.saturating_sub(1);
        let takes = self.give_up(identity);
        self.newest = next;
        self.pending = Some(pending);
        self.due.push_back(next);
        takes
    }

    /// Whether the pending Hello has stood on so many rungs that it is to be made anew.
    pub(crate) fn is_worn(&self) -> bool {
        self.pending.is_some() && self.newest.saturating_sub(self.base) > RUNGS_OF_ONE
    }

    /// Puts the pending Hello again, from the lowest rung on.
    pub(crate) fn go_on(&mut self, now: Tick) {
        self.due.clear();
        self.climbs = 0;
        self.retry.reset();
        self.climb.reset();
        if self.pending.is_some() {
            self.line_up();
            self.retry.arm(now);
            self.climb.arm(now);
        }
    }

    /// The Hello is answered, or given up. Gives the take keys of its rungs, to be erased.
    pub(crate) fn drop_pending(&mut self, identity: &Identity) -> Vec<TakeKey> {
        self.retry.reset();
        self.climb.reset();
        self.give_up(identity)
    }

    fn give_up(&mut self, identity: &Identity) -> Vec<TakeKey> {
        self.due.clear();
        self.answer_spoilt = 0;
        if self.pending.take().is_none() {
            return Vec::new();
        }
        let from = self.base.saturating_add(1).max(self.newest.saturating_sub(RUNGS_ERASED));
        let direction = identity.direction();
        let takes = (from..=self.newest)
            .map(|rung| hello_keys(&identity.enrolment, direction, rung).take_key().duplicate())
            .collect();
        self.base = self.newest;
        takes
    }

    /// Our rungs up to here are known to be used up, from the peer's own words.
    pub(crate) fn used_up(&mut self, rung: u64) -> bool {
        if rung <= self.newest {
            return false;
        }
        self.base = rung;
        self.newest = rung;
        if self.pending.is_some() {
            self.newest += 1;
            self.due.push_back(self.newest);
        }
        true
    }

    /// Rungs up to this are settled: no Hello on them is to be answered any more.
    pub(crate) fn settled(&self) -> u64 {
        if self.pending.is_some() { self.base } else { self.newest }
    }

    /// The hub has other bytes on that rung: climbs. `true` when something durable changed.
    pub(crate) fn taken(&mut self, rung: u64) -> bool {
        if self.pending.is_none() {
            return false;
        }
        if rung == self.base + 1 {
            self.base = rung;
            self.newest = self.newest.max(rung);
        }
        if rung >= self.newest && self.climbs < CLIMBS_AT_ONCE {
            self.climbs += 1;
            self.newest = rung.saturating_add(1);
            self.due.push_back(self.newest);
        }
        true
    }

    pub(crate) fn put_failed(&mut self, rung: u64) {
        if self.pending.is_some() && !self.due.contains(&rung) {
            self.due.push_back(rung);
        }
    }

    /// Time went by: puts rungs again, climbs. `true` when something durable changed.
    pub(crate) fn handle_timeout(&mut self, now: Tick) -> bool {
        if self.pending.is_none() {
            return false;
        }
        if self.retry.due(now) {
            self.retry.back_off(now);
            self.climbs = 0;
            self.line_up();
        }
        let climbs = self.climb.due(now);
        if climbs {
            self.climb.back_off(now);
            self.newest = self.newest.saturating_add(1);
            self.due.push_back(self.newest);
        }
        climbs
    }

    pub(crate) fn next_timeout(&self) -> Option<Tick> {
        [self.retry.at(), self.climb.at()].into_iter().flatten().min()
    }

    pub(crate) fn poll_put(&mut self, identity: &Identity) -> Option<(Address, Cell, u64)> {
        let pending = self.pending.as_ref()?;
        let rung = self.due.pop_front()?;
        let address = hello_keys(&identity.enrolment, identity.direction(), rung).address();
        let cell = pending.cell(&identity.ours(), rung).ok()?;
        Some((address, cell, rung))
    }

    /// The peer's rungs on which a Hello is awaited.
    pub(crate) fn awaited(&self) -> Vec<u64> {
        let spoilt = |rung: &u64| self.spoilt.get(rung).is_some_and(|count| *count >= SPOILT);
        let from = self.seen.saturating_add(1);
        let watched = usize::try_from(RUNGS_WATCHED).unwrap_or(usize::MAX);
        (from..=u64::MAX).filter(|rung| !spoilt(rung)).take(watched).collect()
    }

    /// The peer's rungs up to this are over. Gives the take keys of those that were awaited, to be erased.
    pub(crate) fn see(&mut self, rung: u64, identity: &Identity) -> Vec<TakeKey> {
        let peer = identity.direction().reverse();
        let over = self.awaited().into_iter().take_while(|awaited| *awaited <= rung);
        let takes = over.map(|r| hello_keys(&identity.enrolment, peer, r).take_key().duplicate()).collect();
        self.seen = self.seen.max(rung);
        self.spoilt = self.spoilt.split_off(&self.seen);
        takes
    }

    /// What stood on that rung did not open. After some times it is passed over, for as long as this process runs.
    pub(crate) fn spoil(&mut self, rung: u64) {
        if self.spoilt.len() >= RUNGS_SPOILT {
            self.spoilt.clear();
        }
        let count = self.spoilt.entry(rung).or_insert(0);
        *count = count.saturating_add(1);
    }

    /// The first two rungs above the base, the newest, and one more in turn.
    fn line_up(&mut self) {
        let first = self.base.saturating_add(1);
        let span = self.newest.saturating_sub(self.base).max(1);
        self.turn = (self.turn + 1) % span;
        for rung in [first, first.saturating_add(1), self.newest, first.saturating_add(self.turn)] {
            if rung <= self.newest && !self.due.contains(&rung) {
                self.due.push_back(rung);
            }
        }
    }
}
