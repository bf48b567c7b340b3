//! A folder with homes in it, the program on them, and a record of all that was said where it should not tell much.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Arc, Mutex};

use serde_json::Value;
use tempfile::TempDir;

use crate::homes::{self, Invited};
use crate::program::{Open, Ran, program, run, until};

/// Commands whose standard output is there to show texts, codes or places to who asked for them.
const SHOWING: [&str; 5] = ["inbox", "show", "status", "invite", "card"];

/// A folder, and the program in it.
pub(crate) struct Rig {
    folder: TempDir,
    program: PathBuf,
    said: Arc<Mutex<String>>,
    secrets: RefCell<Vec<String>>,
}

impl Rig {
    /// An empty folder.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { folder, program: program(), said: Arc::default(), secrets: RefCell::default() }
    }

    /// The folder.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A path in it.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    /// The program with these arguments (in one text, parted by spaces), to its end.
    pub(crate) fn run(&self, arguments: &str) -> Ran {
        self.run_with(arguments, "")
    }

    /// The same, with this on its standard input, which nothing may repeat.
    pub(crate) fn run_with(&self, arguments: &str, input: &str) -> Ran {
        if !input.is_empty() {
            self.secret(input);
        }
        let mut command = Command::new(&self.program);
        command.args(arguments.split(' ')).current_dir(self.folder());
        self.taken_down(command, arguments, input)
    }

    /// A line of shell in which `$0` is the program, to its end.
    pub(crate) fn shell(&self, script: &str) -> Ran {
        let mut command = Command::new("sh");
        command.args(["-c", script]).arg(&self.program).current_dir(self.folder());
        self.taken_down(command, script, "")
    }

    fn taken_down(&self, command: Command, arguments: &str, input: &str) -> Ran {
        let ran = run(command, input);
        let mut said = self.said.lock().expect("whole");
        said.push_str(&ran.err);
        if !arguments.split(' ').any(|word| SHOWING.contains(&word)) {
            said.push_str(&ran.out);
        }
        drop(said);
        ran
    }

    /// The program with these arguments, kept open.
    pub(crate) fn open(&self, arguments: &str) -> Open {
        Open::start(&self.program, self.folder(), &arguments.split(' ').collect::<Vec<_>>(), &self.said)
    }

    /// Opens an office that [`homes`] made.
    pub(crate) fn open_office(&self, name: &str) -> Open {
        let kind = if name.contains("desk") { "desk" } else { "party" };
        let open = self.open(&format!("{kind} open --home {name} --passphrase-file {name}.passphrase"));
        assert!(open.first.starts_with("Open."), "{}", open.first);
        open
    }

    /// Makes and opens a hub; its place.
    pub(crate) fn open_hub(&self) -> (Open, String) {
        self.run("hub init --home hub").well();
        // What the hub says to its operator names the place, and is not an office's.
        let said = Arc::default();
        let arguments = ["hub", "open", "--home", "hub", "--listen", "127.0.0.1:0"];
        let open = Open::start(&self.program, self.folder(), &arguments, &said);
        let place = place(&open);
        self.secret(&place);
        (open, place)
    }

    /// A hub at work, and the homes of a desk and two parties who have joined it; nobody is open yet.
    pub(crate) fn with_homes(&self) -> Open {
        let (hub, place) = self.open_hub();
        let invited = homes::desk(self.folder(), homes::hub_place(self.folder(), &place));
        for (name, invited) in ["west", "east"].into_iter().zip(&invited) {
            homes::join(self.folder(), name, invited);
            self.invited(invited);
        }
        for name in ["desk", "west", "east"] {
            self.secret(&homes::passphrase(name));
        }
        hub
    }

    /// Writes an invitation and its words into files; the words are not to be repeated.
    pub(crate) fn invited(&self, invited: &Invited) {
        homes::write_private(&self.path("invitation"), &invited.invitation);
        homes::write_private(&self.path("words"), &invited.code);
        self.secret(&invited.code);
    }

    /// What an office that is open shows.
    pub(crate) fn view(&self, name: &str) -> Value {
        let kind = if name.starts_with("desk") { "desk" } else { "party" };
        let shown = self.run(&format!("{kind} inbox --home {name} --most 100000 --json")).well();
        serde_json::from_str(&shown).expect("JSON")
    }

    /// Waits until all lines of these offices, which are open, are level.
    pub(crate) fn settled(&self, names: &[&str]) {
        until("the lines are level", || names.iter().all(|name| level(&self.view(name))).then_some(()));
    }

    /// A text that nothing may say.
    pub(crate) fn secret(&self, text: &str) {
        self.secrets.borrow_mut().push(text.to_owned());
    }

    /// Whether anything that was taken down has a secret in it.
    #[track_caller]
    pub(crate) fn nothing_was_told(&self) {
        let said = self.said.lock().expect("whole");
        for secret in self.secrets.borrow().iter() {
            assert!(!said.contains(secret.trim()), "\"{secret}\" was told in:\n{said}");
        }
    }

    /// All files at or below a path, with their bytes.
    pub(crate) fn files(&self, name: &str) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![self.path(name)];
        while let Some(folder) = folders.pop() {
            for entry in std::fs::read_dir(folder).expect("a folder") {
                let path = entry.expect("an entry").path();
                let kind = path.symlink_metadata().expect("there").file_type();
                if kind.is_dir() {
                    folders.push(path);
                } else if kind.is_file() {
                    files.push((path.clone(), std::fs::read(&path).expect("its owner reads it")));
                }
            }
        }
        files.sort();
        files
    }
}

impl Drop for Rig {
    fn drop(&mut self) {
        if !std::thread::panicking() {
            self.nothing_was_told();
        }
    }
}

/// Where a hub that was opened listens.
pub(crate) fn place(hub: &Open) -> String {
    hub.first.trim_end_matches('.').rsplit(' ').next().expect("a place").to_owned()
}

/// Whether every line of a view works and has nothing to say.
pub(crate) fn level(view: &Value) -> bool {
    view["lines"].as_array().expect("lines").iter().all(is_level)
}

/// Whether a line works and has nothing to say.
pub(crate) fn is_level(line: &Value) -> bool {
    line["state"] == "working" && line["queue"] == 0
}

/// The items of a view that came in, as one text each.
pub(crate) fn words(view: &Value, side: &str) -> Vec<String> {
    let items = view["items"].as_array().expect("items").iter();
    items.filter(|item| item["side"] == side).map(|item| item["words"].as_str().expect("words").to_owned()).collect()
}
