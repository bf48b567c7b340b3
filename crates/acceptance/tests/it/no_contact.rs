//! Non-interference on real processes: one side's whole view is the same whatever the other side is called, wrote,
//! confided, took back, and however often its office was killed.

use serde_json::Value;

use crate::homes::write_private;
use crate::rig::Rig;

/// What east's view comes to, with the other side called `name` and doing `more` beside what is conveyed.
fn east(name: &str, text: &str, more: &str) -> Value {
    let scenario = format!(
        r#"
title = "Non-interference"
starts = 2025-10-06T09:00:00Z
[desk]
name = "Moscow"
[[party]]
id = "east"
name = "The eastern side"
principal = "President"
[[party]]
id = "west"
name = "{name}"
principal = "{name}'s principal"
[[channel]]
id = "calm"
parties = ["east", "west"]
{more}
[[step]]
by = "west"
do = "lodge"
item = "m1"
channel = "calm"
text = "{text}"
lapses = 2025-11-06T00:00:00Z
[[step]]
by = "desk"
do = "render"
item = "m1"
words = "We were told that the exercises end this week."
label = "gist"
[[step]]
at = 2025-10-07T15:00:00Z
by = "desk"
do = "release"
item = "m1"
[[step]]
by = "east"
do = "dispose"
item = "m1"
as = "noted"
"#
    );
    let rig = Rig::new();
    write_private(&rig.path("no-contact.toml"), &scenario);
    rig.run("rehearse --report report.json no-contact.toml").well();
    let report = std::fs::read(rig.path("report.json")).expect("a report");
    let report: Value = serde_json::from_slice(&report).expect("JSON");
    report["views"]["east"].clone()
}

const MORE: &str = r#"
[[step]]
by = "west"
do = "lodge"
item = "x1"
channel = "calm"
text = "Something that is taken back."
lapses = "30d"
[[step]]
by = "west"
do = "recall"
item = "x1"
[[step]]
by = "west"
do = "confide"
item = "x2"
channel = "calm"
text = "For the desk alone."
[[step]]
by = "fault"
do = "crash"
who = "west"
[[step]]
at = 2025-10-06T20:00:00Z
by = "desk"
do = "ask"
item = "q1"
channel = "calm"
to = "west"
text = "What else?"
"#;

#[test]
fn no_contact_on_real_processes() {
    let plain = east("The western side", "Our exercises end on Friday.", "");
    assert_eq!(plain["items"][0]["words"], "We were told that the exercises end this week.");
    assert_eq!(plain, east("A country far away", "Something longer, and else altogether.", MORE));
}
