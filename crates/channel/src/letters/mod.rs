//! The letters: what travels inside a line, to the desk and to a party. Their kinds and fields are numbered for ever;
//! see [`crate::envelope`] for how they are written down.

mod to_desk;
mod to_party;

pub use to_desk::ToDesk;
pub use to_party::ToParty;
