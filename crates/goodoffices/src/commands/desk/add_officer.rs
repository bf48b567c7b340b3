//! `desk add-officer`: add an officer, with a passphrase of the officer's own.

use std::path::PathBuf;

use channel::desk::Command as Act;
use clap::Args;
use office::view::Look;

use super::Desk;
use crate::failure::Failure;
use crate::{passphrase, print};

/// Add an officer, with a passphrase of the officer's own.
#[derive(Args)]
pub(crate) struct AddOfficer {
    /// The officer's name
    name: String,
    /// The second desk that the officer is of, which mediates in some channels too
    #[arg(long, value_name = "NAME")]
    of_desk: Option<String>,
    /// Read the new passphrase from this file (its first line) instead of asking for it
    #[arg(long, value_name = "FILE")]
    new_passphrase_file: Option<PathBuf>,
}

impl AddOfficer {
    /// Does it. An officer who was named when the desk was made and has no passphrase yet gets one.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let (mut session, view, officer) = desk.session(&Look::default())?;
        let next = passphrase::next_one(self.new_passphrase_file.as_deref(), &self.name)?;
        if !view.office.officers.contains(&self.name) {
            let add = Act::AddOfficer { name: self.name.clone(), desk: self.of_desk };
            session.act(&officer, office::act::Act::Desk(add))?;
        }
        session.admit(&officer, &self.name, &next)?;
        session.finish();
        print::say(&format!("{} opens this desk with that passphrase from now on.", print::safe(&self.name)));
        Ok(())
    }
}
