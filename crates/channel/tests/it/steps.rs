//! The steps of a play that nobody wrote: every command of the desk and of its parties' offices, over a small universe of
//! ids and texts. What is played with them, and what must hold then, is in `total.rs` and `agrees.rs`.
//!
//! Every text has in it a mark that names the parties which may have it without a release: `zqacq` is for the first and
//! the third. An item's number says whose it is: 10 to 13 are the west's, 20 the east's, 30 the north's, 40 those of the
//! east's envoy, 60 the desk's own words, and 70 to 79 what an officer writes down as told.

use std::collections::BTreeMap;

use channel::desk::{Command as DeskCommand, Intake, Matter};
use channel::party::{Command as PartyCommand, Matter as PartyMatter};
use channel::{
    Act, ChannelHandle, ChannelId, Civil, Content, ConveyedId, Disclosure, Disposition, Form, Grade, Handling, Label,
    Lodging, NoteId, OfferHandle, OfferId, OwnWords, PairHandle, PairId, PartyId, ProposalHandle, ProposalId,
    QuestionId, ReadoutHandle, ReadoutId, STATUS_BLOCK, SeatId, SeatKey, TextHandle, TextId, Translation, naming,
};
use proptest::prelude::*;

use crate::world::{CALM, DAY, EAST, EASTERN, NORTH, NORTHERN, START, WEST, WESTERN, item};

pub(crate) const ENVOY: SeatId = SeatId(4);
pub(crate) const SEATS: [SeatId; 4] = [WEST, EAST, NORTH, ENVOY];
pub(crate) const PARTIES: [PartyId; 3] = [WESTERN, EASTERN, NORTHERN];
pub(crate) const OFFICERS: [&str; 2] = ["first", "second"];
pub(crate) const ENVOYS_NAME: &str = "larijani";
/// A channel that is not there.
const NOWHERE: ChannelId = ChannelId([99; 16]);

/// One step. What was conveyed to an office is named by the number of the item: see [`had`].
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Desk(&'static str, Box<DeskCommand>),
    Party(SeatId, Box<PartyCommand>),
    Pass(i64),
    Cut(SeatId),
    Mend,
    /// A letter of any kind, aimed at what is there, from any seat to the desk or from the desk to any seat.
    Stray {
        seat: SeatId,
        kind: u8,
        number: u8,
        to_desk: bool,
        live: bool,
    },
}

pub(crate) fn party_of(seat: SeatId) -> PartyId {
    match seat.0 {
        4 => EASTERN,
        other => PartyId(other),
    }
}

/// Whose an item is, by its number.
pub(crate) fn author(number: u8) -> Option<PartyId> {
    match number {
        10..50 => Some(party_of(SeatId(u32::from(number / 10)))),
        70..80 => Some(PARTIES[usize::from(number) % 3]),
        _ => None,
    }
}

pub(crate) fn letter_of(party: PartyId) -> char {
    char::from(b'a' + u8::try_from(party.0 - 1).expect("few parties"))
}

/// A text that these parties may have without a release.
pub(crate) fn said(parties: &[PartyId], word: &str) -> String {
    let letters: String = parties.iter().map(|party| letter_of(*party)).collect();
    format!("zq{letters}q {word}a {word}b {word}c {word}d {word}e")
}

/// The texts of a party.
pub(crate) fn text(party: PartyId, which: u8) -> String {
    said(&[party], &format!("{}{}", ["kilo", "lima", "mike"][usize::from(which) % 3], letter_of(party)))
}

/// Words that an officer finds for an item: its first text, or others.
fn words(number: u8, which: u8) -> String {
    let parties = author(number).map_or(PARTIES.to_vec(), |party| vec![party]);
    match (which, author(number)) {
        (0..3, Some(party)) => text(party, which),
        _ => said(&parties, ["oscar", "papa"][usize::from(which) % 2]),
    }
}

/// What was conveyed of an item, before it is known under which name an office has it.
pub(crate) fn had(number: u8) -> ConveyedId {
    ConveyedId([number; 16])
}

/// A name of a matter: its number, and what it is, so that no two matters have one name.
pub(crate) fn numbered(kind: u8, number: u8) -> [u8; 16] {
    let mut id = [kind; 16];
    id[0] = number;
    id
}

pub(crate) fn key(seat: SeatId) -> SeatKey {
    SeatKey([u8::try_from(seat.0).expect("few seats"); 32])
}

pub(crate) fn calm(seat: SeatId) -> ChannelHandle {
    naming::channel_handle(key(seat), CALM)
}

pub(crate) fn pair_at(seat: SeatId, number: u8) -> PairHandle {
    naming::pair_handle(key(seat), PairId(numbered(b'd', number)))
}

