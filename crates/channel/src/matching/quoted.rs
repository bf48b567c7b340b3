//! The longest runs of words that a text shares with a source. What a run means is not said here: a reader sees it in place.
//!
//! The source is kept as a suffix automaton of its words (Blumer and others, 1985), which knows every run of the source
//! in space that grows as the source does. The text is read through it once, and at each word the automaton tells the
//! longest run ending there that the source has. So no source and no text, however repetitive, costs more than
//! O((n + m) log n): there is no list of places to try, and nothing is left out to keep a bound.

use std::collections::BTreeMap;
use std::ops::Range;

use super::numbering::Numbering;
use super::words::Words;

/// A run of words that a text has from a source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Its place in the text, in bytes.
    pub text: Range<usize>,
    /// Its place in the source, in bytes; the first, where the source has it more than once.
    pub source: Range<usize>,
    /// How many words it has.
    pub words: usize,
}

/// The runs of at least `at_least` words that a text shares with a source, each as long as it can be, in order of their
/// place in the text. None lies within another; two may overlap. Words are compared in their normal form. O((n + m) log n),
/// whatever repeats itself.
#[must_use]
pub fn quoted(text: &Words, source: &Words, at_least: usize) -> Vec<Quote> {
    let numbering = Numbering::of((0..source.len()).filter_map(|at| source.key(at)));
    let mut runs = Automaton::new();
    for word in (0..source.len()).filter_map(|at| numbering.number(source.key(at)?)) {
        runs.append(word);
    }

    let at_least = at_least.max(1);
    let mut quotes = Vec::new();
    let mut open = Match::default();
    for at in 0..=text.len() {
        let word = text.key(at).and_then(|word| numbering.number(word));
        let next = word.map_or_else(Match::default, |word| runs.after(open, word));
        // A run is as long as it can be where the next word makes it no longer.
        if open.words >= at_least && next.words <= open.words {
            quotes.extend(quote(text, at, source, runs.first_end(open.state), open.words));
        }
        open = next;
    }
    quotes
}

/// The quote that ends before these words.
fn quote(text: &Words, text_end: usize, source: &Words, source_end: usize, words: usize) -> Option<Quote> {
    let text = text.span(text_end.checked_sub(words)?, words)?;
    let source = source.span(source_end.checked_sub(words)?, words)?;
    Some(Quote { text, source, words })
}

/// How far a text is matched: the state in which the automaton is, and the words of the run that led there.
#[derive(Clone, Copy, Default)]
struct Match {
    state: usize,
    words: usize,
}

/// The runs that end at the same places of the source, and so share a future.
struct State {
    /// The longest of them, in words.
    longest: usize,
    /// After how many words of the source they end first.
    first_end: usize,
    /// The state of the longest run that ends like these and also elsewhere. None for the empty run.
    shorter: Option<usize>,
}

/// All runs of a source. State 0 is the empty run.
struct Automaton {
    states: Vec<State>,
    next: BTreeMap<(usize, usize), usize>,
    /// The state of the whole source so far.
    whole: usize,
}

impl Automaton {
    fn new() -> Self {
        Self { states: vec![State { longest: 0, first_end: 0, shorter: None }], next: BTreeMap::new(), whole: 0 }
    }

    fn push(&mut self, state: State) -> usize {
        self.states.push(state);
        self.states.len() - 1
    }

    fn longest(&self, state: usize) -> usize {
        self.states.get(state).map_or(0, |state| state.longest)
    }

    fn first_end(&self, state: usize) -> usize {
        self.states.get(state).map_or(0, |state| state.first_end)
    }

    fn shorter(&self, state: usize) -> Option<usize> {
        self.states.get(state)?.shorter
    }

    /// The longest run that ends in this word, when so much of what comes before was matched.
    fn after(&self, matched: Match, word: usize) -> Match {
        let Match { mut state, mut words } = matched;
        loop {
            if let Some(next) = self.next.get(&(state, word)) {
                return Match { state: *next, words: words + 1 };
            }
            let Some(shorter) = self.shorter(state) else { return Match::default() };
            state = shorter;
            words = self.longest(shorter);
        }
    }

    /// Takes in the source's next word.
    fn append(&mut self, word: usize) {
        let length = self.longest(self.whole) + 1;
        let new = self.push(State { longest: length, first_end: length, shorter: Some(0) });
        let mut from = Some(self.whole);
        self.whole = new;
        while let Some(state) = from {
            if let Some(met) = self.next.get(&(state, word)).copied() {
                let shorter = self.only_up_to(self.longest(state) + 1, met, state, word);
                self.set_shorter(new, shorter);
                return;
            }
            self.next.insert((state, word), new);
            from = self.shorter(state);
        }
    }

