//! `party join`: makes an office from the desk's invitation.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;
use office::clock::MachineClock;
use office::office::{Founding, Office};
use office::random::machine_random;
use sealing::Params;

use crate::failure::Failure;
use crate::session::{HomeArgs, NewHome};
use crate::{input, passphrase, print};

/// Makes an office from the desk's invitation.
#[derive(Args)]
pub(crate) struct Join {
    /// The file with the invitation
    #[arg(long, value_name = "FILE")]
    invitation: PathBuf,
    /// Read the six spoken words from this file instead of asking for them
    #[arg(long, value_name = "FILE")]
    code_file: Option<PathBuf>,
    /// Reach the hub by way of this host and port instead of the one that the invitation names
    #[arg(long, value_name = "HOST:PORT")]
    hub_place: Option<String>,
}

impl Join {
    /// Makes it.
    pub(super) fn run(self, home: &HomeArgs) -> Result<(), Failure> {
        let invitation = input::file_as_text(&self.invitation)?;
        let code = passphrase::code(self.code_file.as_deref())?;
        let (new, store) = NewHome::make(&home.home)?;
        let passphrase = home.passphrase.new_one()?;
        let founding = Founding {
            store,
            passphrase: &passphrase,
            holder: "",
            params: Params::standard(),
            rehearsal: false,
            clock: Arc::new(MachineClock::new()),
            rng: Box::new(machine_random()),
        };
        Office::join(founding, &invitation, &code, self.hub_place)?;
        new.keep();
        print::say(
            "The office is made. Next: `party open` joins the line; `status` then shows six check words to compare by voice.",
        );
        Ok(())
    }
}
