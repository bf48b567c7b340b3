//! The desk's view: everything that the intermediary knows, its parties by their own names.

mod matters;

use std::collections::BTreeMap;

use channel::cabinet::Seen;
use channel::desk::{Author, Carries, InvocationStands, Item, Noted, Rendition, Sent, State, Verdict};
use channel::{Civil, ItemId, ItemState, PartyId, SeatId, Thing, Warning};

use super::look::{Items, Look, choose};
use super::search::Search;
use crate::view::{
    ChannelView, DispositionView, FindingView, Hand, HandView, ItemView, Known, MandateView, OfficeView,
    OutstandingView, PartyView, QuestionView, RefusalView, SaidView, SeatView, TranslationView, View, WarningView,
    WhoseView, alarm, time,
};

/// The view of a desk's state.
pub(super) fn view(state: &State, now: Civil, look: &Look) -> View {
    let board = state.outstanding(now);
    let number = |thing: Thing| match thing {
        Thing::Item(id) => state.number_shown(id),
        _ => None,
    };
    let outstanding = board.iter().map(|matter| OutstandingView::of(matter, number(matter.id))).collect();
    let search = look.items.search().map(|text| Search::of(text, &state.items));
    let chosen = choose(
        &look.items,
        state.total(),
        |no| state.numbered_item(no).and_then(|id| Some((id, state.items.seen(&id)?))),
        |(_, seen), channel| seen.glance().channel.to_string() == channel,
        |(id, seen)| search.as_ref().is_none_or(|search| has(state, *id, seen, now, search)),
        |no, (id, seen)| Some(item_view(state, id, &*seen.whole()?, no, now, look.moments)),
    );
    let mut view = View {
        items: chosen.items,
        total: state.total(),
        earlier: chosen.earlier,
        outstanding,
        alarm: alarm(&board),
        ..about(state, now, look)
    };
    if look.items != Items::All {
        let number = |id: &&str| Some(((*id).to_owned(), state.number_shown(id.parse().ok()?)?));
        view.numbers = view.named().iter().filter_map(number).collect();
    }
    view
}

/// Whether an item has in it what is searched for.
fn has(state: &State, id: ItemId, seen: &Seen<'_, Item>, now: Civil, search: &Search<ItemId>) -> bool {
    let holds = |text: &str| search.is_in(text);
    let glance = seen.glance();
    let from = glance.party.map(|party| name(state, party)).unwrap_or_default();
    let about = [glance.form.word(), glance.state_after.word(), &from];
    // Most of what is over has it in none of its words, and is not brought out for that.
    if glance.has_lapsed(now) && !about.into_iter().any(holds) && !search.may_be_among_words_of(id, seen) {
        return false;
    }
    let Some(item) = seen.whole() else { return false };
    let rendered = item.renditions.iter().any(|one| holds(&one.wording.words));
    let words = [item.content.form.word(), item.state_at(now).word(), &from];
    (state.is_shown(&item) && holds(&item.content.text)) || rendered || words.into_iter().any(holds)
}

/// Everything but the items.
fn about(state: &State, now: Civil, look: &Look) -> View {
    View {
        office: OfficeView {
            kind: "desk".to_owned(),
            name: state.set_up.as_ref().map(|set_up| set_up.name.clone()).unwrap_or_default(),
            officers: state.set_up.as_ref().map(|set_up| set_up.officers.clone()).unwrap_or_default(),
            ..OfficeView::default()
        },
        channels: channels(state),
        questions: questions(state),
        pairs: matters::pairs(state),
        proposals: matters::proposals(state),
        offers: matters::offers(state, now),
        readouts: matters::readouts(state, look.findings),
        texts: matters::texts(state),
        interests: matters::interests(state),
        notes: matters::notes(state),
        conflicts: matters::conflicts(state),
        retention: state.retention,
        parties: parties(state),
        warnings: warnings(state),
        refusals: state
            .declined
            .iter()
            .map(|one| RefusalView { act: one.act.to_string(), reason: one.reason.to_string() })
            .collect(),
        ..View::default()
    }
}

/// What is found in a text, and the numbers of the items concerned.
pub(super) fn checked(state: &State, text: &str, concerns: &[PartyId]) -> (Vec<FindingView>, BTreeMap<String, u32>) {
    let findings = matters::findings(state, text, concerns);
    let named = findings.iter().flat_map(|finding| &finding.items);
    let number = |id: &String| Some((id.clone(), state.number_shown(id.parse().ok()?)?));
    let numbers = named.filter_map(number).collect();
    (findings, numbers)
}

