//! `desk note-statement`: record what a side said in public that does not go with what it had conveyed.

use channel::NoteId;
use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::input::TextArgs;
use crate::print;
use crate::session::random;

/// Record what a side said in public that does not go with what it had conveyed.
#[derive(Args)]
pub(crate) struct NoteStatement {
    /// The item that it does not go with, by the number that `inbox` shows
    item: u32,
    /// Where it was said
    #[arg(long)]
    at: String,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl NoteStatement {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let words = self.text.read()?;
        desk.act(&Look::items([self.item]), |view, _| {
            let item = name::item_id(view, self.item)?;
            Ok(Act::NoteStatement { note: NoteId(random()), item, words, occasion: self.at })
        })?;
        print::say(&format!(
            "Noted. Nothing is withdrawn by it; `desk ask --about {}` asks the side whether the item still stands.",
            self.item
        ));
        Ok(())
    }
}