pub(crate) fn proposal_at(seat: SeatId, number: u8) -> ProposalHandle {
    naming::proposal_handle(key(seat), ProposalId(numbered(b'p', number)))
}

pub(crate) fn offer_at(seat: SeatId, number: u8) -> OfferHandle {
    naming::offer_handle(key(seat), OfferId(numbered(b'o', number)))
}

pub(crate) fn readout_at(seat: SeatId, number: u8) -> ReadoutHandle {
    naming::readout_handle(key(seat), ReadoutId(numbered(b'r', number)))
}

pub(crate) fn text_at(seat: SeatId, number: u8) -> TextHandle {
    naming::text_handle(key(seat), TextId(numbered(b't', number)))
}

/// Names every kind of a command once: a new kind does not compile until it is here, and is to be played then.
macro_rules! kinds {
    ($of:ident, $all:ident, $command:ident { $($kind:ident)+ }) => {
        pub(crate) fn $of(command: &$command) -> &'static str {
            match command {
                $($command::$kind { .. } => stringify!($kind),)+
            }
        }
        pub(crate) const $all: &[&str] = &[$(stringify!($kind)),+];
    };
}

kinds! { desk_kind, DESK_KINDS, DeskCommand {
    SetUp AddParty SetLabel Enrol OpenChannel Render Release Return Ask Outreach Correct Admit UseConfided Erase
    Translate AddOfficer RemoveOfficer SetAddress CoMediate Retain Intake Same Distinct Pair ReleasePair Propose Offer
    Draft Publish WithdrawReadout Table DeclareInterest Disclose NoteStatement Expose Forget Close
} }

kinds! { party_kind, PARTY_KINDS, PartyCommand {
    Appoint Revoke Lodge Confide Countersign Recall Approve Object Dispose Invoke Reply Read Erase Declare Answer TakeUp
    Decline Clear ObjectToReadout Comment PublishOwn Retain Forget
} }

fn seat() -> impl Strategy<Value = SeatId> {
    prop_oneof![4 => Just(WEST), 4 => Just(EAST), 1 => Just(NORTH), 3 => Just(ENVOY)]
}

fn officer() -> impl Strategy<Value = &'static str> {
    prop_oneof![12 => Just("first"), 8 => Just("second"), 1 => Just("third")]
}

/// The number of an item that a party may lodge, or has.
fn own(seat: SeatId) -> impl Strategy<Value = u8> {
    let tens = u8::try_from(seat.0).expect("few seats") * 10;
    (0..3u8).prop_map(move |one| tens + one)
}

fn number() -> impl Strategy<Value = u8> {
    prop_oneof![
        12 => seat().prop_flat_map(own),
        2 => 70..76u8,
        1 => 60..62u8,
        1 => Just(99u8),
    ]
}

fn some_parties() -> impl Strategy<Value = Vec<PartyId>> {
    prop_oneof![
        6 => Just(vec![]),
        2 => Just(vec![EASTERN]),
        2 => Just(vec![WESTERN, EASTERN]),
        1 => Just(vec![NORTHERN]),
        1 => Just(vec![PartyId(8)]),
    ]
}

/// A moment of the play; one of them is past at once.
fn moment() -> impl Strategy<Value = Civil> {
    prop_oneof![1 => Just(0i64), 2 => Just(2), 4 => Just(9), 12 => Just(40)].prop_map(|days| START.plus_days(days))
}

fn content(party: PartyId) -> impl Strategy<Value = Content> {
    let form = prop_oneof![
        12 => Just(Form::NonPaper),
        2 => Just(Form::OralMessage),
        1 => Just(Form::TalkingPoints),
        1 => Just(Form::PersonalMessage)
    ];
    let disclosure = prop::sample::select(Disclosure::ALL);
    let clauses = prop_oneof![Just(0usize), Just(2)];
    (0..3u8, moment(), form, clauses, disclosure).prop_map(move |(which, lapses, form, clauses, disclosure)| Content {
        form,
        disclosure,
        conditions: (0..clauses).map(|one| said(&[party], ["uni", "vic"][one])).collect(),
        on_behalf_of: (form == Form::PersonalMessage && which != 2).then(|| "a principal".to_owned()),
        ..Content::new(text(party, which), lapses)
    })
}

