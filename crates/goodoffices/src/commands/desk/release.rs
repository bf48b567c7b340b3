//! `desk release`: release an item to its addressees.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::print;

/// Release an item to its addressees.
#[derive(Args)]
pub(crate) struct Release {
    /// The item, by the number that `inbox` shows
    item: u32,
}

impl Release {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::items([self.item]), |view, _| Ok(Act::Release { item: name::item_id(view, self.item)? }))?;
        print::say("Released.");
        Ok(())
    }
}
