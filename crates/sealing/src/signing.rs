//! Ed25519 signatures in OpenSSH's own format (`PROTOCOL.sshsig`): what [`crate::readout`] and [`crate::officer`] have in
//! common. A namespace keeps a signature made for one of them from passing for the other.

use rand_core::CryptoRng;
use ssh_key::private::{Ed25519Keypair, KeypairData};
use ssh_key::{Algorithm, HashAlg, LineEnding, PrivateKey, PublicKey, SshSig};
use zeroize::Zeroizing;

/// Why a signature does not hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unverified {
    /// The public key is none of ours.
    #[error("this is not the public key of an office: it begins with ssh-ed25519")]
    Key,
    /// The signature is no SSH signature, or one for something else.
    #[error("this is not a signature for this purpose: it begins with -----BEGIN SSH SIGNATURE-----")]
    Form,
    /// The signature is of other bytes, or by another key.
    #[error("the signature is not of this text by this key: the text was altered, or somebody else signed it")]
    Other,
}

/// A key that signs.
pub(crate) struct SigningKey(Zeroizing<[u8; 32]>);

impl SigningKey {
    pub(crate) fn generate(rng: &mut dyn CryptoRng) -> Self {
        let mut seed = Zeroizing::new([0; 32]);
        rng.fill_bytes(&mut *seed);
        Self(seed)
    }

    pub(crate) fn from_bytes(seed: [u8; 32]) -> Self {
        Self(Zeroizing::new(seed))
    }

    pub(crate) fn from_slice(bytes: &[u8]) -> Option<Self> {
        Some(Self(Zeroizing::new(bytes.try_into().ok()?)))
    }

    pub(crate) fn as_bytes(&self) -> &[u8; 32] {
        &self.0
    }

    fn keypair(&self) -> Ed25519Keypair {
        Ed25519Keypair::from_seed(&self.0)
    }

    /// The public key, as a line of an OpenSSH key file.
    pub(crate) fn public(&self) -> String {
        PublicKey::from(self.keypair().public).to_openssh().unwrap_or_default()
    }

    /// The signature of exactly these bytes, in armour; none where the format cannot be written, which memory alone can
    /// cause.
    pub(crate) fn sign(&self, namespace: &str, text: &[u8]) -> Option<String> {
        let key = PrivateKey::new(KeypairData::from(self.keypair()), "").ok()?;
        let signature = SshSig::sign(&key, namespace, HashAlg::Sha512, text).ok()?;
        signature.to_pem(LineEnding::LF).ok()
    }
}

pub(crate) fn verify(namespace: &str, public: &str, text: &[u8], signature: &str) -> Result<(), Unverified> {
    let key = PublicKey::from_openssh(public.trim()).map_err(|_| Unverified::Key)?;
    if key.algorithm() != Algorithm::Ed25519 {
        return Err(Unverified::Key);
    }
    let signature = SshSig::from_pem(signature.trim()).map_err(|_| Unverified::Form)?;
    // The library takes a version of nought too, which nobody writes and no signature covers.
    if signature.version() != SshSig::VERSION || signature.namespace() != namespace {
        return Err(Unverified::Form);
    }
    key.verify(namespace, text, &signature).map_err(|_| Unverified::Other)
}
