//! The closed vocabularies of the domain: every word that a state, a label or an export can show. There is none for
//! an agreement, by intention: nothing here says that a side has agreed to anything.

use std::fmt;
use std::str::FromStr;

use minicbor::{Decode, Encode};
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A word that is not one of those that were expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not a {kind}: use one of {words}")]
pub struct UnknownWord {
    kind: &'static str,
    words: Words,
}

/// The words that would have done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Words(&'static [&'static str]);

impl fmt::Display for Words {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, word) in self.0.iter().enumerate() {
            if at > 0 {
                write!(out, ", ")?;
            }
            write!(out, "{word}")?;
        }
        Ok(())
    }
}

macro_rules! vocabulary {
    ($($(#[$doc:meta])* $name:ident ($kind:literal) {
        $($(#[$word_doc:meta])* $n:literal $variant:ident = $word:literal,)+
    })+) => {
        /// Every vocabulary there is: what its words are words of, and the words.
        pub const EVERY: &[(&str, &[&str])] = &[$(($kind, $name::WORDS)),+];
    $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
        #[cbor(index_only)]
        pub enum $name {
            $($(#[$word_doc])* #[n($n)] $variant,)+
        }

        impl $name {
            /// Every word of this vocabulary.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];
            const WORDS: &'static [&'static str] = &[$($word),+];

            /// The word itself, as it is shown, typed and exported.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)+
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.pad(self.word())
            }
        }

        impl FromStr for $name {
            type Err = UnknownWord;
            fn from_str(text: &str) -> Result<Self, UnknownWord> {
                Self::ALL.iter().find(|one| one.word() == text).copied()
                    .ok_or(UnknownWord { kind: $kind, words: Words(Self::WORDS) })
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.word())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                String::deserialize(from)?.parse().map_err(D::Error::custom)
            }
        }
    )+};
}

