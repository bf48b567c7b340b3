//! What the desk does with an item that was lodged: renders it beside its authentic text, releases it after seeing exactly
//! what each addressee will see, returns it.

use std::hash::{DefaultHasher, Hasher};

use maud::{Markup, html};
use office::act::Act;
use office::practice::desk::Command;
use office::practice::{Label, canonical};
use office::view::{ItemView, SaidView};

use super::super::deed::{About, At, Deed, Draft, Not, Sheet, id};
use super::super::reading::Reading;
use super::super::translations;
use super::{on_item, ticked};
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::Fields;
use crate::parts::item::{chip, chips, fact, said, status_block, when_void, whole_words};
use crate::parts::look::{differences, found};
use crate::parts::text::{person, persons, whose};
use crate::server::Trouble;
use crate::show::items::head;

/// Puts an item into the words in which it may be conveyed.
pub(crate) struct Render;

impl Deed for Render {
    fn about(&self) -> About {
        About { fields: &["text", "label", "to"], ..on_item("items/{no}/render", "render", "rendered") }
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        let item = at.item()?;
        let form = Form::default();
        if let Some(said) = item.renditions.last() {
            // It was rendered before: it begins with the words as they stand.
            let form = form.and("text", canonical(&said.words)).and("label", said.label.clone().unwrap_or_default());
            let form = translations::with(form, &said.translations);
            return Ok(with_terms(form, &said.conditions, &said.reservations, said.scope.as_deref()));
        }
        // It begins with the author's words, without marks that only steer direction: so they are verbatim all the same.
        // And with what its author allows at most.
        let label = match item.handling.as_deref() {
            Some("verbatim") => Label::Verbatim,
            Some("gist") => Label::Gist,
            _ => Label::Paraphrase,
        };
        let form = form.and("text", canonical(&item.words)).and("label", label.word());
        Ok(with_terms(form, &item.conditions, &item.reservations, item.scope.as_deref()))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, item) = (at.page, at.item()?);
        let parties = page.seen.view.parties.iter().filter(|party| item.to.contains(&party.name));
        let to: Vec<_> = parties.map(|party| (party.party.to_string(), person(&party.name))).collect();
        let above = html! {
            p.subject { (page.item_link(at.no)) " " (chips(page, item)) }
            section.text aria-labelledby="authentic" {
                h2 #authentic { (page.t("words-authentic")) }
                (status_block(page, &item.status))
                (whole_words(page, item))
            }
            @for one in &item.renditions { (said(page, one)) }
            @if let Some(reason) = &item.reason { p.known { (page.t("objection-of-author")) " " (person(reason)) } }
            (seen_beside(at, &canonical(&item.words)))
        };
        let fields = html! {
            (fields.area("text", Some(&page.t("hint-render")), true, 10))
            (fields.boxes("label", true, &labels(page)))
            @if to.len() > 1 { (fields.boxes("to", false, &to)) p.hint { (page.t("hint-to-all")) } }
            (term_fields(page, fields))
            (translations::fields(page, fields))
        };
        Ok(Some(Sheet::new(above, fields).looked_at()))
    }

    fn draft(&self, at: &At<'_>) -> Option<Draft> {
        draft(at)
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let authentic = at.item()?;
        let item = id(&authentic.item)?;
        let mut form = Reading::of(at);
        let (words, label) = (form.text("text"), form.chosen("label"));
        let translations = translations::of(&mut form, at);
        let label = form.all(label)?;
        let (conditions, reservations, scope) = terms_of(at.form, &authentic.conditions, &authentic.reservations);
        let to = ticked(at.form, "to");
        Ok(Act::Desk(Command::Render { item, words, label, to, conditions, reservations, scope, translations }))
    }
}

/// The text of a form, to be looked at first.
pub(super) fn draft(at: &At<'_>) -> Option<Draft> {
    Some(Draft { text: at.form.text("text").to_owned(), concerns: Vec::new() })
}

/// How the words in the form differ from those that stand, and what was found in them, once it is looked at.
pub(super) fn seen_beside(at: &At<'_>, stand: &str) -> Markup {
    let words = at.form.text("text");
    html! {
        @if let Some(check) = at.found {
            (differences(at.page, stand, &canonical(words)))
            (found(at.page, words, check, false))
        }
    }
}

/// The labels, each with what it says of the words.
pub(super) fn labels(page: &Page<'_>) -> Vec<(String, Markup)> {
    let one =
        |word: &str| html! { strong { (page.say.word("label", word)) } " — " (page.say.word("labelabout", word)) };
    Label::ALL.iter().map(|label| (label.word().to_owned(), one(label.word()))).collect()
}

/// A form that begins with these conditions, reservations and scope.
pub(super) fn with_terms(form: Form, conditions: &[String], reservations: &[String], scope: Option<&str>) -> Form {
    form.and("conditions", in_lines(conditions).join("\n"))
        .and("reservations", in_lines(reservations).join("\n"))
        .and("scope", scope.map(canonical).unwrap_or_default())
}

