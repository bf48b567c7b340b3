//! What a party's office has beside items: pairs, proposals, offers, readouts, negotiating texts, as the desk showed them
//! to it, and what it said to each. Of what the other side said to them there is nothing here.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use super::state::Author;
use crate::civil::{Civil, Day};
use crate::conveyance::Tie;
use crate::ids::{
    ActId, ChannelHandle, ItemId, NoteId, OfferHandle, ProposalHandle, QuestionId, ReadoutHandle, TextHandle,
};
use crate::naming;
use crate::sealed::Blind;
use crate::vocabulary::{OfferState, ReadoutState};
use crate::words::Name;

/// A pair of parallel declarations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// In which order it came.
    pub number: u64,
    /// Its channel.
    pub channel: ChannelHandle,
    /// When it ends by itself.
    pub lapses: Option<Civil>,
    /// What this party lodged for it: from which of its offices, and as which item.
    pub declared: Option<(Author, ItemId)>,
    /// What opens the declaration of this office.
    pub(super) blind: Option<Blind>,
    /// Whether all have lodged theirs and are to open them.
    pub asked: bool,
    /// Whether it ended not completed.
    pub ended: bool,
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// In which order it came.
    pub number: u64,
    /// Its number among the proposals of its channel, from 1.
    pub in_channel: u32,
    /// Its channel.
    pub channel: ChannelHandle,
    /// The options, the first being number 1.
    pub options: Vec<String>,
    /// From when on answers are opened.
    pub opens_at: Civil,
    /// When what all would take is shown.
    pub reveal_at: Civil,
    /// From which of its offices this party answered.
    pub answered: Option<Author>,
    /// What this office would take, where it is this one that answered; and what opens that.
    pub sealed: Option<(Vec<u8>, Blind)>,
    /// Whether this office opened its answer.
    pub opened: bool,
    /// The options that all would take, once they are shown.
    pub common: Option<Vec<u8>>,
}

impl Proposal {
    /// Whether an answer is awaited at this moment.
    #[must_use]
    pub fn waits(&self, now: Civil) -> bool {
        self.answered.is_none() && self.common.is_none() && now < self.reveal_at
    }
}

/// An offer of the desk's good offices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// In which order it came.
    pub number: u64,
    /// Its channel.
    pub channel: ChannelHandle,
    /// The words.
    pub text: String,
    /// From when on it stands no longer.
    pub lapses: Civil,
    /// Which office of this party answered, and whether it took it up.
    pub answered: Option<(Author, bool)>,
}

impl Offer {
    /// How it stands at this moment.
    #[must_use]
    pub fn state_at(&self, now: Civil) -> OfferState {
        match &self.answered {
            Some((_, true)) => OfferState::TakenUp,
            Some((_, false)) => OfferState::Declined,
            None if now >= self.lapses => OfferState::Lapsed,
            None => OfferState::Open,
        }
    }
}

/// A readout that concerns this party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readout {
    /// In which order it came.
    pub number: u64,
    /// The text, as it was drafted last.
    pub text: String,
    /// Which draft it is, from 1.
    pub revision: u32,
    /// What it mentions, of what this office knows.
    pub mentions: Vec<Tie>,
    /// When something was last done with it, as far as this office knows: drafted, cleared, objected to, published, withdrawn.
    pub stirred: Civil,
    /// Which office of this party cleared this draft, or objected to it.
    pub cleared: Option<(Author, bool)>,
    /// The day on which it was published.
    pub published: Option<Day>,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
}

impl Readout {
    /// How it stands, as far as this party is concerned.
    #[must_use]
    pub const fn state(&self) -> ReadoutState {
        if self.withdrawn {
            return ReadoutState::Withdrawn;
        }
        if self.published.is_some() {
            return ReadoutState::Published;
        }
        match &self.cleared {
            Some((_, true)) => ReadoutState::Cleared,
            Some((_, false)) => ReadoutState::ObjectedTo,
            None => ReadoutState::AwaitingClearance,
        }
    }
}

/// A single negotiating text of the desk's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NegotiatingText {
    /// In which order it came.
    pub number: u64,
    /// Its channel.
    pub channel: ChannelHandle,
    /// When something was last done with it: tabled, commented, or its channel closed.
    pub stirred: Civil,
    /// Its versions, by their numbers from 1.
    pub versions: BTreeMap<u32, String>,
    /// What this party said to them, in order, to the desk alone.
    pub comments: Vec<Comment>,
}

impl NegotiatingText {
    /// Whether it was not forgotten.
    pub(super) fn has_words(&self) -> bool {
        self.versions.values().any(|words| !words.is_empty()) || self.comments.iter().any(|one| !one.words.is_empty())
    }
}

/// What this party said to a version of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// By which act, where it is this office's.
    pub act: Option<ActId>,
    /// From which of its offices.
    pub by: Author,
    /// To which version.
    pub version: u32,
    /// What.
    pub words: String,
}

/// Something that was said in public of what this party knows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Disclosed {
    /// Of which.
    pub of: Vec<Tie>,
    /// Where.
    pub occasion: String,
    /// On which day.
    pub on: Day,
}

impl Disclosed {
    /// What it is named by here: what was said of the same on one day goes by one name.
    #[must_use]
    pub fn name(&self) -> NoteId {
        naming::disclosed(&self.of, self.on)
    }
}

/// What this party itself published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnReadout {
    /// In which order it came.
    pub number: u64,
    /// The text.
    pub text: String,
    /// When.
    pub on: Civil,
}

/// Something with words that is neither an item nor something conveyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(rename_all = "kebab-case")]
pub enum Matter {
    /// A private question, with its reply.
    #[n(0)]
    Question(#[n(0)] QuestionId),
    /// A proposal.
    #[n(1)]
    Proposal(#[n(0)] ProposalHandle),
    /// An offer.
    #[n(2)]
    Offer(#[n(0)] OfferHandle),
    /// A readout.
    #[n(3)]
    Readout(#[n(0)] ReadoutHandle),
    /// A single negotiating text, with this party's comments.
    #[n(4)]
    Text(#[n(0)] TextHandle),
    /// What was said in public on a day, of what this party knows.
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
