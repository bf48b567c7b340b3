//! The rules that hold for every item wherever it is: bounds, the customs of the forms, times. Both machines ask here,
//! the party's at once and the desk's again.

use crate::canonical::canonical;
use crate::civil::Civil;
use crate::content::{Content, Lodging, Translation, Wording};
use crate::refusal::Refusal;
use crate::vocabulary::{Form, Handling, Label};

/// The longest text, in bytes.
pub const TEXT_BYTES: usize = 256 * 1024;
/// The longest condition, reservation, scope or reason, in bytes.
pub const CLAUSE_BYTES: usize = 4 * 1024;
/// The most conditions, and the most reservations.
pub const CLAUSES: usize = 64;
/// The longest name, title or label, in bytes.
pub const NAME_BYTES: usize = 200;
/// All the words of one item together, in bytes, so that a letter with them is within [`crate::envelope::LETTER_BYTES`].
pub const ITEM_BYTES: usize = 400 * 1024;
/// The fewest and the most parties of a channel.
pub const PARTIES: std::ops::RangeInclusive<usize> = 2..=6;
/// The most officers of a desk, channels of a mandate, labels of a party, renditions named in one letter.
pub const MANY: usize = 256;
/// The most options of a proposal.
pub const OPTIONS: usize = 64;
/// The longest time for which offices may open what they answered, in seconds: for those that were locked.
pub const OPENING_SECONDS: i64 = 3_600;
/// For how many days an offer stands unless the desk says otherwise.
pub const OFFER_DAYS: i64 = 30;
/// The most translations of one text, and the most passages of it to be kept ambiguous.
pub const TRANSLATIONS: usize = 16;
/// For how many days a question waits unless the desk says otherwise.
pub const QUESTION_DAYS: i64 = 30;
/// What a party is shown for another whose label was not set.
pub const UNLABELLED: &str = "the other side";
/// The officer of a desk that named none.
pub const SOLE_OFFICER: &str = "desk";

/// What custom says of a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FormRule {
    /// Whether it names on whose behalf it is and who carries it.
    pub personal: bool,
    /// Why it is not released like others, if it is not.
    pub barred: Option<Refusal>,
    /// Whether its author can be held to have written it.
    pub attributable: bool,
    /// Whether it is read on a screen and nowhere else: no copy, no print, no export.
    pub screen_only: bool,
    /// Whether the desk, and nobody else, is told that it was read.
    pub read_is_told: bool,
    /// Whether it says neither whose it is nor when it was written.
    pub without_origin: bool,
    /// Whether it is dated: as of its lodging where its author gave no other moment.
    pub dated: bool,
    /// Whether it is written in the third person.
    pub third_person: bool,
}

/// The rule of a form.
#[must_use]
pub const fn form_rule(form: Form) -> FormRule {
    let plain = FormRule {
        personal: false,
        barred: None,
        attributable: false,
        screen_only: false,
        read_is_told: false,
        without_origin: false,
        dated: false,
        third_person: false,
    };
    match form {
        Form::OralMessage => FormRule { screen_only: true, read_is_told: true, ..plain },
        Form::NonPaper => FormRule { without_origin: true, ..plain },
        Form::AideMemoire => FormRule { dated: true, third_person: true, ..plain },
        Form::PersonalMessage => FormRule { personal: true, ..plain },
        Form::Declaration => FormRule { barred: Some(Refusal::DeclarationAlone), ..plain },
        Form::NoteVerbale => FormRule { attributable: true, ..plain },
        Form::TalkingPoints => FormRule { barred: Some(Refusal::TalkingPoints), ..plain },
    }
}

/// Whether a sender that wants its words handled so allows a rendition with that label.
///
/// # Errors
/// [`Refusal::VerbatimOnly`] or [`Refusal::ParaphraseAtMost`].
pub const fn label_allowed(handling: Handling, label: Label) -> Result<(), Refusal> {
    match (handling, label) {
        (Handling::Verbatim, Label::Paraphrase | Label::Gist) => Err(Refusal::VerbatimOnly),
        (Handling::Paraphrase, Label::Gist) => Err(Refusal::ParaphraseAtMost),
        _ => Ok(()),
    }
}

/// A name, title or label that is there and not too long.
///
/// # Errors
/// [`Refusal::Empty`] or [`Refusal::TooLong`].
pub fn name(text: &str) -> Result<(), Refusal> {
    bounded(text, NAME_BYTES)
}

/// A text that is there and not too long.
///
/// # Errors
/// [`Refusal::Empty`] or [`Refusal::TooLong`].
pub fn text(text: &str) -> Result<(), Refusal> {
    bounded(text, TEXT_BYTES)
}

/// A reason or another clause that is there and not too long.
///
/// # Errors
/// [`Refusal::Empty`] or [`Refusal::TooLong`].
pub fn clause(text: &str) -> Result<(), Refusal> {
    bounded(text, CLAUSE_BYTES)
}

/// Not more than `most`.
///
/// # Errors
/// [`Refusal::TooMany`].
pub const fn at_most(count: usize, most: usize) -> Result<(), Refusal> {
    if count > most { Err(Refusal::TooMany) } else { Ok(()) }
}

fn bounded(text: &str, most: usize) -> Result<(), Refusal> {
    if text.trim().is_empty() {
        Err(Refusal::Empty)
    } else if text.len() > most {
        Err(Refusal::TooLong)
    } else {
        Ok(())
    }
}

