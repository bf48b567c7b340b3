//! What a person should know before or after an act. A warning never blocks.

use std::fmt;

/// Something that its reader may have overlooked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// What is answered has been superseded.
    AnswersSuperseded,
    /// What is answered has lapsed.
    AnswersLapsed,
    /// The form is official and attributable.
    Attributable,
    /// Words that commit, or may be read so: as they stand in the reader's own text.
    Commits(Vec<String>),
    /// The desk changed or left out conditions, reservations or scope.
    TermsChanged,
}

impl fmt::Display for Warning {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AnswersSuperseded => write!(out, "what this answers has been superseded: read what replaces it"),
            Self::AnswersLapsed => write!(out, "what this answers has lapsed"),
            Self::Attributable => write!(out, "a note verbale is official: it can be attributed to its author"),
            Self::Commits(words) => write!(out, "words that may be read as a commitment: {}", words.join(", ")),
            Self::TermsChanged => write!(out, "conditions, reservations or scope are not as the author wrote them"),
        }
    }
}
