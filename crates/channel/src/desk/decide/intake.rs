//! Oral intake: what a party said by voice, written down by an officer. It is the desk's note until the party confirms
//! it; that it may be the same as what came another way is shown, and nothing is merged by itself.

use super::letter::Heard;
use super::{Decision, Event, Officer, lodging};
use crate::civil::Civil;
use crate::content::{Lodging, Translation};
use crate::desk::command::Intake;
use crate::desk::record::{Author, Lodged, Standing, Ties};
use crate::desk::state::{Item, State};
use crate::ids::{ChannelId, ConveyedId, ItemId, PartyId};
use crate::letters::ToParty;
use crate::lint::content_warnings;
use crate::naming::channel_handle;
use crate::refusal::Refusal;
use crate::rules;
use crate::vocabulary::{Act, Handling};
use crate::warning::Warning;

impl Officer<'_> {
    pub(super) fn intake(&self, intake: Intake) -> Result<Decision, Refusal> {
        let state = self.state;
        let intake = Intake { content: rules::dated(intake.content, self.now), ..intake };
        let (id, party) = (intake.item, intake.from);
        if state.items.contains_key(&id) {
            return Err(Refusal::IdTaken);
        }
        let channel = self.open(intake.channel)?;
        if !channel.parties.contains(&party) || intake.to.contains(&party) {
            return Err(Refusal::NoAddressee);
        }
        let to = Self::named(channel, &intake.to)?;
        let to: Vec<PartyId> = to.into_iter().filter(|one| *one != party).collect();
        let ties = self.intake_ties(&intake)?;
        let lodged = Lodged {
            item: id,
            channel: intake.channel,
            author: Author::Told { party, officer: self.name.to_owned() },
            content: intake.content.clone(),
            to,
            handling: intake.handling.unwrap_or(Handling::AtDesk),
            approve: intake.approve,
            not_before: intake.not_before,
            not_after: intake.not_after,
            ties,
            confided: false,
            on: self.now,
            own: None,
        };
        let shown = |seat, key| {
            let channel = channel_handle(key, intake.channel);
            shown(state, seat, channel, party, &lodged)
        };
        // The rules of an instruction hold for what was told by voice too.
        let handle = crate::ChannelHandle([0; 16]);
        let (not_before, not_after) = (intake.not_before, intake.not_after);
        let lodging = Lodging { not_before, not_after, ..Lodging::new(id, handle, intake.content.clone()) };
        rules::lodging(&lodging, self.now)?;
        let mut decision = Decision {
            warnings: content_warnings(&intake.content, &state.own_names(&lodged.author)),
            ..Decision::default()
        };
        decision.events.push(Event::ItemLodged { lodged: lodged.clone(), standing: Standing::Open });
        for seat in state.seats_that_may(party, intake.channel, Act::Approve, self.now) {
            if let Some(holder) = state.seats.get(&seat) {
                let lodging = shown(seat, holder.key);
                decision.tell(seat, ToParty::IntakeNoted { lodging }, Some(id.0));
            }
        }
        if decision.letters.is_empty() {
            return Err(Refusal::NoOffice);
        }
        note_likeness(state, &lodged, self.now, &mut decision);
        Ok(decision)
    }

    fn intake_ties(&self, intake: &Intake) -> Result<Ties, Refusal> {
        let of = |tied: Option<ItemId>, mine: bool| match tied.map(|id| (id, self.state.items.get(&id))) {
            None => Ok(None),
            Some((id, Some(item))) if (item.party() == Some(intake.from)) == mine && !item.confided => {
                if item.channel == intake.channel { Ok(Some(id)) } else { Err(Refusal::OtherChannel) }
            }
            Some(_) => Err(Refusal::UnknownItem),
        };
        let (answers, reaffirms) = (of(intake.answers, false)?, of(intake.reaffirms, true)?);
        let supersedes = of(intake.supersedes, true)?;
        let answered = answers.and_then(|id| self.state.items.get(&id));
        if answered.is_some_and(|item| !item.is_out_to(intake.from)) {
            return Err(Refusal::UnknownConveyed);
        }
        let replaced = supersedes.and_then(|id| self.state.items.get(&id));
        if replaced.is_some_and(|item| self.state.is_replaced(item, self.now)) {
            return Err(Refusal::Superseded);
        }
        Ok(Ties { answers, reaffirms, supersedes })
    }

    /// Takes one item for the same as another: it ends, and the other is carried.
    pub(super) fn same(&self, id: ItemId, of: ItemId) -> Result<Decision, Refusal> {
        let (item, other) = (self.item(id)?, self.item(of)?);
        let open = |one: &Item| one.pair.is_none() && one.is_open_at(self.now);
        let alike = item.party().is_some() && item.party() == other.party() && item.channel == other.channel;
        if id == of || !alike || !open(item) || !open(other) || item.is_out() || item.confided != other.confided {
            return Err(Refusal::NotTheSame);
        }
        let mut decision = Decision::of(Event::SameAs { item: id, of });
        if other.resembles.contains_key(&id) {
            decision.events.push(Event::Distinct { item: of, of: id });
        }
        decision.tell_each(self.state.author_seats(item), &ToParty::SameAs { item: id, of }, None);
        Ok(decision)
    }

    /// Takes two items that are alike for different ones.
    pub(super) fn distinct(&self, one: ItemId, other: ItemId) -> Result<Decision, Refusal> {
        let (first, second) = (self.item(one)?, self.item(other)?);
        let mut events = Vec::new();
        if first.resembles.contains_key(&other) {
            events.push(Event::Distinct { item: one, of: other });
        }
        if second.resembles.contains_key(&one) {
            events.push(Event::Distinct { item: other, of: one });
        }
        if events.is_empty() { Err(Refusal::NotTheSame) } else { Ok(Decision { events, ..Decision::default() }) }
    }

    pub(super) fn translate(&self, id: ItemId, translation: Translation) -> Result<Decision, Refusal> {
        let item = self.item(id)?;
        if item.erased {
            return Err(Refusal::Erased);
        }
        rules::at_most(item.translations.len().saturating_add(1), rules::TRANSLATIONS)?;
        let translation = Translation { on: self.now, ..translation };
        rules::translation(&translation)?;
        Ok(Decision::of(Event::Translated { item: id, translation, officer: self.name.to_owned() }))
    }
}

