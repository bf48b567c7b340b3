//! `desk retain`: say for how many days words are kept after their end.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::Desk;
use crate::failure::Failure;
use crate::print;

/// Say for how many days words are kept here after their end.
#[derive(Args)]
#[group(required = true)]
pub(crate) struct Retain {
    /// So many days after they lapse they are erased from this desk
    #[arg(long)]
    days: Option<u32>,
    /// They are kept until they are erased by hand
    #[arg(long)]
    until_erased: bool,
}

impl Retain {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::default(), |_, _| Ok(Act::Retain { days: self.days }))?;
        print::say("Set. What each party keeps is its own to say.");
        Ok(())
    }
}
