//! What the desk is shown of what is no item.

use channel::desk::{Did, Noted, State};
use channel::{Civil, ItemId, PartyId};

use super::name;
use crate::view::{
    AnswerView, ClearanceView, CommentView, ConflictView, ContradictingView, FindingView, InterestView, MatchView,
    NoteView, OfferView, PairView, ProposalView, ReadoutView, TextView, VersionView, WhoseView, time,
};

/// By the order in which they came, numbered from 1.
fn numbered<'a, I: 'a, T: 'a>(
    all: impl Iterator<Item = (&'a I, &'a T)>,
    number: impl Fn(&T) -> u64,
) -> impl Iterator<Item = (u32, &'a I, &'a T)> {
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(_, one)| number(one));
    all.into_iter().zip(1..).map(|((id, one), no)| (no, id, one))
}

fn names(state: &State, parties: &[PartyId]) -> Vec<String> {
    parties.iter().map(|party| name(state, *party)).collect()
}

pub(super) fn pairs(state: &State) -> Vec<PairView> {
    let view = |(no, id, pair): (u32, &channel::PairId, &channel::desk::Pair)| PairView {
        no,
        pair: id.to_string(),
        channel: pair.channel.to_string(),
        state: state.pair_state(pair).to_string(),
        lapses: pair.lapses.map(time),
        lodged: pair.declared.keys().map(|party| name(state, *party)).collect(),
        items: pair.declared.values().map(|one| one.item.to_string()).collect(),
    };
    numbered(state.pairs.iter(), |pair| pair.number).map(view).collect()
}

pub(super) fn proposals(state: &State) -> Vec<ProposalView> {
    let view = |(no, id, one): (u32, &channel::ProposalId, &channel::desk::Proposal)| {
        let shown = one.revealed.is_some();
        ProposalView {
            no,
            proposal: id.to_string(),
            channel: one.channel.to_string(),
            number: one.in_channel,
            subject: Some(one.subject.clone()).filter(|subject| !subject.is_empty()),
            options: one.options.clone(),
            opens_at: time(one.opens_at),
            reveal_at: time(one.reveal_at),
            state: state.proposal_state(one).to_string(),
            common: one.revealed.as_ref().map(|(common, _)| common.clone()),
            takes: None,
            answers: one
                .answers
                .iter()
                .map(|(party, answer)| AnswerView {
                    party: name(state, *party),
                    takes: answer.takes.clone().filter(|_| shown),
                })
                .collect(),
        }
    };
    numbered(state.proposals.iter(), |one| one.number).map(view).collect()
}

pub(super) fn offers(state: &State, now: Civil) -> Vec<OfferView> {
    let view = |(no, id, one): (u32, &channel::OfferId, &channel::desk::Offer)| OfferView {
        no,
        offer: id.to_string(),
        channel: one.channel.to_string(),
        text: one.text.clone(),
        lapses: time(one.lapses),
        state: one.state_at(now).map_or_else(|| "answered".to_owned(), |word| word.to_string()),
        answers: one
            .to
            .iter()
            .map(|party| format!("{}: {}", name(state, *party), one.state_for(*party, now)))
            .collect(),
    };
    numbered(state.offers.iter(), |one| one.number).map(view).collect()
}

pub(super) fn readouts(state: &State, with_findings: bool) -> Vec<ReadoutView> {
    let view = |(no, id, one): (u32, &channel::ReadoutId, &channel::desk::Readout)| ReadoutView {
        no,
        readout: id.to_string(),
        channel: one.channel.map(|channel| channel.to_string()),
        text: one.text.clone(),
        state: one.state().to_string(),
        revision: one.revision,
        concerns: names(state, &one.concerns),
        clearances: one
            .clearances
            .iter()
            .map(|(party, said)| ClearanceView {
                party: name(state, *party),
                cleared: said.cleared,
                reason: said.reason.clone(),
            })
            .collect(),
        mentions: one.mentions.iter().map(ToString::to_string).collect(),
        findings: if one.published.is_some() || !with_findings {
            Vec::new()
        } else {
            findings(state, &one.text, &one.concerns)
        },
        published_on: one.published.as_ref().map(|(_, on)| on.day().to_string()),
        signature: None,
        own: false,
    };
    numbered(state.readouts.iter(), |one| one.number).map(view).collect()
}

