//! Texts of persons. Each stands in its own direction, and characters that would turn it, or hide in it, are made visible:
//! none can dress up as another text or as part of the page. maud escapes all of them; nothing here is ever raw.

use maud::{Markup, html};
use office::practice::UNLABELLED;
use office::practice::script::visible;
use office::view::{FindingView, WhoseView};

use crate::page::Page;

/// A person's text within a line: a name, a label, a clause.
pub(crate) fn person(text: &str) -> Markup {
    html! { bdi dir="auto" { (visible(text)) } }
}

/// A name; in the reader's language the one that stands where nobody gave one.
pub(crate) fn name(page: &Page<'_>, name: &str) -> Markup {
    if name == UNLABELLED {
        html! { (page.t("unlabelled")) }
    } else {
        person(name)
    }
}

/// Several of them, one after another.
pub(crate) fn persons<'t>(page: &Page<'_>, texts: impl IntoIterator<Item = &'t String>) -> Markup {
    html! {
        @for (at, text) in texts.into_iter().enumerate() {
            @if at > 0 { span.sep { " · " } }
            (name(page, text))
        }
    }
}

/// Whose something is: a name, and in the reader's language that it is an envoy's, or written down as it was told.
pub(crate) fn whose(page: &Page<'_>, one: &WhoseView) -> Markup {
    html! {
        (name(page, &one.name))
        @if let Some(envoy) = &one.envoy { (page.say.comma()) (page.t("whose-envoy")) " " (person(envoy)) }
        @if one.told { (page.say.comma()) (page.t("whose-told")) }
    }
}

/// Several things in one line, with the comma of the reader's language between them.
pub(crate) fn in_line(page: &Page<'_>, all: impl IntoIterator<Item = Markup>) -> Markup {
    html! { @for (at, one) in all.into_iter().enumerate() { @if at > 0 { (page.say.comma()) } (one) } }
}

/// A person's text of its own: each line of it a paragraph with a direction of its own.
pub(crate) fn words(text: &str, language: Option<&str>) -> Markup {
    let lines = visible(text);
    html! {
        div.words lang=[language.filter(|tag| is_tag(tag))] {
            @for line in lines.lines() {
                @if line.trim().is_empty() { p.gap {} } @else { p dir="auto" { (line) } }
            }
        }
    }
}

/// A place of a text, in bytes, and what is said of it.
pub(crate) struct Mark {
    pub(crate) from: usize,
    pub(crate) to: usize,
    pub(crate) title: String,
}

/// The same with the places marked that were found in it; each mark says, in its title, what it touches.
pub(crate) fn marked(text: &str, findings: &[FindingView], title: impl Fn(&FindingView) -> String) -> Markup {
    let place = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
    let mark = |one: &FindingView| Mark { from: place(one.from), to: place(one.to), title: title(one) };
    marked_at(text, findings.iter().map(mark).collect())
}

/// A text with places of it marked.
pub(crate) fn marked_at(text: &str, mut marks: Vec<Mark>) -> Markup {
    marks.sort_by_key(|one| (one.from, one.to));
    let mut pieces = Vec::new();
    let mut from = 0;
    for one in &marks {
        // One that lies within another, or at no place of the text, is in the list beside the text all the same.
        if let (true, Some(before), Some(found)) =
            (one.from >= from, text.get(from..one.from), text.get(one.from..one.to))
        {
            pieces.push((before, Some((found, one))));
            from = one.to;
        }
    }
    pieces.push((text.get(from..).unwrap_or_default(), None));
    html! {
        div.words.whole dir="auto" {
            @for (before, found) in pieces {
                (visible(before))
                @if let Some((found, one)) = found { mark title=(one.title) { (visible(found)) } }
            }
        }
    }
}

/// The beginning of a text, for a list.
pub(crate) fn beginning(text: &str) -> Markup {
    const CHARS: usize = 140;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut chars = line.chars();
    let mut first: String = chars.by_ref().take(CHARS).collect();
    if chars.next().is_some() {
        first.push('…');
    }
    person(&first)
}

/// Whether a language is named by a tag, and so can be told to the browser.
fn is_tag(language: &str) -> bool {
    let mut parts = language.split('-');
    let first = parts.next().unwrap_or_default();
    (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_persons_text_is_text_in_a_direction_of_its_own() {
        assert_eq!(person("<b>&\"\u{202E}x").into_string(), "<bdi dir=\"auto\">&lt;b&gt;&amp;&quot;⟦RLO⟧x</bdi>");
        assert_eq!(
            words("one\n\nثانيا </div>", Some("ar")).into_string(),
            "<div class=\"words\" lang=\"ar\"><p dir=\"auto\">one</p><p class=\"gap\"></p>\
             <p dir=\"auto\">ثانيا &lt;/div&gt;</p></div>"
        );
        assert_eq!(words("x", Some("the language of the court")).into_string(), words("x", None).into_string());
    }

    #[test]
    fn what_was_found_is_marked_where_it_stands() {
        let finding = |from, to| FindingView { from, to, touches: "name".to_owned(), ..FindingView::default() };
        let text = "The <Prime> Minister, day é";
        let marks = [finding(4, 11), finding(5, 9), finding(26, 27), finding(22, 25), finding(900, 901)];
        assert_eq!(
            marked(text, &marks, |one| one.touches.clone()).into_string(),
            "<div class=\"words whole\" dir=\"auto\">The <mark title=\"name\">&lt;Prime&gt;</mark> Minister, \
             <mark title=\"name\">day</mark> é</div>"
        );
    }

    #[test]
    fn a_list_has_the_beginning_alone() {
        assert_eq!(beginning("a\n b").into_string(), "<bdi dir=\"auto\">a b</bdi>");
        assert!(beginning(&"x".repeat(500)).into_string().contains(&format!("{}…<", "x".repeat(140))));
    }
}
