//! The replies. Each begins with a head of [`SHORT_REPLY_BYTES`]: a code, for a collecting reply which slots hold a
//! cell, and zeros. A refusal has the length of the answer that it stands in for.

use rand_core::CryptoRng;

use crate::malformed::exactly;
use crate::{CELL_BYTES, COLLECT_REPLY_BYTES, Cell, KEYS_PER_REQUEST, Malformed, SHORT_REPLY_BYTES};

const CODE_DONE: u8 = 0;
const CODE_TAKEN: u8 = 1;
const CODE_MALFORMED: u8 = 16;
const CODE_PASS: u8 = 17;
const CODE_FULL: u8 = 18;
const CODE_BUSY: u8 = 19;

/// Why a hub did not do what it was asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// The request was not the bytes that its path takes.
    #[error("the hub could not read the request: office and hub may be of different versions")]
    Malformed,
    /// The pass admits nothing here.
    #[error("the hub does not admit this pass: ask its operator for an invitation that does")]
    Pass,
    /// There is no room left.
    #[error("the hub is full: try again when cells have been collected or have expired, or ask its operator for room")]
    Full,
    /// It cannot now.
    #[error("the hub is busy: try again a little later")]
    Busy,
}

impl Refusal {
    fn code(self) -> u8 {
        match self {
            Refusal::Malformed => CODE_MALFORMED,
            Refusal::Pass => CODE_PASS,
            Refusal::Full => CODE_FULL,
            Refusal::Busy => CODE_BUSY,
        }
    }

    fn of(code: u8) -> Result<Refusal, Malformed> {
        match code {
            CODE_MALFORMED => Ok(Refusal::Malformed),
            CODE_PASS => Ok(Refusal::Pass),
            CODE_FULL => Ok(Refusal::Full),
            CODE_BUSY => Ok(Refusal::Busy),
            other => Err(Malformed::Code(other)),
        }
    }
}

/// The answer to a deposit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PutReply {
    /// These bytes are, or were, at this address.
    Stored,
    /// Other bytes are, or were, at this address.
    Taken,
    /// Nothing was done.
    Refused(Refusal),
}

impl PutReply {
    /// The reply as [`SHORT_REPLY_BYTES`] bytes.
    pub fn encode(&self) -> [u8; SHORT_REPLY_BYTES] {
        head(
            match self {
                PutReply::Stored => CODE_DONE,
                PutReply::Taken => CODE_TAKEN,
                PutReply::Refused(refusal) => refusal.code(),
            },
            0,
        )
    }

    /// The reply in these bytes.
    ///
    /// # Errors
    /// [`Malformed`] if they are none.
    pub fn decode(bytes: &[u8]) -> Result<PutReply, Malformed> {
        match read_short(bytes)? {
            CODE_DONE => Ok(PutReply::Stored),
            CODE_TAKEN => Ok(PutReply::Taken),
            other => Refusal::of(other).map(PutReply::Refused),
        }
    }
}

/// The answer to an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EraseReply {
    /// Nothing is at these drops any more, if anything ever was.
    Done,
    /// Nothing was done.
    Refused(Refusal),
}

impl EraseReply {
    /// The reply as [`SHORT_REPLY_BYTES`] bytes.
    pub fn encode(&self) -> [u8; SHORT_REPLY_BYTES] {
        head(
            match self {
                EraseReply::Done => CODE_DONE,
                EraseReply::Refused(refusal) => refusal.code(),
            },
            0,
        )
    }

    /// The reply in these bytes.
    ///
    /// # Errors
    /// [`Malformed`] if they are none.
    pub fn decode(bytes: &[u8]) -> Result<EraseReply, Malformed> {
        match read_short(bytes)? {
            CODE_DONE => Ok(EraseReply::Done),
            other => Refusal::of(other).map(EraseReply::Refused),
        }
    }
}

/// The answer to a collection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CollectReply {
    /// What lies at each drop, in the order of the keys. Once decoded there are always [`KEYS_PER_REQUEST`] slots.
    /// A drop that is empty, that was erased and that never was are all `None`.
    Cells(Vec<Option<Cell>>),
    /// Nothing was looked up.
    Refused(Refusal),
}

impl CollectReply {
    /// The reply as [`COLLECT_REPLY_BYTES`] bytes. A slot without a cell is filled with random bytes. Slots after the
    /// first [`KEYS_PER_REQUEST`] are left out, which in a debug build is a panic.
    pub fn encode<R: CryptoRng + ?Sized>(&self, rng: &mut R) -> Vec<u8> {
        let (code, slots) = match self {
            CollectReply::Cells(slots) => (CODE_DONE, slots.as_slice()),
            CollectReply::Refused(refusal) => (refusal.code(), [].as_slice()),
        };
        debug_assert!(slots.len() <= KEYS_PER_REQUEST, "a reply has {KEYS_PER_REQUEST} slots");
        let mut bytes = Vec::with_capacity(COLLECT_REPLY_BYTES);
        bytes.extend_from_slice(&[0; SHORT_REPLY_BYTES]);
        let mut present = 0;
        for slot in 0..KEYS_PER_REQUEST {
            match slots.get(slot).and_then(Option::as_ref) {
                Some(cell) => {
                    present |= 1 << slot;
                    bytes.extend_from_slice(cell.as_bytes());
                }
                None => {
                    let start = bytes.len();
                    bytes.resize(start + CELL_BYTES, 0);
                    if let Some(filling) = bytes.get_mut(start..) {
                        rng.fill_bytes(filling);
                    }
                }
            }
        }
        if let Some(first) = bytes.first_chunk_mut() {
            *first = head(code, present);
        }
        bytes
    }

    /// The reply in these bytes.
    ///
    /// # Errors
    /// [`Malformed`] if they are none.
    pub fn decode(bytes: &[u8]) -> Result<CollectReply, Malformed> {
        let wrong = Malformed::Length { expected: COLLECT_REPLY_BYTES, got: bytes.len() };
        let (first, slots) =
            exactly::<COLLECT_REPLY_BYTES>(bytes)?.split_first_chunk::<SHORT_REPLY_BYTES>().ok_or(wrong)?;
        let (code, present) = read_head(first)?;
        if code != CODE_DONE {
            let refusal = Refusal::of(code)?;
            return if present == 0 { Ok(CollectReply::Refused(refusal)) } else { Err(Malformed::Reserved) };
        }
        let cells = slots
            .chunks(CELL_BYTES)
            .enumerate()
            .map(|(slot, cell)| if present & (1 << slot) != 0 { Cell::from_bytes(cell).map(Some) } else { Ok(None) })
            .collect::<Result<_, _>>()?;
        Ok(CollectReply::Cells(cells))
    }
}

fn head(code: u8, present: u8) -> [u8; SHORT_REPLY_BYTES] {
    let mut bytes = [0; SHORT_REPLY_BYTES];
    let [first, second, ..] = &mut bytes;
    *first = code;
    *second = present;
    bytes
}

fn read_head(bytes: &[u8; SHORT_REPLY_BYTES]) -> Result<(u8, u8), Malformed> {
    let [code, present, zeros @ ..] = bytes;
    if zeros.iter().all(|byte| *byte == 0) { Ok((*code, *present)) } else { Err(Malformed::Reserved) }
}

fn read_short(bytes: &[u8]) -> Result<u8, Malformed> {
    match read_head(exactly(bytes)?)? {
        (code, 0) => Ok(code),
        _ => Err(Malformed::Reserved),
    }
}
