//! What should be known: of an act before or after it, of an item, of the office itself. Each is a word and what it is about, for
//! a page in its reader's language, and the sentence that a terminal shows.

use channel::Warning;
use serde::{Deserialize, Serialize};

use super::WhoseView;
use crate::refused::Refused;

/// Something that whoever looks or acts may have overlooked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WarningView {
    /// What it is, such as `commits` or `answers-superseded`.
    pub kind: String,
    /// The words concerned, where it is of words.
    pub words: Vec<WarnedView>,
    /// The items that it is of, by number, where that is not plain from where it is shown.
    pub items: Vec<u32>,
    /// Whose office it is of, at the desk.
    pub who: Option<WhoseView>,
    /// The line that it is of.
    pub line: Option<u32>,
    /// The letter on that line.
    pub letter: Option<u64>,
    /// Where something is spoken of in public.
    pub occasion: Option<String>,
    /// On which day.
    pub day: Option<String>,
    /// Why something was refused or set aside.
    pub refused: Option<Refused>,
    /// The same in a sentence.
    pub sentence: String,
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

worded! {
    /// What should be known of an office beside what the practice warns of.
    Known {
        /// At the desk: it refused an act of an office.
        ActRefused = "act-refused",
        /// At a party: the desk refused an act of this office.
        RefusedByDesk = "refused-by-desk",
        /// An office has words that a restored desk does not know any more.
        Untraced = "untraced",
        /// An office showed something that a restored desk cannot place.
        Unplaced = "unplaced",
        /// At a party: the desk recorded that items are spoken of in public.
        Disclosed = "disclosed",
        /// A letter was set aside.
        LetterSetAside = "letter-set-aside",
        /// Something else answers in the hub's place.
        WrongHub = "wrong-hub",
        /// The hub admits no deposit.
        PassRefused = "pass-refused",
        /// The hub is full.
        HubFull = "hub-full",
        /// This office was put back to an older state.
        Restored = "restored",
        /// A peer was.
        PeerRestored = "peer-restored",
        /// The disk may still hold what was erased.
        ScrubDue = "scrub-due",
    }
}

impl WarningView {
    /// One of an office itself.
    pub(crate) fn known(known: Known, sentence: String) -> Self {
        Self { kind: known.word().to_owned(), sentence, ..Self::default() }
    }

    /// One of the practice's.
    pub(crate) fn of(warning: &Warning) -> Self {
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
        Self { kind: warning.word().to_owned(), words, sentence: warning.to_string(), ..Self::default() }
    }

    /// The same, shown beside other items.
    pub(crate) fn of_item(self, no: u32) -> Self {
        Self { sentence: format!("item {no}: {}", self.sentence), items: vec![no], ..self }
    }
}
