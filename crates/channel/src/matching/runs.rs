//! Whether a source can have a run of words of a text at all: most sources have none, and are passed over without the cost
//! of finding it. It only ever says *no*; a *yes* is for [`quoted`](super::quoted()) to look into.

use std::ops::Range;

use super::letters::append_normal;
use super::words::{Simple, Words};

/// The runs of so many words that a text has, by their hashes.
#[derive(Clone, Debug)]
pub struct Runs {
    words: Marks,
    runs: Marks,
    threes: Vec<u64>,
    length: usize,
}

impl Runs {
    /// The runs of `length` words of a text. Linear.
    #[must_use]
    pub fn of(text: &Words, length: usize) -> Self {
        let marks = || Marks::with_room_for(text.len(), BITS_EACH);
        let mut all = Self { words: marks(), runs: marks(), threes: Vec::new(), length };
        let (mut latest, mut three) = (Latest::new(length), Latest::new(SKETCHED));
        for at in 0..text.len() {
            let word = text.letters_at(at).map_or(0, hash);
            all.words.put(word);
            if let Some(run) = latest.with(word) {
                all.runs.put(run);
            }
            all.threes.extend(three.with(word));
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

    /// Whether something may have one of them of which there is a sketch alone.
    #[must_use]
    pub fn may_be_sketched(&self, sketch: &Sketch) -> bool {
        // All threes of a run are in what has the run, so of every so many in a row one tells whether to look closer.
        let row = (self.length + 1).saturating_sub(SKETCHED).max(1);
        let has = |at: usize| self.threes.get(at).is_some_and(|three| sketch.threes.has(*three));
        (row - 1..self.threes.len()).step_by(row).filter(|at| has(*at)).any(|at| {
            let before = (0..at).rev().take_while(|at| has(*at)).take(row).count();
            let after = (at + 1..self.threes.len()).take_while(|at| has(*at)).take(row).count();
            before + 1 + after >= row
        })
    }
}

/// How many words in a row are one mark of a [`Sketch`]. Runs are never shorter.
const SKETCHED: usize = 3;
/// Bits of a sketch for each of its marks, at the least: one in so many, at the most, is taken for one that is there and is not.
const SKETCH_BITS: usize = 12;

/// Bits for each three letters in a row: what is searched for has several, all of which have to be there.
const LETTER_BITS: usize = 4;

/// What is known of texts that are not at hand: enough to say of most others that none of their runs of words is in them, and
/// of most of what is searched for that it stands in none. Some five bytes for each word.
#[derive(Clone, Debug)]
pub struct Sketch {
    threes: Marks,
    letters: Marks,
}

/// The hashes of each three letters in a row of a text in lower case.
fn letter_threes(lower: &str) -> impl Iterator<Item = u64> + '_ {
    let letters = lower.chars().map(u64::from);
    let rows = letters.clone().zip(letters.clone().skip(1)).zip(letters.skip(2));
    rows.map(|((first, second), third)| (first << 42) | (second << 21) | third)
}

impl Sketch {
    /// A sketch of texts. Linear.
    pub fn of<'s>(texts: impl IntoIterator<Item = &'s str>) -> Self {
        let (mut threes, mut letters) = (Vec::new(), Vec::new());
        for text in texts {
            letters.extend(letter_threes(&text.to_lowercase()));
            let mut latest = Latest::new(SKETCHED);
            let mut met = |word: u64| {
                threes.extend(latest.with(word));
                false
            };
            if simple_words(text, &mut met).is_none() {
                let words = Words::of(text);
                (0..words.len()).filter_map(|at| words.letters_at(at)).for_each(|letters| _ = met(hash(letters)));
            }
        }
        let mut marks = Marks::with_room_for(threes.len(), SKETCH_BITS);
        threes.into_iter().for_each(|three| marks.put(three));
        letters.sort_unstable();
        letters.dedup();
        let mut letter_marks = Marks::with_room_for(letters.len(), LETTER_BITS);
        letters.into_iter().for_each(|three| letter_marks.put(three));
        Self { threes: marks, letters: letter_marks }
    }

