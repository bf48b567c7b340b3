//! `desk distinct`: take two items that are alike for different ones.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::print;

/// Take two items that are alike for different ones.
#[derive(Args)]
pub(crate) struct Distinct {
    /// The item, by the number that `inbox` shows
    item: u32,
    /// The other one
    of: u32,
}

impl Distinct {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::items([self.item, self.of]), |view, _| {
            Ok(Act::Distinct { item: name::item_id(view, self.item)?, of: name::item_id(view, self.of)? })
        })?;
        print::say("Both stay.");
        Ok(())
    }
}
