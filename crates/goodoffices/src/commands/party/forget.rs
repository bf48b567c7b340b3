//! `party forget`: take the words out of what is no item.

use channel::party::{Command as Act, Matter};
use clap::{Args, ValueEnum};
use office::view::{Look, View};

use super::{Party, name};
use crate::failure::Failure;
use crate::print;

/// Take the words out of what is no item; `erase` does it for an item.
#[derive(Args)]
pub(crate) struct Forget {
    /// What it is
    kind: Kind,
    /// Its number, as `inbox` shows it
    no: u32,
}

/// What has words and is no item.
#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// A private question with its reply
    Question,
    /// A proposal
    Proposal,
    /// An offer
    Offer,
    /// A readout
    Readout,
    /// A single negotiating text with its comments
    Text,
    /// What was said in public on a day of something that this party knows
    Note,
}

impl Forget {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party.act(&Look::default(), |view, _| Ok(Act::Forget { matter: self.matter(view)? }))?;
        print::say("Erased here. What others have of it stays with them.");
        Ok(())
    }

    fn matter(&self, view: &View) -> Result<Matter, Failure> {
        Ok(match self.kind {
            Kind::Question => Matter::Question(name::question(view, self.no)?),
            Kind::Proposal => Matter::Proposal(name::proposal(view, self.no)?),
            Kind::Offer => Matter::Offer(name::offer(view, self.no)?),
            Kind::Readout => Matter::Readout(name::readout(view, self.no)?),
            Kind::Text => Matter::Text(name::text(view, self.no)?),
            Kind::Note => Matter::Note(name::note(view, self.no)?),
        })
    }
}
