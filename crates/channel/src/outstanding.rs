//! The board of what is outstanding: what waits for an act of the office that reads it, and for nobody else's.

use crate::ids::{ConveyedId, ItemId, OfferHandle, ProposalHandle, QuestionId, ReadoutHandle};
use crate::vocabulary::{Precedence, Waiting};

/// One matter on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outstanding {
    /// What it waits for.
    pub what: Waiting,
    /// What waits.
    pub id: Thing,
    /// How urgent it is.
    pub precedence: Precedence,
    /// The same in a sentence.
    pub why: &'static str,
}

/// What a matter on the board is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Thing {
    /// An item, as its author and the desk name it.
    Item(ItemId),
    /// A conveyed item, as its addressee names it.
    Conveyed(ConveyedId),
    /// A proposal, at a party.
    Proposal(ProposalHandle),
    /// An offer, at a party.
    Offer(OfferHandle),
    /// A readout, at a party.
    Readout(ReadoutHandle),
    /// A private question, at a party.
    Question(QuestionId),
}

impl std::fmt::Display for Thing {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Item(id) => id.fmt(out),
            Self::Conveyed(id) => id.fmt(out),
            Self::Proposal(id) => id.fmt(out),
            Self::Offer(id) => id.fmt(out),
            Self::Readout(id) => id.fmt(out),
            Self::Question(id) => id.fmt(out),
        }
    }
}

impl Outstanding {
    /// That something waits, in its turn.
    #[must_use]
    pub const fn new(what: Waiting, id: Thing) -> Self {
        Self::urgent(what, id, Precedence::Routine)
    }

    /// That something waits, and how urgent it is.
    #[must_use]
    pub const fn urgent(what: Waiting, id: Thing, precedence: Precedence) -> Self {
        let why = match what {
            Waiting::Response => "it was conveyed to you and has neither been disposed of nor answered",
            Waiting::Approval => "the desk asks you to approve its words",
            Waiting::Countersign => "your envoy's mandate asks for your countersign",
            Waiting::Leave => "the desk asks for leave to use what you confided",
            Waiting::Carriage => "it was lodged and has been neither released nor returned",
            Waiting::Admission => "it came from an envoy whose mandate was over: admit it or return it",
            Waiting::Invocation => "its author invoked a condition: release that or return it",
            Waiting::Correction => "a correction waits for its release",
            Waiting::Confirmation => "the desk wrote down what it was told: confirm it, or say that you did not say so",
            Waiting::Answer => "the desk proposes: answer before the time at which what all would take is shown",
            Waiting::Offer => "the desk offers: take it up, decline it, or leave it",
            Waiting::Clearance => "the desk wants to publish this: clear it, or object to it",
            Waiting::Reply => "the desk asks you in private",
        };
        Self { what, id, precedence, why }
    }
}
