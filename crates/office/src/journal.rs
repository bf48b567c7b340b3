//! The journal: every event that ever took effect in this office, in order, chained by hashes.
//!
//! An entry about an item is written twice over: once without its words, sealed with the rest of the vault, and once
//! whole, sealed under the item's own key. When that key is erased the first form remains, so the office still
//! starts; the chain runs over hashes that are keyed with what was erased, so it still verifies and confirms no guess.

use minicbor::{Decode, Encode};
use rand_core::CryptoRng;
use sealing::vault as seal;
use sealing::{Key, keyed_hash};
use sha2::{Digest, Sha256};

use crate::event::Event;
use crate::store::{Store, Table, Write};
use crate::vault::{BodyId, BodyKey, Vault, VaultError, encode};

/// Where the journal ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Journal {
    /// Number of the last entry; 0 when empty.
    pub(crate) last: u64,
    link: [u8; 32],
}

#[derive(Encode, Decode)]
struct Entry {
    #[n(0)]
    version: u8,
    #[cbor(n(1), with = "minicbor::bytes")]
    hash: [u8; 32],
    #[cbor(n(2), with = "minicbor::bytes")]
    link: [u8; 32],
    #[cbor(n(3), with = "minicbor::bytes")]
    item: Option<[u8; 16]>,
    #[cbor(n(4), with = "minicbor::bytes")]
    without_words: Option<Vec<u8>>,
    #[cbor(n(5), with = "minicbor::bytes")]
    body: Vec<u8>,
}

#[derive(Encode, Decode)]
struct Body {
    #[cbor(n(0), with = "minicbor::bytes")]
    blind: [u8; 32],
    #[cbor(n(1), with = "minicbor::bytes")]
    event: Vec<u8>,
}

const VERSION: u8 = 1;
const PAGE: usize = 1024;

fn number(n: u64) -> Vec<u8> {
    n.to_be_bytes().to_vec()
}

fn chain(link: &[u8; 32], hash: &[u8; 32]) -> [u8; 32] {
    Sha256::new().chain_update(link).chain_update(hash).finalize().into()
}

fn body_aad(n: u64) -> Vec<u8> {
    let mut aad = b"journal body".to_vec();
    aad.extend_from_slice(&n.to_be_bytes());
    aad
}

impl Journal {
    /// A journal with nothing in it.
    pub(crate) const fn empty() -> Self {
        Self { last: 0, link: [0; 32] }
    }

    /// The rows that append `events`, the journal as it is once they are committed, and the events as they are written: those
    /// about an erased item without its words.
    pub(crate) fn append<S: Store>(
        self,
        vault: &Vault<S>,
        events: &[Event],
        keys: &mut Keys,
        rng: &mut dyn CryptoRng,
    ) -> Result<(Self, Vec<Write>, Vec<Event>), VaultError> {
        let mut journal = self;
        let mut writes = Vec::new();
        let mut written = Vec::with_capacity(events.len());
        for event in events {
            let n = journal.last + 1;
            let mut blind = [0; 32];
            rng.fill_bytes(&mut blind);
            let item = event.item();
            let key = match &item {
                Some(item) => keys.of(vault, item, &mut writes, rng)?,
                None => None,
            };
            // An event about an erased item is kept without its words from the start.
            let event = if item.is_some() && key.is_none() { event.without_words() } else { event.clone() };
            let bytes = event.encode();
            let hash = keyed_hash(&Key::from_bytes(blind), &bytes);
            let link = chain(&journal.link, &hash);
            let body = encode(&Body { blind, event: bytes });
            let entry = match key {
                Some(key) => {
                    let body = seal::seal_row(key, &body_aad(n), &body, rng);
                    let without_words = Some(event.without_words().encode());
                    Entry { version: VERSION, hash, link, item, without_words, body }
                }
                None => Entry { version: VERSION, hash, link, item: None, without_words: None, body },
            };
            writes.push(vault.put(Table::Journal, number(n), &encode(&entry), rng));
            journal = Self { last: n, link };
            written.push(event);
        }
        Ok((journal, writes, written))
    }

