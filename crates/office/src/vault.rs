//! The vault: everything of an office at rest, sealed row by row under a key that only the passphrase opens.
//!
//! The words of an item are sealed once more under a key of the item's own, so that erasing an item is erasing that
//! key. What a row is for is bound into its seal: a row moved to another place does not open.

use std::path::{Path, PathBuf};

use minicbor::{Decode, Encode};
use rand_core::CryptoRng;
use sealing::vault as seal;
use sealing::{Key, Params, Unopened, derive_key, keyed_hash};
use zeroize::Zeroizing;

use crate::store::{Store, StoreError, Table, Write};

/// Names the words of one item: the id of the item, or of what was conveyed.
pub type BodyId = [u8; 16];

/// A row's key and what was sealed in it.
pub type OpenRow = (Vec<u8>, Zeroizing<Vec<u8>>);

/// What the vault has as the key of an item's words.
pub enum BodyKey {
    /// Nothing was written about the item yet.
    None,
    /// It was erased; nothing of the item's words will ever be kept again.
    Erased,
    /// The key.
    Key(Key),
}

/// Why a vault did not open, or a row did not.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// The passphrase is wrong, or the header is damaged: which of the two is not told.
    #[error(
        "the vault did not open: the passphrase is wrong or this is not the vault it belongs to; nothing was changed, try again"
    )]
    Closed,
    /// There is no vault at this place.
    #[error("there is no vault in this home: make one with `init` or `join`, or name another --home")]
    Missing,
    /// A vault exists where a new one was to be made.
    #[error("this home holds a vault already; nothing was changed: name another --home")]
    Exists,
    /// A row is not what it was when it was written.
    #[error(
        "the vault is damaged ({0}); nothing was changed: put back a backup, the peers will send again what it lacks"
    )]
    Damaged(&'static str),
    /// A vault written by a later version.
    #[error("this vault was written by a later version of the program: use that one")]
    Later,
    /// The store below.
    #[error(transparent)]
    Store(#[from] StoreError),
}

#[derive(Encode, Decode)]
struct Header {
    #[n(0)]
    version: u8,
    #[cbor(n(1), with = "minicbor::bytes")]
    salt: [u8; 16],
    #[n(2)]
    memory_kib: u32,
    #[n(3)]
    passes: u32,
    #[cbor(n(4), with = "minicbor::bytes")]
    master: Vec<u8>,
}

const VERSION: u8 = 1;
const HEADER_KEY: &[u8] = b"vault";
const WRAP_AAD: &[u8] = b"goodoffices vault master key";

/// An open vault.
pub struct Vault<S> {
    store: S,
    master: Key,
    names: Key,
}

/// The file of the vault within a home.
pub fn file(home: &Path) -> PathBuf {
    home.join("vault.sqlite")
}

impl<S: Store> Vault<S> {
    /// Makes a vault in an empty store and leaves it open.
    pub fn create(mut store: S, passphrase: &str, params: Params, rng: &mut dyn CryptoRng) -> Result<Self, VaultError> {
        if store.get(Table::Header, HEADER_KEY)?.is_some() {
            return Err(VaultError::Exists);
        }
        let mut salt = [0; 16];
        rng.fill_bytes(&mut salt);
        let wrap = seal::key_from_passphrase(passphrase, &salt, params).map_err(|_| VaultError::Damaged("header"))?;
        let master = Key::generate(rng);
        let header = Header {
            version: VERSION,
            master: seal::seal_row(&wrap, WRAP_AAD, master.as_bytes(), rng),
            salt,
            memory_kib: params.figures().0,
            passes: params.figures().1,
        };
        let value = encode(&header);
        store.commit(&[Write::Put { table: Table::Header, key: HEADER_KEY.to_vec(), value }])?;
        Ok(Self::opened(store, master))
    }

    /// Opens a vault. Says one thing, and is as slow by argon2, whatever is wrong with passphrase or header. `otherwise` is
    /// what that costs where the header tells no cost. That there is no vault is told at once.
    pub fn open(store: S, passphrase: &str, otherwise: Params) -> Result<Self, VaultError> {
        let header = store.get(Table::Header, HEADER_KEY)?.ok_or(VaultError::Missing)?;
        let master = unlock(seal::key_from_passphrase, &header, passphrase, otherwise)?;
        Ok(Self::opened(store, master))
    }

    fn opened(store: S, master: Key) -> Self {
        let names = derive_key(&master, "names of rows", b"");
        Self { store, master, names }
    }

    /// The row key that stands for an id. The id itself would tell whoever has two vaults, and no passphrase, which
    /// items they have in common.
    pub(crate) fn row_for(&self, id: &[u8; 16]) -> Vec<u8> {
        keyed_hash(&self.names, id).to_vec()
    }

    /// A sealed row for [`Vault::commit`].
    pub fn put(&self, table: Table, key: Vec<u8>, plain: &[u8], rng: &mut dyn CryptoRng) -> Write {
        let value = seal::seal_row(&self.master, &aad(table, &key), plain, rng);
        Write::Put { table, key, value }
    }

    /// One row, opened.
    pub fn get(&self, table: Table, key: &[u8]) -> Result<Option<Zeroizing<Vec<u8>>>, VaultError> {
        self.store.get(table, key)?.map(|value| self.open_row(table, key, &value)).transpose()
    }

    /// At most `limit` rows from `from` on, opened, ascending.
    pub fn scan(&self, table: Table, from: &[u8], limit: usize) -> Result<Vec<OpenRow>, VaultError> {
        let rows = self.store.scan(table, from, limit)?;
        rows.into_iter().map(|(key, value)| Ok((key.clone(), self.open_row(table, &key, &value)?))).collect()
    }

    fn open_row(&self, table: Table, key: &[u8], value: &[u8]) -> Result<Zeroizing<Vec<u8>>, VaultError> {
        seal::open_row(&self.master, &aad(table, key), value).map_err(|_| VaultError::Damaged("a row does not open"))
    }

    /// All of the writes or none; durable when it returns.
    pub fn commit(&mut self, writes: &[Write]) -> Result<(), VaultError> {
        Ok(self.store.commit(writes)?)
    }

    /// The key of an item's words, or what became of it.
    pub fn body_key(&self, body: &BodyId) -> Result<BodyKey, VaultError> {
        let Some(bytes) = self.get(Table::ItemKey, &self.row_for(body))? else { return Ok(BodyKey::None) };
        if bytes.is_empty() {
            return Ok(BodyKey::Erased);
        }
        Ok(BodyKey::Key(Key::from_slice(&bytes).ok_or(VaultError::Damaged("an item's key"))?))
    }

    /// The write that erases an item's words: an empty row takes the place of its key, for good.
    pub fn erase_body_key(&self, body: &BodyId, rng: &mut dyn CryptoRng) -> Write {
        self.put(Table::ItemKey, self.row_for(body), &[], rng)
    }

    /// A fresh key for an item's words, and the row that keeps it.
    pub fn new_body_key(&self, body: &BodyId, rng: &mut dyn CryptoRng) -> (Key, Write) {
        let key = Key::generate(rng);
        let write = self.put(Table::ItemKey, self.row_for(body), key.as_bytes(), rng);
        (key, write)
    }

    /// Leaves nothing on the disk of what was deleted before.
    pub fn scrub(&mut self) -> Result<(), VaultError> {
        Ok(self.store.scrub()?)
    }

    /// The store below, for a rehearsal's hooks.
    pub fn store_mut(&mut self) -> &mut S {
        &mut self.store
    }
}

/// The master key out of a header: stretches the passphrase first and looks at what it has afterwards.
fn unlock(
    stretch: impl FnOnce(&str, &[u8; 16], Params) -> Result<Key, Unopened>,
    header: &[u8],
    passphrase: &str,
    otherwise: Params,
) -> Result<Key, VaultError> {
    let header: Option<Header> = minicbor::decode(header).ok();
    let params = header.as_ref().and_then(|header| Params::written(header.memory_kib, header.passes));
    let salt = header.as_ref().map_or([0; 16], |header| header.salt);
    let wrap = stretch(passphrase, &salt, params.unwrap_or(otherwise));
    let header = header.ok_or(VaultError::Closed)?;
    if header.version > VERSION {
        return Err(VaultError::Later);
    }
    let (Some(_), Ok(wrap), VERSION) = (params, wrap, header.version) else { return Err(VaultError::Closed) };
    let master = seal::open_row(&wrap, WRAP_AAD, &header.master).map_err(|_| VaultError::Closed)?;
    Key::from_slice(&master).ok_or(VaultError::Closed)
}

fn aad(table: Table, key: &[u8]) -> Vec<u8> {
    let mut aad = Vec::with_capacity(key.len() + 1);
    aad.push(table as u8);
    aad.extend_from_slice(key);
    aad
}

/// CBOR of a value of ours; writing to memory cannot fail.
pub(crate) fn encode<T: Encode<()>>(value: &T) -> Vec<u8> {
    minicbor::to_vec(value).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use rand::SeedableRng;
    use rand_chacha::ChaCha20Rng;

    use super::*;

    const PASSPHRASE: &str = "seven quiet herons";

    fn header(params: Params) -> Header {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let salt = [7; 16];
        let wrap = seal::key_from_passphrase(PASSPHRASE, &salt, Params::least()).unwrap();
        let master = seal::seal_row(&wrap, WRAP_AAD, &[9; 32], &mut rng);
        let (memory_kib, passes) = params.figures();
        Header { version: VERSION, salt, memory_kib, passes, master }
    }

    /// What opening costs, in stretches, and what came of it.
    fn cost(header: &[u8], passphrase: &str) -> (Vec<Params>, Option<String>) {
        let mut costs = Vec::new();
        let stretch = |passphrase: &str, salt: &[u8; 16], params: Params| {
            costs.push(params);
            seal::key_from_passphrase(passphrase, salt, Params::least()) // it is counted, not waited for
        };
        let opened = unlock(stretch, header, passphrase, Params::standard());
        (costs, opened.err().map(|error| error.to_string()))
    }

    #[test]
    fn whatever_is_wrong_is_refused_after_the_same_work_and_in_the_same_words() {
        let whole = encode(&header(Params::standard()));
        assert_eq!(cost(&whole, PASSPHRASE), (vec![Params::standard()], None));
        let wrong = cost(&whole, "eight quiet herons");
        assert_eq!(wrong, (vec![Params::standard()], Some(VaultError::Closed.to_string())));

        let figures = [(0, 0), (8, 3), (262_143, 3), (1024 * 1024, 16), (u32::MAX, u32::MAX)];
        for (memory_kib, passes) in figures {
            let damaged = encode(&Header { memory_kib, passes, ..header(Params::standard()) });
            assert_eq!(cost(&damaged, PASSPHRASE), wrong, "{memory_kib} KiB, {passes} passes");
        }
        for length in 0..whole.len() {
            assert_eq!(cost(&whole[..length], PASSPHRASE), wrong, "cut off at {length}");
        }
        for at in 0..whole.len() {
            for flip in [0x01, 0x80] {
                let mut damaged = whole.clone();
                damaged[at] ^= flip;
                assert_eq!(cost(&damaged, PASSPHRASE), wrong, "at {at}");
            }
        }
        // The version says by itself that a later program is needed, and not before the rest is told.
        let later = encode(&Header { version: VERSION + 1, ..header(Params::standard()) });
        assert_eq!(cost(&later, PASSPHRASE), (vec![Params::standard()], Some(VaultError::Later.to_string())));
    }
}
