//! Readouts, with the places marked where their text touches what may not be spoken of.

use axum::Extension;
use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use maud::{Markup, html};
use office::view::{FindingView, Look, ReadoutView};

use super::{desk_acts, listed, mine};
use crate::page::Page;
use crate::parts::item::{chip, fact};
use crate::parts::text::{marked, person, persons};
use crate::server::{House, No, Trouble, Visit};

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
                @if !one.concerns.is_empty() { (fact(&page.t("concerns"), &persons(page, &one.concerns))) }
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
            @if let Some(signature) = &one.signature { (signed(page, one, signature)) }
            @if !page.is_desk() { (mine::readout(page, one)) }
    }
}

/// What was published, to be saved, and how anybody checks it with a tool that they have.
fn signed(page: &Page<'_>, one: &ReadoutView, signature: &str) -> Markup {
    let file = |what: &str| page.at(&format!("readouts/{}/{what}", one.no));
    html! {
        p.acts {
            a.button href=(file("text")) download { (page.t("save-text")) }
            a.button href=(file("signature")) download { (page.t("save-signature")) }
            a.button href=(page.at("readers")) download { (page.t("save-key")) }
        }
        details { summary { (page.t("signature")) } pre.key dir="ltr" translate="no" { (signature) } }
        @if let Some(key) = &page.seen.view.office.readout_key {
            details {
                summary { (page.t("readout-key")) }
                pre.key dir="ltr" translate="no" { (key) }
                p { (page.t("how-checked")) }
                pre.key dir="ltr" translate="no" { (check(key, one.no)) }
            }
        }
    }
}

/// The command by which a readout is checked. The key's line, as OpenSSH writes it, begins with whose it is and what for.
fn check(key: &str, no: u32) -> String {
    let name = key.split_whitespace().next().unwrap_or_default();
    let what_for = key.split("namespaces=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default();
    format!("ssh-keygen -Y verify -f readers -I {name} -n {what_for} -s readout-{no}.txt.sig < readout-{no}.txt")
}

/// The text of a readout that was published, byte for byte as it was signed.
pub(crate) async fn text(State(house): State<House>, No(no): No) -> Result<Response, Trouble> {
    let readout = published(&house, no).await?;
    Ok(file(&format!("readout-{no}.txt"), readout.text))
}

/// Its signature.
pub(crate) async fn signature(State(house): State<House>, No(no): No) -> Result<Response, Trouble> {
    let readout = published(&house, no).await?;
    Ok(file(&format!("readout-{no}.txt.sig"), readout.signature.unwrap_or_default()))
}

/// The key by which this office's readouts are verified, as a file of OpenSSH's.
pub(crate) async fn readers(State(house): State<House>) -> Result<Response, Trouble> {
    let key = house.look(Look::default()).await?.view.office.readout_key.ok_or(Trouble::NotThere)?;
    Ok(file("readers", format!("{}\n", key.trim_end())))
}

async fn published(house: &House, no: u32) -> Result<ReadoutView, Trouble> {
    let readouts = house.look(Look::default()).await?.view.readouts;
    readouts.into_iter().find(|one| one.no == no && one.signature.is_some()).ok_or(Trouble::NotThere)
}

/// A file to be saved. Its name is ours.
fn file(name: &str, text: String) -> Response {
    let kind = (header::CONTENT_TYPE, "text/plain; charset=utf-8".to_owned());
    ([kind, (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\""))], text).into_response()
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
