//! X-Wing (X25519 with ML-KEM-768), with degenerate X25519 inputs refused on both sides.
//!
//! The `x-wing` crate refuses them when decapsulating; when encapsulating it does not, so that the X25519 half
//! of a public key is held against the points of small order here.

use rand_core::CryptoRng;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use x_wing::{
    DecapsulationKeyRejectNonContrib, Decapsulator, Encapsulate, EncapsulationKey, KeyExport, TryDecapsulate,
};
use zeroize::{Zeroize, ZeroizeOnDrop};

use crate::{Key, Unopened};

/// Bytes of a public key.
pub const PUBLIC_KEY_BYTES: usize = x_wing::ENCAPSULATION_KEY_SIZE;
/// Bytes of a ciphertext.
pub const CIPHERTEXT_BYTES: usize = x_wing::CIPHERTEXT_SIZE;
/// Where the X25519 half begins in a public key.
const X25519_AT: usize = PUBLIC_KEY_BYTES - 32;

/// A public key that was checked: it decodes, and its X25519 half is no point of small order.
#[derive(Clone, PartialEq, Eq)]
pub struct PublicKey(Box<[u8]>);

impl PublicKey {
    /// Checks and takes [`PUBLIC_KEY_BYTES`] bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<PublicKey, Unopened> {
        if bytes.len() != PUBLIC_KEY_BYTES || bytes.get(X25519_AT..).is_none_or(small_order) {
            return Err(Unopened);
        }
        EncapsulationKey::try_from(bytes).map_err(|_| Unopened)?;
        Ok(PublicKey(bytes.into()))
    }

    /// The bytes, as they travel.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// SHA-256 of the bytes.
    pub fn digest(&self) -> [u8; 32] {
        Sha256::digest(&self.0).into()
    }

    /// Makes a secret that only the holder of the secret key learns from the ciphertext.
    pub fn encapsulate<R: CryptoRng + ?Sized>(&self, rng: &mut R) -> Result<(Ciphertext, Key), Unopened> {
        let key = EncapsulationKey::try_from(self.as_bytes()).map_err(|_| Unopened)?;
        let (ciphertext, mut shared) = key.encapsulate_with_rng(rng);
        let secret = Key::from_bytes(shared.0);
        shared.zeroize();
        Ok((Ciphertext(ciphertext.as_slice().into()), secret))
    }
}

/// A ciphertext of the right length.
#[derive(Clone, PartialEq, Eq)]
pub struct Ciphertext(Box<[u8]>);

impl Ciphertext {
    /// Takes [`CIPHERTEXT_BYTES`] bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Ciphertext, Unopened> {
        if bytes.len() == CIPHERTEXT_BYTES { Ok(Ciphertext(bytes.into())) } else { Err(Unopened) }
    }

    /// The bytes, as they travel.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }
}

/// A secret key: the 32-byte seed of X-Wing. Wiped when dropped.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct SecretKey([u8; 32]);

impl SecretKey {
    /// A fresh one.
    pub fn generate<R: CryptoRng + ?Sized>(rng: &mut R) -> SecretKey {
        let mut key = SecretKey([0; 32]);
        rng.fill_bytes(&mut key.0);
        key
    }

    /// From a stored seed.
    pub fn from_seed(seed: [u8; 32]) -> SecretKey {
        SecretKey(seed)
    }

    /// The seed, for storing it sealed.
    pub fn seed(&self) -> &[u8; 32] {
        &self.0
    }

    /// Its public key.
    pub fn public(&self) -> PublicKey {
        let key = DecapsulationKeyRejectNonContrib::from(self.0);
        PublicKey(key.encapsulation_key().to_bytes().as_slice().into())
    }

    /// The secret in a ciphertext. A degenerate X25519 half is refused; a wrong ML-KEM half gives another
    /// secret (implicit rejection), which opens nothing.
    pub fn decapsulate(&self, ciphertext: &Ciphertext) -> Result<Key, Unopened> {
        let key = DecapsulationKeyRejectNonContrib::from(self.0);
        let ciphertext = x_wing::Ciphertext::try_from(ciphertext.as_bytes()).map_err(|_| Unopened)?;
        let mut shared = key.try_decapsulate(&ciphertext).map_err(|_| Unopened)?;
        let secret = Key::from_bytes(shared.0);
        shared.zeroize();
        Ok(secret)
    }
}

/// The u-coordinates of small order on Curve25519 and its twist, little-endian, with their non-canonical forms.
/// The top bit is ignored, as X25519 ignores it. Source: cr.yp.to/ecdh.html, "validate public keys".
const SMALL_ORDER: [[u8; 32]; 7] = [
    hex("0000000000000000000000000000000000000000000000000000000000000000"),
    hex("0100000000000000000000000000000000000000000000000000000000000000"),
    hex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
    hex("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
    hex("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
    hex("edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
    hex("eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
];

fn small_order(point: &[u8]) -> bool {
    let Ok(mut point) = <[u8; 32]>::try_from(point) else { return true };
    if let Some(top) = point.last_mut() {
        *top &= 0x7f;
    }
    SMALL_ORDER.iter().fold(false, |found, small| found | bool::from(small.ct_eq(&point)))
}

/// Hexadecimal at compile time; a slip in the table above does not compile.
#[allow(clippy::indexing_slicing, clippy::panic)] // evaluated by the compiler alone
const fn hex(text: &str) -> [u8; 32] {
    const fn digit(c: u8) -> u8 {
        match c {
            b'0'..=b'9' => c - b'0',
            b'a'..=b'f' => c - b'a' + 10,
            _ => panic!("not a hexadecimal digit"),
        }
    }
    let text = text.as_bytes();
    assert!(text.len() == 64);
    let mut out = [0; 32];
    let mut at = 0;
    while at < 32 {
        out[at] = digit(text[2 * at]) << 4 | digit(text[2 * at + 1]);
        at += 1;
    }
    out
}
