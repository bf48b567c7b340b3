//! What a party's letter does at the desk. A party's program is not trusted: everything is checked again. What breaks a
//! rule is refused by a letter to its office; what no program of ours would write is an error, to be set aside.

use super::{Decision, Event, lodging, pairs};
use crate::civil::Civil;
use crate::desk::record::{By, Standing};
use crate::desk::state::{Item, Leave, Seat, State};
use crate::ids::{ConveyedId, ItemId, QuestionId, RenditionId, SeatId};
use crate::letters::{ToDesk, ToParty};
use crate::refusal::Refusal;
use crate::rules;
use crate::vocabulary::{Act, Disposition};

/// A party's office, at a moment.
pub(super) struct Heard<'a> {
    pub(super) state: &'a State,
    pub(super) seat: SeatId,
    pub(super) holder: &'a Seat,
    pub(super) now: Civil,
}

pub(super) fn heard(state: &State, seat: SeatId, letter: ToDesk, now: Civil) -> Result<Decision, Refusal> {
    let holder = state.seats.get(&seat).filter(|holder| !holder.retired).ok_or(Refusal::UnknownSeat)?;
    let act = letter.act();
    if state.acts.contains(&act) {
        return Ok(Decision::default());
    }
    let mut decision = match (Heard { state, seat, holder, now }).does(letter) {
        Ok(decision) => decision,
        Err(nonsense @ (Refusal::IdTaken | Refusal::Empty | Refusal::TooLong | Refusal::TooMany)) => {
            return Err(nonsense);
        }
        Err(reason) => {
            let mut decision = Decision::of(Event::Declined { seat, act, reason });
            decision.tell(seat, ToParty::Refused { act, reason }, None);
            decision
        }
    };
    decision.events.insert(0, Event::Acted { act, by: By::Seat(seat), on: now });
    Ok(decision)
}

