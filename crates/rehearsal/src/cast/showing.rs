//! What an office shows, as reports and expectations see it: items under their scenario names, and every other text.

use std::collections::BTreeMap;

use office::view as shown;
use serde_json::Value;

use crate::report::{ItemSide, ItemState, ItemView, OfferView, ProposalView, ReadoutView, View};

/// The scenario name of each id that is known.
pub(super) type Names = BTreeMap<String, String>;

fn named(names: &Names, id: &str) -> String {
    names.get(id).cloned().unwrap_or_else(|| id.to_owned())
}

/// Numbers of options, or that there is none.
fn numbers(options: &[u8]) -> String {
    if options.is_empty() {
        return "nothing".to_owned();
    }
    options.iter().map(u8::to_string).collect::<Vec<_>>().join(", ")
}

/// What an office shows, as the report has it.
pub(super) fn view(names: &Names, view: &shown::View) -> View {
    let mut beside: Vec<String> = Vec::new();
    let mut say = |text: &str| {
        if !text.is_empty() {
            beside.push(text.to_owned());
        }
    };
    for item in &view.items {
        let more = [&item.scope, &item.on_behalf_of, &item.carrier, &item.language, &item.reason];
        more.into_iter().flatten().for_each(|text| say(text));
        item.reservations.iter().chain(&item.to).for_each(|text| say(text));
        say(&item.precedence);
        item.handling.iter().chain(&item.not_before).chain(&item.not_after).for_each(|text| say(text));
        if item.side == "confided" {
            say("confided");
        }
        item.disclosure.iter().for_each(|disclosure| say(&format!("disclosure: {disclosure}")));
        let ties =
            [("reaffirms", &item.reaffirms), ("supersedes", &item.supersedes), ("superseded by", &item.superseded_by)];
        for (how, tied) in ties {
            tied.iter().for_each(|id| say(&format!("{how} {}", named(names, id))));
        }
        for said in item.renditions.iter().chain(&item.to_approve).chain(&item.conveyed).chain(&item.corrected) {
            say(&said.words);
            let lists = said.to.iter().chain(&said.conditions).chain(&said.reservations);
            lists.chain(&said.scope).chain(&said.label).chain(&said.on).for_each(|text| say(text));
        }
        for condition in &item.invoked {
            say(&format!("condition {condition} was invoked"));
        }
        for one in &item.dispositions {
            say(&format!("{}: {}", one.party, one.disposition));
        }
        let tied = [&item.same_as].into_iter().flatten().chain(&item.maybe_same);
        tied.for_each(|id| say(&format!("may be the same as {}", named(names, id))));
        [&item.own].into_iter().flatten().for_each(|text| say(text));
        let warnings = item.warnings.iter().map(|warning| &warning.sentence);
        item.keep_ambiguous
            .iter()
            .chain(warnings)
            .chain(item.officers.iter().map(|hand| &hand.sentence))
            .for_each(|text| say(text));
        for office in &item.read_at {
            say(&format!("read at {office}"));
        }
        if item.to_several {
            say("one text to several");
        }
        if item.unconfirmed {
            say("unconfirmed");
        }
        for translation in item.translations.iter().chain(item.conveyed.iter().flat_map(|said| &said.translations)) {
            [&translation.text, &translation.grade, &translation.translator, &translation.language]
                .into_iter()
                .for_each(|text| say(text));
        }
    }
    for pair in &view.pairs {
        say(&format!("pair {}: {}", named(names, &pair.pair), pair.state));
        pair.lapses.iter().for_each(|text| say(text));
    }
    for proposal in &view.proposals {
        proposal.subject.iter().chain([&proposal.opens_at, &proposal.reveal_at]).for_each(|text| say(text));
        let name = named(names, &proposal.proposal);
        say(&format!("{name}: {}", proposal.state));
        proposal.common.iter().for_each(|common| say(&format!("{name}: all would take {}", numbers(common))));
        for answer in &proposal.answers {
            match &answer.takes {
                Some(takes) => say(&format!("{name}: {} would take {}", answer.party, numbers(takes))),
                None => say(&format!("{name}: {} has answered", answer.party)),
            }
        }
    }
    for offer in &view.offers {
        offer.answers.iter().chain([&offer.lapses]).for_each(|text| say(text));
    }
    for readout in &view.readouts {
        for finding in &readout.findings {
            say(&format!("{}: {}", finding.touches, finding.words));
        }
        for said in &readout.clearances {
            say(&format!("{}: {}", said.party, if said.cleared { "cleared" } else { "objected-to" }));
            said.reason.iter().for_each(|text| say(text));
        }
    }
    for text in &view.texts {
        text.versions.iter().for_each(|version| say(&version.words));
        for comment in &text.comments {
            say(&comment.by.sentence);
            say(&comment.words);
        }
    }
    view.interests.iter().for_each(|interest| say(&interest.words));
    for note in &view.notes {
        say(&note.kind);
        note.occasion.iter().chain(&note.words).for_each(|text| say(text));
        note.items.iter().for_each(|id| say(&format!("{} of {}", note.kind, named(names, id))));
        for one in &note.matches {
            say(&format!("matches {} by {}", named(names, &one.item), one.likeness));
            one.told.iter().for_each(|party| say(&format!("{} had been told: {party}", named(names, &one.item))));
            one.places.iter().for_each(|place| say(&place.words));
        }
    }
    for conflict in &view.conflicts {
        say(&format!("conflict about {}: {}", named(names, &conflict.item), conflict.party));
        if conflict.asked {
            say(&format!("{} was asked about {}", conflict.party, named(names, &conflict.item)));
        }
        conflict.said.iter().for_each(|said| say(&said.sentence));
    }
    view.alarm.iter().for_each(|text| say(&format!("alarm: {text}")));
    for channel in &view.channels {
        say(&channel.name);
        channel.co_mediators.iter().for_each(|text| say(text));
        channel.status.iter().for_each(|text| say(text));
        channel.others.iter().for_each(|other| say(&other.label));
    }
    for question in &view.questions {
        say(&question.text);
        say(&question.lapses);
        question.reply.iter().chain(&question.to).for_each(|text| say(text));
    }
    for mandate in view.mandates.iter().chain(view.parties.iter().flat_map(|party| &party.mandates)) {
        say(&mandate.envoy);
        say(&mandate.title);
        mandate.may.iter().chain(&mandate.until).for_each(|text| say(text));
        if mandate.countersign {
            say("countersign");
        }
        if mandate.revoked {
            say("revoked");
        }
    }
    for party in &view.parties {
        say(&party.name);
        say(&party.principal);
        party.address.iter().for_each(|text| say(text));
    }
    say(&view.office.name);
    let office = &view.office;
    [&office.desk, &office.principal, &office.envoy].into_iter().flatten().for_each(|text| say(text));
    for refusal in &view.refusals {
        say(&refusal.reason);
    }
    View {
        items: view.items.iter().map(|item| item_view(names, item)).collect(),
        outstanding: view.outstanding.iter().map(|matter| named(names, &matter.id)).collect(),
        proposals: view.proposals.iter().map(|one| proposal_view(names, one)).collect(),
        offers: view
            .offers
            .iter()
            .map(|one| OfferView { offer: named(names, &one.offer), text: one.text.clone(), state: one.state.clone() })
            .collect(),
        readouts: view
            .readouts
            .iter()
            .map(|one| ReadoutView {
                readout: named(names, &one.readout),
                text: one.text.clone(),
                state: one.state.clone(),
            })
            .collect(),
        warnings: view.warnings.iter().map(|warning| warning.sentence.clone()).collect(),
        line: line_word(&view.lines),
        beside,
    }
}

