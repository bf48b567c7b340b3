//! `status`: how an office stands.

use clap::Args;
use office::view::Look;

use crate::failure::Failure;
use crate::print;
use crate::session::{HomeArgs, Session};

/// Shows how an office stands.
#[derive(Args)]
pub(crate) struct Status {
    #[command(flatten)]
    home: HomeArgs,
}

impl Status {
    /// Shows it.
    pub(crate) fn run(self) -> Result<(), Failure> {
        let mut session = Session::open(&self.home)?;
        session.listen()?;
        let view = session.look(&Look { lines: true, ..Look::default() })?;
        if self.home.json {
            print::json(&view)?;
        } else {
            print::status(&view);
        }
        Ok(())
    }
}
