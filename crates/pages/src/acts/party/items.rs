//! What a party does with an item that it has: reads it, disposes of it, approves words or objects to them.

use maud::html;
use office::act::Act;
use office::practice::Disposition;
use office::practice::party::Command;

use super::super::deed::{About, At, Deed, Not, Sheet, id};
use super::super::reading::Reading;
use super::on_item;
use crate::parts::field::Fields;
use crate::parts::item::said;
use crate::server::Trouble;
use crate::show::items::head;
use crate::show::mine::put_to_it;

/// Says that an oral message was read; the desk alone is told.
pub(crate) struct Read;

impl Deed for Read {
    fn about(&self) -> About {
        on_item("items/{no}/read", "read", "read")
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Party(Command::Read { conveyed: id(&at.item()?.item)? }))
    }
}

/// Approves the very words that stand on the item's page.
pub(crate) struct Approve;

impl Deed for Approve {
    fn about(&self) -> About {
        on_item("items/{no}/approve", "approve", "approved")
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let item = at.item()?;
        let mut read = Reading::of(at);
        // Once it is done nothing waits any more, and the same sent again finds it done.
        if !item.to_approve.is_empty() && at.form.text("shown") != put_to_it(item) {
            read.wrong("", at.page.t("wrong-redrafted"));
        }
        read.whole()?;
        Ok(Act::Party(Command::Approve { item: id(&item.item)? }))
    }
}

/// Disposes of what was conveyed.
pub(crate) struct Dispose;

impl Deed for Dispose {
    fn about(&self) -> About {
        on_item("items/{no}/dispose", "dispose", "disposed")
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let page = at.page;
        let one = |word: &str| {
            let about = page.say.word("dispositionabout", word);
            html! { strong { (page.say.word("disposition", word)) } " — " (about) }
        };
        let among: Vec<_> = Disposition::ALL.iter().map(|word| (word.word().to_owned(), one(word.word()))).collect();
        let above = html! { (head(page, at.item()?)) p.lead { (page.t("dispose-about")) } };
        Ok(Some(Sheet::new(above, fields.boxes("as", true, &among))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let conveyed = id(&at.item()?.item)?;
        let mut form = Reading::of(at);
        let disposition = form.chosen("as");
        Ok(Act::Party(Command::Dispose { conveyed, disposition: form.all(disposition)? }))
    }
}

/// Objects to words that wait for approval.
pub(crate) struct Object;

impl Deed for Object {
    fn about(&self) -> About {
        on_item("items/{no}/object", "object", "objected")
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, item) = (at.page, at.item()?);
        let above = html! { (head(page, item)) @for one in &item.to_approve { (said(page, one)) } };
        Ok(Some(Sheet::new(above, fields.area("reason", Some(&page.t("hint-object")), false, 4))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let item = id(&at.item()?.item)?;
        Ok(Act::Party(Command::Object { item, reason: Reading::of(at).maybe("reason") }))
    }
}
