//! One letter and one event of every kind, in the order of their numbers. Words of items say SECRET.

use std::collections::{BTreeMap, BTreeSet};

use channel::desk::{
    self, Author, By, Carries, Dispatch, Event as DeskEvent, Lodged, Released, Rendition, Standing, Ties,
};
use channel::envelope::Written;
use channel::party::{self, Event as PartyEvent};
use channel::sealed::Commitment;
use channel::{
    Act, ActId, Blind, ChannelHandle, ChannelId, Civil, Content, Conveyance, ConveyedId, Correction, Day, Disclosure,
    Disposition, Form, Grade, Handling, InvocationNotice, ItemId, Label, Lodging, Mandate, NoteId, OfferHandle,
    OfferId, Origin, Other, OwnWords, PairHandle, PairId, PartyId, Precedence, ProposalHandle, ProposalId, QuestionId,
    ReadoutHandle, ReadoutId, Refusal, RenditionCopy, RenditionId, STATUS_BLOCK, SeatId, SeatKey, TextHandle, TextId,
    Tie, ToDesk, ToParty, Translation, Wording,
};

const ACT: ActId = ActId([0xA0; 16]);
const ITEM: ItemId = ItemId([0x10; 16]);
const EARLIER: ItemId = ItemId([0x11; 16]);
const HANDLE: ChannelHandle = ChannelHandle([0x20; 16]);
const CHANNEL: ChannelId = ChannelId([0x21; 16]);
const CONVEYED: ConveyedId = ConveyedId([0x30; 16]);
const OTHER_CONVEYED: ConveyedId = ConveyedId([0x31; 16]);
const QUESTION: QuestionId = QuestionId([0x40; 16]);
const RENDITION: RenditionId = RenditionId([0x50; 16]);
const OTHER_RENDITION: RenditionId = RenditionId([0x51; 16]);
const SEAT: SeatId = SeatId(3);
const PARTY: PartyId = PartyId(2);
const PAIR: PairHandle = PairHandle([0x70; 16]);
const PROPOSAL: ProposalHandle = ProposalHandle([0x72; 16]);
const OFFER: OfferHandle = OfferHandle([0x73; 16]);
const READOUT: ReadoutHandle = ReadoutHandle([0x74; 16]);
const TEXT: TextHandle = TextHandle([0x75; 16]);
const COMMITMENT: Commitment = Commitment([0x76; 32]);
const ON: Civil = Civil(1_759_744_800);
const LAPSES: Civil = Civil(1_762_336_800);
const DAY: Day = Day(20_367);

fn content() -> Content {
    Content {
        form: Form::PersonalMessage,
        text: "SECRET text".into(),
        conditions: vec!["SECRET condition".into()],
        reservations: vec!["SECRET reservation".into()],
        scope: Some("SECRET scope".into()),
        as_of: Some(ON),
        lapses: LAPSES,
        precedence: Precedence::Urgent,
        on_behalf_of: Some("SECRET principal".into()),
        carrier: Some("SECRET carrier".into()),
        language: Some("en".into()),
        disclosure: Disclosure::WithoutAttribution,
        keep_ambiguous: Vec::new(),
        translations: Vec::new(),
    }
}

fn translation() -> Translation {
    Translation {
        language: "fa".into(),
        grade: Grade::Rough,
        translator: "SECRET translator".into(),
        on: ON,
        text: "SECRET translation".into(),
    }
}

/// With what came later.
fn full_content() -> Content {
    Content { keep_ambiguous: vec!["SECRET".into()], translations: vec![translation()], ..content() }
}

fn wording() -> Wording {
    Wording {
        words: "SECRET words".into(),
        label: Some(Label::Paraphrase),
        conditions: vec!["SECRET condition".into()],
        reservations: vec!["SECRET reservation".into()],
        scope: Some("SECRET scope".into()),
        on_behalf_of: Some("SECRET principal".into()),
        carrier: Some("SECRET carrier".into()),
        translations: Vec::new(),
    }
}

fn lodging() -> Lodging {
    Lodging {
        item: ITEM,
        channel: HANDLE,
        content: content(),
        to: vec![1, 2],
        handling: Handling::Paraphrase,
        approve: true,
        not_before: Some(ON),
        not_after: Some(LAPSES),
        answers: Some(CONVEYED),
        reaffirms: Some(EARLIER),
        supersedes: Some(EARLIER),
    }
}

