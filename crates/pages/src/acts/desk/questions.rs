//! What the desk asks in private.

use maud::html;
use office::act::Act;
use office::practice::PartyId;
use office::practice::desk::Command;
use office::view::{ItemView, Look};

use super::super::deed::{About, At, Deed, Not, Sheet, Whose, id};
use super::super::reading::Reading;
use crate::form::Form;
use crate::parts::field::Fields;
use crate::parts::pick;
use crate::server::Trouble;
use crate::show::items::head;

/// Asks one party in private.
pub(crate) struct Ask;

impl Deed for Ask {
    fn about(&self) -> About {
        About {
            whose: Whose::Desk,
            place: "ask",
            word: "ask",
            here: "questions",
            then: "questions",
            done: "asked",
            fields: &["text", "days", "ends", "party"],
        }
    }

    /// The office, and the item that is asked about.
    fn look(&self, _: u32, from: &Form) -> Look {
        Look::items(from.read::<u32>("about"))
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        let form = Form::default().and("days", "30").and("about", at.form.text("about"));
        let Some(item) = about(at) else { return Ok(form) };
        let form = form.and("channel", item.channel.as_str());
        Ok(match at.form.read::<u32>("party") {
            // Two offices of an addressee contradict each other: their principal is asked.
            Some(party) if at.form.is_on("conflict") => {
                form.and("party", party.to_string()).and("principal-only", "yes").and("text", at.page.t("which-stands"))
            }
            _ => form
                .and("party", item.party.map(|party| party.to_string()).unwrap_or_default())
                .and("text", at.page.t("does-it-stand")),
        })
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, view) = (at.page, &at.page.seen.view);
        let above = html! {
            p.lead { (page.say.word("about", "questions")) }
            @if let Some(item) = about(at) { section.tied { h2 { (page.t("about-item")) } (head(page, item)) } }
        };
        let fields = html! {
            (fields.kept(&["about"]))
            (pick::field(fields, "party", &pick::parties(view)))
            (pick::field(fields, "channel", &pick::channels(view)))
            (fields.area("text", None, true, 8))
            (fields.end(&page.t("hint-days-question")))
            (fields.tick("principal-only"))
        };
        Ok(Some(Sheet::new(above, fields)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let mut form = Reading::of(at);
        let view = &at.page.seen.view;
        let to = form.picked("party", &pick::parties(view)).map(PartyId);
        let channel = form.picked("channel", &pick::channels(view));
        let (text, lapses, question) = (form.text("text"), form.end(), form.new_id());
        let ((to, channel), question) = form.all(to.zip(channel).zip(question))?;
        let principal_only = at.form.is_on("principal-only");
        let about = about(at).map(|item| id(&item.item)).transpose()?;
        Ok(Act::Desk(Command::Ask { question, channel, to, text, lapses: Some(lapses), about, principal_only }))
    }
}

/// The item that is asked about, where it is about one.
fn about<'a>(at: &At<'a>) -> Option<&'a ItemView> {
    at.page.item(at.form.read("about")?)
}
