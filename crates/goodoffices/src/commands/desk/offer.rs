//! `desk offer`: offer good offices, to be taken up, declined or left.

use channel::desk::Command as Act;
use channel::{Civil, OfferId};
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::input::TextArgs;
use crate::session::random;
use crate::{print, time};

/// Offer good offices, to be taken up, declined or left.
#[derive(Args)]
pub(crate) struct Offer {
    /// The channel; the only one if left out
    #[arg(long)]
    channel: Option<String>,
    /// To this party; to all of the channel's if none is named
    #[arg(long)]
    to: Vec<String>,
    /// From when on it stands no longer; thirty days if left out
    #[arg(long)]
    lapses: Option<String>,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl Offer {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let text = self.text.read()?;
        desk.act(&Look::default(), |view, now| {
            Ok(Act::Offer {
                offer: OfferId(random()),
                channel: name::channel(view, self.channel.as_deref())?,
                text,
                to: name::parties(view, &self.to)?,
                lapses: self.lapses.map(|lapses| time::ending(&lapses, now)).transpose()?.map(Civil),
            })
        })?;
        print::say("Offered. Only this desk learns who takes it up, declines it or leaves it.");
        Ok(())
    }
}
