//! What happened at a party's office: what it said to the desk, what it heard from the desk, and what it did with the
//! words by itself. There is nothing else for it to know, and so nothing else of the other side can be in it.

use minicbor::{Decode, Encode};

use crate::civil::Civil;
use crate::ids::{ConveyedId, ItemId};
use crate::letters::{ToDesk, ToParty};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
#[allow(clippy::large_enum_variant, reason = "events are handled one at a time")]
pub enum Event {
    /// This office said something to the desk.
    #[n(1)]
    Said {
        /// When.
        #[n(0)]
        on: Civil,
        /// What.
        #[n(1)]
        letter: ToDesk,
    },
    /// The desk said something to this office.
    #[n(2)]
    Heard {
        /// When.
        #[n(0)]
        on: Civil,
        /// What.
        #[n(1)]
        letter: ToParty,
    },
    /// What was conveyed was read here; nobody else is told.
    #[n(3)]
    Read {
        /// What was conveyed.
        #[n(0)]
        conveyed: ConveyedId,
    },
    /// An item's words are gone from here.
    #[n(4)]
    ErasedItem {
        /// The item.
        #[n(0)]
        item: ItemId,
    },
    /// A conveyed item's words are gone from here.
    #[n(5)]
    ErasedConveyed {
        /// What was conveyed.
        #[n(0)]
        conveyed: ConveyedId,
    },
}

impl Event {
    /// The kind of the event, for a log: it tells nothing of what is in it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Said { .. } => "said",
            Self::Heard { .. } => "heard",
            Self::Read { .. } => "read",
            Self::ErasedItem { .. } => "erased-item",
            Self::ErasedConveyed { .. } => "erased-conveyed",
        }
    }
}
