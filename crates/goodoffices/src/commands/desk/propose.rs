//! `desk propose`: put numbered options to all sides, for sealed answers.

use channel::desk::Command as Act;
use channel::{Civil, ProposalId};
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::session::random;
use crate::{input, print, time};

/// Put numbered options to all sides, for sealed answers.
#[derive(Args)]
pub(crate) struct Propose {
    /// The channel; the only one if left out
    #[arg(long)]
    channel: Option<String>,
    /// A file with one option; give it once for each, in their order
    #[arg(long = "option-file", value_name = "FILE", required = true)]
    options: Vec<std::path::PathBuf>,
    /// When what all would take is shown to all: a time, or a span such as 7d
    #[arg(long)]
    reveal_at: String,
    /// What it is about, to this desk alone; proposals on one subject are counted
    #[arg(long, default_value = "")]
    subject: String,
}

impl Propose {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let options = self.options.iter().map(|file| input::one_text(file)).collect::<Result<Vec<_>, _>>()?;
        desk.act(&Look::default(), |view, now| {
            let channel = name::channel(view, self.channel.as_deref())?;
            let reveal_at = Civil(time::parse(&self.reveal_at, now)?);
            Ok(Act::Propose { proposal: ProposalId(random()), channel, options, reveal_at, subject: self.subject })
        })?;
        print::say("Proposed. Answers stay sealed, from this desk too, until what all would take is shown.");
        Ok(())
    }
}
