//! The office from outside: its vault, its journal, its acts, and offices talking to each other without a network.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used, clippy::print_stdout)] // helpers of tests are tests too

mod acts;
mod drafts;
mod drawer;
mod erasure;
mod exchange;
mod golden;
mod journal;
mod officers;
mod restored;
mod shelf;
mod total;
mod vault;
mod world;
