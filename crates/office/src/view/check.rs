//! A text held against what is here before anything is done with it: what it touches, and what in it deceives the eye.

use std::collections::BTreeMap;

use channel::PartyId;
use channel::matching::script;
use serde::{Deserialize, Serialize};

use super::{FindingView, desk, party};
use crate::office::{Machine, Office};
use crate::store::Store;

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckView {
    /// Places that touch what may not be spoken of.
    pub findings: Vec<FindingView>,
    /// Places that deceive the eye.
    pub marks: Vec<MarkView>,
    /// The numbers of the items that the findings name, by their ids here.
    pub numbers: BTreeMap<String, u32>,
}

/// A place of a text that deceives the eye.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MarkView {
    /// Its first byte.
    pub from: usize,
    /// The first byte after it.
    pub to: usize,
    /// What is there, such as `direction-override`.
    pub kind: String,
    /// The same in a sentence, with what to do.
    pub why: String,
}

impl<S: Store> Office<S> {
    /// What is found in a text that concerns these parties; at a party's office they are left out.
    pub fn check(&self, text: &str, concerns: &[PartyId]) -> CheckView {
        let (findings, numbers) = match &self.machine {
            Machine::Desk(state) => desk::checked(state, text, concerns),
            Machine::Party(state) => party::checked(state, text),
        };
        CheckView { findings, marks: marks(text), numbers }
    }
}

fn marks(text: &str) -> Vec<MarkView> {
    let flags = script::flags(text).into_iter();
    flags
        .map(|flag| MarkView {
            from: flag.span.start,
            to: flag.span.end,
            kind: flag.kind.to_string(),
            why: flag.kind.sentence().to_owned(),
        })
        .collect()
}
