//! The private conversation of desk and party: questions and their answers, never part of a channel's items.

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use office::view::QuestionView;

use super::{desk_acts, frame, listed, mine};
use crate::page::Page;
use crate::parts::text::{person, words};
use crate::server::{House, Trouble, Visit};

/// All questions, newest first.
pub(crate) async fn list(State(house): State<House>, Extension(visit): Extension<Visit>) -> Result<Response, Trouble> {
    let seen = frame(&house).await?;
    let page = Page::new(&visit, &seen);
    Ok(listed(&page, "questions", "questions", &seen.view.questions, |question| one(&page, question)))
}

fn one(page: &Page<'_>, question: &QuestionView) -> Markup {
    html! {
            h2 { (page.say.with("question-no", &[("n", question.no.into())])) }
            p.row-foot {
                @if let Some(to) = &question.to { span { (page.t("to")) " " (person(to)) } }
                span { (page.t("lapses")) " " (page.say.moment(&question.lapses)) }
                @if let Some(about) = &question.about { span { (page.t("about-item")) " " (page.named(about)) } }
            }
            (words(&question.text, None))
            @match &question.reply {
                Some(reply) => { h3 { (page.t("reply")) } (words(reply, None)) },
                None if page.is_desk() => p.hint { (page.t("no-reply-yet")) },
                None => {},
            }
            (desk_acts::of_question(page, question))
            @if !page.is_desk() { (mine::question(page, question)) }
    }
}
