//! Finding what a person named: items and matters by the numbers that `inbox` shows, parties and channels by name.

use std::str::FromStr;

use channel::{PartyId, Waiting};
use office::view::{ItemView, View};

use crate::failure::Failure;

/// The item of that number.
pub(crate) fn item(view: &View, no: u32) -> Result<&ItemView, Failure> {
    view.items
        .iter()
        .find(|item| item.no == no)
        .ok_or_else(|| Failure::given(format!("there is no item {no} here: `inbox` shows their numbers")))
}

/// What an item waits for here, if it waits for anything.
pub(crate) fn waits_for(view: &View, no: u32) -> Option<Waiting> {
    view.outstanding.iter().find(|matter| matter.no == Some(no))?.waits_for.parse().ok()
}

/// The id of an item.
pub(crate) fn item_id<T: FromStr>(view: &View, no: u32) -> Result<T, Failure> {
    item(view, no)?.item.parse().map_err(|_| Failure::machine("an item's id cannot be read"))
}

/// The id of a channel, by its name; the only one where none is named.
pub(crate) fn channel<T: FromStr>(view: &View, name: Option<&str>) -> Result<T, Failure> {
    let mut found = view.channels.iter().filter(|channel| name.is_none_or(|name| channel.name == name));
    let names = || view.channels.iter().map(|channel| channel.name.as_str()).collect::<Vec<_>>().join(", ");
    match (found.next(), found.next(), name) {
        (Some(channel), None, _) => {
            channel.channel.parse().map_err(|_| Failure::machine("a channel's id cannot be read"))
        }
        (None, _, None) => Err(Failure::given("this office has no channel yet")),
        (None, _, Some(name)) => {
            Err(Failure::given(format!("there is no channel \"{name}\" here; there is: {}", names())))
        }
        (Some(_), Some(_), _) => Err(Failure::given(format!("there are several channels; name one of: {}", names()))),
    }
}

/// The number of a party at the desk, by its name.
pub(crate) fn party(view: &View, name: &str) -> Result<PartyId, Failure> {
    let found = view.parties.iter().find(|party| party.name == name || party.party.to_string() == name);
    let names = || view.parties.iter().map(|party| party.name.as_str()).collect::<Vec<_>>().join(", ");
    found
        .map(|party| PartyId(party.party))
        .ok_or_else(|| Failure::given(format!("there is no party \"{name}\"; there is: {}", names())))
}

/// The numbers of several parties.
pub(crate) fn parties(view: &View, names: &[String]) -> Result<Vec<PartyId>, Failure> {
    names.iter().map(|name| party(view, name)).collect()
}

/// The numbers of others in a party's channel, each by number or by label.
pub(crate) fn others(view: &View, channel: &str, names: &[String]) -> Result<Vec<u8>, Failure> {
    let channel = view.channels.iter().find(|one| one.channel == channel);
    let others = channel.map(|channel| channel.others.as_slice()).unwrap_or_default();
    let find = |name: &String| {
        let found = others.iter().find(|other| other.label == *name || other.number.to_string() == *name);
        found.map(|other| other.number).ok_or_else(|| {
            Failure::given(format!("the channel has no other \"{name}\": `status` shows them with their numbers"))
        })
    };
    names.iter().map(find).collect()
}

/// The id of one of several things, by its number.
fn numbered<T: FromStr, V>(all: &[V], what: &str, no: u32, is: impl Fn(&V) -> (u32, &str)) -> Result<T, Failure> {
    let found = all.iter().map(is).find(|(number, _)| *number == no);
    let (_, id) =
        found.ok_or_else(|| Failure::given(format!("there is no {what} {no} here: `inbox` shows their numbers")))?;
    id.parse().map_err(|_| Failure::machine(format!("the id of a {what} cannot be read")))
}

/// The id of a question, by its number.
pub(crate) fn question<T: FromStr>(view: &View, no: u32) -> Result<T, Failure> {
    numbered(&view.questions, "question", no, |one| (one.no, &one.question))
}

/// The id of a pair, by its number.
pub(crate) fn pair<T: FromStr>(view: &View, no: u32) -> Result<T, Failure> {
    numbered(&view.pairs, "pair", no, |one| (one.no, &one.pair))
}

/// The id of a pair's channel.
pub(crate) fn pair_channel<T: FromStr>(view: &View, no: u32) -> Result<T, Failure> {
    numbered(&view.pairs, "pair", no, |one| (one.no, &one.channel))
}

/// The id of a proposal, by its number.
pub(crate) fn proposal<T: FromStr>(view: &View, no: u32) -> Result<T, Failure> {
    numbered(&view.proposals, "proposal", no, |one| (one.no, &one.proposal))
}

/// The id of an offer, by its number.
pub(crate) fn offer<T: FromStr>(view: &View, no: u32) -> Result<T, Failure> {
    numbered(&view.offers, "offer", no, |one| (one.no, &one.offer))
}

/// The id of a readout, by its number.
pub(crate) fn readout<T: FromStr>(view: &View, no: u32) -> Result<T, Failure> {
    numbered(&view.readouts, "readout", no, |one| (one.no, &one.readout))
}

/// The id of a single negotiating text, by its number.
pub(crate) fn text<T: FromStr>(view: &View, no: u32) -> Result<T, Failure> {
    numbered(&view.texts, "text", no, |one| (one.no, &one.text))
}

/// The id of a single negotiating text's channel.
pub(crate) fn text_channel<T: FromStr>(view: &View, no: u32) -> Result<T, Failure> {
    numbered(&view.texts, "text", no, |one| (one.no, &one.channel))
}

/// The id of a note, by its number.
pub(crate) fn note<T: FromStr>(view: &View, no: u32) -> Result<T, Failure> {
    numbered(&view.notes, "note", no, |one| (one.no, one.note.as_deref().unwrap_or_default()))
}
