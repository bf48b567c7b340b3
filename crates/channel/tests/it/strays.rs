//! Letters that no program of ours would write at that moment: one of every kind, aimed at what is there. A new kind does
//! not compile until it is aimed at something.

use channel::{
    ActId, Content, Conveyance, ConveyedId, Correction, InvocationNotice, Lodging, Mandate, QuestionId, RenditionCopy,
    RenditionId, SeatId, Tie, ToDesk, ToParty,
};

use crate::samples::{released, to_desk, to_party};
use crate::steps::{calm, had, numbered, offer_at, pair_at, party_of, proposal_at, readout_at, said, text_at};
use crate::world::{World, item};

/// How many acts a play can have that are no program's: each has an id of its own.
fn act(kind: u8, number: u8, at: usize) -> ActId {
    let mut id = [kind; 16];
    id[1] = number;
    id[2..10].copy_from_slice(&u64::try_from(at).expect("few").to_be_bytes());
    ActId(id)
}

fn conveyed(world: &World, seat: SeatId, number: u8) -> ConveyedId {
    world.desk.conveyed_as(seat, item(number)).unwrap_or(had(number))
}

fn content(world: &World, seat: SeatId, content: Content) -> Content {
    let text = said(&[party_of(seat)], "stray");
    Content {
        text,
        lapses: world.now.plus_days(3),
        form: content.form,
        on_behalf_of: content.on_behalf_of,
        ..Content::new("", world.now)
    }
}

fn lodging(world: &World, seat: SeatId, number: u8, of: Lodging) -> Lodging {
    Lodging {
        item: item(number),
        channel: calm(seat),
        content: content(world, seat, of.content),
        to: vec![],
        not_before: None,
        not_after: None,
        answers: Some(conveyed(world, seat, number)).filter(|_| of.approve && number.is_multiple_of(2)),
        reaffirms: None,
        supersedes: number.is_multiple_of(3).then(|| item(number - 1)),
        ..of
    }
}

fn renditions(world: &World, number: u8) -> Vec<RenditionId> {
    let of = world.desk.items.get(&item(number)).into_iter().flat_map(|item| &item.renditions);
    of.map(|one| one.id).collect()
}

fn mandate(seat: SeatId, of: Mandate) -> Mandate {
    Mandate { channels: vec![calm(seat)], ..of }
}

/// A letter to the desk from a seat.
pub(crate) fn up(world: &World, seat: SeatId, kind: u8, number: u8) -> ToDesk {
    let samples = to_desk();
    let mut letter = samples[usize::from(kind) % samples.len()].clone();
    let small = number % 3;
    // What a party makes is its own, by its number.
    let mine = u8::try_from(seat.0).expect("few seats") * 10 + small;
    let own = said(&[party_of(seat)], "stray");
    match &mut letter {
        ToDesk::Appoint { mandate: of, .. } => *of = mandate(seat, of.clone()),
        ToDesk::Lodge { lodging: of, .. } => *of = lodging(world, seat, mine, of.clone()),
        ToDesk::Confide { item: id, channel, text, .. } => (*id, *channel, *text) = (item(mine), calm(seat), own),
        ToDesk::Approve { item: id, renditions: of, .. } => (*id, *of) = (item(number), renditions(world, number)),
        ToDesk::Object { item: id, renditions: of, reason, .. } => {
            (*id, *of, *reason) = (item(number), renditions(world, number), Some(own));
        }
        ToDesk::Countersign { item: id, .. }
        | ToDesk::Recall { item: id, .. }
        | ToDesk::Leave { item: id, .. }
        | ToDesk::Invoke { item: id, .. } => *id = item(number),
        ToDesk::Confirm { item: id, reason, .. } => (*id, *reason) = (item(number), Some(own)),
        ToDesk::Dispose { conveyed: id, .. } | ToDesk::HasRead { conveyed: id, .. } => {
            *id = conveyed(world, seat, number);
        }
        ToDesk::Reply { question, text, .. } => (*question, *text) = (QuestionId(numbered(b'q', small)), own),
        ToDesk::Declare { pair, item: id, .. } => (*pair, *id) = (pair_at(seat, small), item(mine)),
        ToDesk::OpenDeclaration { pair, item: id, content: of, .. } => {
            (*pair, *id, *of) = (pair_at(seat, small), item(number), content(world, seat, of.clone()));
        }
        ToDesk::Answer { proposal, .. } | ToDesk::OpenAnswer { proposal, .. } => *proposal = proposal_at(seat, small),
        ToDesk::AnswerOffer { offer, .. } => *offer = offer_at(seat, small),
        ToDesk::Clear { readout, reason, .. } => (*readout, *reason) = (readout_at(seat, small), Some(own)),
        ToDesk::Comment { text, version, words, .. } => (*text, *version, *words) = (text_at(seat, small), 1, own),
        ToDesk::Revoke { .. } => {}
    }
    let made = act(kind, number, world.journal.len());
    match &mut letter {
        ToDesk::Appoint { act, .. }
        | ToDesk::Revoke { act, .. }
        | ToDesk::Lodge { act, .. }
        | ToDesk::Confide { act, .. }
        | ToDesk::Countersign { act, .. }
        | ToDesk::Recall { act, .. }
        | ToDesk::Approve { act, .. }
        | ToDesk::Object { act, .. }
        | ToDesk::Leave { act, .. }
        | ToDesk::Dispose { act, .. }
        | ToDesk::Invoke { act, .. }
        | ToDesk::Reply { act, .. }
        | ToDesk::Declare { act, .. }
        | ToDesk::OpenDeclaration { act, .. }
        | ToDesk::Answer { act, .. }
        | ToDesk::OpenAnswer { act, .. }
        | ToDesk::AnswerOffer { act, .. }
        | ToDesk::Clear { act, .. }
        | ToDesk::Confirm { act, .. }
        | ToDesk::Comment { act, .. }
        | ToDesk::HasRead { act, .. } => *act = made,
    }
    letter
}

