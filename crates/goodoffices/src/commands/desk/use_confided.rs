//! `desk use-confided`: ask a party for leave to use what it confided.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::print;

/// Ask a party for leave to use what it confided.
#[derive(Args)]
pub(crate) struct UseConfided {
    /// The item, by the number that `inbox` shows
    item: u32,
}

impl UseConfided {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::items([self.item]), |view, _| Ok(Act::UseConfided { item: name::item_id(view, self.item)? }))?;
        print::say("The party is asked.");
        Ok(())
    }
}
