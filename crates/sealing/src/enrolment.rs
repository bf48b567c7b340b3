//! What an enrolment hands over out of band: a 256-bit secret and the desk's public key.

use minicbor::bytes::{ByteArray, ByteVec};
use minicbor::{Decode, Encode};
use zeroize::{Zeroize, Zeroizing};

use crate::kem::PublicKey;
use crate::{Key, Unopened, derive_key};

/// The secret that one desk and one party share, and the desk's static public key. Goes into an invitation.
pub struct Enrolment {
    secret: Key,
    desk: PublicKey,
}

#[derive(Encode, Decode)]
#[cbor(map)]
struct Form {
    #[n(0)]
    version: u8,
    #[n(1)]
    secret: ByteArray<32>,
    #[n(2)]
    desk: ByteVec,
}

impl Enrolment {
    /// From its parts.
    pub fn new(secret: Key, desk: PublicKey) -> Enrolment {
        Enrolment { secret, desk }
    }

    /// The shared secret E.
    pub fn secret(&self) -> &Key {
        &self.secret
    }

    /// The desk's static public key.
    pub fn desk(&self) -> &PublicKey {
        &self.desk
    }

    /// A key that tells lines apart at one office and nowhere else.
    pub fn identifier(&self) -> [u8; 32] {
        *derive_key(&self.secret, "identifier", &[]).as_bytes()
    }

    /// As bytes (CBOR), for the payload of an invitation.
    pub fn encode(&self) -> Zeroizing<Vec<u8>> {
        let mut form =
            Form { version: 1, secret: (*self.secret.as_bytes()).into(), desk: self.desk.as_bytes().to_vec().into() };
        let mut out = Zeroizing::new(Vec::with_capacity(1400));
        let _ = minicbor::encode(&form, &mut *out); // writing to memory cannot fail
        form.secret.zeroize();
        out
    }

    /// From the bytes that [`Enrolment::encode`] made, and nothing else.
    pub fn decode(bytes: &[u8]) -> Result<Enrolment, Unopened> {
        let mut form: Form = crate::exchange::decode(bytes)?;
        let secret = Key::from_bytes(*form.secret);
        form.secret.zeroize();
        if form.version != 1 {
            return Err(Unopened);
        }
        Ok(Enrolment { secret, desk: PublicKey::from_bytes(&form.desk)? })
    }
}
