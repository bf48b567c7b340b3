//! A party's office: what its principal or one of its envoys knows and does.
//!
//! [`decide`] says what follows from a command or from a letter of the desk; [`evolve`] takes one event into the state.
//! Neither does anything else: no IO, no clock, no randomness. The office checks at once what it can know by itself;
//! the desk checks everything again.

mod alike;
mod command;
mod decide;
mod event;
mod evolve;
mod glance;
mod matters;
mod state;

pub use command::Command;
pub use decide::{decide, due};
pub use event::Event;
pub use evolve::evolve;
pub use glance::{ItemGlance, ReceivedGlance};
pub use matters::{Comment, Disclosed, Matter, NegotiatingText, Offer, OwnReadout, Pair, Proposal, Readout};
pub use state::{
    Appointed, Asked, Author, Channel, Corrected, Disposed, Invocation, InvocationStands, Item, Leave, Notice,
    Question, Received, Standing, State, Told, Welcome,
};

use crate::ids::ActId;
use crate::letters::{ToDesk, ToParty};
use crate::sealed::Blind;
use crate::warning::Warning;

/// What comes to a party's office.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(clippy::large_enum_variant, reason = "inputs are handled one at a time")]
pub enum Input {
    /// Whoever works at it acts.
    Command {
        /// Under which id: the same id takes effect once.
        id: ActId,
        /// What is done.
        command: Command,
        /// 32 random bytes, for what is committed to and opened later; used by few commands.
        blind: Blind,
    },
    /// The desk writes.
    Letter(ToParty),
    /// The desk shows what this office had written to it before the office was restored from an old backup.
    Echo(ToDesk),
    /// Time has gone by: answers are opened, and what was kept for long enough is erased. A lapse is read from the state.
    Tick,
}

/// What follows from an input. All of it is one transaction: the events are in the journal before a letter leaves.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// What happened, in order.
    pub events: Vec<Event>,
    /// Letters to the desk, in order.
    pub letters: Vec<ToDesk>,
    /// What the actor should know.
    pub warnings: Vec<Warning>,
}
