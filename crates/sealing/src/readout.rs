//! Signatures of readouts: the one place where anything is signed, for a text that is public.
//!
//! An Ed25519 key signs the exact bytes of a published text in OpenSSH's own format (`PROTOCOL.sshsig`), so that anyone
//! can verify with `ssh-keygen -Y verify`, a tool they have. Nothing that passes on a line is ever signed.

use rand_core::CryptoRng;
use ssh_key::private::{Ed25519Keypair, KeypairData};
use ssh_key::{Algorithm, HashAlg, LineEnding, PrivateKey, PublicKey, SshSig};
use zeroize::Zeroizing;

/// What a signature is for, so that none made for another purpose passes as one of a readout.
pub const NAMESPACE: &str = "goodoffices-readout";

/// The key with which one office signs what it publishes.
pub struct ReadoutKey(Zeroizing<[u8; 32]>);

/// Why a signature does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unverified {
    /// The public key is none of ours.
    #[error("this is not the public key of an office's readouts: it begins with ssh-ed25519")]
    Key,
    /// The signature is no SSH signature, or one for something else.
    #[error("this is not the signature of a readout: it begins with -----BEGIN SSH SIGNATURE-----")]
    Form,
    /// The signature is of other bytes, or by another key.
    #[error("the signature is not of this text by this key: the text was altered, or somebody else signed it")]
    Other,
}

impl ReadoutKey {
    /// A new key.
    pub fn generate(rng: &mut dyn CryptoRng) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        rng.fill_bytes(&mut *seed);
        Self(seed)
    }

    /// The key of these 32 bytes; none where they are more or fewer.
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    /// The secret bytes, for the vault.
    pub fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn keypair(&self) -> Ed25519Keypair {
        Ed25519Keypair::from_seed(&self.0)
    }

    /// The public key, as a line of an OpenSSH key file.
    pub fn public(&self) -> String {
        let key = PublicKey::from(self.keypair().public);
        key.to_openssh().unwrap_or_default()
    }

    /// The signature of exactly these bytes, in armour; none where the format cannot be written, which memory alone can
    /// cause.
    pub fn sign(&self, text: &[u8]) -> Option<String> {
        let key = PrivateKey::new(KeypairData::from(self.keypair()), "").ok()?;
        let signature = SshSig::sign(&key, NAMESPACE, HashAlg::Sha512, text).ok()?;
        signature.to_pem(LineEnding::LF).ok()
    }
}

/// The line for an `allowed_signers` file that lets `ssh-keygen -Y verify -I NAME` accept this key's readouts and nothing
/// else of it. Characters of the name that the format cannot hold become `-`.
pub fn allowed_signer(name: &str, public: &str) -> String {
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
    let key = PublicKey::from_openssh(public.trim()).map_err(|_| Unverified::Key)?;
    if key.algorithm() != Algorithm::Ed25519 {
        return Err(Unverified::Key);
    }
    let signature = SshSig::from_pem(signature.trim()).map_err(|_| Unverified::Form)?;
    if signature.namespace() != NAMESPACE {
        return Err(Unverified::Form);
    }
    key.verify(NAMESPACE, text, &signature).map_err(|_| Unverified::Other)
}