fn copy() -> RenditionCopy {
    RenditionCopy { rendition: RENDITION, to: vec![1], wording: wording(), corrects: Some(OTHER_RENDITION) }
}

fn mandate() -> Mandate {
    Mandate {
        envoy: "larijani".into(),
        title: "Secretary".into(),
        channels: vec![HANDLE],
        may: Act::ALL.to_vec(),
        until: Some(LAPSES),
        countersign: true,
    }
}

fn conveyance() -> Conveyance {
    Conveyance {
        id: CONVEYED,
        channel: HANDLE,
        from: Origin::Other(1),
        form: Form::NonPaper,
        wording: wording(),
        as_of: Some(ON),
        lapses: LAPSES,
        precedence: Precedence::Flash,
        language: Some("en".into()),
        answers: Some(Tie::Own(ITEM)),
        reaffirms: Some(Tie::Had(OTHER_CONVEYED)),
        supersedes: Some(Tie::Had(OTHER_CONVEYED)),
        own: None,
        to_several: false,
        unconfirmed: false,
        pair: None,
    }
}

/// What passed the gate cannot be made out here: it is read, as from a line.
pub(crate) fn released<T>(value: &T) -> Released<T>
where
    T: minicbor::Encode<()> + for<'b> minicbor::Decode<'b, ()>,
{
    minicbor::decode(&minicbor::to_vec(value).expect("written")).expect("read")
}

pub(crate) fn to_desk() -> Vec<ToDesk> {
    let act = ACT;
    vec![
        ToDesk::Appoint { act, mandate: mandate() },
        ToDesk::Revoke { act, envoy: "larijani".into() },
        ToDesk::Lodge { act, lodging: lodging() },
        ToDesk::Confide { act, item: ITEM, channel: HANDLE, text: "SECRET".into(), lapses: LAPSES },
        ToDesk::Countersign { act, item: ITEM },
        ToDesk::Recall { act, item: ITEM },
        ToDesk::Approve { act, item: ITEM, renditions: vec![RENDITION] },
        ToDesk::Object { act, item: ITEM, renditions: vec![RENDITION], reason: Some("SECRET".into()) },
        ToDesk::Leave { act, item: ITEM, given: true },
        ToDesk::Dispose { act, conveyed: CONVEYED, disposition: Disposition::AdReferendum },
        ToDesk::Invoke { act, item: ITEM, condition: 2 },
        ToDesk::Reply { act, question: QUESTION, text: "An answer.".into() },
        ToDesk::Declare { act, pair: PAIR, item: ITEM, lapses: LAPSES, commitment: COMMITMENT },
        ToDesk::OpenDeclaration { act, pair: PAIR, item: ITEM, content: full_content(), blind: Blind([0x71; 32]) },
        ToDesk::Answer { act, proposal: PROPOSAL, commitment: COMMITMENT },
        ToDesk::OpenAnswer { act, proposal: PROPOSAL, takes: vec![1, 3], blind: Blind([0x71; 32]) },
        ToDesk::AnswerOffer { act, offer: OFFER, taken_up: true },
        ToDesk::Clear { act, readout: READOUT, revision: 2, cleared: false, reason: Some("SECRET".into()) },
        ToDesk::Confirm { act, item: ITEM, confirmed: false, reason: Some("SECRET".into()) },
        ToDesk::Comment { act, text: TEXT, version: 2, words: "SECRET".into() },
        ToDesk::HasRead { act, conveyed: CONVEYED },
    ]
}

