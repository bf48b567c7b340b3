//! The real program, from outside.
#![allow(clippy::disallowed_methods, reason = "real processes are waited for on real time")]

mod bad_input;
mod by_hand;
mod demo;
mod disks;
mod homes;
mod kills;
mod program;
mod readme;
mod rehearse;
mod rig;
mod silence;
mod terminal;
