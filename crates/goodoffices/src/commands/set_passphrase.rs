//! `set-passphrase`: change the passphrase with which one opens an office.

use std::path::PathBuf;

use clap::Args;
use office::view::Look;

use crate::failure::Failure;
use crate::session::{HomeArgs, Session};
use crate::{passphrase, print};

/// Change the passphrase with which you open this office.
#[derive(Args)]
pub(crate) struct SetPassphrase {
    /// Read the new passphrase from this file (its first line) instead of asking for it
    #[arg(long, value_name = "FILE")]
    new_passphrase_file: Option<PathBuf>,
}

impl SetPassphrase {
    /// Does it, for the officer named or, at a party's office or where none is named, whoever has it open.
    pub(crate) fn run(self, home: &HomeArgs, officer: Option<&str>) -> Result<(), Failure> {
        let mut session = Session::open(home)?;
        let opened_by = session.look(&Look::default())?.office.opened_by;
        let holder = officer.map(str::to_owned).or_else(|| opened_by.clone()).unwrap_or_default();
        session.sign_in(&holder, opened_by.as_deref())?;
        let next = passphrase::next_one(self.new_passphrase_file.as_deref(), &holder)?;
        session.admit(&holder, &holder, &next)?;
        session.finish();
        print::say(
            "The new passphrase opens this office, and the old one does no longer. A backup from before still opens with the old one.",
        );
        Ok(())
    }
}
