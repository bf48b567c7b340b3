//! A form's fields. What is wrong with one stands beside it, and what was typed stays.

use maud::{Markup, html};
use office::practice::ActId;
use office::random::machine_random;
use rand_core::Rng;

use crate::form::Form;
use crate::page::Page;
use crate::parts::text::person;

/// The field by which a form is known that was shown.
pub(crate) const SHOWN: &str = "shown-as";

/// What is wrong with a form: by field, and of the whole.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Wrong(Vec<(&'static str, String)>);

impl Wrong {
    /// Something is wrong with a field; with the whole form where it is named nothing.
    pub(crate) fn with(&mut self, field: &'static str, what: String) {
        self.0.push((field, what));
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// One thing that is wrong.
    pub(crate) fn of(field: &'static str, what: String) -> Self {
        Self(vec![(field, what)])
    }

    /// What is wrong with a field.
    fn beside(&self, field: &str) -> Option<&str> {
        self.0.iter().find(|(of, _)| *of == field).map(|(_, what)| what.as_str())
    }

    /// What stands above a form that has to be looked at again.
    pub(crate) fn summary(&self, page: &Page<'_>) -> Markup {
        html! {
            @if !self.is_empty() {
                div.wrong role="alert" tabindex="-1" autofocus {
                    p { strong { (page.t("form-wrong")) } }
                    ul {
                        @for (field, what) in &self.0 {
                            li { @if field.is_empty() { (what) } @else { a href=(format!("#{field}")) { (what) } } }
                        }
                    }
                }
            }
        }
    }
}

/// A form as it is shown: what was typed before, and what was wrong with it.
pub(crate) struct Fields<'a> {
    pub(crate) page: &'a Page<'a>,
    pub(crate) form: &'a Form,
    pub(crate) wrong: &'a Wrong,
}

