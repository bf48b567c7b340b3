//! How the house is set up: the desk, its parties, their offices, their channels.

use std::collections::{BTreeMap, BTreeSet};

use super::{Decision, Event, Officer, matters};
use crate::civil::Civil;
use crate::content::Other;
use crate::desk::record::Mandate;
use crate::desk::state::{Seat, State};
use crate::ids::{ChannelId, ItemId, PartyId, SeatId, SeatKey};
use crate::letters::ToParty;
use crate::naming::channel_handle;
use crate::refusal::Refusal;
use crate::rules;
use crate::vocabulary::Status;

impl Officer<'_> {
    pub(super) fn set_up(&self, name: String, officers: Vec<String>, two_officers: bool) -> Result<Decision, Refusal> {
        if self.state.set_up.is_some() {
            return Err(Refusal::AlreadySetUp);
        }
        rules::name(&name)?;
        rules::at_most(officers.len(), rules::MANY)?;
        officers.iter().try_for_each(|officer| rules::name(officer))?;
        let officers = if officers.is_empty() { vec![rules::SOLE_OFFICER.to_owned()] } else { officers };
        if two_officers && officers.iter().collect::<BTreeSet<_>>().len() < 2 {
            return Err(Refusal::TooFewOfficers);
        }
        Ok(Decision::of(Event::SetUp { name, officers, two_officers }))
    }

    pub(super) fn add_party(
        &self,
        party: PartyId,
        name: String,
        principal: String,
        calls: BTreeMap<PartyId, String>,
    ) -> Result<Decision, Refusal> {
        if self.state.parties.contains_key(&party) {
            return Err(Refusal::IdTaken);
        }
        rules::name(&name)?;
        rules::name(&principal)?;
        rules::at_most(calls.len(), rules::MANY)?;
        calls.values().try_for_each(|label| rules::name(label))?;
        Ok(Decision::of(Event::PartyAdded { party, name, principal, calls }))
    }

    pub(super) fn set_label(&self, party: PartyId, other: PartyId, label: String) -> Result<Decision, Refusal> {
        rules::name(&label)?;
        let state = self.state;
        if party == other || !state.parties.contains_key(&party) || !state.parties.contains_key(&other) {
            return Err(Refusal::UnknownParty);
        }
        let mut decision = Decision::of(Event::LabelSet { party, other, label: label.clone() });
        for id in state.channels.keys() {
            let Some(number) = state.number_of(*id, party, other) else { continue };
            for (seat, holder) in state.seats_of(party).filter(|(seat, _)| state.sees(*seat, *id, self.now)) {
                let channel = channel_handle(holder.key, *id);
                let other = Other { number, label: label.clone() };
                decision.tell(seat, ToParty::LabelChanged { channel, other }, None);
            }
        }
        Ok(decision)
    }

    pub(super) fn enrol(
        &self,
        seat: SeatId,
        party: PartyId,
        envoy: Option<String>,
        key: SeatKey,
    ) -> Result<Decision, Refusal> {
        let state = self.state;
        if state.seats.contains_key(&seat) || state.seats.values().any(|one| one.key == key) {
            return Err(Refusal::IdTaken);
        }
        envoy.iter().try_for_each(|envoy| rules::name(envoy))?;
        let of = state.parties.get(&party).ok_or(Refusal::UnknownParty)?;
        let desk = state.set_up.as_ref().ok_or(Refusal::NotSetUp)?;
        let mut decision = Decision::of(Event::SeatEnrolled { seat, party, envoy: envoy.clone(), key });
        if let Some(earlier) = state.seat_of(party, envoy.as_deref()) {
            take_back_from(state, earlier, &mut decision);
        }
        let welcome = ToParty::Welcome {
            party: of.name.clone(),
            principal: of.principal.clone(),
            desk: desk.name.clone(),
            envoy: envoy.clone(),
        };
        decision.tell(seat, welcome, None);
        let holder = Seat { party, envoy, key, retired: false };
        match state.mandate_of(&holder).filter(|mandate| !mandate.revoked) {
            None if holder.envoy.is_some() => {}
            None => {
                let open = state.channels.iter().filter(|(_, one)| one.parties.contains(&party) && !one.closed);
                for (id, _) in open {
                    decision.tell(seat, channel_opened(state, &holder, *id), None);
                    show_open(state, seat, &holder, *id, None, self.now, &mut decision);
                }
                for (letter, of) in super::readouts::open(state, (seat, &holder), None) {
                    decision.tell(seat, letter, of);
                }
            }
            Some(mandate) => {
                let mandate = mandate.clone();
                let known = BTreeSet::new();
                super::mandates::tell_mandate(state, seat, &holder, (&mandate, &known), self.now, &mut decision);
            }
        }
        for (number, interest) in (1..).zip(&state.interests) {
            let letter = ToParty::InterestDeclared { number, words: interest.words.clone(), on: interest.on.day() };
            decision.tell(seat, letter, None);
        }
        Ok(decision)
    }

    pub(super) fn add_officer(&self, name: String, desk: Option<String>) -> Result<Decision, Refusal> {
        rules::name(&name)?;
        desk.iter().try_for_each(|desk| rules::name(desk))?;
        let officers = self.state.set_up.as_ref().map(|set_up| set_up.officers.as_slice()).unwrap_or_default();
        rules::at_most(officers.len().saturating_add(1), rules::MANY)?;
        if officers.contains(&name) {
            return Err(Refusal::OfficerThere);
        }
        Ok(Decision::of(Event::OfficerAdded { name, desk }))
    }

    pub(super) fn remove_officer(&self, name: String) -> Result<Decision, Refusal> {
        let set_up = self.state.set_up.as_ref().filter(|set_up| set_up.officers.contains(&name));
        let set_up = set_up.ok_or(Refusal::UnknownOfficer)?;
        // The officers of second desks release nothing outside their channels: they are none of those that a desk needs.
        let own = set_up.officers.iter().filter(|one| !set_up.of_second_desks.contains_key(*one) && **one != name);
        let needed = if set_up.two_officers { 2 } else { 1 };
        if name == self.name || own.count() < needed {
            return Err(Refusal::LastOfficer);
        }
        Ok(Decision::of(Event::OfficerRemoved { name }))
    }

    pub(super) fn set_address(&self, party: PartyId, address: String) -> Result<Decision, Refusal> {
        rules::name(&address)?;
        if !self.state.parties.contains_key(&party) {
            return Err(Refusal::UnknownParty);
        }
        Ok(Decision::of(Event::AddressSet { party, address }))
    }

    pub(super) fn co_mediate(&self, channel: ChannelId, desk: String) -> Result<Decision, Refusal> {
        rules::name(&desk)?;
        let found = self.open(channel)?;
        if found.co_mediators.contains(&desk) {
            return Ok(Decision::default());
        }
        rules::at_most(found.co_mediators.len().saturating_add(1), *rules::PARTIES.end())?;
        let mut decision = Decision::of(Event::CoMediatorSet { channel, desk: desk.clone() });
        for party in &found.parties {
            for (seat, holder) in self.state.seats_of(*party) {
                if self.state.sees(seat, channel, self.now) {
                    let channel = channel_handle(holder.key, channel);
                    decision.tell(seat, ToParty::CoMediated { channel, desk: desk.clone() }, None);
                }
            }
        }
        Ok(decision)
    }

    pub(super) fn open_channel(
        &self,
        channel: ChannelId,
        name: String,
        parties: Vec<PartyId>,
        status: Vec<Status>,
    ) -> Result<Decision, Refusal> {
        let state = self.state;
        if state.channels.contains_key(&channel) {
            return Err(Refusal::IdTaken);
        }
        rules::name(&name)?;
        rules::at_most(status.len(), Status::ALL.len())?;
        let different: BTreeSet<_> = parties.iter().collect();
        if different.len() != parties.len() || !rules::PARTIES.contains(&parties.len()) {
            return Err(Refusal::TwoToSix);
        }
        if parties.iter().any(|party| !state.parties.contains_key(party)) {
            return Err(Refusal::UnknownParty);
        }
        let opened =
            Event::ChannelOpened { channel, name: name.clone(), parties: parties.clone(), status: status.clone() };
        let mut decision = Decision::of(opened);
        for party in &parties {
            let others = others(state, &parties, *party);
            for (seat, holder) in state.seats_of(*party).filter(|(_, holder)| holder.envoy.is_none()) {
                let (channel, name) = (channel_handle(holder.key, channel), name.clone());
                let (status, others) = (status.clone(), others.clone());
                decision.tell(seat, ToParty::ChannelOpened { channel, name, status, others }, None);
            }
        }
        Ok(decision)
    }

    pub(super) fn close(&self, channel: ChannelId) -> Result<Decision, Refusal> {
        let state = self.state;
        let found = state.channels.get(&channel).ok_or(Refusal::UnknownChannel)?;
        if found.closed {
            return Err(Refusal::Closed);
        }
        let mut decision = closing(state, channel, self.now);
        for party in &found.parties {
            for (seat, holder) in state.seats_of(*party).filter(|(seat, _)| state.sees(*seat, channel, self.now)) {
                let channel = channel_handle(holder.key, channel);
                decision.tell(seat, ToParty::Closed { channel }, None);
            }
        }
        Ok(decision)
    }
}