pub(crate) fn to_party() -> Vec<ToParty> {
    let envoy = Some("larijani".to_owned());
    let others = vec![Other { number: 1, label: "the other side".into() }];
    let correction = Correction { id: OTHER_CONVEYED, of: CONVEYED, wording: wording() };
    let notice = InvocationNotice { id: OTHER_CONVEYED, of: CONVEYED, condition: 2 };
    vec![
        ToParty::Welcome {
            party: "The eastern side".into(),
            principal: "President".into(),
            desk: "Moscow".into(),
            envoy: envoy.clone(),
        },
        ToParty::ChannelOpened { channel: HANDLE, name: "calm".into(), status: STATUS_BLOCK.to_vec(), others },
        ToParty::LabelChanged { channel: HANDLE, other: Other { number: 1, label: "the other capital".into() } },
        ToParty::Mandated { mandate: mandate() },
        ToParty::Revoked { envoy: "larijani".into() },
        ToParty::Convey(released(&conveyance())),
        ToParty::Corrected(released(&correction)),
        ToParty::InvocationConveyed(released(&notice)),
        ToParty::ApprovalAsked { item: ITEM, words: copy() },
        ToParty::ConveyedInYourName { item: ITEM, words: copy(), on: DAY },
        ToParty::InvokedInYourName { item: ITEM, condition: 2, on: DAY },
        ToParty::Returned { item: ITEM, reason: "SECRET".into() },
        ToParty::InvocationReturned { item: ITEM, condition: 2, reason: "SECRET".into() },
        ToParty::Refused { act: ACT, reason: Refusal::AlreadyConveyed },
        ToParty::CountersignAsked { item: ITEM },
        ToParty::Countersigned { item: ITEM },
        ToParty::KinLodged { envoy: envoy.clone(), lodging: lodging(), confided: false },
        ToParty::KinDisposed { envoy: envoy.clone(), conveyed: CONVEYED, disposition: Disposition::Noted },
        ToParty::KinAnswered { envoy: envoy.clone(), conveyed: CONVEYED },
        ToParty::KinReplied { envoy: envoy.clone(), question: QUESTION, text: "An answer.".into() },
        ToParty::KinDecided { envoy: envoy.clone(), item: ITEM, renditions: vec![RENDITION], approved: false },
        ToParty::KinInvoked { envoy: envoy.clone(), item: ITEM, condition: 2 },
        ToParty::KinLeave { envoy: envoy.clone(), item: ITEM, given: false },
        ToParty::Held { item: ITEM },
        ToParty::Admitted { item: ITEM },
        ToParty::Recalled { item: ITEM },
        ToParty::Voided { item: ITEM },
        ToParty::LeaveAsked { item: ITEM },
        ToParty::Asked { question: QUESTION, channel: HANDLE, text: "A question?".into(), lapses: LAPSES, about: None },
        ToParty::Closed { channel: HANDLE },
        ToParty::PairOpened { pair: PAIR, channel: HANDLE, lapses: Some(LAPSES) },
        ToParty::OpeningAsked { pair: PAIR },
        ToParty::PairEnded { pair: PAIR },
        ToParty::KinDeclared { envoy: envoy.clone(), pair: PAIR, item: ITEM },
        ToParty::Proposed {
            proposal: PROPOSAL,
            channel: HANDLE,
            number: 2,
            options: vec!["SECRET option".into(), "SECRET too".into()],
            opens_at: ON,
            reveal_at: LAPSES,
        },
        ToParty::KinAnsweredProposal { envoy: envoy.clone(), proposal: PROPOSAL },
        ToParty::Revealed { proposal: PROPOSAL, common: vec![2] },
        ToParty::Offered { offer: OFFER, channel: HANDLE, text: "SECRET offer".into(), lapses: LAPSES },
        ToParty::KinAnsweredOffer { envoy: envoy.clone(), offer: OFFER, taken_up: false },
        ToParty::ReadoutDrafted {
            readout: READOUT,
            text: "SECRET draft".into(),
            mentions: vec![Tie::Own(ITEM), Tie::Had(CONVEYED)],
            revision: 2,
        },
        ToParty::KinCleared { envoy: envoy.clone(), readout: READOUT, cleared: true, revision: 2 },
        ToParty::ReadoutPublished { readout: READOUT, on: DAY },
        ToParty::ReadoutWithdrawn { readout: READOUT },
        ToParty::IntakeNoted { lodging: Lodging { content: full_content(), ..lodging() } },
        ToParty::KinConfirmed { envoy: envoy.clone(), item: ITEM, confirmed: true },
        ToParty::SameAs { item: ITEM, of: EARLIER },
        ToParty::Tabled { text: TEXT, channel: HANDLE, version: 2, words: "SECRET text".into() },
        ToParty::KinCommented { envoy, text: TEXT, version: 2, words: "SECRET comment".into() },
        ToParty::InterestDeclared { number: 1, words: "It sells both sides grain.".into(), on: DAY },
        ToParty::CoMediated { channel: HANDLE, desk: "Bern".into() },
        ToParty::Disclosed { of: vec![Tie::Own(ITEM)], occasion: "at a summit".into(), on: DAY },
    ]
}

