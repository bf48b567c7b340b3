//! What is said in public: a draft with every place marked that touches what may not be spoken of, its clearing, its
//! publication under the desk's signature, its withdrawal.

use maud::{Markup, html};
use office::act::Act;
use office::practice::desk::Command;
use office::practice::{PartyId, ReadoutId, canonical};
use office::view::{Look, ReadoutView};

use super::super::deed::{About, At, Deed, Draft as Text, Not, Sheet, id};
use super::super::reading::{Reading, numbers};
use super::{at_desk, sure};
use crate::form::Form;
use crate::parts::field::Fields;
use crate::parts::item::chip;
use crate::parts::look::found;
use crate::parts::pick;
use crate::parts::text::{marked, person, persons};
use crate::server::Trouble;
use crate::show::readouts::findings;

/// Drafts what is to be published.
pub(crate) struct Draft;

impl Deed for Draft {
    fn about(&self) -> About {
        About { fields: &["text", "concerns"], ..at_desk("draft", "draft", "readouts", "drafted") }
    }

    /// The office, and the items that it mentions.
    fn look(&self, _: u32, from: &Form) -> Look {
        Look::items(numbers(from.text("mentions")).into_iter().flatten())
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        let from = at.form;
        Ok(Form::default().and("mentions", from.text("mentions")).and("channel", from.text("channel")))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let above = html! { p.lead { (at.page.say.word("about", "readouts")) } (looked(at)) };
        Ok(Some(Sheet::new(above, draft_fields(at, fields)).looked_at()))
    }

    fn draft(&self, at: &At<'_>) -> Option<Text> {
        let parties = pick::parties(&at.page.seen.view);
        let concerned = pick::ticked(at.form, "concerns", &parties).into_iter();
        let concerns = concerned.map(|one| PartyId(one.no)).collect();
        Some(Text { text: at.form.text("text").to_owned(), concerns })
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        drafted(at, None)
    }
}

/// What was found in the draft.
fn looked(at: &At<'_>) -> Markup {
    html! { @if let Some(check) = at.found { (found(at.page, at.form.text("text"), check, true)) } }
}

fn draft_fields(at: &At<'_>, fields: &Fields<'_>) -> Markup {
    let page = at.page;
    let view = &page.seen.view;
    let (hint, none) = (page.t("hint-draft-channel"), page.t("of-no-channel"));
    html! {
        (fields.area("text", Some(&page.t("hint-draft")), true, 10))
        (pick::several(fields, "concerns", &pick::parties(view)))
        (pick::maybe(fields, "channel", &hint, &none, &pick::channels(view)))
        (fields.line("mentions", "text", Some(&page.t("hint-items")), false))
    }
}

/// Reads a draft; anew, of a readout that is there.
fn drafted(at: &At<'_>, of: Option<ReadoutId>) -> Result<Act, Not> {
    let mut form = Reading::of(at);
    let readout = of.or_else(|| form.new_id());
    let (text, mentions) = (form.text("text"), form.items("mentions"));
    let view = &at.page.seen.view;
    let concerns: Vec<_> = form.several("concerns", &pick::parties(view));
    let concerns: Vec<PartyId> = concerns.into_iter().map(PartyId).collect();
    if concerns.is_empty() {
        form.wrong("concerns", at.page.t("wrong-choose-some"));
    }
    let channel = form.maybe_picked("channel", &pick::channels(view));
    Ok(Act::Desk(Command::Draft { readout: form.all(readout)?, text, concerns, mentions, channel }))
}

/// Drafts a readout anew, which has to be cleared again.
pub(crate) struct DraftAnew;

fn readout<'a>(at: &At<'a>) -> Result<&'a ReadoutView, Trouble> {
    at.page.seen.view.readouts.iter().find(|readout| readout.no == at.no).ok_or(Trouble::NotThere)
}

