//! How much of a source is found in a text: a number to rank by, and the places to look at. It is no verdict; texts on one
//! matter are somewhat alike by that alone.
//!
//! The formula is at [`likeness`], with its reasons.

use std::ops::Range;

use super::numbering::Numbering;
use super::particles::stem;
use super::words::{Words, hash};

/// From this score on, a match is worth showing to an officer. In the tests' pairs, in six languages, what tells the source
/// in other words is above it and what only speaks of the same matter is below.
pub const WORTH_SHOWING: u8 = 30;
/// From this score on, in either direction, two messages are probably one that came by two ways.
pub const PROBABLY_THE_SAME: u8 = 50;

/// From so many content words on, a source's pairs and words count in full.
const ENOUGH: usize = 8;
/// The fewest words of a stretch of the text in which content words count together.
const STRETCH_LEAST: usize = 40;
/// How often a source's length its telling may take.
const STRETCH_TIMES: usize = 2;
/// Words in a run.
const RUN: usize = 3;
/// What pairs and words weigh, in percent, where there are enough content words.
const PAIRS_PERCENT: usize = 30;
const WORDS_PERCENT: usize = 30;
/// Shares are counted in parts of this many.
const WHOLE: usize = 10_000;

/// How like a text is to a source.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Likeness {
    /// From 0 (nothing in common) to 100 (all of the source is in the text, word for word).
    pub score: u8,
    /// Where in the text: byte ranges of what counted, merged, in order. Empty where the score is 0.
    pub spans: Vec<Range<usize>>,
}

/// How much of a source is found in a text. O((n + m) log n).
///
/// # The formula
///
/// Stop words of the six languages count for nothing. Of the source's other words, its *content words*, three shares are
/// taken, each from 0 to 1:
///
/// - **phrase**: of those that stand in a run of three words with two content words in it, the part that stands in one which
///   the text has too, word for word. It says that somebody had the wording.
/// - **pairs**: of all of them, the part that stands beside another (stop words between them left out) as it does in the
///   text, in either order, by their stems. It says that a phrase was kept through a paraphrase, another case or tense.
/// - **words**: of all of them, the part whose stem is in the one stretch of the text that has most of them, a stretch
///   of twice the source's length and at least 40 words. A long text on the same matter has most of a source's
///   words somewhere; a telling of the source has them together.
///
/// Then, with *n* content words in the source and *e* = min(*n*, 8) / 8,
///
/// ```text
/// score = 100 × ((1 − 0.6·e) × phrase + 0.3·e × pairs + 0.3·e × words), rounded to the nearest
/// ```
///
/// so that a source of a few words is judged by its phrase: a name and a noun from it found side by side tell nothing. A
/// source without a content word scores 0, for every text has its words. Where no run of three has two content words, any
/// with one will do; a source of fewer than three words is one run. Where there is one content word, *pairs* is *phrase*.
///
/// A text scores 100 against itself. All shares compare words and stems letter by letter.
#[must_use]
pub fn likeness(text: &Words, source: &Words) -> Likeness {
    let source_content = content(source);
    if source_content.is_empty() {
        return Likeness::default();
    }
    let mut marked = vec![false; text.len()];
    let phrase = phrase_share(text, source, &mut marked);

    let stems = Stems::of(text, source, &source_content);
    let pairs = stems.pair_share(&mut marked).unwrap_or(phrase);
    let words = stems.word_share(text.len(), stretch(source), &mut marked);

    let enough = source_content.len().min(ENOUGH);
    let pairs_weight = PAIRS_PERCENT * enough;
    let words_weight = WORDS_PERCENT * enough;
    let phrase_weight = 100 * ENOUGH - pairs_weight - words_weight;
    let parts = phrase_weight * phrase + pairs_weight * pairs + words_weight * words;
    let score = u8::try_from((parts + ENOUGH * WHOLE / 2) / (ENOUGH * WHOLE)).unwrap_or(100);
    let spans = if score == 0 { Vec::new() } else { spans(text, &marked) };
    Likeness { score, spans }
}

/// Whether two messages are probably one that came by two ways: whether one is found in the other, whichever is fuller.
#[must_use]
pub fn probably_the_same(one: &Words, other: &Words) -> bool {
    likeness(one, other).score.max(likeness(other, one).score) >= PROBABLY_THE_SAME
}

/// The indices of words that are not common.
fn content(words: &Words) -> Vec<usize> {
    (0..words.len()).filter(|at| !words.common(*at)).collect()
}

fn stretch(source: &Words) -> usize {
    source.len().saturating_mul(STRETCH_TIMES).max(STRETCH_LEAST)
}

fn share(part: usize, of: usize) -> usize {
    (part * WHOLE).checked_div(of).unwrap_or(0)
}

/// Three words in a row, by the numbers of the source's words; fewer where the source has fewer.
type Run = [Option<usize>; RUN];