fn lodged() -> Lodged {
    Lodged {
        item: ITEM,
        channel: CHANNEL,
        author: Author::Party { party: PARTY, seat: SEAT },
        content: content(),
        to: vec![PartyId(1)],
        handling: Handling::Verbatim,
        approve: true,
        not_before: Some(ON),
        not_after: Some(LAPSES),
        ties: Ties { answers: Some(EARLIER), reaffirms: Some(EARLIER), supersedes: Some(EARLIER) },
        confided: false,
        on: ON,
        own: None,
    }
}

fn rendition() -> Rendition {
    Rendition {
        id: RENDITION,
        to: vec![PartyId(1)],
        wording: wording(),
        officer: Some("first".into()),
        corrects: Some(OTHER_RENDITION),
    }
}

fn dispatches() -> Vec<Dispatch> {
    let (seat, party) = (SeatId(1), PartyId(1));
    let item = Carries::Item { rendition: RENDITION };
    let correction = Carries::Correction { rendition: RENDITION, of: CONVEYED };
    let invocation = Carries::Invocation { condition: 2, of: CONVEYED };
    vec![
        Dispatch { seat, party, id: CONVEYED, carries: item, had: true },
        Dispatch { seat, party, id: OTHER_CONVEYED, carries: correction, had: false },
        Dispatch { seat, party, id: ConveyedId([0x32; 16]), carries: invocation, had: false },
    ]
}

