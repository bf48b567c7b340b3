//! What a party's office writes to the desk.

use minicbor::{Decode, Encode};

use crate::civil::Civil;
use crate::content::{Content, Lodging, Mandate};
use crate::ids::{
    ActId, ChannelHandle, ConveyedId, ItemId, OfferHandle, PairHandle, ProposalHandle, QuestionId, ReadoutHandle,
    RenditionId, TextHandle,
};
use crate::sealed::{Blind, Commitment};
use crate::vocabulary::Disposition;

/// From a party's office to the desk. Every one is an act, under an id of its own.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
#[allow(missing_docs, reason = "the fields are those of the types they have and of the commands they come from")]
#[allow(clippy::large_enum_variant, reason = "these are handled one at a time")]
pub enum ToDesk {
    /// The principal appoints an envoy.
    #[n(1)]
    Appoint {
        #[n(0)]
        act: ActId,
        #[n(1)]
        mandate: Mandate,
    },
    /// The principal revokes an envoy's mandate.
    #[n(2)]
    Revoke {
        #[n(0)]
        act: ActId,
        #[n(1)]
        envoy: String,
    },
    /// An item, with the instruction to convey it.
    #[n(3)]
    Lodge {
        #[n(0)]
        act: ActId,
        #[n(1)]
        lodging: Lodging,
    },
    /// Something for the desk alone.
    #[n(4)]
    Confide {
        #[n(0)]
        act: ActId,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        channel: ChannelHandle,
        #[n(3)]
        text: String,
        #[n(4)]
        lapses: Civil,
    },
    /// The principal countersigns what an envoy lodged.
    #[n(5)]
    Countersign {
        #[n(0)]
        act: ActId,
        #[n(1)]
        item: ItemId,
    },
    /// The author takes an item back.
    #[n(6)]
    Recall {
        #[n(0)]
        act: ActId,
        #[n(1)]
        item: ItemId,
    },
    /// The author approves these very words.
    #[n(7)]
    Approve {
        #[n(0)]
        act: ActId,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        renditions: Vec<RenditionId>,
    },
    /// The author objects to these very words.
    #[n(8)]
    Object {
        #[n(0)]
        act: ActId,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        renditions: Vec<RenditionId>,
        #[n(3)]
        reason: Option<String>,
    },
    /// The party gives or withholds leave to use what it confided.
    #[n(9)]
    Leave {
        #[n(0)]
        act: ActId,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        given: bool,
    },
    /// What the party does with what was conveyed to it.
    #[n(10)]
    Dispose {
        #[n(0)]
        act: ActId,
        #[n(1)]
        conveyed: ConveyedId,
        #[n(2)]
        disposition: Disposition,
    },
    /// A condition of an item of its own has come about.
    #[n(11)]
    Invoke {
        #[n(0)]
        act: ActId,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        condition: u8,
    },
    /// An answer to a private question.
    #[n(12)]
    Reply {
        #[n(0)]
        act: ActId,
        #[n(1)]
        question: QuestionId,
        #[n(2)]
        text: String,
    },
    /// A declaration for a pair: what binds to it, and not its words.
    #[n(13)]
    Declare {
        #[n(0)]
        act: ActId,
        #[n(1)]
        pair: PairHandle,
        #[n(2)]
        item: ItemId,
        #[n(3)]
        lapses: Civil,
        #[n(4)]
        commitment: Commitment,
    },
    /// The words of a declaration, opened after all have lodged theirs. The office says this by itself.
    #[n(14)]
    OpenDeclaration {
        #[n(0)]
        act: ActId,
        #[n(1)]
        pair: PairHandle,
        #[n(2)]
        item: ItemId,
        #[n(3)]
        content: Content,
        #[n(4)]
        blind: Blind,
    },
    /// An answer to a proposal: what binds to it, and not the answer.
    #[n(15)]
    Answer {
        #[n(0)]
        act: ActId,
        #[n(1)]
        proposal: ProposalHandle,
        #[n(2)]
        commitment: Commitment,
    },
    /// The answer, opened at its time. The office says this by itself.
    #[n(16)]
    OpenAnswer {
        #[n(0)]
        act: ActId,
        #[n(1)]
        proposal: ProposalHandle,
        #[n(2)]
        takes: Vec<u8>,
        #[n(3)]
        blind: Blind,
    },
    /// The party takes up an offer, or declines it.
    #[n(17)]
    AnswerOffer {
        #[n(0)]
        act: ActId,
        #[n(1)]
        offer: OfferHandle,
        #[n(2)]
        taken_up: bool,
    },
    /// The party clears a readout, or objects to it.
    #[n(18)]
    Clear {
        #[n(0)]
        act: ActId,
        #[n(1)]
        readout: ReadoutHandle,
        #[n(2)]
        revision: u32,
        #[n(3)]
        cleared: bool,
        #[n(4)]
        reason: Option<String>,
    },
    /// The party confirms what the desk wrote down for it, or says that it did not say so.
    #[n(19)]
    Confirm {
        #[n(0)]
        act: ActId,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        confirmed: bool,
        #[n(3)]
        reason: Option<String>,
    },
    /// A comment on a single negotiating text, for the desk alone.
    #[n(20)]
    Comment {
        #[n(0)]
        act: ActId,
        #[n(1)]
        text: TextHandle,
        #[n(2)]
        version: u32,
        #[n(3)]
        words: String,
    },
    /// An oral message was read; the desk alone is told.
    #[n(21)]
    HasRead {
        #[n(0)]
        act: ActId,
        #[n(1)]
        conveyed: ConveyedId,
    },
}

impl ToDesk {
    /// The act that the letter is.
    #[must_use]
    pub const fn act(&self) -> ActId {
        match self {
            Self::Appoint { act, .. }
            | Self::Revoke { act, .. }
            | Self::Lodge { act, .. }
            | Self::Confide { act, .. }
            | Self::Countersign { act, .. }
            | Self::Recall { act, .. }
            | Self::Approve { act, .. }
            | Self::Object { act, .. }
            | Self::Leave { act, .. }
            | Self::Dispose { act, .. }
            | Self::Invoke { act, .. }
            | Self::Reply { act, .. }
            | Self::Declare { act, .. }
            | Self::OpenDeclaration { act, .. }
            | Self::Answer { act, .. }
            | Self::OpenAnswer { act, .. }
            | Self::AnswerOffer { act, .. }
            | Self::Clear { act, .. }
            | Self::Confirm { act, .. }
            | Self::Comment { act, .. }
            | Self::HasRead { act, .. } => *act,
        }
    }

    /// The kind of the letter, for a log: it tells nothing of what is in it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Appoint { .. } => "appoint",
            Self::Revoke { .. } => "revoke",
            Self::Lodge { .. } => "lodge",
            Self::Confide { .. } => "confide",
            Self::Countersign { .. } => "countersign",
            Self::Recall { .. } => "recall",
            Self::Approve { .. } => "approve",
            Self::Object { .. } => "object",
            Self::Leave { .. } => "leave",
            Self::Dispose { .. } => "dispose",
            Self::Invoke { .. } => "invoke",
            Self::Reply { .. } => "reply",
            Self::Declare { .. } => "declare",
            Self::OpenDeclaration { .. } => "open-declaration",
            Self::Answer { .. } => "answer",
            Self::OpenAnswer { .. } => "open-answer",
            Self::AnswerOffer { .. } => "answer-offer",
            Self::Clear { .. } => "clear",
            Self::Confirm { .. } => "confirm",
            Self::Comment { .. } => "comment",
            Self::HasRead { .. } => "has-read",
        }
    }
}
