//! The channel's tests: a small world of one desk and its parties' offices, the invariants by their names, and the
//! frozen forms of letters and events.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, reason = "a test fails by panicking")]

mod after_release;
mod agrees;
mod commands;
mod desk_decides;
mod envoys;
mod erasure;
mod golden;
mod intake;
mod invariants;
mod model;
mod no_contact;
mod offers;
mod pairs;
mod proposals;
mod readouts;
mod restored;
mod samples;
mod steps;
mod strays;
mod texts;
mod total;
mod warnings;
mod world;
