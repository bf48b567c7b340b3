//! The command line itself: what it answers before any hub or office comes into it. Exchanges are `acceptance`'s.
#![allow(clippy::expect_used, clippy::panic, reason = "a test that fails says so by panicking")]

use std::process::{Command, Output};

fn run(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_goodoffices")).args(arguments).output().expect("it starts")
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// The commands that a help text lists.
fn listed(help: &str) -> Vec<String> {
    let after = help.lines().skip_while(|line| *line != "Commands:").skip(1);
    let commands =
        after.take_while(|line| !line.is_empty()).filter(|line| line.starts_with("  ") && !line.starts_with("   "));
    let names = commands.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help");
    names.map(str::to_owned).collect()
}

#[test]
fn every_command_has_a_help_of_its_own_that_says_what_it_is_for() {
    let mut seen = 0;
    let mut waiting = vec![Vec::new()];
    while let Some(command) = waiting.pop() {
        let mut arguments: Vec<&str> = command.iter().map(String::as_str).collect();
        arguments.push("--help");
        let help = run(&arguments);
        assert!(help.status.success(), "{arguments:?}: {}", said(&help));
        let help = said(&help);
        assert!(help.lines().next().is_some_and(|line| line.len() > 10), "{arguments:?} does not say what it is for");
        assert!(help.lines().all(|line| line.chars().count() <= 100), "{arguments:?} has lines that are too long");
        seen += 1;
        for name in listed(&help) {
            let mut command = command.clone();
            command.push(name);
            waiting.push(command);
        }
    }
    assert!(seen > 40, "only {seen} commands were found");
}

#[test]
fn no_word_of_the_help_says_that_anybody_agreed() {
    for command in ["", "desk", "party", "hub"] {
        let arguments: Vec<&str> = command.split_whitespace().chain(["--help"]).collect();
        let help = said(&run(&arguments)).to_lowercase();
        for word in ["agreed", "agreement", "accepted"] {
            assert!(!help.contains(word), "{command}: {word}");
        }
    }
}

#[test]
fn what_makes_no_sense_ends_with_2_and_nothing_at_all_shows_the_help() {
    for arguments in
        [&["nonsense"][..], &["desk", "nonsense"], &["party", "lodge"], &["party", "dispose", "one", "--as", "noted"]]
    {
        assert_eq!(run(arguments).status.code(), Some(2), "{arguments:?}");
    }
    let nothing = run(&[]);
    assert_eq!(nothing.status.code(), Some(2));
    assert!(said(&nothing).contains("Usage: goodoffices"));
}

#[test]
fn a_passphrase_is_never_an_argument() {
    for command in ["desk", "party", "status"] {
        let help = said(&run(&[command, "--help"]));
        assert!(help.contains("--passphrase-file") && help.contains("--passphrase-fd"), "{command}");
        assert!(!help.contains("--passphrase "), "{command}");
    }
}
