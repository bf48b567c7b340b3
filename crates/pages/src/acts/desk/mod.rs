//! What the desk does, by matter.
//!
//! What is done in a channel lies below that channel's address, so that its form knows the channel's parties; what is done
//! with something that is there lies below that. What cannot be undone says so above its button.

mod afterwards;
mod between;
mod channels;
mod forget;
mod house;
mod items;
mod own_words;
mod public;
mod questions;
mod readouts;
mod told;

use maud::{Markup, html};
use office::practice::{ChannelId, PartyId, script};
use office::view::ChannelView;

use super::Deed;
use super::deed::{About, At, Whose, id};
use crate::form::Form;
use crate::page::Page;
use crate::parts::text::person;
use crate::server::Trouble;

/// All of it.
pub(super) const DEEDS: &[&dyn Deed] = &[
    &items::Render,
    &items::Release,
    &items::Return,
    &afterwards::Correct,
    &afterwards::Translate,
    &afterwards::Admit,
    &afterwards::UseConfided,
    &afterwards::Erase,
    &told::Intake,
    &told::Same,
    &told::Distinct,
    &own_words::Outreach,
    &own_words::Offer,
    &own_words::Table,
    &own_words::TableAnew,
    &own_words::DeclareInterest,
    &between::Pair,
    &between::ReleasePair,
    &between::Propose,
    &readouts::Draft,
    &readouts::DraftAnew,
    &readouts::Publish,
    &readouts::Withdraw,
    &public::Disclose,
    &public::NoteStatement,
    &public::Expose,
    &questions::Ask,
    &channels::OpenChannel,
    &channels::CoMediate,
    &channels::Close,
    &house::AddParty,
    &house::SetLabel,
    &house::SetAddress,
    &house::Invite,
    &house::AddOfficer,
    &house::RemoveOfficer,
    &house::Retain,
    &forget::QUESTION,
    &forget::PROPOSAL,
    &forget::OFFER,
    &forget::READOUT,
    &forget::TEXT,
    &forget::NOTE,
];

/// What is known of a deed of the desk's. It leads to the list of such things, where it belongs.
const fn at_desk(place: &'static str, word: &'static str, here: &'static str, done: &'static str) -> About {
    About { whose: Whose::Desk, place, word, here, then: here, done, fields: &[] }
}

/// The same on one item.
const fn on_item(place: &'static str, word: &'static str, done: &'static str) -> About {
    About { then: "items/{no}", ..at_desk(place, word, "items", done) }
}

/// Parties that are ticked.
fn ticked(form: &Form, field: &str) -> Vec<PartyId> {
    form.all(field).filter_map(|one| one.parse().ok()).map(PartyId).collect()
}

/// The channel that a form is about, which is open.
fn channel<'a>(at: &At<'a>) -> Result<(ChannelId, &'a ChannelView), Trouble> {
    let channel = at.the(&at.page.seen.view.channels, |channel| !channel.closed)?;
    Ok((id(&channel.channel)?, channel))
}

/// The channel above a form that is about it.
fn about_channel(page: &Page<'_>, channel: &ChannelView, what: &str) -> Markup {
    html! {
        p.subject { (page.t("channel")) " " (page.channel_link(&channel.channel)) }
        p.lead { (page.say.word("about", what)) }
    }
}

/// A channel's parties, to choose among.
fn parties(page: &Page<'_>, channel: &ChannelView) -> Vec<(String, Markup)> {
    named(page, |party| channel.parties.contains(&party))
}

/// The parties whose numbers are wanted, to choose among.
fn named(page: &Page<'_>, wanted: impl Fn(u32) -> bool) -> Vec<(String, Markup)> {
    let parties = page.seen.view.parties.iter().filter(|party| wanted(party.party));
    parties.map(|party| (party.party.to_string(), person(&party.name))).collect()
}

/// The same in a list that takes no markup: isolated by characters.
fn named_plainly(page: &Page<'_>, wanted: impl Fn(u32) -> bool) -> Vec<(String, Markup)> {
    let parties = page.seen.view.parties.iter().filter(|party| wanted(party.party));
    parties.map(|party| (party.party.to_string(), html! { (script::visible(&party.name)) })).collect()
}

/// Words of a vocabulary, to choose among.
fn words(page: &Page<'_>, family: &str, all: impl IntoIterator<Item = &'static str>) -> Vec<(String, Markup)> {
    all.into_iter().map(|word| (word.to_owned(), html! { (page.say.word(family, word)) })).collect()
}

/// What is to be thought of before something is done that cannot be undone.
fn sure(page: &Page<'_>, what: &str) -> Markup {
    html! { p.known { (page.say.word("sure", what)) } }
}
