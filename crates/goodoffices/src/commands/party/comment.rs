//! `party comment`: comment on a single negotiating text, to the desk alone.

use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::input::TextArgs;
use crate::print;

/// Comment on a single negotiating text, to the desk alone.
#[derive(Args)]
pub(crate) struct Comment {
    /// The text that is commented on, by the number that `inbox` shows
    on: u32,
    /// Which version of it; the last if left out
    #[arg(long)]
    version: Option<u32>,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl Comment {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        let words = self.text.read()?;
        party.act(&Look::default(), |view, _| {
            Ok(Act::Comment { text: name::text(view, self.on)?, version: self.version, words })
        })?;
        print::say("The desk alone has your comment.");
        Ok(())
    }
}