/// Who is at the other end of each line.
pub(super) fn at_lines(view: &View) -> BTreeMap<u32, WhoseView> {
    let offices = view.parties.iter().flat_map(|party| party.offices.iter().map(move |office| (party, office)));
    let with = |(party, office): (&PartyView, &SeatView)| {
        (office.seat, WhoseView::of(party.name.clone(), office.envoy.as_deref()))
    };
    offices.map(with).collect()
}

fn name(state: &State, party: PartyId) -> String {
    state.parties.get(&party).map(|party| party.name.clone()).unwrap_or_default()
}

pub(super) fn holder(state: &State, seat: SeatId) -> WhoseView {
    match state.seats.get(&seat) {
        None => WhoseView::named(format!("seat {seat}")),
        Some(seat) => WhoseView::of(name(state, seat.party), seat.envoy.as_deref()),
    }
}

fn channels(state: &State) -> Vec<ChannelView> {
    let mut channels: Vec<_> = state.channels.iter().collect();
    channels.sort_by_key(|(_, channel)| channel.number);
    channels
        .into_iter()
        .map(|(id, channel)| ChannelView {
            channel: id.to_string(),
            name: channel.name.clone(),
            status: channel.status.iter().map(ToString::to_string).collect(),
            others: Vec::new(),
            parties: channel.parties.iter().map(|party| party.0).collect(),
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
            to: Some(name(state, question.asked.to)),
            text: question.asked.text.clone(),
            lapses: time(question.asked.lapses),
            reply: question.reply.as_ref().map(|reply| reply.text.clone()),
            about: question.asked.about.map(|item| item.to_string()),
        })
        .collect()
}

fn parties(state: &State) -> Vec<PartyView> {
    let party = |(id, party): (&PartyId, &channel::desk::Party)| PartyView {
        party: id.0,
        name: party.name.clone(),
        principal: party.principal.clone(),
        address: party.address.clone(),
        offices: state.seats_of(*id).map(|(seat, one)| SeatView { seat: seat.0, envoy: one.envoy.clone() }).collect(),
        mandates: party
            .mandates
            .iter()
            .map(|(envoy, mandate)| MandateView {
                envoy: envoy.clone(),
                title: mandate.title.clone(),
                channels: mandate.channels.iter().map(ToString::to_string).collect(),
                may: mandate.may.iter().map(ToString::to_string).collect(),
                until: mandate.until.map(time),
                countersign: mandate.countersign,
                revoked: mandate.revoked,
            })
            .collect(),
    };
    state.parties.iter().map(party).collect()
}

fn warnings(state: &State) -> Vec<WarningView> {
    let of = |seat: SeatId, known, sentence: &dyn Fn(&WhoseView) -> String| {
        let who = holder(state, seat);
        let sentence = sentence(&who);
        WarningView { who: Some(who), ..WarningView::known(known, sentence) }
    };
    let declined = state.declined.iter().map(|one| {
        let sentence = |who: &WhoseView| format!("an act of {who} was refused: {}", one.reason);
        WarningView { refused: Some(one.reason.into()), ..of(one.seat, Known::ActRefused, &sentence) }
    });
    let untraced = state.untraced.keys().map(|(seat, _)| {
        let sentence =
            |who: &WhoseView| format!("{who} has words that this desk had conveyed and does not know any more");
        of(*seat, Known::Untraced, &sentence)
    });
    let unplaced = state.unplaced.iter().map(|(seat, _)| {
        let sentence = |who: &WhoseView| {
            format!("{who} showed something from before this desk was restored that cannot be placed")
        };
        of(*seat, Known::Unplaced, &sentence)
    });
    declined.chain(untraced).chain(unplaced).chain(undisclosed(state)).collect()
}

/// What was said in public of items whose authors do not allow it.
fn undisclosed(state: &State) -> Vec<WarningView> {
    let allows = |item: &ItemId| state.items.glance(item).is_none_or(|item| item.disclosure.allows_mention());
    let mut warnings = Vec::new();
    for note in &state.notes {
        let Noted::Disclosure { items, .. } = &note.what else { continue };
        for item in items.iter().filter(|item| !allows(item)).filter_map(|item| state.number_shown(*item)) {
            let on = note.on.day().to_string();
            let sentence = format!("what was said in public of item {item} on {on} is more than its author allows");
            let warning = WarningView::of(&Warning::Undisclosed);
            warnings.push(WarningView { items: vec![item], day: Some(on), sentence, ..warning });
        }
    }
    warnings
}

