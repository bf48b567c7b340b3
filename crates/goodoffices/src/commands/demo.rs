//! `demo`: watch the reported exchange go through a real hub and real offices.

use std::process::ExitCode;

use clap::Args;

use crate::failure::Failure;

/// Plays the reported exchange.
#[derive(Args)]
pub(crate) struct Demo {
    /// No live picture: play it and end
    #[arg(long)]
    headless: bool,
}

impl Demo {
    /// Plays it.
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        Ok(ExitCode::SUCCESS)
    }
}
