//! Drafts of deeds' forms: what was typed and not sent. The office keeps them in its vault, the browser keeps nothing.
//!
//! A page with a form saves it a second after typing stops and when a field is left, where scripts run; and by a button.
//! It is there when the form is opened again, in whatever browser, and gone when its act is done.

use std::collections::BTreeSet;

use axum::Extension;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderMap;
use axum::response::{Html, IntoResponse, Response};
use maud::{Markup, html};
use office::drafts::{DraftAct, DraftView};
use office::practice::{ActId, ItemId};
use office::view::{Look, View};

use super::reading::digits;
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::SHOWN;
use crate::say::Say;
use crate::server::{House, Trouble, Visit, form, see_other};

/// The field that has the form's name.
pub(super) const NAME: &str = "kept-as";
/// The field that says since when it is kept, in a form that is filled from its draft; it is no part of what is sent.
pub(super) const KEPT_ON: &str = "kept-on";
/// What names items by their numbers: behind the question mark of a form's address, and in the form.
const ITEMS: [&str; 7] = ["answers", "reaffirms", "supersedes", "about", "mentions", "items", "of"];

/// The name under which what is typed into the form at this address is kept: its address within the office.
pub(super) fn name(visit: &Visit) -> String {
    let place = visit.address.strip_prefix(&visit.folder).unwrap_or_default();
    place.trim_start_matches('/').to_owned()
}

/// The name of a form that comes again, whose own address is another by then; or of the one at this address.
pub(super) fn name_of(visit: &Visit, form: &Form) -> String {
    form.given(NAME).map_or_else(|| name(visit), str::to_owned)
}

/// Whether a browser may have been given that name: it is a place within the office, and nothing else.
fn is_name(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphanumeric())
        && name.bytes().all(|byte| byte.is_ascii_graphic())
        && !name.contains("..")
}

/// The numbers of the items that a form is about: their words may be in it, and end with them.
fn about(name: &str, typed: &Form) -> Vec<u32> {
    let (place, query) = name.split_once('?').unwrap_or((name, ""));
    let of_place = place.strip_prefix("items/").and_then(|rest| rest.split('/').next()?.parse().ok());
    let query = Form::parse(query.as_bytes());
    let named = ITEMS.iter().flat_map(|of| query.all(of).chain(typed.all(of))).map(digits);
    let mut all: BTreeSet<u32> = of_place.into_iter().collect();
    for text in named {
        all.extend(text.split(|one: char| !one.is_ascii_digit()).filter_map(|one| one.parse::<u32>().ok()));
    }
    all.into_iter().collect()
}

/// What is no item and a form is about, by its number in the form's address: its words go when they are forgotten.
fn matter(name: &str, view: &View) -> Option<ItemId> {
    let mut parts = name.split(['/', '?']);
    let (kind, no) = (parts.next()?, parts.next()?.parse::<u32>().ok()?);
    let id = match kind {
        "questions" => view.questions.iter().find(|one| one.no == no).map(|one| one.question.as_str()),
        "proposals" => view.proposals.iter().find(|one| one.no == no).map(|one| one.proposal.as_str()),
        "offers" => view.offers.iter().find(|one| one.no == no).map(|one| one.offer.as_str()),
        "readouts" => view.readouts.iter().find(|one| one.no == no).map(|one| one.readout.as_str()),
        "texts" => view.texts.iter().find(|one| one.no == no).map(|one| one.text.as_str()),
        "notes" => view.notes.iter().find(|one| one.no == no).and_then(|one| one.note.as_deref()),
        _ => None,
    };
    id?.parse().ok()
}

/// What is kept of the form at this address, with since when it is kept.
pub(super) async fn kept(house: &House, visit: &Visit) -> Result<Option<Form>, Trouble> {
    let kept = house.draft(visit, DraftAct::Show { form: name(visit) }).await?.unwrap_or_default();
    Ok(kept.map(|kept| Form::parse(kept.typed.as_bytes()).and(KEPT_ON, kept.on)))
}

/// Keeps a form, unless it is not to be kept.
pub(super) async fn keep(house: &House, visit: &Visit, form: &Form) -> Result<Option<DraftView>, Trouble> {
    let name = form.given(NAME).filter(|name| is_name(name)).ok_or(Trouble::NotThere)?.to_owned();
    let act = form.read::<ActId>("act").ok_or(Trouble::NotThere)?;
    if !form.has_beside(&["act", "new", SHOWN, NAME]) {
        return Ok(None); // a button alone
    }
    let (about, typed) = (about(&name, form), form.without(&[SHOWN]).written());
    let of = matter(&name, &house.look(Look::default()).await?.view);
    match house.draft(visit, DraftAct::Keep { form: name, act, about, of, typed }).await? {
        Ok(kept) => kept.map(Some).ok_or(Trouble::Failed),
        Err(_) => Ok(None),
    }
}

