//! The house: parties and mandates, lines, and the record of who did what.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use office::view::{CameView, LineView, Look, MandateView, PartyView, RecordView};

use super::{desk_acts, desk_alone, frame, listed, mine};
use crate::page::Page;
use crate::parts::item::{chip, fact};
use crate::parts::list::{ROWS, nothing};
use crate::parts::text::{in_line, person, whose};
use crate::server::{House, Trouble, Visit};

/// At a principal's office its envoys; at an envoy's its own mandate.
pub(crate) async fn mandates(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
) -> Result<Response, Trouble> {
    let seen = frame(&house).await?;
    let page = Page::new(&visit, &seen);
    if page.is_desk() {
        return Err(Trouble::NotThere);
    }
    Ok(listed(&page, "mandates", "mandates", &seen.view.mandates, |one| {
        html! { (mandate(&page, one, 2)) (mine::mandate(&page, one)) }
    }))
}

pub(crate) fn mandate(page: &Page<'_>, one: &MandateView, level: u8) -> Markup {
    let name = html! { (person(&one.envoy)) @if one.revoked { " " span.chip { (page.t("revoked")) } } };
    html! {
        @if level == 2 { h2 { (name) } } @else { h3 { (name) } }
        dl.facts {
            (fact(&page.t("capacity"), &person(&one.title)))
            (fact(&page.say.word("place", "channels"), &html! {
                (in_line(page, one.channels.iter().map(|channel| page.channel_link(channel))))
            }))
            (fact(&page.t("may"), &html! {
                (in_line(page, one.may.iter().map(|may| html! { (page.say.word("may", may)) })))
            }))
            (fact(&page.t("until"), &html! {
                @match &one.until { Some(until) => (page.say.moment(until)), None => (page.t("until-revoked")) }
            }))
            @if one.countersign { (fact(&page.t("countersign"), &html! { (page.t("countersign-yes")) })) }
        }
    }
}

/// At the desk: the parties, their offices and the mandates that their principals gave.
pub(crate) async fn parties(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
) -> Result<Response, Trouble> {
    let seen = frame(&house).await?;
    let page = Page::new(&visit, &seen);
    desk_alone(&page)?;
    Ok(listed(&page, "parties", "parties", &seen.view.parties, |one| party(&page, one)))
}

fn party(page: &Page<'_>, one: &PartyView) -> Markup {
    html! {
        h2 { (person(&one.name)) }
        dl.facts {
            (fact(&page.t("principal"), &person(&one.principal)))
            @if let Some(address) = &one.address { (fact(&page.t("address"), &person(address))) }
            (fact(&page.t("offices"), &html! {
                @if one.offices.is_empty() { (page.t("no-office-yet")) }
                @for seat in &one.offices {
                    p {
                        (page.say.with("line-no", &[("n", seat.seat.into())])) ": "
                        @match &seat.envoy { Some(envoy) => (person(envoy)), None => (page.t("principals-office")) }
                    }
                }
            }))
        }
        (desk_acts::of_party(page, one))
        @for one in &one.mandates { (mandate(page, one, 3)) }
    }
}

/// The lines: how they stand, and the words to compare by voice.
pub(crate) async fn lines(State(house): State<House>, Extension(visit): Extension<Visit>) -> Result<Response, Trouble> {
    let seen = house.look(Look { lines: true, ..Look::default() }).await?;
    let page = Page::new(&visit, &seen);
    let word = if page.is_desk() { "lines" } else { "line" };
    Ok(listed(&page, "lines", word, &seen.view.lines, |one| html! { (line(&page, one)) (mine::kept(&page)) }))
}

fn line(page: &Page<'_>, one: &LineView) -> Markup {
    let letters = |n: u64| {
        let n = i64::try_from(n).unwrap_or(i64::MAX);
        html! { (page.say.with("letters-count", &[("n", n.into())])) }
    };
    html! {
            h2 { (whose(page, &one.with)) " " (chip(page, "linestate", &one.state)) }
            p { (page.say.word("lineabout", &one.state)) }
            dl.facts {
                (fact(&page.t("queue"), &letters(one.queue)))
                @if one.set_aside > 0 {
                    (fact(&page.t("set-aside"), &letters(one.set_aside)))
                }
            }
            @if let Some(words) = &one.check_words {
                div.check { p { (page.t("check-words")) } p.check-words dir="ltr" lang="en" translate="no" { (words) } }
            }
    }
}

/// At the desk: every act in order, who took it and what came of it.
pub(crate) async fn record(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
) -> Result<Response, Trouble> {
    let seen = frame(&house).await?;
    let page = Page::new(&visit, &seen);
    desk_alone(&page)?;
    let acts = house.record(visit.query.read("before"), ROWS).await?;
    let title = page.say.word("place", "record");
    let main = html! {
        h1 { (title) }
        p.lead { (page.say.word("about", "record")) }
        @if acts.is_empty() {
            (nothing(&page.t("nothing-recorded"), &page.t("begin-desk")))
        } @else {
            (acts_table(&page, &acts))
            @if acts.first().is_some_and(|first| first.no > 1) {
                nav.pager aria-label=(page.t("pager")) {
                    @if visit.query.is_on("before") { a rel="first" href=(page.at("record")) { (page.t("pager-latest")) } } @else { span {} }
                    @if let Some(first) = acts.first() {
                        a rel="next" href=(page.at(&format!("record?before={}", first.no))) { (page.t("pager-older")) }
                    }
                }
            }
        }
    };
    Ok(page.whole("record", &title, &main))
}

fn acts_table(page: &Page<'_>, acts: &[RecordView]) -> Markup {
    html! {
        div.scrolls tabindex="0" role="region" aria-label=(page.say.word("place", "record")) {
            table {
                thead { tr {
                    th scope="col" { (page.t("when")) }
                    th scope="col" { (page.t("by-whom")) }
                    th scope="col" { (page.t("what-came")) }
                    th scope="col" { (page.say.word("place", "items")) }
                } }
                tbody {
                    @for act in acts.iter().rev() {
                        tr {
                            td { @if let Some(on) = &act.on { (page.say.moment(on)) } }
                            td { @if let Some(by) = &act.by { (whose(page, by)) } }
                            td { @for one in &act.what { p { (came(page, one)) } } }
                            td { (in_line(page, act.items.iter().map(|no| page.item_link(*no)))) }
                        }
                    }
                }
            }
        }
    }
}

/// One thing that came of an act: what it is about, what it is, whom it concerns.
fn came(page: &Page<'_>, one: &CameView) -> Markup {
    let line = one.line.map(|no| html! { (page.say.with("line-no", &[("n", no.into())])) });
    let letter = one.letter.map(|no| i64::try_from(no).unwrap_or(i64::MAX));
    let letter = letter.map(|no| html! { (page.say.with("letter-no", &[("n", no.into())])) });
    let by = one.by.as_deref().map(person);
    let about: Vec<Markup> = line.into_iter().chain(letter).chain(by).collect();
    html! {
        @if !about.is_empty() { (in_line(page, about)) ": " }
        (page.say.word("record", &one.what))
        @if let Some(of) = &one.of { " " (person(of)) }
    }
}
