//! What a party does, by matter.

mod items;
mod lodge;
mod questions;

use super::Deed;
use super::deed::{About, Whose};

/// All of it.
pub(super) const DEEDS: &[&dyn Deed] =
    &[&items::Read, &items::Dispose, &items::Approve, &items::Object, &lodge::Lodge, &questions::Reply];

/// What is known of a deed on one item of a party's.
const fn on_item(place: &'static str, word: &'static str, done: &'static str) -> About {
    About { whose: Whose::Party, place, word, here: "items", then: "items/{no}", done, fields: &[] }
}
