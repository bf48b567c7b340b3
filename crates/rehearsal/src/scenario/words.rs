//! The closed lists of the scenario file: forms, labels, dispositions and the like, each with its spelling.

use std::fmt;

/// A word of a closed list.
pub trait Word: Copy + 'static {
    /// What the list is called in a message.
    const CALLED: &'static str;
    /// Every spelling that a file may use; the first of each word is the one that is printed.
    const SPELLINGS: &'static [(&'static str, Self)];

    /// The word as it is printed.
    fn word(self) -> &'static str;
}

macro_rules! words {
    ($(#[$about:meta])* $name:ident, $called:literal: $($(#[$doc:meta])* $variant:ident = $word:literal $(| $also:literal)*),+ $(,)?) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$doc])* $variant),+
        }

        impl Word for $name {
            const CALLED: &'static str = $called;
            const SPELLINGS: &'static [(&'static str, Self)] = &[$(($word, Self::$variant), $(($also, Self::$variant),)*)+];

            fn word(self) -> &'static str {
                match self {
                    $(Self::$variant => $word),+
                }
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.word())
            }
        }
    };
}

words! {
    /// How close a rendition is to the authentic text; as `handling`, how far it may be.
    Label, "label":
    /// Word for word.
    Verbatim = "verbatim",
    /// The same in other words.
    Paraphrase = "paraphrase",
    /// What it comes to.
    Gist = "gist",
}

words! {
    /// The diplomatic form of an item.
    Form, "form":
    /// No origin, no date, not to be cited.
    NonPaper = "non-paper" | "non paper",
    /// Read on screen; no copy, no export.
    OralMessage = "oral-message" | "oral message" | "oral",
    /// Dated, in the third person, unsigned.
    AideMemoire = "aide-memoire" | "aide-mémoire" | "aide memoire" | "aide mémoire",
    /// On behalf of a principal, with a carrier.
    PersonalMessage = "personal-message" | "personal message" | "personal",
    /// For the intermediary alone; released only as one of a pair.
    Declaration = "declaration",
    /// Official and attributable.
    NoteVerbale = "note-verbale" | "note verbale",
    /// Never conveyed.
    TalkingPoints = "talking-points" | "talking points",
}

words! {
    /// How urgent an item is.
    Precedence, "precedence":
    /// In its turn.
    Routine = "routine",
    /// Before routine.
    Urgent = "urgent",
    /// Before everything.
    Flash = "flash",
}

words! {
    /// What may be said of an item in public.
    Disclosure, "disclosure":
    /// Nothing.
    Secret = "secret",
    /// Its substance, without saying whose.
    WithoutAttribution = "without-attribution" | "use-without-attribution" | "use without attribution" | "without attribution",
    /// The intermediary may mention it.
    MayMention = "may-mention" | "the-intermediary-may-mention" | "the intermediary may mention" | "intermediary-may-mention",
    /// Everything.
    Public = "public",
}

words! {
    /// What an addressee does with an item; none of them means assent.
    Disposition, "disposition":
    /// Noted.
    Noted = "noted",
    /// Received without recognition of the sender or the message.
    WithoutRecognition = "without-recognition",
    /// Taken ad referendum.
    AdReferendum = "ad-referendum",
    /// Not accepted.
    NotAccepted = "not-accepted",
    /// Handed back unread, which erases it.
    ReturnedUnread = "returned-unread",
}

words! {
    /// An act that a mandate allows.
    Power, "act of a mandate":
    /// To lodge, confide, declare, recall.
    Lodge = "lodge",
    /// To dispose of what was conveyed.
    Dispose = "dispose",
    /// To approve words, or object to them.
    Approve = "approve",
    /// To answer proposals and offers.
    Answer = "answer",
    /// To clear readouts.
    Clear = "clear",
}

words! {
    /// How good a translation is.
    Grade, "grade":
    /// Made at sight.
    Sight = "sight",
    /// Made with care and not checked.
    Rough = "rough",
    /// Its translator answers for it.
    Official = "official",
}

words! {
    /// What words of the desk's own are.
    OwnWords, "kind of the desk's own words":
    /// One text to several parties.
    Outreach = "outreach",
    /// An idea of the intermediary's.
    Idea = "idea",
    /// What the intermediary itself is ready to do.
    Assurance = "assurance",
}

words! {
    /// One line of a channel's status block.
    Status, "status":
    /// Nobody commits to anything.
    NoCommitment = "no-commitment",
    /// Nobody coordinates with anybody.
    NoCoordination = "no-coordination",
    /// Nobody recognises anybody.
    NoRecognition = "no-recognition",
    /// Nobody's position is prejudiced.
    WithoutPrejudice = "without-prejudice",
    /// Nothing is a precedent.
    NoPrecedent = "no-precedent",
}

words! {
    /// The moment at which an armed crash fires.
    During, "moment":
    /// While the journal commits.
    Commit = "commit",
    /// While a cell is sent.
    Send = "send",
    /// While a cell is erased at the hub.
    Erase = "erase",
}
