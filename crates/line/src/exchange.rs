//! How sessions begin: our Hello, the peer's, Answers, candidates, and the one that is installed.

use rand_core::CryptoRng;
use sealing::exchange::{ANSWERS, Answered, Hello, Pending};
use wire::{Address, Cell, TakeKey};

use crate::backoff::Backoff;
use crate::limits::{ANSWER, ANSWER_PUTS, CANDIDATES, SPOILT};
use crate::line::Line;
use crate::session::Session;
use crate::{Quarantine, Role, Tick};

/// A session that we have answered into and that the peer has not spoken in yet.
pub(crate) struct Candidate {
    pub(crate) rung: u64,
    pub(crate) session: Session,
    answered: Answered,
    number: u64,
    answer: Cell,
    address: Address,
    take: TakeKey,
    pub(crate) due: bool,
    pub(crate) retry: Backoff,
    /// How often the Answer was put at the address where it is now.
    puts: u32,
    /// How often it was put again at all.
    pub(crate) rounds: u32,
}

impl Candidate {
    fn new(rung: u64, session: Session, answered: Answered, rng: &mut dyn CryptoRng) -> Result<Candidate, Quarantine> {
        let (keys, answer) = answered.cell(0, rng).map_err(|_| Quarantine::Malformed)?;
        let (address, take) = (keys.address(), keys.take_key().duplicate());
        let retry = Backoff::new(ANSWER.0, ANSWER.1);
        Ok(Candidate {
            rung,
            session,
            answered,
            number: 0,
            answer,
            address,
            take,
            due: true,
            retry,
            puts: 0,
            rounds: 0,
        })
    }

    /// The Answer, and where it goes.
    pub(crate) fn put(&mut self, now: Tick) -> (Address, Cell) {
        self.due = false;
        self.puts += 1;
        self.retry.arm(now);
        (self.address, self.answer.clone())
    }

    /// That address is taken: the Hello was answered before, by us or to a peer that was restored since. Goes on to
    /// the next address; `false` when there is none.
    pub(crate) fn next_address(&mut self, rng: &mut dyn CryptoRng) -> bool {
        self.number += 1;
        let Ok((keys, answer)) = self.answered.cell(self.number, rng) else { return false };
        self.answer = answer;
        self.address = keys.address();
        self.take = keys.take_key().duplicate();
        self.due = true;
        self.puts = 0;
        self.number < ANSWERS
    }

    /// Nobody has spoken in the session yet: puts the Answer again, and once it has lain at one address for long enough
    /// at the next, for a hub may say that it has what it has lost.
    pub(crate) fn put_again(&mut self, now: Tick, rng: &mut dyn CryptoRng) {
        self.retry.back_off(now);
        self.due = true;
        self.rounds = self.rounds.saturating_add(1);
        if self.puts >= ANSWER_PUTS && self.number + 1 < ANSWERS {
            self.next_address(rng);
        }
    }
}

impl Line {
    /// Makes a fresh Hello. Without the peer's key it is a bare one.
    pub(crate) fn begin_hello(&mut self, now: Tick, rng: &mut dyn CryptoRng) {
        let pending = Pending::new(&self.identity.ours(), self.identity.peer.as_ref(), self.ladder.seen, rng);
        if let Ok(pending) = pending {
            self.ladder.begin(pending, now);
            self.dirty = true;
        }
    }

    /// A Hello that climbed for long and that nobody answered is made anew. Its peer may have answered it before this end was
    /// put back, and will not do so again while it is in the session that came of it.
    pub(crate) fn renew_worn_hello(&mut self, rng: &mut dyn CryptoRng) {
        if !self.ladder.is_worn() {
            return;
        }
        let pending = Pending::new(&self.identity.ours(), self.identity.peer.as_ref(), self.ladder.seen, rng);
        if let Ok(pending) = pending {
            self.erases.extend(self.ladder.renew(pending, &self.identity));
        }
    }

    /// A session stands that came of a Hello which this process had only found: the Answer may be an old one, to this end
    /// before it was put back, and the session one that its peer has long gone on in. So there is one more exchange, with a
    /// Hello of this process.
    pub(crate) fn exchange_afresh(&mut self, exchange: [u8; 32], now: Tick, rng: &mut dyn CryptoRng) {
        if self.found.take_if(|found| *found == exchange).is_some() && self.ladder.pending.is_none() {
            self.begin_hello(now, rng);
        }
    }

