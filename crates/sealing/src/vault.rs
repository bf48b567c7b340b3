//! What a vault needs: a key from a passphrase, and rows sealed so that they tell their length only in steps.
//!
//! Deliberately not here: where rows are kept, and which keys there are (crate `office`).

use rand_core::CryptoRng;
use unicode_normalization::UnicodeNormalization;
use zeroize::Zeroizing;

use crate::{Key, Params, Unopened, aead, passphrase};

pub use crate::key::{derive_key, keyed_hash};

/// Rows are padded to a multiple of these many bytes.
pub const ROW_STEP: usize = 256;
const AAD: &[u8] = b"good offices row/1";

/// The key that a passphrase opens: argon2id over its NFC form. `Err` only when the memory that `params` asks
/// for cannot be had.
pub fn key_from_passphrase(passphrase: &str, salt: &[u8; 16], params: Params) -> Result<Key, Unopened> {
    let mut normal = Zeroizing::new(String::with_capacity(passphrase.len() * 3));
    normal.extend(passphrase.nfc());
    passphrase::stretch(normal.as_bytes(), salt, params).ok_or(Unopened)
}

/// Seals one row. `aad` says which row it is (table, id, column), so that rows cannot be swapped.
pub fn seal_row<R: CryptoRng + ?Sized>(key: &Key, aad: &[u8], plain: &[u8], rng: &mut R) -> Vec<u8> {
    aead::seal(key, &place(aad), &pad(plain), rng)
}

/// Opens one row that was sealed with the same key and `aad`.
pub fn open_row(key: &Key, aad: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unopened> {
    unpad(&aead::open(key, &place(aad), sealed)?)
}

fn place(aad: &[u8]) -> Vec<u8> {
    [AAD, aad].concat()
}

/// length (4 bytes, big-endian) ‖ plain ‖ zeros, to a multiple of [`ROW_STEP`].
pub(crate) fn pad(plain: &[u8]) -> Zeroizing<Vec<u8>> {
    let whole = (4 + plain.len()).next_multiple_of(ROW_STEP);
    let mut out = Zeroizing::new(Vec::with_capacity(whole));
    // A row beyond 4 GiB is refused when opened, since its length does not fit.
    out.extend_from_slice(&u32::try_from(plain.len()).unwrap_or(u32::MAX).to_be_bytes());
    out.extend_from_slice(plain);
    out.resize(whole, 0);
    out
}

pub(crate) fn unpad(padded: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unopened> {
    let (length, rest) = padded.split_first_chunk::<4>().ok_or(Unopened)?;
    let length = usize::try_from(u32::from_be_bytes(*length)).map_err(|_| Unopened)?;
    let (plain, padding) = rest.split_at_checked(length).ok_or(Unopened)?;
    if padding.len() >= ROW_STEP || padding.iter().any(|byte| *byte != 0) {
        return Err(Unopened);
    }
    Ok(Zeroizing::new(plain.to_vec()))
}
