//! Pairs of parallel declarations: opened by an officer, committed to by all, opened by all, released in one act.
//!
//! Who has not lodged learns nothing of who has: no letter leaves before the last commitment is in, and then one goes to
//! every office that lodged. What one side fails to open, or opens wrongly, ends the pair for all alike, and nobody has
//! seen a word.

use super::letter::Heard;
use super::{Decision, Event, Officer};
use crate::civil::Civil;
use crate::content::{Content, Lodging};
use crate::desk::pairs::{Declared, Pair, word_for_word};
use crate::desk::record::{Dispatch, PairDispatch, Rendition, Standing};
use crate::desk::release::Releasable;
use crate::desk::state::{AtSeat, Item, State};
use crate::ids::{ChannelId, ItemId, PairHandle, PairId};
use crate::letters::ToParty;
use crate::naming::{channel_handle, pair_handle};
use crate::refusal::Refusal;
use crate::rules;
use crate::sealed::{self, Blind, Commitment};
use crate::vocabulary::{Act, Form, Handling, PairState};

impl Officer<'_> {
    pub(super) fn pair(&self, pair: PairId, channel: ChannelId, lapses: Option<Civil>) -> Result<Decision, Refusal> {
        if self.state.pairs.contains_key(&pair) {
            return Err(Refusal::IdTaken);
        }
        let parties = self.open(channel)?.parties.clone();
        if lapses.is_some_and(|lapses| lapses <= self.now) {
            return Err(Refusal::LapsesInPast);
        }
        let mut decision = Decision::of(Event::PairOpened { pair, channel, lapses, on: self.now });
        let letter = |holder: &crate::desk::Seat| {
            let (pair, channel) = (pair_handle(holder.key, pair), channel_handle(holder.key, channel));
            ToParty::PairOpened { pair, channel, lapses }
        };
        self.tell_those_who_may((channel, Act::Lodge), &parties, None, letter, &mut decision)?;
        Ok(decision)
    }

    pub(super) fn release_pair(&self, id: PairId) -> Result<Decision, Refusal> {
        let state = self.state;
        let pair = state.pairs.get(&id).ok_or(Refusal::UnknownPair)?;
        match state.pair_state(pair) {
            PairState::NotCompleted => return Err(Refusal::PairEnded),
            PairState::Released => return Err(Refusal::AlreadyReleased),
            PairState::Open | PairState::Opening => return Err(Refusal::NotAllOpened),
            PairState::Complete => {}
        }
        let declared: Vec<(ItemId, &Item, Rendition)> = pair
            .declared
            .values()
            .filter_map(|one| Some((one.item, state.items.get(&one.item)?)))
            .map(|(id, item)| (id, item, word_for_word(id, item, self.name)))
            .collect();
        let mut decision = Decision::default();
        let mut so_far: Vec<Dispatch> = Vec::new();
        let mut dispatches = Vec::new();
        for (item, found, rendition) in &declared {
            let gate = Releasable::declaration(state, *item, found, rendition, self.now)?;
            let (of_item, letters) = gate.letters_after(&so_far, self.now);
            so_far.extend(&of_item);
            dispatches.extend(of_item.into_iter().map(|dispatch| PairDispatch { item: *item, dispatch }));
            decision.letters.extend(letters);
        }
        // After what is held, so that no author is told of a release that is not written down whole.
        for (item, found, rendition) in &declared {
            super::carrying::tell_author(self, *item, found, rendition, &mut decision);
        }
        let officer = self.name.to_owned();
        decision.events.push(Event::PairReleased { pair: id, officer, on: self.now, dispatches });
        Ok(decision)
    }
}

