//! What the desk's letters may say. What it says of an item that is not here is kept until the item comes again; what it
//! says of a channel, or of something conveyed, that is not here makes no sense.

use super::{Decision, Event};
use crate::civil::Civil;
use crate::conveyance::Conveyance;
use crate::ids::{ChannelHandle, ConveyedId};
use crate::letters::{ToDesk, ToParty};
use crate::naming;
use crate::party::state::{Standing, State};
use crate::refusal::Refusal;
use crate::rules;
use crate::sealed;

pub(super) fn heard(state: &State, letter: ToParty, now: Civil) -> Result<Decision, Refusal> {
    makes_sense(state, &letter)?;
    if is_of_what_was_not_shown(state, &letter) {
        return Ok(Decision::default());
    }
    let known = match &letter {
        ToParty::Convey(conveyance) => state.received.contains_key(&conveyance.id),
        ToParty::Corrected(one) => {
            let received = state.received.get(&one.of);
            received.is_some_and(|received| received.corrections.iter().any(|known| known.id == one.id))
        }
        ToParty::KinLodged { lodging, .. } => state.items.contains_key(&lodging.item),
        ToParty::Asked { question, .. } => state.questions.contains_key(question),
        ToParty::PairOpened { pair, .. } => state.pairs.contains_key(pair),
        ToParty::Proposed { proposal, .. } => state.proposals.contains_key(proposal),
        ToParty::Offered { offer, .. } => state.offers.contains_key(offer),
        ToParty::IntakeNoted { lodging } => state.items.contains_key(&lodging.item),
        ToParty::InterestDeclared { number, .. } => state.interests.contains_key(number),
        ToParty::Tabled { text, version, .. } => {
            state.texts.get(text).is_some_and(|text| text.versions.contains_key(version))
        }
        ToParty::ReadoutDrafted { readout, revision, .. } => {
            state.readouts.get(readout).is_some_and(|readout| readout.revision >= *revision)
        }
        ToParty::Refused { act, .. } => state.refused.contains_key(act),
        _ => false,
    };
    let opened = opened(state, &letter, now);
    let mut events = if known { Vec::new() } else { vec![Event::Heard { on: now, letter }] };
    events.extend(opened.iter().map(|letter| Event::Said { on: now, letter: letter.clone() }));
    Ok(Decision { events, letters: opened.into_iter().collect(), warnings: Vec::new() })
}

/// Whether it is of a matter that was never shown here: one whose words the desk had forgotten, or that was over, when this
/// office came to see its channel. The desk does not know what each office was shown, and says it to all of a party's.
fn is_of_what_was_not_shown(state: &State, letter: &ToParty) -> bool {
    match letter {
        ToParty::KinAnsweredProposal { proposal, .. } | ToParty::Revealed { proposal, .. } => {
            !state.proposals.contains_key(proposal)
        }
        ToParty::KinAnsweredOffer { offer, .. } => !state.offers.contains_key(offer),
        ToParty::KinReplied { question, .. } => !state.questions.contains_key(question),
        ToParty::KinCleared { readout, .. }
        | ToParty::ReadoutPublished { readout, .. }
        | ToParty::ReadoutWithdrawn { readout } => !state.readouts.contains_key(readout),
        _ => false,
    }
}

/// The declaration of this office, opened, where the desk says that all have lodged theirs and this one still stands.
fn opened(state: &State, letter: &ToParty, now: Civil) -> Option<ToDesk> {
    let ToParty::OpeningAsked { pair: id } = letter else { return None };
    let pair = state.pairs.get(id).filter(|pair| !pair.ended)?;
    let (blind, (_, item)) = (pair.blind.clone()?, pair.declared.as_ref()?);
    let declared = state.items.get(item)?;
    let lapsed = now >= declared.lodging.content.lapses;
    if declared.erased || declared.recall_asked || declared.standing != Standing::Open || lapsed {
        return None;
    }
    let content = declared.lodging.content.clone();
    let commitment = sealed::to_declaration(*id, pair.channel, *item, &content, &blind);
    let act = naming::opening(&commitment);
    let said = state.acts.contains(&act);
    (!said).then_some(ToDesk::OpenDeclaration { act, pair: *id, item: *item, content, blind })
}

