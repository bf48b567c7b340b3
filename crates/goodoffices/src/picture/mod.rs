//! The picture of a rehearsal for who watches it: a lane for each side, for the desk and for the public, time downwards,
//! and in each lane what its people were told, when.
//!
//! [`acts`] says what a step is; [`news`] finds out of the offices' views what each was told by it; [`lanes`] draws that
//! on a terminal and [`plain`] writes it as lines. Nothing here looks into an office by any other way than its view.

pub(crate) mod acts;
pub(crate) mod lanes;
pub(crate) mod news;
pub(crate) mod plain;

use jiff::Timestamp;
use rehearsal::scenario::{Office, Scenario};

/// Where something begins or ends: an index into [`Lanes`].
pub(crate) type Lane = usize;

/// The lanes of a scenario: the first side, the desk, the other sides, the public.
#[derive(Clone, Debug)]
pub(crate) struct Lanes {
    ids: Vec<String>,
}

/// Where the desk's lane is.
pub(crate) const DESK: Lane = 1;

impl Lanes {
    /// The lanes of a scenario.
    pub(crate) fn of(scenario: &Scenario) -> Self {
        let mut ids: Vec<String> = scenario.parties.iter().map(|party| party.id.clone()).collect();
        ids.insert(DESK.min(ids.len()), "desk".to_owned());
        ids.push("public".to_owned());
        Self { ids }
    }

    /// What they are called, from the left.
    pub(crate) fn ids(&self) -> &[String] {
        &self.ids
    }

    /// The lane of a party, or of the desk.
    pub(crate) fn find(&self, id: &str) -> Lane {
        self.ids.iter().position(|one| one == id).unwrap_or(DESK)
    }

    /// The lane of whoever has an office: a party's envoys stand in its lane.
    pub(crate) fn of_office(&self, office: &Office) -> Lane {
        office.party().map_or(DESK, |party| self.find(party))
    }

    /// The public's lane.
    pub(crate) fn public(&self) -> Lane {
        self.ids.len().saturating_sub(1)
    }
}

/// How something is to look.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tone {
    /// Somebody acts.
    Act,
    /// Somebody is told something.
    Told,
    /// The practice forbids it.
    Refused,
    /// Something ends, or time goes by.
    Quiet,
    /// Something goes wrong with the machines.
    Fault,
    /// Not as the scenario expects it.
    Wrong,
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    /// When, on the scenario's clock.
    pub(crate) at: i64,
    /// In which lane it begins.
    pub(crate) from: Lane,
    /// In which lane it ends; the same where nothing passes.
    pub(crate) to: Lane,
    /// How it is to look.
    pub(crate) tone: Tone,
    /// What happened, in a few words.
    pub(crate) what: String,
    /// The words that were said.
    pub(crate) words: Option<String>,
    /// What belongs to them: label, conditions, reservations, reason.
    pub(crate) beside: Vec<String>,
}

impl Event {
    /// Something within one lane.
    pub(crate) fn within(at: i64, lane: Lane, tone: Tone, what: impl Into<String>) -> Self {
        Self::between(at, lane, lane, tone, what)
    }

    /// Something from one lane to another.
    pub(crate) fn between(at: i64, from: Lane, to: Lane, tone: Tone, what: impl Into<String>) -> Self {
        Self { at, from, to, tone, what: what.into(), words: None, beside: Vec::new() }
    }

    /// With the words that were said.
    pub(crate) fn saying(mut self, words: impl Into<String>) -> Self {
        self.words = Some(words.into());
        self
    }
}

/// A moment as the scenario's calendar has it, by a `strftime` pattern, in UTC.
pub(crate) fn moment(at: i64, pattern: &str) -> String {
    Timestamp::from_second(at).map_or_else(|_| format!("{at} s"), |time| time.strftime(pattern).to_string())
}
