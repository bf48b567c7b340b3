//! Lodging: first the form of what is said, then a sheet that asks what that form needs, and under "more" what it may have.

use maud::{Markup, html};
use office::act::Act;
use office::practice::party::Command;
use office::practice::{Content, Disclosure, Form as ItemForm, Handling, Lodging, Precedence, form_rule, script};
use office::view::{ChannelView, ItemView, Look};

use super::super::deed::{About, At, Deed, Not, Sheet, Whose};
use super::super::reading::Reading;
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::Fields;
use crate::parts::item::status_block;
use crate::parts::text::person;
use crate::server::Trouble;
use crate::show::items::head;

/// The forms that are lodged by themselves. A declaration is one of a pair; talking points are never conveyed.
const OFFERED: [ItemForm; 5] = [
    ItemForm::NonPaper,
    ItemForm::OralMessage,
    ItemForm::AideMemoire,
    ItemForm::PersonalMessage,
    ItemForm::NoteVerbale,
];

/// How it may be tied to another item: the field's name, which holds that item's number.
const TIES: [&str; 3] = ["answers", "reaffirms", "supersedes"];

/// Gives the desk something to convey.
pub(crate) struct Lodge;

impl Deed for Lodge {
    fn about(&self) -> About {
        About {
            whose: Whose::Party,
            place: "lodge",
            word: "lodge",
            here: "lodge",
            then: "items",
            done: "lodged",
            fields: &["text", "days", "not-after", "behalf", "to", "ambiguous"],
        }
    }

    /// The office, and the items that it is tied to.
    fn look(&self, _: u32, from: &Form) -> Look {
        Look::items(TIES.iter().filter_map(|tie| from.read::<u32>(tie)))
    }

    fn before(&self, page: &Page<'_>) -> Option<Markup> {
        chosen(page).is_none().then(|| choose(page))
    }

    fn first(&self, at: &At<'_>) -> Result<Form, Trouble> {
        let form = Form::default()
            .and("form", chosen(at.page).ok_or(Trouble::NotThere)?.word())
            .and("days", "30")
            .and("handling", Handling::Paraphrase.word())
            .and("precedence", Precedence::Routine.word())
            .and("disclosure", Disclosure::Secret.word());
        Ok(TIES.iter().fold(form, |form, tie| form.and(tie, at.form.text(tie))))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, form) = (at.page, at.form);
        let item_form = form.read::<ItemForm>("form").unwrap_or(ItemForm::NonPaper);
        let formrule = page.say.word("formrule", item_form.word());
        let channel = settled(page, form);
        let tied = |tie: &str| page.item(form.read(tie)?);
        let above = html! {
            p.form-rule { strong { (page.say.word("form", item_form.word())) } " — " (formrule) }
            @if let Some(channel) = channel {
                p { (page.t("channel")) " " (person(&channel.name)) }
                (status_block(page, &channel.status))
            }
            @for tie in TIES {
                @if let Some(item) = tied(tie) { (tied_to(page, tie, item)) }
            }
        };
        Ok(Some(Sheet::new(above, asked(page, fields, item_form, channel))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let (page, form) = (at.page, at.form);
        let mut read = Reading::of(at);
        let (item, channel) = (read.new_id(), read.chosen("channel"));
        let (text, lapses) = (read.text("text"), read.days("days"));
        let as_of = read.moment("as-of");
        let (not_before, not_after) = (read.moment("not-before"), read.moment("not-after"));
        let named = |name: &str| form.given(name).map(str::to_owned);
        let (item, channel) = read.all(item.zip(channel))?;
        let content = Content {
            form: form.read("form").unwrap_or(ItemForm::NonPaper),
            conditions: form.lines("conditions"),
            reservations: form.lines("reservations"),
            scope: named("scope"),
            as_of,
            precedence: form.read("precedence").unwrap_or(Precedence::Routine),
            on_behalf_of: named("behalf"),
            carrier: named("carrier"),
            language: named("language"),
            disclosure: form.read("disclosure").unwrap_or(Disclosure::Secret),
            keep_ambiguous: form.lines("ambiguous"),
            ..Content::new(text, lapses)
        };
        let tie = |name: &str| page.item(form.read(name)?).map(|item| item.item.as_str());
        Ok(Act::Party(Command::Lodge(Lodging {
            to: form.all("to").filter_map(|one| one.parse().ok()).collect(),
            handling: form.read("handling").unwrap_or(Handling::AtDesk),
            approve: form.is_on("approve"),
            not_before,
            not_after,
            answers: tie("answers").and_then(|id| id.parse().ok()),
            reaffirms: tie("reaffirms").and_then(|id| id.parse().ok()),
            supersedes: tie("supersedes").and_then(|id| id.parse().ok()),
            ..Lodging::new(item, channel, content)
        })))
    }
}

/// The form that is behind the question mark.
fn chosen(page: &Page<'_>) -> Option<ItemForm> {
    page.visit.query.read::<ItemForm>("form").filter(|form| OFFERED.contains(form))
}

/// The choice of a form.
fn choose(page: &Page<'_>) -> Markup {
    let tie = |tie: &&str| page.visit.query.read::<u32>(tie).map(|no| format!("&{tie}={no}"));
    let ties: String = TIES.iter().filter_map(tie).collect();
    html! {
        p.lead { (page.t("lodge-about")) }
        ul.rows.choices {
            @for form in OFFERED {
                li {
                    a.choice href=(page.at(&format!("lodge?form={form}{ties}"))) {
                        strong { (page.say.word("form", form.word())) }
                        span { (page.say.word("formrule", form.word())) }
                    }
                }
            }
        }
    }
}

/// The channel that it is lodged in, where that is settled: by what it is tied to, or because there is one alone.
fn settled<'a>(page: &Page<'a>, form: &Form) -> Option<&'a ChannelView> {
    let channels = &page.seen.view.channels;
    if let Some(tied) = TIES.iter().find_map(|tie| page.item(form.read(tie)?)) {
        return channels.iter().find(|channel| channel.channel == tied.channel);
    }
    let mut open = channels.iter().filter(|channel| !channel.closed);
    open.next().filter(|_| open.next().is_none())
}

