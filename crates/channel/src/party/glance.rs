//! What a party's office knows at a glance of what it said and of what was conveyed to it, without having it out.

use super::state::{Item, Received};
use crate::cabinet::Filed;
use crate::civil::{Civil, Day};
use crate::conveyance::Origin;
use crate::ids::ChannelHandle;
use crate::vocabulary::{Disclosure, Form, ItemState};

/// An item of this party's own, at a glance.
#[derive(Clone, Debug)]
pub struct ItemGlance {
    /// In which order it came.
    pub number: u64,
    /// Its channel.
    pub channel: ChannelHandle,
    /// What it is in the practice.
    pub form: Form,
    /// When its time is over.
    pub lapses: Civil,
    /// The word for how it stands once its time is over.
    pub state_after: ItemState,
    /// Whether the words are gone from here.
    pub erased: bool,
    pub(super) disclosure: Disclosure,
    /// The days of which nobody may say that something was conveyed on them.
    pub(super) unspoken_days: Box<[Day]>,
}

/// What was conveyed to this office, at a glance.
#[derive(Clone, Debug)]
pub struct ReceivedGlance {
    /// In which order it came.
    pub number: u64,
    /// Its channel.
    pub channel: ChannelHandle,
    /// From whom.
    pub from: Origin,
    /// What it is in the practice.
    pub form: Form,
    /// When its time is over.
    pub lapses: Civil,
    /// The word for how it stands once its time is over.
    pub state_after: ItemState,
    /// Whether the words are gone from here.
    pub erased: bool,
    pub(super) on: Day,
}

impl Filed for Item {
    type Glance = ItemGlance;

    fn glance(&self) -> ItemGlance {
        let content = &self.lodging.content;
        let spoken = self.erased || content.disclosure.allows_mention();
        ItemGlance {
            number: self.number,
            channel: self.lodging.channel,
            form: content.form,
            lapses: content.lapses,
            state_after: self.state_at(content.lapses),
            erased: self.erased,
            disclosure: content.disclosure,
            unspoken_days: self.conveyed.iter().filter(|_| !spoken).map(|told| told.on).collect(),
        }
    }

    fn ends(glance: &ItemGlance) -> Civil {
        glance.lapses
    }

    fn stirs(_: &ItemGlance) -> bool {
        false
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        let content = &self.lodging.content;
        let own = [&content.text].into_iter().chain(&content.conditions).chain(&content.reservations);
        let own = own.chain(&content.scope).chain(content.translations.iter().map(|one| &one.text));
        own.chain(self.conveyed.iter().map(|told| &told.words.wording.words)).map(String::as_str)
    }
}

impl Filed for Received {
    type Glance = ReceivedGlance;

    fn glance(&self) -> ReceivedGlance {
        let conveyance = &self.conveyance;
        ReceivedGlance {
            number: self.number,
            channel: conveyance.channel,
            from: conveyance.from,
            form: conveyance.form,
            lapses: conveyance.lapses,
            state_after: self.state_at(conveyance.lapses),
            erased: self.erased,
            on: self.on,
        }
    }

    fn ends(glance: &ReceivedGlance) -> Civil {
        glance.lapses
    }

    fn stirs(_: &ReceivedGlance) -> bool {
        false
    }

    fn texts(&self) -> impl Iterator<Item = &str> {
        let wordings = [&self.conveyance.wording].into_iter().chain(self.corrections.iter().map(|one| &one.wording));
        wordings.flat_map(|wording| {
            let beside = wording.conditions.iter().chain(&wording.reservations).chain(&wording.scope);
            let translations = wording.translations.iter().map(|one| &one.text);
            [&wording.words].into_iter().chain(beside).chain(translations).map(String::as_str)
        })
    }
}