/// A letter to a seat, as if from the desk.
pub(crate) fn down(world: &World, seat: SeatId, kind: u8, number: u8) -> ToParty {
    let samples = to_party();
    let mut letter = samples[usize::from(kind) % samples.len()].clone();
    let (small, at) = (number % 3, conveyed(world, seat, number));
    let copy = |of: &RenditionCopy| RenditionCopy {
        rendition: renditions(world, number).first().copied().unwrap_or(of.rendition),
        ..of.clone()
    };
    match &mut letter {
        ToParty::Welcome { envoy, .. } => *envoy = None,
        ToParty::ChannelOpened { channel, .. }
        | ToParty::LabelChanged { channel, .. }
        | ToParty::Closed { channel }
        | ToParty::CoMediated { channel, .. } => *channel = calm(seat),
        ToParty::Mandated { mandate: of } => *of = mandate(seat, of.clone()),
        ToParty::Convey(one) => {
            let made = Conveyance { id: at, channel: calm(seat), ..(**one).clone() };
            *one = released(&made);
        }
        ToParty::Corrected(one) => *one = released(&Correction { of: at, ..(**one).clone() }),
        ToParty::InvocationConveyed(one) => *one = released(&InvocationNotice { of: at, ..(**one).clone() }),
        ToParty::ApprovalAsked { item: id, words } | ToParty::ConveyedInYourName { item: id, words, .. } => {
            (*id, *words) = (item(number), copy(words));
        }
        ToParty::InvokedInYourName { item: id, .. }
        | ToParty::Returned { item: id, .. }
        | ToParty::InvocationReturned { item: id, .. }
        | ToParty::CountersignAsked { item: id }
        | ToParty::Countersigned { item: id }
        | ToParty::KinDecided { item: id, .. }
        | ToParty::KinInvoked { item: id, .. }
        | ToParty::KinLeave { item: id, .. }
        | ToParty::Held { item: id }
        | ToParty::Admitted { item: id }
        | ToParty::Recalled { item: id }
        | ToParty::Voided { item: id }
        | ToParty::LeaveAsked { item: id }
        | ToParty::KinConfirmed { item: id, .. }
        | ToParty::SameAs { item: id, .. } => *id = item(number),
        ToParty::KinLodged { lodging: of, .. } | ToParty::IntakeNoted { lodging: of } => {
            *of = lodging(world, seat, number, of.clone());
        }
        ToParty::KinDisposed { conveyed, .. } | ToParty::KinAnswered { conveyed, .. } => *conveyed = at,
        ToParty::KinReplied { question, .. } => *question = QuestionId(numbered(b'q', small)),
        ToParty::Asked { question, channel, about, .. } => {
            (*question, *channel, *about) = (QuestionId(numbered(b'q', small)), calm(seat), Some(Tie::Had(at)));
        }
        ToParty::PairOpened { pair, channel, .. } => (*pair, *channel) = (pair_at(seat, small), calm(seat)),
        ToParty::OpeningAsked { pair } | ToParty::PairEnded { pair } => *pair = pair_at(seat, small),
        ToParty::KinDeclared { pair, item: id, .. } => (*pair, *id) = (pair_at(seat, small), item(number)),
        ToParty::Proposed { proposal, channel, .. } => {
            (*proposal, *channel) = (proposal_at(seat, small), calm(seat));
        }
        ToParty::KinAnsweredProposal { proposal, .. } | ToParty::Revealed { proposal, .. } => {
            *proposal = proposal_at(seat, small);
        }
        ToParty::Offered { offer, channel, .. } => (*offer, *channel) = (offer_at(seat, small), calm(seat)),
        ToParty::KinAnsweredOffer { offer, .. } => *offer = offer_at(seat, small),
        ToParty::ReadoutDrafted { readout, .. }
        | ToParty::KinCleared { readout, .. }
        | ToParty::ReadoutPublished { readout, .. }
        | ToParty::ReadoutWithdrawn { readout } => *readout = readout_at(seat, small),
        ToParty::Tabled { text, channel, .. } => (*text, *channel) = (text_at(seat, small), calm(seat)),
        ToParty::KinCommented { text, .. } => *text = text_at(seat, small),
        ToParty::Disclosed { of, .. } => *of = vec![Tie::Had(at)],
        ToParty::Revoked { .. } | ToParty::Refused { .. } | ToParty::InterestDeclared { .. } => {}
    }
    letter
}
