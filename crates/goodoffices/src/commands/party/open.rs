//! `party open`: keeps a party's office open.

use clap::Args;

use crate::commands::keep_open;
use crate::failure::Failure;
use crate::session::HomeArgs;

/// Keeps a party's office open.
#[derive(Args)]
pub(crate) struct Open {
    #[command(flatten)]
    open: keep_open::KeepOpen,
}

impl Open {
    /// Keeps it open until it is told to stop.
    pub(super) fn run(self, home: &HomeArgs) -> Result<(), Failure> {
        self.open.run(home, "party")
    }
}
