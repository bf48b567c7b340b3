//! The office from outside: its vault, its journal, its acts, and offices talking to each other without a network.

mod acts;
mod erasure;
mod exchange;
mod golden;
mod journal;
mod shelf;
mod total;
mod vault;
mod world;
