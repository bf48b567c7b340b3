//! What a hub may see: addresses, cells, passes, requests, replies, limits.
//!
//! This is everything an office and a hub say to each other, as bytes of fixed size: three requests
//! ([`Put`], [`Collect`], [`Erase`]) and their replies. Deliberately not here: anything that can open a
//! cell, any transport, any clock, any randomness of its own. A hub depends on this crate and on nothing
//! that seals.
//!
//! | path | request | bytes | reply | bytes |
//! |---|---|---|---|---|
//! | [`PATH_PUT`] | pass, address, cell | [`PUT_BYTES`] | code | [`SHORT_REPLY_BYTES`] |
//! | [`PATH_COLLECT`] | wait, take keys | [`COLLECT_BYTES`] | code, which slots hold, slots | [`COLLECT_REPLY_BYTES`] |
//! | [`PATH_ERASE`] | take keys | [`ERASE_BYTES`] | code | [`SHORT_REPLY_BYTES`] |
//!
//! A refusal is as long as the good answer of its path, so that lengths tell nothing.

mod cell;
mod key;
mod malformed;
mod pass;
mod reply;
mod request;

pub use cell::Cell;
pub use key::{Address, TakeKey};
pub use malformed::Malformed;
pub use pass::Pass;
pub use reply::{CollectReply, EraseReply, PutReply, Refusal};
pub use request::{Collect, Erase, Put};

/// Bytes in a cell: always these, whatever it holds.
pub const CELL_BYTES: usize = 8192;
/// Bytes in an address, a take key and a pass.
pub const KEY_BYTES: usize = 32;
/// Take keys in each collecting or erasing request; shorter lists are padded with random keys.
pub const KEYS_PER_REQUEST: usize = 8;
/// The longest that a collecting request may ask a hub to wait, in seconds. A hub waits no longer than this
/// for a request that asks for more.
pub const WAIT_SECONDS_MAX: u8 = 60;

/// Bytes in a depositing request.
pub const PUT_BYTES: usize = KEY_BYTES + KEY_BYTES + CELL_BYTES;
/// Bytes in a collecting request.
pub const COLLECT_BYTES: usize = 1 + KEYS_PER_REQUEST * KEY_BYTES;
/// Bytes in an erasing request.
pub const ERASE_BYTES: usize = KEYS_PER_REQUEST * KEY_BYTES;
/// Bytes in the reply to a depositing or an erasing request, and in the head of a collecting one's.
pub const SHORT_REPLY_BYTES: usize = 16;
/// Bytes in the reply to a collecting request.
pub const COLLECT_REPLY_BYTES: usize = SHORT_REPLY_BYTES + KEYS_PER_REQUEST * CELL_BYTES;

/// Where a [`Put`] is posted.
pub const PATH_PUT: &str = "/v1/put";
/// Where a [`Collect`] is posted.
pub const PATH_COLLECT: &str = "/v1/collect";
/// Where an [`Erase`] is posted.
pub const PATH_ERASE: &str = "/v1/erase";
