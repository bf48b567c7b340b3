//! `inbox` and `show`: the same at a desk and at a party.

use channel::party;
use clap::Args;
use office::act::Act;
use office::view::{Look, Page};

use super::name;
use crate::failure::Failure;
use crate::print;
use crate::session::{HomeArgs, Session};

/// Shows the latest items, everything else that is here, and what is outstanding.
#[derive(Args)]
pub(crate) struct Inbox {
    /// Only items before this number
    #[arg(long, value_name = "NUMBER")]
    before: Option<u32>,
    /// How many items at most
    #[arg(long, default_value_t = office::view::PAGE)]
    most: u32,
    /// Only items of this channel
    #[arg(long)]
    channel: Option<String>,
    /// Only items that have this in their words, form, state or author
    #[arg(long, value_name = "WORDS")]
    search: Option<String>,
}

impl Inbox {
    /// Shows them.
    pub(crate) fn run(self, home: &HomeArgs) -> Result<(), Failure> {
        let mut session = Session::open(home)?;
        session.listen()?;
        let channel = match &self.channel {
            Some(named) => Some(name::channel::<String>(&session.look(&Look::default())?, Some(named))?),
            None => None,
        };
        let page = Page { most: self.most, before: self.before, channel, search: self.search };
        let view = session.look(&Look { lines: home.json, ..Look::page(page) })?;
        if home.json {
            return print::json(&print::without_oral(view));
        }
        print::items(&view);
        print::matters(&view);
        print::outstanding(&view);
        Ok(())
    }
}

/// Shows one item whole, or one pair, proposal, offer, readout, question, text or note.
#[derive(Args)]
pub(crate) struct Show {
    /// The item's number, as `inbox` shows it; or what it is, such as `proposal`, with its number
    #[arg(num_args = 1..=2, required = true, value_name = "WHAT")]
    what: Vec<String>,
}

impl Show {
    /// Shows it.
    pub(crate) fn run(self, home: &HomeArgs) -> Result<(), Failure> {
        let number = |text: &String| {
            text.parse::<u32>()
                .map_err(|_| Failure::given(format!("\"{text}\" is no number: `inbox` shows the numbers")))
        };
        match self.what.as_slice() {
            [kind, no] => show_matter(home, kind, number(no)?),
            [no] => show_item(home, number(no)?),
            _ => Err(Failure::given("name an item by its number")),
        }
    }
}

fn show_matter(home: &HomeArgs, kind: &str, no: u32) -> Result<(), Failure> {
    let mut session = Session::open(home)?;
    session.listen()?;
    let view = session.look(&Look { findings: kind == "readout", ..Look::default() })?;
    if home.json {
        return print::json(&view);
    }
    print::matter(&view, kind, no)
}

fn show_item(home: &HomeArgs, no: u32) -> Result<(), Failure> {
    let mut session = Session::open(home)?;
    session.listen()?;
    let view = session.look(&Look { codes: true, ..Look::items([no]) })?;
    let item = name::item(&view, no)?;
    let shown = if home.json { !print::is_oral(item) } else { print::is_shown(item) };
    if shown
        && item.side == "received"
        && let Ok(conveyed) = item.item.parse()
    {
        // Whoever is shown the words has read them; only this office knows. What cannot be read any more is refused.
        let _ = session.act("", Act::Party(party::Command::Read { conveyed }));
    }
    if home.json {
        return print::json(&print::without_oral(view).items.first());
    }
    print::item(&view, item);
    session.finish();
    Ok(())
}
