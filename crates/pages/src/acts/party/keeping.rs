//! How a party forgets: erases an item's words from its office, takes the words out of what is no item, says for how long words
//! are kept.

use maud::html;
use office::act::Act;
use office::practice::party::{Command, Matter};
use office::view::View;

use super::super::deed::{About, At, Deed, Not, Sheet, Whose, id};
use super::super::reading::Reading;
use super::{ahead, on_item};
use crate::form::Form;
use crate::parts::field::Fields;
use crate::parts::text::beginning;
use crate::server::Trouble;
use crate::show::items::head;

/// Erases an item's words here.
pub(crate) struct Erase;

impl Deed for Erase {
    fn about(&self) -> About {
        on_item("items/{no}/erase", "erase-here", "erased-here")
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let above = html! { (head(at.page, at.item()?)) (ahead(at.page, "erase-here")) };
        Ok(Some(Sheet::new(above, html! {})))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let item = at.item()?;
        Ok(Act::Party(if item.side == "received" {
            Command::Erase { item: None, conveyed: Some(id(&item.item)?) }
        } else {
            Command::Erase { item: Some(id(&item.item)?), conveyed: None }
        }))
    }
}

/// Takes the words out of something that is no item.
pub(crate) enum Forget {
    /// A private question with its reply.
    Question,
    /// A proposal.
    Proposal,
    /// An offer.
    Offer,
    /// A readout.
    Readout,
    /// A text with this party's comments.
    Text,
}

impl Forget {
    /// The id and the first words of what is of that number.
    fn found(&self, view: &View, no: u32) -> Option<(String, String)> {
        let two = |id: &String, text: &String| (id.clone(), text.clone());
        let first = |texts: &[String]| texts.first().cloned().unwrap_or_default();
        match self {
            Self::Question => view.questions.iter().find(|one| one.no == no).map(|one| two(&one.question, &one.text)),
            Self::Proposal => {
                view.proposals.iter().find(|one| one.no == no).map(|one| (one.proposal.clone(), first(&one.options)))
            }
            Self::Offer => view.offers.iter().find(|one| one.no == no).map(|one| two(&one.offer, &one.text)),
            Self::Readout => view.readouts.iter().find(|one| one.no == no).map(|one| two(&one.readout, &one.text)),
            Self::Text => {
                view.texts.iter().find(|one| one.no == no).map(|one| {
                    (one.text.clone(), one.versions.last().map(|last| last.words.clone()).unwrap_or_default())
                })
            }
        }
    }
}

impl Deed for Forget {
    fn about(&self) -> About {
        let (place, then) = match self {
            Self::Question => ("questions/{no}/forget", "questions"),
            Self::Proposal => ("proposals/{no}/forget", "proposals"),
            Self::Offer => ("offers/{no}/forget", "offers"),
            Self::Readout => ("readouts/{no}/forget", "readouts"),
            Self::Text => ("texts/{no}/forget", "texts"),
        };
        About { whose: Whose::Party, place, word: "forget-here", here: then, then, done: "forgotten-here", fields: &[] }
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (_, text) = self.found(&at.page.seen.view, at.no).ok_or(Trouble::NotThere)?;
        let above = html! { p.about { (beginning(&text)) } (ahead(at.page, "erase-here")) };
        Ok(Some(Sheet::new(above, html! {})))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let (name, _) = self.found(&at.page.seen.view, at.no).ok_or(Trouble::NotThere)?;
        Ok(Act::Party(Command::Forget {
            matter: match self {
                Self::Question => Matter::Question(id(&name)?),
                Self::Proposal => Matter::Proposal(id(&name)?),
                Self::Offer => Matter::Offer(id(&name)?),
                Self::Readout => Matter::Readout(id(&name)?),
                Self::Text => Matter::Text(id(&name)?),
            },
        }))
    }
}

/// Says for how many days words are kept after their end.
pub(crate) struct Retain;

impl Deed for Retain {
    fn about(&self) -> About {
        About {
            whose: Whose::Party,
            place: "retain",
            word: "retain-here",
            here: "lines",
            then: "lines",
            done: "retained-here",
            fields: &[],
        }
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        let days = at.page.seen.view.retention.map(|days| days.to_string());
        Ok(Form::default().and("keep", days.unwrap_or_default()))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let page = at.page;
        let asked = fields.line("keep", "number", Some(&page.t("hint-days-kept")), false);
        Ok(Some(Sheet::new(ahead(page, "retain-here"), asked)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let days = at.form.read::<u32>("keep");
        let mut read = Reading::of(at);
        if at.form.is_on("keep") && days.is_none() {
            read.wrong("keep", at.page.t("wrong-keep"));
        }
        read.whole()?;
        Ok(Act::Party(Command::Retain { days }))
    }
}
