//! The checks that are not tests of one crate, and the command that runs them all.
//!
//! `cargo xtask test` is what a developer and the continuous integration both run; the other subcommands are its
//! stages, or longer forms of them. Nothing here is part of the program.
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it speaks to the person who runs it")]

mod browser;
mod built;
mod coverage;
mod generated;
mod i18n;
mod run;
mod soak;
mod suite;
mod tidy;
mod walls;

use std::path::PathBuf;
use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask COMMAND

  test                  everything: installs what the tests lack, then every check, each with its time
  walls                 who may depend on whom, and on what
  tidy                  what every file must be
  i18n                  whether the pages say everything in every language
  generated [--write]   whether the parts of docs/ that come from the code are as the code has them
  browser               the pages in a real browser; what it sees is left in target/browser/
  pictures              the pictures that README shows are taken anew and put into docs/images/
  soak [STORMS]         the long forms: so many simulated storms (500), and the tests that are too slow for `test`";

/// The root of the workspace.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments[..] {
        ["test"] => suite::test(&root()),
        ["i18n"] => i18n::check(&root()),
        ["walls"] => walls::check(&root()),
        ["tidy"] => tidy::check(&root()),
        ["generated"] => generated::check(&root(), false),
        ["generated", "--write"] => generated::check(&root(), true),
        ["browser"] => browser::needed(&root()).and_then(|()| browser::test(&root())),
        ["pictures"] => browser::needed(&root()).and_then(|()| browser::pictures(&root())),
        ["soak"] => soak::soak(&root(), 500),
        ["soak", storms] => match storms.parse() {
            Ok(storms) => soak::soak(&root(), storms),
            Err(_) => Err(anyhow::anyhow!("`{storms}` is not a number of storms\n\n{USAGE}")),
        },
        _ => Err(anyhow::anyhow!("{USAGE}")),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why:#}");
            ExitCode::FAILURE
        }
    }
}
