//! What is read from the desk's state: the board, labels, numbers, and what ids name.

use std::ops::Bound;

use super::record::{Author, Carries};
use super::state::{Item, Leave, Question, Seat, State};
use crate::cabinet::Seen;
use crate::civil::Civil;
use crate::ids::{ChannelHandle, ChannelId, ConveyedId, ItemId, PartyId, QuestionId, SeatId};
use crate::letters::ToDesk;
use crate::lint::{content_warnings, words_warnings};
use crate::outstanding::{Outstanding, Thing};
use crate::rules::same_terms;
use crate::vocabulary::{ItemState, Waiting};
use crate::warning::Warning;
use crate::words::Name;

impl State {
    pub(super) fn add_item(&mut self, id: ItemId, item: Item) {
        // What comes a second time keeps its place.
        let number = self.items.glance(&id).map(|before| before.number);
        if number.is_none() {
            self.order.push((item.number, id));
        }
        self.by_lapse.insert((item.content.lapses, id));
        self.items.insert(id, Item { number: number.unwrap_or(item.number), ..item });
    }

    /// Every item with the number by which people name it, from 1, in the order in which they came.
    pub fn in_order(&self) -> impl DoubleEndedIterator<Item = (u32, ItemId, Seen<'_, Item>)> {
        let shown = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
        let numbered = self.order.iter().enumerate();
        numbered.filter_map(move |(at, (_, id))| Some((shown(at), *id, self.items.seen(id)?)))
    }

    /// The item that people name by that number.
    #[must_use]
    pub fn numbered_item(&self, no: u32) -> Option<ItemId> {
        let at = usize::try_from(no).ok()?.checked_sub(1)?;
        self.order.get(at).map(|(_, id)| *id)
    }

    /// The number by which people name an item, from 1.
    #[must_use]
    pub fn number_shown(&self, id: ItemId) -> Option<u32> {
        let number = self.items.glance(&id)?.number;
        let at = self.order.binary_search_by_key(&number, |(number, _)| *number).ok()?;
        u32::try_from(at + 1).ok()
    }

    /// How many items there are.
    #[must_use]
    pub fn total(&self) -> u32 {
        u32::try_from(self.order.len()).unwrap_or(u32::MAX)
    }

    /// The board: what was lodged and neither released nor returned, and what waits for the desk's decision.
    #[must_use]
    pub fn outstanding(&self, now: Civil) -> Vec<Outstanding> {
        let standing = self.by_lapse.range((Bound::Excluded((now, ItemId([0xff; 16]))), Bound::Unbounded));
        let open = standing.filter_map(|(_, id)| self.items.get(id).map(|item| (id, item)));
        let mut waits: Vec<_> = open
            .filter(|(_, item)| !self.is_closed(item.channel))
            .filter_map(|(id, item)| {
                let urgency = item.content.precedence;
                Some((item.number, Outstanding::urgent(item.waits_for(now)?, Thing::Item(*id), urgency)))
            })
            .collect();
        waits.sort_unstable();
        waits.dedup();
        waits.into_iter().map(|(_, matter)| matter).collect()
    }

    /// What an officer should know of an item: words that commit, its author's or the desk's, terms that the desk changed,
    /// an answer to something that was superseded or had lapsed.
    #[must_use]
    pub fn warnings(&self, item: &Item) -> Vec<Warning> {
        let mut warnings = content_warnings(&item.content, &self.own_names(&item.author));
        let last = || item.to.iter().filter_map(|party| item.last(*party)).map(|one| &one.wording);
        if item.party().is_some() && !item.erased {
            let rendered = words_warnings(last().map(|wording| &wording.words));
            warnings.extend(rendered.into_iter().filter(|warning| !warnings.contains(warning)).collect::<Vec<_>>());
            if last().any(|wording| !same_terms(&item.content, wording)) {
                warnings.push(Warning::TermsChanged);
            }
        }
        let answered = item.ties.answers.and_then(|id| self.items.get(&id));
        if answered.is_some_and(|answered| answered.superseded_by.is_some()) {
            warnings.push(Warning::AnswersSuperseded);
        }
        if answered.is_some_and(|answered| answered.has_lapsed(item.lodged_on)) {
            warnings.push(Warning::AnswersLapsed);
        }
        warnings
    }

    /// The names and titles by which an author is known here.
    pub(super) fn own_names(&self, author: &Author) -> Vec<&str> {
        match author {
            Author::Desk { .. } => self.set_up.iter().map(|set_up| set_up.name.as_str()).collect(),
            Author::Party { party, .. } | Author::Told { party, .. } => {
                let party = self.parties.get(party);
                party.map(|party| vec![party.name.as_str(), party.principal.as_str()]).unwrap_or_default()
            }
        }
    }

    /// Questions that are neither answered nor lapsed.
    pub fn open_questions(&self, now: Civil) -> impl Iterator<Item = (&QuestionId, &Question)> {
        self.questions.iter().filter(move |(_, one)| one.reply.is_none() && now < one.asked.lapses)
    }

