//! A text cut into words (UAX #29), each in its normal form and with its place in the text.
//!
//! Further cuts than UAX #29 makes: at apostrophes (`l'Iran` is two words, so is `Moscow's`), at full stops and commas
//! within numbers, and at underscores. Not cut: Hebrew words at geresh and gershayim, in whatever character they are typed.
//! Where a zero-width space is all that stands between two words, they are one: it is a way to hide a name.
//!
//! A word takes 24 bytes and its letters. Its hash is kept beside them and only ever says *no*: whatever is found equal
//! has been compared letter by letter, here and in the rest of this module. The one exception is [`Corpus`], which keeps
//! hashes alone, and whose answers are candidates for a comparison in full.
//!
//! [`Corpus`]: super::Corpus

use std::hash::{DefaultHasher, Hasher};
use std::ops::Range;

use unicode_normalization::char::is_combining_mark;
use unicode_segmentation::UnicodeSegmentation;

use super::letters::{append_normal, is_apostrophe, is_hebrew, is_unseen, plain};
use super::stop_words;

const ZERO_WIDTH_SPACE: char = '\u{200B}';

/// A text's words, in order. Of a text beyond 4 GiB, those of its beginning.
#[derive(Clone, Debug, Default)]
pub struct Words {
    letters: String,
    words: Vec<Word>,
}

/// A word: where it is in the text, where its letters end (they begin where the last word's end), and what is known of it.
#[derive(Clone, Copy, Debug)]
struct Word {
    hash: u64,
    start: u32,
    end: u32,
    letters_end: u32,
    common: bool,
}

impl Words {
    /// The words of a text. Linear.
    #[must_use]
    pub fn of(text: &str) -> Self {
        let mut words = Self::default();
        if let Some(mut simple) = Simple::of(text) {
            let _ = simple.try_for_each(|piece| words.push(text, piece));
            return words;
        }
        words.cut(text);
        words
    }

    /// Takes in the words of a text as UAX #29 cuts them, and further.
    fn cut(&mut self, text: &str) {
        let mut waiting: Option<Range<usize>> = None;
        for piece in text.unicode_word_indices().flat_map(|(at, segment)| Pieces { segment, at }) {
            match &mut waiting {
                Some(before) if only_zero_width(text.get(before.end..piece.start)) => before.end = piece.end,
                _ => {
                    if let Some(before) = waiting.replace(piece)
                        && self.push(text, before).is_none()
                    {
                        return;
                    }
                }
            }
        }
        if let Some(last) = waiting {
            let _ = self.push(text, last);
        }
    }

    /// Takes a word in, unless nothing of it is left in normal form. None where the text is too long.
    fn push(&mut self, text: &str, place: Range<usize>) -> Option<()> {
        let (start, end) = (u32::try_from(place.start).ok()?, u32::try_from(place.end).ok()?);
        let from = self.letters.len();
        append_normal(text.get(place)?, &mut self.letters);
        let Ok(letters_end) = u32::try_from(self.letters.len()) else {
            self.letters.truncate(from);
            return None;
        };
        let letters = self.letters.get(from..)?;
        if !letters.is_empty() {
            let common = stop_words::is_common(letters);
            self.words.push(Word { hash: hash(letters), start, end, letters_end, common });
        }
        Some(())
    }

    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The words in their normal form, each with its place in the text.
    pub fn iter(&self) -> impl Iterator<Item = (&str, Range<usize>)> {
        (0..self.len()).filter_map(|at| Some((self.letters_at(at)?, self.span(at, 1)?)))
    }

    /// The normal form of the word at an index.
    pub(super) fn letters_at(&self, at: usize) -> Option<&str> {
        let end = self.words.get(at)?.letters_end;
        let start = at.checked_sub(1).map_or(Some(0), |before| Some(self.words.get(before)?.letters_end))?;
        self.letters.get(start as usize..end as usize)
    }

    /// The word at an index as something that can be looked up.
    pub(super) fn key(&self, at: usize) -> Option<(u64, &str)> {
        Some((self.words.get(at)?.hash, self.letters_at(at)?))
    }

    /// Whether the word at an index is so common that texts on any matter share it.
    pub(super) fn common(&self, at: usize) -> bool {
        self.words.get(at).is_some_and(|word| word.common)
    }

