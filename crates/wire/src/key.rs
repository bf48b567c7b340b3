//! Addresses and the take keys behind them. Who knows an address may deposit there; only who knows its take
//! key may collect or erase. Deliberately not here: how either is derived, which is the line's business.

use std::fmt;

use sha2::{Digest, Sha256};
use zeroize::ZeroizeOnDrop;

use crate::KEY_BYTES;

/// Where a cell is put: the SHA-256 of a [`TakeKey`]. Printing it prints nothing of it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address([u8; KEY_BYTES]);

impl Address {
    /// The address of these bytes.
    pub fn from_bytes(bytes: [u8; KEY_BYTES]) -> Address {
        Address(bytes)
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Address(..)")
    }
}

/// The secret that opens one drop for collecting and erasing. It has no `Debug` and no `Clone`, and is
/// overwritten when dropped.
#[derive(ZeroizeOnDrop)]
pub struct TakeKey([u8; KEY_BYTES]);

impl TakeKey {
    /// The take key of these bytes.
    pub fn from_bytes(bytes: [u8; KEY_BYTES]) -> TakeKey {
        TakeKey(bytes)
    }

    /// The bytes: handle them as the secret that they are.
    pub fn as_bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }

    /// The address that this key opens.
    pub fn address(&self) -> Address {
        Address(Sha256::digest(self.0).into())
    }

    /// A second copy of the secret, made on purpose.
    #[must_use]
    pub fn duplicate(&self) -> TakeKey {
        TakeKey(self.0)
    }
}
