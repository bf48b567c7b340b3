//! `readout-key`: the public key with which what an office publishes is checked.

use clap::Args;
use office::view::Look;

use crate::failure::Failure;
use crate::print;
use crate::session::{HomeArgs, Session};

/// Show the line by which anybody checks what this office publishes.
#[derive(Args)]
pub(crate) struct ReadoutKey {}

impl ReadoutKey {
    /// Shows it.
    pub(crate) fn run(self, home: &HomeArgs) -> Result<(), Failure> {
        let view = Session::open(home)?.look(&Look::default())?;
        let key = view.office.readout_key.ok_or_else(|| {
            Failure::given("this office has no key for readouts yet: it is made when the first one is published")
        })?;
        let line = sealing::readout::allowed_signer(&view.office.name, &key);
        if home.json {
            return print::json(&line);
        }
        print::say(&line);
        Ok(())
    }
}
