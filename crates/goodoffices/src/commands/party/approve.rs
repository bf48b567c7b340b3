//! `party approve`: approve the words that the desk put to you, or give leave to use what you confided.

use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::print;

/// Approve the words that the desk put to you, or give leave to use what you confided.
#[derive(Args)]
pub(crate) struct Approve {
    /// The item, by the number that `inbox` shows
    item: u32,
}

impl Approve {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party.act(&Look::items([self.item]), |view, _| Ok(Act::Approve { item: name::item_id(view, self.item)? }))?;
        print::say("Approved: these very words and no others.");
        Ok(())
    }
}