fn item_view(state: &State, id: ItemId, item: &Item, no: u32, now: Civil, moments: bool) -> ItemView {
    let content = &item.content;
    let side = match (&item.author, item.confided) {
        (Author::Desk { .. }, _) => "own",
        (_, true) => "confided",
        _ => "lodged",
    };
    let from = match &item.author {
        Author::Desk { .. } => {
            WhoseView::named(state.set_up.as_ref().map(|set_up| set_up.name.clone()).unwrap_or_default())
        }
        Author::Party { seat, .. } => holder(state, *seat),
        Author::Told { party, .. } => {
            let name = name(state, *party);
            let sentence = format!("{name}, as the desk was told");
            WhoseView::told(name, sentence)
        }
    };
    let shown = state.is_shown(item);
    let tie = |tied: Option<ItemId>| tied.map(|tied| tied.to_string());
    let approving = item.approve && item.state_at(now) == ItemState::AwaitingApproval;
    let undecided = item
        .to
        .iter()
        .filter_map(|party| item.current(*party))
        .filter(|one| approving && !item.verdicts.contains_key(&one.id));
    let mut to_approve: Vec<SaidView> = Vec::new();
    for rendition in undecided {
        let said = said(state, rendition);
        if !to_approve.contains(&said) {
            to_approve.push(said);
        }
    }
    let objections = item.verdicts.values().rev().find_map(|verdict| match verdict {
        Verdict::ObjectedTo(Some(reason)) => Some(reason.clone()),
        _ => None,
    });
    ItemView {
        no,
        item: id.to_string(),
        channel: item.channel.to_string(),
        side: side.to_owned(),
        from,
        party: item.party().map(|party| party.0),
        to: item.to.iter().map(|party| name(state, *party)).collect(),
        form: content.form.to_string(),
        label: item.renditions.last().and_then(|one| one.wording.label).map(|label| label.to_string()),
        words: if shown { content.text.clone() } else { String::new() },
        status: state
            .channels
            .get(&item.channel)
            .map(|channel| channel.status.iter().map(ToString::to_string).collect())
            .unwrap_or_default(),
        state: item.state_at(now).to_string(),
        disposition: item.dispositions.last().map(|one| one.disposition.to_string()),
        conveyed_on: item.conveyances.iter().find_map(|sent| sent.delivered).map(|on| on.day().to_string()),
        as_of: content.as_of.map(time),
        not_before: item.not_before.map(time),
        not_after: item.not_after.map(time),
        lapses: time(content.lapses),
        precedence: content.precedence.to_string(),
        conditions: if shown { content.conditions.clone() } else { Vec::new() },
        invoked: item
            .invocations
            .iter()
            .filter(|one| !matches!(one.stands, InvocationStands::Returned(_)))
            .map(|one| one.condition)
            .collect(),
        reservations: content.reservations.clone(),
        scope: content.scope.clone(),
        on_behalf_of: content.on_behalf_of.clone(),
        carrier: content.carrier.clone(),
        language: content.language.clone(),
        disclosure: Some(content.disclosure.to_string()),
        handling: Some(item.handling.to_string()),
        approve: item.approve,
        answers: tie(item.ties.answers),
        reaffirms: tie(item.ties.reaffirms),
        supersedes: tie(item.ties.supersedes),
        superseded_by: tie(item.superseded_by),
        reason: item.returned.clone().or(objections).or_else(|| denial(item)),
        to_approve,
        renditions: renditions(state, item),
        corrections: corrections(state, item),
        to_invoke: item.pending_invocations().map(|one| one.condition).collect(),
        conveyed: conveyed(state, item),
        dispositions: item
            .dispositions
            .iter()
            .map(|one| DispositionView {
                party: name(state, one.party),
                disposition: one.disposition.to_string(),
                on: one.on.day().to_string(),
            })
            .collect(),
        corrected: Vec::new(),
        own: item.own.map(|own| own.to_string()),
        to_several: item.own.is_some() && item.to.len() > 1,
        unconfirmed: item.is_unconfirmed(),
        confirmed: item.confirmed.as_ref().map(|(confirmed, _)| *confirmed),
        pair: item.pair.map(|pair| pair.to_string()),
        maybe_same: maybe_same(item),
        same_as: tie(item.same_as),
        keep_ambiguous: content.keep_ambiguous.clone(),
        translations: content.translations.iter().chain(&item.translations).map(TranslationView::of).collect(),
        read_at: item.read.iter().map(|(seat, _)| holder(state, *seat)).collect(),
        read: false,
        officers: officers(item),
        warnings: state.warnings(item).iter().map(WarningView::of).collect(),
        fidelity_code: None,
        moments: if moments { super::moments::at_desk(item, now) } else { Vec::new() },
    }
}

/// What its sender said to the desk's note of it, where it denied it.
fn denial(item: &Item) -> Option<String> {
    item.confirmed.as_ref().filter(|(confirmed, _)| !confirmed).and_then(|(_, reason)| reason.clone())
}

