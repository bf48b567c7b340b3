//! What is no item, on a terminal: pairs, proposals, offers, readouts, questions, texts, notes, conflicts.

use office::view::{FindingView, MatchView, NoteView, PairView, ProposalView, ReadoutView, View};

use super::{safe, say, set_in, short};
use crate::failure::Failure;

/// How many characters of a text a line of a list shows.
const FIRST_WORDS: usize = 60;
/// How many notes a list shows: the latest.
const NOTES: usize = 10;

/// Everything that is no item, a line each; nothing where there is nothing.
pub(crate) fn matters(view: &View) {
    for pair in &view.pairs {
        say(&format!("pair {}: {}", pair.no, pair.state));
    }
    for one in &view.proposals {
        say(&format!("proposal {}: {}, {} options, shown at {}", one.no, one.state, one.options.len(), one.reveal_at));
    }
    for offer in &view.offers {
        say(&format!("offer {}: {}, {}", offer.no, offer.state, short(&offer.text, FIRST_WORDS)));
    }
    for one in &view.readouts {
        let own = if one.own { ", this party's own" } else { "" };
        say(&format!("readout {}: {}{own}, {}", one.no, one.state, short(&one.text, FIRST_WORDS)));
    }
    for one in &view.questions {
        let reply = one.reply.as_ref().map_or_else(|| "no reply yet".to_owned(), |reply| short(reply, FIRST_WORDS));
        say(&format!("question {}: {} ({reply})", one.no, short(&one.text, FIRST_WORDS)));
    }
    for one in &view.texts {
        say(&format!("text {}: version {}, {} comments", one.no, one.versions.len(), one.comments.len()));
    }
    for note in view.notes.iter().rev().take(NOTES).rev() {
        let about = note.occasion.as_ref().or(note.words.as_ref()).map(|text| short(text, FIRST_WORDS));
        say(&format!("note {}: {} of {}, {}", note.no, note.kind, note.on, about.unwrap_or_default()));
    }
    for conflict in &view.conflicts {
        let about = view.number_of(&conflict.item).unwrap_or_default();
        let asked = if conflict.asked { "; its principal was asked" } else { "" };
        let said = conflict.said.iter().map(|said| safe(&said.sentence)).collect::<Vec<_>>().join("; ");
        say(&format!("conflict of {} about item {about}: {said}{asked}", safe(&conflict.party)));
    }
}

/// One of them, whole, by its kind and number.
pub(crate) fn matter(view: &View, kind: &str, no: u32) -> Result<(), Failure> {
    let missing = || Failure::given(format!("there is no {kind} {no} here: `inbox` shows their numbers"));
    match kind {
        "pair" => pair(view, view.pairs.iter().find(|one| one.no == no).ok_or_else(missing)?),
        "proposal" => proposal(view.proposals.iter().find(|one| one.no == no).ok_or_else(missing)?),
        "offer" => {
            let offer = view.offers.iter().find(|one| one.no == no).ok_or_else(missing)?;
            say(&format!("Offer {}, {}, lapses {}\n    {}", offer.no, offer.state, offer.lapses, set_in(&offer.text)));
            offer.answers.iter().for_each(|answer| say(&format!("  {}", safe(answer))));
        }
        "readout" => readout(view, view.readouts.iter().find(|one| one.no == no).ok_or_else(missing)?),
        "question" => {
            let one = view.questions.iter().find(|one| one.no == no).ok_or_else(missing)?;
            let to = one.to.as_ref().map(|to| format!(" to {}", safe(to))).unwrap_or_default();
            say(&format!("Question {}{to}, awaited until {}\n    {}", one.no, one.lapses, set_in(&one.text)));
            one.reply.iter().for_each(|reply| say(&format!("  reply:\n    {}", set_in(reply))));
        }
        "text" => {
            let one = view.texts.iter().find(|one| one.no == no).ok_or_else(missing)?;
            say(&format!("Text {}: the desk's own, of no side", one.no));
            for version in &one.versions {
                say(&format!("  version {}:\n    {}", version.version, set_in(&version.words)));
            }
            for comment in &one.comments {
                let (by, version) = (safe(&comment.by.sentence), comment.version);
                say(&format!("  comment of {by} on version {version}:\n    {}", set_in(&comment.words)));
            }
        }
        "note" => note(view, view.notes.iter().find(|one| one.no == no).ok_or_else(missing)?),
        _ => {
            return Err(Failure::given(format!(
                "\"{kind}\" is nothing that can be shown: name an item's number alone, or a pair, proposal, offer, readout, question, text or note with its number"
            )));
        }
    }
    Ok(())
}

