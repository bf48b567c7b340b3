//! Offers of good offices, as the desk holds them. A party takes one up, declines it or leaves it; the desk alone learns
//! which (Hague Convention I of 1907, articles 2 to 8: an offer is never an unfriendly act, and advice only).

use std::collections::BTreeMap;

use super::state::{AtSeat, State};
use crate::civil::Civil;
use crate::ids::{ChannelId, OfferId, PartyId, SeatId};
use crate::vocabulary::OfferState;

/// An offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// In which order it came.
    pub number: u64,
    /// Its channel.
    pub channel: ChannelId,
    /// To whom.
    pub to: Vec<PartyId>,
    /// The words.
    pub text: String,
    /// From when on it stands no longer.
    pub lapses: Civil,
    /// When it was made.
    pub on: Civil,
    /// What each party said to it: from which office, whether it took it up, and when the desk learnt of it.
    pub answers: BTreeMap<PartyId, (SeatId, bool, Civil)>,
}

impl Offer {
    /// How it stands for one of those it was made to.
    #[must_use]
    pub fn state_for(&self, party: PartyId, now: Civil) -> OfferState {
        match self.answers.get(&party) {
            Some((_, true, _)) => OfferState::TakenUp,
            Some((_, false, _)) => OfferState::Declined,
            None if now >= self.lapses => OfferState::Lapsed,
            None => OfferState::Open,
        }
    }

    /// How it stands as a whole: as it stands for all, where that is the same; open while anyone may still answer.
    #[must_use]
    pub fn state_at(&self, now: Civil) -> Option<OfferState> {
        let mut states = self.to.iter().map(|party| self.state_for(*party, now));
        let first = states.next()?;
        let mut same = true;
        for state in states {
            if state == OfferState::Open {
                return Some(OfferState::Open);
            }
            same &= state == first;
        }
        (same || first == OfferState::Open).then_some(first)
    }
}

impl State {
    pub(super) fn offered(&mut self, id: OfferId, mut offer: Offer) {
        offer.number = self.next();
        let to = offer.to.clone();
        self.offers.insert(id, offer);
        self.index_matter(&to, AtSeat::Offer(id));
    }

    pub(super) fn offer_answered(&mut self, id: OfferId, seat: SeatId, taken_up: bool, on: Civil) {
        let Some(party) = self.seats.get(&seat).map(|holder| holder.party) else { return };
        if let Some(offer) = self.offers.get_mut(&id) {
            offer.answers.insert(party, (seat, taken_up, on));
        }
    }
}
