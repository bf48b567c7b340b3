//! The report of a rehearsal: what `--report` writes as JSON, field for field in this order.
//!
//! Items, proposals and the rest go by their scenario names here. In a real office a received item has an id of its
//! own that tells nothing of the original; naming it is the stage's work.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::tz::TimeZone;
use serde::{Deserialize, Serialize};

/// What came of a scenario.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The scenario's title.
    pub scenario: String,
    /// Whether every step went as expected and every expectation held.
    pub passed: bool,
    /// Where it was played.
    pub mode: Mode,
    /// Each step, in order.
    pub steps: Vec<StepReport>,
    /// Each expectation, in the file's order.
    pub expectations: Vec<ExpectationReport>,
    /// What every office shows at the end: `desk`, each party, each envoy as `ID/ENVOY`.
    pub views: BTreeMap<String, View>,
    /// What was published.
    pub public: Vec<Published>,
    /// What the hub counted.
    pub hub: HubFigures,
}

/// Where a scenario was played.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Mode {
    /// On real processes over loopback.
    Real,
    /// In the simulated world.
    Simulated,
}

/// One step and its outcome.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StepReport {
    /// Its number, from 1.
    pub n: usize,
    /// Its id, if it has one.
    pub id: Option<String>,
    /// Who acted, as the scenario has it.
    pub by: String,
    /// The verb.
    #[serde(rename = "do")]
    pub verb: String,
    /// How it went.
    pub outcome: Went,
    /// Why it was refused.
    pub reason: Option<String>,
}

/// How a step went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Went {
    /// It was done.
    Done,
    /// It was refused.
    Refused,
}

/// One expectation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExpectationReport {
    /// Its number, from 1.
    pub n: usize,
    /// Whether it held.
    pub held: bool,
    /// Why not.
    pub why: Option<String>,
}

/// What one office shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Its items.
    pub items: Vec<ItemView>,
    /// The names of what waits for an act of its own.
    pub outstanding: BTreeSet<String>,
    /// Proposals.
    pub proposals: Vec<ProposalView>,
    /// Offers.
    pub offers: Vec<OfferView>,
    /// Readouts.
    pub readouts: Vec<ReadoutView>,
    /// What it is warned of.
    pub warnings: Vec<String>,
    /// The state of its line, or lines.
    pub line: String,
    /// Whatever else the office shows (reservations, scope, corrections, replies, mandates, notices): not in the JSON,
    /// and searched by `sees` and `never` like the rest.
    #[serde(skip)]
    pub beside: Vec<String>,
}

/// One item as an office shows it. What the office does not know or does not show is `null`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemView {
    /// Its scenario name.
    pub item: String,
    /// Whether it came in or went out.
    pub side: ItemSide,
    /// What the office calls who it is from.
    pub from: Option<String>,
    /// Its form.
    pub form: String,
    /// How close the words are to the authentic text.
    pub label: Option<String>,
    /// The words as shown.
    pub words: Option<String>,
    /// Its status block.
    pub status: Vec<String>,
    /// Where it stands.
    pub state: ItemState,
    /// How it was disposed of.
    pub disposition: Option<String>,
    /// The day on which it was conveyed: [`day`].
    pub conveyed_on: Option<String>,
    /// The moment of which it speaks: [`time`].
    pub as_of: Option<String>,
    /// When it lapses: [`time`].
    pub lapses: Option<String>,
    /// Its conditions as shown.
    pub conditions: Vec<String>,
    /// The scenario name of the item that it answers.
    pub answers: Option<String>,
    /// Its fidelity code.
    pub fidelity_code: Option<String>,
}

/// Which way an item went, seen from an office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ItemSide {
    /// It came in.
    Received,
    /// It is the office's own.
    Sent,
}

/// Where an item stands. No state says that anyone agreed to anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ItemState {
    /// With the desk.
    Lodged,
    /// Waiting for the principal's mark.
    AwaitingCountersign,
    /// Held for the desk's decision.
    Held,
    /// Its words wait for the author.
    AwaitingApproval,
    /// Its words are approved.
    Approved,
    /// Released and journaled by the addressee's office.
    Conveyed,
    /// Handed back by the desk.
    Returned,
    /// Taken back by its author.
    Recalled,
    /// Lapsed.
    Lapsed,
    /// Lapsed before anyone read it.
    LapsedUnread,
    /// Ended by what ended its channel or mandate.
    Voided,
    /// Erased.
    Erased,
}

