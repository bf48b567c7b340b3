//! `party object`: object to the words that the desk put to you, or withhold leave.

use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::print;

/// Object to the words that the desk put to you, or withhold leave.
#[derive(Args)]
pub(crate) struct Object {
    /// The item, by the number that `inbox` shows
    item: u32,
    /// Why, to the desk
    #[arg(long)]
    reason: Option<String>,
}

impl Object {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party.act(&Look::items([self.item]), |view, _| {
            Ok(Act::Object { item: name::item_id(view, self.item)?, reason: self.reason })
        })?;
        print::say("The desk is told; these words will not be conveyed.");
        Ok(())
    }
}
