//! `desk release-pair`: let all declarations of a pair go, in one act.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::print;

/// Let all declarations of a pair go, in one act.
#[derive(Args)]
pub(crate) struct ReleasePair {
    /// The pair, by the number that `inbox` shows
    pair: u32,
}

impl ReleasePair {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::default(), |view, _| Ok(Act::ReleasePair { pair: name::pair(view, self.pair)? }))?;
        print::say("Released, all of them at once.");
        Ok(())
    }
}
