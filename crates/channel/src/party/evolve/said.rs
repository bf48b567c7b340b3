//! What this office said to the desk, and what becomes of it where the desk refuses.

use super::{add_item, change, end, erase_received, not_replaced};
use crate::civil::Civil;
use crate::content::{Content, Lodging};
use crate::ids::{ActId, ItemId, RenditionId};
use crate::letters::ToDesk;
use crate::party::state::{
    Appointed, Author, Disposed, Doing, Invocation, InvocationStands, Item, Leave, Standing, State,
};
use crate::refusal::Refusal;
use crate::vocabulary::{Disposition, Form};

pub(super) fn take(state: &mut State, on: Civil, letter: ToDesk) {
    let act = letter.act();
    if !state.acts.insert(act) {
        return;
    }
    let doing = doing(state, on, letter);
    state.doings.extend(doing.map(|doing| (act, doing)));
    if let Some(reason) = state.refused.get(&act).copied() {
        undo(state, act, reason, on);
    }
}

/// Takes what was said into the state, and notes how to undo it.
fn doing(state: &mut State, on: Civil, letter: ToDesk) -> Option<Doing> {
    Some(match letter {
        ToDesk::Appoint { mandate, .. } => {
            let envoy = mandate.envoy.clone();
            let before = state.envoys.insert(envoy.clone(), Appointed { mandate, revoked: false });
            Doing::Appointed(envoy, before)
        }
        ToDesk::Revoke { envoy, .. } => {
            let before = state.envoys.get(&envoy).cloned();
            state.envoys.entry(envoy.clone()).and_modify(|one| one.revoked = true);
            Doing::Appointed(envoy, before)
        }
        ToDesk::Lodge { lodging, .. } => {
            let countersign = state.mandate.as_ref().is_some_and(|own| own.mandate.countersign);
            let standing = if countersign { Standing::AwaitingCountersign } else { Standing::Open };
            let item = lodging.item;
            add_item(state, Author::ThisOffice, lodging, false, on, standing);
            Doing::Lodged(item)
        }
        ToDesk::Confide { item, channel, text, lapses, .. } => {
            let mut content = Content::new(text, lapses);
            content.form = Form::OralMessage;
            let lodging = Lodging::new(item, channel, content);
            add_item(state, Author::ThisOffice, lodging, true, on, Standing::Open);
            Doing::Lodged(item)
        }
        ToDesk::Countersign { item, .. } => {
            change(state, item, Item::countersign);
            Doing::Countersigned(item)
        }
        ToDesk::Recall { item, .. } => {
            change(state, item, |item| item.recall_asked = true);
            Doing::Recalled(item)
        }
        ToDesk::Approve { item, renditions, .. } => decided(state, item, renditions, true, on),
        ToDesk::Object { item, renditions, .. } => decided(state, item, renditions, false, on),
        ToDesk::Leave { item, given, .. } => {
            change(state, item, |item| item.leave = if given { Leave::Given } else { Leave::Withheld });
            Doing::LeaveDecided(item)
        }
        ToDesk::Dispose { conveyed, disposition, .. } => {
            if let Some(received) = state.received.get_mut(&conveyed) {
                received.dispositions.push(Disposed { by: Author::ThisOffice, disposition, on });
            }
            if disposition == Disposition::ReturnedUnread {
                erase_received(state, conveyed);
            }
            Doing::Disposed(conveyed)
        }
        ToDesk::Invoke { item, condition, .. } => {
            change(state, item, |item| item.invoke(condition));
            Doing::Invoked(item, condition)
        }
        ToDesk::Reply { question, text, .. } => {
            if let Some(question) = state.questions.get_mut(&question) {
                question.reply = Some((Author::ThisOffice, text));
            }
            Doing::Replied(question)
        }
        ToDesk::Confirm { item, confirmed, .. } => {
            change(state, item, |item| item.confirm(Author::ThisOffice, confirmed));
            if !confirmed {
                not_replaced(state, item);
            }
            Doing::Confirmed(item)
        }
        other => return super::matters::said(state, on, other),
    })
}

fn decided(state: &mut State, item: ItemId, renditions: Vec<RenditionId>, approved: bool, on: Civil) -> Doing {
    change(state, item, |item| item.decide(&renditions, Some(approved), on));
    Doing::Decided(item, renditions)
}

/// The desk refused an act: what it did here is undone, save where the refusal says that it was done already.
pub(super) fn undo(state: &mut State, act: ActId, reason: Refusal, on: Civil) {
    match state.doings.get(&act).cloned() {
        Some(Doing::Lodged(item)) => {
            not_replaced(state, item);
            end(state, item, Standing::Returned, Some(reason.to_string()));
        }
        Some(Doing::Countersigned(item)) if reason != Refusal::NoCountersign => change(state, item, |item| {
            item.countersigned = false;
            if item.standing == Standing::Open {
                item.standing = Standing::AwaitingCountersign;
            }
        }),
        Some(Doing::Recalled(item)) => change(state, item, |item| item.recall_asked = false),
        Some(Doing::Decided(item, renditions)) if reason != Refusal::AlreadyDecided => {
            change(state, item, |item| item.decide(&renditions, None, on));
        }
        Some(Doing::LeaveDecided(item)) if reason != Refusal::AlreadyDecided => {
            change(state, item, |item| item.leave = Leave::Asked);
        }
        Some(Doing::Disposed(conveyed)) => {
            if let Some(received) = state.received.get_mut(&conveyed) {
                let mine = received.dispositions.iter().rposition(|one| one.by == Author::ThisOffice);
                mine.map(|at| received.dispositions.remove(at));
            }
        }
        Some(Doing::Invoked(item, condition)) if reason != Refusal::AlreadyInvoked => change(state, item, |item| {
            item.invocations.retain(|one| one.condition != condition || one.stands != InvocationStands::Pending);
        }),
        Some(Doing::Replied(question)) if reason != Refusal::AlreadyReplied => {
            if let Some(question) = state.questions.get_mut(&question) {
                question.reply = None;
            }
        }
        Some(Doing::Confirmed(item)) if reason != Refusal::AlreadyDecided => change(state, item, |item| {
            item.confirmed = None;
            item.author = Author::WrittenDown;
        }),
        Some(Doing::Appointed(envoy, before)) => {
            match before {
                Some(before) => state.envoys.insert(envoy, before),
                None => state.envoys.remove(&envoy),
            };
        }
        Some(doing) => super::matters::undo(state, act, doing, reason),
        None => {}
    }
}

impl Item {
    /// Takes in what this party said to the desk's note of it: confirmed, it is the party's own.
    pub(super) fn confirm(&mut self, by: Author, confirmed: bool) {
        self.confirmed = Some(confirmed);
        if confirmed {
            self.author = by;
        }
    }

    pub(super) fn countersign(&mut self) {
        self.countersigned = true;
        if self.standing == Standing::AwaitingCountersign {
            self.standing = Standing::Open;
        }
    }

    /// Notes what was decided of words that were put to this party; nothing makes them open again.
    pub(super) fn decide(&mut self, renditions: &[RenditionId], approved: Option<bool>, on: Civil) {
        for asked in self.asked.iter_mut().filter(|one| renditions.contains(&one.words.rendition)) {
            asked.approved = approved;
            asked.decided_on = approved.map(|_| on);
        }
    }

    pub(super) fn invoke(&mut self, condition: u8) {
        if !self.invocations.iter().any(|one| one.condition == condition) {
            self.invocations.push(Invocation { condition, stands: InvocationStands::Pending });
        }
    }
}
