//! The hub's identity: one key pair and a certificate that it signed itself. Offices know it by its *pin*, the SHA-256
//! of the certificate's SubjectPublicKeyInfo, and trust no name, no date and no authority; so the certificate has no
//! name in it and no date that tells anything.

use std::sync::Arc;

use rcgen::{CertificateParams, DistinguishedName, KeyPair, PublicKeyData};
use rustls::NamedGroup;
use rustls::crypto::aws_lc_rs::{self, kx_group};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use rustls::server::{ClientHello, NoServerSessionStorage, ParsedCertificate, ServerConfig};
use rustls::version::TLS13;
use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

/// The key pair and certificate that a hub shows. No `Debug`, no `Clone`.
pub struct Identity {
    key: PrivateKeyDer<'static>,
    certificate: CertificateDer<'static>,
    pin: [u8; 32],
}

/// An identity that cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum IdentityError {
    /// The key cannot be read.
    #[error("the key is not a private key in PEM (PKCS #8): put back the file from a copy")]
    Key,
    /// The certificate cannot be read.
    #[error("the certificate is not one in PEM: put back the file from a copy")]
    Certificate,
    /// They do not belong together.
    #[error("the certificate is not of this key: put back both files from one copy")]
    Mismatch,
    /// No identity could be made.
    #[error("no key or certificate could be made")]
    Make(#[from] rcgen::Error),
    /// TLS does not take it.
    #[error("TLS does not take the key or the certificate: put back both files from one copy")]
    Tls(#[from] rustls::Error),
}

/// A new identity as the two texts that a home keeps.
pub struct IdentityFiles {
    /// The private key, PEM.
    pub key: Zeroizing<String>,
    /// The certificate, PEM.
    pub certificate: String,
}

impl IdentityFiles {
    /// A new key pair and its certificate. The key comes from the cryptographic library's own generator, which cannot
    /// be given another.
    ///
    /// # Errors
    /// [`IdentityError::Make`] if the library fails.
    pub fn generate() -> Result<IdentityFiles, IdentityError> {
        let pair = KeyPair::generate_for(&rcgen::PKCS_ECDSA_P256_SHA256)?;
        let mut params = CertificateParams::new(Vec::new())?;
        params.distinguished_name = DistinguishedName::new();
        let certificate = params.self_signed(&pair)?;
        Ok(IdentityFiles { key: Zeroizing::new(pair.serialize_pem()), certificate: certificate.pem() })
    }
}

impl Identity {
    /// A new identity, kept nowhere.
    ///
    /// # Errors
    /// [`IdentityError::Make`] if the library fails.
    pub fn generate() -> Result<Identity, IdentityError> {
        Identity::read(&IdentityFiles::generate()?)
    }

    /// The identity in these two texts.
    ///
    /// # Errors
    /// [`IdentityError`] if either cannot be read or they do not belong together.
    pub fn read(files: &IdentityFiles) -> Result<Identity, IdentityError> {
        let pair = KeyPair::from_pem(&files.key).map_err(|_| IdentityError::Key)?;
        let key = PrivateKeyDer::from_pem_slice(files.key.as_bytes()).map_err(|_| IdentityError::Key)?;
        let certificate =
            CertificateDer::from_pem_slice(files.certificate.as_bytes()).map_err(|_| IdentityError::Certificate)?;
        let shown = ParsedCertificate::try_from(&certificate)
            .map_err(|_| IdentityError::Certificate)?
            .subject_public_key_info();
        if shown.as_ref() != pair.subject_public_key_info() {
            return Err(IdentityError::Mismatch);
        }
        let pin = Sha256::digest(shown.as_ref()).into();
        Ok(Identity { key, certificate, pin })
    }

    /// What offices know the hub by: the SHA-256 of the certificate's SubjectPublicKeyInfo.
    pub fn pin(&self) -> [u8; 32] {
        self.pin
    }

    /// How the hub shakes hands: TLS 1.3 alone, and no sessions that could be resumed, because a resumed session would
    /// tie two connections together.
    pub(crate) fn into_tls(self) -> Result<Tls, IdentityError> {
        let Identity { key, certificate, .. } = self;
        let config = |group| -> Result<Arc<ServerConfig>, IdentityError> {
            let mut provider = aws_lc_rs::default_provider();
            provider.kx_groups = vec![group];
            let mut config = ServerConfig::builder_with_provider(Arc::new(provider))
                .with_protocol_versions(&[&TLS13])?
                .with_no_client_auth()
                .with_single_cert(vec![certificate.clone()], key.clone_key())?;
            config.alpn_protocols = vec![b"http/1.1".to_vec()];
            config.session_storage = Arc::new(NoServerSessionStorage {});
            config.send_tls13_tickets = 0;
            Ok(Arc::new(config))
        };
        Ok(Tls { hybrid: config(kx_group::X25519MLKEM768)?, plain: config(kx_group::X25519)? })
    }
}

/// Hybrid X25519MLKEM768 for all who know it, X25519 for who does not, such as a health probe. Two configurations,
/// because with both groups in one rustls takes X25519 from a client that knows both and guessed that one first.
#[derive(Clone)]
pub(crate) struct Tls {
    hybrid: Arc<ServerConfig>,
    plain: Arc<ServerConfig>,
}

impl Tls {
    /// The configuration for who says this.
    pub(crate) fn for_client(&self, hello: &ClientHello<'_>) -> Arc<ServerConfig> {
        let knows_hybrid = hello.named_groups().is_some_and(|groups| groups.contains(&NamedGroup::X25519MLKEM768));
        if knows_hybrid { self.hybrid.clone() } else { self.plain.clone() }
    }
}
