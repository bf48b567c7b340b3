//! A party's view: what it said, what the desk told it, and nothing of the other side but released words.

mod matters;

use std::collections::BTreeMap;

use channel::cabinet::Seen;
use channel::party::{Author, Item, Received, State};
use channel::{ChannelHandle, Civil, ConveyedId, Form, ItemId, Origin, Thing, Tie, Wording};

use super::look::{Items, Look, choose};
use super::search::Search;
use crate::view::{
    ChannelView, FindingView, ItemView, Known, MandateView, OfficeView, OtherView, OutstandingView, QuestionView,
    RefusalView, SaidView, TranslationView, View, WarningView, WhoseView, alarm, time,
};

enum Row<'a> {
    Own(ItemId, Seen<'a, Item>),
    Had(ConveyedId, Seen<'a, Received>),
}

/// One search through both.
struct Searches {
    own: Search<ItemId>,
    had: Search<ConveyedId>,
}

impl Row<'_> {
    fn channel(&self) -> ChannelHandle {
        match self {
            Self::Own(_, seen) => seen.glance().channel,
            Self::Had(_, seen) => seen.glance().channel,
        }
    }

    /// Whether it may have in it what is searched for. Most of what is over has not, and is not brought out for that.
    fn may_have(&self, state: &State, now: Civil, searches: &Searches) -> bool {
        match self {
            Self::Own(id, seen) => {
                let (glance, search) = (seen.glance(), &searches.own);
                let about = [glance.form.word(), glance.state_after.word()];
                now < glance.lapses
                    || about.into_iter().any(|text| search.is_in(text))
                    || search.may_be_among_words_of(*id, seen)
            }
            Self::Had(id, seen) => {
                let (glance, search) = (seen.glance(), &searches.had);
                let from = author(state, glance.channel, glance.from);
                let about = [glance.form.word(), glance.state_after.word(), &from];
                now < glance.lapses
                    || about.into_iter().any(|text| search.is_in(text))
                    || search.may_be_among_words_of(*id, seen)
            }
        }
    }

    /// Whether it has in it what is searched for.
    fn has(&self, state: &State, now: Civil, searches: &Searches) -> bool {
        let holds = |text: &str| searches.own.is_in(text);
        if !self.may_have(state, now, searches) {
            return false;
        }
        match self {
            Self::Own(_, seen) => {
                let Some(item) = seen.whole() else { return false };
                let content = &item.lodging.content;
                [content.text.as_str(), content.form.word(), item.state_at(now).word()].into_iter().any(holds)
            }
            Self::Had(_, seen) => {
                let Some(received) = seen.whole() else { return false };
                // An oral message is read, not found.
                let unread = received.conveyance.form == Form::OralMessage && !received.read;
                let wording = received.wording_at(now).filter(|_| !unread);
                let words = wording.map(|wording| wording.words.as_str()).unwrap_or_default();
                let from = author(state, received.conveyance.channel, received.conveyance.from);
                let form = received.conveyance.form.word();
                [words, form, received.state_at(now).word(), &from].into_iter().any(holds)
            }
        }
    }
}

/// What is searched for as the author of what was conveyed.
fn author(state: &State, channel: ChannelHandle, from: Origin) -> String {
    match from {
        Origin::Other(number) => label(state, channel, number),
        Origin::Desk => String::new(),
    }
}

/// The view of a party's state.
pub(super) fn view(state: &State, now: Civil, look: &Look) -> View {
    let row = |no: u32| {
        Some(match state.numbered_item(no)? {
            Tie::Own(id) => Row::Own(id, state.items.seen(&id)?),
            Tie::Had(id) => Row::Had(id, state.received.seen(&id)?),
        })
    };
    let searches = look
        .items
        .search()
        .map(|text| Searches { own: Search::of(text.clone(), &state.items), had: Search::of(text, &state.received) });
    let chosen = choose(
        &look.items,
        state.total(),
        row,
        |row, channel| row.channel().to_string() == channel,
        |row| searches.as_ref().is_none_or(|searches| row.has(state, now, searches)),
        |no, row| match row {
            Row::Own(id, seen) => Some(own_view(state, &id, &*seen.whole()?, no, now, look.moments)),
            Row::Had(id, seen) => Some(received_view(state, &id, &*seen.whole()?, no, now, look.moments)),
        },
    );
    let board = state.outstanding(now);
    let number = |thing: Thing| match thing {
        Thing::Item(id) => state.number_shown(Tie::Own(id)),
        Thing::Conveyed(id) => state.number_shown(Tie::Had(id)),
        _ => None,
    };
    let outstanding = board.iter().map(|matter| OutstandingView::of(matter, number(matter.id))).collect();
    let mut view = View {
        warnings: warnings(state, &chosen.items),
        items: chosen.items,
        total: state.total(),
        earlier: chosen.earlier,
        outstanding,
        alarm: alarm(&board),
        ..about(state, now, look)
    };
    if look.items != Items::All {
        view.numbers = view.named().into_iter().filter_map(|id| Some((id.to_owned(), number_of(state, id)?))).collect();
    }
    view
}

/// The number of something that this office said or was told, by its id here.
fn number_of(state: &State, id: &str) -> Option<u32> {
    let own = id.parse().ok().and_then(|own| state.number_shown(Tie::Own(own)));
    own.or_else(|| id.parse().ok().and_then(|had| state.number_shown(Tie::Had(had))))
}

