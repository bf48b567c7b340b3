//! `cargo xtask test`: what the tests lack is installed, then every check runs, each with its time, and a summary ends it.
//!
//! A stage that fails does not keep the others from running: one run tells everything that is wrong.

use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};

use crate::run::{answers, program, shown};
use crate::{browser, generated, i18n, tidy, walls};

/// A stage: what the summary calls it, and what it does.
type Stage = (&'static str, fn(&Path) -> Result<()>);

const STAGES: [Stage; 11] = [
    ("what is needed", needed),
    ("format", |root| cargo(root, &["fmt", "--all", "--check"])),
    ("tidy", tidy::check),
    ("walls", walls::check),
    ("i18n", i18n::check),
    ("lints", |root| cargo(root, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
    ("tests", |root| cargo(root, &["nextest", "run", "--workspace", "--no-fail-fast"])),
    ("browser", browser::test),
    ("doc tests", |root| cargo(root, &["test", "--quiet", "--workspace", "--doc"])),
    ("docs", docs),
    ("generated docs", |root| generated::check(root, false)),
];

/// A stage that was run.
struct Ran {
    name: &'static str,
    took: Duration,
    failed: Option<anyhow::Error>,
}

pub(crate) fn test(root: &Path) -> Result<()> {
    let mut ran = Vec::new();
    for (name, stage) in STAGES {
        println!("\n== {name}");
        #[allow(clippy::disallowed_methods, reason = "a stage's time is for the person who waits for it")]
        let began = Instant::now();
        let failed = stage(root).err();
        let stage = Ran { name, took: began.elapsed(), failed };
        if let Some(why) = &stage.failed {
            eprintln!("{why:#}");
        }
        ran.push(stage);
    }
    println!("\n{}", summary(&ran));
    if ran.iter().any(|stage| stage.failed.is_some()) {
        bail!("Not everything passed.");
    }
    Ok(())
}

fn summary(ran: &[Ran]) -> String {
    let mut lines = Vec::new();
    for stage in ran {
        let outcome = stage.failed.as_ref().map_or("passed".to_owned(), |why| format!("FAILED: {why}"));
        lines.push(format!("{:<16}{:>8.1} s   {outcome}", stage.name, stage.took.as_secs_f64()));
    }
    let whole: f64 = ran.iter().map(|stage| stage.took.as_secs_f64()).sum();
    let failed = ran.iter().filter(|stage| stage.failed.is_some()).count();
    lines.push(match failed {
        0 => format!("All {} stages passed in {whole:.0} s.", ran.len()),
        _ => format!("{failed} of {} stages failed, in {whole:.0} s.", ran.len()),
    });
    lines.join("\n")
}

fn cargo(root: &Path, arguments: &[&str]) -> Result<()> {
    shown(program(root, "cargo", arguments))
}

fn docs(root: &Path) -> Result<()> {
    let mut command = program(root, "cargo", &["doc", "--workspace", "--no-deps", "--quiet"]);
    command.env("RUSTDOCFLAGS", "-D warnings");
    shown(command)
}

/// Installs what the tests need and this machine lacks, saying so.
fn needed(root: &Path) -> Result<()> {
    for (component, subcommand) in [("rustfmt", "fmt"), ("clippy", "clippy")] {
        if !answers(program(root, "cargo", &[subcommand, "--version"])) {
            println!("{component} is not there: installing it");
            shown(program(root, "rustup", &["component", "add", component]))
                .with_context(|| format!("install {component} for this toolchain and run this again"))?;
        }
    }
    if !answers(program(root, "cargo", &["nextest", "--version"])) {
        println!("cargo-nextest is not there: installing it, which takes some minutes");
        shown(program(root, "cargo", &["install", "--locked", "cargo-nextest"]))?;
    }
    // The signatures of readouts are checked with the tool that everyone has.
    if !answers(program(root, "sh", &["-c", "command -v ssh-keygen"])) {
        install(root, "ssh-keygen", &["openssh-client"])?;
    }
    browser::needed(root)?;
    println!("everything is there");
    Ok(())
}

/// Installs Debian's packages for something that is not there, saying so.
pub(crate) fn install(root: &Path, what: &str, packages: &[&str]) -> Result<()> {
    println!("{what}: not there, installing {}", packages.join(", "));
    let arguments = ["install", "--yes", "--no-install-recommends"];
    let install = || shown(program(root, "apt-get", &[&arguments, packages].concat()));
    // Lists that were never fetched, or are old, know no package.
    install()
        .or_else(|_| shown(program(root, "apt-get", &["update"])).and_then(|()| install()))
        .with_context(|| format!("install {what} and run this again"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ran(name: &'static str, failed: Option<&'static str>) -> Ran {
        Ran { name, took: Duration::from_millis(1_250), failed: failed.map(anyhow::Error::msg) }
    }

    #[test]
    fn the_summary_tells_each_stage_and_how_it_ended() {
        assert_eq!(
            summary(&[ran("format", None), ran("tests", None)]),
            "format               1.2 s   passed\n\
             tests                1.2 s   passed\n\
             All 2 stages passed in 2 s."
        );
        assert_eq!(
            summary(&[ran("format", None), ran("tests", Some("`cargo nextest` ended with 100"))]),
            "format               1.2 s   passed\n\
             tests                1.2 s   FAILED: `cargo nextest` ended with 100\n\
             1 of 2 stages failed, in 2 s."
        );
    }
}
