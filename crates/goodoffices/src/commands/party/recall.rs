//! `party recall`: take back an item that was not conveyed yet.

use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::print;

/// Take back an item that was not conveyed yet.
#[derive(Args)]
pub(crate) struct Recall {
    /// The item, by the number that `inbox` shows
    item: u32,
}

impl Recall {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party.act(&Look::items([self.item]), |view, _| Ok(Act::Recall { item: name::item_id(view, self.item)? }))?;
        print::say("The desk is asked to give it back; `show` tells when it is recalled.");
        Ok(())
    }
}
