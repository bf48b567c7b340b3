//! `desk withdraw`: withdraw a readout that was not published.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::print;

/// Withdraw a readout that was not published.
#[derive(Args)]
pub(crate) struct Withdraw {
    /// The readout, by the number that `inbox` shows
    readout: u32,
}

impl Withdraw {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::default(), |view, _| Ok(Act::WithdrawReadout { readout: name::readout(view, self.readout)? }))?;
        print::say("Withdrawn; those concerned are told.");
        Ok(())
    }
}
