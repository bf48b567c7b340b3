//! How an office stands, on a terminal.

use office::view::{MandateView, OutstandingView, QuarantinedView, View};

use super::{safe, say};

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
        say(&format!("  line {} with {}: {}{queue}", line.line, safe(&line.with.sentence), line.state));
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
    for party in &view.parties {
        let address = party.address.as_ref().map(|address| format!(", addressed \"{}\"", safe(address)));
        let principal = safe(&party.principal);
        say(&format!("  party {}: {principal}{}", safe(&party.name), address.unwrap_or_default()));
        mandates(view, &party.mandates);
    }
    mandates(view, &view.mandates);
    if office.kind == "desk" && office.officers.len() > 1 {
        say(&format!("  officers: {}", safe(&office.officers.join(", "))));
    }
    for interest in &view.interests {
        say(&format!("  interest declared by the desk, {}: {}", interest.on, safe(&interest.words)));
    }
    if let Some(days) = view.retention {
        say(&format!("  words are erased {days} days after their end"));
    }
    outstanding(view);
    for warning in &view.warnings {
        say(&format!("  note: {}", safe(&warning.sentence)));
    }
}

/// Who may speak for a party, in what, and until when.
fn mandates(view: &View, mandates: &[MandateView]) {
    for one in mandates {
        let named =
            |id: &String| view.channels.iter().find(|channel| channel.channel == *id).map(|one| safe(&one.name));
        let channels: Vec<String> = one.channels.iter().filter_map(named).collect();
        let until = one.until.as_ref().map(|until| format!(", until {until}")).unwrap_or_default();
        let countersign = if one.countersign { ", countersigned by the principal" } else { "" };
        let revoked = if one.revoked { ", revoked" } else { "" };
        say(&format!(
            "    envoy {}, {}: {} in {}{until}{countersign}{revoked}",
            safe(&one.envoy),
            safe(&one.title),
            one.may.join(", "),
            channels.join(", ")
        ));
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

/// What waits for an act of this office's own, the most urgent first.
pub(crate) fn outstanding(view: &View) {
    if view.outstanding.is_empty() {
        say("Nothing is outstanding.");
        return;
    }
    say("Outstanding:");
    for precedence in channel::Precedence::ALL.iter().rev() {
        for matter in view.outstanding.iter().filter(|matter| matter.precedence == precedence.word()) {
            let urgent = match precedence {
                channel::Precedence::Routine => String::new(),
                urgent => format!("[{urgent}] "),
            };
            say(&format!("  {urgent}{} waits for {}: {}", called(view, matter), matter.waits_for, matter.why));
        }
    }
}

/// What a person calls a matter: its kind and number.
fn called(view: &View, matter: &OutstandingView) -> String {
    if let Some(no) = matter.no {
        return format!("item {no}");
    }
    let id = &matter.id;
    let proposals = view.proposals.iter().find(|one| one.proposal == *id).map(|one| format!("proposal {}", one.no));
    let offers = || view.offers.iter().find(|one| one.offer == *id).map(|one| format!("offer {}", one.no));
    let readouts = || view.readouts.iter().find(|one| one.readout == *id).map(|one| format!("readout {}", one.no));
    let questions = || view.questions.iter().find(|one| one.question == *id).map(|one| format!("question {}", one.no));
    proposals.or_else(offers).or_else(readouts).or_else(questions).unwrap_or_else(|| id.clone())
}
