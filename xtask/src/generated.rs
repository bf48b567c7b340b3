//! `cargo xtask generated`: the parts of the docs that come from the code are as the code has them.
//!
//! A part stands between `<!-- generated: WHAT -->` and `<!-- end -->`. WHAT is one of
//! - `constants CRATE …`: a table of the public constants of these crates, with the first line of what is said of them;
//! - `coverage`: the rows of the mission, and the scenarios that show each;
//! - `help ARGUMENTS`: what the program prints when it is called so.
//!
//! `--write` puts in what belongs there; without it a difference is an error.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::built::goodoffices;
use crate::coverage;
use crate::run::{output, program};

const BEGIN: &str = "<!-- generated: ";
const BEGIN_ENDS: &str = " -->";
const END: &str = "<!-- end -->";

pub(crate) fn check(root: &Path, write: bool) -> Result<()> {
    let mut stale = Vec::new();
    let mut parts = 0;
    for path in documents(root)? {
        let told = path.strip_prefix(root).unwrap_or(&path).display().to_string();
        let text = fs::read_to_string(&path).with_context(|| format!("{told} cannot be read"))?;
        let fresh = refreshed(&text, &mut |what| {
            parts += 1;
            content(root, what)
        });
        let fresh = fresh.with_context(|| told.clone())?;
        if fresh != text {
            if write {
                fs::write(&path, fresh).with_context(|| format!("{told} cannot be written"))?;
                println!("wrote {told}");
            } else {
                stale.push(told);
            }
        }
    }
    if !stale.is_empty() {
        bail!("not as the code has it: {}; `cargo xtask generated --write` puts it right", stale.join(", "));
    }
    println!("{parts} generated parts are as the code has them");
    Ok(())
}

/// The README and everything in docs/ that is Markdown, in order.
fn documents(root: &Path) -> Result<Vec<PathBuf>> {
    let mut found: Vec<PathBuf> = [root.join("README.md")].into_iter().filter(|readme| readme.exists()).collect();
    let mut folders = vec![root.join("docs")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "md") {
                found.push(path);
            }
        }
    }
    found.sort();
    Ok(found)
}

/// A document with each of its parts as `content` has it.
fn refreshed(document: &str, content: &mut impl FnMut(&str) -> Result<String>) -> Result<String> {
    let mut fresh = String::new();
    let mut rest = document;
    while let Some((before, from)) = rest.split_once(BEGIN) {
        let (what, from) = from.split_once(BEGIN_ENDS).context("a generated part whose first line has no end")?;
        let (_, after) = from.split_once(END).with_context(|| format!("the part `{what}` has no `{END}`"))?;
        let inside = content(what.trim())?;
        fresh.push_str(&format!("{before}{BEGIN}{what}{BEGIN_ENDS}\n{}\n{END}", inside.trim_end()));
        rest = after;
    }
    fresh.push_str(rest);
    Ok(fresh)
}

fn content(root: &Path, what: &str) -> Result<String> {
    let words: Vec<&str> = what.split_whitespace().collect();
    match words.split_first() {
        Some((&"constants", crates)) => constants(root, crates),
        Some((&"coverage", [])) => coverage::table(root),
        Some((&"help", arguments)) => {
            let mut command = program(root, &goodoffices(root)?, arguments);
            // The width at which the text is wrapped is not the terminal's of who runs this.
            command.env("COLUMNS", "100");
            Ok(format!("```text\n{}\n```", output(command)?.trim_end()))
        }
        _ => bail!(
            "`{what}` is nothing that can be generated: there is `constants CRATE …`, `coverage` and `help ARGUMENTS`"
        ),
    }
}

fn constants(root: &Path, crates: &[&str]) -> Result<String> {
    let mut table = vec!["| constant | value | |".to_owned(), "|---|---|---|".to_owned()];
    for name in crates {
        let mut sources = vec![root.join("crates").join(name).join("src")];
        let mut files = Vec::new();
        while let Some(folder) = sources.pop() {
            for entry in fs::read_dir(&folder).with_context(|| format!("there is no crate `{name}`"))? {
                let path = entry?.path();
                if path.is_dir() { &mut sources } else { &mut files }.push(path);
            }
        }
        files.sort();
        for file in files {
            let text = fs::read_to_string(&file).with_context(|| format!("{} is not text", file.display()))?;
            let rows = constants_of(&text).into_iter();
            table.extend(rows.map(|row| format!("| `{name}::{}` | `{}` | {} |", row.name, row.value, row.about)));
        }
    }
    Ok(table.join("\n"))
}

/// A public constant of a source file.
#[derive(Debug, PartialEq, Eq)]
struct Constant {
    name: String,
    value: String,
    /// The first line that is said of it.
    about: String,
}

/// The public constants of a source that stand on one line and are no tables.
fn constants_of(source: &str) -> Vec<Constant> {
    let mut found = Vec::new();
    let mut about: Option<&str> = None;
    for line in source.lines().map(str::trim) {
        if let Some(said) = line.strip_prefix("///") {
            about = about.or(Some(said.trim()));
        } else if let Some((name, value)) = constant(line) {
            let about = about.take().unwrap_or_default().to_owned();
            found.push(Constant { name: name.to_owned(), value: value.to_owned(), about });
        } else if !line.starts_with("#[") {
            about = None;
        }
    }
    found
}

fn constant(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.strip_prefix("pub const ")?.split_once(':')?;
    let (_, value) = rest.split_once(" = ")?;
    let value = value.split_once(';')?.0;
    (!value.starts_with(['&', '['])).then_some((name, value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_refreshed_and_the_rest_is_left() {
        let document = format!("# Title\n{BEGIN}one{BEGIN_ENDS}\nold\n{END}\nbetween\n{BEGIN}two{BEGIN_ENDS}{END}\n");
        let fresh = refreshed(&document, &mut |what| Ok(format!("new {what}\n"))).expect("refreshed");
        let expected = format!(
            "# Title\n{BEGIN}one{BEGIN_ENDS}\nnew one\n{END}\nbetween\n{BEGIN}two{BEGIN_ENDS}\nnew two\n{END}\n"
        );
        assert_eq!(fresh, expected);
        assert_eq!(refreshed(&fresh, &mut |what| Ok(format!("new {what}"))).expect("refreshed"), expected);
    }

    #[test]
    fn a_part_without_an_end_is_an_error() {
        assert!(refreshed(&format!("{BEGIN}one{BEGIN_ENDS}\nold"), &mut |_| Ok(String::new())).is_err());
        assert!(refreshed(&format!("{BEGIN}one"), &mut |_| Ok(String::new())).is_err());
    }

    #[test]
    fn public_constants_are_found_with_what_is_said_of_them() {
        let source = "/// Bytes of a cell.\n/// Always.\npub const CELL_BYTES: usize = 8192;\nconst HIDDEN: u8 = 1;\n\
                      /// Words.\n#[allow(dead_code)]\npub const WORDS: &[&str] = &[\"a\"];\n/// A path.\n\
                      pub const PATH: &str = \"/v1/put\";\n";
        let row = |name: &str, value: &str, about: &str| Constant {
            name: name.to_owned(),
            value: value.to_owned(),
            about: about.to_owned(),
        };
        assert_eq!(
            constants_of(source),
            [row("CELL_BYTES", "8192", "Bytes of a cell."), row("PATH", "\"/v1/put\"", "A path.")]
        );
    }
}
