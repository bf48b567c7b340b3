//! The pages that do, each a [`Deed`]: a form that is shown, read, and done by the office as a command would have it
//! done. How that goes is in [`deed`]; what each is, in a file for each matter.
//!
//! To add one: a type with a `Deed`, and its line in the list of its folder.

pub(crate) mod deed;
mod desk;
pub(crate) mod draft;
mod party;
mod reading;
mod translations;

pub(crate) use deed::Deed;

/// How an item may be tied to earlier ones: fields of a form, and of the address by which it is asked for.
const TIES: [&str; 3] = ["answers", "reaffirms", "supersedes"];

/// All deeds of all offices.
pub(crate) fn all() -> impl Iterator<Item = &'static dyn Deed> {
    desk::DEEDS.iter().chain(party::DEEDS).copied()
}
