//! What was found in a text before anything is done with it: where it stands, why it is shown, and what can be said instead.
//! It is for its author to judge; nothing here stands in anybody's way.

use maud::{Markup, html};
use office::view::{CheckView, WarningView};

use super::text::{Mark, marked_at, person};
use crate::page::Page;

/// What an act is warned of, and what its text touches; or that nothing was found.
pub(crate) fn warned(page: &Page<'_>, warnings: &[WarningView], found: &CheckView) -> Markup {
    html! {
        @if warnings.is_empty() && found.findings.is_empty() {
            p.clean { (page.t("look-clean")) }
        } @else {
            section.known aria-labelledby="warnings" {
                h2 #warnings { (page.t("known")) }
                ul {
                    @for one in warnings { li { (warning(page, one)) } }
                    @for one in &found.findings {
                        li {
                            (page.say.word("touches", &one.touches)) ": " (person(&one.words))
                            @if !one.items.is_empty() { " (" (numbered(page, found, &one.items)) ")" }
                        }
                    }
                }
            }
        }
    }
}

/// The warnings alone, under a title.
pub(crate) fn weighed(page: &Page<'_>, title: &str, warnings: &[&WarningView]) -> Markup {
    html! {
        section.known aria-labelledby="warnings" {
            h2 #warnings { (page.t(title)) }
            ul { @for one in warnings { li { (warning(page, one)) } } }
        }
    }
}

/// One warning, with the words concerned, why they are shown and what can be said instead.
fn warning(page: &Page<'_>, one: &WarningView) -> Markup {
    html! {
        // A reason for which it would be refused is no warning, and is said already.
        @if one.kind.is_empty() { (one.why) } @else { (page.say.word("warns", &one.kind)) }
        @if !one.words.is_empty() {
            ul {
                @for word in &one.words {
                    li {
                        strong { (person(&word.word)) }
                        @if let Some(kind) = &word.kind { " — " (page.say.word("commits", kind)) "." }
                        @if let Some(instead) = &word.instead { " " (page.t("look-instead")) " " (person(instead)) }
                    }
                }
            }
        }
    }
}

/// Links to the items that a finding names.
fn numbered(page: &Page<'_>, found: &CheckView, ids: &[String]) -> Markup {
    let numbers: Vec<u32> = ids.iter().filter_map(|id| found.numbers.get(id).copied()).collect();
    html! { @for (at, no) in numbers.iter().enumerate() { @if at > 0 { ", " } (page.item_link(*no)) } }
}

/// A text with the places marked that were found in it. `touches`: also what touches that of which nothing may be said.
pub(crate) fn text(page: &Page<'_>, text: &str, found: &CheckView, touches: bool) -> Markup {
    marked_at(text, places(page, found, touches))
}

/// The places themselves.
pub(crate) fn places(page: &Page<'_>, found: &CheckView, touches: bool) -> Vec<Mark> {
    let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
    let commits =
        found.commits.iter().map(|one| Mark { from: one.from, to: one.to, title: page.say.word("commits", &one.kind) });
    let marks =
        found.marks.iter().map(|one| Mark { from: one.from, to: one.to, title: page.say.word("mark", &one.kind) });
    let touching = found.findings.iter().filter(|_| touches).map(|one| Mark {
        from: place(one.from),
        to: place(one.to),
        title: page.say.word("touches", &one.touches),
    });
    touching.chain(commits).chain(marks).collect()
}
