//! The web pages of an office, served on its own machine to browsers that were given an address of it.
//!
//! | module | what for |
//! |---|---|
//! | `server` | loopback, one-time addresses, sessions, which requests are answered at all |
//! | `routes`, `show`, `acts` | which page lies where; pages that show; pages that do |
//! | `page`, `parts` | what pages are made of |
//! | `say`, [`language`], `locales/` | what they say, in six languages |
//!
//! Everything that is shown is [`office::view`]'s, and everything that is done is a request such as the control socket
//! takes, so that page, command and rehearsal never differ. Every text of a person is text. Reading needs no script. Nothing of a vault is kept in a browser, and no page names another host.
//!
//! Deliberately not here: rules of the practice, times and ids of its own but those of a form, any way to an office's keys.

mod acts;
mod form;
pub mod language;
mod page;
mod parts;
mod routes;
mod say;
mod server;
mod show;

pub use server::{Door, Pages};
