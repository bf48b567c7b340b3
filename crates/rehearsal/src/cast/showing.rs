//! What an office shows, as reports and expectations see it: items under their scenario names, and every other text.

use std::collections::BTreeMap;

use office::view as shown;
use serde_json::Value;

use crate::report::{ItemSide, ItemState, ItemView, View};

/// The scenario name of each id that is known.
pub(super) type Names = BTreeMap<String, String>;

fn named(names: &Names, id: &str) -> String {
    names.get(id).cloned().unwrap_or_else(|| id.to_owned())
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
        for said in item.to_approve.iter().chain(&item.conveyed).chain(&item.corrected) {
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
    }
    for channel in &view.channels {
        say(&channel.name);
        channel.status.iter().for_each(|text| say(text));
        channel.others.iter().for_each(|other| say(&other.label));
    }
    for question in &view.questions {
        say(&question.text);
        question.reply.iter().chain(&question.to).for_each(|text| say(text));
    }
    for mandate in view.mandates.iter().chain(view.parties.iter().flat_map(|party| &party.mandates)) {
        say(&mandate.envoy);
        say(&mandate.title);
        if mandate.revoked {
            say("revoked");
        }
    }
    for party in &view.parties {
        say(&party.name);
        say(&party.principal);
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
        proposals: Vec::new(),
        offers: Vec::new(),
        readouts: Vec::new(),
        warnings: view.warnings.clone(),
        line: line_word(&view.lines),
        beside,
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
        from: Some(item.from.clone()).filter(|from| !from.is_empty()),
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

/// The worst of the lines' states, or `working`.
fn line_word(lines: &[shown::LineView]) -> String {
    ["broken", "silent", "waiting", "expired"]
        .into_iter()
        .find(|word| lines.iter().any(|line| line.state == *word))
        .unwrap_or("working")
        .to_owned()
}
