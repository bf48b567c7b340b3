//! Which of very many sources share rare phrases with a text, so that only those few are compared with it in full.
//!
//! The index is in sorted runs, each at least twice as long as the next, which are merged as sources come in; a source that
//! goes is taken out of all of them at once. Nothing of it stays.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::likeness::pair_hashes;
use super::words::Words;

/// The most entries that one search reads. Pairs are read rarest first, so that what is left out is what tells least.
const ENTRIES_MOST: usize = 1_000_000;

/// A pair of a source: the pair's hash above, the source's number below.
type Entry = u64;

const fn entry(pair: u32, source: u32) -> Entry {
    ((pair as u64) << 32) | source as u64
}

const fn source_of(entry: Entry) -> u32 {
    (entry & 0xFFFF_FFFF) as u32
}

/// An index of sources under keys of the caller's.
///
/// What is indexed is what [`super::likeness()`] calls pairs: two content words beside each other, by their stems, in either
/// order. They outlive a paraphrase, and a quotation has all of them. Of each, 32 bits of a hash are kept, and the source's
/// number: **8 bytes for each different pair of a source**, about 4 bytes a word, and some 40 bytes a source; up to
/// twice that with the room that lists keep to grow. With *m* pairs in the index, a pair of the text meets one that only has
/// its hash with a chance of *m* / 2³²: that adds a candidate, and the comparison in full drops it again. None is missed for
/// it.
#[derive(Clone, Debug)]
pub struct Corpus<K> {
    numbers: BTreeMap<K, u32>,
    keys: Vec<Option<K>>,
    free: Vec<u32>,
    runs: Vec<Vec<Entry>>,
}

impl<K> Default for Corpus<K> {
    fn default() -> Self {
        Self { numbers: BTreeMap::new(), keys: Vec::new(), free: Vec::new(), runs: Vec::new() }
    }
}

impl<K: Copy + Ord> Corpus<K> {
    /// An index of nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// How many sources there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.numbers.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.numbers.is_empty()
    }

    /// Takes a source in under a key, in the place of what was there. A source with fewer than two content words shares
    /// nothing with any text. Amortised O(log n) for each pair.
    pub fn add(&mut self, key: K, source: &Words) {
        self.remove(key);
        let Some(number) = self.free.pop().or_else(|| self.new_number()) else { return };
        if let Some(place) = self.keys.get_mut(number as usize) {
            *place = Some(key);
        }
        self.numbers.insert(key, number);
        let mut run: Vec<Entry> = pair_hashes(source).into_iter().map(|pair| entry(pair, number)).collect();
        if run.is_empty() {
            return;
        }
        while let Some(last) = self.runs.pop_if(|last| last.len() < 2 * run.len()) {
            run.extend(last);
            // Two sorted runs one after the other: this sort finds and merges them.
            run.sort();
        }
        self.runs.push(run);
    }

    fn new_number(&mut self) -> Option<u32> {
        let number = u32::try_from(self.keys.len()).ok()?;
        self.keys.push(None);
        Some(number)
    }

    /// Takes a source out again, whole; nothing happens where there is none. One pass over the index.
    pub fn remove(&mut self, key: K) {
        let Some(number) = self.numbers.remove(&key) else { return };
        for run in &mut self.runs {
            run.retain(|entry| source_of(*entry) != number);
        }
        self.runs.retain(|run| !run.is_empty());
        if let Some(place) = self.keys.get_mut(number as usize) {
            *place = None;
        }
        self.free.push(number);
    }

    /// The sources that share pairs with a text, at most `most`, each with how many. Those come first whose shared pairs tell
    /// most: a pair that one source has tells more than one that a thousand have. Where they tell the same, in order of keys.
    /// At most a million entries are read, rarest pairs first.
    #[must_use]
    pub fn candidates(&self, text: &Words, most: usize) -> Vec<(K, u32)> {
        let mut met: Vec<(usize, Vec<&[Entry]>)> =
            pair_hashes(text).into_iter().map(|pair| self.with_pair(pair)).filter(|(count, _)| *count > 0).collect();
        met.sort_by_key(|(count, _)| *count);

        let mut tallies = vec![Tally::default(); self.keys.len()];
        let mut read = 0_usize;
        for (count, entries) in met {
            read = read.saturating_add(count);
            if read > ENTRIES_MOST {
                break;
            }
            let tells = self.tells(count);
            for number in entries.into_iter().flatten().map(|entry| source_of(*entry)) {
                if let Some(tally) = tallies.get_mut(number as usize) {
                    tally.tells = tally.tells.saturating_add(tells);
                    tally.shared = tally.shared.saturating_add(1);
                }
            }
        }
        let shared = self.keys.iter().zip(tallies).filter(|(_, tally)| tally.shared > 0);
        let mut found: Vec<(Tally, K)> = shared.filter_map(|(key, tally)| Some((tally, (*key)?))).collect();
        found.sort_unstable_by_key(|(tally, key)| (Reverse(*tally), *key));
        found.truncate(most);
        found.into_iter().map(|(tally, key)| (key, tally.shared)).collect()
    }

    /// The entries of a pair, and how many.
    fn with_pair(&self, pair: u32) -> (usize, Vec<&[Entry]>) {
        let entries: Vec<&[Entry]> = self
            .runs
            .iter()
            .filter_map(|run| {
                let start = run.partition_point(|one| *one < entry(pair, 0));
                let end = run.partition_point(|one| *one <= entry(pair, u32::MAX));
                run.get(start..end).filter(|entries| !entries.is_empty())
            })
            .collect();
        (entries.iter().map(|entries| entries.len()).sum(), entries)
    }

    /// What sharing a pair tells, in bits, when so many sources have it; 1 where all do.
    fn tells(&self, count: usize) -> u32 {
        self.len().checked_div(count).unwrap_or(0).checked_ilog2().unwrap_or(0) + 1
    }
}

