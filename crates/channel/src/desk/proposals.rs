//! Proposals with sealed answers, as the desk holds them: numbered options, what each party committed to, and the options
//! that all would take, shown once to all at a fixed time. Why an option is not among them is shown to nobody.

use std::collections::BTreeMap;

use super::state::{AtSeat, State};
use crate::civil::Civil;
use crate::ids::{ChannelId, PartyId, ProposalId, SeatId};
use crate::sealed::Commitment;
use crate::vocabulary::ProposalState;

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// In which order it came.
    pub number: u64,
    /// Its number among the proposals of its channel, from 1.
    pub in_channel: u32,
    /// Its channel.
    pub channel: ChannelId,
    /// What it is about, to the desk alone; empty where nothing was said.
    pub subject: String,
    /// The options, the first being number 1.
    pub options: Vec<String>,
    /// From when on answers are opened.
    pub opens_at: Civil,
    /// When what all would take is shown, at the earliest.
    pub reveal_at: Civil,
    /// When it was made.
    pub on: Civil,
    /// What each party answered.
    pub answers: BTreeMap<PartyId, Answer>,
    /// When opening began.
    pub began: Option<Civil>,
    /// What all would take, once it was shown, and when that was.
    pub revealed: Option<(Vec<u8>, Civil)>,
}

/// What a party answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// From which of its offices.
    pub seat: SeatId,
    /// What binds to it.
    pub commitment: Commitment,
    /// What it would take, once opened.
    pub takes: Option<Vec<u8>>,
}

impl Proposal {
    /// Whether its options have not been forgotten.
    pub(super) fn has_words(&self) -> bool {
        self.options.iter().any(|option| !option.is_empty())
    }

    /// When the result comes: at the time set, and not before offices have had the whole window to open their answers.
    #[must_use]
    pub fn ends_at(&self) -> Option<Civil> {
        let window = self.reveal_at.0.saturating_sub(self.opens_at.0);
        self.began.map(|began| began.plus_seconds(window).max(self.reveal_at))
    }

    /// The options that every party would take: none where a party did not answer, or did not open its answer.
    #[must_use]
    pub fn common(&self, parties: &[PartyId]) -> Vec<u8> {
        let takes = |party: &PartyId, option: u8| {
            let takes = self.answers.get(party).and_then(|answer| answer.takes.as_ref());
            takes.is_some_and(|takes| takes.contains(&option))
        };
        let options = (1..=u8::MAX).zip(&self.options).map(|(number, _)| number);
        options.filter(|option| parties.iter().all(|party| takes(party, *option))).collect()
    }
}

impl State {
    /// How a proposal stands.
    #[must_use]
    pub fn proposal_state(&self, proposal: &Proposal) -> ProposalState {
        if proposal.revealed.is_some() {
            ProposalState::Revealed
        } else if self.is_closed(proposal.channel) {
            ProposalState::Voided
        } else {
            ProposalState::Open
        }
    }

    /// How many proposals on that subject were made in a channel.
    #[must_use]
    pub fn proposals_on(&self, channel: ChannelId, subject: &str) -> u32 {
        let same = |one: &&Proposal| one.channel == channel && one.subject == subject;
        u32::try_from(self.proposals.values().filter(same).count()).unwrap_or(u32::MAX)
    }

    pub(super) fn proposed(&mut self, id: ProposalId, mut proposal: Proposal) {
        proposal.number = self.next();
        let before = self.proposals.values().filter(|one| one.channel == proposal.channel).count();
        proposal.in_channel = u32::try_from(before).unwrap_or(u32::MAX).saturating_add(1);
        let parties = self.channels.get(&proposal.channel).map(|one| one.parties.clone()).unwrap_or_default();
        self.proposals.insert(id, proposal);
        self.index_matter(&parties, AtSeat::Proposal(id));
    }

    pub(super) fn answered(&mut self, id: ProposalId, seat: SeatId, commitment: Commitment) {
        let Some(party) = self.seats.get(&seat).map(|holder| holder.party) else { return };
        if let Some(proposal) = self.proposals.get_mut(&id) {
            proposal.answers.insert(party, Answer { seat, commitment, takes: None });
        }
    }

    pub(super) fn answer_opened(&mut self, id: ProposalId, seat: SeatId, takes: Vec<u8>) {
        let Some(party) = self.seats.get(&seat).map(|holder| holder.party) else { return };
        if let Some(answer) = self.proposals.get_mut(&id).and_then(|proposal| proposal.answers.get_mut(&party)) {
            answer.takes = Some(takes);
        }
    }
}
