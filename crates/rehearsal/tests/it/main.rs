//! The tests of rehearsals: scenario files read, refused and played.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that cannot go on says so by panicking"
)]

mod every_verb;
mod malformed;
mod no_contact;
mod played;
mod scripted;
mod shipped;
mod simulated;
mod storms;
