//! `desk close`: close a channel: what was not conveyed in it is void.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::print;

/// Close a channel: what was not conveyed in it is void.
#[derive(Args)]
pub(crate) struct Close {
    /// The channel, by name
    channel: String,
}

impl Close {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::default(), |view, _| Ok(Act::Close { channel: name::channel(view, Some(&self.channel))? }))?;
        print::say("The channel is closed.");
        Ok(())
    }
}
