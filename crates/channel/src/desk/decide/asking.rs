//! What the desk asks a party in private: a question, or leave to use what it confided. Neither is an item of a channel.

use super::{Decision, Event, Officer};
use crate::civil::Civil;
use crate::desk::record::Standing;
use crate::desk::state::{Asked, Leave, Seat, State};
use crate::ids::{ChannelId, ItemId, PartyId, QuestionId, SeatId};
use crate::letters::ToParty;
use crate::naming::channel_handle;
use crate::refusal::Refusal;
use crate::rules;
use crate::vocabulary::Act;

/// A private question.
pub(super) struct Question {
    pub(super) question: QuestionId,
    pub(super) channel: ChannelId,
    pub(super) to: PartyId,
    pub(super) text: String,
    pub(super) lapses: Option<Civil>,
    pub(super) about: Option<ItemId>,
    pub(super) principal_only: bool,
}

impl Officer<'_> {
    pub(super) fn ask(&self, with: Question) -> Result<Decision, Refusal> {
        let state = self.state;
        let Question { question, channel, to, text, lapses, about, principal_only } = with;
        if state.questions.contains_key(&question) {
            return Err(Refusal::IdTaken);
        }
        rules::text(&text)?;
        let found = state.channels.get(&channel).ok_or(Refusal::UnknownChannel)?;
        if found.closed {
            return Err(Refusal::Closed);
        }
        if !found.parties.contains(&to) {
            return Err(Refusal::NoAddressee);
        }
        let lapses = lapses.unwrap_or_else(|| self.now.plus_days(rules::QUESTION_DAYS));
        if lapses <= self.now {
            return Err(Refusal::LapsesInPast);
        }
        if about.is_some_and(|item| state.items.get(&item).is_none_or(|item| item.channel != channel)) {
            return Err(Refusal::UnknownItem);
        }
        let on = self.now;
        let asked = Asked { channel, to, text: text.clone(), lapses, on, about, principal_only };
        let event = Event::Asked { question, channel, to, text, lapses, on, about, principal_only };
        let mut decision = Decision::of(event);
        for (seat, holder) in state.seats_of(to).filter(|(_, holder)| !principal_only || holder.envoy.is_none()) {
            if state.may(seat, channel, Act::Answer, self.now).is_ok() {
                decision.tell(seat, shown(state, (seat, holder), question, &asked), Some(question.0));
            }
        }
        if decision.letters.is_empty() { Err(Refusal::NoOffice) } else { Ok(decision) }
    }

    pub(super) fn use_confided(&self, id: ItemId) -> Result<Decision, Refusal> {
        let item = self.item(id)?;
        if !item.confided {
            return Err(Refusal::NotConfided);
        }
        match item.leave {
            _ if item.erased => return Err(Refusal::Erased),
            _ if item.standing == Standing::Returned => return Err(Refusal::Returned),
            _ if item.standing == Standing::Recalled => return Err(Refusal::Recalled),
            _ if item.standing == Standing::Voided => return Err(Refusal::Voided),
            _ if item.has_lapsed(self.now) => return Err(Refusal::Lapsed),
            _ if self.state.is_closed(item.channel) => return Err(Refusal::Closed),
            Leave::Asked | Leave::Given => return Err(Refusal::AlreadyDecided),
            Leave::NotAsked | Leave::Withheld => {}
        }
        let mut decision = Decision::of(Event::LeaveAsked { item: id });
        let seats = self.state.following_seats(item, self.now);
        decision.tell_each(seats, &ToParty::LeaveAsked { item: id }, None);
        Ok(decision)
    }
}

/// A question, as an office is shown it.
pub(super) fn shown(state: &State, (seat, holder): (SeatId, &Seat), question: QuestionId, asked: &Asked) -> ToParty {
    let channel = channel_handle(holder.key, asked.channel);
    let about = state.ties_at(seat, asked.about.as_slice()).first().copied();
    ToParty::Asked { question, channel, text: asked.text.clone(), lapses: asked.lapses, about }
}
