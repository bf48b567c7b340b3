//! Scenarios in the simulated world that show one promise each.

use channel::ActId;
use office::act::{Act, OfficeAct};
use office::faults::Point;
use rehearsal::cast::{Cast, House};
use rehearsal::play::{Played, play};
use rehearsal::report::Mode;
use rehearsal::scenario::{Office, Scenario};
use rehearsal::simulated::house::SimHouse;
use rehearsal::simulated::world::DESK;

const CAST: &str = r#"
title = "A promise"
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
"#;

/// Plays steps among west, east and the desk.
pub(crate) fn played(steps: &str, seed: u64) -> (Played, Cast<SimHouse>) {
    let scenario = Scenario::parse("promise.toml", &format!("{CAST}{steps}")).expect("a scenario");
    let house = SimHouse::new(seed, scenario.starts).expect("a world");
    let mut cast = Cast::new(scenario.clone(), house);
    let played = play(&scenario, Mode::Simulated, &mut cast, &mut |_| {});
    (played, cast)
}

fn holds(steps: &str) {
    for seed in 1..=3 {
        let (played, _) = played(steps, seed);
        assert!(played.report.passed, "seed {seed}: {:#?}", played.failures);
    }
}

fn step(by: &str, what: &str, rest: &str) -> String {
    format!("[[step]]\nby = \"{by}\"\ndo = \"{what}\"\n{rest}\n")
}

fn lodged(item: &str, text: &str) -> String {
    step("west", "lodge", &format!("item = \"{item}\"\nchannel = \"calm\"\ntext = \"{text}\"\nlapses = \"10d\""))
}

fn rendered(item: &str, words: &str) -> String {
    step("desk", "render", &format!("item = \"{item}\"\nwords = \"{words}\"\nlabel = \"paraphrase\""))
}

fn with_id(step: &str, id: &str) -> String {
    step.replacen("[[step]]\n", &format!("[[step]]\nid = \"{id}\"\n"), 1)
}

fn item(by: &str, what: &str, item: &str) -> String {
    step(by, what, &format!("item = \"{item}\""))
}

fn fault(what: &str, who: &str) -> String {
    step("fault", what, &format!("who = \"{who}\""))
}

const UNSEEN: &str = "[[expect]]\nwho = \"east\"\nnever = [\"authentic words\", \"other words\"]\noutstanding = []\n";

#[test]
fn the_same_seed_plays_the_same_to_the_byte() {
    let steps =
        [lodged("m1", "authentic words"), rendered("m1", "other words"), item("desk", "release", "m1")].concat();
    let one = |seed| {
        let (played, mut cast) = played(&steps, seed);
        let disk = cast.house.world.room("east").map(|room| room.disk.bytes());
        let letters = cast.house.world.office("east").map(|office| office.letters(0).expect("letters"));
        (serde_json::to_string(&played.report).expect("a report"), disk, letters)
    };
    assert_eq!(one(7), one(7));
    assert_ne!(one(7).1, one(8).1, "another seed seals otherwise");
}

#[test]
fn what_is_recalled_between_release_and_delivery_is_never_conveyed() {
    holds(
        &[
            lodged("m1", "authentic words"),
            rendered("m1", "other words"),
            fault("cut", "east"),
            item("desk", "release", "m1"),
            item("west", "recall", "m1"),
            fault("mend", "east"),
            UNSEEN.to_owned(),
            "[[expect]]\nwho = \"west\"\nsees = [\"recalled\"]\n".to_owned(),
        ]
        .concat(),
    );
}

#[test]
fn what_was_conveyed_cannot_be_recalled() {
    holds(
        &[
            lodged("m1", "authentic words"),
            rendered("m1", "other words"),
            item("desk", "release", "m1"),
            step("west", "recall", "item = \"m1\"\nexpect = \"refused: already conveyed\""),
            "[[expect]]\nwho = \"east\"\nsees = [\"other words\"]\noutstanding = [\"m1\"]\n".to_owned(),
        ]
        .concat(),
    );
}

