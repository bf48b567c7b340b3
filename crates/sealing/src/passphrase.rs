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

    /// From figures in a vault's header or an invitation's head: only the two costs that those are made with are honoured,
    /// so that neither damage nor a stranger's text sets any other.
    pub const fn written(mem_kib: u32, passes: u32) -> Option<Params> {
        match (mem_kib, passes) {
            (262_144, 3) => Some(Params::standard()),
            (8, 1) => Some(Params::least()),
            _ => None,
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_costs_that_are_written_are_read() {
        for cost in [Params::standard(), Params::least()] {
            let (mem_kib, passes) = cost.figures();
            assert_eq!(Params::written(mem_kib, passes), Some(cost));
            for (mem_kib, passes) in [(mem_kib - 1, passes), (mem_kib + 1, passes), (mem_kib, passes + 1), (passes, 0)]
            {
                assert_eq!(Params::written(mem_kib, passes), None);
            }
        }
        assert_eq!(Params::written(8, 3), None);
        assert_eq!(Params::written(0, 0), None);
        assert_eq!(Params::written(u32::MAX, u32::MAX), None);
    }
}
