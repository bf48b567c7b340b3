//! The cell: what a hub keeps, opaque to it and always of one size.

use std::fmt;

use rand_core::CryptoRng;

use crate::{CELL_BYTES, Malformed};

/// [`CELL_BYTES`] bytes that look random. A hub keeps them and can read nothing in them.
#[derive(Clone, PartialEq, Eq)]
pub struct Cell(Box<[u8; CELL_BYTES]>);

impl Cell {
    /// A cell of exactly these bytes.
    ///
    /// # Errors
    /// [`Malformed::Length`] if there are not [`CELL_BYTES`] of them.
    pub fn from_bytes(bytes: &[u8]) -> Result<Cell, Malformed> {
        let boxed: Box<[u8]> = bytes.into();
        let got = boxed.len();
        boxed.try_into().map(Cell).map_err(|_| Malformed::Length { expected: CELL_BYTES, got })
    }

    /// A cell of random bytes: what fills an empty slot, and what cover without content looks like.
    pub fn random<R: CryptoRng + ?Sized>(rng: &mut R) -> Cell {
        let mut bytes = Box::new([0; CELL_BYTES]);
        rng.fill_bytes(bytes.as_mut_slice());
        Cell(bytes)
    }

    /// The bytes.
    pub fn as_bytes(&self) -> &[u8; CELL_BYTES] {
        &self.0
    }
}

impl fmt::Debug for Cell {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Cell(..)")
    }
}
