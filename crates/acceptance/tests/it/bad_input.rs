//! What goes wrong in people's hands: each is said in one sentence, and nothing is changed or lost by it.

use std::io::{Read, Write};
use std::os::unix::net::UnixStream;

use crate::homes::{self, hub_place, write_private};
use crate::program::until;
use crate::rig::{Rig, words};
use crate::{disks, program};

const WEST: &str = "--home west --passphrase-file west.passphrase";

#[test]
fn a_wrong_passphrase_opens_nothing_and_changes_nothing() {
    let rig = Rig::new();
    let _hub = rig.with_homes();
    write_private(&rig.path("wrong"), "eight quiet herons at west");
    rig.secret("eight quiet herons");
    let before = rig.files("west");
    let mut said = Vec::new();
    for command in ["party open", "party inbox", "status"] {
        said.push(rig.run(&format!("{command} --home west --passphrase-file wrong")).failed(2));
    }
    assert!(said[0].contains("the passphrase is wrong"), "{said:?}");
    assert!(said.iter().all(|one| *one == said[0]), "the same is said of the same: {said:?}");
    assert_eq!(rig.files("west"), before);
    rig.run(&format!("status {WEST}")).well();
}

#[test]
fn a_wrong_code_and_a_damaged_invitation_are_told_alike_and_leave_no_home() {
    let rig = Rig::new();
    let (_hub, place) = rig.open_hub();
    let [west, _] = homes::desk(rig.folder(), hub_place(rig.folder(), &place));
    rig.invited(&west);
    write_private(&rig.path("new"), "a passphrase for a new home");
    let words: Vec<&str> = west.code.split(' ').collect();
    let turned: Vec<&str> = words.iter().rev().copied().collect();
    write_private(&rig.path("wrong"), &turned.join(" "));
    let line = west.invitation.lines().nth(3).expect("a line");
    let changed = line.replacen(&line[..1], if line.starts_with('A') { "B" } else { "A" }, 1);
    write_private(&rig.path("damaged"), &west.invitation.replacen(line, &changed, 1));
    write_private(&rig.path("short"), &west.invitation.replacen(line, "", 1));
    write_private(&rig.path("none"), "Dear all, please find the invitation attached.");
    let mut bytes = west.invitation.clone().into_bytes();
    bytes[100] = 0xff;
    std::fs::write(rig.path("no-text"), bytes).expect("written");
    write_private(&rig.path("five"), &words[..5].join(" "));
    write_private(&rig.path("unknown"), &format!("{} goodoffices", words[..5].join(" ")));

    let mut said = Vec::new();
    for (invitation, code) in [
        ("invitation", "wrong"),
        ("damaged", "words"),
        ("short", "words"),
        ("none", "words"),
        ("no-text", "words"),
        ("invitation", "none"),
        ("invitation", "five"),
        ("invitation", "unknown"),
    ] {
        let join =
            format!("party join --home joined --invitation {invitation} --code-file {code} --passphrase-file new");
        said.push(rig.run(&join).failed(2));
        assert!(!rig.path("joined").exists(), "{invitation} and {code} left a home behind");
    }
    assert!(said[0].contains("check both with the desk"), "{said:?}");
    assert!(said.iter().all(|one| *one == said[0]), "{said:?}");

    // The words open it however they were typed, and only now is there a home; a folder of somebody's is left alone.
    write_private(&rig.path("typed"), &format!("  {}  ", words.join(" - ").to_uppercase()));
    rig.run("party join --home joined --invitation invitation --code-file typed --passphrase-file new").well();
    let again =
        rig.run("party join --home joined --invitation invitation --code-file typed --passphrase-file new").failed(2);
    assert!(again.contains("holds a vault already"), "{again}");
    rig.run("status --home joined --passphrase-file new").well();
}

#[test]
fn an_expired_invitation_says_so_and_leaves_no_home() {
    let rig = Rig::new();
    let (_hub, place) = rig.open_hub();
    let [west, _] = homes::desk_of_long_ago(rig.folder(), hub_place(rig.folder(), &place));
    rig.invited(&west);
    write_private(&rig.path("new"), "a passphrase for a new home");
    let said =
        rig.run("party join --home joined --invitation invitation --code-file words --passphrase-file new").failed(2);
    assert!(said.contains("this invitation has expired: ask the desk for a new one"), "{said}");
    assert!(!rig.path("joined").exists());
}

