//! What a word's letters become, so that the same word is the same however it is written. Cutting a text into words is in
//! [`super::words`].

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

use super::digits::ZEROS;

/// Combining classes from here on are accents, harakat and niqqud. Below are the marks without which an Indic word is not
/// the same word.
const MARKS_FROM: u8 = 10;

/// Appends a word's normal form: compatibility decomposition (NFKD), case folded, accents and vowel marks off, the letters
/// that Arabic and Persian write differently made one, final letters as others, digits in ASCII, all else off.
pub(super) fn append_normal(word: &str, to: &mut String) {
    if word.is_ascii() {
        to.extend(word.chars().filter(char::is_ascii_alphanumeric).map(|one| one.to_ascii_lowercase()));
        return;
    }
    let start = to.len();
    if word.chars().all(|one| plain(one).map(|letter| to.push(letter)).is_some()) {
        return;
    }
    to.truncate(start);
    for one in word.nfkd() {
        // Lower, upper and lower again: what folding does, also for both sharp s, final sigma, long s and the Turkish letters.
        for folded in one.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase) {
            append_letter(folded, to);
        }
    }
}

/// A word's normal form by itself.
pub(super) fn normal(word: &str) -> String {
    let mut normal = String::new();
    append_normal(word, &mut normal);
    normal
}

/// What a letter becomes that is one letter whatever stands beside it. Most words of Hebrew, Arabic, Persian and Russian have
/// no others, and need no decomposition.
pub(super) const fn plain(one: char) -> Option<char> {
    Some(match one {
        'й' | 'Й' => 'и',
        'ё' | 'Ё' => 'е',
        'А'..='Я' => return char::from_u32(one as u32 + ('а' as u32 - 'А' as u32)),
        'ך' => 'כ',
        'ם' => 'מ',
        'ן' => 'נ',
        'ף' => 'פ',
        'ץ' => 'צ',
        'آ' | 'أ' | 'إ' => 'ا',
        'ؤ' => 'و',
        // Alef maksura and Persian yeh; keheh; teh marbuta.
        'ئ' | '\u{649}' | '\u{6CC}' => '\u{64A}',
        '\u{6A9}' => '\u{643}',
        '\u{629}' => '\u{647}',
        'а'..='я' | 'א'..='ת' | 'ء' | 'ا' | 'ب' | 'ت'..='غ' | 'ف'..='و' | '\u{64A}' | 'پ' | 'چ' | 'ژ' | 'گ' => {
            one
        }
        _ => return None,
    })
}

fn append_letter(one: char, to: &mut String) {
    if let Some(letter) = plain(one) {
        return to.push(letter);
    }
    let unified = match one {
        // Lengthening, and what is written as a letter but read as an apostrophe.
        '\u{640}' => return,
        _ if is_apostrophe(one) => return,
        'œ' => return to.push_str("oe"),
        'æ' => return to.push_str("ae"),
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        // Alef wasla; Pashto and Urdu yehs; swash kaf; the hehs.
        '\u{671}' => '\u{627}',
        '\u{6CD}' | '\u{6D0}' | '\u{6D2}' => '\u{64A}',
        '\u{6AA}' => '\u{643}',
        '\u{6BE}' | '\u{6C1}' | '\u{6C3}' | '\u{6D5}' => '\u{647}',
        _ => digit(one).unwrap_or(one),
    };
    if unified.is_alphanumeric() && canonical_combining_class(unified) < MARKS_FROM {
        to.push(unified);
    }
}

/// The ASCII digit that a digit of any script stands for.
fn digit(one: char) -> Option<char> {
    let after = ZEROS.partition_point(|zero| *zero <= one);
    let zero = ZEROS.get(after.checked_sub(1)?)?;
    char::from_digit(u32::from(one).checked_sub(u32::from(*zero))?, 10)
}

/// Straight and typographic apostrophes, and the letters that transliterations write for ayn and hamza.
pub(super) const fn is_apostrophe(one: char) -> bool {
    matches!(
        one,
        '\'' | '`' | '\u{B4}' | '\u{2B9}'..='\u{2BF}' | '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{FF07}'
    )
}

