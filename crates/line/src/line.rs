//! One end of a line: its state, and the calls that the crate's law of use names.
//!
//! What they do is elsewhere by purpose: `exchange` begins sessions, `receive` takes cells in, `session` makes them,
//! `outbox` and `inbox` hold letters, `ladder` holds rungs, `keep` is what is durable.

use std::collections::{BTreeMap, VecDeque};

use rand_core::CryptoRng;
use sealing::exchange::hello_keys;
use sealing::kem::SecretKey;
use sealing::words::check_words;
use sealing::{Enrolment, Key};
use wire::{Address, Cell, TakeKey};
use zeroize::Zeroizing;

use crate::backoff::Backoff;
use crate::exchange::Candidate;
use crate::identity::Identity;
use crate::inbox::Inbox;
use crate::keep;
use crate::ladder::Ladder;
use crate::limits::{PUT_AGAIN, PUTS_OUT, SILENT_ROUNDS, UNSYNCED_ROUNDS, UNTAKEN_ROUNDS};
use crate::outbox::Outbox;
use crate::session::{Session, Told};
use crate::types::{LineEvent, LineStatus, NotKept, NotTaken, PutOutcome, Quarantine, Role, Tick};

/// What a cell was, whose put is not yet reported.
#[derive(Clone, Copy)]
enum Purpose {
    Hello { rung: u64 },
    Answer { exchange: [u8; 32] },
    Session { exchange: [u8; 32], epoch: u64, index: u64 },
}

/// One end of a line. See the crate's law of use.
pub struct Line {
    pub(crate) identity: Identity,
    pub(crate) ladder: Ladder,
    pub(crate) candidates: Vec<Candidate>,
    pub(crate) session: Option<Session>,
    pub(crate) outbox: Outbox,
    pub(crate) inbox: Inbox,
    pub(crate) acked: u64,
    pub(crate) sent: u64,
    pub(crate) stood: bool,
    /// The Hello that this process did not make itself, but found pending.
    pub(crate) found: Option<[u8; 32]>,
    pub(crate) dirty: bool,
    pub(crate) events: VecDeque<LineEvent>,
    pub(crate) erases: Vec<TakeKey>,
    pub(crate) held_takes: VecDeque<(TakeKey, u64)>,
    puts: BTreeMap<Address, Purpose>,
    put_again: Backoff,
}

impl Line {
    /// The desk's end of a new line, and what the party must be given to make the other.
    pub fn for_desk(rng: &mut dyn CryptoRng) -> (Line, Enrolment) {
        let secret = SecretKey::generate(rng);
        let enrolment = Enrolment::new(Key::generate(rng), secret.public());
        let identity = Identity {
            role: Role::Desk,
            enrolment: enrolment.secret().duplicate(),
            secret,
            public: enrolment.desk().clone(),
            peer: None,
        };
        (Line::with(identity, Ladder::new(0, 0, 0, None), 0, 0, 0, false), enrolment)
    }

    /// The party's end.
    pub fn for_party(enrolment: &Enrolment, rng: &mut dyn CryptoRng) -> Line {
        let secret = SecretKey::generate(rng);
        let public = secret.public();
        let identity = Identity {
            role: Role::Party,
            enrolment: enrolment.secret().duplicate(),
            secret,
            public,
            peer: Some(enrolment.desk().clone()),
        };
        Line::with(identity, Ladder::new(0, 0, 0, None), 0, 0, 0, false)
    }

    /// From what [`Line::keep`] gave. Follow with [`Line::start`].
    pub fn resume(kept: &[u8]) -> Result<Line, NotKept> {
        keep::resume(kept)
    }

    pub(crate) fn with(identity: Identity, ladder: Ladder, journaled: u64, acked: u64, sent: u64, stood: bool) -> Line {
        let ours = identity.direction();
        Line {
            identity,
            ladder,
            candidates: Vec::new(),
            session: None,
            outbox: Outbox::new(ours),
            inbox: Inbox::new(ours.reverse(), journaled),
            acked,
            sent,
            stood,
            found: None,
            dirty: true,
            events: VecDeque::new(),
            erases: Vec::new(),
            held_takes: VecDeque::new(),
            puts: BTreeMap::new(),
            put_again: Backoff::new(PUT_AGAIN.0, PUT_AGAIN.1),
        }
    }

