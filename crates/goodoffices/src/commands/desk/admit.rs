//! `desk admit`: take in what was held because its envoy's mandate was over.

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::{Desk, name};
use crate::failure::Failure;
use crate::print;

/// Take in what was held because its envoy's mandate was over.
#[derive(Args)]
pub(crate) struct Admit {
    /// The item, by the number that `inbox` shows
    item: u32,
}

impl Admit {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::items([self.item]), |view, _| Ok(Act::Admit { item: name::item_id(view, self.item)? }))?;
        print::say("Admitted: it may now be rendered.");
        Ok(())
    }
}
