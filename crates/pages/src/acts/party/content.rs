//! What an item says, as a form asks for it: the same for what is lodged and for what is declared. The form of the item decides
//! what is asked, and what of it stands at once or under "more".

use maud::{Markup, html};
use office::practice::{Civil, Content, Disclosure, Form as ItemForm, Grade, Precedence, Translation, form_rule};
use office::view::{ChannelView, CheckView, TranslationView};

use super::super::deed::{At, another};
use super::super::reading::Reading;
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::Fields;
use crate::parts::item::{fact, status_block, terms, translations as shown_translations, when_void};
use crate::parts::{found, text::person};

/// The most translations of one text.
const TRANSLATIONS: usize = 16;

/// A form of it that is new: what is usual, for the author to change.
pub(super) fn first(form: ItemForm) -> Form {
    Form::default()
        .and("form", form.word())
        .and("days", "30")
        .and("precedence", Precedence::Routine.word())
        .and("disclosure", Disclosure::Secret.word())
}

/// Words of a vocabulary, to choose from.
pub(super) fn words(page: &Page<'_>, family: &str, all: impl Iterator<Item = &'static str>) -> Vec<(String, Markup)> {
    all.map(|word| (word.to_owned(), html! { (page.say.word(family, word)) })).collect()
}

/// What every item of that form is asked.
pub(super) fn asked(fields: &Fields<'_>, item_form: ItemForm) -> Markup {
    let (page, rule) = (fields.page, form_rule(item_form));
    html! {
        @if rule.personal {
            (fields.line("behalf", "text", None, true))
            (fields.line("carrier", "text", None, false))
        }
        (fields.area("text", None, true, 10))
        @if rule.dated { (as_of(fields)) }
        (fields.area("conditions", Some(&page.t("hint-lines")), false, 3))
        (fields.area("reservations", Some(&page.t("hint-lines")), false, 2))
        (fields.end(&page.t("hint-days")))
    }
}

/// What it may say beside that.
pub(super) fn more(fields: &Fields<'_>, item_form: ItemForm) -> Markup {
    let (page, rule) = (fields.page, form_rule(item_form));
    let precedence = words(page, "precedence", Precedence::ALL.iter().map(|one| one.word()));
    let disclosure = words(page, "disclosure", Disclosure::ALL.iter().map(|one| one.word()));
    html! {
        (fields.choice("precedence", None, &precedence))
        (fields.choice("disclosure", None, &disclosure))
        (fields.area("scope", None, false, 2))
        @if !rule.without_origin && !rule.dated { (as_of(fields)) }
        (fields.line("language", "text", Some(&page.t("hint-language")), false))
        (fields.area("ambiguous", Some(&page.t("hint-ambiguous")), false, 2))
        (translations(fields))
    }
}

fn as_of(fields: &Fields<'_>) -> Markup {
    fields.line("as-of", "datetime-local", Some(&fields.page.t("hint-utc")), false)
}

/// The names of one translation's fields, the first being number 1.
struct Names {
    language: String,
    grade: String,
    by: String,
    text: String,
}

impl Names {
    fn of(no: usize) -> Self {
        let name = |what: &str| format!("translation-{no}-{what}");
        Self { language: name("language"), grade: name("grade"), by: name("by"), text: name("text") }
    }

    fn is_given(&self, form: &Form) -> bool {
        [&self.language, &self.by, &self.text].into_iter().any(|name| form.is_on(name))
    }
}

/// How many translations a form has, up to the last that something was typed into.
fn given(form: &Form) -> usize {
    (1..=TRANSLATIONS).rev().find(|no| Names::of(*no).is_given(form)).unwrap_or_default()
}