impl Heard<'_> {
    fn pair(&self, handle: PairHandle) -> Result<(PairId, &Pair), Refusal> {
        match self.state.at_seat(self.seat, handle.0) {
            Some(AtSeat::Pair(id)) => self.state.pairs.get(&id).map(|pair| (id, pair)).ok_or(Refusal::UnknownPair),
            _ => Err(Refusal::UnknownPair),
        }
    }

    pub(super) fn declare(
        &self,
        handle: PairHandle,
        item: ItemId,
        lapses: Civil,
        commitment: Commitment,
    ) -> Result<Decision, Refusal> {
        let (state, party) = (self.state, self.holder.party);
        let (id, pair) = self.pair(handle)?;
        if state.is_closed(pair.channel) {
            return Err(Refusal::Closed);
        }
        if state.may(self.seat, pair.channel, Act::Lodge, self.now)? {
            return Err(Refusal::DeclareYourself);
        }
        if state.items.contains_key(&item) {
            return Err(Refusal::IdTaken);
        }
        if pair.released.is_some() {
            return Err(Refusal::PairReleased);
        }
        if pair.ended || pair.lapses.is_some_and(|end| self.now >= end) {
            return Err(Refusal::PairEnded);
        }
        if pair.asked {
            return Err(Refusal::OpeningsAsked);
        }
        if lapses <= self.now {
            return Err(Refusal::Lapsed);
        }
        let standing = |one: &Declared| state.items.get(&one.item).is_some_and(|item| stands(item, self.now));
        if pair.declared.get(&party).is_some_and(standing) {
            return Err(Refusal::AlreadyDeclared);
        }
        let declared = Event::Declared { pair: id, seat: self.seat, item, lapses, commitment, on: self.now };
        let mut decision = Decision::of(declared);
        for kin in self.kin_that_may(pair.channel, Act::Lodge) {
            let Some(holder) = state.seats.get(&kin) else { continue };
            let (envoy, pair) = (self.holder.envoy.clone(), pair_handle(holder.key, id));
            decision.tell(kin, ToParty::KinDeclared { envoy, pair, item }, None);
        }
        let parties = state.channels.get(&pair.channel).map(|one| one.parties.as_slice()).unwrap_or_default();
        let others = parties.iter().filter(|one| **one != party);
        let others: Vec<Option<&Declared>> =
            others.map(|one| pair.declared.get(one).filter(|one| standing(one))).collect();
        if others.iter().all(Option::is_some) {
            decision.events.push(Event::OpeningsAsked { pair: id });
            for seat in others.into_iter().flatten().map(|one| one.seat).chain([self.seat]) {
                if let Some(holder) = state.seats.get(&seat) {
                    decision.tell(seat, ToParty::OpeningAsked { pair: pair_handle(holder.key, id) }, None);
                }
            }
        }
        Ok(decision)
    }

    pub(super) fn open_declaration(
        &self,
        handle: PairHandle,
        item: ItemId,
        content: Content,
        blind: &Blind,
    ) -> Result<Decision, Refusal> {
        let (id, pair) = self.pair(handle)?;
        let declared = pair.declared.get(&self.holder.party);
        let declared = declared.filter(|one| one.item == item && one.seat == self.seat).ok_or(Refusal::UnknownItem)?;
        if pair.ended {
            return Err(Refusal::PairEnded);
        }
        if declared.opened || pair.released.is_some() {
            return Ok(Decision::default());
        }
        // An office of ours opens only when it is asked to.
        if !pair.asked {
            return Err(Refusal::NotAllOpened);
        }
        let channel = channel_handle(self.holder.key, pair.channel);
        let lapses = self.state.items.get(&item).map(|item| item.content.lapses);
        let matches = sealed::to_declaration(handle, channel, item, &content, blind) == declared.commitment;
        let fits = content.form == Form::Declaration && Some(content.lapses) == lapses;
        // Whose mandate ended since says nothing any more, not even what was said under seal.
        let may = self.state.may(self.seat, pair.channel, Act::Lodge, self.now).is_ok();
        if !may || !matches || !fits || rules::content(&content, Civil(i64::MIN)).is_err() {
            let mut decision = Decision::default();
            end(self.state, id, pair, self.now, &mut decision);
            return Ok(decision);
        }
        let mut decision = Decision::default();
        let principal = self.state.seat_of(self.holder.party, None).filter(|seat| *seat != self.seat);
        if let Some((seat, holder)) = principal.and_then(|seat| Some((seat, self.state.seats.get(&seat)?))) {
            let lodging = Lodging {
                handling: Handling::Verbatim,
                ..Lodging::new(item, channel_handle(holder.key, pair.channel), content.clone())
            };
            let letter = ToParty::KinLodged { envoy: self.holder.envoy.clone(), lodging, confided: false };
            decision.tell(seat, letter, Some(item.0));
        }
        decision.events.push(Event::DeclarationOpened { pair: id, item, content });
        Ok(decision)
    }
}

