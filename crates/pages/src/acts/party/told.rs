//! What a party says to what the desk put to it of an item: that it said what the desk wrote down, or did not; that the desk may
//! use what was confided, or may not.

use maud::html;
use office::act::Act;
use office::practice::party::Command;
use office::practice::{ItemId, Waiting};

use super::super::deed::{About, At, Deed, Not, Sheet, id};
use super::super::reading::Reading;
use super::{ahead, on_item};
use crate::parts::field::Fields;
use crate::server::Trouble;
use crate::show::items::head;

/// What can be said to it.
pub(crate) enum Told {
    /// The desk's note is what was said.
    Confirm,
    /// It was not said so.
    Deny,
    /// The desk may use it.
    GiveLeave,
    /// It may not.
    Withhold,
}

impl Told {
    const fn word(&self) -> &'static str {
        match self {
            Self::Confirm => "confirm",
            Self::Deny => "deny",
            Self::GiveLeave => "give-leave",
            Self::Withhold => "withhold",
        }
    }

    const fn is_yes(&self) -> bool {
        matches!(self, Self::Confirm | Self::GiveLeave)
    }

    /// The item, if the desk asks this of it. Another thing that waits for this party's word is not answered by it.
    fn item(&self, at: &At<'_>) -> Result<ItemId, Trouble> {
        let item = at.item()?;
        let asked = match self {
            Self::Confirm | Self::Deny => Waiting::Confirmation,
            Self::GiveLeave | Self::Withhold => Waiting::Leave,
        };
        let mut board = at.page.seen.view.outstanding.iter();
        let is_asked = match board.find(|one| one.no == Some(item.no)) {
            Some(waits) => waits.waits_for == asked.word(),
            // Once it is answered, the same form sent again finds the act done.
            None => at.form.is_on("act"),
        };
        if is_asked { id(&item.item) } else { Err(Trouble::NotThere) }
    }
}

impl Deed for Told {
    fn about(&self) -> About {
        let (place, done) = match self {
            Self::Confirm => ("items/{no}/confirm", "confirmed"),
            Self::Deny => ("items/{no}/deny", "denied"),
            Self::GiveLeave => ("items/{no}/give-leave", "leave-given"),
            Self::Withhold => ("items/{no}/withhold", "withheld"),
        };
        on_item(place, self.word(), done)
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        self.item(at)?;
        let page = at.page;
        let above = html! { (head(page, at.item()?)) (ahead(page, self.word())) };
        // A reason goes with a denial alone: leave is given or not.
        let asked = html! {
            @if matches!(self, Self::Deny) { (fields.area("reason", Some(&page.t("hint-object")), false, 4)) }
        };
        Ok(Some(Sheet::new(above, asked)))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let item = self.item(at)?;
        let reason = Reading::of(at).maybe("reason");
        Ok(Act::Party(if self.is_yes() { Command::Approve { item } } else { Command::Object { item, reason } }))
    }
}
