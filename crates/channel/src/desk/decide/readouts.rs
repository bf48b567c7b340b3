//! Readouts: drafted with those whom they concern and the items that they mention, cleared by each of them, published.

use super::letter::Heard;
use super::{Decision, Event, Officer};
use crate::civil::Civil;
use crate::desk::readouts::Readout;
use crate::desk::state::{AtSeat, Seat, State};
use crate::ids::{ChannelId, ItemId, PartyId, ReadoutHandle, ReadoutId, SeatId};
use crate::letters::ToParty;
use crate::lint::words_warnings;
use crate::naming::readout_handle;
use crate::refusal::Refusal;
use crate::rules;
use crate::vocabulary::{Act, ReadoutState};
use crate::warning::Warning;
use crate::words::Name;

impl Officer<'_> {
    pub(super) fn draft(
        &self,
        readout: ReadoutId,
        text: String,
        concerns: Vec<PartyId>,
        mentions: Vec<ItemId>,
        channel: Option<ChannelId>,
    ) -> Result<Decision, Refusal> {
        let state = self.state;
        let before = state.readouts.get(&readout);
        before.map_or(Ok(()), may_still_change)?;
        rules::text(&text)?;
        rules::at_most(concerns.len(), rules::MANY)?;
        rules::at_most(mentions.len(), rules::MANY)?;
        if concerns.is_empty() || concerns.iter().any(|party| !state.parties.contains_key(party)) {
            return Err(Refusal::UnknownParty);
        }
        if mentions.iter().any(|item| !state.items.contains_key(item)) {
            return Err(Refusal::UnknownItem);
        }
        if let Some(channel) = channel {
            let found = state.channels.get(&channel).ok_or(Refusal::UnknownChannel)?;
            Self::named(found, &concerns)?;
        }
        let revision = before.map_or(0, |before| before.revision).saturating_add(1);
        let mut decision = Decision::of(Event::Drafted {
            readout,
            channel,
            text: text.clone(),
            concerns: concerns.clone(),
            mentions: mentions.clone(),
            officer: self.name.to_owned(),
            on: self.now,
        });
        for party in &concerns {
            let seats = seats_that_clear(state, *party, channel, self.now);
            if seats.is_empty() {
                return Err(Refusal::NoOffice);
            }
            for seat in seats {
                let Some(holder) = state.seats.get(&seat) else { continue };
                let letter = shown(state, (seat, holder), readout, (&text, &mentions, revision));
                decision.tell(seat, letter, Some(readout.0));
            }
        }
        let places = state.touches(&text, &concerns).len();
        if places > 0 {
            decision.warnings.push(Warning::Touches(u32::try_from(places).unwrap_or(u32::MAX)));
        }
        decision.warnings.extend(words_warnings([&text]));
        Ok(decision)
    }

    pub(super) fn publish(&self, id: ReadoutId) -> Result<Decision, Refusal> {
        let readout = self.state.readouts.get(&id).ok_or(Refusal::UnknownReadout)?;
        match readout.state() {
            ReadoutState::Cleared if readout.text.is_empty() => return Err(Refusal::Erased),
            ReadoutState::Cleared => {}
            ReadoutState::AwaitingClearance | ReadoutState::ObjectedTo => return Err(Refusal::NotCleared),
            ReadoutState::Published => return Err(Refusal::AlreadyPublished),
            ReadoutState::Withdrawn => return Err(Refusal::ReadoutWithdrawn),
        }
        let (officer, on) = (self.name.to_owned(), self.now);
        let mut decision = Decision::of(Event::Published { readout: id, officer, on });
        let letter = |handle| ToParty::ReadoutPublished { readout: handle, on: self.now.day() };
        self.tell_concerned(id, readout, letter, &mut decision);
        Ok(decision)
    }

    pub(super) fn withdraw_readout(&self, id: ReadoutId) -> Result<Decision, Refusal> {
        let readout = self.state.readouts.get(&id).ok_or(Refusal::UnknownReadout)?;
        // A draft that was forgotten can still be withdrawn.
        may_still_change(readout).or_else(|refusal| if refusal == Refusal::Erased { Ok(()) } else { Err(refusal) })?;
        let mut decision = Decision::of(Event::ReadoutWithdrawn { readout: id, on: Some(self.now) });
        self.tell_concerned(id, readout, |handle| ToParty::ReadoutWithdrawn { readout: handle }, &mut decision);
        Ok(decision)
    }

    fn tell_concerned(
        &self,
        id: ReadoutId,
        readout: &Readout,
        letter: impl Fn(ReadoutHandle) -> ToParty,
        decision: &mut Decision,
    ) {
        for party in &readout.concerns {
            for seat in seats_that_clear(self.state, *party, readout.channel, self.now) {
                if let Some(holder) = self.state.seats.get(&seat) {
                    decision.tell(seat, letter(readout_handle(holder.key, id)), None);
                }
            }
        }
    }
}

