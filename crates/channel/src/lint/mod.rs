//! Words that commit. A side that only means to be heard may write "we agree" without meaning an obligation; the lint shows
//! it the word, says why it commits and offers a neutral wording. It warns and never blocks.
//!
//! It reads English, French, Arabic, Persian, Hebrew and Russian: each has a table in a file of its own. Places are byte
//! ranges of the text, on char boundaries and in order.
//!
//! Deliberately not here: grammar, and a verdict. The lint knows words and what denies them within a clause; it does not
//! know who promises what to whom, nor whether a sentence as a whole commits. Of what it is not sure it shows too much.

mod arabic;
mod english;
mod first_person;
mod french;
mod hebrew;
mod language;
mod negation;
mod passage;
mod persian;
mod russian;
mod table;
mod warnings;
mod why;

#[cfg(test)]
mod examples;
#[cfg(test)]
mod properties;

use std::fmt;
use std::ops::Range;

pub use first_person::first_person;
pub use warnings::content_warnings;
pub(crate) use warnings::{wording_warnings, words_warnings};
pub use why::Why;

use crate::matching::Words;
use language::{LEXICONS, Lexicon, Plausible};
use negation::{Said, denials};
use passage::Passage;

/// A word, or a few, that commit or may be read so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Where they stand, in bytes.
    pub place: Range<usize>,
    /// As they stand in the text.
    pub word: String,
    /// In which language they were read (ISO 639-1).
    pub language: &'static str,
    /// Why they commit.
    pub why: Why,
    /// What can be said instead, in that language.
    pub instead: &'static str,
}

/// What of a finding is worth saying without its text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Committing {
    /// The words, as they stand in the text.
    pub word: String,
    /// Why they commit.
    pub why: Why,
    /// What can be said instead.
    pub instead: &'static str,
}

impl fmt::Display for Committing {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} (reads as {}: try \"{}\")", self.word, self.why.reads_as(), self.instead)
    }
}

impl From<Finding> for Committing {
    fn from(finding: Finding) -> Self {
        Self { word: finding.word, why: finding.why, instead: finding.instead }
    }
}

/// The words of a text that commit or may be read so, in order of their places, none overlapping another. What is denied
/// (*no commitment*, *not accepted*) is not among them. `language` is the text's, by its code or name, where it is known;
/// it decides where a word commits in one language and not in another. Linear.
///
/// ```
/// use channel::lint::{Why, findings};
///
/// let found = findings("We agree to coordinate.", Some("en"));
/// assert_eq!((found[0].word.as_str(), found[0].why), ("agree", Why::Agreement));
/// assert_eq!((found[1].word.as_str(), found[1].instead), ("coordinate", "each side by itself"));
/// assert!(findings("No commitment, without coordination; the disagreement stands.", None).is_empty());
/// ```
#[must_use]
pub fn findings(text: &str, language: Option<&str>) -> Vec<Finding> {
    findings_in(&Passage::of(text, &Words::of(text)), language)
}

fn findings_in(passage: &Passage<'_>, language: Option<&str>) -> Vec<Finding> {
    let plausible = Plausible::new(language);
    let mut findings = Vec::new();
    for sentence in passage.sentences() {
        let said: Vec<(&Lexicon, Vec<Said>)> =
            LEXICONS.iter().map(|one| (one, said(one, passage, &sentence))).collect();
        if said.iter().all(|(_, said)| said.is_empty()) {
            continue;
        }
        let asked = |language: usize| said.get(language).is_some_and(|(_, said)| !said.is_empty());
        let ranks = plausible.of_sentence(passage, &sentence, asked);
        findings.extend(in_sentence(passage, &sentence, &said, ranks));
    }
    findings
}

/// What a sentence has that commits in one language, denied or not.
fn said(lexicon: &Lexicon, passage: &Passage<'_>, sentence: &Range<usize>) -> Vec<Said> {
    let mut said = Vec::new();
    let mut at = sentence.start;
    while at < sentence.end {
        let of_script = passage.words.get(at).is_some_and(|word| word.script == lexicon.language.script);
        let found = of_script.then(|| lexicon.says.longest(passage, at)).flatten();
        let words = at..at + found.map_or(1, |found| found.words);
        at = words.end;
        if let Some(found) = found
            && let Some(commits) = found.means
        {
            said.push(Said { words, commits, after_and: found.after_and });
        }
    }
    said
}