/// A Hebrew letter: between such, an apostrophe or a quotation mark is part of the word.
pub(super) const fn is_hebrew(one: char) -> bool {
    matches!(one, '\u{5D0}'..='\u{5EA}' | '\u{FB1D}'..='\u{FB4F}')
}

/// A character that steers and is not seen: direction marks, joiners, soft hyphens, variation selectors, tags.
pub(super) const fn is_unseen(one: char) -> bool {
    matches!(
        one,
        '\u{AD}'
            | '\u{34F}'
            | '\u{61C}'
            | '\u{180B}'..='\u{180F}'
            | '\u{200B}'..='\u{200F}'
            | '\u{202A}'..='\u{202E}'
            | '\u{2060}'..='\u{206F}'
            | '\u{FE00}'..='\u{FE0F}'
            | '\u{FEFF}'
            | '\u{E0000}'..='\u{E0FFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_word_is_the_same_however_it_is_written() {
        for (one, other) in [
            ("Straße", "STRASSE"),
            ("STRAẞE", "strasse"),
            ("général", "GENERAL"),
            ("Ge\u{301}ne\u{301}ral", "général"),
            ("cœur", "COEUR"),
            ("ΛΌΓΟΣ", "λόγος"),
            ("İstanbul", "istanbul"),
            ("ﬁre", "fire"),
            ("ｆｉｒｅ", "fire"),
            ("ещё", "ЕЩЕ"),
            ("كتاب", "کتاب"),
            ("إيران", "ایران"),
            ("آذر", "اذر"),
            ("على", "علي"),
            ("مُوَاجَهَة", "مواجهه"),
            ("ســلام", "سلام"),
            ("ﺳﻼﻡ", "سلام"),
            ("می\u{200C}خواهیم", "میخواهیم"),
            ("خانهٔ", "خانه"),
            ("שָׁלוֹם", "שלום"),
            ("צה״ל", "צהל"),
            ("צה\"ל", "צהל"),
            ("١٤٠٤", "1404"),
            ("۱۴۰۴", "1404"),
            ("२०२५", "2025"),
            ("so\u{AD}ber", "sober"),
            ("\u{200F}שלום\u{200E}", "שלום"),
        ] {
            assert_eq!(normal(one), normal(other), "{one} {other}");
        }
    }

    #[test]
    fn other_words_stay_other_words() {
        for (one, other) in
            [("peace", "piece"), ("мир", "пир"), ("سلام", "سلاح"), ("שלום", "שלוש"), ("कि", "की"), ("9", "6")]
        {
            assert_ne!(normal(one), normal(other), "{one} {other}");
        }
    }

    #[test]
    fn the_normal_form_of_every_character_is_its_own() {
        for one in '\0'..=char::MAX {
            let once = normal(one.encode_utf8(&mut [0; 4]));
            assert_eq!(normal(&once), once, "{}", one.escape_unicode());
        }
    }

    #[test]
    fn a_plain_letter_is_what_decomposition_makes_of_it() {
        for one in '\0'..=char::MAX {
            let Some(letter) = plain(one) else { continue };
            let mut slow = String::new();
            // With something beside it that is not plain, a word is decomposed.
            append_normal(&format!("\u{E9}{one}"), &mut slow);
            assert_eq!(slow, format!("e{letter}"), "{}", one.escape_unicode());
            assert_eq!(plain(letter), Some(letter));
        }
    }

    #[test]
    fn the_zeros_are_zeros_and_in_order() {
        assert!(ZEROS.is_sorted());
        for zero in ZEROS {
            assert_eq!(digit(*zero), Some('0'));
            assert!(char::from_u32(u32::from(*zero) + 9).and_then(digit) == Some('9'), "{}", zero.escape_unicode());
        }
        assert_eq!(digit('a'), None);
        assert_eq!(digit('\u{3A}'), None);
    }
}
