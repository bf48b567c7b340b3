//! A party's view: what it said, what the desk told it, and nothing of the other side but released words.

use channel::party::{Author, Item, Received, State};
use channel::{ChannelHandle, Civil, ItemId, Origin, Thing, Tie, Wording};

use super::{
    ChannelView, ItemView, MandateView, OfficeView, OtherView, OutstandingView, QuestionView, RefusalView, SaidView,
    View, time,
};

enum Row<'a> {
    Own(&'a ItemId, &'a Item),
    Had(&'a channel::ConveyedId, &'a Received),
}

/// The view of a party's state.
pub(super) fn view(state: &State, now: Civil) -> View {
    let own = state.items.iter().map(|(id, item)| (item.number, Row::Own(id, item)));
    let had = state.received.iter().map(|(id, received)| (received.number, Row::Had(id, received)));
    let mut rows: Vec<(u64, Row<'_>)> = own.chain(had).collect();
    rows.sort_by_key(|(number, _)| *number);
    let items: Vec<ItemView> = rows
        .into_iter()
        .zip(1..)
        .map(|((_, row), no)| match row {
            Row::Own(id, item) => own_view(state, id, item, no, now),
            Row::Had(id, received) => received_view(state, id, received, no, now),
        })
        .collect();
    let outstanding = state
        .outstanding(now)
        .into_iter()
        .map(|matter| {
            let id = match matter.id {
                Thing::Item(id) => id.to_string(),
                Thing::Conveyed(id) => id.to_string(),
            };
            let no = items.iter().find(|item| item.item == id).map(|item| item.no);
            OutstandingView { id, no, waits_for: matter.what.to_string() }
        })
        .chain(state.open_questions(now).map(|(id, _)| OutstandingView {
            id: id.to_string(),
            no: None,
            waits_for: "reply".to_owned(),
        }))
        .collect();
    View {
        office: office(state),
        channels: channels(state),
        warnings: warnings(state, &items),
        items,
        outstanding,
        questions: questions(state),
        parties: Vec::new(),
        mandates: mandates(state),
        refusals: state
            .refused
            .iter()
            .map(|(act, reason)| RefusalView { act: act.to_string(), reason: reason.to_string() })
            .collect(),
        lines: Vec::new(),
    }
}

fn office(state: &State) -> OfficeView {
    let Some(welcome) = &state.welcome else {
        return OfficeView { kind: "principal".to_owned(), ..OfficeView::default() };
    };
    OfficeView {
        kind: if welcome.envoy.is_none() { "principal" } else { "envoy" }.to_owned(),
        name: welcome.party.clone(),
        desk: Some(welcome.desk.clone()),
        principal: Some(welcome.principal.clone()),
        envoy: welcome.envoy.clone(),
        officers: Vec::new(),
    }
}

fn channels(state: &State) -> Vec<ChannelView> {
    let mut channels: Vec<_> = state.channels.iter().collect();
    channels.sort_by_key(|(_, channel)| channel.number);
    channels
        .into_iter()
        .map(|(handle, channel)| ChannelView {
            channel: handle.to_string(),
            name: channel.name.clone(),
            status: channel.status.iter().map(ToString::to_string).collect(),
            others: channel
                .others
                .iter()
                .map(|other| OtherView { number: other.number, label: other.label.clone() })
                .collect(),
            parties: Vec::new(),
            closed: channel.closed,
        })
        .collect()
}

fn questions(state: &State) -> Vec<QuestionView> {
    let mut questions: Vec<_> = state.questions.iter().collect();
    questions.sort_by_key(|(_, question)| question.number);
    questions
        .into_iter()
        .zip(1..)
        .map(|((id, question), no)| QuestionView {
            no,
            question: id.to_string(),
            to: None,
            text: question.text.clone(),
            lapses: time(question.lapses),
            reply: question.reply.as_ref().map(|(_, text)| text.clone()),
        })
        .collect()
}

fn mandates(state: &State) -> Vec<MandateView> {
    let all = state.envoys.values().chain(state.mandate.as_ref());
    all.map(|appointed| MandateView {
        envoy: appointed.mandate.envoy.clone(),
        title: appointed.mandate.title.clone(),
        channels: appointed.mandate.channels.iter().map(ToString::to_string).collect(),
        may: appointed.mandate.may.iter().map(ToString::to_string).collect(),
        until: appointed.mandate.until.map(time),
        countersign: appointed.mandate.countersign,
        revoked: appointed.revoked,
    })
    .collect()
}

fn warnings(state: &State, items: &[ItemView]) -> Vec<String> {
    let mut warnings = Vec::new();
    for (id, item) in &state.items {
        let no = items.iter().find(|view| view.item == id.to_string()).map_or(0, |view| view.no);
        for warning in state.warnings(item) {
            warnings.push(format!("item {no}: {warning}"));
        }
    }
    for reason in state.refused.values() {
        warnings.push(format!("the desk refused an act of this office: {reason}"));
    }
    warnings
}

fn label(state: &State, channel: ChannelHandle, number: u8) -> String {
    let channel = state.channels.get(&channel);
    let other = channel.and_then(|channel| channel.others.iter().find(|other| other.number == number));
    other.map_or_else(|| format!("other {number}"), |other| other.label.clone())
}

fn labels(state: &State, channel: ChannelHandle, numbers: &[u8]) -> Vec<String> {
    let all = || state.channels.get(&channel).map(|channel| channel.others.iter().map(|other| other.number).collect());
    let numbers = if numbers.is_empty() { all().unwrap_or_default() } else { numbers.to_vec() };
    numbers.iter().map(|number| label(state, channel, *number)).collect()
}

fn status(state: &State, channel: ChannelHandle) -> Vec<String> {
    let channel = state.channels.get(&channel);
    channel.map(|channel| channel.status.iter().map(ToString::to_string).collect()).unwrap_or_default()
}

fn said(state: &State, channel: ChannelHandle, to: &[u8], wording: &Wording) -> SaidView {
    SaidView {
        to: if to.is_empty() { Vec::new() } else { labels(state, channel, to) },
        words: wording.words.clone(),
        label: wording.label.map(|label| label.to_string()),
        conditions: wording.conditions.clone(),
        reservations: wording.reservations.clone(),
        scope: wording.scope.clone(),
        ..SaidView::default()
    }
}

fn own_view(state: &State, id: &ItemId, item: &Item, no: u32, now: Civil) -> ItemView {
    let lodging = &item.lodging;
    let content = &lodging.content;
    let channel = lodging.channel;
    let party = state.welcome.as_ref().map(|welcome| welcome.party.clone()).unwrap_or_default();
    let (side, from) = match &item.author {
        Author::ThisOffice => ("authored", party),
        Author::Principal => ("kin", party),
        Author::Envoy(envoy) => ("kin", format!("{party}, envoy {envoy}")),
    };
    ItemView {
        no,
        item: id.to_string(),
        channel: channel.to_string(),
        side: side.to_owned(),
        from,
        party: None,
        to: if item.confided { Vec::new() } else { labels(state, channel, &lodging.to) },
        form: content.form.to_string(),
        label: item.conveyed.last().and_then(|told| told.words.wording.label).map(|label| label.to_string()),
        words: content.text.clone(),
        status: status(state, channel),
        state: item.state_at(now).to_string(),
        disposition: None,
        conveyed_on: item.conveyed.first().map(|told| told.on.to_string()),
        as_of: content.as_of.map(time),
        lapses: time(content.lapses),
        precedence: content.precedence.to_string(),
        conditions: content.conditions.clone(),
        invoked: item.invocations.iter().map(|one| one.condition).collect(),
        reservations: content.reservations.clone(),
        scope: content.scope.clone(),
        on_behalf_of: content.on_behalf_of.clone(),
        carrier: content.carrier.clone(),
        language: content.language.clone(),
        disclosure: Some(content.disclosure.to_string()),
        handling: Some(lodging.handling.to_string()),
        approve: lodging.approve,
        answers: lodging.answers.map(|tied| tied.to_string()),
        reaffirms: lodging.reaffirms.map(|tied| tied.to_string()),
        supersedes: lodging.supersedes.map(|tied| tied.to_string()),
        superseded_by: item.superseded_by.map(|tied| tied.to_string()),
        reason: item.returned.clone(),
        to_approve: item.undecided().map(|words| said(state, channel, &words.to, &words.wording)).collect(),
        conveyed: item
            .conveyed
            .iter()
            .map(|told| SaidView {
                on: Some(told.on.to_string()),
                corrects: told.words.corrects.is_some(),
                ..said(state, channel, &told.words.to, &told.words.wording)
            })
            .collect(),
        dispositions: Vec::new(),
        corrected: Vec::new(),
        fidelity_code: None,
    }
}

fn received_view(state: &State, id: &channel::ConveyedId, received: &Received, no: u32, now: Civil) -> ItemView {
    let conveyance = &received.conveyance;
    let channel = conveyance.channel;
    let from = match conveyance.from {
        Origin::Desk => state.welcome.as_ref().map(|welcome| welcome.desk.clone()).unwrap_or_default(),
        Origin::Other(number) => label(state, channel, number),
    };
    let tie = |tied: &Option<Tie>| {
        tied.map(|tied| match tied {
            Tie::Own(id) => id.to_string(),
            Tie::Had(id) => id.to_string(),
        })
    };
    // Once corrected, the latest words stand first and what they replace stays with them.
    let shown = received.wording_at(now);
    let latest = received.corrections.last().map(|one| &one.wording).or(Some(&conveyance.wording));
    let wording = shown.and(latest);
    ItemView {
        no,
        item: id.to_string(),
        channel: channel.to_string(),
        side: "received".to_owned(),
        from,
        party: None,
        to: Vec::new(),
        form: conveyance.form.to_string(),
        label: wording.and_then(|wording| wording.label).map(|label| label.to_string()),
        words: wording.map(|wording| wording.words.clone()).unwrap_or_default(),
        status: status(state, channel),
        state: received.state_at(now).to_string(),
        disposition: received.disposition().map(|disposition| disposition.to_string()),
        conveyed_on: Some(received.on.to_string()),
        as_of: conveyance.as_of.map(time),
        lapses: time(conveyance.lapses),
        precedence: conveyance.precedence.to_string(),
        conditions: wording.map(|wording| wording.conditions.clone()).unwrap_or_default(),
        invoked: received.invoked.iter().map(|(condition, _)| *condition).collect(),
        reservations: wording.map(|wording| wording.reservations.clone()).unwrap_or_default(),
        scope: wording.and_then(|wording| wording.scope.clone()),
        on_behalf_of: wording.and_then(|wording| wording.on_behalf_of.clone()),
        carrier: wording.and_then(|wording| wording.carrier.clone()),
        language: conveyance.language.clone(),
        disclosure: None,
        handling: None,
        approve: false,
        answers: tie(&conveyance.answers),
        reaffirms: tie(&conveyance.reaffirms),
        supersedes: tie(&conveyance.supersedes),
        superseded_by: received.superseded_by.map(|tied| tied.to_string()),
        reason: None,
        to_approve: Vec::new(),
        conveyed: Vec::new(),
        dispositions: Vec::new(),
        corrected: if shown.is_none() || received.corrections.is_empty() {
            Vec::new()
        } else {
            let first =
                SaidView { on: Some(received.on.to_string()), ..said(state, channel, &[], &conveyance.wording) };
            let later = received.corrections.iter().map(|one| SaidView {
                on: Some(one.on.to_string()),
                corrects: true,
                ..said(state, channel, &[], &one.wording)
            });
            std::iter::once(first).chain(later).collect()
        },
        fidelity_code: None,
    }
}
