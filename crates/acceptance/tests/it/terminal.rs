//! A terminal with a shell in it, and somebody who types: for what only a terminal shows, such as a prompt.

use std::io::{Read, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Instant;

use crate::program::PATIENCE;

/// A shell on a terminal of its own.
pub(crate) struct Terminal {
    child: Child,
    keys: ChildStdin,
    shown: Receiver<String>,
    /// What was shown and not looked at yet.
    fresh: String,
}

impl Terminal {
    /// Opens one in a folder, with the program on the path.
    pub(crate) fn new(folder: &Path, program: &Path) -> Self {
        let mut path = program.parent().expect("it lies in a folder").as_os_str().to_owned();
        path.push(":");
        path.push(std::env::var_os("PATH").unwrap_or_default());
        let mut child = Command::new("script")
            .args(["--quiet", "--flush", "--return", "--command", "sh", "/dev/null"])
            .current_dir(folder)
            .env("PATH", path)
            .env("TERM", "dumb")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .expect("`script` (of util-linux) gives a terminal: install it");
        let keys = child.stdin.take().expect("piped");
        let mut screen = child.stdout.take().expect("piped");
        let (told, shown) = channel();
        std::thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(read @ 1..) = screen.read(&mut bytes) {
                if told.send(String::from_utf8_lossy(&bytes[..read]).replace('\r', "")).is_err() {
                    return;
                }
            }
        });
        let mut terminal = Self { child, keys, shown, fresh: String::new() };
        // What is typed is not shown, and nothing prompts for it, so that what is shown was said.
        terminal.types("stty -echo; PS1=\n");
        terminal.run(":");
        terminal
    }

    /// Types.
    pub(crate) fn types(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).and_then(|()| self.keys.flush()).expect("it listens");
    }

    /// What is shown up to and with a text.
    #[track_caller]
    pub(crate) fn shows(&mut self, text: &str) -> String {
        self.shows_one(&[text]).1
    }

    /// Which of these texts is shown first, and what is shown up to and with it.
    #[track_caller]
    pub(crate) fn shows_one(&mut self, texts: &[&str]) -> (usize, String) {
        let end = Instant::now() + PATIENCE;
        loop {
            let found = texts.iter().enumerate().filter_map(|(which, text)| Some((self.fresh.find(text)?, which)));
            if let Some((at, which)) = found.min() {
                let rest = self.fresh.split_off(at + texts[which].len());
                return (which, std::mem::replace(&mut self.fresh, rest));
            }
            match self.shown.recv_timeout(end.saturating_duration_since(Instant::now())) {
                Ok(more) => self.fresh.push_str(&more),
                Err(_) => panic!("the terminal shows none of {texts:?} but:\n{}", self.fresh),
            }
        }
    }

    /// Runs a command to its end, which must be a good one; what it showed.
    #[track_caller]
    pub(crate) fn run(&mut self, command: &str) -> String {
        self.types(&format!("{command}\n"));
        self.ended(command)
    }

    /// Waits until the command before ended, well; what it showed.
    #[track_caller]
    pub(crate) fn ended(&mut self, command: &str) -> String {
        self.types("echo =\"ended $?\"=\n");
        let shown = self.shows("=ended ");
        let code = self.shows("=");
        assert_eq!(code, "0=", "`{command}` ended with {code} after:\n{shown}");
        shown
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        // A shell that is killed leaves what it runs in the background to itself: it is asked to end that first. What
        // stands in the foreground is interrupted before.
        let asked = self
            .keys
            .write_all(b"\x03\nfor job in 1 2 3 4; do kill %$job; done; exit\n")
            .and_then(|()| self.keys.flush());
        if asked.is_ok() {
            // The screen ends when the shell has.
            while self.shown.recv_timeout(PATIENCE).is_ok() {}
        }
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
