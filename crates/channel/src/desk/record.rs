//! What the desk's events are made of: who acted, whose an item is, what it is tied to, its words, what was sent where.

use std::collections::BTreeSet;

use minicbor::{Decode, Encode};

use crate::civil::Civil;
use crate::content::{Content, Wording};
use crate::ids::{ChannelId, ConveyedId, ItemId, PartyId, RenditionId, SeatId};
use crate::vocabulary::{Act, Handling, OwnWords};

/// Who acted.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub enum By {
    /// An officer of the desk.
    #[n(0)]
    Officer(#[n(0)] String),
    /// A party's office.
    #[n(1)]
    Seat(#[n(0)] SeatId),
}

/// The envoy's mandate, as the desk holds it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Mandate {
    /// In what capacity.
    #[n(0)]
    pub title: String,
    /// For which channels.
    #[n(1)]
    pub channels: BTreeSet<ChannelId>,
    /// For which acts.
    #[n(2)]
    pub may: BTreeSet<Act>,
    /// Until when.
    #[n(3)]
    pub until: Option<Civil>,
    /// Whether the principal countersigns what the envoy lodges.
    #[n(4)]
    pub countersign: bool,
    /// Whether the principal has revoked it.
    #[n(5)]
    pub revoked: bool,
}

/// Whose words an item is.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub enum Author {
    /// The desk's own, by the hand of an officer.
    #[n(0)]
    Desk {
        /// The officer.
        #[n(0)]
        officer: String,
    },
    /// A party's, from one of its offices.
    #[n(1)]
    Party {
        /// The party.
        #[n(0)]
        party: PartyId,
        /// The office.
        #[n(1)]
        seat: SeatId,
    },
    /// The desk's note of what a party told it by voice, which that party has not confirmed: the desk's words about it.
    #[n(2)]
    Told {
        /// The party.
        #[n(0)]
        party: PartyId,
        /// The officer who wrote it down.
        #[n(1)]
        officer: String,
    },
}

/// What an item is tied to, as the desk knows it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Ties {
    /// The item it answers.
    #[n(0)]
    pub answers: Option<ItemId>,
    /// The item it says again.
    #[n(1)]
    pub reaffirms: Option<ItemId>,
    /// The item it replaces.
    #[n(2)]
    pub supersedes: Option<ItemId>,
}

/// An item as it came in.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Lodged {
    /// The item.
    #[n(0)]
    pub item: ItemId,
    /// Its channel.
    #[n(1)]
    pub channel: ChannelId,
    /// Whose it is.
    #[n(2)]
    pub author: Author,
    /// What it says.
    #[n(3)]
    pub content: Content,
    /// To whom.
    #[n(4)]
    pub to: Vec<PartyId>,
    /// How the words are to be handled.
    #[n(5)]
    pub handling: Handling,
    /// Whether the author has to approve the words.
    #[n(6)]
    pub approve: bool,
    /// Not to be conveyed before.
    #[n(7)]
    pub not_before: Option<Civil>,
    /// Not to be conveyed after.
    #[n(8)]
    pub not_after: Option<Civil>,
    /// What it is tied to.
    #[n(9)]
    pub ties: Ties,
    /// Whether it is for the desk alone.
    #[n(10)]
    pub confided: bool,
    /// When it came in.
    #[n(11)]
    pub on: Civil,
    /// What it is, where it is the desk's own words.
    #[n(12)]
    pub own: Option<OwnWords>,
}

/// How an item stands when it comes in, and what ends it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Standing {
    /// With the desk.
    #[n(0)]
    Open,
    /// The principal has to countersign it.
    #[n(1)]
    AwaitingCountersign,
    /// The envoy's mandate was over.
    #[n(2)]
    Held,
    /// Handed back.
    #[n(3)]
    Returned,
    /// Taken back.
    #[n(4)]
    Recalled,
    /// Superseded, or its channel closed, before it was conveyed.
    #[n(5)]
    Voided,
}

/// Words in which an item may be conveyed to some of its addressees.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Rendition {
    /// Computed from what follows.
    #[n(0)]
    pub id: RenditionId,
    /// For whom.
    #[n(1)]
    pub to: Vec<PartyId>,
    /// The words.
    #[n(2)]
    pub wording: Wording,
    /// By which officer; none where an old record tells only that it was so.
    #[n(3)]
    pub officer: Option<String>,
    /// The rendition that it corrects.
    #[n(4)]
    pub corrects: Option<RenditionId>,
}

/// What is sent to one seat by a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub enum Carries {
    /// The item, in a rendition.
    #[n(0)]
    Item {
        /// Its words.
        #[n(0)]
        rendition: RenditionId,
    },
    /// A correction of what was conveyed.
    #[n(1)]
    Correction {
        /// Its words.
        #[n(0)]
        rendition: RenditionId,
        /// What is corrected, at this seat.
        #[n(1)]
        of: ConveyedId,
    },
    /// Word that a condition was invoked.
    #[n(2)]
    Invocation {
        /// The number of the condition.
        #[n(0)]
        condition: u8,
        /// What it is a condition of, at this seat.
        #[n(1)]
        of: ConveyedId,
    },
}

/// One declaration of a pair, on its way to one seat.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct PairDispatch {
    /// The declaration.
    #[n(0)]
    pub item: ItemId,
    /// To whom, under which id.
    #[n(1)]
    pub dispatch: Dispatch,
}

/// What a look at a press text found: an item whose words it may have.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Match {
    /// The item.
    #[n(0)]
    pub item: ItemId,
    /// Whether the likeness is to the authentic text; to released words otherwise.
    #[n(1)]
    pub authentic: bool,
    /// How like, from 0 to 100.
    #[n(2)]
    pub likeness: u8,
    /// The places in the press text, in bytes, in order.
    #[n(3)]
    pub places: Vec<Place>,
    /// Who had been told these words.
    #[n(4)]
    pub told: Vec<PartyId>,
}

/// A place in a text: its first byte, and the first after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(map)]
pub struct Place {
    /// Where it begins.
    #[n(0)]
    pub from: u32,
    /// Where it is over.
    #[n(1)]
    pub to: u32,
}

impl Place {
    pub(crate) fn of(place: &std::ops::Range<usize>) -> Self {
        let index = |at: usize| u32::try_from(at).unwrap_or(u32::MAX);
        Self { from: index(place.start), to: index(place.end) }
    }
}

impl Author {
    /// The party that it is of; none for the desk's own.
    #[must_use]
    pub const fn party(&self) -> Option<PartyId> {
        match self {
            Self::Desk { .. } => None,
            Self::Party { party, .. } | Self::Told { party, .. } => Some(*party),
        }
    }
}

/// One letter of a release: to one seat, under one id.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Dispatch {
    /// To which seat.
    #[n(0)]
    pub seat: SeatId,
    /// Of which addressee.
    #[n(1)]
    pub party: PartyId,
    /// Under which id there.
    #[n(2)]
    pub id: ConveyedId,
    /// What.
    #[n(3)]
    pub carries: Carries,
    /// Whether the seat is known to have it from before this desk was restored.
    #[n(4)]
    pub had: bool,
}
