//! The receiving half of a session: the keys of the cells that may come, which have come, and the receiver's part
//! of re-keys.
//!
//! Keys are derived 2W ahead and forgotten one by one as cells come, or all at once below the sender's floor.

use std::collections::{BTreeMap, BTreeSet};

use rand_core::CryptoRng;
use sealing::Direction;
use sealing::Key;
use sealing::cell::CellKeys;
use sealing::chain::{Chain, Healing};
use sealing::kem::{Ciphertext, PublicKey, SecretKey};
use wire::{Address, Cell, TakeKey};
use zeroize::Zeroizing;

use crate::Quarantine;
use crate::content::Ack;
use crate::limits::{LOOK_AHEAD, SPOILT};

struct Awaited {
    keys: CellKeys,
    spoilt: u8,
}

/// One epoch of the peer's direction.
struct Epoch {
    chain: Chain,
    awaited: BTreeMap<u64, Awaited>,
    next: u64,
    come: BTreeSet<u64>,
    cells: u64,
}

impl Epoch {
    fn new(chain: Chain) -> Epoch {
        let mut epoch = Epoch { chain, awaited: BTreeMap::new(), next: 0, come: BTreeSet::new(), cells: 0 };
        epoch.advance();
        epoch
    }

    /// Moves past what has come, and looks 2W ahead from there.
    fn advance(&mut self) {
        while self.come.remove(&self.next) {
            self.next += 1;
        }
        while self.chain.next() < self.next + LOOK_AHEAD {
            let index = self.chain.next();
            let keys = self.chain.step();
            if index >= self.next && !self.come.contains(&index) {
                self.awaited.insert(index, Awaited { keys, spoilt: 0 });
            }
        }
    }

    fn find(&self, address: &Address) -> Option<u64> {
        self.awaited.iter().find(|(_, awaited)| awaited.keys.address() == *address).map(|(index, _)| *index)
    }

    fn has_come(&mut self, index: u64) {
        self.awaited.remove(&index);
        self.come.insert(index);
        self.cells += 1;
        self.advance();
    }

    /// Forgets the keys of cells below `floor`.
    fn raise(&mut self, floor: u64) {
        if floor > self.next {
            self.awaited = self.awaited.split_off(&floor);
            self.come = self.come.split_off(&floor);
            self.next = floor;
            self.advance();
        }
    }

    fn ack(&self) -> Ack {
        let bit = |index: &u64| 1_u64.checked_shl(u32::try_from(index - self.next).unwrap_or(64)).unwrap_or(0);
        Ack {
            epoch: self.chain.epoch(),
            next: self.next,
            bitmap: self.come.iter().map(bit).fold(0, |all, one| all | one),
        }
    }
}

/// A cell that opened: where in the session it stands, and what erases it.
pub(crate) struct Opened {
    pub(crate) content: Zeroizing<Vec<u8>>,
    pub(crate) epoch: u64,
    pub(crate) index: u64,
    pub(crate) take: TakeKey,
}

/// A cell that did not open; `spent` when its address was given up for it.
pub(crate) struct Spoilt {
    pub(crate) spent: Option<TakeKey>,
}

pub(crate) struct Inbound {
    healing: Option<Healing>,
    current: Epoch,
    following: Option<Epoch>,
    offered: Option<(u64, SecretKey, PublicKey)>,
}

impl Inbound {
    pub(crate) fn new(root: &Key, direction: Direction) -> Inbound {
        let (healing, chain) = Healing::begin(root, direction);
        Inbound { healing: Some(healing), current: Epoch::new(chain), following: None, offered: None }
    }

    pub(crate) fn awaits(&self, address: &Address) -> bool {
        self.epochs().any(|epoch| epoch.find(address).is_some())
    }