vocabulary! {
    /// One of the reservations that stand over everything said in a channel; together they are its status block.
    Status ("status") {
        /// Nobody is bound by what is said.
        0 NoCommitment = "no-commitment",
        /// The sides do not act in concert.
        1 NoCoordination = "no-coordination",
        /// Neither the other side nor its message is recognised.
        2 NoRecognition = "no-recognition",
        /// Nobody's rights or positions are touched.
        3 WithoutPrejudice = "without-prejudice",
        /// Nothing may be appealed to later.
        4 NoPrecedent = "no-precedent",
    }
    /// The form of an item, with the rules that the form has by custom (see [`crate::rules`]).
    Form ("form") {
        /// Read on the screen; no copy is handed over.
        0 OralMessage = "oral-message",
        /// No origin, no date, not to be cited.
        1 NonPaper = "non-paper",
        /// Dated, in the third person, unsigned.
        2 AideMemoire = "aide-memoire",
        /// On behalf of a principal, by a carrier.
        3 PersonalMessage = "personal-message",
        /// To the intermediary alone; released only as one of a pair.
        4 Declaration = "declaration",
        /// Official, and attributable.
        5 NoteVerbale = "note-verbale",
        /// For one's own use; never conveyed.
        6 TalkingPoints = "talking-points",
    }
    /// How the sender wants its words to be handled.
    Handling ("handling") {
        /// Word for word or not at all.
        0 Verbatim = "verbatim",
        /// In other words, or word for word.
        1 Paraphrase = "paraphrase",
        /// The gist will do.
        2 Gist = "gist",
        /// As the desk sees fit.
        3 AtDesk = "at-desk",
    }
    /// What a rendition is to the authentic text.
    Label ("label") {
        /// Word for word.
        0 Verbatim = "verbatim",
        /// In other words.
        1 Paraphrase = "paraphrase",
        /// The gist of it.
        2 Gist = "gist",
    }
    /// How urgent an item is.
    Precedence ("precedence") {
        /// In its turn.
        0 Routine = "routine",
        /// Before what is routine.
        1 Urgent = "urgent",
        /// Before everything.
        2 Flash = "flash",
    }
    /// What may be said of an item outside the channel.
    Disclosure ("disclosure") {
        /// Nothing.
        0 Secret = "secret",
        /// It may be used, without saying whose it is.
        1 WithoutAttribution = "without-attribution",
        /// The intermediary may mention it.
        2 MayMention = "may-mention",
        /// Anyone may speak of it.
        3 Public = "public",
    }
    /// What an addressee does with what was conveyed to it. None of them means assent, and none is told to the author.
    Disposition ("disposition") {
        /// Taken note of.
        0 Noted = "noted",
        /// Received, without recognising the sender or the message.
        1 WithoutRecognition = "without-recognition",
        /// Taken for reference to those who decide.
        2 AdReferendum = "ad-referendum",
        /// Turned down.
        3 NotAccepted = "not-accepted",
        /// Handed back unread: the words are erased at the addressee's office.
        4 ReturnedUnread = "returned-unread",
    }
    /// What a mandate lets an envoy do.
    Act ("act") {
        /// Lodge, confide, recall and invoke.
        0 Lodge = "lodge",
        /// Dispose of what was conveyed.
        1 Dispose = "dispose",
        /// Approve the words of a rendition, or object to them.
        2 Approve = "approve",
        /// Answer the desk.
        3 Answer = "answer",
        /// Clear a readout.
        4 Clear = "clear",
    }
    /// The state of an item: the only words there are for it.
    ItemState ("state") {
        /// With the desk, for it to render.
        0 Lodged = "lodged",
        /// The principal has to countersign it first.
        1 AwaitingCountersign = "awaiting-countersign",
        /// It came from an envoy whose mandate was over; the desk decides.
        2 Held = "held",
        /// Words are with the sender, which required to approve them.
        3 AwaitingApproval = "awaiting-approval",
        /// The words may go; at the desk also: they were released and are not yet with an addressee.
        4 Approved = "approved",
        /// At an addressee and the desk: with an addressee. At the author: released for the addressees.
        5 Conveyed = "conveyed",
        /// The desk handed it back to the author.
        6 Returned = "returned",
        /// The author took it back before it was conveyed.
        7 Recalled = "recalled",
        /// Its time is over.
        8 Lapsed = "lapsed",
        /// Its time is over, and it was never read.
        9 LapsedUnread = "lapsed-unread",
        /// Superseded, or its channel closed, before it was conveyed.
        10 Voided = "voided",
        /// The words are gone from this office.
        11 Erased = "erased",
    }
    /// What an item on the board waits for.
    Waiting ("matter outstanding") {
        /// For an answer or a disposition by the addressee.
        0 Response = "response",
        /// For the sender's approval of words.
        1 Approval = "approval",
        /// For the principal's countersign.
        2 Countersign = "countersign",
        /// For the party's leave to use what it confided.
        3 Leave = "leave",
        /// For the desk to render, release or return it.
        4 Carriage = "carriage",
        /// For the desk to admit or return what is held.
        5 Admission = "admission",
        /// For the desk to convey, or not, that a condition was invoked.
        6 Invocation = "invocation",
        /// For an officer to release a correction.
        7 Correction = "correction",
        /// For the party to confirm what the desk wrote down for it.
        8 Confirmation = "confirmation",
        /// For the party's sealed answer to a proposal.
        9 Answer = "answer",
        /// For the party to take up an offer, or to decline it.
        10 Offer = "offer",
        /// For the party to clear a readout, or to object to it.
        11 Clearance = "clearance",
        /// For the party to reply to a private question.
        12 Reply = "reply",
    }
    /// How a pair of parallel declarations stands, at the desk.
    PairState ("state of a pair") {
        /// Not all have lodged theirs.
        0 Open = "open",
        /// All have lodged, and are asked to open what they lodged.
        1 Opening = "opening",
        /// All have opened what they had committed to: an officer may release it.
        2 Complete = "complete",
        /// All were released, in one act.
        3 Released = "released",
        /// It ended before it was complete; nobody is told by whose doing.
        4 NotCompleted = "not-completed",
    }
    /// How a proposal stands.
    ProposalState ("state of a proposal") {
        /// Answers are awaited.
        0 Open = "open",
        /// What all would take was shown.
        1 Revealed = "revealed",
        /// Its channel was closed before that.
        2 Voided = "voided",
    }
    /// How an offer stands, at the party that answers it and at the desk for that party.
    OfferState ("state of an offer") {
        /// An answer is awaited.
        0 Open = "open",
        /// It was taken up.
        1 TakenUp = "taken-up",
        /// It was declined.
        2 Declined = "declined",
        /// Its time went by.
        3 Lapsed = "lapsed",
    }
    /// How a readout stands.
    ReadoutState ("state of a readout") {
        /// Somebody concerned has neither cleared it nor objected to it.
        0 AwaitingClearance = "awaiting-clearance",
        /// Everybody concerned cleared it; at a party: it did.
        1 Cleared = "cleared",
        /// Somebody concerned objects to it; at a party: it does.
        2 ObjectedTo = "objected-to",
        /// It was published.
        3 Published = "published",
        /// The desk withdrew it.
        4 Withdrawn = "withdrawn",
    }
    /// How good a translation is.
    Grade ("grade of a translation") {
        /// Made at sight, to know what it is about.
        0 Sight = "sight",
        /// Rough: made with care and not checked.
        1 Rough = "rough",
        /// Official: its translator answers for it.
        2 Official = "official",
    }
    /// What words of the desk's own are.
    OwnWords ("kind of the desk's own words") {
        /// One text to several parties.
        0 Outreach = "outreach",
        /// An idea of the intermediary's, of no side.
        1 Idea = "idea",
        /// What the intermediary itself is ready to do.
        2 Assurance = "assurance",
    }
    /// What a finding in a draft or a press text is about.
    Touches ("matter that a text touches") {
        /// The name or title of one concerned.
        0 Name = "name",
        /// What one party is shown for another.
        1 Label = "label",
        /// Words of an item, six or more in a row.
        2 Quote = "quote",
        /// The day on which something was conveyed.
        3 Day = "day",
    }
}

/// The status block that a channel has unless the desk says otherwise.
pub const STATUS_BLOCK: [Status; 5] = [
    Status::NoCommitment,
    Status::NoCoordination,
    Status::NoRecognition,
    Status::WithoutPrejudice,
    Status::NoPrecedent,
];
