//! Who is at the desk: each officer has a passphrase of its own, and the office does nothing in the name of an officer who
//! has not shown that it has it. Whoever opened the vault has; another one answers a challenge.

use channel::desk;
use rand_core::Rng;
use sealing::Params;
use serde::{Deserialize, Serialize};

use crate::batch::Batch;
use crate::event::{Event, OfficeEvent};
use crate::office::{Machine, Office, OfficeError};
use crate::refused::OwnRefusal;
use crate::store::Store;
use crate::vault::{Access, Admission, VaultError};

/// What an office asks of somebody at its door. It tells no more than the vault's file does.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Challenge {
    /// The vault's header, for [`crate::vault::Access`].
    pub header: Vec<u8>,
    /// Drawn for this once.
    pub nonce: [u8; 32],
}

impl Challenge {
    /// Whose passphrase this is, if it opens the vault: an officer's name; nothing at a party's office. It is as slow as
    /// opening the vault, so it is not for a thread that others wait for.
    pub fn holder(&self, passphrase: &str) -> Option<String> {
        Access::of(&self.header, passphrase, Params::standard()).ok().map(|access| access.holder().to_owned())
    }

    /// What an officer signs.
    pub fn words(nonce: &[u8; 32], officer: &str) -> Vec<u8> {
        [nonce.as_slice(), officer.as_bytes()].concat()
    }
}

impl<S: Store> Office<S> {
    /// Whose passphrase opened the vault: an officer's name; nothing at a party's office.
    pub fn opened_by(&self) -> &str {
        self.vault.holder()
    }

    /// A challenge for somebody at the door.
    pub fn challenge(&mut self) -> Result<Challenge, OfficeError> {
        let mut nonce = [0; 32];
        self.rng.fill_bytes(&mut nonce);
        Ok(Challenge { header: self.vault.header()?, nonce })
    }

    /// Whether this is the named officer's answer to a challenge.
    pub fn is_answered(&self, officer: &str, nonce: &[u8; 32], answer: &str) -> Result<bool, OfficeError> {
        let Some(public) = self.vault.public_of(officer)? else { return Ok(false) };
        Ok(sealing::officer::answered(&public, &Challenge::words(nonce, officer), answer).is_ok())
    }

    /// What lets a new passphrase open this vault: for [`Office::admit`].
    pub fn admission(&mut self, holder: &str, passphrase: &str) -> Result<Admission, OfficeError> {
        self.vault.admission(holder, passphrase, &mut *self.rng).map_err(refused)
    }

    /// Lets a passphrase open this vault from now on: `by`'s own in the place of the earlier one, or the first one of an
    /// officer who has none yet.
    pub fn admit(&mut self, by: &str, admission: &Admission) -> Result<(), OfficeError> {
        let holder = admission.holder.as_str();
        let is_officer = match &self.machine {
            Machine::Desk(state) => {
                state.set_up.as_ref().is_some_and(|set_up| set_up.officers.iter().any(|one| one == holder))
            }
            Machine::Party(_) => holder.is_empty(),
        };
        if !is_officer {
            return Err(OfficeError::Refused(
                OwnRefusal::NoOfficer
                    .of(holder, format!("\"{holder}\" is no officer of this desk: add the officer first")),
            ));
        }
        if holder != by && self.vault.public_of(holder)?.is_some() {
            return Err(OfficeError::Refused(OwnRefusal::HasPassphrase.of(
                holder,
                format!(
                    "\"{holder}\" has a passphrase already, and only \"{holder}\" changes it: remove the officer if it is lost"
                ),
            )));
        }
        let writes = self.vault.admit(admission, &mut *self.rng).map_err(refused)?;
        let mut batch = Batch::new();
        batch.own(OfficeEvent::Admitted { holder: holder.to_owned(), by: by.to_owned() });
        writes.into_iter().for_each(|write| batch.write(write));
        self.commit(batch)
    }

    /// An officer who is removed opens this vault no longer from the same transaction on.
    pub(crate) fn dismiss_removed(&mut self, by: &str, batch: &mut Batch) -> Result<(), OfficeError> {
        let Some(holder) = batch.events().iter().find_map(removed_officer).map(str::to_owned) else { return Ok(()) };
        if let Some(writes) = self.vault.dismiss(&holder, &mut *self.rng)? {
            batch.own(OfficeEvent::Dismissed { holder, by: by.to_owned() });
            writes.into_iter().for_each(|write| batch.write(write));
        }
        Ok(())
    }
}

/// What is no fault of the vault but of what was given.
fn refused(error: VaultError) -> OfficeError {
    match error {
        VaultError::Taken => OfficeError::Refused(OwnRefusal::PassphraseTaken.saying(error.to_string())),
        VaultError::TooManyHolders => OfficeError::Refused(OwnRefusal::TooManyPassphrases.saying(error.to_string())),
        other => other.into(),
    }
}

/// The officer whom an event removes.
pub(crate) fn removed_officer(event: &Event) -> Option<&str> {
    match event {
        Event::Desk(desk::Event::OfficerRemoved { name }) => Some(name),
        _ => None,
    }
}