    /// The peer's Hello, on a rung that was awaited.
    pub(crate) fn handle_hello(
        &mut self,
        rung: u64,
        cell: &Cell,
        now: Tick,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), Quarantine> {
        let Ok(hello) = Hello::open(&self.identity.ours(), rung, cell) else {
            // Only what opens may move what is durable: else a hub could lead the two ends apart for ever.
            self.ladder.spoil(rung);
            return Err(Quarantine::Unopened);
        };
        self.see(rung);
        if self.identity.peer.as_ref().is_some_and(|peer| peer != hello.static_key()) {
            return Err(Quarantine::OtherKey);
        }
        self.dirty |= self.ladder.used_up(hello.seen());
        let exchange = hello.ephemeral();
        if self.session.as_ref().is_some_and(|session| session.exchange == exchange) {
            // Either it had climbed before it saw our Answer, or it was restored and waits for an Answer that is gone.
            if self.ladder.pending.is_none() {
                self.begin_hello(now, rng);
            }
            return Ok(());
        }
        if let Some(candidate) = self.candidates.iter_mut().find(|candidate| candidate.session.exchange == exchange) {
            candidate.rung = rung;
            candidate.due = true;
            return Ok(());
        }
        if self.identity.role == Role::Party {
            self.drop_pending();
        }
        let peer = hello.static_key().clone();
        let answered = hello.answer(&self.identity.ours(), self.ladder.newest, self.ladder.seen, rng);
        let answered = answered.map_err(|_| Quarantine::Malformed)?;
        self.identity.peer.get_or_insert(peer); // the first that proves to hold the enrolment is pinned for ever
        let session = Session::new(&answered.root, self.identity.direction(), exchange);
        self.candidates.push(Candidate::new(rung, session, answered, rng)?);
        if self.candidates.len() > CANDIDATES {
            let oldest = self.candidates.remove(0);
            self.erases.push(oldest.take);
        }
        Ok(())
    }

    /// The Answer to our pending Hello, at the address with that number: a session, in which we speak at once.
    pub(crate) fn handle_answer(
        &mut self,
        number: u64,
        cell: &Cell,
        now: Tick,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), Quarantine> {
        let ours = self.identity.ours();
        let Some(pending) = &self.ladder.pending else { return Err(Quarantine::Unawaited) };
        let Ok(agreed) = pending.finish(&ours, self.identity.peer.as_ref(), number, cell) else {
            self.ladder.answer_spoilt += 1;
            if self.ladder.answer_spoilt >= SPOILT {
                self.drop_pending();
                self.begin_hello(now, rng);
            }
            return Err(Quarantine::Unopened);
        };
        let exchange = pending.ephemeral();
        self.erases.extend(pending.answer_keys(&ours).map(|keys| keys.take_key().duplicate()));
        self.identity.peer.get_or_insert(agreed.peer);
        self.drop_pending();
        self.ladder.used_up(agreed.seen);
        self.see(agreed.rung);
        self.drop_candidates(agreed.rung);
        let mut session = Session::new(&agreed.root, self.identity.direction(), exchange);
        session.probe_due = true;
        self.install(session);
        Ok(())
    }

    /// The peer speaks in a session that we had answered into.
    pub(crate) fn install_candidate(&mut self, at: usize) {
        if at >= self.candidates.len() {
            return;
        }
        let candidate = self.candidates.remove(at);
        self.erases.push(candidate.take);
        self.drop_pending();
        self.drop_candidates(candidate.rung);
        self.install(candidate.session);
    }

    /// From here on all goes through this session. The old one's keys go with it; letters not acknowledged are sent
    /// again.
    fn install(&mut self, session: Session) {
        self.session = Some(session);
        self.outbox.restart();
        self.inbox.restart();
        self.dirty = true;
    }

    /// The session is not to be trusted with anything any more.
    pub(crate) fn give_up_session(&mut self, now: Tick, rng: &mut dyn CryptoRng) {
        self.session = None;
        if self.ladder.pending.is_none() {
            self.begin_hello(now, rng);
        }
    }

    /// Candidates from Hellos up to that rung are over.
    pub(crate) fn drop_candidates(&mut self, rung: u64) {
        let (over, stay) = std::mem::take(&mut self.candidates).into_iter().partition(|c| c.rung <= rung);
        self.candidates = stay;
        let over: Vec<Candidate> = over;
        self.erases.extend(over.into_iter().map(|candidate| candidate.take));
    }

    pub(crate) fn drop_pending(&mut self) {
        self.dirty |= self.ladder.pending.is_some();
        let takes = self.ladder.drop_pending(&self.identity);
        self.erases.extend(takes);
    }

    pub(crate) fn see(&mut self, rung: u64) {
        self.dirty |= rung > self.ladder.seen;
        let takes = self.ladder.see(rung, &self.identity);
        self.erases.extend(takes);
    }
}
