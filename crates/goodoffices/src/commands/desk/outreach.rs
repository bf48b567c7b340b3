//! `desk outreach`: reach out in the desk's own words, one text to all.

use channel::desk::Command as Act;
use channel::{Civil, Form, ItemId, OwnWords, Precedence};
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::input::TextArgs;
use crate::session::random;
use crate::{print, time};

/// Reach out in the desk's own words, one text to all.
#[derive(Args)]
pub(crate) struct Outreach {
    /// The channel; the only one if left out
    #[arg(long)]
    channel: Option<String>,
    /// To this party; to all of the channel's if none is named
    #[arg(long)]
    to: Vec<String>,
    /// From when on the words are void: a time, or a span such as 30d, which ends with its day
    #[arg(long)]
    lapses: String,
    /// routine, urgent or flash
    #[arg(long)]
    precedence: Option<Precedence>,
    /// The form: a non-paper if left out
    #[arg(long)]
    form: Option<Form>,
    /// What the words are: outreach, idea (of the intermediary's, of no side) or assurance (what it is itself ready to do)
    #[arg(long = "as", default_value = "outreach")]
    own: OwnWords,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl Outreach {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let text = self.text.read()?;
        desk.act(&Look::default(), |view, now| {
            Ok(Act::Outreach {
                item: ItemId(random()),
                channel: name::channel(view, self.channel.as_deref())?,
                text,
                lapses: Civil(time::ending(&self.lapses, now)?),
                to: name::parties(view, &self.to)?,
                precedence: self.precedence,
                form: self.form,
                own: Some(self.own),
            })
        })?;
        print::say("The desk's own words are on their way.");
        Ok(())
    }
}
