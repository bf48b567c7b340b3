//! What is said in the world outside: a disclosure is recorded and those concerned are warned, a statement that does not go
//! with an item is noted, a press text is held against what is here.

use maud::{Markup, html};
use office::act::Act;
use office::practice::desk::Command;
use office::view::{ItemView, Look};

use super::super::deed::{About, At, Deed, Not, Sheet, id};
use super::super::reading::{Reading, numbers};
use super::{at_desk, on_item, sure};
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::Fields;
use crate::parts::item::{chip, fact};
use crate::parts::text::{in_line, person, whose};
use crate::server::Trouble;
use crate::show::items::head;

/// Records what is said in public of items, and warns the parties concerned.
pub(crate) struct Disclose;

impl Deed for Disclose {
    fn about(&self) -> About {
        About { fields: &["items", "occasion"], ..at_desk("disclose", "disclose", "notes", "disclosed") }
    }

    /// The items that are spoken of.
    fn look(&self, _: u32, from: &Form) -> Look {
        Look::items(numbers(from.text("items")).into_iter().flatten())
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        Ok(Form::default().and("items", at.form.text("items")))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let page = at.page;
        let above = html! {
            p.lead { (page.say.word("about", "disclose")) }
            @for item in &page.seen.view.items { (warned(page, item)) }
            @if !page.seen.view.items.is_empty() { (sure(page, "disclose")) }
        };
        let fields = html! {
            input type="hidden" name="seen" value=(at.form.text("items").trim());
            (fields.line("items", "text", Some(&page.t("hint-items")), true))
            (fields.line("occasion", "text", Some(&page.t("hint-occasion")), true))
        };
        Ok(Some(Sheet::new(above, fields)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let mut form = Reading::of(at);
        let (note, items, occasion) = (form.new_id(), form.items("items"), form.text("occasion"));
        if items.is_empty() {
            form.wrong("items", at.page.t("wrong-items"));
        }
        // Nobody is warned before it was seen who is.
        if at.form.text("seen") != at.form.text("items").trim() {
            form.wrong("items", at.page.t("wrong-look-first"));
        }
        Ok(Act::Desk(Command::Disclose { note: form.all(note)?, items, occasion }))
    }
}

/// What its author allowed to be said, and who is warned.
fn warned(page: &Page<'_>, item: &ItemView) -> Markup {
    let mut told: Vec<&String> = Vec::new();
    for to in item.conveyed.iter().flat_map(|said| &said.to) {
        if !told.contains(&to) && *to != item.from.sentence {
            told.push(to);
        }
    }
    let author = (item.side != "own").then(|| whose(page, &item.from));
    let warned = author.into_iter().chain(told.into_iter().map(|to| person(to)));
    html! {
        section.tied {
            (head(page, item))
            dl.facts {
                (fact(&page.t("disclosure"), &chip(page, "disclosure", item.disclosure.as_deref().unwrap_or("secret"))))
                (fact(&page.t("to-be-warned"), &in_line(page, warned)))
            }
        }
    }
}

/// Records what the author of an item said in public that does not go with it.
pub(crate) struct NoteStatement;

impl Deed for NoteStatement {
    fn about(&self) -> About {
        About { fields: &["text", "occasion"], ..on_item("items/{no}/statement", "statement", "statement-noted") }
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let page = at.page;
        let above = html! { (head(page, at.item()?)) p.lead { (page.say.word("about", "statement")) } };
        let fields = html! {
            (fields.area("text", Some(&page.t("hint-statement")), true, 5))
            (fields.line("occasion", "text", Some(&page.t("hint-occasion")), true))
        };
        Ok(Some(Sheet::new(above, fields)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let item = id(&at.item()?.item)?;
        let mut form = Reading::of(at);
        let (note, words, occasion) = (form.new_id(), form.text("text"), form.text("occasion"));
        Ok(Act::Desk(Command::NoteStatement { note: form.all(note)?, item, words, occasion }))
    }
}

/// Holds a press text against all that is here.
pub(crate) struct Expose;

impl Deed for Expose {
    fn about(&self) -> About {
        About { fields: &["text"], ..at_desk("expose", "expose", "notes", "exposed") }
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let page = at.page;
        let above = html! { p.lead { (page.say.word("about", "expose")) } };
        Ok(Some(Sheet::new(above, fields.area("text", Some(&page.t("hint-press")), true, 12))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let mut form = Reading::of(at);
        let (note, text) = (form.new_id(), form.text("text"));
        Ok(Act::Desk(Command::Expose { note: form.all(note)?, text }))
    }
}