fn lodging(seat: SeatId) -> impl Strategy<Value = Lodging> {
    let handling = prop_oneof![
        5 => Just(Handling::AtDesk),
        1 => Just(Handling::Verbatim),
        1 => Just(Handling::Paraphrase)
    ];
    let to = prop_oneof![8 => Just(vec![]), 3 => Just(vec![1u8]), 1 => Just(vec![3])];
    let times = (prop::option::weighted(0.1, moment()), prop::option::weighted(0.1, moment()));
    let ties = (0..8u8, number(), own(seat));
    (own(seat), content(party_of(seat)), to, handling, any::<bool>(), times, ties).prop_map(
        move |(id, content, to, handling, approve, (not_before, not_after), (tie, answered, mine))| Lodging {
            to,
            handling,
            approve,
            not_before,
            not_after,
            answers: (tie == 0).then(|| had(answered)),
            reaffirms: (tie == 1).then(|| item(mine)),
            supersedes: (2..4).contains(&tie).then(|| item(mine)),
            ..Lodging::new(item(id), calm(seat), content)
        },
    )
}

fn label() -> impl Strategy<Value = Label> {
    prop_oneof![2 => Just(Label::Verbatim), 4 => Just(Label::Paraphrase), 2 => Just(Label::Gist)]
}

fn render_of(number: u8, which: u8, label: Label, to: Vec<PartyId>, bare: bool) -> DeskCommand {
    DeskCommand::Render {
        item: item(number),
        words: words(number, which),
        label,
        to,
        conditions: bare.then(Vec::new),
        reservations: None,
        scope: None,
        translations: Vec::new(),
    }
}

fn correction_of(number: u8) -> DeskCommand {
    DeskCommand::Correct {
        item: item(number),
        words: words(number, 4),
        label: None,
        to: vec![],
        conditions: None,
        reservations: None,
        scope: None,
    }
}

fn carrying() -> impl Strategy<Value = DeskCommand> {
    let narrow = || prop_oneof![4 => Just(vec![]), 1 => Just(vec![EASTERN]), 1 => Just(vec![NORTHERN])];
    prop_oneof![
        8 => (number(), 0..5u8, label(), narrow(), prop::bool::weighted(0.2))
            .prop_map(|(number, which, label, to, bare)| render_of(number, which, label, to, bare)),
        8 => number().prop_map(|number| DeskCommand::Release { item: item(number) }),
        2 => number().prop_map(|number| {
            let reason = said(&author(number).into_iter().collect::<Vec<_>>(), "no");
            DeskCommand::Return { item: item(number), reason }
        }),
        3 => (number(), 0..5u8, prop::option::of(label()), narrow(), prop::bool::weighted(0.2)).prop_map(
            |(number, which, label, to, bare)| DeskCommand::Correct {
                item: item(number),
                words: words(number, which),
                label,
                to,
                conditions: bare.then(Vec::new),
                reservations: None,
                scope: None,
            }
        ),
        1 => number().prop_map(|number| DeskCommand::Admit { item: item(number) }),
        2 => number().prop_map(|number| DeskCommand::UseConfided { item: item(number) }),
        1 => number().prop_map(|number| DeskCommand::Erase { item: item(number) }),
        1 => number().prop_map(|number| DeskCommand::Translate {
            item: item(number),
            translation: Translation {
                language: "fa".to_owned(),
                grade: Grade::Rough,
                translator: "somebody".to_owned(),
                on: START,
                text: said(&[], "trans"),
            },
        }),
        1 => (number(), number()).prop_map(|(one, of)| DeskCommand::Same { item: item(one), of: item(of) }),
        1 => (number(), number()).prop_map(|(one, of)| DeskCommand::Distinct { item: item(one), of: item(of) }),
    ]
}