/// Of what a sentence has in each language: what is plausible, not denied in any plausible one, and not read twice.
fn in_sentence(
    passage: &Passage<'_>,
    sentence: &Range<usize>,
    said: &[(&Lexicon, Vec<Said>)],
    ranks: [Option<u32>; 6],
) -> Vec<Finding> {
    let mut found: Vec<(&Lexicon, u32, &Said)> = Vec::new();
    let mut denied: Vec<Range<usize>> = Vec::new();
    for ((lexicon, said), rank) in said.iter().zip(ranks) {
        let Some(rank) = rank else { continue };
        for (one, denial) in said.iter().zip(denials(lexicon, passage, sentence, said)) {
            match denial {
                Some(_) => denied.push(one.words.clone()),
                None => found.push((lexicon, rank, one)),
            }
        }
    }
    found.sort_by_key(|(_, rank, one)| (one.words.start, std::cmp::Reverse(*rank)));
    denied.sort_by_key(|words| words.start);
    let mut denied = denied.into_iter().peekable();
    let mut free = 0;
    let mut findings = Vec::new();
    for (lexicon, _, one) in found {
        while denied.next_if(|words| words.end <= one.words.start).is_some() {}
        let is_denied = denied.peek().is_some_and(|words| words.start < one.words.end);
        if one.words.start < free || is_denied {
            continue;
        }
        let Some(place) = passage.place(&one.words) else { continue };
        free = one.words.end;
        findings.push(Finding {
            word: passage.text.get(place.clone()).unwrap_or_default().to_owned(),
            place,
            language: lexicon.language.code,
            why: one.commits.why,
            instead: one.commits.instead,
        });
    }
    findings
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, language: Option<&str>) -> Vec<(String, &'static str)> {
        findings(text, language).into_iter().map(|finding| (finding.word, finding.language)).collect()
    }

    #[test]
    fn a_finding_says_where_what_why_and_what_instead() {
        let text = "«Обязуемся», said he; « nous acceptons ».";
        assert_eq!(
            findings(text, None),
            [
                Finding {
                    place: 2..20,
                    word: "Обязуемся".to_owned(),
                    language: "ru",
                    why: Why::Undertaking,
                    instead: "на данном этапе намерена",
                },
                Finding {
                    place: 41..50,
                    word: "acceptons".to_owned(),
                    language: "fr",
                    why: Why::Acceptance,
                    instead: "a pris note de",
                },
            ]
        );
    }

    #[test]
    fn a_word_of_several_languages_is_read_in_those_that_are_plausible() {
        // By the words around it.
        assert_eq!(found("Their engagement is known to all of us.", None), []);
        assert_eq!(found("Leur engagement est connu de nous tous.", None), [("engagement".to_owned(), "fr")]);
        // By the rest of the text, where a sentence says nothing.
        assert_eq!(found("It is known to all. Engagement!", None), []);
        assert_eq!(found("Cela est connu de tous. Engagement!", None), [("Engagement".to_owned(), "fr")]);
        // By what its author calls it; in all, where nothing tells.
        for (language, count) in [
            (Some("en"), 0),
            (Some("en-GB"), 0),
            (Some("English"), 0),
            (Some("fr"), 1),
            (Some("français"), 1),
            (None, 1),
            (Some("xx"), 1),
        ] {
            assert_eq!(found("Engagement.", language).len(), count, "{language:?}");
        }
        // A sentence in another language than was named is read in both.
        assert_eq!(found("Nous acceptons. We accept.", Some("en")).len(), 2);
        // Arabic and Persian, by their letters.
        assert_eq!(found("تعهد", Some("fa")), [("تعهد".to_owned(), "fa")]);
        assert_eq!(found("تعهد الدولة", None), [("تعهد".to_owned(), "ar")]);
        assert_eq!(found("تعهد کشور", None), [("تعهد".to_owned(), "fa")]);
        assert_eq!(found("توافق شد", None).len(), 1, "a word of two languages is one finding");
    }

    #[test]
    fn letters_that_are_not_seen_hide_nothing() {
        for text in ["agr\u{200B}ee", "agr\u{AD}ee", "AGREE", "ａｇｒｅｅ", "تَـعَهُّـد", "הֶסְכֵּם", "обяза\u{301}тельство"]
        {
            assert_eq!(found(text, None).len(), 1, "{text}");
        }
    }

    #[test]
    fn what_is_denied_in_one_clause_is_said_in_the_next() {
        for (text, words) in [
            ("No agreement; coordination.", &["coordination"][..]),
            ("No agreement (coordination).", &["coordination"]),
            ("No agreement — coordination.", &["coordination"]),
            ("No. Agreement.", &["Agreement"]),
            ("Not so: agreed.", &["agreed"]),
            ("No agreement,\ncoordination or pact.", &[]),
            ("No agreement, coordination, pact", &["coordination", "pact"]),
            ("Without agreement, coordination and pact", &[]),
            ("No agreement, coordination and pact", &["coordination", "pact"]),
        ] {
            let found: Vec<String> = found(text, Some("en")).into_iter().map(|(word, _)| word).collect();
            assert_eq!(found, words, "{text}");
        }
    }

    #[test]
    fn a_long_text_without_sense_is_read_in_one_pass() {
        for part in
            ["agree ", "agree, ", "agree or ", "no ", "any ", "no any ", "وو", "כשלכש", "ne que ", "a", "\u{301}", ". "]
        {
            let text = part.repeat(50_000);
            assert!(findings(&text, None).len() <= 50_000 && first_person(&text, None).is_empty(), "{part}");
        }
    }
}
