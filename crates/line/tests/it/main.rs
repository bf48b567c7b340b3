//! The line, two-ended, against a hub that may do anything but open cells.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod delivery;
mod exchanges;
mod held;
mod secrets;
mod total;
mod world;
