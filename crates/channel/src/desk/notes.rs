//! What the desk notes of the world outside: what was said in public of items, what a side said in public that does not
//! go with what it had conveyed, and press texts that were held against what is here. Nothing follows from a note by
//! itself; no note says who leaked, or who meant what.

use super::record::Match;
use crate::civil::Civil;
use crate::ids::{ItemId, NoteId};

/// A note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Its id.
    pub id: NoteId,
    /// By which officer.
    pub officer: String,
    /// When.
    pub on: Civil,
    /// What.
    pub what: Noted,
}

/// What was noted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Noted {
    /// Something was said in public of these items; the parties concerned were warned.
    Disclosure {
        /// Of which.
        items: Vec<ItemId>,
        /// Where.
        occasion: String,
    },
    /// The author of an item said this in public.
    Statement {
        /// The item that it does not go with.
        item: ItemId,
        /// What was said.
        words: String,
        /// Where.
        occasion: String,
    },
    /// A press text, and what it matches.
    Exposure {
        /// The text.
        text: String,
        /// What it matches, the likest first.
        matches: Vec<Match>,
    },
}

impl Note {
    /// Whether there is anything in it to forget.
    pub(super) const fn has_words(&self) -> bool {
        match &self.what {
            Noted::Disclosure { occasion, .. } => !occasion.is_empty(),
            Noted::Statement { words, .. } => !words.is_empty(),
            Noted::Exposure { text, .. } => !text.is_empty(),
        }
    }

    /// The same with every word gone.
    pub(super) fn forget(&mut self) {
        match &mut self.what {
            Noted::Disclosure { occasion, .. } => occasion.clear(),
            Noted::Statement { words, occasion, .. } => {
                words.clear();
                occasion.clear();
            }
            Noted::Exposure { text, matches } => {
                text.clear();
                matches.iter_mut().for_each(|one| one.places.clear());
            }
        }
    }
}
