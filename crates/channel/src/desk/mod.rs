//! The desk: what the intermediary knows and does.
//!
//! [`decide`] says what follows from an officer's command, from a party's letter or from the line; [`evolve`] takes one
//! event into the state. Neither does anything else: no IO, no clock, no randomness.
//!
//! What leaves for an addressee goes through the module `release` and nothing else: only there can a [`Released`] be made, and
//! no letter that carries an item's words to the other side can be built without one.

mod alike;
mod authority;
mod command;
mod conflicts;
mod decide;
mod event;
mod evolve;
mod glance;
mod matter;
mod moments;
mod notes;
mod offers;
mod pairs;
mod proposals;
mod read;
mod readouts;
mod record;
mod recovery;
mod release;
mod state;
mod texts;

pub use command::{Command, Intake};
pub use conflicts::{Conflict, Did};
pub use decide::{decide, due};
pub use event::Event;
pub use evolve::evolve;
pub use glance::Glance;
pub use matter::Matter;
pub use moments::{Happened, Moment};
pub use notes::{Note, Noted};
pub use offers::Offer;
pub use pairs::{Declared, Pair};
pub use proposals::{Answer, Proposal};
pub use readouts::{Clearance, Readout};
pub use record::{
    Author, By, Carries, Dispatch, Lodged, Mandate, Match, PairDispatch, Place, Rendition, Standing, Ties,
};
pub use release::Released;
pub use state::{
    Asked, Channel, Declined, Disposed, Invocation, InvocationStands, Item, Leave, Party, Question, Reply, Seat, Sent,
    SetUp, State, Verdict,
};
pub use texts::{Comment, Interest, NegotiatingText, Version};

use crate::ids::{ActId, ConveyedId, SeatId};
use crate::letters::{ToDesk, ToParty};
use crate::warning::Warning;
use crate::words::Name;

/// What comes to the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// An officer acts.
    Command {
        /// Which officer.
        officer: String,
        /// Under which id: the same id takes effect once.
        id: ActId,
        /// What the officer does.
        command: Command,
    },
    /// A party's office writes.
    Letter {
        /// Which office.
        from: SeatId,
        /// What it writes.
        letter: ToDesk,
    },
    /// A party's office shows what this desk had written to it before the desk was restored from an old backup.
    Echo {
        /// Which office.
        to: SeatId,
        /// What the desk had written.
        letter: ToParty,
    },
    /// A held letter is wholly over there and waits to be called.
    Ready {
        /// Where.
        seat: SeatId,
        /// Which.
        conveyed: ConveyedId,
    },
    /// A called letter is in the journal over there.
    Delivered {
        /// Where.
        seat: SeatId,
        /// Which.
        conveyed: ConveyedId,
    },
    /// Time has gone by.
    Tick,
}

/// A letter to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outgoing {
    /// On the line of which seat.
    pub line: SeatId,
    /// The letter.
    pub letter: ToParty,
    /// The name under which the line holds it until it is called; none for a letter that simply goes.
    pub held: Option<ConveyedId>,
    /// Whose words it holds, as this desk names it: a copy kept here is erased with them.
    pub of: Option<Name>,
}

/// What follows from an input. All of it is one transaction: the events are in the journal before a letter leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// What happened, in order.
    pub events: Vec<Event>,
    /// Letters to be sent, in order.
    pub letters: Vec<Outgoing>,
    /// Held letters to be called.
    pub call: Vec<(SeatId, ConveyedId)>,
    /// Held letters to be withdrawn.
    pub withdraw: Vec<(SeatId, ConveyedId)>,
    /// What the officer should know.
    pub warnings: Vec<Warning>,
}
