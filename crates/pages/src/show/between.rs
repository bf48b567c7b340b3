//! What the desk puts between the sides: pairs of parallel declarations, proposals with sealed answers, offers, texts.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use office::view::{OfferView, PairView, ProposalView, TextView};

use super::{desk_acts, frame, listed, mine};
use crate::page::Page;
use crate::parts::item::{chip, fact, when_void};
use crate::parts::text::{person, persons, whose, words};
use crate::server::{House, Trouble, Visit};

/// Pairs of parallel declarations.
pub(crate) async fn pairs(State(house): State<House>, Extension(visit): Extension<Visit>) -> Result<Response, Trouble> {
    let seen = frame(&house).await?;
    let page = Page::new(&visit, &seen);
    Ok(listed(&page, "pairs", "pairs", &seen.view.pairs, |one| pair(&page, one)))
}

fn pair(page: &Page<'_>, pair: &PairView) -> Markup {
    html! {
        h2 { (page.say.with("pair-no", &[("n", pair.no.into())])) " " (chip(page, "pairstate", &pair.state)) }
        dl.facts {
            (fact(&page.t("channel"), &page.channel_link(&pair.channel)))
            @if let Some(lapses) = &pair.lapses { (fact(&page.t("lapse"), &when_void(page, lapses))) }
            @if page.is_desk() {
                (fact(&page.t("pair-lodged"), &html! {
                    @if pair.lodged.is_empty() { (page.t("nobody-yet")) } @else { (persons(page, &pair.lodged)) }
                }))
            } @else {
                @let lodged = if pair.lodged.is_empty() { "pair-yours-not" } else { "pair-yours" };
                (fact(&page.t("pair-own"), &html! { (page.t(lodged)) }))
            }
            @if !pair.items.is_empty() { (fact(&page.t("declarations"), &page.all_named(&pair.items))) }
        }
        (desk_acts::of_pair(page, pair))
        @if !page.is_desk() { (mine::pair(page, pair)) }
    }
}

/// Proposals with sealed answers.
pub(crate) async fn proposals(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
) -> Result<Response, Trouble> {
    let seen = frame(&house).await?;
    let page = Page::new(&visit, &seen);
    Ok(listed(&page, "proposals", "proposals", &seen.view.proposals, |one| proposal(&page, one)))
}

fn proposal(page: &Page<'_>, one: &ProposalView) -> Markup {
    let numbers = |numbers: &[u8]| {
        if numbers.is_empty() {
            return page.t("no-option");
        }
        numbers.iter().map(|one| page.say.number(u32::from(*one))).collect::<Vec<_>>().join(page.say.comma())
    };
    html! {
        h2 { (page.say.with("proposal-no", &[("n", one.number.into())])) " " (chip(page, "proposalstate", &one.state)) }
        dl.facts {
            (fact(&page.t("channel"), &page.channel_link(&one.channel)))
            @if let Some(subject) = &one.subject { (fact(&page.t("subject"), &person(subject))) }
            @if one.state == "open" { (fact(&page.t("opens-at"), &page.say.moment(&one.opens_at))) }
            (fact(&page.t("reveal-at"), &when_void(page, &one.reveal_at)))
            @if let Some(common) = &one.common { (fact(&page.t("common"), &html! { (numbers(common)) })) }
            @if let Some(takes) = &one.takes { (fact(&page.t("your-answer"), &html! { (numbers(takes)) })) }
            @if page.is_desk() && !one.answers.is_empty() {
                (fact(&page.t("answers-from"), &html! {
                    @for answer in &one.answers {
                        p { (person(&answer.party)) @if let Some(takes) = &answer.takes { ": " (numbers(takes)) } }
                    }
                }))
            }
        }
        ol.options { @for option in &one.options { li { (words(option, None)) } } }
        (desk_acts::of_proposal(page, one))
        @if !page.is_desk() {
            @if one.state == "open" && one.takes.is_some() { p.hint { (page.t("opens-at-hint")) } }
            (mine::proposal(page, one))
        }
    }
}

/// Offers of good offices.
pub(crate) async fn offers(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
) -> Result<Response, Trouble> {
    let seen = frame(&house).await?;
    let page = Page::new(&visit, &seen);
    Ok(listed(&page, "offers", "offers", &seen.view.offers, |one| offer(&page, one)))
}

fn offer(page: &Page<'_>, one: &OfferView) -> Markup {
    html! {
        h2 { (page.say.with("offer-no", &[("n", one.no.into())])) " " (chip(page, "offerstate", &one.state)) }
        dl.facts {
            (fact(&page.t("channel"), &page.channel_link(&one.channel)))
            (fact(&page.t("lapse"), &when_void(page, &one.lapses)))
            @if !one.answers.is_empty() {
                (fact(&page.t("answers-from"), &html! {
                    @for answer in &one.answers { p { (answered(page, answer)) } }
                }))
            }
        }
        (words(&one.text, None))
        (desk_acts::of_offer(page, one))
        @if !page.is_desk() { (mine::offer(page, one)) }
    }
}

/// Single negotiating texts.
pub(crate) async fn texts(State(house): State<House>, Extension(visit): Extension<Visit>) -> Result<Response, Trouble> {
    let seen = frame(&house).await?;
    let page = Page::new(&visit, &seen);
    Ok(listed(&page, "texts", "texts", &seen.view.texts, |one| text(&page, one)))
}

fn text(page: &Page<'_>, one: &TextView) -> Markup {
    html! {
        h2 { (page.say.with("text-no", &[("n", one.no.into())])) }
        dl.facts { (fact(&page.t("channel"), &page.channel_link(&one.channel))) }
        (desk_acts::of_text(page, one))
        @if !page.is_desk() { (mine::text(page, one)) }
        @for (at, version) in one.versions.iter().rev().enumerate() {
            details open[at == 0] {
                summary { (page.say.with("version-no", &[("n", version.version.into())])) }
                (words(&version.words, None))
                @for comment in one.comments.iter().filter(|comment| comment.version == version.version) {
                    article.said { p.said-head { (page.t("comment")) " " (whose(page, &comment.by)) } (words(&comment.words, None)) }
                }
            }
        }
    }
}

/// Who answered an offer, and how: the view has both in one text, the state last.
fn answered(page: &Page<'_>, answer: &str) -> Markup {
    match answer.rsplit_once(": ") {
        Some((party, state)) => html! { (person(party)) " · " (page.say.word("offerstate", state)) },
        None => person(answer),
    }
}