    /// The durable state, to be stored sealed: enrolment, keys, rungs, a pending Hello, counters; under 16 KiB. Never
    /// the session.
    pub fn keep(&self) -> Zeroizing<Vec<u8>> {
        keep::keep(self)
    }

    /// Whether [`Line::keep`] has changed since this was last asked. If so it must be stored before anything that
    /// [`Line::poll_put`] or [`Line::poll_erase`] gives leaves the office.
    pub fn durable_changed(&mut self) -> bool {
        std::mem::take(&mut self.dirty)
    }

    /// Begins, once per process and before all else: goes on with an unanswered Hello, or makes a new one.
    pub fn start(&mut self, now: Tick, rng: &mut dyn CryptoRng) {
        if let Some(pending) = &self.ladder.pending {
            self.found = Some(pending.ephemeral());
            self.ladder.go_on(now);
        } else {
            self.begin_hello(now, rng);
        }
    }

    /// The sequence number of the next letter that the line has room for. `None` while no session stands, while too
    /// much is out, and after a held letter that was not called.
    pub fn wants(&self) -> Option<u64> {
        self.session.as_ref().filter(|session| session.synced)?;
        self.outbox.wants(self.acked)
    }

    /// Takes the letter that it wants. A `held` one is carried over sealed, and opens only when it is called: before that it is
    /// not said, and its number may yet be another letter's.
    pub fn offer(&mut self, seq: u64, letter: Vec<u8>, held: bool) -> Result<(), NotTaken> {
        if self.wants() != Some(seq) {
            return Err(NotTaken::NotWanted);
        }
        self.outbox.offer(seq, letter, held)?;
        if !held {
            self.say(seq);
        }
        Ok(())
    }

    /// Lets a held letter be opened over there, as soon as it is wholly there. There is no way back from this.
    pub fn call(&mut self, seq: u64) {
        if self.outbox.call(seq) {
            self.say(seq);
        }
    }

    /// From here on that letter, and no other, has this number.
    fn say(&mut self, seq: u64) {
        self.dirty |= seq > self.sent;
        self.sent = self.sent.max(seq);
    }

    /// Takes a held letter back for ever. `true` when it was here and had not been called; its number goes to the next
    /// letter. `false` when the line does not hold it, or it is too late.
    pub fn withdraw(&mut self, seq: u64) -> bool {
        self.outbox.withdraw(seq)
    }

    /// Where cells may be waiting, the likeliest first. Ask for the first ones always and for the rest in turn.
    pub fn watch(&self) -> Vec<TakeKey> {
        let mut keys = Vec::new();
        let peer = self.identity.direction().reverse();
        let hello = |rung: u64| hello_keys(&self.identity.enrolment, peer, rung).take_key().duplicate();
        let mut rungs = self.ladder.awaited().into_iter();
        let ours = self.identity.ours();
        let mut answers = self.ladder.pending.iter().flat_map(|pending| pending.answer_keys(&ours));
        keys.extend(answers.next().map(|keys| keys.take_key().duplicate()));
        keys.extend(rungs.next().map(hello));
        keys.extend(self.candidates.last().into_iter().flat_map(|newest| newest.session.inbound.watch(0, 1)));
        if let Some(session) = &self.session {
            keys.extend(session.inbound.watch_following(0, 1));
            keys.extend(session.inbound.watch(0, 5));
        }
        keys.extend(rungs.next().map(hello));
        keys.extend(answers.map(|keys| keys.take_key().duplicate()));
        if let Some(session) = &self.session {
            keys.extend(session.inbound.watch_following(1, 7));
            keys.extend(session.inbound.watch(5, usize::MAX));
            keys.extend(session.inbound.watch_following(8, usize::MAX));
        }
        keys.extend(rungs.map(hello));
        keys.extend(self.candidates.iter().flat_map(|candidate| candidate.session.inbound.watch(0, 8)));
        keys.extend(self.candidates.iter().flat_map(|candidate| candidate.session.inbound.watch(8, usize::MAX)));
        keys
    }

