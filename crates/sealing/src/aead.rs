//! XChaCha20-Poly1305, in the three shapes that this crate uses it in. The nonce is always given.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use rand_core::CryptoRng;
use zeroize::Zeroizing;

use crate::{Key, Unopened};

pub(crate) const NONCE_BYTES: usize = 24;
pub(crate) const TAG_BYTES: usize = 16;

/// nonce ‖ ciphertext ‖ tag, under a nonce that the caller answers for.
pub(crate) fn seal_with(key: &Key, nonce: &[u8; NONCE_BYTES], aad: &[u8], plain: &[u8]) -> Vec<u8> {
    let cipher = XChaCha20Poly1305::new(key.as_bytes().into());
    let mut out = Vec::with_capacity(NONCE_BYTES + plain.len() + TAG_BYTES);
    out.extend_from_slice(nonce);
    // Sealing fails only beyond 256 GiB: what came out empty then opens nowhere.
    if let Ok(sealed) = cipher.encrypt(&XNonce::from(*nonce), Payload { msg: plain, aad }) {
        out.extend_from_slice(&sealed);
    }
    out
}

/// nonce ‖ ciphertext ‖ tag, under a random nonce.
pub(crate) fn seal<R: CryptoRng + ?Sized>(key: &Key, aad: &[u8], plain: &[u8], rng: &mut R) -> Vec<u8> {
    let mut nonce = [0; NONCE_BYTES];
    rng.fill_bytes(&mut nonce);
    seal_with(key, &nonce, aad, plain)
}

/// Opens what either of the above made.
pub(crate) fn open(key: &Key, aad: &[u8], sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, Unopened> {
    let (nonce, rest) = sealed.split_first_chunk::<NONCE_BYTES>().ok_or(Unopened)?;
    let cipher = XChaCha20Poly1305::new(key.as_bytes().into());
    let plain = cipher.decrypt(&XNonce::from(*nonce), Payload { msg: rest, aad }).map_err(|_| Unopened)?;
    Ok(Zeroizing::new(plain))
}