impl Heard<'_> {
    fn does(&self, letter: ToDesk) -> Result<Decision, Refusal> {
        match letter {
            ToDesk::Appoint { mandate, .. } => self.appoint(mandate),
            ToDesk::Revoke { envoy, .. } => self.revoke(envoy),
            ToDesk::Lodge { lodging, .. } => self.lodge(lodging),
            ToDesk::Confide { item, channel, text, lapses, .. } => self.confide(item, channel, text, lapses),
            ToDesk::Countersign { item, .. } => self.countersign(item),
            ToDesk::Recall { item, .. } => self.recall(item),
            ToDesk::Approve { item, renditions, .. } => self.decided(item, &renditions, true, None),
            ToDesk::Object { item, renditions, reason, .. } => self.decided(item, &renditions, false, reason),
            ToDesk::Leave { item, given, .. } => self.leave(item, given),
            ToDesk::Dispose { conveyed, disposition, .. } => self.dispose(conveyed, disposition),
            ToDesk::Invoke { item, condition, .. } => self.invoke(item, condition),
            ToDesk::Reply { question, text, .. } => self.reply(question, text),
            ToDesk::Declare { pair, item, lapses, commitment, .. } => self.declare(pair, item, lapses, commitment),
            ToDesk::OpenDeclaration { pair, item, content, blind, .. } => {
                self.open_declaration(pair, item, content, &blind)
            }
            ToDesk::Answer { proposal, commitment, .. } => self.answer(proposal, commitment),
            ToDesk::OpenAnswer { proposal, takes, blind, .. } => self.open_answer(proposal, takes, &blind),
            ToDesk::AnswerOffer { offer, taken_up, .. } => self.answer_offer(offer, taken_up),
            ToDesk::Clear { readout, revision, cleared, reason, .. } => self.clear(readout, revision, cleared, reason),
            ToDesk::Confirm { item, confirmed, reason, .. } => self.confirm(item, confirmed, reason),
            ToDesk::Comment { text, version, words, .. } => self.comment(text, version, words),
            ToDesk::HasRead { conveyed, .. } => self.has_read(conveyed),
        }
    }

    /// An item of this party, if this office may do such an act with it: its own, or any of the party's at the principal's.
    fn own(&self, id: ItemId, act: Act) -> Result<&Item, Refusal> {
        let item = self.state.items.get(&id).filter(|item| item.party() == Some(self.holder.party));
        let item = item.ok_or(Refusal::UnknownItem)?;
        if self.holder.envoy.is_some() && !self.state.author_seats(item).contains(&self.seat) {
            return Err(Refusal::NotYours);
        }
        self.state.may(self.seat, item.channel, act, self.now)?;
        Ok(item)
    }

    fn countersign(&self, id: ItemId) -> Result<Decision, Refusal> {
        if self.holder.envoy.is_some() {
            return Err(Refusal::PrincipalOnly);
        }
        let item = self.own(id, Act::Lodge)?;
        if item.standing != Standing::AwaitingCountersign {
            return Err(Refusal::NoCountersign);
        }
        if item.has_lapsed(self.now) {
            return Err(Refusal::Lapsed);
        }
        let mut decision = Decision::of(Event::Countersigned { item: id });
        let others = self.state.author_seats(item).into_iter().filter(|seat| *seat != self.seat);
        decision.tell_each(others, &ToParty::Countersigned { item: id }, None);
        lodging::takes_the_place(self.state, id, item.ties.supersedes, &mut decision, self.now);
        Ok(decision)
    }

    fn recall(&self, id: ItemId) -> Result<Decision, Refusal> {
        let item = self.own(id, Act::Lodge)?;
        if item.is_called() {
            return Err(Refusal::AlreadyConveyed);
        }
        match item.standing {
            _ if item.erased => return Err(Refusal::Erased),
            Standing::Recalled => return Err(Refusal::Recalled),
            Standing::Returned => return Err(Refusal::Returned),
            Standing::Voided if item.superseded_by.is_some() => return Err(Refusal::Superseded),
            Standing::Voided => return Err(Refusal::Voided),
            _ if item.has_lapsed(self.now) => return Err(Refusal::Lapsed),
            Standing::Open | Standing::AwaitingCountersign | Standing::Held => {}
        }
        let mut decision = Decision::default();
        pairs::recalled(self.state, item, self.now, &mut decision)?;
        decision.events.retain(|event| !matches!(event, Event::Voided { item } if *item == id));
        decision.take_back_all(item);
        decision.events.push(Event::Recalled { item: id });
        decision.tell_each(self.state.author_seats(item), &ToParty::Recalled { item: id }, None);
        Ok(decision)
    }

    fn decided(
        &self,
        id: ItemId,
        renditions: &[RenditionId],
        approved: bool,
        reason: Option<String>,
    ) -> Result<Decision, Refusal> {
        rules::at_most(renditions.len(), rules::MANY)?;
        reason.iter().try_for_each(|reason| rules::clause(reason))?;
        let item = self.own(id, Act::Approve)?;
        if item.erased {
            return Err(Refusal::Erased);
        }
        let known = |rendition: &&RenditionId| item.approve && item.rendition(**rendition).is_some();
        let known: Vec<RenditionId> = renditions.iter().filter(known).copied().collect();
        if known.is_empty() {
            return Err(Refusal::NothingToApprove);
        }
        let open: Vec<_> = known.iter().filter(|one| !item.verdicts.contains_key(one)).copied().collect();
        if open.is_empty() {
            return Err(Refusal::AlreadyDecided);
        }
        if item.has_lapsed(self.now) {
            return Err(Refusal::Lapsed);
        }
        let mut decision = Decision::default();
        for rendition in open.iter().copied() {
            let (seat, reason) = (self.seat, reason.clone());
            decision.events.push(match approved {
                true => Event::Approved { item: id, rendition, seat },
                false => Event::ObjectedTo { item: id, rendition, seat, reason },
            });
        }
        let letter = ToParty::KinDecided { envoy: self.holder.envoy.clone(), item: id, renditions: open, approved };
        decision.tell_each(self.others_of(item), &letter, None);
        Ok(decision)
    }

    fn leave(&self, id: ItemId, given: bool) -> Result<Decision, Refusal> {
        let item = self.own(id, Act::Approve)?;
        match item.leave {
            _ if item.erased => return Err(Refusal::Erased),
            Leave::Asked => {}
            Leave::NotAsked => return Err(Refusal::NothingToApprove),
            Leave::Given | Leave::Withheld => return Err(Refusal::AlreadyDecided),
        }
        let mut decision = Decision::of(Event::LeaveDecided { item: id, seat: self.seat, given });
        let letter = ToParty::KinLeave { envoy: self.holder.envoy.clone(), item: id, given };
        decision.tell_each(self.others_of(item), &letter, None);
        Ok(decision)
    }

    fn dispose(&self, conveyed: ConveyedId, disposition: Disposition) -> Result<Decision, Refusal> {
        let state = self.state;
        let id = state.item_at(self.seat, conveyed).ok_or(Refusal::UnknownConveyed)?;
        if state.conveyed_as(self.seat, id) != Some(conveyed) {
            return Err(Refusal::UnknownConveyed);
        }
        let item = state.items.get(&id).ok_or(Refusal::UnknownConveyed)?;
        state.may(self.seat, item.channel, Act::Dispose, self.now)?;
        let mut decision = Decision::of(Event::Disposed { item: id, seat: self.seat, disposition, on: self.now });
        for kin in state.kin(self.seat).into_iter().filter(|kin| state.sees(*kin, item.channel, self.now)) {
            if let Some(conveyed) = state.conveyed_as(kin, id) {
                let envoy = self.holder.envoy.clone();
                decision.tell(kin, ToParty::KinDisposed { envoy, conveyed, disposition }, None);
            }
        }
        Ok(decision)
    }

    fn invoke(&self, id: ItemId, condition: u8) -> Result<Decision, Refusal> {
        let item = self.own(id, Act::Lodge)?;
        if !(1..=item.content.conditions.len()).contains(&usize::from(condition)) {
            return Err(if item.erased { Refusal::Erased } else { Refusal::UnknownCondition });
        }
        if !item.is_out() {
            return Err(Refusal::NotReleased);
        }
        if item.has_lapsed(self.now) {
            return Err(Refusal::Lapsed);
        }
        if item.invocations.iter().any(|one| one.condition == condition) {
            return Err(Refusal::AlreadyInvoked);
        }
        let (seat, on) = (self.seat, self.now);
        let mut decision = Decision::of(Event::Invoked { item: id, seat, condition, on });
        let letter = ToParty::KinInvoked { envoy: self.holder.envoy.clone(), item: id, condition };
        decision.tell_each(self.others_of(item), &letter, None);
        Ok(decision)
    }

    fn reply(&self, id: QuestionId, text: String) -> Result<Decision, Refusal> {
        rules::text(&text)?;
        let state = self.state;
        let question = state.questions.get(&id).filter(|one| one.asked.to == self.holder.party);
        let question = question.filter(|one| !one.asked.principal_only || self.holder.envoy.is_none());
        let question = question.ok_or(Refusal::UnknownQuestion)?;
        let channel = question.asked.channel;
        state.may(self.seat, channel, Act::Answer, self.now)?;
        if question.reply.is_some() {
            return Err(Refusal::AlreadyReplied);
        }
        if question.asked.text.is_empty() {
            return Err(Refusal::Erased);
        }
        let replied = Event::Replied { question: id, seat: self.seat, text: text.clone(), on: self.now };
        let mut decision = Decision::of(replied);
        for kin in self.kin_that_may(channel, Act::Answer).into_iter().filter(|_| !question.asked.principal_only) {
            let (envoy, text) = (self.holder.envoy.clone(), text.clone());
            decision.tell(kin, ToParty::KinReplied { envoy, question: id, text }, Some(id.0));
        }
        Ok(decision)
    }

    /// The other offices of this party that follow an item of it.
    fn others_of(&self, item: &Item) -> Vec<SeatId> {
        let mut seats = self.state.following_seats(item, self.now);
        seats.retain(|seat| *seat != self.seat);
        seats
    }
}
