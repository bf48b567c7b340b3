//! The vault: everything of an office at rest, sealed row by row under a key that only the passphrase opens.
//!
//! The words of an item are sealed once more under a key of the item's own, so that erasing an item is erasing that
//! key. What a row is for is bound into its seal: a row moved to another place does not open.

use std::path::{Path, PathBuf};

use minicbor::{Decode, Encode};
use rand_core::CryptoRng;
use sealing::officer::OfficerKey;
use sealing::vault as seal;
use sealing::{Key, Params, Unopened, derive_key, keyed_hash};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use crate::drawer::Drawer;
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
    /// What was put away while the office was open cannot be had again.
    #[error(
        "the disk does not give back what it was given: check the disk, open the office again, and look whether what was done last is there"
    )]
    Drawer,
    /// A passphrase that somebody else has already.
    #[error("this passphrase opens the vault already: choose another one")]
    Taken,
    /// More passphrases than a vault can have.
    #[error("as many passphrases open this vault as can: remove an officer first")]
    TooManyHolders,
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
    /// The master key, sealed for the first of those who may open the vault.
    #[cbor(n(4), with = "minicbor::bytes")]
    master: Vec<u8>,
    /// The same for the others.
    #[cbor(n(5), skip_if = "Vec::is_empty")]
    more: Vec<minicbor::bytes::ByteVec>,
}

impl Header {
    fn wraps(&self) -> impl Iterator<Item = &[u8]> {
        [self.master.as_slice()].into_iter().chain(self.more.iter().map(|wrap| wrap.as_slice()))
    }
}

const VERSION: u8 = 1;
const HEADER_KEY: &[u8] = b"vault";
const WRAP_AAD: &[u8] = b"goodoffices vault master key";
/// How many passphrases can open one vault.
pub const HOLDERS: usize = 64;

/// An open vault.
pub struct Vault<S> {
    store: S,
    master: Key,
    names: Key,
    holder: String,
}

/// What a passphrase opens: the vault's master key, and whose passphrase it is.
pub struct Access {
    master: Key,
    stretched: Key,
    holder: String,
}

impl Access {
    /// Stretches the passphrase and opens what it opens in a vault's header. Says one thing, and is as slow by argon2,
    /// whatever is wrong; `otherwise` is what that costs where the header tells no cost.
    pub fn of(header: &[u8], passphrase: &str, otherwise: Params) -> Result<Self, VaultError> {
        unlock(seal::key_from_passphrase, header, passphrase, otherwise)
    }

    /// Whose passphrase it is: an officer's name; nothing at a party's office.
    pub fn holder(&self) -> &str {
        &self.holder
    }

    /// The officer's key, for the challenge of an office that is open elsewhere.
    pub fn officer_key(&self) -> OfficerKey {
        OfficerKey::of(&self.stretched)
    }

    /// What lets another passphrase open the vault too, or the same holder's next one: to be kept by the office.
    pub fn admission(
        &self,
        header: &[u8],
        holder: &str,
        passphrase: &str,
        rng: &mut dyn CryptoRng,
    ) -> Result<Admission, VaultError> {
        admission(&self.master, header, holder, passphrase, rng)
    }
}

/// The master key sealed under one passphrase, and the public key of its holder. Nothing in it is secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Admission {
    /// Whose passphrase: an officer's name; nothing at a party's office.
    pub holder: String,
    /// The sealed key.
    pub wrap: Vec<u8>,
    /// By which the holder is known.
    pub public: String,
}

fn admission(
    master: &Key,
    header: &[u8],
    holder: &str,
    passphrase: &str,
    rng: &mut dyn CryptoRng,
) -> Result<Admission, VaultError> {
    let header: Header = minicbor::decode(header).map_err(|_| VaultError::Damaged("header"))?;
    let params = Params::written(header.memory_kib, header.passes).ok_or(VaultError::Damaged("header"))?;
    let stretched =
        seal::key_from_passphrase(passphrase, &header.salt, params).map_err(|_| VaultError::Damaged("header"))?;
    if header.wraps().any(|wrap| seal::open_row(&stretched, WRAP_AAD, wrap).is_ok()) {
        return Err(VaultError::Taken);
    }
    Ok(wrapped(master, &stretched, holder, rng))
}

fn wrapped(master: &Key, stretched: &Key, holder: &str, rng: &mut dyn CryptoRng) -> Admission {
    let plain = Zeroizing::new([master.as_bytes().as_slice(), holder.as_bytes()].concat());
    Admission {
        holder: holder.to_owned(),
        wrap: seal::seal_row(stretched, WRAP_AAD, &plain, rng),
        public: OfficerKey::of(stretched).public(),
    }
}

