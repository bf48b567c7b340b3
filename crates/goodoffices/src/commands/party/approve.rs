//! `party approve`: approve what the desk put to you: its words, its note of what you told it, or leave to use what you
//! confided.

use channel::Waiting;
use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::print;

/// Approve what the desk put to you: its words, its note of what you told it, or leave to use what you confided.
#[derive(Args)]
pub(crate) struct Approve {
    /// The item, by the number that `inbox` shows
    item: u32,
}

impl Approve {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        let mut waited = None;
        party.act(&Look::items([self.item]), |view, _| {
            waited = name::waits_for(view, self.item);
            Ok(Act::Approve { item: name::item_id(view, self.item)? })
        })?;
        print::say(match waited {
            Some(Waiting::Leave) => "The desk has your leave to use it.",
            Some(Waiting::Confirmation) => "Confirmed: the desk's note is what you said.",
            _ => "Approved: these very words and no others.",
        });
        Ok(())
    }
}
