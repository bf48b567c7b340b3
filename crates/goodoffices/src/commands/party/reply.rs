//! `party reply`: answer a private question of the desk.

use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::input::TextArgs;
use crate::print;

/// Answer a private question of the desk.
#[derive(Args)]
pub(crate) struct Reply {
    /// The question, by the number that `inbox` shows
    question: u32,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl Reply {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        let text = self.text.read()?;
        party
            .act(&Look::default(), |view, _| Ok(Act::Reply { question: name::question(view, self.question)?, text }))?;
        print::say("Replied, to the desk alone.");
        Ok(())
    }
}