/// The author's own translations: those that are there and room for one more.
fn translations(fields: &Fields<'_>) -> Markup {
    let (page, form) = (fields.page, fields.form);
    let there = given(form);
    let grades = words(page, "grade", Grade::ALL.iter().map(|one| one.word()));
    let wrong = fields.beside("translations");
    html! {
        fieldset.field #translations data-wrong[wrong.is_some()] {
            legend { (page.t("translation")) }
            p.hint { (page.t("hint-translations")) }
            @if let Some(wrong) = wrong { p.what-is-wrong { (wrong) } }
            @for no in 1..=(there + 1).min(TRANSLATIONS) {
                @let names = Names::of(no);
                @let chosen = form.text(&names.grade);
                div.translation-fields {
                    label for=(names.language) { (page.say.word("field", "translation-language")) }
                    input id=(names.language) name=(names.language) type="text" dir="auto" value=(form.text(&names.language)) autocomplete="off";
                    label for=(names.grade) { (page.say.word("field", "translation-grade")) }
                    select id=(names.grade) name=(names.grade) {
                        @for (value, told) in &grades { option value=(value) selected[value == chosen] { (told) } }
                    }
                    label for=(names.by) { (page.say.word("field", "translation-by")) }
                    input id=(names.by) name=(names.by) type="text" dir="auto" value=(form.text(&names.by)) autocomplete="off";
                    label for=(names.text) { (page.say.word("field", "translation-text")) }
                    textarea id=(names.text) name=(names.text) rows="4" dir="auto" { "\n" (form.text(&names.text)) }
                }
            }
            @if there < TRANSLATIONS {
                (another(page, "another-translation"))
            }
        }
    }
}

/// Reads it. What the practice itself would refuse is left to it.
pub(super) fn read(at: &At<'_>, read: &mut Reading<'_>, form: ItemForm) -> Content {
    let given = at.form;
    let (text, lapses, as_of) = (read.text("text"), read.end(), read.moment("as-of"));
    Content {
        form,
        conditions: given.lines("conditions"),
        reservations: given.lines("reservations"),
        scope: read.maybe("scope"),
        as_of,
        precedence: given.read("precedence").unwrap_or(Precedence::Routine),
        on_behalf_of: read.maybe("behalf"),
        carrier: read.maybe("carrier"),
        language: read.maybe("language"),
        disclosure: given.read("disclosure").unwrap_or(Disclosure::Secret),
        keep_ambiguous: given.lines("ambiguous"),
        translations: translated(at, read),
        ..Content::new(text, lapses)
    }
}

fn translated(at: &At<'_>, read: &mut Reading<'_>) -> Vec<Translation> {
    let mut all = Vec::new();
    for names in (1..=given(at.form)).map(Names::of).filter(|names| names.is_given(at.form)) {
        let named = |name: &str| at.form.given(name).map(str::to_owned);
        match (named(&names.language), named(&names.by), named(&names.text)) {
            (Some(language), Some(translator), Some(text)) => all.push(Translation {
                language,
                grade: at.form.read(&names.grade).unwrap_or(Grade::Sight),
                translator,
                on: Civil(at.page.seen.now),
                text,
            }),
            _ => read.wrong("translations", at.page.t("wrong-translation")),
        }
    }
    all
}

/// It, as the desk will be given it, with the places marked that were found in its text.
pub(super) fn preview(
    page: &Page<'_>,
    channel: Option<&ChannelView>,
    content: &Content,
    found: &CheckView,
    instruction: &Markup,
) -> Markup {
    let moment = |civil: Civil| office::view::time(civil);
    let translations: Vec<TranslationView> = content
        .translations
        .iter()
        .map(|one| TranslationView {
            language: one.language.clone(),
            grade: one.grade.to_string(),
            translator: one.translator.clone(),
            on: moment(one.on),
            text: one.text.clone(),
        })
        .collect();
    html! {
        h2 { (page.t("look-will-be")) }
        div.preview-item {
            @if let Some(channel) = channel { (status_block(page, &channel.status)) }
            (found::text(page, &content.text, found, false))
            (terms(page, &content.conditions, &[], &content.reservations, content.scope.as_deref()))
            @if !content.keep_ambiguous.is_empty() {
                div.terms { h3 { (page.t("keep-ambiguous")) } ul { @for one in &content.keep_ambiguous { li { (person(one)) } } } }
            }
            (shown_translations(page, &translations))
            dl.facts {
                @if let Some(channel) = channel { (fact(&page.t("channel"), &person(&channel.name))) }
                @if let Some(name) = &content.on_behalf_of { (fact(&page.t("on-behalf-of"), &person(name))) }
                @if let Some(name) = &content.carrier { (fact(&page.t("carrier"), &person(name))) }
                @if let Some(as_of) = content.as_of { (fact(&page.t("as-of"), &page.say.moment(&moment(as_of)))) }
                (fact(&page.t("lapse"), &when_void(page, &moment(content.lapses))))
                (fact(&page.t("precedence"), &html! { (page.say.word("precedence", content.precedence.word())) }))
                (fact(&page.t("disclosure"), &html! { (page.say.word("disclosure", content.disclosure.word())) }))
                @if let Some(language) = &content.language { (fact(&page.t("language"), &person(language))) }
                (instruction)
            }
        }
    }
}
