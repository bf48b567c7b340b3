//! By whose authority an envoy speaks: appointments and revocations, which are the principal's acts.

use std::collections::BTreeSet;

use super::letter::Heard;
use super::{Decision, Event, house};
use crate::civil::Civil;
use crate::content;
use crate::desk::record::Mandate;
use crate::desk::state::{Seat, State};
use crate::ids::{ChannelId, SeatId};
use crate::letters::ToParty;
use crate::naming::channel_handle;
use crate::refusal::Refusal;
use crate::rules;

impl Heard<'_> {
    pub(super) fn appoint(&self, given: content::Mandate) -> Result<Decision, Refusal> {
        self.principal_only()?;
        rules::name(&given.envoy)?;
        rules::name(&given.title)?;
        rules::at_most(given.channels.len(), rules::MANY)?;
        let channels: Option<BTreeSet<ChannelId>> =
            given.channels.iter().map(|handle| self.state.channel_at(self.seat, *handle)).collect();
        let mandate = Mandate {
            title: given.title,
            channels: channels.ok_or(Refusal::UnknownChannel)?,
            may: given.may.into_iter().collect(),
            until: given.until,
            countersign: given.countersign,
            revoked: false,
        };
        let (party, envoy) = (self.holder.party, given.envoy);
        let event = Event::Appointed { party, envoy: envoy.clone(), mandate: mandate.clone() };
        let mut decision = Decision::of(event);
        if let Some(seat) = self.state.seat_of(party, Some(&envoy))
            && let Some(holder) = self.state.seats.get(&seat)
        {
            let before = self.state.mandate_of(holder).filter(|before| !before.revoked);
            let known = before.map(|before| before.channels.clone()).unwrap_or_default();
            tell_mandate(self.state, seat, holder, (&mandate, &known), self.now, &mut decision);
        }
        Ok(decision)
    }

    pub(super) fn revoke(&self, envoy: String) -> Result<Decision, Refusal> {
        self.principal_only()?;
        let party = self.holder.party;
        let mandates = self.state.parties.get(&party).map(|party| &party.mandates);
        let mandate = mandates.and_then(|mandates| mandates.get(&envoy)).ok_or(Refusal::UnknownEnvoy)?;
        if mandate.revoked {
            return Ok(Decision::default());
        }
        let mut decision = Decision::of(Event::MandateRevoked { party, envoy: envoy.clone() });
        if let Some(seat) = self.state.seat_of(party, Some(&envoy)) {
            house::take_back_from(self.state, seat, &mut decision);
            decision.tell(seat, ToParty::Revoked { envoy }, None);
        }
        Ok(decision)
    }

    fn principal_only(&self) -> Result<(), Refusal> {
        if self.holder.envoy.is_none() { Ok(()) } else { Err(Refusal::PrincipalOnly) }
    }
}

/// Tells an envoy's office its mandate, after the channels of it that it does not know, and then what is open to it.
pub(super) fn tell_mandate(
    state: &State,
    seat: SeatId,
    holder: &Seat,
    (mandate, known): (&Mandate, &BTreeSet<ChannelId>),
    now: Civil,
    decision: &mut Decision,
) {
    let open = mandate.channels.iter().filter(|channel| !state.is_closed(**channel));
    let open: Vec<ChannelId> = open.copied().collect();
    for channel in open.iter().filter(|channel| !known.contains(channel)) {
        decision.tell(seat, house::channel_opened(state, holder, *channel), None);
    }
    let told = content::Mandate {
        envoy: holder.envoy.clone().unwrap_or_default(),
        title: mandate.title.clone(),
        channels: mandate.channels.iter().map(|channel| channel_handle(holder.key, *channel)).collect(),
        may: mandate.may.iter().copied().collect(),
        until: mandate.until,
        countersign: mandate.countersign,
    };
    decision.tell(seat, ToParty::Mandated { mandate: told }, None);
    // Also in channels that it knows: what came while no mandate covered it is open to it from now on.
    for channel in open {
        house::show_open(state, seat, holder, channel, Some(mandate), now, decision);
    }
}
