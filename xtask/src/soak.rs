//! `cargo xtask soak`: the long forms of what `test` runs in short: more simulated storms, and the tests marked ignored.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use crate::run::{program, shown};

pub(crate) fn soak(root: &Path, storms: u32) -> Result<()> {
    let scenarios = scenarios(root)?;
    let each = storms.div_ceil(u32::try_from(scenarios.len().max(1))?).to_string();
    for scenario in &scenarios {
        println!("== {each} storms over {scenario}");
        let storm = ["run", "--release", "--package", "goodoffices", "--", "rehearse", "--storm", &each, scenario];
        shown(program(root, "cargo", &storm))?;
    }
    println!("\n== the tests that are too slow for every day");
    let slow = ["nextest", "run", "--workspace", "--release", "--run-ignored", "only", "--no-tests", "pass"];
    shown(program(root, "cargo", &slow))?;
    println!("\nAll of it held.");
    Ok(())
}

/// The scenarios, from the root, in order.
fn scenarios(root: &Path) -> Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root.join("scenarios")).context("the scenarios cannot be read")? {
        let name = entry?.file_name().to_string_lossy().into_owned();
        if name.ends_with(".toml") {
            found.push(format!("scenarios/{name}"));
        }
    }
    found.sort();
    Ok(found)
}
