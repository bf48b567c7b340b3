//! Choosing one, or several, among what there may be thousands of. While it is few, all of it stands in a list. What is more than a page can
//! carry is named in a field, and the office looks for it: what is meant has to stand there whole before anything is done, and
//! what comes near what was typed is offered beside what is wrong.

use maud::{Markup, html};
use office::practice::script;
use office::view::View;

use super::field::Fields;
use super::text::person;
use crate::form::Form;
use crate::say::Say;

/// The most that stand in a list.
const FEW: usize = 100;
/// The most of what fits that is offered.
const OFFERED: usize = 50;

/// One of those to choose among.
pub(crate) struct Pick {
    /// What a form has for it in a list.
    pub(crate) value: String,
    /// Its number in the office.
    pub(crate) no: u32,
    /// What people call it.
    pub(crate) name: String,
}

impl Pick {
    /// What stands in the field for it, and for nothing else: its name and number.
    fn told(&self) -> String {
        format!("{} ({})", script::visible(&self.name), self.no)
    }
}

/// The parties of a desk.
pub(crate) fn parties(view: &View) -> Vec<Pick> {
    let pick = |no: u32, name: &str| Pick { value: no.to_string(), no, name: name.to_owned() };
    view.parties.iter().map(|one| pick(one.party, &one.name)).collect()
}

/// The channels that are open, with the numbers by which they are asked for.
pub(crate) fn channels(view: &View) -> Vec<Pick> {
    let open = (1..).zip(&view.channels).filter(|(_, channel)| !channel.closed);
    open.map(|(no, one)| Pick { value: one.channel.clone(), no, name: one.name.clone() }).collect()
}

/// What is chosen, as a form has it in a list; else what is wrong.
pub(crate) fn chosen<'a>(say: Say, text: &str, among: &'a [Pick]) -> Result<&'a str, String> {
    match found(text, among) {
        Found::One(one) => Ok(&one.value),
        Found::Near(_) if text.trim().is_empty() || among.len() <= FEW => Err(say.t("wrong-choose")),
        Found::Near(near) => Err(match near.len() {
            0 => say.t("wrong-named-none"),
            1 => say.t("wrong-named-one"),
            n => say.with("wrong-named", &[("n", n.into())]),
        }),
    }
}

/// The field in which one is chosen, or named.
pub(crate) fn field(fields: &Fields<'_>, name: &'static str, among: &[Pick]) -> Markup {
    if among.len() <= FEW {
        return fields.choice(name, None, &plainly(among).collect::<Vec<_>>());
    }
    named(fields, name, &fields.page.t("hint-named"), true, among)
}

/// The field in which one may be chosen, or named: `none` says what it is if it is not.
pub(crate) fn maybe(fields: &Fields<'_>, name: &'static str, hint: &str, none: &str, among: &[Pick]) -> Markup {
    if among.len() <= FEW {
        let none = (String::new(), html! { (none) });
        return fields.choice(name, Some(hint), &[none].into_iter().chain(plainly(among)).collect::<Vec<_>>());
    }
    named(fields, name, &format!("{hint} {}", fields.page.t("hint-named")), false, among)
}

/// The field in which several are ticked, or named, one a line.
pub(crate) fn several(fields: &Fields<'_>, name: &'static str, among: &[Pick]) -> Markup {
    if among.len() <= FEW {
        let boxes = among.iter().map(|one| (one.value.clone(), person(&one.name)));
        return fields.boxes(name, false, &boxes.collect::<Vec<_>>());
    }
    let (mut lines, mut offered) = (Vec::new(), Vec::new());
    for entry in entries(fields.form, name) {
        let by_value = among.iter().find(|one| one.value == entry);
        let near = match (by_value, found(entry, among)) {
            (Some(one), _) | (None, Found::One(one)) => vec![one],
            (None, Found::Near(near)) => near,
        };
        match near.as_slice() {
            [one] => lines.push(one.told()),
            near => {
                lines.push(entry.to_owned());
                offered.extend(near.iter().take(OFFERED).map(|one| one.told()));
            }
        }
    }
    offered.truncate(OFFERED);
    fields.lines(name, &fields.page.t("hint-named-several"), &lines.join("\n"), &offered)
}

/// What stands in a form for several: as their values where they were ticked, else as names, one a line.
fn entries<'f>(form: &'f Form, name: &str) -> impl Iterator<Item = &'f str> {
    form.all(name).flat_map(str::lines).map(str::trim).filter(|entry| !entry.is_empty())
}

/// Those that are ticked, or named whole; each once.
pub(crate) fn ticked<'a>(form: &Form, name: &str, among: &'a [Pick]) -> Vec<&'a Pick> {
    let mut ticked: Vec<&Pick> = Vec::new();
    for entry in entries(form, name) {
        if let Found::One(one) = found(entry, among)
            && ticked.iter().all(|other| other.value != one.value)
        {
            ticked.push(one);
        }
    }
    ticked
}

