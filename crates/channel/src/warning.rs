//! What a person should know before or after an act. A warning never blocks.

use std::fmt;

use crate::lint::Committing;

/// Something that its reader may have overlooked.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Warning {
    /// What is answered has been superseded.
    AnswersSuperseded,
    /// What is answered has lapsed.
    AnswersLapsed,
    /// The form is official and attributable.
    Attributable,
    /// Words that commit, or may be read so, each once.
    Commits(Vec<Committing>),
    /// The desk changed or left out conditions, reservations or scope.
    TermsChanged,
    /// It is the desk's note of what it was told, and its sender has not confirmed it.
    Unconfirmed,
    /// A non-paper says whose it is, or when it was written: these words of it.
    NotANonPaper(Vec<String>),
    /// An aide-mémoire is in the third person: these words of it are not.
    FirstPerson(Vec<String>),
    /// What the text holds that is not what it looks like, in sentences.
    Script(Vec<&'static str>),
    /// So many proposals on the same subject were made in this channel before.
    Probing(u32),
    /// A draft or a public word touches what may not be spoken of: so many places of it.
    Touches(u32),
    /// An item's disclosure does not allow what was said of it in public.
    Undisclosed,
    /// It may be the same as another item of its author's.
    MaybeTheSame,
}

macro_rules! worded {
    ($($warning:pat => $word:literal,)+) => {
        impl Warning {
            /// Every word there is.
            pub const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word for it, as it is exported; the words concerned are not in it.
            #[must_use]
            pub const fn word(&self) -> &'static str {
                match self {
                    $($warning => $word,)+
                }
            }
        }
    };
}

worded! {
    Self::AnswersSuperseded => "answers-superseded",
    Self::AnswersLapsed => "answers-lapsed",
    Self::Attributable => "attributable",
    Self::Commits(_) => "commits",
    Self::TermsChanged => "terms-changed",
    Self::Unconfirmed => "unconfirmed",
    Self::NotANonPaper(_) => "not-a-non-paper",
    Self::FirstPerson(_) => "first-person",
    Self::Script(_) => "script",
    Self::Probing(_) => "probing",
    Self::Touches(_) => "touches",
    Self::Undisclosed => "undisclosed",
    Self::MaybeTheSame => "maybe-the-same",
}

impl fmt::Display for Warning {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::AnswersSuperseded => write!(out, "what this answers has been superseded: read what replaces it"),
            Self::AnswersLapsed => write!(out, "what this answers has lapsed"),
            Self::Attributable => write!(out, "a note verbale is official: it can be attributed to its author"),
            Self::Commits(words) => {
                let words: Vec<String> = words.iter().map(ToString::to_string).collect();
                write!(out, "words that may be read as more than is meant: {}", words.join("; "))
            }
            Self::TermsChanged => write!(out, "conditions, reservations or scope are not as the author wrote them"),
            Self::Unconfirmed => {
                write!(out, "the desk wrote this down as it was told; its sender has not confirmed it")
            }
            Self::NotANonPaper(words) => {
                write!(out, "a non-paper names neither its origin nor a date, and this one has: {}", words.join(", "))
            }
            Self::FirstPerson(words) => {
                write!(out, "an aide-mémoire is written in the third person, and this one has: {}", words.join(", "))
            }
            Self::Script(what) => write!(out, "the text holds what its reader does not see: {}", what.join("; ")),
            Self::Probing(before) => write!(
                out,
                "this is proposal {} on the subject: each shows a little more of what the sides would take",
                before.saturating_add(1)
            ),
            Self::Touches(1) => {
                write!(out, "it touches what may not be spoken of, in one place: look at it before anyone clears it")
            }
            Self::Touches(places) => {
                write!(
                    out,
                    "it touches what may not be spoken of, in {places} places: look at them before anyone clears it"
                )
            }
            Self::Undisclosed => write!(out, "what was said in public is more than its author allowed"),
            Self::MaybeTheSame => write!(out, "it may be the same as another item of its author's: say whether it is"),
        }
    }
}
