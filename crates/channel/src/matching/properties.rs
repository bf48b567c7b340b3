//! Properties that hold for any text: nothing panics, places are on char boundaries and in order, a text is itself.

use std::ops::Range;

use proptest::prelude::*;

use super::letters::normal;
use super::script::{Kind, flags, visible};
use super::{Corpus, Words, dates, likeness, mentions, quoted};
use crate::civil::Day;

/// Any characters; or those that this module treats in some way of their own, with what is around them.
fn text() -> impl Strategy<Value = String> {
    let special = "[ab eéßœЁё.,'’\"־\u{5F4}א-תب-ی\u{640}\u{64E}\u{5B0}0-9٠-٩۰-۹/\u{2013}_ \n\r\u{1B}\
        \u{AD}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FE0F}\u{FEFF}\u{61C}\u{2764}\u{1F469}\u{E0041}]{0,80}";
    let dates = "(9|31|2025|1404|25|09)([-/. ,]|th |-го )(9|12|October|مهر|באוקטובר|مه)([-/. ,])(2025|1404|25|10)";
    prop_oneof![any::<String>(), "\\PC{0,80}", special, dates]
}

fn in_order(text: &str, places: impl IntoIterator<Item = Range<usize>>) {
    let mut last = 0;
    for place in places {
        assert!(place.start >= last && place.start < place.end, "{place:?} after {last}");
        assert!(text.get(place.clone()).is_some(), "{place:?} cuts a character");
        last = place.end;
    }
}

proptest! {
    #[test]
    fn words_are_in_order_on_char_boundaries_and_in_normal_form(text in text()) {
        let words = Words::of(&text);
        in_order(&text, words.iter().map(|(_, place)| place));
        prop_assert_eq!(words.iter().count(), words.len());
        prop_assert_eq!(words.is_empty(), words.iter().next().is_none());
        for (word, place) in words.iter() {
            prop_assert!(!word.is_empty());
            prop_assert_eq!(word, normal(&text[place]));
            prop_assert_eq!(normal(word), word, "a normal form is its own");
        }
    }

    #[test]
    fn a_text_quotes_itself_whole(text in text(), at_least in 0..4_usize) {
        let words = Words::of(&text);
        let quotes = quoted(&words, &words, at_least);
        if words.is_empty() || words.len() < at_least {
            prop_assert!(quotes.is_empty());
        } else {
            prop_assert_eq!(quotes.len(), 1);
            prop_assert_eq!(quotes[0].words, words.len());
            prop_assert_eq!(&quotes[0].text, &quotes[0].source);
        }
    }

    #[test]
    fn quotes_are_in_order_and_say_the_same_at_both_ends(text in text(), source in text(), at_least in 0..3_usize) {
        let quotes = quoted(&Words::of(&text), &Words::of(&source), at_least);
        prop_assert!(quotes.windows(2).all(|two| two[0].text.start < two[1].text.start && two[0].text.end < two[1].text.end));
        for quote in quotes {
            let (one, other) = (Words::of(&text[quote.text]), Words::of(&source[quote.source]));
            let (one, other): (Vec<_>, Vec<_>) = (one.iter().map(|word| word.0).collect(), other.iter().map(|word| word.0).collect());
            prop_assert_eq!(one, other);
            prop_assert!(quote.words >= at_least.max(1));
        }
    }

    #[test]
    fn mentions_are_in_order_and_a_word_is_mentioned_where_it_stands(text in text(), phrase in text()) {
        let words = Words::of(&text);
        in_order(&text, mentions(&words, &phrase));
        // What is a word beside its neighbours may be two by itself, where it begins with a mark.
        let alone = |place: &Range<usize>| Words::of(&text[place.clone()]).len() == 1;
        for place in words.iter().map(|(_, place)| place).filter(alone).take(5) {
            let found = mentions(&words, &text[place.clone()]);
            prop_assert!(found.contains(&place), "{:?} in {:?}", place, found);
        }
    }

    #[test]
    fn dates_are_in_order_on_char_boundaries(text in text(), near in any::<i64>()) {
        let mut places: Vec<_> = dates(&text, Day(near)).into_iter().map(|(place, _)| place).collect();
        places.dedup();
        in_order(&text, places);
    }

    #[test]
    fn likeness_is_at_most_whole_and_shown_where_there_is_any(text in text(), source in text()) {
        let found = likeness(&Words::of(&text), &Words::of(&source));
        prop_assert!(found.score <= 100);
        prop_assert_eq!(found.score == 0, found.spans.is_empty());
        in_order(&text, found.spans);
    }

    #[test]
    fn a_text_with_a_word_that_is_not_common_is_wholly_like_itself(text in text(), word in "[b-hj-r]{4,9}") {
        let words = Words::of(&format!("{text} {word}"));
        prop_assert_eq!(likeness(&words, &words).score, 100);
    }

    #[test]
    fn a_source_is_a_candidate_for_itself(source in text(), others in proptest::collection::vec(text(), 0..8)) {
        let mut corpus = Corpus::new();
        corpus.add(0_u64, &Words::of(&source));
        for (other, key) in others.iter().zip(1..) {
            corpus.add(key, &Words::of(other));
        }
        let found = corpus.candidates(&Words::of(&source), usize::MAX);
        let like_itself = super::likeness::pair_hashes(&Words::of(&source)).len();
        if like_itself > 0 {
            prop_assert!(found.iter().any(|(key, shared)| *key == 0 && *shared as usize == like_itself));
        }
        for key in 0..=others.len() as u64 {
            corpus.remove(key);
        }
        prop_assert!(corpus.is_empty() && corpus.candidates(&Words::of(&source), usize::MAX).is_empty());
    }

    #[test]
    fn flags_are_on_char_boundaries_in_order(text in text()) {
        let found = flags(&text);
        prop_assert!(found.windows(2).all(|two| two[0].span.start <= two[1].span.start));
        for flag in found {
            prop_assert!(!flag.span.is_empty() && text.get(flag.span).is_some());
        }
    }

    #[test]
    fn what_was_made_visible_has_no_character_that_deceives(text in text()) {
        let shown = visible(&text);
        let left: Vec<_> = flags(&shown).into_iter().filter(|flag| !matches!(flag.kind, Kind::MixedScripts | Kind::LookAlike)).collect();
        prop_assert!(left.is_empty(), "{left:?}");
        prop_assert_eq!(visible(&shown), shown);
    }
}