#[test]
fn lapsed_is_silent() {
    // It lapses while its addressee is out of reach: what comes back into reach later is told nothing of it.
    holds(
        &[
            lodged("m1", "authentic words"),
            rendered("m1", "other words"),
            fault("cut", "east"),
            item("desk", "release", "m1"),
            step("clock", "pass", "span = \"11d\""),
            fault("mend", "east"),
            UNSEEN.to_owned(),
            "[[expect]]\nwho = \"desk\"\nsees = [\"lapsed-unread\"]\n".to_owned(),
        ]
        .concat(),
    );
}

#[test]
fn an_office_put_back_to_an_old_backup_is_sent_the_rest_and_shown_what_it_had_said() {
    for who in ["west", "east"] {
        holds(
            &[
                with_id(&lodged("m0", "the first"), "backup"),
                lodged("m1", "authentic words"),
                rendered("m1", "other words"),
                item("desk", "release", "m1"),
                step("east", "dispose", "item = \"m1\"\nas = \"noted\""),
                step("fault", "restore", &format!("who = \"{who}\"\nto = \"backup\"")),
                lodged("m2", "something new"),
                rendered("m2", "something new, they say"),
                item("desk", "release", "m2"),
                "[[expect]]\nwho = \"west\"\nsees = [\"authentic words\", \"other words\", \"something new\"]\noutstanding = []\n"
                    .to_owned(),
                "[[expect]]\nwho = \"east\"\nsees = [\"other words\", \"noted\", \"something new\"]\noutstanding = [\"m2\"]\n"
                    .to_owned(),
            ]
            .concat(),
        );
    }
}

#[test]
fn a_desk_put_back_to_an_old_backup_conveys_nothing_twice() {
    holds(
        &[
            with_id(&lodged("m1", "authentic words"), "backup"),
            rendered("m1", "other words"),
            item("desk", "release", "m1"),
            step("fault", "restore", "who = \"desk\"\nto = \"backup\""),
            // What the desk had conveyed since its backup, the addressee's office has shown it again.
            step("desk", "release", "item = \"m1\"\nexpect = \"refused\""),
            step("east", "dispose", "item = \"m1\"\nas = \"noted\""),
            "[[expect]]\nwho = \"east\"\nsees = [\"other words\", \"noted\"]\noutstanding = []\n".to_owned(),
            "[[expect]]\nwho = \"desk\"\nsees = [\"noted\"]\n".to_owned(),
        ]
        .concat(),
    );
}

#[test]
fn a_hub_put_back_to_an_old_backup_costs_no_message() {
    holds(
        &[
            with_id(&lodged("m1", "authentic words"), "backup"),
            rendered("m1", "other words"),
            item("desk", "release", "m1"),
            step("fault", "restore", "who = \"hub\"\nto = \"backup\""),
            lodged("m2", "more authentic words"),
            rendered("m2", "still others"),
            item("desk", "release", "m2"),
            "[[expect]]\nwho = \"east\"\nsees = [\"other words\", \"still others\"]\noutstanding = [\"m1\", \"m2\"]\n"
                .to_owned(),
        ]
        .concat(),
    );
}

#[test]
fn a_peer_away_longer_than_cells_live_is_told_everything_when_it_is_back() {
    holds(
        &[
            fault("cut", "east"),
            step("west", "lodge", "item = \"m1\"\nchannel = \"calm\"\ntext = \"authentic words\"\nlapses = \"400d\""),
            rendered("m1", "other words"),
            item("desk", "release", "m1"),
            step("clock", "pass", "span = \"130d\""),
            fault("mend", "east"),
            "[[expect]]\nwho = \"east\"\nsees = [\"other words\"]\noutstanding = [\"m1\"]\n".to_owned(),
        ]
        .concat(),
    );
}