/// A channel's closing: what was not conveyed in it is void.
pub(super) fn closing(state: &State, channel: ChannelId, now: Civil) -> Decision {
    let mut decision = Decision::of(Event::ChannelClosed { channel, on: Some(now) });
    super::pairs::closing(state, channel, now, &mut decision);
    let ended: BTreeSet<ItemId> = decision.events.iter().filter_map(voided).collect();
    for (id, seen) in state.items.all().filter(|(id, _)| !ended.contains(id)) {
        let item = seen.glance();
        let stands = item.is_open_at(now) || item.is_on_its_way;
        if item.channel == channel
            && !item.confided
            && stands
            && let Some(item) = seen.whole()
        {
            decision.void(state, id, &item, now);
        }
    }
    decision
}

const fn voided(event: &Event) -> Option<ItemId> {
    match event {
        Event::Voided { item } => Some(*item),
        _ => None,
    }
}

/// Shows an office what is open in a channel that it sees from now on.
pub(super) fn show_open(
    state: &State,
    seat: SeatId,
    holder: &Seat,
    channel: ChannelId,
    mandate: Option<&Mandate>,
    now: Civil,
    decision: &mut Decision,
) {
    for (letter, of) in matters::show_open(state, (seat, holder), channel, mandate, now) {
        decision.tell(seat, letter, of);
    }
}

