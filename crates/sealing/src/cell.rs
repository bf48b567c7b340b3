//! Sealing and opening a cell: what is inside, padded to one size, under a key that is used once.
//!
//! A cell is nonce (24) ‖ ciphertext (8,152) ‖ tag (16). Inside: length (2, big-endian) ‖ content ‖ zeros.
//! Deliberately not here: what the content says (crate `line`).

use rand_core::CryptoRng;
use wire::{Address, CELL_BYTES, Cell, TakeKey};
use zeroize::Zeroizing;

use crate::aead::{self, NONCE_BYTES, TAG_BYTES};
use crate::{Direction, Key, Unopened, derive_key};

/// Bytes of content that a cell has room for.
pub const CONTENT_BYTES: usize = CELL_BYTES - NONCE_BYTES - TAG_BYTES - 2;
const AAD: &[u8] = b"good offices cell/1";

/// Which cell it is. Bound into its keys and its associated data, so that no cell opens in another's place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// A Hello of that direction, on that rung.
    Hello(Direction, u64),
    /// An Answer to a Hello of that direction, at the address with that number.
    Answer(Direction, u64),
    /// A cell of a session: direction, epoch, index.
    Session(Direction, u64, u64),
}

impl Place {
    /// kind (1) ‖ direction (1) ‖ two numbers (8 each, big-endian; 0 where there is none).
    fn context(self) -> [u8; 18] {
        let (kind, direction, first, second) = match self {
            Place::Hello(direction, rung) => (1, direction, rung, 0),
            Place::Answer(direction, number) => (2, direction, number, 0),
            Place::Session(direction, epoch, index) => (3, direction, epoch, index),
        };
        let mut out = [0; 18];
        let parts = [kind, direction.byte()].into_iter().chain(first.to_be_bytes()).chain(second.to_be_bytes());
        out.iter_mut().zip(parts).for_each(|(slot, byte)| *slot = byte);
        out
    }
}

/// The keys of one cell: where it goes, and what it is sealed with.
pub struct CellKeys {
    take: TakeKey,
    address: Address,
    key: Key,
    place: Place,
}

impl CellKeys {
    pub(crate) fn derive(base: &Key, place: Place) -> CellKeys {
        let context = place.context();
        let take = TakeKey::from_bytes(*derive_key(base, "take key", &context).as_bytes());
        let address = take.address();
        CellKeys { take, address, key: derive_key(base, "cell key", &context), place }
    }

    /// Where the cell goes.
    pub fn address(&self) -> Address {
        self.address
    }

    /// What collects and erases it.
    pub fn take_key(&self) -> &TakeKey {
        &self.take
    }

    /// Seals at most [`CONTENT_BYTES`] under a random nonce; the key is used up.
    pub fn seal<R: CryptoRng + ?Sized>(self, content: &[u8], rng: &mut R) -> Result<Cell, Unopened> {
        let mut nonce = [0; NONCE_BYTES];
        rng.fill_bytes(&mut nonce);
        self.seal_with(&nonce, content)
    }

    /// Seals under a nonce that is given: only for cells whose bytes must come out the same again.
    pub(crate) fn seal_with(&self, nonce: &[u8; NONCE_BYTES], content: &[u8]) -> Result<Cell, Unopened> {
        if content.len() > CONTENT_BYTES {
            return Err(Unopened);
        }
        let length = u16::try_from(content.len()).map_err(|_| Unopened)?;
        let mut inside = Zeroizing::new(Vec::with_capacity(2 + CONTENT_BYTES));
        inside.extend_from_slice(&length.to_be_bytes());
        inside.extend_from_slice(content);
        inside.resize(2 + CONTENT_BYTES, 0);
        Cell::from_bytes(&aead::seal_with(&self.key, nonce, &self.aad(), &inside)).map_err(|_| Unopened)
    }

    /// The content of a cell that was sealed with these keys, in this place.
    pub fn open(&self, cell: &Cell) -> Result<Zeroizing<Vec<u8>>, Unopened> {
        let inside = aead::open(&self.key, &self.aad(), cell.as_bytes())?;
        let (length, rest) = inside.split_first_chunk::<2>().ok_or(Unopened)?;
        let (content, padding) = rest.split_at_checked(usize::from(u16::from_be_bytes(*length))).ok_or(Unopened)?;
        if padding.iter().any(|byte| *byte != 0) {
            return Err(Unopened);
        }
        Ok(Zeroizing::new(content.to_vec()))
    }

    fn aad(&self) -> Vec<u8> {
        [AAD, &self.place.context(), self.address.as_bytes()].concat()
    }
}
