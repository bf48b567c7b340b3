//! What an item says: the authentic text with what its author put beside it, and the wording in which the desk renders it.

use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::civil::Civil;
use crate::ids::{ChannelHandle, ConveyedId, ItemId, RenditionId};
use crate::vocabulary::{Act, Disclosure, Form, Grade, Handling, Label, Precedence};

/// A text in another language, with what it is worth.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Translation {
    /// Into which language.
    #[n(0)]
    pub language: String,
    /// How good it is.
    #[n(1)]
    pub grade: Grade,
    /// Who made it.
    #[n(2)]
    pub translator: String,
    /// When it was made.
    #[n(3)]
    pub on: Civil,
    /// The text.
    #[n(4)]
    pub text: String,
}

impl Translation {
    /// The same with every word gone.
    #[must_use]
    pub fn erased(&self) -> Self {
        Self { translator: String::new(), text: String::new(), ..self.clone() }
    }
}

/// What the author wrote. The text is authentic: it stays with the author and the desk.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Content {
    /// The form that the author gave it.
    #[n(0)]
    #[serde(default = "non_paper")]
    pub form: Form,
    /// The authentic text.
    #[n(1)]
    pub text: String,
    /// On what conditions it is said; numbered from 1.
    #[n(2)]
    #[serde(default)]
    pub conditions: Vec<String>,
    /// What is reserved.
    #[n(3)]
    #[serde(default)]
    pub reservations: Vec<String>,
    /// What it covers, and what not.
    #[n(4)]
    #[serde(default)]
    pub scope: Option<String>,
    /// The moment as of which it is said, apart from when it was sent or conveyed.
    #[n(5)]
    #[serde(default)]
    pub as_of: Option<Civil>,
    /// From this moment on it is void by itself.
    #[n(6)]
    pub lapses: Civil,
    /// How urgent it is.
    #[n(7)]
    #[serde(default = "routine")]
    pub precedence: Precedence,
    /// Whose personal message it is.
    #[n(8)]
    #[serde(default)]
    pub on_behalf_of: Option<String>,
    /// Who carries it.
    #[n(9)]
    #[serde(default)]
    pub carrier: Option<String>,
    /// The language of the text, as its author names it.
    #[n(10)]
    #[serde(default)]
    pub language: Option<String>,
    /// What may be said of it outside; the desk alone is told.
    #[n(11)]
    #[serde(default = "secret")]
    pub disclosure: Disclosure,
    /// Passages of the text that are ambiguous by intention: a translator keeps them so.
    #[cbor(n(12), skip_if = "Vec::is_empty")]
    #[serde(default)]
    pub keep_ambiguous: Vec<String>,
    /// The author's own translations. The text alone is authentic.
    #[cbor(n(13), skip_if = "Vec::is_empty")]
    #[serde(default)]
    pub translations: Vec<Translation>,
}

const fn non_paper() -> Form {
    Form::NonPaper
}
const fn routine() -> Precedence {
    Precedence::Routine
}
const fn secret() -> Disclosure {
    Disclosure::Secret
}
const fn at_desk() -> Handling {
    Handling::AtDesk
}

impl Content {
    /// A text that lapses, with nothing else beside it.
    #[must_use]
    pub fn new(text: impl Into<String>, lapses: Civil) -> Self {
        Self {
            form: non_paper(),
            text: text.into(),
            conditions: Vec::new(),
            reservations: Vec::new(),
            scope: None,
            as_of: None,
            lapses,
            precedence: routine(),
            on_behalf_of: None,
            carrier: None,
            language: None,
            disclosure: secret(),
            keep_ambiguous: Vec::new(),
            translations: Vec::new(),
        }
    }

    /// The same item with every word of it gone.
    #[must_use]
    pub fn erased(&self) -> Self {
        Self { form: self.form, as_of: self.as_of, precedence: self.precedence, ..Self::new("", self.lapses) }
    }
}

/// An instruction to convey, as a party lodges it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode, Serialize, Deserialize)]
#[cbor(map)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Lodging {
    /// The item's id, made by the author's office.
    #[n(0)]
    pub item: ItemId,
    /// The channel, as the author's seat knows it.
    #[n(1)]
    pub channel: ChannelHandle,
    /// What is said.
    #[n(2)]
    pub content: Content,
    /// To which of the channel's others, by their numbers; to all of them if none is named.
    #[n(3)]
    #[serde(default)]
    pub to: Vec<u8>,
    /// How the words are to be handled.
    #[n(4)]
    #[serde(default = "at_desk")]
    pub handling: Handling,
    /// Whether the author has to approve the words first.
    #[n(5)]
    #[serde(default)]
    pub approve: bool,
    /// Not to be conveyed before.
    #[n(6)]
    #[serde(default)]
    pub not_before: Option<Civil>,
    /// Not to be conveyed after.
    #[n(7)]
    #[serde(default)]
    pub not_after: Option<Civil>,
    /// What was conveyed to the author and is answered by this.
    #[n(8)]
    #[serde(default)]
    pub answers: Option<ConveyedId>,
    /// An item of the author's own that is said again.
    #[n(9)]
    #[serde(default)]
    pub reaffirms: Option<ItemId>,
    /// An item of the author's own that this one replaces.
    #[n(10)]
    #[serde(default)]
    pub supersedes: Option<ItemId>,
}

