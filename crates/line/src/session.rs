//! A session: two halves, what they owe each other, and the cells that are made of it.
//!
//! Deliberately not here: how sessions begin and end (`exchange`), and what an opened cell changes outside of the
//! session (`line`).

use std::collections::VecDeque;

use rand_core::CryptoRng;
use sealing::cell::CONTENT_BYTES;
use sealing::{Direction, Key};
use wire::{Address, Cell};

use crate::backoff::Backoff;
use crate::content::{Content, FRAGMENT_HEAD, FRAGMENTS_HEAD, Fragment, Keyed, OPENING_MOST, Opening};
use crate::inbound::Inbound;
use crate::limits::{REKEY_CELLS, REKEY_TURN, RETRY};
use crate::outbound::Outbound;
use crate::outbox::{Outbox, Piece};
use crate::{Quarantine, Tick};

/// Numbers of the line that every cell tells.
#[derive(Clone, Copy)]
pub(crate) struct Told {
    pub(crate) journaled: u64,
    pub(crate) sent: u64,
    pub(crate) settled: u64,
}

pub(crate) struct Session {
    /// The exchange that it came from.
    pub(crate) exchange: [u8; 32],
    pub(crate) outbound: Outbound,
    pub(crate) inbound: Inbound,
    /// The peer has spoken in it.
    pub(crate) synced: bool,
    /// An acknowledgement is owed.
    pub(crate) ack_due: bool,
    /// A cell that asks is owed, whatever it carries.
    pub(crate) probe_due: bool,
    offer_due: Option<u64>,
    encapsulation_due: Option<u64>,
    again: VecDeque<u64>,
    floor_told: u64,
    pub(crate) retry: Backoff,
    pub(crate) silent_rounds: u32,
}

impl Session {
    pub(crate) fn new(root: &Key, ours: Direction, exchange: [u8; 32]) -> Session {
        Session {
            exchange,
            outbound: Outbound::new(root, ours),
            inbound: Inbound::new(root, ours.reverse()),
            synced: false,
            ack_due: false,
            probe_due: false,
            offer_due: None,
            encapsulation_due: None,
            again: VecDeque::new(),
            floor_told: 0,
            retry: Backoff::new(RETRY.0, RETRY.1),
            silent_rounds: 0,
        }
    }

    /// What an opened cell says about this session alone. Gives held letters that are now wholly over there.
    pub(crate) fn absorb(
        &mut self,
        content: &Content<'_>,
        epoch: u64,
        index: u64,
        outbox: &mut Outbox,
        rng: &mut dyn CryptoRng,
    ) -> Result<Vec<u64>, Quarantine> {
        self.ack_due |= content.wants_ack();
        if content.floor > index {
            return Err(Quarantine::Impossible);
        }
        self.inbound.raise(epoch, content.floor);
        let (pieces, news) = self.outbound.acknowledged(content.ack)?;
        self.outbound.confirmed(content.confirmed)?;
        if !pieces.is_empty() {
            self.progress();
        } else if news {
            // A probe was heard. The wait stays: what was asked for may take its time over there.
            self.silent_rounds = 0;
            self.retry.stop();
        }
        if let Some(offer) = &content.offer
            && let Some(epoch) = self.outbound.offered(offer.epoch, offer.bytes, rng)?
        {
            self.encapsulation_due = Some(epoch);
        }
        if let Some(encapsulation) = &content.encapsulation {
            self.inbound.encapsulated(encapsulation.epoch, encapsulation.bytes)?;
        }
        Ok(pieces.iter().filter_map(|piece| outbox.arrived(piece)).collect())
    }

    /// The peer has shown that it hears us.
    pub(crate) fn progress(&mut self) {
        self.silent_rounds = 0;
        self.retry.reset();
    }

    /// After anything changed: goes over to a confirmed epoch that is awaited by nothing, tells a floor that frees
    /// keys over there, runs the timer exactly while something is owed to us.
    pub(crate) fn settle(&mut self, outbox: &mut Outbox, now: Tick) {
        if self.outbound.draining() && !self.outbound.asking() {
            self.go_over(outbox);
        }
        let floor = self.floor(outbox);
        if floor > self.floor_told && self.outbound.carried_below(floor) {
            self.floor_told = floor;
            self.probe_due = true;
        }
        if self.outbound.asking() || (self.synced && outbox.awaits_journal()) {
            self.retry.arm(now);
        } else {
            self.retry.stop();
        }
    }

