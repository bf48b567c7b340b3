//! Which of very many texts share phrases with one: an index of phrases, so that only a few are compared in full.
//!
//! Eight bytes for each phrase and each text that has it, beside the map's own. Keys are the caller's.

use std::collections::BTreeMap;

use super::likeness::phrases_of;
use super::words::Words;

/// An index of texts by their phrases.
#[derive(Clone, Debug)]
pub struct Corpus<K> {
    by_phrase: BTreeMap<u64, Vec<K>>,
}

/// In how many texts a phrase may be before it tells nothing.
const TEXTS_MOST: usize = 256;

impl<K: Copy + Ord> Corpus<K> {
    /// An index of nothing.
    #[must_use]
    pub const fn new() -> Self {
        Self { by_phrase: BTreeMap::new() }
    }

    /// Takes a text in under a key.
    pub fn add(&mut self, key: K, words: &Words) {
        for phrase in phrases_of(words) {
            let texts = self.by_phrase.entry(phrase).or_default();
            if texts.len() < TEXTS_MOST && !texts.contains(&key) {
                texts.push(key);
            }
        }
    }

    /// Takes a text out again.
    pub fn remove(&mut self, key: K, words: &Words) {
        for phrase in phrases_of(words) {
            if let Some(texts) = self.by_phrase.get_mut(&phrase) {
                texts.retain(|one| *one != key);
                if texts.is_empty() {
                    self.by_phrase.remove(&phrase);
                }
            }
        }
    }

    /// The texts that share phrases with this one, those with most of them first, `most` at most.
    #[must_use]
    pub fn candidates(&self, text: &Words, most: usize) -> Vec<(K, u32)> {
        let mut shared: BTreeMap<K, u32> = BTreeMap::new();
        for phrase in phrases_of(text) {
            for key in self.by_phrase.get(&phrase).into_iter().flatten() {
                *shared.entry(*key).or_default() += 1;
            }
        }
        let mut candidates: Vec<(K, u32)> = shared.into_iter().collect();
        candidates.sort_by_key(|(key, count)| (std::cmp::Reverse(*count), *key));
        candidates.truncate(most);
        candidates
    }
}

impl<K: Copy + Ord> Default for Corpus<K> {
    fn default() -> Self {
        Self::new()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_finds_those_that_share_its_phrases_and_no_others() {
        let mut corpus = Corpus::new();
        corpus.add(1, &Words::of("Settlement without confrontation of any kind."));
        corpus.add(2, &Words::of("The harvest was poor this year."));
        corpus.add(3, &Words::of("Settlement without confrontation, for now."));
        let text = Words::of("They want settlement without confrontation of any kind.");
        assert_eq!(corpus.candidates(&text, 9).into_iter().map(|(key, _)| key).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(corpus.candidates(&text, 1).len(), 1);
        corpus.remove(1, &Words::of("Settlement without confrontation of any kind."));
        assert_eq!(corpus.candidates(&text, 9).into_iter().map(|(key, _)| key).collect::<Vec<_>>(), [3]);
    }
}
