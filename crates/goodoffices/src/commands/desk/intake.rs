//! `desk intake`: write down what a side said by voice.

use channel::desk::{Command as Act, Intake as Told};
use channel::{Civil, Handling, ItemId};
use clap::Args;
use office::view::{Look, View};

use super::{Desk, name};
use crate::content::ContentArgs;
use crate::failure::Failure;
use crate::session::random;
use crate::{print, time};

/// Write down what a side said by voice.
#[derive(Args)]
pub(crate) struct Intake {
    /// Which party said it
    #[arg(long)]
    from: String,
    /// The channel; the only one if left out
    #[arg(long)]
    channel: Option<String>,
    /// To this party; to all others of the channel if none is named
    #[arg(long)]
    to: Vec<String>,
    /// How far the words may be changed, where the party said so: verbatim, paraphrase or gist
    #[arg(long)]
    handling: Option<Handling>,
    /// The party wants to approve the words before they are conveyed
    #[arg(long)]
    approve: bool,
    /// Not to be conveyed before
    #[arg(long)]
    not_before: Option<String>,
    /// Not to be conveyed after
    #[arg(long)]
    not_after: Option<String>,
    /// The item that it answers, by number
    #[arg(long)]
    answers: Option<u32>,
    /// The party's item that it says again, by number
    #[arg(long)]
    reaffirms: Option<u32>,
    /// The party's item that it replaces, by number
    #[arg(long)]
    supersedes: Option<u32>,
    /// What was said.
    #[command(flatten)]
    content: ContentArgs,
}

impl Intake {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let text = self.content.read()?;
        let tied = [self.answers, self.reaffirms, self.supersedes].into_iter().flatten();
        desk.act(&Look::items(tied), |view, now| self.command(view, now, text))?;
        print::say(
            "Written down, as this desk's own note. The party is asked to confirm it; until then it may be told as a paraphrase or gist.",
        );
        Ok(())
    }

    fn command(self, view: &View, now: i64, text: String) -> Result<Act, Failure> {
        let moment = |text: Option<String>| text.map(|text| time::parse(&text, now)).transpose();
        let item = |no: Option<u32>| no.map(|no| name::item_id(view, no)).transpose();
        Ok(Act::Intake(Box::new(Told {
            item: ItemId(random()),
            from: name::party(view, &self.from)?,
            channel: name::channel(view, self.channel.as_deref())?,
            to: name::parties(view, &self.to)?,
            handling: self.handling,
            approve: self.approve,
            not_before: moment(self.not_before)?.map(Civil),
            not_after: moment(self.not_after)?.map(Civil),
            answers: item(self.answers)?,
            reaffirms: item(self.reaffirms)?,
            supersedes: item(self.supersedes)?,
            content: self.content.content(text, now)?,
        })))
    }
}
