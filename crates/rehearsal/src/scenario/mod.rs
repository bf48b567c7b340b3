//! The scenario file, read strictly into typed steps and expectations.
//!
//! [`Scenario::parse`] takes a text and gives a scenario in which every name refers to something, every time is a
//! number of seconds and every default is filled in, or else [`Malformed`]: all faults, each with its line and what was
//! meant. An unknown key, verb or actor, a reference to nothing, a name given twice, a value of the wrong kind: each is
//! a fault, and nothing of the file is played. What an office itself would refuse (a party that acts in a channel that
//! it is not in, a condition that an item has not) is a fault too, unless the step says `expect = "refused"`: then it
//! is what the scenario wants to see.
//!
//! Beyond the format's table there are, for rows that have no verb in it:
//!
//! | by | do | keys |
//! |---|---|---|
//! | party | `reply` | item (a question), text |
//! | party | `read` | item: read at this office; of an oral message the desk is told |
//! | party | `comment` | paper, words |
//! | party, desk | `retain` | `days` (may be left out): how long words are kept after their end |
//! | desk | `correct` | item, words, [label, to, conditions, reservations, scope]: takes the place of what was conveyed; what is left out stays as it was |
//! | desk | `admit` · `use-confided` | item: what was held · what was confided |
//! | desk | `same` · `distinct` | item, of: two items of one party that are alike |
//! | desk | `translate` | item, language, grade = "sight", "rough" or "official", translator, text |
//! | desk | `table` | paper, channel, words: a version of the single negotiating text |
//! | desk | `interest` | text: a declaration of interest |
//! | desk | `statement` | item, text, where: what its author said in public against it |
//! | desk | `withdraw` | readout |
//! | desk | `address` | party, address: how it wants to be addressed |
//! | desk | `co-mediate` | channel, name: a second desk mediates in it too |
//!
//! and keys: on `lodge` and `intake` `keep_ambiguous` (passages) and `translations` (tables with language, grade,
//! translator, text); on `render` `conditions`, `reservations`, `scope` and `translations`; on `outreach` `form` and `kind`
//! ("outreach", "idea", "assurance"); on `ask` `about` (an item) and `principal_only`; on `propose` `subject`.
//!
//! A later `draft` or `table` of the same name is a later version. An expectation may look through the eyes of the `hub`,
//! with `never` alone: over everything that the hub keeps, its files included.
//!
//! Nothing here performs anything: see [`crate::play`].

mod act;
mod keys;
mod known;
mod malformed;
mod read;
mod read_act;
mod time;
mod verbs;
mod who;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub use act::{
    Act, Appoint, Cells, Correct, Declare, Draft, Lodge, Outreach, Released, Render, Reviewed, Told, Translation,
};
pub use malformed::{Fault, Malformed, Unplayable};
pub use time::{BadTime, DAY};
pub use verbs::{Side, Stand, VERBS, not_yet};
pub use who::{Actor, Office, Place, Witness};
pub use words::{Disclosure, Disposition, During, Form, Grade, Label, OwnWords, Power, Precedence, Status, Word};

/// A scenario, ready to be played.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The file as it was named: for messages.
    pub file: String,
    /// Its title.
    pub title: String,
    /// The rows of the mission that it shows.
    pub rows: Vec<String>,
    /// Where the scenario clock begins, in seconds since the epoch.
    pub starts: i64,
    /// When offices send.
    pub cadence: Cadence,
    /// The intermediary.
    pub desk: Desk,
    /// The parties, in the file's order.
    pub parties: Vec<Party>,
    /// The channels, in the file's order.
    pub channels: Vec<Channel>,
    /// The steps, in the file's order.
    pub steps: Vec<Step>,
    /// The expectations, in the file's order.
    pub expectations: Vec<Expectation>,
}

/// When offices send.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cadence {
    /// When there is something to send.
    Prompt,
    /// At a fixed beat of so many seconds, whether there is something or not.
    Beat(i64),
}

/// The intermediary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Desk {
    /// What the parties call it.
    pub name: String,
    /// Its officers, at least one; the first acts where a step says only `desk`.
    pub officers: Vec<String>,
    /// Whether who renders may not release.
    pub two_officers: bool,
}

