//! The one error of this crate: bytes that are no request or reply. It carries lengths and codes, never content.

/// Bytes that are not what was expected. Nothing of them is kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// The bytes have another length than this thing always has.
    #[error("expected {expected} bytes, got {got}")]
    Length {
        /// How many bytes it always has.
        expected: usize,
        /// How many there were.
        got: usize,
    },
    /// A reply whose code this version does not know.
    #[error("the reply has the unknown code {0}")]
    Code(u8),
    /// A reply whose bytes that must be zero are not.
    #[error("the reply has bytes set that must be zero")]
    Reserved,
}

/// The bytes as an array, if there are exactly `N`.
pub(crate) fn exactly<const N: usize>(bytes: &[u8]) -> Result<&[u8; N], Malformed> {
    bytes.try_into().map_err(|_| Malformed::Length { expected: N, got: bytes.len() })
}