/// The part of the source's content words in runs that the text has. Marks the runs in the text.
fn phrase_share(text: &Words, source: &Words, marked: &mut [bool]) -> usize {
    let numbering = Numbering::of((0..source.len()).filter_map(|at| source.key(at)));
    let numbers = |words: &Words| -> Vec<Option<usize>> {
        (0..words.len()).map(|at| words.key(at).and_then(|word| numbering.number(word))).collect()
    };
    let size = RUN.min(source.len());
    let runs = |numbers: &[Option<usize>]| -> Vec<Option<Run>> {
        let run = |window: &[Option<usize>]| -> Option<Run> {
            let mut run = Run::default();
            for (to, from) in run.iter_mut().zip(window) {
                *to = Some((*from)?);
            }
            Some(run)
        };
        numbers.windows(size).map(run).collect()
    };
    let (text_runs, source_runs) = (runs(&numbers(text)), runs(&numbers(source)));

    let content_in = |at: usize| (at..at + size).filter(|at| !source.common(*at)).count();
    let least = if (0..source_runs.len()).any(|at| content_in(at) >= 2) { 2 } else { 1 };
    let telling: Vec<(usize, Run)> = source_runs
        .into_iter()
        .enumerate()
        .filter_map(|(at, run)| Some((at, run.filter(|_| content_in(at) >= least)?)))
        .collect();
    let in_text = sorted(text_runs.iter().flatten().copied());
    let in_source = sorted(telling.iter().map(|(_, run)| *run));

    let mut could = vec![false; source.len()];
    let mut does = vec![false; source.len()];
    for (at, run) in telling {
        mark(&mut could, at..at + size);
        if in_text.binary_search(&run).is_ok() {
            mark(&mut does, at..at + size);
        }
    }
    for (at, run) in text_runs.into_iter().enumerate() {
        if run.is_some_and(|run| in_source.binary_search(&run).is_ok()) {
            mark(marked, at..at + size);
        }
    }
    let count = |of: &[bool]| of.iter().enumerate().filter(|(at, marked)| **marked && !source.common(*at)).count();
    share(count(&does), count(&could))
}

/// The stems of two texts' content words: the source's as numbers, the text's where the source has them.
struct Stems {
    /// The source's, in order.
    source: Vec<usize>,
    /// The text's, in order, each with its index among the words.
    text: Vec<(usize, Option<usize>)>,
    /// How many different ones the source has.
    different: usize,
}

impl Stems {
    fn of(text: &Words, source: &Words, source_content: &[usize]) -> Self {
        let stem_at =
            |words: &'_ Words, at: usize| words.letters_at(at).map(stem).map(|stem| (hash(stem), stem.to_owned()));
        let stems: Vec<_> = source_content.iter().filter_map(|at| stem_at(source, *at)).collect();
        let numbering = Numbering::of(stems.iter().map(|(hash, stem)| (*hash, stem.as_str())));
        let number = |(hash, stem): &(u64, String)| numbering.number((*hash, stem.as_str()));
        Self {
            source: stems.iter().filter_map(number).collect(),
            text: content(text).into_iter().map(|at| (at, stem_at(text, at).as_ref().and_then(number))).collect(),
            different: numbering.len(),
        }
    }

    /// The part of the source's content words that stand beside another as in the text; none where there is but one.
    /// Marks the pairs in the text, with what is between them.
    fn pair_share(&self, marked: &mut [bool]) -> Option<usize> {
        if self.source.len() < 2 {
            return None;
        }
        let of = |one: usize, other: usize| (one.min(other), one.max(other));
        let source_pairs: Vec<_> =
            self.source.iter().zip(self.source.iter().skip(1)).map(|(one, other)| of(*one, *other)).collect();
        let in_source = sorted(source_pairs.iter().copied());
        let mut in_text = Vec::new();
        for ((from, one), (to, other)) in self.text.iter().zip(self.text.iter().skip(1)) {
            if let (Some(one), Some(other)) = (one, other)
                && in_source.binary_search(&of(*one, *other)).is_ok()
            {
                in_text.push(of(*one, *other));
                mark(marked, *from..*to + 1);
            }
        }
        let in_text = sorted(in_text.into_iter());
        let mut does = vec![false; self.source.len()];
        for (at, pair) in source_pairs.iter().enumerate() {
            if in_text.binary_search(pair).is_ok() {
                mark(&mut does, at..at + 2);
            }
        }
        Some(share(does.iter().filter(|does| **does).count(), self.source.len()))
    }

    /// The part of the source's content words that are in the one stretch of the text that has most of them: the first
    /// such. Marks them there.
    fn word_share(&self, text_len: usize, stretch: usize, marked: &mut [bool]) -> usize {
        let mut weights = vec![0_usize; self.different];
        for stem in &self.source {
            if let Some(weight) = weights.get_mut(*stem) {
                *weight += 1;
            }
        }
        let hits: Vec<(usize, usize)> = self.text.iter().filter_map(|(at, stem)| Some((*at, (*stem)?))).collect();
        let mut inside = vec![0_usize; self.different];
        let (mut has, mut most, mut best) = (0, 0, 0..0);
        let mut leaving = hits.iter().peekable();
        for (at, stem) in &hits {
            while let Some((_, left)) = leaving.next_if(|(first, _)| first + stretch <= *at) {
                if let (Some(count), Some(weight)) = (inside.get_mut(*left), weights.get(*left)) {
                    *count -= 1;
                    has -= if *count == 0 { *weight } else { 0 };
                }
            }
            if let (Some(count), Some(weight)) = (inside.get_mut(*stem), weights.get(*stem)) {
                has += if *count == 0 { *weight } else { 0 };
                *count += 1;
            }
            if has > most {
                most = has;
                best = at.saturating_sub(stretch - 1)..(at + 1).min(text_len);
            }
        }
        for (at, _) in hits.iter().filter(|(at, _)| best.contains(at)) {
            mark(marked, *at..at + 1);
        }
        share(most, self.source.len())
    }
}

