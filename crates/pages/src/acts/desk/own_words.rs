//! What the desk says itself, visibly as its own: outreach, idea, assurance; offers of good offices; the negotiating text
//! that it alone owns; the interests that it declares.

use maud::html;
use office::act::Act;
use office::practice::desk::Command;
use office::practice::{Form as ItemForm, OwnWords, Precedence, canonical, form_rule};
use office::view::TextView;

use super::super::deed::{About, At, Deed, Draft, Not, Sheet, id};
use super::super::reading::Reading;
use super::{about_channel, at_desk, channel, parties, ticked, words};
use crate::form::Form;
use crate::parts::field::Fields;
use crate::parts::item::status_block;
use crate::parts::look::{differences, found};
use crate::parts::text::{whose, words as text_of};
use crate::server::Trouble;

/// A form's text, to be looked at first.
fn draft(at: &At<'_>) -> Option<Draft> {
    Some(Draft { text: at.form.text("text").to_owned(), concerns: Vec::new() })
}

/// What was found in it.
fn looked(at: &At<'_>) -> maud::Markup {
    html! { @if let Some(check) = at.found { (found(at.page, at.form.text("text"), check, false)) } }
}

/// Conveys the desk's own words, one text to all.
pub(crate) struct Outreach;

impl Deed for Outreach {
    fn about(&self) -> About {
        About {
            fields: &["text", "days", "ends", "to"],
            ..at_desk("channels/{no}/outreach", "outreach", "items", "reached-out")
        }
    }

    fn first(&self, _: &At<'_>) -> Result<Form, Trouble> {
        Ok(Form::default()
            .and("days", "30")
            .and("own", OwnWords::Outreach.word())
            .and("form", ItemForm::NonPaper.word())
            .and("precedence", Precedence::Routine.word()))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, (_, channel)) = (at.page, channel(at)?);
        let own = words(page, "own", OwnWords::ALL.iter().map(|one| one.word()));
        let plain = |form: &&ItemForm| form_rule(**form).barred.is_none() && !form_rule(**form).personal;
        let forms = words(page, "form", ItemForm::ALL.iter().filter(plain).map(|one| one.word()));
        let above = html! {
            (about_channel(page, channel, "outreach"))
            (status_block(page, &channel.status))
            (looked(at))
        };
        let fields = html! {
            (fields.boxes("own", true, &own))
            (fields.area("text", Some(&page.t("hint-outreach")), true, 10))
            (fields.boxes("to", false, &parties(page, channel)))
            p.hint { (page.t("hint-to-all")) }
            (fields.end(&page.t("hint-days")))
            (fields.choice("form", None, &forms))
            (fields.choice("precedence", None, &words(page, "precedence", Precedence::ALL.iter().map(|one| one.word()))))
        };
        Ok(Some(Sheet::new(above, fields).looked_at()))
    }

    fn draft(&self, at: &At<'_>) -> Option<Draft> {
        draft(at)
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let (channel, _) = channel(at)?;
        let mut form = Reading::of(at);
        let (item, text, lapses, own) = (form.new_id(), form.text("text"), form.end(), form.chosen("own"));
        let (item, own) = form.all(item.zip(own))?;
        Ok(Act::Desk(Command::Outreach {
            item,
            channel,
            text,
            lapses,
            to: ticked(at.form, "to"),
            precedence: at.form.read("precedence"),
            form: at.form.read("form"),
            own: Some(own),
        }))
    }
}

/// Offers good offices, to be taken up, declined, or left.
pub(crate) struct Offer;

impl Deed for Offer {
    fn about(&self) -> About {
        About {
            fields: &["text", "days", "ends", "to"],
            ..at_desk("channels/{no}/offer", "offer", "offers", "offered")
        }
    }

