//! What pages are made of: a person's text, an item, a list with its pages, a form's field, what is
//! found in a text before anything is done with it.

pub(crate) mod field;
pub(crate) mod found;
pub(crate) mod item;
pub(crate) mod list;
pub(crate) mod look;
pub(crate) mod pick;
pub(crate) mod text;