impl Lodging {
    /// A lodging to all others, handled as the desk sees fit, with no ties.
    #[must_use]
    pub fn new(item: ItemId, channel: ChannelHandle, content: Content) -> Self {
        Self {
            item,
            channel,
            content,
            to: Vec::new(),
            handling: at_desk(),
            approve: false,
            not_before: None,
            not_after: None,
            answers: None,
            reaffirms: None,
            supersedes: None,
        }
    }
}

/// The words in which something is conveyed, with what belongs to them.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Wording {
    /// The words.
    #[n(0)]
    pub words: String,
    /// What they are to the authentic text; nothing for the desk's own words.
    #[n(1)]
    pub label: Option<Label>,
    /// Conditions, as conveyed; numbered from 1.
    #[n(2)]
    pub conditions: Vec<String>,
    /// Reservations, as conveyed.
    #[n(3)]
    pub reservations: Vec<String>,
    /// Scope, as conveyed.
    #[n(4)]
    pub scope: Option<String>,
    /// On whose behalf, where the form says so.
    #[n(5)]
    pub on_behalf_of: Option<String>,
    /// By which carrier, where the form says so.
    #[n(6)]
    pub carrier: Option<String>,
    /// Translations of the words, conveyed with them.
    #[cbor(n(7), skip_if = "Vec::is_empty")]
    pub translations: Vec<Translation>,
}

impl Wording {
    /// Words under a label, with nothing beside them.
    #[must_use]
    pub fn new(words: impl Into<String>, label: Option<Label>) -> Self {
        Self {
            words: words.into(),
            label,
            conditions: Vec::new(),
            reservations: Vec::new(),
            scope: None,
            on_behalf_of: None,
            carrier: None,
            translations: Vec::new(),
        }
    }

    /// The authentic text, word for word, with all that belongs to it.
    #[must_use]
    pub fn verbatim(content: &Content) -> Self {
        Self {
            words: content.text.clone(),
            label: Some(Label::Verbatim),
            conditions: content.conditions.clone(),
            reservations: content.reservations.clone(),
            scope: content.scope.clone(),
            on_behalf_of: content.on_behalf_of.clone(),
            carrier: content.carrier.clone(),
            translations: content.translations.clone(),
        }
    }

    /// The same with every word gone.
    #[must_use]
    pub const fn erased(&self) -> Self {
        Self {
            words: String::new(),
            label: self.label,
            conditions: Vec::new(),
            reservations: Vec::new(),
            scope: None,
            on_behalf_of: None,
            carrier: None,
            translations: Vec::new(),
        }
    }
}

/// A rendition as its author is shown it: put to it for approval, or conveyed in its name.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct RenditionCopy {
    /// Names exactly these words for exactly these addressees.
    #[n(0)]
    pub rendition: RenditionId,
    /// To which of the channel's others, by the author's numbers.
    #[n(1)]
    pub to: Vec<u8>,
    /// The words.
    #[n(2)]
    pub wording: Wording,
    /// The earlier words that these correct.
    #[n(3)]
    pub corrects: Option<RenditionId>,
}

/// By whose authority an envoy speaks: as a principal gives it, and as the envoy is told of it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Mandate {
    /// The envoy's name, which is the principal's own for it.
    #[n(0)]
    pub envoy: String,
    /// In what capacity.
    #[n(1)]
    pub title: String,
    /// For which channels, as the reader's seat knows them.
    #[n(2)]
    pub channels: Vec<ChannelHandle>,
    /// For which acts.
    #[n(3)]
    pub may: Vec<Act>,
    /// Until when.
    #[n(4)]
    pub until: Option<Civil>,
    /// Whether the principal countersigns what the envoy lodges.
    #[n(5)]
    pub countersign: bool,
}

/// Another party of a channel, as the desk lets this one see it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
pub struct Other {
    /// Its number in this channel for this party, from 1.
    #[n(0)]
    pub number: u8,
    /// What this party is shown for it.
    #[n(1)]
    pub label: String,
}
