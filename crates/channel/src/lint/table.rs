//! Words, stems and short phrases, looked up at a place of a text.
//!
//! Entries are written as people write them and parted by commas. A word that ends in `*` stands for every word that
//! begins so; what is compared is the normal form of [`crate::matching::words`].

use std::collections::BTreeMap;

use super::passage::{Gap, Passage};
use crate::matching::Words;

/// The first two letters of a word.
type Head = (char, char);

/// Entries, each with what it means.
pub(super) struct Table<T> {
    heads: BTreeMap<Head, Vec<Entry<T>>>,
    /// What the language writes together with a word, before it, by its first letter.
    particles: BTreeMap<char, Vec<String>>,
}

struct Entry<T> {
    words: Vec<Pattern>,
    means: T,
}

struct Pattern {
    letters: String,
    stem: bool,
}

/// An entry that was found: of how many words, of how many bytes its first word was the same, and what it means.
#[derive(Clone, Copy)]
pub(super) struct Match<T> {
    pub(super) words: usize,
    letters: usize,
    pub(super) means: T,
    /// Whether *and*, or *so*, is written together with its first word.
    pub(super) after_and: bool,
}

/// What Arabic and Hebrew write together with a word for *and*, and for *so*.
const AND: [char; 3] = ['و', 'ف', 'ו'];

impl<T: Copy> Table<T> {
    /// A table without entries, for a language that writes these together with a word.
    pub(super) fn new(particles: &str) -> Self {
        let mut by_letter: BTreeMap<char, Vec<String>> = BTreeMap::new();
        for particle in entries(particles).map(normal) {
            if let Some(first) = particle.chars().next() {
                by_letter.entry(first).or_default().push(particle);
            }
        }
        Self { heads: BTreeMap::new(), particles: by_letter }
    }

    /// The same with more entries, all of one meaning.
    pub(super) fn with(mut self, list: &str, means: T) -> Self {
        for entry in entries(list) {
            let words: Vec<Pattern> = entry.split_whitespace().map(Pattern::of).collect();
            if let Some(head) = words.first().and_then(|first| head(&first.letters)) {
                self.heads.entry(head).or_default().push(Entry { words, means });
            }
        }
        self
    }

    /// The entry that stands at a word and is longest.
    pub(super) fn longest(&self, passage: &Passage<'_>, at: usize) -> Option<Match<T>> {
        self.matches(passage, at, |found, best: Option<Match<T>>| {
            best.is_none_or(|best| (found.words, found.letters) > (best.words, best.letters))
        })
    }

    /// An entry of so many words that stands at a word.
    pub(super) fn of_words(&self, passage: &Passage<'_>, at: usize, words: usize) -> Option<Match<T>> {
        self.matches(passage, at, |found, best: Option<Match<T>>| {
            found.words == words && best.is_none_or(|best| found.letters > best.letters)
        })
    }

    fn matches(
        &self,
        passage: &Passage<'_>,
        at: usize,
        better: impl Fn(Match<T>, Option<Match<T>>) -> bool,
    ) -> Option<Match<T>> {
        let word = passage.letters(at)?;
        let mut best = None;
        for rest in self.readings(word) {
            for entry in head(rest).and_then(|head| self.heads.get(&head)).into_iter().flatten() {
                let Some((first, others)) = entry.words.split_first() else { continue };
                if !first.is(rest) || !self.go_on(others, passage, at + 1) {
                    continue;
                }
                let after_and = rest.len() < word.len() && word.starts_with(AND);
                let (words, letters) = (entry.words.len(), first.letters.len());
                let found = Match { words, letters, means: entry.means, after_and };
                if better(found, best) {
                    best = Some(found);
                }
            }
        }
        best
    }

    /// Whether an entry's other words follow from an index on.
    fn go_on(&self, others: &[Pattern], passage: &Passage<'_>, from: usize) -> bool {
        others.iter().zip(from..).all(|(pattern, at)| {
            let word = passage.letters(at).filter(|_| passage.gap(at) == Gap::Joined);
            word.is_some_and(|word| self.readings(word).any(|rest| pattern.is(rest)))
        })
    }

    /// A word as it stands, and without what may be written together with it.
    fn readings<'w>(&'w self, word: &'w str) -> impl Iterator<Item = &'w str> {
        let particles = word.chars().next().and_then(|first| self.particles.get(&first));
        let without = particles.into_iter().flatten().filter_map(move |before| word.strip_prefix(before.as_str()));
        [word].into_iter().chain(without)
    }
}

impl Pattern {
    fn of(word: &str) -> Self {
        let stem = word.strip_suffix('*');
        Self { letters: normal(stem.unwrap_or(word)), stem: stem.is_some() }
    }

    fn is(&self, word: &str) -> bool {
        if self.stem { word.starts_with(&self.letters) } else { word == self.letters }
    }
}

/// The entries of a list.
pub(super) fn entries(list: &str) -> impl Iterator<Item = &str> {
    list.split(',').map(str::trim).filter(|entry| !entry.is_empty())
}

/// The normal form of a word of an entry.
pub(super) fn normal(word: &str) -> String {
    Words::of(word).iter().map(|(letters, _)| letters).collect()
}

fn head(word: &str) -> Option<Head> {
    let mut letters = word.chars();
    Some((letters.next()?, letters.next().unwrap_or('\0')))
}