    /// Opens the cell at an awaited address and forgets its keys. The first cell of the following epoch ends the
    /// current one.
    pub(crate) fn open(&mut self, address: &Address, cell: &Cell) -> Result<Opened, Spoilt> {
        let following = self.following.as_ref().and_then(|epoch| epoch.find(address)).is_some();
        let epoch = match &mut self.following {
            Some(epoch) if following => epoch,
            _ => &mut self.current,
        };
        let index = epoch.find(address).ok_or(Spoilt { spent: None })?;
        let awaited = epoch.awaited.get_mut(&index).ok_or(Spoilt { spent: None })?;
        let take = awaited.keys.take_key().duplicate();
        let Ok(content) = awaited.keys.open(cell) else {
            awaited.spoilt += 1;
            if awaited.spoilt < SPOILT {
                return Err(Spoilt { spent: None });
            }
            epoch.awaited.remove(&index);
            return Err(Spoilt { spent: Some(take) });
        };
        epoch.has_come(index);
        let number = epoch.chain.epoch();
        if following && let Some(epoch) = self.following.take() {
            self.current = epoch;
        }
        Ok(Opened { content, epoch: number, index, take })
    }

    /// The sender needs nothing below `floor` any more, in an epoch that is still here.
    pub(crate) fn raise(&mut self, epoch: u64, floor: u64) {
        if epoch == self.current.chain.epoch() {
            self.current.raise(floor);
        }
    }

    pub(crate) fn ack(&self) -> Ack {
        self.current.ack()
    }

    /// The highest epoch that we can open.
    pub(crate) fn confirmed(&self) -> u64 {
        self.following.as_ref().unwrap_or(&self.current).chain.epoch()
    }

    /// Cells that have come in the current epoch.
    pub(crate) fn cells(&self) -> u64 {
        self.current.cells
    }

    /// Whether a new key may be offered: none is out, and the sender uses the newest epoch.
    pub(crate) fn may_offer(&self) -> bool {
        self.offered.is_none() && self.following.is_none()
    }

    /// Makes a fresh key for the next epoch; gives the epoch's number.
    pub(crate) fn make_offer(&mut self, rng: &mut dyn CryptoRng) -> u64 {
        let epoch = self.confirmed() + 1;
        let secret = SecretKey::generate(rng);
        let public = secret.public();
        self.offered = Some((epoch, secret, public));
        epoch
    }

    /// The key that is on offer for that epoch.
    pub(crate) fn offer(&self, epoch: u64) -> Option<&PublicKey> {
        self.offered.as_ref().filter(|offered| offered.0 == epoch).map(|offered| &offered.2)
    }

    /// The sender's ciphertext: from here on the following epoch is awaited too. A repeat changes nothing.
    pub(crate) fn encapsulated(&mut self, epoch: u64, ciphertext: &[u8]) -> Result<(), Quarantine> {
        if epoch <= self.confirmed() {
            return Ok(());
        }
        let offered = self.offered.take_if(|offered| offered.0 == epoch).ok_or(Quarantine::Impossible)?;
        let ciphertext = Ciphertext::from_bytes(ciphertext).map_err(|_| Quarantine::Malformed)?;
        let secret = offered.1.decapsulate(&ciphertext).map_err(|_| Quarantine::Malformed)?;
        let healing = self.healing.take().ok_or(Quarantine::Impossible)?;
        let (healing, chain) = healing.heal(&secret, &offered.2, &ciphertext);
        self.healing = Some(healing);
        self.following = Some(Epoch::new(chain));
        Ok(())
    }

    /// Take keys of the `count` awaited cells after the first `skip`, of the current epoch.
    pub(crate) fn watch(&self, skip: usize, count: usize) -> impl Iterator<Item = TakeKey> {
        takes(&self.current, skip, count)
    }

    /// The same of the following epoch, where there is one.
    pub(crate) fn watch_following(&self, skip: usize, count: usize) -> impl Iterator<Item = TakeKey> {
        self.following.iter().flat_map(move |epoch| takes(epoch, skip, count))
    }

    fn epochs(&self) -> impl Iterator<Item = &Epoch> {
        std::iter::once(&self.current).chain(self.following.as_ref())
    }
}

fn takes(epoch: &Epoch, skip: usize, count: usize) -> impl Iterator<Item = TakeKey> {
    epoch.awaited.values().skip(skip).take(count).map(|awaited| awaited.keys.take_key().duplicate())
}
