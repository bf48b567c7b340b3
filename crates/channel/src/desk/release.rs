//! The gate: nothing that carries words to an addressee leaves the desk by another way.
//!
//! A [`Rendition`] becomes an [`ApprovedRendition`] only where its author approved these very words or did not ask to;
//! approved renditions become a [`Releasable`] only where an officer who may do so releases an item that stands; and only
//! a [`Releasable`] turns into letters with something [`Released`] in them. Leaving a check out does not compile.

use std::collections::BTreeSet;
use std::ops::Deref;

use minicbor::{Decode, Encode};

use super::Outgoing;
use super::record::{Author, Carries, Dispatch, Rendition, Standing};
use super::state::{Item, Leave, REPLACED_MOST, Sent, State, Verdict};
use crate::civil::Civil;
use crate::conveyance::{Conveyance, Correction, InvocationNotice, Origin, Tie};
use crate::ids::{ConveyedId, ItemId, PartyId, SeatId, SeatKey};
use crate::letters::ToParty;
use crate::naming;
use crate::refusal::Refusal;
use crate::rules::{form_rule, is_verbatim};
use crate::vocabulary::Label;

/// What passed the gate. It can be made in this module alone, or read from a line.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(transparent)]
pub struct Released<T>(#[n(0)] T);

impl<T> Deref for Released<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}

impl<T> Released<T> {
    /// The same, with words taken out; there is no way to put any in.
    pub(crate) fn without(&self, by: impl FnOnce(&T) -> T) -> Self {
        Self(by(&self.0))
    }
}

const UNNAMED: ConveyedId = ConveyedId([0; 16]);

/// A rendition whose author approved these very words, or did not ask to.
struct ApprovedRendition<'a>(&'a Rendition);

impl<'a> ApprovedRendition<'a> {
    fn of(item: &Item, rendition: &'a Rendition) -> Result<Self, Refusal> {
        let wording = &rendition.wording;
        if wording.label == Some(Label::Verbatim) && !is_verbatim(&item.content, wording) {
            return Err(Refusal::NotVerbatim);
        }
        match item.verdicts.get(&rendition.id) {
            _ if !item.approve => Ok(Self(rendition)),
            Some(Verdict::Approved) => Ok(Self(rendition)),
            Some(Verdict::ObjectedTo(_)) => Err(Refusal::ObjectedTo),
            None => Err(Refusal::NeedsApproval),
        }
    }
}

/// What an officer may release at this moment, and releases.
pub(super) struct Releasable<'a> {
    state: &'a State,
    id: ItemId,
    item: &'a Item,
    what: Vec<What<'a>>,
}

