//! `party object`: object to what the desk put to you: its words, its note of what you told it, or leave.

use channel::Waiting;
use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::print;

/// Object to the words that the desk put to you, say that you did not say what it wrote down, or withhold leave.
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
        let mut waited = None;
        party.act(&Look::items([self.item]), |view, _| {
            waited = name::waits_for(view, self.item);
            Ok(Act::Object { item: name::item_id(view, self.item)?, reason: self.reason })
        })?;
        print::say(match waited {
            Some(Waiting::Leave) => "The desk is told; it has no leave to use it.",
            Some(Waiting::Confirmation) => "The desk is told that you did not say so.",
            _ => "The desk is told; these words will not be conveyed.",
        });
        Ok(())
    }
}
