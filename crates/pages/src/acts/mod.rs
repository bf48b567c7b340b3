//! The pages that do. Each shows a form, reads it, and has the office do what a command would have it do, once.
//!
//! Ids are made when a form is shown and come back with it, so that sending it twice does it once. What is wrong stands
//! beside the field, and what was typed stays.

pub(crate) mod desk;
pub(crate) mod lodge;
pub(crate) mod party;

use std::str::FromStr;

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use office::act::Act;
use office::practice::Refusal;
use office::view::Look;

use crate::form::Form;
use crate::page::Page;
use crate::parts::field::Wrong;
use crate::server::{House, Seen, Trouble, see_other};

/// A form's page.
struct Sheet {
    /// Where on the way about it belongs.
    here: &'static str,
    /// Its name after `do-`, which is also its button's.
    act: &'static str,
    /// Where it is sent, within the office.
    to: String,
    /// What stands above the fields.
    above: Markup,
    /// The fields.
    fields: Markup,
}

/// Shows a form.
fn shown(page: &Page<'_>, wrong: &Wrong, sheet: &Sheet) -> Response {
    let title = page.say.word("do", sheet.act);
    let main = html! {
        h1 { (title) }
        (wrong.summary(page))
        (sheet.above)
        form.sheet method="post" action=(page.at(&sheet.to)) {
            (sheet.fields)
            p.send { button.primary type="submit" { (title) } }
        }
    };
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page.whole_as(status, sheet.here, &title, &main)
}

/// An act that is asked for by a form, and where its page leads.
struct Asked<'a> {
    form: &'a Form,
    act: Act,
    /// The page that is shown once it is done, within the office.
    then: String,
    /// What that page says was done, after `done-`.
    done: &'static str,
    /// The fields beside which a refusal may stand.
    fields: &'static [&'static str],
}

/// Has the office do it, and leads to where that is seen; or shows again, with what was wrong, what it was asked by.
async fn take(
    house: &House,
    page: &Page<'_>,
    asked: Asked<'_>,
    again: impl FnOnce(&Wrong) -> Result<Response, Trouble>,
) -> Result<Response, Trouble> {
    let id = asked.form.read("act").ok_or(Trouble::NotThere)?;
    match house.act(id, page.visit, asked.act).await? {
        Ok(()) => Ok(see_other(&page.at(&format!("{}?done={}", asked.then, asked.done)))),
        Err(reason) => again(&refused(&reason, asked.fields)),
    }
}

/// What a refusal says, and of which of these fields. The sentence is the practice's own.
fn refused(reason: &str, fields: &[&'static str]) -> Wrong {
    let field = match Refusal::ALL.iter().find(|one| one.to_string() == reason) {
        Some(Refusal::Empty | Refusal::TooLong) => "text",
        Some(Refusal::LapsesInPast) => "days",
        Some(Refusal::EmptyWindow) => "not-after",
        Some(Refusal::OnWhoseBehalf) => "behalf",
        Some(Refusal::NoAddressee | Refusal::NoOffice) => "to",
        Some(Refusal::NoSuchPassage) => "ambiguous",
        Some(Refusal::VerbatimOnly | Refusal::NotVerbatim | Refusal::ParaphraseAtMost) => "label",
        _ => "",
    };
    let mut wrong = Wrong::default();
    wrong.with(fields.iter().copied().find(|one| *one == field).unwrap_or_default(), reason.to_owned());
    wrong
}

/// A page that says why something was refused, where there is no form to say it in.
fn sorry(page: &Page<'_>, wrong: &Wrong) -> Response {
    let title = page.t("refused");
    let main = html! { h1 { (title) } (wrong.summary(page)) };
    page.whole_as(StatusCode::UNPROCESSABLE_ENTITY, "items", &title, &main)
}

/// An id, as a command wants it.
fn id<T: FromStr>(text: &str) -> Result<T, Trouble> {
    text.parse().map_err(|_| Trouble::Failed)
}

/// The one item that a page is about.
async fn item(house: &House, no: u32) -> Result<Seen, Trouble> {
    let seen = house.look(Look::items([no])).await?;
    if seen.view.items.is_empty() { Err(Trouble::NotThere) } else { Ok(seen) }
}