fn proposal_view(names: &Names, one: &shown::ProposalView) -> ProposalView {
    ProposalView {
        proposal: named(names, &one.proposal),
        options: one.options.clone(),
        common: one.common.as_ref().map(|common| common.iter().map(|option| u32::from(*option)).collect()),
    }
}

fn item_view(names: &Names, item: &shown::ItemView) -> ItemView {
    let state = serde_json::from_value(Value::String(item.state.clone()));
    ItemView {
        item: named(names, &item.item),
        side: if matches!(item.side.as_str(), "received" | "lodged" | "confided") {
            ItemSide::Received
        } else {
            ItemSide::Sent
        },
        from: Some(item.from.sentence.clone()).filter(|from| !from.is_empty()),
        form: item.form.clone(),
        label: item.label.clone(),
        words: Some(item.words.clone()).filter(|words| !words.is_empty()),
        status: item.status.clone(),
        state: state.unwrap_or(ItemState::Lodged),
        disposition: item.disposition.clone(),
        conveyed_on: item.conveyed_on.clone(),
        as_of: item.as_of.clone(),
        lapses: Some(item.lapses.clone()),
        conditions: item.conditions.clone(),
        answers: item.answers.as_ref().map(|id| named(names, id)),
        fidelity_code: item.fidelity_code.clone(),
    }
}

/// Every text of a value, however deep; not the names of its fields.
pub(super) fn said(value: &Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text.clone()],
        Value::Array(all) => all.iter().flat_map(said).collect(),
        Value::Object(fields) => fields.values().flat_map(said).collect(),
        Value::Null | Value::Bool(_) | Value::Number(_) => Vec::new(),
    }
}

/// The worst of the lines' states, or `working`.
fn line_word(lines: &[shown::LineView]) -> String {
    ["broken", "silent", "waiting", "expired"]
        .into_iter()
        .find(|word| lines.iter().any(|line| line.state == *word))
        .unwrap_or("working")
        .to_owned()
}
