//! `party retain`: say for how many days words are kept after their end.

use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::Party;
use crate::failure::Failure;
use crate::print;

/// Say for how many days words are kept here after their end.
#[derive(Args)]
#[group(required = true)]
pub(crate) struct Retain {
    /// So many days after they lapse they are erased from this office
    #[arg(long)]
    days: Option<u32>,
    /// They are kept until they are erased by hand
    #[arg(long)]
    until_erased: bool,
}

impl Retain {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party.act(&Look::default(), |_, _| Ok(Act::Retain { days: self.days }))?;
        print::say("Set. What the desk keeps is its own to say.");
        Ok(())
    }
}
