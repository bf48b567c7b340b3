//! How letters and events are written down: `[version, kind, body]`, the body a map with numbered fields. What a later
//! version adds to a body is skipped by an earlier one; a kind or a version that is not known is an error, never a panic.
//! `letters.cddl` beside this crate's manifest describes each kind, and `vectors/` has one of each.

use minicbor::data::Type;
use minicbor::{Decode, Decoder, Encode};

use crate::desk;
use crate::letters::{ToDesk, ToParty};
use crate::party;

/// The version that is written, and the only one there is so far.
pub const VERSION: u8 = 1;
/// The longest letter or event, in bytes: what a line carries at most, less what an office wraps it in.
pub const LETTER_BYTES: usize = 512 * 1024 - 128;

/// Bytes that are not a letter or an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// Longer than any letter.
    #[error("longer than {LETTER_BYTES} bytes")]
    TooLong,
    /// Not an envelope.
    #[error("not an envelope of a version, a kind and a body")]
    NoEnvelope,
    /// Of another version.
    #[error("of a version that this office does not read: update it")]
    Version,
    /// Of another kind.
    #[error("of a kind that this office does not know: update it")]
    Kind,
    /// Of a known kind, and its body is not that kind's.
    #[error("the body is not what its kind says")]
    Body,
    /// Something comes after it.
    #[error("there is something after its end")]
    Trailing,
}

impl Malformed {
    /// Every reason there is.
    pub const ALL: [Self; 6] = [Self::TooLong, Self::NoEnvelope, Self::Version, Self::Kind, Self::Body, Self::Trailing];
}

/// What can be written down.
pub trait Written: Sized {
    /// The bytes of it.
    fn encode(&self) -> Vec<u8>;

    /// Reads the bytes again.
    ///
    /// # Errors
    /// What is wrong with them.
    fn decode(bytes: &[u8]) -> Result<Self, Malformed>;
}

macro_rules! written {
    ($($type:ty: $kinds:expr;)+) => {$(
        impl Written for $type {
            fn encode(&self) -> Vec<u8> {
                seal(self)
            }
            fn decode(bytes: &[u8]) -> Result<Self, Malformed> {
                open(bytes, $kinds)
            }
        }
    )+};
}

written! {
    ToDesk: 1..=21;
    ToParty: 1..=51;
    desk::Event: 1..=70;
    party::Event: 1..=10;
}

/// `[kind, body]`, as the derived code writes an enum, becomes `[version, kind, body]`.
const PAIR: u8 = 0x82;
const TRIPLE: u8 = 0x83;

fn seal<T: Encode<()>>(value: &T) -> Vec<u8> {
    // Writing to memory cannot fail.
    let pair = minicbor::to_vec(value).unwrap_or_default();
    let rest = pair.get(1..).unwrap_or_default();
    [&[TRIPLE, VERSION], rest].concat()
}

fn open<'b, T>(bytes: &'b [u8], kinds: std::ops::RangeInclusive<u32>) -> Result<T, Malformed>
where
    T: for<'a> Decode<'a, ()>,
{
    if bytes.len() > LETTER_BYTES {
        return Err(Malformed::TooLong);
    }
    let mut reader: Decoder<'b> = Decoder::new(bytes);
    if reader.array().ok().flatten() != Some(3) {
        return Err(Malformed::NoEnvelope);
    }
    if reader.u8().map_err(|_| Malformed::Version)? != VERSION {
        return Err(Malformed::Version);
    }
    let body = bytes.get(reader.position()..).unwrap_or_default();
    if !kinds.contains(&reader.u32().map_err(|_| Malformed::Kind)?) {
        return Err(Malformed::Kind);
    }
    if !matches!(reader.datatype(), Ok(Type::Map)) {
        return Err(Malformed::Body);
    }
    let pair = [&[PAIR], body].concat();
    let mut reader = Decoder::new(&pair);
    let value = reader.decode().map_err(|_| Malformed::Body)?;
    if reader.position() == pair.len() { Ok(value) } else { Err(Malformed::Trailing) }
}
