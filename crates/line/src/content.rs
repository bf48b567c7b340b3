//! What a cell of a session says, as CBOR with numbered fields (CDDL in docs/PROTOCOL.md).
//!
//! Decoding borrows from what was opened and copies nothing; nothing is ever parsed from elsewhere.

use minicbor::bytes::ByteSlice;
use minicbor::{Decode, Encode};
use zeroize::Zeroizing;

use crate::Quarantine;
use crate::limits::NUMBER_MOST;

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
    let content: Content<'_> = decoder.decode().map_err(|_| Quarantine::Malformed)?;
    let Ack { epoch, next, .. } = content.ack;
    let numbers = [content.journaled, content.sent, epoch, next, content.floor, content.confirmed, content.settled];
    if decoder.position() != opened.len() || numbers.iter().any(|number| *number > NUMBER_MOST) {
        return Err(Quarantine::Malformed);
    }
    Ok(content)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str) -> Vec<u8> {
        let path = format!("{}/vectors/{name}.hex", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(path).unwrap();
        let text = text.trim();
        (0..text.len() / 2).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap()).collect()
    }

    fn hex(bytes: &[u8]) -> String {
        bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>() + "\n"
    }

    /// One of everything.
    fn whole<'a>(key: &'a [u8], ciphertext: &'a [u8]) -> Content<'a> {
        Content {
            journaled: 1,
            sent: 2,
            ack: Ack { epoch: 3, next: 4, bitmap: 0b110 },
            floor: 5,
            confirmed: 6,
            settled: 7,
            asks: Some(true),
            offer: Some(Keyed { epoch: 8, bytes: key.into() }),
            encapsulation: Some(Keyed { epoch: 9, bytes: ciphertext.into() }),
            openings: Some(vec![Opening { seq: 10, attempt: 11, key: [12; 32].as_slice().into() }]),
            fragments: Some(vec![Fragment {
                seq: 13,
                attempt: 14,
                total: 500,
                offset: 16,
                held: true,
                bytes: b"some bytes of a letter".as_slice().into(),
            }]),
        }
    }

    #[test]
    fn golden_content() {
        let content = whole(&[1; 1216], &[2; 1120]).encode();
        assert_eq!(*content, file("content"));
        let frozen = file("content");
        let read = decode(&frozen).unwrap();
        assert_eq!(*read.encode(), frozen);
        assert_eq!(*Content::default().encode(), file("content_numbers_alone"));
    }

    #[test]
    fn fields_of_a_later_version_are_passed_over() {
        assert_eq!(decode(&file("content_with_a_later_field")).unwrap().sent, 2);
    }

    #[test]
    fn malformed_contents_are_refused() {
        let folder = format!("{}/vectors/malformed", env!("CARGO_MANIFEST_DIR"));
        let mut count = 0;
        for entry in std::fs::read_dir(folder).unwrap() {
            let name = entry.unwrap().file_name().into_string().unwrap();
            let bytes = file(&format!("malformed/{}", name.trim_end_matches(".hex")));
            assert_eq!(decode(&bytes).err(), Some(Quarantine::Malformed), "{name}");
            count += 1;
        }
        assert_eq!(count, malformed().len());
    }

    fn malformed() -> Vec<(&'static str, Vec<u8>)> {
        let good = Content::default().encode().to_vec();
        let numbers = &good[1..]; // after the head of the map
        let with = |fields: u8, more: &[u8]| [&[0xa0 + fields][..], numbers, more].concat();
        vec![
            ("empty", vec![]),
            ("not_a_map", vec![0x83, 1, 2, 3]),
            ("cut_off", good[..good.len() - 1].to_vec()),
            ("bytes_after_it", [good.as_slice(), &[0]].concat()),
            ("a_number_is_missing", vec![0xa1, 0x00, 0x01]),
            ("a_number_is_text", [&[0xa6, 0x00, 0x61, 0x31][..], &numbers[2..]].concat()),
            ("a_number_is_negative", [&[0xa6, 0x00, 0x20][..], &numbers[2..]].concat()),
            ("a_number_beyond_the_greatest", [&[0xa6, 0x00, 0x1b, 0, 1, 0, 0, 0, 0, 0, 1][..], &numbers[2..]].concat()),
            ("ack_is_a_number", with(7, &[0x02, 0x01])),
            ("asks_is_a_number", with(7, &[0x06, 0x01])),
            ("key_is_text", with(7, &[0x07, 0x82, 0x01, 0x61, 0x61])),
            ("key_longer_than_the_cell", with(7, &[0x07, 0x82, 0x01, 0x5a, 0xff, 0xff, 0xff, 0xff])),
            ("fragments_without_end", with(7, &[0x0a, 0x9f])),
            ("fragments_more_than_there_are", with(7, &[0x0a, 0x9b, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff])),
            ("fragment_with_too_few_fields", with(7, &[0x0a, 0x81, 0x82, 0x01, 0x01])),
            (
                "fragment_total_beyond_32_bits",
                with(7, &[0x0a, 0x81, 0x86, 1, 1, 0x1b, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0xf4, 0x41, 0]),
            ),
            ("nested_beyond_reason", [&[0xa1, 0x0a][..], &[0x81; 4_000]].concat()),
        ]
    }

    #[test]
    #[ignore = "writes the vectors anew; only for a new version of the protocol"]
    fn bless() {
        let folder = format!("{}/vectors", env!("CARGO_MANIFEST_DIR"));
        std::fs::create_dir_all(format!("{folder}/malformed")).unwrap();
        let content = whole(&[1; 1216], &[2; 1120]).encode();
        std::fs::write(format!("{folder}/content.hex"), hex(&content)).unwrap();
        let alone = Content::default().encode();
        std::fs::write(format!("{folder}/content_numbers_alone.hex"), hex(&alone)).unwrap();
        let mut later = content.to_vec();
        later[0] += 1;
        later.extend_from_slice(&[0x18, 99, 0x82, 1, 0x61, 0x61]);
        std::fs::write(format!("{folder}/content_with_a_later_field.hex"), hex(&later)).unwrap();
        for (name, bytes) in malformed() {
            std::fs::write(format!("{folder}/malformed/{name}.hex"), hex(&bytes)).unwrap();
        }
    }
}
