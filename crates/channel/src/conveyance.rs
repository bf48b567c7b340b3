//! What is conveyed: exactly what an addressee's office receives, and therefore all that crosses from one side to the
//! other. Nothing here names a party, a channel or an item as anyone but the addressee knows it.

use minicbor::{Decode, Encode};

use crate::civil::Civil;
use crate::content::Wording;
use crate::ids::{ChannelHandle, ConveyedId, ItemId, PairHandle};
use crate::vocabulary::{Form, OwnWords, Precedence};

/// From whom something is, to its addressee.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(map)]
pub enum Origin {
    /// The desk, in its own words.
    #[n(0)]
    Desk,
    /// Another party of the channel, by the number that the addressee knows it by.
    #[n(1)]
    Other(#[n(0)] u8),
}

/// What a conveyed item is tied to, as the addressee knows that.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
#[cbor(map)]
pub enum Tie {
    /// An item that the addressee lodged.
    #[n(0)]
    Own(#[n(0)] ItemId),
    /// An item that was conveyed to the addressee before.
    #[n(1)]
    Had(#[n(0)] ConveyedId),
}

/// A conveyed item, whole.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Conveyance {
    /// Its name at this seat, from [`crate::naming`].
    #[n(0)]
    pub id: ConveyedId,
    /// The channel, as this seat knows it.
    #[n(1)]
    pub channel: ChannelHandle,
    /// From whom.
    #[n(2)]
    pub from: Origin,
    /// In which form.
    #[n(3)]
    pub form: Form,
    /// The released words.
    #[n(4)]
    pub wording: Wording,
    /// As of when it is said.
    #[n(5)]
    pub as_of: Option<Civil>,
    /// From when on it is void.
    #[n(6)]
    pub lapses: Civil,
    /// How urgent.
    #[n(7)]
    pub precedence: Precedence,
    /// In which language.
    #[n(8)]
    pub language: Option<String>,
    /// What it answers.
    #[n(9)]
    pub answers: Option<Tie>,
    /// What it says again.
    #[n(10)]
    pub reaffirms: Option<Tie>,
    /// What it replaces.
    #[n(11)]
    pub supersedes: Option<Tie>,
    /// What it is, where it is the desk's own words.
    #[n(12)]
    pub own: Option<OwnWords>,
    /// Whether the same text goes to other parties too.
    #[cbor(n(13), skip_if = "is_false")]
    pub to_several: bool,
    /// Whether it is the desk's note of what it was told, which its sender has not confirmed.
    #[cbor(n(14), skip_if = "is_false")]
    pub unconfirmed: bool,
    /// The pair of declarations of which it is one.
    #[n(15)]
    pub pair: Option<PairHandle>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "a predicate over a field takes a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}

/// The desk's correction of words that it had conveyed.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Correction {
    /// Its own name at this seat.
    #[n(0)]
    pub id: ConveyedId,
    /// The conveyed item whose words it replaces.
    #[n(1)]
    pub of: ConveyedId,
    /// The words that should have been conveyed.
    #[n(2)]
    pub wording: Wording,
}

/// Word that a condition of a conveyed item has been invoked by its author.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct InvocationNotice {
    /// Its own name at this seat.
    #[n(0)]
    pub id: ConveyedId,
    /// The conveyed item.
    #[n(1)]
    pub of: ConveyedId,
    /// The number of the condition, from 1, among those conveyed.
    #[n(2)]
    pub condition: u8,
}
