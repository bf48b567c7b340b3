//! Whether a source can have a run of words of a text at all: most sources have none, and are passed over without the cost
//! of finding it. It only ever says *no*; a *yes* is for [`quoted`](super::quoted()) to look into.

use std::collections::BTreeSet;
use std::ops::Range;

use super::letters::append_normal;
use super::words::{Simple, Words};

/// How many words are a row of a sketch. Runs have to be longer for a sketch to say anything of them.
const SKETCHED: usize = 5;
/// A part of the hash of a row.
pub(super) type Row = [u8; 3];

/// The rows of a sketch, of those that a text has: of two that follow each other the one with the smaller hash. A run of one
/// word more than a row has is two rows in a row, and the smaller of them is chosen wherever the run stands; so that texts
/// with a run in common have a chosen row in common. See Schleimer, Wilkerson and Aiken, *Winnowing* (2003).
pub(super) struct Rows {
    latest: Latest,
    before: Option<u64>,
}

impl Rows {
    pub(super) fn new() -> Self {
        Self { latest: Latest::new(SKETCHED), before: None }
    }

    /// Takes the next word in, by its hash. The row that is chosen with it, if one is.
    pub(super) fn with(&mut self, word: u64) -> Option<Row> {
        let row = self.latest.with(word)?;
        let chosen = self.before.replace(row)?.min(row);
        let [.., first, second, third] = chosen.to_be_bytes();
        Some([first, second, third])
    }
}

fn hash_of([first, second, third]: Row) -> u64 {
    u64::from_be_bytes([0, 0, 0, 0, 0, first, second, third])
}

/// The runs of so many words that a text has, by their hashes.
#[derive(Clone, Debug)]
pub struct Runs {
    words: Marks,
    runs: Marks,
    rows: BTreeSet<Row>,
    row_marks: Marks,
    length: usize,
}

impl Runs {
    /// The runs of `length` words of a text. Linear.
    #[must_use]
    pub fn of(text: &Words, length: usize) -> Self {
        let marks = || Marks::with_room_for(text.len(), BITS_EACH);
        let (words, runs, row_marks) = (marks(), marks(), marks());
        let mut all = Self { words, runs, rows: BTreeSet::new(), row_marks, length };
        let (mut latest, mut rows) = (Latest::new(length), Rows::new());
        for at in 0..text.len() {
            let word = text.letters_at(at).map_or(0, hash);
            all.words.put(word);
            if let Some(run) = latest.with(word) {
                all.runs.put(run);
            }
            if let Some(row) = rows.with(word) {
                all.row_marks.put(hash_of(row));
                all.rows.insert(row);
            }
        }
        all
    }

    /// Whether a source may have one of them. Linear, and much less work than cutting the source into words to keep them.
    #[must_use]
    pub fn may_be_in(&self, source: &str) -> bool {
        let mut meets = Meets { runs: self, latest: Latest::new(self.length) };
        simple_words(source, |word| meets.one(word)).unwrap_or_else(|| {
            let words = Words::of(source);
            (0..words.len()).any(|at| words.letters_at(at).is_some_and(|letters| meets.one(hash(letters))))
        })
    }

    /// Whether something may have one of them of which there is a sketch alone: the rows of its words.
    #[must_use]
    pub fn may_be_sketched(&self, rows: &[u8]) -> bool {
        let (rows, _) = rows.as_chunks();
        let is_here = |row: &Row| self.row_marks.has(hash_of(*row)) && self.rows.contains(row);
        self.length <= SKETCHED || rows.iter().any(is_here)
    }
}

/// A source on its way past the runs.
struct Meets<'r> {
    runs: &'r Runs,
    latest: Latest,
}

impl Meets<'_> {
    /// Takes the next word, by its hash: whether one of the runs may end here.
    fn one(&mut self, word: u64) -> bool {
        if !self.runs.words.has(word) {
            self.latest.clear();
            return false;
        }
        self.latest.with(word).is_some_and(|run| self.runs.runs.has(run))
    }
}

/// Reads the words of a simple source until `take` says yes to one. None where its words take more thought.
pub(super) fn simple_words(source: &str, mut take: impl FnMut(u64) -> bool) -> Option<bool> {
    if source.is_ascii() {
        return Some(ascii_words(source.as_bytes(), take));
    }
    let mut letters = String::new();
    let mut met = |place: Range<usize>| {
        letters.clear();
        append_normal(source.get(place).unwrap_or_default(), &mut letters);
        !letters.is_empty() && take(hash(&letters))
    };
    Some(Simple::of(source)?.any(&mut met))
}

/// The same of a source in ASCII, a byte at a time.
fn ascii_words(source: &[u8], mut take: impl FnMut(u64) -> bool) -> bool {
    let (mut word, mut open) = (HASH_START, false);
    for byte in source.iter().chain(b" ") {
        if byte.is_ascii_alphanumeric() {
            (word, open) = (step(word, byte.to_ascii_lowercase()), true);
        } else if open {
            if take(word) {
                return true;
            }
            (word, open) = (HASH_START, false);
        }
    }
    false
}