    /// Reads every entry in order, verifying the chain, and hands each event to `fold`. An event whose words were
    /// erased comes without them.
    pub(crate) fn read<S: Store>(vault: &Vault<S>, mut fold: impl FnMut(u64, Event)) -> Result<Self, VaultError> {
        let mut journal = Self::empty();
        let mut keys = Keys::default();
        loop {
            let rows = vault.scan(Table::Journal, &number(journal.last + 1), PAGE)?;
            let full = rows.len() == PAGE;
            for (key, plain) in rows {
                let n = journal.last + 1;
                if key != number(n) {
                    return Err(VaultError::Damaged("the journal has a gap"));
                }
                let entry: Entry = minicbor::decode(&plain).map_err(|_| VaultError::Damaged("a journal entry"))?;
                if entry.version > VERSION {
                    return Err(VaultError::Later);
                }
                if chain(&journal.link, &entry.hash) != entry.link {
                    return Err(VaultError::Damaged("the journal's chain is broken"));
                }
                let event = open_entry(vault, n, &entry, &mut keys)?;
                fold(n, event);
                journal = Self { last: n, link: entry.link };
            }
            if !full {
                return Ok(journal);
            }
        }
    }
}

/// At most `limit` entries from number `from` on, each with its number. Their chain was verified when the office opened.
pub(crate) fn entries<S: Store>(vault: &Vault<S>, from: u64, limit: usize) -> Result<Vec<(u64, Event)>, VaultError> {
    let mut keys = Keys::default();
    let mut entries = Vec::new();
    for (key, plain) in vault.scan(Table::Journal, &number(from), limit)? {
        let n =
            key.as_slice().try_into().map(u64::from_be_bytes).map_err(|_| VaultError::Damaged("a journal entry"))?;
        let entry: Entry = minicbor::decode(&plain).map_err(|_| VaultError::Damaged("a journal entry"))?;
        entries.push((n, open_entry(vault, n, &entry, &mut keys)?));
    }
    Ok(entries)
}

fn open_entry<S: Store>(vault: &Vault<S>, n: u64, entry: &Entry, keys: &mut Keys) -> Result<Event, VaultError> {
    let whole = match &entry.item {
        None => Some(entry.body.clone()),
        Some(item) => match keys.existing(vault, item)? {
            None => None,
            Some(key) => Some(
                seal::open_row(key, &body_aad(n), &entry.body)
                    .map_err(|_| VaultError::Damaged("an item's words"))?
                    .to_vec(),
            ),
        },
    };
    let bytes = match (whole, &entry.without_words) {
        (Some(whole), _) => {
            let body: Body = minicbor::decode(&whole).map_err(|_| VaultError::Damaged("an event"))?;
            if keyed_hash(&Key::from_bytes(body.blind), &body.event) != entry.hash {
                return Err(VaultError::Damaged("an event is not the one that was written"));
            }
            body.event
        }
        (None, Some(without_words)) => without_words.clone(),
        (None, None) => return Err(VaultError::Damaged("an event has no form without words")),
    };
    Event::decode(&bytes).map_err(|_| VaultError::Damaged("an event cannot be read"))
}

/// The keys of items' words that one pass over the vault has met; small, and gone with the pass.
#[derive(Default)]
pub(crate) struct Keys {
    met: std::collections::BTreeMap<BodyId, BodyKey>,
}

const KEYS_HELD: usize = 4096;

impl Keys {
    /// The item's key, making one (and the write that keeps it) where there is none yet; none if it was erased.
    pub(crate) fn of<S: Store>(
        &mut self,
        vault: &Vault<S>,
        item: &BodyId,
        writes: &mut Vec<Write>,
        rng: &mut dyn CryptoRng,
    ) -> Result<Option<&Key>, VaultError> {
        self.meet(vault, item)?;
        if matches!(self.met.get(item), Some(BodyKey::None)) {
            let (key, write) = vault.new_body_key(item, rng);
            writes.push(write);
            self.met.insert(*item, BodyKey::Key(key));
        }
        self.existing(vault, item)
    }

    /// The item's key, if it has one and it was not erased.
    pub(crate) fn existing<S: Store>(&mut self, vault: &Vault<S>, item: &BodyId) -> Result<Option<&Key>, VaultError> {
        self.meet(vault, item)?;
        Ok(match self.met.get(item) {
            Some(BodyKey::Key(key)) => Some(key),
            _ => None,
        })
    }

    fn meet<S: Store>(&mut self, vault: &Vault<S>, item: &BodyId) -> Result<(), VaultError> {
        if !self.met.contains_key(item) {
            if self.met.len() >= KEYS_HELD {
                self.met.clear();
            }
            self.met.insert(*item, vault.body_key(item)?);
        }
        Ok(())
    }
}