#[test]
fn an_invitation_is_honoured_once() {
    let rig = Rig::new();
    let (_hub, place) = rig.open_hub();
    let [west, _] = homes::desk(rig.folder(), hub_place(rig.folder(), &place));
    homes::join(rig.folder(), "west", &west);
    homes::join(rig.folder(), "thief", &west);
    let _desk = rig.open_office("desk");
    let _west = rig.open_office("west");
    rig.settled(&["west"]);

    let _thief = rig.open_office("thief");
    let aside = |view: &serde_json::Value| view["lines"][0]["set_aside"].as_u64().expect("a count");
    until("the desk sets the second office's words aside", || (aside(&rig.view("desk")) > 0).then_some(()));
    let told = rig.run("status --home desk").well();
    assert!(told.contains("somebody else may hold the enrolment (") && told.contains("most recently at 20"), "{told}");
    let shown = rig.view("thief");
    assert_eq!(shown["office"]["name"], "", "nobody welcomed it");
    assert!(shown["lines"][0]["check_words"].is_null() && shown["channels"].as_array().is_some_and(Vec::is_empty));

    // The first one's line goes on.
    rig.run_with("party lodge --home west --lapses 30d", "We ask that the crossing be opened.").well();
    rig.settled(&["west"]);
    assert_eq!(words(&rig.view("desk"), "lodged"), ["We ask that the crossing be opened."]);
    assert_ne!(rig.view("thief")["lines"][0]["state"], "working");
}

#[test]
fn a_home_that_cannot_be_written_is_told_and_nothing_is_lost() {
    let rig = Rig::new();
    let _hub = rig.with_homes();
    let before = rig.files("west");
    let ran = disks::read_only(&rig, "west", &format!("\"$0\" status {WEST}"));
    let said = ran.failed(1);
    assert!(said.contains("the home is read-only"), "{said}");
    assert_eq!(rig.files("west"), before);
    rig.run(&format!("status {WEST}")).well();
}

#[test]
fn a_full_disk_is_told_and_nothing_is_lost() {
    let rig = Rig::new();
    let _hub = rig.with_homes();
    let desk = rig.open_office("desk");
    rig.run(&format!("status {WEST}")).well();
    let kept = "We ask that the crossing be opened before the feast.";
    rig.run_with(&format!("party lodge {WEST} --lapses 30d"), kept).well();
    write_private(&rig.path("long"), &"We ask for very much. ".repeat(9_000));
    let ran = disks::full(&rig, "west", &format!("\"$0\" party lodge {WEST} --lapses 30d --text-file long"));
    let said = ran.failed(1);
    assert!(said.contains("disk"), "{said}");

    // What was there is there, the long one is not, and with room again it can be said.
    assert_eq!(words(&shown(&rig), "authored"), [kept]);
    rig.run(&format!("party lodge {WEST} --lapses 30d --text-file long")).well();
    assert_eq!(words(&shown(&rig), "authored").len(), 2);
    drop(desk);
}

fn shown(rig: &Rig) -> serde_json::Value {
    serde_json::from_str(&rig.run(&format!("party inbox {WEST} --json")).well()).expect("JSON")
}

#[test]
fn garbage_on_the_control_socket_is_refused_and_the_office_goes_on() {
    let rig = Rig::new();
    let _hub = rig.with_homes();
    let _west = rig.open_office("west");
    let connect = || {
        let stream = UnixStream::connect(rig.path("west/control.sock")).expect("it listens");
        stream.set_read_timeout(Some(program::PATIENCE)).expect("set");
        stream
    };
    let nested = "[".repeat(100_000);
    let lines = [
        "hello",
        "{}",
        "null",
        "\"View\"",
        "{\"act\":{}}",
        "{\"act\":{\"id\":\"00\",\"officer\":\"\",\"act\":{}}}",
        "{\"set-clock\":-1}",
        "{\"set-clock\":1e99}",
        "\u{0}\u{1}\u{2}",
        nested.as_str(),
    ];
    for line in lines {
        let mut stream = connect();
        stream.write_all(line.as_bytes()).expect("it reads");
        stream.write_all(b"\n").expect("it reads");
        let mut answer = [0; 4096];
        let read = stream.read(&mut answer).expect("it answers");
        let answer = String::from_utf8_lossy(&answer[..read]);
        assert!(answer.is_empty() || answer.starts_with('{'), "{answer}");
    }
    // Bytes that are no text, a line that never ends, and callers who hang up or say nothing at all.
    connect().write_all(&[0xff; 1024]).expect("it reads");
    connect().write_all(&[b'x'; 1 << 20]).expect("it reads");
    let _silent: Vec<UnixStream> = (0..50).map(|_| connect()).collect();
    assert!(rig.run("status --home west").well().contains("line 0"));
}
