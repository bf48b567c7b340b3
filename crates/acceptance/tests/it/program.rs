//! The program as it was built, started with arguments: to its end, or kept open. Every wait has an end.

use std::ffi::OsStr;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process};

/// The longest that anything here may take.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// The built program: it lies beside the folder of this test.
pub(crate) fn program() -> PathBuf {
    let test = std::env::current_exe().expect("this test's own place");
    let built = test.parent().and_then(Path::parent).expect("a test lies in the build's `deps` folder");
    let program = built.join("goodoffices");
    assert!(
        program.is_file(),
        "the program is not built at {}: run `cargo build -p goodoffices` first (`cargo xtask test` does)",
        program.display()
    );
    program
}

/// Looks until there is something to see.
pub(crate) fn until<T>(what: &str, mut look: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + PATIENCE;
    loop {
        if let Some(seen) = look() {
            return seen;
        }
        assert!(Instant::now() < end, "waited in vain: {what}");
        std::thread::park_timeout(Duration::from_millis(5));
    }
}

/// How a command ended.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Ran {
    /// What it printed; it must have gone well.
    #[track_caller]
    pub(crate) fn well(self) -> String {
        assert_eq!(self.code, Some(0), "{self:?}");
        self.out
    }

    /// The one sentence that it failed with, and it must have failed with this code.
    #[track_caller]
    pub(crate) fn failed(self, code: i32) -> String {
        assert_eq!(self.code, Some(code), "{self:?}");
        let said = self.err.trim_end();
        assert_eq!(said.lines().count(), 1, "one line, not: {said}");
        assert!(!said.contains("panicked"), "{said}");
        said.strip_prefix("goodoffices: ")
            .unwrap_or_else(|| panic!("not said as the program says it: {said}"))
            .to_owned()
    }
}

/// Runs a command to its end, with this on its standard input.
pub(crate) fn run(mut command: Command, input: &str) -> Ran {
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
    let (told, texts) = channel();
    let ends: [(usize, Option<Box<dyn Read + Send>>); 2] = [
        (0, child.stdout.take().map(|end| Box::new(end) as Box<dyn Read + Send>)),
        (1, child.stderr.take().map(|end| Box::new(end) as Box<dyn Read + Send>)),
    ];
    for (which, end) in ends {
        let told = told.clone();
        let mut end = end.expect("piped");
        std::thread::spawn(move || {
            let mut text = Vec::new();
            let _ = end.read_to_end(&mut text);
            let _ = told.send((which, String::from_utf8_lossy(&text).into_owned()));
        });
    }
    // A command that has ended already reads nothing more.
    let _ = child.stdin.take().expect("piped").write_all(input.as_bytes());
    let mut said = [String::new(), String::new()];
    for _ in 0..2 {
        let Ok((which, text)) = texts.recv_timeout(PATIENCE) else {
            let _ = child.kill();
            panic!("{command:?} does not end");
        };
        said[which] = text;
    }
    let code = child.wait().expect("it has ended").code();
    let [out, err] = said;
    Ran { code, out, err }
}

/// A process that stays open.
pub(crate) struct Open {
    child: Child,
    lines: Receiver<String>,
    /// The first line that it said.
    pub(crate) first: String,
}

impl Open {
    /// Starts it and waits for its first line. Everything that it says is also written down in `said`.
    pub(crate) fn start(program: &Path, folder: &Path, arguments: &[&str], said: &Arc<Mutex<String>>) -> Self {
        let mut open = Self::launch(program, folder, arguments, said);
        open.first = open.line();
        open
    }

    /// Starts it and waits for nothing.
    pub(crate) fn launch(
        program: &Path,
        folder: &Path,
        arguments: &[impl AsRef<OsStr>],
        said: &Arc<Mutex<String>>,
    ) -> Self {
        let mut command = Command::new(program);
        command.args(arguments).current_dir(folder);
        let mut child =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("it starts");
        let (told, lines) = channel();
        write_down(child.stdout.take().expect("piped"), said, Some(told));
        write_down(child.stderr.take().expect("piped"), said, None);
        Self { child, lines, first: String::new() }
    }

    /// The next line on its standard output.
    #[track_caller]
    pub(crate) fn line(&mut self) -> String {
        self.lines.recv_timeout(PATIENCE).expect("it says nothing")
    }

    /// The next line, or nothing where it has ended.
    pub(crate) fn line_or_end(&mut self) -> Option<String> {
        self.lines.recv_timeout(PATIENCE).ok()
    }

    /// SIGKILL, and gone.
    pub(crate) fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Asks it to end, as a person's `kill` does; the last line that it says.
    pub(crate) fn stop(mut self) -> String {
        let pid = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw).expect("it has a number");
        kill_process(pid, Signal::TERM).expect("it is there");
        let mut last = String::new();
        while let Ok(line) = self.lines.recv_timeout(PATIENCE) {
            last = line;
        }
        assert!(self.child.wait().expect("it ends").success(), "it ends well");
        last
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.kill();
    }
}

fn write_down(end: impl Read + Send + 'static, said: &Arc<Mutex<String>>, told: Option<Sender<String>>) {
    let said = Arc::clone(said);
    std::thread::spawn(move || {
        for line in BufReader::new(end).lines().map_while(Result::ok) {
            let mut said = said.lock().expect("nobody panics with it");
            said.push_str(&line);
            said.push('\n');
            drop(said);
            if let Some(told) = &told {
                let _ = told.send(line);
            }
        }
    });
}
