//! What happened at the desk. The events are the desk's only truth: its state is nothing but these, folded in order.

mod kind;

use std::collections::BTreeMap;

use minicbor::{Decode, Encode};

use super::matter::Matter;
use super::record::{By, Dispatch, Lodged, Mandate, Match, PairDispatch, Rendition, Standing};
use crate::civil::{Civil, Day};
use crate::content::{Content, RenditionCopy, Translation};
use crate::conveyance::Conveyance;
use crate::ids::{
    ActId, ChannelId, ConveyedId, ItemId, NoteId, OfferId, PairId, PartyId, ProposalId, QuestionId, ReadoutId,
    RenditionId, SeatId, SeatKey, TextId,
};
use crate::letters::ToParty;
use crate::refusal::Refusal;
use crate::sealed::Commitment;
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
        /// None where an old record does not tell.
        #[n(1)]
        on: Option<Civil>,
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
        /// Whether its principal has to countersign it first.
        #[cbor(n(1), skip_if = "is_false")]
        awaits: bool,
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
        #[n(6)]
        about: Option<ItemId>,
        #[cbor(n(7), skip_if = "is_false")]
        principal_only: bool,
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
    /// The desk has another officer, of its own or of a second desk.
    #[n(36)]
    OfficerAdded {
        #[n(0)]
        name: String,
        #[n(1)]
        desk: Option<String>,
    },
    /// How a party wants to be addressed.
    #[n(37)]
    AddressSet {
        #[n(0)]
        party: PartyId,
        #[n(1)]
        address: String,
    },
    /// A second desk mediates in a channel.
    #[n(38)]
    CoMediatorSet {
        #[n(0)]
        channel: ChannelId,
        #[n(1)]
        desk: String,
    },
    /// For how many days words are kept after their end; for ever if there is no number.
    #[n(39)]
    RetentionSet {
        #[n(0)]
        days: Option<u32>,
    },
    /// The party confirmed what was written down as it had been told, or denied it.
    #[n(40)]
    Confirmed {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        seat: SeatId,
        #[n(2)]
        confirmed: bool,
        #[n(3)]
        reason: Option<String>,
    },
    /// Two items of one party are alike.
    #[n(41)]
    Resembles {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        of: ItemId,
        #[n(2)]
        likeness: u8,
    },
    /// An officer takes one for the same as the other.
    #[n(42)]
    SameAs {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        of: ItemId,
    },
    /// An officer takes them for different ones.
    #[n(43)]
    Distinct {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        of: ItemId,
    },
    /// An officer entered a translation of the authentic text.
    #[n(44)]
    Translated {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        translation: Translation,
        #[n(2)]
        officer: String,
    },
    /// An addressee's office told that an oral message was read.
    #[n(45)]
    WasRead {
        #[n(0)]
        item: ItemId,
        #[n(1)]
        seat: SeatId,
        #[n(2)]
        on: Civil,
    },
    /// A pair of parallel declarations is open.
    #[n(46)]
    PairOpened {
        #[n(0)]
        pair: PairId,
        #[n(1)]
        channel: ChannelId,
        #[n(2)]
        lapses: Option<Civil>,
        #[n(3)]
        on: Civil,
    },
    /// A party lodged its declaration, sealed.
    #[n(47)]
    Declared {
        #[n(0)]
        pair: PairId,
        #[n(1)]
        seat: SeatId,
        #[n(2)]
        item: ItemId,
        #[n(3)]
        lapses: Civil,
        #[n(4)]
        commitment: Commitment,
        #[n(5)]
        on: Civil,
    },
    /// All have lodged theirs: they were asked to open them.
    #[n(48)]
    OpeningsAsked {
        #[n(0)]
        pair: PairId,
    },
    /// A declaration was opened, and it is what was committed to.
    #[n(49)]
    DeclarationOpened {
        #[n(0)]
        pair: PairId,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        content: Content,
    },
    /// A pair ended before it was complete.
    #[n(50)]
    PairEnded {
        #[n(0)]
        pair: PairId,
    },
    /// An officer released all declarations of a pair.
    #[n(51)]
    PairReleased {
        #[n(0)]
        pair: PairId,
        #[n(1)]
        officer: String,
        #[n(2)]
        on: Civil,
        #[n(3)]
        dispatches: Vec<PairDispatch>,
    },
    /// The desk put options to the parties of a channel.
    #[n(52)]
    Proposed {
        #[n(0)]
        proposal: ProposalId,
        #[n(1)]
        channel: ChannelId,
        #[n(2)]
        subject: String,
        #[n(3)]
        options: Vec<String>,
        #[n(4)]
        opens_at: Civil,
        #[n(5)]
        reveal_at: Civil,
        #[n(6)]
        on: Civil,
    },
    /// A party answered, sealed.
    #[n(53)]
    Answered {
        #[n(0)]
        proposal: ProposalId,
        #[n(1)]
        seat: SeatId,
        #[n(2)]
        commitment: Commitment,
    },
    /// From now on answers are opened.
    #[n(54)]
    OpeningBegan {
        #[n(0)]
        proposal: ProposalId,
        #[n(1)]
        on: Civil,
    },
    /// An answer was opened, and it is what was committed to.
    #[n(55)]
    AnswerOpened {
        #[n(0)]
        proposal: ProposalId,
        #[n(1)]
        seat: SeatId,
        #[n(2)]
        takes: Vec<u8>,
    },
    /// What all would take was shown to all.
    #[n(56)]
    Revealed {
        #[n(0)]
        proposal: ProposalId,
        #[n(1)]
        common: Vec<u8>,
        #[n(2)]
        on: Civil,
    },
    /// The desk offered its good offices.
    #[n(57)]
    Offered {
        #[n(0)]
        offer: OfferId,
        #[n(1)]
        channel: ChannelId,
        #[n(2)]
        to: Vec<PartyId>,
        #[n(3)]
        text: String,
        #[n(4)]
        lapses: Civil,
        #[n(5)]
        on: Civil,
    },
    /// A party took the offer up, or declined it.
    #[n(58)]
    OfferAnswered {
        #[n(0)]
        offer: OfferId,
        #[n(1)]
        seat: SeatId,
        #[n(2)]
        taken_up: bool,
        #[n(3)]
        on: Civil,
    },
    /// An officer drafted a readout, or drafted it anew.
    #[n(59)]
    Drafted {
        #[n(0)]
        readout: ReadoutId,
        #[n(1)]
        channel: Option<ChannelId>,
        #[n(2)]
        text: String,
        #[n(3)]
        concerns: Vec<PartyId>,
        #[n(4)]
        mentions: Vec<ItemId>,
        #[n(5)]
        officer: String,
        #[n(6)]
        on: Civil,
    },
    /// A concerned party cleared the readout, or objects to it.
    #[n(60)]
    Cleared {
        #[n(0)]
        readout: ReadoutId,
        #[n(1)]
        seat: SeatId,
        #[n(2)]
        cleared: bool,
        #[n(3)]
        reason: Option<String>,
        #[n(4)]
        on: Civil,
    },
    /// The readout was published.
    #[n(61)]
    Published {
        #[n(0)]
        readout: ReadoutId,
        #[n(1)]
        officer: String,
        #[n(2)]
        on: Civil,
    },
    /// The readout was withdrawn.
    #[n(62)]
    ReadoutWithdrawn {
        #[n(0)]
        readout: ReadoutId,
        /// None where an old record does not tell.
        #[n(1)]
        on: Option<Civil>,
    },
    /// A version of a single negotiating text was shown to the parties.
    #[n(63)]
    Tabled {
        #[n(0)]
        text: TextId,
        #[n(1)]
        channel: ChannelId,
        #[n(2)]
        words: String,
        #[n(3)]
        officer: String,
        #[n(4)]
        on: Civil,
    },
    /// A party commented on it, to the desk alone.
    #[n(64)]
    Commented {
        #[n(0)]
        text: TextId,
        #[n(1)]
        seat: SeatId,
        #[n(2)]
        version: u32,
        #[n(3)]
        words: String,
        #[n(4)]
        on: Civil,
    },
    /// The desk declared an interest of its own.
    #[n(65)]
    InterestDeclared {
        #[n(0)]
        words: String,
        #[n(1)]
        officer: String,
        #[n(2)]
        on: Civil,
    },
    /// Something was said in public of items, and the parties concerned were warned.
    #[n(66)]
    Disclosed {
        #[n(0)]
        note: NoteId,
        #[n(1)]
        items: Vec<ItemId>,
        #[n(2)]
        occasion: String,
        #[n(3)]
        officer: String,
        #[n(4)]
        on: Civil,
    },
    /// A party said something in public that does not go with what it had conveyed.
    #[n(67)]
    StatementNoted {
        #[n(0)]
        note: NoteId,
        #[n(1)]
        item: ItemId,
        #[n(2)]
        words: String,
        #[n(3)]
        occasion: String,
        #[n(4)]
        officer: String,
        #[n(5)]
        on: Civil,
    },
    /// A press text was held against what is here.
    #[n(68)]
    Exposed {
        #[n(0)]
        note: NoteId,
        #[n(1)]
        text: String,
        #[n(2)]
        matches: Vec<Match>,
        #[n(3)]
        officer: String,
        #[n(4)]
        on: Civil,
    },
    /// The words of something that is no item are gone: a question, a proposal, an offer, a readout, a text, a note.
    #[n(69)]
    Forgotten {
        #[n(0)]
        matter: Matter,
    },
    /// The desk has an officer no longer; what that officer did stays as it is.
    #[n(70)]
    OfficerRemoved {
        #[n(0)]
        name: String,
    },
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "a predicate over a field takes a reference")]
const fn is_false(flag: &bool) -> bool {
    !*flag
}
