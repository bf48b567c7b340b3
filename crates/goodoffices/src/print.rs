//! Everything that the program says to a person goes through here. Texts of persons are shown as text: control and
//! direction characters in them are made visible, so that no text can dress up as another or move the cursor.

use std::fmt::Write as _;
use std::io::Write as _;

use office::view::{ItemView, QuarantinedView, SaidView, View};
use serde::Serialize;

use crate::failure::Failure;

/// A line to standard output. A reader that has gone away is no fault.
pub(crate) fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// A line to standard error.
pub(crate) fn say_error(text: &str) {
    let _ = writeln!(std::io::stderr(), "goodoffices: {text}");
}

/// A value as JSON.
pub(crate) fn json<T: Serialize>(value: &T) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Failure::machine(error.to_string()))?;
    say(&text);
    Ok(())
}

/// A person's text, safe to show.
pub(crate) fn safe(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        let direction =
            matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
        match c {
            '\n' | '\t' => safe.push(c),
            c if c.is_control() || direction => {
                let _ = write!(safe, "<U+{:04X}>", u32::from(c));
            }
            c => safe.push(c),
        }
    }
    safe
}

/// All items of a view, a line each.
pub(crate) fn items(view: &View) {
    if view.items.is_empty() {
        say("There are no items yet.");
        return;
    }
    for item in &view.items {
        let first: String = safe(&item.words).lines().next().unwrap_or_default().chars().take(60).collect();
        let urgent = if item.precedence == "routine" { String::new() } else { format!(" [{}]", item.precedence) };
        say(&format!("{:>4}  {:<10} {:<20} {:<22}{urgent} {first}", item.no, item.side, item.state, safe(&item.from)));
    }
}

/// One item, whole.
pub(crate) fn item(view: &View, item: &ItemView) {
    let mut lines = vec![
        format!("Item {} ({}), {}", item.no, item.side, item.state),
        format!("  status block  {}", item.status.join(", ")),
        format!("  from          {}", safe(&item.from)),
    ];
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            lines.push(format!("  {name:<13} {}", safe(value).replace('\n', "\n                ")));
        }
    };
    let named = |id: &Option<String>| {
        let id = id.as_ref()?;
        let no = view.items.iter().find(|other| other.item == *id).map(|other| other.no);
        Some(no.map_or_else(|| "an item that is not here".to_owned(), |no| format!("item {no}")))
    };
    field("to", &item.to.join(", "));
    field("form", &item.form);
    field("label", item.label.as_deref().unwrap_or_default());
    field("precedence", &item.precedence);
    field("as of", item.as_of.as_deref().unwrap_or_default());
    field("lapses", &item.lapses);
    field("conveyed on", item.conveyed_on.as_deref().unwrap_or_default());
    field("on behalf of", item.on_behalf_of.as_deref().unwrap_or_default());
    field("carrier", item.carrier.as_deref().unwrap_or_default());
    field("handling", item.handling.as_deref().unwrap_or_default());
    field("answers", &named(&item.answers).unwrap_or_default());
    field("reaffirms", &named(&item.reaffirms).unwrap_or_default());
    field("supersedes", &named(&item.supersedes).unwrap_or_default());
    field("superseded by", &named(&item.superseded_by).unwrap_or_default());
    field("disposition", item.disposition.as_deref().unwrap_or_default());
    field("reason", item.reason.as_deref().unwrap_or_default());
    field("words", &item.words);
    for (number, condition) in (1..).zip(&item.conditions) {
        let invoked = if item.invoked.contains(&number) { " (invoked)" } else { "" };
        field(&format!("condition {number}"), &format!("{condition}{invoked}"));
    }
    for reservation in &item.reservations {
        field("reservation", reservation);
    }
    field("scope", item.scope.as_deref().unwrap_or_default());
    field("fidelity code", item.fidelity_code.as_deref().unwrap_or_default());
    say(&lines.join("\n"));
    said("Words that wait for approval", &item.to_approve);
    said("Conveyed", &item.conveyed);
    said("Corrected by the desk, oldest first", &item.corrected);
    for one in &item.dispositions {
        say(&format!("  {}: {}, {}", safe(&one.party), one.disposition, one.on));
    }
}

fn said(title: &str, all: &[SaidView]) {
    for one in all {
        let to = if one.to.is_empty() { String::new() } else { format!(" to {}", safe(&one.to.join(", "))) };
        let on = one.on.as_ref().map(|on| format!(", {on}")).unwrap_or_default();
        let label = one.label.as_ref().map(|label| format!(" ({label})")).unwrap_or_default();
        let corrects = if one.corrects { ", a correction" } else { "" };
        say(&format!("  {title}{to}{label}{on}{corrects}:\n    {}", safe(&one.words).replace('\n', "\n    ")));
        for (number, condition) in (1..).zip(&one.conditions) {
            let number: u32 = number;
            say(&format!("    condition {number}: {}", safe(condition)));
        }
    }
}

/// The state of the lines, and what should be known.
pub(crate) fn status(view: &View) {
    let office = &view.office;
    let who = match office.kind.as_str() {
        "desk" => format!("The desk of {}", safe(&office.name)),
        "envoy" => format!("{}, envoy {}", safe(&office.name), safe(office.envoy.as_deref().unwrap_or_default())),
        _ if office.name.is_empty() => "A party's office; the desk has not written yet".to_owned(),
        _ => safe(&office.name),
    };
    say(&who);
    if view.lines.is_empty() {
        say("No lines yet: invite a party.");
    }
    for line in &view.lines {
        let queue = if line.queue == 0 { String::new() } else { format!(", {} waiting", line.queue) };
        say(&format!("  line {} with {}: {}{queue}", line.line, safe(&line.with), line.state));
        if let Some(words) = &line.check_words {
            say(&format!("    check words, to compare by voice: {words}"));
        }
        if line.set_aside > 0 {
            say(&format!("    {} set aside", line.set_aside));
        }
        quarantine(&line.quarantine);
    }
    for channel in &view.channels {
        let others: Vec<String> =
            channel.others.iter().map(|other| format!("{} = {}", other.number, safe(&other.label))).collect();
        let closed = if channel.closed { ", closed" } else { "" };
        say(&format!("  channel {}{closed}: {}", safe(&channel.name), channel.status.join(", ")));
        if !others.is_empty() {
            say(&format!("    others: {}", others.join("; ")));
        }
    }
    outstanding(view);
    for question in view.questions.iter().filter(|question| question.reply.is_none()) {
        say(&format!("  question {}: {}", question.no, safe(&question.text)));
    }
    for warning in &view.warnings {
        say(&format!("  note: {}", safe(warning)));
    }
}

/// Why cells were set aside: each reason once, with how often and when last.
fn quarantine(cells: &[QuarantinedView]) {
    let mut reasons: Vec<(&str, usize, &str)> = Vec::new();
    for QuarantinedView { on, why } in cells {
        match reasons.iter_mut().find(|(known, ..)| known == why) {
            Some((_, often, last)) => (*often, *last) = (*often + 1, on),
            None => reasons.push((why, 1, on)),
        }
    }
    for (why, often, last) in reasons {
        say(&format!("    {why} ({often} of the last {}, most recently at {last})", cells.len()));
    }
}

/// What waits for an act of this office's own.
pub(crate) fn outstanding(view: &View) {
    if view.outstanding.is_empty() {
        say("Nothing is outstanding.");
        return;
    }
    say("Outstanding:");
    for matter in &view.outstanding {
        let no = matter.no.map_or_else(|| matter.id.clone(), |no| format!("item {no}"));
        say(&format!("  {no} waits for {}", matter.waits_for));
    }
}
