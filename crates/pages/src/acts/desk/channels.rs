//! Channels: one is opened between parties, a second desk mediates in it too, it is closed.

use maud::{Markup, html};
use office::act::Act;
use office::practice::desk::Command;
use office::practice::{PartyId, Status};

use super::super::deed::{About, At, Deed, Not, Sheet};
use super::super::reading::Reading;
use super::{about_channel, at_desk, channel, sure, words};
use crate::form::Form;
use crate::parts::field::Fields;
use crate::parts::list::nothing;
use crate::parts::pick;
use crate::server::Trouble;

/// Opens a channel between two to six parties.
pub(crate) struct OpenChannel;

impl Deed for OpenChannel {
    fn about(&self) -> About {
        About { fields: &["name", "parties"], ..at_desk("open-channel", "open-channel", "channels", "channel-opened") }
    }

    fn before(&self, page: &crate::page::Page<'_>) -> Option<Markup> {
        let few = page.seen.view.parties.len() < 2;
        few.then(|| {
            html! {
                (nothing(&page.t("too-few-parties"), &page.t("too-few-parties-do")))
                p.acts { a.button.primary href=(page.at("add-party")) { (page.say.word("do", "add-party")) } }
            }
        })
    }

    fn first(&self, _: &At<'_>) -> Result<Form, Trouble> {
        Ok(Status::ALL.iter().fold(Form::default(), |form, status| form.and("status", status.word())))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let page = at.page;
        let above = html! { p.lead { (page.say.word("about", "channels")) } (sure(page, "open-channel")) };
        let fields = html! {
            (fields.line("name", "text", Some(&page.t("hint-channel-name")), true))
            (pick::several(fields, "parties", &pick::parties(&page.seen.view)))
            (fields.boxes("status", false, &words(page, "status", Status::ALL.iter().map(|one| one.word()))))
        };
        Ok(Some(Sheet::new(above, fields)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let mut form = Reading::of(at);
        let (channel, name) = (form.new_id(), form.text("name"));
        let parties: Vec<_> = form.several("parties", &pick::parties(&at.page.seen.view));
        let parties: Vec<PartyId> = parties.into_iter().map(PartyId).collect();
        if parties.len() < 2 {
            form.wrong("parties", at.page.t("wrong-two"));
        }
        let status: Vec<Status> = at.form.all("status").filter_map(|one| one.parse().ok()).collect();
        if status.is_empty() {
            form.wrong("status", at.page.t("wrong-choose-some"));
        }
        Ok(Act::Desk(Command::OpenChannel { channel: form.all(channel)?, name, parties, status }))
    }
}

/// Lets a second desk mediate in a channel; its parties are told.
pub(crate) struct CoMediate;

impl Deed for CoMediate {
    fn about(&self) -> About {
        About {
            fields: &["name"],
            then: "channels/{no}",
            ..at_desk("channels/{no}/co-mediate", "co-mediate", "channels", "co-mediated")
        }
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, (_, channel)) = (at.page, channel(at)?);
        let above = html! { (about_channel(page, channel, "co-mediate")) (sure(page, "co-mediate")) };
        Ok(Some(Sheet::new(above, fields.line("name", "text", None, true))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let (channel, _) = channel(at)?;
        let mut form = Reading::of(at);
        let desk = form.text("name");
        form.whole()?;
        Ok(Act::Desk(Command::CoMediate { channel, desk }))
    }
}

/// Closes a channel: what was not conveyed in it is void.
pub(crate) struct Close;

impl Deed for Close {
    fn about(&self) -> About {
        About { then: "channels/{no}", ..at_desk("channels/{no}/close", "close", "channels", "channel-closed") }
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, (_, channel)) = (at.page, channel(at)?);
        let above = html! {
            p.subject { (page.t("channel")) " " (page.channel_link(&channel.channel)) }
            (sure(page, "close"))
        };
        Ok(Some(Sheet::new(above, html! {})))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Desk(Command::Close { channel: channel(at)?.0 }))
    }
}
