//! The names of things: opaque bytes and small numbers that an office gives out. None of them is made here: they come
//! in with a command, or are computed from what both ends of a line hold already (see [`crate::desk`]).

use std::fmt;
use std::str::FromStr;

use minicbor::decode::Error as DecodeError;
use minicbor::encode::{Error as EncodeError, Write};
use minicbor::{Decode, Decoder, Encode, Encoder};
use serde::de::{Error as _, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A text that is not the hexadecimal form of the id that was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("this is not an id: give its {digits} hexadecimal digits")]
pub struct NotAnId {
    digits: usize,
}

fn write_hex(bytes: &[u8], out: &mut fmt::Formatter<'_>) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
}

fn read_hex<const N: usize>(text: &str) -> Result<[u8; N], NotAnId> {
    let wrong = NotAnId { digits: N * 2 };
    if text.len() != N * 2 {
        return Err(wrong);
    }
    let mut bytes = [0; N];
    for (byte, pair) in bytes.iter_mut().zip(text.as_bytes().chunks(2)) {
        let pair = std::str::from_utf8(pair).map_err(|_| wrong)?;
        if !pair.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return Err(wrong);
        }
        *byte = u8::from_str_radix(pair, 16).map_err(|_| wrong)?;
    }
    Ok(bytes)
}

macro_rules! bytes_id {
    ($($(#[$doc:meta])* $name:ident: $bytes:literal, $debug:expr;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub struct $name(pub [u8; $bytes]);

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                let show: fn(&[u8], &mut fmt::Formatter<'_>) -> fmt::Result = $debug;
                write!(out, concat!(stringify!($name), "("))?;
                show(&self.0, out)?;
                write!(out, ")")
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                write_hex(&self.0, out)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                read_hex(text).map(Self)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let text = String::deserialize(from)?;
                text.parse().map_err(D::Error::custom)
            }
        }

        impl<C> Encode<C> for $name {
            fn encode<W: Write>(&self, to: &mut Encoder<W>, _: &mut C) -> Result<(), EncodeError<W::Error>> {
                to.bytes(&self.0)?.ok()
            }
        }

        impl<'b, C> Decode<'b, C> for $name {
            fn decode(from: &mut Decoder<'b>, _: &mut C) -> Result<Self, DecodeError> {
                let at = from.position();
                let bytes = from.bytes()?;
                let bytes = bytes.try_into().map_err(|_| DecodeError::message("an id of another length").at(at))?;
                Ok(Self(bytes))
            }
        }
    )+};
}

bytes_id! {
    /// A command, for ever: the same id takes effect once.
    ActId: 16, write_hex;
    /// A channel, at the desk alone.
    ChannelId: 16, write_hex;
    /// A channel, as one seat knows it: another seat has another handle for the same channel.
    ChannelHandle: 16, write_hex;
    /// An item, at its author's office and at the desk.
    ItemId: 16, write_hex;
    /// An item as it was conveyed to one seat: computed from what that seat may know, so it tells nothing else.
    ConveyedId: 16, write_hex;
    /// A private question of the desk.
    QuestionId: 16, write_hex;
    /// A pair of parallel declarations, at the desk alone.
    PairId: 16, write_hex;
    /// A pair, as one seat knows it.
    PairHandle: 16, write_hex;
    /// A proposal with sealed answers, at the desk alone.
    ProposalId: 16, write_hex;
    /// A proposal, as one seat knows it.
    ProposalHandle: 16, write_hex;
    /// An offer of good offices, at the desk alone.
    OfferId: 16, write_hex;
    /// An offer, as one seat knows it.
    OfferHandle: 16, write_hex;
    /// A readout, at the desk alone.
    ReadoutId: 16, write_hex;
    /// A readout, as one seat knows it.
    ReadoutHandle: 16, write_hex;
    /// A single negotiating text, at the desk alone.
    TextId: 16, write_hex;
    /// A single negotiating text, as one seat knows it.
    TextHandle: 16, write_hex;
    /// What the desk noted of the world outside: a statement, a disclosure, a look at a press text.
    NoteId: 16, write_hex;
    /// A rendition: computed from its words, so that an approval is for exactly those.
    RenditionId: 16, write_hex;
    /// What the desk and one seat have in common for naming things to each other. It opens nothing, but whoever holds
    /// it can confirm a guess of what an id names: it is never shown.
    SeatKey: 32, |_, out| write!(out, "..");
}

macro_rules! number_id {
    ($($(#[$doc:meta])* $name:ident;)+) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode)]
        #[cbor(transparent)]
        pub struct $name(#[n(0)] pub u32);

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(out)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_u32(self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                from.deserialize_any(Number).map(Self)
            }
        }
    )+};
}

number_id! {
    /// A party, at the desk alone.
    PartyId;
    /// An enrolled office of a party, its principal's or an envoy's, at the desk alone.
    SeatId;
}

/// Reads a number, also where JSON makes it a text because it is the key of a map.
struct Number;

impl Visitor<'_> for Number {
    type Value = u32;

    fn expecting(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "a number")
    }

    fn visit_u64<E: serde::de::Error>(self, number: u64) -> Result<u32, E> {
        u32::try_from(number).map_err(|_| E::custom("a number below 2^32 was expected"))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<u32, E> {
        text.parse().map_err(|_| E::custom("a number was expected"))
    }
}