/// Where a text touches what may not be spoken of.
pub(super) fn findings(state: &State, text: &str, concerns: &[PartyId]) -> Vec<FindingView> {
    let touches = state.touches(text, concerns);
    let view = |touch: &channel::touch::Touch<ItemId>| {
        crate::view::finding(text, touch.place, touch.what, touch.items.iter().map(ToString::to_string).collect())
    };
    touches.iter().map(view).collect()
}

pub(super) fn texts(state: &State) -> Vec<TextView> {
    let view = |(no, id, one): (u32, &channel::TextId, &channel::desk::NegotiatingText)| TextView {
        no,
        text: id.to_string(),
        channel: one.channel.to_string(),
        versions: (1..)
            .zip(&one.versions)
            .map(|(version, one)| VersionView { version, words: one.words.clone() })
            .collect(),
        comments: one
            .comments
            .iter()
            .map(|one| CommentView {
                by: super::holder(state, one.seat),
                version: one.version,
                words: one.words.clone(),
            })
            .collect(),
    };
    numbered(state.texts.iter(), |one| one.number).map(view).collect()
}

pub(super) fn interests(state: &State) -> Vec<InterestView> {
    let view = |one: &channel::desk::Interest| InterestView { words: one.words.clone(), on: one.on.day().to_string() };
    state.interests.iter().map(view).collect()
}

pub(super) fn notes(state: &State) -> Vec<NoteView> {
    let view = |(no, note): (u32, &channel::desk::Note)| {
        let base = NoteView {
            no,
            note: Some(note.id.to_string()),
            on: note.on.day().to_string(),
            officer: Some(note.officer.clone()),
            ..NoteView::default()
        };
        match &note.what {
            Noted::Disclosure { items, occasion } => NoteView {
                kind: "disclosure".to_owned(),
                occasion: Some(occasion.clone()),
                items: items.iter().map(ToString::to_string).collect(),
                ..base
            },
            Noted::Statement { item, words, occasion } => NoteView {
                kind: "statement".to_owned(),
                occasion: Some(occasion.clone()),
                words: Some(words.clone()),
                items: vec![item.to_string()],
                ..base
            },
            Noted::Exposure { text, matches } => NoteView {
                kind: "exposure".to_owned(),
                words: Some(text.clone()),
                items: matches.iter().map(|one| one.item.to_string()).collect(),
                matches: matches.iter().map(|one| match_view(state, text, one)).collect(),
                ..base
            },
        }
    };
    (1..).zip(&state.notes).map(view).collect()
}

fn match_view(state: &State, text: &str, one: &channel::desk::Match) -> MatchView {
    let place = |place: &channel::desk::Place| {
        crate::view::finding(text, *place, channel::Touches::Quote, vec![one.item.to_string()])
    };
    MatchView {
        item: one.item.to_string(),
        authentic: one.authentic,
        likeness: one.likeness,
        places: one.places.iter().map(place).collect(),
        told: names(state, &one.told),
    }
}

pub(super) fn conflicts(state: &State) -> Vec<ConflictView> {
    let view = |one: &channel::desk::Conflict| ConflictView {
        party: name(state, one.party),
        item: one.item.to_string(),
        said: one.said.iter().map(|(seat, did)| contradicting(super::holder(state, *seat), *did)).collect(),
        asked: one.asked,
    };
    state.conflicts().iter().map(view).collect()
}

fn contradicting(office: WhoseView, did: Did) -> ContradictingView {
    let (disposition, answered) = match did {
        Did::Disposed(disposition) => (Some(disposition.to_string()), None),
        Did::Answered(no) => (None, Some(no)),
    };
    ContradictingView { sentence: format!("{office}: {did}"), office, disposition, answered }
}
