//! From something a person can type to a key: argon2id, with its cost as an argument.

use argon2::{Algorithm, Argon2, Version};
use zeroize::Zeroizing;

use crate::Key;

/// What argon2id costs: memory in KiB and passes, in one lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Params {
    mem_kib: u32,
    passes: u32,
}

impl Params {
    /// Beyond these a stored parameter is refused, so that no file can make us fill the memory.
    const MOST: Params = Params { mem_kib: 1024 * 1024, passes: 16 };

    /// 256 MiB, three passes: about a second. For anything that a person relies on.
    pub const fn standard() -> Params {
        Params { mem_kib: 256 * 1024, passes: 3 }
    }

    /// The least that argon2 takes (8 KiB, one pass). For rehearsals and tests alone.
    pub const fn least() -> Params {
        Params { mem_kib: 8, passes: 1 }
    }

    /// From stored figures; `None` when they are not ones that this library would have written.
    pub const fn from_figures(mem_kib: u32, passes: u32) -> Option<Params> {
        if mem_kib < 8 || passes < 1 || mem_kib > Params::MOST.mem_kib || passes > Params::MOST.passes {
            return None;
        }
        Some(Params { mem_kib, passes })
    }

    /// Memory in KiB, and passes: what to store.
    pub const fn figures(self) -> (u32, u32) {
        (self.mem_kib, self.passes)
    }
}

/// argon2id, version 0x13, one lane, 32 bytes out. `None` only when the memory cannot be had.
pub(crate) fn stretch(secret: &[u8], salt: &[u8; 16], params: Params) -> Option<Key> {
    let costs = argon2::Params::new(params.mem_kib, params.passes, 1, Some(32)).ok()?;
    let mut out = Zeroizing::new([0; 32]);
    Argon2::new(Algorithm::Argon2id, Version::V0x13, costs).hash_password_into(secret, salt, &mut out[..]).ok()?;
    Some(Key::from_bytes(*out))
}
