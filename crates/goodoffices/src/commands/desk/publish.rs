//! `desk publish`: publish a readout that all concerned have cleared, with a signature.

use std::path::PathBuf;

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::published;

/// Publish a readout that all concerned have cleared, with a signature.
#[derive(Args)]
pub(crate) struct Publish {
    /// The readout, by the number that `inbox` shows
    readout: u32,
    /// Write the text to this new file, and its signature beside it with `.sig`
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
}

impl Publish {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        published::free(&self.out)?;
        let look = Look::default();
        let made = desk.act(&look, |view, _| Ok(Act::Publish { readout: name::readout(view, self.readout)? }))?;
        published::write(&self.out, &made)
    }
}
