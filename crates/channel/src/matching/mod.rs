//! What texts have in common, and what in a text deceives the eye.
//!
//! | for | module | what it finds |
//! |---|---|---|
//! | all | [`words`] | a text cut into words that are the same however they are written |
//! | readout check | [`mentions()`] | names, labels and titles |
//! | readout check | [`quoted()`] | the longest runs of words that a text shares with a source |
//! | readout check | [`Runs`] | whether a source can have any at all |
//! | readout check, search | [`Sketch`] | whether a source that is not at hand can have any, or what is searched for |
//! | readout check | [`dates()`] | calendar days that a text names |
//! | exposure check, one message by two ways | [`likeness()`] | how much of a source is found in a text |
//! | exposure check | [`Corpus`] | which of very many sources are worth comparing with a text |
//! | safe display | [`script`] | direction overrides, unseen characters, look-alikes |
//!
//! Places are byte ranges of the text, on char boundaries and in order, so that a finding can be shown where it stands.
//! Every function here takes any text, ends, and costs about as much as its arguments are long.
//!
//! Deliberately not here: a verdict. What is found is shown to a person. Nor does anything here translate: a text is held
//! against sources in its own language, and a leak in translation shows only by its names, numbers and days.

mod calendar;
mod corpus;
mod dates;
mod digits;
mod letters;
mod likeness;
mod mentions;
mod months;
mod numbering;
mod particles;
mod quoted;
mod runs;
pub mod script;
mod sketch;
mod stop_words;
pub mod words;

#[cfg(test)]
mod pairs;
#[cfg(test)]
mod properties;

pub use corpus::Corpus;
pub use dates::dates;
pub(crate) use dates::dates_in;
pub use likeness::{Likeness, PROBABLY_THE_SAME, WORTH_SHOWING, likeness, probably_the_same};
pub use mentions::mentions;
pub use quoted::{Quote, quoted};
pub use runs::Runs;
pub use sketch::{Sketch, Sought};
pub use words::Words;
