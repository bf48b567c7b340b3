//! What an act would bring, before it is done: the warnings that it would come with, or the reason for which it would be
//! refused. Nothing is written, and nothing is said to anybody.
//!
//! Deliberately not here: a judgement. An act that warns can be done all the same.

use channel::{ActId, Blind, Warning, desk, party};
use serde::{Deserialize, Serialize};

use crate::act::Act;
use crate::office::{Machine, Office, OfficeError};
use crate::refused::OwnRefusal;
use crate::store::Store;

/// What whoever is about to act may have overlooked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WarningView {
    /// What it is, such as `commits` or `answers-superseded`.
    pub kind: String,
    /// The words concerned, where it is of words.
    pub words: Vec<WarnedView>,
    /// The same in a sentence.
    pub why: String,
}

/// Words that a warning is of.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WarnedView {
    /// The words, as they stand in the text.
    pub word: String,
    /// Of words that commit: what they read as, such as `undertaking`.
    pub kind: Option<String>,
    /// Of words that commit: what can be said instead, in their language.
    pub instead: Option<String>,
}

impl WarningView {
    fn of(warning: &Warning) -> Self {
        let word = |word: &String| WarnedView { word: word.clone(), ..WarnedView::default() };
        let words = match warning {
            Warning::Commits(words) => words
                .iter()
                .map(|one| WarnedView {
                    word: one.word.clone(),
                    kind: Some(one.why.to_string()),
                    instead: Some(one.instead.to_owned()),
                })
                .collect(),
            Warning::NotANonPaper(words) | Warning::FirstPerson(words) => words.iter().map(word).collect(),
            _ => Vec::new(),
        };
        Self { kind: warning.word().to_owned(), words, why: warning.to_string() }
    }
}

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
