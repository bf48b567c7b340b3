//! An item, as it is shown wherever it is shown: under its status block, with its form's rules, its lapse, its ties.

use maud::{Markup, html};
use office::practice::{Form, form_rule};
use office::view::{HandView, ItemView, SaidView, TranslationView};

use super::text::{in_line, person, persons, whose, words};
use crate::page::Page;

/// Whether its words are not to be shown before the reader says "read".
pub(crate) fn is_hidden(item: &ItemView) -> bool {
    item.side == "received" && is_screen_only(item) && !item.read
}

/// Whether it is read on a screen and nowhere else.
pub(crate) fn is_screen_only(item: &ItemView) -> bool {
    item.side == "received" && item.form.parse::<Form>().is_ok_and(|form| form_rule(form).screen_only)
}

/// Its state, form, urgency and label.
pub(crate) fn chips(page: &Page<'_>, item: &ItemView) -> Markup {
    html! {
        span.chips {
            (chip(page, "state", &item.state))
            @if item.precedence != "routine" { (chip(page, "precedence", &item.precedence)) }
            (chip(page, "form", &item.form))
            @if let Some(label) = &item.label { (chip(page, "label", label)) }
            @if let Some(own) = &item.own { (chip(page, "own", own)) }
            @if item.side == "confided" { span.chip data-family="confided" { (page.t("confided")) } }
            @if item.unconfirmed { span.chip data-family="unconfirmed" { (page.t("unconfirmed")) } }
        }
    }
}

/// A word of one of the vocabularies.
pub(crate) fn chip(page: &Page<'_>, family: &str, word: &str) -> Markup {
    html! { span.chip data-family=(family) data-word=(word) { (page.say.word(family, word)) } }
}

/// The status block: what is reserved over everything said in the channel.
pub(crate) fn status_block(page: &Page<'_>, status: &[String]) -> Markup {
    html! {
        ul.status aria-label=(page.t("status-block")) {
            @for one in status { li { (page.say.word("status", one)) } }
        }
    }
}

/// The same in a line of a list.
pub(crate) fn status_line(page: &Page<'_>, status: &[String]) -> Markup {
    html! {
        span.status-line {
            @for (at, one) in status.iter().enumerate() { @if at > 0 { " · " } (page.say.word("status", one)) }
        }
    }
}

/// From when on it is void.
pub(crate) fn lapse(page: &Page<'_>, item: &ItemView) -> Markup {
    html! { span.lapse { (page.t("lapses")) " " (when_void(page, &item.lapses)) } }
}

/// A moment at which something ends, and how far away it is.
pub(crate) fn when_void(page: &Page<'_>, moment: &str) -> Markup {
    html! {
        (page.say.moment(moment))
        @if let Some(left) = page.say.until(moment, page.seen.now) { " (" (left) ")" }
    }
}

/// What belongs to an item beside its words.
pub(crate) fn facts(page: &Page<'_>, item: &ItemView) -> Markup {
    let tie = |name: &str, id: &Option<String>| {
        html! { @if let Some(id) = id { (fact(&page.t(name), &page.named(id))) } }
    };
    let word = |name: &str, family: &str, word: &Option<String>| {
        html! { @if let Some(word) = word { (fact(&page.t(name), &html! { (page.say.word(family, word)) })) } }
    };
    html! {
        dl.facts {
            @if !item.from.name.is_empty() { (fact(&page.t("from"), &whose(page, &item.from))) }
            // What was confided to the desk goes to nobody, whoever is in its channel.
            @if !item.to.is_empty() && item.side != "confided" { (fact(&page.t("to"), &persons(page, &item.to))) }
            (fact(&page.t("channel"), &page.channel_link(&item.channel)))
            @if let Some(name) = &item.on_behalf_of { (fact(&page.t("on-behalf-of"), &person(name))) }
            @if let Some(name) = &item.carrier { (fact(&page.t("carrier"), &person(name))) }
            @if let Some(as_of) = &item.as_of { (fact(&page.t("as-of"), &page.say.moment(as_of))) }
            @if let Some(on) = &item.conveyed_on { (fact(&page.t("conveyed-on"), &page.say.day(on))) }
            @for (field, moment) in [("not-before", &item.not_before), ("not-after", &item.not_after)] {
                @if let Some(moment) = moment { (fact(&page.say.word("field", field), &page.say.moment(moment))) }
            }
            (fact(&page.t("lapse"), &when_void(page, &item.lapses)))
            (fact(&page.t("precedence"), &html! { (page.say.word("precedence", &item.precedence)) }))
            (word("disposition", "disposition", &item.disposition))
            (word("handling", "handling", &item.handling))
            @if item.approve { (fact(&page.t("approval"), &html! { (page.t("approval-first")) })) }
            (word("disclosure", "disclosure", &item.disclosure))
            @if let Some(language) = &item.language { (fact(&page.t("language"), &person(language))) }
            (tie("answers", &item.answers))
            (tie("reaffirms", &item.reaffirms))
            (tie("supersedes", &item.supersedes))
            (tie("superseded-by", &item.superseded_by))
            (tie("same-as", &item.same_as))
            @if !item.maybe_same.is_empty() { (fact(&page.t("maybe-same"), &page.all_named(&item.maybe_same))) }
            @if let Some(said) = item.confirmed {
                (fact(&page.t("confirmed"), &html! { (page.t(if said { "confirmed-yes" } else { "confirmed-no" })) }))
            }
            @if let Some(reason) = &item.reason { (fact(&page.t("reason"), &person(reason))) }
            @if item.to_several { (fact(&page.t("to-several"), &html! { (page.t("to-several-yes")) })) }
            @if !item.read_at.is_empty() { (fact(&page.t("read-at"), &in_line(page, item.read_at.iter().map(|office| whose(page, office))))) }
        }
    }
}