fn speaking() -> impl Strategy<Value = DeskCommand> {
    let own_words =
        (60..62u8, some_parties(), moment(), 0..4u8).prop_map(|(number, to, lapses, which)| DeskCommand::Outreach {
            item: item(number),
            channel: CALM,
            text: said(if to.is_empty() { &PARTIES } else { &to }, "quebec"),
            lapses,
            to,
            precedence: None,
            form: (which == 3).then_some(Form::Declaration),
            own: (which == 1).then_some(OwnWords::Idea),
        });
    let ask = (0..3u8, 0..4usize, prop::option::weighted(0.3, number()), any::<bool>(), prop::option::of(moment()));
    let ask = ask.prop_map(|(id, to, about, principal_only, lapses)| {
        let to = *PARTIES.get(to).unwrap_or(&PartyId(8));
        DeskCommand::Ask {
            question: QuestionId(numbered(b'q', id)),
            channel: CALM,
            to,
            text: said(&[to], "quiz"),
            lapses,
            about: about.map(item),
            principal_only,
        }
    });
    let intake = (0..6u8, content(WESTERN), 0..3u8, any::<bool>(), 0..6u8, number(), number());
    let intake = intake.prop_map(|(id, content, which, approve, tie, mine, theirs)| {
        let from = author(70 + id).expect("a party's");
        let clauses = content.conditions.len();
        let conditions = (0..clauses).map(|one| said(&[from], ["uni", "vic"][one])).collect();
        DeskCommand::Intake(Box::new(Intake {
            item: item(70 + id),
            from,
            channel: CALM,
            content: Content { text: text(from, which), conditions, ..content },
            to: vec![],
            handling: None,
            approve,
            not_before: None,
            not_after: None,
            answers: (tie == 0).then(|| item(theirs)),
            reaffirms: (tie == 1).then(|| item(mine)),
            supersedes: (tie == 2).then(|| item(mine)),
        }))
    });
    let propose = (0..2u8, 0..3usize, moment()).prop_map(|(id, options, reveal_at)| DeskCommand::Propose {
        proposal: ProposalId(numbered(b'p', id)),
        channel: CALM,
        options: (0..options).map(|one| said(&PARTIES, ["one", "two"][one])).collect(),
        reveal_at,
        subject: String::new(),
    });
    let offer = (0..2u8, some_parties(), prop::option::of(moment())).prop_map(|(id, to, lapses)| DeskCommand::Offer {
        offer: OfferId(numbered(b'o', id)),
        channel: CALM,
        text: said(if to.is_empty() { &PARTIES } else { &to }, "offer"),
        to,
        lapses,
    });
    let draft = (0..2u8, some_parties(), prop::option::weighted(0.3, number()), any::<bool>());
    let draft = draft.prop_map(|(id, concerns, mentions, of_channel)| DeskCommand::Draft {
        readout: ReadoutId(numbered(b'r', id)),
        // Whom an earlier draft of it concerned has that one; each is for whom it concerns.
        text: said(&concerns, "draft"),
        concerns,
        mentions: mentions.map(item).into_iter().collect(),
        channel: of_channel.then_some(CALM),
    });
    prop_oneof![
        2 => own_words,
        3 => ask,
        3 => intake,
        2 => (0..3u8, prop::option::of(moment()), prop::bool::weighted(0.95)).prop_map(|(id, lapses, known)| {
            DeskCommand::Pair { pair: PairId(numbered(b'd', id)), channel: if known { CALM } else { NOWHERE }, lapses }
        }),
        3 => (0..3u8).prop_map(|id| DeskCommand::ReleasePair { pair: PairId(numbered(b'd', id)) }),
        3 => propose,
        4 => offer,
        3 => draft,
        3 => (0..2u8).prop_map(|id| DeskCommand::Publish { readout: ReadoutId(numbered(b'r', id)) }),
        1 => (0..2u8).prop_map(|id| DeskCommand::WithdrawReadout { readout: ReadoutId(numbered(b'r', id)) }),
        2 => (0..2u8, prop::bool::weighted(0.9)).prop_map(|(id, known)| DeskCommand::Table {
            text: TextId(numbered(b't', id)),
            channel: if known { CALM } else { NOWHERE },
            words: said(&PARTIES, "table"),
        }),
    ]
}

fn housekeeping() -> impl Strategy<Value = DeskCommand> {
    let note = || (0..4u8).prop_map(|id| NoteId(numbered(b'n', id)));
    let matter = prop_oneof![
        (0..3u8).prop_map(|id| Matter::Question(QuestionId(numbered(b'q', id)))),
        (0..2u8).prop_map(|id| Matter::Proposal(ProposalId(numbered(b'p', id)))),
        (0..2u8).prop_map(|id| Matter::Offer(OfferId(numbered(b'o', id)))),
        (0..2u8).prop_map(|id| Matter::Readout(ReadoutId(numbered(b'r', id)))),
        (0..2u8).prop_map(|id| Matter::Text(TextId(numbered(b't', id)))),
        (0..4u8).prop_map(|id| Matter::Note(NoteId(numbered(b'n', id)))),
    ];
    let known = |party: usize| PARTIES.get(party).copied().unwrap_or(PartyId(9));
    prop_oneof![
        1 => Just(DeskCommand::SetUp { name: "Bern".to_owned(), officers: vec![], two_officers: false }),
        1 => prop_oneof![Just(1u32), Just(9)].prop_map(|party| DeskCommand::AddParty {
            party: PartyId(party),
            name: "zqq somebody".to_owned(),
            principal: "zqq chair".to_owned(),
            calls: BTreeMap::new(),
        }),
        1 => (0..4usize, 0..4usize).prop_map(move |(party, other)| {
            let party = known(party);
            DeskCommand::SetLabel { party, other: known(other), label: said(&[party], "label") }
        }),
        1 => prop_oneof![Just((4u32, 3u32)), Just((7, 1)), Just((7, 8))].prop_map(|(seat, party)| DeskCommand::Enrol {
            seat: SeatId(seat),
            party: PartyId(party),
            envoy: Some("cousin".to_owned()),
            key: key(SeatId(seat)),
        }),
        1 => prop_oneof![Just(vec![WESTERN, EASTERN]), Just(vec![WESTERN, WESTERN])].prop_map(|parties| {
            DeskCommand::OpenChannel { channel: CALM, name: "again".to_owned(), parties, status: STATUS_BLOCK.to_vec() }
        }),
        1 => prop_oneof![Just("second"), Just("third")].prop_map(|name| DeskCommand::AddOfficer {
            name: name.to_owned(),
            desk: None
        }),
        1 => prop_oneof![Just("second"), Just("third")]
            .prop_map(|name| DeskCommand::RemoveOfficer { name: name.to_owned() }),
        1 => (0..4usize).prop_map(move |party| DeskCommand::SetAddress {
            party: known(party),
            address: said(&[], "your")
        }),
        1 => Just(DeskCommand::CoMediate { channel: CALM, desk: said(&PARTIES, "bern") }),
        1 => prop::option::of(5..9u32).prop_map(|days| DeskCommand::Retain { days }),
        1 => Just(DeskCommand::DeclareInterest { words: said(&PARTIES, "grain") }),
        2 => (note(), prop::collection::vec(number(), 0..2)).prop_map(|(note, items)| DeskCommand::Disclose {
            note,
            items: items.into_iter().map(item).collect(),
            occasion: said(&PARTIES, "summit"),
        }),
        1 => (note(), number()).prop_map(|(note, number)| DeskCommand::NoteStatement {
            note,
            item: item(number),
            words: said(&[], "crush"),
            occasion: said(&[], "parade"),
        }),
        1 => note().prop_map(|note| DeskCommand::Expose { note, text: said(&[], "press") }),
        2 => matter.prop_map(|matter| DeskCommand::Forget { matter }),
    ]
}

