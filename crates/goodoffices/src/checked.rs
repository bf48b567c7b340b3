//! What was found in a text before anything is done with it: the same at a desk and at a party.

use office::control::Reply;
use office::view::View;

use crate::failure::Failure;
use crate::print;
use crate::session::unexpected;

/// Shows it.
pub(crate) fn show(reply: Reply, json: bool) -> Result<(), Failure> {
    let check = match reply {
        Reply::Checked(check) => check,
        other => return Err(unexpected(other)),
    };
    if json {
        return print::json(&check);
    }
    if check.findings.is_empty() && check.commits.is_empty() && check.marks.is_empty() {
        print::say("Nothing was found in it. Whether it may be said is for a person to judge.");
    }
    for one in &check.commits {
        let (word, instead) = (print::safe(&one.word), &one.instead);
        print::say(&format!("  {} at byte {}: \"{word}\": {}. Or: \"{instead}\"", one.kind, one.from, one.why));
    }
    for mark in &check.marks {
        print::say(&format!("  {} at byte {}: {}", mark.kind, mark.from, mark.why));
    }
    print::findings(&View { numbers: check.numbers, ..View::default() }, &check.findings);
    Ok(())
}