/// A name and what stands beside it.
pub(crate) fn fact(name: &str, value: &Markup) -> Markup {
    html! { div { dt { (name) } dd { (value) } } }
}

/// What custom says of its form.
pub(crate) fn form_rules(page: &Page<'_>, item: &ItemView) -> Markup {
    html! { p.form-rule { strong { (page.say.word("form", &item.form)) } " — " (page.say.word("formrule", &item.form)) } }
}

/// Its words, with conditions, reservations and scope, and the code of its text.
pub(crate) fn whole_words(page: &Page<'_>, item: &ItemView) -> Markup {
    html! {
        @if item.words.is_empty() {
            p.gone { (page.t("words-gone")) }
        } @else {
            (words(&item.words, item.language.as_deref()))
        }
        (terms(page, &item.conditions, &item.invoked, &item.reservations, item.scope.as_deref()))
        @if !item.keep_ambiguous.is_empty() {
            div.terms { h3 { (page.t("keep-ambiguous")) } ul { @for one in &item.keep_ambiguous { li { (person(one)) } } } }
        }
        (translations(page, &item.translations))
        @if let Some(code) = &item.fidelity_code {
            p.code { span { (page.t("fidelity-code")) } " " bdi dir="ltr" lang="en" translate="no" { (code) } }
        }
    }
}

/// Conditions, reservations and scope.
pub(crate) fn terms(
    page: &Page<'_>,
    conditions: &[String],
    invoked: &[u8],
    reservations: &[String],
    scope: Option<&str>,
) -> Markup {
    html! {
        @if !conditions.is_empty() {
            div.terms {
                h3 { (page.t("conditions")) }
                ol {
                    @for (number, condition) in (1_u8..).zip(conditions) {
                        li { (person(condition)) @if invoked.contains(&number) { " " span.chip { (page.t("invoked")) } } }
                    }
                }
            }
        }
        @if !reservations.is_empty() {
            div.terms { h3 { (page.t("reservations")) } ul { @for one in reservations { li { (person(one)) } } } }
        }
        @if let Some(scope) = scope { div.terms { h3 { (page.t("scope")) } p { (person(scope)) } } }
    }
}

/// Translations, each under its grade.
pub(crate) fn translations(page: &Page<'_>, all: &[TranslationView]) -> Markup {
    html! {
        @for one in all {
            details.translation {
                summary {
                    (page.t("translation")) " " (person(&one.language)) " "
                    (chip(page, "grade", &one.grade)) " " (person(&one.translator)) " " (page.say.moment(&one.on))
                }
                (words(&one.text, Some(&one.language)))
            }
        }
    }
}

/// Words of the desk for an addressee, under what they are.
pub(crate) fn said(page: &Page<'_>, one: &SaidView) -> Markup {
    html! {
        article.said {
            p.said-head {
                @if !one.to.is_empty() { span { (page.t("to")) " " (persons(page, &one.to)) } }
                @if let Some(label) = &one.label { (chip(page, "label", label)) }
                @if one.corrects { span.chip { (page.t("correction")) } }
                @if let Some(on) = &one.on { span { (page.say.day(on)) } }
                @if page.is_desk() && one.on.is_some() {
                    span.chip data-family="delivered" data-word=(one.delivered) {
                        (if one.delivered { page.t("delivered") } else { page.t("not-delivered") })
                    }
                }
            }
            (words(&one.words, None))
            (terms(page, &one.conditions, &[], &one.reservations, one.scope.as_deref()))
            (translations(page, &one.translations))
        }
    }
}

/// Which officer had a hand in an item, and in what.
pub(crate) fn hand(page: &Page<'_>, one: &HandView) -> Markup {
    html! {
        (person(&one.officer)) ": " (page.say.word("hand", &one.did))
        @if let Some(on) = &one.on { (page.say.comma()) (page.say.day(on)) }
    }
}
