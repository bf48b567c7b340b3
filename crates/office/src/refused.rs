//! Why an office did not do something: the sentence that a terminal shows, and the word under which a page has the same in its
//! reader's language. The reasons of the practice are `channel`'s, [`Refusal`]; the office's own are here.
//!
//! A name that a sentence has in it is a person's text, so it goes beside the word too.

use std::fmt;

use channel::Refusal;
use channel::envelope::Malformed;
use serde::{Deserialize, Serialize};

/// Why something was not done.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refused {
    /// The word for it, such as `not-mandated`.
    pub word: String,
    /// The officer whom it names, where it names one.
    pub who: Option<String>,
    /// What went wrong and what to do, in a sentence.
    pub sentence: String,
}

impl Refused {
    /// The reason for which a letter was set aside, as the journal has it: a sentence alone. One of another version has no word.
    pub(crate) fn for_setting_aside(sentence: &str) -> Self {
        let of_practice = Refusal::ALL.iter().find(|one| one.to_string() == sentence).map(|one| one.word());
        let own = || OwnRefusal::ALL.iter().find(|one| one.sentence() == Some(sentence)).map(|one| one.word());
        let malformed = || {
            let is = Malformed::ALL.iter().any(|one| one.to_string() == sentence);
            is.then(|| OwnRefusal::MalformedLetter.word())
        };
        let word = of_practice.or_else(own).or_else(malformed).unwrap_or_default();
        Self { word: word.to_owned(), who: None, sentence: sentence.to_owned() }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.sentence)
    }
}

impl From<Refusal> for Refused {
    fn from(refusal: Refusal) -> Self {
        Self { word: refusal.word().to_owned(), who: None, sentence: refusal.to_string() }
    }
}

impl From<OwnRefusal> for Refused {
    fn from(refusal: OwnRefusal) -> Self {
        let sentence = refusal.sentence().unwrap_or_default();
        Self { word: refusal.word().to_owned(), who: None, sentence: sentence.to_owned() }
    }
}

macro_rules! own_refusals {
    ($($(#[$doc:meta])* $name:ident ($word:literal) $(= $text:literal)?,)+) => {
        /// The office's own reasons, beside those of the practice.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum OwnRefusal {
            $($(#[$doc])* $name,)+
        }

        impl OwnRefusal {
            /// Every reason there is.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word for it; none is a word of the practice's reasons too.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }

            /// Its sentence, unless that is made of what it is about.
            #[must_use]
            pub fn sentence(self) -> Option<&'static str> {
                match self {
                    $(Self::$name => [$($text)?].first().copied(),)+
                }
            }
        }
    };
}

own_refusals! {
    /// An act of the desk's at a party's office.
    NotADesk ("not-a-desk") = "this is a party's office; only a desk does that",
    /// An act of a party's at the desk.
    NotAParty ("not-a-party") = "this is the desk's office; only a party does that",
    /// An invitation at a party's office.
    OnlyADeskInvites ("only-a-desk-invites") = "only a desk invites",
    /// An invitation that would be over at once.
    InvitationInPast ("invitation-in-past") = "that invitation would have expired already; give a later time",
    /// The holder has an office.
    HolderThere ("holder-there") = "that holder has an office, or an invitation, already: invite it again only to replace that one, which is told nothing any more",
    /// No act of desk or party.
    NothingToWeigh ("nothing-to-weigh") = "this office does no such act, so there is nothing to weigh",
    /// A draft that is too long.
    DraftTooLong ("draft-too-long") = "that is too long to be kept as a draft: shorten it, or send it",
    /// A draft of what was sent.
    DraftSent ("draft-sent") = "that was sent already, so no draft of it is kept: open the form anew",
    /// A draft of what was thrown away.
    DraftThrown ("draft-thrown") = "that was thrown away, so nothing more of it is kept: open the form anew",
    /// A draft about what is erased.
    DraftErased ("draft-erased") = "the words that it is about are erased, so nothing of it is kept",
    /// Only a rehearsal's office does it.
    NotARehearsal ("not-a-rehearsal") = "this office was not made for a rehearsal; nothing was changed",
    /// No pages are served.
    NoPages ("no-pages") = "this office was opened without pages: open it without --no-pages",
    /// A request of another version.
    NotUnderstood ("not-understood") = "that is not a request that this version understands",
    /// A letter wrapped in a way of another version.
    UnknownWrapping ("unknown-wrapping") = "the letter is wrapped in a way that this version does not know",
    /// A letter that shows what is not missing.
    NothingMissing ("nothing-missing") = "it shows what this office had said before it was restored, and nothing of that is missing",
    /// A letter that is none of this version.
    MalformedLetter ("malformed-letter"),
    /// The passphrase opens the vault already.
    PassphraseTaken ("passphrase-taken"),
    /// No more passphrases can open the vault.
    TooManyPassphrases ("too-many-passphrases"),
    /// An act in the name of an officer who has not signed in.
    NotSignedIn ("not-signed-in"),
    /// A wrong answer to a challenge.
    DidNotSignIn ("did-not-sign-in"),
    /// An officer who was removed.
    Dismissed ("dismissed"),
    /// Nobody of that name.
    NoOfficer ("no-officer"),
    /// Another officer's passphrase.
    HasPassphrase ("has-passphrase"),
}

impl OwnRefusal {
    /// The same with a sentence that is made of what it is about.
    pub(crate) fn saying(self, sentence: String) -> Refused {
        Refused { sentence, ..self.into() }
    }

    /// The same of an officer, whom the sentence names.
    pub(crate) fn of(self, officer: &str, sentence: String) -> Refused {
        Refused { who: Some(officer.to_owned()), ..self.saying(sentence) }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn why_a_letter_was_set_aside_is_known_from_its_sentence() {
        for (sentence, word) in [
            (Refusal::MakesNoSense.to_string(), "makes-no-sense"),
            (OwnRefusal::NothingMissing.sentence().unwrap_or_default().to_owned(), "nothing-missing"),
            (Malformed::Trailing.to_string(), "malformed-letter"),
            ("a reason of another version".to_owned(), ""),
        ] {
            let refused = Refused::for_setting_aside(&sentence);
            assert_eq!((refused.word.as_str(), refused.sentence), (word, sentence));
        }
    }

    #[test]
    fn every_reason_has_a_word_of_its_own() {
        let words = Refusal::ALL.iter().map(|one| one.word()).chain(OwnRefusal::ALL.iter().map(|one| one.word()));
        let (all, each): (Vec<_>, BTreeSet<_>) = (words.clone().collect(), words.collect());
        assert_eq!(all.len(), each.len());
    }
}
