//! `desk declare-interest`: declare an interest of the intermediary's own, to all parties.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::Desk;
use crate::failure::Failure;
use crate::input::TextArgs;
use crate::print;

/// Declare an interest of the intermediary's own, to all parties.
#[derive(Args)]
pub(crate) struct DeclareInterest {
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl DeclareInterest {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let words = self.text.read()?;
        desk.act(&Look::default(), |_, _| Ok(Act::DeclareInterest { words }))?;
        print::say("Declared to every office, and to those that come later.");
        Ok(())
    }
}
