//! What a party's office is shown of what is neither an item nor conveyed to it.

use channel::party::{Author, State};
use channel::{Civil, Tie};

use crate::view::{
    AnswerView, CommentView, InterestView, NoteView, OfferView, PairView, ProposalView, ReadoutView, TextView,
    VersionView, WhoseView, time,
};

fn numbered<'a, I: 'a, T: 'a>(
    all: impl Iterator<Item = (&'a I, &'a T)>,
    number: impl Fn(&T) -> u64,
) -> impl Iterator<Item = (u32, &'a I, &'a T)> {
    let mut all: Vec<_> = all.collect();
    all.sort_by_key(|(_, one)| number(one));
    all.into_iter().zip(1..).map(|((id, one), no)| (no, id, one))
}

/// From which office of this party something is.
fn by(state: &State, author: &Author) -> WhoseView {
    let party = state.welcome.as_ref().map(|welcome| welcome.party.clone()).unwrap_or_default();
    match author {
        Author::ThisOffice | Author::Principal => WhoseView::named(party),
        Author::Envoy(envoy) => WhoseView::of(party, Some(envoy)),
        Author::WrittenDown => {
            WhoseView::named(state.welcome.as_ref().map(|welcome| welcome.desk.clone()).unwrap_or_default())
        }
    }
}

pub(super) fn tie(tie: &Tie) -> String {
    match tie {
        Tie::Own(id) => id.to_string(),
        Tie::Had(id) => id.to_string(),
    }
}

pub(super) fn pairs(state: &State, now: Civil) -> Vec<PairView> {
    let view = |(no, id, pair): (u32, &channel::PairHandle, &channel::party::Pair)| {
        let declared = pair.declared.as_ref();
        let item = declared.and_then(|(_, item)| state.items.get(item));
        let released = item.is_some_and(|item| !item.conveyed.is_empty());
        let over = pair.ended || (!released && pair.lapses.is_some_and(|end| now >= end));
        let word = match (over, released, pair.asked) {
            (true, ..) => channel::PairState::NotCompleted,
            (_, true, _) => channel::PairState::Released,
            (_, _, true) => channel::PairState::Opening,
            _ => channel::PairState::Open,
        };
        PairView {
            no,
            pair: id.to_string(),
            channel: pair.channel.to_string(),
            state: word.to_string(),
            lapses: pair.lapses.map(time),
            lodged: declared.iter().map(|(author, _)| by(state, author).sentence).collect(),
            items: declared.iter().map(|(_, item)| item.to_string()).collect(),
        }
    };
    numbered(state.pairs.iter(), |pair| pair.number).map(view).collect()
}

pub(super) fn proposals(state: &State) -> Vec<ProposalView> {
    let view = |(no, id, one): (u32, &channel::ProposalHandle, &channel::party::Proposal)| ProposalView {
        no,
        proposal: id.to_string(),
        channel: one.channel.to_string(),
        number: one.in_channel,
        subject: None,
        options: one.options.clone(),
        opens_at: time(one.opens_at),
        reveal_at: time(one.reveal_at),
        state: match &one.common {
            Some(_) => channel::ProposalState::Revealed,
            None if state.channels.get(&one.channel).is_some_and(|channel| channel.closed) => {
                channel::ProposalState::Voided
            }
            None => channel::ProposalState::Open,
        }
        .to_string(),
        common: one.common.clone(),
        takes: one.sealed.as_ref().map(|(takes, _)| takes.clone()),
        answers: one
            .answered
            .iter()
            .map(|author| AnswerView { party: by(state, author).sentence, takes: None })
            .collect(),
    };
    numbered(state.proposals.iter(), |one| one.number).map(view).collect()
}

pub(super) fn offers(state: &State, now: Civil) -> Vec<OfferView> {
    let view = |(no, id, one): (u32, &channel::OfferHandle, &channel::party::Offer)| OfferView {
        no,
        offer: id.to_string(),
        channel: one.channel.to_string(),
        text: one.text.clone(),
        lapses: time(one.lapses),
        state: one.state_at(now).to_string(),
        answers: Vec::new(),
    };
    numbered(state.offers.iter(), |one| one.number).map(view).collect()
}

pub(super) fn readouts(state: &State, with_findings: bool) -> Vec<ReadoutView> {
    let view = |(_, id, one): (u32, &channel::ReadoutHandle, &channel::party::Readout)| ReadoutView {
        readout: id.to_string(),
        text: one.text.clone(),
        state: one.state().to_string(),
        revision: one.revision,
        mentions: one.mentions.iter().map(tie).collect(),
        findings: if one.published.is_some() || !with_findings { Vec::new() } else { findings(state, &one.text) },
        published_on: one.published.map(|on| on.to_string()),
        ..ReadoutView::default()
    };
    let own = |(_, id, one): (u32, &channel::ReadoutHandle, &channel::party::OwnReadout)| ReadoutView {
        readout: id.to_string(),
        text: one.text.clone(),
        state: channel::ReadoutState::Published.to_string(),
        revision: 1,
        published_on: Some(one.on.day().to_string()),
        own: true,
        ..ReadoutView::default()
    };
    let shown = numbered(state.readouts.iter(), |one| one.number).map(|one| (one.2.number, view(one)));
    let published = numbered(state.own_readouts.iter(), |one| one.number).map(|one| (one.2.number, own(one)));
    let mut all: Vec<(u64, ReadoutView)> = shown.chain(published).collect();
    all.sort_by_key(|(number, _)| *number);
    all.into_iter().zip(1..).map(|((_, view), no)| ReadoutView { no, ..view }).collect()
}

/// Where a text touches what this party did not allow to be spoken of.
pub(super) fn findings(state: &State, text: &str) -> Vec<crate::view::FindingView> {
    let view = |touch: &channel::touch::Touch<Tie>| {
        crate::view::finding(text, touch.place, touch.what, touch.items.iter().map(tie).collect())
    };
    state.touches(text).iter().map(view).collect()
}

pub(super) fn texts(state: &State) -> Vec<TextView> {
    let view = |(no, id, one): (u32, &channel::TextHandle, &channel::party::NegotiatingText)| TextView {
        no,
        text: id.to_string(),
        channel: one.channel.to_string(),
        versions: one
            .versions
            .iter()
            .map(|(version, words)| VersionView { version: *version, words: words.clone() })
            .collect(),
        comments: one
            .comments
            .iter()
            .map(|one| CommentView { by: by(state, &one.by), version: one.version, words: one.words.clone() })
            .collect(),
    };
    numbered(state.texts.iter(), |one| one.number).map(view).collect()
}

pub(super) fn interests(state: &State) -> Vec<InterestView> {
    let view = |(words, on): &(String, channel::Day)| InterestView { words: words.clone(), on: on.to_string() };
    state.interests.values().map(view).collect()
}

pub(super) fn notes(state: &State) -> Vec<NoteView> {
    let view = |(no, one): (u32, &channel::party::Disclosed)| NoteView {
        no,
        note: Some(one.name().to_string()),
        kind: "disclosure".to_owned(),
        on: one.on.to_string(),
        occasion: Some(one.occasion.clone()).filter(|occasion| !occasion.is_empty()),
        items: one.of.iter().map(tie).collect(),
        ..NoteView::default()
    };
    (1..).zip(&state.disclosures).map(view).collect()
}
