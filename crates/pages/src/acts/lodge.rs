//! Lodging: first the form of what is said, then a sheet that asks what that form needs, and under "more" what it may have.

use axum::Extension;
use axum::body::Body;
use axum::extract::State;
use axum::response::Response;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use maud::{Markup, html};
use office::act::Act;
use office::practice::party::Command;
use office::practice::{
    ChannelHandle, Civil, Content, Disclosure, Form as ItemForm, Handling, ItemId, Lodging, Precedence, form_rule,
    script,
};
use office::view::{ChannelView, ItemView, Look};

use super::{Asked, Sheet, shown, take as ask_office};
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::{Fields, Wrong, new_id};
use crate::parts::item::status_block;
use crate::parts::text::person;
use crate::server::{House, Seen, Trouble, Visit, form};
use crate::show::items::head;

/// The forms that are lodged by themselves. A declaration is one of a pair; talking points are never conveyed.
const OFFERED: [ItemForm; 5] = [
    ItemForm::NonPaper,
    ItemForm::OralMessage,
    ItemForm::AideMemoire,
    ItemForm::PersonalMessage,
    ItemForm::NoteVerbale,
];

/// How it may be tied to another item: the field's name, which holds that item's number.
const TIES: [&str; 3] = ["answers", "reaffirms", "supersedes"];

/// The fields of the sheet beside which a refusal may stand.
const FIELDS: [&str; 6] = ["text", "days", "not-after", "behalf", "to", "ambiguous"];

/// What a sheet is made from: the office, and the items that it is tied to.
async fn seen(house: &House, from: &Form) -> Result<Seen, Trouble> {
    let seen = house.look(Look::items(TIES.iter().filter_map(|tie| from.read::<u32>(tie)))).await?;
    if seen.view.office.kind == "desk" { Err(Trouble::NotThere) } else { Ok(seen) }
}

/// The choice of a form; or the sheet, once it is chosen.
pub(crate) async fn ask(State(house): State<House>, Extension(visit): Extension<Visit>) -> Result<Response, Trouble> {
    let seen = seen(&house, &visit.query).await?;
    let page = Page::new(&visit, &seen);
    let Some(chosen) = visit.query.read::<ItemForm>("form").filter(|form| OFFERED.contains(form)) else {
        return Ok(choose(&page));
    };
    let form = Form::default()
        .and("form", chosen.word())
        .and("item", new_id().to_string())
        .and("days", "30")
        .and("handling", Handling::Paraphrase.word())
        .and("precedence", Precedence::Routine.word())
        .and("disclosure", Disclosure::Secret.word());
    let form = TIES.iter().fold(form, |form, tie| form.and(tie, visit.query.text(tie)));
    Ok(sheet(&page, &form, &Wrong::default()))
}

fn choose(page: &Page<'_>) -> Response {
    let title = page.t("lodge");
    let tie = |tie: &&str| page.visit.query.read::<u32>(tie).map(|no| format!("&{tie}={no}"));
    let ties: String = TIES.iter().filter_map(tie).collect();
    let main = html! {
        h1 { (title) }
        p.lead { (page.t("lodge-about")) }
        ul.rows.choices {
            @for form in OFFERED {
                li {
                    a.choice href=(page.at(&format!("lodge?form={form}{ties}"))) {
                        strong { (page.say.word("form", form.word())) }
                        span { (page.say.word("formrule", form.word())) }
                    }
                }
            }
        }
    };
    page.whole("lodge", &title, &main)
}

/// The channel that it is lodged in, where that is settled: by what it is tied to, or because there is one alone.
fn settled<'a>(page: &Page<'a>, form: &Form) -> Option<&'a ChannelView> {
    let channels = &page.seen.view.channels;
    if let Some(tied) = TIES.iter().find_map(|tie| page.item(form.read(tie)?)) {
        return channels.iter().find(|channel| channel.channel == tied.channel);
    }
    let mut open = channels.iter().filter(|channel| !channel.closed);
    open.next().filter(|_| open.next().is_none())
}

fn words(page: &Page<'_>, family: &str, all: impl Iterator<Item = &'static str>) -> Vec<(String, Markup)> {
    all.map(|word| (word.to_owned(), html! { (page.say.word(family, word)) })).collect()
}