fn of_items(seat: SeatId) -> impl Strategy<Value = PartyCommand> {
    let private = move |word: &str| said(&[party_of(seat)], word);
    prop_oneof![
        5 => lodging(seat).prop_map(PartyCommand::Lodge),
        2 => (own(seat), moment()).prop_map(move |(id, lapses)| PartyCommand::Confide {
            item: item(id),
            channel: calm(seat),
            text: private("tell"),
            lapses,
        }),
        2 => number().prop_map(|id| PartyCommand::Countersign { item: item(id) }),
        2 => number().prop_map(|id| PartyCommand::Recall { item: item(id) }),
        4 => number().prop_map(|id| PartyCommand::Approve { item: item(id) }),
        1 => number().prop_map(move |id| PartyCommand::Object { item: item(id), reason: Some(private("nay")) }),
        3 => (number(), prop::sample::select(Disposition::ALL))
            .prop_map(|(id, disposition)| PartyCommand::Dispose { conveyed: had(id), disposition }),
        2 => (number(), 0..4u8).prop_map(|(id, condition)| PartyCommand::Invoke { item: item(id), condition }),
        2 => number().prop_map(|id| PartyCommand::Read { conveyed: had(id) }),
        1 => (number(), 0..5u8).prop_map(|(id, which)| PartyCommand::Erase {
            item: (which % 2 == 0).then(|| item(id)),
            conveyed: (which > 0 && which < 4).then(|| had(id)),
        }),
    ]
}

fn of_matters(seat: SeatId) -> impl Strategy<Value = PartyCommand> {
    let private = move |word: &str| said(&[party_of(seat)], word);
    let declare = (own(seat), content(party_of(seat)), prop::option::weighted(0.8, 0..3u8));
    let matter = prop_oneof![
        (0..3u8).prop_map(|id| PartyMatter::Question(QuestionId(numbered(b'q', id)))),
        (0..2u8).prop_map(move |id| PartyMatter::Proposal(proposal_at(seat, id))),
        (0..2u8).prop_map(move |id| PartyMatter::Offer(offer_at(seat, id))),
        (0..2u8).prop_map(move |id| PartyMatter::Readout(readout_at(seat, id))),
        (0..2u8).prop_map(move |id| PartyMatter::Text(text_at(seat, id))),
        (0..2u8).prop_map(|id| PartyMatter::Note(NoteId(numbered(b'n', id)))),
    ];
    prop_oneof![
        3 => (0..3u8).prop_map(move |id| PartyCommand::Reply { question: QuestionId(numbered(b'q', id)), text: private("yes") }),
        4 => declare.prop_map(move |(id, content, pair)| PartyCommand::Declare {
            item: item(id),
            channel: calm(seat),
            content: Content { on_behalf_of: None, ..content },
            pair: pair.map(|pair| pair_at(seat, pair)),
        }),
        4 => (0..2u8, prop::collection::vec(0..4u8, 0..3)).prop_map(move |(id, takes)| PartyCommand::Answer {
            proposal: proposal_at(seat, id),
            takes,
        }),
        3 => (0..2u8).prop_map(move |id| PartyCommand::TakeUp { offer: offer_at(seat, id) }),
        1 => (0..2u8).prop_map(move |id| PartyCommand::Decline { offer: offer_at(seat, id) }),
        3 => (0..2u8).prop_map(move |id| PartyCommand::Clear { readout: readout_at(seat, id) }),
        1 => (0..2u8).prop_map(move |id| PartyCommand::ObjectToReadout {
            readout: readout_at(seat, id),
            reason: Some(private("nay")),
        }),
        2 => (0..2u8, prop::option::of(0..3u32)).prop_map(move |(id, version)| PartyCommand::Comment {
            text: text_at(seat, id),
            version,
            words: private("remark"),
        }),
        1 => (0..2u8).prop_map(move |id| PartyCommand::PublishOwn {
            readout: readout_at(seat, id),
            text: private("public"),
        }),
        1 => prop::option::of(5..9u32).prop_map(|days| PartyCommand::Retain { days }),
        1 => matter.prop_map(|matter| PartyCommand::Forget { matter }),
    ]
}

