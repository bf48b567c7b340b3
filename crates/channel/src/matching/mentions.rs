//! Where a name, a label or a title stands in a text. Which names may not stand there is not known here.

use std::ops::Range;

use super::particles::without_particles;
use super::words::Words;

/// The places at which a phrase stands in a text, as whole words, whatever their case and accents, with anything but
/// letters between them; in order, none overlapping another. An empty phrase stands nowhere.
///
/// In Arabic and Hebrew the phrase's first word may have before it what these languages write together with a word: *and*,
/// *in*, *to*, the article. It must then have three letters at least. Endings are not passed over: a Russian name is looked
/// for in each of its cases, by a phrase for each.
#[must_use]
pub fn mentions(text: &Words, phrase: &str) -> Vec<Range<usize>> {
    let phrase = Words::of(phrase);
    let Some(first) = phrase.letters_at(0) else { return Vec::new() };
    let fallback = fallback(&phrase);
    let mut found = Vec::new();
    let mut free = 0;
    // Where the phrase's other words follow, its first may stand before them.
    let mut same = 0;
    for at in 0..text.len() {
        while same > 0 && (same == fallback.len() || text.key(at) != phrase.key(same + 1)) {
            same = same.checked_sub(1).and_then(|last| fallback.get(last)).copied().unwrap_or(0);
        }
        if same < fallback.len() && text.key(at) == phrase.key(same + 1) {
            same += 1;
        }
        if same != fallback.len() {
            continue;
        }
        let Some(start) = at.checked_sub(same).filter(|start| *start >= free) else { continue };
        if text.letters_at(start).is_some_and(|word| without_particles(word, first)) {
            found.extend(text.span(start, phrase.len()));
            free = at + 1;
        }
    }
    found
}

/// For each word of the phrase but the first: how many of its words begin the phrase anew when the next does not fit (the
/// failure function of Knuth, Morris and Pratt). It keeps a phrase that repeats itself from being tried at every place.
fn fallback(phrase: &Words) -> Vec<usize> {
    let rest = phrase.len().saturating_sub(1);
    let mut fallback: Vec<usize> = Vec::new();
    let mut same = 0;
    for at in 0..rest {
        while same > 0 && phrase.key(at + 1) != phrase.key(same + 1) {
            same = same.checked_sub(1).and_then(|last| fallback.get(last)).copied().unwrap_or(0);
        }
        if at > 0 && phrase.key(at + 1) == phrase.key(same + 1) {
            same += 1;
        }
        fallback.push(same);
    }
    fallback
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found<'t>(text: &'t str, phrase: &str) -> Vec<&'t str> {
        mentions(&Words::of(text), phrase).into_iter().map(|place| &text[place]).collect()
    }

    #[test]
    fn a_name_stands_where_it_stands_whole() {
        let text = "The PRIME\n minister and the primes, minister; a Prime-Ministers' prime ministér.";
        assert_eq!(found(text, "Prime Minister"), ["PRIME\n minister", "prime ministér"]);
        assert_eq!(found("Moscow’s envoy, l’Iran", "moscow"), ["Moscow"]);
        assert_eq!(found("Moscow’s envoy, l’Iran", "IRAN"), ["Iran"]);
        assert_eq!(found("Как сообщили в МОСКВЕ", "Москве"), ["МОСКВЕ"]);
    }

    #[test]
    fn a_phrase_of_common_words_is_found_as_a_whole_and_an_empty_one_nowhere() {
        assert_eq!(found("On the other side, the other of the sides.", "the other side"), ["the other side"]);
        for phrase in ["", " ", "…", "\u{200B}"] {
            assert!(found("a … b", phrase).is_empty());
        }
        assert!(found("a b", "a b c d").is_empty());
        assert!(found("", "a").is_empty());
    }

    #[test]
    fn a_name_is_found_behind_particles() {
        assert_eq!(found("הודיעו במשרד החוץ", "משרד החוץ"), ["במשרד החוץ"]);
        assert_eq!(found("وقال للوسيط", "الوسيط"), ["للوسيط"]);
        assert_eq!(found("באיראן ואיראן", "איראן"), ["באיראן", "ואיראן"]);
    }

    #[test]
    fn mentions_do_not_overlap_however_the_phrase_repeats() {
        assert_eq!(found("a a a a a", "a a"), ["a a", "a a"]);
        assert_eq!(found("a b a b a b", "b a b"), ["b a b"]);
        let (text, phrase) = ("a ".repeat(20_000), format!("{}b", "a ".repeat(10_000)));
        assert!(found(&text, &phrase).is_empty());
    }

    proptest! {
        #[test]
        fn mentions_are_those_that_trying_everything_finds(
            text in proptest::collection::vec(0..2_usize, 0..40),
            phrase in proptest::collection::vec(0..2_usize, 1..6),
        ) {
            let write = |words: &[usize]| words.iter().map(|word| ["a ", "b "][*word]).collect::<String>();
            let mut places = Vec::new();
            let mut at = 0;
            while at + phrase.len() <= text.len() {
                if text[at..at + phrase.len()] == phrase[..] {
                    places.push(at);
                    at += phrase.len();
                } else {
                    at += 1;
                }
            }
            let found = mentions(&Words::of(&write(&text)), &write(&phrase));
            prop_assert_eq!(found.iter().map(|place| place.start / 2).collect::<Vec<_>>(), places);
        }
    }
}
