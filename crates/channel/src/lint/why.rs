//! Why a word commits: a closed vocabulary of the lint's own. None of these words is a state or a label of anything.

use std::fmt;

/// Why a word commits, or may be read so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// It says that the sides are at one.
    Agreement,
    /// It gives a word that can be held against its author.
    Undertaking,
    /// It makes its author answer for what happens.
    Guarantee,
    /// It says that somebody is bound.
    Obligation,
    /// It says that the sides act in concert.
    Coordination,
    /// It takes what another side said as settled.
    Acceptance,
    /// It gives another side or its message a standing.
    Recognition,
}

impl Why {
    /// Every reason there is.
    pub const ALL: [Self; 7] = [
        Self::Agreement,
        Self::Undertaking,
        Self::Guarantee,
        Self::Obligation,
        Self::Coordination,
        Self::Acceptance,
        Self::Recognition,
    ];

    /// The word for it, as it is shown, typed and exported.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Undertaking => "undertaking",
            Self::Guarantee => "guarantee",
            Self::Obligation => "obligation",
            Self::Coordination => "coordination",
            Self::Acceptance => "acceptance",
            Self::Recognition => "recognition",
        }
    }

    /// What a word of this kind reads as.
    pub(super) const fn reads_as(self) -> &'static str {
        match self {
            Self::Agreement => "an agreement",
            Self::Undertaking => "an undertaking",
            Self::Guarantee => "a guarantee",
            Self::Obligation => "an obligation",
            Self::Coordination => "coordination",
            Self::Acceptance => "acceptance",
            Self::Recognition => "recognition",
        }
    }

    /// Why it commits and what to do.
    #[must_use]
    pub const fn sentence(self) -> &'static str {
        match self {
            Self::Agreement => "it says that the sides are of one mind: let each say for itself what it says",
            Self::Undertaking => {
                "it gives a word that can be held against its author: say what is meant to be done at this stage"
            }
            Self::Guarantee => "it makes its author answer for what will happen: say what the intention is",
            Self::Obligation => "it says that somebody has no choice: say what is done by choice",
            Self::Coordination => "it says that the sides act by arrangement: say what each does by itself",
            Self::Acceptance => "it takes what another side said as settled: say that it was noted",
            Self::Recognition => "it gives another side or its message a standing: refer to it and say no more",
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.word())
    }
}
