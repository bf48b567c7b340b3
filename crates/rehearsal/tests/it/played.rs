//! The engine: what it asks of a stage, and what it makes of the answers.

use std::collections::BTreeSet;

use rehearsal::play::{Played, Progress, play};
use rehearsal::report::{ItemSide, ItemState, ItemView, Mode, View, Went};
use rehearsal::scenario::Scenario;

use crate::scripted::Scripted;

const HEAD: &str = r#"
title = "Two sides"
starts = 2025-10-06T09:00:00Z
[desk]
name = "Moscow"
[[party]]
id = "west"
name = "The western side"
principal = "Prime Minister"
[[party]]
id = "east"
name = "The eastern side"
principal = "President"
[[channel]]
id = "calm"
parties = ["west", "east"]
[[step]]
id = "s1"
after = "1h"
by = "west"
do = "lodge"
item = "m1"
channel = "calm"
text = "A message."
lapses = "30d"
"#;

fn scenario(more: &str) -> Scenario {
    Scenario::parse("two.toml", &format!("{HEAD}{more}")).unwrap_or_else(|malformed| panic!("{malformed}"))
}

fn played(scenario: &Scenario, stage: &mut Scripted) -> (Played, Vec<String>) {
    let mut told = Vec::new();
    let played = play(scenario, Mode::Simulated, stage, &mut |progress: &Progress<'_>| told.push(progress.to_string()));
    (played, told)
}

fn east_sees(words: &str) -> Scripted {
    let item = ItemView {
        item: "m1".to_owned(),
        side: ItemSide::Received,
        from: Some("the other side".to_owned()),
        form: "non-paper".to_owned(),
        label: Some("verbatim".to_owned()),
        words: Some(words.to_owned()),
        status: vec!["no-commitment".to_owned()],
        state: ItemState::Conveyed,
        disposition: None,
        conveyed_on: Some("2025-10-06".to_owned()),
        as_of: None,
        lapses: Some("2025-11-05T10:00:00Z".to_owned()),
        conditions: Vec::new(),
        answers: None,
        fidelity_code: None,
    };
    let view = View {
        items: vec![item],
        outstanding: BTreeSet::from(["m1".to_owned()]),
        line: "working".to_owned(),
        beside: vec!["but not the sea".to_owned()],
        ..View::default()
    };
    let mut stage = Scripted::default();
    stage.views.insert("east".to_owned(), view);
    stage.clear_text.insert("east".to_owned(), vec!["a letter: A message.".to_owned()]);
    stage
}

#[test]
fn clock_acts_settling_and_backups_come_in_their_order() {
    let scenario = scenario(
        r#"
[[step]]
id = "s2"
by = "clock"
do = "pass"
span = "1d"
[[step]]
by = "desk"
do = "test-line"
party = "east"
expect = "refused: not yet"
[[step]]
by = "fault"
do = "restore"
who = "hub"
to = "s1"
"#,
    );
    let mut stage = Scripted::default();
    let (played, told) = played(&scenario, &mut stage);
    assert_eq!(
        stage.asked,
        [
            "clock 2025-10-06T09:00:00Z",
            "clock 2025-10-06T10:00:00Z",
            "settle",
            "perform lodge",
            "settle",
            "checkpoint s1 of hub",
            "clock 2025-10-07T10:00:00Z",
            "settle",
            "perform restore",
            "settle",
        ]
    );
    assert_eq!(played.failures, [""; 0]);
    assert_eq!(played.exit_code(), 0);
    assert_eq!(
        told,
        [
            "1/4  2025-10-06T10:00:00Z  west: lodge",
            "step 1 (s1): west lodge: done",
            "2/4  2025-10-06T10:00:00Z  clock: pass",
            "step 2 (s2): clock pass: done",
            "3/4  2025-10-07T10:00:00Z  desk: test-line",
            "step 3: desk test-line: refused, as expected: not yet: `test-line` comes with a later version",
            "4/4  2025-10-07T10:00:00Z  fault: restore",
            "step 4: fault restore: done",
        ]
    );
}

#[test]
fn a_step_that_goes_otherwise_fails_the_rehearsal_and_does_not_end_it() {
    let scenario = scenario(
        r#"
[[step]]
by = "west"
do = "recall"
item = "m1"
expect = "refused: conveyed"
[[step]]
by = "west"
do = "erase"
item = "m1"
expect = "refused"
[[step]]
by = "desk"
do = "release"
item = "m1"
"#,
    );
    let mut stage = Scripted::default();
    stage.refused.insert(2, "it was released");
    stage.refused_since.insert(4, "it was taken back");
    let (played, _) = played(&scenario, &mut stage);
    assert_eq!(
        played.failures,
        [
            "two.toml:27: step 2: west recall: was to be refused with \"conveyed\", and was refused: it was released",
            "two.toml:32: step 3: west erase: was to be refused, and was done",
            "two.toml:37: step 4: desk release: was refused: it was taken back",
        ]
    );
    assert_eq!(played.exit_code(), 1);
    let outcomes: Vec<Went> = played.report.steps.iter().map(|step| step.outcome).collect();
    assert_eq!(outcomes, [Went::Done, Went::Refused, Went::Done, Went::Refused]);
}

#[test]
fn expectations_look_at_views_clear_text_and_boards() {
    let scenario = scenario(
        r#"
[[expect]]
after = "s1"
who = "east"
sees = ["A message", "but not the sea", "m1"]
never = ["Prime Minister", "m1", "a message"]
outstanding = ["m1"]
[[expect]]
who = "east"
sees = ["a message."]
never = ["a letter: A", "but not"]
outstanding = []
[[expect]]
who = "west"
sees = ["A message."]
never = ["A message."]
outstanding = []
"#,
    );
    let (played, told) = played(&scenario, &mut east_sees("A message."));
    let judged: Vec<bool> = played.report.expectations.iter().map(|expectation| expectation.held).collect();
    assert_eq!(judged, [true, false, false]);
    assert_eq!(
        played.failures,
        [
            "two.toml:33: east does not see \"a message.\"; east holds \"a letter: A\"; east holds \"but not\"; \
             outstanding for east is m1, not nothing",
            "two.toml:38: west does not see \"A message.\"",
        ]
    );
    assert_eq!(told[2], "expectation 1: holds");
    assert_eq!(played.exit_code(), 1);
}

#[test]
fn what_the_hub_keeps_is_looked_at() {
    let scenario = scenario("[[expect]]\nwho = \"hub\"\nnever = [\"Moscow\", \"President\"]\n");
    let mut stage = Scripted { hub_keeps: vec!["noise", "noise and Moscow"], ..Scripted::default() };
    assert_eq!(played(&scenario, &mut stage).0.failures, ["two.toml:26: hub holds \"Moscow\""]);
    stage.hub_keeps.pop();
    assert!(played(&scenario, &mut stage).0.report.passed);
}

#[test]
fn a_stage_that_breaks_ends_the_rehearsal_and_leaves_a_report() {
    let scenario = scenario(
        "[[step]]\nby = \"desk\"\ndo = \"release\"\nitem = \"m1\"\n[[expect]]\nwho = \"east\"\nnever = [\"x\"]\n",
    );
    let mut stage = Scripted { breaks: Some(2), ..Scripted::default() };
    let (played, _) = played(&scenario, &mut stage);
    assert_eq!(played.failures, ["two.toml:26: step 2: desk release: the rehearsal broke: the desk's process is gone"]);
    assert_eq!((played.report.steps.len(), played.exit_code()), (1, 1));
    assert_eq!(played.report.expectations[0].why.as_deref(), Some("the rehearsal broke before it"));
}

#[test]
fn the_report_is_written_field_for_field_as_the_format_says() {
    let scenario = scenario("[[expect]]\nwho = \"east\"\nsees = [\"A message.\"]\n");
    let (played, _) = played(&scenario, &mut east_sees("A message."));
    let written = serde_json::to_string_pretty(&played.report).expect("a report");
    let expected = include_str!("../report.json");
    assert_eq!(written.trim(), expected.trim());
}
