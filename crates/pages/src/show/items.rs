//! The items of an office, and one of them whole.

use axum::Extension;
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use office::act::Act;
use office::practice::party::Command;
use office::view::{ItemView, Look};

use super::{desk_acts, mine};
use crate::page::Page;
use crate::parts::field::new_id;
use crate::parts::found::known;
use crate::parts::item::{chips, facts, form_rules, hand, is_hidden, is_screen_only, said, status_block, whole_words};
use crate::parts::list::{earlier, items, items_page, nothing, search};
use crate::parts::text::person;
use crate::server::{House, No, Trouble, Visit, form, see_other};

/// All items, newest first, or those in whose words something occurs.
pub(crate) async fn list(State(house): State<House>, Extension(visit): Extension<Visit>) -> Result<Response, Trouble> {
    let seen = house.look(Look { items: items_page(&visit, None), ..Look::default() }).await?;
    let page = Page::new(&visit, &seen);
    let title = page.say.word("place", "items");
    let main = html! { h1 { (title) } (mine::begun_at(&page, "items")) (found(&page, "items")) };
    Ok(page.whole("items", &title, &main))
}

/// Takes what is searched for, and leads to the list in which it is looked for.
pub(crate) async fn find(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    body: Body,
) -> Result<Response, Trouble> {
    Ok(see_other(&searched(&house, &visit, body).await?))
}

/// Keeps what is searched for: the address of the list in which it is looked for.
pub(crate) async fn searched(house: &House, visit: &Visit, body: Body) -> Result<String, Trouble> {
    let form = form(body).await?;
    let place = match form.text("in").strip_prefix("channels/") {
        Some(no) => format!("channels/{}", no.parse::<u32>().map_err(|_| Trouble::NotThere)?),
        None => "items".to_owned(),
    };
    let find = form.given("find").map(|words| house.searches.keep(&visit.officer, words));
    let query = find.map(|number| format!("?find={number}")).unwrap_or_default();
    Ok(format!("{}/{place}{query}", visit.folder))
}

/// The search, what was found by it, and the way to the rest.
pub(crate) fn found(page: &Page<'_>, place: &str) -> Markup {
    let view = &page.seen.view;
    let sought = page.visit.sought();
    let elsewhere = sought.is_some() || page.visit.query.given("before").is_some();
    html! {
        @if view.items.is_empty() && !elsewhere {
            @let first = if page.is_desk() { page.t("no-items-desk") } else { page.t("no-items-party") };
            (nothing(&page.t("no-items"), &first))
        } @else {
            (search(page, place))
            @if view.items.is_empty() {
                @let found = match (sought, view.earlier) {
                    (Some(None), _) => "find-forgotten",
                    (_, Some(_)) => "found-none-yet",
                    (_, None) => "found-none",
                };
                p.lead { (page.t(found)) }
            }
            (items(page, &view.items))
            (earlier(page, place))
        }
    }
}

/// One item, by its number here.
pub(crate) async fn one(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
) -> Result<Response, Trouble> {
    let seen = house.look(Look { codes: true, ..Look::items([no]) }).await?;
    let page = Page::new(&visit, &seen);
    let item = page.item(no).ok_or(Trouble::NotThere)?;
    if item.side == "received" && !item.read && !is_screen_only(item) && !item.words.is_empty() {
        // Whoever is shown the words has read them, as with the command that shows them. Only this office knows.
        if let Ok(conveyed) = item.item.parse() {
            let _ = house.act(new_id(), &visit, Act::Party(Command::Read { conveyed })).await?;
        }
    }
    let title = page.say.with("item-no", &[("n", no.into())]);
    Ok(page.whole("items", &title, &whole(&page, item, &title)))
}

fn whole(page: &Page<'_>, item: &ItemView, title: &str) -> Markup {
    html! {
        article.item {
            header.item-head {
                h1 { (title) }
                (chips(page, item))
                @if !page.is_desk() && mine::is_confided(item) { span.chip { (page.t("confided")) } }
            }
            (facts(page, item))
            (form_rules(page, item))
            section.text aria-labelledby="text" {
                h2 #text { (page.t(if item.side == "received" { "words-conveyed" } else { "words-authentic" })) }
                (status_block(page, &item.status))
                (text(page, item))
            }
            // What is approved stands above what approves it.
            (several(page, "to-approve", &item.to_approve))
            @if page.is_desk() { (desk_acts::of_item(page, item)) } @else { (mine::item(page, item)) }
            (several(page, if page.is_desk() { "renditions-out" } else { "conveyed-in-your-name" }, &item.conveyed))
            (corrected(page, item))
            @if !item.dispositions.is_empty() {
                section aria-labelledby="dispositions" {
                    h2 #dispositions { (page.t("dispositions")) }
                    ul.plain {
                        @for one in &item.dispositions {
                            li { (person(&one.party)) ": " (page.say.word("disposition", &one.disposition)) (page.say.comma()) (page.say.day(&one.on)) }
                        }
                    }
                    p.hint { (page.t("dispositions-hint")) }
                }
            }
            @if !item.officers.is_empty() {
                section aria-labelledby="officers" {
                    h2 #officers { (page.t("officers")) }
                    ul.plain { @for one in &item.officers { li { (hand(page, one)) } } }
                }
            }
            @if !item.warnings.is_empty() {
                section.known aria-labelledby="warnings" {
                    h2 #warnings { (page.t("known")) }
                    (known(page, &item.warnings))
                }
            }
        }
    }
}

/// The words; those of an oral message only once the reader has said "read", and so that they stay on the screen.
fn text(page: &Page<'_>, item: &ItemView) -> Markup {
    if is_hidden(item) {
        return html! {
            div.oral-closed {
                p { (page.t("oral-before")) }
                form method="post" action=(page.at(&format!("items/{}/read", item.no))) {
                    input type="hidden" name="act" value=(new_id());
                    button.primary type="submit" { (page.t("oral-read")) }
                }
            }
        };
    }
    if is_screen_only(item) {
        return html! { (on_screen(page, &whole_words(page, item))) p.hint { (page.t("oral-after")) } };
    }
    whole_words(page, item)
}

/// Words that stay on the screen: not to be marked, copied or printed, and covered while the window is not in front.
fn on_screen(page: &Page<'_>, words: &Markup) -> Markup {
    html! {
        div.oral data-oral translate="no" { (words) }
        p.oral-masked hidden data-oral-masked { (page.t("oral-masked")) }
    }
}

/// What the desk corrected, the words of an oral message kept as those of its text are.
fn corrected(page: &Page<'_>, item: &ItemView) -> Markup {
    let all = several(page, "corrected", &item.corrected);
    match (is_hidden(item), is_screen_only(item) && !item.corrected.is_empty()) {
        (true, _) => html! {},
        (false, true) => on_screen(page, &all),
        (false, false) => all,
    }
}

fn several(page: &Page<'_>, name: &str, all: &[office::view::SaidView]) -> Markup {
    html! {
        @if !all.is_empty() {
            section aria-labelledby=(name) {
                h2 id=(name) { (page.say.word("said", name)) }
                @for one in all { (said(page, one)) }
            }
        }
    }
}

/// An item's short head, above a form about it.
pub(crate) fn head(page: &Page<'_>, item: &ItemView) -> Markup {
    html! {
        p.subject { (page.item_link(item.no)) " " (chips(page, item)) }
        @if !is_hidden(item) {
            details.about-text {
                summary { (page.t("show-text")) }
                (status_block(page, &item.status))
                @if is_screen_only(item) { (on_screen(page, &whole_words(page, item))) } @else { (whole_words(page, item)) }
            }
        }
    }
}
