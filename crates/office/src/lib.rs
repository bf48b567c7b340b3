//! What a participant runs: the desk's office, a principal's or an envoy's.
//!
//! A vault on the disk, a journal of events in it, the lines to its peers and the view that everything which shows an
//! office shows. All plaintext of Good Offices lives in offices and nowhere else.
//!
//! | module | what for |
//! |---|---|
//! | [`store`], [`vault`], `journal` | rows on a disk; the same rows sealed; events chained by hashes |
//! | [`officers`] | who is at the desk, by passphrases of their own |
//! | [`office`], `batch`, `exchange`, `post`, `posts` | the office: acts and letters become transactions, lines become calls to a hub |
//! | [`drafts`] | what was typed into forms and not sent |
//! | `quarantine` | why the last cells of a line were set aside |
//! | [`transport`] | calls and answers, and the client that carries them over TLS |
//! | [`run`], [`control`] | the loop of a real office, and the socket by which others use it |
//! | [`refused`] | why something was not done: a word and a sentence |
//! | [`view`], [`practice`] | plain data that the command line, the pages and rehearsals all render; what commands are made of |
//!
//! Three seams, no more: [`clock::Clock`], [`store::Store`], and the calls of [`transport`].

#[macro_use]
mod worded;

pub mod act;
mod batch;
pub mod clock;
mod codes;
pub mod control;
pub mod drafts;
mod drawer;
mod event;
mod exchange;
pub mod faults;
pub mod invitation;
mod journal;
pub mod office;
pub mod officers;
mod post;
mod posts;
pub mod practice;
mod quarantine;
pub mod random;
mod readout;
pub mod refused;
pub mod run;
pub mod store;
pub mod transport;
pub mod vault;
pub mod view;

pub use event::{Event, HubPlace, OfficeEvent};
pub use exchange::LetterHashes;
