//! Reading the whole file: its head, the desk, parties, channels, then steps in order, then expectations.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::{DeTable, DeValue};

use super::keys::{Keys, Slot, Text};
use super::known::Known;
use super::malformed::{At, Fault, Faults, Malformed, meant};
use super::read_act::{Reading, act};
use super::time::{later, span};
use super::verbs::{Side, VERBS};
use super::words::{Status, Word};
use super::{Actor, Cadence, Channel, Desk, Expectation, Expected, Party, Scenario, Step, Witness};

/// The shortest text that is looked for at the hub, in bytes. What it keeps is noise, and of megabytes of noise one in a
/// quarter of a thousand million has a given text of that length.
const HUB_LEAST: usize = 6;

/// The words that name actors and places, which no party may take.
const RESERVED: [&str; 5] = ["clock", "desk", "fault", "hub", "public"];

pub(super) fn scenario(file: &str, text: &str) -> Result<Scenario, Malformed> {
    let faults = Faults::of(text);
    let malformed = |faults| Malformed { file: file.to_owned(), faults };
    let root = DeTable::parse(text).map_err(|error| {
        let at = At(error.span().map_or(0, |span| span.start));
        malformed(vec![Fault { line: faults.line(at), what: format!("not TOML: {}", error.message()) }])
    })?;
    let scenario = whole(file, &faults, root.get_ref());
    let found = faults.into_found();
    if found.is_empty() { Ok(scenario) } else { Err(malformed(found)) }
}

/// Reads everything, with a stand-in for each value that has a fault.
fn whole(file: &str, faults: &Faults, root: &DeTable<'_>) -> Scenario {
    let mut keys = Keys::of(faults, "the file", At(0), root);
    let title = keys.needed("title", "what it shows").text().unwrap_or_default();
    let rows = keys.given("rows").texts().unwrap_or_default();
    rows.iter().filter(|row| !is_row(&row.text)).for_each(|row| {
        faults.add(row.at, format!("`rows`: \"{}\" is no row of the mission, such as A1 or H5", row.text));
    });
    let starts = keys.needed("starts", "the time at which the scenario clock begins").time().unwrap_or_default();
    let cadence = cadence(&keys.given("cadence"));
    let mut known = Known::of(faults);
    let desk = keys.needed("desk", "the intermediary, as a table [desk] with its name");
    if let Some(desk) = desk.table("the desk") {
        known.desk = read_desk(desk);
    }
    let parties = read_parties(keys.tables("party", "party"), &mut known);
    let channels = keys.tables("channel", "channel");
    read_channels(channels, &mut known);
    sight_steps(root, &mut known);
    let steps = read_steps(keys.tables("step", "step"), starts, &mut known);
    let expectations = read_expectations(keys.tables("expect", "expectation"), steps.len(), &known);
    keys.end();
    Scenario {
        file: file.to_owned(),
        title,
        rows: rows.into_iter().map(|row| row.text).collect(),
        starts,
        cadence,
        desk: known.desk,
        parties,
        channels: known.channels,
        steps,
        expectations,
    }
}

/// A row of the mission: a letter from A to H and a number.
fn is_row(row: &str) -> bool {
    let mut chars = row.chars();
    let letter = chars.next().is_some_and(|letter| ('A'..='H').contains(&letter));
    letter && chars.as_str().parse::<u8>().is_ok_and(|number| number > 0) && !chars.as_str().starts_with(['0', '+'])
}

fn cadence(slot: &Slot<'_>) -> Cadence {
    let Some(text) = slot.text() else { return Cadence::Prompt };
    let beat = text.strip_prefix("beat ").and_then(|every| span(every.trim()).ok()).filter(|every| *every > 0);
    match (text.as_str(), beat) {
        ("prompt", _) => Cadence::Prompt,
        (_, Some(every)) => Cadence::Beat(every),
        _ => {
            slot.fault(format_args!("\"{text}\" is no cadence: there is \"prompt\", and a beat such as \"beat 10m\""));
            Cadence::Prompt
        }
    }
}

/// An id that may stand in `by` and in a path: letters, digits, `-`, `_` and `.`, not first.
fn id(slot: &Slot<'_>) -> String {
    let id = slot.text().unwrap_or_default();
    if slot.is_there() && !is_id(&id) {
        slot.fault(format_args!(
            "\"{id}\" is no id: letters, digits, `-`, `_` and `.` make one, and it begins with none of these three"
        ));
    }
    id
}

pub(super) fn is_id(id: &str) -> bool {
    id.starts_with(char::is_alphanumeric) && id.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c))
}

