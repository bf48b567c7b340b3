//! The longest runs of words that a text shares with a source, and the places at which a name stands.
//!
//! About linear in both: the source's runs of the least length are looked up by hash, and a match is extended as far as it
//! goes. What is found is compared word by word; a hash alone decides nothing.

use std::collections::BTreeMap;
use std::ops::Range;

use super::words::{Word, Words};

/// A run of words that a text shares with a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its place in the text, in bytes.
    pub place: Range<usize>,
    /// Its place in the source, in bytes.
    pub in_source: Range<usize>,
    /// How many words it has.
    pub words: usize,
}

/// At how many places of a source a run may begin before the later ones are passed over: a text of one word, said over
/// and over, would else cost its square.
const PLACES_MOST: usize = 16;

/// The runs of at least `at_least` words that a text shares with a source: the longest at each place of the text, none
/// within another, in order.
#[must_use]
pub fn runs(text: &Words, source: &Words, at_least: usize) -> Vec<Run> {
    let (text, source) = (text.all(), source.all());
    let at_least = at_least.max(1);
    let mut starts: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
    for (at, window) in source.windows(at_least).enumerate() {
        let places = starts.entry(hash(window)).or_default();
        if places.len() < PLACES_MOST {
            places.push(at);
        }
    }
    let mut found = Vec::new();
    let mut at: usize = 0;
    while let Some(window) = text.get(at..at.saturating_add(at_least)) {
        let places = starts.get(&hash(window)).map(Vec::as_slice).unwrap_or_default();
        let longest = places
            .iter()
            .map(|start| (shared(text, at, source, *start), *start))
            .max_by_key(|(words, start)| (*words, std::cmp::Reverse(*start)));
        match longest.filter(|(words, _)| *words >= at_least) {
            Some((words, start)) => {
                if let (Some(place), Some(in_source)) = (span(text, at, words), span(source, start, words)) {
                    found.push(Run { place, in_source, words });
                }
                at += words;
            }
            None => at += 1,
        }
    }
    found
}

/// How many words from these two places on are the same.
fn shared(text: &[Word], at: usize, source: &[Word], start: usize) -> usize {
    let text = text.get(at..).unwrap_or_default();
    let source = source.get(start..).unwrap_or_default();
    text.iter().zip(source).take_while(|(one, other)| one.text == other.text).count()
}

fn span(words: &[Word], at: usize, count: usize) -> Option<Range<usize>> {
    let first = words.get(at)?;
    let last = words.get(at.checked_add(count)?.checked_sub(1)?)?;
    Some(first.place.start..last.place.end)
}

/// FNV-1a over words and their bounds: quick, and only ever a first look.
pub(super) fn hash(words: &[Word]) -> u64 {
    let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
    for word in words {
        for byte in word.text.bytes().chain([0xff]) {
            hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
    hash
}

/// Where a name, a title or a label stands in a text: as whole words, whatever their case and accents. An empty one stands
/// nowhere.
#[must_use]
pub fn mentions(text: &Words, phrase: &str) -> Vec<Range<usize>> {
    let phrase = Words::of(phrase);
    let phrase = phrase.all();
    if phrase.is_empty() {
        return Vec::new();
    }
    let same = |window: &[Word]| window.iter().zip(phrase).all(|(one, other)| one.text == other.text);
    let windows = text.all().windows(phrase.len()).filter(|window| same(window));
    windows.filter_map(|window| Some(window.first()?.place.start..window.last()?.place.end)).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found<'t>(text: &'t str, source: &str, at_least: usize) -> Vec<&'t str> {
        let runs = runs(&Words::of(text), &Words::of(source), at_least);
        runs.into_iter().map(|run| &text[run.place]).collect()
    }

    #[test]
    fn runs_are_as_long_as_they_can_be() {
        let source = "We ask for settlement, and not for confrontation of any kind.";
        let text = "He said they “ask for settlement and not for confrontation”; nothing of any kind.";
        assert_eq!(found(text, source, 6), ["ask for settlement and not for confrontation"]);
        assert_eq!(found(text, source, 3), ["ask for settlement and not for confrontation", "of any kind"]);
        assert!(found(text, source, 8).is_empty());
    }

    #[test]
    fn a_name_stands_where_it_stands_whole() {
        let text = "The PRIME  minister and the primes, minister.";
        let mentions = mentions(&Words::of(text), "Prime Minister");
        assert_eq!(mentions.into_iter().map(|place| &text[place]).collect::<Vec<_>>(), ["PRIME  minister"]);
        assert!(super::mentions(&Words::of(text), " ").is_empty());
        assert!(super::mentions(&Words::of(text), "a b c d e f g h i j k l").is_empty());
    }

    /// A source of one word said over and over, and a text of the same, are looked at in a moment.
    #[test]
    fn one_word_over_and_over_does_not_cost_its_square() {
        let many = "a ".repeat(20_000);
        let runs = runs(&Words::of(&many), &Words::of(&many), 6);
        assert_eq!(runs.len(), 1);
        assert_eq!(runs[0].words, 20_000);
    }

    proptest! {
        #[test]
        fn a_text_is_one_run_of_itself(text in "[a-zа-яא-תا-ی ,.'’]{0,200}") {
            let words = Words::of(&text);
            let runs = runs(&words, &words, 3);
            if words.len() >= 3 {
                prop_assert_eq!(runs.len(), 1);
                prop_assert_eq!(runs[0].words, words.len());
            } else {
                prop_assert!(runs.is_empty());
            }
        }

        #[test]
        fn runs_lie_in_order_on_whole_letters(text in "\\PC{0,200}", source in "\\PC{0,200}") {
            let mut end = 0;
            for run in runs(&Words::of(&text), &Words::of(&source), 2) {
                prop_assert!(run.place.start >= end && text.get(run.place.clone()).is_some());
                prop_assert!(source.get(run.in_source.clone()).is_some());
                end = run.place.end;
            }
        }
    }
}
