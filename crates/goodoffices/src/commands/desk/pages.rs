//! `desk pages`: an address for one more browser.

use clap::Args;
use office::control::{Reply, Request};
use office::view::Look;

use super::Desk;
use crate::failure::Failure;
use crate::session::{must_be_open, unexpected};
use crate::{browser, print};

/// Print a one-time address of the pages of a desk that is open, for one more browser.
#[derive(Args)]
pub(crate) struct Pages {}

impl Pages {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        must_be_open(&desk.home)?;
        let (mut session, _, officer) = desk.session(&Look::default())?;
        match session.ask(Request::Address { officer })? {
            Reply::Address(address) => {
                print::say(&address);
                browser::show(&address);
                Ok(())
            }
            other => Err(unexpected(other)),
        }
    }
}
