//! `desk invite`: make an invitation for a party's principal or an envoy.

use std::io::Write;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use clap::Args;
use office::act::{Act, OfficeAct};
use office::view::{Look, View};
use qrcode::QrCode;
use qrcode::render::unicode::Dense1x2;

use super::{Desk, name};
use crate::failure::Failure;
use crate::{print, time};

/// Make an invitation for a party's principal or an envoy.
#[derive(Args)]
pub(crate) struct Invite {
    /// The party, by name
    party: String,
    /// For this envoy, whom the principal has appointed; for the principal if left out
    #[arg(long)]
    envoy: Option<String>,
    /// Until when it may be taken up
    #[arg(long, default_value = "14d")]
    expires: String,
    /// Write the invitation to this new file instead of showing it
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// Take the place of the office that this holder has: the old one is told nothing from now on
    #[arg(long)]
    replace: bool,
    /// Show it as a QR code too
    #[arg(long)]
    qr: bool,
}

impl Invite {
    /// Does it.
    pub(super) fn run(self, desk: &Desk) -> Result<(), Failure> {
        let act = |view: &View, now| {
            let party = name::party(view, &self.party)?.0;
            let until = time::parse(&self.expires, now)?;
            Ok(Act::Office(OfficeAct::Invite { party, envoy: self.envoy.clone(), until, replace: self.replace }))
        };
        // Shown before anything else is waited for: it is shown once.
        desk.office_act(&Look::default(), act, |made| self.show(made, desk.home.json)).map(drop)
    }

    fn show(&self, made: &serde_json::Value, json: bool) -> Result<(), Failure> {
        let text = |key: &str| made.get(key).and_then(serde_json::Value::as_str).unwrap_or_default();
        let (invitation, code) = (text("invitation"), text("code"));
        if let Some(file) = &self.out {
            write_new(file, invitation)?;
        }
        if json {
            return print::json(made);
        }
        if self.out.is_none() {
            print::say(invitation.trim_end());
        }
        if self.qr {
            print::say(&qr(invitation)?);
        }
        print::say("Say these six words by another way than the invitation goes; they are shown once:");
        print::say(&format!("  {code}"));
        print::say("It works once, and expires. When the office has joined, compare the line's check words by voice.");
        Ok(())
    }
}

fn write_new(file: &Path, invitation: &str) -> Result<(), Failure> {
    let unwritten =
        |error| Failure::machine(format!("the invitation was made but could not be written ({error}): invite again"));
    let mut out = std::fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(file).map_err(unwritten)?;
    out.write_all(invitation.as_bytes()).and_then(|()| out.sync_all()).map_err(unwritten)
}

fn qr(invitation: &str) -> Result<String, Failure> {
    let code = QrCode::with_error_correction_level(invitation, qrcode::EcLevel::L)
        .map_err(|_| Failure::machine("the invitation is too long for one QR code: use the text"))?;
    Ok(code.render::<Dense1x2>().build())
}
