//! The table of verbs: whose they are, and which this version can perform.
//!
//! A verb that is not ready parses and validates in full; only performing it is refused, by name, so that a scenario
//! may already say `expect = "refused: not yet"`. Making one ready is a change of its word in this table.

use std::fmt;

use super::act::{Act, Released, Reviewed};
use super::words::Form;

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
    (Party, "declare", Later),
    (Party, "countersign", Now),
    (Party, "recall", Now),
    (Party, "erase", Now),
    (Party, "approve", Now),
    (Party, "object", Now),
    (Party, "dispose", Now),
    (Party, "invoke", Now),
    (Party, "answer", Later),
    (Party, "take-up", Later),
    (Party, "decline", Later),
    (Party, "clear", Later),
    (Party, "reply", Now),
    (Desk, "intake", Later),
    (Desk, "render", Now),
    (Desk, "release", Now),
    (Desk, "return", Now),
    (Desk, "pair", Later),
    (Desk, "offer", Later),
    (Desk, "outreach", Now),
    (Desk, "ask", Now),
    (Desk, "propose", Later),
    (Desk, "draft", Later),
    (Desk, "publish", Later),
    (Desk, "disclose", Later),
    (Desk, "expose", Later),
    (Desk, "test-line", Later),
    (Desk, "erase", Now),
    (Desk, "close", Now),
    (Desk, "correct", Now),
    (Clock, "pass", Now),
    (Public, "verify", Later),
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
    match act {
        Act::Lodge(lodge) if lodge.form != Form::NonPaper => later(format!("the form `{}`", lodge.form)),
        Act::Approve(Reviewed::Readout(_)) | Act::Object(Reviewed::Readout(_)) => {
            later(format!("`{verb}` of a readout"))
        }
        Act::Release(Released::Pair(_)) => later("`release` of a pair".to_owned()),
        _ => None,
    }
}
