//! An exchange by hand, command by command, on three offices and a hub; with and without a process that stays open.

use serde_json::Value;

use crate::homes;
use crate::rig::{Rig, words};

const ASKED: &str = "Please let them know that our exercises end on Friday and that nothing else is behind them.";
const RENDERED: &str = "We were asked to say that the exercises are over by the end of the week.";

#[test]
fn a_message_goes_from_one_side_to_the_other_and_both_lines_have_equal_check_words() {
    let rig = Rig::new();
    let _hub = rig.with_homes();
    let all = ["desk", "west", "east"];
    let open = all.map(|name| rig.open_office(name));
    rig.settled(&all);

    let views = all.map(|name| rig.view(name));
    for (line, end) in [(0, &views[1]), (1, &views[2])] {
        let at_the_desk = views[0]["lines"][line]["check_words"].as_str().expect("check words");
        assert_eq!(at_the_desk.split(' ').count(), 6);
        assert_eq!(end["lines"][0]["check_words"], at_the_desk, "both ends show the same words");
    }
    assert_ne!(views[0]["lines"][0]["check_words"], views[0]["lines"][1]["check_words"]);

    rig.run_with("party lodge --home west --lapses 30d --handling paraphrase", ASKED).well();
    rig.settled(&all);
    assert_eq!(words(&rig.view("desk"), "lodged"), [ASKED]);
    rig.run_with("desk render 1 --home desk --label paraphrase", RENDERED).well();
    assert!(words(&rig.view("east"), "received").is_empty(), "nothing is there before its release");
    rig.run("desk release 1 --home desk").well();
    rig.settled(&all);

    let inbox = rig.run("party inbox --home east").well();
    assert!(
        inbox.contains("received") && inbox.contains("the other side") && inbox.contains("item 1 waits for"),
        "{inbox}"
    );
    let item: Value = serde_json::from_str(&rig.run("party show 1 --home east --json").well()).expect("JSON");
    assert_eq!(
        (&item["words"], &item["label"], &item["state"]),
        (&RENDERED.into(), &"paraphrase".into(), &"conveyed".into())
    );
    assert_eq!(item["status"].as_array().expect("a status block").len(), 5);
    let shown = rig.run("party show 1 --home west").well();
    assert!(shown.contains(ASKED) && shown.contains(RENDERED), "its author sees both: {shown}");

    rig.run("party dispose 1 --home east --as without-recognition").well();
    rig.settled(&all);
    assert_eq!(rig.view("desk")["items"][0]["dispositions"][0]["disposition"], "without-recognition");
    assert!(!rig.view("west").to_string().contains("without-recognition"), "the desk alone is told");
    let refused = rig.run("party dispose 1 --home west --as noted").failed(1);
    assert!(refused.contains("nothing of that name was conveyed here"), "{refused}");

    let [desk, west, east] = open;
    for office in [west, east, desk] {
        assert_eq!(office.stop(), "Locked.");
    }
}

#[test]
fn commands_work_without_a_process_that_stays_open() {
    let rig = Rig::new();
    let _hub = rig.with_homes();
    let with = |name: &str| format!("--home {name} --passphrase-file {name}.passphrase");
    // Each command opens the vault, says and hears what there is, and locks it again.
    let desk = rig.open_office("desk");
    rig.run(&format!("status {}", with("west"))).well();
    rig.run(&format!("status {}", with("east"))).well();
    rig.run_with(&format!("party lodge {} --lapses 30d", with("west")), ASKED).well();
    rig.run("desk render 1 --home desk --label verbatim --as-written").well();
    rig.run("desk release 1 --home desk").well();
    let inbox = rig.run(&format!("party inbox {}", with("east"))).well();
    assert!(inbox.contains("our exercises end on Friday"), "{inbox}");
    rig.run(&format!("party dispose 1 {} --as noted", with("east"))).well();
    assert_eq!(desk.stop(), "Locked.");

    // With nobody at the other end, what there is to see is seen, and what is said is kept.
    let shown = rig.run(&format!("desk show 1 {}", with("desk"))).well();
    assert!(shown.contains("The eastern side: noted"), "{shown}");
    let lodged = rig.run_with(&format!("party lodge {} --lapses 30d", with("west")), "And one thing more.").well();
    assert!(lodged.contains("It is kept, and leaves when hub and peer can be reached"), "{lodged}");
}

#[test]
fn a_home_is_for_one_process_and_other_terminals_go_through_it() {
    let rig = Rig::new();
    let _hub = rig.with_homes();
    let desk = rig.open_office("desk");
    let again = rig.run("desk open --home desk --passphrase-file desk.passphrase").failed(1);
    assert!(again.contains("another process"), "{again}");
    // No passphrase is asked for: who may open the socket is whoever may read the home.
    rig.run("status --home desk").well();
    drop(desk);
    // What a killed process left behind stands in nobody's way.
    assert!(rig.path("desk/control.sock").exists());
    rig.run("status --home desk --passphrase-file desk.passphrase").well();
    let desk = rig.open_office("desk");
    rig.run("status --home desk").well();
    assert_eq!(desk.stop(), "Locked.");
    assert!(!rig.path("desk/control.sock").exists());
}

#[test]
fn a_command_for_the_other_kind_of_office_says_so() {
    let rig = Rig::new();
    let _hub = rig.with_homes();
    let said = rig.run("party open --home desk --passphrase-file desk.passphrase").failed(2);
    assert_eq!(said, "this home is not a party's: open it with `desk open`");
    let said = rig.run("desk release 1 --home west --passphrase-file west.passphrase").failed(2);
    assert!(said.contains("this home holds a party's office"), "{said}");
    let said = rig.run("status --home nowhere").failed(2);
    assert!(said.contains("there is no vault in this home"), "{said}");
    homes::write_private(&rig.path("empty"), "");
    let said = rig.run("desk init --home new --name Bern --hub-card empty --passphrase-file empty").failed(2);
    assert!(said.contains("this is not a hub's card"), "{said}");
    assert!(!rig.path("new").exists());
}

#[test]
fn what_is_shown_of_a_hub_is_shown_as_json_too() {
    let rig = Rig::new();
    let json = |arguments: &str| -> Value { serde_json::from_str(&rig.run(arguments).well()).expect("JSON") };
    let made = json("hub init --home hub --json");
    let card = json("hub card --home hub --place hub.example.org:7443 --json");
    assert_eq!((&made["home"], &card["place"]), (&"hub".into(), &"hub.example.org:7443".into()));
    let known = homes::hub_place(rig.folder(), "hub.example.org:7443");
    let pin: String = known.pin.iter().map(|byte| format!("{byte:02x}")).collect();
    assert_eq!((&made["pin"], &card["pin"]), (&pin.as_str().into(), &pin.as_str().into()));

    // The same card as without it; what admits deposits is in that and nowhere beside it.
    let text = card["card"].as_str().expect("a card");
    assert_eq!(rig.run("hub card --home hub --place hub.example.org:7443").well(), text);
    let pass: String = known.pass.iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(!made.to_string().contains(&pass) && !card.to_string().contains(&pass));
    homes::write_private(&rig.path("hub.card"), text);
    homes::write_private(&rig.path("words"), "a passphrase of the desk");
    rig.run("desk init --home desk --name Bern --hub-card hub.card --passphrase-file words").well();
}
