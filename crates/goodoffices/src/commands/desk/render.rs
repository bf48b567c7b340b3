//! `desk render`: put an item into the words in which it may be conveyed.

use channel::Label;
use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::input::{TextArgs, TranslationArgs};
use crate::print;

/// Put an item into the words in which it may be conveyed.
#[derive(Args)]
pub(crate) struct Render {
    /// The item, by the number that `inbox` shows
    item: u32,
    /// What the words are to the authentic text: verbatim, paraphrase or gist
    #[arg(long)]
    label: Label,
    /// For this addressee; for all of the item's if none is named
    #[arg(long)]
    to: Vec<String>,
    /// A condition in the desk's words; the author's if none is given
    #[arg(long = "condition")]
    conditions: Vec<String>,
    /// A reservation in the desk's words; the author's if none is given
    #[arg(long = "reservation")]
    reservations: Vec<String>,
    /// The scope in the desk's words; the author's if left out
    #[arg(long)]
    scope: Option<String>,
    /// Take the authentic text itself as the words
    #[arg(long, conflicts_with = "text_file")]
    as_written: bool,
    /// Translations of the words, conveyed with them.
    #[command(flatten)]
    translations: TranslationArgs,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl Render {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let given = if self.as_written { None } else { Some(self.text.read()?) };
        desk.act(&Look::items([self.item]), |view, now| {
            let some = |list: Vec<String>| if list.is_empty() { None } else { Some(list) };
            Ok(Act::Render {
                item: name::item_id(view, self.item)?,
                words: given.map_or_else(|| name::item(view, self.item).map(|item| item.words.clone()), Ok)?,
                label: self.label,
                to: name::parties(view, &self.to)?,
                conditions: some(self.conditions),
                reservations: some(self.reservations),
                scope: self.scope,
                translations: self.translations.read(now)?,
            })
        })?;
        print::say(
            "Rendered. If its author has to approve the words they are on their way there; else `desk release` conveys them.",
        );
        Ok(())
    }
}