/// The file of the vault within a home.
pub fn file(home: &Path) -> PathBuf {
    home.join("vault.sqlite")
}

impl<S: Store> Vault<S> {
    /// Makes a vault in an empty store and leaves it open. `holder` is whose passphrase it is.
    pub fn create(
        store: S,
        passphrase: &str,
        holder: &str,
        params: Params,
        rng: &mut dyn CryptoRng,
    ) -> Result<Self, VaultError> {
        if store.get(Table::Header, HEADER_KEY)?.is_some() {
            return Err(VaultError::Exists);
        }
        let mut salt = [0; 16];
        rng.fill_bytes(&mut salt);
        let stretched =
            seal::key_from_passphrase(passphrase, &salt, params).map_err(|_| VaultError::Damaged("header"))?;
        let master = Key::generate(rng);
        let (memory_kib, passes) = params.figures();
        let admission = wrapped(&master, &stretched, holder, rng);
        let first = admission.wrap.clone();
        let header = Header { version: VERSION, master: first, more: Vec::new(), salt, memory_kib, passes };
        let mut vault = Self::opened(store, Access { master, stretched, holder: holder.to_owned() });
        let known = vault.known_write(&[Known::of(&admission)], rng);
        vault.commit(&[header_write(&header), known])?;
        Ok(vault)
    }

    /// Opens a vault. Says one thing, and is as slow by argon2, whatever is wrong with passphrase or header. `otherwise` is
    /// what that costs where the header tells no cost. That there is no vault is told at once.
    pub fn open(store: S, passphrase: &str, otherwise: Params) -> Result<Self, VaultError> {
        let header = store.get(Table::Header, HEADER_KEY)?.ok_or(VaultError::Missing)?;
        Ok(Self::opened(store, Access::of(&header, passphrase, otherwise)?))
    }

    fn opened(store: S, access: Access) -> Self {
        let Access { master, holder, .. } = access;
        let names = derive_key(&master, "names of rows", b"");
        Self { store, master, names, holder }
    }

    /// Whose passphrase opened it: an officer's name; nothing at a party's office.
    pub fn holder(&self) -> &str {
        &self.holder
    }

    /// The header, which whoever has the vault's file has too: for [`Access`].
    pub fn header(&self) -> Result<Vec<u8>, VaultError> {
        self.store.get(Table::Header, HEADER_KEY)?.ok_or(VaultError::Missing)
    }

    /// What lets another passphrase open this vault.
    pub fn admission(&self, holder: &str, passphrase: &str, rng: &mut dyn CryptoRng) -> Result<Admission, VaultError> {
        admission(&self.master, &self.header()?, holder, passphrase, rng)
    }

    /// The public key of a holder of a passphrase.
    pub fn public_of(&self, holder: &str) -> Result<Option<String>, VaultError> {
        Ok(self.known()?.into_iter().find(|known| known.holder == holder).map(|known| known.public))
    }

    /// The writes that let an admitted passphrase open the vault, in the place of the same holder's earlier one.
    pub fn admit(&self, admission: &Admission, rng: &mut dyn CryptoRng) -> Result<[Write; 2], VaultError> {
        let header: Header = minicbor::decode(&self.header()?).map_err(|_| VaultError::Damaged("header"))?;
        let mut known = self.known()?;
        let before = known.iter().position(|one| one.holder == admission.holder).map(|at| known.remove(at));
        let kept = header.wraps().filter(|wrap| before.as_ref().is_none_or(|before| before.wrap != digest(wrap)));
        let mut wraps: Vec<Vec<u8>> = kept.map(<[u8]>::to_vec).collect();
        wraps.push(admission.wrap.clone());
        known.push(Known::of(admission));
        self.rewritten(header, wraps, &known, rng)
    }

    /// The writes after which a holder's passphrase opens the vault no longer; none where there is no such holder, or no
    /// other.
    pub fn dismiss(&self, holder: &str, rng: &mut dyn CryptoRng) -> Result<Option<[Write; 2]>, VaultError> {
        let header: Header = minicbor::decode(&self.header()?).map_err(|_| VaultError::Damaged("header"))?;
        let mut known = self.known()?;
        let Some(at) = known.iter().position(|one| one.holder == holder) else { return Ok(None) };
        let gone = known.remove(at).wrap;
        let wraps: Vec<Vec<u8>> = header.wraps().filter(|wrap| digest(wrap) != gone).map(<[u8]>::to_vec).collect();
        if wraps.is_empty() {
            return Ok(None);
        }
        self.rewritten(header, wraps, &known, rng).map(Some)
    }

