//! Retention: how long words are kept after their end. What its end was is an item's own; what is no item ends when it
//! can be acted on no more, and a note when it was made. A draft of a readout has no term of its own: it ends when nothing
//! was done with it for as long as words are kept.
//!
//! Deliberately not here: what was published or declared to all. It goes by `forget`, or stays.

use super::{Decision, Event, Officer};
use crate::civil::Civil;
use crate::desk::matter::Matter;
use crate::desk::proposals::Proposal;
use crate::desk::state::State;
use crate::ids::ItemId;
use crate::refusal::Refusal;

/// A day, in seconds.
const DAY: i64 = 86_400;

impl Officer<'_> {
    pub(super) fn retain(&self, days: Option<u32>) -> Result<Decision, Refusal> {
        if self.state.retention == days {
            return Ok(Decision::default());
        }
        let mut decision = Decision::of(Event::RetentionSet { days });
        erase_old(self.state, days, self.now, &mut decision);
        Ok(decision)
    }
}

/// Erases what was kept for long enough.
pub(super) fn tick(state: &State, now: Civil, decision: &mut Decision) {
    erase_old(state, state.retention, now, decision);
}

fn erase_old(state: &State, days: Option<u32>, now: Civil, decision: &mut Decision) {
    let Some(days) = days else { return };
    for (id, _) in items(state).filter(|(_, end)| is_old(*end, days, now)) {
        if !decision.events.iter().any(|event| matches!(event, Event::Erased { item } if *item == id)) {
            erase(state, id, now, decision);
        }
    }
    for (matter, end) in matters(state) {
        if is_old(end, days, now) {
            decision.events.push(Event::Forgotten { matter });
        }
    }
}

fn erase(state: &State, id: ItemId, now: Civil, decision: &mut Decision) {
    let Some(item) = state.items.get(&id) else { return };
    decision.void(state, id, item, now);
    decision.events.push(Event::Erased { item: id });
}

fn is_old(end: Civil, days: u32, now: Civil) -> bool {
    now.0.saturating_sub(end.0) >= i64::from(days).saturating_mul(DAY)
}

/// The items that have words, with the moment at which their time is over.
fn items(state: &State) -> impl Iterator<Item = (ItemId, Civil)> {
    let glances = state.items.all().map(|(id, seen)| (id, seen.glance()));
    glances.filter(|(_, item)| !item.erased).map(|(id, item)| (id, item.lapses))
}

/// What is no item and still has words, with the moment at which its time is over.
fn matters(state: &State) -> Vec<(Matter, Civil)> {
    let mut all = Vec::new();
    let questions = state.questions.iter().filter(|(_, one)| !one.asked.text.is_empty());
    all.extend(questions.map(|(id, one)| (Matter::Question(*id), one.asked.lapses)));
    let proposals = state.proposals.iter().filter(|(_, one)| one.has_words());
    // One that is void, for its channel was closed, is over at the time at which it would have been revealed.
    let over = |one: &Proposal| {
        let void = state.is_closed(one.channel).then_some(one.reveal_at);
        one.revealed.as_ref().map(|(_, on)| *on).or(void)
    };
    all.extend(proposals.filter_map(|(id, one)| Some((Matter::Proposal(*id), over(one)?))));
    let offers = state.offers.iter().filter(|(_, one)| !one.text.is_empty());
    all.extend(offers.map(|(id, one)| (Matter::Offer(*id), one.lapses)));
    let drafts = state.readouts.iter().filter(|(_, one)| one.published.is_none() && !one.text.is_empty());
    all.extend(drafts.map(|(id, one)| (Matter::Readout(*id), one.stirred)));
    let texts = state.texts.iter().filter(|(_, one)| state.is_closed(one.channel) && one.has_words());
    all.extend(texts.map(|(id, one)| (Matter::Text(*id), one.stirred)));
    let notes = state.notes.iter().filter(|note| note.has_words());
    all.extend(notes.map(|note| (Matter::Note(note.id), note.on)));
    all
}

/// When [`tick`] has something to do next.
pub(super) fn due(state: &State) -> Option<Civil> {
    let days = state.retention?;
    let seconds = i64::from(days).saturating_mul(DAY);
    let items = items(state).map(|(_, end)| end);
    items.chain(matters(state).into_iter().map(|(_, end)| end)).min().map(|end| end.plus_seconds(seconds))
}
