//! What texts have in common, as the desk looks at them: places of a draft that touch what may not be spoken of, items
//! that a press text may have, items that came by two ways. It shows and ranks; it says nothing of who did what.

use std::collections::{BTreeMap, BTreeSet};

use super::record::{Carries, Lodged, Match, Place};
use super::state::{Item, Sent, State};
use crate::cabinet::Seen;
use crate::civil::{Civil, Day};
use crate::ids::{ItemId, PartyId};
use crate::matching::{Likeness, WORTH_SHOWING, Words, likeness, probably_the_same};
use crate::rules::UNLABELLED;
use crate::touch::{Check, Touch, among_few};
use crate::vocabulary::Touches;

/// With how many of a party's latest items one that comes in is compared, and with how many bytes of them at most.
const COMPARED: usize = 64;
const COMPARED_BYTES: usize = 128 * 1024;
/// How many matches a look at a press text shows.
const MATCHES: usize = 32;
/// How many places are marked for one match.
const PLACES: usize = 64;

impl State {
    /// The open items of its party in its channel that an item coming in is probably the same as, the likest first, with
    /// their likeness.
    pub(super) fn alike(&self, id: ItemId, lodged: &Lodged, now: Civil) -> Vec<(ItemId, u8)> {
        let party = lodged.author.party();
        let ties = [lodged.ties.reaffirms, lodged.ties.supersedes];
        let comparable = |(_, other, item): &(u32, ItemId, Seen<'_, Item>)| {
            let item = item.glance();
            *other != id
                && !ties.contains(&Some(*other))
                && (item.channel, item.party, item.confided) == (lodged.channel, party, lodged.confided)
                && !item.of_a_pair
                && item.is_open_at(now)
        };
        let words = Words::of(&lodged.content.text);
        let mut bytes = 0;
        let mut alike = Vec::new();
        let compared = self.in_order().rev().filter(comparable).take(COMPARED);
        for (other, item) in compared.filter_map(|(_, other, item)| Some((other, item.whole()?))) {
            bytes += item.content.text.len();
            if bytes > COMPARED_BYTES {
                break;
            }
            let there = Words::of(&item.content.text);
            if probably_the_same(&words, &there) {
                alike.push((other, likeness(&words, &there).score.max(likeness(&there, &words).score)));
            }
        }
        alike.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
        alike
    }

    /// Where a text that concerns these parties touches what may not be spoken of.
    ///
    /// The name of a party that the text concerns is no finding by itself: that it speaks of whom it concerns is plain. It
    /// is one where another party of one of its channels is named too, which shows that there is something between them.
    #[must_use]
    pub fn touches(&self, text: &str, concerns: &[PartyId]) -> Vec<Touch<ItemId>> {
        let mut check = Check::of(text);
        let mut days: BTreeMap<Day, BTreeSet<ItemId>> = BTreeMap::new();
        let mut unmentioned: BTreeMap<crate::ChannelId, BTreeSet<ItemId>> = BTreeMap::new();
        let may_be_quoted = check.may_quote(&self.items);
        for (id, seen) in self.items.all() {
            let item = seen.glance();
            if item.erased {
                continue;
            }
            if !item.disclosure.allows_mention() {
                among_few(&mut unmentioned, item.channel, id);
                item.unspoken_days.iter().for_each(|day| among_few(&mut days, *day, id));
            }
            if !item.disclosure.allows_words() && may_be_quoted.contains(&id) {
                check.quotes_of(&seen, id);
            }
        }
        check.days(text, &days);
        for (channel, items) in &unmentioned {
            self.check_names(*channel, items, concerns, &mut check);
        }
        check.found()
    }

    fn check_names(
        &self,
        channel: crate::ChannelId,
        items: &BTreeSet<ItemId>,
        concerns: &[PartyId],
        check: &mut Check<ItemId>,
    ) {
        let Some(channel) = self.channels.get(&channel) else { return };
        check.name(&channel.name, Touches::Name, items);
        let names: Vec<(PartyId, Vec<&str>)> =
            channel.parties.iter().map(|party| (*party, self.known_as(*party))).collect();
        let is_named = |names: &[&str]| names.iter().any(|name| !check.places_of(name).is_empty());
        let named = names.iter().filter(|(_, names)| is_named(names)).count();
        for (party, names) in names {
            if named > 1 || !concerns.contains(&party) {
                names.into_iter().for_each(|name| check.name(name, Touches::Name, items));
            }
            let labels = channel.parties.iter().filter(|viewer| **viewer != party);
            for label in labels.map(|viewer| self.label(*viewer, party)).filter(|label| *label != UNLABELLED) {
                check.name(label, Touches::Label, items);
            }
        }
    }

