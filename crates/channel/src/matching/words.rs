//! A text cut into words (UAX #29), each in a form in which the same word is the same however it is written, and with its
//! place in the text.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

/// A word of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// Its normal form: see [`normal`].
    pub text: Box<str>,
    /// Its place in the text, in bytes.
    pub place: Range<usize>,
}

/// A text's words, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Words(Vec<Word>);

/// The longest word of a language that elides before an apostrophe, in letters: `l'`, `qu'`.
const ELIDED: usize = 2;

impl Words {
    /// The words of a text.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut words = Vec::new();
        for (at, word) in text.unicode_word_indices() {
            // What elides before an apostrophe is a word of its own.
            let apostrophe = word.char_indices().find(|(_, one)| is_apostrophe(*one));
            let split = apostrophe.filter(|(end, _)| (1..=ELIDED).contains(&word.get(..*end).map_or(0, letters)));
            match split {
                Some((end, mark)) => {
                    let rest = end + mark.len_utf8();
                    push(&mut words, word.get(..end), at);
                    push(&mut words, word.get(rest..), at + rest);
                }
                None => push(&mut words, Some(word), at),
            }
        }
        Self(words)
    }

    /// The words.
    #[must_use]
    pub fn all(&self) -> &[Word] {
        &self.0
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn push(words: &mut Vec<Word>, word: Option<&str>, at: usize) {
    let Some(word) = word else { return };
    let text = normal(word);
    if !text.is_empty() {
        words.push(Word { text: text.into(), place: at..at + word.len() });
    }
}

fn letters(text: &str) -> usize {
    text.chars().count()
}

const fn is_apostrophe(one: char) -> bool {
    matches!(one, '\'' | '\u{2019}' | '\u{2bc}')
}

/// A word in its normal form: compatibility-decomposed, in lower case, without accents, vowel marks, lengthening strokes,
/// joiners and marks of direction; letters that Arabic and Persian write differently are one; digits are ASCII.
#[must_use]
pub fn normal(word: &str) -> String {
    let decomposed = word.nfkd().flat_map(char::to_lowercase).filter(|one| !is_combining_mark(*one));
    decomposed.filter(|one| !is_unseen(*one)).map(unified).collect()
}

/// What is in a word and is not read.
const fn is_unseen(one: char) -> bool {
    matches!(
        one,
        '\u{640}' | '\u{61c}' | '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}'
    )
}

fn unified(one: char) -> char {
    match one {
        '\u{64a}' | '\u{649}' => '\u{6cc}',
        '\u{643}' => '\u{6a9}',
        '\u{629}' | '\u{6c0}' | '\u{6d5}' => '\u{647}',
        '\u{671}' => '\u{627}',
        '\u{660}'..='\u{669}' => digit(one, '\u{660}'),
        '\u{6f0}'..='\u{6f9}' => digit(one, '\u{6f0}'),
        one if is_apostrophe(one) => '\'',
        one => one,
    }
}

fn digit(one: char, zero: char) -> char {
    u32::from(one).checked_sub(u32::from(zero)).and_then(|value| char::from_digit(value, 10)).unwrap_or(one)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(text: &str) -> Vec<String> {
        Words::of(text).all().iter().map(|word| word.text.to_string()).collect()
    }

    #[test]
    fn the_same_word_is_the_same_however_it_is_written() {
        for (one, other) in [
            ("Straße", "STRASSE"),
            ("général", "GENERAL"),
            ("ещё", "еще"),
            ("كتاب", "کتاب"),
            ("مُوَاجَهَة", "مواجهه"),
            ("می‌خواهیم", "میخواهیم"),
            ("أمن", "امن"),
            ("١٤٠٤", "1404"),
            ("۱۴۰۴", "1404"),
            ("שָׁלוֹם", "שלום"),
            ("ســلام", "سلام"),
            ("ﬁre", "fire"),
        ] {
            // Case folding writes a sharp s as two; lower case does not.
            let (one, other) = (normal(one).replace('ß', "ss"), normal(other));
            assert_eq!(one, other);
        }
        assert_ne!(normal("peace"), normal("piece"));
    }

    #[test]
    fn words_have_their_places() {
        let text = "L’accord, dit-il; we don't.";
        let words = Words::of(text);
        let shown: Vec<&str> = words.all().iter().map(|word| &text[word.place.clone()]).collect();
        assert_eq!(shown, ["L", "accord", "dit", "il", "we", "don't"]);
        assert_eq!(texts(text), ["l", "accord", "dit", "il", "we", "don't"]);
        assert!(Words::of("… — !").is_empty());
    }
}