fn sorted<T: Ord>(items: impl Iterator<Item = T>) -> Vec<T> {
    let mut sorted: Vec<T> = items.collect();
    sorted.sort_unstable();
    sorted.dedup();
    sorted
}

fn mark(marked: &mut [bool], range: Range<usize>) {
    for one in marked.get_mut(range).into_iter().flatten() {
        *one = true;
    }
}

/// The places of marked words, those side by side as one.
fn spans(text: &Words, marked: &[bool]) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    let mut before_is_marked = false;
    for (at, is_marked) in marked.iter().enumerate() {
        if *is_marked && let Some(place) = text.span(at, 1) {
            match spans.last_mut().filter(|_| before_is_marked) {
                Some(last) => last.end = place.end,
                None => spans.push(place),
            }
        }
        before_is_marked = *is_marked;
    }
    spans
}

/// A source's pairs of content words, as [`super::Corpus`] keeps them: hashes of stems, unordered, each once.
pub(super) fn pair_hashes(words: &Words) -> Vec<u32> {
    let stems = content(words).into_iter().filter_map(|at| words.letters_at(at).map(|word| hash(stem(word))));
    let stems: Vec<u64> = stems.collect();
    let of = |(one, other): (&u64, &u64)| {
        let pair = one.min(other).rotate_left(32) ^ one.max(other).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        u32::try_from(pair >> 32).unwrap_or_default()
    };
    sorted(stems.iter().zip(stems.iter().skip(1)).map(of))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(text: &str, source: &str) -> u8 {
        likeness(&Words::of(text), &Words::of(source)).score
    }

    fn shown<'t>(text: &'t str, source: &str) -> Vec<&'t str> {
        likeness(&Words::of(text), &Words::of(source)).spans.into_iter().map(|place| &text[place]).collect()
    }

    #[test]
    fn a_text_is_wholly_like_itself_however_short() {
        for text in [
            "Settlement.",
            "Settlement, confrontation.",
            "We seek no confrontation.",
            "It is not of the essence to us that it is so.",
        ] {
            assert_eq!(score(text, text), 100, "{text}");
        }
    }

    #[test]
    fn common_words_make_nothing_alike() {
        assert_eq!(score("It is not what they said that it was.", "That is what they said, and it was not."), 0);
        assert!(shown("It is not what they said.", "That is what they said.").is_empty());
        assert_eq!(score("", "Calm."), 0);
        assert_eq!(score("Calm.", ""), 0);
        assert_eq!(score("", ""), 0);
    }

    #[test]
    fn a_short_source_is_judged_by_its_phrase() {
        let source = "We want settlement, not confrontation.";
        assert_eq!(score("Officials say: we want settlement, not confrontation.", source), 100);
        assert!(
            score("A settlement of the strike, and after it a confrontation with the union they want.", source)
                < WORTH_SHOWING
        );
    }

    #[test]
    fn words_count_together_only_where_they_stand_together() {
        let source = "The harbour, the railway, the airfield, the refinery, the barracks, the embassy, the bakery and the hospital.";
        let names = ["bakery", "hospital", "embassy", "barracks", "refinery", "airfield", "railway", "harbour"];
        let told = |between: usize| names.map(|name| format!("{name} {}", "filler ".repeat(between))).concat();
        assert!(score(&told(2), source) >= score(&told(60), source) + 15);
    }

    #[test]
    fn what_counted_is_shown_merged_and_in_order() {
        let source = "We are ready to refrain from starting strikes on the harbour, the railway and the refinery.";
        let text = "It was, he said, ready to refrain from starting strikes; the Harbour and the refineries too.";
        assert_eq!(shown(text, source), ["ready to refrain from starting strikes; the Harbour", "refineries"]);
    }

    #[test]
    fn the_score_is_what_the_formula_says() {
        // Eight content words, of which the text has the first four in a row. Phrase 4/8, pairs 4/8, words 4/8.
        let source = "alder birch cedar dogwood elder fir gorse hazel";
        assert_eq!(score("alder birch cedar dogwood", source), 50);
        // The same four apart: words only. 0.3 × 4/8.
        assert_eq!(score("alder quince birch rowan cedar poplar dogwood", source), 15);
        // Two of them turned round: pairs 2/8, words 2/8.
        assert_eq!(score("birch alder", source), 15);
        // Four content words, e = 1/2. Phrase 0, pairs 2/4, words 2/4: 0.15 × 0.5 × 2.
        assert_eq!(score("birch alder", "alder birch cedar dogwood"), 15);
    }
}