impl Fields<'_> {
    /// What stands beside a field that is wrong.
    pub(crate) fn beside(&self, name: &str) -> Option<&str> {
        self.wrong.beside(name)
    }

    /// One field under its name, with its hint and what is wrong with it.
    fn field(&self, name: &'static str, hint: Option<&str>, input: &Markup) -> Markup {
        html! {
            div.field data-wrong[self.wrong.beside(name).is_some()] {
                label for=(name) { (self.label(name)) }
                @if let Some(hint) = hint { p.hint id=(format!("{name}-hint")) { (hint) } }
                @if let Some(what) = self.wrong.beside(name) { p.what-is-wrong id=(format!("{name}-wrong")) { (what) } }
                (input)
            }
        }
    }

    /// What a field is called; one of several of a kind, `option-2`, by its kind and number.
    fn label(&self, name: &str) -> String {
        let several = name.rsplit_once('-').and_then(|(kind, number)| Some((kind, number.parse::<u32>().ok()?)));
        match several {
            Some((kind, number)) => format!("{} {}", self.page.say.word("field", kind), self.page.say.number(number)),
            None => self.page.say.word("field", name),
        }
    }

    fn described(&self, name: &str, hint: bool) -> Option<String> {
        let wrong = self.wrong.beside(name).map(|_| format!("{name}-wrong"));
        let hint = hint.then(|| format!("{name}-hint"));
        let ids: Vec<String> = wrong.into_iter().chain(hint).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }

    /// A text of several lines.
    pub(crate) fn area(&self, name: &'static str, hint: Option<&str>, required: bool, rows: u32) -> Markup {
        let wrong = self.wrong.beside(name).is_some();
        self.field(
            name,
            hint,
            &html! {
                textarea id=(name) name=(name) rows=(rows) dir="auto" required[required] aria-invalid=[wrong.then_some("true")]
                    aria-describedby=[self.described(name, hint.is_some())] {
                    // A browser drops the first line end of a text.
                    "\n" (self.form.text(name))
                }
            },
        )
    }

    /// A text of one line; `kind` is an input's type, or `item` for an item's number.
    pub(crate) fn line(&self, name: &'static str, kind: &str, hint: Option<&str>, required: bool) -> Markup {
        let wrong = self.wrong.beside(name).is_some();
        let (numeric, days) = (["number", "item"].contains(&kind), kind == "number");
        let kind = if numeric { "number" } else { kind };
        self.field(name, hint, &html! {
            input id=(name) name=(name) type=(kind) value=(self.form.text(name)) dir=[(kind == "text").then_some("auto")]
                min=[numeric.then_some("1")] max=[days.then_some("3650")] required[required] aria-invalid=[wrong.then_some("true")]
                autocomplete="off" aria-describedby=[self.described(name, hint.is_some())];
        })
    }

    /// When it ends: after so many days, or at a moment where one is given.
    pub(crate) fn end(&self, hint: &str) -> Markup {
        html! {
            (self.line("days", "number", Some(hint), false))
            (self.line("ends", "datetime-local", Some(&self.page.t("hint-ends")), false))
        }
    }

    /// One of several words.
    pub(crate) fn choice(&self, name: &'static str, hint: Option<&str>, among: &[(String, Markup)]) -> Markup {
        let chosen = self.form.text(name);
        self.field(
            name,
            hint,
            &html! {
                select id=(name) name=(name) aria-describedby=[self.described(name, hint.is_some())] {
                    @for (value, told) in among { option value=(value) selected[value == chosen] { (told) } }
                }
            },
        )
    }

    /// One of more than stand in a list, by name: `offered` are those that fit what was typed.
    pub(crate) fn named(
        &self,
        name: &'static str,
        hint: &str,
        required: bool,
        shown: &str,
        offered: &[String],
    ) -> Markup {
        let wrong = self.wrong.beside(name).is_some();
        let list = format!("{name}-offered");
        self.field(
            name,
            Some(hint),
            &html! {
                input id=(name) name=(name) type="text" value=(shown) dir="auto" required[required] aria-invalid=[wrong.then_some("true")]
                    autocomplete="off" aria-describedby=[self.described(name, true)] list=(list);
                datalist id=(list) { @for one in offered { option value=(one); } }
            },
        )
    }

    /// Several of more than stand in a list, by name, one a line: `offered` are those that fit what was typed.
    pub(crate) fn lines(&self, name: &'static str, hint: &str, shown: &str, offered: &[String]) -> Markup {
        let wrong = self.wrong.beside(name).is_some();
        self.field(
            name,
            Some(hint),
            &html! {
                textarea id=(name) name=(name) rows="6" dir="auto" required aria-invalid=[wrong.then_some("true")]
                    aria-describedby=[self.described(name, true)] { "\n" (shown) }
                @if !offered.is_empty() { ul.offered { @for one in offered { li { (person(one)) } } } }
            },
        )
    }

    /// Several of several, or one, with room for a sentence each.
    pub(crate) fn boxes(&self, name: &'static str, one: bool, among: &[(String, Markup)]) -> Markup {
        let chosen: Vec<&str> = self.form.all(name).collect();
        html! {
            fieldset.field data-wrong[self.wrong.beside(name).is_some()] id=(name) {
                legend { (self.page.say.word("field", name)) }
                @if let Some(what) = self.wrong.beside(name) { p.what-is-wrong { (what) } }
                @for (value, told) in among {
                    label.box {
                        input type=(if one { "radio" } else { "checkbox" }) name=(name) value=(value)
                            checked[chosen.contains(&value.as_str())] required[one];
                        span { (told) }
                    }
                }
            }
        }
    }

    /// A box to tick.
    pub(crate) fn tick(&self, name: &'static str) -> Markup {
        html! {
            div.field {
                label.box {
                    input type="checkbox" name=(name) value="yes" checked[self.form.is_on(name)];
                    span { (self.page.say.word("field", name)) }
                }
            }
        }
    }

    /// The ids of the act and of what it makes, as they came or are made now: so that sending it twice does it once. And the
    /// mark that a form of that name was shown.
    pub(crate) fn made(&self, form: &str) -> Markup {
        let [act, new] = ["act", "new"].map(|name| self.form.read::<ActId>(name).unwrap_or_else(new_id));
        html! {
            input type="hidden" name="act" value=(act);
            input type="hidden" name="new" value=(new);
            input type="hidden" name=(SHOWN) value=(self.page.visit.shown(act, form));
        }
    }

    /// What goes with the form unseen, as it came.
    pub(crate) fn kept(&self, names: &[&str]) -> Markup {
        html! {
            @for name in names.iter().filter(|name| !self.form.text(name).is_empty()) {
                input type="hidden" name=(name) value=(self.form.text(name));
            }
        }
    }
}

/// A new id, as a command makes one.
pub(crate) fn new_id() -> ActId {
    let mut bytes = [0; 16];
    machine_random().fill_bytes(&mut bytes);
    ActId(bytes)
}
