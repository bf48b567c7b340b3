//! One letter and one event of every kind, in the order of their numbers. Words of items say SECRET.

use std::collections::{BTreeMap, BTreeSet};

use channel::desk::{
    self, Author, By, Carries, Dispatch, Event as DeskEvent, Lodged, Released, Rendition, Standing, Ties,
};
use channel::envelope::Written;
use channel::party::Event as PartyEvent;
use channel::{
    Act, ActId, ChannelHandle, ChannelId, Civil, Content, Conveyance, ConveyedId, Correction, Day, Disclosure,
    Disposition, Form, Handling, InvocationNotice, ItemId, Label, Lodging, Mandate, Origin, Other, PartyId, Precedence,
    QuestionId, Refusal, RenditionCopy, RenditionId, STATUS_BLOCK, SeatId, SeatKey, Tie, ToDesk, ToParty, Wording,
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
    }
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
    }
}

/// What passed the gate cannot be made out here: it is read, as from a line.
fn released<T>(value: &T) -> Released<T>
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
        ToParty::KinLeave { envoy, item: ITEM, given: false },
        ToParty::Held { item: ITEM },
        ToParty::Admitted { item: ITEM },
        ToParty::Recalled { item: ITEM },
        ToParty::Voided { item: ITEM },
        ToParty::LeaveAsked { item: ITEM },
        ToParty::Asked { question: QUESTION, channel: HANDLE, text: "A question?".into(), lapses: LAPSES },
        ToParty::Closed { channel: HANDLE },
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
        DeskEvent::ChannelClosed { channel: CHANNEL },
        DeskEvent::Appointed { party, envoy: envoy.clone(), mandate },
        DeskEvent::MandateRevoked { party, envoy },
        DeskEvent::ItemLodged { lodged: lodged(), standing: Standing::AwaitingCountersign },
        DeskEvent::Countersigned { item },
        DeskEvent::Admitted { item },
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
        },
        DeskEvent::Replied { question: QUESTION, seat, text: "An answer.".into(), on },
        DeskEvent::Erased { item },
        DeskEvent::Declined { seat, act: ACT, reason: Refusal::NotMandated },
        DeskEvent::ConveyanceRecovered { seat, conveyance: conveyance() },
        DeskEvent::ReleaseRecovered { item, seat, words: copy(), on: DAY },
        DeskEvent::Unplaced { seat, letter: ToParty::ApprovalAsked { item, words: copy() } },
    ]
}

pub(crate) fn party_events() -> Vec<PartyEvent> {
    vec![
        PartyEvent::Said { on: ON, letter: ToDesk::Lodge { act: ACT, lodging: lodging() } },
        PartyEvent::Heard { on: ON, letter: ToParty::Convey(released(&conveyance())) },
        PartyEvent::Read { conveyed: CONVEYED },
        PartyEvent::ErasedItem { item: ITEM },
        PartyEvent::ErasedConveyed { conveyed: CONVEYED },
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
