//! Letters that are held until called: sealed as a whole under a key that follows only when they are called.

use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::aead::{self, NONCE_BYTES, TAG_BYTES};
use crate::{Direction, Key, Unopened};

/// How much longer a sealed letter is than the letter.
pub const OVERHEAD_BYTES: usize = NONCE_BYTES + TAG_BYTES;
const AAD: &[u8] = b"good offices held letter/1";

/// Which letter it is: direction, sequence number, and the attempt (a letter that was taken back leaves its
/// number to the next, never its attempt).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Letter {
    /// Who sends it.
    pub direction: Direction,
    /// Its sequence number.
    pub seq: u64,
    /// The attempt that it is sent in.
    pub attempt: u64,
}

impl Letter {
    fn aad(self) -> Vec<u8> {
        let mut aad = AAD.to_vec();
        aad.push(self.direction.byte());
        aad.extend_from_slice(&self.seq.to_be_bytes());
        aad.extend_from_slice(&self.attempt.to_be_bytes());
        aad
    }

    /// Seals it under its one-letter key.
    pub fn seal<R: CryptoRng + ?Sized>(self, key: &Key, plain: &[u8], rng: &mut R) -> Vec<u8> {
        aead::seal(key, &self.aad(), plain, rng)
    }

    /// Opens it once it was called.
    pub fn open(self, key: &Key, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unopened> {
        aead::open(key, &self.aad(), sealed)
    }
}
