//! The sending half of a session: the window of cells in flight, and the sender's part of re-keys.
//!
//! Deliberately not here: what goes into a cell (`session`) and which letters there are (`outbox`).

use std::collections::BTreeMap;

use rand_core::CryptoRng;
use sealing::chain::{Chain, Healing};
use sealing::kem::{Ciphertext, PublicKey};
use sealing::{Direction, Key};
use wire::{Address, Cell};

use crate::Quarantine;
use crate::content::Ack;
use crate::limits::{LOOK_AHEAD, WINDOW};
use crate::outbox::Piece;

/// A cell that was sealed and is not known to have come.
pub(crate) struct InFlight {
    pub(crate) address: Address,
    pub(crate) cell: Cell,
    /// What in it must arrive; moved away once it goes again in another cell.
    pub(crate) pieces: Vec<Piece>,
    /// Whether it ever carried any.
    carried: bool,
    /// Whether an acknowledgement was asked for.
    pub(crate) asks: bool,
}

/// The next epoch, ready but for the receiver's word that it can open it.
struct Prepared {
    healing: Healing,
    chain: Chain,
    ciphertext: Ciphertext,
    confirmed: bool,
}

pub(crate) struct Outbound {
    healing: Option<Healing>,
    chain: Chain,
    prepared: Option<Prepared>,
    flight: BTreeMap<u64, InFlight>,
    /// The receiver is done with everything below.
    peer_next: u64,
    /// One past the highest cell that has come.
    peer_highest: u64,
}

impl Outbound {
    pub(crate) fn new(root: &Key, direction: Direction) -> Outbound {
        let (healing, chain) = Healing::begin(root, direction);
        Outbound {
            healing: Some(healing),
            chain,
            prepared: None,
            flight: BTreeMap::new(),
            peer_next: 0,
            peer_highest: 0,
        }
    }

    pub(crate) fn epoch(&self) -> u64 {
        self.chain.epoch()
    }

    pub(crate) fn next(&self) -> u64 {
        self.chain.next()
    }

    /// Whether a cell that carries something may go.
    pub(crate) fn may_carry(&self) -> bool {
        self.chain.next() < self.peer_next + WINDOW
    }

    /// Whether an acknowledgement or a probe may go.
    pub(crate) fn may_speak(&self) -> bool {
        self.chain.next() < self.peer_next + LOOK_AHEAD
    }

    pub(crate) fn flight(&self) -> &BTreeMap<u64, InFlight> {
        &self.flight
    }

    /// Seals the next cell of the chain and keeps it in flight.
    pub(crate) fn seal(
        &mut self,
        content: &[u8],
        pieces: Vec<Piece>,
        asks: bool,
        rng: &mut dyn CryptoRng,
    ) -> Option<(Address, Cell, u64)> {
        let index = self.chain.next();
        let keys = self.chain.step();
        let address = keys.address();
        let cell = keys.seal(content, rng).ok()?;
        let carried = !pieces.is_empty();
        self.flight.insert(index, InFlight { address, cell: cell.clone(), pieces, carried, asks });
        Some((address, cell, index))
    }

    /// A cell that asks for nothing is done with once the hub has it.
    pub(crate) fn stored(&mut self, epoch: u64, index: u64) {
        if epoch == self.epoch() && self.flight.get(&index).is_some_and(|cell| !cell.asks) {
            self.flight.remove(&index);
        }
    }

    /// What the receiver says has come: the pieces in it, and whether it was news.
    pub(crate) fn acknowledged(&mut self, ack: Ack) -> Result<(Vec<Piece>, bool), Quarantine> {
        if ack.epoch > self.epoch() {
            return Err(Quarantine::Impossible);
        }
        if ack.epoch < self.epoch() {
            return Ok((Vec::new(), false)); // of an epoch that is over; all of it was sent again
        }
        let span = u64::from(u64::BITS - ack.bitmap.leading_zeros());
        let highest = ack.next.checked_add(span).ok_or(Quarantine::Impossible)?;
        if highest > self.chain.next() {
            return Err(Quarantine::Impossible);
        }
        let come = |index: &u64| *index < ack.next || (*index < highest && ack.bitmap >> (index - ack.next) & 1 == 1);
        let indices: Vec<u64> = self.flight.keys().copied().filter(come).collect();
        let mut pieces = Vec::new();
        let mut news = ack.next > self.peer_next;
        for index in indices {
            if let Some(cell) = self.flight.remove(&index) {
                news = true;
                pieces.extend(cell.pieces);
            }
        }
        self.peer_next = self.peer_next.max(ack.next);
        self.peer_highest = self.peer_highest.max(highest);
        Ok((pieces, news))
    }

