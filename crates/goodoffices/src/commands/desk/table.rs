//! `desk table`: show all sides a version of the single negotiating text.

use channel::TextId;
use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::input::TextArgs;
use crate::print;
use crate::session::random;

/// Show all sides a version of the single negotiating text, which is the desk's own.
#[derive(Args)]
pub(crate) struct Table {
    /// A further version of this text, by the number that `inbox` shows
    #[arg(long, value_name = "NUMBER")]
    of: Option<u32>,
    /// The channel; the only one if left out
    #[arg(long)]
    channel: Option<String>,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl Table {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let words = self.text.read()?;
        desk.act(&Look::default(), |view, _| {
            let text = self.of.map_or_else(|| Ok(TextId(random())), |no| name::text(view, no))?;
            let channel = match self.of {
                Some(no) => name::text_channel(view, no)?,
                None => name::channel(view, self.channel.as_deref())?,
            };
            Ok(Act::Table { text, channel, words })
        })?;
        print::say("Tabled. What each side says to it, this desk alone sees.");
        Ok(())
    }
}
