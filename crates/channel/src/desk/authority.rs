//! Who may do what, and who is told: read from the state, for the machine and for whoever shows it.

use super::record::{Author, Mandate};
use super::state::{Item, Seat, State};
use crate::civil::Civil;
use crate::ids::{ChannelId, PartyId, SeatId};
use crate::refusal::Refusal;
use crate::vocabulary::Act;

impl State {
    /// The mandate of an envoy's office, as far as its principal gave one.
    #[must_use]
    pub fn mandate_of(&self, seat: &Seat) -> Option<&Mandate> {
        self.parties.get(&seat.party)?.mandates.get(seat.envoy.as_ref()?)
    }

    /// Whether an office sees a channel at this moment: its principal's always, an envoy's with a mandate for it.
    #[must_use]
    pub fn sees(&self, seat: SeatId, channel: ChannelId, now: Civil) -> bool {
        let Some(holder) = self.seats.get(&seat).filter(|holder| !holder.retired) else { return false };
        let of_channel = self.channels.get(&channel).is_some_and(|channel| channel.parties.contains(&holder.party));
        let mandated = self.mandate_of(holder).is_some_and(|mandate| {
            let over = mandate.revoked || mandate.until.is_some_and(|until| now >= until);
            mandate.channels.contains(&channel) && !over
        });
        of_channel && (holder.envoy.is_none() || mandated)
    }

    /// Whether an office may do such an act in a channel; and if so, whether the principal countersigns what it lodges.
    ///
    /// # Errors
    /// No mandate that covers it, or one that is revoked or over.
    pub fn may(&self, seat: SeatId, channel: ChannelId, act: Act, now: Civil) -> Result<bool, Refusal> {
        let holder = self.seats.get(&seat).ok_or(Refusal::UnknownSeat)?;
        if holder.envoy.is_none() {
            return Ok(false);
        }
        let mandate = self.mandate_of(holder).ok_or(Refusal::NotMandated)?;
        if !mandate.channels.contains(&channel) || !mandate.may.contains(&act) {
            Err(Refusal::NotMandated)
        } else if mandate.revoked {
            Err(Refusal::Revoked)
        } else if mandate.until.is_some_and(|until| now >= until) {
            Err(Refusal::MandateOver)
        } else {
            Ok(mandate.countersign)
        }
    }

    /// The offices to which an item is their own party's matter: its author's, whatever became of the mandate, and the
    /// principal's. The desk's own items have none.
    #[must_use]
    pub fn author_seats(&self, item: &Item) -> Vec<SeatId> {
        let (party, seat) = match &item.author {
            Author::Desk { .. } => return Vec::new(),
            Author::Party { party, seat } => (*party, Some(*seat)),
            Author::Told { party, .. } => (*party, None),
        };
        let holder = seat.and_then(|seat| self.seats.get(&seat));
        let holder = holder.and_then(|holder| self.seat_of(party, holder.envoy.as_deref()));
        let mut seats: Vec<SeatId> = holder.into_iter().chain(self.seat_of(party, None)).collect();
        seats.dedup();
        seats
    }

    /// Those of [`Self::author_seats`] that may still follow it: not an envoy's whose mandate is over.
    #[must_use]
    pub fn following_seats(&self, item: &Item, now: Civil) -> Vec<SeatId> {
        let mut seats = self.author_seats(item);
        seats.retain(|seat| self.sees(*seat, item.channel, now));
        seats
    }

    /// The other offices of the party of a seat.
    pub(super) fn kin(&self, seat: SeatId) -> Vec<SeatId> {
        let party: Option<PartyId> = self.seats.get(&seat).map(|holder| holder.party);
        let kin = party.into_iter().flat_map(|party| self.seats_of(party));
        kin.map(|(id, _)| id).filter(|id| *id != seat).collect()
    }

    /// The envoy's name of a seat; none for the principal's.
    pub(super) fn envoy_of(&self, seat: SeatId) -> Option<String> {
        self.seats.get(&seat)?.envoy.clone()
    }
}