impl Deed for DraftAnew {
    fn about(&self) -> About {
        About { fields: &["text", "concerns"], ..at_desk("readouts/{no}/draft", "draft-anew", "readouts", "drafted") }
    }

    fn look(&self, no: u32, from: &Form) -> Look {
        Look { findings: true, ..Draft.look(no, from) }
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        let readout = readout(at)?;
        let view = &at.page.seen.view;
        let mentions = readout.mentions.iter().filter_map(|id| view.number_of(id)).map(|no| no.to_string());
        let form = Form::default()
            .and("text", canonical(&readout.text))
            .and("mentions", mentions.collect::<Vec<_>>().join(", "))
            .and("channel", readout.channel.clone().unwrap_or_default());
        let concerned = view.parties.iter().filter(|party| readout.concerns.contains(&party.name));
        Ok(concerned.fold(form, |form, party| form.and("concerns", party.party.to_string())))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, readout) = (at.page, readout(at)?);
        let above = html! {
            (head(at, readout))
            @for said in readout.clearances.iter().filter(|said| !said.cleared) {
                p { (page.t("objection-of")) " " (persons(page, [&said.party])) @if let Some(reason) = &said.reason { ": " (person(reason)) } }
            }
            @if at.found.is_some() { (looked(at)) } @else {
                (marked(&readout.text, &readout.findings, |finding| page.say.word("touches", &finding.touches)))
                (findings(page, &readout.findings))
            }
        };
        Ok(Some(Sheet::new(above, draft_fields(at, fields)).looked_at()))
    }

    fn draft(&self, at: &At<'_>) -> Option<Text> {
        Draft.draft(at)
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        drafted(at, Some(id(&readout(at)?.readout)?))
    }
}

fn head(at: &At<'_>, readout: &ReadoutView) -> Markup {
    let page = at.page;
    html! {
        p.subject {
            (page.say.with("readout-no", &[("n", readout.no.into())])) " " (chip(page, "readoutstate", &readout.state))
        }
    }
}

/// Publishes a readout that all concerned have cleared.
pub(crate) struct Publish;

/// A readout's text as it stands, with what it touches, and what is to be thought of.
fn as_it_stands(at: &At<'_>, what: &str) -> Result<Sheet, Trouble> {
    let (page, readout) = (at.page, readout(at)?);
    let above = html! {
        (head(at, readout))
        (marked(&readout.text, &readout.findings, |finding| page.say.word("touches", &finding.touches)))
        (findings(page, &readout.findings))
        (sure(page, what))
    };
    Ok(Sheet::new(above, html! {}))
}

impl Deed for Publish {
    fn about(&self) -> About {
        at_desk("readouts/{no}/publish", "publish", "readouts", "published")
    }

    fn is_weighed(&self) -> bool {
        true
    }

    fn look(&self, _: u32, _: &Form) -> Look {
        Look { findings: true, ..Look::default() }
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let draft = html! { input type="hidden" name="shown" value=(readout(at)?.revision); };
        Ok(Some(Sheet { fields: draft, ..as_it_stands(at, "publish")? }))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let mut form = Reading::of(at);
        // No other draft is published than the one that was seen.
        if at.form.is_on("act") && at.form.read("shown") != Some(readout(at)?.revision) {
            form.wrong("", at.page.t("wrong-changed"));
        }
        form.whole()?;
        Ok(Act::Desk(Command::Publish { readout: id(&readout(at)?.readout)? }))
    }
}

/// Withdraws a readout that was not published.
pub(crate) struct Withdraw;

impl Deed for Withdraw {
    fn about(&self) -> About {
        at_desk("readouts/{no}/withdraw", "withdraw", "readouts", "withdrawn")
    }

    fn look(&self, no: u32, from: &Form) -> Look {
        Publish.look(no, from)
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        as_it_stands(at, "withdraw").map(Some)
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Desk(Command::WithdrawReadout { readout: id(&readout(at)?.readout)? }))
    }
}
