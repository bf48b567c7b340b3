//! The ratchets of a session, one per direction: a chain gives each cell its keys and forgets them, and a
//! re-key mixes a fresh X-Wing secret into the root of the next epoch's chain.

use sha2::{Digest, Sha256};

use crate::cell::{CellKeys, Place};
use crate::kem::{Ciphertext, PublicKey};
use crate::key::extract;
use crate::{Direction, Key, derive_key};

/// The chain of one epoch. Each step gives the keys of one cell and forgets what they came from.
pub struct Chain {
    key: Key,
    direction: Direction,
    epoch: u64,
    next: u64,
}

impl Chain {
    /// The keys of the next cell.
    pub fn step(&mut self) -> CellKeys {
        let keys = CellKeys::derive(&self.key, Place::Session(self.direction, self.epoch, self.next));
        self.key = derive_key(&self.key, "next", &[]);
        self.next += 1;
        keys
    }

    /// The index of the cell that the next step is for.
    pub fn next(&self) -> u64 {
        self.next
    }

    /// The epoch that it belongs to.
    pub fn epoch(&self) -> u64 {
        self.epoch
    }
}

/// What the next epoch grows from. It leads to no key of its own epoch.
pub struct Healing {
    key: Key,
    direction: Direction,
    epoch: u64,
}

impl Healing {
    /// Epoch 0 of one direction, from the root of a session.
    pub fn begin(root: &Key, direction: Direction) -> (Healing, Chain) {
        Healing::split(&derive_key(root, "direction", &[direction.byte()]), direction, 0)
    }

    /// The next epoch, from a secret that was encapsulated to `offer` in `ciphertext`.
    pub fn heal(self, secret: &Key, offer: &PublicKey, ciphertext: &Ciphertext) -> (Healing, Chain) {
        let epoch = self.epoch + 1;
        let mut transcript = Sha256::new();
        transcript.update(b"good offices re-key/1");
        transcript.update([self.direction.byte()]);
        transcript.update(epoch.to_be_bytes());
        transcript.update(offer.as_bytes());
        transcript.update(ciphertext.as_bytes());
        let root = extract(&transcript.finalize(), &[&self.key, secret]);
        Healing::split(&root, self.direction, epoch)
    }

    fn split(root: &Key, direction: Direction, epoch: u64) -> (Healing, Chain) {
        let healing = Healing { key: derive_key(root, "healing", &[]), direction, epoch };
        (healing, Chain { key: derive_key(root, "chain", &[]), direction, epoch, next: 0 })
    }
}
