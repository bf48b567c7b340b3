//! The pages from outside: real requests over loopback to offices in which a whole exchange was played.

#![allow(clippy::expect_used, clippy::indexing_slicing, clippy::panic, clippy::unwrap_used)] // helpers of tests are tests too

mod acts;
mod browser;
mod desk_between;
mod desk_house;
mod desk_items;
mod desk_public;
mod desk_says;
mod door;
mod drafts;
mod offices;
mod picture;
mod reader;
mod said;
mod shown;
mod sides;
mod watch;
