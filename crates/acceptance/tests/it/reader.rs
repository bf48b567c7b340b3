//! Somebody at several terminals who types what a document says, as it stands there, and answers what the program asks: a
//! passphrase, or the words that go with an invitation. Nothing is put in the place of what is written but the hub's port.
//!
//! Who reads, types and speaks is slower than the lines are: before each command the lines are level.

use std::collections::BTreeMap;

use crate::program::{program, until};
use crate::rig::{Rig, is_level, level};
use crate::terminal::Terminal;

/// The port that the documents name; the hub takes any that is free.
const WRITTEN_PORT: &str = ":7443";
/// What an office or a hub says when it is open, and when it has been told to stop.
const OPENED: [&str; 2] = ["Open. Other terminals may use it now; Ctrl-C locks it.\n", "The hub listens at 127.0.0.1:"];
const STOPPED: [&str; 2] = ["Locked.\n", "The hub has stopped; nothing is lost.\n"];
/// What the program asks for, up to where it names somebody.
const ASKED: [&str; 6] = [
    "New passphrase: ",
    "New passphrase of ",
    "The same again: ",
    "Passphrase: ",
    "Passphrase of ",
    "The six words that you were told: ",
];

/// What a command showed, and its exit code; none where it stays open.
pub(crate) struct Typed {
    pub(crate) shown: String,
    pub(crate) code: Option<i32>,
}

/// A person, the terminals, and what the person has been told so far.
pub(crate) struct Reader {
    rig: Rig,
    terminals: BTreeMap<String, Terminal>,
    port: String,
    /// The words of each invitation, by its file.
    codes: BTreeMap<String, String>,
    /// By whose they are: an officer's, or a home's.
    passphrases: BTreeMap<String, String>,
    /// Which officer's passphrase a home is opened with.
    openers: BTreeMap<String, String>,
    /// The homes that are open, each by its terminal.
    open: BTreeMap<String, String>,
}

impl Reader {
    /// In an empty folder.
    pub(crate) fn new() -> Self {
        Self {
            rig: Rig::new(),
            terminals: BTreeMap::new(),
            port: ":0".to_owned(),
            codes: BTreeMap::new(),
            passphrases: BTreeMap::new(),
            openers: BTreeMap::new(),
            open: BTreeMap::new(),
        }
    }

    /// The folder, for what no document says.
    pub(crate) fn rig(&self) -> &Rig {
        &self.rig
    }

    /// One of the terminals.
    pub(crate) fn terminal(&mut self, name: &str) -> &mut Terminal {
        let folder = self.rig.folder();
        self.terminals.entry(name.to_owned()).or_insert_with(|| Terminal::new(folder, &program()))
    }

    /// Types a command and answers what is asked, to its end or until an office or a hub is open.
    pub(crate) fn types(&mut self, terminal: &str, command: &str) -> Typed {
        if command.starts_with("goodoffices ") {
            self.settled();
        }
        let opens = command.split(' ').nth(2) == Some("open");
        let keys = command.replace(WRITTEN_PORT, &self.port);
        if opens {
            self.terminal(terminal).types(&format!("{keys}\n"));
        } else {
            // What ends a command is on its own line of keys: typed after it, it would answer what the command asks.
            self.terminal(terminal).types(&format!("{keys}; echo \"=ended $?=\"\n"));
        }
        let mut shown = String::new();
        let mut chosen = None;
        loop {
            let ends: &[&str] = if opens { &OPENED } else { &["=ended "] };
            let texts: Vec<&str> = ASKED.iter().chain(ends).copied().collect();
            let (which, more) = self.terminal(terminal).shows_one(&texts);
            shown.push_str(&more);
            if which >= ASKED.len() {
                break;
            }
            let answer = self.answer(terminal, command, which, &mut shown, &mut chosen);
            self.terminal(terminal).types(&format!("{answer}\n"));
            shown.push('\n');
        }
        if opens {
            self.opened(terminal, command, &mut shown);
            return Typed { shown, code: None };
        }
        let (whole, code) = (shown.trim_end_matches("=ended ").to_owned(), self.terminal(terminal).shows("="));
        let code = code.trim_end_matches('=').parse().expect("an exit code");
        if code == 0 {
            self.learns(command, &whole, chosen);
        }
        Typed { shown: self.as_written(&whole), code: Some(code) }
    }

    /// Ctrl-C at a terminal in which an office or a hub is open.
    pub(crate) fn interrupts(&mut self, terminal: &str) -> Typed {
        self.settled();
        self.terminal(terminal).types("\u{3}");
        let (_, shown) = self.terminal(terminal).shows_one(&STOPPED);
        self.open.remove(terminal);
        self.terminal(terminal).ended("what Ctrl-C stops");
        Typed { shown, code: Some(0) }
    }

