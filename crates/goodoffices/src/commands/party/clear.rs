//! `party clear`: clear a readout of the desk's.

use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::print;

/// Clear a readout of the desk's: it may be published as it stands.
#[derive(Args)]
pub(crate) struct Clear {
    /// The readout, by the number that `inbox` shows
    readout: u32,
}

impl Clear {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party.act(&Look::default(), |view, _| Ok(Act::Clear { readout: name::readout(view, self.readout)? }))?;
        print::say("Cleared: this text and no other.");
        Ok(())
    }
}
