//! `desk add-party`: take a party into the desk's service.

use channel::PartyId;
use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::Desk;
use crate::failure::Failure;
use crate::print;

/// Take a party into the desk's service.
#[derive(Args)]
pub(crate) struct AddParty {
    /// The party's name; no other party is ever shown it
    #[arg(long)]
    name: String,
    /// The title of its principal, such as "Prime Minister"
    #[arg(long)]
    principal: String,
}

impl AddParty {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        desk.act(&Look::default(), |view, _| {
            let number = view.parties.iter().map(|party| party.party).max().unwrap_or(0) + 1;
            let calls = std::collections::BTreeMap::new();
            Ok(Act::AddParty { party: PartyId(number), name: self.name, principal: self.principal, calls })
        })?;
        print::say("The party is added. Next: `desk invite` makes the invitation for its principal.");
        Ok(())
    }
}