    /// Nothing has come for a while: sends again what is probably lost, in new cells while the window has room, else
    /// the same bytes to the same addresses.
    pub(crate) fn handle_timeout(&mut self, outbox: &mut Outbox, now: Tick) {
        self.silent_rounds = self.silent_rounds.saturating_add(1);
        self.retry.back_off(now);
        self.probe_due = true;
        if self.outbound.draining() {
            self.go_over(outbox);
        } else if self.outbound.may_carry() {
            for piece in self.outbound.take_lost() {
                self.lost(&piece, outbox);
            }
        } else {
            self.again = self.outbound.asked().into();
        }
    }

    /// The hub did not take the cell: it goes again, or, if it asked for nothing, a newer one.
    pub(crate) fn put_failed(&mut self, epoch: u64, index: u64) {
        if epoch != self.outbound.epoch() {
            return;
        }
        match self.outbound.flight().get(&index) {
            Some(cell) if cell.asks && !self.again.contains(&index) => self.again.push_back(index),
            Some(cell) if !cell.asks => self.ack_due = true,
            _ => {}
        }
    }

    /// The next cell to put, with its epoch and index.
    pub(crate) fn poll_put(
        &mut self,
        told: Told,
        outbox: &mut Outbox,
        rng: &mut dyn CryptoRng,
    ) -> Option<(Address, Cell, u64, u64)> {
        while let Some(index) = self.again.pop_front() {
            if let Some(cell) = self.outbound.flight().get(&index) {
                return Some((cell.address, cell.cell.clone(), self.outbound.epoch(), index));
            }
        }
        let carries = self.synced && self.outbound.may_carry() && !self.outbound.draining();
        if carries {
            self.make_offer(outbox, rng);
        }
        let rekeys = self.offer_due.is_some() || self.encapsulation_due.is_some();
        if carries && (rekeys || outbox.has_work()) {
            return self.seal(told, true, outbox, rng);
        }
        if (self.ack_due || self.probe_due) && self.outbound.may_speak() {
            return self.seal(told, false, outbox, rng);
        }
        None
    }

    fn make_offer(&mut self, outbox: &Outbox, rng: &mut dyn CryptoRng) {
        let cells = self.inbound.cells();
        let turn = cells >= REKEY_TURN && outbox.has_work();
        if self.inbound.may_offer() && (turn || cells >= REKEY_CELLS) {
            self.offer_due = Some(self.inbound.make_offer(rng));
        }
    }

    /// Makes one cell: the numbers that every cell tells, then re-keys, openings and fragments as they fit.
    fn seal(
        &mut self,
        told: Told,
        carries: bool,
        outbox: &mut Outbox,
        rng: &mut dyn CryptoRng,
    ) -> Option<(Address, Cell, u64, u64)> {
        let pieces = if carries { self.gather(outbox, rng) } else { Vec::new() };
        let asks = self.probe_due || !pieces.is_empty();
        let epoch = self.outbound.epoch();
        let content = self.content(told, &pieces, outbox);
        let floor = content.floor;
        let bytes = content.encode();
        let (address, cell, index) = self.outbound.seal(&bytes, pieces, asks, rng)?;
        self.floor_told = floor;
        self.ack_due = false;
        self.probe_due = false;
        Some((address, cell, epoch, index))
    }

