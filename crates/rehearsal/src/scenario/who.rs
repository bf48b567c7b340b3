//! Who acts in a scenario, whose office it is, and what a fault befalls.

use std::fmt;

/// Who acts in a step.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Actor {
    /// A party, through its principal's office.
    Principal(String),
    /// One of a party's envoys, through the envoy's own office.
    Envoy {
        /// The party.
        party: String,
        /// The envoy's id within it.
        envoy: String,
    },
    /// An officer of the desk; `desk` alone is the first one.
    Desk {
        /// The officer's name.
        officer: String,
    },
    /// The scenario clock.
    Clock,
    /// Anyone who read what was published.
    Public,
    /// What goes wrong.
    Fault,
}

/// One office, whose vault, view and lines are its own. Ordered as reports show them: desk first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Office {
    /// The intermediary's.
    Desk,
    /// A party's principal's.
    Principal(String),
    /// An envoy's.
    Envoy {
        /// The party.
        party: String,
        /// The envoy's id within it.
        envoy: String,
    },
}

/// What can be killed or put back: an office, or the hub.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// The hub.
    Hub,
    /// An office.
    Office(Office),
}

/// Whose eyes an expectation looks through.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Witness {
    /// An office.
    Office(Office),
    /// Anyone: what was published.
    Public,
    /// Whoever runs the hub, or took it away: all that it keeps.
    Hub,
}

impl Actor {
    /// The office through which the actor acts; the clock, the public and faults have none.
    pub fn office(&self) -> Option<Office> {
        match self {
            Self::Principal(party) => Some(Office::Principal(party.clone())),
            Self::Envoy { party, envoy } => Some(Office::Envoy { party: party.clone(), envoy: envoy.clone() }),
            Self::Desk { .. } => Some(Office::Desk),
            Self::Clock | Self::Public | Self::Fault => None,
        }
    }

    /// The party for which the actor acts, if any.
    pub fn party(&self) -> Option<&str> {
        match self {
            Self::Principal(party) | Self::Envoy { party, .. } => Some(party),
            Self::Desk { .. } | Self::Clock | Self::Public | Self::Fault => None,
        }
    }
}

impl Office {
    /// The party whose office it is; none for the desk.
    pub fn party(&self) -> Option<&str> {
        match self {
            Self::Desk => None,
            Self::Principal(party) | Self::Envoy { party, .. } => Some(party),
        }
    }
}

impl fmt::Display for Office {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Desk => f.write_str("desk"),
            Self::Principal(party) => f.write_str(party),
            Self::Envoy { party, envoy } => write!(f, "{party}/{envoy}"),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Hub => f.write_str("hub"),
            Self::Office(office) => office.fmt(f),
        }
    }
}

impl fmt::Display for Witness {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Public => f.write_str("public"),
            Self::Hub => f.write_str("hub"),
            Self::Office(office) => office.fmt(f),
        }
    }
}
