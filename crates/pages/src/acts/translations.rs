//! Translations that go with a text: each with its language, its grade and its translator, all of it or none.

use maud::{Markup, html};
use office::practice::{Civil, Grade, Translation, canonical};
use office::view::TranslationView;

use super::deed::{At, another};
use super::reading::Reading;
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::Fields;

macro_rules! fields {
    ($($number:literal)*) => {
        [$([
            concat!("into-", $number),
            concat!("grade-", $number),
            concat!("translator-", $number),
            concat!("translation-", $number),
        ]),*]
    };
}

/// The fields of each: into which language, how good, by whom, the text.
const FIELDS: [[&str; 4]; 16] = fields!(1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16);
/// For how many of them there is room before more is asked for.
const AT_FIRST: usize = 2;

/// A form that begins with these; more than there is room for are left out.
pub(super) fn with(form: Form, translations: &[TranslationView]) -> Form {
    FIELDS.iter().zip(translations).fold(form, |form, (names, one)| {
        let values = [&one.language, &one.grade, &one.translator, &one.text];
        names.iter().zip(values).fold(form, |form, (name, value)| form.and(name, canonical(value)))
    })
}

/// Their fields, which are open where something stands in them.
pub(super) fn fields(page: &Page<'_>, fields: &Fields<'_>) -> Markup {
    let grades: Vec<_> =
        Grade::ALL.iter().map(|one| (one.word().to_owned(), html! { (page.say.word("grade", one.word())) })).collect();
    let given = FIELDS.iter().rposition(|names| is_given(fields.form, names)).map_or(0, |last| last + 1);
    html! {
        details.more open[given > 0 || !fields.wrong.is_empty()] {
            summary { (page.t("translations-of-words")) }
            @for [into, grade, translator, text] in FIELDS.into_iter().take(AT_FIRST.max(given + 1)) {
                (fields.line(into, "text", Some(&page.t("hint-language")), false))
                (fields.choice(grade, Some(&page.t("hint-grade")), &grades))
                (fields.line(translator, "text", None, false))
                (fields.area(text, None, false, 5))
            }
            @if given < FIELDS.len() { (another(page, "another-translation")) }
        }
    }
}

/// Whether anything of one was typed; a grade is always chosen.
fn is_given(form: &Form, [into, _, translator, text]: &[&str; 4]) -> bool {
    [into, translator, text].into_iter().any(|name| form.is_on(name))
}

/// Reads them. Whatever is missing of one that is given stands beside its field.
pub(super) fn of(form: &mut Reading<'_>, at: &At<'_>) -> Vec<Translation> {
    let given = FIELDS.into_iter().filter(|names| is_given(at.form, names));
    given
        .map(|[into, grade, translator, text]| Translation {
            language: form.text(into),
            grade: form.chosen(grade).unwrap_or(Grade::Rough),
            translator: form.text(translator),
            on: Civil(at.page.seen.now),
            text: form.text(text),
        })
        .collect()
}
