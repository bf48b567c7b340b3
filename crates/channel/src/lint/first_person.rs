//! The first person: what an aide-mémoire, which is written in the third, does not have. Pronouns and possessives are
//! known; verbs that say *we* by their ending alone are not.

use std::ops::Range;

use super::language::{LEXICONS, Lexicon, Plausible};
use super::passage::Passage;
use crate::matching::Words;

/// An ending alone makes no possessive of a short word.
const LETTERS_LEAST: usize = 6;
/// What Persian writes at the end of a word for *our*, apart from it by a character that is not seen.
const PERSIAN_OUR: &str = "\u{200C}مان";

/// Where a text speaks in the first person: its pronouns and possessives, in order. `language` as for
/// [`super::findings`]. Linear.
#[must_use]
pub fn first_person(text: &str, language: Option<&str>) -> Vec<Range<usize>> {
    first_person_in(&Passage::of(text, &Words::of(text)), language)
}

pub(super) fn first_person_in(passage: &Passage<'_>, language: Option<&str>) -> Vec<Range<usize>> {
    let plausible = Plausible::new(language);
    let mut found: Vec<Range<usize>> = Vec::new();
    for sentence in passage.sentences() {
        let mut here: Vec<(usize, Range<usize>)> = Vec::new();
        for (language, lexicon) in LEXICONS.iter().enumerate() {
            here.extend(of_language(lexicon, passage, &sentence).into_iter().map(|place| (language, place)));
        }
        if here.is_empty() {
            continue;
        }
        let asked = |language| here.iter().any(|(one, _)| *one == language);
        let ranks = plausible.of_sentence(passage, &sentence, asked);
        here.retain(|(language, _)| ranks.get(*language).is_some_and(Option::is_some));
        here.sort_by_key(|(_, place)| place.start);
        here.dedup_by_key(|(_, place)| place.start);
        found.extend(here.into_iter().map(|(_, place)| place));
    }
    found
}

fn of_language(lexicon: &Lexicon, passage: &Passage<'_>, sentence: &Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let Some(word) = passage.words.get(at).filter(|word| word.script == lexicon.language.script) else {
            at += 1;
            continue;
        };
        let known = lexicon.first_person.longest(passage, at);
        let words = at..at + known.map_or(1, |known| known.words);
        let ended = || lexicon.language.first_person_endings.iter().any(|ending| word.letters.ends_with(ending));
        let is =
            known.map_or_else(|| word.letters.chars().nth(LETTERS_LEAST - 1).is_some() && ended(), |known| known.means);
        let shown = passage.text.get(word.place.clone()).unwrap_or_default();
        if (is || shown.ends_with(PERSIAN_OUR)) && reads_so(passage, &word.place, shown) {
            found.extend(passage.place(&words));
        }
        at = words.end;
    }
    found
}

/// Whether a word is what its letters say, as it is written: *I* and no Roman numeral, *us* and no country, `j’` and no
/// initial.
fn reads_so(passage: &Passage<'_>, place: &Range<usize>, shown: &str) -> bool {
    match shown {
        "i" | "US" => false,
        "j" | "J" | "m" | "M" => {
            let after = passage.text.get(place.end..).and_then(|after| after.chars().next());
            after.is_some_and(|after| matches!(after, '\'' | '\u{2019}'))
        }
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, language: Option<&str>) -> Vec<&'t str> {
        first_person(text, language).into_iter().map(|place| &text[place]).collect()
    }

    #[test]
    fn pronouns_and_possessives_of_the_first_person_are_found_in_every_language() {
        for (language, text, words) in [
            ("en", "We say what I said to our friends, for us and for me.", &["We", "I", "our", "us", "me"][..]),
            ("en", "We're told that it's ours; a friend of mine says so.", &["We", "ours", "of mine"]),
            ("fr", "J’ai dit à nos amis ce que notre partie m’a confié.", &["J", "nos", "notre", "m"]),
            ("fr", "Nous-mêmes le disons pour mon pays.", &["Nous-mêmes", "mon"]),
            ("ar", "ونحن نكرر أن موقفنا وحكومتنا معروفان لدينا.", &["ونحن", "موقفنا", "وحكومتنا", "لدينا"]),
            ("fa", "ما و کشورمان آرامش می‌خواهیم؛ من نیز، و مردم‌مان.", &["ما", "کشورمان", "من", "مردم\u{200C}مان"]),
            ("he", "אנו חוזרים על עמדתנו, ושלנו היא; כך אמרתי אני.", &["אנו", "עמדתנו", "ושלנו", "אני"]),
            ("ru", "Мы и наша страна просим передать мои слова.", &["Мы", "наша", "мои"]),
        ] {
            assert_eq!(found(text, Some(language)), words, "{text}");
            assert_eq!(found(text, None), words, "{text}");
        }
    }

    #[test]
    fn the_third_person_and_what_only_looks_like_the_first_are_not() {
        for (language, text) in [
            ("en", "The Government holds to its position; the US side was told, as was Annex I to World War I files."),
            ("en", "Article I, part I, i.e. the rest; a land mine was found."),
            ("fr", "Le Gouvernement maintient sa position ; M. Durand l’a dit le jour J."),
            ("ar", "تحافظ الحكومة على موقفها وما قالته من قبل، إلى أن ترى لبنان والفاتيكان أحيانا."),
            ("fa", "دولت بر موضع خود است و سازمان در زمان مناسب فرمان خواهد داد."),
            ("he", "הממשלה עומדת על עמדתה, והם נתנו תשובה וניתנו הסברים."),
            ("ru", "Правительство придерживается своей позиции; немой вопрос остался."),
        ] {
            assert_eq!(found(text, Some(language)), [""; 0], "{text}");
            assert_eq!(found(text, None), [""; 0], "{text}");
        }
    }
}
