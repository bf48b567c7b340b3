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
        let may_be_quoted = check.may_quote(&self.items);
        for (id, seen) in self.items.all() {
            let (tie, item) = (Tie::Own(id), seen.glance());
            if item.erased {
                continue;
            }
            if !item.disclosure.allows_mention() {
                among_few(&mut unmentioned, item.channel, tie);
                item.unspoken_days.iter().for_each(|day| among_few(&mut days, *day, tie));
            }
            if !item.disclosure.allows_words() && may_be_quoted.contains(&id) {
                check.quotes_of(&seen, tie);
            }
        }
        let may_be_quoted = check.may_quote(&self.received);
        for (id, seen) in self.received.all() {
            let (tie, received) = (Tie::Had(id), seen.glance());
            if received.erased {
                continue;
            }
            among_few(&mut unmentioned, received.channel, tie);
            among_few(&mut days, received.on, tie);
            if may_be_quoted.contains(&id) {
                check.quotes_of(&seen, tie);
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
