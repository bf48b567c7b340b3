//! What the desk said to this office. The same letter twice changes nothing the second time, for either end may have been
//! restored from a backup.

use super::{add_item, change, end, erase_received, not_replaced};
use crate::civil::{Civil, Day};
use crate::content::RenditionCopy;
use crate::conveyance::{Conveyance, Tie};
use crate::ids::{ActId, ChannelHandle, ConveyedId, ItemId};
use crate::letters::ToParty;
use crate::party::state::{
    Appointed, Asked, Author, Channel, Corrected, Disposed, Invocation, InvocationStands, Item, Leave, Notice,
    Question, Received, Standing, State, Told, Welcome,
};
use crate::refusal::Refusal;
use crate::vocabulary::{Disposition, Form};

pub(super) fn take(state: &mut State, on: Civil, letter: ToParty) {
    if let Some(item) = letter.of_own_item()
        && !state.items.contains_key(&item)
    {
        state.early.entry(item).or_default().push((on, letter));
        return;
    }
    match letter {
        ToParty::Welcome { party, principal, desk, envoy } => {
            state.welcome = Some(Welcome { party, principal, desk, envoy });
        }
        ToParty::ChannelOpened { channel, name, status, others } => {
            let number = state.channels.get(&channel).map(|known| known.number);
            let number = number.unwrap_or_else(|| state.next());
            let closed = state.channels.get(&channel).is_some_and(|known| known.closed);
            let co_mediators = state.channels.get(&channel).map(|known| known.co_mediators.clone()).unwrap_or_default();
            state.channels.insert(channel, Channel { number, name, status, others, co_mediators, closed });
        }
        ToParty::LabelChanged { channel, other } => {
            let others = state.channels.get_mut(&channel).map(|channel| &mut channel.others);
            for known in others.into_iter().flatten().filter(|known| known.number == other.number) {
                known.label.clone_from(&other.label);
            }
        }
        ToParty::Mandated { mandate } => {
            state.mandate = Some(Appointed { mandate, revoked: false });
            state.note(on, Notice::Mandated);
        }
        ToParty::Revoked { .. } => {
            state.mandate.iter_mut().for_each(|own| own.revoked = true);
            state.note(on, Notice::Revoked);
        }
        ToParty::Closed { channel } => closed(state, channel, on),
        ToParty::Convey(conveyance) => convey(state, (*conveyance).clone(), on),
        ToParty::Corrected(one) => {
            let (id, wording) = (one.id, one.wording.clone());
            change_received(state, one.of, |received| {
                if !received.corrections.iter().any(|known| known.id == id) {
                    received.corrections.push(Corrected { id, wording, on: on.day() });
                }
            });
        }
        ToParty::InvocationConveyed(one) => change_received(state, one.of, |received| {
            if !received.invoked.iter().any(|(known, _)| *known == one.condition) {
                received.invoked.push((one.condition, on.day()));
            }
        }),
        ToParty::KinDisposed { envoy, conveyed, disposition } => {
            let disposed = Disposed { by: Author::kin(envoy), disposition, on };
            change_received(state, conveyed, |received| {
                let told = |last: &Disposed| last.by == disposed.by && last.disposition == disposition;
                if !received.dispositions.last().is_some_and(told) {
                    received.dispositions.push(disposed);
                }
            });
            // What is handed back unread is gone, whichever of the party's offices hands it back.
            if disposition == Disposition::ReturnedUnread {
                erase_received(state, conveyed);
            }
        }
        ToParty::KinAnswered { conveyed, .. } => change_received(state, conveyed, |received| {
            received.answered_elsewhere = true;
            received.answered = true;
        }),
        ToParty::KinReplied { envoy, question, text } => {
            if let Some(question) = state.questions.get_mut(&question) {
                question.reply = Some((Author::kin(envoy), text));
            }
        }
        ToParty::Asked { question, channel, text, lapses, about } => {
            if !state.questions.contains_key(&question) {
                let number = state.next();
                let made = Question { number, channel, text, lapses, on, reply: None, about };
                state.questions.insert(question, made);
            }
        }
        ToParty::Refused { act, reason } => refused(state, act, reason, on),
        ToParty::KinLodged { envoy, lodging, confided } => {
            let declaration = lodging.content.form == Form::Declaration;
            let item = lodging.item;
            add_item(state, Author::kin(envoy), lodging, confided, on, Standing::Open);
            let pair = state.pairs.iter().find(|(_, pair)| pair.declared.as_ref().is_some_and(|(_, id)| *id == item));
            if let Some(pair) = pair.map(|(id, _)| *id).filter(|_| declaration) {
                change(state, item, |item| item.pair = Some(pair));
            }
        }
        ToParty::IntakeNoted { lodging } => {
            add_item(state, Author::WrittenDown, lodging, false, on, Standing::Open);
        }
        letter if letter.is_of_a_matter() => super::matters::heard(state, on, letter),
        other => own_item(state, on, other),
    }
}

