//! The commands, a file each.

mod code;
mod demo;
mod desk;
mod hub;
mod inbox;
mod keep_open;
mod left_open;
mod name;
mod party;
mod readout_key;
mod rehearse;
mod set_passphrase;
mod status;

use std::process::ExitCode;

use clap::Subcommand;

use crate::failure::Failure;

/// What the program can be asked to do.
#[derive(Subcommand)]
#[allow(clippy::large_enum_variant, reason = "made once, when the program starts")]
pub(crate) enum Command {
    /// Watch the reported exchange of 2025 go through a real hub and real offices
    Demo(demo::Demo),
    /// Run a hub: the blind store through which offices reach each other
    #[command(subcommand)]
    Hub(hub::HubCommand),
    /// Work at the desk: the intermediary's office
    Desk(desk::DeskArgs),
    /// Work at a party's office: a principal's or an envoy's
    Party(party::PartyArgs),
    /// Show how an office stands: its lines, its channels, what is outstanding
    Status(status::Status),
    /// Show the fidelity code of a text, in any of six languages
    Code(code::Code),
    /// Play a scenario file through a real hub and real offices, or in the simulated world
    Rehearse(rehearse::Rehearse),
}

impl Command {
    /// Does it.
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        match self {
            Self::Demo(command) => return command.run(),
            Self::Rehearse(command) => return command.run(),
            Self::Hub(command) => command.run()?,
            Self::Desk(command) => command.run()?,
            Self::Party(command) => command.run()?,
            Self::Status(command) => command.run()?,
            Self::Code(command) => command.run()?,
        }
        Ok(ExitCode::SUCCESS)
    }
}
