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
                @for (tag, text) in runs(diff.iter_all_changes().map(|change| (change.tag(), change.value()))) {
                    @let text = visible(&text);
                    @match tag {
                        ChangeTag::Equal => (text),
                        ChangeTag::Delete => del { (text) },
                        ChangeTag::Insert => ins { (text) },
                    }
                }
            }
        }
    }
}

/// Words that follow each other and are of one kind, as one.
fn runs<'t>(words: impl Iterator<Item = (ChangeTag, &'t str)>) -> Vec<(ChangeTag, String)> {
    let mut runs: Vec<(ChangeTag, String)> = Vec::new();
    for (tag, word) in words {
        match runs.last_mut() {
            Some((last, text)) if *last == tag => text.push_str(word),
            _ => runs.push((tag, word.to_owned())),
        }
    }
    runs
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_that_are_taken_out_or_put_in_stand_together() {
        let diff = TextDiff::configure().diff_words("we seek quiet on the border", "they want quiet on all borders");
        let runs = runs(diff.iter_all_changes().map(|change| (change.tag(), change.value())));
        let shown: String = runs
            .iter()
            .map(|(tag, text)| match tag {
                ChangeTag::Equal => text.clone(),
                ChangeTag::Delete => format!("[-{text}-]"),
                ChangeTag::Insert => format!("[+{text}+]"),
            })
            .collect();
        let taken_out: String =
            runs.iter().filter(|(tag, _)| *tag != ChangeTag::Insert).map(|(_, text)| text.as_str()).collect();
        assert_eq!(taken_out, "we seek quiet on the border", "nothing of either text is lost: {shown}");
        let put_in: String =
            runs.iter().filter(|(tag, _)| *tag != ChangeTag::Delete).map(|(_, text)| text.as_str()).collect();
        assert_eq!(put_in, "they want quiet on all borders", "{shown}");
        assert!(runs.windows(2).all(|two| two[0].0 != two[1].0), "{shown}");
    }

    #[test]
    fn differences_that_are_not_found_in_time_are_shown_whole() {
        let words = |of: &str| (0..2_000).map(|no| format!("{of}{no} ")).collect::<String>();
        let (one, other) = (words("a"), words("b"));
        let diff = TextDiff::configure().timeout(Duration::ZERO).diff_words(one.as_str(), other.as_str());
        let runs = runs(diff.iter_all_changes().map(|change| (change.tag(), change.value())));
        let without = |tag| runs.iter().filter(|run| run.0 != tag).map(|run| run.1.as_str()).collect::<String>();
        assert_eq!((without(ChangeTag::Insert), without(ChangeTag::Delete)), (one, other));
    }
}
