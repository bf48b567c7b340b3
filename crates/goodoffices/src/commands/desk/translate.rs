//! `desk translate`: enter a translation of an item's authentic text, for the desk.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::{input, print};

/// Enter a translation of an item's authentic text, for the desk.
#[derive(Args)]
pub(crate) struct Translate {
    /// The item, by the number that `inbox` shows
    item: u32,
    /// LANGUAGE:GRADE:TRANSLATOR:FILE, the grade being sight, rough or official
    translation: String,
}

impl Translate {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::items([self.item]), |view, now| {
            let translation = input::translation(&self.translation, now)?;
            Ok(Act::Translate { item: name::item_id(view, self.item)?, translation })
        })?;
        print::say("Entered. The authentic text stays the author's own.");
        Ok(())
    }
}
