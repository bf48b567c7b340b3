//! What a line takes and gives: ticks, roles, outcomes, events, status, reasons.

use zeroize::Zeroizing;

/// Monotonic milliseconds, given by the caller. Only differences mean anything.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Tick(pub u64);

impl Tick {
    /// That many milliseconds later.
    pub fn after(self, millis: u64) -> Tick {
        Tick(self.0.saturating_add(millis))
    }
}

/// Which end of the line this is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The intermediary's end.
    Desk,
    /// A party's end.
    Party,
}

/// What became of a cell that [`crate::Line::poll_put`] gave out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PutOutcome {
    /// The hub has it, now or from before.
    Stored,
    /// The hub has, or had, other bytes at that address.
    Taken,
    /// It is not known to be there: no connection, no pass, no room. The line offers it again, later each time.
    Failed,
}

/// What a line has to say to its office, in order.
pub enum LineEvent {
    /// A session stands in both directions: what the peer said of its letters is known, and letters may go.
    Established,
    /// The next letter of the peer. To be journaled and then told with [`crate::Line::journaled`].
    Letter {
        /// Its sequence number.
        seq: u64,
        /// The letter.
        bytes: Zeroizing<Vec<u8>>,
    },
    /// A held letter is wholly over there, sealed; [`crate::Line::call`] opens it, [`crate::Line::withdraw`] takes it back.
    Ready {
        /// Its sequence number.
        seq: u64,
    },
    /// The peer has journaled our letters up to here.
    Acknowledged {
        /// The last sequence number.
        through: u64,
    },
    /// The peer has journaled more of our letters than we know of having sent: we were restored from an old copy.
    /// The line has dropped what it was offered; the caller gives its letters above `had_sent` new numbers from
    /// `peer_has + 1` on.
    Behind {
        /// The last of our letters that the peer has.
        peer_has: u64,
        /// The last that we knew of having sent.
        had_sent: u64,
    },
    /// The peer has journaled fewer letters than it had acknowledged: it was restored. The line has dropped what it
    /// was offered; the caller offers again from `peer_has + 1` on, the old ones out of its archive.
    PeerBehind {
        /// The last of our letters that the peer has.
        peer_has: u64,
    },
    /// The peer knows of having sent letters up to `peer_sent` alone, yet we have journaled more of its letters:
    /// it was restored. It will ask for the missing ones itself; the caller echoes them then, as ordinary letters.
    PeerForgot {
        /// The last letter that the peer knows of.
        peer_sent: u64,
    },
    /// A cell was set aside. The line goes on.
    Quarantined {
        /// Why.
        reason: Quarantine,
    },
}

/// Why a cell was set aside.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Quarantine {
    /// Nothing of this line is expected at its address: a repeat, or a cell of another time.
    #[error("no cell of this line is awaited at that address; it may be a repeat")]
    Unawaited,
    /// It does not open.
    #[error("the cell at an awaited address does not open; it was damaged on its way")]
    Unopened,
    /// It opened, and what is in it makes no sense.
    #[error("a cell opened, but its content is malformed; the peer's program may be faulty")]
    Malformed,
    /// It claims what cannot be: an acknowledgement of what was never sent, a floor above the cell itself.
    #[error("a cell claims what cannot be; the peer's program may be faulty")]
    Impossible,
    /// A Hello with another static key than the pinned one.
    #[error("a Hello carries another static key than this line's; somebody else may hold the enrolment")]
    OtherKey,
    /// A letter larger than a letter may be, or too far ahead.
    #[error("a letter is larger or further ahead than letters may be")]
    Excess,
    /// A held letter whose key does not open it.
    #[error("a held letter does not open with the key that was sent for it")]
    LetterUnopened,
}

/// Why a letter was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotTaken {
    /// The line wants another number now, or none: ask [`crate::Line::wants`].
    #[error("the line does not want that letter now; offer the one it wants")]
    NotWanted,
    /// Letters have 1 to [`crate::LETTER_BYTES_MOST`] bytes.
    #[error("a letter has between 1 byte and 512 KiB")]
    Size,
}

/// What was kept does not make a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotKept {
    /// Not the bytes that [`crate::Line::keep`] made.
    #[error("the stored state of a line is damaged; restore the office from a backup")]
    Damaged,
    /// Written by a later version.
    #[error("the stored state of a line was written by a later version; use that version")]
    Later,
}

/// How a line stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineStatus {
    /// A session stands in both directions.
    pub established: bool,
    /// A Hello of ours waits for its Answer.
    pub waiting_hello: bool,
    /// The peer's letters that we have journaled.
    pub received: u64,
    /// Our letters that the peer has journaled.
    pub acknowledged: u64,
    /// Our highest letter that was ever said: offered, and called if it was held.
    pub sent: u64,
    /// Letters offered and not acknowledged.
    pub in_flight: u64,
    /// Retransmission rounds since the peer last showed progress: 0 when all is well.
    pub silent_rounds: u32,
    /// The six check words, once both static keys are known and a session has stood.
    pub check_words: Option<[String; 6]>,
    /// Our newest rung.
    pub rung: u64,
    /// The newest rung of the peer's that we have seen.
    pub peer_rung: u64,
}
