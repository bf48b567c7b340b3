//! The desk's officers, and how long words are kept.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use maud::html;

use super::{desk_alone, frame};
use crate::page::Page;
use crate::parts::text::person;
use crate::server::{House, Trouble, Visit};

/// Who acts at this desk.
pub(crate) async fn list(State(house): State<House>, Extension(visit): Extension<Visit>) -> Result<Response, Trouble> {
    let seen = frame(&house).await?;
    let page = Page::new(&visit, &seen);
    desk_alone(&page)?;
    let view = &seen.view;
    let title = page.say.word("place", "officers");
    let main = html! {
        h1 { (title) }
        p.lead { (page.say.word("about", "officers")) }
        p.acts { a.button href=(page.at("add-officer")) { (page.say.word("do", "add-officer")) } }
        ul.rows {
            @for (no, officer) in (1_u32..).zip(&view.office.officers) {
                li.row {
                    p.row-head {
                        strong { (person(officer)) }
                        @if view.office.opened_by.as_ref() == Some(officer) { span.chip { (page.t("opened-by")) } }
                        @if *officer == visit.officer { span.chip { (page.t("you")) } }
                        @if *officer != visit.officer {
                            a.button href=(page.at(&format!("officers/{no}/remove"))) { (page.say.word("do", "remove-officer")) }
                        }
                    }
                }
            }
        }
        section aria-labelledby="kept" {
            h2 #kept { (page.t("kept")) }
            p {
                @match view.retention {
                    Some(days) => (page.say.with("kept-days", &[("n", days.into())])),
                    None => (page.t("kept-until-erased")),
                }
            }
            p.acts { a.button href=(page.at("retain")) { (page.say.word("do", "retain")) } }
        }
    };
    Ok(page.whole("officers", &title, &main))
}
