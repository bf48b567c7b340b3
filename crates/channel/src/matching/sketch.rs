//! What is known of texts that are not at hand: enough to say of most others that none of their runs of words is in them, and
//! of most of what is searched for that it stands in none. It only ever says *no*, as [`Runs`](super::Runs) do.

use std::collections::BTreeSet;

use super::runs::{Marks, Rows, hash, is_marked, simple_words};
use super::words::Words;

/// Bits for each three letters in a row: what is searched for has several, all of which have to be there.
const LETTER_BITS: usize = 4;

/// A sketch of some texts. Some four bytes for each word.
#[derive(Clone, Debug)]
pub struct Sketch {
    /// Rows of words, of each a part of its hash.
    pub rows: Box<[u8]>,
    /// Marks of each three letters in a row.
    pub letters: Box<[u8]>,
}

impl Sketch {
    /// A sketch of texts. Linear.
    pub fn of<'s>(texts: impl IntoIterator<Item = &'s str>) -> Self {
        let (mut rows, mut letters) = (BTreeSet::new(), BTreeSet::new());
        for text in texts {
            letters.extend(letter_threes(&text.to_lowercase()));
            let mut here = Rows::new();
            let mut met = |word: u64| {
                rows.extend(here.with(word));
                false
            };
            if simple_words(text, &mut met).is_none() {
                let words = Words::of(text);
                (0..words.len()).filter_map(|at| words.letters_at(at)).for_each(|letters| _ = met(hash(letters)));
            }
        }
        let mut marks = Marks::with_room_for(letters.len(), LETTER_BITS);
        letters.into_iter().for_each(|three| marks.put(three));
        Self { rows: rows.into_iter().flatten().collect(), letters: marks.into_bytes() }
    }
}

/// The hashes of each three letters in a row of a text in lower case.
fn letter_threes(lower: &str) -> impl Iterator<Item = u64> + '_ {
    let letters = lower.chars().map(u64::from);
    let rows = letters.clone().zip(letters.clone().skip(1)).zip(letters.skip(2));
    rows.map(|((first, second), third)| (first << 42) | (second << 21) | third)
}

/// What is searched for: a text in lower case.
#[derive(Clone, Debug)]
pub struct Sought {
    lower: String,
    threes: Vec<u64>,
}

impl Sought {
    /// What is searched for. Linear.
    #[must_use]
    pub fn of(lower: &str) -> Self {
        // A sigma is another letter at a word's end, and where a word ends is not seen in what is kept.
        let clear = !lower.contains(['σ', 'ς']);
        let threes = letter_threes(lower).filter(|_| clear).collect();
        Self { lower: if clear { lower.to_owned() } else { String::new() }, threes }
    }

    /// Whether a sketch, or what is kept, says anything of it.
    #[must_use]
    pub const fn is_clear(&self) -> bool {
        !self.lower.is_empty()
    }

    /// Whether it may stand in one of the texts of a sketch: the marks of its letters.
    #[must_use]
    pub fn may_be_sketched(&self, letters: &[u8]) -> bool {
        self.threes.iter().all(|three| is_marked(letters, *three))
    }

    /// Whether it may stand in a text that lies somewhere in these bytes as it is, with a character by itself before it.
    #[must_use]
    pub fn may_be_in(&self, bytes: &[u8]) -> bool {
        String::from_utf8_lossy(bytes).to_lowercase().contains(&self.lower)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::Runs;

    const TEXT: &str = "Both sides were heard at length, and nothing was said that binds either of them.";

    #[test]
    fn a_run_is_met_in_a_sketch_wherever_it_stands() {
        let words: Vec<&str> = TEXT.split(' ').collect();
        let around = "Nobody here knows of any other word for it, then or now";
        let sketch = |texts: &[&str]| Sketch::of(texts.iter().copied()).rows;
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
        let may_hold = |lower: &str| Sought::of(lower).may_be_sketched(&sketch.letters);
        for lower in texts.map(str::to_lowercase) {
            let ends: Vec<usize> = lower.char_indices().map(|(at, _)| at).chain([lower.len()]).collect();
            for (at, from) in ends.iter().enumerate() {
                assert!(ends[at..].iter().all(|to| may_hold(&lower[*from..*to])), "{lower} from {from}");
            }
        }
        assert!(!may_hold("nothing has this") && !may_hold("сроками и больше"));
    }

    #[test]
    fn most_sketches_of_other_texts_are_passed_over() {
        let runs = Runs::of(&Words::of(&TEXT.repeat(4)), 6);
        let text =
            |at: usize| (0..90).map(|word| format!("w{} ", (at * 7919 + word * 104_729) % 5_003)).collect::<String>();
        let met = (0..2_000).filter(|at| runs.may_be_sketched(&Sketch::of([text(*at).as_str()]).rows)).count();
        assert!(met < 3, "{met} of 2,000");
    }
}
