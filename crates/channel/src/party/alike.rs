//! Where a text touches what this party did not allow to be spoken of, or was told: what was conveyed to it may not be
//! said unless the desk says otherwise.

use std::collections::{BTreeMap, BTreeSet};

use super::state::State;
use crate::civil::Day;
use crate::conveyance::Tie;
use crate::ids::ChannelHandle;
use crate::rules::UNLABELLED;
use crate::touch::{Check, Touch, among_few};
use crate::vocabulary::Touches;
use crate::warning::Warning;

impl State {
    pub(super) fn publishing_warnings(&self, text: &str) -> Vec<Warning> {
        let places = u32::try_from(self.touches(text).len()).unwrap_or(u32::MAX);
        [Warning::Touches(places)].into_iter().filter(|_| places > 0).collect()
    }

    /// Where a text touches what may not be spoken of.
    #[must_use]
    pub fn touches(&self, text: &str) -> Vec<Touch<Tie>> {
        let mut check = Check::of(text);
        let mut days: BTreeMap<Day, BTreeSet<Tie>> = BTreeMap::new();
        let mut unmentioned: BTreeMap<ChannelHandle, BTreeSet<Tie>> = BTreeMap::new();
        for (id, item) in self.items.iter().filter(|(_, item)| !item.erased) {
            let (tie, content) = (Tie::Own(*id), &item.lodging.content);
            if !content.disclosure.allows_mention() {
                among_few(&mut unmentioned, item.lodging.channel, tie);
                for told in &item.conveyed {
                    among_few(&mut days, told.on, tie);
                }
            }
            if !content.disclosure.allows_words() {
                let own = [&content.text].into_iter().chain(&content.conditions).chain(&content.reservations);
                let own = own.chain(&content.scope).chain(content.translations.iter().map(|one| &one.text));
                let told = item.conveyed.iter().map(|told| &told.words.wording.words);
                own.chain(told).for_each(|source| check.quotes(source, tie));
            }
        }
        for (id, received) in self.received.iter().filter(|(_, received)| !received.erased) {
            let tie = Tie::Had(*id);
            among_few(&mut unmentioned, received.conveyance.channel, tie);
            among_few(&mut days, received.on, tie);
            let corrected = received.corrections.iter().map(|one| &one.wording);
            for wording in [&received.conveyance.wording].into_iter().chain(corrected) {
                let beside = wording.conditions.iter().chain(&wording.reservations).chain(&wording.scope);
                let translations = wording.translations.iter().map(|one| &one.text);
                [&wording.words]
                    .into_iter()
                    .chain(beside)
                    .chain(translations)
                    .for_each(|source| check.quotes(source, tie));
            }
        }
        check.days(text, &days);
        for (channel, items) in &unmentioned {
            if let Some(welcome) = &self.welcome {
                check.name(&welcome.desk, Touches::Name, items);
            }
            let Some(channel) = self.channels.get(channel) else { continue };
            check.name(&channel.name, Touches::Name, items);
            for other in channel.others.iter().filter(|other| other.label != UNLABELLED) {
                check.name(&other.label, Touches::Label, items);
            }
        }
        check.found()
    }
}