    /// A cell that was collected at `address`, by whatever way. An error says why it was set aside; the line goes on.
    pub fn handle_cell(
        &mut self,
        address: &Address,
        cell: &Cell,
        now: Tick,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), Quarantine> {
        let outcome = self.receive(address, cell, now, rng);
        match outcome {
            Ok(()) => self.put_again.reset(), // there is a way
            Err(reason) => self.tell_quarantine(reason),
        }
        self.settle(now);
        outcome
    }

    /// What became of a cell that [`Line::poll_put`] gave.
    pub fn handle_put(&mut self, address: &Address, outcome: PutOutcome, now: Tick, rng: &mut dyn CryptoRng) {
        let Some(purpose) = self.puts.remove(address) else { return };
        match outcome {
            PutOutcome::Stored => {
                self.put_again.reset();
                if let Purpose::Session { exchange, epoch, index } = purpose
                    && let Some(session) = self.session_of(exchange)
                {
                    session.outbound.stored(epoch, index);
                }
            }
            PutOutcome::Taken => {
                self.put_again.reset();
                self.taken(purpose, now, rng);
            }
            PutOutcome::Failed => {
                // Puts that were under way together fail together: that is one failure.
                if self.put_again.at().is_none_or(|at| at <= now) {
                    self.put_again.back_off(now);
                }
                self.put_failed(purpose);
            }
        }
        self.settle(now);
    }

    /// Time went by.
    pub fn handle_timeout(&mut self, now: Tick, rng: &mut dyn CryptoRng) {
        if self.put_again.due(now) {
            self.put_again.stop();
        }
        if self.ladder.handle_timeout(now) {
            self.dirty = true;
            self.renew_worn_hello(rng);
        }
        for candidate in self.candidates.iter_mut().filter(|candidate| candidate.retry.due(now)) {
            candidate.put_again(now, rng);
        }
        // An Answer that nobody takes up may be one to a Hello that its maker has given up: then it is ours to begin.
        let unanswered = self.candidates.iter().any(|candidate| candidate.rounds == UNTAKEN_ROUNDS);
        if unanswered && self.ladder.pending.is_none() {
            self.begin_hello(now, rng);
        }
        if let Some(session) = self.session.as_mut().filter(|session| session.retry.due(now)) {
            session.handle_timeout(&mut self.outbox, now);
            let most = if session.synced { SILENT_ROUNDS } else { UNSYNCED_ROUNDS };
            if session.silent_rounds >= most && self.ladder.pending.is_none() {
                self.begin_hello(now, rng);
            }
        }
        self.settle(now);
    }

    /// When [`Line::handle_timeout`] is to be called at the latest. `None`: when something happens.
    pub fn next_timeout(&self) -> Option<Tick> {
        let session = self.session.as_ref().and_then(|session| session.retry.at());
        let candidates = self.candidates.iter().filter_map(|candidate| candidate.retry.at());
        candidates.chain(session).chain(self.put_again.at()).chain(self.ladder.next_timeout()).min()
    }

    /// The next cell to put, until there is none. After a put that failed there is none for a while.
    pub fn poll_put(&mut self, now: Tick, rng: &mut dyn CryptoRng) -> Option<(Address, Cell)> {
        if self.put_again.at().is_some_and(|at| at > now) {
            return None;
        }
        let (address, cell, purpose) = self.next_put(now, rng)?;
        while self.puts.len() >= PUTS_OUT {
            self.puts.pop_first();
        }
        self.puts.insert(address, purpose);
        self.settle(now);
        Some((address, cell))
    }

    /// Cells to erase at the hub: their letters are journaled, or nothing in them is worth keeping.
    pub fn poll_erase(&mut self) -> Vec<TakeKey> {
        std::mem::take(&mut self.erases)
    }

    /// The next event.
    pub fn poll_event(&mut self) -> Option<LineEvent> {
        self.events.pop_front()
    }

    /// The office's transaction holds letter `seq` and all before it: the acknowledgement may go, its cells may be
    /// erased. Call it within that transaction, before [`Line::keep`].
    pub fn journaled(&mut self, seq: u64) {
        if !self.inbox.set_journaled(seq) {
            return;
        }
        self.dirty = true;
        if let Some(session) = &mut self.session {
            session.ack_due = true;
        }
        for (take, carried) in std::mem::take(&mut self.held_takes) {
            if carried <= seq {
                self.erases.push(take);
            } else {
                self.held_takes.push_back((take, carried));
            }
        }
    }

