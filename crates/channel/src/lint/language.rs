//! What is known of a language, and in which languages a sentence may be read.
//!
//! A word may be one in several languages, and commit in one of them only: *engagement* is neutral in English and a
//! commitment in French. A sentence is read in each language that is plausible for it: by its small words, by the letters
//! that only one language has, by what its author said. Where nothing tells, it is read in all that are written so; a word
//! too many is better than one too few.

use std::cell::OnceCell;
use std::collections::BTreeSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::negation::Around;
use super::passage::{Passage, Script};
use super::table::{Table, entries, normal};
use super::why::Why;
use super::{arabic, english, french, hebrew, persian, russian};

/// A language, as it is written down: lists of words, stems with `*` and phrases, parted by commas.
pub(super) struct Language {
    /// Its code (ISO 639-1).
    pub(super) code: &'static str,
    /// What an author may call it.
    pub(super) names: &'static str,
    pub(super) script: Script,
    /// What it writes together with a word, before it.
    pub(super) particles: &'static str,
    /// Small words that it does not share with a language of the same script.
    pub(super) small_words: &'static str,
    /// Letters, as they are typed, that no other language of the same script has, or hardly.
    pub(super) own_letters: &'static [char],
    /// What commits, by why it does.
    pub(super) commits: &'static [Commits],
    /// What has a word that commits in it, and does not commit.
    pub(super) neutral: &'static str,
    pub(super) negation: Negation,
    /// Pronouns and possessives of the first person.
    pub(super) first_person: &'static str,
    /// What looks like one of them and is none.
    pub(super) not_first_person: &'static str,
    /// Endings of a possessive of the first person, in words of six letters and more.
    pub(super) first_person_endings: &'static [&'static str],
}

/// Words that commit for one reason.
pub(super) struct Commits {
    pub(super) why: Why,
    pub(super) words: &'static str,
    /// What can be said instead.
    pub(super) instead: &'static str,
}

/// What turns a word into its opposite, or into nothing said.
pub(super) struct Negation {
    /// *not*, *no*, *nothing*.
    pub(super) not: &'static str,
    /// *without*: it reaches over *and*.
    pub(super) without: &'static str,
    /// The first half of *ne … pas*, which denies unless one of the words after it follows the verb.
    pub(super) ne: &'static str,
    pub(super) ne_only: &'static str,
    /// What ties a word to the one before it: *agreement to coordinate*.
    pub(super) links: &'static str,
    /// What else may stand between a negation and the word that it denies.
    pub(super) light: &'static str,
    pub(super) or: &'static str,
    pub(super) and: &'static str,
    /// What denies a word that stands before it.
    pub(super) after: &'static str,
    /// What looks like a denial and is none: *we cannot but*.
    pub(super) affirms: &'static str,
}

/// A language, ready to be looked up in.
pub(super) struct Lexicon {
    pub(super) language: &'static Language,
    /// What commits; nothing for what only looks so.
    pub(super) says: Table<Option<&'static Commits>>,
    pub(super) around: Table<Around>,
    pub(super) after: Table<()>,
    /// Whether it is of the first person.
    pub(super) first_person: Table<bool>,
    pub(super) ne_only: BTreeSet<String>,
    names: BTreeSet<String>,
    small_words: BTreeSet<String>,
    /// Of how many bytes the longest of them is.
    small_bytes: usize,
}

pub(super) static LEXICONS: LazyLock<[Lexicon; 6]> = LazyLock::new(|| {
    [&english::ENGLISH, &french::FRENCH, &arabic::ARABIC, &persian::PERSIAN, &hebrew::HEBREW, &russian::RUSSIAN]
        .map(Lexicon::of)
});

