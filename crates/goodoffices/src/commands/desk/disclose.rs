//! `desk disclose`: record what is said in public of items, after the sides were warned.

use channel::NoteId;
use channel::desk::Command as Act;
use clap::Args;
use office::view::{Look, View};

use super::{Desk, name};
use crate::failure::Failure;
use crate::print;
use crate::session::random;

/// Record what is said in public of items; the sides concerned are warned by it.
#[derive(Args)]
pub(crate) struct Disclose {
    /// The items, by the numbers that `inbox` shows
    #[arg(required = true)]
    items: Vec<u32>,
    /// Where it is said
    #[arg(long)]
    at: String,
    /// Do it; without this, only what their authors allowed and who would be warned is shown
    #[arg(long)]
    yes: bool,
}

impl Disclose {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let look = Look::items(self.items.clone());
        if !self.yes {
            let view = desk.look(&look)?;
            self.items.iter().try_for_each(|no| before(&view, *no))?;
            print::say("Nothing is recorded yet. With --yes it is, and these are told before they read it elsewhere.");
            return Ok(());
        }
        desk.act(&look, |view, _| {
            let items = self.items.iter().map(|no| name::item_id(view, *no)).collect::<Result<_, _>>()?;
            Ok(Act::Disclose { note: NoteId(random()), items, occasion: self.at })
        })?;
        print::say("Recorded; the sides concerned are warned.");
        Ok(())
    }
}

fn before(view: &View, no: u32) -> Result<(), Failure> {
    let item = name::item(view, no)?;
    let mut warned = vec![item.from.sentence.clone()];
    warned.extend(item.conveyed.iter().flat_map(|said| said.to.clone()));
    warned.dedup();
    let allowed = item.disclosure.as_deref().unwrap_or("secret");
    print::say(&format!(
        "item {no}: its author allowed \"{allowed}\"; to be warned: {}",
        print::safe(&warned.join(", "))
    ));
    Ok(())
}