    /// Whether a text, in lower case, may stand in one of them.
    #[must_use]
    pub fn may_hold(&self, lower: &str) -> bool {
        letter_threes(lower).all(|three| self.letters.has(three))
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
fn simple_words(source: &str, mut take: impl FnMut(u64) -> bool) -> Option<bool> {
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

/// A set of hashes that may have one that was not put in, once in so many.
#[derive(Clone, Debug)]
struct Marks {
    bits: Vec<u64>,
}

/// Bits for each that is put in: one in so many that are not is taken for one that is.
const BITS_EACH: usize = 128;

impl Marks {
    fn with_room_for(count: usize, bits_each: usize) -> Self {
        Self { bits: vec![0; (count.max(8) * bits_each / 64).next_power_of_two()] }
    }

    fn place(&self, hash: u64) -> (usize, u64) {
        let hash = mixed(hash);
        let at = usize::try_from(hash >> 6).unwrap_or(usize::MAX) & (self.bits.len() - 1);
        (at, 1 << (hash & 63))
    }

    fn put(&mut self, hash: u64) {
        let (at, bit) = self.place(hash);
        if let Some(bits) = self.bits.get_mut(at) {
            *bits |= bit;
        }
    }

    fn has(&self, hash: u64) -> bool {
        let (at, bit) = self.place(hash);
        self.bits.get(at).is_some_and(|bits| bits & bit != 0)
    }
}

/// FNV-1a: quick on words, which are short. What collides costs time and nothing else.
const HASH_START: u64 = 0xcbf2_9ce4_8422_2325;

const fn step(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x0100_0000_01b3)
}

fn hash(letters: &str) -> u64 {
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
    fn a_run_is_met_in_a_sketch_wherever_it_stands() {
        let words: Vec<&str> = TEXT.split(' ').collect();
        let around = "Nobody here knows of any other word for it, then or now";
        let sketch = |texts: &[&str]| Sketch::of(texts.iter().copied());
        for from in 0..=words.len() - 6 {
            let run = words[from..from + 6].join(" ");
            let source = format!("{around} {run} {around}");
            for before in 0..8 {
                let draft: String = (0..before).map(|at| format!("x{at} ")).collect::<String>() + &run + " and so on";
                let runs = Runs::of(&Words::of(&draft), 6);
                assert!(runs.may_be_sketched(&sketch(&["something else", &source])), "{draft}");
            }
        }
        let runs = Runs::of(&Words::of("ﬂ: BOTH sides — were heard: at length…"), 6);
        assert!(runs.may_be_sketched(&sketch(&["They say that “both sides were heard at length”"])));
        assert!(!runs.may_be_sketched(&sketch(&["both sides were", "heard at length"])), "a run is of one text");
        assert!(!Runs::of(&Words::of(""), 6).may_be_sketched(&sketch(&[TEXT])));
    }

    #[test]
    fn what_stands_in_a_text_is_never_passed_over_and_most_else_is() {
        let texts = ["Сказано: «Ни слова о СРОКАХ»", "the ferry crosses", "آتش‌بس", "ab", ""];
        let sketch = Sketch::of(texts);
        for lower in texts.map(str::to_lowercase) {
            let ends: Vec<usize> = lower.char_indices().map(|(at, _)| at).chain([lower.len()]).collect();
            for (at, from) in ends.iter().enumerate() {
                assert!(ends[at..].iter().all(|to| sketch.may_hold(&lower[*from..*to])), "{lower} from {from}");
            }
        }
        assert!(!sketch.may_hold("nothing has this") && !sketch.may_hold("сроками и больше"));
    }

    #[test]
    fn most_sketches_of_other_texts_are_passed_over() {
        let runs = Runs::of(&Words::of(&TEXT.repeat(4)), 6);
        let text =
            |at: usize| (0..90).map(|word| format!("w{} ", (at * 7919 + word * 104_729) % 5_003)).collect::<String>();
        let met = (0..2_000).filter(|at| runs.may_be_sketched(&Sketch::of([text(*at).as_str()]))).count();
        assert!(met < 20, "{met} of 2,000");
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
