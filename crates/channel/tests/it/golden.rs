//! The frozen form of every kind of letter and event: a change of what is written, or of what can be read, is a red test
//! instead of a lost journal.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use channel::envelope::Written;
use channel::{ToDesk, ToParty, desk, party};

use crate::samples;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors")
}

#[test]
fn every_kind_is_written_as_it_always_was() {
    let mut there: BTreeSet<String> = fs::read_dir(folder())
        .expect("the vectors are there")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .filter(|file| file.ends_with(".cbor"))
        .collect();
    for (name, bytes) in samples::everything().into_iter().chain(samples::later_forms()) {
        let file = format!("{name}.cbor");
        let frozen = fs::read(folder().join(&file)).unwrap_or_else(|_| panic!("{file} is missing: run `freeze`"));
        assert_eq!(bytes, frozen, "{file}");
        there.remove(&file);
    }
    assert_eq!(there, BTreeSet::new(), "a vector of a kind that is gone");
}

#[test]
fn every_frozen_kind_can_be_read() {
    fn check<T: Written + PartialEq + std::fmt::Debug>(of: &str, samples: &[(&str, T)]) {
        for (kind, sample) in samples {
            let file = format!("{of}-{kind}.cbor");
            let frozen = fs::read(folder().join(&file)).unwrap_or_else(|_| panic!("{file} is missing: run `freeze`"));
            assert_eq!(T::decode(&frozen).as_ref(), Ok(sample), "{file}");
        }
    }
    check("to-desk", &samples::to_desk().into_iter().map(|one| (one.kind(), one)).collect::<Vec<_>>());
    check("to-party", &samples::to_party().into_iter().map(|one| (one.kind(), one)).collect::<Vec<_>>());
    check("desk-event", &samples::desk_events().into_iter().map(|one| (one.kind(), one)).collect::<Vec<_>>());
    check("party-event", &samples::party_events().into_iter().map(|one| (one.kind(), one)).collect::<Vec<_>>());
}

/// Every kind number that can be read has its sample.
#[test]
fn no_kind_is_left_out() {
    fn kinds<T: Written>(samples: &[T]) -> Vec<u8> {
        let number = |bytes: Vec<u8>| if bytes[2] == 0x18 { bytes[3] } else { bytes[2] };
        samples.iter().map(|one| number(one.encode())).collect()
    }
    assert_eq!(kinds::<ToDesk>(&samples::to_desk()), (1..=21).collect::<Vec<_>>());
    assert_eq!(kinds::<ToParty>(&samples::to_party()), (1..=51).collect::<Vec<_>>());
    assert_eq!(kinds::<desk::Event>(&samples::desk_events()), (1..=70).collect::<Vec<_>>());
    assert_eq!(kinds::<party::Event>(&samples::party_events()), (1..=10).collect::<Vec<_>>());
}

/// The description in CDDL has every kind under its name, with its number and as many fields as its vector has.
#[test]
fn the_description_names_every_kind() {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("letters.cddl");
    let description = fs::read_to_string(file).expect("the description is there");
    for (name, bytes) in samples::everything() {
        let (number, body) = if bytes[2] == 0x18 { (bytes[3], bytes[4]) } else { (bytes[2], bytes[3]) };
        let start = format!("{name} = [version, {number}, {{");
        let line = description.lines().find(|line| line.starts_with(&start)).unwrap_or_else(|| panic!("{start}"));
        let fields = line.matches(" => ").count() + line.matches("{kin,").count() - line.matches("{* ").count();
        assert_eq!(fields, usize::from(body - 0xA0), "{name}");
    }
}

#[test]
fn fields_of_a_later_version_are_skipped() {
    let letter = samples::to_desk().into_iter().find(|one| one.kind() == "recall").expect("there is one");
    let mut bytes = letter.encode();
    // The body is a map of two fields: it becomes one of three, with a field 9 that holds [1, "x"].
    assert_eq!(bytes[3], 0xA2);
    bytes[3] = 0xA3;
    bytes.extend([0x09, 0x82, 0x01, 0x61, b'x']);
    assert_eq!(ToDesk::decode(&bytes), Ok(letter));
}

#[test]
fn words_are_told_apart_from_the_record() {
    for letter in samples::to_party() {
        let reduced = letter.without_words();
        assert_eq!(reduced.kind(), letter.kind());
        if letter.item().is_some() {
            assert!(!format!("{reduced:?}").contains("SECRET"), "{}", letter.kind());
        }
    }
    for letter in samples::to_desk() {
        if letter.item().is_some() {
            assert!(!format!("{:?}", letter.without_words()).contains("SECRET"), "{}", letter.kind());
        }
    }
    for event in samples::desk_events() {
        if event.item().is_some() {
            assert!(!format!("{:?}", event.without_words()).contains("SECRET"), "{}", event.kind());
        }
    }
}

/// Writes the vectors of kinds that have none. A vector that is there is never changed: a new form is a new version.
#[test]
#[ignore = "writes files; run it by name when a kind is added"]
fn freeze() {
    fs::create_dir_all(folder()).expect("the folder can be made");
    for (name, bytes) in samples::everything().into_iter().chain(samples::later_forms()) {
        let file = folder().join(format!("{name}.cbor"));
        if !file.exists() {
            fs::write(file, bytes).expect("the file can be written");
        }
    }
}