impl Lexicon {
    fn of(language: &'static Language) -> Self {
        let negation = &language.negation;
        let small_words = set(language.small_words);
        let mut says = Table::new(language.particles).with(language.neutral, None);
        for commits in language.commits {
            says = says.with(commits.words, Some(commits));
        }
        let around = Table::new(language.particles)
            .with(negation.not, Around::Not)
            .with(negation.without, Around::Without)
            .with(negation.ne, Around::Ne)
            .with(negation.links, Around::Link)
            .with(negation.light, Around::Light)
            .with(negation.or, Around::Or)
            .with(negation.and, Around::And)
            .with(negation.affirms, Around::Affirms);
        let first_person =
            Table::new(language.particles).with(language.first_person, true).with(language.not_first_person, false);
        Self {
            language,
            says,
            around,
            after: Table::new("").with(negation.after, ()),
            first_person,
            ne_only: set(negation.ne_only),
            names: set(language.names),
            small_bytes: small_words.iter().map(String::len).max().unwrap_or(0),
            small_words,
        }
    }

    fn is_small(&self, word: &str) -> bool {
        word.len() <= self.small_bytes && self.small_words.contains(word)
    }
}

fn set(list: &str) -> BTreeSet<String> {
    entries(list).map(normal).collect()
}

/// In which languages the sentences of a text may be read.
pub(super) struct Plausible {
    /// The one that its author named.
    named: Option<usize>,
    /// How much speaks for each in the whole text, once that was asked.
    whole: OnceCell<[u32; 6]>,
}

impl Plausible {
    pub(super) fn new(language: Option<&str>) -> Self {
        Self { named: language.and_then(named), whole: OnceCell::new() }
    }

    /// For each language that is asked for, how likely a sentence is in it; nothing where it is not plausible.
    pub(super) fn of_sentence(
        &self,
        passage: &Passage<'_>,
        sentence: &Range<usize>,
        asked: impl Fn(usize) -> bool,
    ) -> [Option<u32>; 6] {
        let here = evidence(passage, sentence);
        let mut plausible = [None; 6];
        for (at, lexicon) in LEXICONS.iter().enumerate().filter(|(at, _)| asked(*at)) {
            let script = lexicon.language.script;
            // Evidence is held against that for other languages of the same script alone.
            let best = |of: &[u32; 6]| {
                let rivals = LEXICONS.iter().zip(of).filter(|(other, _)| other.language.script == script);
                rivals.map(|(_, found)| *found).max().unwrap_or(0)
            };
            let found = |of: &[u32; 6]| of.get(at).copied().unwrap_or(0);
            let is_named = self.named == Some(at);
            let rival_is_named = self.named.and_then(|named| LEXICONS.get(named));
            let rival_is_named = rival_is_named.is_some_and(|other| other.language.script == script) && !is_named;
            let whole = || self.whole.get_or_init(|| evidence(passage, &(0..passage.words.len())));
            let likely = match best(&here) {
                0 if best(whole()) == 0 => !rival_is_named,
                0 => found(whole()).saturating_mul(RIVALRY) >= best(whole()),
                best => found(&here).saturating_mul(RIVALRY) >= best,
            };
            if let Some(slot) = plausible.get_mut(at)
                && (likely || is_named)
            {
                *slot = Some(if is_named { u32::MAX } else { found(&here) });
            }
        }
        plausible
    }
}

/// A language is plausible beside another that has up to so many times as many of its small words.
const RIVALRY: u32 = 3;

/// How much speaks for each language: its small words, and words with letters of its own.
fn evidence(passage: &Passage<'_>, words: &Range<usize>) -> [u32; 6] {
    let mut found = [0_u32; 6];
    for word in passage.words.get(words.clone()).unwrap_or_default() {
        // A script of one language alone needs no evidence.
        if !matches!(word.script, Script::Latin | Script::Arabic) {
            continue;
        }
        let shown = passage.text.get(word.place.clone()).unwrap_or_default();
        for (lexicon, count) in LEXICONS.iter().zip(&mut found) {
            let own = lexicon.language.own_letters;
            if lexicon.language.script == word.script
                && (lexicon.is_small(word.letters) || (!own.is_empty() && shown.contains(own)))
            {
                *count = count.saturating_add(1);
            }
        }
    }
    found
}

/// The language that an author names by its code or its name.
fn named(language: &str) -> Option<usize> {
    let language = normal(language.split(['-', '_', ' ']).next()?);
    LEXICONS.iter().position(|lexicon| lexicon.names.contains(&language))
}