/// The letter that shows a channel to an office.
pub(super) fn channel_opened(state: &State, holder: &Seat, channel: ChannelId) -> ToParty {
    let found = state.channels.get(&channel);
    ToParty::ChannelOpened {
        channel: channel_handle(holder.key, channel),
        name: found.map(|one| one.name.clone()).unwrap_or_default(),
        status: found.map(|one| one.status.clone()).unwrap_or_default(),
        others: found.map(|one| others(state, &one.parties, holder.party)).unwrap_or_default(),
    }
}

/// A channel's parties but one, as that one is shown them.
fn others(state: &State, parties: &[PartyId], viewer: PartyId) -> Vec<Other> {
    let others = parties.iter().filter(|one| **one != viewer);
    (1..).zip(others).map(|(number, other)| Other { number, label: state.label(viewer, *other).to_owned() }).collect()
}

/// Takes back what is on its way to an office that will not get it any more.
pub(super) fn take_back_from(state: &State, seat: SeatId, decision: &mut Decision) {
    for item in super::line::on_their_way(state) {
        let there =
            item.conveyances.iter().filter(|sent| sent.dispatch.seat == seat && !sent.called && !sent.withdrawn);
        there.for_each(|sent| decision.take_back(seat, sent.dispatch.id));
    }
}
