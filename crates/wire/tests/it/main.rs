//! The wire's bytes: fixed sizes, what is where in them, and that any bytes at all can be read without harm.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, in its helpers too"
)]

mod replies;
mod requests;
mod secrets;

use rand_chacha::ChaCha20Rng;
use rand_core::{CryptoRng, SeedableRng};
use wire::{Cell, TakeKey};

fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

fn key(n: u8) -> TakeKey {
    TakeKey::from_bytes([n; 32])
}

fn cell(n: u8) -> Cell {
    Cell::from_bytes(&[n; wire::CELL_BYTES]).unwrap()
}

/// Callers may hold their randomness behind a pointer.
#[test]
fn randomness_may_be_a_trait_object() {
    let mut seeded = rng(1);
    let any: &mut dyn CryptoRng = &mut seeded;
    assert_eq!(wire::Erase { keys: vec![] }.encode(any).len(), wire::ERASE_BYTES);
    assert_eq!(wire::CollectReply::Cells(vec![]).encode(any).len(), wire::COLLECT_REPLY_BYTES);
}
