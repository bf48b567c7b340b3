//! What is seen of a text before anything is done with it: how its words differ from the authentic ones, which of them commit,
//! what deceives the eye in it, and what it touches of what may not be spoken of.
//!
//! Deliberately not here: how these are found, which is the office's; what follows from them, which is a person's.

use std::time::Duration;

use maud::{Markup, html};
use office::practice::script::visible;
use office::view::CheckView;
use similar::{Algorithm, ChangeTag, TextDiff};

use super::found::places;
use super::text::{marked_at, person};
use crate::page::Page;

/// For how long differences are sought; what is not found by then is shown as taken out and put in whole.
const SOUGHT: Duration = Duration::from_millis(100);

/// How words differ from others: what was taken out and what was put in, in the order of the text. Nothing where they do not.
pub(crate) fn differences(page: &Page<'_>, authentic: &str, words: &str) -> Markup {
    if authentic == words {
        return html! {};
    }
    let diff = TextDiff::configure().algorithm(Algorithm::Myers).timeout(SOUGHT).diff_words(authentic, words);
    html! {
        details.differences open {
            summary { (page.t("differences")) }
            p.hint { (page.t("differences-hint")) }
            div.words.whole dir="auto" {
                @for change in diff.iter_all_changes() {
                    @let text = visible(change.value());
                    @match change.tag() {
                        ChangeTag::Equal => (text),
                        ChangeTag::Delete => del { (text) },
                        ChangeTag::Insert => ins { (text) },
                    }
                }
            }
        }
    }
}

/// What was found in a text, marked in its place, and each in a sentence below it.
pub(crate) fn found(page: &Page<'_>, text: &str, found: &CheckView, touches: bool) -> Markup {
    let marks = places(page, found, touches);
    let touched = if touches { found.findings.as_slice() } else { &[] };
    let nothing = marks.is_empty();
    html! {
        section.looked aria-labelledby="looked" {
            h2 #looked { (page.t("looked")) }
            @if nothing {
                p { (page.t("looked-nothing")) }
            } @else {
                (marked_at(text, marks))
                ul {
                    @for one in touched {
                        li { (page.say.word("touches", &one.touches)) ": " (person(&one.words))
                            @for no in one.items.iter().filter_map(|id| found.numbers.get(id)) { " " (page.item_link(*no)) } }
                    }
                    @for one in &found.commits {
                        li { (person(&one.word)) ": " (page.say.word("commits", &one.kind)) ". "
                            @if !one.instead.is_empty() { (page.t("instead")) " " (person(&one.instead)) } }
                    }
                    @for one in &found.marks { li { (page.say.word("mark", &one.kind)) } }
                }
            }
        }
    }
}
