//! Where a text touches what may not be spoken of: a place, what it touches, and the items concerned. It is shown, and
//! blocks nothing.
//!
//! What an item's disclosure allows is read so:
//!
//! | disclosure | who, when | its words |
//! |---|---|---|
//! | secret | no | no |
//! | without attribution | no | yes |
//! | the intermediary may mention | yes | no |
//! | public | yes | yes |

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use crate::cabinet::{Cabinet, Filed, Id, Seen};
use crate::civil::Day;
use crate::desk::Place;
use crate::matching::{Runs, Words, dates, mentions, quoted};
use crate::vocabulary::{Disclosure, Touches};

/// How many items are named for one place; the rest are of the same kind.
pub const ITEMS_NAMED: usize = 8;
/// From how many words in a row on words are a quotation.
pub const QUOTED_WORDS: usize = 6;

/// One place of a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Touch<I> {
    /// Where.
    pub place: Place,
    /// What it touches.
    pub what: Touches,
    /// The items concerned, a few at most, as the office that looks names them.
    pub items: Vec<I>,
}

impl Disclosure {
    /// Whether it may be said that there was something, from whom and when.
    #[must_use]
    pub const fn allows_mention(self) -> bool {
        matches!(self, Self::MayMention | Self::Public)
    }

    /// Whether its words may be said.
    pub(crate) const fn allows_words(self) -> bool {
        matches!(self, Self::WithoutAttribution | Self::Public)
    }
}

/// Takes an item in under a day or a channel, if it is among the few that would be named for it: items are met in their
/// order, and the first are those.
pub(crate) fn among_few<K: Ord, I: Ord>(few: &mut BTreeMap<K, BTreeSet<I>>, of: K, item: I) {
    let few = few.entry(of).or_default();
    if few.len() < ITEMS_NAMED {
        few.insert(item);
    }
}

/// A text that is held against what may not be said, and what was found in it so far.
pub(crate) struct Check<I> {
    words: Words,
    runs: Runs,
    found: BTreeMap<(Place, Touches), BTreeSet<I>>,
}

impl<I: Copy + Ord> Check<I> {
    pub(crate) fn of(text: &str) -> Self {
        let words = Words::of(text);
        Self { runs: Runs::of(&words, QUOTED_WORDS), words, found: BTreeMap::new() }
    }

    fn note(&mut self, place: &Range<usize>, what: Touches, items: impl IntoIterator<Item = I>) {
        self.found.entry((Place::of(place), what)).or_default().extend(items);
    }

    /// Where a name or a label stands.
    pub(crate) fn name(&mut self, name: &str, what: Touches, items: &BTreeSet<I>) {
        for place in self.places_of(name) {
            self.note(&place, what, items.iter().copied());
        }
    }

    /// Where a name stands, without noting it.
    pub(crate) fn places_of(&self, name: &str) -> Vec<Range<usize>> {
        mentions(&self.words, name)
    }

    /// What of a cabinet may be quoted.
    pub(crate) fn may_quote<K: Id, V: Filed>(&self, cabinet: &Cabinet<K, V>) -> BTreeSet<K> {
        cabinet.may_quote(&self.runs)
    }

    /// Where words of what is in a cabinet are quoted.
    pub(crate) fn quotes_of<V: Filed>(&mut self, seen: &Seen<'_, V>, item: I) {
        if let Some(whole) = seen.whole() {
            whole.texts().for_each(|source| self.quotes(source, item));
        }
    }

    /// Where words of an item are quoted.
    fn quotes(&mut self, source: &str, item: I) {
        if !self.runs.may_be_in(source) {
            return;
        }
        for quote in quoted(&self.words, &Words::of(source), QUOTED_WORDS) {
            self.note(&quote.text, Touches::Quote, [item]);
        }
    }

    /// Where a day is named on which something was conveyed.
    pub(crate) fn days(&mut self, text: &str, conveyed: &BTreeMap<Day, BTreeSet<I>>) {
        let Some((near, _)) = conveyed.last_key_value() else { return };
        for (place, day) in dates(text, *near) {
            if let Some(items) = conveyed.get(&day) {
                self.note(&place, Touches::Day, items.iter().copied());
            }
        }
    }

    /// What was found, in the text's order.
    pub(crate) fn found(self) -> Vec<Touch<I>> {
        let touch = |((place, what), items): ((Place, Touches), BTreeSet<I>)| Touch {
            place,
            what,
            items: items.into_iter().take(ITEMS_NAMED).collect(),
        };
        self.found.into_iter().map(touch).collect()
    }
}
