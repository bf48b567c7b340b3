//! What an author, and the desk, should know of a text before it goes: by its words, its form, its letters.

use std::collections::BTreeSet;
use std::ops::Range;

use super::first_person::first_person_in;
use super::passage::Passage;
use super::{Committing, findings_in};
use crate::civil::Day;
use crate::content::{Content, Translation, Wording};
use crate::matching::script::{Kind, flags};
use crate::matching::{Words, dates_in, mentions};
use crate::rules::form_rule;
use crate::vocabulary::Form;
use crate::warning::Warning;

/// A text, and its language as far as its author named it.
type Text<'t> = (&'t str, Option<&'t str>);

/// What the author of this, and the desk, should know of it: that its form is attributable; words that commit; the first
/// person where the form has none; a date or one of its author's own names where the form has neither; what in it
/// deceives the eye.
#[must_use]
pub fn content_warnings(content: &Content, own_names: &[&str]) -> Vec<Warning> {
    let beside = content.conditions.iter().chain(&content.reservations).chain(&content.scope);
    let own = [&content.text].into_iter().chain(beside).map(|text| (text.as_str(), content.language.as_deref()));
    let texts = own.chain(content.translations.iter().map(translated));
    warnings(content.form, texts, own_names, near(content))
}

/// The same of words that were found for an item of that content.
pub(crate) fn wording_warnings(content: &Content, wording: &Wording, own_names: &[&str]) -> Vec<Warning> {
    let beside = wording.conditions.iter().chain(&wording.reservations).chain(&wording.scope);
    let own = [&wording.words].into_iter().chain(beside).map(|text| (text.as_str(), None));
    let texts = own.chain(wording.translations.iter().map(translated));
    warnings(content.form, texts, own_names, near(content))
}

/// What the desk should know of words that have no form.
pub(crate) fn words_warnings<'t>(texts: impl IntoIterator<Item = &'t String>) -> Vec<Warning> {
    let mut noted = Noted::default();
    for text in texts {
        let words = Words::of(text);
        noted.commits(&Passage::of(text, &words), None);
    }
    noted.warnings()
}

/// A date without a year is one near to what the item speaks of.
fn near(content: &Content) -> Day {
    content.as_of.unwrap_or(content.lapses).day()
}

fn translated(one: &Translation) -> Text<'_> {
    (&one.text, Some(&one.language))
}

fn warnings<'t>(form: Form, texts: impl Iterator<Item = Text<'t>>, own_names: &[&str], near: Day) -> Vec<Warning> {
    let rule = form_rule(form);
    let mut noted = Noted::default();
    for (text, language) in texts {
        let words = Words::of(text);
        let passage = Passage::of(text, &words);
        noted.commits(&passage, language);
        if rule.third_person {
            noted.first_person.extend(text, first_person_in(&passage, language));
        }
        if rule.without_origin {
            let mut places: Vec<Range<usize>> =
                dates_in(text, &words, near).into_iter().map(|(place, _)| place).collect();
            places.extend(own_names.iter().flat_map(|name| mentions(&words, name)));
            places.sort_by_key(|place| (place.start, place.end));
            noted.origin.extend(text, places);
        }
        noted.script.extend(flags(text).into_iter().map(|flag| flag.kind));
    }
    let mut warnings = noted.warnings();
    if rule.attributable {
        warnings.insert(0, Warning::Attributable);
    }
    warnings
}

/// What was found in texts so far, each thing once.
#[derive(Default)]
struct Noted {
    committing: Vec<Committing>,
    committing_words: BTreeSet<String>,
    first_person: Shown,
    origin: Shown,
    script: BTreeSet<Kind>,
}

impl Noted {
    fn commits(&mut self, passage: &Passage<'_>, language: Option<&str>) {
        for finding in findings_in(passage, language) {
            if self.committing_words.insert(finding.word.to_lowercase()) {
                self.committing.push(Committing::from(finding));
            }
        }
    }

    fn warnings(self) -> Vec<Warning> {
        let mut warnings = Vec::new();
        if !self.committing.is_empty() {
            warnings.push(Warning::Commits(self.committing));
        }
        if !self.first_person.words.is_empty() {
            warnings.push(Warning::FirstPerson(self.first_person.words));
        }
        if !self.origin.words.is_empty() {
            warnings.push(Warning::NotANonPaper(self.origin.words));
        }
        if !self.script.is_empty() {
            warnings.push(Warning::Script(self.script.into_iter().map(Kind::sentence).collect()));
        }
        warnings
    }
}