    /// Waits until nothing is on its way between the offices that are open.
    pub(crate) fn settled(&self) {
        let homes: Vec<&String> = self.open.values().filter(|home| *home != "hub").collect();
        if !homes.iter().any(|home| *home == "desk") {
            return;
        }
        let mut quiet = 0;
        until("the lines are level", || {
            // A letter that was just taken may have another one follow: level twice in a row is level.
            quiet = if self.all_level(&homes) { quiet + 1 } else { 0 };
            (quiet == 2).then_some(())
        });
    }

    /// Whether all lines between offices that are open are level; those to offices that are not are not looked at.
    fn all_level(&self, homes: &[&String]) -> bool {
        let (desks, parties): (Vec<&String>, Vec<&String>) = homes.iter().partition(|home| home.as_str() == "desk");
        let parties: Vec<_> = parties.into_iter().map(|home| self.rig.view(home)).collect();
        let met: Vec<_> = parties.iter().map(|view| view["lines"][0]["check_words"].clone()).collect();
        parties.iter().all(level)
            && desks.into_iter().map(|home| self.rig.view(home)).all(|desk| {
                let lines = desk["lines"].as_array().expect("lines");
                met.iter().all(|words| lines.iter().any(|line| line["check_words"] == *words && is_level(line)))
            })
    }

    /// What is answered to what is asked. Whoever is not named is the one who opens the home.
    fn answer(
        &mut self,
        terminal: &str,
        command: &str,
        which: usize,
        shown: &mut String,
        chosen: &mut Option<(String, String)>,
    ) -> String {
        let who = if ASKED[which].ends_with(" of ") {
            let rest = self.terminal(terminal).shows(": ");
            shown.push_str(&rest);
            rest.trim_end_matches(": ").to_owned()
        } else {
            let opener =
                after(command, "--officer-name").or_else(|| self.openers.get(home(command)).map(String::as_str));
            opener.unwrap_or_else(|| home(command)).to_owned()
        };
        match which {
            0 | 1 => {
                let passphrase = format!("passphrase {} of {who}", self.passphrases.len());
                chosen.insert((who, passphrase)).1.clone()
            }
            2 => chosen.as_ref().expect("a passphrase was given before").1.clone(),
            5 => self.codes[after(command, "--invitation").expect("an invitation")].clone(),
            _ => self.passphrases.get(&who).unwrap_or_else(|| panic!("{who} has no passphrase: {command}")).clone(),
        }
    }

    /// What a command that went well told the person.
    fn learns(&mut self, command: &str, shown: &str, chosen: Option<(String, String)>) {
        if let Some((who, passphrase)) = chosen {
            if let Some(officer) = after(command, "--officer-name") {
                self.openers.insert(home(command).to_owned(), officer.to_owned());
            }
            self.passphrases.insert(who, passphrase);
        }
        if command.contains(" desk invite ") {
            let code = shown.lines().find_map(|line| line.strip_prefix("  ")).expect("six words");
            assert_eq!(code.split(' ').count(), 6, "{shown}");
            self.codes.insert(after(command, "--out").expect("a file").to_owned(), code.to_owned());
        }
    }

    /// An office or a hub is open at that terminal.
    fn opened(&mut self, terminal: &str, command: &str, shown: &mut String) {
        if shown.ends_with(OPENED[1]) {
            let rest = self.terminal(terminal).shows("\n");
            self.port = format!(":{}", rest.trim_end_matches(['.', '\n']));
            shown.push_str(&rest);
            *shown = self.as_written(shown);
        }
        let has_pages = !command.contains(" hub ") && !command.contains("--no-pages");
        if has_pages {
            let line = self.terminal(terminal).shows("Its pages, for one browser and once: ");
            let address = self.terminal(terminal).shows("\n");
            shown.push_str(&format!("{line}{address}"));
        }
        let key = if command.ends_with('&') { home(command) } else { terminal };
        self.open.insert(key.to_owned(), home(command).to_owned());
    }

    fn as_written(&self, shown: &str) -> String {
        shown.replace(&self.port, WRITTEN_PORT)
    }
}

/// The home that a command names.
fn home(command: &str) -> &str {
    after(command, "--home").unwrap_or(".")
}

/// What a command has after one of its options.
fn after<'a>(command: &'a str, option: &str) -> Option<&'a str> {
    let mut words = command.split(' ');
    words.find(|word| *word == option)?;
    words.next()
}