pub(crate) fn desk_events() -> Vec<DeskEvent> {
    let (item, seat, conveyed, on) = (ITEM, SEAT, CONVEYED, ON);
    let mandate = desk::Mandate {
        title: "Secretary".into(),
        channels: BTreeSet::from([CHANNEL]),
        may: Act::ALL.iter().copied().collect(),
        until: Some(LAPSES),
        countersign: true,
        revoked: false,
    };
    let (party, envoy) = (PARTY, "larijani".to_owned());
    let (pair, proposal, offer) = (PairId([0x80; 16]), ProposalId([0x81; 16]), OfferId([0x82; 16]));
    let (readout, text, note) = (ReadoutId([0x83; 16]), TextId([0x84; 16]), NoteId([0x85; 16]));
    vec![
        DeskEvent::Acted { act: ACT, by: By::Officer("first".into()), on },
        DeskEvent::SetUp { name: "Moscow".into(), officers: vec!["first".into()], two_officers: false },
        DeskEvent::PartyAdded {
            party,
            name: "The eastern side".into(),
            principal: "President".into(),
            calls: BTreeMap::from([(PartyId(1), "the other capital".into())]),
        },
        DeskEvent::LabelSet { party, other: PartyId(1), label: "the other capital".into() },
        DeskEvent::SeatEnrolled { seat, party, envoy: Some(envoy.clone()), key: SeatKey([0x60; 32]) },
        DeskEvent::ChannelOpened {
            channel: CHANNEL,
            name: "calm".into(),
            parties: vec![PartyId(1), PARTY],
            status: STATUS_BLOCK.to_vec(),
        },
        DeskEvent::ChannelClosed { channel: CHANNEL, on: None },
        DeskEvent::Appointed { party, envoy: envoy.clone(), mandate },
        DeskEvent::MandateRevoked { party, envoy },
        DeskEvent::ItemLodged { lodged: lodged(), standing: Standing::AwaitingCountersign },
        DeskEvent::Countersigned { item },
        DeskEvent::Admitted { item, awaits: false },
        DeskEvent::Superseded { item: EARLIER, by: item },
        DeskEvent::Rendered { item, rendition: rendition() },
        DeskEvent::Approved { item, rendition: RENDITION, seat },
        DeskEvent::ObjectedTo { item, rendition: RENDITION, seat, reason: Some("SECRET".into()) },
        DeskEvent::Released { item, officer: "second".into(), on, dispatches: dispatches() },
        DeskEvent::Called { seat, conveyed },
        DeskEvent::Withdrawn { seat, conveyed },
        DeskEvent::Delivered { seat, conveyed, on },
        DeskEvent::Returned { item, reason: "SECRET".into() },
        DeskEvent::PendingDeclined { item, reason: "SECRET".into() },
        DeskEvent::Recalled { item },
        DeskEvent::Voided { item },
        DeskEvent::Disposed { item, seat, disposition: Disposition::NotAccepted, on },
        DeskEvent::Invoked { item, seat, condition: 2, on },
        DeskEvent::LeaveAsked { item },
        DeskEvent::LeaveDecided { item, seat, given: true },
        DeskEvent::Asked {
            question: QUESTION,
            channel: CHANNEL,
            to: party,
            text: "A question?".into(),
            lapses: LAPSES,
            on,
            about: None,
            principal_only: false,
        },
        DeskEvent::Replied { question: QUESTION, seat, text: "An answer.".into(), on },
        DeskEvent::Erased { item },
        DeskEvent::Declined { seat, act: ACT, reason: Refusal::NotMandated },
        DeskEvent::ConveyanceRecovered { seat, conveyance: conveyance() },
        DeskEvent::ReleaseRecovered { item, seat, words: copy(), on: DAY },
        DeskEvent::Unplaced { seat, letter: ToParty::ApprovalAsked { item, words: copy() } },
        DeskEvent::OfficerAdded { name: "third".into(), desk: Some("Bern".into()) },
        DeskEvent::AddressSet { party, address: "Excellency".into() },
        DeskEvent::CoMediatorSet { channel: CHANNEL, desk: "Bern".into() },
        DeskEvent::RetentionSet { days: Some(30) },
        DeskEvent::Confirmed { item, seat, confirmed: false, reason: Some("SECRET".into()) },
        DeskEvent::Resembles { item, of: EARLIER, likeness: 87 },
        DeskEvent::SameAs { item, of: EARLIER },
        DeskEvent::Distinct { item, of: EARLIER },
        DeskEvent::Translated { item, translation: translation(), officer: "first".into() },
        DeskEvent::WasRead { item, seat, on },
        DeskEvent::PairOpened { pair, channel: CHANNEL, lapses: Some(LAPSES), on },
        DeskEvent::Declared { pair, seat, item, lapses: LAPSES, commitment: COMMITMENT, on },
        DeskEvent::OpeningsAsked { pair },
        DeskEvent::DeclarationOpened { pair, item, content: full_content() },
        DeskEvent::PairEnded { pair },
        DeskEvent::PairReleased {
            pair,
            officer: "first".into(),
            on,
            dispatches: dispatches().into_iter().map(|dispatch| desk::PairDispatch { item, dispatch }).collect(),
        },
        DeskEvent::Proposed {
            proposal,
            channel: CHANNEL,
            subject: "the border".into(),
            options: vec!["SECRET option".into()],
            opens_at: ON,
            reveal_at: LAPSES,
            on,
        },
        DeskEvent::Answered { proposal, seat, commitment: COMMITMENT },
        DeskEvent::OpeningBegan { proposal, on },
        DeskEvent::AnswerOpened { proposal, seat, takes: vec![1, 3] },
        DeskEvent::Revealed { proposal, common: vec![3], on },
        DeskEvent::Offered {
            offer,
            channel: CHANNEL,
            to: vec![party],
            text: "SECRET offer".into(),
            lapses: LAPSES,
            on,
        },
        DeskEvent::OfferAnswered { offer, seat, taken_up: true, on },
        DeskEvent::Drafted {
            readout,
            channel: Some(CHANNEL),
            text: "SECRET draft".into(),
            concerns: vec![party],
            mentions: vec![item],
            officer: "first".into(),
            on,
        },
        DeskEvent::Cleared { readout, seat, cleared: false, reason: Some("SECRET".into()), on },
        DeskEvent::Published { readout, officer: "first".into(), on },
        DeskEvent::ReadoutWithdrawn { readout, on: None },
        DeskEvent::Tabled { text, channel: CHANNEL, words: "SECRET text".into(), officer: "first".into(), on },
        DeskEvent::Commented { text, seat, version: 1, words: "SECRET comment".into(), on },
        DeskEvent::InterestDeclared { words: "It sells both sides grain.".into(), officer: "first".into(), on },
        DeskEvent::Disclosed {
            note,
            items: vec![item],
            occasion: "SECRET occasion".into(),
            officer: "first".into(),
            on,
        },
        DeskEvent::StatementNoted {
            note,
            item,
            words: "SECRET statement".into(),
            occasion: "SECRET occasion".into(),
            officer: "first".into(),
            on,
        },
        DeskEvent::Exposed {
            note,
            text: "SECRET press".into(),
            matches: vec![desk::Match {
                item,
                authentic: true,
                likeness: 91,
                places: vec![desk::Place { from: 0, to: 6 }],
                told: vec![party],
            }],
            officer: "first".into(),
            on,
        },
        DeskEvent::Forgotten { matter: desk::Matter::Question(QUESTION) },
        DeskEvent::OfficerRemoved { name: "third".into() },
    ]
}