    /// The state of those runs of `met` that have so many words at most: itself, or a new one, split off.
    fn only_up_to(&mut self, words: usize, met: usize, state: usize, word: usize) -> usize {
        if self.longest(met) == words {
            return met;
        }
        let split = self.push(State { longest: words, first_end: self.first_end(met), shorter: self.shorter(met) });
        let futures: Vec<_> = self.next.range((met, 0)..=(met, usize::MAX)).map(|((_, by), to)| (*by, *to)).collect();
        self.next.extend(futures.into_iter().map(|(by, to)| ((split, by), to)));
        self.set_shorter(met, split);
        let mut from = Some(state);
        while let Some(state) = from {
            match self.next.get_mut(&(state, word)) {
                Some(to) if *to == met => *to = split,
                _ => break,
            }
            from = self.shorter(state);
        }
        split
    }

    fn set_shorter(&mut self, state: usize, shorter: usize) {
        if let Some(state) = self.states.get_mut(state) {
            state.shorter = Some(shorter);
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn found<'t>(text: &'t str, source: &'t str, at_least: usize) -> Vec<(&'t str, &'t str, usize)> {
        let quotes = quoted(&Words::of(text), &Words::of(source), at_least);
        quotes.into_iter().map(|quote| (&text[quote.text], &source[quote.source], quote.words)).collect()
    }

    #[test]
    fn a_quote_is_as_long_as_it_can_be_and_shown_at_both_ends() {
        let source = "We ask for SETTLEMENT – and not for confrontation – of any kind.";
        let text = "He said they “ask for settlement, and not for confrontation”; nothing of any kind.";
        let long =
            ("ask for settlement, and not for confrontation", "ask for SETTLEMENT – and not for confrontation", 7);
        assert_eq!(found(text, source, 6), [long]);
        assert_eq!(found(text, source, 3), [long, ("of any kind", "of any kind", 3)]);
        assert!(found(text, source, 8).is_empty());
    }

    #[test]
    fn quotes_may_overlap_and_none_lies_within_another() {
        assert_eq!(
            found("a b c d e f", "c d e f x a b c d", 3),
            [("a b c d", "a b c d", 4), ("c d e f", "c d e f", 4)]
        );
        assert_eq!(found("x y z", "x y z and x y z", 2), [("x y z", "x y z", 3)]);
    }

    #[test]
    fn nothing_is_quoted_from_nothing() {
        assert!(found("", "a b", 1).is_empty());
        assert!(found("a b", "", 1).is_empty());
        assert_eq!(found("a b", "b", 0), [("b", "b", 1)]);
    }

    /// A count of steps, not of time: no state is made and no future copied beyond what grows with the source.
    #[test]
    fn the_most_repetitive_source_costs_no_more_than_its_length() {
        let sources = [
            "a ".repeat(20_000),
            "a b ".repeat(10_000),
            format!("{}b ", "a ".repeat(100)).repeat(200),
            (0..20_000).map(|n| if n % 2 == 0 { "a ".to_owned() } else { format!("w{n} ") }).collect(),
            "a b c a b a b c a c b a ".repeat(1_700),
        ];
        for source in &sources {
            let words = Words::of(source);
            let numbering = Numbering::of((0..words.len()).filter_map(|at| words.key(at)));
            let mut runs = Automaton::new();
            for at in 0..words.len() {
                runs.append(numbering.number(words.key(at).expect("a word")).expect("a number"));
            }
            assert!(runs.states.len() <= 2 * words.len());
            assert!(runs.next.len() <= 3 * words.len());
        }
        for text in &sources {
            for source in &sources {
                let text = Words::of(text);
                assert!(quoted(&text, &Words::of(source), 6).len() <= text.len());
            }
        }
        let (one, other) = (Words::of(&sources[0]), Words::of(&"a ".repeat(19_999)));
        assert_eq!(quoted(&one, &other, 6).len(), 2);
    }

    /// The same by trying everything: the longest run that ends at each word, where it cannot go on.
    fn by_trying(text: &[usize], source: &[usize], at_least: usize) -> Vec<(usize, usize, usize)> {
        let longest = |end: usize| {
            let of = |words: &usize| source.windows(*words).position(|run| run == &text[end - words..end]);
            (1..=end).rev().find_map(|words| of(&words).map(|at| (words, at))).unwrap_or((0, 0))
        };
        let ends: Vec<_> = (0..=text.len()).map(longest).collect();
        let whole = |end: &usize| ends.get(end + 1).is_none_or(|next| next.0 <= ends[*end].0);
        let found = (1..=text.len()).filter(|end| ends[*end].0 >= at_least).filter(whole);
        found.map(|end| (end - ends[end].0, ends[end].1, ends[end].0)).collect()
    }

    proptest! {
        #[test]
        fn quotes_are_those_that_trying_everything_finds(
            text in proptest::collection::vec(0..3_usize, 0..40),
            source in proptest::collection::vec(0..3_usize, 0..40),
            at_least in 1..5_usize,
        ) {
            let write = |words: &[usize]| words.iter().map(|word| ["a ", "b ", "c "][*word]).collect::<String>();
            let found = quoted(&Words::of(&write(&text)), &Words::of(&write(&source)), at_least);
            let places: Vec<_> = found.iter().map(|one| (one.text.start / 2, one.source.start / 2, one.words)).collect();
            prop_assert_eq!(places, by_trying(&text, &source, at_least));
        }
    }
}
