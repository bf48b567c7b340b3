//! By what an open office knows which officer is at its door: a key that only the officer's passphrase makes. The passphrase
//! itself never leaves the program that asked for it.

use crate::signing::{self, SigningKey};
use crate::{Key, derive_key};

pub use crate::signing::Unverified;

/// What a signature is for.
const NAMESPACE: &str = "goodoffices-officer";

/// An officer's key.
pub struct OfficerKey(SigningKey);

impl OfficerKey {
    /// The key that goes with a stretched passphrase.
    pub fn of(stretched: &Key) -> Self {
        let seed = derive_key(stretched, "officer", b"");
        // A derived key has as many bytes as a seed.
        Self(SigningKey::from_bytes(*seed.as_bytes()))
    }

    /// The public key, for the office.
    pub fn public(&self) -> String {
        self.0.public()
    }

    /// The answer to an office's challenge; none where memory does not suffice for it.
    pub fn answer(&self, challenge: &[u8]) -> Option<String> {
        self.0.sign(NAMESPACE, challenge)
    }
}

/// Whether an answer to a challenge is by the holder of this public key.
///
/// # Errors
/// What is wrong with it.
pub fn answered(public: &str, challenge: &[u8], answer: &str) -> Result<(), Unverified> {
    signing::verify(NAMESPACE, public, challenge, answer)
}
