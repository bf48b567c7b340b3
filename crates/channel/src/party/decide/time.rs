//! What an office does by itself when its time has come: it opens what it had answered, and erases what was kept for
//! long enough after their end: what has no term of its own ends when it can be acted on no more; a draft of a readout, when
//! nothing was done with it for that long; what was said in public, with its day.
//!
//! Deliberately not here: what was published or declared to all. It goes by `forget`, or stays.

use super::{Decision, Event};
use crate::civil::{Civil, Day};
use crate::letters::ToDesk;
use crate::naming;
use crate::party::matters::{Matter, NegotiatingText, Proposal};
use crate::party::state::State;
use crate::sealed;

/// A day, in seconds.
const DAY: i64 = 86_400;

pub(super) fn tick(state: &State, now: Civil) -> Decision {
    let mut decision = Decision::default();
    for (id, proposal) in state.proposals.iter().filter(|(_, one)| is_to_open(one) && now >= one.opens_at) {
        let Some((takes, blind)) = proposal.sealed.clone() else { continue };
        let commitment = sealed::to_answer(*id, proposal.channel, &takes, &blind);
        let letter = ToDesk::OpenAnswer { act: naming::opening(&commitment), proposal: *id, takes, blind };
        decision.events.push(Event::Said { on: now, letter: letter.clone() });
        decision.letters.push(letter);
    }
    if let Some(days) = state.retention {
        let seconds = i64::from(days).saturating_mul(DAY);
        decision.events.extend(kept(state).filter(|(_, end)| end.plus_seconds(seconds) <= now).map(|(event, _)| event));
    }
    decision
}

/// The next moment at which [`tick`] has something to do.
pub(super) fn due(state: &State, now: Civil) -> Option<Civil> {
    let opens = state.proposals.values().filter(|one| is_to_open(one)).map(|one| one.opens_at);
    let seconds = state.retention.map(|days| i64::from(days).saturating_mul(DAY));
    let kept = seconds.into_iter().flat_map(|seconds| kept(state).map(move |(_, end)| end.plus_seconds(seconds)));
    opens.chain(kept).map(|at| at.max(now)).min()
}

fn is_to_open(proposal: &Proposal) -> bool {
    proposal.sealed.is_some() && !proposal.opened && proposal.common.is_none()
}

/// What has words that are kept, the event that would end that, and the moment at which its time is over.
fn kept(state: &State) -> impl Iterator<Item = (Event, Civil)> + '_ {
    let items = state.items.all().map(|(item, seen)| (item, seen.glance())).filter(|(_, glance)| !glance.erased);
    let items = items.map(|(item, glance)| (Event::ErasedItem { item }, glance.lapses));
    let received = state.received.all().map(|(id, seen)| (id, seen.glance())).filter(|(_, glance)| !glance.erased);
    let received = received.map(|(conveyed, glance)| (Event::ErasedConveyed { conveyed }, glance.lapses));
    let questions = state.questions.iter().filter(|(_, one)| !one.text.is_empty());
    let questions = questions.map(|(id, one)| (Matter::Question(*id), one.lapses));
    let proposals = state.proposals.iter().filter(|(_, one)| one.options.iter().any(|option| !option.is_empty()));
    let proposals = proposals.map(|(id, one)| (Matter::Proposal(*id), one.reveal_at));
    let offers = state.offers.iter().filter(|(_, one)| !one.text.is_empty());
    let offers = offers.map(|(id, one)| (Matter::Offer(*id), one.lapses));
    let drafts = state.readouts.iter().filter(|(_, one)| one.published.is_none() && !one.text.is_empty());
    let drafts = drafts.map(|(id, one)| (Matter::Readout(*id), one.stirred));
    let closed = |text: &NegotiatingText| state.channels.get(&text.channel).is_some_and(|channel| channel.closed);
    let texts = state.texts.iter().filter(move |(_, one)| closed(one) && one.has_words());
    let texts = texts.map(|(id, one)| (Matter::Text(*id), one.stirred));
    let notes = state.disclosures.iter().filter(|one| !one.occasion.is_empty());
    let notes = notes.map(|one| (Matter::Note(one.name()), Day(one.on.0.saturating_add(1)).start()));
    let matters = questions.chain(proposals).chain(offers).chain(drafts).chain(texts).chain(notes);
    items.chain(received).chain(matters.map(|(matter, end)| (Event::Forgotten { matter }, end)))
}
