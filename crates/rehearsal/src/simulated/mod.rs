//! The simulated world: the offices' own code, in one thread, over a simulated clock, disk, network and hub.
//!
//! - [`disk`] is the store that tears;
//! - [`world`] is time, the network and the hub, from one seed;
//! - [`house`] plays scenarios in it;
//! - [`storm`] plays them while things go wrong, and [`gale`] while anybody may be put back to an older state too; both check the
//!   invariants after every event.

pub mod clock;
pub mod disk;
pub mod gale;
pub mod house;
mod invariants;
mod ledger;
pub mod storm;
pub mod weather;
pub mod world;