    fn first(&self, _: &At<'_>) -> Result<Form, Trouble> {
        Ok(Form::default().and("days", "30"))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, (_, channel)) = (at.page, channel(at)?);
        let above = html! { (about_channel(page, channel, "offers")) (looked(at)) };
        let fields = html! {
            (fields.area("text", None, true, 8))
            (fields.boxes("to", false, &parties(page, channel)))
            p.hint { (page.t("hint-to-all")) }
            (fields.end(&page.t("hint-days-offer")))
        };
        Ok(Some(Sheet::new(above, fields).looked_at()))
    }

    fn draft(&self, at: &At<'_>) -> Option<Draft> {
        draft(at)
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let (channel, _) = channel(at)?;
        let mut form = Reading::of(at);
        let (offer, text, lapses) = (form.new_id(), form.text("text"), form.end());
        let offer = form.all(offer)?;
        Ok(Act::Desk(Command::Offer { offer, channel, text, to: ticked(at.form, "to"), lapses: Some(lapses) }))
    }
}

/// Shows all parties of a channel a first version of a text that the desk alone owns.
pub(crate) struct Table;

impl Deed for Table {
    fn about(&self) -> About {
        About { fields: &["text"], ..at_desk("channels/{no}/table", "table", "texts", "tabled") }
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, (_, channel)) = (at.page, channel(at)?);
        let above = html! { (about_channel(page, channel, "texts")) (looked(at)) };
        Ok(Some(Sheet::new(above, fields.area("text", None, true, 14)).looked_at()))
    }

    fn draft(&self, at: &At<'_>) -> Option<Draft> {
        draft(at)
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let (channel, _) = channel(at)?;
        let mut form = Reading::of(at);
        let (text, words) = (form.new_id(), form.text("text"));
        Ok(Act::Desk(Command::Table { text: form.all(text)?, channel, words }))
    }
}

/// Shows them a further version of it.
pub(crate) struct TableAnew;

fn tabled<'a>(at: &At<'a>) -> Result<&'a TextView, Trouble> {
    at.page.seen.view.texts.iter().find(|text| text.no == at.no).ok_or(Trouble::NotThere)
}

impl Deed for TableAnew {
    fn about(&self) -> About {
        About { fields: &["text"], ..at_desk("texts/{no}/table", "table-anew", "texts", "tabled") }
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        let last = tabled(at)?.versions.last().map(|version| canonical(&version.words));
        Ok(Form::default().and("text", last.unwrap_or_default()))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, text) = (at.page, tabled(at)?);
        let last = text.versions.last();
        let comments = text.comments.iter().filter(|comment| last.is_some_and(|last| last.version == comment.version));
        let above = html! {
            p.lead { (page.say.word("about", "texts")) }
            @for comment in comments {
                article.said { p.said-head { (page.t("comment")) " " (whose(page, &comment.by)) } (text_of(&comment.words, None)) }
            }
            (looked(at))
            @if let (Some(last), true) = (last, at.found.is_some()) { (differences(page, &last.words, at.form.text("text"))) }
        };
        Ok(Some(Sheet::new(above, fields.area("text", None, true, 14)).looked_at()))
    }

    fn draft(&self, at: &At<'_>) -> Option<Draft> {
        draft(at)
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let (text, channel) = (id(&tabled(at)?.text)?, id(&tabled(at)?.channel)?);
        let mut form = Reading::of(at);
        let words = form.text("text");
        form.whole()?;
        Ok(Act::Desk(Command::Table { text, channel, words }))
    }
}

/// Declares an interest of the desk's own, to all parties.
pub(crate) struct DeclareInterest;

impl Deed for DeclareInterest {
    fn about(&self) -> About {
        About { fields: &["text"], ..at_desk("declare-interest", "declare-interest", "interests", "interest-declared") }
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let page = at.page;
        let above = html! { p.lead { (page.say.word("about", "interests")) } (super::sure(page, "interest")) };
        Ok(Some(Sheet::new(above, fields.area("text", None, true, 5))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let mut form = Reading::of(at);
        let words = form.text("text");
        form.whole()?;
        Ok(Act::Desk(Command::DeclareInterest { words }))
    }
}
