//! What is searched for among the items of an office.

use std::collections::BTreeSet;

use channel::cabinet::{Cabinet, Filed, Id, Seen};
use channel::matching::Sought;

/// A text that is searched for among what is in one cabinet.
pub(super) struct Search<K> {
    lower: String,
    sought: Sought,
    /// In the words of which it may be.
    among: BTreeSet<K>,
}

impl<K: Id> Search<K> {
    /// A search for a text, given in lower case.
    pub(super) fn of<V: Filed>(lower: String, cabinet: &Cabinet<K, V>) -> Self {
        let sought = Sought::of(&lower);
        let among = cabinet.may_hold(&sought);
        Self { lower, sought, among }
    }

    /// Whether a text has it, whatever its case.
    pub(super) fn is_in(&self, text: &str) -> bool {
        text.to_lowercase().contains(&self.lower)
    }

    /// Whether one of that cabinet may have it in its words.
    pub(super) fn may_be_among_words_of<V: Filed>(&self, id: K, seen: &Seen<'_, V>) -> bool {
        self.among.contains(&id) && seen.may_hold(&self.sought)
    }
}
