//! Sealing from outside: golden vectors, malformed cells, degenerate keys, armour, rows, codes.

#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, clippy::panic)]

mod armour;
mod fidelity;
mod keys;
mod malformed;
mod officer;
mod readout;
mod vectors;
