//! `party declare`: lodge a declaration for a pair, sealed from everyone until all have lodged theirs.

use channel::party::Command as Act;
use channel::{Form, ItemId};
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::content::ContentArgs;
use crate::failure::Failure;
use crate::print;
use crate::session::random;

/// Lodge a declaration for a pair, sealed from everyone until all have lodged theirs.
#[derive(Args)]
pub(crate) struct Declare {
    /// The pair, by the number that `inbox` shows; the channel's open one if left out
    #[arg(long, value_name = "NUMBER")]
    pair: Option<u32>,
    /// The channel; the only one if left out
    #[arg(long)]
    channel: Option<String>,
    /// What is declared.
    #[command(flatten)]
    content: ContentArgs,
}

impl Declare {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        let text = self.content.read()?;
        party.act(&Look::default(), |view, now| {
            let (pair, channel) = match self.pair {
                Some(no) => (Some(name::pair(view, no)?), name::pair_channel(view, no)?),
                None => (None, name::channel(view, self.channel.as_deref())?),
            };
            let content = self.content.of_form(Form::Declaration, text, now)?;
            Ok(Act::Declare { item: ItemId(random()), channel, content, pair })
        })?;
        print::say(
            "Lodged, sealed: nobody sees it, the desk neither, before every side has lodged its own. Keep this office open now and then, so that it can open it.",
        );
        Ok(())
    }
}