/// Whether a declaration still counts for its pair.
fn stands(item: &Item, now: Civil) -> bool {
    item.standing == Standing::Open && !item.erased && !item.has_lapsed(now)
}

/// Ends a pair for all alike. What was opened of it is erased here, and of what is opened later nothing is kept.
pub(super) fn end(state: &State, id: PairId, pair: &Pair, now: Civil, decision: &mut Decision) {
    decision.events.push(Event::PairEnded { pair: id });
    for declared in pair.declared.values() {
        let Some(item) = state.items.get(&declared.item) else { continue };
        let stood = item.standing == Standing::Open && !item.erased;
        if stood {
            decision.events.push(Event::Voided { item: declared.item });
        }
        if stood || (declared.opened && !item.erased) {
            decision.events.push(Event::Erased { item: declared.item });
        }
    }
    let parties = state.channels.get(&pair.channel).map(|one| one.parties.as_slice()).unwrap_or_default();
    for party in parties {
        for seat in state.seats_that_may(*party, pair.channel, Act::Lodge, now) {
            if let Some(holder) = state.seats.get(&seat) {
                decision.tell(seat, ToParty::PairEnded { pair: pair_handle(holder.key, id) }, None);
            }
        }
    }
}

/// Ends pairs whose time is over: their own, or that of a declaration that all have lodged and nobody may see any more.
pub(super) fn tick(state: &State, now: Civil, decision: &mut Decision) {
    for (id, pair) in state.pairs.iter().filter(|(_, pair)| pair.is_live() && is_over(state, pair, now)) {
        end(state, *id, pair, now, decision);
    }
}

fn is_over(state: &State, pair: &Pair, now: Civil) -> bool {
    let lapsed = |one: &Declared| state.items.get(&one.item).is_none_or(|item| !stands(item, now));
    pair.lapses.is_some_and(|end| now >= end) || (pair.asked && pair.declared.values().any(lapsed))
}

/// When [`tick`] has something to do next.
pub(super) fn due(state: &State) -> impl Iterator<Item = Civil> + '_ {
    state.pairs.values().filter(|pair| pair.is_live() && !state.is_closed(pair.channel)).flat_map(|pair| {
        let declared = pair.declared.values().filter(|_| pair.asked);
        let lapses = declared.filter_map(|one| state.items.get(&one.item)).map(|item| item.content.lapses);
        lapses.chain(pair.lapses)
    })
}

/// What a recall means for the pair of a declaration: before all have lodged, another can take its place; after that,
/// the pair ends; after the release, there is nothing to take back.
pub(super) fn recalled(state: &State, item: &Item, now: Civil, decision: &mut Decision) -> Result<(), Refusal> {
    let Some((id, pair)) = item.pair.and_then(|id| Some((id, state.pairs.get(&id)?))) else { return Ok(()) };
    if pair.released.is_some() {
        return Err(Refusal::PairReleased);
    }
    if pair.asked && !pair.ended {
        end(state, id, pair, now, decision);
    }
    Ok(())
}

/// Ends what is open in a channel that is closed.
pub(super) fn closing(state: &State, channel: ChannelId, now: Civil, decision: &mut Decision) {
    for (id, pair) in state.pairs.iter().filter(|(_, pair)| pair.channel == channel && pair.is_live()) {
        end(state, *id, pair, now, decision);
    }
}