/// A draft, as an office is shown it: its text, the items that it mentions, and which draft it is.
fn shown(
    state: &State,
    (seat, holder): (SeatId, &Seat),
    id: ReadoutId,
    (text, mentions, revision): (&str, &[ItemId], u32),
) -> ToParty {
    let (readout, mentions) = (readout_handle(holder.key, id), state.ties_at(seat, mentions));
    ToParty::ReadoutDrafted { readout, text: text.to_owned(), mentions, revision }
}

/// The drafts, of a channel or of none, that an office may clear from now on, with the names of whose words they are.
pub(super) fn open(
    state: &State,
    (seat, holder): (SeatId, &Seat),
    channel: Option<ChannelId>,
) -> Vec<(ToParty, Option<Name>)> {
    let concerning =
        state.readouts.iter().filter(|(_, one)| one.channel == channel && one.concerns.contains(&holder.party));
    let open = concerning.filter(|(_, one)| may_still_change(one).is_ok());
    open.map(|(id, one)| (shown(state, (seat, holder), *id, (&one.text, &one.mentions, one.revision)), Some(id.0)))
        .collect()
}

/// Whether it may still be cleared and drafted anew: a text that was forgotten can be neither.
const fn may_still_change(readout: &Readout) -> Result<(), Refusal> {
    if readout.published.is_some() {
        Err(Refusal::AlreadyPublished)
    } else if readout.withdrawn {
        Err(Refusal::ReadoutWithdrawn)
    } else if readout.text.is_empty() {
        Err(Refusal::Erased)
    } else {
        Ok(())
    }
}

/// The offices of a party that may clear a readout: of a channel, those with a mandate for it; of none, the principal's.
fn seats_that_clear(state: &State, party: PartyId, channel: Option<ChannelId>, now: Civil) -> Vec<SeatId> {
    match channel {
        Some(channel) => state.seats_that_may(party, channel, Act::Clear, now),
        None => state.seat_of(party, None).into_iter().collect(),
    }
}

impl Heard<'_> {
    pub(super) fn clear(
        &self,
        handle: ReadoutHandle,
        revision: u32,
        cleared: bool,
        reason: Option<String>,
    ) -> Result<Decision, Refusal> {
        reason.iter().try_for_each(|reason| rules::clause(reason))?;
        let state = self.state;
        let Some(AtSeat::Readout(id)) = state.at_seat(self.seat, handle.0) else {
            return Err(Refusal::UnknownReadout);
        };
        let readout = state.readouts.get(&id).ok_or(Refusal::UnknownReadout)?;
        let party = self.holder.party;
        if !readout.concerns.contains(&party) {
            return Err(Refusal::UnknownReadout);
        }
        if !seats_that_clear(state, party, readout.channel, self.now).contains(&self.seat) {
            return Err(Refusal::NotMandated);
        }
        may_still_change(readout)?;
        if revision != readout.revision {
            return Err(Refusal::UnknownVersion);
        }
        if readout.clearances.get(&party).is_some_and(|before| before.cleared == cleared) {
            return Err(Refusal::AlreadyDecided);
        }
        let (seat, on) = (self.seat, self.now);
        let mut decision = Decision::of(Event::Cleared { readout: id, seat, cleared, reason, on });
        let kin = seats_that_clear(state, party, readout.channel, self.now);
        for kin in kin.into_iter().filter(|kin| *kin != self.seat) {
            let Some(holder) = state.seats.get(&kin) else { continue };
            let (envoy, readout) = (self.holder.envoy.clone(), readout_handle(holder.key, id));
            decision.tell(kin, ToParty::KinCleared { envoy, readout, cleared, revision }, None);
        }
        Ok(decision)
    }
}