fn of_envoys() -> impl Strategy<Value = (SeatId, PartyCommand)> {
    let may = prop_oneof![3 => Just(Act::ALL.to_vec()), 1 => prop::sample::subsequence(Act::ALL.to_vec(), 1..4)];
    let who = || prop_oneof![6 => Just(EAST), 1 => Just(ENVOY)];
    let appoint = (who(), may, prop::option::weighted(0.3, moment()), prop::bool::weighted(0.3));
    prop_oneof![
        3 => appoint.prop_map(|(seat, may, until, countersign)| (seat, PartyCommand::Appoint {
            envoy: ENVOYS_NAME.to_owned(),
            title: "Secretary".to_owned(),
            channels: vec![calm(seat)],
            may,
            until,
            countersign,
        })),
        1 => who().prop_map(|seat| (seat, PartyCommand::Revoke { envoy: ENVOYS_NAME.to_owned() })),
    ]
}

fn desk(commands: impl Strategy<Value = DeskCommand>) -> impl Strategy<Value = Vec<Step>> {
    (officer(), commands).prop_map(|(officer, command)| vec![Step::Desk(officer, Box::new(command))])
}

fn by(seat: SeatId, command: PartyCommand) -> Step {
    Step::Party(seat, Box::new(command))
}

fn of_party(commands: fn(SeatId) -> BoxedStrategy<PartyCommand>) -> impl Strategy<Value = Vec<Step>> {
    seat().prop_flat_map(move |seat| commands(seat).prop_map(move |command| vec![by(seat, command)]))
}

/// What may be done with an item of a seat's, one after the other.
fn followed(seat: SeatId, number: u8) -> impl Strategy<Value = Vec<Step>> {
    let officer = |command: DeskCommand| Step::Desk("second", Box::new(command));
    let (item, private) = (item(number), said(&[party_of(seat)], "nay"));
    let other = if party_of(seat) == EASTERN { WEST } else { EAST };
    let steps = vec![
        by(seat, PartyCommand::Approve { item }),
        by(seat, PartyCommand::Object { item, reason: Some(private.clone()) }),
        by(seat, PartyCommand::Invoke { item, condition: 1 }),
        by(seat, PartyCommand::Recall { item }),
        by(EAST, PartyCommand::Countersign { item }),
        by(other, PartyCommand::Read { conveyed: had(number) }),
        by(other, PartyCommand::Dispose { conveyed: had(number), disposition: Disposition::ReturnedUnread }),
        officer(DeskCommand::Release { item }),
        officer(DeskCommand::Return { item, reason: private }),
        officer(DeskCommand::UseConfided { item }),
        officer(render_of(number, 3, Label::Paraphrase, vec![], false)),
        officer(correction_of(number)),
    ];
    prop::collection::vec(prop::sample::select(steps), 0..4)
}

