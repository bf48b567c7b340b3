//! Items on a terminal.

use std::io::IsTerminal as _;

use office::view::{ItemView, SaidView, TranslationView, View};

use super::{safe, say, set_in, short};

/// How many characters of its words a line of a list shows.
const FIRST_WORDS: usize = 60;

/// Whether an item was conveyed as an oral message: its words are read on a screen, and go nowhere else.
pub(crate) fn is_oral(item: &ItemView) -> bool {
    item.side == "received" && item.form == channel::Form::OralMessage.word()
}

/// Whether a look at an item shows its words here.
pub(crate) fn is_shown(item: &ItemView) -> bool {
    !is_oral(item) || std::io::stdout().is_terminal()
}

/// The view without the words of oral messages, for whatever is no screen.
pub(crate) fn without_oral(view: View) -> View {
    let items = view.items.into_iter().map(|item| if is_oral(&item) { wordless(item) } else { item });
    View { items: items.collect(), ..view }
}

fn wordless(item: ItemView) -> ItemView {
    ItemView {
        words: String::new(),
        conditions: Vec::new(),
        reservations: Vec::new(),
        scope: None,
        translations: Vec::new(),
        corrected: Vec::new(),
        warnings: Vec::new(),
        fidelity_code: None,
        ..item
    }
}

/// Items, a line each.
pub(crate) fn items(view: &View) {
    if view.items.is_empty() {
        say(if view.total == 0 { "There are no items yet." } else { "There are no such items." });
    }
    for item in &view.items {
        let oral = is_oral(item);
        let first = if oral { "(oral: `show` it to read it)".to_owned() } else { short(&item.words, FIRST_WORDS) };
        let urgent = if item.precedence == "routine" { String::new() } else { format!(" [{}]", item.precedence) };
        say(&format!(
            "{:>4}  {:<10} {:<20} {:<22}{urgent} {first}",
            item.no,
            item.side,
            item.state,
            safe(&item.from.sentence)
        ));
    }
    if let Some(earlier) = view.earlier {
        say(&format!("      earlier ones: --before {earlier}"));
    }
}

/// One item, whole.
pub(crate) fn item(view: &View, item: &ItemView) {
    let withheld = !is_shown(item);
    let bare;
    let item = if withheld {
        bare = wordless(item.clone());
        &bare
    } else {
        item
    };
    let mut lines = vec![
        format!("Item {} ({}), {}", item.no, item.side, item.state),
        format!("  status block  {}", item.status.join(", ")),
        format!("  from          {}", safe(&item.from.sentence)),
    ];
    let mut field = |name: &str, value: &str| {
        if !value.is_empty() {
            lines.push(format!("  {name:<13} {}", safe(value).replace('\n', "\n                ")));
        }
    };
    let some = |value: &Option<String>| value.clone().unwrap_or_default();
    let named =
        |id: &str| view.number_of(id).map_or_else(|| "an item that is not here".to_owned(), |no| format!("item {no}"));
    let tie = |id: &Option<String>| id.as_deref().map(named).unwrap_or_default();
    field("to", &item.to.join(", "));
    field("form", &item.form);
    field("own words", &some(&item.own));
    field("label", &some(&item.label));
    field("precedence", &item.precedence);
    field("as of", &some(&item.as_of));
    field("not before", &some(&item.not_before));
    field("not after", &some(&item.not_after));
    field("lapses", &item.lapses);
    field("conveyed on", &some(&item.conveyed_on));
    field("on behalf of", &some(&item.on_behalf_of));
    field("carrier", &some(&item.carrier));
    field("language", &some(&item.language));
    field("disclosure", &some(&item.disclosure));
    field("handling", &some(&item.handling));
    if item.approve {
        field("approval", "its author approves the words before they are conveyed");
    }
    field("answers", &tie(&item.answers));
    field("reaffirms", &tie(&item.reaffirms));
    field("supersedes", &tie(&item.supersedes));
    field("superseded by", &tie(&item.superseded_by));
    field("the same as", &tie(&item.same_as));
    field("disposition", &some(&item.disposition));
    field("reason", &some(&item.reason));
    if item.to_several {
        field("to several", "the same text went to others too");
    }
    if item.unconfirmed {
        field("told by voice", "the desk wrote it down; its sender has not confirmed it");
    }
    if let Some(confirmed) = item.confirmed {
        field(
            "told by voice",
            if confirmed { "its sender confirmed it" } else { "its sender says that it did not say so" },
        );
    }
    if !item.maybe_same.is_empty() {
        let same: Vec<String> = item.maybe_same.iter().map(|id| named(id)).collect();
        field("the same?", &format!("it may be the same as {}: `same` or `distinct` settles it", same.join(", ")));
    }
    if withheld {
        field("words", "an oral message is read on a screen and goes nowhere else: show it in a terminal");
    }
    field("words", &item.words);
    for (number, condition) in (1..).zip(&item.conditions) {
        let invoked = if item.invoked.contains(&number) { " (invoked)" } else { "" };
        field(&format!("condition {number}"), &format!("{condition}{invoked}"));
    }
    for reservation in &item.reservations {
        field("reservation", reservation);
    }
    field("scope", &some(&item.scope));
    for passage in &item.keep_ambiguous {
        field("ambiguous", &format!("\"{passage}\": a translator keeps it so"));
    }
    field("fidelity code", &some(&item.fidelity_code));
    let read_at: Vec<&str> = item.read_at.iter().map(|office| office.sentence.as_str()).collect();
    field("read at", &read_at.join(", "));
    let officers: Vec<&str> = item.officers.iter().map(|hand| hand.sentence.as_str()).collect();
    field("officers", &officers.join("; "));
    say(&lines.join("\n"));
    translations(&item.translations);
    said("Words that wait for approval", &item.to_approve);
    said("Would be conveyed", &item.renditions);
    said("Conveyed", &item.conveyed);
    said("Corrected by the desk, oldest first", &item.corrected);
    for one in &item.dispositions {
        say(&format!("  {}: {}, {}", safe(&one.party), one.disposition, one.on));
    }
    for warning in &item.warnings {
        say(&format!("  note: {}", safe(&warning.sentence)));
    }
}

fn translations(all: &[TranslationView]) {
    for one in all {
        let by = if one.translator.is_empty() { String::new() } else { format!(" by {}", safe(&one.translator)) };
        say(&format!("  {} translation into {}{by}, {}:", one.grade, safe(&one.language), one.on));
        say(&format!("    {}", set_in(&one.text)));
    }
}

fn said(title: &str, all: &[SaidView]) {
    for one in all {
        let to = if one.to.is_empty() { String::new() } else { format!(" to {}", safe(&one.to.join(", "))) };
        let on = one.on.as_ref().map(|on| format!(", {on}")).unwrap_or_default();
        let label = one.label.as_ref().map(|label| format!(" ({label})")).unwrap_or_default();
        let corrects = if one.corrects { ", a correction" } else { "" };
        let from = one.shown_from.as_ref().map(|from| format!(", as from \"{}\"", safe(from))).unwrap_or_default();
        say(&format!("  {title}{to}{label}{from}{on}{corrects}:\n    {}", set_in(&one.words)));
        for (number, condition) in (1_u32..).zip(&one.conditions) {
            say(&format!("    condition {number}: {}", safe(condition)));
        }
        for reservation in &one.reservations {
            say(&format!("    reservation: {}", safe(reservation)));
        }
        if let Some(scope) = &one.scope {
            say(&format!("    scope: {}", safe(scope)));
        }
        translations(&one.translations);
    }
}