#[test]
fn crashes_at_every_point_take_effect_exactly_once() {
    for point in ["commit", "send", "erase"] {
        for who in ["west", "desk", "east"] {
            let armed = step("fault", "crash", &format!("who = \"{who}\"\nduring = \"{point}\""));
            holds(
                &[
                    armed.clone(),
                    lodged("m1", "authentic words"),
                    rendered("m1", "other words"),
                    armed,
                    item("desk", "release", "m1"),
                    step("east", "dispose", "item = \"m1\"\nas = \"noted\""),
                    "[[expect]]\nwho = \"east\"\nsees = [\"other words\"]\noutstanding = []\n".to_owned(),
                    "[[expect]]\nwho = \"desk\"\nsees = [\"noted\"]\noutstanding = []\n".to_owned(),
                ]
                .concat(),
            );
        }
    }
}

#[test]
fn an_office_whose_desk_crashed_when_it_had_invited_is_waited_for() {
    let (_, mut cast) = played("", 1);
    let west = Office::Principal("west".to_owned());
    cast.house.world.arm_crash(DESK, Point::Send);
    let until = cast.house.world.clock_civil().0 + 1000;
    let invites = || Act::Office(OfficeAct::Invite { party: 1, envoy: None, until, replace: true });
    let made = cast.house.act(&Office::Desk, ActId([1; 16]), "desk", &invites).expect("a desk").expect("an invitation");
    assert!(cast.house.world.office(DESK).is_none(), "the desk has crashed");
    let text = |key: &str| made[key].as_str().expect("an invitation").to_owned();
    let seat = u32::try_from(made["seat"].as_u64().expect("a seat")).expect("a number");
    cast.house.join(&west, &text("invitation"), &text("code"), seat).expect("joined");
    cast.house.settle().expect("settled");
    assert_eq!(cast.house.world.line_at_desk("west"), Some(seat));
    assert!(
        cast.house.view(&west).expect("a view").is_some_and(|view| !view.channels.is_empty()),
        "it was told nothing"
    );
}

#[test]
fn what_waits_at_the_hub_is_cells_and_names_nobody() {
    let steps = [
        lodged("m1", "authentic words"),
        rendered("m1", "other words"),
        fault("cut", "east"),
        item("desk", "release", "m1"),
        "[[expect]]\nwho = \"hub\"\nnever = [\"Moscow\", \"President\", \"western side\", \"other words\"]\n"
            .to_owned(),
    ];
    let (played, mut cast) = played(&steps.concat(), 1);
    assert!(played.report.passed, "{:#?}", played.failures);
    let kept = cast.house.hub_keeps().expect("what the hub keeps");
    assert!(!kept.is_empty(), "nothing waits there, so that nothing was looked at");
    assert!(kept.iter().all(|drop| drop.len() == wire::CELL_BYTES + 32), "an address and a cell each");
}

#[test]
fn a_never_that_is_held_and_a_sight_that_is_not_there_are_told() {
    let steps = [
        lodged("m1", "authentic words"),
        rendered("m1", "other words"),
        item("desk", "release", "m1"),
        "[[expect]]\nwho = \"east\"\nnever = [\"other words\"]\n".to_owned(),
        "[[expect]]\nwho = \"east\"\nsees = [\"authentic words\"]\n".to_owned(),
        "[[expect]]\nwho = \"west\"\noutstanding = [\"m1\"]\n".to_owned(),
    ];
    let (played, _) = played(&steps.concat(), 1);
    let why: Vec<&str> = played.report.expectations.iter().filter_map(|one| one.why.as_deref()).collect();
    assert_eq!(
        why,
        [
            "east holds \"other words\"",
            "east does not see \"authentic words\"",
            "outstanding for west is nothing, not m1"
        ]
    );
}

#[test]
fn every_shipped_scenario_goes_as_it_says() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../scenarios");
    let mut files = 0;
    for file in std::fs::read_dir(folder).expect("the scenarios").filter_map(Result::ok) {
        let scenario = Scenario::load(&file.path()).expect("a scenario");
        let house = SimHouse::new(1, scenario.starts).expect("a world");
        let mut cast = Cast::new(scenario.clone(), house);
        let played = play(&scenario, Mode::Simulated, &mut cast, &mut |_| {});
        assert!(played.report.passed, "{}: {:#?}", file.path().display(), played.failures);
        files += 1;
    }
    assert!(files >= 8);
}
