//! One process of the program, started and killed.

use std::ffi::OsString;
use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use rustix::process::{Pid, Signal, kill_process};

use crate::play::Broken;

/// A running process and what it says.
pub(super) struct Process {
    child: Child,
    said: BufReader<ChildStdout>,
    told: Option<ChildStdin>,
}

impl Process {
    /// Starts the program with these arguments and waits for its first line.
    pub(super) fn start(program: &Path, arguments: &[OsString]) -> Result<(Self, String), Broken> {
        let mut child = Command::new(program)
            .args(arguments)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::inherit())
            .spawn()
            .map_err(|error| Broken(format!("a process did not start: {error}")))?;
        let told = child.stdin.take();
        let Some(said) = child.stdout.take() else { return Err(Broken("a process has no output".to_owned())) };
        let mut process = Self { child, said: BufReader::new(said), told };
        let first = process.line()?;
        Ok((process, first))
    }

    /// The next line that it says.
    pub(super) fn line(&mut self) -> Result<String, Broken> {
        let mut line = String::new();
        match self.said.read_line(&mut line) {
            Ok(1..) => Ok(line.trim_end().to_owned()),
            _ => Err(Broken("a process ended before it was ready".to_owned())),
        }
    }

    /// Tells it a line.
    pub(super) fn tell(&mut self, line: &str) -> Result<(), Broken> {
        let gone = || Broken("a process does not listen any more".to_owned());
        let told = self.told.as_mut().ok_or_else(gone)?;
        writeln!(told, "{line}").and_then(|()| told.flush()).map_err(|_| gone())
    }

    /// Whether it has ended by itself.
    pub(super) fn ended(&mut self) -> bool {
        !matches!(self.child.try_wait(), Ok(None))
    }

    /// Waits until it has ended; for one that is known to be dying.
    pub(super) fn wait(&mut self) {
        let _ = self.child.wait();
    }

    /// SIGKILL, and waits until it is gone.
    pub(super) fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Stops it where it stands while `act` is done.
    pub(super) fn frozen<T>(&mut self, act: impl FnOnce() -> T) -> T {
        let pid = i32::try_from(self.child.id()).ok().and_then(Pid::from_raw);
        if let Some(pid) = pid {
            let _ = kill_process(pid, Signal::STOP);
        }
        let done = act();
        if let Some(pid) = pid {
            let _ = kill_process(pid, Signal::CONT);
        }
        done
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        self.kill();
    }
}