    /// The names and titles of one concerned.
    fn known_as(&self, party: PartyId) -> Vec<&str> {
        let Some(party) = self.parties.get(&party) else { return Vec::new() };
        let envoys = party.mandates.iter().flat_map(|(envoy, mandate)| [envoy.as_str(), mandate.title.as_str()]);
        [party.name.as_str(), party.principal.as_str()]
            .into_iter()
            .chain(party.address.as_deref())
            .chain(envoys)
            .collect()
    }

    /// What of what is here a press text may have, the likest first.
    #[must_use]
    pub fn exposure(&self, text: &str) -> Vec<Match> {
        let words = Words::of(text);
        let mut matches = Vec::new();
        let here = self.items.all().filter(|(_, seen)| !seen.glance().erased);
        for (id, item) in here.filter_map(|(id, seen)| Some((id, seen.whole()?))) {
            let authentic = item.content.translations.iter().chain(&item.translations).map(|one| one.text.as_str());
            let authentic = likest(&words, authentic.chain([item.content.text.as_str()]));
            if item.party().is_some() && authentic.score >= WORTH_SHOWING {
                let told = item.party().into_iter().collect();
                matches.push(found(id, true, authentic, told));
            }
            for rendition in &item.renditions {
                let sent = item.conveyances.iter().filter(|sent| sent.carries_words(rendition.id) && !sent.withdrawn);
                let told: BTreeSet<PartyId> = sent.map(|sent| sent.dispatch.party).chain(item.party()).collect();
                let wording = &rendition.wording;
                let translations = wording.translations.iter().map(|one| one.text.as_str());
                let released = likest(&words, translations.chain([wording.words.as_str()]));
                if released.score >= WORTH_SHOWING {
                    matches.push(found(id, false, released, told.into_iter().collect()));
                }
            }
        }
        matches.sort_by_key(|one: &Match| (std::cmp::Reverse(one.likeness), one.item, one.authentic));
        matches.truncate(MATCHES);
        matches
    }
}

/// How like a text is to that of some sources which it is likest to.
fn likest<'s>(text: &Words, sources: impl Iterator<Item = &'s str>) -> Likeness {
    let likeness = sources.map(|source| likeness(text, &Words::of(source)));
    likeness.max_by_key(|one| one.score).unwrap_or_default()
}

fn found(item: ItemId, authentic: bool, likeness: Likeness, told: Vec<PartyId>) -> Match {
    let places = likeness.spans.iter().take(PLACES).map(Place::of).collect();
    Match { item, authentic, likeness: likeness.score, places, told }
}

impl Item {
    /// Every text of it that is here: its own and what was made of it.
    pub(super) fn sources(&self) -> impl Iterator<Item = &str> {
        let content = &self.content;
        let own = content.conditions.iter().chain(&content.reservations).chain(&content.scope);
        let translations = content.translations.iter().chain(&self.translations).map(|one| &one.text);
        let rendered = self.renditions.iter().flat_map(|one| {
            let wording = &one.wording;
            let beside = wording.conditions.iter().chain(&wording.reservations).chain(&wording.scope);
            [&wording.words].into_iter().chain(beside).chain(wording.translations.iter().map(|one| &one.text))
        });
        // Words that were rendered as they were written are not read twice.
        let rendered = rendered.filter(|source| **source != content.text);
        [&content.text].into_iter().chain(own).chain(translations).chain(rendered).map(String::as_str)
    }
}

impl Sent {
    fn carries_words(&self, of: crate::RenditionId) -> bool {
        matches!(self.dispatch.carries, Carries::Item { rendition } | Carries::Correction { rendition, .. } if rendition == of)
    }
}
