//! Signatures of readouts: the one place where anything is signed that others see, for a text that is public.
//!
//! An Ed25519 key signs the exact bytes of a published text in OpenSSH's own format, so that anyone can verify with
//! `ssh-keygen -Y verify`, a tool they have. Nothing that passes on a line is ever signed.

use rand_core::CryptoRng;

use crate::signing::{self, SigningKey};

pub use crate::signing::Unverified;

/// What a signature is for, so that none made for another purpose passes as one of a readout.
pub const NAMESPACE: &str = "goodoffices-readout";

/// The key with which one office signs what it publishes.
pub struct ReadoutKey(SigningKey);

impl ReadoutKey {
    /// A new key.
    pub fn generate(rng: &mut dyn CryptoRng) -> Self {
        Self(SigningKey::generate(rng))
    }

    /// The key of these 32 bytes; none where they are more or fewer.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        SigningKey::from_slice(bytes).map(Self)
    }

    /// The secret bytes, for the vault.
    pub fn as_bytes(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    /// The public key, as a line of an OpenSSH key file.
    pub fn public(&self) -> String {
        self.0.public()
    }

    /// The signature of exactly these bytes, in armour; none where the format cannot be written, which memory alone can
    /// cause.
    pub fn sign(&self, text: &[u8]) -> Option<String> {
        self.0.sign(NAMESPACE, text)
    }
}

/// The line for an `allowed_signers` file that lets `ssh-keygen -Y verify -I NAME` accept this key's readouts and nothing
/// else of it. Characters of the name that the format cannot hold become `-`, and so does a name of none.
pub fn allowed_signer(name: &str, public: &str) -> String {
    let name = if name.is_empty() { "-" } else { name };
    let name: String =
        name.chars().map(|one| if one.is_alphanumeric() || "@._".contains(one) { one } else { '-' }).collect();
    let key: Vec<&str> = public.split_whitespace().take(2).collect();
    format!("{name} namespaces=\"{NAMESPACE}\" {}", key.join(" "))
}

/// Whether a signature is of exactly these bytes by the holder of this public key.
///
/// # Errors
/// What is wrong with it.
pub fn verify(public: &str, text: &[u8], signature: &str) -> Result<(), Unverified> {
    signing::verify(NAMESPACE, public, text, signature)
}