fn named(view: &View, ids: &[String]) -> String {
    let numbers: Vec<String> =
        ids.iter().map(|id| view.number_of(id).map_or_else(|| "?".to_owned(), |no| no.to_string())).collect();
    numbers.join(", ")
}

fn pair(view: &View, pair: &PairView) {
    say(&format!("Pair {}, {}", pair.no, pair.state));
    pair.lapses.iter().for_each(|lapses| say(&format!("  lapses        {lapses}")));
    if !pair.lodged.is_empty() {
        say(&format!("  lodged by     {}", safe(&pair.lodged.join(", "))));
    }
    if !pair.items.is_empty() {
        say(&format!("  declarations  items {}", named(view, &pair.items)));
    }
}

fn proposal(one: &ProposalView) {
    say(&format!("Proposal {} (number {} of its channel), {}", one.no, one.number, one.state));
    one.subject.iter().for_each(|subject| say(&format!("  subject       {}", safe(subject))));
    say(&format!("  opened from   {}", one.opens_at));
    say(&format!("  shown at      {}", one.reveal_at));
    for (number, option) in (1_u32..).zip(&one.options) {
        say(&format!("  option {number}:\n    {}", set_in(option)));
    }
    let list = |numbers: &[u8]| match numbers {
        [] => "none".to_owned(),
        numbers => numbers.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
    };
    one.takes.iter().for_each(|takes| say(&format!("  you would take: {}", list(takes))));
    for answer in &one.answers {
        let takes = answer.takes.as_ref().map(|takes| format!(" would take: {}", list(takes)));
        say(&format!("  {}{}", safe(&answer.party), takes.unwrap_or_else(|| " has answered".to_owned())));
    }
    one.common.iter().for_each(|common| say(&format!("  what all would take: {}", list(common))));
}

fn readout(view: &View, one: &ReadoutView) {
    say(&format!("Readout {}, {}, draft {}", one.no, one.state, one.revision));
    if !one.concerns.is_empty() {
        say(&format!("  concerns      {}", safe(&one.concerns.join(", "))));
    }
    if !one.mentions.is_empty() {
        say(&format!("  mentions      items {}", named(view, &one.mentions)));
    }
    one.published_on.iter().for_each(|on| say(&format!("  published on  {on}")));
    say(&format!("    {}", set_in(&one.text)));
    for said in &one.clearances {
        let what = if said.cleared { "cleared it" } else { "objects" };
        let reason = said.reason.as_ref().map(|reason| format!(": {}", safe(reason))).unwrap_or_default();
        say(&format!("  {} {what}{reason}", safe(&said.party)));
    }
    findings(view, &one.findings);
    one.signature.iter().for_each(|signature| say(signature.trim_end()));
}

/// Places that touch what may not be spoken of.
pub(crate) fn findings(view: &View, findings: &[FindingView]) {
    for one in findings {
        let of = if one.items.is_empty() { String::new() } else { format!(" of item {}", named(view, &one.items)) };
        say(&format!("  touches a {}{of}: \"{}\"", one.touches, safe(&one.words)));
    }
}

fn note(view: &View, note: &NoteView) {
    let officer = note.officer.as_ref().map(|officer| format!(", noted by {}", safe(officer))).unwrap_or_default();
    say(&format!("Note {}: {} of {}{officer}", note.no, note.kind, note.on));
    note.occasion.iter().for_each(|occasion| say(&format!("  where         {}", safe(occasion))));
    if note.kind != "exposure" && !note.items.is_empty() {
        say(&format!("  of            items {}", named(view, &note.items)));
    }
    note.words.iter().for_each(|words| say(&format!("    {}", set_in(words))));
    matches(view, &note.matches);
}

/// What a press text matches, likest first. Who was told is no verdict on who passed it on.
pub(crate) fn matches(view: &View, matches: &[MatchView]) {
    for one in matches {
        let no = view.number_of(&one.item).map_or_else(|| "?".to_owned(), |no| no.to_string());
        let text = if one.authentic { "authentic text" } else { "released words" };
        let told = safe(&one.told.join(", "));
        say(&format!("  item {no}, {} of 100, its {text}; these words were known to: {told}", one.likeness));
        for place in &one.places {
            say(&format!("    \"{}\"", safe(&place.words)));
        }
    }
}
