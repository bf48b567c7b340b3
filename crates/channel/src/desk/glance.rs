//! What the desk knows of an item at a glance, without having it out.

use super::record::Standing;
use super::state::Item;
use crate::cabinet::Filed;
use crate::civil::{Civil, Day};
use crate::ids::{ChannelId, PartyId};
use crate::vocabulary::{Disclosure, Form, ItemState};

/// An item at a glance.
#[derive(Clone, Debug)]
pub struct Glance {
    /// In which order it came.
    pub number: u64,
    /// Its channel.
    pub channel: ChannelId,
    /// The party that it is of; none for the desk's own.
    pub party: Option<PartyId>,
    /// What it is in the practice.
    pub form: Form,
    /// When its time is over.
    pub lapses: Civil,
    /// The word for how it stands once its time is over.
    pub state_after: ItemState,
    /// Whether the words are gone.
    pub erased: bool,
    pub(super) standing: Standing,
    pub(super) confided: bool,
    pub(super) of_a_pair: bool,
    /// What may be said of it in public.
    pub disclosure: Disclosure,
    /// The days of which nobody may say that something was conveyed on them.
    pub(super) unspoken_days: Box<[Day]>,
    /// Whether something of it is with an addressee or on its way.
    pub(super) is_out: bool,
    /// Whether something of it is on its way, and could be taken back.
    pub(super) is_on_its_way: bool,
    /// Whether two offices of one party may not say the same of it.
    pub(super) may_be_contradicted: bool,
}

impl Glance {
    /// Whether its time is over.
    #[must_use]
    pub fn has_lapsed(&self, now: Civil) -> bool {
        now >= self.lapses
    }

    /// What [`Item::is_open_at`] says.
    pub(super) fn is_open_at(&self, now: Civil) -> bool {
        matches!(self.standing, Standing::Open | Standing::AwaitingCountersign | Standing::Held)
            && !self.erased
            && !self.has_lapsed(now)
    }
}

impl Filed for Item {
    type Glance = Glance;

    fn glance(&self) -> Glance {
        let disclosure = self.content.disclosure;
        let spoken = self.erased || disclosure.allows_mention();
        let days = |sent: &super::state::Sent| {
            let on = sent.released_on.day();
            [on, sent.delivered.map_or(on, Civil::day)]
        };
        let mut unspoken_days: Vec<Day> = self.conveyances.iter().filter(|_| !spoken).flat_map(days).collect();
        unspoken_days.dedup();
        Glance {
            number: self.number,
            channel: self.channel,
            party: self.party(),
            form: self.content.form,
            lapses: self.content.lapses,
            state_after: self.state_at(self.content.lapses),
            erased: self.erased,
            standing: self.standing,
            confided: self.confided,
            of_a_pair: self.pair.is_some(),
            disclosure,
            unspoken_days: unspoken_days.into(),
            is_out: self.is_out(),
            is_on_its_way: self.is_on_its_way(),
            may_be_contradicted: self.is_disposed_of_variously() || self.answered_by.len() > 1,
        }
    }

    fn ends(glance: &Glance) -> Civil {
        glance.lapses
    }

    fn stirs(glance: &Glance) -> bool {
        glance.is_on_its_way
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        self.sources()
    }
}
