//! Every file in `tests/malformed` is refused with exactly the text beside it; its name is the reason.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use rehearsal::scenario::Scenario;

fn cases() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/malformed")
}

fn names(extension: &str) -> BTreeSet<String> {
    let files = fs::read_dir(cases()).expect("the cases").map(|entry| entry.expect("an entry").path());
    let of_kind = files.filter(|path| path.extension().is_some_and(|found| found == extension));
    of_kind.map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned()).collect()
}

#[test]
fn each_malformed_file_is_refused_with_the_text_beside_it() {
    assert!(names("toml").len() > 80, "the cases are gone");
    assert_eq!(names("toml"), names("txt"), "every case has its text");
    let mut differ = Vec::new();
    for name in names("toml") {
        let file = format!("{name}.toml");
        let text = fs::read_to_string(cases().join(&file)).expect("a case");
        let told = match Scenario::parse(&file, &text) {
            Ok(_) => "was read without a fault".to_owned(),
            Err(malformed) => malformed.to_string(),
        };
        let expected = fs::read_to_string(cases().join(format!("{name}.txt"))).expect("its text");
        if told.trim_end() != expected.trim_end() {
            differ.push(format!("--- {name}\n expected: {expected}\n told:     {told}"));
        }
    }
    assert!(differ.is_empty(), "{}", differ.join("\n"));
}

#[test]
fn a_file_that_is_not_there_is_told_by_name() {
    let told = Scenario::load(&cases().join("no-such-file.toml")).expect_err("no such file").to_string();
    assert!(told.contains("no-such-file.toml: cannot be read: "), "{told}");
}

#[test]
fn what_an_office_would_refuse_is_no_fault_where_the_step_expects_it() {
    for name in ["party-not-in-channel", "addressee-not-in-channel", "addressee-is-author", "condition-out-of-range"] {
        let text = fs::read_to_string(cases().join(format!("{name}.toml"))).expect("a case");
        let steps_end = text.find("\n[[expect]]").expect("expectations");
        let (steps, expectations) = text.split_at(steps_end);
        let text = format!("{steps}expect = \"refused\"\n{expectations}");
        Scenario::parse(name, &text).unwrap_or_else(|malformed| panic!("{malformed}"));
    }
}

#[test]
fn a_name_whose_making_is_expected_to_be_refused_may_be_made_again() {
    let text = fs::read_to_string(cases().join("item-made-twice.toml")).expect("a case");
    let text = text.replacen("conditions = [\"one\"]", "expect = \"refused\"", 1);
    Scenario::parse("made-again", &text).unwrap_or_else(|malformed| panic!("{malformed}"));
}

#[test]
fn no_damage_to_a_file_makes_its_reader_panic_or_point_outside_of_it() {
    let whole = include_str!("../every-verb.toml");
    let lines: Vec<&str> = whole.lines().collect();
    let damages: [fn(&str) -> String; 6] = [
        |_| String::new(),
        |line| format!("{line}\n{line}"),
        |line| line.split_once(" = ").map_or(line.to_owned(), |(key, _)| format!("{key} = -1")),
        |line| line.split_once(" = ").map_or(line.to_owned(), |(key, _)| format!("{key} = \"/\"")),
        |line| line.split_once(" = ").map_or(line.to_owned(), |(key, _)| format!("{key} = [\"\", {{ a = 1 }}]")),
        |line| line.split_once(" = ").map_or(format!("{line} x"), |(_, value)| format!("\"\u{202e}/\" = {value}")),
    ];
    for damaged in 0..lines.len() {
        for damage in damages {
            let text: String = lines
                .iter()
                .enumerate()
                .map(|(n, line)| if n == damaged { damage(line) + "\n" } else { format!("{line}\n") })
                .collect();
            if let Err(malformed) = Scenario::parse("damaged.toml", &text) {
                assert!(!malformed.faults.is_empty());
                let last = text.lines().count().max(1);
                assert!(malformed.faults.iter().all(|fault| (1..=last).contains(&fault.line)), "{malformed}");
            }
        }
    }
}
