//! Readouts, as the desk holds them: what it drafts for the public, which concerned parties cleared it, whether it went
//! out. Its signature is the office's, made when it is published, and not here.

use std::collections::BTreeMap;

use super::state::{AtSeat, State};
use crate::civil::Civil;
use crate::ids::{ChannelId, ItemId, PartyId, ReadoutId, SeatId};
use crate::vocabulary::ReadoutState;

/// A readout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Readout {
    /// In which order it came.
    pub number: u64,
    /// Its channel, if it is of one.
    pub channel: Option<ChannelId>,
    /// The text, as it was drafted last.
    pub text: String,
    /// How often it was drafted.
    pub revision: u32,
    /// Whom it concerns.
    pub concerns: Vec<PartyId>,
    /// The items that it mentions.
    pub mentions: Vec<ItemId>,
    /// By which officer, and when.
    pub drafted: (String, Civil),
    /// When something was last done with it: drafted, cleared, objected to, published or withdrawn.
    pub stirred: Civil,
    /// What those concerned said to its last revision.
    pub clearances: BTreeMap<PartyId, Clearance>,
    /// By which officer it was published, and when.
    pub published: Option<(String, Civil)>,
    /// Whether it was withdrawn.
    pub withdrawn: bool,
}

/// What a concerned party said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clearance {
    /// From which of its offices.
    pub seat: SeatId,
    /// Whether it cleared the text, or objects to it.
    pub cleared: bool,
    /// Why it objects.
    pub reason: Option<String>,
    /// When the desk learnt of it.
    pub on: Civil,
}

impl Readout {
    /// How it stands.
    #[must_use]
    pub fn state(&self) -> ReadoutState {
        let said = |party: &PartyId| self.clearances.get(party).map(|one| one.cleared);
        if self.withdrawn {
            ReadoutState::Withdrawn
        } else if self.published.is_some() {
            ReadoutState::Published
        } else if self.concerns.iter().any(|party| said(party) == Some(false)) {
            ReadoutState::ObjectedTo
        } else if self.concerns.iter().all(|party| said(party) == Some(true)) {
            ReadoutState::Cleared
        } else {
            ReadoutState::AwaitingClearance
        }
    }
}

impl State {
    pub(super) fn drafted(&mut self, id: ReadoutId, mut readout: Readout) {
        let before = self.readouts.get(&id).map(|before| (before.number, before.revision));
        let (number, revision) = before.unwrap_or_else(|| (self.next(), 0));
        (readout.number, readout.revision) = (number, revision.saturating_add(1));
        let concerns = readout.concerns.clone();
        self.readouts.insert(id, readout);
        self.index_matter(&concerns, AtSeat::Readout(id));
    }

    pub(super) fn cleared(&mut self, id: ReadoutId, clearance: Clearance) {
        let Some(party) = self.seats.get(&clearance.seat).map(|holder| holder.party) else { return };
        if let Some(readout) = self.readouts.get_mut(&id) {
            readout.stirred = clearance.on;
            readout.clearances.insert(party, clearance);
        }
    }
}
