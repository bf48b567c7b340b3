//! `party object-to-readout`: object to a readout of the desk's.

use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::print;

/// Object to a readout of the desk's: it is not published as it stands.
#[derive(Args)]
pub(crate) struct ObjectToReadout {
    /// The readout, by the number that `inbox` shows
    readout: u32,
    /// Why, to the desk
    #[arg(long)]
    reason: Option<String>,
}

impl ObjectToReadout {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party.act(&Look::default(), |view, _| {
            Ok(Act::ObjectToReadout { readout: name::readout(view, self.readout)?, reason: self.reason })
        })?;
        print::say("The desk alone is told.");
        Ok(())
    }
}
