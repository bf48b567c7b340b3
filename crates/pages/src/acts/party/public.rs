//! What a party does with what is said in public: clears a draft of the desk's, with what it touches in view, or objects to it;
//! publishes a text of its own, held against its own items first.

use maud::{Markup, html};
use office::act::Act;
use office::practice::party::Command;
use office::view::{CheckView, Look, ReadoutView};

use super::super::deed::{About, At, Deed, Not, Sheet, Whose, id};
use super::super::reading::Reading;
use super::ahead;
use crate::form::Form;
use crate::parts::field::Fields;
use crate::parts::found;
use crate::parts::item::fact;
use crate::parts::text::marked;
use crate::server::Trouble;
use crate::show::readouts::findings;

const fn on_readout(place: &'static str, word: &'static str, done: &'static str) -> About {
    About { whose: Whose::Party, place, word, here: "readouts", then: "readouts", done, fields: &["reason"] }
}

/// The readout, if it is the desk's.
fn readout<'a>(at: &At<'a>) -> Result<&'a ReadoutView, Trouble> {
    let found = at.page.seen.view.readouts.iter().find(|one| one.no == at.no);
    found.filter(|one| !one.own).ok_or(Trouble::NotThere)
}

/// The draft with the places marked that touch what may not be spoken of, as this party's own items say.
fn draft(at: &At<'_>, word: &str) -> Result<Markup, Trouble> {
    let (page, one) = (at.page, readout(at)?);
    Ok(html! {
        dl.facts {
            (fact(&page.t("draft"), &html! { (page.say.number(one.revision)) }))
            @if !one.mentions.is_empty() { (fact(&page.t("mentions"), &page.all_named(&one.mentions))) }
        }
        div.preview-item { (marked(&one.text, &one.findings, |finding| page.say.word("touches", &finding.touches))) }
        (findings(page, &one.findings))
        (ahead(page, word))
    })
}

/// Clears a draft.
pub(crate) struct Clear;

impl Deed for Clear {
    fn about(&self) -> About {
        on_readout("readouts/{no}/clear", "clear", "cleared")
    }

    fn look(&self, _: u32, _: &Form) -> Look {
        Look { findings: true, ..Look::default() }
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        // This text and no other: a draft that came meanwhile has to be looked at.
        let _ = fields;
        let revision = readout(at)?.revision;
        let kept = html! { input type="hidden" name="revision" value=(revision); };
        Ok(Some(Sheet::new(draft(at, "clear")?, kept)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let one = readout(at)?;
        let mut read = Reading::of(at);
        if read.kept::<u32>("revision").is_some_and(|revision| revision != one.revision) {
            read.wrong("", at.page.t("wrong-redrafted"));
        }
        read.whole()?;
        Ok(Act::Party(Command::Clear { readout: id(&one.readout)? }))
    }
}

/// Objects to a draft.
pub(crate) struct ObjectToReadout;

impl Deed for ObjectToReadout {
    fn about(&self) -> About {
        on_readout("readouts/{no}/object", "object-readout", "objected-readout")
    }

    fn look(&self, _: u32, _: &Form) -> Look {
        Look { findings: true, ..Look::default() }
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let asked = fields.area("reason", Some(&at.page.t("hint-object-readout")), false, 4);
        Ok(Some(Sheet::new(draft(at, "object-readout")?, asked)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let readout = id(&readout(at)?.readout)?;
        Ok(Act::Party(Command::ObjectToReadout { readout, reason: Reading::of(at).maybe("reason") }))
    }
}

/// Publishes a text of this party's own, in its name alone.
pub(crate) struct PublishOwn;

impl Deed for PublishOwn {
    fn about(&self) -> About {
        About { fields: &["text"], ..on_readout("publish-own", "publish-own", "published-own") }
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let page = at.page;
        let asked = fields.area("text", Some(&page.t("hint-own-text")), true, 10);
        Ok(Some(Sheet::new(ahead(page, "publish-own"), asked)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let mut read = Reading::of(at);
        let (readout, text) = (read.new_id(), read.text("text"));
        Ok(Act::Party(Command::PublishOwn { readout: read.all(readout)?, text }))
    }

    fn is_looked_at(&self) -> bool {
        true
    }

    fn preview(&self, at: &At<'_>, act: &Act, found: &CheckView) -> Option<Markup> {
        let Act::Party(Command::PublishOwn { text, .. }) = act else { return None };
        Some(html! {
            div.preview-item { (found::text(at.page, text, found, true)) }
            (ahead(at.page, "publish-own"))
        })
    }
}
