//! `demo`: it plays the reported exchange and ends well, quickly, and as plain lines where there is no terminal.

use std::time::{Duration, Instant};

use crate::rig::Rig;

#[test]
fn without_a_terminal_it_tells_in_plain_lines_who_was_told_what_and_ends_well() {
    let rig = Rig::new();
    let began = Instant::now();
    let ran = rig.run("demo --headless");
    assert!(began.elapsed() < Duration::from_secs(30), "it took {:?}", began.elapsed());
    assert!(!ran.out.contains('\u{1b}'), "no colours outside a terminal");
    assert!(!ran.out.contains("NOT as expected"), "{ran:?}");
    let out = ran.well();
    for told in ["2025-10-08", "those who asked", "the far side", "confrontation of no kind", "as expected"] {
        assert!(out.contains(told), "{told} is missing in:\n{out}");
    }
}