/// A proposal as an office shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProposalView {
    /// Its scenario name.
    pub proposal: String,
    /// The options, the first being number 1.
    pub options: Vec<String>,
    /// The numbers that all would take; `null` before they are revealed.
    pub common: Option<Vec<u32>>,
}

/// An offer as an office shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfferView {
    /// Its scenario name.
    pub offer: String,
    /// The words.
    pub text: String,
    /// Where it stands.
    pub state: String,
}

/// A readout as an office shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadoutView {
    /// Its scenario name.
    pub readout: String,
    /// The text, as far as the office may see it.
    pub text: String,
    /// Where it stands.
    pub state: String,
}

/// A published readout.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Published {
    /// Its scenario name.
    pub readout: String,
    /// The text.
    pub text: String,
    /// Its SSH signature, armoured.
    pub signature: String,
}

/// What the hub counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HubFigures {
    /// Cells ever put.
    pub deposited: u64,
    /// Cells held at the end.
    pub held: u64,
    /// Every size of cell it has seen.
    pub cell_sizes: BTreeSet<u64>,
}

impl View {
    /// Every text that the office shows, without the scenario's own names for things.
    pub fn texts(&self) -> Vec<&str> {
        let mut texts: Vec<&str> = Vec::new();
        for item in &self.items {
            texts.push(&item.form);
            let one = [&item.from, &item.label, &item.words, &item.disposition, &item.conveyed_on, &item.as_of];
            texts.extend(one.into_iter().flatten().map(String::as_str));
            texts.extend(item.lapses.iter().map(String::as_str));
            texts.extend(item.status.iter().chain(&item.conditions).map(String::as_str));
            texts.push(item.state.word());
        }
        texts.extend(self.proposals.iter().flat_map(|proposal| &proposal.options).map(String::as_str));
        texts.extend(self.offers.iter().flat_map(|offer| [offer.text.as_str(), offer.state.as_str()]));
        texts.extend(self.readouts.iter().flat_map(|readout| [readout.text.as_str(), readout.state.as_str()]));
        texts.extend(self.warnings.iter().chain(&self.beside).map(String::as_str));
        texts.push(&self.line);
        texts
    }

    /// The fidelity codes that the office shows: words of a list, and so no trace of anything that was said.
    pub fn codes(&self) -> Vec<&str> {
        self.items.iter().filter_map(|item| item.fidelity_code.as_deref()).collect()
    }

    /// The scenario's names for what the office shows.
    pub fn names(&self) -> Vec<&str> {
        let items = self.items.iter().flat_map(|item| [Some(&item.item), item.answers.as_ref()]).flatten();
        let proposals = self.proposals.iter().map(|proposal| &proposal.proposal);
        let offers = self.offers.iter().map(|offer| &offer.offer);
        let readouts = self.readouts.iter().map(|readout| &readout.readout);
        items.chain(proposals).chain(offers).chain(readouts).chain(&self.outstanding).map(String::as_str).collect()
    }
}

impl ItemState {
    /// The state as the report spells it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Lodged => "lodged",
            Self::AwaitingCountersign => "awaiting-countersign",
            Self::Held => "held",
            Self::AwaitingApproval => "awaiting-approval",
            Self::Approved => "approved",
            Self::Conveyed => "conveyed",
            Self::Returned => "returned",
            Self::Recalled => "recalled",
            Self::Lapsed => "lapsed",
            Self::LapsedUnread => "lapsed-unread",
            Self::Voided => "voided",
            Self::Erased => "erased",
        }
    }
}

/// A civil time as reports write it, such as `2025-10-07T10:00:00Z`; the epoch's seconds where no calendar tells it.
pub fn time(civil: i64) -> String {
    Timestamp::from_second(civil).map_or_else(|_| civil.to_string(), |time| time.to_string())
}

/// The day of a civil time as reports write it, such as `2025-10-07`.
pub fn day(civil: i64) -> String {
    let day = |time: Timestamp| time.to_zoned(TimeZone::UTC).date().to_string();
    Timestamp::from_second(civil).map_or_else(|_| civil.to_string(), day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_and_days_are_written_as_the_format_shows_them() {
        assert_eq!(time(1_762_423_200), "2025-11-06T10:00:00Z");
        assert_eq!(day(1_762_423_200), "2025-11-06");
        assert_eq!(time(i64::MAX), i64::MAX.to_string());
    }

    #[test]
    fn a_state_is_spelled_the_same_in_json_and_in_words() {
        for state in [ItemState::AwaitingCountersign, ItemState::LapsedUnread, ItemState::Held] {
            assert_eq!(serde_json::to_value(state).expect("a word"), serde_json::json!(state.word()));
        }
    }
}
