//! README's second part, run as it is written there: three terminals, every command as it stands, and nothing put in its
//! place but the folder and the port.

use std::collections::BTreeMap;
use std::path::Path;

use crate::homes::write_private;
use crate::reader::Reader;
use crate::rig::words;

/// A command of README and the terminal that it stands under.
struct Command {
    terminal: String,
    command: String,
}

/// The commands in README's `sh` blocks, in order.
fn commands() -> Vec<Command> {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = std::fs::read_to_string(readme).expect("README.md");
    let mut commands = Vec::new();
    let (mut terminal, mut in_block) = (String::new(), false);
    for line in readme.lines() {
        match line.strip_prefix("**Terminal ") {
            Some(rest) if !in_block => terminal = rest.chars().take(1).collect(),
            _ if line == "```sh" => in_block = true,
            _ if line == "```" => in_block = false,
            _ if in_block => commands.push(Command { terminal: terminal.clone(), command: line.to_owned() }),
            _ => {}
        }
    }
    commands
}

#[test]
fn readmes_second_part_works_as_it_is_written() {
    let commands = commands();
    assert!(commands.len() > 25, "README has only {} commands", commands.len());
    let mut reader = Reader::new();
    let mut shown: BTreeMap<&str, String> = BTreeMap::new();
    for Command { terminal, command } in &commands {
        let typed = reader.types(terminal, command);
        assert!(
            matches!(typed.code, None | Some(0)),
            "`{command}` ended with {:?} after:\n{}",
            typed.code,
            typed.shown
        );
        shown.insert(command, typed.shown);
    }
    reader.settled();

    let check = |command: &str| {
        let line = shown[command].lines().find_map(|line| line.split_once("check words, to compare by voice: "));
        line.unwrap_or_else(|| panic!("no check words in {}", shown[command])).1.to_owned()
    };
    assert!(shown["goodoffices status --home desk"].contains(&check("goodoffices status --home west")));
    let east = &shown["goodoffices party show 1 --home east"];
    assert!(east.contains("over by the end of the week") && !east.contains("our exercises end on Friday"), "{east}");
    let west = &shown["goodoffices party show 1 --home west"];
    assert!(west.contains("over by the end of the week") && west.contains("our exercises end on Friday"), "{west}");
    let desk = reader.rig().run("desk show 1 --home desk").well();
    assert!(desk.contains("The eastern side: without-recognition"), "{desk}");
    assert_eq!(words(&reader.rig().view("east"), "received").len(), 1);

    // The vaults of everyday, with the slow passphrases: a wrong one, then locked and opened again.
    write_private(&reader.rig().path("wrong"), "a long passphrase of the vest");
    let east = reader.terminal("3");
    east.types("kill %2\n");
    east.shows("Locked.");
    let said = reader.rig().run("status --home east --passphrase-file wrong").failed(2);
    assert!(said.contains("the passphrase is wrong"), "{said}");
    reader.rig().run("party show 1 --home east --passphrase-file east.passphrase").well();
    reader.terminal("1").types("\u{3}");
    reader.terminal("1").shows("The hub has stopped; nothing is lost.");
}