fn words(page: &Page<'_>, family: &str, all: impl Iterator<Item = &'static str>) -> Vec<(String, Markup)> {
    all.map(|word| (word.to_owned(), html! { (page.say.word(family, word)) })).collect()
}

/// What that form asks.
fn asked(page: &Page<'_>, fields: &Fields<'_>, item_form: ItemForm, channel: Option<&ChannelView>) -> Markup {
    let rule = form_rule(item_form);
    let open = page.seen.view.channels.iter().filter(|channel| !channel.closed);
    let channels: Vec<_> = open.map(|one| (one.channel.clone(), html! { (script::visible(&one.name)) })).collect();
    let others = channel.into_iter().flat_map(|channel| &channel.others);
    let others: Vec<_> = others.map(|other| (other.number.to_string(), person(&other.label))).collect();
    let handling = words(page, "handling", Handling::ALL.iter().map(|one| one.word()));
    let precedence = words(page, "precedence", Precedence::ALL.iter().map(|one| one.word()));
    let disclosure = words(page, "disclosure", Disclosure::ALL.iter().map(|one| one.word()));
    html! {
        (fields.kept(&["form", "answers", "reaffirms", "supersedes"]))
        @match channel {
            Some(channel) => input type="hidden" name="channel" value=(channel.channel);,
            None => (fields.choice("channel", None, &channels)),
        }
        @if others.len() > 1 { (fields.boxes("to", false, &others)) }
        @if rule.personal {
            (fields.line("behalf", "text", None, true))
            (fields.line("carrier", "text", None, false))
        }
        (fields.area("text", None, true, 10))
        (fields.area("conditions", Some(&page.t("hint-lines")), false, 3))
        (fields.area("reservations", Some(&page.t("hint-lines")), false, 2))
        (fields.line("days", "number", Some(&page.t("hint-days")), true))
        (fields.choice("handling", Some(&page.t("hint-handling")), &handling))
        (fields.tick("approve"))
        details.more open[!fields.wrong.is_empty()] {
            summary { (page.t("more")) }
            (fields.choice("precedence", None, &precedence))
            (fields.choice("disclosure", None, &disclosure))
            (fields.area("scope", None, false, 2))
            @if !rule.without_origin { (fields.line("as-of", "datetime-local", Some(&page.t("hint-utc")), false)) }
            (fields.line("not-before", "datetime-local", Some(&page.t("hint-utc")), false))
            (fields.line("not-after", "datetime-local", Some(&page.t("hint-utc")), false))
            (fields.line("language", "text", Some(&page.t("hint-language")), false))
            (fields.area("ambiguous", Some(&page.t("hint-ambiguous")), false, 2))
        }
    }
}

fn tied_to(page: &Page<'_>, tie: &str, item: &ItemView) -> Markup {
    html! { section.tied { h2 { (page.t(tie)) } (head(page, item)) } }
}
