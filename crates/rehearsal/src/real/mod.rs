//! Plays scenarios on real processes: a real hub, real offices, real TLS on loopback, real kills.
//!
//! - [`house`] is the house for a cast;
//! - `process` starts and kills one process of the program;
//! - `proxy` is an office's way to the hub, which can be cut.

pub mod house;
mod process;
mod proxy;
