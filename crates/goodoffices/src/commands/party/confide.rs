//! `party confide`: tell the desk something for the desk alone.

use channel::party::Command as Act;
use channel::{Civil, ItemId};
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::input::TextArgs;
use crate::session::random;
use crate::{print, time};

/// Tell the desk something for the desk alone.
#[derive(Args)]
pub(crate) struct Confide {
    /// The channel that it is about; the only one if left out
    #[arg(long)]
    channel: Option<String>,
    /// From when on it is void
    #[arg(long, default_value = "30d")]
    lapses: String,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl Confide {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        let text = self.text.read()?;
        party.act(&Look::default(), |view, now| {
            let channel = name::channel(view, self.channel.as_deref())?;
            let lapses = Civil(time::parse(&self.lapses, now)?);
            Ok(Act::Confide { item: ItemId(random()), channel, text, lapses })
        })?;
        print::say("Confided: the desk cannot convey it without asking you.");
        Ok(())
    }
}
