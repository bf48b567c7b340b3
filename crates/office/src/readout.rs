//! What an office publishes: the key that signs it, and the signature, made in the transaction that publishes.

use channel::{desk, party};
use sealing::readout::ReadoutKey;
use serde_json::{Value, json};

use crate::batch::Batch;
use crate::event::{Event, OfficeEvent};
use crate::office::{Machine, Office, OfficeError};
use crate::store::{Store, Table, Write};
use crate::vault::VaultError;

/// The row that holds the key.
const KEY_ROW: &[u8] = b"readout";

impl<S: Store> Office<S> {
    /// A row for a new key, where the office has none yet.
    pub(crate) fn make_readout_key(&mut self) -> Result<Option<Write>, OfficeError> {
        if self.vault.get(Table::Own, KEY_ROW)?.is_some() {
            return Ok(None);
        }
        let key = ReadoutKey::generate(&mut *self.rng);
        Ok(Some(self.vault.put(Table::Own, KEY_ROW.to_vec(), key.as_bytes(), &mut *self.rng)))
    }

    fn readout_key(&self) -> Result<Option<ReadoutKey>, OfficeError> {
        let Some(bytes) = self.vault.get(Table::Own, KEY_ROW)? else { return Ok(None) };
        Ok(Some(ReadoutKey::from_slice(&bytes).ok_or(VaultError::Damaged("the key of readouts"))?))
    }

    /// The public key with which what this office publishes is verified; none before it has a key.
    pub(crate) fn readout_public(&self) -> Option<String> {
        self.readout_key().ok().flatten().map(|key| key.public())
    }

    /// Signs what these events publish, in the same transaction; says what came of it.
    pub(crate) fn sign_published(&mut self, batch: &mut Batch) -> Result<Value, OfficeError> {
        let Some((readout, text)) = batch.events().iter().find_map(|event| self.published(event)) else {
            return Ok(Value::Null);
        };
        let made = self.make_readout_key()?;
        if let Some(write) = made {
            // The key is there before anything is signed with it.
            self.vault.commit(&[write])?;
        }
        let key = self.readout_key()?.ok_or(VaultError::Damaged("the key of readouts"))?;
        let signature = key.sign(text.as_bytes()).ok_or(VaultError::Damaged("the key of readouts"))?;
        batch.own(OfficeEvent::ReadoutSigned { readout, signature: signature.clone() });
        Ok(json!({ "text": text, "signature": signature, "key": key.public() }))
    }

    /// The text that an event publishes.
    fn published(&self, event: &Event) -> Option<([u8; 16], String)> {
        match (event, &self.machine) {
            (Event::Desk(desk::Event::Published { readout, .. }), Machine::Desk(state)) => {
                Some((readout.0, state.readouts.get(readout)?.text.clone()))
            }
            (Event::Party(party::Event::PublishedOwn { readout, text, .. }), _) => Some((readout.0, text.clone())),
            _ => None,
        }
    }
}
