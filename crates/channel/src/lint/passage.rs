//! A text as the lint reads it: its words in their normal form, what stands between them, and where sentences end.

use std::ops::Range;

use crate::matching::Words;

/// What stands between two words, from what binds to what parts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// A space, an apostrophe, a hyphen within a word, a quotation mark.
    Joined,
    Comma,
    /// The end of a clause: nothing is denied across it.
    Clause,
    /// The end of a sentence.
    Sentence,
}

/// The script of a word, by its first letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Latin,
    Arabic,
    Hebrew,
    Cyrillic,
    Other,
}

impl Script {
    const fn of(one: char) -> Self {
        match one {
            'a'..='z' | '\u{C0}'..='\u{24F}' => Self::Latin,
            '\u{600}'..='\u{6FF}' => Self::Arabic,
            '\u{5D0}'..='\u{5EA}' => Self::Hebrew,
            '\u{400}'..='\u{52F}' => Self::Cyrillic,
            _ => Self::Other,
        }
    }
}

/// A word of a text: its normal form, its place and its script.
#[derive(Clone, Debug)]
pub(super) struct Word<'t> {
    pub(super) letters: &'t str,
    pub(super) place: Range<usize>,
    pub(super) script: Script,
}

/// A text and its words.
pub(super) struct Passage<'t> {
    pub(super) text: &'t str,
    pub(super) words: Vec<Word<'t>>,
}

impl<'t> Passage<'t> {
    pub(super) fn of(text: &'t str, words: &'t Words) -> Self {
        let word = |(letters, place): (&'t str, Range<usize>)| {
            let script = letters.chars().next().map_or(Script::Other, Script::of);
            Word { letters, place, script }
        };
        Self { text, words: words.iter().map(word).collect() }
    }

    pub(super) fn letters(&self, at: usize) -> Option<&'t str> {
        self.words.get(at).map(|word| word.letters)
    }

    /// The place in the text of some words, which are named by their indices.
    pub(super) fn place(&self, words: &Range<usize>) -> Option<Range<usize>> {
        let (first, last) = (self.words.get(words.start)?, self.words.get(words.end.checked_sub(1)?)?);
        Some(first.place.start..last.place.end)
    }

    /// What stands before the word at an index; before the first, and after the last, the end of a sentence.
    pub(super) fn gap(&self, at: usize) -> Gap {
        let between = || {
            let (before, after) = (self.words.get(at.checked_sub(1)?)?, self.words.get(at)?);
            let next = self.text.get(after.place.start..)?.chars().next()?;
            Some((self.text.get(before.place.end..after.place.start)?, next))
        };
        between().map_or(Gap::Sentence, |(between, next)| gap(between, next))
    }

    /// The sentences, each by the indices of its words.
    pub(super) fn sentences(&self) -> impl Iterator<Item = Range<usize>> + '_ {
        let mut start = 0;
        let ends = (1..=self.words.len()).filter(|at| self.gap(*at) == Gap::Sentence);
        ends.map(move |end| std::mem::replace(&mut start, end)..end)
    }
}

/// What some characters between two words are, and the first letter of the second.
fn gap(between: &str, next: char) -> Gap {
    // Within a word or a number: `well-known`, `U.S`, `9.10`.
    if matches!(between, " " | "-" | "'" | "." | "\u{2019}" | "\u{2010}" | "\u{2011}" | "\u{5BE}") {
        return Gap::Joined;
    }
    let mut gap = Gap::Joined;
    let (mut spaced, mut dashed, mut lines) = (false, false, 0);
    for one in between.chars() {
        let this = match one {
            '.' | '!' | '?' | '…' | '\u{61F}' | '\u{6D4}' | '\u{3002}' => Gap::Sentence,
            ':' | ';' | '\u{61B}' | '\u{2013}' | '\u{2014}' | '(' | ')' | '[' | ']' | '{' | '}' | '•' | '*' | '|' => {
                Gap::Clause
            }
            ',' | '\u{60C}' => Gap::Comma,
            '\n' | '\u{2028}' | '\u{2029}' => {
                lines += 1;
                Gap::Joined
            }
            _ => Gap::Joined,
        };
        gap = gap.max(this);
        spaced |= one.is_whitespace();
        dashed |= matches!(one, '-' | '\u{2010}' | '\u{2212}');
    }
    match lines {
        0 if spaced && dashed => gap.max(Gap::Clause),
        0 => gap,
        // A line that goes on in small letters was only broken; any other may be one of a list.
        1 if next.is_lowercase() && !dashed => gap,
        1 => gap.max(Gap::Clause),
        _ => Gap::Sentence,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gaps(text: &str) -> Vec<Gap> {
        let words = Words::of(text);
        let passage = Passage::of(text, &words);
        (1..passage.words.len()).map(|at| passage.gap(at)).collect()
    }

    #[test]
    fn what_parts_words_is_told_from_what_binds_them() {
        for (text, gap) in [
            ("no agreement", Gap::Joined),
            ("non-paper", Gap::Joined),
            ("l’accord", Gap::Joined),
            ("no \"agreement", Gap::Joined),
            ("no\nagreement", Gap::Joined),
            ("no  agreement", Gap::Joined),
            ("9.10", Gap::Joined),
            ("no, agreement", Gap::Comma),
            ("لا، اتفاق", Gap::Comma),
            ("no: agreement", Gap::Clause),
            ("no — agreement", Gap::Clause),
            ("no - agreement", Gap::Clause),
            ("no (agreement", Gap::Clause),
            ("no\nAgreement", Gap::Clause),
            ("no\n- agreement", Gap::Clause),
            ("לא\nהסכם", Gap::Clause),
            ("no. Agreement", Gap::Sentence),
            ("no! agreement", Gap::Sentence),
            ("لا؟ اتفاق", Gap::Sentence),
            ("no\n\nagreement", Gap::Sentence),
        ] {
            assert_eq!(gaps(text), [gap], "{text}");
        }
    }

    #[test]
    fn sentences_are_all_the_words_in_order() {
        let text = "One two. Three, four! Five";
        let words = Words::of(text);
        let sentences: Vec<_> = Passage::of(text, &words).sentences().collect();
        assert_eq!(sentences, [0..2, 2..4, 4..5]);
        let none = Words::of("…");
        assert_eq!(Passage::of("…", &none).sentences().count(), 0);
    }
}
