//! The letters: what travels inside a line, to the desk and to a party. Their kinds and fields are numbered for ever;
//! see [`crate::envelope`] for how they are written down.

use minicbor::{Decode, Encode};

use crate::civil::{Civil, Day};
use crate::content::{Lodging, Mandate, Other, RenditionCopy};
use crate::conveyance::{Conveyance, Correction, InvocationNotice};
use crate::desk::Released;
use crate::ids::{ActId, ChannelHandle, ConveyedId, ItemId, QuestionId, RenditionId};
use crate::refusal::Refusal;
use crate::vocabulary::{Disposition, Status};

/// From a party's office to the desk. Every one is an act, under an id of its own.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
#[allow(missing_docs, reason = "the fields are those of the types they have and of the commands they come from")]
#[allow(clippy::large_enum_variant, reason = "these are handled one at a time")]
pub enum ToDesk {
    /// The principal appoints an envoy.
    #[n(1)]
    Appoint {
        #[n(0)]
        act: ActId,
        #[n(1)]
        mandate: Mandate,
    },
    /// The principal revokes an envoy's mandate.
    #[n(2)]
    Revoke {
        #[n(0)]
        act: ActId,
        #[n(1)]
        envoy: String,
    },
    /// An item, with the instruction to convey it.
    #[n(3)]
    Lodge {
        #[n(0)]
        act: ActId,
        #[n(1)]
        lodging: Lodging,
    },
    /// Something for the desk alone.
    #[n(4)]
    Confide {
        #[n(0)]
        act: ActId,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        channel: ChannelHandle,
        #[n(3)]
        text: String,
        #[n(4)]
        lapses: Civil,
    },
    /// The principal countersigns what an envoy lodged.
    #[n(5)]
    Countersign {
        #[n(0)]
        act: ActId,
        #[n(1)]
        item: ItemId,
    },
    /// The author takes an item back.
    #[n(6)]
    Recall {
        #[n(0)]
        act: ActId,
        #[n(1)]
        item: ItemId,
    },
    /// The author approves these very words.
    #[n(7)]
    Approve {
        #[n(0)]
        act: ActId,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        renditions: Vec<RenditionId>,
    },
    /// The author objects to these very words.
    #[n(8)]
    Object {
        #[n(0)]
        act: ActId,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        renditions: Vec<RenditionId>,
        #[n(3)]
        reason: Option<String>,
    },
    /// The party gives or withholds leave to use what it confided.
    #[n(9)]
    Leave {
        #[n(0)]
        act: ActId,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        given: bool,
    },
    /// What the party does with what was conveyed to it.
    #[n(10)]
    Dispose {
        #[n(0)]
        act: ActId,
        #[n(1)]
        conveyed: ConveyedId,
        #[n(2)]
        disposition: Disposition,
    },
    /// A condition of an item of its own has come about.
    #[n(11)]
    Invoke {
        #[n(0)]
        act: ActId,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        condition: u8,
    },
    /// An answer to a private question.
    #[n(12)]
    Reply {
        #[n(0)]
        act: ActId,
        #[n(1)]
        question: QuestionId,
        #[n(2)]
        text: String,
    },
}

