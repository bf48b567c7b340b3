//! `desk correct`: correct words that the desk conveyed.

use channel::Label;
use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::input::TextArgs;
use crate::print;

/// Correct words that the desk conveyed.
#[derive(Args)]
pub(crate) struct Correct {
    /// The item, by the number that `inbox` shows
    item: u32,
    /// What the words are to the authentic text; as before if left out
    #[arg(long)]
    label: Option<Label>,
    /// For this addressee; for all of the item's if none is named
    #[arg(long)]
    to: Vec<String>,
    /// A condition that should have been conveyed; those that were if none is given
    #[arg(long = "condition")]
    conditions: Vec<String>,
    /// A reservation that should have been conveyed; those that were if none is given
    #[arg(long = "reservation")]
    reservations: Vec<String>,
    /// The scope that should have been conveyed; what was if left out
    #[arg(long)]
    scope: Option<String>,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl Correct {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let words = self.text.read()?;
        desk.act(&Look::items([self.item]), |view, _| {
            let (item, to) = (name::item_id(view, self.item)?, name::parties(view, &self.to)?);
            let some = |list: Vec<String>| if list.is_empty() { None } else { Some(list) };
            Ok(Act::Correct {
                item,
                words,
                label: self.label,
                to,
                conditions: some(self.conditions),
                reservations: some(self.reservations),
                scope: self.scope,
            })
        })?;
        print::say(
            "Corrected. Where the author has to approve the words, or two officers are needed, it waits for that.",
        );
        Ok(())
    }
}
