//! The blind store of dead drops: server and stores.
//!
//! A hub keeps cells at addresses and gives them to who shows the take key. It has no accounts, no mailboxes and no
//! names, and cannot read what it keeps.
//!
//! **Architecture invariant:** nothing that can open a cell is in this crate's dependency closure: it depends on
//! [`wire`], and never on `sealing`, `line`, `channel` or `office`.
//!
//! How the parts lie:
//! - [`keeping`]: the rules of a drop, as pure functions: what is stored, taken, expired; how much is kept.
//! - [`store`]: what a store is; [`memory`] and [`sqlite`] are the two there are.
//! - [`home`]: the directory that holds a hub: its store, its [`identity`], its [`passes`].
//! - [`server`]: HTTP on TLS 1.3 over a store.
//! - [`clock`]: civil time, which the caller gives.

pub mod clock;
mod hex;
pub mod home;
pub mod identity;
pub mod keeping;
pub mod memory;
pub mod passes;
pub mod server;
pub mod sqlite;
pub mod store;

pub use clock::{Clock, Now, SystemClock};
pub use home::Invite;
pub use identity::Identity;
pub use keeping::Keeping;
pub use memory::{Drops, MemoryStore};
pub use passes::Passes;
pub use server::{Config, Limits, ServeError, Trouble, serve};
pub use sqlite::SqliteStore;
pub use store::{Answer, Figures, PutOutcome, Store, StoreError, Sweep};
