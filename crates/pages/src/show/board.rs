//! What waits: for a party what waits for it, for the desk its board of outstanding items.

use axum::Extension;
use axum::extract::State;
use axum::response::{Html, IntoResponse, Response};
use maud::{Markup, html};
use office::view::{Look, OutstandingView};

use super::desk_acts;
use crate::page::Page;
use crate::parts::found::warning;
use crate::parts::list::{nothing, pager, row, rows};
use crate::parts::text::{beginning, whose};
use crate::server::{House, Trouble, Visit};
use crate::show::mine;

/// How many of the sentences that should be known are shown.
const KNOWN: usize = 12;

/// The first page of an office.
pub(crate) async fn page(State(house): State<House>, Extension(visit): Extension<Visit>) -> Result<Response, Trouble> {
    let mut seen = house.look(Look { lines: true, ..Look::default() }).await?;
    let board = std::mem::take(&mut seen.view.outstanding);
    let matters: Vec<&OutstandingView> = rows(&visit, board.iter()).collect();
    let items = Look::items(matters.iter().filter_map(|matter| matter.no));
    seen.view.items = house.look(items).await?.view.items;
    seen.view.outstanding.clone_from(&board);
    let page = Page::new(&visit, &seen);
    let title = page.say.word("place", if page.is_desk() { "board" } else { "waiting" });
    let main = html! {
        h1 { (title) }
        (should_be_known(&page))
        @if board.is_empty() {
            (nothing(&page.t("nothing-waits"), &what_first(&page)))
            (desk_acts::begin(&page, ""))
        } @else {
            p.lead { (page.say.with("waiting-count", &[("n", board.len().into())])) }
            ul.rows { @for matter in matters { li { (waiting_row(&page, matter)) } } }
            (pager(&page, "", board.len()))
        }
        (mine::open(&page))
    };
    Ok(page.whole("", &title, &main))
}

/// How many matters wait, for the pages that are open.
pub(crate) async fn waiting(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
) -> Result<Response, Trouble> {
    let seen = house.look(Look::default()).await?;
    Ok(Html(Page::new(&visit, &seen).waiting().into_string()).into_response())
}

fn waiting_row(page: &Page<'_>, matter: &OutstandingView) -> Markup {
    let acts = html! { @if !page.is_desk() { (mine::matter(page, matter)) } };
    if let Some(item) = matter.no.and_then(|no| page.item(no)) {
        return html! { (row(page, item, Some(&matter.waits_for))) (acts) };
    }
    let place = match matter.waits_for.as_str() {
        "answer" => "proposals",
        "offer" => "offers",
        "clearance" => "readouts",
        _ => "questions",
    };
    html! {
        article.row {
            p.row-head {
                strong.waits { (page.say.word("waits", &matter.waits_for)) }
                a href=(page.at(place)) { (page.say.word("place", place)) }
            }
            @if let Some(text) = mine::text_of(page, matter) { p.row-words { (beginning(text)) } }
            (acts)
        }
    }
}

/// What to do first in an office where nothing waits.
fn what_first(page: &Page<'_>) -> String {
    let view = &page.seen.view;
    match (page.is_desk(), view.parties.is_empty(), view.channels.is_empty()) {
        (true, true, _) => page.t("begin-party"),
        (_, _, true) if page.is_desk() => page.t("begin-channel"),
        (false, _, true) => page.t("begin-letter"),
        (true, ..) => page.t("begin-desk"),
        (false, ..) => page.t("begin-lodge"),
    }
}

/// What whoever opens an office should know: lines that do not work, what was refused, what befell it.
fn should_be_known(page: &Page<'_>) -> Markup {
    let view = &page.seen.view;
    let stuck = view.lines.iter().filter(|line| ["broken", "silent", "expired"].contains(&line.state.as_str()));
    let stuck: Vec<_> = stuck.collect();
    html! {
        @if !stuck.is_empty() || !view.warnings.is_empty() {
            section.known aria-labelledby="known" {
                h2 #known { (page.t("known")) }
                ul {
                    @for line in stuck {
                        li {
                            a href=(page.at("lines")) { (whose(page, &line.with)) } ": "
                            (page.say.word("linestate", &line.state))
                        }
                    }
                    // The latest.
                    @for one in view.warnings.iter().rev().take(KNOWN) { li { (warning(page, one)) } }
                }
            }
        }
    }
}
