//! The stage that drives the pages with a real browser: `browser/` holds its tests, for Node.js's own test runner.
//!
//! What is needed for it is Debian's: Chromium, fonts for the scripts of all six languages, Node.js. Two packages of the npm
//! registry drive the browser and look for what keeps a reader out; the lock file names their exact bytes.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail};

use crate::built::goodoffices;
use crate::run::{answers, output, program, shown};
use crate::suite::install;

/// The package of the tests.
const PACKAGE: &str = "browser";

/// The earliest Node.js whose test runner runs the tests.
const NODE: u32 = 20;

/// The pictures that README shows: what the tests leave, and nothing else of it is kept.
const PICTURES: [&str; 3] = ["board.png", "channel.png", "item.png"];

/// A font of those that are needed: who has it has all of its package.
const FONT: &str = "NotoSansArabic-Regular.ttf";

/// Installs what the stage needs and this machine lacks.
pub(crate) fn needed(root: &Path) -> Result<()> {
    if !answers(program(root, "chromium", &["--version"])) {
        install(root, "Chromium", &["chromium"])?;
    }
    if !answers(program(root, "fc-list", &["--version"])) {
        install(root, "fontconfig", &["fontconfig"])?;
    }
    if !output(program(root, "fc-list", &[]))?.contains(FONT) {
        install(root, "fonts for every script", &["fonts-noto-core"])?;
    }
    if !answers(program(root, "npm", &["--version"])) {
        install(root, "Node.js", &["nodejs", "npm"])?;
    }
    let node = output(program(root, "node", &["--version"]))?;
    let major = node.trim().trim_start_matches('v').split('.').next().and_then(|major| major.parse::<u32>().ok());
    if major.is_none_or(|major| major < NODE) {
        bail!("the browser's tests need Node.js {NODE} or later, and {} is here: install a later one", node.trim());
    }
    // Installed once for each lock file.
    let package = root.join(PACKAGE);
    let (lock, installed) = (package.join("package-lock.json"), package.join("node_modules/.installed"));
    let wanted = fs::read(&lock).with_context(|| format!("{} cannot be read", lock.display()))?;
    if fs::read(&installed).ok() != Some(wanted.clone()) {
        shown(program(&package, "npm", &["ci", "--ignore-scripts", "--no-audit", "--no-fund"]))?;
        fs::write(&installed, wanted).with_context(|| format!("{} cannot be written", installed.display()))?;
    }
    Ok(())
}

/// Runs the tests on the program as it is now.
pub(crate) fn test(root: &Path) -> Result<()> {
    shown(npm(root, "test")?)
}

/// Takes the pictures that README shows anew.
pub(crate) fn pictures(root: &Path) -> Result<()> {
    shown(npm(root, "pictures")?)?;
    let images = root.join("docs/images");
    fs::create_dir_all(&images).with_context(|| format!("{} cannot be made", images.display()))?;
    for name in PICTURES {
        let (from, to) = (left(root).join(name), images.join(name));
        fs::copy(&from, &to).with_context(|| format!("{} was not left by the tests", from.display()))?;
        println!("wrote docs/images/{name}");
    }
    Ok(())
}

/// Where a run leaves what is to be looked at.
fn left(root: &Path) -> PathBuf {
    root.join("target").join(PACKAGE)
}

/// A script of the package, on the program as it is now.
fn npm(root: &Path, script: &str) -> Result<Command> {
    let mut command = program(&root.join(PACKAGE), "npm", &["run", "--silent", script]);
    command.env("GOODOFFICES", goodoffices(root)?);
    command.env("GOODOFFICES_LEFT", left(root));
    Ok(command)
}