/// Clauses as a field shows them: a line each, without marks that only steer direction.
fn in_lines(clauses: &[String]) -> Vec<String> {
    clauses.iter().map(|one| canonical(one).split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// Their fields.
pub(super) fn term_fields(page: &Page<'_>, fields: &Fields<'_>) -> Markup {
    html! {
        (fields.area("conditions", Some(&page.t("hint-terms")), false, 3))
        (fields.area("reservations", Some(&page.t("hint-lines")), false, 2))
        (fields.area("scope", None, false, 2))
    }
}

/// Conditions, reservations and scope, as a command takes them. Clauses that are as they stand are left out, and so stay as
/// their author broke their lines. A scope that is empty is taken out.
pub(super) fn terms_of(
    form: &Form,
    conditions: &[String],
    reservations: &[String],
) -> (Option<Vec<String>>, Option<Vec<String>>, Option<String>) {
    let changed = |name: &str, stand: &[String]| (form.lines(name) != in_lines(stand)).then(|| form.lines(name));
    let scope = form.text("scope").trim().to_owned();
    (changed("conditions", conditions), changed("reservations", reservations), Some(scope))
}

/// Lets an item go, once it was seen what each addressee will see.
pub(crate) struct Release;

impl Deed for Release {
    fn about(&self) -> About {
        on_item("items/{no}/release", "release", "released")
    }

    fn is_weighed(&self) -> bool {
        true
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, item) = (at.page, at.item()?);
        let rendered = |to: &&String| item.renditions.iter().any(|one| one.to.contains(to));
        let missing: Vec<&String> = item.to.iter().filter(|to| !rendered(to)).collect();
        let above = html! {
            (head(page, item))
            p.lead { (page.t("release-about")) }
            @for one in &item.renditions { (as_seen(page, item, one)) }
            @for one in &item.corrections { (as_seen(page, item, one)) }
            @for condition in &item.to_invoke { (invoked(page, item, *condition)) }
            @if item.conveyed.is_empty() && !missing.is_empty() { p.wrong { (page.t("release-missing")) " " (persons(page, missing)) } }
        };
        Ok(Some(Sheet::new(above, html! { input type="hidden" name="shown" value=(what_waits(item)); })))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let item = at.item()?;
        let mut form = Reading::of(at);
        // Once it is done nothing waits any more, and the same form sent again finds it done.
        if waits(item) && at.form.is_on("act") && at.form.text("shown") != what_waits(item) {
            form.wrong("", at.page.t("wrong-changed"));
        }
        form.whole()?;
        Ok(Act::Desk(Command::Release { item: id(&item.item)? }))
    }
}

/// Whether anything of it waits for its release.
fn waits(item: &ItemView) -> bool {
    !item.renditions.is_empty() || !item.corrections.is_empty() || !item.to_invoke.is_empty()
}

/// A mark of what waits for release, so that nothing goes that came after it was looked at. It keeps officers from each
/// other's haste, and is no seal.
fn what_waits(item: &ItemView) -> String {
    let waits = serde_json::to_vec(&(&item.renditions, &item.corrections, &item.to_invoke)).unwrap_or_default();
    let mut hasher = DefaultHasher::new();
    hasher.write(&waits);
    format!("{:016x}", hasher.finish())
}

/// That a condition was invoked, as those are told who were given it.
fn invoked(page: &Page<'_>, item: &ItemView, condition: u8) -> Markup {
    let words = usize::from(condition).checked_sub(1).and_then(|at| item.conditions.get(at));
    html! {
        section.preview {
            h2 { (page.t("will-be-told")) }
            div.preview-item {
                p { (page.say.with("condition-invoked", &[("n", u32::from(condition).into())])) }
                @if let Some(words) = words { p { (person(words)) } }
            }
        }
    }
}

/// One addressee's sight of it: the words, and everything that it is shown beside them.
fn as_seen(page: &Page<'_>, item: &ItemView, one: &SaidView) -> Markup {
    html! {
        section.preview {
            h2 { (page.t("will-see")) " " (persons(page, &one.to)) }
            div.preview-item {
                p {
                    (chip(page, "form", &item.form))
                    @if item.precedence != "routine" { " " (chip(page, "precedence", &item.precedence)) }
                }
                dl.facts {
                    (fact(&page.t("from"), &one.shown_from.as_deref().map_or_else(|| whose(page, &item.from), person)))
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

/// Hands an item back to its author.
pub(crate) struct Return;

impl Deed for Return {
    fn about(&self) -> About {
        About { fields: &["text"], ..on_item("items/{no}/return", "return", "returned") }
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let above = head(at.page, at.item()?);
        Ok(Some(Sheet::new(above, fields.area("text", Some(&at.page.t("hint-return")), true, 4))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let item = id(&at.item()?.item)?;
        let mut form = Reading::of(at);
        let reason = form.text("text");
        form.whole()?;
        Ok(Act::Desk(Command::Return { item, reason }))
    }
}
