//! What the desk has beside items that carries words of its own: one name for each, so that the words can be forgotten.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::ids::{NoteId, OfferId, ProposalId, QuestionId, ReadoutId, TextId};
use crate::words::Name;

/// Something with words that is no item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(rename_all = "kebab-case")]
pub enum Matter {
    /// A private question, with its reply.
    #[n(0)]
    Question(#[n(0)] QuestionId),
    /// A proposal.
    #[n(1)]
    Proposal(#[n(0)] ProposalId),
    /// An offer.
    #[n(2)]
    Offer(#[n(0)] OfferId),
    /// A readout.
    #[n(3)]
    Readout(#[n(0)] ReadoutId),
    /// A single negotiating text, with its comments.
    #[n(4)]
    Text(#[n(0)] TextId),
    /// A note of the world outside.
    #[n(5)]
    Note(#[n(0)] NoteId),
}

impl Matter {
    /// The sixteen bytes that name it here.
    #[must_use]
    pub const fn name(&self) -> Name {
        match self {
            Self::Question(id) => id.0,
            Self::Proposal(id) => id.0,
            Self::Offer(id) => id.0,
            Self::Readout(id) => id.0,
            Self::Text(id) => id.0,
            Self::Note(id) => id.0,
        }
    }
}
