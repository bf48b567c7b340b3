//! A text held against what is here before anything is done with it: what it touches, which of its words commit, and what in it
//! deceives the eye.

use std::collections::BTreeMap;

use channel::matching::script;
use channel::{PartyId, lint};
use serde::{Deserialize, Serialize};

use super::{FindingView, desk, party};
use crate::office::{Machine, Office};
use crate::store::Store;

/// What was found in a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CheckView {
    /// Places that touch what may not be spoken of.
    pub findings: Vec<FindingView>,
    /// Words that commit, or may be read so.
    #[serde(default)]
    pub commits: Vec<CommitsView>,
    /// Places that deceive the eye.
    pub marks: Vec<MarkView>,
    /// The numbers of the items that the findings name, by their ids here.
    pub numbers: BTreeMap<String, u32>,
}

/// Words of a text that commit, or may be read so.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommitsView {
    /// Their first byte.
    pub from: usize,
    /// The first byte after them.
    pub to: usize,
    /// The words, as they stand there.
    pub word: String,
    /// In which language they were read (ISO 639-1).
    pub language: String,
    /// What they read as, such as `undertaking`.
    pub kind: String,
    /// Why, and what to do.
    pub why: String,
    /// What can be said instead, in that language.
    pub instead: String,
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
        CheckView { findings, commits: commits(text), marks: marks(text), numbers }
    }
}

fn commits(text: &str) -> Vec<CommitsView> {
    let found = lint::findings(text, None).into_iter();
    found
        .map(|one| CommitsView {
            from: one.place.start,
            to: one.place.end,
            word: one.word,
            language: one.language.to_owned(),
            kind: one.why.to_string(),
            why: one.why.sentence().to_owned(),
            instead: one.instead.to_owned(),
        })
        .collect()
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_that_commits_is_shown_where_it_stands_with_what_to_say_instead() {
        let text = "Il n’y a pas d’accord, mais nous nous engageons.";
        let found = commits(text);
        let [one] = &found[..] else { panic!("{found:?}") };
        assert_eq!(text.get(one.from..one.to), Some(one.word.as_str()));
        assert_eq!((one.word.as_str(), one.language.as_str(), one.kind.as_str()), ("engageons", "fr", "undertaking"));
        assert!(!one.instead.is_empty() && !one.why.is_empty());
    }
}
