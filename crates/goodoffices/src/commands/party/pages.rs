//! `party pages`: an address for one more browser.

use clap::Args;
use office::control::{Reply, Request};

use super::Party;
use crate::failure::Failure;
use crate::session::{Session, must_be_open, unexpected};
use crate::{browser, print};

/// Print a one-time address of the pages of an office that is open, for one more browser.
#[derive(Args)]
pub(crate) struct Pages {}

impl Pages {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        must_be_open(&party.home)?;
        let mut session = Session::open(&party.home)?;
        match session.ask(Request::Address { officer: String::new() })? {
            Reply::Address(address) => {
                print::say(&address);
                browser::show(&address);
                Ok(())
            }
            other => Err(unexpected(other)),
        }
    }
}
