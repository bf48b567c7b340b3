//! `party invoke`: say that a condition of an item of yours has come about.

use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::print;

/// Say that a condition of an item of yours has come about.
#[derive(Args)]
pub(crate) struct Invoke {
    /// The item, by the number that `inbox` shows
    item: u32,
    /// The number of the condition, from 1
    condition: u8,
}

impl Invoke {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party.act(&Look::items([self.item]), |view, _| {
            Ok(Act::Invoke { item: name::item_id(view, self.item)?, condition: self.condition })
        })?;
        print::say("The desk is told, and may convey it.");
        Ok(())
    }
}
