//! What the desk does with an item: renders it beside its authentic text, releases it after seeing exactly what each
//! addressee will see, returns it, asks about it in private.

use axum::Extension;
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use office::act::Act;
use office::practice::desk::Command;
use office::practice::{Civil, Label, PartyId, canonical, script};
use office::view::{ItemView, Look, SaidView};

use super::{Asked, Sheet, id, item, shown, take};
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::{Fields, Wrong, new_id};
use crate::parts::item::{chip, chips, fact, said, status_block, when_void, whole_words};
use crate::parts::text::{person, persons};
use crate::server::{House, No, Trouble, Visit, form};
use crate::show::desk_alone;
use crate::show::items::head;

/// An act on one item, from a form.
fn on_item<'a>(form: &'a Form, no: u32, command: Command, done: &'static str) -> Asked<'a> {
    let (act, then) = (Act::Desk(command), format!("items/{no}"));
    Asked { form, act, then, done, fields: &["text", "label", "to", "days"] }
}

/// The item that a page of a desk is about.
fn the<'a>(page: &Page<'a>, no: u32) -> Result<&'a ItemView, Trouble> {
    desk_alone(page)?;
    page.item(no).ok_or(Trouble::NotThere)
}

/// The form of a rendition.
pub(crate) async fn ask_render(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
) -> Result<Response, Trouble> {
    let seen = item(&house, no).await?;
    let page = Page::new(&visit, &seen);
    let item = the(&page, no)?;
    // It begins with the author's words, without marks that only steer direction: so they are verbatim all the same. And
    // with what its author allows at most.
    let label = match item.handling.as_deref() {
        Some("verbatim") => Label::Verbatim,
        Some("gist") => Label::Gist,
        _ => Label::Paraphrase,
    };
    let form = Form::default().and("text", canonical(&item.words)).and("label", label.word());
    render_form(&page, no, &form, &Wrong::default())
}

fn render_form(page: &Page<'_>, no: u32, form: &Form, wrong: &Wrong) -> Result<Response, Trouble> {
    let item = the(page, no)?;
    let fields = Fields { page, form, wrong };
    let one =
        |word: &str| html! { strong { (page.say.word("label", word)) } " — " (page.say.word("labelabout", word)) };
    let labels: Vec<_> = Label::ALL.iter().map(|label| (label.word().to_owned(), one(label.word()))).collect();
    let parties = page.seen.view.parties.iter().filter(|party| item.to.contains(&party.name));
    let to: Vec<_> = parties.map(|party| (party.party.to_string(), person(&party.name))).collect();
    let sheet = Sheet {
        here: "items",
        act: "render",
        to: format!("items/{no}/render"),
        above: html! {
            p.about { (page.item_link(no)) " " (chips(page, item)) }
            section.text aria-labelledby="authentic" {
                h2 #authentic { (page.t("words-authentic")) }
                (status_block(page, &item.status))
                (whole_words(page, item))
            }
            @for one in &item.renditions { (said(page, one)) }
        },
        fields: html! {
            (fields.kept(&[]))
            (fields.area("text", Some(&page.t("hint-render")), true, 10))
            (fields.boxes("label", true, &labels))
            @if to.len() > 1 { (fields.boxes("to", false, &to)) }
        },
    };
    Ok(shown(page, wrong, &sheet))
}

/// Takes a rendition.
pub(crate) async fn take_render(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
    body: Body,
) -> Result<Response, Trouble> {
    let (form, seen) = (form(body).await?, item(&house, no).await?);
    let page = Page::new(&visit, &seen);
    let item = id(&the(&page, no)?.item)?;
    let Some(words) = form.given("text") else {
        return render_form(&page, no, &form, &Wrong::of("text", page.t("wrong-text")));
    };
    let Some(label) = form.read::<Label>("label") else {
        return render_form(&page, no, &form, &Wrong::of("label", page.t("wrong-choose")));
    };
    let command = Command::Render {
        item,
        words: words.to_owned(),
        label,
        to: form.all("to").filter_map(|one| one.parse().ok()).map(PartyId).collect(),
        conditions: None,
        reservations: None,
        scope: None,
        translations: Vec::new(),
    };
    let asked = on_item(&form, no, command, "rendered");
    take(&house, &page, asked, |wrong| render_form(&page, no, &form, wrong)).await
}

/// What each addressee would see, before it is released.
pub(crate) async fn ask_release(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
) -> Result<Response, Trouble> {
    let seen = item(&house, no).await?;
    release_form(&Page::new(&visit, &seen), no, &Form::default(), &Wrong::default())
}

fn release_form(page: &Page<'_>, no: u32, form: &Form, wrong: &Wrong) -> Result<Response, Trouble> {
    let item = the(page, no)?;
    let fields = Fields { page, form, wrong };
    let rendered = |to: &&String| item.renditions.iter().any(|one| one.to.contains(to));
    let missing: Vec<&String> = item.to.iter().filter(|to| !rendered(to)).collect();
    let sheet = Sheet {
        here: "items",
        act: "release",
        to: format!("items/{no}/release"),
        above: html! {
            (head(page, item))
            p.lead { (page.t("release-about")) }
            @for one in &item.renditions { (as_seen(page, item, one)) }
            @if !missing.is_empty() { p.wrong { (page.t("release-missing")) " " (persons(missing)) } }
        },
        fields: html! { (fields.kept(&[])) },
    };
    Ok(shown(page, wrong, &sheet))
}

