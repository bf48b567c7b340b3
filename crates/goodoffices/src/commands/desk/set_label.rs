//! `desk set-label`: set what one party is shown for another.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::print;

/// Set what one party is shown for another.
#[derive(Args)]
pub(crate) struct SetLabel {
    /// The party that is shown the label
    #[arg(long)]
    party: String,
    /// The party that it stands for
    #[arg(long)]
    other: String,
    /// The label, such as "the other side"
    #[arg(long)]
    label: String,
}

impl SetLabel {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::default(), |view, _| {
            let (party, other) = (name::party(view, &self.party)?, name::party(view, &self.other)?);
            Ok(Act::SetLabel { party, other, label: self.label })
        })?;
        print::say("The label is set.");
        Ok(())
    }
}
