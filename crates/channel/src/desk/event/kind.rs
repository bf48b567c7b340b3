//! What each event is called in a log, and what it is about.

use super::Event;
use crate::ids::ItemId;

macro_rules! kinds {
    ($($event:pat => $kind:literal,)+) => {
        /// Every kind there is.
        pub const KINDS: &'static [&'static str] = &[$($kind),+];

        /// The kind of the event, for a log: it tells nothing of what is in it.
        #[must_use]
        pub const fn kind(&self) -> &'static str {
            match self {
                $($event => $kind,)+
            }
        }
    };
}

impl Event {
    kinds! {
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
        Self::OfficerAdded { .. } => "officer-added",
        Self::OfficerRemoved { .. } => "officer-removed",
        Self::AddressSet { .. } => "address-set",
        Self::CoMediatorSet { .. } => "co-mediator-set",
        Self::RetentionSet { .. } => "retention-set",
        Self::Confirmed { .. } => "confirmed",
        Self::Resembles { .. } => "resembles",
        Self::SameAs { .. } => "same-as",
        Self::Distinct { .. } => "distinct",
        Self::Translated { .. } => "translated",
        Self::WasRead { .. } => "was-read",
        Self::PairOpened { .. } => "pair-opened",
        Self::Declared { .. } => "declared",
        Self::OpeningsAsked { .. } => "openings-asked",
        Self::DeclarationOpened { .. } => "declaration-opened",
        Self::PairEnded { .. } => "pair-ended",
        Self::PairReleased { .. } => "pair-released",
        Self::Proposed { .. } => "proposed",
        Self::Answered { .. } => "answered",
        Self::OpeningBegan { .. } => "opening-began",
        Self::AnswerOpened { .. } => "answer-opened",
        Self::Revealed { .. } => "revealed",
        Self::Offered { .. } => "offered",
        Self::OfferAnswered { .. } => "offer-answered",
        Self::Drafted { .. } => "drafted",
        Self::Cleared { .. } => "cleared",
        Self::Published { .. } => "published",
        Self::ReadoutWithdrawn { .. } => "readout-withdrawn",
        Self::Tabled { .. } => "tabled",
        Self::Commented { .. } => "commented",
        Self::InterestDeclared { .. } => "interest-declared",
        Self::Disclosed { .. } => "disclosed",
        Self::StatementNoted { .. } => "statement-noted",
        Self::Exposed { .. } => "exposed",
        Self::Forgotten { .. } => "forgotten",
    }

    /// The item that it is about, if it is about one.
    #[must_use]
    pub const fn about(&self) -> Option<ItemId> {
        match self {
            Self::ItemLodged { lodged, .. } => Some(lodged.item),
            Self::Countersigned { item, .. }
            | Self::Admitted { item, .. }
            | Self::Superseded { item, .. }
            | Self::Rendered { item, .. }
            | Self::Approved { item, .. }
            | Self::ObjectedTo { item, .. }
            | Self::Released { item, .. }
            | Self::Returned { item, .. }
            | Self::PendingDeclined { item, .. }
            | Self::Recalled { item, .. }
            | Self::Voided { item, .. }
            | Self::Disposed { item, .. }
            | Self::Invoked { item, .. }
            | Self::LeaveAsked { item, .. }
            | Self::LeaveDecided { item, .. }
            | Self::Erased { item, .. }
            | Self::ReleaseRecovered { item, .. }
            | Self::Confirmed { item, .. }
            | Self::Resembles { item, .. }
            | Self::SameAs { item, .. }
            | Self::Distinct { item, .. }
            | Self::Translated { item, .. }
            | Self::WasRead { item, .. }
            | Self::StatementNoted { item, .. }
            | Self::Declared { item, .. }
            | Self::DeclarationOpened { item, .. } => Some(*item),
            _ => None,
        }
    }
}