    /// The place in the text of so many words from an index on.
    pub(super) fn span(&self, at: usize, count: usize) -> Option<Range<usize>> {
        let first = self.words.get(at)?;
        let last = self.words.get(at.checked_add(count)?.checked_sub(1)?)?;
        Some(first.start as usize..last.end as usize)
    }
}

/// The hash by which letters are looked up. It is good for the life of a process, and is nowhere written down.
pub(super) fn hash(letters: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    hasher.write(letters.as_bytes());
    hasher.finish()
}

fn only_zero_width(between: Option<&str>) -> bool {
    between.is_some_and(|between| !between.is_empty() && between.chars().all(|one| one == ZERO_WIDTH_SPACE))
}

/// The parts of one UAX #29 word, by their places in the text.
struct Pieces<'t> {
    segment: &'t str,
    at: usize,
}

impl Iterator for Pieces<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let mut piece: Option<Range<usize>> = None;
        let mut before_is_hebrew = false;
        let mut read = self.segment.len();
        for (offset, one) in self.segment.char_indices() {
            let end = offset + one.len_utf8();
            if is_letter(one) {
                piece = Some(piece.map_or(offset, |piece| piece.start)..end);
                before_is_hebrew = is_hebrew(one) || (before_is_hebrew && is_combining_mark(one));
            } else if piece.is_some() && !is_unseen(one) && !(before_is_hebrew && is_quotation(one)) {
                read = end;
                break;
            }
        }
        let found = piece.map(|piece| self.at + piece.start..self.at + piece.end);
        self.segment = self.segment.get(read..).unwrap_or_default();
        self.at += read;
        found
    }
}

/// What a character of a simple text does to a word.
enum Does {
    Continues,
    Ends,
    /// Stands within a word and is no part of it: the joiner that Persian writes.
    Passes,
}

/// What it does in a text whose words are its runs of letters. None for what takes more thought: marks, ideographs, what
/// steers and is not seen.
fn simply(one: char) -> Option<Does> {
    Some(match one {
        '\u{200C}' => Does::Passes,
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ſ' => Does::Continues,
        '\u{A0}'
        | '«'
        | '»'
        | '–'
        | '—'
        | '…'
        | '،'
        | '؛'
        | '؟'
        | '\u{2018}'
        | '\u{2019}'
        | '\u{201C}'..='\u{201E}' => Does::Ends,
        _ if one.is_ascii_alphanumeric() || plain(one).is_some() => Does::Continues,
        _ if one.is_ascii() => Does::Ends,
        _ => return None,
    })
}

/// Whether the words of a text are its runs of letters, as those of most texts in the interface languages are: then
/// UAX #29 need not be asked. Hebrew with quotation marks is another matter, for they may be part of a word.
fn is_simple(text: &str) -> bool {
    let (mut hebrew, mut quoted) = (false, false);
    text.is_ascii()
        || text.chars().all(|one| {
            hebrew |= is_hebrew(one);
            quoted |= is_quotation(one);
            simply(one).is_some() && !(hebrew && quoted)
        })
}

/// The words of a simple text, by their places.
pub(super) struct Simple<'t> {
    text: &'t str,
    at: usize,
}

impl<'t> Simple<'t> {
    /// None where the text is not simple.
    pub(super) fn of(text: &'t str) -> Option<Self> {
        is_simple(text).then_some(Self { text, at: 0 })
    }
}

impl Iterator for Simple<'_> {
    type Item = Range<usize>;

    fn next(&mut self) -> Option<Range<usize>> {
        let mut word: Option<Range<usize>> = None;
        for one in self.text.get(self.at..)?.chars() {
            let end = self.at + one.len_utf8();
            match simply(one) {
                Some(Does::Continues) => word = Some(word.map_or(self.at, |word| word.start)..end),
                Some(Does::Passes) => {}
                _ if word.is_some() => return word,
                _ => {}
            }
            self.at = end;
        }
        word
    }
}

/// What a geresh or a gershayim may be typed as.
const fn is_quotation(one: char) -> bool {
    is_apostrophe(one) || matches!(one, '"' | '\u{5F3}' | '\u{5F4}' | '\u{201C}'..='\u{201F}')
}

