//! What pages are made of: a person's text, an item, a list with its pages, a form's field.

pub(crate) mod field;
pub(crate) mod item;
pub(crate) mod list;
pub(crate) mod text;
