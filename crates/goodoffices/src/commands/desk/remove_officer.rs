//! `desk remove-officer`: remove an officer, whose passphrase opens the desk no longer.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::Desk;
use crate::failure::Failure;
use crate::print;

/// Remove an officer, whose passphrase opens the desk no longer.
#[derive(Args)]
pub(crate) struct RemoveOfficer {
    /// The officer's name
    name: String,
}

impl RemoveOfficer {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::default(), |_, _| Ok(Act::RemoveOfficer { name: self.name }))?;
        print::say(
            "Removed. What that officer did stays in the record; a backup from before still opens with the old passphrase.",
        );
        Ok(())
    }
}
