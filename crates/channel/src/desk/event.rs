//! What happened at the desk. The events are the desk's only truth: its state is nothing but these, folded in order.

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};

use super::record::{By, Dispatch, Lodged, Mandate, Rendition, Standing};
use crate::civil::{Civil, Day};
use crate::content::RenditionCopy;
use crate::conveyance::Conveyance;
use crate::ids::{ActId, ChannelId, ConveyedId, ItemId, PartyId, QuestionId, RenditionId, SeatId, SeatKey};
use crate::letters::ToParty;
use crate::refusal::Refusal;
use crate::vocabulary::{Disposition, Status};

/// One thing that happened.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
#[allow(missing_docs, reason = "the fields are those of the types they have and of the commands they come from")]
pub enum Event {
    /// An act was taken: the events after it, up to the next such, are its effect.
    #[n(1)]
    Acted {
        #[n(0)]
        act: ActId,
        #[n(1)]
        by: By,
        #[n(2)]
        on: Civil,
    },
    /// The desk has its name.
    #[n(2)]
    SetUp {
        #[n(0)]
        name: String,
        #[n(1)]
        officers: Vec<String>,
        #[n(2)]
        two_officers: bool,
    },
    /// A party is served.
    #[n(3)]
    PartyAdded {
        #[n(0)]
        party: PartyId,
        #[n(1)]
        name: String,
        #[n(2)]
        principal: String,
        #[n(3)]
        calls: BTreeMap<PartyId, String>,
    },
    /// What one party is shown for another.
    #[n(4)]
    LabelSet {
        #[n(0)]
        party: PartyId,
        #[n(1)]
        other: PartyId,
        #[n(2)]
        label: String,
    },
    /// An office is seated.
    #[n(5)]
    SeatEnrolled {
        #[n(0)]
        seat: SeatId,
        #[n(1)]
        party: PartyId,
        #[n(2)]
        envoy: Option<String>,
        #[n(3)]
        key: SeatKey,
    },
    /// A channel is open.
    #[n(6)]
    ChannelOpened {
        #[n(0)]
        channel: ChannelId,
        #[n(1)]
        name: String,
        #[n(2)]
        parties: Vec<PartyId>,
        #[n(3)]
        status: Vec<Status>,
    },
    /// A channel is closed.
    #[n(7)]
    ChannelClosed {
        #[n(0)]
        channel: ChannelId,
    },
    /// A principal appointed an envoy.
    #[n(8)]
    Appointed {
        #[n(0)]
        party: PartyId,
        #[n(1)]
        envoy: String,
        #[n(2)]
        mandate: Mandate,
    },
    /// A principal revoked an envoy's mandate.
    #[n(9)]
    MandateRevoked {
        #[n(0)]
        party: PartyId,
        #[n(1)]
        envoy: String,
    },
    /// An item came in, or the desk drafted one of its own.
    #[n(10)]
    ItemLodged {
        #[n(0)]
        lodged: Lodged,
        #[n(1)]
        standing: Standing,
    },
    /// The principal countersigned.
    #[n(11)]
    Countersigned {
        #[n(0)]
        item: ItemId,
    },
    /// The desk admitted what was held.
    #[n(12)]
    Admitted {
        #[n(0)]
        item: ItemId,
    },
    /// One item replaces another.
    #[n(13)]
    Superseded {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        by: ItemId,
    },
    /// Words were found.
    #[n(14)]
    Rendered {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        rendition: Rendition,
    },
    /// The author approved words.
    #[n(15)]
    Approved {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        rendition: RenditionId,
        #[n(2)]
        seat: SeatId,
    },
    /// The author objected to words.
    #[n(16)]
    ObjectedTo {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        rendition: RenditionId,
        #[n(2)]
        seat: SeatId,
        #[n(3)]
        reason: Option<String>,
    },
    /// An officer released the item, or what waited for release of it.
    #[n(17)]
    Released {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        officer: String,
        #[n(2)]
        on: Civil,
        #[n(3)]
        dispatches: Vec<Dispatch>,
    },
    /// From here on it cannot be taken back from this seat.
    #[n(18)]
    Called {
        #[n(0)]
        seat: SeatId,
        #[n(1)]
        conveyed: ConveyedId,
    },
    /// It was taken back before this seat had it.
    #[n(19)]
    Withdrawn {
        #[n(0)]
        seat: SeatId,
        #[n(1)]
        conveyed: ConveyedId,
    },
    /// The seat has it.
    #[n(20)]
    Delivered {
        #[n(0)]
        seat: SeatId,
        #[n(1)]
        conveyed: ConveyedId,
        #[n(2)]
        on: Civil,
    },
    /// The desk handed the item back.
    #[n(21)]
    Returned {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        reason: String,
    },
    /// The desk declined what waited for release of the item.
    #[n(22)]
    PendingDeclined {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        reason: String,
    },
    /// The author took the item back.
    #[n(23)]
    Recalled {
        #[n(0)]
        item: ItemId,
    },
    /// The item is void before it was conveyed.
    #[n(24)]
    Voided {
        #[n(0)]
        item: ItemId,
    },
    /// An addressee disposed of the item.
    #[n(25)]
    Disposed {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        seat: SeatId,
        #[n(2)]
        disposition: Disposition,
        #[n(3)]
        on: Civil,
    },
    /// The author invoked a condition.
    #[n(26)]
    Invoked {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        seat: SeatId,
        #[n(2)]
        condition: u8,
        #[n(3)]
        on: Civil,
    },
    /// The desk asked for leave to use what was confided.
    #[n(27)]
    LeaveAsked {
        #[n(0)]
        item: ItemId,
    },
    /// The party gave leave, or withheld it.
    #[n(28)]
    LeaveDecided {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        seat: SeatId,
        #[n(2)]
        given: bool,
    },
    /// The desk asked a party in private.
    #[n(29)]
    Asked {
        #[n(0)]
        question: QuestionId,
        #[n(1)]
        channel: ChannelId,
        #[n(2)]
        to: PartyId,
        #[n(3)]
        text: String,
        #[n(4)]
        lapses: Civil,
        #[n(5)]
        on: Civil,
    },
    /// The party answered.
    #[n(30)]
    Replied {
        #[n(0)]
        question: QuestionId,
        #[n(1)]
        seat: SeatId,
        #[n(2)]
        text: String,
        #[n(3)]
        on: Civil,
    },
    /// The words are gone.
    #[n(31)]
    Erased {
        #[n(0)]
        item: ItemId,
    },
    /// The desk refused an act of a party's office.
    #[n(32)]
    Declined {
        #[n(0)]
        seat: SeatId,
        #[n(1)]
        act: ActId,
        #[n(2)]
        reason: Refusal,
    },
    /// A seat showed what had been conveyed to it before this desk was restored.
    #[n(33)]
    ConveyanceRecovered {
        #[n(0)]
        seat: SeatId,
        #[n(1)]
        conveyance: Conveyance,
    },
    /// An author's seat showed what had been released in its name before this desk was restored.
    #[n(34)]
    ReleaseRecovered {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        seat: SeatId,
        #[n(2)]
        words: RenditionCopy,
        #[n(3)]
        on: Day,
    },
    /// A seat showed something that this desk, restored, cannot place: an officer has to do it again.
    #[n(35)]
    Unplaced {
        #[n(0)]
        seat: SeatId,
        #[n(1)]
        letter: ToParty,
    },
}

