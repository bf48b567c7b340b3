//! What the desk writes to one office of a party.

use minicbor::{Decode, Encode};

use crate::civil::{Civil, Day};
use crate::content::{Lodging, Mandate, Other, RenditionCopy};
use crate::conveyance::{Conveyance, Correction, InvocationNotice, Tie};
use crate::desk::Released;
use crate::ids::{
    ActId, ChannelHandle, ConveyedId, ItemId, OfferHandle, PairHandle, ProposalHandle, QuestionId, ReadoutHandle,
    RenditionId, TextHandle,
};
use crate::refusal::Refusal;
use crate::vocabulary::{Disposition, Status};

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
        #[n(4)]
        about: Option<Tie>,
    },
    /// The channel is closed.
    #[n(30)]
    Closed {
        #[n(0)]
        channel: ChannelHandle,
    },
    /// A pair of parallel declarations is open.
    #[n(31)]
    PairOpened {
        #[n(0)]
        pair: PairHandle,
        #[n(1)]
        channel: ChannelHandle,
        #[n(2)]
        lapses: Option<Civil>,
    },
    /// All have lodged their declarations: this office is to open its own.
    #[n(32)]
    OpeningAsked {
        #[n(0)]
        pair: PairHandle,
    },
    /// The pair ended not completed.
    #[n(33)]
    PairEnded {
        #[n(0)]
        pair: PairHandle,
    },
    /// Another office of the party lodged its declaration.
    #[n(34)]
    KinDeclared {
        #[n(0)]
        envoy: Option<String>,
        #[n(1)]
        pair: PairHandle,
        #[n(2)]
        item: ItemId,
    },
    /// Numbered options, for sealed answers.
    #[n(35)]
    Proposed {
        #[n(0)]
        proposal: ProposalHandle,
        #[n(1)]
        channel: ChannelHandle,
        #[n(2)]
        number: u32,
        #[n(3)]
        options: Vec<String>,
        #[n(4)]
        opens_at: Civil,
        #[n(5)]
        reveal_at: Civil,
    },
    /// Another office of the party answered.
    #[n(36)]
    KinAnsweredProposal {
        #[n(0)]
        envoy: Option<String>,
        #[n(1)]
        proposal: ProposalHandle,
    },
    /// The options that all would take; none, whatever the reason.
    #[n(37)]
    Revealed {
        #[n(0)]
        proposal: ProposalHandle,
        #[n(1)]
        common: Vec<u8>,
    },
    /// An offer of the desk's good offices.
    #[n(38)]
    Offered {
        #[n(0)]
        offer: OfferHandle,
        #[n(1)]
        channel: ChannelHandle,
        #[n(2)]
        text: String,
        #[n(3)]
        lapses: Civil,
    },
    /// Another office of the party took the offer up, or declined it.
    #[n(39)]
    KinAnsweredOffer {
        #[n(0)]
        envoy: Option<String>,
        #[n(1)]
        offer: OfferHandle,
        #[n(2)]
        taken_up: bool,
    },
    /// A draft of what the desk wants to publish, for clearance.
    #[n(40)]
    ReadoutDrafted {
        #[n(0)]
        readout: ReadoutHandle,
        #[n(1)]
        text: String,
        #[n(2)]
        mentions: Vec<Tie>,
        #[n(3)]
        revision: u32,
    },
    /// Another office of the party cleared the readout, or objected to it.
    #[n(41)]
    KinCleared {
        #[n(0)]
        envoy: Option<String>,
        #[n(1)]
        readout: ReadoutHandle,
        #[n(2)]
        cleared: bool,
        #[n(3)]
        revision: u32,
    },
    /// The readout was published.
    #[n(42)]
    ReadoutPublished {
        #[n(0)]
        readout: ReadoutHandle,
        #[n(1)]
        on: Day,
    },
    /// The desk withdrew the readout.
    #[n(43)]
    ReadoutWithdrawn {
        #[n(0)]
        readout: ReadoutHandle,
    },
    /// What the desk wrote down as it was told by this party, for it to confirm.
    #[n(44)]
    IntakeNoted {
        #[n(0)]
        lodging: Lodging,
    },
    /// Another office of the party confirmed what was written down, or denied it.
    #[n(45)]
    KinConfirmed {
        #[n(0)]
        envoy: Option<String>,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        confirmed: bool,
    },
    /// The desk takes one item of this party for the same as another.
    #[n(46)]
    SameAs {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        of: ItemId,
    },
    /// A version of a single negotiating text.
    #[n(47)]
    Tabled {
        #[n(0)]
        text: TextHandle,
        #[n(1)]
        channel: ChannelHandle,
        #[n(2)]
        version: u32,
        #[n(3)]
        words: String,
    },
    /// Another office of the party commented on it.
    #[n(48)]
    KinCommented {
        #[n(0)]
        envoy: Option<String>,
        #[n(1)]
        text: TextHandle,
        #[n(2)]
        version: u32,
        #[n(3)]
        words: String,
    },
    /// The desk declares an interest of its own.
    #[n(49)]
    InterestDeclared {
        #[n(0)]
        number: u32,
        #[n(1)]
        words: String,
        #[n(2)]
        on: Day,
    },
    /// A second desk mediates in the channel too.
    #[n(50)]
    CoMediated {
        #[n(0)]
        channel: ChannelHandle,
        #[n(1)]
        desk: String,
    },
    /// Something was, or is about to be, said in public of what this party knows.
    #[n(51)]
    Disclosed {
        #[n(0)]
        of: Vec<Tie>,
        #[n(1)]
        occasion: String,
        #[n(2)]
        on: Day,
    },
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
            Self::PairOpened { .. } => "pair-opened",
            Self::OpeningAsked { .. } => "opening-asked",
            Self::PairEnded { .. } => "pair-ended",
            Self::KinDeclared { .. } => "kin-declared",
            Self::Proposed { .. } => "proposed",
            Self::KinAnsweredProposal { .. } => "kin-answered-proposal",
            Self::Revealed { .. } => "revealed",
            Self::Offered { .. } => "offered",
            Self::KinAnsweredOffer { .. } => "kin-answered-offer",
            Self::ReadoutDrafted { .. } => "readout-drafted",
            Self::KinCleared { .. } => "kin-cleared",
            Self::ReadoutPublished { .. } => "readout-published",
            Self::ReadoutWithdrawn { .. } => "readout-withdrawn",
            Self::IntakeNoted { .. } => "intake-noted",
            Self::KinConfirmed { .. } => "kin-confirmed",
            Self::SameAs { .. } => "same-as",
            Self::Tabled { .. } => "tabled",
            Self::KinCommented { .. } => "kin-commented",
            Self::InterestDeclared { .. } => "interest-declared",
            Self::CoMediated { .. } => "co-mediated",
            Self::Disclosed { .. } => "disclosed",
        }
    }
}