/// What is wrong with the first that is not named whole, if one is not.
pub(crate) fn half_named(say: Say, form: &Form, name: &str, among: &[Pick]) -> Option<String> {
    (1..).zip(entries(form, name)).filter(|_| among.len() > FEW).find_map(|(line, entry): (u32, _)| {
        let Found::Near(near) = found(entry, among) else { return None };
        let key = match near.len() {
            0 => "wrong-line-none",
            1 => "wrong-line-one",
            _ => "wrong-line-several",
        };
        Some(say.with(key, &[("n", line.into())]))
    })
}

fn plainly(among: &[Pick]) -> impl Iterator<Item = (String, Markup)> {
    among.iter().map(|one| (one.value.clone(), html! { (script::visible(&one.name)) }))
}

fn named(fields: &Fields<'_>, name: &'static str, hint: &str, required: bool, among: &[Pick]) -> Markup {
    let text = fields.form.text(name);
    let by_value = among.iter().find(|one| one.value == text);
    let near = match (by_value, found(text, among)) {
        (Some(one), _) | (None, Found::One(one)) => vec![one],
        (None, Found::Near(near)) => near,
    };
    // The only one that fits is put there to be looked at, and sent if it is the one.
    let (shown, offered) = match near.as_slice() {
        [one] => (one.told(), Vec::new()),
        near => (text.to_owned(), near.iter().take(OFFERED).map(|one| one.told()).collect()),
    };
    fields.named(name, hint, required, &shown, &offered)
}

enum Found<'a> {
    One(&'a Pick),
    /// Those that fit what was typed; none where nothing was.
    Near(Vec<&'a Pick>),
}

fn found<'a>(text: &str, among: &'a [Pick]) -> Found<'a> {
    let text = text.trim();
    if among.len() <= FEW {
        return among.iter().find(|one| one.value == text).map_or(Found::Near(Vec::new()), Found::One);
    }
    if let Some(one) = among.iter().find(|one| one.told() == text) {
        return Found::One(one);
    }
    let mut so_called = among.iter().filter(|one| script::visible(&one.name) == text);
    if let (Some(one), None) = (so_called.next(), so_called.next()) {
        return Found::One(one);
    }
    let typed = text.to_lowercase();
    let fits = |one: &&Pick| !typed.is_empty() && one.told().to_lowercase().contains(&typed);
    Found::Near(among.iter().filter(fits).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn many() -> Vec<Pick> {
        let pick = |no: u32| Pick { value: format!("id {no}"), no, name: format!("delegation {no}") };
        (1..=150)
            .map(pick)
            .chain([Pick { value: "id 151".to_owned(), no: 151, name: "delegation 7".to_owned() }])
            .collect()
    }

    fn what(text: &str, among: &[Pick]) -> Result<String, usize> {
        match found(text, among) {
            Found::One(one) => Ok(one.value.clone()),
            Found::Near(near) => Err(near.len()),
        }
    }

    #[test]
    fn among_many_a_whole_name_is_the_one_and_a_part_of_one_is_none() {
        let many = many();
        assert_eq!(what(" delegation 12 ", &many), Ok("id 12".to_owned()));
        assert_eq!(what("delegation 12 (12)", &many), Ok("id 12".to_owned()));
        assert_eq!(what("gation 150", &many), Err(1), "it alone fits, and is not taken");
        assert_eq!(what("DELEGATION 150", &many), Err(1));
        assert_eq!(what("id 12", &many), Err(0), "what a list would have is nothing that a person writes");
        assert_eq!(what("12", &many), Err(12), "a number is a part of a name");
        assert_eq!(what("", &many), Err(0));
    }

    #[test]
    fn of_two_that_have_one_name_neither_is_taken_without_its_number() {
        let many = many();
        assert_eq!(what("delegation 7", &many), Err(12));
        assert_eq!(what("delegation 7 (151)", &many), Ok("id 151".to_owned()));
    }

    #[test]
    fn several_among_many_are_those_that_are_named_whole_one_a_line() {
        let many = many();
        let form = Form::default().and("who", "delegation 12\r\n\n gation 1\ndelegation 7 (151)\ndelegation 12 (12)");
        let values = |form: &Form, among: &[Pick]| -> Vec<String> {
            ticked(form, "who", among).into_iter().map(|one| one.value.clone()).collect()
        };
        assert_eq!(values(&form, &many), ["id 12", "id 151"]);
        let say = Say(crate::language::Language::En);
        let wrong = half_named(say, &form, "who", &many).expect("one is half named");
        assert!(wrong.starts_with("Line 2 fits several"), "{wrong}");
        assert_eq!(half_named(say, &Form::default().and("who", "delegation 12"), "who", &many), None);
        let few: Vec<Pick> = many.into_iter().take(FEW).collect();
        let form = Form::default().and("who", "id 3").and("who", "id 5").and("who", "delegation 7");
        assert_eq!(values(&form, &few), ["id 3", "id 5"]);
    }

    #[test]
    fn among_few_it_is_what_the_list_has() {
        let few: Vec<Pick> = many().into_iter().take(FEW).collect();
        assert_eq!(what("id 12", &few), Ok("id 12".to_owned()));
        assert_eq!(what("delegation 12", &few), Err(0));
    }
}
