//! Taking one event into the state of a party's office. Total: an event that names nothing known changes nothing.

mod heard;
mod matters;
mod said;

use super::Event;
use super::matters::OwnReadout;
use super::state::{Author, Item, Leave, Standing, State};
use crate::civil::Civil;
use crate::content::Lodging;
use crate::ids::{ConveyedId, ItemId};
use crate::vocabulary::Handling;

/// Takes one event into the state.
pub fn evolve(state: &mut State, event: &Event) {
    match event {
        Event::Said { on, letter } => said::take(state, *on, letter.clone()),
        Event::Heard { on, letter } => heard::take(state, *on, letter.clone()),
        Event::Read { conveyed } => {
            if let Some(received) = state.received.get_mut(conveyed) {
                received.read = true;
            }
        }
        Event::ErasedItem { item } => {
            change(state, *item, Item::erase);
            state.early.remove(item);
            // What opens a declaration goes with its words.
            for pair in state.pairs.values_mut() {
                if pair.declared.as_ref().is_some_and(|(_, declared)| declared == item) {
                    pair.blind = None;
                }
            }
        }
        Event::ErasedConveyed { conveyed } => erase_received(state, *conveyed),
        Event::Declared { item, channel, pair, content, blind, on } => {
            let lodging = Lodging { handling: Handling::Verbatim, ..Lodging::new(*item, *channel, content.clone()) };
            add_item(state, Author::ThisOffice, lodging, false, *on, Standing::Open);
            change(state, *item, |item| item.pair = Some(*pair));
            let Some(pair) = state.pairs.get_mut(pair) else { return };
            pair.declared = Some((Author::ThisOffice, *item));
            if pair.ended {
                // An office that was put back is told of the end before it is shown what it had declared.
                matters::void_declaration(state, *item);
            } else {
                pair.blind = Some(blind.clone());
            }
        }
        Event::Answered { proposal, takes, blind } => {
            if let Some(proposal) = state.proposals.get_mut(proposal) {
                proposal.answered = Some(Author::ThisOffice);
                proposal.sealed = Some((takes.clone(), blind.clone()));
            }
        }
        Event::RetentionSet { days } => state.retention = *days,
        Event::Forgotten { matter } => matters::forget(state, *matter),
        Event::PublishedOwn { readout, text, on } => {
            let number = state.next();
            state.own_readouts.insert(*readout, OwnReadout { number, text: text.clone(), on: *on });
        }
    }
}

fn change(state: &mut State, item: ItemId, with: impl FnOnce(&mut Item)) {
    if let Some(item) = state.items.get_mut(&item) {
        with(item);
    }
}

fn erase_received(state: &mut State, conveyed: ConveyedId) {
    if let Some(received) = state.received.get_mut(&conveyed) {
        received.erased = true;
        received.conveyance.wording = received.conveyance.wording.erased();
        received.conveyance.language = None;
        for correction in &mut received.corrections {
            correction.wording = correction.wording.erased();
        }
    }
}

/// Takes an item in, once, with all that was told of it before it came.
fn add_item(state: &mut State, author: Author, lodging: Lodging, confided: bool, on: Civil, standing: Standing) {
    let id = lodging.item;
    if state.items.contains_key(&id) {
        return;
    }
    if let Some(received) = lodging.answers.and_then(|answered| state.received.get_mut(&answered)) {
        received.answered_by.push(id);
        received.answered = true;
    }
    if let Some(replaced) = lodging.supersedes {
        change(state, replaced, |item| item.superseded_by = Some(id));
    }
    let number = state.next();
    let item = Item {
        number,
        author,
        lodging,
        confided,
        lodged_on: on,
        standing,
        recall_asked: false,
        countersigned: false,
        returned: None,
        superseded_by: None,
        asked: Vec::new(),
        conveyed: Vec::new(),
        invocations: Vec::new(),
        leave: Leave::NotAsked,
        confirmed: None,
        pair: None,
        same_as: None,
        erased: false,
    };
    state.add_item(id, item);
    for (on, letter) in state.early.remove(&id).unwrap_or_default() {
        heard::take(state, on, letter);
    }
}

/// Ends an item. What it answers may be unanswered again by that, and what it was to replace is not replaced.
fn end(state: &mut State, id: ItemId, standing: Standing, why: Option<String>) {
    let Some(item) = state.items.get_mut(&id) else { return };
    let waited = item.is_to_confirm() || matches!(item.standing, Standing::AwaitingCountersign | Standing::Held);
    item.standing = standing;
    item.returned = why.or(item.returned.take());
    let answered = item.lodging.answers;
    if waited {
        not_replaced(state, id);
    }
    let ended = |id: &ItemId| {
        let standing = state.items.get(id).map(|item| item.standing);
        matches!(standing, Some(Standing::Returned | Standing::Recalled | Standing::Voided))
    };
    if let Some(received) = answered.and_then(|answered| state.received.get_mut(&answered)) {
        received.answered = received.answered_elsewhere || received.answered_by.iter().any(|id| !ended(id));
    }
}

/// What an item was to replace is not replaced by it.
fn not_replaced(state: &mut State, by: ItemId) {
    if let Some(replaced) = state.items.get(&by).and_then(|item| item.lodging.supersedes) {
        change(state, replaced, |item| item.superseded_by = item.superseded_by.filter(|one| *one != by));
    }
}

impl State {
    /// The next number of an item, a channel or a question.
    fn next(&mut self) -> u64 {
        self.count += 1;
        self.count
    }
}

impl Item {
    fn erase(&mut self) {
        self.erased = true;
        self.lodging.content = self.lodging.content.erased();
        self.returned = None;
        for asked in &mut self.asked {
            asked.words.wording = asked.words.wording.erased();
        }
        for told in &mut self.conveyed {
            told.words.wording = told.words.wording.erased();
        }
        for invocation in &mut self.invocations {
            if let super::InvocationStands::Returned(reason) = &mut invocation.stands {
                reason.clear();
            }
        }
    }
}
