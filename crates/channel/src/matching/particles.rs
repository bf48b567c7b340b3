//! What languages write together with a word: the article, *and*, *in*, *to* of Arabic and Hebrew, and endings. Words stay as
//! they are in [`super::words`]; here is what else a word may be, and what of it is the same in all its forms.
//!
//! This is no grammar. [`without_particles`] may find a word in another by chance, which shows an officer a word too many;
//! [`stem`] may make one of two words, or leave two forms of one apart, which moves a likeness by little.

/// What Arabic writes before a word, longest first.
const ARABIC_BEFORE: [&str; 20] = [
    "وبال", "وكال", "فبال", "ولل", "فلل", "وال", "فال", "بال", "كال", "ول", "وب", "وك", "فل", "فب", "لل", "ال", "و",
    "ف", "ب", "ل",
];
/// Those of them that end in the article: what is left is the bare noun.
const ARABIC_ARTICLES: [&str; 11] = ["وبال", "وكال", "فبال", "ولل", "فلل", "وال", "فال", "بال", "كال", "لل", "ال"];
const ARTICLE: &str = "ال";
/// What Arabic and Persian write after a word, longest first.
const ARABIC_AFTER: [&str; 14] = ["هاي", "ات", "ون", "ين", "ان", "ها", "هم", "نا", "تي", "يه", "ه", "ي", "ا", "ت"];
/// What Hebrew writes before a word: up to three of these.
const HEBREW_BEFORE: [char; 7] = ['ו', 'ה', 'ב', 'כ', 'ל', 'מ', 'ש'];
const HEBREW_BEFORE_MOST: usize = 3;
/// What Hebrew writes after a word, longest first.
const HEBREW_AFTER: [&str; 6] = ["יות", "ימ", "ות", "ה", "ת", "י"];
/// What Russian words end in, in most of their forms.
const RUSSIAN_AFTER: [char; 12] = ['а', 'е', 'и', 'о', 'у', 'ы', 'э', 'ю', 'я', 'ь', 'м', 'х'];
const RUSSIAN_AFTER_MOST: usize = 3;
/// The fewest letters of which something is still said to be the word.
const LETTERS_LEAST: usize = 3;
/// The most letters of a stem.
const STEM_LETTERS: usize = 6;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Script {
    Arabic,
    Hebrew,
    Cyrillic,
    Other,
}

fn script(word: &str) -> Script {
    match word.chars().next() {
        Some('\u{600}'..='\u{6FF}' | '\u{750}'..='\u{77F}') => Script::Arabic,
        Some('\u{5D0}'..='\u{5EA}') => Script::Hebrew,
        Some('\u{400}'..='\u{52F}') => Script::Cyrillic,
        _ => Script::Other,
    }
}

/// Whether a word, in normal form, has at least so many letters.
fn has_letters(word: &str, least: usize) -> bool {
    least.checked_sub(1).is_none_or(|last| word.chars().nth(last).is_some())
}

/// A word without the *and* before it, where one is written so.
pub(super) fn without_and(word: &str) -> Option<&str> {
    word.strip_prefix(['و', 'ו']).filter(|rest| has_letters(rest, 2))
}

/// Whether a word of a text is a word that is looked for, as it stands or with particles written together with it. Both are
/// in normal form; what is looked for may itself have the Arabic article.
pub(super) fn without_particles(word: &str, wanted: &str) -> bool {
    if word == wanted {
        return true;
    }
    match script(word) {
        Script::Arabic => {
            let bare = wanted.strip_prefix(ARTICLE).filter(|rest| has_letters(rest, LETTERS_LEAST)).unwrap_or(wanted);
            has_letters(bare, LETTERS_LEAST)
                && (word == bare || ARABIC_BEFORE.iter().any(|before| word.strip_prefix(before) == Some(bare)))
        }
        Script::Hebrew => {
            let before = word.strip_suffix(wanted).unwrap_or_default();
            has_letters(wanted, LETTERS_LEAST)
                && (1..=HEBREW_BEFORE_MOST).contains(&before.chars().count())
                && before.chars().all(|one| HEBREW_BEFORE.contains(&one))
        }
        Script::Cyrillic | Script::Other => false,
    }
}

