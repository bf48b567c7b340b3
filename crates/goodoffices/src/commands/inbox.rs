//! `inbox` and `show`: the same at a desk and at a party.

use channel::party;
use clap::Args;
use office::act::Act;

use super::name;
use crate::failure::Failure;
use crate::print;
use crate::session::{HomeArgs, Session};

/// Shows the items, and what is outstanding.
#[derive(Args)]
pub(crate) struct Inbox {}

impl Inbox {
    /// Shows them.
    pub(crate) fn run(self, home: &HomeArgs) -> Result<(), Failure> {
        let mut session = Session::open(home)?;
        session.listen()?;
        let view = session.view()?;
        if home.json {
            return print::json(&view);
        }
        print::items(&view);
        print::outstanding(&view);
        for question in &view.questions {
            let reply = question.reply.as_ref().map_or_else(|| "no reply yet".to_owned(), |reply| print::safe(reply));
            print::say(&format!("Question {}: {} ({reply})", question.no, print::safe(&question.text)));
        }
        Ok(())
    }
}

/// Shows one item whole.
#[derive(Args)]
pub(crate) struct Show {
    /// The item, by the number that `inbox` shows
    item: u32,
}

impl Show {
    /// Shows it.
    pub(crate) fn run(self, home: &HomeArgs) -> Result<(), Failure> {
        let mut session = Session::open(home)?;
        session.listen()?;
        let view = session.view()?;
        let item = name::item(&view, self.item)?;
        if item.side == "received"
            && let Ok(conveyed) = item.item.parse()
        {
            // Whoever is shown the words has read them; only this office knows. What cannot be read any more is refused.
            let _ = session.act("", Act::Party(party::Command::Read { conveyed }));
        }
        if home.json {
            return print::json(item);
        }
        print::item(&view, item);
        Ok(())
    }
}
