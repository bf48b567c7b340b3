//! Pairs of parallel declarations, as the desk holds them: committed to by all, then opened by all, then released in one
//! act. A declaration is an item without words until it is opened, and shows its words to nobody before all are.

use std::collections::BTreeMap;

use super::record::{Author, Carries, Lodged, PairDispatch, Rendition, Standing, Ties};
use super::state::{AtSeat, Item, State};
use crate::civil::Civil;
use crate::content::{Content, Wording};
use crate::ids::{ChannelId, ItemId, PairId, PartyId, RenditionId, SeatId};
use crate::naming;
use crate::sealed::Commitment;
use crate::vocabulary::{Form, Handling, PairState};

/// A pair: one declaration of each party of its channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    /// In which order it came.
    pub number: u64,
    /// Its channel.
    pub channel: ChannelId,
    /// When it ends by itself if it is not released; never, if nothing is said.
    pub lapses: Option<Civil>,
    /// When it was opened.
    pub on: Civil,
    /// What each party has lodged.
    pub declared: BTreeMap<PartyId, Declared>,
    /// Whether all were asked to open what they had lodged.
    pub asked: bool,
    /// Whether it ended before it was complete.
    pub ended: bool,
    /// By which officer it was released, and when.
    pub released: Option<(String, Civil)>,
}

/// What a party lodged for a pair.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declared {
    /// From which of its offices.
    pub seat: SeatId,
    /// The declaration.
    pub item: ItemId,
    /// What binds to its words.
    pub commitment: Commitment,
    /// Whether it was opened.
    pub opened: bool,
}

impl Pair {
    /// How it stands, its lapse apart: that is an event.
    #[must_use]
    pub fn state(&self) -> PairState {
        if self.ended {
            PairState::NotCompleted
        } else if self.released.is_some() {
            PairState::Released
        } else if !self.asked {
            PairState::Open
        } else if self.declared.values().all(|one| one.opened) {
            PairState::Complete
        } else {
            PairState::Opening
        }
    }

    /// Whether every party has lodged a declaration, be it one that stands no longer.
    #[must_use]
    pub fn all_declared(&self, parties: &[PartyId]) -> bool {
        parties.iter().all(|party| self.declared.contains_key(party))
    }

    /// Whether declarations are still taken in, opened or released.
    #[must_use]
    pub const fn is_live(&self) -> bool {
        !self.ended && self.released.is_none()
    }
}

impl State {
    /// How a pair stands.
    #[must_use]
    pub fn pair_state(&self, pair: &Pair) -> PairState {
        pair.state()
    }

    /// Whether a declaration's words may be seen at the desk: once all of its pair are opened.
    #[must_use]
    pub fn is_shown(&self, item: &Item) -> bool {
        let pair = item.pair.and_then(|pair| self.pairs.get(&pair));
        pair.is_none_or(|pair| matches!(self.pair_state(pair), PairState::Complete | PairState::Released))
    }

    pub(super) fn pair_opened(&mut self, pair: PairId, channel: ChannelId, lapses: Option<Civil>, on: Civil) {
        let number = self.next();
        let declared = BTreeMap::new();
        let made = Pair { number, channel, lapses, on, declared, asked: false, ended: false, released: None };
        self.pairs.insert(pair, made);
        let parties = self.channels.get(&channel).map(|one| one.parties.clone()).unwrap_or_default();
        self.index_matter(&parties, AtSeat::Pair(pair));
    }

    pub(super) fn declared(
        &mut self,
        id: PairId,
        seat: SeatId,
        item: ItemId,
        lapses: Civil,
        commitment: Commitment,
        on: Civil,
    ) {
        let Some(party) = self.seats.get(&seat).map(|holder| holder.party) else { return };
        let Some(channel) = self.pairs.get(&id).map(|pair| pair.channel) else { return };
        let parties = self.channels.get(&channel).map(|one| one.parties.clone()).unwrap_or_default();
        let mut content = Content::new("", lapses);
        content.form = Form::Declaration;
        let lodged = Lodged {
            item,
            channel,
            author: Author::Party { party, seat },
            content,
            to: parties.into_iter().filter(|one| *one != party).collect(),
            handling: Handling::Verbatim,
            approve: false,
            not_before: None,
            not_after: None,
            ties: Ties::default(),
            confided: false,
            on,
            own: None,
        };
        let number = self.next();
        let mut made = Item::new(number, lodged, Standing::Open);
        made.pair = Some(id);
        self.add_item(item, made);
        if let Some(pair) = self.pairs.get_mut(&id) {
            pair.declared.insert(party, Declared { seat, item, commitment, opened: false });
        }
    }

    pub(super) fn declaration_opened(&mut self, id: PairId, item: ItemId, content: Content) {
        if let Some(found) = self.items.get_mut(&item) {
            self.by_lapse.insert((content.lapses, item));
            found.content = content;
        }
        let declared = self.pairs.get_mut(&id).into_iter().flat_map(|pair| pair.declared.values_mut());
        declared.filter(|one| one.item == item).for_each(|one| one.opened = true);
    }

    /// The declaration of a recalled item is no longer there, so that another can be lodged in its place.
    pub(super) fn undeclared(&mut self, item: ItemId) {
        let pair = self.items.get(&item).and_then(|one| one.pair).and_then(|pair| self.pairs.get_mut(&pair));
        if let Some(pair) = pair.filter(|pair| !pair.asked) {
            pair.declared.retain(|_, one| one.item != item);
        }
    }

    pub(super) fn pair_released(&mut self, id: PairId, officer: &str, on: Civil, dispatches: &[PairDispatch]) {
        let Some(pair) = self.pairs.get_mut(&id) else { return };
        pair.released = Some((officer.to_owned(), on));
        for declared in pair.declared.clone().into_values() {
            let Some(item) = self.items.get_mut(&declared.item) else { continue };
            let mut rendition = word_for_word(declared.item, item, officer);
            // Its name was computed from the words, which are gone where the declaration was erased since.
            rendition.id = sent_of(declared.item, dispatches).unwrap_or(rendition.id);
            item.add_rendition(rendition);
            item.released.get_or_insert((officer.to_owned(), on));
        }
        for PairDispatch { item, dispatch } in dispatches {
            self.sent.insert((dispatch.seat, dispatch.id), *item);
            if let Some(item) = self.items.get_mut(item) {
                item.add_sent(*dispatch, on);
            }
        }
    }
}

/// Under which name a declaration's words were sent, if they were to anybody.
fn sent_of(item: ItemId, dispatches: &[PairDispatch]) -> Option<RenditionId> {
    dispatches.iter().filter(|one| one.item == item).find_map(|one| match one.dispatch.carries {
        Carries::Item { rendition } => Some(rendition),
        Carries::Correction { .. } | Carries::Invocation { .. } => None,
    })
}

/// A declaration as it is released: its own words, for all others.
pub(super) fn word_for_word(id: ItemId, item: &Item, officer: &str) -> Rendition {
    let wording = Wording::verbatim(&item.content);
    Rendition {
        id: naming::rendition(id, &item.to, &wording, None),
        to: item.to.clone(),
        wording,
        officer: Some(officer.to_owned()),
        corrects: None,
    }
}
