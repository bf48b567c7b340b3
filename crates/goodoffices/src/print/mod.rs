//! Everything that the program says to a person goes through here. Texts of persons are shown as text: what in them deceives
//! the eye, or moves a terminal's cursor, is made visible.

mod items;
mod matters;
mod status;

use std::io::Write as _;

use channel::matching::script;
use serde::Serialize;

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

/// A value as JSON.
pub(crate) fn json<T: Serialize>(value: &T) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|error| Failure::machine(error.to_string()))?;
    say(&text);
    Ok(())
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
pub(crate) fn warnings(made: &serde_json::Value) {
    let warnings = made.get("warnings").and_then(serde_json::Value::as_array);
    for warning in warnings.into_iter().flatten().filter_map(serde_json::Value::as_str) {
        say(&format!("note: {}", safe(warning)));
    }
}