    /// How the line stands.
    pub fn status(&self) -> LineStatus {
        let keys = self.identity.both().filter(|_| self.stood);
        LineStatus {
            established: self.session.as_ref().is_some_and(|session| session.synced),
            waiting_hello: self.ladder.pending.is_some(),
            received: self.inbox.journaled(),
            acknowledged: self.acked,
            sent: self.sent,
            in_flight: self.outbox.len(),
            silent_rounds: self.session.as_ref().map_or(0, |session| session.silent_rounds),
            check_words: keys.map(|(desk, party)| check_words(&self.identity.enrolment, desk, party)),
            rung: self.ladder.newest,
            peer_rung: self.ladder.seen,
        }
    }

    /// Which end this is.
    pub fn role(&self) -> Role {
        self.identity.role
    }

    /// A key that tells this line from others, equal at both ends: for ids, never for the wire.
    pub fn identifier(&self) -> [u8; 32] {
        *sealing::derive_key(&self.identity.enrolment, "identifier", &[]).as_bytes()
    }

    /// A cell that says nothing, for an address that nobody watches.
    pub fn cover(rng: &mut dyn CryptoRng) -> (Address, Cell) {
        let mut take = [0; 32];
        rng.fill_bytes(&mut take);
        (TakeKey::from_bytes(take).address(), Cell::random(rng))
    }

    fn next_put(&mut self, now: Tick, rng: &mut dyn CryptoRng) -> Option<(Address, Cell, Purpose)> {
        if let Some((address, cell, rung)) = self.ladder.poll_put(&self.identity) {
            return Some((address, cell, Purpose::Hello { rung }));
        }
        if let Some(candidate) = self.candidates.iter_mut().find(|candidate| candidate.due) {
            let purpose = Purpose::Answer { exchange: candidate.session.exchange };
            let (address, cell) = candidate.put(now);
            return Some((address, cell, purpose));
        }
        let session = self.session.as_mut()?;
        let told = Told { journaled: self.inbox.journaled(), sent: self.sent, settled: self.ladder.settled() };
        let exchange = session.exchange;
        let (address, cell, epoch, index) = session.poll_put(told, &mut self.outbox, rng)?;
        Some((address, cell, Purpose::Session { exchange, epoch, index }))
    }

    fn taken(&mut self, purpose: Purpose, now: Tick, rng: &mut dyn CryptoRng) {
        match purpose {
            Purpose::Hello { rung } => self.dirty |= self.ladder.taken(rung),
            Purpose::Answer { exchange } => {
                let candidate = self.candidates.iter_mut().find(|c| c.session.exchange == exchange);
                if candidate.is_some_and(|candidate| !candidate.next_address(rng)) {
                    self.candidates.retain(|c| c.session.exchange != exchange);
                    if self.ladder.pending.is_none() {
                        self.begin_hello(now, rng);
                    }
                }
            }
            // Nobody else knows the address: we have used this session before, and were restored since.
            Purpose::Session { exchange, .. } if self.session_of(exchange).is_some() => self.give_up_session(now, rng),
            Purpose::Session { .. } => {}
        }
    }

    fn put_failed(&mut self, purpose: Purpose) {
        match purpose {
            Purpose::Hello { rung } => self.ladder.put_failed(rung),
            Purpose::Answer { exchange } => {
                for candidate in self.candidates.iter_mut().filter(|c| c.session.exchange == exchange) {
                    candidate.due = true;
                }
            }
            Purpose::Session { exchange, epoch, index } => {
                if let Some(session) = self.session_of(exchange) {
                    session.put_failed(epoch, index);
                }
            }
        }
    }

    fn session_of(&mut self, exchange: [u8; 32]) -> Option<&mut Session> {
        self.session.as_mut().filter(|session| session.exchange == exchange)
    }

    fn settle(&mut self, now: Tick) {
        if let Some(session) = &mut self.session {
            session.settle(&mut self.outbox, now);
        }
    }
}
