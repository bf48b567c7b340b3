//! A 256-bit secret and how others are derived from it: HKDF-SHA-256 with labels, HMAC-SHA-256.
//!
//! Deliberately not here: what the labels are (each construction names its own).

use hkdf::Hkdf;
use hmac::{Hmac, KeyInit, Mac};
use rand_core::CryptoRng;
use sha2::Sha256;
use subtle::ConstantTimeEq;
use zeroize::{Zeroize, ZeroizeOnDrop};

/// Begins the info of every derivation, so that no other protocol's derivation is ever ours.
const PREFIX: &[u8] = b"good offices/1";

/// 256 secret bits. Wiped when dropped; no `Debug`, `Clone` or `Serialize`.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Key([u8; 32]);

impl Key {
    /// A fresh one.
    pub fn generate<R: CryptoRng + ?Sized>(rng: &mut R) -> Key {
        let mut key = Key([0; 32]);
        rng.fill_bytes(&mut key.0);
        key
    }

    /// From stored bytes.
    pub fn from_bytes(bytes: [u8; 32]) -> Key {
        Key(bytes)
    }

    /// From a slice of exactly 32 bytes.
    pub fn from_slice(bytes: &[u8]) -> Option<Key> {
        bytes.try_into().ok().map(Key)
    }

    /// The bytes, for storing them sealed.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// A second copy of a secret, made on purpose.
    pub fn duplicate(&self) -> Key {
        Key(self.0)
    }

    /// Equality in constant time.
    pub fn same(&self, other: &Key) -> bool {
        self.0.ct_eq(&other.0).into()
    }
}

/// HKDF-Expand under `key`, with info = prefix ‖ len(label) ‖ label ‖ ctx. A label is at most 255 bytes.
pub fn derive_key(key: &Key, label: &str, ctx: &[u8]) -> Key {
    let mut out = Key([0; 32]);
    // 32 bytes are a whole PRK of SHA-256 and a legal length of output: neither step can fail.
    if let Ok(hkdf) = Hkdf::<Sha256>::from_prk(&key.0) {
        let length = [u8::try_from(label.len()).unwrap_or(u8::MAX)];
        let _ = hkdf.expand_multi_info(&[PREFIX, &length, label.as_bytes(), ctx], &mut out.0);
    }
    out
}

/// HKDF-Extract: many secrets and one public salt into one key.
pub(crate) fn extract(salt: &[u8], secrets: &[&Key]) -> Key {
    let mut ikm = zeroize::Zeroizing::new(Vec::with_capacity(secrets.len() * 32));
    for secret in secrets {
        ikm.extend_from_slice(&secret.0);
    }
    let (mut prk, _) = Hkdf::<Sha256>::extract(Some(salt), &ikm);
    let key = Key(prk.into());
    prk.zeroize();
    key
}

/// HMAC-SHA-256 of `bytes` under `key`.
pub fn keyed_hash(key: &Key, bytes: &[u8]) -> [u8; 32] {
    match Hmac::<Sha256>::new_from_slice(&key.0) {
        Ok(mut mac) => {
            mac.update(bytes);
            mac.finalize().into_bytes().into()
        }
        Err(_) => [0; 32], // HMAC takes a key of any length: never here
    }
}
