//! Proposals with sealed answers. An answer stays sealed from the desk until the opening window; the result comes at the
//! window's end, to all offices at once, whatever was answered: who declined, let it lapse, opened it wrongly or never
//! answered cannot be told apart from a party's place.

use super::letter::Heard;
use super::{Decision, Event, Officer};
use crate::civil::Civil;
use crate::desk::proposals::Proposal;
use crate::desk::state::{AtSeat, Seat, State};
use crate::ids::{ChannelId, ProposalHandle, ProposalId};
use crate::letters::ToParty;
use crate::lint::words_warnings;
use crate::naming::{channel_handle, proposal_handle};
use crate::refusal::Refusal;
use crate::rules;
use crate::sealed::{self, Blind, Commitment};
use crate::vocabulary::{Act, ProposalState};
use crate::warning::Warning;

impl Officer<'_> {
    pub(super) fn propose(
        &self,
        proposal: ProposalId,
        channel: ChannelId,
        options: Vec<String>,
        reveal_at: Civil,
        subject: String,
    ) -> Result<Decision, Refusal> {
        let state = self.state;
        if state.proposals.contains_key(&proposal) {
            return Err(Refusal::IdTaken);
        }
        let parties = self.open(channel)?.parties.clone();
        if options.is_empty() {
            return Err(Refusal::Empty);
        }
        rules::at_most(options.len(), rules::OPTIONS)?;
        options.iter().try_for_each(|option| rules::clause(option))?;
        if !subject.is_empty() {
            rules::name(&subject)?;
        }
        if reveal_at <= self.now {
            return Err(Refusal::RevealInPast);
        }
        let opens_at = reveal_at.plus_seconds(-rules::opening_seconds(self.now, reveal_at));
        let before = state.proposals_on(channel, &subject);
        let event =
            Event::Proposed { proposal, channel, subject, options: options.clone(), opens_at, reveal_at, on: self.now };
        let mut decision = Decision::of(event);
        if before > 0 {
            decision.warnings.push(Warning::Probing(before));
        }
        decision.warnings.extend(words_warnings(&options));
        let in_channel = state.proposals.values().filter(|one| one.channel == channel).count();
        let number = u32::try_from(in_channel).unwrap_or(u32::MAX).saturating_add(1);
        let letter = |holder: &Seat| ToParty::Proposed {
            proposal: proposal_handle(holder.key, proposal),
            channel: channel_handle(holder.key, channel),
            number,
            options: options.clone(),
            opens_at,
            reveal_at,
        };
        self.tell_those_who_may((channel, Act::Answer), &parties, Some(proposal.0), letter, &mut decision)?;
        Ok(decision)
    }
}

/// A proposal, as an office is shown it.
pub(super) fn shown(holder: &Seat, id: ProposalId, proposal: &Proposal) -> ToParty {
    ToParty::Proposed {
        proposal: proposal_handle(holder.key, id),
        channel: channel_handle(holder.key, proposal.channel),
        number: proposal.in_channel,
        options: proposal.options.clone(),
        opens_at: proposal.opens_at,
        reveal_at: proposal.reveal_at,
    }
}

impl Heard<'_> {
    fn proposal(&self, handle: ProposalHandle) -> Result<(ProposalId, &Proposal), Refusal> {
        match self.state.at_seat(self.seat, handle.0) {
            Some(AtSeat::Proposal(id)) => {
                self.state.proposals.get(&id).map(|one| (id, one)).ok_or(Refusal::UnknownProposal)
            }
            _ => Err(Refusal::UnknownProposal),
        }
    }

    pub(super) fn answer(&self, handle: ProposalHandle, commitment: Commitment) -> Result<Decision, Refusal> {
        let state = self.state;
        let (id, proposal) = self.proposal(handle)?;
        state.may(self.seat, proposal.channel, Act::Answer, self.now)?;
        match state.proposal_state(proposal) {
            ProposalState::Voided => return Err(Refusal::Closed),
            ProposalState::Revealed => return Err(Refusal::AnswersClosed),
            ProposalState::Open if self.now >= proposal.reveal_at => return Err(Refusal::AnswersClosed),
            ProposalState::Open => {}
        }
        if proposal.answers.contains_key(&self.holder.party) {
            return Err(Refusal::AlreadyAnswered);
        }
        let mut decision = Decision::of(Event::Answered { proposal: id, seat: self.seat, commitment });
        for kin in self.kin_that_may(proposal.channel, Act::Answer) {
            let Some(holder) = state.seats.get(&kin) else { continue };
            let (envoy, proposal) = (self.holder.envoy.clone(), proposal_handle(holder.key, id));
            decision.tell(kin, ToParty::KinAnsweredProposal { envoy, proposal }, None);
        }
        Ok(decision)
    }

    pub(super) fn open_answer(
        &self,
        handle: ProposalHandle,
        takes: Vec<u8>,
        blind: &Blind,
    ) -> Result<Decision, Refusal> {
        let (id, proposal) = self.proposal(handle)?;
        if self.state.proposal_state(proposal) != ProposalState::Open {
            return Err(Refusal::AnswersClosed);
        }
        self.state.may(self.seat, proposal.channel, Act::Answer, self.now)?;
        rules::at_most(takes.len(), rules::OPTIONS)?;
        let answer = proposal.answers.get(&self.holder.party).filter(|answer| answer.seat == self.seat);
        let channel = channel_handle(self.holder.key, proposal.channel);
        let opens =
            |commitment: Commitment| sealed::to_answer(handle, channel, &takes, blind) == commitment && ascends(&takes);
        match answer {
            Some(answer) if answer.takes.is_some() => Ok(Decision::default()),
            Some(answer) if opens(answer.commitment) => {
                Ok(Decision::of(Event::AnswerOpened { proposal: id, seat: self.seat, takes }))
            }
            _ => Err(Refusal::DoesNotOpen),
        }
    }
}

fn ascends(takes: &[u8]) -> bool {
    takes.windows(2).all(|two| matches!(two, [one, other] if one < other))
}

/// Begins the opening window, and shows the result when it is over.
pub(super) fn tick(state: &State, now: Civil, decision: &mut Decision) {
    for (id, proposal) in state.proposals.iter().filter(|(_, one)| state.proposal_state(one) == ProposalState::Open) {
        match proposal.ends_at() {
            None if now >= proposal.opens_at => {
                decision.events.push(Event::OpeningBegan { proposal: *id, on: now });
            }
            Some(end) if now >= end => reveal(state, *id, proposal, now, decision),
            _ => {}
        }
    }
}

fn reveal(state: &State, id: ProposalId, proposal: &Proposal, now: Civil, decision: &mut Decision) {
    let parties = state.channels.get(&proposal.channel).map(|one| one.parties.as_slice()).unwrap_or_default();
    let common = proposal.common(parties);
    decision.events.push(Event::Revealed { proposal: id, common: common.clone(), on: now });
    for party in parties {
        for seat in state.seats_that_may(*party, proposal.channel, Act::Answer, now) {
            let Some(holder) = state.seats.get(&seat) else { continue };
            let letter = ToParty::Revealed { proposal: proposal_handle(holder.key, id), common: common.clone() };
            decision.tell(seat, letter, None);
        }
    }
}

/// When [`tick`] has something to do next.
pub(super) fn due(state: &State) -> impl Iterator<Item = Civil> + '_ {
    let open = state.proposals.values().filter(|one| state.proposal_state(one) == ProposalState::Open);
    open.map(|one| one.ends_at().unwrap_or(one.opens_at))
}