/// A party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its id in the scenario.
    pub id: String,
    /// Its name, for its own office and the desk.
    pub name: String,
    /// Its principal's title.
    pub principal: String,
    /// What it is shown for each other party: see [`Party::calls`].
    pub names_for: BTreeMap<String, String>,
}

impl Party {
    /// What this party is shown for another.
    pub fn calls(&self, other: &str) -> &str {
        self.names_for.get(other).map_or("the other side", String::as_str)
    }
}

/// A channel: a compartment with its parties and its status block.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// Its id in the scenario.
    pub id: String,
    /// Two to six parties, in the file's order.
    pub parties: Vec<String>,
    /// Its status block.
    pub status: Vec<Status>,
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its number, from 1.
    pub number: usize,
    /// Its id, if it has one.
    pub id: Option<String>,
    /// Its line in the file.
    pub line: usize,
    /// When it happens on the scenario clock, in seconds since the epoch. Never before the step before it.
    pub at: i64,
    /// Who acts.
    pub by: Actor,
    /// Who acts, as the file has it (`desk` where the actor is its first officer).
    pub by_as_written: String,
    /// What is done.
    pub act: Act,
    /// How it is to go.
    pub expect: Expected,
}

/// How a step is to go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expected {
    /// It is done.
    Done,
    /// It is refused, with a reason that contains this (empty: any reason).
    Refused(String),
}

/// What is to hold after a step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expectation {
    /// Its number, from 1.
    pub number: usize,
    /// Its line in the file.
    pub line: usize,
    /// The number of the step after which it is to hold; the last one by default.
    pub after: usize,
    /// Through whose eyes.
    pub who: Witness,
    /// Texts each of which is in its view.
    pub sees: Vec<String>,
    /// Texts none of which is anywhere in its office.
    pub never: Vec<String>,
    /// The names of exactly what waits for an act of its own.
    pub outstanding: Option<BTreeSet<String>>,
}

impl Scenario {
    /// Reads a scenario out of a text; `file` is what faults call it.
    pub fn parse(file: &str, text: &str) -> Result<Self, Malformed> {
        read::scenario(file, text)
    }

    /// Reads a scenario file.
    pub fn load(path: &Path) -> Result<Self, Unplayable> {
        let file = path.display().to_string();
        match std::fs::read_to_string(path) {
            Ok(text) => Ok(Self::parse(&file, &text)?),
            Err(reason) => Err(Unplayable::Unread { file, reason }),
        }
    }

    /// The party of an id.
    pub fn party(&self, id: &str) -> Option<&Party> {
        self.parties.iter().find(|party| party.id == id)
    }

    /// The channel of an id.
    pub fn channel(&self, id: &str) -> Option<&Channel> {
        self.channels.iter().find(|channel| channel.id == id)
    }

    /// Every envoy that a step appoints, as (party, envoy).
    pub fn envoys(&self) -> BTreeSet<(String, String)> {
        let appointed = self.steps.iter().filter_map(|step| match (&step.act, step.by.party()) {
            (Act::Appoint(mandate), Some(party)) => Some((party.to_owned(), mandate.envoy.clone())),
            _ => None,
        });
        appointed.collect()
    }

    /// Of which places a later step will want the state as it was after the step of this id.
    pub fn backups_of(&self, id: &str) -> BTreeSet<Place> {
        let wanted = self.steps.iter().filter_map(|step| match &step.act {
            Act::Restore { who, to } if to == id => Some(who.clone()),
            _ => None,
        });
        wanted.collect()
    }
}

impl Step {
    /// Whose verb it is.
    pub fn side(&self) -> Side {
        match self.by {
            Actor::Principal(_) | Actor::Envoy { .. } => Side::Party,
            Actor::Desk { .. } => Side::Desk,
            Actor::Clock => Side::Clock,
            Actor::Public => Side::Public,
            Actor::Fault => Side::Fault,
        }
    }

    /// The scenario clock when the step is over, in seconds since the epoch.
    pub fn ends(&self) -> i64 {
        match self.act {
            Act::Pass { span } => self.at.saturating_add(span),
            _ => self.at,
        }
    }
}