/// Keeps a form that a locked browser sent, where it was shown to its officer before; the address of the form. Nothing is done.
pub(crate) async fn keep_of_locked(house: &House, visit: &Visit, body: Body) -> Option<String> {
    let form = form(body).await.ok()?;
    let act = form.read("act")?;
    if form.text(SHOWN) != visit.shown(act, form.given(NAME)?) {
        return None;
    }
    let kept = keep(house, visit, &form).await;
    kept.ok()?.map(|_| format!("{}/{}", visit.folder, form.given(NAME).unwrap_or_default()))
}

/// Takes what a page saves by itself, or by its button.
pub(crate) async fn take(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Trouble> {
    let form = form(body).await?;
    let kept = keep(&house, &visit, &form).await?;
    let say = Say(visit.language);
    if headers.contains_key("hx-request") {
        let said = html! {
            @match &kept {
                Some(kept) => { (say.t("draft-kept")) " " (say.hour(&kept.on)) },
                None => (say.t("draft-not-kept")),
            }
        };
        return Ok(Html(said.into_string()).into_response());
    }
    let place = form.given(NAME).unwrap_or_default();
    Ok(see_other(&format!("{}/{place}", visit.folder)))
}

/// Throws a draft away, and shows the form as it is without.
pub(crate) async fn throw_away(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    body: Body,
) -> Result<Response, Trouble> {
    let form = form(body).await?;
    let name = form.given(NAME).filter(|name| is_name(name)).ok_or(Trouble::NotThere)?;
    let act = form.read("act").ok_or(Trouble::NotThere)?;
    let _ = house.draft(&visit, DraftAct::Drop { form: name.to_owned(), act }).await?;
    Ok(see_other(&format!("{}/{name}", visit.folder)))
}

/// Above a form that was filled from its draft: since when it is kept, and how to be rid of it.
pub(super) fn notice(page: &Page<'_>, form: &Form) -> Markup {
    html! {
        @if let Some(on) = form.given(KEPT_ON) {
            form.draft method="post" action=(page.at("drafts/drop")) {
                input type="hidden" name=(NAME) value=(name_of(page.visit, form));
                input type="hidden" name="act" value=(form.text("act"));
                p { (page.t("draft-here")) " " (page.say.moment(on)) }
                button type="submit" { (page.t("draft-drop")) }
            }
        }
    }
}

/// Within a form: its name, where it is said that it was kept, and the button that keeps it where no script does.
pub(super) fn keeper(page: &Page<'_>, form: &Form) -> Markup {
    html! {
        input type="hidden" name=(NAME) value=(name_of(page.visit, form));
        button type="submit" formaction=(page.at("drafts")) formnovalidate { (page.t("draft-keep")) }
        // Not on the form itself: a field of it may be called as what a script asks a form for.
        output #draft-kept aria-live="polite" hx-post=(page.at("drafts")) hx-swap="innerHTML"
            hx-trigger="input delay:1s from:'closest form', change from:'closest form'" {}
    }
}

#[cfg(test)]
mod tests {
    use office::view::ReadoutView;

    use super::*;

    #[test]
    fn a_form_is_about_the_items_in_its_address() {
        let typed = |text: &str| Form::parse(text.as_bytes());
        assert_eq!(about("items/3/render", &typed("text=14")), [3]);
        assert_eq!(about("lodge?form=non-paper&answers=7&supersedes=2", &typed("reaffirms=5&text=x")), [2, 5, 7]);
        assert_eq!(about("disclose?items=4%2C+6", &typed("items=9")), [4, 6, 9]);
        assert_eq!(about("disclose", &typed("items=%DB%B1%DB%B2")), [12], "in Persian");
        assert_eq!(about("ask", &typed("")), [0_u32; 0]);
        assert_eq!(about("items/x/render?answers=none", &typed("")), [0_u32; 0]);
    }

    #[test]
    fn a_form_is_about_the_readout_in_its_address() {
        let readout =
            ReadoutView { no: 2, readout: "00000000000000000000000000000009".to_owned(), ..ReadoutView::default() };
        let view = View { readouts: vec![readout], ..View::default() };
        assert_eq!(
            matter("readouts/2/draft?x=1", &view),
            Some(ItemId([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 9]))
        );
        for name in ["readouts/1/draft", "readouts", "items/2/render", "readouts/x"] {
            assert_eq!(matter(name, &view), None, "{name}");
        }
    }

    #[test]
    fn a_name_leads_to_a_place_of_this_office_alone() {
        for name in ["items/3/render", "lodge?form=non-paper&answers=7", "ask"] {
            assert!(is_name(name), "{name}");
        }
        for name in ["", "/", "//elsewhere.example", "..", "items/../../x", "items/ 3", "items/3\r\nx", "ä"] {
            assert!(!is_name(name), "{name}");
        }
    }
}
