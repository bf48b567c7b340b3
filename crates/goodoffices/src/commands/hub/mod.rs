//! The commands of a hub's operator.

mod card;
mod init;
mod open;

use clap::Subcommand;
pub(crate) use open::interrupted;

use crate::failure::Failure;

/// What a hub's operator does.
#[derive(Subcommand)]
pub(crate) enum HubCommand {
    /// Make a hub's home: its identity, its store, and a pass that admits deposits
    Init(init::Init),
    /// Print the hub's card, which is handed to the desk and to nobody else
    Card(card::Card),
    /// Run the hub until it is stopped
    Open(open::Open),
}

impl HubCommand {
    /// Does it.
    pub(crate) fn run(self) -> Result<(), Failure> {
        match self {
            Self::Init(command) => command.run(),
            Self::Card(command) => command.run(),
            Self::Open(command) => command.run(),
        }
    }
}
