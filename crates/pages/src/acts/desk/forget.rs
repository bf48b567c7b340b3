//! Taking the words out of what is no item; erasing does it for an item.

use maud::html;
use office::act::Act;
use office::practice::desk::{Command, Matter};

use super::super::deed::{About, At, Deed, Not, Sheet, id};
use super::{at_desk, sure};
use crate::parts::field::Fields;
use crate::server::Trouble;

/// One kind of such things: where it is forgotten, and how it is found by its number.
pub(crate) struct Forget {
    place: &'static str,
    here: &'static str,
    /// The message that names one of them by its number.
    name: &'static str,
    find: fn(&At<'_>) -> Result<Matter, Trouble>,
}

/// The id of whatever has that number in a list.
macro_rules! find {
    ($list:ident, $id:ident, $kind:ident) => {
        |at| {
            let found = at.page.seen.view.$list.iter().find(|one| one.no == at.no).ok_or(Trouble::NotThere)?;
            Ok(Matter::$kind(id(&found.$id)?))
        }
    };
}

/// A private question, with its reply.
pub(crate) static QUESTION: Forget = Forget {
    place: "questions/{no}/forget",
    here: "questions",
    name: "question-no",
    find: find!(questions, question, Question),
};
/// A proposal.
pub(crate) static PROPOSAL: Forget = Forget {
    place: "proposals/{no}/forget",
    here: "proposals",
    name: "proposal-no",
    find: find!(proposals, proposal, Proposal),
};
/// An offer.
pub(crate) static OFFER: Forget =
    Forget { place: "offers/{no}/forget", here: "offers", name: "offer-no", find: find!(offers, offer, Offer) };
/// A readout.
pub(crate) static READOUT: Forget = Forget {
    place: "readouts/{no}/forget",
    here: "readouts",
    name: "readout-no",
    find: find!(readouts, readout, Readout),
};
/// A single negotiating text, with its comments.
pub(crate) static TEXT: Forget =
    Forget { place: "texts/{no}/forget", here: "texts", name: "text-no", find: find!(texts, text, Text) };
/// A note of the world outside.
pub(crate) static NOTE: Forget = Forget {
    place: "notes/{no}/forget",
    here: "notes",
    name: "note-no",
    find: |at| {
        let found = at.page.seen.view.notes.iter().find(|one| one.no == at.no).and_then(|one| one.note.as_deref());
        Ok(Matter::Note(id(found.ok_or(Trouble::NotThere)?)?))
    },
};

impl Deed for Forget {
    fn about(&self) -> About {
        at_desk(self.place, "forget", self.here, "forgotten")
    }

    fn sheet(&self, at: &At<'_>, _: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        (self.find)(at)?;
        let page = at.page;
        let above = html! { p.subject { (page.say.with(self.name, &[("n", at.no.into())])) } (sure(page, "forget")) };
        Ok(Some(Sheet::new(above, html! {})))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        Ok(Act::Desk(Command::Forget { matter: (self.find)(at)? }))
    }
}
