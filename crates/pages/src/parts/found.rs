//! What was found in a text before anything is done with it: where it stands, why it is shown, and what can be said instead.
//! It is for its author to judge; nothing here stands in anybody's way.

use maud::{Markup, html};
use office::refused::Refused;
use office::view::{CheckView, WarningView};

use super::text::{Mark, in_line, marked_at, person, whose};
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

/// What should be known, in a list.
pub(crate) fn known(page: &Page<'_>, warnings: &[WarningView]) -> Markup {
    html! { ul { @for one in warnings { li { (warning(page, one)) } } } }
}

/// One warning: what it is of, what it is, with the words concerned, why they are shown and what can be said instead.
pub(crate) fn warning(page: &Page<'_>, one: &WarningView) -> Markup {
    html! {
        (of(page, one))
        // A reason for which it would be refused is no warning: nobody has tried it yet.
        @if !one.kind.is_empty() { (page.say.word("warns", &one.kind)) }
        @if let Some(refused) = &one.refused { " " (reason(page, refused)) }
        @if let Some(occasion) = &one.occasion { " " (person(occasion)) @if one.day.is_some() { (page.say.comma()) } }
        @if let Some(day) = &one.day { " " (page.say.day(day)) }
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

/// What a warning is of, before it: items, whose office, a line, a letter on it.
fn of(page: &Page<'_>, one: &WarningView) -> Markup {
    let say = page.say;
    let letter = one.letter.map(|no| i64::try_from(no).unwrap_or(i64::MAX));
    let items = one.items.iter().map(|no| page.item_link(*no));
    let who = one.who.iter().map(|who| whose(page, who));
    let line = one.line.iter().map(|no| html! { (say.with("line-no", &[("n", (*no).into())])) });
    let letter = letter.iter().map(|no| html! { (say.with("letter-no", &[("n", (*no).into())])) });
    let all: Vec<Markup> = items.chain(who).chain(line).chain(letter).collect();
    html! { @if !all.is_empty() { (in_line(page, all)) ": " } }
}

/// Why something was refused. A reason that is known by its sentence alone says itself, as a terminal shows it.
fn reason(page: &Page<'_>, refused: &Refused) -> Markup {
    let has_word = page.say.known_word("refusal", &refused.word).is_some();
    html! {
        @if has_word { (page.say.refused(refused)) } @else { bdi lang="en" dir="ltr" { (refused.sentence) } }
    }
}

/// Links to the items that a finding names.
fn numbered(page: &Page<'_>, found: &CheckView, ids: &[String]) -> Markup {
    let numbers = ids.iter().filter_map(|id| found.numbers.get(id).copied());
    in_line(page, numbers.map(|no| page.item_link(no)))
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