/// One addressee's sight of it: the words, and everything that it is shown beside them.
fn as_seen(page: &Page<'_>, item: &ItemView, one: &SaidView) -> Markup {
    html! {
        section.preview {
            h2 { (page.t("will-see")) " " (persons(&one.to)) }
            div.preview-item {
                p {
                    (chip(page, "form", &item.form))
                    @if item.precedence != "routine" { " " (chip(page, "precedence", &item.precedence)) }
                }
                dl.facts {
                    (fact(&page.t("from"), &person(one.shown_from.as_deref().unwrap_or(&item.from))))
                    @if let Some(name) = &item.on_behalf_of { (fact(&page.t("on-behalf-of"), &person(name))) }
                    @if let Some(name) = &item.carrier { (fact(&page.t("carrier"), &person(name))) }
                    @if let Some(as_of) = &item.as_of { (fact(&page.t("as-of"), &page.say.moment(as_of))) }
                    (fact(&page.t("lapse"), &when_void(page, &item.lapses)))
                }
                (status_block(page, &item.status))
                (said(page, &SaidView { to: Vec::new(), ..one.clone() }))
            }
        }
    }
}

/// Releases it.
pub(crate) async fn take_release(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
    body: Body,
) -> Result<Response, Trouble> {
    let (form, seen) = (form(body).await?, item(&house, no).await?);
    let page = Page::new(&visit, &seen);
    let item = id(&the(&page, no)?.item)?;
    let asked = on_item(&form, no, Command::Release { item }, "released");
    take(&house, &page, asked, |wrong| release_form(&page, no, &form, wrong)).await
}

/// The form by which an item is handed back.
pub(crate) async fn ask_return(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
) -> Result<Response, Trouble> {
    let seen = item(&house, no).await?;
    return_form(&Page::new(&visit, &seen), no, &Form::default(), &Wrong::default())
}

fn return_form(page: &Page<'_>, no: u32, form: &Form, wrong: &Wrong) -> Result<Response, Trouble> {
    let fields = Fields { page, form, wrong };
    let sheet = Sheet {
        here: "items",
        act: "return",
        to: format!("items/{no}/return"),
        above: head(page, the(page, no)?),
        fields: html! {
            (fields.kept(&[]))
            (fields.area("text", Some(&page.t("hint-return")), true, 4))
        },
    };
    Ok(shown(page, wrong, &sheet))
}

/// Hands it back.
pub(crate) async fn take_return(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
    body: Body,
) -> Result<Response, Trouble> {
    let (form, seen) = (form(body).await?, item(&house, no).await?);
    let page = Page::new(&visit, &seen);
    let item = id(&the(&page, no)?.item)?;
    let Some(reason) = form.given("text").map(str::to_owned) else {
        return return_form(&page, no, &form, &Wrong::of("text", page.t("wrong-text")));
    };
    let asked = on_item(&form, no, Command::Return { item, reason }, "returned");
    take(&house, &page, asked, |wrong| return_form(&page, no, &form, wrong)).await
}

/// The form of a private question.
pub(crate) async fn ask_ask(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
) -> Result<Response, Trouble> {
    let seen = house.look(Look::default()).await?;
    let form = Form::default().and("days", "30").and("question", new_id().to_string());
    ask_form(&Page::new(&visit, &seen), &form, &Wrong::default())
}

fn ask_form(page: &Page<'_>, form: &Form, wrong: &Wrong) -> Result<Response, Trouble> {
    desk_alone(page)?;
    let view = &page.seen.view;
    let fields = Fields { page, form, wrong };
    let open = view.channels.iter().filter(|channel| !channel.closed);
    let channels: Vec<_> =
        open.map(|channel| (channel.channel.clone(), html! { (script::visible(&channel.name)) })).collect();
    let parties: Vec<_> =
        view.parties.iter().map(|one| (one.party.to_string(), html! { (script::visible(&one.name)) })).collect();
    let sheet = Sheet {
        here: "questions",
        act: "ask",
        to: "ask".to_owned(),
        above: html! { p.lead { (page.say.word("about", "questions")) } },
        fields: html! {
            (fields.kept(&["question"]))
            (fields.choice("party", None, &parties))
            (fields.choice("channel", None, &channels))
            (fields.area("text", None, true, 8))
            (fields.line("days", "number", Some(&page.t("hint-days-question")), true))
            (fields.tick("principal-only"))
        },
    };
    Ok(shown(page, wrong, &sheet))
}

/// Asks it.
pub(crate) async fn take_ask(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    body: Body,
) -> Result<Response, Trouble> {
    let form = form(body).await?;
    let seen = house.look(Look::default()).await?;
    let page = Page::new(&visit, &seen);
    desk_alone(&page)?;
    let (to, channel, text) = (form.read("party").map(PartyId), form.read("channel"), form.given("text"));
    let days = form.read::<i64>("days").filter(|days| (1..=3650).contains(days));
    let mut wrong = Wrong::default();
    for (field, missing, what) in [
        ("party", to.is_none(), page.t("wrong-choose")),
        ("channel", channel.is_none(), page.t("wrong-choose")),
        ("text", text.is_none(), page.t("wrong-text")),
        ("days", days.is_none(), page.t("wrong-days")),
    ] {
        if missing {
            wrong.with(field, what);
        }
    }
    let (Some(to), Some(channel), Some(text), Some(days)) = (to, channel, text, days) else {
        return ask_form(&page, &form, &wrong);
    };
    let command = Command::Ask {
        question: form.read("question").ok_or(Trouble::NotThere)?,
        channel,
        to,
        text: text.to_owned(),
        lapses: Some(Civil(seen.now).plus_days(days).end_of_day()),
        about: None,
        principal_only: form.is_on("principal-only"),
    };
    let asked = Asked { then: "questions".to_owned(), ..on_item(&form, 0, command, "asked") };
    take(&house, &page, asked, |wrong| ask_form(&page, &form, wrong)).await
}
