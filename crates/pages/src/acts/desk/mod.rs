//! What the desk does, by matter.

mod items;
mod questions;

use super::Deed;
use super::deed::{About, Whose};

/// All of it.
pub(super) const DEEDS: &[&dyn Deed] = &[&items::Render, &items::Release, &items::Return, &questions::Ask];

/// What is known of a deed on one item of the desk's.
const fn on_item(place: &'static str, word: &'static str, done: &'static str) -> About {
    About { whose: Whose::Desk, place, word, here: "items", then: "items/{no}", done, fields: &[] }
}
