//! What is shown of everything that is no item: pairs, proposals, offers, readouts, texts, notes.

use serde::{Deserialize, Serialize};

use super::WhoseView;

/// A pair of parallel declarations.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairView {
    /// Its number in this office, from 1.
    pub no: u32,
    /// Its id here.
    pub pair: String,
    /// Its channel's id here.
    pub channel: String,
    /// The state; at a party `open`, `opening`, `released` or `not-completed`, and nothing of who has lodged.
    pub state: String,
    /// When it ends by itself.
    pub lapses: Option<String>,
    /// At the desk: the parties that have lodged. At a party: whether it has, in its own name or none.
    pub lodged: Vec<String>,
    /// The declarations that this office knows of: ids here.
    pub items: Vec<String>,
}

/// A proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalView {
    /// Its number in this office, from 1.
    pub no: u32,
    /// Its id here.
    pub proposal: String,
    /// Its channel's id here.
    pub channel: String,
    /// Its number in the channel.
    pub number: u32,
    /// At the desk: what it is about.
    pub subject: Option<String>,
    /// The options, the first being number 1.
    pub options: Vec<String>,
    /// From when on answers are opened.
    pub opens_at: String,
    /// When what all would take is shown.
    pub reveal_at: String,
    /// The state.
    pub state: String,
    /// The numbers that all would take, once shown.
    pub common: Option<Vec<u8>>,
    /// At a party: what it would take, where this office answered.
    pub takes: Option<Vec<u8>>,
    /// At the desk: who has answered, and after the reveal what. At a party: whether it has.
    pub answers: Vec<AnswerView>,
}

/// An answer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerView {
    /// Whose.
    pub party: String,
    /// What it would take; nothing before the reveal.
    pub takes: Option<Vec<u8>>,
}

/// An offer.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferView {
    /// Its number in this office, from 1.
    pub no: u32,
    /// Its id here.
    pub offer: String,
    /// Its channel's id here.
    pub channel: String,
    /// The words.
    pub text: String,
    /// From when on it stands no longer.
    pub lapses: String,
    /// The state.
    pub state: String,
    /// At the desk: how it stands for each party, in words.
    pub answers: Vec<String>,
}

/// A readout.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadoutView {
    /// Its number in this office, from 1.
    pub no: u32,
    /// Its id here.
    pub readout: String,
    /// At the desk: its channel's id.
    pub channel: Option<String>,
    /// The text.
    pub text: String,
    /// The state.
    pub state: String,
    /// Which draft it is, from 1.
    pub revision: u32,
    /// At the desk: whom it concerns.
    pub concerns: Vec<String>,
    /// At the desk: what they said.
    pub clearances: Vec<ClearanceView>,
    /// The items that it mentions, of those that this office knows: ids here.
    pub mentions: Vec<String>,
    /// Where it touches what may not be spoken of.
    pub findings: Vec<FindingView>,
    /// The day on which it was published.
    pub published_on: Option<String>,
    /// The signature, where this office published it.
    pub signature: Option<String>,
    /// Whether it is this party's own.
    pub own: bool,
}

/// What a concerned party said to a readout.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClearanceView {
    /// Who.
    pub party: String,
    /// Whether it cleared it.
    pub cleared: bool,
    /// Why it objects.
    pub reason: Option<String>,
}

/// A place in a text that touches something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingView {
    /// Its first byte.
    pub from: u32,
    /// The first byte after it.
    pub to: u32,
    /// The words there.
    pub words: String,
    /// What it touches: `name`, `label`, `quote` or `day`.
    pub touches: String,
    /// The items concerned: ids here, a few at most.
    pub items: Vec<String>,
}

/// A single negotiating text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextView {
    /// Its number in this office, from 1.
    pub no: u32,
    /// Its id here.
    pub text: String,
    /// Its channel's id here.
    pub channel: String,
    /// Its versions, the first being number 1.
    pub versions: Vec<VersionView>,
    /// At the desk: all comments. At a party: its own.
    pub comments: Vec<CommentView>,
}

/// A version of a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionView {
    /// Its number.
    pub version: u32,
    /// The words.
    pub words: String,
}

/// A comment on a text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CommentView {
    /// Whose.
    pub by: WhoseView,
    /// On which version.
    pub version: u32,
    /// What.
    pub words: String,
}

/// An interest that the desk declared.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InterestView {
    /// The words.
    pub words: String,
    /// On which day.
    pub on: String,
}

/// What was noted of the world outside.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteView {
    /// Its number in this office, from 1.
    pub no: u32,
    /// Its id; at a party's office, of all that was said of the same on that day.
    pub note: Option<String>,
    /// `disclosure`, `statement` or `exposure`.
    pub kind: String,
    /// On which day.
    pub on: String,
    /// At the desk: by which officer.
    pub officer: Option<String>,
    /// Where it was said.
    pub occasion: Option<String>,
    /// What was said, or the press text.
    pub words: Option<String>,
    /// Of which items: ids here.
    pub items: Vec<String>,
    /// What a press text matches, likest first.
    pub matches: Vec<MatchView>,
}

/// What a press text matches.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MatchView {
    /// The item: an id here.
    pub item: String,
    /// Whether the likeness is to the authentic text; to released words otherwise.
    pub authentic: bool,
    /// How like, from 0 to 100.
    pub likeness: u8,
    /// The places in the press text that it has in common.
    pub places: Vec<FindingView>,
    /// Who had been told these words. It is no verdict on who passed them on.
    pub told: Vec<String>,
}

/// A translation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TranslationView {
    /// Into which language.
    pub language: String,
    /// How good it is: `sight`, `rough` or `official`.
    pub grade: String,
    /// Who made it.
    pub translator: String,
    /// When.
    pub on: String,
    /// The text.
    pub text: String,
}

impl TranslationView {
    pub(super) fn of(translation: &channel::Translation) -> Self {
        Self {
            language: translation.language.clone(),
            grade: translation.grade.to_string(),
            translator: translation.translator.clone(),
            on: super::time(translation.on),
            text: translation.text.clone(),
        }
    }
}

/// Two offices of one party that contradict each other.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConflictView {
    /// The party.
    pub party: String,
    /// About which item: an id here.
    pub item: String,
    /// What each of its offices did.
    pub said: Vec<ContradictingView>,
    /// Whether its principal was asked about it.
    pub asked: bool,
}

/// What one office did that another of its party contradicts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContradictingView {
    /// Whose office.
    pub office: WhoseView,
    /// What it did with the item, if it disposed of it.
    pub disposition: Option<String>,
    /// With which item it answered, by number.
    pub answered: Option<u32>,
    /// The same in a sentence.
    pub sentence: String,
}
