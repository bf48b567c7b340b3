//! Readouts, with the places marked where their text touches what may not be spoken of.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use office::view::{FindingView, Look, ReadoutView};

use super::{desk_acts, listed};
use crate::page::Page;
use crate::parts::item::{chip, fact};
use crate::parts::text::{marked, person, persons};
use crate::server::{House, Trouble, Visit};

/// All readouts, newest first.
pub(crate) async fn list(State(house): State<House>, Extension(visit): Extension<Visit>) -> Result<Response, Trouble> {
    let seen = house.look(Look { findings: true, ..Look::default() }).await?;
    let page = Page::new(&visit, &seen);
    Ok(listed(&page, "readouts", "readouts", &seen.view.readouts, |readout| one(&page, readout)))
}

fn one(page: &Page<'_>, one: &ReadoutView) -> Markup {
    html! {
            h2 {
                (page.say.with("readout-no", &[("n", one.no.into())])) " " (chip(page, "readoutstate", &one.state))
                @if one.own { " " span.chip { (page.t("readout-own")) } }
            }
            dl.facts {
                @if let Some(channel) = &one.channel { (fact(&page.t("channel"), &page.channel_link(channel))) }
                (fact(&page.t("draft"), &html! { (page.say.number(one.revision)) }))
                @if !one.concerns.is_empty() { (fact(&page.t("concerns"), &persons(&one.concerns))) }
                @if !one.mentions.is_empty() { (fact(&page.t("mentions"), &page.all_named(&one.mentions))) }
                @for said in &one.clearances {
                    (fact(&page.t(if said.cleared { "cleared-by" } else { "objection-of" }), &html! {
                        (person(&said.party)) @if let Some(reason) = &said.reason { ": " (person(reason)) }
                    }))
                }
                @if let Some(on) = &one.published_on { (fact(&page.t("published-on"), &page.say.day(on))) }
            }
            (marked(&one.text, &one.findings, |finding| page.say.word("touches", &finding.touches)))
            (findings(page, &one.findings))
            (desk_acts::of_readout(page, one))
            @if let Some(signature) = &one.signature {
                details { summary { (page.t("signature")) } pre.key dir="ltr" translate="no" { (signature) } }
                @if let Some(key) = &page.seen.view.office.readout_key {
                    details { summary { (page.t("readout-key")) } pre.key dir="ltr" translate="no" { (key) } }
                }
            }
    }
}

/// The findings as a list, each with the items concerned.
pub(crate) fn findings(page: &Page<'_>, findings: &[FindingView]) -> Markup {
    html! {
        @if !findings.is_empty() {
            div.known {
                h3 { (page.say.with("findings-count", &[("n", findings.len().into())])) }
                ul {
                    @for one in findings {
                        li {
                            (page.say.word("touches", &one.touches)) ": " (person(&one.words))
                            @if !one.items.is_empty() { " (" (page.all_named(&one.items)) ")" }
                        }
                    }
                }
            }
        }
    }
}
