//! `desk open-channel`: open a channel between parties.

use channel::desk::Command as Act;
use channel::{ChannelId, STATUS_BLOCK, Status};
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::print;
use crate::session::random;

/// Open a channel between parties.
#[derive(Args)]
pub(crate) struct OpenChannel {
    /// The channel's name, which all its parties are shown
    #[arg(long)]
    name: String,
    /// A party; give two to six
    #[arg(long = "party", required = true)]
    parties: Vec<String>,
    /// The status block, for ever; all five reservations if left out
    #[arg(long, value_delimiter = ',')]
    status: Vec<Status>,
}

impl OpenChannel {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::default(), |view, _| {
            let parties = name::parties(view, &self.parties)?;
            let status = if self.status.is_empty() { STATUS_BLOCK.to_vec() } else { self.status };
            Ok(Act::OpenChannel { channel: ChannelId(random()), name: self.name, parties, status })
        })?;
        print::say("The channel is open.");
        Ok(())
    }
}
