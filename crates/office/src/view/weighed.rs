//! What an act would bring, before it is done: the warnings that it would come with, or the reason for which it would be
//! refused. Nothing is written, and nothing is said to anybody.
//!
//! Deliberately not here: a judgement. An act that warns can be done all the same.

use channel::{ActId, Blind, desk, party};

use super::WarningView;
use crate::act::Act;
use crate::office::{Machine, Office, OfficeError};
use crate::refused::OwnRefusal;
use crate::store::Store;

impl<S: Store> Office<S> {
    /// The warnings that an act would come with. One that took effect already comes with none.
    ///
    /// # Errors
    /// [`OfficeError::Refused`] where it would be refused. What is no act of desk or party is not weighed.
    pub fn weigh(&self, id: ActId, officer: &str, act: Act) -> Result<Vec<WarningView>, OfficeError> {
        let now = self.clock.civil();
        let decided = match (act, &self.machine) {
            (Act::Desk(command), Machine::Desk(state)) => {
                let input = desk::Input::Command { officer: officer.to_owned(), id, command };
                desk::decide(state, input, now).map(|decision| decision.warnings)
            }
            (Act::Party(command), Machine::Party(state)) => {
                // What blinds a commitment changes no warning: nothing is committed to here.
                let input = party::Input::Command { id, command, blind: Blind([0; 32]) };
                party::decide(state, input, now).map(|decision| decision.warnings)
            }
            _ => return Err(OwnRefusal::NothingToWeigh.into()),
        };
        Ok(decided?.iter().map(WarningView::of).collect())
    }
}