fn clauses(list: &[String]) -> Result<(), Refusal> {
    at_most(list.len(), CLAUSES)?;
    list.iter().try_for_each(|one| clause(one))
}

fn total<'a>(parts: impl Iterator<Item = &'a String>) -> Result<(), Refusal> {
    if parts.map(String::len).sum::<usize>() > ITEM_BYTES { Err(Refusal::TooLong) } else { Ok(()) }
}

/// Whether an item may say this: its bounds, its form, its times.
///
/// # Errors
/// The first rule that it breaks.
pub fn content(content: &Content, now: Civil) -> Result<(), Refusal> {
    text(&content.text)?;
    clauses(&content.conditions)?;
    clauses(&content.reservations)?;
    content.scope.iter().try_for_each(|scope| clause(scope))?;
    let names = [&content.on_behalf_of, &content.carrier, &content.language];
    names.into_iter().flatten().try_for_each(|one| name(one))?;
    at_most(content.keep_ambiguous.len(), TRANSLATIONS)?;
    content.keep_ambiguous.iter().try_for_each(|passage| clause(passage))?;
    if content.keep_ambiguous.iter().any(|passage| !content.text.contains(passage.as_str())) {
        return Err(Refusal::NoSuchPassage);
    }
    translations(&content.translations)?;
    let translated = content.translations.iter().map(|one| &one.text);
    let beside = content.scope.iter().chain([&content.text]).chain(translated).chain(&content.keep_ambiguous);
    total(beside.chain(&content.conditions).chain(&content.reservations))?;
    let personal = form_rule(content.form).personal;
    if personal && content.on_behalf_of.is_none() {
        return Err(Refusal::OnWhoseBehalf);
    }
    if !personal && (content.on_behalf_of.is_some() || content.carrier.is_some()) {
        return Err(Refusal::PersonalOnly);
    }
    if content.lapses <= now { Err(Refusal::LapsesInPast) } else { Ok(()) }
}

/// Whether an instruction to convey makes sense by itself.
///
/// # Errors
/// The first rule that it breaks.
pub fn lodging(lodging: &Lodging, now: Civil) -> Result<(), Refusal> {
    content(&lodging.content, now)?;
    at_most(lodging.to.len(), *PARTIES.end())?;
    let end = lodging.not_after.unwrap_or(lodging.content.lapses).min(lodging.content.lapses);
    if lodging.not_before.is_some_and(|start| start >= end) || lodging.not_after.is_some_and(|end| end <= now) {
        return Err(Refusal::EmptyWindow);
    }
    Ok(())
}

/// Whether words may be put into a rendition.
///
/// # Errors
/// The first bound that they break.
pub fn wording(wording: &Wording) -> Result<(), Refusal> {
    text(&wording.words)?;
    clauses(&wording.conditions)?;
    clauses(&wording.reservations)?;
    wording.scope.iter().try_for_each(|scope| clause(scope))?;
    translations(&wording.translations)?;
    let translated = wording.translations.iter().map(|one| &one.text);
    let beside = wording.scope.iter().chain([&wording.words]).chain(translated);
    total(beside.chain(&wording.conditions).chain(&wording.reservations))
}

/// Whether translations keep to their bounds.
///
/// # Errors
/// The first bound that they break.
pub fn translations(translations: &[Translation]) -> Result<(), Refusal> {
    at_most(translations.len(), TRANSLATIONS)?;
    translations.iter().try_for_each(translation)
}

/// Whether a translation keeps to its bounds.
///
/// # Errors
/// The first bound that it breaks.
pub fn translation(one: &Translation) -> Result<(), Refusal> {
    name(&one.language)?;
    name(&one.translator)?;
    text(&one.text)
}

/// For how long before the reveal offices may open what they answered, in seconds: a quarter of the time there is, and not
/// more than [`OPENING_SECONDS`].
#[must_use]
pub const fn opening_seconds(proposed: Civil, reveal_at: Civil) -> i64 {
    let quarter = reveal_at.0.saturating_sub(proposed.0) / 4;
    if quarter < OPENING_SECONDS { quarter } else { OPENING_SECONDS }
}

/// Dates an item by days: as of this day where its form bears a date and its author gave no moment, and its translations by
/// theirs. The hour at which somebody was at work is nobody else's.
#[must_use]
pub fn dated(content: Content, now: Civil) -> Content {
    let today = form_rule(content.form).dated.then(|| now.day().start());
    let translations = content.translations.into_iter().map(by_day).collect();
    Content { as_of: content.as_of.or(today), translations, ..content }
}

/// A translation, dated by its day.
#[must_use]
pub fn by_day(translation: Translation) -> Translation {
    Translation { on: translation.on.day().start(), ..translation }
}

/// Whether words are the authentic text's own, and what belongs to them is what its author put there.
#[must_use]
pub fn is_verbatim(content: &Content, wording: &Wording) -> bool {
    canonical(&content.text) == canonical(&wording.words) && same_terms(content, wording)
}

/// Whether conditions, reservations and scope are as the author wrote them.
#[must_use]
pub fn same_terms(content: &Content, wording: &Wording) -> bool {
    let same = |one: &[String], other: &[String]| {
        one.len() == other.len() && one.iter().zip(other).all(|(one, other)| canonical(one) == canonical(other))
    };
    same(&content.conditions, &wording.conditions)
        && same(&content.reservations, &wording.reservations)
        && same(content.scope.as_slice(), wording.scope.as_slice())
}
