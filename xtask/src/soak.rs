//! `cargo xtask soak`: the long forms of what `test` runs in short: more simulated storms, and the tests marked ignored.

use std::path::Path;

use anyhow::Result;

use crate::run::{program, shown};

pub(crate) fn soak(root: &Path, storms: u32) -> Result<()> {
    println!("== {storms} storms");
    let storms = storms.to_string();
    let storm = ["run", "--release", "--package", "goodoffices", "--", "rehearse", "--storm", &storms];
    shown(program(root, "cargo", &storm))?;
    println!("\n== the tests that are too slow for every day");
    let slow = ["nextest", "run", "--workspace", "--release", "--run-ignored", "only", "--no-tests", "pass"];
    shown(program(root, "cargo", &slow))?;
    println!("\nAll of it held.");
    Ok(())
}