/// One thing for one addressee.
enum What<'a> {
    Item(PartyId, ApprovedRendition<'a>),
    Correction(Sent, ApprovedRendition<'a>),
    Invocation(Sent, u8),
}

impl<'a> Releasable<'a> {
    /// The item itself, for every addressee that it is not with or on its way to.
    pub(super) fn item(
        state: &'a State,
        id: ItemId,
        item: &'a Item,
        officer: &str,
        now: Civil,
    ) -> Result<Self, Refusal> {
        stands(state, item, now)?;
        in_window(item, now)?;
        let waiting: Vec<PartyId> = item.to.iter().filter(|party| !item.is_out_to(**party)).copied().collect();
        if waiting.is_empty() {
            return Err(Refusal::AlreadyReleased);
        }
        let mut what = Vec::new();
        for party in waiting {
            let rendition = item.current(party).ok_or(Refusal::NotRendered)?;
            let approved = ApprovedRendition::of(item, rendition)?;
            if item.party().is_some() {
                another_officer(state, rendition, officer)?;
            }
            if seats_for(state, item, party, now).is_empty() {
                return Err(Refusal::NoOffice);
            }
            what.push(What::Item(party, approved));
        }
        Ok(Self { state, id, item, what })
    }

    /// A declaration of a pair that all have opened, for every other party: its own words, and no others.
    pub(super) fn declaration(
        state: &'a State,
        id: ItemId,
        item: &'a Item,
        rendition: &'a Rendition,
        now: Civil,
    ) -> Result<Self, Refusal> {
        may_go(state, item, now)?;
        let approved = ApprovedRendition::of(item, rendition)?;
        let mut what = Vec::new();
        for party in &item.to {
            if seats_for(state, item, *party, now).is_empty() {
                return Err(Refusal::NoOffice);
            }
            what.push(What::Item(*party, ApprovedRendition(approved.0)));
        }
        Ok(Self { state, id, item, what })
    }

    /// One correction, for every office that has, or is getting, what it corrects.
    pub(super) fn correction(
        state: &'a State,
        id: ItemId,
        item: &'a Item,
        correction: &'a Rendition,
        officer: &str,
        now: Civil,
    ) -> Result<Self, Refusal> {
        stands(state, item, now)?;
        another_officer(state, correction, officer)?;
        let concerned = item.conveyances.iter().filter(|sent| is_live_item(sent));
        let concerned = concerned.filter(|sent| correction.to.contains(&sent.dispatch.party));
        let what: Result<Vec<_>, Refusal> =
            concerned.map(|sent| Ok(What::Correction(*sent, ApprovedRendition::of(item, correction)?))).collect();
        Ok(Self { state, id, item, what: what? })
    }

    /// Word of an invoked condition, for every office that has, or is getting, the item with that condition: by what was
    /// conveyed, or by corrections that go in the same act before it.
    pub(super) fn invocation(
        state: &'a State,
        id: ItemId,
        item: &'a Item,
        condition: u8,
        before: &[&Rendition],
        now: Civil,
    ) -> Result<Self, Refusal> {
        stands(state, item, now)?;
        let concerned = item.conveyances.iter().filter(|sent| is_live_item(sent));
        let told = concerned.filter(|sent| {
            let corrected = before.iter().rev().find(|one| one.to.contains(&sent.dispatch.party));
            let latest = corrected.map(|one| &one.wording).or_else(|| item.latest_at(sent.dispatch.seat));
            let conditions = latest.map_or(0, |wording| wording.conditions.len());
            conditions == item.content.conditions.len() && (1..=conditions).contains(&usize::from(condition))
        });
        let what: Vec<_> = told.map(|sent| What::Invocation(*sent, condition)).collect();
        if what.is_empty() { Err(Refusal::ConditionNotConveyed) } else { Ok(Self { state, id, item, what }) }
    }

    /// What is sent, and the held letters that send it.
    pub(super) fn letters(&self, now: Civil) -> (Vec<Dispatch>, Vec<Outgoing>) {
        self.letters_after(&[], now)
    }

    /// The same, where others go in the same act: no two of them have one name at one office.
    pub(super) fn letters_after(&self, before: &[Dispatch], now: Civil) -> (Vec<Dispatch>, Vec<Outgoing>) {
        let mut dispatches: Vec<Dispatch> = Vec::new();
        let mut letters = Vec::new();
        for what in &self.what {
            let so_far: Vec<Dispatch> = before.iter().chain(&dispatches).copied().collect();
            for (dispatch, letter) in self.each(what, &so_far, now) {
                if !dispatch.had {
                    let held = Some(dispatch.id);
                    letters.push(Outgoing { line: dispatch.seat, letter, held, of: Some(self.id.0) });
                }
                dispatches.push(dispatch);
            }
        }
        (dispatches, letters)
    }

    fn each(&self, what: &What<'_>, so_far: &[Dispatch], now: Civil) -> Vec<(Dispatch, ToParty)> {
        match what {
            What::Item(party, approved) => {
                let seats = seats_for(self.state, self.item, *party, now);
                seats.into_iter().filter_map(|seat| self.convey(seat, *party, approved, so_far)).collect()
            }
            What::Correction(sent, approved) => self.correct(*sent, approved, so_far).into_iter().collect(),
            What::Invocation(sent, condition) => self.invoke(*sent, *condition, so_far).into_iter().collect(),
        }
    }

    fn convey(
        &self,
        seat: SeatId,
        party: PartyId,
        approved: &ApprovedRendition<'_>,
        so_far: &[Dispatch],
    ) -> Option<(Dispatch, ToParty)> {
        let (item, state) = (self.item, self.state);
        let key = state.seats.get(&seat)?.key;
        let from = match item.author {
            Author::Desk { .. } => Origin::Desk,
            Author::Party { party: author, .. } | Author::Told { party: author, .. } => {
                Origin::Other(state.number_of(item.channel, party, author)?)
            }
        };
        let tie = |tied: Option<ItemId>| tied.and_then(|id| as_known(state, seat, party, id));
        let mut conveyance = Conveyance {
            id: UNNAMED,
            channel: naming::channel_handle(key, item.channel),
            from,
            form: item.content.form,
            wording: approved.0.wording.clone(),
            as_of: item.content.as_of,
            lapses: item.content.lapses,
            precedence: item.content.precedence,
            // Of words that are the desk's it would tell the language of those that are not shown.
            language: item.content.language.clone().filter(|_| approved.0.wording.label == Some(Label::Verbatim)),
            answers: tie(item.ties.answers),
            reaffirms: tie(item.ties.reaffirms),
            supersedes: replaced_there(state, seat, party, item),
            own: item.own,
            to_several: item.own.is_some() && item.to.len() > 1,
            unconfirmed: item.is_unconfirmed(),
            pair: item.pair.map(|pair| naming::pair_handle(key, pair)),
        };
        conveyance.id = self.free(seat, so_far, |before| naming::conveyed_item(key, &conveyance, before));
        let had = state.untraced.contains_key(&(seat, conveyance.id));
        let carries = Carries::Item { rendition: approved.0.id };
        let dispatch = Dispatch { seat, party, id: conveyance.id, carries, had };
        Some((dispatch, ToParty::Convey(Released(conveyance))))
    }

    fn correct(
        &self,
        sent: Sent,
        approved: &ApprovedRendition<'_>,
        so_far: &[Dispatch],
    ) -> Option<(Dispatch, ToParty)> {
        let (key, Dispatch { seat, party, id: of, .. }) = (self.key(&sent)?, sent.dispatch);
        let mut correction = Correction { id: UNNAMED, of, wording: approved.0.wording.clone() };
        correction.id = self.free(seat, so_far, |before| naming::correction(key, &correction, before));
        let carries = Carries::Correction { rendition: approved.0.id, of };
        let dispatch = Dispatch { seat, party, id: correction.id, carries, had: false };
        Some((dispatch, ToParty::Corrected(Released(correction))))
    }

    fn invoke(&self, sent: Sent, condition: u8, so_far: &[Dispatch]) -> Option<(Dispatch, ToParty)> {
        let (key, Dispatch { seat, party, id: of, .. }) = (self.key(&sent)?, sent.dispatch);
        let mut notice = InvocationNotice { id: UNNAMED, of, condition };
        notice.id = self.free(seat, so_far, |before| naming::invocation(key, &notice, before));
        let carries = Carries::Invocation { condition, of };
        let dispatch = Dispatch { seat, party, id: notice.id, carries, had: false };
        Some((dispatch, ToParty::InvocationConveyed(Released(notice))))
    }

    fn key(&self, sent: &Sent) -> Option<SeatKey> {
        self.state.seats.get(&sent.dispatch.seat).filter(|seat| !seat.retired).map(|seat| seat.key)
    }

    /// The first id that names nothing at this seat: what was taken back before the seat had it leaves no gap.
    fn free(&self, seat: SeatId, so_far: &[Dispatch], named: impl Fn(u32) -> ConveyedId) -> ConveyedId {
        let taken = |id: &ConveyedId| {
            let now_taken = so_far.iter().any(|one| one.seat == seat && one.id == *id);
            now_taken || self.state.sent.contains_key(&(seat, *id))
        };
        let mut ids = (0..=u32::MAX).map(named);
        ids.find(|id| !taken(id)).unwrap_or(UNNAMED)
    }
}

/// Whether an item stands, so that something of it may be conveyed at this moment.
pub(super) fn stands(state: &State, item: &Item, now: Civil) -> Result<(), Refusal> {
    may_go(state, item, now)?;
    let pair = item.pair.and_then(|pair| state.pairs.get(&pair));
    if pair.is_some_and(|pair| pair.released.is_some()) {
        return Ok(());
    }
    form_rule(item.content.form).barred.map_or(Ok(()), Err)
}

/// Whether nothing but its form keeps an item from being conveyed at this moment.
fn may_go(state: &State, item: &Item, now: Civil) -> Result<(), Refusal> {
    if let Some((false, _)) = item.confirmed {
        return Err(Refusal::DeniedBySender);
    }
    if item.same_as.is_some() {
        return Err(Refusal::SameAsAnother);
    }
    if item.erased {
        return Err(Refusal::Erased);
    }
    if item.superseded_by.is_some() {
        return Err(Refusal::Superseded);
    }
    match item.standing {
        Standing::Open => {}
        Standing::AwaitingCountersign => return Err(Refusal::AwaitingCountersign),
        Standing::Held => return Err(Refusal::Held),
        Standing::Returned => return Err(Refusal::Returned),
        Standing::Recalled => return Err(Refusal::Recalled),
        Standing::Voided if state.is_closed(item.channel) => return Err(Refusal::Closed),
        Standing::Voided => return Err(Refusal::Voided),
    }
    if state.is_closed(item.channel) {
        return Err(Refusal::Closed);
    }
    if item.has_lapsed(now) {
        return Err(Refusal::Lapsed);
    }
    match item.leave {
        _ if !item.confided => {}
        Leave::Given => {}
        Leave::Withheld => return Err(Refusal::LeaveRefused),
        Leave::NotAsked | Leave::Asked => return Err(Refusal::Confided),
    }
    Ok(())
}

/// Whether the sender's times allow to convey it at this moment.
fn in_window(item: &Item, now: Civil) -> Result<(), Refusal> {
    if item.not_before.is_some_and(|start| now < start) {
        Err(Refusal::NotBefore)
    } else if item.not_after.is_some_and(|end| now > end) {
        Err(Refusal::NotAfter)
    } else {
        Ok(())
    }
}

/// Whether what was released may still be conveyed, at the moment at which it would be.
pub(super) fn may_be_called(state: &State, item: &Item, sent: &Sent, now: Civil) -> bool {
    let Dispatch { seat, party, carries, .. } = sent.dispatch;
    let entitled = seats_for(state, item, party, now).contains(&seat);
    let in_time = match carries {
        Carries::Item { .. } => in_window(item, now).is_ok(),
        Carries::Correction { of, .. } | Carries::Invocation { of, .. } => {
            item.conveyances.iter().any(|one| one.dispatch.seat == seat && one.dispatch.id == of && one.called)
        }
    };
    !sent.withdrawn && entitled && in_time && stands(state, item, now).is_ok()
}

/// The offices of an addressee that see the item's channel: the principal's and its envoys' with a mandate for it.
fn seats_for(state: &State, item: &Item, party: PartyId, now: Civil) -> BTreeSet<SeatId> {
    let sees = |seat: &SeatId| state.sees(*seat, item.channel, now);
    state.seats_of(party).map(|(seat, _)| seat).filter(sees).collect()
}

/// Who puts a party's words into others may not release them, where two officers are asked for. The desk's own words are
/// nobody's but the desk's: they are no rendition of anyone's.
fn another_officer(state: &State, rendition: &Rendition, officer: &str) -> Result<(), Refusal> {
    let two = state.set_up.as_ref().is_some_and(|set_up| set_up.two_officers);
    if two && rendition.officer.as_deref() == Some(officer) { Err(Refusal::SameOfficer) } else { Ok(()) }
}

/// Whether it is the item itself, with an office or on its way to it.
fn is_live_item(sent: &Sent) -> bool {
    !sent.withdrawn && matches!(sent.dispatch.carries, Carries::Item { .. })
}

/// What an office has of what this item replaces: of that one's predecessor where that one never came, and so on.
fn replaced_there(state: &State, seat: SeatId, party: PartyId, item: &Item) -> Option<Tie> {
    let before = |id: &ItemId| state.items.get(id).and_then(|item| item.ties.supersedes);
    let chain = std::iter::successors(item.ties.supersedes, before).take(REPLACED_MOST);
    chain.into_iter().find_map(|id| as_known(state, seat, party, id))
}

/// What an addressee knows a tied item as, if it may know it: its own, or one that it certainly has.
pub(super) fn as_known(state: &State, seat: SeatId, party: PartyId, tied: ItemId) -> Option<Tie> {
    let item = state.items.get(&tied)?;
    if item.party() == Some(party) {
        let holder = state.seats.get(&seat)?;
        return (holder.envoy.is_none() || item.seat() == Some(seat)).then_some(Tie::Own(tied));
    }
    let mut sent = item.conveyances.iter().filter(|sent| is_live_item(sent) && sent.called);
    sent.find(|sent| sent.dispatch.seat == seat).map(|sent| Tie::Had(sent.dispatch.id))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::{Content, Wording};
    use crate::desk::record::{Lodged, Ties};
    use crate::ids::{ChannelId, RenditionId};
    use crate::vocabulary::Handling;

    /// The gate does not rely on what was checked when the words were found.
    #[test]
    fn no_other_text_passes_as_verbatim() {
        let lodged = Lodged {
            item: ItemId([1; 16]),
            channel: ChannelId([2; 16]),
            author: Author::Party { party: PartyId(1), seat: SeatId(1) },
            content: Content::new("We will not.", Civil(9)),
            to: vec![PartyId(2)],
            handling: Handling::AtDesk,
            approve: false,
            not_before: None,
            not_after: None,
            ties: Ties::default(),
            confided: false,
            on: Civil(0),
            own: None,
        };
        let item = Item::new(1, lodged, Standing::Open);
        let wording = |words: &str, label| Wording::new(words, Some(label));
        let passes = |words: &str, label| {
            let (id, to, wording) = (RenditionId([3; 16]), item.to.clone(), wording(words, label));
            let rendition = Rendition { id, to, wording, officer: None, corrects: None };
            ApprovedRendition::of(&item, &rendition).map(|_| ())
        };
        assert_eq!(passes("We will not.\n", Label::Verbatim), Ok(()));
        assert_eq!(passes("We will now.", Label::Verbatim), Err(Refusal::NotVerbatim));
        assert_eq!(passes("We will now.", Label::Paraphrase), Ok(()));
    }
}