/// The hashes of the latest words, as many as a run has.
struct Latest {
    words: Vec<u64>,
    count: usize,
}

impl Latest {
    fn new(length: usize) -> Self {
        Self { words: vec![0; length.max(1)], count: 0 }
    }

    fn clear(&mut self) {
        self.count = 0;
    }

    /// Takes a word in. The hash of the run that ends with it, if there are as many.
    fn with(&mut self, word: u64) -> Option<u64> {
        let length = self.words.len();
        if let Some(slot) = self.words.get_mut(self.count % length) {
            *slot = word;
        }
        self.count += 1;
        let oldest = self.count.checked_sub(length)?;
        let run = (oldest..self.count).filter_map(|at| self.words.get(at % length));
        Some(run.fold(HASH_START, |hash, word| mixed(hash.rotate_left(9) ^ word)))
    }
}

/// A set of hashes that may have one that was not put in, once in so many: a bit for each, somewhere in these bytes.
#[derive(Clone, Debug)]
pub(super) struct Marks {
    bits: Box<[u8]>,
}

/// Bits for each that is put in: one in so many that are not is taken for one that is.
const BITS_EACH: usize = 128;

impl Marks {
    pub(super) fn with_room_for(count: usize, bits_each: usize) -> Self {
        Self { bits: vec![0; (count.max(8) * bits_each).div_ceil(8)].into() }
    }

    pub(super) fn put(&mut self, hash: u64) {
        let (at, bit) = place(self.bits.len(), hash);
        if let Some(bits) = self.bits.get_mut(at) {
            *bits |= bit;
        }
    }

    fn has(&self, hash: u64) -> bool {
        is_marked(&self.bits, hash)
    }

    pub(super) fn into_bytes(self) -> Box<[u8]> {
        self.bits
    }
}

/// Whether a hash may be in the set that these bytes are.
pub(super) fn is_marked(bits: &[u8], hash: u64) -> bool {
    let (at, bit) = place(bits.len(), hash);
    bits.get(at).is_some_and(|bits| bits & bit != 0)
}

/// In which of so many bytes a hash has its bit: where it lies among all hashes, there it lies among the bytes.
fn place(bytes: usize, hash: u64) -> (usize, u8) {
    let hash = mixed(hash);
    let at = (u128::from(hash) * u128::try_from(bytes).unwrap_or(u128::MAX >> 64)) >> 64;
    (usize::try_from(at).unwrap_or(usize::MAX), 1 << (hash & 7))
}

/// FNV-1a: quick on words, which are short. What collides costs time and nothing else.
const HASH_START: u64 = 0xcbf2_9ce4_8422_2325;

const fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

pub(super) fn hash(letters: &str) -> u64 {
    letters.bytes().fold(HASH_START, step)
}

/// All bits of a hash spread over all others.
const fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 32)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    hash ^ (hash >> 29)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::matching::quoted;

    const TEXT: &str = "Both sides were heard at length, and nothing was said that binds either of them.";

    #[test]
    fn a_run_is_met_however_it_is_written() {
        let runs = Runs::of(&Words::of(TEXT), 6);
        for source in [
            "BOTH SIDES — were heard: at length…",
            "Heard at “length”, and nothing was (as I know) said. Then: nothing WAS said, that binds either!",
            "ﬂ: both sides were heard at length",
        ] {
            assert!(runs.may_be_in(source), "{source}");
        }
        for source in ["both sides were heard at", "", "…", "sides both were heard at length and something"] {
            assert!(!runs.may_be_in(source), "{source}");
        }
        assert!(!Runs::of(&Words::of(""), 6).may_be_in(TEXT));
    }

    #[test]
    fn other_texts_are_passed_over() {
        let runs = Runs::of(&Words::of(TEXT), 6);
        let met = (0..10_000).filter(|at| {
            let source: String = (0..40).map(|word| format!("w{} ", (at * 7919 + word * 104_729) % 5_003)).collect();
            runs.may_be_in(&source)
        });
        assert_eq!(met.count(), 0);
    }

    proptest! {
        #[test]
        fn whatever_is_quoted_may_be_there(
            text in "([a-céй\u{5D0}ا'’\"_]{1,2}[ ,.\n]){0,30}",
            source in "([a-cA-CÉйЙ\u{5D0}أ'’\"_\u{301}\u{200B}]{1,2}[ ,.—]){0,30}",
            length in 1..5_usize,
        ) {
            let words = Words::of(&text);
            if !quoted(&words, &Words::of(&source), length).is_empty() {
                prop_assert!(Runs::of(&words, length).may_be_in(&source));
            }
        }
    }
}
