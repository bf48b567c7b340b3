//! What a party does with what is its own: takes it back, invokes a condition of it, countersigns it, tells the desk something
//! for the desk alone.

use maud::{Markup, html};
use office::act::Act;
use office::practice::party::Command;
use office::practice::script;
use office::view::ItemView;

use super::super::deed::{About, At, Deed, Not, Sheet, Whose, id};
use super::super::reading::Reading;
use super::{ahead, on_item};
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::Fields;
use crate::parts::item::{chips, facts, form_rules, status_block, whole_words};
use crate::parts::text::person;
use crate::server::Trouble;
use crate::show::items::head;

/// Takes an item back, if it is not too late.
pub(crate) struct Recall;

impl Deed for Recall {
    fn about(&self) -> About {
        on_item("items/{no}/recall", "recall", "recall-asked")
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let item = own(at)?;
        let word = if item.pair.is_some() { "withdraw" } else { "recall" };
        Ok(Some(Sheet::new(html! { (head(at.page, item)) (ahead(at.page, word)) }, html! {})))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Party(Command::Recall { item: id(&own(at)?.item)? }))
    }
}

/// Says that a condition of an item has come about.
pub(crate) struct Invoke;

impl Deed for Invoke {
    fn about(&self) -> About {
        About { fields: &["condition"], ..on_item("items/{no}/invoke", "invoke", "invoked") }
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, item) = (at.page, own(at)?);
        let open = (1_u8..).zip(&item.conditions).filter(|(no, _)| !item.invoked.contains(no));
        let among: Vec<_> = open.map(|(no, condition)| (no.to_string(), numbered(page, no, condition))).collect();
        let above = html! { (head(page, item)) (ahead(page, "invoke")) };
        Ok(Some(Sheet::new(above, fields.boxes("condition", true, &among))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let item = id(&own(at)?.item)?;
        let mut form = Reading::of(at);
        let condition = form.chosen("condition");
        Ok(Act::Party(Command::Invoke { item, condition: form.all(condition)? }))
    }
}

fn numbered(page: &Page<'_>, no: u8, condition: &str) -> Markup {
    html! { (page.say.number(u32::from(no))) ". " (person(condition)) }
}

/// The principal countersigns what an envoy lodged, after having seen exactly what.
pub(crate) struct Countersign;

impl Deed for Countersign {
    fn about(&self) -> About {
        on_item("items/{no}/countersign", "countersign", "countersigned")
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, item) = (at.page, own(at)?);
        let above = html! {
            p.about { (page.item_link(item.no)) " " (chips(page, item)) }
            (ahead(page, "countersign"))
            section.preview {
                div.preview-item {
                    (form_rules(page, item))
                    (status_block(page, &item.status))
                    (whole_words(page, item))
                    (facts(page, item))
                }
            }
        };
        Ok(Some(Sheet::new(above, html! {})))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Party(Command::Countersign { item: id(&own(at)?.item)? }))
    }
}

/// Tells the desk something for the desk alone.
pub(crate) struct Confide;

impl Deed for Confide {
    fn about(&self) -> About {
        About {
            whose: Whose::Party,
            place: "confide",
            word: "confide",
            here: "items",
            then: "items",
            done: "confided",
            fields: &["text", "days", "ends"],
        }
    }

    fn first(&self, _: &At<'_>) -> Result<Form, Trouble> {
        Ok(Form::default().and("days", "30"))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let page = at.page;
        let open = page.seen.view.channels.iter().filter(|channel| !channel.closed);
        let open: Vec<_> = open.map(|one| (one.channel.clone(), html! { (script::visible(&one.name)) })).collect();
        let asked = html! {
            (fields.choice("channel", None, &open))
            (fields.area("text", None, true, 10))
            (fields.end(&page.t("hint-days")))
        };
        Ok(Some(Sheet::new(ahead(page, "confide"), asked)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let mut read = Reading::of(at);
        let (item, channel) = (read.new_id(), read.chosen("channel"));
        let (text, lapses) = (read.text("text"), read.end());
        let (item, channel) = read.all(item.zip(channel))?;
        Ok(Act::Party(Command::Confide { item, channel, text, lapses }))
    }
}

/// The item, if it is this party's own.
fn own<'a>(at: &At<'a>) -> Result<&'a ItemView, Trouble> {
    at.item().and_then(|item| if item.side == "received" { Err(Trouble::NotThere) } else { Ok(item) })
}
