//! Every constant of the protocol, in one place; docs/PROTOCOL.md has the same table.

/// W: cells that carry something go at most this far past the last acknowledged one.
pub(crate) const WINDOW: u64 = 32;
/// 2W: acknowledgements and probes go at most this far, and the receiver watches this far.
pub(crate) const LOOK_AHEAD: u64 = 2 * WINDOW;
/// N: cells of one epoch after which the receiver offers a new key by itself.
pub(crate) const REKEY_CELLS: u64 = 64;
/// Cells of one epoch after which it offers one along with its own next letter.
pub(crate) const REKEY_TURN: u64 = 8;
/// Retransmission: first and longest wait, in milliseconds.
pub(crate) const RETRY: (u64, u64) = (2_000, 300_000);
/// Rungs climbed for want of an Answer: first and longest wait.
pub(crate) const CLIMB: (u64, u64) = (4_000, 4 * 3_600_000);
/// An Answer put again: first and longest wait.
pub(crate) const ANSWER: (u64, u64) = (2_000, 3_600_000);
/// After a put that failed: first and longest wait.
pub(crate) const PUT_AGAIN: (u64, u64) = (500, 60_000);
/// Rounds without progress after which a session is given up for a new Hello.
pub(crate) const SILENT_ROUNDS: u32 = 8;
/// The same for a session that the peer has never answered in.
pub(crate) const UNSYNCED_ROUNDS: u32 = 3;
/// Rungs above the last seen that are watched.
pub(crate) const RUNGS_WATCHED: u64 = 2;
/// Rungs climbed at once on "taken" before the timer is waited for.
pub(crate) const CLIMBS_AT_ONCE: u32 = 64;
/// Unconfirmed sessions that a responder holds.
pub(crate) const CANDIDATES: usize = 4;
/// Letters that one side has out, unacknowledged.
pub(crate) const LETTERS_OUT: u64 = 64;
/// Bytes that are out beyond which no further letter is wanted.
pub(crate) const BYTES_OUT: usize = crate::LETTER_BYTES_MOST;
/// Bytes that a receiver puts together at once: what [`BYTES_OUT`] allows, one more letter, and their seals.
pub(crate) const BYTES_IN: usize = BYTES_OUT + crate::LETTER_BYTES_MOST + 64 * 64;
/// Failed openings after which an address is given up.
pub(crate) const SPOILT: u8 = 3;
/// Take keys of cells kept until their letters are journaled.
pub(crate) const TAKES_HELD: usize = 1024;
/// Puts whose outcome is awaited.
pub(crate) const PUTS_OUT: usize = 512;
/// Quarantine events kept for an office that does not ask.
pub(crate) const EVENTS_MOST: usize = 256;
/// Own Hellos that are erased at the hub once they are settled.
pub(crate) const RUNGS_ERASED: u64 = 16;
