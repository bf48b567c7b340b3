//! What is wrong in a scenario file: every fault with its line, and the sink that collects them while reading.
//!
//! Reading goes on after a fault, so that one run names them all; nothing is played when there is one.

use std::cell::RefCell;
use std::fmt;

/// Why a scenario cannot be played.
#[derive(Debug, thiserror::Error)]
pub enum Unplayable {
    /// The file could not be opened, or is not UTF-8.
    #[error("{file}: cannot be read: {reason}")]
    Unread {
        /// The file as it was named.
        file: String,
        /// What the system said.
        reason: std::io::Error,
    },
    /// The file was read, and is not a scenario.
    #[error(transparent)]
    Malformed(#[from] Malformed),
}

/// A file that is not a scenario: its faults, in the order of its lines, at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Malformed {
    /// The file as it was named.
    pub file: String,
    /// What is wrong.
    pub faults: Vec<Fault>,
}

/// One fault of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// Its line, from 1.
    pub line: usize,
    /// What is wrong there and what was meant.
    pub what: String,
}

impl fmt::Display for Malformed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (n, fault) in self.faults.iter().enumerate() {
            if n > 0 {
                writeln!(f)?;
            }
            write!(f, "{}:{}: {}", self.file, fault.line, fault.what)?;
        }
        Ok(())
    }
}

impl std::error::Error for Malformed {}

/// A position in the text: the byte where something begins.
#[derive(Clone, Copy, Debug)]
pub(super) struct At(pub(super) usize);

/// Collects faults while a text is read.
pub(super) struct Faults {
    line_starts: Vec<usize>,
    found: RefCell<Vec<Fault>>,
}

impl Faults {
    pub(super) fn of(text: &str) -> Self {
        let after_breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1);
        Self { line_starts: std::iter::once(0).chain(after_breaks).collect(), found: RefCell::default() }
    }

    /// The line of a position, from 1.
    pub(super) fn line(&self, at: At) -> usize {
        self.line_starts.partition_point(|start| *start <= at.0)
    }

    pub(super) fn add(&self, at: At, what: impl Into<String>) {
        self.found.borrow_mut().push(Fault { line: self.line(at), what: what.into() });
    }

    /// The faults by line; of one line in the order they were met.
    pub(super) fn into_found(self) -> Vec<Fault> {
        let mut found = self.found.into_inner();
        found.sort_by_key(|fault| fault.line);
        found.dedup();
        found
    }
}

/// `did you mean …` for a word that is none of `known`, or the list of them where nothing is near.
pub(super) fn meant<'k>(word: &str, known: impl IntoIterator<Item = &'k str>) -> String {
    let known: Vec<&str> = known.into_iter().collect();
    let near =
        known.iter().map(|other| (distance(word, other), *other)).filter(|(_, other)| is_near(word, other)).min();
    match (near, known.is_empty()) {
        (Some((_, near)), _) => format!("did you mean `{near}`?"),
        (None, true) => "there is none".to_owned(),
        (None, false) => format!("there is {}", list(&known)),
    }
}

/// Whether one word may well be a misspelling of the other.
pub(super) fn is_near(one: &str, other: &str) -> bool {
    distance(one, other) <= (one.chars().count().max(other.chars().count()) / 3).max(1)
}

/// Names in a sentence: "`a`, `b` and `c`".
pub(super) fn list(names: &[&str]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("`{name}`")).collect();
    match quoted.split_last() {
        None => "nothing".to_owned(),
        Some((last, [])) => last.clone(),
        Some((last, rest)) => format!("{} and {last}", rest.join(", ")),
    }
}

/// Edits between two words, a swap of neighbours counting as one; case does not count.
fn distance(one: &str, other: &str) -> usize {
    let one: Vec<char> = one.to_lowercase().chars().collect();
    let other: Vec<char> = other.to_lowercase().chars().collect();
    // Three rows of the table are enough: the one before the last is for swaps.
    let mut before: Vec<usize> = Vec::new();
    let mut last: Vec<usize> = (0..=other.len()).collect();
    for (i, a) in one.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, b) in other.iter().enumerate() {
            let cell = |line: &[usize], at: usize| line.get(at).copied().unwrap_or(usize::MAX / 2);
            let mut least = (cell(&last, j) + usize::from(a != b)).min(cell(&last, j + 1) + 1).min(cell(&row, j) + 1);
            let swapped = i > 0
                && j > 0
                && one.get(i - 1) == Some(b)
                && other.get(j - 1) == Some(a)
                && one.get(i) != one.get(i - 1);
            if swapped {
                least = least.min(cell(&before, j - 1) + 1);
            }
            row.push(least);
        }
        before = std::mem::replace(&mut last, row);
    }
    last.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_suggested_and_far_ones_listed() {
        assert_eq!(distance("lodge", "lodge"), 0);
        assert_eq!(distance("lodeg", "lodge"), 1);
        assert_eq!(distance("", "abc"), 3);
        assert_eq!(meant("lapse", ["lapses", "label"]), "did you mean `lapses`?");
        assert_eq!(meant("zzz", ["lapses", "label"]), "there is `lapses` and `label`");
        assert_eq!(meant("zzz", []), "there is none");
    }

    #[test]
    fn lines_count_from_one() {
        let faults = Faults::of("a\nbc\n\nd");
        assert_eq!([0, 1, 2, 4, 5, 6].map(|at| faults.line(At(at))), [1, 1, 2, 2, 3, 4]);
    }
}