    /// The first cell whose pieces are still needed, or `or` where there is none.
    pub(crate) fn floor(&self, or: u64, needed: impl Fn(&Piece) -> bool) -> u64 {
        self.flight.iter().find(|(_, cell)| cell.pieces.iter().any(&needed)).map_or(or, |(index, _)| *index)
    }

    /// Whether a cell that carried something is in flight below `floor`: the receiver still keeps its keys.
    pub(crate) fn carried_below(&self, floor: u64) -> bool {
        self.flight.range(..floor).any(|(_, cell)| cell.carried)
    }

    /// Whether anything that asked is in flight.
    pub(crate) fn asking(&self) -> bool {
        self.flight.values().any(|cell| cell.asks)
    }

    /// Cells that asked, in order.
    pub(crate) fn asked(&self) -> Vec<u64> {
        self.flight.iter().filter(|(_, cell)| cell.asks).map(|(index, _)| *index).collect()
    }

    /// Takes the pieces out of what is probably lost: the oldest cell that asked, and all below one that has come.
    pub(crate) fn take_lost(&mut self) -> Vec<Piece> {
        let oldest = self.asked().first().copied();
        let highest = self.peer_highest;
        let lost = self.flight.iter_mut().filter(|(index, _)| **index < highest || Some(**index) == oldest);
        lost.flat_map(|(_, cell)| std::mem::take(&mut cell.pieces)).collect()
    }

    /// The receiver's fresh key: encapsulates to it and prepares the next epoch. Gives the epoch's number, or `None`
    /// for a repeat.
    pub(crate) fn offered(
        &mut self,
        epoch: u64,
        offer: &[u8],
        rng: &mut dyn CryptoRng,
    ) -> Result<Option<u64>, Quarantine> {
        if epoch <= self.highest_epoch() {
            return Ok(None);
        }
        if epoch != self.epoch() + 1 {
            return Err(Quarantine::Impossible);
        }
        let offer = PublicKey::from_bytes(offer).map_err(|_| Quarantine::Malformed)?;
        let (ciphertext, secret) = offer.encapsulate(rng).map_err(|_| Quarantine::Malformed)?;
        let healing = self.healing.take().ok_or(Quarantine::Impossible)?;
        let (healing, chain) = healing.heal(&secret, &offer, &ciphertext);
        self.prepared = Some(Prepared { healing, chain, ciphertext, confirmed: false });
        Ok(Some(epoch))
    }

    /// The ciphertext that goes with the epoch that is being prepared, until it is confirmed.
    pub(crate) fn ciphertext(&self, epoch: u64) -> Option<&Ciphertext> {
        let prepared = self.prepared.as_ref()?;
        (prepared.chain.epoch() == epoch && !prepared.confirmed).then_some(&prepared.ciphertext)
    }

    /// The receiver can open up to `epoch`.
    pub(crate) fn confirmed(&mut self, epoch: u64) -> Result<(), Quarantine> {
        if epoch > self.highest_epoch() {
            return Err(Quarantine::Impossible);
        }
        if let Some(prepared) = &mut self.prepared {
            prepared.confirmed |= prepared.chain.epoch() <= epoch;
        }
        Ok(())
    }

    /// Whether the next epoch may be used as soon as this one has run dry.
    pub(crate) fn draining(&self) -> bool {
        self.prepared.as_ref().is_some_and(|prepared| prepared.confirmed)
    }

    /// Goes over to the confirmed epoch; gives the pieces that had not come in the old one.
    pub(crate) fn go_over(&mut self) -> Vec<Piece> {
        let Some(prepared) = self.prepared.take_if(|prepared| prepared.confirmed) else { return Vec::new() };
        self.chain = prepared.chain;
        self.healing = Some(prepared.healing);
        self.peer_next = 0;
        self.peer_highest = 0;
        std::mem::take(&mut self.flight).into_values().flat_map(|cell| cell.pieces).collect()
    }

    fn highest_epoch(&self) -> u64 {
        self.prepared.as_ref().map_or(self.chain.epoch(), |prepared| prepared.chain.epoch())
    }
}
