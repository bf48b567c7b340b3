//! What an office writes in its journal: the events of its channel machine, and a few of its own.

use channel::envelope::Written;
use channel::{desk, party};
use minicbor::{Decode, Encode};

use crate::vault::{BodyId, encode};

/// One event of an office.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Of the office itself.
    Office(OfficeEvent),
    /// Of the desk's machine.
    Desk(desk::Event),
    /// Of a party's machine.
    Party(party::Event),
}

/// Where a hub is and how to know it.
#[derive(Clone, PartialEq, Eq, Encode, Decode)]
pub struct HubPlace {
    /// Host and port.
    #[n(0)]
    pub place: String,
    /// SHA-256 of the hub's public key.
    #[cbor(n(1), with = "minicbor::bytes")]
    pub pin: [u8; 32],
    /// What admits deposits.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub pass: [u8; 32],
}

impl std::fmt::Debug for HubPlace {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("HubPlace(..)")
    }
}

/// Events that are not the channel's.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum OfficeEvent {
    /// The office was founded as a desk or as a party's office.
    #[n(0)]
    Founded {
        /// A desk, or a party's office.
        #[n(0)]
        desk: bool,
        /// Made for a rehearsal: its clock may be set and faults may be played.
        #[n(1)]
        rehearsal: bool,
    },
    /// The hub that new lines go by.
    #[n(1)]
    HubSet {
        /// The hub.
        #[n(0)]
        hub: HubPlace,
    },
    /// A seat was invited; the invitation lapses.
    #[n(2)]
    Invited {
        /// The line's number.
        #[n(0)]
        line: u32,
        /// Civil seconds.
        #[n(1)]
        until: i64,
    },
    /// A letter made no sense and was set aside; the line went on.
    #[n(3)]
    SetAside {
        /// The line's number.
        #[n(0)]
        line: u32,
        /// The letter's number on it.
        #[n(1)]
        letter: u64,
        /// Why, in a sentence.
        #[n(2)]
        reason: String,
    },
    /// This office had been put back to an older state: the peer has letters that it does not know it sent.
    #[n(4)]
    Restored {
        /// The line's number.
        #[n(0)]
        line: u32,
        /// How many of our letters the peer has.
        #[n(1)]
        peer_has: u64,
        /// How many of them this office still knew of; none where an old record does not tell.
        #[n(2)]
        had_sent: Option<u64>,
    },
    /// The peer had been put back to an older state and was sent the rest again.
    #[n(5)]
    PeerRestored {
        /// The line's number.
        #[n(0)]
        line: u32,
        /// How many of our letters it still had.
        #[n(1)]
        peer_has: u64,
    },
    /// The first exchange on a line was completed.
    #[n(6)]
    Joined {
        /// The line's number.
        #[n(0)]
        line: u32,
    },
    /// A readout that was published was signed.
    #[n(7)]
    ReadoutSigned {
        /// The readout's id here.
        #[cbor(n(0), with = "minicbor::bytes")]
        readout: [u8; 16],
        /// The signature, in armour.
        #[n(1)]
        signature: String,
    },
    /// A passphrase opens the vault from now on, in the place of its holder's earlier one.
    #[n(8)]
    Admitted {
        /// Whose: an officer's name; nothing at a party's office.
        #[n(0)]
        holder: String,
        /// By whom.
        #[n(1)]
        by: String,
    },
    /// Somebody's passphrase opens the vault no longer.
    #[n(9)]
    Dismissed {
        /// Whose.
        #[n(0)]
        holder: String,
        /// By whom.
        #[n(1)]
        by: String,
    },
    /// The peer showed a letter that this office had said before it was restored.
    #[n(10)]
    Shown {
        /// The line's number.
        #[n(0)]
        line: u32,
    },
}

const OFFICE: u8 = 0;
const DESK: u8 = 1;
const PARTY: u8 = 2;
const VERSION: u8 = 1;

#[derive(Encode, Decode)]
struct Envelope {
    #[n(0)]
    version: u8,
    #[n(1)]
    kind: u8,
    #[cbor(n(2), with = "minicbor::bytes")]
    body: Vec<u8>,
}

/// The bytes are not an event of any version that this program knows.
#[derive(Debug, thiserror::Error)]
#[error("not an event that this version can read")]
pub struct Unreadable;

impl Event {
    /// The bytes that the journal keeps.
    pub fn encode(&self) -> Vec<u8> {
        let (kind, body) = match self {
            Self::Office(event) => (OFFICE, encode(event)),
            Self::Desk(event) => (DESK, Written::encode(event)),
            Self::Party(event) => (PARTY, Written::encode(event)),
        };
        encode(&Envelope { version: VERSION, kind, body })
    }

    /// Reads what [`Event::encode`] of this or an earlier version wrote.
    pub fn decode(bytes: &[u8]) -> Result<Self, Unreadable> {
        let envelope: Envelope = minicbor::decode(bytes).map_err(|_| Unreadable)?;
        match (envelope.version, envelope.kind) {
            (VERSION, OFFICE) => minicbor::decode(&envelope.body).map(Self::Office).map_err(|_| Unreadable),
            (VERSION, DESK) => <desk::Event as Written>::decode(&envelope.body).map(Self::Desk).map_err(|_| Unreadable),
            (VERSION, PARTY) => {
                <party::Event as Written>::decode(&envelope.body).map(Self::Party).map_err(|_| Unreadable)
            }
            _ => Err(Unreadable),
        }
    }

    /// The item whose words it carries, if any.
    pub fn item(&self) -> Option<BodyId> {
        match self {
            Self::Office(_) => None,
            Self::Desk(event) => event.item(),
            Self::Party(event) => event.item(),
        }
    }

    /// The item whose words this event erases, if it is an erasure.
    pub fn erased(&self) -> Option<BodyId> {
        match self {
            Self::Office(_) => None,
            Self::Desk(event) => event.erased(),
            Self::Party(event) => event.erased(),
        }
    }

    /// The same event with every person's words left out.
    pub fn without_words(&self) -> Self {
        match self {
            Self::Office(event) => Self::Office(event.clone()),
            Self::Desk(event) => Self::Desk(event.without_words()),
            Self::Party(event) => Self::Party(event.without_words()),
        }
    }
}
