//! Whether a word that commits is denied where it stands: *no agreement*, *without any form of coordination*, *ne nous
//! engageons pas*. What denies stands before it, or in some languages after it, in the same clause, with nothing but light
//! words between. From a word that is denied it goes on to one that is tied to it, and to the next of a list with *or*;
//! *without* also to the next of a list with *and*. Where this is in doubt nothing is denied.

use std::ops::Range;

use super::language::{Commits, Lexicon};
use super::passage::{Gap, Passage};
use super::table::Match;

/// What a word around one that commits is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Around {
    Not,
    Without,
    /// The first half of *ne … pas*.
    Ne,
    /// What ties a word to the one before it.
    Link,
    Light,
    Or,
    And,
    /// Words that look like a denial and are none.
    Affirms,
}

/// How a word is denied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Denial {
    Not,
    Without,
}

/// Words of a text that commit, by their indices.
pub(super) struct Said {
    pub(super) words: Range<usize>,
    pub(super) commits: &'static Commits,
    /// Whether *and* is written together with the first of them.
    pub(super) after_and: bool,
}

/// How many light words, or phrases of them, are passed over.
const LIGHT_MOST: usize = 9;
/// Of how many words a phrase around is at most.
const PHRASE_WORDS: usize = 3;
/// How much further a list is looked at.
const LIST_MOST: usize = 8;

/// For each of these words of a sentence how it is denied, if it is.
pub(super) fn denials(
    lexicon: &Lexicon,
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    said: &[Said],
) -> Vec<Option<Denial>> {
    let clause = Clause { lexicon, passage, sentence, said };
    let mut denials: Vec<Option<Denial>> = vec![None; said.len()];
    for number in (0..said.len()).rev() {
        let denial = clause.after(number, denials.get(number + 1).copied().flatten());
        put(&mut denials, number, denial);
    }
    let mut last = None;
    for number in 0..said.len() {
        let denial = denials.get(number).copied().flatten().or_else(|| clause.before(number, last));
        put(&mut denials, number, denial);
        last = denial;
    }
    denials
}

fn put(denials: &mut [Option<Denial>], number: usize, denial: Option<Denial>) {
    if let Some(slot) = denials.get_mut(number) {
        *slot = denial;
    }
}

struct Clause<'a, 't> {
    lexicon: &'a Lexicon,
    passage: &'a Passage<'t>,
    sentence: &'a Range<usize>,
    said: &'a [Said],
}

impl Clause<'_, '_> {
    /// What denies words from before them, given how the words before are denied.
    fn before(&self, number: usize, last: Option<Denial>) -> Option<Denial> {
        let one = self.said.get(number)?;
        let before = number.checked_sub(1).and_then(|number| self.said.get(number));
        let mut at = one.words.start;
        let (mut over_and, mut over_or, mut tied) = (one.after_and, false, true);
        for _ in 0..=LIGHT_MOST {
            let gap = self.passage.gap(at);
            if before.is_some_and(|before| before.words.end == at) {
                let denial = last?;
                let goes_on = if over_and { tied && denial == Denial::Without } else { tied || over_or };
                let ends_a_list = over_or || over_and;
                let in_a_list = || ends_a_list || (at == one.words.start && self.list_goes_on(number, denial));
                let near = gap == Gap::Joined || (gap == Gap::Comma && in_a_list());
                return (goes_on && near).then_some(denial);
            }
            if at == self.sentence.start || gap != Gap::Joined {
                return None;
            }
            let around = self.around_up_to(at)?;
            at -= around.words;
            match around.means {
                // *Not here, and we agree*: what is said after *and* stands by itself.
                _ if over_and && matches!(around.means, Around::Not | Around::Without | Around::Ne) => return None,
                Around::Not => return Some(Denial::Not),
                Around::Without => {
                    // *Not without* is *with*.
                    let not = self.passage.gap(at) == Gap::Joined && at > self.sentence.start;
                    let not = not && self.around_up_to(at).is_some_and(|around| around.means == Around::Not);
                    return (!not).then_some(Denial::Without);
                }
                Around::Ne => {
                    let next = self.passage.letters(one.words.end).unwrap_or_default();
                    return (!self.lexicon.ne_only.contains(next)).then_some(Denial::Not);
                }
                Around::Affirms => return None,
                Around::And => over_and = true,
                Around::Or => over_or = true,
                Around::Link => over_and |= around.after_and,
                Around::Light => (over_and, tied) = (over_and || around.after_and, false),
            }
        }
        None
    }

    /// What denies words from after them, given how the words after are denied.
    fn after(&self, number: usize, next: Option<Denial>) -> Option<Denial> {
        let one = self.said.get(number)?;
        let following = self.said.get(number + 1);
        let mut at = one.words.end;
        // After *or* something new begins, unless it is the next of a list that is denied at its end; after *and* always.
        let mut over_or = false;
        for _ in 0..=LIGHT_MOST {
            if at >= self.sentence.end || self.passage.gap(at) != Gap::Joined {
                return None;
            }
            if let Some(following) = following.filter(|following| following.words.start == at) {
                return next.filter(|_| !following.after_and);
            }
            if self.lexicon.after.longest(self.passage, at).is_some() {
                return (!over_or).then_some(Denial::Not);
            }
            let around = self.lexicon.around.longest(self.passage, at).filter(|around| !around.after_and)?;
            match around.means {
                Around::Link | Around::Light => {}
                Around::Or => over_or = true,
                _ => return None,
            }
            at += around.words;
        }
        None
    }

    /// Whether words behind a comma belong to a list that is denied as a whole: *no agreement, pledge or guarantee*.
    fn list_goes_on(&self, number: usize, denial: Denial) -> bool {
        let mut at = self.said.get(number).map_or(self.sentence.end, |one| one.words.end);
        for following in self.said.iter().skip(number + 1).take(LIST_MOST).map(Some).chain([None]) {
            if at >= self.sentence.end || self.passage.gap(at) > Gap::Comma {
                return false;
            }
            match self.lexicon.around.longest(self.passage, at).map(|around| around.means) {
                Some(Around::Or) => return true,
                Some(Around::And) => return denial == Denial::Without,
                _ => {}
            }
            match following.filter(|following| following.words.start == at) {
                Some(following) => at = following.words.end,
                None => return false,
            }
        }
        false
    }

    /// What the words up to an index are.
    fn around_up_to(&self, end: usize) -> Option<Match<Around>> {
        (1..=PHRASE_WORDS).rev().find_map(|words| {
            let start = end.checked_sub(words).filter(|start| *start >= self.sentence.start)?;
            self.lexicon.around.of_words(self.passage, start, words)
        })
    }
}
