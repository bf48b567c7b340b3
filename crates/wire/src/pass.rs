//! The bearer pass that admits deposits, until stamps take its place. Whoever shows it may deposit; it names nobody.

use rand_core::CryptoRng;
use subtle::{Choice, ConstantTimeEq};
use zeroize::ZeroizeOnDrop;

use crate::KEY_BYTES;

/// A bearer pass. It has no `Debug` and no `Clone`, compares in constant time, and is overwritten when dropped.
#[derive(ZeroizeOnDrop)]
pub struct Pass([u8; KEY_BYTES]);

impl Pass {
    /// The pass of these bytes.
    pub fn from_bytes(bytes: [u8; KEY_BYTES]) -> Pass {
        Pass(bytes)
    }

    /// A new pass.
    pub fn random<R: CryptoRng + ?Sized>(rng: &mut R) -> Pass {
        let mut bytes = [0; KEY_BYTES];
        rng.fill_bytes(&mut bytes);
        Pass(bytes)
    }

    /// The bytes: handle them as the secret that they are.
    pub fn as_bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    /// A second copy of the secret, made on purpose.
    #[must_use]
    pub fn duplicate(&self) -> Pass {
        Pass(self.0)
    }
}

impl ConstantTimeEq for Pass {
    fn ct_eq(&self, other: &Pass) -> Choice {
        self.0.ct_eq(&other.0)
    }
}

impl PartialEq for Pass {
    fn eq(&self, other: &Pass) -> bool {
        self.ct_eq(other).into()
    }
}

impl Eq for Pass {}
