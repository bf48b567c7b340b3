//! `party lodge`: give the desk a message to convey.

use channel::party::Command as Act;
use channel::{ChannelHandle, Civil, Handling, ItemId, Lodging};
use clap::Args;
use office::view::{Look, View};

use super::{Party, name};
use crate::content::ContentArgs;
use crate::failure::Failure;
use crate::session::random;
use crate::{print, time};

/// Give the desk a message to convey.
#[derive(Args)]
pub(crate) struct Lodge {
    /// The channel; the only one if left out
    #[arg(long)]
    channel: Option<String>,
    /// To this other of the channel, by number or label; to all if none is named
    #[arg(long)]
    to: Vec<String>,
    /// How far the words may be changed: verbatim, paraphrase or gist; as the desk sees fit if left out
    #[arg(long)]
    handling: Option<Handling>,
    /// You approve the words before they are conveyed
    #[arg(long)]
    approve: bool,
    /// Not to be conveyed before
    #[arg(long)]
    not_before: Option<String>,
    /// Not to be conveyed after
    #[arg(long)]
    not_after: Option<String>,
    /// The conveyed item that it answers, by number
    #[arg(long)]
    answers: Option<u32>,
    /// An item of yours that it says again, by number
    #[arg(long)]
    reaffirms: Option<u32>,
    /// An item of yours that it replaces, by number
    #[arg(long)]
    supersedes: Option<u32>,
    /// What is said.
    #[command(flatten)]
    content: ContentArgs,
}

impl Lodge {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        let text = self.content.read()?;
        let tied = [self.answers, self.reaffirms, self.supersedes].into_iter().flatten();
        party.act(&Look::items(tied), |view, now| self.command(view, now, text))?;
        print::say("Lodged with the desk.");
        Ok(())
    }

    fn command(self, view: &View, now: i64, text: String) -> Result<Act, Failure> {
        let moment = |text: Option<String>| text.map(|text| time::parse(&text, now)).transpose();
        let channel: ChannelHandle = name::channel(view, self.channel.as_deref())?;
        let content = self.content.content(text, now)?;
        Ok(Act::Lodge(Lodging {
            to: name::others(view, &channel.to_string(), &self.to)?,
            handling: self.handling.unwrap_or(Handling::AtDesk),
            approve: self.approve,
            not_before: moment(self.not_before)?.map(Civil),
            not_after: moment(self.not_after)?.map(Civil),
            answers: self.answers.map(|no| name::item_id(view, no)).transpose()?,
            reaffirms: self.reaffirms.map(|no| name::item_id(view, no)).transpose()?,
            supersedes: self.supersedes.map(|no| name::item_id(view, no)).transpose()?,
            ..Lodging::new(ItemId(random()), channel, content)
        }))
    }
}
