//! `party countersign`: countersign what an envoy lodged.

use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::print;

/// Countersign what an envoy lodged.
#[derive(Args)]
pub(crate) struct Countersign {
    /// The item, by the number that `inbox` shows
    item: u32,
}

impl Countersign {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party
            .act(&Look::items([self.item]), |view, _| Ok(Act::Countersign { item: name::item_id(view, self.item)? }))?;
        print::say("Countersigned.");
        Ok(())
    }
}
