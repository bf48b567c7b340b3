//! Lodging: first the form of what is said, then a sheet that asks what that form needs, and under "more" what it may have; then
//! it is looked at once more, with what was found in it, before the desk has it.

use maud::{Markup, html};
use office::act::Act;
use office::practice::party::Command;
use office::practice::{Form as ItemForm, Handling, Lodging, script};
use office::view::{ChannelView, CheckView, ItemView, Look};

use super::super::TIES;
use super::super::deed::{About, At, Deed, Not, Sheet, Whose};
use super::super::reading::Reading;
use super::content::{self, words};
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::Fields;
use crate::parts::item::{fact, status_block};
use crate::parts::text::{name, person, persons};
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
            fields: &["text", "days", "ends", "not-after", "behalf", "to", "ambiguous"],
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
        let form = content::first(chosen(at.page).ok_or(Trouble::NotThere)?);
        let form = form.and("handling", Handling::Paraphrase.word());
        Ok(TIES.iter().fold(form, |form, tie| form.and(tie, at.form.text(tie))))
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let (page, form) = (at.page, at.form);
        let item_form = form_of(form);
        let formrule = page.say.word("formrule", item_form.word());
        let channel = settled(page, form);
        let above = html! {
            p.form-rule { strong { (page.say.word("form", item_form.word())) } " — " (formrule) }
            @if let Some(channel) = channel {
                p { (page.t("channel")) " " (person(&channel.name)) }
                (status_block(page, &channel.status))
            }
            @for tie in TIES {
                @if let Some(item) = tied(page, form, tie) { (tied_to(page, tie, item)) }
            }
        };
        Ok(Some(Sheet::new(above, asked(page, fields, item_form, channel))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let (page, form) = (at.page, at.form);
        let mut read = Reading::of(at);
        let (item, channel) = (read.new_id(), read.chosen("channel"));
        let content = content::read(at, &mut read, form_of(form));
        let (not_before, not_after) = (read.moment("not-before"), read.moment("not-after"));
        for tie in TIES {
            if form.is_on(tie) && tied(page, form, tie).is_none() {
                read.wrong(tie, page.t("wrong-tie"));
            }
        }
        let (item, channel) = read.all(item.zip(channel))?;
        let id = |tie: &str| tied(page, form, tie).map(|item| item.item.as_str());
        Ok(Act::Party(Command::Lodge(Lodging {
            to: form.all("to").filter_map(|one| one.parse().ok()).collect(),
            handling: form.read("handling").unwrap_or(Handling::AtDesk),
            approve: form.is_on("approve"),
            not_before,
            not_after,
            answers: id("answers").and_then(|id| id.parse().ok()),
            reaffirms: id("reaffirms").and_then(|id| id.parse().ok()),
            supersedes: id("supersedes").and_then(|id| id.parse().ok()),
            ..Lodging::new(item, channel, content)
        })))
    }

    fn is_looked_at(&self) -> bool {
        true
    }

    fn preview(&self, at: &At<'_>, act: &Act, found: &CheckView) -> Option<Markup> {
        let Act::Party(Command::Lodge(lodging)) = act else { return None };
        let page = at.page;
        let id = lodging.channel.to_string();
        let channel = page.seen.view.channels.iter().find(|channel| channel.channel == id);
        let others = channel.into_iter().flat_map(|channel| &channel.others);
        let to = others.filter(|other| lodging.to.is_empty() || lodging.to.contains(&other.number));
        let to: Vec<String> = to.map(|other| other.label.clone()).collect();
        let form = lodging.content.form.word();
        let moment = |at: office::practice::Civil| page.say.moment(&office::view::time(at));
        let instruction = html! {
            (fact(&page.say.word("field", "to"), &persons(page, &to)))
            (fact(&page.t("handling"), &html! { (page.say.word("handling", lodging.handling.word())) }))
            @if lodging.approve { (fact(&page.t("approval"), &html! { (page.t("approval-first")) })) }
            @if let Some(at) = lodging.not_before { (fact(&page.say.word("field", "not-before"), &moment(at))) }
            @if let Some(at) = lodging.not_after { (fact(&page.say.word("field", "not-after"), &moment(at))) }
            @for tie in TIES {
                @if let Some(item) = tied(page, at.form, tie) { (fact(&page.t(tie), &page.item_link(item.no))) }
            }
        };
        Some(html! {
            p.form-rule { strong { (page.say.word("form", form)) } " — " (page.say.word("formrule", form)) }
            (content::preview(page, channel, &lodging.content, found, &instruction))
        })
    }
}

/// The form of the item that a form asks for.
fn form_of(form: &Form) -> ItemForm {
    form.read::<ItemForm>("form").filter(|form| OFFERED.contains(form)).unwrap_or(ItemForm::NonPaper)
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
            li {
                a.choice href=(page.at("confide")) {
                    strong { (page.say.word("do", "confide")) }
                    span { (page.say.word("ahead", "confide")) }
                }
            }
        }
    }
}

/// The item to which it is tied so.
fn tied<'a>(page: &Page<'a>, form: &Form, tie: &str) -> Option<&'a ItemView> {
    page.item(form.read(tie)?)
}

/// The channel that it is lodged in, where that is settled: by what it is tied to, or because there is one alone.
fn settled<'a>(page: &Page<'a>, form: &Form) -> Option<&'a ChannelView> {
    let channels = &page.seen.view.channels;
    if let Some(tied) = TIES.iter().find_map(|tie| tied(page, form, tie)) {
        return channels.iter().find(|channel| channel.channel == tied.channel);
    }
    let mut open = channels.iter().filter(|channel| !channel.closed);
    open.next().filter(|_| open.next().is_none())
}

/// What that form asks.
fn asked(page: &Page<'_>, fields: &Fields<'_>, item_form: ItemForm, channel: Option<&ChannelView>) -> Markup {
    let open = page.seen.view.channels.iter().filter(|channel| !channel.closed);
    let channels: Vec<_> = open.map(|one| (one.channel.clone(), html! { (script::visible(&one.name)) })).collect();
    let others = channel.into_iter().flat_map(|channel| &channel.others);
    let others: Vec<_> = others.map(|other| (other.number.to_string(), name(page, &other.label))).collect();
    let handling = words(page, "handling", Handling::ALL.iter().map(|one| one.word()));
    html! {
        (fields.kept(&["form"]))
        @match channel {
            Some(channel) => input type="hidden" name="channel" value=(channel.channel);,
            None => (fields.choice("channel", None, &channels)),
        }
        @if others.len() > 1 { (fields.boxes("to", false, &others)) }
        (content::asked(fields, item_form))
        (fields.choice("handling", Some(&page.t("hint-handling")), &handling))
        (fields.tick("approve"))
        details.more open[!fields.wrong.is_empty() || fields.form.is_on("act")] {
            summary { (page.t("more")) }
            (fields.line("not-before", "datetime-local", Some(&page.t("hint-utc")), false))
            (fields.line("not-after", "datetime-local", Some(&page.t("hint-utc")), false))
            @for tie in TIES { (fields.line(tie, "item", Some(&page.t("hint-tie")), false)) }
            (content::more(fields, item_form))
        }
    }
}

fn tied_to(page: &Page<'_>, tie: &str, item: &ItemView) -> Markup {
    html! {
        section.tied {
            h2 { (page.t(tie)) }
            (head(page, item))
            @if tie == "answers" && let Some(by) = &item.superseded_by {
                p.known { (page.t("warns-answers-superseded")) " " (page.named(by)) }
            }
        }
    }
}
