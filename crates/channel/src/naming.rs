//! Names that are computed, so that they tell their reader nothing that it does not hold already, and come out the same
//! after either end was restored from a backup.

use minicbor::Encode;
use sha2::{Digest, Sha256};

use crate::civil::Day;
use crate::content::Wording;
use crate::conveyance::{Conveyance, Correction, InvocationNotice, Tie};
use crate::ids::{
    ActId, ChannelHandle, ChannelId, ConveyedId, ItemId, NoteId, OfferHandle, OfferId, PairHandle, PairId, PartyId,
    ProposalHandle, ProposalId, ReadoutHandle, ReadoutId, RenditionId, SeatKey, TextHandle, TextId,
};
use crate::sealed::Commitment;

const NOBODY: ConveyedId = ConveyedId([0; 16]);

/// The channel's handle at a seat. Two seats' handles for one channel have nothing in common.
#[must_use]
pub fn channel_handle(key: SeatKey, channel: ChannelId) -> ChannelHandle {
    ChannelHandle(digest("channel", &[&key.0, &channel.0]))
}

/// The pair's handle at a seat.
#[must_use]
pub fn pair_handle(key: SeatKey, pair: PairId) -> PairHandle {
    PairHandle(digest("pair", &[&key.0, &pair.0]))
}

/// The proposal's handle at a seat.
#[must_use]
pub fn proposal_handle(key: SeatKey, proposal: ProposalId) -> ProposalHandle {
    ProposalHandle(digest("proposal", &[&key.0, &proposal.0]))
}

/// The offer's handle at a seat.
#[must_use]
pub fn offer_handle(key: SeatKey, offer: OfferId) -> OfferHandle {
    OfferHandle(digest("offer", &[&key.0, &offer.0]))
}

/// The readout's handle at a seat.
#[must_use]
pub fn readout_handle(key: SeatKey, readout: ReadoutId) -> ReadoutHandle {
    ReadoutHandle(digest("readout", &[&key.0, &readout.0]))
}

/// The handle of a single negotiating text at a seat.
#[must_use]
pub fn text_handle(key: SeatKey, text: TextId) -> TextHandle {
    TextHandle(digest("text", &[&key.0, &text.0]))
}

/// What a party's office names the words by with which it was told that something was said in public on a day.
#[must_use]
pub fn disclosed(of: &[Tie], on: Day) -> NoteId {
    NoteId(digest("disclosed", &[&written(&of), &written(&on)]))
}

/// The act by which an office opens what it had committed to: the same one, however often it is done.
#[must_use]
pub fn opening(commitment: &Commitment) -> ActId {
    ActId(digest("opening", &[&commitment.0]))
}

/// The act by which an office takes back a declaration whose words it has lost: the same one, however often it is done.
#[must_use]
pub fn recall_of(item: ItemId) -> ActId {
    ActId(digest("recall", &[&item.0]))
}

/// The id of a conveyed item at a seat: of what the seat will read, and of how many equal ones it got before.
#[must_use]
pub fn conveyed_item(key: SeatKey, conveyance: &Conveyance, before: u32) -> ConveyedId {
    let bare = Conveyance { id: NOBODY, ..conveyance.clone() };
    ConveyedId(digest("conveyed", &[&key.0, &written(&bare), &before.to_be_bytes()]))
}

/// The id of a correction at a seat.
#[must_use]
pub fn correction(key: SeatKey, correction: &Correction, before: u32) -> ConveyedId {
    let bare = Correction { id: NOBODY, ..correction.clone() };
    ConveyedId(digest("correction", &[&key.0, &written(&bare), &before.to_be_bytes()]))
}

/// The id of a word that a condition was invoked, at a seat.
#[must_use]
pub fn invocation(key: SeatKey, notice: &InvocationNotice, before: u32) -> ConveyedId {
    let bare = InvocationNotice { id: NOBODY, ..notice.clone() };
    ConveyedId(digest("invocation", &[&key.0, &written(&bare), &before.to_be_bytes()]))
}

/// The id of a rendition: of exactly these words for exactly these addressees.
#[must_use]
pub fn rendition(item: ItemId, to: &[PartyId], wording: &Wording, corrects: Option<RenditionId>) -> RenditionId {
    RenditionId(digest("rendition", &[&item.0, &written(&to), &written(wording), &written(&corrects)]))
}

/// SHA-256 of the parts, each with its length before it, cut to sixteen bytes.
fn digest(of: &str, parts: &[&[u8]]) -> [u8; 16] {
    let mut hash = Sha256::new();
    for part in [b"good-offices/", of.as_bytes()].iter().chain(parts) {
        hash.update(u64::try_from(part.len()).unwrap_or(u64::MAX).to_be_bytes());
        hash.update(part);
    }
    let mut name = [0; 16];
    name.iter_mut().zip(hash.finalize()).for_each(|(to, from)| *to = from);
    name
}

fn written<T: Encode<()>>(value: &T) -> Vec<u8> {
    // Writing to memory cannot fail.
    minicbor::to_vec(value).unwrap_or_default()
}
