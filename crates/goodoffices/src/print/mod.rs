//! Everything that the program says to a person goes through here. Texts of persons are shown as text: what in them deceives
//! the eye, or moves a terminal's cursor, is made visible.

mod items;
mod matters;
mod status;

use std::io::Write as _;

use channel::matching::script;
use serde::Serialize;
use serde_json::Value;

pub(crate) use items::{is_oral, is_shown, item, items, without_oral};
pub(crate) use matters::{findings, matches, matter, matters};
pub(crate) use status::{outstanding, status};

use crate::failure::Failure;

/// A line to standard output. A reader that has gone away is no fault.
pub(crate) fn say(text: &str) {
    let _ = writeln!(std::io::stdout(), "{text}");
}

/// A line to standard error.
pub(crate) fn say_error(text: &str) {
    let _ = writeln!(std::io::stderr(), "goodoffices: {text}");
}

/// A value as JSON. What an office says of itself stands in it as on a terminal: as its sentence alone.
pub(crate) fn json<T: Serialize>(value: &T) -> Result<(), Failure> {
    let machine = |error: serde_json::Error| Failure::machine(error.to_string());
    let mut value = serde_json::to_value(value).map_err(machine)?;
    in_sentences(&mut value);
    let text = serde_json::to_string_pretty(&value).map_err(machine)?;
    say(&text);
    Ok(())
}

/// Puts the sentence in the place of whatever has one.
fn in_sentences(value: &mut Value) {
    match value {
        Value::Object(fields) => match fields.remove("sentence") {
            Some(sentence) => *value = sentence,
            None => fields.values_mut().for_each(in_sentences),
        },
        Value::Array(all) => all.iter_mut().for_each(in_sentences),
        _ => {}
    }
}

/// A person's text, safe to show: `⟦RLO⟧` in the place of a mark that turns what follows it round.
pub(crate) fn safe(text: &str) -> String {
    script::visible(text)
}

/// The same on one line, cut after so many characters.
pub(crate) fn short(text: &str, most: usize) -> String {
    let line = safe(text.lines().next().unwrap_or_default());
    let mut short: String = line.chars().take(most).collect();
    if short.len() < line.len() || text.lines().nth(1).is_some() {
        short.push('…');
    }
    short
}

/// A text set in under its heading.
fn set_in(text: &str) -> String {
    safe(text).replace('\n', "\n    ")
}

/// What an act made known, a line each.
pub(crate) fn warnings(made: &Value) {
    let warnings = made.get("warnings").and_then(Value::as_array);
    for warning in warnings.into_iter().flatten() {
        let sentence = warning.get("sentence").and_then(Value::as_str).unwrap_or_default();
        say(&format!("note: {}", safe(sentence)));
    }
}
