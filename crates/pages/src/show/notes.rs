//! What was noted of the world outside, conflicts within a party, and the interests that the desk declared.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use office::view::{ConflictView, ContradictingView, InterestView, MatchView, NoteView};

use super::{desk_acts, desk_alone, frame, listed};
use crate::page::Page;
use crate::parts::item::fact;
use crate::parts::text::{marked, person, persons, whose, words};
use crate::server::{House, Trouble, Visit};

/// Disclosures, statements, and press texts that were held against what is here.
pub(crate) async fn list(State(house): State<House>, Extension(visit): Extension<Visit>) -> Result<Response, Trouble> {
    let seen = frame(&house).await?;
    let page = Page::new(&visit, &seen);
    Ok(listed(&page, "notes", "notes", &seen.view.notes, |note| one(&page, note)))
}

fn one(page: &Page<'_>, note: &NoteView) -> Markup {
    let places: Vec<_> = note.matches.iter().flat_map(|one| one.places.clone()).collect();
    html! {
            h2 { (page.say.word("note", &note.kind)) (page.say.comma()) (page.say.day(&note.on)) }
            dl.facts {
                @if let Some(occasion) = &note.occasion { (fact(&page.t("occasion"), &person(occasion))) }
                @if let Some(officer) = &note.officer { (fact(&page.t("officer"), &person(officer))) }
                @if !note.items.is_empty() { (fact(&page.t("of-items"), &page.all_named(&note.items))) }
            }
            @if let Some(text) = &note.words {
                (marked(text, &places, |place| page.say.word("touches", &place.touches)))
            }
            @for one in &note.matches { (matched(page, one)) }
            (desk_acts::of_note(page, note))
    }
}

fn matched(page: &Page<'_>, one: &MatchView) -> Markup {
    html! {
        div.match {
            p {
                (page.named(&one.item)) ": "
                (page.t(if one.authentic { "like-authentic" } else { "like-released" })) (page.say.comma())
                (page.say.with("likeness", &[("n", u32::from(one.likeness).into())]))
            }
            @if !one.told.is_empty() { p { (page.t("had-been-told")) " " (persons(page, &one.told)) } }
        }
    }
}

/// Where two offices of one party contradict each other.
pub(crate) async fn conflicts(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
) -> Result<Response, Trouble> {
    let seen = frame(&house).await?;
    let page = Page::new(&visit, &seen);
    desk_alone(&page)?;
    let conflict = |one: &ConflictView| {
        html! {
            h2 { (person(&one.party)) (page.say.comma()) (page.named(&one.item)) }
            ul { @for did in &one.said { li { (contradicting(&page, did)) } } }
            p { (page.t(if one.asked { "principal-asked" } else { "principal-not-asked" })) }
            (desk_acts::of_conflict(&page, one))
        }
    };
    Ok(listed(&page, "conflicts", "conflicts", &seen.view.conflicts, conflict))
}

/// What one office did.
fn contradicting(page: &Page<'_>, did: &ContradictingView) -> Markup {
    html! {
        (whose(page, &did.office)) ": "
        @if let Some(disposition) = &did.disposition { (page.say.word("disposition", disposition)) }
        @if let Some(no) = did.answered { (page.t("conflict-answered")) " " (page.item_link(no)) }
    }
}

/// The interests of the intermediary's own that it declared.
pub(crate) async fn interests(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
) -> Result<Response, Trouble> {
    let seen = frame(&house).await?;
    let page = Page::new(&visit, &seen);
    let interest = |one: &InterestView| html! { p.row-foot { (page.say.day(&one.on)) } (words(&one.words, None)) };
    Ok(listed(&page, "interests", "interests", &seen.view.interests, interest))
}
