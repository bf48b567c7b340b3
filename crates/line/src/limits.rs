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
/// Rungs that one Hello stands on, after which it climbs no further by the timer: a fresh one goes on the next.
pub(crate) const RUNGS_OF_ONE: u64 = 8;
/// An Answer put again: first and longest wait.
pub(crate) const ANSWER: (u64, u64) = (2_000, 3_600_000);
/// How often an Answer is put at one address before it is put at the next.
pub(crate) const ANSWER_PUTS: u32 = 2;
/// After a put that failed: first and longest wait.
pub(crate) const PUT_AGAIN: (u64, u64) = (250, 15_000);
/// Rounds without progress after which a session is given up for a new Hello.
pub(crate) const SILENT_ROUNDS: u32 = 8;
/// The same for a session that the peer has never answered in.
pub(crate) const UNSYNCED_ROUNDS: u32 = 3;
/// Rungs whose cells do not open that are remembered, at most.
pub(crate) const RUNGS_SPOILT: usize = 4096;
/// Rounds in which nobody took up our Answer, after which we make a Hello of our own.
pub(crate) const UNTAKEN_ROUNDS: u32 = 5;
/// Rungs above the last seen that are watched: two always, the others in turn with whatever else is far ahead, for a hub
/// may have lost the first ones and say that it has them.
pub(crate) const RUNGS_WATCHED: u64 = 16;
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
/// No number that a peer tells may be beyond this, so that counting on from it never overflows.
pub(crate) const NUMBER_MOST: u64 = sealing::exchange::RUNG_MOST;

#[cfg(test)]
mod tests {
    use super::*;

    /// docs/PROTOCOL.md has these figures as this prints them.
    #[test]
    fn the_document_has_these_figures() {
        let seconds = |(first, longest): (u64, u64)| format!("{} s, doubling to {} s", first / 1000, longest / 1000);
        let rows = [
            ("cell", format!("{} bytes", wire::CELL_BYTES)),
            ("content of a cell, at most", format!("{} bytes", sealing::cell::CONTENT_BYTES)),
            ("X-Wing public key, ciphertext", {
                format!("{}, {} bytes", sealing::kem::PUBLIC_KEY_BYTES, sealing::kem::CIPHERTEXT_BYTES)
            }),
            ("letter, at most", format!("{} bytes", crate::LETTER_BYTES_MOST)),
            ("seal of a held letter", format!("{} bytes", sealing::letter::OVERHEAD_BYTES)),
            ("W, the window of cells that carry", WINDOW.to_string()),
            ("2W, the window of those that do not; the look-ahead", LOOK_AHEAD.to_string()),
            ("letters out, at most", LETTERS_OUT.to_string()),
            ("bytes out beyond which no letter is wanted", BYTES_OUT.to_string()),
            ("bytes that are put together at once, at most", BYTES_IN.to_string()),
            ("N, cells of an epoch until a key is offered", REKEY_CELLS.to_string()),
            ("the same, when a letter leaves anyway", REKEY_TURN.to_string()),
            ("retransmission", seconds(RETRY)),
            ("climbing for want of an Answer", seconds(CLIMB)),
            ("rungs that one Hello climbs to by the timer", RUNGS_OF_ONE.to_string()),
            ("an Answer again", seconds(ANSWER)),
            ("puts of an Answer until its next address", ANSWER_PUTS.to_string()),
            ("silent rounds until a Hello", SILENT_ROUNDS.to_string()),
            ("the same, where the peer never spoke", UNSYNCED_ROUNDS.to_string()),
            ("rounds in which an Answer is not taken up, until a Hello", UNTAKEN_ROUNDS.to_string()),
            ("rungs watched above the last seen", RUNGS_WATCHED.to_string()),
            ("rungs climbed at once on \"taken\"", CLIMBS_AT_ONCE.to_string()),
            ("addresses for the Answers to one Hello", sealing::exchange::ANSWERS.to_string()),
            ("candidates", CANDIDATES.to_string()),
            ("failed openings until an address is given up", SPOILT.to_string()),
            ("greatest number that a peer may tell", NUMBER_MOST.to_string()),
        ];
        let table: String = rows.iter().map(|(what, figure)| format!("| {what} | {figure} |\n")).collect();
        let document = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/PROTOCOL.md");
        let text = std::fs::read_to_string(document).unwrap();
        assert!(text.contains(&table), "docs/PROTOCOL.md should have this table:\n{table}");
    }
}
