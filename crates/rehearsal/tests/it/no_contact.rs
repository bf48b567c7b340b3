//! Non-interference: what a party's office shows, and every letter on its line, is the same whatever the other side's
//! name, principal, crashes, network, hour, officers' waiting and unconveyed messages are.

use rehearsal::cast::Cast;
use rehearsal::play::play;
use rehearsal::report::Mode;
use rehearsal::scenario::{Office, Scenario};
use rehearsal::simulated::house::SimHouse;

/// What may be otherwise at the other side, and must make no difference.
#[derive(Clone)]
struct Other {
    name: &'static str,
    principal: &'static str,
    text: &'static str,
    /// Steps of the other side's that end in nothing conveyed.
    before: &'static str,
    between: &'static str,
    hour: &'static str,
    /// Of the other side's own randomness, and so of all its keys.
    seed: u64,
}

const PLAIN: Other = Other {
    name: "The western side",
    principal: "Prime Minister",
    text: "Our exercises end on Friday.",
    before: "",
    between: "",
    hour: "10",
    seed: 1,
};

/// What east holds at the end: its view without the line's check words, and its line's letters in both directions.
fn east(other: &Other) -> (String, office::LetterHashes, office::LetterHashes, Vec<String>) {
    let Other { name, principal, text, before, between, hour, seed } = other;
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
principal = "{principal}"
[[channel]]
id = "calm"
parties = ["east", "west"]
{before}
[[step]]
at = 2025-10-06T{hour}:00:00Z
by = "west"
do = "lodge"
item = "m1"
channel = "calm"
text = "{text}"
lapses = 2025-11-06T00:00:00Z
{between}
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
at = 2025-10-08T15:00:00Z
by = "east"
do = "dispose"
item = "m1"
as = "without-recognition"
[[step]]
by = "east"
do = "lodge"
item = "m2"
channel = "calm"
text = "Noted, and nothing more."
answers = "m1"
lapses = "30d"
"#
    );
    let scenario = Scenario::parse("no-contact.toml", &scenario).expect("a scenario");
    let mut house = SimHouse::new(1, scenario.starts).expect("a world");
    house.world.reseeded.insert("west".to_owned(), *seed);
    let mut cast = Cast::new(scenario.clone(), house);
    let played = play(&scenario, Mode::Simulated, &mut cast, &mut |_| {});
    assert!(played.report.passed, "{:#?}", played.failures);
    let who = Office::Principal("east".to_owned());
    let office = cast.house.world.office(&who.to_string()).expect("an office");
    let view = serde_json::to_string_pretty(&office.view()).expect("a view");
    let (said, heard) = office.letters(office::office::TO_DESK).expect("letters");
    let holds = office.holds().expect("what it holds");
    (view, said, heard, holds)
}

const RETURNED: &str = r#"
[[step]]
by = "west"
do = "lodge"
item = "x1"
channel = "calm"
text = "A first attempt that the desk hands back."
lapses = "30d"
[[step]]
by = "desk"
do = "return"
item = "x1"
reason = "It names a date."
[[step]]
by = "west"
do = "confide"
item = "x2"
channel = "calm"
text = "For the desk alone: we would take less."
[[step]]
by = "desk"
do = "ask"
item = "q1"
channel = "calm"
to = "west"
text = "How much less?"
"#;

const RECALLED: &str = r#"
[[step]]
by = "west"
do = "lodge"
item = "x3"
channel = "calm"
text = "Something that is taken back in time."
lapses = "30d"
[[step]]
by = "desk"
do = "render"
item = "x3"
words = "Something."
label = "gist"
[[step]]
by = "west"
do = "recall"
item = "x3"
[[step]]
by = "fault"
do = "crash"
who = "west"
[[step]]
by = "fault"
do = "cut"
who = "west"
[[step]]
by = "fault"
do = "mend"
who = "west"
[[step]]
by = "west"
do = "appoint"
envoy = "advisor"
title = "Advisor"
channels = ["calm"]
"#;

#[test]
fn no_contact() {
    let plain = east(&PLAIN);
    let others = [
        Other { name: "A country far away, with another and much longer name", ..PLAIN },
        Other { principal: "King", ..PLAIN },
        Other { text: "Something else altogether, and much, much longer than what was said before.", ..PLAIN },
        Other { before: RETURNED, ..PLAIN },
        Other { between: RETURNED, ..PLAIN },
        Other { between: RECALLED, ..PLAIN },
        Other { hour: "21", ..PLAIN },
        Other { seed: 99, ..PLAIN },
        Other { name: "X", principal: "Y", text: "Z", before: RETURNED, between: RECALLED, hour: "23", ..PLAIN },
    ];
    for (number, other) in (1..).zip(&others) {
        let varied = east(other);
        assert_eq!(plain.0, varied.0, "the view differs with variation {number}");
        assert_eq!(plain.1, varied.1, "what it said differs with variation {number}");
        assert_eq!(plain.2, varied.2, "what it heard differs with variation {number}");
        assert_eq!(plain.3, varied.3, "what it holds differs with variation {number}");
    }
}

#[test]
fn conveyed_words_do_make_a_difference_so_the_comparison_can_fail() {
    let plain = east(&PLAIN);
    let conveyed = Other {
        between: r#"
[[step]]
by = "desk"
do = "outreach"
item = "u1"
channel = "calm"
text = "The desk says hello."
lapses = 2025-11-06T00:00:00Z
"#,
        ..PLAIN
    };
    assert_ne!(plain.0, east(&conveyed).0);
    assert_ne!(plain.2, east(&conveyed).2);
}
