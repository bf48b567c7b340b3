//! What a party said by voice: an officer writes it down, and the party is asked whether it said so. That two items are one
//! message by two ways, or two, an officer says.

use maud::{Markup, html};
use office::act::Act;
use office::practice::desk::{Command, Intake as Told};
use office::practice::{Content, Disclosure, Form as ItemForm, Handling, PartyId, Precedence, form_rule};
use office::view::{ItemView, Look};

use super::super::deed::{About, At, Deed, Not, Sheet, id};
use super::super::reading::{Reading, numbers};
use super::super::{TIES, translations};
use super::{about_channel, at_desk, channel, named_plainly, on_item, parties, ticked, words};
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::Fields;
use crate::parts::item::status_block;
use crate::server::Trouble;
use crate::show::items::head;

/// Writes down what a party said by voice.
pub(crate) struct Intake;

impl Deed for Intake {
    fn about(&self) -> About {
        About {
            fields: &["text", "days", "ends", "not-after", "behalf", "to", "ambiguous"],
            ..at_desk("channels/{no}/intake", "intake", "items", "written-down")
        }
    }

    /// The office, and the items that it is tied to.
    fn look(&self, _: u32, from: &Form) -> Look {
        Look::items(TIES.iter().filter_map(|tie| numbers(from.text(tie))).flatten())
    }

    fn first(&self, _: &At<'_>) -> Result<Form, Trouble> {
        Ok(Form::default()
            .and("days", "30")
            .and("form", ItemForm::OralMessage.word())
            .and("handling", Handling::AtDesk.word())
            .and("precedence", Precedence::Routine.word())
            .and("disclosure", Disclosure::Secret.word()))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, (_, channel)) = (at.page, channel(at)?);
        let above = html! { (about_channel(page, channel, "intake")) (status_block(page, &channel.status)) };
        let from = named_plainly(page, |party| channel.parties.contains(&party));
        let to = parties(page, channel);
        let fields = html! {
            (fields.choice("from", None, &from))
            (fields.area("text", Some(&page.t("hint-intake")), true, 8))
            (fields.end(&page.t("hint-days")))
            @if to.len() > 2 { (fields.boxes("to", false, &to)) }
            (fields.choice("handling", None, &words(page, "handling", Handling::ALL.iter().map(|one| one.word()))))
            (fields.tick("approve-party"))
            details.more open[!fields.wrong.is_empty()] {
                summary { (page.t("more")) }
                (more(page, fields))
            }
            (translations::fields(page, fields))
        };
        Ok(Some(Sheet::new(above, fields)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let (channel, _) = channel(at)?;
        let form = at.form;
        let mut read = Reading::of(at);
        let (item, from) = (read.new_id(), read.chosen("from").map(PartyId));
        let (text, lapses, as_of) = (read.text("text"), read.end(), read.moment("as-of"));
        let (not_before, not_after) = (read.moment("not-before"), read.moment("not-after"));
        let (answers, reaffirms, supersedes) = (read.item("answers"), read.item("reaffirms"), read.item("supersedes"));
        let (scope, on_behalf_of) = (read.maybe("scope"), read.maybe("behalf"));
        let (carrier, language) = (read.maybe("carrier"), read.maybe("language"));
        let translations = translations::of(&mut read, at);
        let (item, from) = read.all(item.zip(from))?;
        let content = Content {
            form: form.read("form").unwrap_or(ItemForm::OralMessage),
            conditions: form.lines("conditions"),
            reservations: form.lines("reservations"),
            scope,
            as_of,
            precedence: form.read("precedence").unwrap_or(Precedence::Routine),
            on_behalf_of,
            carrier,
            language,
            disclosure: form.read("disclosure").unwrap_or(Disclosure::Secret),
            keep_ambiguous: form.lines("ambiguous"),
            translations,
            ..Content::new(text, lapses)
        };
        Ok(Act::Desk(Command::Intake(Box::new(Told {
            item,
            from,
            channel,
            content,
            to: ticked(form, "to").into_iter().filter(|to| *to != from).collect(),
            handling: form.read("handling"),
            approve: form.is_on("approve-party"),
            not_before,
            not_after,
            answers,
            reaffirms,
            supersedes,
        }))))
    }
}

/// What may be said of it beside the words.
fn more(page: &Page<'_>, fields: &Fields<'_>) -> Markup {
    let forms = ItemForm::ALL.iter().filter(|form| form_rule(**form).barred.is_none()).map(|form| form.word());
    html! {
        (fields.choice("form", None, &words(page, "form", forms)))
        (fields.line("behalf", "text", Some(&page.t("hint-personal")), false))
        (fields.line("carrier", "text", Some(&page.t("hint-personal")), false))
        (fields.area("conditions", Some(&page.t("hint-lines")), false, 3))
        (fields.area("reservations", Some(&page.t("hint-lines")), false, 2))
        (fields.area("scope", None, false, 2))
        (fields.choice("precedence", None, &words(page, "precedence", Precedence::ALL.iter().map(|one| one.word()))))
        (fields.choice("disclosure", None, &words(page, "disclosure", Disclosure::ALL.iter().map(|one| one.word()))))
        (fields.line("as-of", "datetime-local", Some(&page.t("hint-utc")), false))
        (fields.line("not-before", "datetime-local", Some(&page.t("hint-utc")), false))
        (fields.line("not-after", "datetime-local", Some(&page.t("hint-utc")), false))
        (fields.line("language", "text", Some(&page.t("hint-language")), false))
        (fields.area("ambiguous", Some(&page.t("hint-ambiguous")), false, 2))
        (fields.line("answers", "text", Some(&page.t("hint-item")), false))
        (fields.line("reaffirms", "text", Some(&page.t("hint-item")), false))
        (fields.line("supersedes", "text", Some(&page.t("hint-item")), false))
    }
}

/// Takes an item for the same as another one of its party, which stays.
pub(crate) struct Same;

impl Deed for Same {
    fn about(&self) -> About {
        on_item("items/{no}/same", "same", "taken-for-same")
    }

    fn look(&self, no: u32, from: &Form) -> Look {
        Look::items([no].into_iter().chain(from.read("of")))
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        Ok(Form::default().and("of", at.form.text("of")))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        Ok(Some(two(at, fields, "same")?))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Desk(Command::Same { item: id(&at.item()?.item)?, of: id(&other(at)?.item)? }))
    }
}

/// Takes two items that are alike for different ones.
pub(crate) struct Distinct;

impl Deed for Distinct {
    fn about(&self) -> About {
        on_item("items/{no}/distinct", "distinct", "taken-for-distinct")
    }

    fn look(&self, no: u32, from: &Form) -> Look {
        Same.look(no, from)
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        Same.first(at)
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        Ok(Some(two(at, fields, "distinct")?))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Desk(Command::Distinct { item: id(&at.item()?.item)?, of: id(&other(at)?.item)? }))
    }
}

/// The other item, whose number is in the form.
fn other<'a>(at: &At<'a>) -> Result<&'a ItemView, Trouble> {
    at.form.read("of").and_then(|no| at.page.item(no)).ok_or(Trouble::NotThere)
}

/// Both items, one below the other.
fn two(at: &At<'_>, fields: &Fields<'_>, what: &str) -> Result<Sheet, Trouble> {
    let page = at.page;
    let above = html! {
        p.lead { (page.say.word("about", what)) }
        section.tied { h2 { (page.t("the-one")) } (head(page, at.item()?)) }
        section.tied { h2 { (page.t("the-other")) } (head(page, other(at)?)) }
    };
    Ok(Sheet::new(above, fields.kept(&["of"])))
}
