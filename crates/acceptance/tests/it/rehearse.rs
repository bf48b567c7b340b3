//! `rehearse`: its exit codes, its report, and what it leaves where it is told to.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::homes::write_private;
use crate::rig::Rig;

fn scenario(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios").join(name)
}

/// A copy of a scenario in the rig's folder, with one text put for another.
fn altered(rig: &Rig, name: &str, old: &str, new: &str) {
    let text = std::fs::read_to_string(scenario(name)).expect("the scenario");
    assert!(text.contains(old), "{name} has no {old}");
    write_private(&rig.path("altered.toml"), &text.replacen(old, new, 1));
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<_> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    keys.sort_unstable();
    keys
}

#[test]
fn scenarios_go_as_expected_in_earnest() {
    // All of them are played in the simulated world; those that a report is asked of below are played in earnest there.
    for name in ["envoys-and-officers.toml", "handed-back-1962.toml", "swiss-fax-2020.toml"] {
        let rig = Rig::new();
        let ran = rig.run(&format!("rehearse {}", scenario(name).display()));
        assert!(ran.out.ends_with("held; as expected\n"), "{name}: {ran:?}");
        ran.well();
    }
}

#[test]
fn a_report_has_the_written_shape() {
    for (name, steps, readouts) in [("first-message.toml", 4, 0), ("reported-2025.toml", 90, 3)] {
        let rig = Rig::new();
        let ran = rig.run(&format!("rehearse --report report.json {}", scenario(name).display()));
        assert!(ran.err.contains("expectation 1: holds"), "{ran:?}");
        assert!(ran.well().ends_with("as expected\n"));

        let report: Value =
            serde_json::from_slice(&std::fs::read(rig.path("report.json")).expect("a report")).expect("JSON");
        assert_eq!(keys(&report), ["expectations", "hub", "mode", "passed", "public", "scenario", "steps", "views"]);
        assert_eq!((&report["mode"], &report["passed"]), (&Value::from("real"), &Value::from(true)));
        assert!(report["steps"].as_array().expect("a list").len() >= steps);
        assert_eq!(keys(&report["steps"][0]), ["by", "do", "id", "n", "outcome", "reason"]);
        assert_eq!(keys(&report["expectations"][0]), ["held", "n", "why"]);
        assert_eq!(keys(&report["hub"]), ["cell_sizes", "deposited", "held"]);
        assert_eq!(report["hub"]["cell_sizes"], serde_json::json!([8192]));
        let public = report["public"].as_array().expect("a list");
        assert_eq!(public.len(), readouts);
        for published in public {
            assert_eq!(keys(published), ["readout", "signature", "text"]);
            let signature = published["signature"].as_str().expect("a signature");
            assert!(signature.starts_with("-----BEGIN SSH SIGNATURE-----"), "{signature}");
        }
        let east = &report["views"]["east"];
        let parts = ["items", "line", "offers", "outstanding", "proposals", "readouts", "warnings"];
        assert_eq!(keys(east), parts);
        let item = east["items"].as_array().expect("a list").iter().find(|item| item["item"] == "m1").expect("m1");
        let fields = [
            "answers",
            "as_of",
            "conditions",
            "conveyed_on",
            "disposition",
            "fidelity_code",
            "form",
            "from",
            "item",
            "label",
            "lapses",
            "side",
            "state",
            "status",
            "words",
        ];
        assert_eq!(keys(item), fields);
        assert_eq!((&item["side"], &item["label"]), (&Value::from("received"), &Value::from("paraphrase")));
        assert!(report["views"]["desk"].is_object());
    }
}

#[test]
fn an_expectation_that_does_not_hold_is_told_with_its_line_and_exits_1() {
    let rig = Rig::new();
    altered(&rig, "first-message.toml", "sees = [\"noted\"]", "sees = [\"words that nobody said\"]");
    let ran = rig.run("rehearse altered.toml");
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(ran.out.ends_with("6 of 7 expectations held; NOT as expected\n"), "{ran:?}");
    assert!(ran.err.contains("altered.toml:88: east does not see \"words that nobody said\""), "{ran:?}");
}

#[test]
fn a_step_that_goes_otherwise_is_told_with_its_line_and_exits_1() {
    let rig = Rig::new();
    altered(&rig, "first-message.toml", "label = \"paraphrase\"", "label = \"paraphrase\"\nexpect = \"refused\"");
    let ran = rig.run("rehearse altered.toml");
    assert_eq!(ran.code, Some(1), "{ran:?}");
    assert!(
        ran.err.contains("altered.toml:34: step 2 (rendered): desk render: was to be refused, and was done"),
        "{ran:?}"
    );
}

#[test]
fn a_malformed_file_is_told_with_its_line_exits_2_and_nothing_is_played() {
    let rig = Rig::new();
    altered(&rig, "first-message.toml", "do = \"release\"", "do = \"relase\"");
    let ran = rig.run("rehearse --keep kept altered.toml");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    assert!(ran.err.contains("altered.toml:47:") && ran.err.contains("relase"), "{ran:?}");
    assert!(!ran.err.contains("1/4") && !rig.path("kept").exists(), "{ran:?}");
}

#[test]
fn a_report_that_cannot_be_written_is_told_before_anything_is_played_and_exits_2() {
    let rig = Rig::new();
    let play =
        |report: &str| rig.run(&format!("rehearse --report {report} {}", scenario("first-message.toml").display()));
    let ran = play("nowhere/report.json");
    assert_eq!((ran.code, ran.out.as_str()), (Some(2), ""), "{ran:?}");
    assert!(ran.err.contains("nowhere/report.json") && !ran.err.contains("1/4"), "{ran:?}");
}

#[test]
fn what_is_kept_opens_with_the_passphrases_that_are_printed() {
    let rig = Rig::new();
    let out = rig.run(&format!("rehearse --keep kept {}", scenario("first-message.toml").display())).well();
    let passphrase = |who: &str| {
        let line = out.lines().find_map(|line| line.strip_prefix(&format!("  {who}: ")));
        line.unwrap_or_else(|| panic!("no passphrase of {who} in {out}")).to_owned()
    };
    assert!(rig.path("kept/hub").is_dir());
    for (kind, who, sees) in
        [("desk", "desk", "our exercises end on Friday"), ("party", "east", "by the end of the week")]
    {
        write_private(&rig.path("passphrase"), &passphrase(who));
        let shown = rig.run(&format!("{kind} inbox --home kept/{who} --passphrase-file passphrase --json")).well();
        assert!(shown.contains(sees), "{shown}");
    }
}
