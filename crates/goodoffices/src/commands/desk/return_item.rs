//! `desk return`: hand an item back to its author.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::input::TextArgs;
use crate::print;

/// Hand an item back to its author.
#[derive(Args)]
pub(crate) struct Return {
    /// The item, by the number that `inbox` shows
    item: u32,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl Return {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let reason = self.text.read()?;
        desk.act(&Look::items([self.item]), |view, _| {
            Ok(Act::Return { item: name::item_id(view, self.item)?, reason })
        })?;
        print::say("Returned to its author, with the reason.");
        Ok(())
    }
}
