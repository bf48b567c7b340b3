//! What an end of a line is for its whole life: its role, the enrolment secret, its own and the peer's static key.

use sealing::exchange::Ours;
use sealing::kem::{PublicKey, SecretKey};
use sealing::{Direction, Key};

use crate::Role;

pub(crate) struct Identity {
    pub(crate) role: Role,
    pub(crate) enrolment: Key,
    pub(crate) secret: SecretKey,
    pub(crate) public: PublicKey,
    /// Pinned once it is known, for ever.
    pub(crate) peer: Option<PublicKey>,
}

impl Identity {
    pub(crate) fn ours(&self) -> Ours<'_> {
        Ours { enrolment: &self.enrolment, secret: &self.secret, public: &self.public, direction: self.direction() }
    }

    /// The direction that we send in.
    pub(crate) fn direction(&self) -> Direction {
        match self.role {
            Role::Desk => Direction::FromDesk,
            Role::Party => Direction::FromParty,
        }
    }

    /// The static keys of desk and party, once both are known.
    pub(crate) fn both(&self) -> Option<(&PublicKey, &PublicKey)> {
        let peer = self.peer.as_ref()?;
        Some(match self.role {
            Role::Desk => (&self.public, peer),
            Role::Party => (peer, &self.public),
        })
    }
}
