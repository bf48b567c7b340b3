//! `hub init`: makes a hub's home.

use std::path::PathBuf;

use clap::Args;
use office::random::machine_random;

use crate::failure::Failure;
use crate::{hub_card, print};

/// Makes a hub's home.
#[derive(Args)]
pub(crate) struct Init {
    /// The folder to make
    #[arg(long, value_name = "FOLDER")]
    home: PathBuf,
    /// Show as JSON
    #[arg(long)]
    json: bool,
}

impl Init {
    /// Makes it.
    pub(crate) fn run(self) -> Result<(), Failure> {
        let made =
            hub::home::init(&self.home, &mut machine_random()).map_err(|error| Failure::given(error.to_string()))?;
        if self.json {
            // The pass admits deposits: it is in the card, which goes to the desk, and nowhere else.
            return print::json(
                &serde_json::json!({ "home": self.home.display().to_string(), "pin": hub_card::pin(&made.pin) }),
            );
        }
        print::say("The hub's home is made. Next: `hub open` runs it, `hub card` prints what the desk needs.");
        Ok(())
    }
}