    /// Chooses what goes into the next cell, never more than fits.
    fn gather(&mut self, outbox: &mut Outbox, rng: &mut dyn CryptoRng) -> Vec<Piece> {
        const KEYED_HEAD: usize = 1 + 1 + 9 + 3;
        const NUMBERS: usize = 96; // the numbers of a cell without any piece: see the test below
        let mut room = CONTENT_BYTES - NUMBERS - FRAGMENTS_HEAD - FRAGMENTS_HEAD;
        let mut pieces = Vec::new();
        if let Some(epoch) = self.offer_due.take().filter(|epoch| self.inbound.offer(*epoch).is_some()) {
            room -= sealing::kem::PUBLIC_KEY_BYTES + KEYED_HEAD;
            pieces.push(Piece::Offer { epoch });
        }
        if let Some(epoch) = self.encapsulation_due.take().filter(|epoch| self.outbound.ciphertext(*epoch).is_some()) {
            room -= sealing::kem::CIPHERTEXT_BYTES + KEYED_HEAD;
            pieces.push(Piece::Encapsulation { epoch });
        }
        while room > OPENING_MOST {
            let Some(piece) = outbox.next_opening() else { break };
            room -= OPENING_MOST;
            pieces.push(piece);
        }
        while room > 2 * FRAGMENT_HEAD {
            let Some(piece) = outbox.next_fragment(room - FRAGMENT_HEAD, rng) else { break };
            if let Piece::Fragment { start, end, .. } = piece {
                room -= FRAGMENT_HEAD + usize::try_from(end - start).unwrap_or(room - FRAGMENT_HEAD);
            }
            pieces.push(piece);
        }
        pieces
    }

    fn content<'a>(&'a self, told: Told, pieces: &[Piece], outbox: &'a Outbox) -> Content<'a> {
        let mut content = Content {
            journaled: told.journaled,
            sent: told.sent,
            ack: self.inbound.ack(),
            floor: self.floor(outbox),
            confirmed: self.inbound.confirmed(),
            settled: told.settled,
            asks: self.probe_due.then_some(true),
            ..Content::default()
        };
        for piece in pieces {
            match *piece {
                Piece::Offer { epoch } => {
                    content.offer = self.inbound.offer(epoch).map(|key| Keyed { epoch, bytes: key.as_bytes().into() });
                }
                Piece::Encapsulation { epoch } => {
                    let ciphertext = self.outbound.ciphertext(epoch);
                    content.encapsulation = ciphertext.map(|ct| Keyed { epoch, bytes: ct.as_bytes().into() });
                }
                Piece::Opening { seq, attempt } => {
                    if let Some(key) = outbox.opening(seq) {
                        let key = key.as_bytes().as_slice().into();
                        content.openings.get_or_insert_default().push(Opening { seq, attempt, key });
                    }
                }
                Piece::Fragment { seq, attempt, start, end } => {
                    if let Some((total, held, bytes)) = outbox.fragment(seq, start, end) {
                        let bytes = bytes.into();
                        let fragment = Fragment { seq, attempt, total, offset: start, held, bytes };
                        content.fragments.get_or_insert_default().push(fragment);
                    }
                }
            }
        }
        content
    }

    fn floor(&self, outbox: &Outbox) -> u64 {
        self.outbound.floor(self.outbound.next(), |piece| match *piece {
            Piece::Offer { epoch } => self.inbound.offer(epoch).is_some(),
            Piece::Encapsulation { epoch } => self.outbound.ciphertext(epoch).is_some(),
            _ => outbox.needed(piece),
        })
    }

    fn go_over(&mut self, outbox: &mut Outbox) {
        self.again.clear();
        self.floor_told = 0;
        for piece in self.outbound.go_over() {
            self.lost(&piece, outbox);
        }
    }

    fn lost(&mut self, piece: &Piece, outbox: &mut Outbox) {
        match *piece {
            Piece::Offer { epoch } if self.inbound.offer(epoch).is_some() => self.offer_due = Some(epoch),
            Piece::Encapsulation { epoch } if self.outbound.ciphertext(epoch).is_some() => {
                self.encapsulation_due = Some(epoch);
            }
            _ => outbox.lost(piece),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_fit_the_room_that_is_left_for_them() {
        let most = Content {
            journaled: u64::MAX,
            sent: u64::MAX,
            ack: crate::content::Ack { epoch: u64::MAX, next: u64::MAX, bitmap: u64::MAX },
            floor: u64::MAX,
            confirmed: u64::MAX,
            settled: u64::MAX,
            asks: Some(true),
            ..Content::default()
        };
        assert!(most.encode().len() <= 96);
    }
}
