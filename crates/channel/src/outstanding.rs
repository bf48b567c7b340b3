//! The board of what is outstanding: what waits for an act of the office that reads it, and for nobody else's.

use crate::ids::{ConveyedId, ItemId};
use crate::vocabulary::Waiting;

/// One matter on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Outstanding {
    /// What it waits for.
    pub what: Waiting,
    /// What waits.
    pub id: Thing,
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
}

impl Outstanding {
    /// That something waits.
    #[must_use]
    pub const fn new(what: Waiting, id: Thing) -> Self {
        let why = match what {
            Waiting::Response => "it was conveyed to you and has neither been disposed of nor answered",
            Waiting::Approval => "the desk asks you to approve its words",
            Waiting::Countersign => "your envoy's mandate asks for your countersign",
            Waiting::Leave => "the desk asks for leave to use what you confided",
            Waiting::Carriage => "it was lodged and has been neither released nor returned",
            Waiting::Admission => "it came from an envoy whose mandate was over: admit it or return it",
            Waiting::Invocation => "its author invoked a condition: release that or return it",
            Waiting::Correction => "a correction waits for its release",
        };
        Self { what, id, why }
    }
}
