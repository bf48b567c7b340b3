//! `desk check`: hold a text against what may not be spoken of and words that commit, and change nothing.

use clap::Args;
use office::control::Request;
use office::view::Look;

use super::{Desk, name};
use crate::checked;
use crate::failure::Failure;
use crate::input::TextArgs;

/// Hold a text against what may not be spoken of and words that commit, and change nothing.
#[derive(Args)]
pub(crate) struct Check {
    /// A party that the text concerns
    #[arg(long)]
    concerns: Vec<String>,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl Check {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let text = self.text.read()?;
        let (mut session, view, _) = desk.session(&Look::default())?;
        let concerns = name::parties(&view, &self.concerns)?;
        checked::show(session.ask(Request::Check { text, concerns })?, desk.home.json)
    }
}
