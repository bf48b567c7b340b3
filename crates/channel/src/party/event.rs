//! What happened at a party's office: what it said to the desk, what it heard from the desk, and what it did with the
//! words by itself. There is nothing else for it to know, and so nothing else of the other side can be in it.

use minicbor::{Decode, Encode};

use super::matters::Matter;
use crate::civil::Civil;
use crate::content::Content;
use crate::ids::{ChannelHandle, ConveyedId, ItemId, PairHandle, ProposalHandle, ReadoutHandle};
use crate::letters::{ToDesk, ToParty};
use crate::sealed::Blind;

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
    /// This office made a declaration, sealed; the desk has what binds to it.
    #[n(6)]
    Declared {
        /// The declaration.
        #[n(0)]
        item: ItemId,
        /// Its channel.
        #[n(1)]
        channel: ChannelHandle,
        /// Its pair.
        #[n(2)]
        pair: PairHandle,
        /// What is declared.
        #[n(3)]
        content: Content,
        /// What opens it.
        #[n(4)]
        blind: Blind,
        /// When.
        #[n(5)]
        on: Civil,
    },
    /// This office answered a proposal, sealed; the desk has what binds to it.
    #[n(7)]
    Answered {
        /// The proposal.
        #[n(0)]
        proposal: ProposalHandle,
        /// What it would take.
        #[n(1)]
        takes: Vec<u8>,
        /// What opens it.
        #[n(2)]
        blind: Blind,
    },
    /// For how many days words are kept after their end; for ever if there is no number.
    #[n(8)]
    RetentionSet {
        /// The days.
        #[n(0)]
        days: Option<u32>,
    },
    /// The words of something that is neither an item nor conveyed are gone.
    #[n(9)]
    Forgotten {
        /// What.
        #[n(0)]
        matter: Matter,
    },
    /// This party published a readout of its own.
    #[n(10)]
    PublishedOwn {
        /// The readout.
        #[n(0)]
        readout: ReadoutHandle,
        /// The text.
        #[n(1)]
        text: String,
        /// When.
        #[n(2)]
        on: Civil,
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
            Self::Declared { .. } => "declared",
            Self::Answered { .. } => "answered",
            Self::RetentionSet { .. } => "retention-set",
            Self::Forgotten { .. } => "forgotten",
            Self::PublishedOwn { .. } => "published-own",
        }
    }
}