pub(crate) fn party_events() -> Vec<PartyEvent> {
    vec![
        PartyEvent::Said { on: ON, letter: ToDesk::Lodge { act: ACT, lodging: lodging() } },
        PartyEvent::Heard { on: ON, letter: ToParty::Convey(released(&conveyance())) },
        PartyEvent::Read { conveyed: CONVEYED },
        PartyEvent::ErasedItem { item: ITEM },
        PartyEvent::ErasedConveyed { conveyed: CONVEYED },
        PartyEvent::Declared {
            item: ITEM,
            channel: HANDLE,
            pair: PAIR,
            content: full_content(),
            blind: Blind([0x71; 32]),
            on: ON,
        },
        PartyEvent::Answered { proposal: PROPOSAL, takes: vec![1, 3], blind: Blind([0x71; 32]) },
        PartyEvent::RetentionSet { days: Some(30) },
        PartyEvent::Forgotten { matter: party::Matter::Proposal(PROPOSAL) },
        PartyEvent::PublishedOwn { readout: READOUT, text: "SECRET own".into(), on: ON },
    ]
}

/// Every sample by the name of its file, written down.
pub(crate) fn everything() -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    all.extend(to_desk().iter().map(|one| (format!("to-desk-{}", one.kind()), one.encode())));
    all.extend(to_party().iter().map(|one| (format!("to-party-{}", one.kind()), one.encode())));
    all.extend(desk_events().iter().map(|one| (format!("desk-event-{}", one.kind()), one.encode())));
    all.extend(party_events().iter().map(|one| (format!("party-event-{}", one.kind()), one.encode())));
    all
}

/// Letters and events with the fields that were added to a kind after its first form was frozen.
pub(crate) fn later_forms() -> Vec<(String, Vec<u8>)> {
    let convey = Conveyance {
        own: Some(OwnWords::Assurance),
        to_several: true,
        unconfirmed: true,
        pair: Some(PAIR),
        wording: Wording { translations: vec![translation()], ..wording() },
        ..conveyance()
    };
    let lodge = ToDesk::Lodge { act: ACT, lodging: Lodging { content: full_content(), ..lodging() } };
    let asked = ToParty::Asked {
        question: QUESTION,
        channel: HANDLE,
        text: "SECRET question?".into(),
        lapses: LAPSES,
        about: Some(Tie::Own(ITEM)),
    };
    let asked_event = DeskEvent::Asked {
        question: QUESTION,
        channel: CHANNEL,
        to: PARTY,
        text: "SECRET question?".into(),
        lapses: LAPSES,
        on: ON,
        about: Some(ITEM),
        principal_only: true,
    };
    let told = Lodged {
        author: Author::Told { party: PARTY, officer: "first".into() },
        own: Some(OwnWords::Idea),
        content: full_content(),
        ..lodged()
    };
    let lodged_event = DeskEvent::ItemLodged { lodged: told, standing: Standing::Open };
    [
        ("to-desk-lodge", lodge.encode()),
        ("to-party-convey", ToParty::Convey(released(&convey)).encode()),
        ("to-party-asked", asked.encode()),
        ("desk-event-asked", asked_event.encode()),
        ("desk-event-item-lodged", lodged_event.encode()),
        ("desk-event-admitted", DeskEvent::Admitted { item: ITEM, awaits: true }.encode()),
        ("desk-event-channel-closed", DeskEvent::ChannelClosed { channel: CHANNEL, on: Some(ON) }.encode()),
        (
            "desk-event-readout-withdrawn",
            DeskEvent::ReadoutWithdrawn { readout: ReadoutId([0x83; 16]), on: Some(ON) }.encode(),
        ),
    ]
    .into_iter()
    .map(|(name, bytes)| (format!("{name}-later"), bytes))
    .collect()
}
