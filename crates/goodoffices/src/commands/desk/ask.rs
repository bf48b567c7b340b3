//! `desk ask`: ask one party, in private.

use channel::desk::Command as Act;
use channel::{Civil, QuestionId};
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::input::TextArgs;
use crate::session::random;
use crate::{print, time};

/// Ask one party, in private.
#[derive(Args)]
pub(crate) struct Ask {
    /// The channel that it is about; the only one if left out
    #[arg(long)]
    channel: Option<String>,
    /// The party
    #[arg(long)]
    to: String,
    /// Until when an answer is awaited; thirty days if left out
    #[arg(long)]
    lapses: Option<String>,
    /// The item that it is about, by number
    #[arg(long)]
    about: Option<u32>,
    /// Ask the principal's office alone, and no envoy's
    #[arg(long)]
    principal_only: bool,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl Ask {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let text = self.text.read()?;
        desk.act(&Look::items(self.about), |view, now| {
            let lapses = self.lapses.map(|lapses| time::ending(&lapses, now)).transpose()?.map(Civil);
            let to = name::party(view, &self.to)?;
            let channel = name::channel(view, self.channel.as_deref())?;
            let about = self.about.map(|no| name::item_id(view, no)).transpose()?;
            let (question, principal_only) = (QuestionId(random()), self.principal_only);
            Ok(Act::Ask { question, channel, to, text, lapses, about, principal_only })
        })?;
        print::say("Asked.");
        Ok(())
    }
}
