//! Reliable, ordered delivery of letters in cells; no clock, no socket, no randomness of its own.
//!
//! One [`Line`] is one end of a line between the desk and one party. It is a value: cells, ticks and random bytes go
//! in, cells and events come out. docs/PROTOCOL.md states what it does exactly.
//!
//! # The law of use
//! 1. [`Line::start`] once, before all else, whenever a process begins; then, for ever:
//! 2. give it what came: [`Line::handle_cell`], [`Line::handle_put`], [`Line::handle_timeout`], letters
//!    ([`Line::offer`]), [`Line::journaled`].
//! 3. take its events ([`Line::poll_event`]) until there are none.
//! 4. **Persist, then send.** If [`Line::durable_changed`], store [`Line::keep`] in the same transaction as what the
//!    office made of the events. A letter's [`Line::journaled`] belongs *before* that `keep`.
//! 5. only then take cells to put ([`Line::poll_put`]) and to erase ([`Line::poll_erase`]).
//! 6. collect at [`Line::watch`]; come back at [`Line::next_timeout`].
//!
//! Sessions live in memory alone: a process that starts has none, and makes one with a Hello. A line does not know
//! which way its cells go: a hub, a file, a stick.
//!
//! The cadence is `prompt`: whatever is there is given out at once. `beat` is a driver that takes at most one cell of
//! [`Line::poll_put`] at a beat and puts [`Line::cover`] when there is none.

mod backoff;
mod content;
mod exchange;
mod identity;
mod inbound;
mod inbox;
mod keep;
mod ladder;
mod limits;
mod line;
mod outbound;
mod outbox;
mod ranges;
mod receive;
mod session;
mod types;

pub use line::Line;
pub use types::{LineEvent, LineStatus, NotKept, NotTaken, PutOutcome, Quarantine, Role, Tick};

/// The longest letter, in bytes.
pub const LETTER_BYTES_MOST: usize = 512 * 1024;
