//! What a party does, by matter.

mod between;
mod content;
mod envoys;
mod items;
mod keeping;
mod lodge;
mod own;
mod public;
mod questions;
mod told;

use maud::{Markup, html};

use super::Deed;
use super::deed::{About, Whose};
use crate::page::Page;

/// All of it.
pub(super) const DEEDS: &[&dyn Deed] = &[
    &items::Read,
    &items::Dispose,
    &items::Approve,
    &items::Object,
    &lodge::Lodge,
    &questions::Reply,
    &own::Recall,
    &own::Invoke,
    &own::Countersign,
    &own::Confide,
    &told::Told::Confirm,
    &told::Told::Deny,
    &told::Told::GiveLeave,
    &told::Told::Withhold,
    &between::Declare,
    &between::Answer,
    &between::TakeUp,
    &between::Decline,
    &between::Comment,
    &public::Clear,
    &public::ObjectToReadout,
    &public::PublishOwn,
    &envoys::Appoint,
    &envoys::Revoke,
    &keeping::Erase,
    &keeping::Forget::Question,
    &keeping::Forget::Proposal,
    &keeping::Forget::Offer,
    &keeping::Forget::Readout,
    &keeping::Forget::Text,
    &keeping::Retain,
];

/// What is known of a deed on one item of a party's.
const fn on_item(place: &'static str, word: &'static str, done: &'static str) -> About {
    About { whose: Whose::Party, place, word, here: "items", then: "items/{no}", done, fields: &[] }
}

/// What a deed will do, said before it is done.
fn ahead(page: &Page<'_>, word: &str) -> Markup {
    html! { div.ahead { p { strong { (page.t("ahead")) } } p { (page.say.word("ahead", word)) } } }
}