/// What this office, restored from an old backup, had said: it is said again here, and not to the desk, which has it.
pub(super) fn recovered(state: &State, letter: ToDesk, now: Civil) -> Result<Decision, Refusal> {
    match &letter {
        ToDesk::Lodge { lodging, .. } => rules::lodging(lodging, Civil(i64::MIN))?,
        ToDesk::OpenDeclaration { content, .. } => rules::content(content, Civil(i64::MIN))?,
        _ => {}
    }
    if state.acts.contains(&letter.act()) {
        return Ok(Decision::default());
    }
    let mut events: Vec<Event> = declared_before(state, &letter, now).into_iter().collect();
    events.push(Event::Said { on: now, letter });
    Ok(Decision { events, ..Decision::default() })
}

/// The declaration that this office had made and opened, and does not know any more: its opening has all of it.
fn declared_before(state: &State, letter: &ToDesk, on: Civil) -> Option<Event> {
    let ToDesk::OpenDeclaration { pair, item, content, blind, .. } = letter else { return None };
    let channel = state.pairs.get(pair).filter(|_| !state.items.contains_key(item))?.channel;
    let (content, blind) = (content.clone(), blind.clone());
    Some(Event::Declared { item: *item, channel, pair: *pair, content, blind, on })
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
        ToParty::KinReplied { text, .. } => rules::text(text),
        other => matter_makes_sense(state, other),
    }
}

/// What the desk says of what is neither an item nor conveyed.
fn matter_makes_sense(state: &State, letter: &ToParty) -> Result<(), Refusal> {
    match letter {
        ToParty::PairOpened { channel, .. } => known_channel(state, *channel),
        ToParty::OpeningAsked { pair } | ToParty::PairEnded { pair } | ToParty::KinDeclared { pair, .. } => {
            known(state.pairs.contains_key(pair))
        }
        ToParty::Proposed { channel, options, opens_at, reveal_at, .. } => {
            rules::at_most(options.len(), rules::OPTIONS)?;
            options.iter().try_for_each(|option| rules::clause(option))?;
            known(!options.is_empty() && opens_at <= reveal_at)?;
            known_channel(state, *channel)
        }
        ToParty::Revealed { proposal, common } => {
            let options = state.proposals.get(proposal).map(|one| one.options.len());
            let within = |option: &u8| options.is_none_or(|options| (1..=options).contains(&usize::from(*option)));
            known(common.iter().all(within))
        }
        ToParty::Offered { channel, text, .. } => {
            rules::text(text)?;
            known_channel(state, *channel)
        }
        ToParty::ReadoutDrafted { text, mentions, .. } => {
            rules::at_most(mentions.len(), rules::MANY)?;
            rules::text(text)
        }
        ToParty::IntakeNoted { lodging } => {
            rules::lodging(lodging, Civil(i64::MIN))?;
            known_channel(state, lodging.channel)
        }
        ToParty::Tabled { channel, words, version, .. } => {
            rules::text(words)?;
            known(*version > 0)?;
            known_channel(state, *channel)
        }
        ToParty::KinCommented { text, words, .. } => {
            rules::text(words)?;
            known(state.texts.contains_key(text))
        }
        ToParty::InterestDeclared { words, .. } => rules::clause(words),
        ToParty::CoMediated { channel, desk } => {
            rules::name(desk)?;
            known_channel(state, *channel)
        }
        ToParty::Disclosed { of, occasion, .. } => {
            rules::at_most(of.len(), rules::MANY)?;
            rules::clause(occasion)
        }
        _ => Ok(()),
    }
}

const fn known(is_so: bool) -> Result<(), Refusal> {
    if is_so { Ok(()) } else { Err(Refusal::MakesNoSense) }
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
