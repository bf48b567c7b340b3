//! Taking one event into the desk's state. Total: an event that names nothing known changes nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::Event;
use super::record::{Author, Carries, Dispatch, Lodged, Rendition, Standing};
use super::recovery;
use super::state::{
    Asked, Channel, Declined, Disposed, Invocation, InvocationStands, Item, Leave, Party, Question, Reply, Seat, Sent,
    SetUp, State, Verdict,
};
use crate::civil::Civil;
use crate::ids::{ConveyedId, ItemId, SeatId};
use crate::naming;

/// Takes one event into the state.
pub fn evolve(state: &mut State, event: &Event) {
    match event.clone() {
        Event::Acted { act, .. } => {
            state.acts.insert(act);
        }
        Event::SetUp { name, officers, two_officers } => state.set_up = Some(SetUp { name, officers, two_officers }),
        Event::PartyAdded { party, name, principal, calls } => {
            state.parties.insert(party, Party { name, principal, calls, mandates: BTreeMap::new() });
        }
        Event::LabelSet { party, other, label } => {
            if let Some(party) = state.parties.get_mut(&party) {
                party.calls.insert(other, label);
            }
        }
        Event::SeatEnrolled { seat, party, envoy, key } => {
            seat_enrolled(state, seat, Seat { party, envoy, key, retired: false });
        }
        Event::ChannelOpened { channel, name, parties, status } => {
            let number = state.next();
            state.channels.insert(channel, Channel { number, name, parties, status, closed: false });
            state.index_handles();
        }
        Event::ChannelClosed { channel } => {
            if let Some(channel) = state.channels.get_mut(&channel) {
                channel.closed = true;
            }
        }
        Event::Appointed { party, envoy, mandate } => {
            if let Some(party) = state.parties.get_mut(&party) {
                party.mandates.insert(envoy, mandate);
            }
        }
        Event::MandateRevoked { party, envoy } => {
            let mandate = state.parties.get_mut(&party).and_then(|party| party.mandates.get_mut(&envoy));
            mandate.into_iter().for_each(|mandate| mandate.revoked = true);
        }
        Event::Asked { question, channel, to, text, lapses, on } => {
            let asked = Asked { channel, to, text, lapses, on };
            let number = state.next();
            state.questions.insert(question, Question { number, asked, reply: None });
        }
        Event::Replied { question, seat, text, on } => {
            if let Some(question) = state.questions.get_mut(&question) {
                question.reply = Some(Reply { seat, text, on });
            }
        }
        Event::Declined { seat, act, reason } => state.declined.push(Declined { seat, act, reason }),
        Event::ItemLodged { lodged, standing } => item_lodged(state, lodged, standing),
        Event::Superseded { item, by } => change(state, item, |item| item.superseded_by = Some(by)),
        Event::Rendered { item, rendition } => change(state, item, |item| item.add_rendition(rendition)),
        Event::Released { item, officer, on, dispatches } => released(state, item, officer, on, &dispatches),
        Event::Called { seat, conveyed } => change_sent(state, seat, conveyed, |sent| sent.called = true),
        Event::Delivered { seat, conveyed, on } => change_sent(state, seat, conveyed, |sent| {
            sent.called = true;
            sent.delivered = Some(on);
        }),
        Event::Withdrawn { seat, conveyed } => {
            change_sent(state, seat, conveyed, |sent| sent.withdrawn = true);
            state.sent.remove(&(seat, conveyed));
        }
        Event::ConveyanceRecovered { seat, conveyance } => {
            state.untraced.insert((seat, conveyance.id), conveyance);
            recovery::trace(state);
        }
        Event::ReleaseRecovered { item, seat, words, on } => {
            recovery::note(state, item, seat, words, on);
            recovery::trace(state);
        }
        Event::Unplaced { seat, letter } => state.unplaced.push((seat, letter)),
        Event::Erased { item } => {
            change(state, item, Item::erase);
            state.recovered.remove(&item);
            state.unplaced.retain(|(_, letter)| letter.item() != Some(item.0));
        }
        other => item_changed(state, other),
    }
}

/// The events that change one item and nothing else.
fn item_changed(state: &mut State, event: Event) {
    match event {
        Event::Countersigned { item } | Event::Admitted { item } => {
            change(state, item, |item| item.standing = Standing::Open);
        }
        Event::Approved { item, rendition, .. } => change(state, item, |item| {
            item.verdicts.insert(rendition, Verdict::Approved);
        }),
        Event::ObjectedTo { item, rendition, reason, .. } => change(state, item, |item| {
            item.verdicts.insert(rendition, Verdict::ObjectedTo(reason));
        }),
        Event::Returned { item, reason } => change(state, item, |item| {
            item.standing = Standing::Returned;
            item.returned = Some(reason);
        }),
        Event::PendingDeclined { item, reason } => change(state, item, |item| item.decline_pending(&reason)),
        Event::Recalled { item } => change(state, item, |item| item.standing = Standing::Recalled),
        Event::Voided { item } => change(state, item, |item| item.standing = Standing::Voided),
        Event::Disposed { item, seat, disposition, on } => {
            let party = state.seats.get(&seat).map(|seat| seat.party);
            change(state, item, |item| {
                item.dispositions.extend(party.map(|party| Disposed { party, seat, disposition, on }));
            });
        }
        Event::Invoked { item, seat, condition, on } => change(state, item, |item| {
            item.invocations.push(Invocation { condition, seat, on, stands: InvocationStands::Pending });
        }),
        Event::LeaveAsked { item } => change(state, item, |item| item.leave = Leave::Asked),
        Event::LeaveDecided { item, given, .. } => change(state, item, |item| {
            item.leave = if given { Leave::Given } else { Leave::Withheld };
        }),
        _ => {}
    }
}