fn is_letter(one: char) -> bool {
    plain(one).is_some()
        || (one.is_alphanumeric() && !is_apostrophe(one))
        || (is_combining_mark(one) && !is_unseen(one))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<(String, &str)> {
        Words::of(text).iter().map(|(word, place)| (word.to_owned(), &text[place])).collect()
    }

    fn normal(text: &str) -> Vec<String> {
        cut(text).into_iter().map(|(word, _)| word).collect()
    }

    #[test]
    fn a_word_has_its_place() {
        let text = "L’accord, dit-il; Moscow's.";
        let shown: Vec<&str> = cut(text).into_iter().map(|(_, shown)| shown).collect();
        assert_eq!(shown, ["L", "accord", "dit", "il", "Moscow", "s"]);
        assert_eq!(cut("«ЕЩЁ»"), [("еще".to_owned(), "ЕЩЁ")]);
        assert_eq!(cut("_so_ 09.10.2025, 1,000").len(), 6);
        assert!(cut("… — ! \u{640} ’").is_empty());
        assert_eq!(cut("\u{200F}שלום\u{200F}!"), [("שלומ".to_owned(), "שלום")]);
    }

    #[test]
    fn hebrew_words_are_not_cut_at_their_marks() {
        assert_eq!(normal("ארה\"ב וצה״ל"), ["ארהב", "וצהל"]);
        assert_eq!(normal("ג'ורג' וצ׳ה"), ["גורג", "וצה"]);
        assert_eq!(normal("אַרְהַ\"בּ"), ["ארהב"]);
        assert_eq!(normal("כן.לא"), ["כנ", "לא"]);
    }

    #[test]
    fn what_is_not_seen_hides_no_word() {
        for hidden in
            ["Mos\u{200B}cow", "Mos\u{AD}cow", "Mos\u{2060}cow", "Mos\u{200D}cow", "M\u{200E}oscow", "Mos\u{FEFF}cow"]
        {
            assert_eq!(cut(hidden), [("moscow".to_owned(), hidden)], "{}", hidden.escape_unicode());
        }
        assert_eq!(normal("Moscow\u{200B} calls"), ["moscow", "calls"]);
    }

    #[test]
    fn a_word_takes_few_bytes() {
        assert_eq!(size_of::<Word>(), 24);
    }

    proptest::proptest! {
        #[test]
        fn a_simple_text_is_cut_as_any_other(text in "[a-zA-Z0-9 '\"._,;:\\n\u{200C}\u{A0}«»–—…،؛؟‘’“”„éÀßŒšАяёЙабвגדהךם'\"ابتثیکةآء]{0,60}") {
            if is_simple(&text) {
                let mut slow = Words::default();
                slow.cut(&text);
                let all = |words: &Words| words.iter().map(|(word, at)| (word.to_owned(), at)).collect::<Vec<_>>();
                proptest::prop_assert_eq!(all(&Words::of(&text)), all(&slow));
            }
        }
    }

    #[test]
    fn what_takes_more_thought_is_not_simple() {
        for text in ["ארה\"ב", "e\u{301}", "東京", "a\u{200B}b", "a\u{AD}b", "مُو", "\u{1F468}", "a·b"] {
            assert!(!is_simple(text), "{text}");
        }
        for text in ["L’accord, dit-il: 1,5 km.", "صلح می\u{200C}خواهیم؟", "שלום לכם.", "«Ещё» — нет"]
        {
            assert!(is_simple(text), "{text}");
        }
    }

    #[test]
    fn every_character_that_is_simple_is_cut_as_any_other() {
        for one in ('\0'..=char::MAX).filter(|one| simply(*one).is_some()) {
            for text in
                [format!("a{one}b {one}"), format!("{one}{one} 1{one}2"), format!("я{one}я"), format!("ا{one}ب")]
            {
                let mut slow = Words::default();
                slow.cut(&text);
                let all = |words: &Words| words.iter().map(|(word, at)| (word.to_owned(), at)).collect::<Vec<_>>();
                assert_eq!(all(&Words::of(&text)), all(&slow), "{}", text.escape_unicode());
            }
        }
    }

    #[test]
    fn a_long_text_without_sense_is_cut_in_one_pass() {
        for part in [
            "a",
            "a'",
            "a.",
            "\u{301}",
            "a\u{301}",
            "א\"",
            "\u{200B}a",
            "\u{1F1E6}",
            "\u{1F468}\u{200D}",
            "a:\u{200D}",
            "ﷺ",
        ] {
            let text = part.repeat(100_000);
            assert!(Words::of(&text).len() <= text.len());
        }
    }
}
