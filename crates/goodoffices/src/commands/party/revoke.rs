//! `party revoke`: revoke an envoy's mandate, at once.

use channel::party::Command as Act;
use clap::Args;
use office::view::Look;

use super::Party;
use crate::failure::Failure;
use crate::print;

/// Revoke an envoy's mandate, at once.
#[derive(Args)]
pub(crate) struct Revoke {
    /// The envoy
    envoy: String,
}

impl Revoke {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party.act(&Look::default(), |_, _| Ok(Act::Revoke { envoy: self.envoy }))?;
        print::say("Revoked, as soon as the desk has it.");
        Ok(())
    }
}