/// What happens in an order, so that a play gets somewhere: an item is carried, a pair declared, a proposal answered.
fn scene() -> impl Strategy<Value = Vec<Step>> {
    let officer = |name, command| Step::Desk(name, Box::new(command));
    let carried = seat().prop_flat_map(lodging_and_seat).prop_flat_map(move |(seat, lodging)| {
        let number = lodging.item.0[0];
        let replaced = lodging.supersedes.map(|item| item.0[0]);
        (0..5u8, label(), 0..4u8, followed(seat, number)).prop_map(move |(which, label, said, after)| {
            let item = item(number);
            let mut steps = vec![by(seat, PartyCommand::Lodge(lodging.clone()))];
            steps.push(officer("first", render_of(number, which, label, vec![], false)));
            match said {
                0 => {}
                1 => steps.push(by(seat, PartyCommand::Object { item, reason: None })),
                _ => steps.push(by(seat, PartyCommand::Approve { item })),
            }
            if which < 4 {
                steps.push(officer("second", DeskCommand::Release { item }));
            }
            // Of what was replaced nothing more is said.
            steps.extend(replaced.map(|replaced| officer("first", correction_of(replaced))));
            steps.extend(after);
            steps
        })
    });
    let confided = (Just(WEST), 10..13u8).prop_flat_map(move |(seat, number)| {
        let (channel, text) = (calm(seat), said(&[party_of(seat)], "tell"));
        let confide = PartyCommand::Confide { item: item(number), channel, text, lapses: START.plus_days(40) };
        let asks = officer("first", DeskCommand::UseConfided { item: item(number) });
        followed(seat, number).prop_map(move |after| [vec![by(seat, confide.clone()), asks.clone()], after].concat())
    });
    let asked = (0..3u8, prop::sample::select(SEATS.to_vec())).prop_map(move |(id, seat)| {
        let (question, to) = (QuestionId(numbered(b'q', id)), party_of(seat));
        let (channel, text, lapses, about, principal_only) = (CALM, said(&[to], "quiz"), None, None, false);
        let ask = DeskCommand::Ask { question, channel, to, text: text.clone(), lapses, about, principal_only };
        vec![officer("first", ask), by(seat, PartyCommand::Reply { question, text })]
    });
    let written_down = (0..3u8, 0..3u8, 0..5u8).prop_flat_map(move |(which, twin, what)| {
        // A party says by voice what it lodges too.
        let seat = [WEST, EAST, NORTH][usize::from(which)];
        let number = (70..73).find(|one| author(*one) == Some(party_of(seat))).expect("one of three");
        let content = Content::new(text(party_of(seat), twin), START.plus_days(40));
        let mine = u8::try_from(seat.0).expect("few") * 10 + twin;
        let lodge = PartyCommand::Lodge(Lodging::new(item(mine), calm(seat), content.clone()));
        let intake = DeskCommand::Intake(Box::new(Intake {
            item: item(number),
            from: party_of(seat),
            channel: CALM,
            content,
            to: vec![],
            handling: None,
            approve: false,
            not_before: None,
            not_after: None,
            answers: None,
            reaffirms: None,
            supersedes: None,
        }));
        let (one, of) = (item(number), item(mine));
        let same = officer("first", DeskCommand::Same { item: one, of });
        let distinct = officer("first", DeskCommand::Distinct { item: one, of });
        followed(seat, number).prop_map(move |after| {
            let mut steps = vec![by(seat, lodge.clone()), officer("first", intake.clone())];
            steps.extend((what == 0).then(|| same.clone()));
            steps.extend((what == 1).then(|| distinct.clone()));
            [steps, after].concat()
        })
    });
    let countersigned = (lodging(ENVOY), any::<bool>()).prop_map(move |(lodging, signs)| {
        let (number, channels) = (lodging.item.0[0], vec![calm(EAST)]);
        let (envoy, title, may) = (ENVOYS_NAME.to_owned(), "Secretary".to_owned(), Act::ALL.to_vec());
        let appoint = PartyCommand::Appoint { envoy, title, channels, may, until: None, countersign: true };
        let mut steps = vec![by(EAST, appoint), by(ENVOY, PartyCommand::Lodge(lodging))];
        steps.extend(signs.then(|| by(EAST, PartyCommand::Countersign { item: item(number) })));
        steps
    });
    let declared = (0..3u8, prop::sample::select(vec![WEST, EAST, NORTH]), any::<bool>(), 0..4u8).prop_map(
        move |(pair, late, releases, which)| {
            let open = DeskCommand::Pair { pair: PairId(numbered(b'd', pair)), channel: CALM, lapses: None };
            let mut steps = vec![officer("first", open)];
            for seat in [WEST, EAST, NORTH] {
                let number = u8::try_from(seat.0).expect("few") * 10 + pair;
                let content = Content::new(text(party_of(seat), which), START.plus_days(40));
                let declare = PartyCommand::Declare {
                    item: item(number),
                    channel: calm(seat),
                    content,
                    pair: Some(pair_at(seat, pair)),
                };
                if seat != late || releases {
                    steps.push(by(seat, declare));
                }
            }
            if which > 0 {
                steps.push(officer("first", DeskCommand::ReleasePair { pair: PairId(numbered(b'd', pair)) }));
            }
            steps
        },
    );
    let proposed = (0..2u8, prop::collection::vec(0..3u8, 3), any::<bool>()).prop_map(move |(id, takes, waits)| {
        let propose = DeskCommand::Propose {
            proposal: ProposalId(numbered(b'p', id)),
            channel: CALM,
            options: vec![said(&PARTIES, "one"), said(&PARTIES, "two")],
            reveal_at: START.plus_days(40),
            subject: String::new(),
        };
        let mut steps = vec![officer("first", propose)];
        for (seat, takes) in [WEST, EAST, NORTH].into_iter().zip(takes) {
            let takes: Vec<u8> = if takes == 0 { vec![1, 2] } else { vec![takes] };
            steps.push(by(seat, PartyCommand::Answer { proposal: proposal_at(seat, id), takes }));
        }
        steps.extend(waits.then_some(Step::Pass(40 * DAY)));
        steps
    });
    let cleared = (0..2u8, 0..4u8).prop_map(move |(id, what)| {
        let (readout, concerns) = (ReadoutId(numbered(b'r', id)), vec![WESTERN, EASTERN]);
        let text = said(&concerns, "draft");
        let draft = DeskCommand::Draft { readout, text, concerns, mentions: vec![], channel: Some(CALM) };
        let objects = PartyCommand::ObjectToReadout { readout: readout_at(EAST, id), reason: None };
        let withdraws = DeskCommand::WithdrawReadout { readout };
        vec![
            officer("first", draft),
            by(WEST, PartyCommand::Clear { readout: readout_at(WEST, id) }),
            by(EAST, if what == 0 { objects } else { PartyCommand::Clear { readout: readout_at(EAST, id) } }),
            officer("first", if what == 1 { withdraws } else { DeskCommand::Publish { readout } }),
        ]
    });
    let late = lodging(ENVOY).prop_map(move |lodging| {
        let number = lodging.item.0[0];
        vec![
            Step::Cut(ENVOY),
            by(ENVOY, PartyCommand::Lodge(lodging)),
            by(EAST, PartyCommand::Revoke { envoy: ENVOYS_NAME.to_owned() }),
            Step::Mend,
            officer("first", DeskCommand::Admit { item: item(number) }),
        ]
    });
    prop_oneof![
        10 => carried,
        3 => declared,
        2 => proposed,
        2 => cleared,
        1 => late,
        2 => confided,
        2 => asked,
        2 => written_down,
        1 => countersigned,
    ]
}