fn read_desk(mut keys: Keys<'_>) -> Desk {
    let name = keys.needed("name", "what the parties call the intermediary").text().unwrap_or_default();
    let officers = keys.given("officers");
    let names = officers.some_names();
    for officer in names.iter().flatten().filter(|officer| !is_id(&officer.text)) {
        officers.fault(format_args!("\"{}\" is no id of an officer", officer.text));
    }
    let officers = names.filter(|names| !names.is_empty());
    let officers =
        officers.map_or(vec!["desk".to_owned()], |names| names.into_iter().map(|officer| officer.text).collect());
    let two_officers = keys.given("two_officers").truth().unwrap_or(false);
    keys.end();
    Desk { name, officers, two_officers }
}

fn read_parties(tables: Vec<Keys<'_>>, known: &mut Known<'_>) -> Vec<Party> {
    let mut read = Vec::new();
    for mut keys in tables {
        let slot = keys.needed("id", "what the scenario calls the party");
        let id = id(&slot);
        if RESERVED.contains(&id.as_str()) {
            slot.fault(format_args!("`{id}` is not a party's to take"));
        } else if known.parties.contains(&id) {
            slot.fault(format_args!("another party has the id `{id}` already"));
        }
        known.parties.push(id.clone());
        let name = keys.needed("name", "what the party is called").text().unwrap_or_default();
        let principal = keys.needed("principal", "the title of who speaks for it").text().unwrap_or_default();
        let calls = keys.given("calls").entries().unwrap_or_default();
        keys.end();
        read.push((Party { id, name, principal, names_for: BTreeMap::new() }, calls));
    }
    // What a party is shown may name one that stands further down.
    let mut parties = Vec::new();
    for (mut party, calls) in read {
        for (other, called) in calls {
            known.must_be_party(&other);
            let called = called.text().unwrap_or_default();
            party.names_for.insert(other.text, called);
        }
        parties.push(party);
    }
    parties
}

fn read_channels(tables: Vec<Keys<'_>>, known: &mut Known<'_>) {
    for mut keys in tables {
        let slot = keys.needed("id", "what the scenario calls the channel");
        let id = id(&slot);
        if known.channels.iter().any(|channel| channel.id == id) {
            slot.fault(format_args!("another channel has the id `{id}` already"));
        }
        let slot = keys.needed("parties", "the ids of its two to six parties");
        let parties = slot.names().unwrap_or_default();
        let all_known = parties.iter().filter(|party| known.must_be_party(party)).count() == parties.len();
        if slot.is_there() && all_known && !(2..=6).contains(&parties.len()) {
            slot.fault(format_args!("a channel has two to six parties, not {}", parties.len()));
        }
        let status = keys.given("status").words::<Status>();
        let all = || Status::SPELLINGS.iter().map(|(_, status)| *status).collect();
        let status = status.unwrap_or_else(all);
        keys.end();
        known.channels.push(Channel { id, parties: parties.into_iter().map(|party| party.text).collect(), status });
    }
}

fn sight_steps(root: &DeTable<'_>, known: &mut Known<'_>) {
    let steps = root.iter().find(|(key, _)| *key.get_ref() == "step").and_then(|(_, steps)| steps.get_ref().as_array());
    for (number, step) in (1..).zip(steps.into_iter().flatten()) {
        if let DeValue::Table(step) = step.get_ref() {
            known.sight(number, step);
        }
    }
}

fn read_steps(tables: Vec<Keys<'_>>, starts: i64, known: &mut Known<'_>) -> Vec<Step> {
    let mut clock = starts;
    let mut steps = Vec::new();
    for (number, mut keys) in (1..).zip(tables) {
        known.reading = number;
        let id = keys.given("id").text();
        let at = step_time(&mut keys, clock);
        clock = clock.max(at);
        let expect = expected(&keys.given("expect"));
        let by = keys.needed("by", "who acts").spanned_text();
        let verb = keys.needed("do", "what is done").spanned_text();
        let Some((by, verb)) = by.zip(verb) else { continue };
        keys.rename(format!("step {number} (`{}`)", verb.text));
        let actor = known.actor(&by);
        let Some(actor) = actor.filter(|actor| has_verb(actor, &verb, known.faults)) else { continue };
        let line = known.faults.line(keys.at());
        let reading = Reading { actor: &actor, now: at, number, line, refused: matches!(expect, Expected::Refused(_)) };
        let Some(act) = act(&mut keys, known, &reading, &verb.text) else { continue };
        keys.end();
        let step = Step { number, id, line, at, by: actor, by_as_written: by.text, act, expect };
        clock = clock.max(step.ends());
        if later(clock, 0).is_err() {
            known.faults.add(verb.at, "passes beyond what any calendar tells");
        }
        steps.push(step);
    }
    steps
}