/// What it may be the same as, likest first.
fn maybe_same(item: &Item) -> Vec<String> {
    let mut alike: Vec<(&ItemId, &u8)> = item.resembles.iter().collect();
    alike.sort_by_key(|(_, likeness)| std::cmp::Reverse(**likeness));
    alike.into_iter().map(|(id, _)| id.to_string()).collect()
}

/// Which officers had a hand in it, and in what.
fn officers(item: &Item) -> Vec<HandView> {
    let wrote = match &item.author {
        Author::Desk { officer } => Some(HandView::of(officer, Hand::Wrote, "wrote it")),
        Author::Told { officer, .. } => Some(HandView::of(officer, Hand::WroteDown, "wrote it down")),
        Author::Party { .. } => None,
    };
    let rendered = item.renditions.iter().filter_map(|one| one.officer.as_ref());
    let rendered = rendered.map(|officer| HandView::of(officer, Hand::Rendered, "rendered it"));
    let released = item.released.iter().filter(|(officer, _)| !officer.is_empty());
    let released = released.map(|(officer, on)| {
        let on = on.day().to_string();
        let hand = HandView::of(officer, Hand::Released, &format!("released it on {on}"));
        HandView { on: Some(on), ..hand }
    });
    let mut officers: Vec<HandView> = wrote.into_iter().chain(rendered).chain(released).collect();
    officers.dedup();
    officers
}

fn said(state: &State, rendition: &Rendition) -> SaidView {
    SaidView {
        to: rendition.to.iter().map(|party| name(state, *party)).collect(),
        words: rendition.wording.words.clone(),
        label: rendition.wording.label.map(|label| label.to_string()),
        conditions: rendition.wording.conditions.clone(),
        reservations: rendition.wording.reservations.clone(),
        scope: rendition.wording.scope.clone(),
        corrects: rendition.corrects.is_some(),
        translations: rendition.wording.translations.iter().map(TranslationView::of).collect(),
        ..SaidView::default()
    }
}

/// The words that each addressee would be given, as its own, before they are released.
fn renditions(state: &State, item: &Item) -> Vec<SaidView> {
    let ahead = item.to.iter().filter(|_| item.released.is_none());
    ahead
        .filter_map(|party| {
            let rendition = item.current(*party)?;
            let shown_from = item.party().map(|author| state.label(*party, author).to_owned());
            Some(SaidView { to: vec![name(state, *party)], shown_from, ..said(state, rendition) })
        })
        .collect()
}

/// The corrections that wait for their release, as each addressee would be given them.
fn corrections(state: &State, item: &Item) -> Vec<SaidView> {
    let each = item.pending_corrections().flat_map(|one| one.to.iter().map(move |party| (party, one)));
    each.map(|(party, one)| {
        let shown_from = item.party().map(|author| state.label(*party, author).to_owned());
        SaidView { to: vec![name(state, *party)], shown_from, ..said(state, one) }
    })
    .collect()
}

/// What was released, a line for each addressee and act: the matrix of who has been told what.
fn conveyed(state: &State, item: &Item) -> Vec<SaidView> {
    let mut views: Vec<(PartyId, Carries, SaidView)> = Vec::new();
    for sent in item.conveyances.iter().filter(|sent| !sent.withdrawn) {
        let Some(rendition) = rendition_of(item, sent) else { continue };
        let same = |(party, carries, _): &&mut (PartyId, Carries, SaidView)| {
            *party == sent.dispatch.party && same_words(carries, &sent.dispatch.carries)
        };
        if let Some((_, _, view)) = views.iter_mut().find(|one| same(one)) {
            view.ids.push(sent.dispatch.id.to_string());
            view.delivered |= sent.delivered.is_some();
            continue;
        }
        let view = SaidView {
            to: vec![name(state, sent.dispatch.party)],
            on: Some(sent.released_on.day().to_string()),
            ids: vec![sent.dispatch.id.to_string()],
            delivered: sent.delivered.is_some(),
            ..said(state, rendition)
        };
        views.push((sent.dispatch.party, sent.dispatch.carries, view));
    }
    views.into_iter().map(|(_, _, view)| view).collect()
}

fn rendition_of<'a>(item: &'a Item, sent: &Sent) -> Option<&'a Rendition> {
    match sent.dispatch.carries {
        Carries::Item { rendition } | Carries::Correction { rendition, .. } => item.rendition(rendition),
        Carries::Invocation { .. } => None,
    }
}

fn same_words(one: &Carries, other: &Carries) -> bool {
    match (one, other) {
        (Carries::Item { rendition: one }, Carries::Item { rendition: other })
        | (Carries::Correction { rendition: one, .. }, Carries::Correction { rendition: other, .. }) => one == other,
        _ => false,
    }
}
