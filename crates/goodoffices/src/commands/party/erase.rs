//! `party erase`: erase an item's words from this office.

use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::print;

/// Erase an item's words from this office.
#[derive(Args)]
pub(crate) struct Erase {
    /// The item, by the number that `inbox` shows
    item: u32,
}

impl Erase {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party.act(&Look::items([self.item]), |view, _| {
            Ok(if name::item(view, self.item)?.side == "received" {
                Act::Erase { item: None, conveyed: Some(name::item_id(view, self.item)?) }
            } else {
                Act::Erase { item: Some(name::item_id(view, self.item)?), conveyed: None }
            })
        })?;
        print::say("Erased here.");
        Ok(())
    }
}