/// What is the same in most forms of a word, in normal form: never empty unless the word is.
pub(super) fn stem(word: &str) -> &str {
    let bare = match script(word) {
        Script::Arabic => without_ending(without_article(word), &ARABIC_AFTER),
        Script::Hebrew => without_ending(without_beginning(word), &HEBREW_AFTER),
        Script::Cyrillic => without_last(word, &RUSSIAN_AFTER, RUSSIAN_AFTER_MOST),
        Script::Other => without_last(word, &['e', 's'], 2),
    };
    bare.char_indices().nth(STEM_LETTERS).and_then(|(end, _)| bare.get(..end)).unwrap_or(bare)
}

fn without_article(word: &str) -> &str {
    let found = ARABIC_ARTICLES.iter().find_map(|before| word.strip_prefix(before));
    let bare = found.or_else(|| word.strip_prefix('و').filter(|rest| has_letters(rest, LETTERS_LEAST + 2)));
    bare.filter(|rest| has_letters(rest, LETTERS_LEAST)).unwrap_or(word)
}

fn without_beginning(word: &str) -> &str {
    let mut bare = word;
    for _ in 0..HEBREW_BEFORE_MOST {
        match bare.strip_prefix(HEBREW_BEFORE).filter(|rest| has_letters(rest, LETTERS_LEAST + 1)) {
            Some(rest) => bare = rest,
            None => break,
        }
    }
    bare
}

fn without_ending<'w>(word: &'w str, endings: &[&str]) -> &'w str {
    let found = endings.iter().find_map(|after| word.strip_suffix(after));
    found.filter(|rest| has_letters(rest, LETTERS_LEAST)).unwrap_or(word)
}

fn without_last<'w>(word: &'w str, letters: &[char], most: usize) -> &'w str {
    let mut bare = word;
    for _ in 0..most {
        match bare.strip_suffix(letters).filter(|rest| has_letters(rest, LETTERS_LEAST)) {
            Some(rest) => bare = rest,
            None => break,
        }
    }
    bare
}

#[cfg(test)]
mod tests {
    use super::super::letters::normal;
    use super::*;

    #[test]
    fn forms_of_a_word_have_one_stem() {
        for forms in [
            &["strike", "strikes"][..],
            &["message", "messages"],
            &["confrontation", "confrontations"],
            &["переговоры", "переговорах", "переговорами"],
            &["конфронтация", "конфронтации", "конфронтацию"],
            &["сторона", "стороной", "сторон"],
            &["مواجهة", "المواجهة", "والمواجهة", "بالمواجهة", "للمواجهة", "مواجهات"],
            &["پیام", "پیام‌ها"],
            &["עימות", "לעימות", "העימות"],
            &["מלחמה", "המלחמה", "במלחמה"],
        ] {
            let stems: Vec<String> = forms.iter().map(|word| stem(&normal(word)).to_owned()).collect();
            assert!(stems.windows(2).all(|two| two[0] == two[1]), "{forms:?}: {stems:?}");
        }
    }

    #[test]
    fn other_words_have_other_stems() {
        for (one, other) in [
            ("strike", "stride"),
            ("interest", "intermediary"),
            ("мир", "мера"),
            ("مواجهة", "مواقف"),
            ("עימות", "הסדר"),
            ("2025", "2026"),
        ] {
            assert_ne!(stem(&normal(one)), stem(&normal(other)), "{one} {other}");
        }
    }

    #[test]
    fn a_stem_is_empty_for_the_empty_word_alone() {
        for word in ["", "s", "es", "و", "ال", "والي", "ה", "הוא", "а", "ооо", "\u{1F600}"] {
            assert_eq!(stem(word).is_empty(), word.is_empty(), "{word}");
        }
    }

    #[test]
    fn a_name_is_found_with_what_is_written_together_with_it() {
        for (word, wanted) in [
            ("במוסקבה", "מוסקבה"),
            ("ושבמוסקבה", "מוסקבה"),
            ("والوسيط", "الوسيط"),
            ("للوسيط", "الوسيط"),
            ("لموسكو", "موسكو"),
            ("وسيط", "الوسيط"),
        ] {
            assert!(without_particles(&normal(word), &normal(wanted)), "{word} {wanted}");
        }
        for (word, wanted) in [("שבת", "בת"), ("תמוסקבה", "מוסקבה"), ("moscows", "moscow"), ("", "moscow"), ("فن", "ن")]
        {
            assert!(!without_particles(&normal(word), &normal(wanted)), "{word} {wanted}");
        }
    }
}
