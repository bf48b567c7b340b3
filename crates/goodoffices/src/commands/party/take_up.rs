//! `party take-up`: take up an offer of the desk's.

use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::print;

/// Take up an offer of the desk's.
#[derive(Args)]
pub(crate) struct TakeUp {
    /// The offer, by the number that `inbox` shows
    offer: u32,
}

impl TakeUp {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party.act(&Look::default(), |view, _| Ok(Act::TakeUp { offer: name::offer(view, self.offer)? }))?;
        print::say("The desk alone is told.");
        Ok(())
    }
}
