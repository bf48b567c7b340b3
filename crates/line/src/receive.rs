//! What a collected cell does to a line: found by its address, opened, and only then read.

use rand_core::CryptoRng;
use sealing::exchange::hello_keys;
use wire::{Address, Cell};

use crate::content::{self, Content};
use crate::inbound::Opened;
use crate::limits::{EVENTS_MOST, TAKES_HELD};
use crate::line::Line;
use crate::{LineEvent, Quarantine, Tick};

impl Line {
    /// Finds what the cell is, by its address alone, and lets it take effect.
    pub(crate) fn receive(
        &mut self,
        address: &Address,
        cell: &Cell,
        now: Tick,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), Quarantine> {
        if self.session.as_ref().is_some_and(|session| session.inbound.awaits(address)) {
            return self.receive_in_session(address, cell, now, rng);
        }
        if let Some(at) = self.candidates.iter().position(|candidate| candidate.session.inbound.awaits(address)) {
            return self.receive_in_candidate(at, address, cell, now, rng);
        }
        let ours = self.identity.ours();
        let mut answers = self.ladder.pending.iter().flat_map(|pending| pending.answer_keys(&ours)).zip(0_u64..);
        if let Some((_, number)) = answers.find(|(keys, _)| keys.address() == *address) {
            drop(answers);
            return self.handle_answer(number, cell, now, rng);
        }
        drop(answers);
        let peer = self.identity.direction().reverse();
        let rung = self
            .ladder
            .awaited()
            .into_iter()
            .find(|r| hello_keys(&self.identity.enrolment, peer, *r).address() == *address);
        match rung {
            Some(rung) => self.handle_hello(rung, cell, now, rng),
            None => Err(Quarantine::Unawaited),
        }
    }

    fn receive_in_candidate(
        &mut self,
        at: usize,
        address: &Address,
        cell: &Cell,
        now: Tick,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), Quarantine> {
        let candidate = self.candidates.get_mut(at).ok_or(Quarantine::Unawaited)?;
        match candidate.session.inbound.open(address, cell) {
            Ok(opened) => {
                self.install_candidate(at);
                self.take_in(&opened, now, rng)
            }
            Err(spoilt) => {
                self.erases.extend(spoilt.spent);
                Err(Quarantine::Unopened)
            }
        }
    }

    fn receive_in_session(
        &mut self,
        address: &Address,
        cell: &Cell,
        now: Tick,
        rng: &mut dyn CryptoRng,
    ) -> Result<(), Quarantine> {
        let Some(session) = &mut self.session else { return Err(Quarantine::Unawaited) };
        match session.inbound.open(address, cell) {
            Ok(opened) => self.take_in(&opened, now, rng),
            Err(spoilt) => {
                self.erases.extend(spoilt.spent);
                Err(Quarantine::Unopened)
            }
        }
    }

    /// A cell of the installed session has opened. Whatever comes of it, it has come, and is told so.
    fn take_in(&mut self, opened: &Opened, now: Tick, rng: &mut dyn CryptoRng) -> Result<(), Quarantine> {
        let content = match content::decode(&opened.content) {
            Ok(content) => content,
            Err(reason) => {
                self.erases.push(opened.take.duplicate());
                if let Some(session) = &mut self.session {
                    session.ack_due = true;
                }
                return Err(reason);
            }
        };
        self.keep_take(&content, opened);
        let Some(session) = &mut self.session else { return Ok(()) };
        let ready = session.absorb(&content, opened.epoch, opened.index, &mut self.outbox, rng)?;
        let synced = std::mem::replace(&mut session.synced, true);
        if !synced {
            session.progress();
            let exchange = session.exchange;
            self.stood = true;
            self.dirty = true;
            self.events.push_back(LineEvent::Established);
            self.reconcile(&content);
            self.exchange_afresh(exchange, now, rng);
        } else if content.journaled > self.sent {
            return Err(Quarantine::Impossible);
        } else {
            self.acknowledged(content.journaled);
        }
        self.see(content.settled);
        self.drop_candidates(content.settled);
        self.events.extend(ready.into_iter().map(|seq| LineEvent::Ready { seq }));
        self.take_letters(&content)
    }

    /// The first words of a session: does each side remember what the other has from it?
    fn reconcile(&mut self, content: &Content<'_>) {
        let peer_has = content.journaled;
        if peer_has > self.sent {
            let had_sent = std::mem::replace(&mut self.sent, peer_has);
            self.acked = peer_has;
            self.outbox.clear();
            self.events.push_back(LineEvent::Behind { peer_has, had_sent });
        } else if peer_has < self.acked {
            self.acked = peer_has;
            self.outbox.clear();
            self.events.push_back(LineEvent::PeerBehind { peer_has });
        } else {
            self.acknowledged(peer_has);
        }
        if content.sent < self.inbox.journaled() {
            self.events.push_back(LineEvent::PeerForgot { peer_sent: content.sent });
        }
    }

    fn acknowledged(&mut self, through: u64) {
        if through <= self.acked {
            return;
        }
        self.acked = through;
        self.dirty = true;
        self.outbox.acknowledge(through);
        if let Some(session) = &mut self.session {
            session.progress();
        }
        self.events.push_back(LineEvent::Acknowledged { through });
    }

    fn take_letters(&mut self, content: &Content<'_>) -> Result<(), Quarantine> {
        let mut first = Ok(());
        for fragment in content.fragments.iter().flatten() {
            first = first.and(self.inbox.fragment(fragment));
        }
        for opening in content.openings.iter().flatten() {
            first = first.and(self.inbox.opening(opening));
        }
        while let Some(letter) = self.inbox.next_complete() {
            match letter {
                Ok((seq, bytes)) => self.events.push_back(LineEvent::Letter { seq, bytes }),
                Err(reason) => first = first.and(Err(reason)),
            }
        }
        first
    }

    /// A cell may be erased at the hub once every letter that it carried a part of is journaled.
    fn keep_take(&mut self, content: &Content<'_>, opened: &Opened) {
        let fragments = content.fragments.iter().flatten().map(|fragment| fragment.seq);
        let openings = content.openings.iter().flatten().map(|opening| opening.seq);
        match fragments.chain(openings).max() {
            Some(seq) if seq > self.inbox.journaled() => self.held_takes.push_back((opened.take.duplicate(), seq)),
            _ => self.erases.push(opened.take.duplicate()),
        }
        if self.held_takes.len() > TAKES_HELD
            && let Some((take, _)) = self.held_takes.pop_front()
        {
            self.erases.push(take);
        }
    }

    /// Tells the office, unless it has long stopped asking.
    pub(crate) fn tell_quarantine(&mut self, reason: Quarantine) {
        if reason != Quarantine::Unawaited && self.events.len() < EVENTS_MOST {
            self.events.push_back(LineEvent::Quarantined { reason });
        }
    }
}
