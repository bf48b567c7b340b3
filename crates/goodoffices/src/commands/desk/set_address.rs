//! `desk set-address`: say how a party wants to be addressed.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::print;

/// Say how a party wants to be addressed.
#[derive(Args)]
pub(crate) struct SetAddress {
    /// The party
    party: String,
    /// The form of address, such as "Your Excellency"
    address: String,
}

impl SetAddress {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::default(), |view, _| {
            Ok(Act::SetAddress { party: name::party(view, &self.party)?, address: self.address })
        })?;
        print::say("The form of address is set, for this desk alone.");
        Ok(())
    }
}
