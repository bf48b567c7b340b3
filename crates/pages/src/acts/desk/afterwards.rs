//! What the desk does with an item beside carrying it: corrects its own rendition, translates, admits what was held, asks for
//! leave to use what was confided, erases.

use maud::html;
use office::act::Act;
use office::practice::desk::Command;
use office::practice::{Civil, Grade, Label, Translation, canonical};
use office::view::{ItemView, SaidView};

use super::super::deed::{About, At, Deed, Not, Sheet, id};
use super::super::reading::Reading;
use super::items::{labels, seen_beside, term_fields, terms_of, with_terms};
use super::{on_item, sure, ticked, words};
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::Fields;
use crate::parts::item::{chips, said};
use crate::parts::text::person;
use crate::server::Trouble;
use crate::show::items::head;

/// Corrects the desk's own rendition of an item that was released.
pub(crate) struct Correct;

/// What was last conveyed of an item.
fn last(item: &ItemView) -> Option<&SaidView> {
    item.conveyed.last()
}

impl Deed for Correct {
    fn about(&self) -> About {
        About { fields: &["text", "label", "to"], ..on_item("items/{no}/correct", "correct", "corrected") }
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        let said = last(at.item()?).ok_or(Trouble::NotThere)?;
        let form = Form::default().and("text", canonical(&said.words));
        let form = form.and("label", said.label.clone().unwrap_or_default());
        Ok(with_terms(form, &said.conditions, &said.reservations, said.scope.as_deref()))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, item) = (at.page, at.item()?);
        let conveyed = last(item).ok_or(Trouble::NotThere)?;
        let parties = page.seen.view.parties.iter().filter(|party| item.to.contains(&party.name));
        let to: Vec<_> = parties.map(|party| (party.party.to_string(), person(&party.name))).collect();
        let above = html! {
            (head(page, item))
            p.lead { (page.say.word("about", "correct")) }
            h2 { (page.say.word("said", "renditions-out")) }
            @for one in &item.conveyed { (said(page, one)) }
            (seen_beside(at, &conveyed.words))
        };
        let fields = html! {
            (fields.area("text", None, true, 10))
            @if conveyed.label.is_some() { (fields.boxes("label", true, &labels(page))) }
            @if to.len() > 1 { (fields.boxes("to", false, &to)) p.hint { (page.t("hint-to-all")) } }
            (term_fields(page, fields))
        };
        Ok(Some(Sheet::new(above, fields).looked_at()))
    }

    fn draft(&self, at: &At<'_>) -> Option<super::super::deed::Draft> {
        super::items::draft(at)
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let conveyed = last(at.item()?).ok_or(Trouble::NotThere)?;
        let item = id(&at.item()?.item)?;
        let mut form = Reading::of(at);
        let words = form.text("text");
        form.whole()?;
        let (conditions, reservations, scope) = terms_of(at.form, &conveyed.conditions, &conveyed.reservations);
        let label = at.form.read::<Label>("label");
        let to = ticked(at.form, "to");
        Ok(Act::Desk(Command::Correct { item, words, label, to, conditions, reservations, scope }))
    }
}

/// Enters a translation of an item's authentic text.
pub(crate) struct Translate;

impl Deed for Translate {
    fn about(&self) -> About {
        About { fields: &["text"], ..on_item("items/{no}/translate", "translate", "translated") }
    }

    fn first(&self, _: &At<'_>) -> Result<Form, Trouble> {
        Ok(Form::default().and("grade", Grade::Rough.word()))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, item) = (at.page, at.item()?);
        let above = html! { (head(page, item)) p.lead { (page.say.word("about", "translate")) } };
        Ok(Some(Sheet::new(above, translation_fields(page, fields))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let item = id(&at.item()?.item)?;
        let mut form = Reading::of(at);
        let (language, translator, text) = (form.text("into"), form.text("translator"), form.text("text"));
        let grade = form.chosen("grade");
        let grade = form.all(grade)?;
        let on = Civil(at.page.seen.now);
        Ok(Act::Desk(Command::Translate { item, translation: Translation { language, grade, translator, on, text } }))
    }
}

fn translation_fields(page: &Page<'_>, fields: &Fields<'_>) -> maud::Markup {
    html! {
        (fields.line("into", "text", Some(&page.t("hint-language")), true))
        (fields.choice("grade", Some(&page.t("hint-grade")), &words(page, "grade", Grade::ALL.iter().map(|one| one.word()))))
        (fields.line("translator", "text", None, true))
        (fields.area("text", None, true, 8))
    }
}

/// Takes in what was held because its envoy's mandate was over.
pub(crate) struct Admit;

impl Deed for Admit {
    fn about(&self) -> About {
        on_item("items/{no}/admit", "admit", "admitted")
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, item) = (at.page, at.item()?);
        let above = html! { (head(page, item)) p.lead { (page.say.word("about", "admit")) } };
        Ok(Some(Sheet::new(above, html! {})))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Desk(Command::Admit { item: id(&at.item()?.item)? }))
    }
}

/// Asks the party for leave to use what it confided.
pub(crate) struct UseConfided;

impl Deed for UseConfided {
    fn about(&self) -> About {
        on_item("items/{no}/use-confided", "use-confided", "leave-asked")
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, item) = (at.page, at.item()?);
        let above = html! { (head(page, item)) p.lead { (page.say.word("about", "use-confided")) } };
        Ok(Some(Sheet::new(above, html! {})))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Desk(Command::UseConfided { item: id(&at.item()?.item)? }))
    }
}

/// Erases an item's words from the desk.
pub(crate) struct Erase;

impl Deed for Erase {
    fn about(&self) -> About {
        on_item("items/{no}/erase", "erase", "erased")
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, item) = (at.page, at.item()?);
        let above = html! {
            p.subject { (page.item_link(item.no)) " " (chips(page, item)) }
            (sure(page, "erase"))
        };
        Ok(Some(Sheet::new(above, html! {})))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Desk(Command::Erase { item: id(&at.item()?.item)? }))
    }
}
