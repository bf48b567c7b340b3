//! What the desk does with an item that was lodged: renders it beside its authentic text, releases it after seeing exactly
//! what each addressee will see, returns it.

use maud::{Markup, html};
use office::act::Act;
use office::practice::desk::Command;
use office::practice::{Label, PartyId, canonical};
use office::view::{ItemView, SaidView};

use super::super::deed::{About, At, Deed, Not, Sheet, id};
use super::super::reading::Reading;
use super::on_item;
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::Fields;
use crate::parts::item::{chip, chips, fact, said, status_block, when_void, whole_words};
use crate::parts::text::{person, persons};
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
        // It begins with the author's words, without marks that only steer direction: so they are verbatim all the same.
        // And with what its author allows at most.
        let label = match item.handling.as_deref() {
            Some("verbatim") => Label::Verbatim,
            Some("gist") => Label::Gist,
            _ => Label::Paraphrase,
        };
        Ok(Form::default().and("text", canonical(&item.words)).and("label", label.word()))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, item) = (at.page, at.item()?);
        let one =
            |word: &str| html! { strong { (page.say.word("label", word)) } " — " (page.say.word("labelabout", word)) };
        let labels: Vec<_> = Label::ALL.iter().map(|label| (label.word().to_owned(), one(label.word()))).collect();
        let parties = page.seen.view.parties.iter().filter(|party| item.to.contains(&party.name));
        let to: Vec<_> = parties.map(|party| (party.party.to_string(), person(&party.name))).collect();
        let above = html! {
            p.about { (page.item_link(at.no)) " " (chips(page, item)) }
            section.text aria-labelledby="authentic" {
                h2 #authentic { (page.t("words-authentic")) }
                (status_block(page, &item.status))
                (whole_words(page, item))
            }
            @for one in &item.renditions { (said(page, one)) }
        };
        let fields = html! {
            (fields.area("text", Some(&page.t("hint-render")), true, 10))
            (fields.boxes("label", true, &labels))
            @if to.len() > 1 { (fields.boxes("to", false, &to)) }
        };
        Ok(Some(Sheet::new(above, fields)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let item = id(&at.item()?.item)?;
        let mut form = Reading::of(at);
        let (words, label) = (form.text("text"), form.chosen("label"));
        let label = form.all(label)?;
        Ok(Act::Desk(Command::Render {
            item,
            words,
            label,
            to: parties(at.form, "to"),
            conditions: None,
            reservations: None,
            scope: None,
            translations: Vec::new(),
        }))
    }
}

/// The parties that are ticked.
fn parties(form: &Form, field: &str) -> Vec<PartyId> {
    form.all(field).filter_map(|one| one.parse().ok()).map(PartyId).collect()
}

/// Lets an item go, once it was seen what each addressee will see.
pub(crate) struct Release;

impl Deed for Release {
    fn about(&self) -> About {
        on_item("items/{no}/release", "release", "released")
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, item) = (at.page, at.item()?);
        let rendered = |to: &&String| item.renditions.iter().any(|one| one.to.contains(to));
        let missing: Vec<&String> = item.to.iter().filter(|to| !rendered(to)).collect();
        let above = html! {
            (head(page, item))
            p.lead { (page.t("release-about")) }
            @for one in &item.renditions { (as_seen(page, item, one)) }
            @if !missing.is_empty() { p.wrong { (page.t("release-missing")) " " (persons(missing)) } }
        };
        Ok(Some(Sheet::new(above, html! {})))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Desk(Command::Release { item: id(&at.item()?.item)? }))
    }
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
