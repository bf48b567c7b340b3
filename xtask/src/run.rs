//! Running other programs: shown while they run, or for what they print.

use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// A program in the workspace's root, with nothing of cargo's own surroundings that would change what a build is.
pub(crate) fn program(root: &Path, program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.current_dir(root).args(arguments);
    // A cargo that is started by `cargo run` would otherwise take these for settings of the build.
    for name in ["CARGO_MANIFEST_DIR", "CARGO_MANIFEST_PATH", "CARGO_PKG_NAME"] {
        command.env_remove(name);
    }
    command
}

/// Runs a program, showing what it prints; anything but success is an error that names it.
pub(crate) fn shown(mut command: Command) -> Result<()> {
    let told = told(&command);
    let status = command.status().with_context(|| format!("`{told}` could not be started"))?;
    if !status.success() {
        bail!("`{told}` ended with {status}");
    }
    Ok(())
}

/// Runs a program for what it prints on its standard output.
pub(crate) fn output(mut command: Command) -> Result<String> {
    let told = told(&command);
    command.stderr(Stdio::inherit());
    let output = command.output().with_context(|| format!("`{told}` could not be started"))?;
    if !output.status.success() {
        bail!("`{told}` ended with {}", output.status);
    }
    String::from_utf8(output.stdout).with_context(|| format!("`{told}` printed what is not text"))
}

/// Whether a program is there and answers.
pub(crate) fn answers(mut command: Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

fn told(command: &Command) -> String {
    let words = std::iter::once(command.get_program()).chain(command.get_args());
    words.map(|word| word.to_string_lossy().into_owned()).collect::<Vec<_>>().join(" ")
}