fn sheet(page: &Page<'_>, form: &Form, wrong: &Wrong) -> Response {
    let item_form = form.read::<ItemForm>("form").unwrap_or(ItemForm::NonPaper);
    let formrule = page.say.word("formrule", item_form.word());
    let rule = form_rule(item_form);
    let fields = Fields { page, form, wrong };
    let channel = settled(page, form);
    let open = page.seen.view.channels.iter().filter(|channel| !channel.closed);
    let channels: Vec<_> = open.map(|one| (one.channel.clone(), html! { (script::visible(&one.name)) })).collect();
    let others = channel.into_iter().flat_map(|channel| &channel.others);
    let others: Vec<_> = others.map(|other| (other.number.to_string(), person(&other.label))).collect();
    let handling = words(page, "handling", Handling::ALL.iter().map(|one| one.word()));
    let precedence = words(page, "precedence", Precedence::ALL.iter().map(|one| one.word()));
    let disclosure = words(page, "disclosure", Disclosure::ALL.iter().map(|one| one.word()));
    let tied = |tie: &str| page.item(form.read(tie)?);
    let sheet = Sheet {
        here: "lodge",
        act: "lodge",
        to: "lodge".to_owned(),
        above: html! {
            p.form-rule { strong { (page.say.word("form", item_form.word())) } " — " (formrule) }
            @if let Some(channel) = channel {
                p { (page.t("channel")) " " (person(&channel.name)) }
                (status_block(page, &channel.status))
            }
            @for tie in TIES {
                @if let Some(item) = tied(tie) { (tied_to(page, tie, item)) }
            }
        },
        fields: html! {
            (fields.kept(&["form", "item", "answers", "reaffirms", "supersedes"]))
            @match channel {
                Some(channel) => input type="hidden" name="channel" value=(channel.channel);,
                None => (fields.choice("channel", None, &channels)),
            }
            @if others.len() > 1 { (fields.boxes("to", false, &others)) }
            @if rule.personal {
                (fields.line("behalf", "text", None, true))
                (fields.line("carrier", "text", None, false))
            }
            (fields.area("text", None, true, 10))
            (fields.area("conditions", Some(&page.t("hint-lines")), false, 3))
            (fields.area("reservations", Some(&page.t("hint-lines")), false, 2))
            (fields.line("days", "number", Some(&page.t("hint-days")), true))
            (fields.choice("handling", Some(&page.t("hint-handling")), &handling))
            (fields.tick("approve"))
            details.more open[!wrong.is_empty()] {
                summary { (page.t("more")) }
                (fields.choice("precedence", None, &precedence))
                (fields.choice("disclosure", None, &disclosure))
                (fields.area("scope", None, false, 2))
                @if !rule.without_origin { (fields.line("as-of", "datetime-local", Some(&page.t("hint-utc")), false)) }
                (fields.line("not-before", "datetime-local", Some(&page.t("hint-utc")), false))
                (fields.line("not-after", "datetime-local", Some(&page.t("hint-utc")), false))
                (fields.line("language", "text", Some(&page.t("hint-language")), false))
                (fields.area("ambiguous", Some(&page.t("hint-ambiguous")), false, 2))
            }
        },
    };
    shown(page, wrong, &sheet)
}

fn tied_to(page: &Page<'_>, tie: &str, item: &ItemView) -> Markup {
    html! { section.tied { h2 { (page.t(tie)) } (head(page, item)) } }
}

/// Lodges it.
pub(crate) async fn take(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    body: Body,
) -> Result<Response, Trouble> {
    let form = form(body).await?;
    let seen = seen(&house, &form).await?;
    let page = Page::new(&visit, &seen);
    let lodging = match lodging(&page, &form) {
        Ok(lodging) => lodging,
        Err(wrong) => return Ok(sheet(&page, &form, &wrong)),
    };
    let asked = Asked {
        form: &form,
        act: Act::Party(Command::Lodge(lodging)),
        then: "items".to_owned(),
        done: "lodged",
        fields: &FIELDS,
    };
    ask_office(&house, &page, asked, |wrong| Ok(sheet(&page, &form, wrong))).await
}

/// A moment as a browser's field gives it, taken in UTC.
fn moment(text: &str) -> Option<Civil> {
    let moment: DateTime = text.parse().ok()?;
    Some(Civil(moment.to_zoned(TimeZone::UTC).ok()?.timestamp().as_second()))
}

/// Reads the sheet. What the practice itself would refuse is left to it.
fn lodging(page: &Page<'_>, form: &Form) -> Result<Lodging, Wrong> {
    let mut wrong = Wrong::default();
    let (item, channel, text) =
        (form.read::<ItemId>("item"), form.read::<ChannelHandle>("channel"), form.given("text"));
    let days = form.read::<i64>("days").filter(|days| (1..=3650).contains(days));
    for (field, missing, what) in [
        ("channel", channel.is_none(), page.t("wrong-choose")),
        ("text", text.is_none(), page.t("wrong-text")),
        ("days", days.is_none(), page.t("wrong-days")),
        ("", item.is_none(), page.t("form-stale")),
    ] {
        if missing {
            wrong.with(field, what);
        }
    }
    let mut at = |name: &'static str| {
        let read = form.given(name).and_then(moment);
        if form.is_on(name) && read.is_none() {
            wrong.with(name, page.t("wrong-moment"));
        }
        read
    };
    let (as_of, not_before, not_after) = (at("as-of"), at("not-before"), at("not-after"));
    let (Some(item), Some(channel), Some(text), Some(days), true) = (item, channel, text, days, wrong.is_empty())
    else {
        return Err(wrong);
    };
    let named = |name: &str| form.given(name).map(str::to_owned);
    let content = Content {
        form: form.read("form").unwrap_or(ItemForm::NonPaper),
        conditions: form.lines("conditions"),
        reservations: form.lines("reservations"),
        scope: named("scope"),
        as_of,
        precedence: form.read("precedence").unwrap_or(Precedence::Routine),
        on_behalf_of: named("behalf"),
        carrier: named("carrier"),
        language: named("language"),
        disclosure: form.read("disclosure").unwrap_or(Disclosure::Secret),
        keep_ambiguous: form.lines("ambiguous"),
        ..Content::new(text, Civil(page.seen.now).plus_days(days).end_of_day())
    };
    let tie = |name: &str| page.item(form.read(name)?).map(|item| item.item.as_str());
    Ok(Lodging {
        to: form.all("to").filter_map(|one| one.parse().ok()).collect(),
        handling: form.read("handling").unwrap_or(Handling::AtDesk),
        approve: form.is_on("approve"),
        not_before,
        not_after,
        answers: tie("answers").and_then(|id| id.parse().ok()),
        reaffirms: tie("reaffirms").and_then(|id| id.parse().ok()),
        supersedes: tie("supersedes").and_then(|id| id.parse().ok()),
        ..Lodging::new(item, channel, content)
    })
}
