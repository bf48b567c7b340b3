//! `desk same`: take an item for the same as another one of its party, which stays.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::print;

/// Take an item for the same as another one of its party, which stays.
#[derive(Args)]
pub(crate) struct Same {
    /// The item, by the number that `inbox` shows
    item: u32,
    /// The other one
    of: u32,
}

impl Same {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::items([self.item, self.of]), |view, _| {
            Ok(Act::Same { item: name::item_id(view, self.item)?, of: name::item_id(view, self.of)? })
        })?;
        print::say("The other one stays, and is carried.");
        Ok(())
    }
}
