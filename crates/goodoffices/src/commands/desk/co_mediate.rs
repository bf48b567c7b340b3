//! `desk co-mediate`: let a second desk mediate in a channel too.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::print;

/// Let a second desk mediate in a channel too; its parties are told.
#[derive(Args)]
pub(crate) struct CoMediate {
    /// The second desk's name
    desk: String,
    /// The channel; the only one if left out
    #[arg(long)]
    channel: Option<String>,
}

impl CoMediate {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::default(), |view, _| {
            Ok(Act::CoMediate { channel: name::channel(view, self.channel.as_deref())?, desk: self.desk })
        })?;
        print::say("The channel's parties are told. `desk add-officer --of-desk` adds its officers here.");
        Ok(())
    }
}
