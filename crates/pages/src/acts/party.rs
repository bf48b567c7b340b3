//! What a party does with what it has: reads it, disposes of it, approves words or objects to them, answers the desk.

use axum::Extension;
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use maud::html;
use office::act::Act;
use office::practice::Disposition;
use office::practice::party::Command;
use office::view::{ItemView, Look, QuestionView};

use super::{Asked, Sheet, id, item, shown, sorry, take};
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::{Fields, Wrong};
use crate::parts::item::said;
use crate::parts::text::words;
use crate::server::{House, No, Trouble, Visit, form};
use crate::show::items::head;

/// An act on one item of a party's, from a form.
fn on_item<'a>(form: &'a Form, no: u32, command: Command, done: &'static str) -> Asked<'a> {
    let (act, then) = (Act::Party(command), format!("items/{no}"));
    Asked { form, act, then, done, fields: &["text"] }
}

fn the<'a>(page: &Page<'a>, no: u32) -> Result<&'a ItemView, Trouble> {
    page.item(no).ok_or(Trouble::NotThere)
}

/// Says that an oral message was read; the desk alone is told.
pub(crate) async fn read(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
    body: Body,
) -> Result<Response, Trouble> {
    let (form, seen) = (form(body).await?, item(&house, no).await?);
    let page = Page::new(&visit, &seen);
    let conveyed = id(&the(&page, no)?.item)?;
    let asked = on_item(&form, no, Command::Read { conveyed }, "read");
    take(&house, &page, asked, |wrong| Ok(sorry(&page, wrong))).await
}

/// Approves the very words that stand on the item's page.
pub(crate) async fn approve(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
    body: Body,
) -> Result<Response, Trouble> {
    let (form, seen) = (form(body).await?, item(&house, no).await?);
    let page = Page::new(&visit, &seen);
    let item = id(&the(&page, no)?.item)?;
    let asked = on_item(&form, no, Command::Approve { item }, "approved");
    take(&house, &page, asked, |wrong| Ok(sorry(&page, wrong))).await
}

/// The form of a disposition.
pub(crate) async fn ask_dispose(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
) -> Result<Response, Trouble> {
    let seen = item(&house, no).await?;
    dispose_form(&Page::new(&visit, &seen), no, &Form::default(), &Wrong::default())
}

fn dispose_form(page: &Page<'_>, no: u32, form: &Form, wrong: &Wrong) -> Result<Response, Trouble> {
    let item = the(page, no)?;
    let fields = Fields { page, form, wrong };
    let one = |word: &str| {
        let about = page.say.word("dispositionabout", word);
        html! { strong { (page.say.word("disposition", word)) } " — " (about) }
    };
    let among: Vec<_> = Disposition::ALL.iter().map(|word| (word.word().to_owned(), one(word.word()))).collect();
    let sheet = Sheet {
        here: "items",
        act: "dispose",
        to: format!("items/{no}/dispose"),
        above: html! { (head(page, item)) p.lead { (page.t("dispose-about")) } },
        fields: html! { (fields.kept(&[])) (fields.boxes("as", true, &among)) },
    };
    Ok(shown(page, wrong, &sheet))
}

/// Takes a disposition.
pub(crate) async fn take_dispose(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
    body: Body,
) -> Result<Response, Trouble> {
    let (form, seen) = (form(body).await?, item(&house, no).await?);
    let page = Page::new(&visit, &seen);
    let Some(disposition) = form.read::<Disposition>("as") else {
        return dispose_form(&page, no, &form, &Wrong::of("as", page.t("wrong-choose")));
    };
    let conveyed = id(&the(&page, no)?.item)?;
    let asked = on_item(&form, no, Command::Dispose { conveyed, disposition }, "disposed");
    take(&house, &page, asked, |wrong| dispose_form(&page, no, &form, wrong)).await
}

/// The form of an objection.
pub(crate) async fn ask_object(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
) -> Result<Response, Trouble> {
    let seen = item(&house, no).await?;
    object_form(&Page::new(&visit, &seen), no, &Form::default(), &Wrong::default())
}

fn object_form(page: &Page<'_>, no: u32, form: &Form, wrong: &Wrong) -> Result<Response, Trouble> {
    let item = the(page, no)?;
    let fields = Fields { page, form, wrong };
    let sheet = Sheet {
        here: "items",
        act: "object",
        to: format!("items/{no}/object"),
        above: html! { (head(page, item)) @for one in &item.to_approve { (said(page, one)) } },
        fields: html! { (fields.kept(&[])) (fields.area("reason", Some(&page.t("hint-object")), false, 4)) },
    };
    Ok(shown(page, wrong, &sheet))
}

/// Takes an objection.
pub(crate) async fn take_object(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
    body: Body,
) -> Result<Response, Trouble> {
    let (form, seen) = (form(body).await?, item(&house, no).await?);
    let page = Page::new(&visit, &seen);
    let item = id(&the(&page, no)?.item)?;
    let reason = form.given("reason").map(str::to_owned);
    let asked = on_item(&form, no, Command::Object { item, reason }, "objected");
    take(&house, &page, asked, |wrong| object_form(&page, no, &form, wrong)).await
}

fn question<'a>(page: &Page<'a>, no: u32) -> Result<&'a QuestionView, Trouble> {
    page.seen.view.questions.iter().find(|one| one.no == no).ok_or(Trouble::NotThere)
}

/// The form of an answer to a private question.
pub(crate) async fn ask_reply(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
) -> Result<Response, Trouble> {
    let seen = house.look(Look::default()).await?;
    reply_form(&Page::new(&visit, &seen), no, &Form::default(), &Wrong::default())
}

fn reply_form(page: &Page<'_>, no: u32, form: &Form, wrong: &Wrong) -> Result<Response, Trouble> {
    let question = question(page, no)?;
    let fields = Fields { page, form, wrong };
    let sheet = Sheet {
        here: "questions",
        act: "reply",
        to: format!("questions/{no}/reply"),
        above: html! { article.card { (words(&question.text, None)) } },
        fields: html! { (fields.kept(&[])) (fields.area("text", Some(&page.t("hint-reply")), true, 8)) },
    };
    Ok(shown(page, wrong, &sheet))
}

/// Takes an answer.
pub(crate) async fn take_reply(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
    body: Body,
) -> Result<Response, Trouble> {
    let form = form(body).await?;
    let seen = house.look(Look::default()).await?;
    let page = Page::new(&visit, &seen);
    let Some(text) = form.given("text") else {
        return reply_form(&page, no, &form, &Wrong::of("text", page.t("wrong-text")));
    };
    let command = Command::Reply { question: id(&question(&page, no)?.question)?, text: text.to_owned() };
    let asked = Asked { then: "questions".to_owned(), ..on_item(&form, no, command, "replied") };
    take(&house, &page, asked, |wrong| reply_form(&page, no, &form, wrong)).await
}
