//! `party dispose`: dispose of what was conveyed to you; no disposition means assent.

use channel::Disposition;
use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::print;

/// Dispose of what was conveyed to you; no disposition means assent.
#[derive(Args)]
pub(crate) struct Dispose {
    /// The item, by the number that `inbox` shows
    item: u32,
    /// noted, without-recognition, ad-referendum, not-accepted or returned-unread
    #[arg(long = "as")]
    disposition: Disposition,
}

impl Dispose {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party.act(&Look::items([self.item]), |view, _| {
            Ok(Act::Dispose { conveyed: name::item_id(view, self.item)?, disposition: self.disposition })
        })?;
        print::say("The desk alone is told.");
        Ok(())
    }
}