    /// Whether a channel is closed, or was never open.
    #[must_use]
    pub fn is_closed(&self, channel: ChannelId) -> bool {
        self.channels.get(&channel).is_none_or(|one| one.closed)
    }

    /// What one party is shown for another.
    #[must_use]
    pub fn label(&self, viewer: PartyId, other: PartyId) -> &str {
        let set = self.parties.get(&viewer).and_then(|party| party.calls.get(&other));
        set.map_or(crate::rules::UNLABELLED, String::as_str)
    }

    /// The number that one party of a channel knows another by: its place among the others, from 1.
    #[must_use]
    pub fn number_of(&self, channel: ChannelId, viewer: PartyId, other: PartyId) -> Option<u8> {
        let others = self.channels.get(&channel)?.parties.iter().filter(|one| **one != viewer);
        let place = others.into_iter().position(|one| *one == other)?;
        u8::try_from(place + 1).ok()
    }

    /// The party that another knows by that number.
    #[must_use]
    pub fn numbered(&self, channel: ChannelId, viewer: PartyId, number: u8) -> Option<PartyId> {
        let mut others = self.channels.get(&channel)?.parties.iter().filter(|one| **one != viewer);
        others.nth(usize::from(number).checked_sub(1)?).copied()
    }

    /// The channel that a seat's handle names.
    #[must_use]
    pub fn channel_at(&self, seat: SeatId, handle: ChannelHandle) -> Option<ChannelId> {
        self.handles.get(&(seat, handle)).copied()
    }

    /// What offices' handles name, with this desk's own name of it: pairs, proposals, offers, readouts, texts.
    pub fn names_at_seats(&self) -> impl Iterator<Item = (Name, Name)> + '_ {
        self.at_seats.iter().map(|((_, handle), at)| (*handle, at.name()))
    }

    /// The name, at this desk, of that whose words a seat's letter carries.
    #[must_use]
    pub fn words_name(&self, seat: SeatId, letter: &ToDesk) -> Option<Name> {
        let name = letter.item()?;
        let at_seat = self.at_seats.get(&(seat, name)).and_then(|at| at.matter());
        Some(at_seat.map_or(name, |matter| matter.name()))
    }

    /// The item that a seat knows by that id, be it by way of a correction or an invocation of it.
    #[must_use]
    pub fn item_at(&self, seat: SeatId, conveyed: ConveyedId) -> Option<ItemId> {
        self.sent.get(&(seat, conveyed)).copied()
    }

    /// The id that an item has at a seat, if it was sent there and not taken back.
    #[must_use]
    pub fn conveyed_as(&self, seat: SeatId, item: ItemId) -> Option<ConveyedId> {
        self.items.get(&item)?.conveyances.iter().find_map(|sent| {
            let dispatch = sent.dispatch;
            let is_item = matches!(dispatch.carries, Carries::Item { .. });
            (dispatch.seat == seat && is_item && !sent.withdrawn).then_some(dispatch.id)
        })
    }

    /// The names under which words of an item are kept here: its own, and those that its addressees' offices have it by, for
    /// they may have shown it to this desk again.
    #[must_use]
    pub fn names_of(&self, item: ItemId) -> Vec<[u8; 16]> {
        let sent = self.items.get(&item).into_iter().flat_map(|item| &item.conveyances);
        let shown = sent.filter(|sent| !sent.withdrawn && matches!(sent.dispatch.carries, Carries::Item { .. }));
        std::iter::once(item.0).chain(shown.map(|sent| sent.dispatch.id.0)).collect()
    }

    /// The office that a holder has now.
    #[must_use]
    pub fn seat_of(&self, party: PartyId, envoy: Option<&str>) -> Option<SeatId> {
        let holds = |seat: &&Seat| seat.party == party && seat.envoy.as_deref() == envoy && !seat.retired;
        let seats = self.of_party.get(&party).into_iter().flatten();
        seats.filter_map(|id| Some((id, self.seats.get(id)?))).find(|(_, seat)| holds(seat)).map(|(id, _)| *id)
    }

    /// The offices that a party has now.
    pub fn seats_of(&self, party: PartyId) -> impl Iterator<Item = (SeatId, &Seat)> {
        let seats = self.of_party.get(&party).into_iter().flatten();
        let seats = seats.filter_map(|id| Some((*id, self.seats.get(id)?)));
        seats.filter(|(_, seat)| !seat.retired)
    }
}

impl Item {
    /// What it waits for from the desk, if anything.
    fn waits_for(&self, now: Civil) -> Option<Waiting> {
        match self.state_at(now) {
            ItemState::Held => Some(Waiting::Admission),
            ItemState::Lodged
            | ItemState::AwaitingCountersign
            | ItemState::AwaitingApproval
            | ItemState::Approved
            | ItemState::Conveyed => {
                if self.pending_corrections().next().is_some() {
                    Some(Waiting::Correction)
                } else if self.pending_invocations().next().is_some() {
                    Some(Waiting::Invocation)
                } else {
                    let with_the_desk = !self.is_out() && (!self.confided || self.leave == Leave::Given);
                    with_the_desk.then_some(Waiting::Carriage)
                }
            }
            _ => None,
        }
    }
}
