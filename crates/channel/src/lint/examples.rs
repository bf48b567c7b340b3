//! What the tests of each language ask: what is found in a sentence, whether its language is named or guessed.

use super::findings;

/// A sentence, and what is found in it.
pub(super) type Example = (&'static str, &'static [&'static str]);

/// Says of every sentence that is not as it should be what was found in it.
pub(super) fn check(language: &str, examples: &[Example]) {
    let mut wrong = Vec::new();
    for (text, expected) in examples {
        for named in [Some(language), None] {
            let found = findings(text, named);
            let words: Vec<&str> = found.iter().map(|finding| finding.word.as_str()).collect();
            let elsewhere = found.iter().any(|finding| finding.language != language);
            if words != *expected || elsewhere {
                wrong.push(format!("{named:?} {text}: {words:?}, not {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// That nothing is found in any of these.
pub(super) fn check_nothing(language: &str, texts: &[&'static str]) {
    let examples: Vec<Example> = texts.iter().map(|text| (*text, &[][..])).collect();
    check(language, &examples);
}
