//! Properties that hold for any text, and of the tables as they are.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::language::LEXICONS;
use super::passage::Passage;
use super::table::{Table, entries, normal};
use super::{Why, findings, first_person};
use crate::matching::Words;

/// Any characters; or words of the tables and what is around them, in any order.
fn text() -> impl Strategy<Value = String> {
    let mut words: Vec<String> = vec![];
    for lexicon in LEXICONS.iter() {
        let negation = &lexicon.language.negation;
        let around = [
            negation.not,
            negation.without,
            negation.ne,
            negation.links,
            negation.light,
            negation.or,
            negation.and,
            negation.after,
        ];
        let says = lexicon.language.commits.iter().map(|one| one.words);
        let lists = says.chain(around).chain([lexicon.language.neutral, lexicon.language.first_person]);
        words.extend(lists.flat_map(entries).map(|entry| entry.replace('*', "")));
    }
    words.extend(
        [" ", ", ", ". ", "; ", "\n", "\n\n", "\u{200C}", "\u{200B}", "-", "’", "\u{64E}", "و", "ו"].map(str::to_owned),
    );
    let known =
        prop::collection::vec((prop::sample::select(words), prop_oneof![Just(" "), Just(""), Just(", ")]), 0..30);
    let known = known.prop_map(|parts| parts.into_iter().map(|(word, gap)| word + gap).collect());
    prop_oneof![any::<String>(), "\\PC{0,80}", known]
}

fn language() -> impl Strategy<Value = Option<&'static str>> {
    prop::option::of(prop::sample::select(vec!["en", "fr", "ar", "fa", "he", "ru", "English", "fa-IR", "xx", ""]))
}

proptest! {
    #[test]
    fn findings_are_in_order_on_char_boundaries_and_as_they_stand(text in text(), language in language()) {
        let mut last = 0;
        for finding in findings(&text, language) {
            prop_assert!(finding.place.start >= last && !finding.place.is_empty());
            prop_assert_eq!(text.get(finding.place.clone()), Some(finding.word.as_str()));
            last = finding.place.end;
        }
    }

    #[test]
    fn the_first_person_is_in_order_on_char_boundaries(text in text(), language in language()) {
        let mut last = 0;
        for place in first_person(&text, language) {
            prop_assert!(place.start >= last && !place.is_empty() && text.get(place.clone()).is_some());
            last = place.end;
        }
    }
}

#[test]
fn every_entry_is_found_by_itself_with_its_own_reason() {
    let mut wrong = Vec::new();
    for lexicon in LEXICONS.iter() {
        let language = lexicon.language;
        for commits in language.commits {
            for entry in entries(commits.words) {
                let text = entry.replace('*', "");
                let found = findings(&text, Some(language.code));
                let whole = found.len() == 1 && found[0].word == text && found[0].why == commits.why;
                if !whole || found[0].language != language.code {
                    wrong.push(format!("{}: {entry} is {found:?}", language.code));
                }
            }
        }
        for entry in entries(language.neutral) {
            let found = findings(&entry.replace('*', ""), Some(language.code));
            if !found.is_empty() {
                wrong.push(format!("{}: {entry} is {found:?}", language.code));
            }
        }
        for entry in entries(language.first_person) {
            let text = entry.strip_suffix(' ').unwrap_or(entry);
            let shown = if ["j", "m"].contains(&text) { format!("{text}’") } else { text.replace("i", "I") };
            if first_person(&shown, Some(language.code)).is_empty() {
                wrong.push(format!("{}: {entry} is not of the first person", language.code));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_neutral_entry_keeps_something_from_being_found() {
    let mut wrong = Vec::new();
    for lexicon in LEXICONS.iter() {
        let language = lexicon.language;
        let without = Table::new(language.particles);
        let without = language.commits.iter().fold(without, |table, one| table.with(one.words, ()));
        // In the place of a stem that is shorter than what commits, a word that begins so.
        let known: Vec<&str> = language.commits.iter().flat_map(|one| one.words.split([' ', ','])).collect();
        let full = |word: &str| {
            let stem = word.trim_end_matches('*').to_owned();
            let longer = known.iter().find(|known| word.ends_with('*') && known.starts_with(&stem));
            longer.map_or(stem, |known| known.replace('*', ""))
        };
        for entry in entries(language.neutral) {
            let text = entry.split_whitespace().map(full).collect::<Vec<_>>().join(" ");
            let words = Words::of(&text);
            let passage = Passage::of(&text, &words);
            if (0..words.len()).all(|at| without.longest(&passage, at).is_none()) {
                wrong.push(format!("{}: {entry}", language.code));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_denial_and_light_word_is_met_before_a_word_that_commits() {
    for lexicon in LEXICONS.iter() {
        let language = lexicon.language;
        let commits = entries(language.commits[0].words).next().unwrap().replace('*', "");
        for denial in entries(language.negation.not).chain(entries(language.negation.without)) {
            let text = format!("{} {commits}", denial.replace('*', ""));
            assert!(findings(&text, Some(language.code)).is_empty(), "{}: {text}", language.code);
        }
        let no = entries(language.negation.without).next().unwrap();
        for light in entries(language.negation.light)
            .chain(entries(language.negation.links))
            .chain(entries(language.negation.or))
        {
            let text = format!("{no} {} {commits}", light.replace('*', ""));
            assert!(findings(&text, Some(language.code)).is_empty(), "{}: {text}", language.code);
        }
        for denial in entries(language.negation.after) {
            let text = format!("{commits} {}", denial.replace('*', ""));
            assert!(findings(&text, Some(language.code)).is_empty(), "{}: {text}", language.code);
        }
    }
}

#[test]
fn every_language_offers_something_neutral_for_every_reason() {
    for lexicon in LEXICONS.iter() {
        let language = lexicon.language;
        let reasons: Vec<Why> = language.commits.iter().map(|one| one.why).collect();
        assert_eq!(reasons, Why::ALL, "{}", language.code);
        for commits in language.commits {
            let found = findings(commits.instead, Some(language.code));
            assert!(found.is_empty() && !commits.instead.is_empty(), "{}: {found:?}", language.code);
        }
    }
}

#[test]
fn no_entry_is_there_twice() {
    let mut wrong = Vec::new();
    for lexicon in LEXICONS.iter() {
        let language = lexicon.language;
        let says = language.commits.iter().flat_map(|one| entries(one.words)).chain(entries(language.neutral));
        let mut seen = BTreeSet::new();
        for entry in says {
            let star = |word: &str| if word.ends_with('*') { "*" } else { "" };
            let words: Vec<String> = entry.split_whitespace().map(|word| normal(word) + star(word)).collect();
            if !seen.insert(words.join(" ")) {
                wrong.push(format!("{}: {entry}", language.code));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn reasons_have_their_words_and_sentences() {
    let mut words: Vec<&str> = Why::ALL.iter().map(|why| why.word()).collect();
    words.sort_unstable();
    words.dedup();
    assert_eq!(words.len(), Why::ALL.len());
    for why in Why::ALL {
        assert!(why.sentence().contains(": ") && !why.sentence().contains("  "), "{why}");
        assert!(why.reads_as().ends_with(why.word()));
    }
}
