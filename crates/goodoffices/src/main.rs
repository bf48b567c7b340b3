//! The program: one command of it runs a hub, a desk's office, a party's office, or a rehearsal of all of them.
//!
//! A file a command. Only here does anything speak to a person: everything else returns what is to be said.

mod browser;
mod checked;
mod commands;
mod content;
mod failure;
mod hub_card;
mod input;
mod passphrase;
mod picture;
mod print;
mod published;
mod session;
mod time;

use std::process::ExitCode;

use clap::Parser;

use crate::commands::Command;

/// Carries messages between two sides that do not speak: a blind hub, the intermediary's desk, the parties' offices.
#[derive(Parser)]
#[command(name = "goodoffices", version, max_term_width = 100, arg_required_else_help = true)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

fn main() -> ExitCode {
    match Cli::parse().command.run() {
        Ok(code) => code,
        Err(failure) => {
            print::say_error(&failure.to_string());
            ExitCode::from(failure.exit_code())
        }
    }
}