/// What a source shares with a text: first how much it tells, then how many pairs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Tally {
    tells: u32,
    shared: u32,
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTLEMENT: &str = "We seek settlement without confrontation of any kind with our neighbours.";
    const HARVEST: &str = "The harvest was poor, and bread prices rose in every province.";
    const HARBOUR: &str = "Settlement without confrontation at the harbour, for the present.";

    fn keys(corpus: &Corpus<u64>, text: &str, most: usize) -> Vec<u64> {
        corpus.candidates(&Words::of(text), most).into_iter().map(|(key, _)| key).collect()
    }

    fn corpus() -> Corpus<u64> {
        let mut corpus = Corpus::new();
        for (key, source) in [(1, SETTLEMENT), (2, HARVEST), (3, HARBOUR)] {
            corpus.add(key, &Words::of(source));
        }
        corpus
    }

    #[test]
    fn a_text_finds_the_sources_whose_phrases_it_has_most_telling_first() {
        let corpus = corpus();
        let text = "They say they are seeking a settlement, without confrontation of any kind, with all neighbours.";
        assert_eq!(keys(&corpus, text, 9), [1, 3]);
        assert_eq!(keys(&corpus, text, 1), [1]);
        assert!(keys(&corpus, text, 0).is_empty());
        assert!(keys(&corpus, "Nothing of it.", 9).is_empty());
        assert_eq!(corpus.candidates(&Words::of(HARBOUR), 9), [(3, 3), (1, 1)]);
    }

    #[test]
    fn nothing_stays_of_a_source_that_was_taken_out() {
        let mut corpus = corpus();
        corpus.remove(1);
        corpus.remove(1);
        assert_eq!(keys(&corpus, SETTLEMENT, 9), [3]);
        assert_eq!(corpus.len(), 2);
        corpus.remove(2);
        corpus.remove(3);
        assert!(corpus.is_empty() && corpus.runs.is_empty() && corpus.keys.iter().all(Option::is_none));
        assert!(keys(&corpus, SETTLEMENT, 9).is_empty());
        corpus.add(9, &Words::of(HARVEST));
        assert_eq!((keys(&corpus, HARVEST, 9), corpus.keys.len()), (vec![9], 3));
    }

    #[test]
    fn a_source_added_again_takes_its_own_place() {
        let mut corpus = corpus();
        corpus.add(1, &Words::of(HARVEST));
        assert_eq!(keys(&corpus, SETTLEMENT, 9), [3]);
        assert_eq!(keys(&corpus, HARVEST, 9), [1, 2]);
        assert_eq!(corpus.len(), 3);
    }

    #[test]
    fn many_sources_are_in_few_runs_and_all_are_found() {
        let mut corpus = Corpus::new();
        let word = |n: u64| -> String { n.to_string().bytes().map(|digit| char::from(digit + 50)).collect() };
        let source = |n| format!("{0}a {0}b {0}c and what is {1}d", word(n), word(n % 7));
        for n in 0..2_000 {
            corpus.add(n, &Words::of(&source(n)));
        }
        assert!(corpus.runs.len() <= 16, "{}", corpus.runs.len());
        assert!(corpus.runs.iter().all(|run| run.is_sorted()));
        for n in (0..2_000).step_by(97) {
            assert_eq!(keys(&corpus, &source(n), 1), [n]);
        }
    }
}
