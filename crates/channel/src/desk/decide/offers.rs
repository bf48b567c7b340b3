//! Offers of good offices, and what those they are made to say.

use super::letter::Heard;
use super::{Decision, Event, Officer};
use crate::civil::Civil;
use crate::desk::offers::Offer;
use crate::desk::state::{AtSeat, Seat};
use crate::ids::{ChannelId, OfferHandle, OfferId, PartyId};
use crate::letters::ToParty;
use crate::lint::words_warnings;
use crate::naming::{channel_handle, offer_handle};
use crate::refusal::Refusal;
use crate::rules;
use crate::vocabulary::Act;

impl Officer<'_> {
    pub(super) fn offer(
        &self,
        offer: OfferId,
        channel: ChannelId,
        text: String,
        to: Vec<PartyId>,
        lapses: Option<Civil>,
    ) -> Result<Decision, Refusal> {
        if self.state.offers.contains_key(&offer) {
            return Err(Refusal::IdTaken);
        }
        rules::text(&text)?;
        let to = Self::named(self.open(channel)?, &to)?;
        let lapses = lapses.unwrap_or_else(|| self.now.plus_days(rules::OFFER_DAYS));
        if lapses <= self.now {
            return Err(Refusal::LapsesInPast);
        }
        let (on, said) = (self.now, text.clone());
        let mut decision = Decision::of(Event::Offered { offer, channel, to: to.clone(), text: said, lapses, on });
        decision.warnings.extend(words_warnings([&text]));
        let letter = |holder: &Seat| ToParty::Offered {
            offer: offer_handle(holder.key, offer),
            channel: channel_handle(holder.key, channel),
            text: text.clone(),
            lapses,
        };
        self.tell_those_who_may((channel, Act::Answer), &to, Some(offer.0), letter, &mut decision)?;
        Ok(decision)
    }
}

/// An offer, as an office is shown it.
pub(super) fn shown(holder: &Seat, id: OfferId, offer: &Offer) -> ToParty {
    ToParty::Offered {
        offer: offer_handle(holder.key, id),
        channel: channel_handle(holder.key, offer.channel),
        text: offer.text.clone(),
        lapses: offer.lapses,
    }
}

impl Heard<'_> {
    pub(super) fn answer_offer(&self, handle: OfferHandle, taken_up: bool) -> Result<Decision, Refusal> {
        let state = self.state;
        let Some(AtSeat::Offer(id)) = state.at_seat(self.seat, handle.0) else { return Err(Refusal::UnknownOffer) };
        let offer = state.offers.get(&id).ok_or(Refusal::UnknownOffer)?;
        state.may(self.seat, offer.channel, Act::Answer, self.now)?;
        if state.is_closed(offer.channel) {
            return Err(Refusal::Closed);
        }
        if offer.answers.contains_key(&self.holder.party) {
            return Err(Refusal::AlreadyAnswered);
        }
        if self.now >= offer.lapses {
            return Err(Refusal::Lapsed);
        }
        let mut decision = Decision::of(Event::OfferAnswered { offer: id, seat: self.seat, taken_up, on: self.now });
        for kin in self.kin_that_may(offer.channel, Act::Answer) {
            let Some(holder) = state.seats.get(&kin) else { continue };
            let (envoy, offer) = (self.holder.envoy.clone(), offer_handle(holder.key, id));
            decision.tell(kin, ToParty::KinAnsweredOffer { envoy, offer, taken_up }, None);
        }
        Ok(decision)
    }
}
