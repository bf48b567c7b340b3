//! `desk draft`: draft a readout, or draft it anew, and ask those concerned to clear it.

use channel::ReadoutId;
use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::input::TextArgs;
use crate::print;
use crate::session::random;

/// Draft a readout, or draft it anew, and ask those concerned to clear it.
#[derive(Args)]
pub(crate) struct Draft {
    /// Draft this one anew, by the number that `inbox` shows
    #[arg(long, value_name = "NUMBER")]
    readout: Option<u32>,
    /// A party that it concerns, and that has to clear it
    #[arg(long, required = true)]
    concerns: Vec<String>,
    /// An item that it mentions, by number
    #[arg(long, value_name = "ITEM")]
    mentions: Vec<u32>,
    /// The channel that it is of, if it is of one: then envoys may clear it too
    #[arg(long)]
    channel: Option<String>,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl Draft {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let text = self.text.read()?;
        desk.act(&Look::items(self.mentions.clone()), |view, _| {
            let readout = self.readout.map_or_else(|| Ok(ReadoutId(random())), |no| name::readout(view, no))?;
            let mentions = self.mentions.iter().map(|no| name::item_id(view, *no)).collect::<Result<_, _>>()?;
            let channel = self.channel.as_deref().map(|channel| name::channel(view, Some(channel))).transpose()?;
            let concerns = name::parties(view, &self.concerns)?;
            Ok(Act::Draft { readout, text, concerns, mentions, channel })
        })?;
        print::say(
            "Drafted. Those concerned are asked to clear it; `desk show readout` shows what it touches, and what they say.",
        );
        Ok(())
    }
}
