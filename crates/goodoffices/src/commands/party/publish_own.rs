//! `party publish-own`: publish a readout of this party's own, with a signature.

use std::path::PathBuf;

use channel::ReadoutHandle;
use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::Party;
use crate::failure::Failure;
use crate::input::TextArgs;
use crate::published;
use crate::session::random;

/// Publish a readout of this party's own, with a signature. `check` shows first what it touches.
#[derive(Args)]
pub(crate) struct PublishOwn {
    /// Write the text to this new file, and its signature beside it with `.sig`
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    /// The text.
    #[command(flatten)]
    text: TextArgs,
}

impl PublishOwn {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        published::free(&self.out)?;
        let text = self.text.read()?;
        let readout = ReadoutHandle(random());
        let made = party.act(&Look::default(), |_, _| Ok(Act::PublishOwn { readout, text }))?;
        published::write(&self.out, &made)
    }
}
