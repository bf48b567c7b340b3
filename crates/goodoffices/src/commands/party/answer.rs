//! `party answer`: answer a proposal, sealed from everyone until its time.

use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::print;

/// Answer a proposal, sealed from everyone until its time.
#[derive(Args)]
pub(crate) struct Answer {
    /// The proposal, by the number that `inbox` shows
    proposal: u32,
    /// An option that you would take, by its number
    #[arg(long = "take", value_name = "OPTION", required_unless_present = "none")]
    takes: Vec<u8>,
    /// You would take none of them
    #[arg(long, conflicts_with = "takes")]
    none: bool,
}

impl Answer {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party.act(&Look::default(), |view, _| {
            Ok(Act::Answer { proposal: name::proposal(view, self.proposal)?, takes: self.takes })
        })?;
        print::say(
            "Answered, sealed. At its time all see only what all would take; to have answered, declined or kept silent then looks the same.",
        );
        Ok(())
    }
}
