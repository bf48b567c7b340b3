//! `desk pair`: ask for parallel declarations, one of each side.

use channel::desk::Command as Act;
use channel::{Civil, PairId};
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::session::random;
use crate::{print, time};

/// Ask for parallel declarations, one of each side.
#[derive(Args)]
pub(crate) struct Pair {
    /// The channel; the only one if left out
    #[arg(long)]
    channel: Option<String>,
    /// When it ends by itself if it is not released; never if left out
    #[arg(long)]
    lapses: Option<String>,
}

impl Pair {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::default(), |view, now| {
            let channel = name::channel(view, self.channel.as_deref())?;
            let lapses = self.lapses.map(|lapses| time::ending(&lapses, now)).transpose()?.map(Civil);
            Ok(Act::Pair { pair: PairId(random()), channel, lapses })
        })?;
        print::say(
            "The pair is open. When each side has lodged its declaration and opened it, `desk release-pair` lets all go.",
        );
        Ok(())
    }
}
