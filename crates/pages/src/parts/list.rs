//! Lists that never show more than a page of what there is, and say so; and what stands there where there is nothing yet.

use maud::{Markup, html};
use office::view::{self, ItemView};

use super::item;
use super::text::{beginning, persons, whose};
use crate::page::Page;
use crate::server::Visit;

/// How many rows a page of a list has.
pub(crate) const ROWS: u32 = 25;

/// Which page of a list the address asks for, from 1.
pub(crate) fn page_no(visit: &Visit) -> u32 {
    visit.query.read("page").unwrap_or(1).clamp(1, 1_000_000)
}

/// Which items an address asks for: a page of them, of one channel or of all.
pub(crate) fn items_page(visit: &Visit, channel: Option<String>) -> view::Items {
    let search = match visit.sought() {
        Some(None) => return view::Items::None,
        sought => sought.flatten(),
    };
    view::Items::Page(view::Page { most: ROWS, before: visit.query.read("before"), channel, search })
}

/// Those of that page among all, in their order.
pub(crate) fn rows<T>(visit: &Visit, all: impl Iterator<Item = T>) -> impl Iterator<Item = T> {
    let index = |number: u32| usize::try_from(number).unwrap_or(usize::MAX);
    all.skip(index((page_no(visit) - 1).saturating_mul(ROWS))).take(index(ROWS))
}

/// The way to the other pages of a list of so many, at this address.
pub(crate) fn pager(page: &Page<'_>, place: &str, all: usize) -> Markup {
    let found = u32::try_from(all).unwrap_or(u32::MAX);
    let here = page_no(page.visit);
    let last = found.div_ceil(ROWS).max(1);
    if last == 1 && here == 1 {
        return html! {};
    }
    let to = |no: u32| page.at(&format!("{place}?page={no}"));
    html! {
        nav.pager aria-label=(page.t("pager")) {
            @if here > 1 { a rel="prev" href=(to(here.min(last + 1) - 1)) { (page.t("pager-newer")) } } @else { span {} }
            p { (page.say.with("pager-at", &[("page", here.into()), ("pages", last.into())])) }
            @if here < last { a rel="next" href=(to(here + 1)) { (page.t("pager-older")) } } @else { span {} }
        }
    }
}

/// The way to earlier items, and back to the latest.
pub(crate) fn earlier(page: &Page<'_>, place: &str) -> Markup {
    let before = page.seen.view.earlier;
    let later = page.visit.query.read::<u32>("before").is_some();
    let find = page.visit.query.read::<u32>("find");
    let to = |before: Option<u32>| {
        let mut query = form_urlencoded::Serializer::new(String::new());
        if let Some(find) = find {
            query.append_pair("find", &find.to_string());
        }
        if let Some(before) = before {
            query.append_pair("before", &before.to_string());
        }
        page.at(&format!("{place}?{}", query.finish()))
    };
    html! {
        @if before.is_some() || later {
            nav.pager aria-label=(page.t("pager")) {
                @if later { a rel="first" href=(to(None)) { (page.t("pager-latest")) } } @else { span {} }
                @if before.is_some() {
                    a rel="next" href=(to(before)) {
                        @if find.is_some() { (page.t("find-further")) } @else { (page.t("pager-older")) }
                    }
                }
            }
        }
    }
}

/// The form that looks for words.
pub(crate) fn search(page: &Page<'_>, place: &str) -> Markup {
    let sought = page.visit.sought().flatten().unwrap_or_default();
    html! {
        form.search role="search" method="post" action=(page.at("find")) {
            input type="hidden" name="in" value=(place);
            label for="find" { (page.t("find")) }
            input #find type="search" name="find" value=(sought) dir="auto" maxlength="200" autocomplete="off";
            button type="submit" { (page.t("find-do")) }
            @if !sought.is_empty() { a href=(page.at(place)) { (page.t("find-none")) } }
        }
    }
}

/// What stands where there is nothing: that, and what to do first.
pub(crate) fn nothing(what: &str, what_to_do: &str) -> Markup {
    html! { div.nothing { p.what { (what) } p { (what_to_do) } } }
}

/// Items, a row each, the newest first.
pub(crate) fn items(page: &Page<'_>, items: &[ItemView]) -> Markup {
    html! { ul.rows { @for item in items.iter().rev() { li { (row(page, item, None)) } } } }
}

/// One item as a row; with what it waits for, on the board.
pub(crate) fn row(page: &Page<'_>, item: &ItemView, waits_for: Option<&str>) -> Markup {
    html! {
        article.row data-urgent=[(item.precedence != "routine").then_some(item.precedence.as_str())] {
            p.row-head {
                a.no href=(page.at(&format!("items/{}", item.no))) {
                    (page.say.with("item-no", &[("n", item.no.into())]))
                }
                @if let Some(waits_for) = waits_for { strong.waits { (page.say.word("waits", waits_for)) } }
                (item::chips(page, item))
            }
            p.row-who {
                @if !item.from.name.is_empty() { span { (page.t("from")) " " (whose(page, &item.from)) } }
                @if !item.to.is_empty() && item.side != "confided" { span { (page.t("to")) " " (persons(page, &item.to)) } }
                span { (page.t("channel")) " " (page.channel_link(&item.channel)) }
            }
            p.row-words {
                // Nowhere but on its own page, read or not.
                @if item::is_screen_only(item) { em { (page.t("oral-hidden")) } } @else { (beginning(&item.words)) }
            }
            p.row-foot {
                (item::lapse(page, item))
                (item::status_line(page, &item.status))
            }
        }
    }
}
