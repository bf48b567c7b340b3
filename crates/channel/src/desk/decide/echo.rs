//! What a desk that was restored from an old backup learns again from what its parties' offices have of it. No letter is
//! sent, and nothing is taken in twice.
//!
//! A party's program is not trusted, and it alone says what the desk had written: so nothing is taken from it that would
//! give anyone a power. Words become those of a rendition only when an officer renders them again; what officers had done
//! to channels, labels, questions and held items is shown to them as the party has it, for them to do again.

use super::{Decision, Event, line};
use crate::civil::Civil;
use crate::desk::record::Standing;
use crate::desk::state::{Item, State};
use crate::ids::{ChannelHandle, ChannelId, ConveyedId, ItemId, SeatId};
use crate::letters::ToParty;

pub(super) fn recovered(state: &State, seat: SeatId, letter: ToParty, now: Civil) -> Decision {
    let mut decision = Echo { state, seat, now }.learns(letter).unwrap_or_default();
    decision.letters.clear();
    decision
}

struct Echo<'a> {
    state: &'a State,
    seat: SeatId,
    now: Civil,
}

impl Echo<'_> {
    /// What follows from what the letter tells; nothing where there is nothing to learn.
    fn learns(&self, letter: ToParty) -> Option<Decision> {
        let (state, seat) = (self.state, self.seat);
        let party = state.seats.get(&seat)?.party;
        match letter {
            ToParty::Convey(conveyance) => self.delivered(conveyance.id).or_else(|| {
                let known = state.untraced.contains_key(&(seat, conveyance.id));
                let conveyance = (*conveyance).clone();
                (!known).then(|| Decision::of(Event::ConveyanceRecovered { seat, conveyance }))
            }),
            ToParty::Corrected(one) => self.delivered(one.id).or_else(|| self.unplaced(ToParty::Corrected(one))),
            ToParty::InvocationConveyed(one) => {
                self.delivered(one.id).or_else(|| self.unplaced(ToParty::InvocationConveyed(one)))
            }
            ToParty::ConveyedInYourName { item, words, on } => {
                let found = state.items.get(&item);
                let known = found.is_some_and(|one| one.released.is_some() && one.rendition(words.rendition).is_some());
                let mine = found.is_none_or(|one| one.party() == Some(party));
                (!known && mine).then(|| Decision::of(Event::ReleaseRecovered { item, seat, words, on }))
            }
            ToParty::Returned { item, reason } => {
                self.open(item).map(|_| Decision::of(Event::Returned { item, reason }))
            }
            ToParty::Recalled { item } => self.open(item).map(|found| {
                let mut decision = Decision::default();
                decision.take_back_all(found);
                decision.events.push(Event::Recalled { item });
                decision
            }),
            ToParty::Voided { item } => self.open(item).map(|found| {
                let mut decision = Decision::default();
                decision.void(state, item, found, self.now);
                decision
            }),
            letter @ ToParty::Asked { question, .. } if !state.questions.contains_key(&question) => {
                self.unplaced(letter)
            }
            letter @ ToParty::Closed { channel } if !self.is_closed(channel) => self.unplaced(letter),
            letter @ ToParty::ChannelOpened { channel, .. } if self.channel(channel).is_none() => self.unplaced(letter),
            letter @ ToParty::ApprovalAsked { .. } => self.unplaced(letter),
            // What the others tell of comes again in the parties' own letters, or was settled when the line was made.
            _ => None,
        }
    }

    /// That the seat has what this desk knows it sent.
    fn delivered(&self, conveyed: ConveyedId) -> Option<Decision> {
        self.state.item_at(self.seat, conveyed)?;
        Some(line::delivered(self.state, self.seat, conveyed, self.now))
    }

    fn unplaced(&self, letter: ToParty) -> Option<Decision> {
        let known = self.state.unplaced.iter().any(|(seat, one)| *seat == self.seat && *one == letter);
        (!known).then(|| Decision::of(Event::Unplaced { seat: self.seat, letter }))
    }

    fn is_closed(&self, handle: ChannelHandle) -> bool {
        self.channel(handle).is_some_and(|channel| self.state.is_closed(channel))
    }

    fn channel(&self, handle: ChannelHandle) -> Option<ChannelId> {
        self.state.channel_at(self.seat, handle)
    }

    /// An item of the seat's party that nothing has ended yet, and that is with nobody: what was called cannot be taken back,
    /// whatever a party's office says that the desk had said.
    fn open(&self, item: ItemId) -> Option<&Item> {
        let party = self.state.seats.get(&self.seat)?.party;
        let item = self.state.items.get(&item).filter(|item| item.party() == Some(party) && !item.erased)?;
        if item.is_called() {
            return None;
        }
        matches!(item.standing, Standing::Open | Standing::AwaitingCountersign | Standing::Held).then_some(item)
    }
}
