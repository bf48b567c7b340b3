//! The picture where there is no terminal: an event a line, its words and what belongs to them below it.

use super::{Event, Lanes, Tone, moment};
use crate::print::safe;

/// An event as lines.
pub(crate) fn lines(lanes: &Lanes, event: &Event) -> Vec<String> {
    let id = |lane: usize| lanes.ids().get(lane).map_or("", String::as_str);
    let way = if event.from == event.to {
        id(event.from).to_owned()
    } else {
        format!("{} -> {}", id(event.from), id(event.to))
    };
    let mark = if event.tone == Tone::Wrong { "NOT as expected: " } else { "" };
    let mut lines = vec![format!("{}  {way}: {mark}{}", moment(event.at, "%Y-%m-%d %H:%M"), safe(&event.what))];
    lines.extend(event.words.iter().map(|words| format!("    \"{}\"", safe(words))));
    lines.extend(event.beside.iter().map(|text| format!("    {}", safe(text))));
    lines
}
