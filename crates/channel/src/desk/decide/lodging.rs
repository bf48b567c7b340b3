//! What comes in from a party: items to be conveyed, and what is for the desk alone.

use super::letter::Heard;
use super::{Decision, Event, intake};
use crate::civil::Civil;
use crate::content::{Content, Lodging};
use crate::desk::record::{Author, Lodged, Standing, Ties};
use crate::desk::state::State;
use crate::ids::{ChannelHandle, ChannelId, ItemId, PartyId};
use crate::letters::ToParty;
use crate::naming::channel_handle;
use crate::refusal::Refusal;
use crate::rules;
use crate::vocabulary::{Act, Form};

/// What has lapsed on its way to the desk is taken in and shown as lapsed: times are no reason not to take it.
const WHENEVER: Civil = Civil(i64::MIN);

impl Heard<'_> {
    pub(super) fn lodge(&self, lodging: Lodging) -> Result<Decision, Refusal> {
        rules::lodging(&lodging, WHENEVER)?;
        let (channel, standing) = self.taken(lodging.channel)?;
        let to = self.addressees(channel, &lodging.to)?;
        let ties = self.ties(channel, &lodging)?;
        let lodged = Lodged {
            item: lodging.item,
            channel,
            author: Author::Party { party: self.holder.party, seat: self.seat },
            content: lodging.content.clone(),
            to,
            handling: lodging.handling,
            approve: lodging.approve,
            not_before: lodging.not_before,
            not_after: lodging.not_after,
            ties,
            confided: false,
            on: self.now,
            own: None,
        };
        self.take_in(lodged, standing, &lodging)
    }

    pub(super) fn confide(
        &self,
        item: ItemId,
        handle: ChannelHandle,
        text: String,
        lapses: Civil,
    ) -> Result<Decision, Refusal> {
        let mut content = Content::new(text, lapses);
        content.form = Form::OralMessage;
        let lodging = Lodging::new(item, handle, content.clone());
        rules::lodging(&lodging, WHENEVER)?;
        let (channel, standing) = self.taken(handle)?;
        let lodged = Lodged {
            item,
            channel,
            author: Author::Party { party: self.holder.party, seat: self.seat },
            content,
            to: self.addressees(channel, &[])?,
            handling: lodging.handling,
            approve: false,
            not_before: None,
            not_after: None,
            ties: Ties::default(),
            confided: true,
            on: self.now,
            own: None,
        };
        // What is told the desk alone is not said to anyone in the principal's name: nothing to countersign.
        let standing = if standing == Standing::AwaitingCountersign { Standing::Open } else { standing };
        self.take_in(lodged, standing, &lodging)
    }

    /// The channel that an office names, and how what it lodges there stands.
    fn taken(&self, handle: ChannelHandle) -> Result<(ChannelId, Standing), Refusal> {
        let channel = self.state.channel_at(self.seat, handle).ok_or(Refusal::UnknownChannel)?;
        if self.state.is_closed(channel) {
            return Err(Refusal::Closed);
        }
        match self.state.may(self.seat, channel, Act::Lodge, self.now) {
            Ok(true) => Ok((channel, Standing::AwaitingCountersign)),
            Ok(false) => Ok((channel, Standing::Open)),
            // Its office had not learnt of that when it lodged this: the desk decides, and nothing is lost.
            Err(Refusal::Revoked | Refusal::MandateOver) => Ok((channel, Standing::Held)),
            Err(refusal) => Err(refusal),
        }
    }

    fn addressees(&self, channel: ChannelId, numbers: &[u8]) -> Result<Vec<PartyId>, Refusal> {
        let party = self.holder.party;
        let parties = self.state.channels.get(&channel).map(|one| one.parties.as_slice()).unwrap_or_default();
        let numbered = numbers.iter().map(|number| self.state.numbered(channel, party, *number));
        let named: Vec<PartyId> = numbered.collect::<Option<_>>().ok_or(Refusal::NoAddressee)?;
        let wanted = |one: &&PartyId| **one != party && (named.is_empty() || named.contains(one));
        Ok(parties.iter().filter(wanted).copied().collect())
    }

    fn ties(&self, channel: ChannelId, lodging: &Lodging) -> Result<Ties, Refusal> {
        let answers = match lodging.answers {
            None => None,
            // Conveyed before this desk was restored, and not traced to an item yet.
            Some(conveyed) if self.state.untraced.contains_key(&(self.seat, conveyed)) => None,
            Some(conveyed) => Some(self.state.item_at(self.seat, conveyed).ok_or(Refusal::UnknownConveyed)?),
        };
        let own = |tied: Option<ItemId>| match tied.map(|id| (id, self.state.items.get(&id))) {
            None => Ok(None),
            Some((id, Some(item))) if item.party() == Some(self.holder.party) && !item.confided => {
                let mine = self.holder.envoy.is_none() || self.state.author_seats(item).contains(&self.seat);
                if mine { Ok(Some(id)) } else { Err(Refusal::NotYours) }
            }
            Some(_) => Err(Refusal::UnknownItem),
        };
        let ties = Ties { answers, reaffirms: own(lodging.reaffirms)?, supersedes: own(lodging.supersedes)? };
        let tied = [ties.answers, ties.reaffirms, ties.supersedes].into_iter().flatten();
        let elsewhere = |id: &ItemId| self.state.items.get(id).is_some_and(|item| item.channel != channel);
        if tied.into_iter().any(|id| elsewhere(&id)) {
            return Err(Refusal::OtherChannel);
        }
        let replaced = ties.supersedes.and_then(|id| self.state.items.get(&id));
        let by_another = replaced.filter(|item| item.superseded_by != Some(lodging.item));
        if by_another.is_some_and(|item| self.state.is_replaced(item, self.now)) {
            return Err(Refusal::Superseded);
        }
        Ok(ties)
    }

    fn take_in(&self, lodged: Lodged, standing: Standing, lodging: &Lodging) -> Result<Decision, Refusal> {
        let (state, id) = (self.state, lodged.item);
        if let Some(there) = state.items.get(&id) {
            let same = there.author == lodged.author
                && (there.erased || (there.content == lodged.content && there.confided == lodged.confided));
            return if same { Ok(Decision::default()) } else { Err(Refusal::IdTaken) };
        }
        let (ties, confided) = (lodged.ties, lodged.confided);
        let mut decision = Decision::of(Event::ItemLodged { lodged: lodged.clone(), standing });
        intake::note_likeness(state, &lodged, self.now, &mut decision);
        let principal = state.seat_of(self.holder.party, None).filter(|seat| *seat != self.seat);
        if let Some(holder) = principal.and_then(|seat| state.seats.get(&seat)) {
            let answers = ties.answers.and_then(|item| state.conveyed_as(principal?, item));
            let channel = state.channel_at(self.seat, lodging.channel).map(|one| channel_handle(holder.key, one));
            let channel = channel.unwrap_or(lodging.channel);
            let lodging = Lodging { channel, answers, ..lodging.clone() };
            let letter = ToParty::KinLodged { envoy: self.holder.envoy.clone(), lodging, confided };
            decision.tell_each(principal, &letter, Some(id.0));
        }
        match standing {
            Standing::AwaitingCountersign => {
                decision.tell_each(principal, &ToParty::CountersignAsked { item: id }, None);
            }
            Standing::Held => {
                let seats = [self.seat].into_iter().chain(principal);
                decision.tell_each(seats, &ToParty::Held { item: id }, None);
            }
            _ => takes_the_place(state, id, ties.supersedes, &mut decision, self.now),
        }
        if let Some(answered) = ties.answers {
            self.tell_answered(answered, principal, &mut decision);
        }
        Ok(decision)
    }

    /// Tells the other offices that have it too that something conveyed was answered; the principal's has the answer.
    fn tell_answered(&self, answered: ItemId, principal: Option<crate::SeatId>, decision: &mut Decision) {
        let state = self.state;
        let Some(item) = state.items.get(&answered) else { return };
        for kin in state.kin(self.seat).into_iter().filter(|kin| Some(*kin) != principal) {
            if let Some(conveyed) = state.conveyed_as(kin, answered).filter(|_| state.sees(kin, item.channel, self.now))
            {
                let envoy = state.envoy_of(self.seat);
                decision.tell(kin, ToParty::KinAnswered { envoy, conveyed }, None);
            }
        }
    }
}

/// One item takes the place of another: what was not conveyed of that one is taken back.
pub(super) fn takes_the_place(
    state: &State,
    by: ItemId,
    replaced: Option<ItemId>,
    decision: &mut Decision,
    now: Civil,
) {
    let Some((id, item)) = replaced.and_then(|id| Some((id, state.items.get(&id)?))) else { return };
    if !state.is_replaced(item, now) && item.superseded_by != Some(by) && id != by {
        decision.events.push(Event::Superseded { item: id, by });
        decision.void(state, id, item, now);
    }
}
