//! What was searched for, as long as this process runs. A browser writes addresses into its history, so that an address has
//! the number of a search and never its words.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

/// How many searches of one officer are known: the earliest make room.
const MOST: usize = 64;
/// The most characters of one.
const LONGEST: usize = 200;

/// The searches of every browser.
#[derive(Debug, Default)]
pub(crate) struct Searches(Mutex<Kept>);

#[derive(Debug, Default)]
struct Kept {
    latest: u32,
    all: VecDeque<Search>,
}

#[derive(Debug)]
struct Search {
    number: u32,
    officer: String,
    words: String,
}

impl Searches {
    /// Keeps what an officer searches for: its number from then on.
    pub(crate) fn keep(&self, officer: &str, words: &str) -> u32 {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let theirs = |search: &Search| search.officer == officer;
        if kept.all.iter().filter(|search| theirs(search)).count() >= MOST
            && let Some(earliest) = kept.all.iter().position(theirs)
        {
            kept.all.remove(earliest);
        }
        kept.latest = kept.latest.wrapping_add(1);
        let (number, officer, words) = (kept.latest, officer.to_owned(), words.chars().take(LONGEST).collect());
        kept.all.push_back(Search { number, officer, words });
        number
    }

    /// What an officer searched for under that number, if it is still known.
    pub(super) fn of(&self, officer: &str, number: u32) -> Option<String> {
        let kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let found = kept.all.iter().find(|search| search.number == number && search.officer == officer);
        found.map(|search| search.words.clone())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_search_is_known_to_its_officer_until_later_ones_took_its_place() {
        let searches = Searches::default();
        let number = searches.keep("anna", "the ferry");
        assert_eq!(searches.of("anna", number).as_deref(), Some("the ferry"));
        assert_eq!((searches.of("boris", number), searches.of("anna", number + 1)), (None, None));
        for _ in 1..MOST {
            searches.keep("anna", "the bridge");
            searches.keep("boris", "the bridge");
        }
        let last = searches.keep("boris", &"x".repeat(LONGEST + 1));
        assert_eq!(searches.of("anna", number).as_deref(), Some("the ferry"));
        searches.keep("anna", "the bridge");
        assert_eq!(searches.of("anna", number), None, "the earliest made room");
        assert_eq!(searches.of("boris", last).map(|words| words.len()), Some(LONGEST));
    }
}
