//! `desk init`: makes the desk's home.

use std::path::PathBuf;
use std::sync::Arc;

use channel::ActId;
use channel::desk::Command;
use clap::Args;
use office::act::Act;
use office::clock::MachineClock;
use office::office::{Founding, Office};
use office::random::machine_random;
use sealing::Params;

use crate::failure::Failure;
use crate::session::{HomeArgs, NewHome, random};
use crate::{hub_card, input, print};

/// Makes the desk's home.
#[derive(Args)]
pub(crate) struct Init {
    /// The name that the parties are shown for this desk
    #[arg(long)]
    name: String,
    /// The file with the hub's card, as `hub card` prints it
    #[arg(long, value_name = "FILE")]
    hub_card: PathBuf,
    /// An officer of the desk, by name; one, called "desk", if none is named. The passphrase that is given now is the first
    /// officer's; the others get theirs with `add-officer`
    #[arg(long = "officer-name", value_name = "NAME")]
    officers: Vec<String>,
    /// Who renders an item may not release it
    #[arg(long)]
    two_officers: bool,
}

impl Init {
    /// Makes it.
    pub(super) fn run(self, home: &HomeArgs) -> Result<(), Failure> {
        let hub = hub_card::read(&input::file_text(&self.hub_card)?)?;
        let (new, store) = NewHome::make(&home.home)?;
        let passphrase = home.passphrase.new_one()?;
        let holder = self.officers.first().cloned().unwrap_or_else(|| channel::rules::SOLE_OFFICER.to_owned());
        let founding = Founding {
            store,
            passphrase: &passphrase,
            holder: &holder,
            params: Params::standard(),
            rehearsal: false,
            clock: Arc::new(MachineClock::new()),
            rng: Box::new(machine_random()),
        };
        let mut office = Office::found_desk(founding, hub)?;
        let set_up = Command::SetUp { name: self.name, officers: self.officers, two_officers: self.two_officers };
        office.act(ActId(random()), "", Act::Desk(set_up))?;
        new.keep();
        print::say(
            "The desk's home is made. Next: `desk add-party`, then `desk invite`; `desk open` keeps its lines at work.",
        );
        Ok(())
    }
}
