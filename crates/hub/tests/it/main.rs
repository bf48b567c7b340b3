//! The hub, from outside: its stores under one contract, its home, and its server on real TLS connections.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking, in its helpers too"
)]

mod contract;
mod durable;
mod home;
mod limits;
mod model;
mod rig;
mod served;
mod tls;
mod total;
