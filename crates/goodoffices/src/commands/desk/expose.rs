//! `desk expose`: hold a press text against everything that is here.

use channel::NoteId;
use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::Desk;
use crate::failure::Failure;
use crate::input::TextArgs;
use crate::print;
use crate::session::random;

/// Hold a press text against everything that is here: what it may have, and who knew those words.
#[derive(Args)]
pub(crate) struct Expose {
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl Expose {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let text = self.text.read()?;
        let note = NoteId(random());
        desk.act(&Look::default(), |_, _| Ok(Act::Expose { note, text }))?;
        let view = desk.look(&Look::default())?;
        let id = note.to_string();
        let found = view.notes.iter().find(|one| one.note.as_ref() == Some(&id));
        let matches = found.map(|one| one.matches.as_slice()).unwrap_or_default();
        if desk.home.json {
            return print::json(&matches);
        }
        if matches.is_empty() {
            print::say("Nothing here is like it.");
        } else {
            print::say("Like it, the likest first. It is no verdict on who passed it on.");
        }
        print::matches(&view, matches);
        Ok(())
    }
}
