//! What the desk's letters may say. What it says of an item that is not here is kept until the item comes again; what it
//! says of a channel, or of something conveyed, that is not here makes no sense.

use super::{Decision, Event};
use crate::civil::Civil;
use crate::conveyance::Conveyance;
use crate::ids::{ChannelHandle, ConveyedId};
use crate::letters::{ToDesk, ToParty};
use crate::party::state::State;
use crate::refusal::Refusal;
use crate::rules;

pub(super) fn heard(state: &State, letter: ToParty, now: Civil) -> Result<Decision, Refusal> {
    makes_sense(state, &letter)?;
    let known = match &letter {
        ToParty::Convey(conveyance) => state.received.contains_key(&conveyance.id),
        ToParty::Corrected(one) => {
            let received = state.received.get(&one.of);
            received.is_some_and(|received| received.corrections.iter().any(|known| known.id == one.id))
        }
        ToParty::KinLodged { lodging, .. } => state.items.contains_key(&lodging.item),
        ToParty::Asked { question, .. } => state.questions.contains_key(question),
        ToParty::Refused { act, .. } => state.refused.contains_key(act),
        _ => false,
    };
    let events = if known { Vec::new() } else { vec![Event::Heard { on: now, letter }] };
    Ok(Decision { events, ..Decision::default() })
}

/// What this office, restored from an old backup, had said: it is said again here, and not to the desk, which has it.
pub(super) fn recovered(state: &State, letter: ToDesk, now: Civil) -> Result<Decision, Refusal> {
    if let ToDesk::Lodge { lodging, .. } = &letter {
        rules::lodging(lodging, Civil(i64::MIN))?;
    }
    let known = state.acts.contains(&letter.act());
    let events = if known { Vec::new() } else { vec![Event::Said { on: now, letter }] };
    Ok(Decision { events, ..Decision::default() })
}

fn makes_sense(state: &State, letter: &ToParty) -> Result<(), Refusal> {
    match letter {
        ToParty::Welcome { party, principal, desk, envoy } => {
            let holder = state.welcome.as_ref().map(|welcome| &welcome.envoy);
            let names = [party, principal, desk].into_iter().chain(envoy);
            names.into_iter().try_for_each(|one| rules::name(one))?;
            if holder.is_some_and(|holder| holder != envoy) { Err(Refusal::MakesNoSense) } else { Ok(()) }
        }
        _ if state.welcome.is_none() => Err(Refusal::MakesNoSense),
        ToParty::ChannelOpened { name, others, status, .. } => {
            rules::name(name)?;
            rules::at_most(others.len(), *rules::PARTIES.end())?;
            rules::at_most(status.len(), crate::Status::ALL.len())?;
            others.iter().try_for_each(|other| rules::name(&other.label))
        }
        ToParty::LabelChanged { channel, other } => {
            rules::name(&other.label)?;
            known_channel(state, *channel)
        }
        ToParty::Mandated { .. } | ToParty::Revoked { .. } if state.is_principal() => Err(Refusal::MakesNoSense),
        ToParty::Mandated { mandate } => {
            rules::name(&mandate.envoy)?;
            rules::at_most(mandate.channels.len(), rules::MANY)
        }
        ToParty::Convey(conveyance) => conveyed_makes_sense(state, conveyance),
        ToParty::Corrected(correction) => {
            rules::wording(&correction.wording)?;
            known_conveyed(state, correction.of)
        }
        ToParty::InvocationConveyed(notice) => known_conveyed(state, notice.of),
        ToParty::KinDisposed { conveyed, .. } | ToParty::KinAnswered { conveyed, .. } => {
            known_conveyed(state, *conveyed)
        }
        ToParty::KinLodged { lodging, .. } => {
            rules::lodging(lodging, Civil(i64::MIN))?;
            known_channel(state, lodging.channel)
        }
        ToParty::Asked { channel, text, .. } => {
            rules::text(text)?;
            known_channel(state, *channel)
        }
        ToParty::Closed { channel } => known_channel(state, *channel),
        ToParty::ApprovalAsked { words, .. } | ToParty::ConveyedInYourName { words, .. } => {
            rules::wording(&words.wording)
        }
        ToParty::Returned { reason, .. } | ToParty::InvocationReturned { reason, .. } => rules::clause(reason),
        ToParty::KinReplied { question, text, .. } => {
            rules::text(text)?;
            if state.questions.contains_key(question) { Ok(()) } else { Err(Refusal::MakesNoSense) }
        }
        _ => Ok(()),
    }
}

fn conveyed_makes_sense(state: &State, conveyance: &Conveyance) -> Result<(), Refusal> {
    rules::wording(&conveyance.wording)?;
    known_channel(state, conveyance.channel)
}

fn known_channel(state: &State, channel: ChannelHandle) -> Result<(), Refusal> {
    if state.channels.contains_key(&channel) { Ok(()) } else { Err(Refusal::MakesNoSense) }
}

fn known_conveyed(state: &State, conveyed: ConveyedId) -> Result<(), Refusal> {
    if state.received.contains_key(&conveyed) { Ok(()) } else { Err(Refusal::MakesNoSense) }
}