/// From the desk to one office of a party.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(map)]
#[allow(missing_docs, reason = "the fields are those of the types they have and of the state that they change")]
pub enum ToParty {
    /// The desk's first letter: who the office is, and whose desk it is at.
    #[n(1)]
    Welcome {
        #[n(0)]
        party: String,
        #[n(1)]
        principal: String,
        #[n(2)]
        desk: String,
        #[n(3)]
        envoy: Option<String>,
    },
    /// A channel that this office sees from now on.
    #[n(2)]
    ChannelOpened {
        #[n(0)]
        channel: ChannelHandle,
        #[n(1)]
        name: String,
        #[n(2)]
        status: Vec<Status>,
        #[n(3)]
        others: Vec<Other>,
    },
    /// What the party is shown for another.
    #[n(3)]
    LabelChanged {
        #[n(0)]
        channel: ChannelHandle,
        #[n(1)]
        other: Other,
    },
    /// The envoy's own mandate, in place of any it had.
    #[n(4)]
    Mandated {
        #[n(0)]
        mandate: Mandate,
    },
    /// The envoy's own mandate is over.
    #[n(5)]
    Revoked {
        #[n(0)]
        envoy: String,
    },
    /// An item, released for this party.
    #[n(6)]
    Convey(#[n(0)] Released<Conveyance>),
    /// The desk corrects words that it conveyed.
    #[n(7)]
    Corrected(#[n(0)] Released<Correction>),
    /// The author invoked a condition of what was conveyed.
    #[n(8)]
    InvocationConveyed(#[n(0)] Released<InvocationNotice>),
    /// Words for the author's approval.
    #[n(9)]
    ApprovalAsked {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        words: RenditionCopy,
    },
    /// What was released in the author's name, on which day.
    #[n(10)]
    ConveyedInYourName {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        words: RenditionCopy,
        #[n(2)]
        on: Day,
    },
    /// The invocation was released in the author's name, on which day.
    #[n(11)]
    InvokedInYourName {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        condition: u8,
        #[n(2)]
        on: Day,
    },
    /// The desk does not convey the item.
    #[n(12)]
    Returned {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        reason: String,
    },
    /// The desk does not convey the invocation.
    #[n(13)]
    InvocationReturned {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        condition: u8,
        #[n(2)]
        reason: String,
    },
    /// The desk refused an act of this office.
    #[n(14)]
    Refused {
        #[n(0)]
        act: ActId,
        #[n(1)]
        reason: Refusal,
    },
    /// The principal has to countersign an envoy's item.
    #[n(15)]
    CountersignAsked {
        #[n(0)]
        item: ItemId,
    },
    /// The principal countersigned.
    #[n(16)]
    Countersigned {
        #[n(0)]
        item: ItemId,
    },
    /// A copy of what another office of the party lodged or confided.
    #[n(17)]
    KinLodged {
        #[n(0)]
        envoy: Option<String>,
        #[n(1)]
        lodging: Lodging,
        #[n(2)]
        confided: bool,
    },
    /// Another office of the party disposed of what was conveyed to both.
    #[n(18)]
    KinDisposed {
        #[n(0)]
        envoy: Option<String>,
        #[n(1)]
        conveyed: ConveyedId,
        #[n(2)]
        disposition: Disposition,
    },
    /// Another office of the party answered what was conveyed to both.
    #[n(19)]
    KinAnswered {
        #[n(0)]
        envoy: Option<String>,
        #[n(1)]
        conveyed: ConveyedId,
    },
    /// Another office of the party answered a private question.
    #[n(20)]
    KinReplied {
        #[n(0)]
        envoy: Option<String>,
        #[n(1)]
        question: QuestionId,
        #[n(2)]
        text: String,
    },
    /// Another office of the party approved words, or objected to them.
    #[n(21)]
    KinDecided {
        #[n(0)]
        envoy: Option<String>,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        renditions: Vec<RenditionId>,
        #[n(3)]
        approved: bool,
    },
    /// Another office of the party invoked a condition.
    #[n(22)]
    KinInvoked {
        #[n(0)]
        envoy: Option<String>,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        condition: u8,
    },
    /// Another office of the party gave leave to use what was confided, or withheld it.
    #[n(23)]
    KinLeave {
        #[n(0)]
        envoy: Option<String>,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        given: bool,
    },
    /// The item came after the envoy's mandate was over; the desk decides.
    #[n(24)]
    Held {
        #[n(0)]
        item: ItemId,
    },
    /// The desk admitted what it had held.
    #[n(25)]
    Admitted {
        #[n(0)]
        item: ItemId,
    },
    /// The recall took effect.
    #[n(26)]
    Recalled {
        #[n(0)]
        item: ItemId,
    },
    /// The item will not be conveyed: it was superseded, or is no longer at the desk.
    #[n(27)]
    Voided {
        #[n(0)]
        item: ItemId,
    },
    /// The desk asks for leave to use what was confided.
    #[n(28)]
    LeaveAsked {
        #[n(0)]
        item: ItemId,
    },
    /// A private question of the desk.
    #[n(29)]
    Asked {
        #[n(0)]
        question: QuestionId,
        #[n(1)]
        channel: ChannelHandle,
        #[n(2)]
        text: String,
        #[n(3)]
        lapses: Civil,
    },
    /// The channel is closed.
    #[n(30)]
    Closed {
        #[n(0)]
        channel: ChannelHandle,
    },
}

impl ToDesk {
    /// The act that the letter is.
    #[must_use]
    pub const fn act(&self) -> ActId {
        match self {
            Self::Appoint { act, .. }
            | Self::Revoke { act, .. }
            | Self::Lodge { act, .. }
            | Self::Confide { act, .. }
            | Self::Countersign { act, .. }
            | Self::Recall { act, .. }
            | Self::Approve { act, .. }
            | Self::Object { act, .. }
            | Self::Leave { act, .. }
            | Self::Dispose { act, .. }
            | Self::Invoke { act, .. }
            | Self::Reply { act, .. } => *act,
        }
    }

    /// The kind of the letter, for a log: it tells nothing of what is in it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Appoint { .. } => "appoint",
            Self::Revoke { .. } => "revoke",
            Self::Lodge { .. } => "lodge",
            Self::Confide { .. } => "confide",
            Self::Countersign { .. } => "countersign",
            Self::Recall { .. } => "recall",
            Self::Approve { .. } => "approve",
            Self::Object { .. } => "object",
            Self::Leave { .. } => "leave",
            Self::Dispose { .. } => "dispose",
            Self::Invoke { .. } => "invoke",
            Self::Reply { .. } => "reply",
        }
    }
}

impl ToParty {
    /// The kind of the letter, for a log: it tells nothing of what is in it.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Welcome { .. } => "welcome",
            Self::ChannelOpened { .. } => "channel-opened",
            Self::LabelChanged { .. } => "label-changed",
            Self::Mandated { .. } => "mandated",
            Self::Revoked { .. } => "revoked",
            Self::Convey(_) => "convey",
            Self::Corrected(_) => "corrected",
            Self::InvocationConveyed(_) => "invocation-conveyed",
            Self::ApprovalAsked { .. } => "approval-asked",
            Self::ConveyedInYourName { .. } => "conveyed-in-your-name",
            Self::InvokedInYourName { .. } => "invoked-in-your-name",
            Self::Returned { .. } => "returned",
            Self::InvocationReturned { .. } => "invocation-returned",
            Self::Refused { .. } => "refused",
            Self::CountersignAsked { .. } => "countersign-asked",
            Self::Countersigned { .. } => "countersigned",
            Self::KinLodged { .. } => "kin-lodged",
            Self::KinDisposed { .. } => "kin-disposed",
            Self::KinAnswered { .. } => "kin-answered",
            Self::KinReplied { .. } => "kin-replied",
            Self::KinDecided { .. } => "kin-decided",
            Self::KinInvoked { .. } => "kin-invoked",
            Self::KinLeave { .. } => "kin-leave",
            Self::Held { .. } => "held",
            Self::Admitted { .. } => "admitted",
            Self::Recalled { .. } => "recalled",
            Self::Voided { .. } => "voided",
            Self::LeaveAsked { .. } => "leave-asked",
            Self::Asked { .. } => "asked",
            Self::Closed { .. } => "closed",
        }
    }
}
