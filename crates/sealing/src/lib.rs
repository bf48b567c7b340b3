//! The only place that seals, opens, derives and signs: cells, keys, check words, invitations, published readouts.
//!
//! Every construction is stated in docs/PROTOCOL.md, every primitive has its reason in
//! docs/decisions/0003-sealing-primitives.md, and every derivation has a vector in `vectors/`.
//! Nothing here keeps state between calls, reads a clock or makes its own randomness. Types that hold a
//! secret have no `Debug`, `Clone` or `Serialize`; where a second copy is needed, it is called `duplicate`.
//!
//! | module | what for |
//! |---|---|
//! | [`exchange`] | Hello and Answer: from an enrolment to the root of a session |
//! | [`chain`] | the ratchets of a session: a key for each cell, and healing by re-keys |
//! | [`cell`], [`letter`] | sealing and opening cells, and letters that are held until called |
//! | [`kem`] | X-Wing, with degenerate keys refused |
//! | [`invitation`], [`vault`], [`fidelity`] | armour, rows at rest, fidelity codes |
//! | [`readout`] | signatures of what is published, in OpenSSH's format: the only ones that others see |
//! | [`officer`] | by what an open office knows which officer is at its door |
//! | [`words`] | check words and codes from the BIP39 English list |

pub mod cell;
pub mod chain;
mod enrolment;
pub mod exchange;
pub mod fidelity;
pub mod invitation;
pub mod kem;
mod key;
pub mod letter;
pub mod officer;
mod passphrase;
pub mod readout;
mod signing;
pub mod vault;
pub mod words;

mod aead;

pub use enrolment::Enrolment;
pub use key::{Key, derive_key, keyed_hash};
pub use passphrase::Params;

/// It did not open. One reason for all: a wrong key, a wrong place and damage are not told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("it does not open: the key is another one, or it was damaged or moved")]
pub struct Unopened;

/// The two directions of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// What the desk sends.
    FromDesk,
    /// What the party sends.
    FromParty,
}

impl Direction {
    /// The byte that stands for it in every derivation.
    pub fn byte(self) -> u8 {
        match self {
            Direction::FromDesk => 0,
            Direction::FromParty => 1,
        }
    }

    /// The other one.
    pub fn reverse(self) -> Direction {
        match self {
            Direction::FromDesk => Direction::FromParty,
            Direction::FromParty => Direction::FromDesk,
        }
    }
}
