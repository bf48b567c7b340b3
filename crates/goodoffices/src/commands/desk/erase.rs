//! `desk erase`: erase an item's words from the desk.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::print;

/// Erase an item's words from the desk.
#[derive(Args)]
pub(crate) struct Erase {
    /// The item, by the number that `inbox` shows
    item: u32,
}

impl Erase {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::items([self.item]), |view, _| Ok(Act::Erase { item: name::item_id(view, self.item)? }))?;
        print::say("Erased here. What was conveyed stays with its addressee.");
        Ok(())
    }
}