/// When a step happens, the clock standing at `clock`.
fn step_time(keys: &mut Keys<'_>, clock: i64) -> i64 {
    let at = keys.given("at");
    let after = keys.given("after");
    if at.is_there() && after.is_there() {
        after.fault("a step has `at` or `after`, not both");
    }
    if let Some(at_time) = at.time() {
        if at_time < clock {
            at.fault("the scenario clock stands later already, and does not go back");
        }
        return at_time;
    }
    after.span().map_or(clock, |span| {
        later(clock, span).unwrap_or_else(|bad| {
            after.fault(bad);
            clock
        })
    })
}

fn expected(slot: &Slot<'_>) -> Expected {
    let Some(text) = slot.text() else { return Expected::Done };
    match (text.as_str(), text.strip_prefix("refused:").map(str::trim)) {
        ("done", _) => Expected::Done,
        ("refused", _) => Expected::Refused(String::new()),
        (_, Some(reason)) if !reason.is_empty() => Expected::Refused(reason.to_owned()),
        _ => {
            let what = "there is \"done\", \"refused\" and \"refused: part of the reason\"";
            slot.fault(format_args!("\"{text}\" is no outcome: {what}"));
            Expected::Done
        }
    }
}

/// Whether a verb is one of the actor's.
fn has_verb(actor: &Actor, verb: &Text, faults: &Faults) -> bool {
    let side = match actor {
        Actor::Principal(_) | Actor::Envoy { .. } => Side::Party,
        Actor::Desk { .. } => Side::Desk,
        Actor::Clock => Side::Clock,
        Actor::Public => Side::Public,
        Actor::Fault => Side::Fault,
    };
    let whose: Vec<Side> = VERBS.iter().filter(|(_, name, _)| *name == verb.text).map(|(whose, _, _)| *whose).collect();
    if whose.contains(&side) {
        return true;
    }
    if let Some(whose) = whose.first() {
        faults.add(verb.at, format!("`{}` is what {whose} does, not {side}", verb.text));
    } else {
        let own = VERBS.iter().filter(|(of, _, _)| *of == side).map(|(_, name, _)| *name);
        faults.add(verb.at, format!("{side} has no verb `{}`: {}", verb.text, meant(&verb.text, own)));
    }
    false
}

fn read_expectations(tables: Vec<Keys<'_>>, steps: usize, known: &Known<'_>) -> Vec<Expectation> {
    let mut expectations = Vec::new();
    for (number, mut keys) in (1..).zip(tables) {
        let line = known.faults.line(keys.at());
        let after = keys.given("after").spanned_text().and_then(|id| known.step(&id)).unwrap_or(steps);
        let who = keys.needed("who", "through whose eyes").spanned_text().and_then(|who| known.witness(&who));
        let sees = texts(&keys.given("sees"), known.faults);
        let never = texts(&keys.given("never"), known.faults);
        let slot = keys.given("outstanding");
        let outstanding = slot.names();
        outstanding.iter().flatten().for_each(|name| known.must_be_sighted(name));
        if outstanding.is_some() && who == Some(Witness::Public) {
            slot.fault("nothing waits for the public to act");
        }
        if who == Some(Witness::Hub) {
            if !sees.is_empty() || outstanding.is_some() {
                let what = "the hub shows nothing and nothing waits for it: it has `never` alone";
                known.faults.add(keys.at(), format!("expectation {number}: {what}"));
            }
            for text in never.iter().filter(|text| text.len() < HUB_LEAST) {
                let what = format!("\"{text}\" is so short that noise has it by chance: {HUB_LEAST} bytes at least");
                known.faults.add(keys.at(), format!("expectation {number}: {what}"));
            }
        }
        if sees.is_empty() && never.is_empty() && outstanding.is_none() && !keys.has_unknown() {
            let what = format!("expectation {number} expects nothing: it needs `sees`, `never` or `outstanding`");
            known.faults.add(keys.at(), what);
        }
        keys.end();
        let Some(who) = who else { continue };
        let outstanding =
            outstanding.map(|names| names.into_iter().map(|name| name.text).collect::<BTreeSet<String>>());
        expectations.push(Expectation { number, line, after, who, sees, never, outstanding });
    }
    expectations
}

fn texts(slot: &Slot<'_>, faults: &Faults) -> Vec<String> {
    let texts = slot.texts().unwrap_or_default();
    for text in texts.iter().filter(|text| text.text.is_empty()) {
        faults.add(text.at, "an empty text is in everything");
    }
    texts.into_iter().map(|text| text.text).collect()
}