fn lodging_and_seat(seat: SeatId) -> impl Strategy<Value = (SeatId, Lodging)> {
    (Just(seat), lodging(seat))
}

/// A play of quiet lines: officers and parties act, and time goes by.
pub(crate) fn quiet(length: usize) -> impl Strategy<Value = Vec<Step>> {
    let close = Just(DeskCommand::Close { channel: CALM });
    let some = prop_oneof![
        30 => scene(),
        14 => desk(carrying()),
        10 => desk(speaking()),
        5 => desk(housekeeping()),
        16 => of_party(|seat| of_items(seat).boxed()),
        14 => of_party(|seat| of_matters(seat).boxed()),
        3 => of_envoys().prop_map(|(seat, command)| vec![by(seat, command)]),
        4 => (0..4 * DAY).prop_map(|seconds| vec![Step::Pass(seconds)]),
        // One in a few plays.
        1 => (prop::bool::weighted(0.4), close).prop_map(|(closes, close)| {
            if closes { vec![Step::Desk("first", Box::new(close))] } else { vec![] }
        }),
    ];
    prop::collection::vec(some, 1..length).prop_map(|scenes| scenes.concat())
}

/// The same with lines that are cut and mended, and with letters that nobody's program would write.
pub(crate) fn wild(length: usize) -> impl Strategy<Value = Vec<Step>> {
    let stray = (seat(), any::<u8>(), number(), any::<bool>(), prop::bool::weighted(0.5))
        .prop_map(|(seat, kind, number, to_desk, live)| Step::Stray { seat, kind, number, to_desk, live });
    // A new office of the north's takes the place of the one that was lost.
    let (seat_of, party) = (SeatId(5), NORTHERN);
    let replaced = DeskCommand::Enrol { seat: seat_of, party, envoy: None, key: key(seat_of) };
    let disturbance = prop_oneof![
        6 => seat().prop_map(Step::Cut),
        6 => Just(Step::Mend),
        9 => stray,
        1 => Just(Step::Desk("first", Box::new(replaced))),
    ];
    (quiet(length), prop::collection::vec((any::<prop::sample::Index>(), disturbance), 0..length / 2)).prop_map(
        |(mut steps, disturbances)| {
            for (at, step) in disturbances {
                steps.insert(at.index(steps.len() + 1), step);
            }
            steps
        },
    )
}