fn change(state: &mut State, item: ItemId, with: impl FnOnce(&mut Item)) {
    if let Some(item) = state.items.get_mut(&item) {
        with(item);
    }
}

fn change_sent(state: &mut State, seat: SeatId, conveyed: ConveyedId, with: impl Fn(&mut Sent)) {
    let item = state.sent.get(&(seat, conveyed)).and_then(|id| state.items.get_mut(id));
    for sent in item.into_iter().flat_map(|item| &mut item.conveyances) {
        if sent.dispatch.seat == seat && sent.dispatch.id == conveyed && !sent.withdrawn {
            with(sent);
        }
    }
}

fn seat_enrolled(state: &mut State, id: SeatId, seat: Seat) {
    for earlier in state.seats.values_mut() {
        if earlier.party == seat.party && earlier.envoy == seat.envoy {
            earlier.retired = true;
        }
    }
    state.seats.insert(id, seat);
    state.index_handles();
}

fn item_lodged(state: &mut State, lodged: Lodged, standing: Standing) {
    let id = lodged.item;
    if let Some(answered) = lodged.ties.answers {
        change(state, answered, |item| item.answered_by.push(id));
    }
    let number = state.next();
    state.items.insert(id, Item::new(number, lodged, standing));
    for (seat, words, on) in state.recovered.remove(&id).unwrap_or_default() {
        recovery::note(state, id, seat, words, on);
    }
    recovery::trace(state);
}

fn released(state: &mut State, id: ItemId, officer: String, on: Civil, dispatches: &[Dispatch]) {
    for dispatch in dispatches {
        state.sent.insert((dispatch.seat, dispatch.id), id);
        state.untraced.remove(&(dispatch.seat, dispatch.id));
    }
    change(state, id, |item| {
        for dispatch in dispatches {
            item.add_sent(*dispatch, on);
        }
        item.released.get_or_insert((officer, on));
    });
}

impl State {
    /// The next number of an item, a channel or a question.
    fn next(&mut self) -> u64 {
        self.count += 1;
        self.count
    }

    /// Computes what each seat's handles name.
    fn index_handles(&mut self) {
        for (id, channel) in &self.channels {
            for (seat, holder) in self.seats.iter().filter(|(_, holder)| channel.parties.contains(&holder.party)) {
                self.handles.insert((*seat, naming::channel_handle(holder.key, *id)), *id);
            }
        }
    }
}

impl Item {
    /// An item as it came in.
    pub(super) fn new(number: u64, lodged: Lodged, standing: Standing) -> Self {
        Self {
            number,
            channel: lodged.channel,
            author: lodged.author,
            content: lodged.content,
            to: lodged.to,
            handling: lodged.handling,
            approve: lodged.approve,
            not_before: lodged.not_before,
            not_after: lodged.not_after,
            ties: lodged.ties,
            confided: lodged.confided,
            lodged_on: lodged.on,
            standing,
            leave: Leave::NotAsked,
            returned: None,
            superseded_by: None,
            answered_by: Vec::new(),
            renditions: Vec::new(),
            verdicts: BTreeMap::new(),
            released: None,
            conveyances: Vec::new(),
            dispositions: Vec::new(),
            invocations: Vec::new(),
            dropped: BTreeSet::new(),
            erased: false,
        }
    }

    /// Takes a rendition in, once; said again it becomes the one that counts.
    pub(super) fn add_rendition(&mut self, rendition: Rendition) {
        self.renditions.retain(|one| one.id != rendition.id);
        self.renditions.push(rendition);
    }

    /// Takes in what was sent, and with it that what waited for its release was released.
    pub(super) fn add_sent(&mut self, dispatch: Dispatch, released_on: Civil) {
        if let Carries::Invocation { condition, .. } = dispatch.carries {
            for invocation in self.invocations.iter_mut().filter(|one| one.condition == condition) {
                invocation.stands = InvocationStands::Released;
            }
        }
        let delivered = dispatch.had.then_some(released_on);
        self.conveyances.push(Sent { dispatch, released_on, called: dispatch.had, withdrawn: false, delivered });
    }

    fn decline_pending(&mut self, reason: &str) {
        let dropped: Vec<_> = self.pending_corrections().map(|one| one.id).collect();
        self.dropped.extend(dropped);
        for invocation in self.invocations.iter_mut().filter(|one| one.stands == InvocationStands::Pending) {
            invocation.stands = InvocationStands::Returned(reason.to_owned());
        }
    }

    fn erase(&mut self) {
        self.erased = true;
        self.content = self.content.erased();
        self.returned = None;
        for rendition in &mut self.renditions {
            rendition.wording = rendition.wording.erased();
        }
        for verdict in self.verdicts.values_mut() {
            if let Verdict::ObjectedTo(reason) = verdict {
                *reason = None;
            }
        }
        for invocation in &mut self.invocations {
            if let InvocationStands::Returned(reason) = &mut invocation.stands {
                reason.clear();
            }
        }
    }

    /// The office that it is from; none for the desk's own.
    pub(super) const fn seat(&self) -> Option<SeatId> {
        match self.author {
            Author::Desk { .. } => None,
            Author::Party { seat, .. } => Some(seat),
        }
    }
}
