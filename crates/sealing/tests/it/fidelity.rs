//! Fidelity codes, held against codes that another implementation of argon2 computed, and the lists of their words.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use sealing::fidelity::{Code, Language, NotACode, list};
use unicode_normalization::UnicodeNormalization;

fn vectors() -> Vec<Vec<String>> {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/fidelity.txt");
    let text = fs::read_to_string(file).expect("the vectors are there");
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.map(|line| line.split('\t').map(|part| part.replace("\\n", "\n")).collect()).collect()
}

#[test]
fn codes_are_those_that_were_computed_elsewhere() {
    for vector in vectors() {
        let code = Code::of(&vector[0]).expect("memory");
        assert_eq!(code.number(), vector[1]);
        for (language, words) in Language::ALL.into_iter().zip(&vector[2..]) {
            assert_eq!(code.words(language).join(" "), *words);
            assert_eq!(code.shown(language), format!("{words} ({})", vector[1]));
        }
        assert_eq!(Code::read(&vector[1]), Ok(code));
    }
}

#[test]
fn one_letter_is_another_code() {
    let (one, other) = (Code::of("We will not.").expect("memory"), Code::of("We will now.").expect("memory"));
    assert_ne!(one, other);
    assert_ne!(one.words(Language::En), other.words(Language::En));
    assert!(
        one.words(Language::En).iter().zip(other.words(Language::En)).filter(|(one, other)| **one == *other).count()
            < 3
    );
}

#[test]
fn a_number_is_sixteen_digits_and_not_too_large() {
    for text in ["", "1", "4419 0273 8856 120", "4419 0273 8856 12044", "9999 9999 9999 9999", "4419 0273 8856 120x"] {
        assert_eq!(Code::read(text), Err(NotACode), "{text}");
    }
    let most = Code::read("9007 1992 5474 0991").expect("the largest");
    assert_eq!(most.number(), "9007 1992 5474 0991");
    assert_eq!(most.words(Language::En)[0], *list(Language::En).last().expect("words"));
    assert_eq!(Code::read("0000000000000000").expect("the least").words(Language::En)[0], list(Language::En)[0]);
}

/// Without case, accents and vowel marks.
fn plain(word: &str) -> String {
    word.nfkd().filter(|one| !unicode_normalization::char::is_combining_mark(*one)).collect::<String>().to_lowercase()
}

#[test]
fn every_list_has_512_plain_words_and_none_twice() {
    for language in Language::ALL {
        let words = list(language);
        assert_eq!(words.len(), 512, "{language:?}");
        let different: BTreeSet<String> = words.iter().map(|word| plain(word)).collect();
        assert_eq!(different.len(), 512, "{language:?}");
        for word in words {
            assert!(word.chars().all(char::is_alphabetic), "{word}");
            assert_eq!(word.nfc().collect::<String>(), word);
            assert!((2..=12).contains(&word.chars().count()), "{word}");
        }
    }
}

#[test]
fn languages_go_by_their_codes() {
    for language in Language::ALL {
        assert_eq!(Language::of(language.code()), Some(language));
    }
    assert_eq!(Language::of("xx"), None);
}
