//! What texts have in common: words that are the same however they are written, runs of equal words, names, days, and how
//! like one text is to another. It finds and never judges.
//!
//! | module | what for |
//! |---|---|
//! | [`words`](Words) | a text cut into normalised words, each with its place |
//! | `runs` | the longest runs of words that two texts share |
//! | `days` | calendar days that a text names |
//! | `likeness` | how much of one text is in another |
//! | [`corpus`](Corpus) | which of very many texts are worth comparing with one |

mod common;
mod corpus;
mod days;
mod likeness;
mod runs;
mod words;

pub use corpus::Corpus;
pub use days::days;
pub use likeness::{Likeness, PROBABLY_THE_SAME, WORTH_SHOWING, likeness};
pub use runs::{Run, mentions, runs};
pub use words::{Word, Words, normal};
