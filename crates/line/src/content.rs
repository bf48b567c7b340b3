//! What a cell of a session says, as CBOR with numbered fields (CDDL in docs/PROTOCOL.md).
//!
//! Decoding borrows from what was opened and copies nothing; nothing is ever parsed from elsewhere.

use minicbor::bytes::ByteSlice;
use minicbor::{Decode, Encode};
use zeroize::Zeroizing;

use crate::Quarantine;

/// The content of one cell.
#[derive(Encode, Decode, Default)]
#[cbor(map)]
pub(crate) struct Content<'a> {
    /// The peer's letters that the sender has journaled.
    #[n(0)]
    pub(crate) journaled: u64,
    /// The sender's highest letter that was ever offered.
    #[n(1)]
    pub(crate) sent: u64,
    /// The peer's cells that have come.
    #[n(2)]
    pub(crate) ack: Ack,
    /// In this cell's epoch, cells below carry nothing that is still needed.
    #[n(3)]
    pub(crate) floor: u64,
    /// The highest epoch of the peer's direction that the sender can open.
    #[n(4)]
    pub(crate) confirmed: u64,
    /// Hellos of the sender on rungs up to this are settled.
    #[n(5)]
    pub(crate) settled: u64,
    /// An acknowledgement is asked for, even if nothing else is here.
    #[n(6)]
    pub(crate) asks: Option<bool>,
    /// A fresh key for the next epoch of the peer's direction.
    #[b(7)]
    pub(crate) offer: Option<Keyed<'a>>,
    /// The ciphertext for the next epoch of the sender's direction.
    #[b(8)]
    pub(crate) encapsulation: Option<Keyed<'a>>,
    /// Keys of held letters that were called.
    #[b(9)]
    pub(crate) openings: Option<Vec<Opening<'a>>>,
    /// Parts of letters.
    #[b(10)]
    pub(crate) fragments: Option<Vec<Fragment<'a>>>,
}

/// Cells of `epoch` below `next` are done; bit i of `bitmap` tells that cell `next + i` has come.
#[derive(Clone, Copy, Default, Encode, Decode)]
pub(crate) struct Ack {
    #[n(0)]
    pub(crate) epoch: u64,
    #[n(1)]
    pub(crate) next: u64,
    #[n(2)]
    pub(crate) bitmap: u64,
}

/// A public key or a ciphertext, and the epoch that it is for.
#[derive(Encode, Decode)]
pub(crate) struct Keyed<'a> {
    #[n(0)]
    pub(crate) epoch: u64,
    #[b(1)]
    pub(crate) bytes: &'a ByteSlice,
}

/// The key of a held letter.
#[derive(Encode, Decode)]
pub(crate) struct Opening<'a> {
    #[n(0)]
    pub(crate) seq: u64,
    #[n(1)]
    pub(crate) attempt: u64,
    #[b(2)]
    pub(crate) key: &'a ByteSlice,
}

/// A part of a letter.
#[derive(Encode, Decode)]
pub(crate) struct Fragment<'a> {
    #[n(0)]
    pub(crate) seq: u64,
    #[n(1)]
    pub(crate) attempt: u64,
    #[n(2)]
    pub(crate) total: u32,
    #[n(3)]
    pub(crate) offset: u32,
    #[n(4)]
    pub(crate) held: bool,
    #[b(5)]
    pub(crate) bytes: &'a ByteSlice,
}

/// The most that a [`Fragment`] takes beside its bytes: head, four numbers, a bool, the head of the bytes.
pub(crate) const FRAGMENT_HEAD: usize = 1 + 9 + 9 + 5 + 5 + 1 + 3;
/// The most that the list of fragments takes beside them: its number, its head.
pub(crate) const FRAGMENTS_HEAD: usize = 1 + 3;
/// What an [`Opening`] takes at most.
pub(crate) const OPENING_MOST: usize = 1 + 9 + 9 + 2 + 32;

impl Content<'_> {
    pub(crate) fn encode(&self) -> Zeroizing<Vec<u8>> {
        let mut out = Zeroizing::new(Vec::with_capacity(sealing::cell::CONTENT_BYTES));
        let _ = minicbor::encode(self, &mut *out); // writing to memory cannot fail
        out
    }

    /// Whether the peer should acknowledge this at once.
    pub(crate) fn wants_ack(&self) -> bool {
        self.asks == Some(true)
            || self.offer.is_some()
            || self.encapsulation.is_some()
            || self.openings.is_some()
            || self.fragments.is_some()
    }
}

/// Exactly one content, nothing after it.
pub(crate) fn decode(opened: &[u8]) -> Result<Content<'_>, Quarantine> {
    let mut decoder = minicbor::Decoder::new(opened);
    let content = decoder.decode().map_err(|_| Quarantine::Malformed)?;
    if decoder.position() == opened.len() { Ok(content) } else { Err(Quarantine::Malformed) }
}