/// What the desk says of an item of this party.
fn own_item(state: &mut State, on: Civil, letter: ToParty) {
    match letter {
        ToParty::ApprovalAsked { item, words } => change(state, item, |item| item.ask(words, on.day())),
        ToParty::ConveyedInYourName { item, words, on } => change(state, item, |item| {
            if item.told(words.rendition).is_none() {
                item.conveyed.push(Told { words, on });
            }
        }),
        ToParty::InvokedInYourName { item, condition, on } => {
            change(state, item, |item| item.invoked(condition, InvocationStands::Conveyed(on)));
        }
        ToParty::InvocationReturned { item, condition, reason } => {
            change(state, item, |item| item.invoked(condition, InvocationStands::Returned(reason)));
            state.note(on, Notice::InvocationReturned(item, condition));
        }
        ToParty::Returned { item, reason } => {
            end(state, item, Standing::Returned, Some(reason));
            state.note(on, Notice::Returned(item));
        }
        ToParty::Recalled { item } => {
            end(state, item, Standing::Recalled, None);
            // It was released, and nobody has it.
            change(state, item, |item| item.conveyed.clear());
            state.note(on, Notice::Recalled(item));
        }
        ToParty::Voided { item } => {
            end(state, item, Standing::Voided, None);
            state.note(on, Notice::Voided(item));
        }
        ToParty::CountersignAsked { item } => change(state, item, |item| {
            if item.standing == Standing::Open && !item.countersigned {
                item.standing = Standing::AwaitingCountersign;
            }
        }),
        ToParty::Countersigned { item } => change(state, item, Item::countersign),
        ToParty::Held { item } => {
            change(state, item, |item| item.standing = Standing::Held);
            state.note(on, Notice::Held(item));
        }
        ToParty::Admitted { item } => {
            change(state, item, |item| item.standing = Standing::Open);
            state.note(on, Notice::Admitted(item));
        }
        ToParty::LeaveAsked { item } => change(state, item, |item| item.leave = Leave::Asked),
        ToParty::KinDecided { item, renditions, approved, .. } => {
            change(state, item, |item| item.decide(&renditions, Some(approved), on));
        }
        ToParty::KinInvoked { item, condition, .. } => change(state, item, |item| item.invoke(condition)),
        ToParty::KinConfirmed { envoy, item, confirmed } => {
            change(state, item, |item| item.confirm(Author::kin(envoy), confirmed));
            if !confirmed {
                not_replaced(state, item);
            }
        }
        ToParty::SameAs { item, of } => {
            change(state, item, |item| item.same_as = Some(of));
            end(state, item, Standing::Voided, None);
        }
        ToParty::KinLeave { item, given, .. } => {
            change(state, item, |item| item.leave = if given { Leave::Given } else { Leave::Withheld });
        }
        _ => {}
    }
}

fn change_received(state: &mut State, conveyed: ConveyedId, with: impl FnOnce(&mut Received)) {
    if let Some(received) = state.received.get_mut(&conveyed) {
        with(received);
    }
}

fn convey(state: &mut State, conveyance: Conveyance, on: Civil) {
    let id = conveyance.id;
    if state.received.contains_key(&id) {
        return;
    }
    if let Some(Tie::Had(replaced)) = conveyance.supersedes {
        change_received(state, replaced, |received| received.superseded_by = Some(id));
    }
    let number = state.next();
    let received = Received {
        number,
        conveyance,
        on: on.day(),
        read: false,
        dispositions: Vec::new(),
        answered_by: Vec::new(),
        answered_elsewhere: false,
        answered: false,
        corrections: Vec::new(),
        invoked: Vec::new(),
        superseded_by: None,
        erased: false,
    };
    state.add_received(id, received);
}

fn closed(state: &mut State, channel: ChannelHandle, on: Civil) {
    if let Some(known) = state.channels.get_mut(&channel) {
        known.closed = true;
        state.note(on, Notice::Closed(channel));
        state.texts.values_mut().filter(|text| text.channel == channel).for_each(|text| text.stirred = on);
    }
}

fn refused(state: &mut State, act: ActId, reason: Refusal, on: Civil) {
    if state.refused.insert(act, reason).is_none() {
        super::said::undo(state, act, reason, on);
        state.note(on, Notice::Refused(act, reason));
    }
}

impl State {
    fn note(&mut self, on: Civil, notice: Notice) {
        let entry = (on.day(), notice);
        if self.notices.last() != Some(&entry) {
            self.notices.push(entry);
        }
    }
}

impl Author {
    pub(super) fn kin(envoy: Option<String>) -> Self {
        envoy.map_or(Self::Principal, Self::Envoy)
    }
}

impl Item {
    /// Takes in words that are put to this party. They take the place of open ones for the same addressees.
    fn ask(&mut self, words: RenditionCopy, on: Day) {
        if self.asked.iter().any(|one| one.words.rendition == words.rendition) {
            return;
        }
        let replaced = |one: &Asked| {
            let same_kind = one.words.corrects.is_some() == words.corrects.is_some();
            one.approved.is_none() && same_kind && one.words.to.iter().any(|number| words.to.contains(number))
        };
        self.asked.retain(|one| !replaced(one));
        self.asked.push(Asked { words, approved: None, on, decided_on: None });
    }

    fn invoked(&mut self, condition: u8, stands: InvocationStands) {
        match self.invocations.iter_mut().find(|one| one.condition == condition) {
            Some(known) => known.stands = stands,
            None => self.invocations.push(Invocation { condition, stands }),
        }
    }
}

impl ToParty {
    /// The item of this party that the letter tells something of; an item's own copy is not told of.
    pub(crate) const fn of_own_item(&self) -> Option<ItemId> {
        match self {
            Self::ApprovalAsked { item, .. }
            | Self::ConveyedInYourName { item, .. }
            | Self::InvokedInYourName { item, .. }
            | Self::Returned { item, .. }
            | Self::InvocationReturned { item, .. }
            | Self::CountersignAsked { item }
            | Self::Countersigned { item }
            | Self::KinDecided { item, .. }
            | Self::KinInvoked { item, .. }
            | Self::KinLeave { item, .. }
            | Self::Held { item }
            | Self::Admitted { item }
            | Self::Recalled { item }
            | Self::Voided { item }
            | Self::LeaveAsked { item }
            | Self::KinConfirmed { item, .. }
            | Self::SameAs { item, .. } => Some(*item),
            _ => None,
        }
    }
}
