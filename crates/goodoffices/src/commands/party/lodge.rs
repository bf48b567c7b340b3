//! `party lodge`: give the desk a message to convey.

use channel::party::Command as Act;
use channel::{ChannelHandle, Civil, Content, Disclosure, Form, Handling, ItemId, Lodging, Precedence};
use clap::Args;
use office::view::View;

use super::{Party, name};
use crate::failure::Failure;
use crate::input::{TextArgs, TranslationArgs};
use crate::session::random;
use crate::{print, time};

/// Give the desk a message to convey.
#[derive(Args)]
pub(crate) struct Lodge {
    /// The channel; the only one if left out
    #[arg(long)]
    channel: Option<String>,
    /// From when on it is void by itself: a time, or a span such as 30d
    #[arg(long)]
    lapses: String,
    /// To this other of the channel, by number or label; to all if none is named
    #[arg(long)]
    to: Vec<String>,
    /// The form, such as non-paper, oral-message, aide-memoire, personal-message
    #[arg(long, default_value = "non-paper")]
    form: Form,
    /// How far the words may be changed: verbatim, paraphrase or gist; as the desk sees fit if left out
    #[arg(long)]
    handling: Option<Handling>,
    /// You approve the words before they are conveyed
    #[arg(long)]
    approve: bool,
    /// routine, urgent or flash
    #[arg(long, default_value = "routine")]
    precedence: Precedence,
    /// A condition on which it is said
    #[arg(long = "condition")]
    conditions: Vec<String>,
    /// What is reserved
    #[arg(long = "reservation")]
    reservations: Vec<String>,
    /// What it covers, and what not
    #[arg(long)]
    scope: Option<String>,
    /// The moment as of which it is said
    #[arg(long)]
    as_of: Option<String>,
    /// Not to be conveyed before
    #[arg(long)]
    not_before: Option<String>,
    /// Not to be conveyed after
    #[arg(long)]
    not_after: Option<String>,
    /// What may be said of it outside: secret, without-attribution, may-mention or public
    #[arg(long, default_value = "secret")]
    disclosure: Disclosure,
    /// The conveyed item that it answers, by number
    #[arg(long)]
    answers: Option<u32>,
    /// An item of yours that it says again, by number
    #[arg(long)]
    reaffirms: Option<u32>,
    /// An item of yours that it replaces, by number
    #[arg(long)]
    supersedes: Option<u32>,
    /// Whose personal message it is
    #[arg(long)]
    on_behalf_of: Option<String>,
    /// Who carries it
    #[arg(long)]
    carrier: Option<String>,
    /// The language of the text
    #[arg(long)]
    language: Option<String>,
    /// A passage of the text that is ambiguous by intention: a translator keeps it so
    #[arg(long, value_name = "WORDS")]
    keep_ambiguous: Vec<String>,
    /// Your own translations of the text.
    #[command(flatten)]
    translations: TranslationArgs,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl Lodge {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        let text = self.text.read()?;
        party.act(|view, now| self.command(view, now, text))?;
        print::say("Lodged with the desk.");
        Ok(())
    }

    fn command(self, view: &View, now: i64, text: String) -> Result<Act, Failure> {
        let moment = |text: Option<String>| text.map(|text| time::parse(&text, now)).transpose();
        let channel: ChannelHandle = name::channel(view, self.channel.as_deref())?;
        let content = Content {
            form: self.form,
            text,
            conditions: self.conditions,
            reservations: self.reservations,
            scope: self.scope,
            as_of: moment(self.as_of)?.map(Civil),
            lapses: Civil(time::parse(&self.lapses, now)?),
            precedence: self.precedence,
            on_behalf_of: self.on_behalf_of,
            carrier: self.carrier,
            language: self.language,
            disclosure: self.disclosure,
            keep_ambiguous: self.keep_ambiguous,
            translations: self.translations.read(now)?,
        };
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
