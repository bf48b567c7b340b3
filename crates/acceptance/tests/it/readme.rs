//! README's second part, run as it is written there: three terminals, every command as it stands, and nothing put in its
//! place but the folder and the port.

use std::collections::BTreeMap;
use std::path::Path;

use crate::homes::write_private;
use crate::program::{program, until};
use crate::rig::{Rig, level, words};
use crate::terminal::Terminal;

/// A command of README and the terminal that it stands under.
struct Typed {
    terminal: String,
    command: String,
}

/// The commands in README's `sh` blocks, in order.
fn commands() -> Vec<Typed> {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../README.md");
    let readme = std::fs::read_to_string(readme).expect("README.md");
    let mut commands = Vec::new();
    let (mut terminal, mut in_block) = (String::new(), false);
    for line in readme.lines() {
        match line.strip_prefix("**Terminal ") {
            Some(rest) if !in_block => terminal = rest.chars().take(1).collect(),
            _ if line == "```sh" => in_block = true,
            _ if line == "```" => in_block = false,
            _ if in_block => commands.push(Typed { terminal: terminal.clone(), command: line.to_owned() }),
            _ => {}
        }
    }
    commands
}

#[test]
fn readmes_second_part_works_as_it_is_written() {
    let commands = commands();
    assert!(commands.len() > 25, "README has only {} commands", commands.len());
    let rig = Rig::new();
    let mut terminals: BTreeMap<String, Terminal> = BTreeMap::new();
    let mut port = "7443".to_owned();
    let mut codes = Vec::new();
    let mut shown: BTreeMap<&str, String> = BTreeMap::new();
    let mut homes = Vec::new();
    for Typed { terminal, command } in &commands {
        let at = terminals.entry(terminal.clone()).or_insert_with(|| Terminal::new(rig.folder(), &program()));
        if command.starts_with("goodoffices hub open") {
            at.types(&format!("{}\n", command.replace(":7443", ":0")));
            at.shows("The hub listens at 127.0.0.1:");
            port = at.shows(".\n").trim_end_matches(['.', '\n']).to_owned();
        } else if command.contains("party join") {
            at.types(&format!("{command}\n"));
            at.shows("The six words that you were told: ");
            at.types(&format!("{}\n", codes.remove(0)));
            at.ended(command);
        } else if command.ends_with('&') {
            at.types(&format!("{command}\n"));
            at.shows("Open.");
            homes.push(home(command));
            at.ended(command);
        } else {
            // Who reads, types and speaks is slower than the lines are.
            settled(&rig, &homes);
            let out = at.run(&command.replace(":7443", &format!(":{port}")));
            if command.contains("desk invite") {
                let code = out.lines().find_map(|line| line.strip_prefix("  ")).expect("six words");
                assert_eq!(code.split(' ').count(), 6, "{out}");
                codes.push(code.to_owned());
            }
            shown.insert(command, out);
        }
    }
    settled(&rig, &homes);

    let check = |command: &str| {
        let line = shown[command].lines().find_map(|line| line.split_once("check words, to compare by voice: "));
        line.unwrap_or_else(|| panic!("no check words in {}", shown[command])).1.to_owned()
    };
    assert!(shown["goodoffices status --home desk"].contains(&check("goodoffices status --home west")));
    let east = &shown["goodoffices party show 1 --home east"];
    assert!(east.contains("over by the end of the week") && !east.contains("our exercises end on Friday"), "{east}");
    let west = &shown["goodoffices party show 1 --home west"];
    assert!(west.contains("over by the end of the week") && west.contains("our exercises end on Friday"), "{west}");
    let desk = rig.run("desk show 1 --home desk").well();
    assert!(desk.contains("The eastern side: without-recognition"), "{desk}");
    assert_eq!(words(&rig.view("east"), "received").len(), 1);

    // The vaults of everyday, with the slow passphrases: a wrong one, then locked and opened again.
    write_private(&rig.path("wrong"), "a long passphrase of the vest");
    let east = terminals.get_mut("3").expect("a third terminal");
    east.run("kill %2");
    east.shows("Locked.");
    let said = rig.run("status --home east --passphrase-file wrong").failed(2);
    assert!(said.contains("the passphrase is wrong"), "{said}");
    rig.run("party show 1 --home east --passphrase-file east.passphrase").well();
    terminals.get_mut("1").expect("a first terminal").types("\u{3}");
    terminals.get_mut("1").expect("a first terminal").shows("The hub has stopped; nothing is lost.");
}

fn home(command: &str) -> String {
    let (_, home) = command.split_once("--home ").expect("a home");
    home.split(' ').next().expect("a home").to_owned()
}

fn settled(rig: &Rig, homes: &[String]) {
    // The desk, the western side, the eastern side.
    if homes.len() == 3 {
        until("the lines are level", || homes.iter().all(|home| level(&rig.view(home))).then_some(()));
    }
}
