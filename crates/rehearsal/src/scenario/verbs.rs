//! The table of verbs: whose they are, and which this version can perform.
//!
//! A verb that is not ready parses and validates in full; only performing it is refused, by name, so that a scenario
//! may already say `expect = "refused: not yet"`. Making one ready is a change of its word in this table.

use std::fmt;

use super::act::Act;

/// Whose verb it is: what stands before the table's rows in the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// A party, by its principal or an envoy.
    Party,
    /// The desk.
    Desk,
    /// The clock.
    Clock,
    /// The public.
    Public,
    /// What goes wrong.
    Fault,
}

/// Whether this version performs a verb.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// It does.
    Now,
    /// It comes with a later version.
    Later,
}

use Side::{Clock, Desk, Fault, Party, Public};
use Stand::{Later, Now};

/// Every verb, in the order of the format.
pub const VERBS: &[(Side, &str, Stand)] = &[
    (Party, "appoint", Now),
    (Party, "revoke", Now),
    (Party, "lodge", Now),
    (Party, "confide", Now),
    (Party, "declare", Now),
    (Party, "countersign", Now),
    (Party, "recall", Now),
    (Party, "erase", Now),
    (Party, "approve", Now),
    (Party, "object", Now),
    (Party, "dispose", Now),
    (Party, "invoke", Now),
    (Party, "answer", Now),
    (Party, "take-up", Now),
    (Party, "decline", Now),
    (Party, "clear", Now),
    (Party, "reply", Now),
    (Party, "read", Now),
    (Party, "comment", Now),
    (Party, "retain", Now),
    (Desk, "intake", Now),
    (Desk, "render", Now),
    (Desk, "release", Now),
    (Desk, "return", Now),
    (Desk, "pair", Now),
    (Desk, "offer", Now),
    (Desk, "outreach", Now),
    (Desk, "ask", Now),
    (Desk, "propose", Now),
    (Desk, "draft", Now),
    (Desk, "publish", Now),
    (Desk, "disclose", Now),
    (Desk, "expose", Now),
    (Desk, "test-line", Later),
    (Desk, "erase", Now),
    (Desk, "close", Now),
    (Desk, "correct", Now),
    (Desk, "admit", Now),
    (Desk, "use-confided", Now),
    (Desk, "same", Now),
    (Desk, "distinct", Now),
    (Desk, "translate", Now),
    (Desk, "table", Now),
    (Desk, "interest", Now),
    (Desk, "statement", Now),
    (Desk, "withdraw", Now),
    (Desk, "address", Now),
    (Desk, "co-mediate", Now),
    (Desk, "retain", Now),
    (Clock, "pass", Now),
    (Public, "verify", Now),
    (Fault, "crash", Now),
    (Fault, "cut", Now),
    (Fault, "mend", Now),
    (Fault, "restore", Now),
    (Fault, "repeat", Now),
    (Fault, "reorder", Now),
    (Fault, "lose", Now),
    (Fault, "courier", Later),
];

impl fmt::Display for Side {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Party => "a party",
            Desk => "the desk",
            Clock => "the clock",
            Public => "the public",
            Fault => "a fault",
        })
    }
}

/// Why this version cannot perform an act; `None` where it can.
pub fn not_yet(side: Side, act: &Act) -> Option<String> {
    let verb = act.verb();
    let later = |what: String| Some(format!("not yet: {what} comes with a later version"));
    if !VERBS.iter().any(|(whose, name, stand)| *whose == side && *name == verb && *stand == Now) {
        return later(format!("`{verb}`"));
    }
    None
}
