//! Taking one event into the desk's state. Total: an event that names nothing known changes nothing.

mod practice;

use std::collections::{BTreeMap, BTreeSet};

use super::Event;
use super::record::{Author, Carries, Dispatch, Lodged, Rendition, Standing};
use super::recovery;
use super::state::{
    Asked, AtSeat, Channel, Declined, Disposed, Invocation, InvocationStands, Item, Leave, Party, Question, Reply,
    Seat, Sent, SetUp, State, Verdict,
};
use crate::civil::Civil;
use crate::content::Translation;
use crate::ids::{ChannelId, ConveyedId, ItemId, PartyId, SeatId};
use crate::naming;

/// Takes one event into the state.
pub fn evolve(state: &mut State, event: &Event) {
    take(state, event);
    state.note_moment(event);
}

fn take(state: &mut State, event: &Event) {
    match event.clone() {
        Event::Acted { act, .. } => {
            state.acts.insert(act);
        }
        Event::SetUp { name, officers, two_officers } => {
            let of_second_desks = BTreeMap::new();
            state.set_up = Some(SetUp { name, officers, of_second_desks, two_officers });
        }
        Event::PartyAdded { party, name, principal, calls } => {
            let made = Party { name, principal, address: None, calls, mandates: BTreeMap::new() };
            state.parties.insert(party, made);
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
            let made = Channel { number, name, parties, status, co_mediators: Vec::new(), closed: false };
            state.channels.insert(channel, made);
            state.index_channel(channel);
        }
        Event::ChannelClosed { channel, on } => {
            if let Some(closed) = state.channels.get_mut(&channel) {
                closed.closed = true;
            }
            for text in state.texts.values_mut().filter(|text| text.channel == channel) {
                text.stirred = text.stirred.max(on.unwrap_or(text.stirred));
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
        Event::Asked { question, channel, to, text, lapses, on, about, principal_only } => {
            let asked = Asked { channel, to, text, lapses, on, about, principal_only };
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
        }
        Event::ReleaseRecovered { item, seat, words, on } => recovery::note(state, item, seat, words, on),
        Event::Unplaced { seat, letter } => state.unplaced.push((seat, letter)),
        Event::Erased { item } => {
            let names = state.names_of(item);
            change(state, item, Item::erase);
            state.recovered.remove(&item);
            state.unplaced.retain(|(_, letter)| !letter.item().is_some_and(|name| names.contains(&name)));
        }
        Event::Recalled { item } => {
            state.undeclared(item);
            change(state, item, |item| item.standing = Standing::Recalled);
        }
        other => item_changed(state, other),
    }
}

/// The events that change one item and nothing else.
fn item_changed(state: &mut State, event: Event) {
    match event {
        Event::Countersigned { item } => change(state, item, |item| item.standing = Standing::Open),
        Event::Admitted { item, awaits } => change(state, item, |item| {
            item.standing = if awaits { Standing::AwaitingCountersign } else { Standing::Open };
        }),
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
        Event::Confirmed { item, seat, confirmed, reason } => {
            let party = state.seats.get(&seat).map(|holder| holder.party);
            change(state, item, |item| item.confirm(party, seat, confirmed, reason));
        }
        Event::Resembles { item, of, likeness } => change(state, item, |item| {
            item.resembles.insert(of, likeness);
        }),
        Event::SameAs { item, of } => change(state, item, |item| {
            item.same_as = Some(of);
            item.standing = Standing::Voided;
            item.resembles.remove(&of);
        }),
        Event::Distinct { item, of } => change(state, item, |item| {
            item.resembles.remove(&of);
        }),
        Event::Translated { item, translation, .. } => change(state, item, |item| item.translations.push(translation)),
        Event::WasRead { item, seat, on } => change(state, item, |item| item.read.push((seat, on))),
        other => practice::changed(state, other),
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
    let of_party = state.of_party.entry(seat.party).or_default();
    for earlier in of_party.iter() {
        if let Some(earlier) = state.seats.get_mut(earlier).filter(|earlier| earlier.envoy == seat.envoy) {
            earlier.retired = true;
        }
    }
    of_party.insert(id);
    let party = seat.party;
    state.seats.insert(id, seat);
    let channels: Vec<ChannelId> =
        state.channels.iter().filter(|(_, one)| one.parties.contains(&party)).map(|(id, _)| *id).collect();
    channels.into_iter().for_each(|channel| state.index_handle(id, channel));
    state.index_matters_of(id);
}

fn item_lodged(state: &mut State, lodged: Lodged, standing: Standing) {
    let id = lodged.item;
    if let Some(answered) = lodged.ties.answers {
        change(state, answered, |item| item.answered_by.push(id));
    }
    let number = state.next();
    state.add_item(id, Item::new(number, lodged, standing));
    for (seat, words, on) in state.recovered.remove(&id).unwrap_or_default() {
        recovery::note(state, id, seat, words, on);
    }
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
    /// The next number of an item, a channel or another matter.
    pub(super) const fn next(&mut self) -> u64 {
        self.count += 1;
        self.count
    }

    /// Computes the handles of a channel at the offices of its parties.
    fn index_channel(&mut self, channel: ChannelId) {
        let parties = self.channels.get(&channel).map(|one| one.parties.clone()).unwrap_or_default();
        for seat in self.every_seat_of(&parties) {
            self.index_handle(seat, channel);
        }
    }

    fn index_handle(&mut self, seat: SeatId, channel: ChannelId) {
        if let Some(holder) = self.seats.get(&seat) {
            self.handles.insert((seat, naming::channel_handle(holder.key, channel)), channel);
        }
    }

    /// The offices of these parties, retired ones too: what they wrote may still be on its way.
    fn every_seat_of(&self, parties: &[PartyId]) -> Vec<SeatId> {
        parties.iter().filter_map(|party| self.of_party.get(party)).flatten().copied().collect()
    }

    /// Computes the handles of a matter of some parties at their offices.
    pub(super) fn index_matter(&mut self, of: &[PartyId], matter: AtSeat) {
        for seat in self.every_seat_of(of) {
            self.index_matter_at(seat, matter);
        }
    }

    fn index_matter_at(&mut self, seat: SeatId, matter: AtSeat) {
        let Some(key) = self.seats.get(&seat).map(|holder| holder.key) else { return };
        let name = match matter {
            AtSeat::Pair(id) => naming::pair_handle(key, id).0,
            AtSeat::Proposal(id) => naming::proposal_handle(key, id).0,
            AtSeat::Offer(id) => naming::offer_handle(key, id).0,
            AtSeat::Readout(id) => naming::readout_handle(key, id).0,
            AtSeat::Text(id) => naming::text_handle(key, id).0,
        };
        self.at_seats.insert((seat, name), matter);
    }

    /// Computes the handles at a new office of all that its party has part in.
    fn index_matters_of(&mut self, seat: SeatId) {
        let Some(party) = self.seats.get(&seat).map(|holder| holder.party) else { return };
        let within = |channel: &ChannelId| self.channels.get(channel).is_some_and(|one| one.parties.contains(&party));
        let pairs = self.pairs.iter().filter(|(_, one)| within(&one.channel)).map(|(id, _)| AtSeat::Pair(*id));
        let proposals =
            self.proposals.iter().filter(|(_, one)| within(&one.channel)).map(|(id, _)| AtSeat::Proposal(*id));
        let offers = self.offers.iter().filter(|(_, one)| one.to.contains(&party)).map(|(id, _)| AtSeat::Offer(*id));
        let readouts =
            self.readouts.iter().filter(|(_, one)| one.concerns.contains(&party)).map(|(id, _)| AtSeat::Readout(*id));
        let texts = self.texts.iter().filter(|(_, one)| within(&one.channel)).map(|(id, _)| AtSeat::Text(*id));
        let all: Vec<AtSeat> = pairs.chain(proposals).chain(offers).chain(readouts).chain(texts).collect();
        all.into_iter().for_each(|matter| self.index_matter_at(seat, matter));
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
            own: lodged.own,
            pair: None,
            confirmed: None,
            resembles: BTreeMap::new(),
            same_as: None,
            translations: Vec::new(),
            read: Vec::new(),
            moments: Vec::new(),
            dropped: BTreeSet::new(),
            erased: false,
        }
    }

    /// Takes a rendition in, once; said again it becomes the one that counts.
    pub(super) fn add_rendition(&mut self, rendition: Rendition) {
        self.dropped.remove(&rendition.id);
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

    /// Takes in what its sender said to the desk's note: confirmed, it is the party's own.
    fn confirm(&mut self, party: Option<PartyId>, seat: SeatId, confirmed: bool, reason: Option<String>) {
        self.confirmed = Some((confirmed, reason));
        if let (true, Some(party)) = (confirmed, party) {
            self.author = Author::Party { party, seat };
        }
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
        self.confirmed = self.confirmed.take().map(|(confirmed, _)| (confirmed, None));
        self.translations = self.translations.iter().map(Translation::erased).collect();
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
            Author::Desk { .. } | Author::Told { .. } => None,
            Author::Party { seat, .. } => Some(seat),
        }
    }
}
