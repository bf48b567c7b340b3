//! `party read`: say that something conveyed was read, without showing it.

use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::print;

/// Say that something conveyed was read, without showing it; of an oral message the desk is told.
#[derive(Args)]
pub(crate) struct Read {
    /// The item, by the number that `inbox` shows
    item: u32,
}

impl Read {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party.act(&Look::items([self.item]), |view, _| Ok(Act::Read { conveyed: name::item_id(view, self.item)? }))?;
        print::say("Read.");
        Ok(())
    }
}