/// What is found in a text, and the numbers of the items concerned.
pub(super) fn checked(state: &State, text: &str) -> (Vec<FindingView>, BTreeMap<String, u32>) {
    let findings = matters::findings(state, text);
    let named = findings.iter().flat_map(|finding| &finding.items);
    let numbers = named.filter_map(|id| Some((id.clone(), number_of(state, id)?))).collect();
    (findings, numbers)
}

/// Everything but the items.
fn about(state: &State, now: Civil, look: &Look) -> View {
    View {
        office: office(state),
        channels: channels(state),
        questions: questions(state),
        pairs: matters::pairs(state, now),
        proposals: matters::proposals(state),
        offers: matters::offers(state, now),
        readouts: matters::readouts(state, look.findings),
        texts: matters::texts(state),
        interests: matters::interests(state),
        notes: matters::notes(state),
        retention: state.retention,
        mandates: mandates(state),
        refusals: state
            .refused
            .iter()
            .map(|(act, reason)| RefusalView { act: act.to_string(), reason: reason.to_string() })
            .collect(),
        ..View::default()
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
        ..OfficeView::default()
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
            co_mediators: channel.co_mediators.clone(),
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
            about: question.about.map(|about| matters::tie(&about)),
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

fn warnings(state: &State, items: &[ItemView]) -> Vec<WarningView> {
    let mut warnings = Vec::new();
    for item in items {
        warnings.extend(item.warnings.iter().map(|warning| warning.clone().of_item(item.no)));
    }
    for one in state.disclosures.iter().filter(|one| !one.occasion.is_empty()) {
        let items: Vec<u32> = one.of.iter().filter_map(|of| state.number_shown(*of)).collect();
        let of: Vec<String> = items.iter().map(ToString::to_string).collect();
        let (of, occasion, on) = (of.join(", "), &one.occasion, one.on);
        let sentence = format!("the desk records that item {of} is spoken of in public ({occasion}, {on})");
        let (occasion, day) = (Some(occasion.clone()), Some(on.to_string()));
        warnings.push(WarningView { items, occasion, day, ..WarningView::known(Known::Disclosed, sentence) });
    }
    for reason in state.refused.values() {
        let sentence = format!("the desk refused an act of this office: {reason}");
        let refused = Some((*reason).into());
        warnings.push(WarningView { refused, ..WarningView::known(Known::RefusedByDesk, sentence) });
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
        translations: wording.translations.iter().map(TranslationView::of).collect(),
        ..SaidView::default()
    }
}

fn own_view(state: &State, id: &ItemId, item: &Item, no: u32, now: Civil, moments: bool) -> ItemView {
    let lodging = &item.lodging;
    let content = &lodging.content;
    let channel = lodging.channel;
    let party = state.welcome.as_ref().map(|welcome| welcome.party.clone()).unwrap_or_default();
    let (side, from) = match &item.author {
        Author::ThisOffice => ("authored", WhoseView::named(party)),
        Author::Principal => ("kin", WhoseView::named(party)),
        Author::Envoy(envoy) => ("kin", WhoseView::of(party, Some(envoy))),
        Author::WrittenDown => {
            let desk = state.welcome.as_ref().map(|welcome| welcome.desk.clone()).unwrap_or_default();
            let sentence = format!("{desk}, as it was told");
            ("told", WhoseView::told(desk, sentence))
        }
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
        not_before: lodging.not_before.map(time),
        not_after: lodging.not_after.map(time),
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
        renditions: Vec::new(),
        corrections: Vec::new(),
        to_invoke: Vec::new(),
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
        own: None,
        to_several: false,
        unconfirmed: item.is_to_confirm(),
        confirmed: item.confirmed,
        pair: item.pair.map(|pair| pair.to_string()),
        maybe_same: Vec::new(),
        same_as: item.same_as.map(|of| of.to_string()),
        keep_ambiguous: content.keep_ambiguous.clone(),
        translations: content.translations.iter().map(TranslationView::of).collect(),
        read_at: Vec::new(),
        read: true,
        officers: Vec::new(),
        warnings: state.warnings(item).iter().map(WarningView::of).collect(),
        fidelity_code: None,
        moments: if moments { super::moments::of_own(state, *id, item, now) } else { Vec::new() },
    }
}

fn received_view(
    state: &State,
    id: &channel::ConveyedId,
    received: &Received,
    no: u32,
    now: Civil,
    moments: bool,
) -> ItemView {
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
        from: WhoseView::named(from),
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
        not_before: None,
        not_after: None,
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
        renditions: Vec::new(),
        corrections: Vec::new(),
        to_invoke: Vec::new(),
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
        own: conveyance.own.map(|own| own.to_string()),
        to_several: conveyance.to_several,
        unconfirmed: conveyance.unconfirmed,
        confirmed: None,
        pair: conveyance.pair.map(|pair| pair.to_string()),
        maybe_same: Vec::new(),
        same_as: None,
        keep_ambiguous: Vec::new(),
        translations: wording
            .map(|wording| wording.translations.iter().map(TranslationView::of).collect())
            .unwrap_or_default(),
        read_at: Vec::new(),
        read: received.read,
        officers: Vec::new(),
        warnings: state.received_warnings(received).iter().map(WarningView::of).collect(),
        fidelity_code: None,
        moments: if moments { super::moments::of_received(received, now) } else { Vec::new() },
    }
}