impl Event {
    /// The kind of the event, for a log: it tells nothing of what is in it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Acted { .. } => "acted",
            Self::SetUp { .. } => "set-up",
            Self::PartyAdded { .. } => "party-added",
            Self::LabelSet { .. } => "label-set",
            Self::SeatEnrolled { .. } => "seat-enrolled",
            Self::ChannelOpened { .. } => "channel-opened",
            Self::ChannelClosed { .. } => "channel-closed",
            Self::Appointed { .. } => "appointed",
            Self::MandateRevoked { .. } => "mandate-revoked",
            Self::ItemLodged { .. } => "item-lodged",
            Self::Countersigned { .. } => "countersigned",
            Self::Admitted { .. } => "admitted",
            Self::Superseded { .. } => "superseded",
            Self::Rendered { .. } => "rendered",
            Self::Approved { .. } => "approved",
            Self::ObjectedTo { .. } => "objected-to",
            Self::Released { .. } => "released",
            Self::Called { .. } => "called",
            Self::Withdrawn { .. } => "withdrawn",
            Self::Delivered { .. } => "delivered",
            Self::Returned { .. } => "returned",
            Self::PendingDeclined { .. } => "pending-declined",
            Self::Recalled { .. } => "recalled",
            Self::Voided { .. } => "voided",
            Self::Disposed { .. } => "disposed",
            Self::Invoked { .. } => "invoked",
            Self::LeaveAsked { .. } => "leave-asked",
            Self::LeaveDecided { .. } => "leave-decided",
            Self::Asked { .. } => "asked",
            Self::Replied { .. } => "replied",
            Self::Erased { .. } => "erased",
            Self::Declined { .. } => "declined",
            Self::ConveyanceRecovered { .. } => "conveyance-recovered",
            Self::ReleaseRecovered { .. } => "release-recovered",
            Self::Unplaced { .. } => "unplaced",
        }
    }
}
