//! `party check`: hold a text against what may not be spoken of and words that commit, and change nothing.

use clap::Args;
use office::control::Request;

use super::Party;
use crate::checked;
use crate::failure::Failure;
use crate::input::TextArgs;
use crate::session::Session;

/// Hold a text against what may not be spoken of and words that commit, and change nothing.
#[derive(Args)]
pub(crate) struct Check {
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl Check {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        let text = self.text.read()?;
        let mut session = Session::open(&party.home)?;
        checked::show(session.ask(Request::Check { text, concerns: Vec::new() })?, party.home.json)
    }
}