    fn rewritten(
        &self,
        header: Header,
        wraps: Vec<Vec<u8>>,
        known: &[Known],
        rng: &mut dyn CryptoRng,
    ) -> Result<[Write; 2], VaultError> {
        if wraps.len() > HOLDERS {
            return Err(VaultError::TooManyHolders);
        }
        let mut wraps = wraps.into_iter();
        let master = wraps.next().unwrap_or_default();
        let more = wraps.map(minicbor::bytes::ByteVec::from).collect();
        Ok([header_write(&Header { master, more, ..header }), self.known_write(known, rng)])
    }

    fn known(&self) -> Result<Vec<Known>, VaultError> {
        let Some(row) = self.get(Table::Own, KNOWN_KEY)? else { return Ok(Vec::new()) };
        minicbor::decode(&row).map_err(|_| VaultError::Damaged("the holders of passphrases"))
    }

    fn known_write(&self, known: &[Known], rng: &mut dyn CryptoRng) -> Write {
        self.put(Table::Own, KNOWN_KEY.to_vec(), &minicbor::to_vec(known).unwrap_or_default(), rng)
    }

    /// The row key that stands for an id. The id itself would tell whoever has two vaults, and no passphrase, which
    /// items they have in common.
    pub(crate) fn row_for(&self, id: &[u8; 16]) -> Vec<u8> {
        keyed_hash(&self.names, id).to_vec()
    }

    /// The row key that stands for a name in several parts; it tells nothing of them.
    pub(crate) fn row_named(&self, parts: &[&str]) -> Vec<u8> {
        let mut name = Vec::new();
        for part in parts {
            name.extend_from_slice(&(part.len() as u64).to_be_bytes());
            name.extend_from_slice(part.as_bytes());
        }
        keyed_hash(&self.names, &name).to_vec()
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

    /// A drawer for what memory does not have to hold, where the store has a place for one.
    pub(crate) fn drawer(&self) -> Option<Drawer> {
        self.store.drawer().map(Drawer::new)
    }

    /// The store below, for a rehearsal's hooks.
    pub fn store_mut(&mut self) -> &mut S {
        &mut self.store
    }
}

/// A holder of a passphrase, as the open vault knows it.
#[derive(Encode, Decode)]
struct Known {
    #[n(0)]
    holder: String,
    #[n(1)]
    public: String,
    /// The hash of its wrap, by which the header's is found.
    #[cbor(n(2), with = "minicbor::bytes")]
    wrap: [u8; 32],
}

const KNOWN_KEY: &[u8] = b"holders";

impl Known {
    fn of(admission: &Admission) -> Self {
        Self { holder: admission.holder.clone(), public: admission.public.clone(), wrap: digest(&admission.wrap) }
    }
}

fn digest(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

fn header_write(header: &Header) -> Write {
    Write::Put { table: Table::Header, key: HEADER_KEY.to_vec(), value: encode(header) }
}

/// What a passphrase opens of a header: stretches the passphrase first and looks at what it has afterwards.
fn unlock(
    stretch: impl FnOnce(&str, &[u8; 16], Params) -> Result<Key, Unopened>,
    header: &[u8],
    passphrase: &str,
    otherwise: Params,
) -> Result<Access, VaultError> {
    let header: Option<Header> = minicbor::decode(header).ok();
    let params = header.as_ref().and_then(|header| Params::written(header.memory_kib, header.passes));
    let salt = header.as_ref().map_or([0; 16], |header| header.salt);
    let wrap = stretch(passphrase, &salt, params.unwrap_or(otherwise));
    let header = header.ok_or(VaultError::Closed)?;
    if header.version > VERSION {
        return Err(VaultError::Later);
    }
    let (Some(_), Ok(stretched), VERSION) = (params, wrap, header.version) else { return Err(VaultError::Closed) };
    let opened = header.wraps().take(HOLDERS).find_map(|wrap| seal::open_row(&stretched, WRAP_AAD, wrap).ok());
    let plain = opened.ok_or(VaultError::Closed)?;
    let (master, holder) = plain.split_at_checked(32).ok_or(VaultError::Closed)?;
    let master = Key::from_slice(master).ok_or(VaultError::Closed)?;
    let holder = std::str::from_utf8(holder).map_err(|_| VaultError::Closed)?.to_owned();
    Ok(Access { master, stretched, holder })
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
        let stretched = seal::key_from_passphrase(PASSPHRASE, &salt, Params::least()).unwrap();
        let master = wrapped(&Key::from_bytes([9; 32]), &stretched, "anna", &mut rng).wrap;
        let (memory_kib, passes) = params.figures();
        Header { version: VERSION, salt, memory_kib, passes, master, more: Vec::new() }
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
