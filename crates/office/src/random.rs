//! The machine's randomness, for what runs on a real machine. Pure code and the simulated world are handed theirs.

use getrandom::SysRng;
use rand_core::{CryptoRng, UnwrapErr};

/// Randomness of the operating system. An operating system that has none is one we cannot run on: it ends the program.
pub fn machine_random() -> impl CryptoRng + Send + 'static {
    UnwrapErr(SysRng)
}
