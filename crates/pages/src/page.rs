//! A whole page: its head, the way about the office, what was just done, and the main part that each page makes.

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use maud::{DOCTYPE, Markup, html};
use office::view::ItemView;

use crate::language::Language;
use crate::parts::text::{in_line, person};
use crate::routes::{DESK_PLACES, PARTY_PLACES, Place};
use crate::say::Say;
use crate::server::{Seen, Visit, what_waits};

/// One page of an office, to be made for one reader.
pub(crate) struct Page<'a> {
    pub(crate) say: Say,
    pub(crate) visit: &'a Visit,
    pub(crate) seen: &'a Seen,
}

impl<'a> Page<'a> {
    pub(crate) fn new(visit: &'a Visit, seen: &'a Seen) -> Self {
        Self { say: Say(visit.language), visit, seen }
    }

    /// A message.
    pub(crate) fn t(&self, key: &str) -> String {
        self.say.t(key)
    }

    /// An address within the office, such as `items/3`.
    pub(crate) fn at(&self, place: &str) -> String {
        format!("{}/{place}", self.visit.folder)
    }

    pub(crate) fn is_desk(&self) -> bool {
        self.seen.view.office.kind == "desk"
    }

    /// The one item that the page is about.
    pub(crate) fn item(&self, no: u32) -> Option<&'a ItemView> {
        self.seen.view.items.iter().find(|item| item.no == no)
    }

    /// A link to an item, by the id that something names it with.
    pub(crate) fn named(&self, id: &str) -> Markup {
        let shown = || self.seen.view.items.iter().find(|item| item.item == id).map(|item| item.no);
        match self.seen.view.numbers.get(id).copied().or_else(shown) {
            Some(no) => self.item_link(no),
            None => html! { (self.t("item-not-here")) },
        }
    }

    /// Links to several items.
    pub(crate) fn all_named<'i>(&self, ids: impl IntoIterator<Item = &'i String>) -> Markup {
        in_line(self, ids.into_iter().map(|id| self.named(id)))
    }

    /// A link to an item.
    pub(crate) fn item_link(&self, no: u32) -> Markup {
        html! { a href=(self.at(&format!("items/{no}"))) { (self.say.with("item-no", &[("n", no.into())])) } }
    }

    /// A channel's name, as a link to it.
    pub(crate) fn channel_link(&self, id: &str) -> Markup {
        let found = self.seen.view.channels.iter().zip(1_u32..).find(|(channel, _)| channel.channel == id);
        match found {
            Some((channel, no)) => {
                html! { a href=(self.at(&format!("channels/{no}"))) { (person(&channel.name)) } }
            }
            None => html! {},
        }
    }

    /// The page, with its title and main part. `here` is where on the way about it belongs.
    pub(crate) fn whole(&self, here: &str, title: &str, main: &Markup) -> Response {
        self.whole_as(StatusCode::OK, here, title, main)
    }

    /// The same with a status of its own, for a form that has to be looked at again.
    pub(crate) fn whole_as(&self, status: StatusCode, here: &str, title: &str, main: &Markup) -> Response {
        let language = self.visit.language;
        // A browser writes titles into its history: no name is in them.
        let kind = self.say.word("office", &self.seen.view.office.kind);
        let page = html! {
            (DOCTYPE)
            html lang=(language.tag()) dir=(language.dir()) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    // No browser offers to have a vault's texts translated somewhere else.
                    meta name="google" content="notranslate";
                    meta name="htmx-config" content=r#"{"includeIndicatorCSS":false}"#;
                    title { (title) " · " (kind) }
                    link rel="icon" href=(self.at("assets/mark.svg")) type="image/svg+xml";
                    link rel="stylesheet" href=(self.at("assets/style.css"));
                    script defer src=(self.at("assets/htmx.js")) {}
                    script defer src=(self.at("assets/page.js")) {}
                    script defer src=(self.at("assets/watch.js")) {}
                }
                body data-alarm=(self.at("alarm"))
                    data-urgent=(self.t("alarm-urgent")) data-flash=(self.t("alarm-flash")) {
                    a.skip href="#main" { (self.t("skip")) }
                    (self.top())
                    (self.way_about(here))
                    main #main tabindex="-1" {
                        (what_waits(self.say))
                        (self.done())
                        (main)
                    }
                    (self.foot())
                }
            }
        };
        (status, Html(page.into_string())).into_response()
    }

    /// Whose office it is, in a text.
    fn name(&self) -> String {
        let office = &self.seen.view.office;
        if office.name.is_empty() { self.t("office-unnamed") } else { office.name.clone() }
    }

    fn top(&self) -> Markup {
        let office = &self.seen.view.office;
        html! {
            header.top {
                a.whose href=(self.at("")) {
                    span.name { (person(&self.name())) }
                    span.kind {
                        (self.say.word("office", &office.kind))
                        @if let Some(envoy) = &office.envoy { " · " (person(envoy)) }
                        @if !self.visit.officer.is_empty() { " · " (person(&self.visit.officer)) }
                    }
                }
                form.search role="search" aria-label=(self.t("find-anywhere")) method="post" action=(self.at("find")) {
                    input type="search" name="find" dir="auto" maxlength="200" autocomplete="off"
                        aria-label=(self.t("find-anywhere")) placeholder=(self.t("find-anywhere"));
                    button type="submit" { (self.t("find-do")) }
                }
                @if self.is_desk() {
                    a.button href=(self.at("ask")) { (self.say.word("do", "ask")) }
                } @else {
                    a.button.primary href=(self.at("lodge")) { (self.t("lodge")) }
                }
            }
        }
    }

    fn way_about(&self, here: &str) -> Markup {
        let places: &[(&str, &[Place])] = if self.is_desk() { DESK_PLACES } else { PARTY_PLACES };
        html! {
            nav.about aria-label=(self.t("nav")) {
                @for (group, places) in places {
                    div.group {
                        p.group-name { (self.say.word("nav", group)) }
                        ul {
                            @for place in *places {
                                li {
                                    a href=(self.at(place.path)) aria-current=[(place.path == here).then_some("page")] {
                                        (self.say.word("place", place.word))
                                        @if place.path.is_empty() { (self.waiting()) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// How many matters wait, and how urgent the most urgent is; kept up to date where scripts run.
    pub(crate) fn waiting(&self) -> Markup {
        let waiting = self.seen.view.outstanding.len();
        html! {
            span #waiting.count data-urgent=[self.seen.view.alarm.as_deref()] data-none[waiting == 0]
                hx-get=(self.at("waiting")) hx-trigger="every 20s" hx-swap="outerHTML" {
                span aria-hidden="true" { (self.say.number(waiting)) }
                span.unseen { " " (self.say.with("waiting-count", &[("n", waiting.into())])) }
            }
        }
    }

    /// What was just done, where the address says so.
    fn done(&self) -> Markup {
        let done = self.visit.query.given("done").and_then(|done| self.say.known_word("done", done));
        html! { @if let Some(done) = done { p.done role="status" { (done) } } }
    }

    fn foot(&self) -> Markup {
        html! {
            footer.foot {
                form method="post" action=(self.at("language")) {
                    input type="hidden" name="back" value=(self.visit.address);
                    p #languages-name { (self.t("language-choose")) }
                    ul.languages aria-labelledby="languages-name" {
                        @for language in Language::ALL {
                            li {
                                button.plain type="submit" name="language" value=(language.tag())
                                    lang=(language.tag()) dir=(language.dir())
                                    aria-pressed=(language == self.visit.language) { (language.name()) }
                            }
                        }
                    }
                }
                form method="post" action=(self.at("leave")) {
                    button.plain type="submit" { (self.t("leave")) }
                }
            }
        }
    }
}
