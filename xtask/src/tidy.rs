//! `cargo xtask tidy`: what every file of the project must be, whatever is in it.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use crate::run::{output, program};

/// The most lines that one source file may have. Most have far fewer.
const MOST_LINES: usize = 800;

/// Folders that are not the project's text.
const SKIPPED: [&str; 3] = [".git", "target", "node_modules"];

/// What is read: source, settings, words.
const READ: [&str; 10] = ["cddl", "css", "ftl", "html", "js", "md", "rs", "sh", "toml", "txt"];

/// Marks of what is not done. Taken apart, so that this file has none.
const MARKS: [&str; 3] = [concat!("TO", "DO"), concat!("FIX", "ME"), concat!("XX", "X")];

/// How paths of one person's machine begin.
const MACHINES: [&str; 5] =
    [concat!("/ho", "me/"), concat!("/ro", "ot/"), concat!("/Us", "ers/"), concat!("/wo", "rk/"), concat!("C:", "\\")];

pub(crate) fn check(root: &Path) -> Result<()> {
    let mut faults = Vec::new();
    let mut read = 0;
    walk(root, root, &mut |path, text| {
        read += 1;
        faults.extend(faults_of(path, text));
    })?;
    faults.extend(kept_though_left_out(root)?);
    if !faults.is_empty() {
        bail!("not tidy:\n  {}", faults.join("\n  "));
    }
    println!("{read} files are tidy");
    Ok(())
}

/// Files that the repository keeps and that it says are left out of it: what a build or an install has put there.
fn kept_though_left_out(root: &Path) -> Result<Vec<String>> {
    if !root.join(".git").exists() {
        return Ok(Vec::new()); // unpacked from an archive: nothing is kept by it
    }
    let listed = output(program(root, "git", &["ls-files", "--cached", "--ignored", "--exclude-standard"]))?;
    let few = listed.lines().take(8);
    Ok(few.map(|path| format!("{path}: kept in the repository, which leaves it out: `git rm --cached` it")).collect())
}

/// Shows every text file under a folder, in order, with its path from the root.
fn walk(root: &Path, folder: &Path, show: &mut impl FnMut(&str, &str)) -> Result<()> {
    let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
    let mut entries = entries.collect::<std::io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.file_type()?.is_dir() {
            if !SKIPPED.contains(&name.as_str()) {
                walk(root, &path, show)?;
            }
        } else if path.extension().is_some_and(|extension| READ.iter().any(|read| extension == *read)) {
            let text = fs::read_to_string(&path).with_context(|| format!("{} is not text", path.display()))?;
            let from_root = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            show(&from_root, &text);
        }
    }
    Ok(())
}

/// What is wrong with a file of this path and text.
fn faults_of(path: &str, text: &str) -> Vec<String> {
    let mut faults = Vec::new();
    if path.ends_with(".rs") {
        if !text.starts_with("//! ") {
            faults.push(format!("{path}:1: begins with no //! line that says what it is for"));
        }
        let lines = text.lines().count();
        if path.split('/').any(|part| part == "src") && lines > MOST_LINES {
            faults.push(format!("{path}: {lines} lines, of {MOST_LINES} at most: does it hold two things?"));
        }
    }
    for (line, n) in text.lines().zip(1..) {
        for mark in MARKS.iter().filter(|mark| has_word(line, mark)) {
            faults.push(format!("{path}:{n}: {mark}: nothing half-built lands"));
        }
        for machine in MACHINES.iter().filter(|machine| has_path(line, machine)) {
            faults.push(format!("{path}:{n}: a path of one machine, {machine}…"));
        }
    }
    faults
}

/// The word by itself, not within another.
fn has_word(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        let after = line.get(at + word.len()..).and_then(|after| after.chars().next());
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    })
}

/// A path from the machine's root, not the tail of an address.
fn has_path(line: &str, start: &str) -> bool {
    line.match_indices(start).any(|(at, _)| {
        let before = line.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(|before| before.is_alphanumeric() || "._-~}".contains(before))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tidy_file_has_no_fault() {
        assert_eq!(faults_of("crates/wire/src/lib.rs", "//! What it is for.\n\npub struct Cell;\n"), [""; 0]);
        assert_eq!(faults_of("README.md", "See https://example.org/home/page and ./work/here.\n"), [""; 0]);
    }

    #[test]
    fn what_an_install_has_put_there_is_not_kept() {
        let root = tempfile::tempdir().expect("a folder");
        let git = |arguments: &[&str]| output(program(root.path(), "git", arguments)).expect("git does it");
        git(&["init", "--quiet"]);
        fs::create_dir(root.path().join("installed")).expect("a folder");
        fs::write(root.path().join(".gitignore"), "/installed\n").expect("a file");
        fs::write(root.path().join("installed/other.js"), "other people's\n").expect("a file");
        git(&["add", "--all"]);
        assert_eq!(kept_though_left_out(root.path()).expect("git tells"), [""; 0]);
        git(&["add", "--force", "installed/other.js"]);
        let told = kept_though_left_out(root.path()).expect("git tells");
        assert!(told[0].starts_with("installed/other.js: kept"), "{told:?}");
    }

    #[test]
    fn each_fault_is_told_with_its_place() {
        assert_eq!(
            faults_of("crates/wire/src/cell.rs", "// A comment\n"),
            ["crates/wire/src/cell.rs:1: begins with no //! line that says what it is for"]
        );
        let long = format!("//! Long.\n{}", "\n".repeat(MOST_LINES));
        assert_eq!(
            faults_of("crates/wire/src/cell.rs", &long),
            ["crates/wire/src/cell.rs: 801 lines, of 800 at most: does it hold two things?"]
        );
        assert_eq!(faults_of("crates/wire/tests/it/main.rs", &long), [""; 0], "tests may be long");
        let mark = MARKS[0];
        assert_eq!(
            faults_of("docs/A.md", &format!("One\n{mark}: two\nx{mark}\n")),
            [format!("docs/A.md:2: {mark}: nothing half-built lands")]
        );
        let machine = MACHINES[0];
        assert_eq!(
            faults_of("docs/A.md", &format!("see {machine}me/file\n")),
            [format!("docs/A.md:1: a path of one machine, {machine}…")]
        );
    }
}
