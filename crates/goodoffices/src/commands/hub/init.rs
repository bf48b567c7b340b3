//! `hub init`: makes a hub's home.

use std::path::PathBuf;

use clap::Args;
use office::random::machine_random;

use crate::failure::Failure;
use crate::print;

/// Makes a hub's home.
#[derive(Args)]
pub(crate) struct Init {
    /// The folder to make
    #[arg(long, value_name = "FOLDER")]
    home: PathBuf,
}

impl Init {
    /// Makes it.
    pub(crate) fn run(self) -> Result<(), Failure> {
        hub::home::init(&self.home, &mut machine_random()).map_err(|error| Failure::given(error.to_string()))?;
        print::say("The hub's home is made. Next: `hub open` runs it, `hub card` prints what the desk needs.");
        Ok(())
    }
}