/// What was written down, as an office of its sender is shown it.
fn shown(
    state: &State,
    seat: crate::SeatId,
    channel: crate::ChannelHandle,
    party: PartyId,
    lodged: &Lodged,
) -> Lodging {
    let number = |to: &PartyId| state.number_of(lodged.channel, party, *to);
    Lodging {
        to: lodged.to.iter().filter_map(number).collect(),
        handling: lodged.handling,
        approve: lodged.approve,
        not_before: lodged.not_before,
        not_after: lodged.not_after,
        answers: lodged.ties.answers.and_then(|item| -> Option<ConveyedId> { state.conveyed_as(seat, item) }),
        reaffirms: lodged.ties.reaffirms,
        supersedes: lodged.ties.supersedes,
        ..Lodging::new(lodged.item, channel, lodged.content.clone())
    }
}

/// Notes that an item is like another one of its party, where it is.
pub(super) fn note_likeness(state: &State, lodged: &Lodged, now: Civil, decision: &mut Decision) {
    let id = lodged.item;
    let alike = state.alike(id, lodged, now);
    if !alike.is_empty() {
        decision.warnings.push(Warning::MaybeTheSame);
    }
    decision.events.extend(alike.into_iter().map(|(of, likeness)| Event::Resembles { item: id, of, likeness }));
}

impl Heard<'_> {
    pub(super) fn confirm(&self, id: ItemId, confirmed: bool, reason: Option<String>) -> Result<Decision, Refusal> {
        reason.iter().try_for_each(|reason| rules::clause(reason))?;
        let state = self.state;
        let item = state.items.get(&id).filter(|item| item.party() == Some(self.holder.party));
        let item = item.ok_or(Refusal::UnknownItem)?;
        state.may(self.seat, item.channel, Act::Approve, self.now)?;
        if item.confirmed.is_some() {
            return Err(Refusal::AlreadyDecided);
        }
        if !item.is_unconfirmed() {
            return Err(Refusal::NothingToConfirm);
        }
        if item.erased {
            return Err(Refusal::Erased);
        }
        if item.has_lapsed(self.now) {
            return Err(Refusal::Lapsed);
        }
        let (seat, channel) = (self.seat, item.channel);
        let mut decision = Decision::of(Event::Confirmed { item: id, seat, confirmed, reason });
        for kin in self.kin_that_may(channel, Act::Approve) {
            let envoy = self.holder.envoy.clone();
            decision.tell(kin, ToParty::KinConfirmed { envoy, item: id, confirmed }, None);
        }
        if confirmed {
            lodging::takes_the_place(state, id, item.ties.supersedes, &mut decision, self.now);
        }
        Ok(decision)
    }

    /// The other offices of this party that may do such an act in a channel.
    pub(super) fn kin_that_may(&self, channel: ChannelId, act: Act) -> Vec<crate::SeatId> {
        let mut kin = self.state.seats_that_may(self.holder.party, channel, act, self.now);
        kin.retain(|seat| *seat != self.seat);
        kin
    }

    /// An oral message was read at this office; the desk alone learns it.
    pub(super) fn has_read(&self, conveyed: ConveyedId) -> Result<Decision, Refusal> {
        let state = self.state;
        let id = state.item_at(self.seat, conveyed).ok_or(Refusal::UnknownConveyed)?;
        if state.conveyed_as(self.seat, id) != Some(conveyed) {
            return Err(Refusal::UnknownConveyed);
        }
        let read = state.items.get(&id).is_some_and(|item| item.read.iter().any(|(seat, _)| *seat == self.seat));
        let event = Event::WasRead { item: id, seat: self.seat, on: self.now };
        Ok(if read { Decision::default() } else { Decision::of(event) })
    }
}