/// Words as they stand in a text, each once.
#[derive(Default)]
struct Shown {
    words: Vec<String>,
    seen: BTreeSet<String>,
}

impl Shown {
    fn extend(&mut self, text: &str, places: impl IntoIterator<Item = Range<usize>>) {
        for word in places.into_iter().filter_map(|place| text.get(place)) {
            if self.seen.insert(word.to_lowercase()) {
                self.words.push(word.to_owned());
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::civil::Civil;
    use crate::vocabulary::Grade;

    const LAPSES: Civil = Civil(1_760_000_000); // 2025-10-09

    fn content(form: Form, text: &str) -> Content {
        Content { form, ..Content::new(text, LAPSES) }
    }

    fn shown(content: &Content, own_names: &[&str]) -> Vec<String> {
        content_warnings(content, own_names).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn words_that_commit_are_shown_once_each_with_what_can_be_said_instead() {
        let mut content = content(Form::OralMessage, "We agree. They Agree, and guarantee it.");
        content.conditions = vec!["that others agree".to_owned()];
        assert_eq!(
            shown(&content, &[]),
            [
                "words that may be read as more than is meant: agree (reads as an agreement: try \"each side says separately \
              that\"); guarantee (reads as a guarantee: try \"the intention is that\")"
            ]
        );
    }

    #[test]
    fn every_part_of_an_item_is_read_in_its_language() {
        let part = |put: fn(&mut Content)| {
            let mut content = content(Form::OralMessage, "Calm.");
            put(&mut content);
            content_warnings(&content, &[]).len()
        };
        assert_eq!(part(|_| {}), 0);
        assert_eq!(part(|content| content.conditions = vec!["by treaty".to_owned()]), 1);
        assert_eq!(part(|content| content.reservations = vec!["by treaty".to_owned()]), 1);
        assert_eq!(part(|content| content.scope = Some("by treaty".to_owned())), 1);
        let translated = |language: &str| {
            let mut content = content(Form::OralMessage, "Calm.");
            content.translations = vec![Translation {
                language: language.to_owned(),
                grade: Grade::Rough,
                translator: "A clerk".to_owned(),
                on: LAPSES,
                text: "Engagement.".to_owned(),
            }];
            content_warnings(&content, &[]).len()
        };
        assert_eq!((translated("fr"), translated("French"), translated("en"), translated("de")), (1, 1, 0, 1));
    }

    #[test]
    fn a_form_in_the_third_person_has_no_first() {
        let text = "The Government holds to its position. We hold to ours, and we say so.";
        let warned = "an aide-mémoire is written in the third person, and this one has: We, ours";
        assert_eq!(shown(&content(Form::AideMemoire, text), &[]), [warned]);
        assert_eq!(shown(&content(Form::OralMessage, text), &[]), [""; 0]);
    }

    #[test]
    fn a_form_without_an_origin_has_neither_a_name_of_its_authors_nor_a_date() {
        let text = "On 9 October the KING of Northland said so, in northland and nowhere else, on 2025-10-09.";
        let warned = "a non-paper names neither its origin nor a date, and this one has: 9 October, KING of Northland, \
            Northland, 2025-10-09";
        let names = ["Northland", "King of Northland"];
        assert_eq!(shown(&content(Form::NonPaper, text), &names), [warned]);
        assert_eq!(shown(&content(Form::OralMessage, text), &names), [""; 0]);
        assert_eq!(shown(&content(Form::NonPaper, "In three weeks a king will speak of Northlands."), &names), [""; 0]);
    }

    #[test]
    fn what_deceives_the_eye_is_said_once_for_each_kind() {
        let mut content = content(Form::OralMessage, "set\u{200B}tle set\u{200B}tle M\u{43E}scow");
        content.reservations = vec!["set\u{AD}tle".to_owned(), "\u{202E}abc".to_owned()];
        let warnings = content_warnings(&content, &[]);
        let kinds = [Kind::DirectionOverride, Kind::Invisible, Kind::MixedScripts];
        assert_eq!(warnings, [Warning::Script(kinds.map(Kind::sentence).to_vec())]);
    }

    #[test]
    fn a_rendition_is_read_by_the_form_of_its_item() {
        let content = content(Form::NonPaper, "Calm is wanted.");
        let mut wording = Wording::new("Northland promises calm.", None);
        assert_eq!(wording_warnings(&content, &wording, &["Northland"]).len(), 2);
        wording.words = "Calm is wanted.".to_owned();
        assert_eq!(wording_warnings(&content, &wording, &["Northland"]), []);
    }
}
