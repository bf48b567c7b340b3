//! The real program, from outside.
#![allow(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that fails says so by panicking, and real processes are waited for on real time"
)]

mod bad_input;
mod by_hand;
mod demo;
mod disks;
mod guides;
mod homes;
mod kills;
mod no_contact;
mod program;
mod reader;
mod readme;
mod rehearse;
mod rig;
mod silence;
mod terminal;
