//! A channel as a picture: a lane for each party, the desk and the public, time downwards, and in it what befell each item.
//! At a party's office its own part of it: the party and the desk.
//!
//! The picture is a table whose one column is drawn. What is drawn there is also said there, for whoever does not see it, so
//! that the text is not another one beside it; and a table parts well at the edge of a sheet of paper.
//! [`layout`] says where everything lies, [`draw`] draws it. Everything in it is the view's.

mod draw;
mod layout;

use std::collections::BTreeMap;

use axum::Extension;
use axum::extract::State;
use axum::response::Response;
use maud::{Markup, html};
use office::view::{ChannelView, ItemView, MomentView, NoteView, ReadoutView, Who};

use self::draw::Drawing;
use self::layout::{Event, Kind, Lane, Row, lay_out};
use super::channels;
use crate::page::Page;
use crate::parts::item::{is_screen_only, status_block};
use crate::parts::list::{earlier, nothing};
use crate::parts::text::{beginning, person};
use crate::say::seconds;
use crate::server::{House, No, Trouble, Visit};

/// Where the desk's lane is: after the first party's.
const DESK: Lane = 1;
/// What arrives within so many seconds of its release is drawn with it.
const TOGETHER: i64 = 60;
const DAY: i64 = 86_400;

/// One channel's picture, by its place among the channels.
pub(crate) async fn page(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    No(no): No,
) -> Result<Response, Trouble> {
    let (channel, seen) = channels::numbered(&house, &visit, no, true).await?;
    let page = Page::new(&visit, &seen);
    let place = format!("channels/{no}/picture");
    let title = page.t("picture");
    let main = html! {
        h1 { (title) ": " a href=(page.at(&format!("channels/{no}"))) { (person(&channel.name)) } }
        (status_block(&page, &channel.status))
        @if seen.view.items.is_empty() {
            @let first = page.t(if page.is_desk() { "no-items-desk" } else { "no-items-party" });
            (nothing(&page.t("no-items"), &first))
        } @else {
            (Picture::of(&page, &channel).whole())
        }
        (earlier(&page, &place))
    };
    Ok(page.whole("channels", &title, &main))
}

/// What a row tells of.
enum Told<'a> {
    Item(&'a ItemView, &'a MomentView),
    Note(&'a NoteView),
    Readout(&'a ReadoutView),
}

impl Told<'_> {
    fn on(&self) -> &str {
        match self {
            Self::Item(_, moment) => &moment.on,
            Self::Note(note) => &note.on,
            Self::Readout(readout) => readout.published_on.as_deref().unwrap_or_default(),
        }
    }
}

struct Picture<'a> {
    page: &'a Page<'a>,
    lanes: Vec<Named<'a>>,
    /// Which party is in which lane, at the desk.
    of_party: BTreeMap<u32, Lane>,
    events: Vec<Event>,
    told: Vec<Told<'a>>,
}

/// Whose lane it is: a party, in its own words; or one of ours.
enum Named<'a> {
    Person(&'a str),
    Ours(&'static str),
}

impl Named<'_> {
    fn shown(&self, page: &Page<'_>) -> Markup {
        match self {
            Self::Person(name) => person(name),
            Self::Ours(key) => html! { (page.t(key)) },
        }
    }
}

impl<'a> Picture<'a> {
    fn of(page: &'a Page<'a>, channel: &'a ChannelView) -> Self {
        let view = &page.seen.view;
        let mut lanes: Vec<Named<'a>> = Vec::new();
        let mut of_party = BTreeMap::new();
        if page.is_desk() {
            for number in &channel.parties {
                let name = view.parties.iter().find(|party| party.party == *number).map(|party| party.name.as_str());
                of_party.insert(*number, if lanes.is_empty() { 0 } else { lanes.len() + 1 });
                lanes.push(Named::Person(name.unwrap_or_default()));
            }
            lanes.insert(DESK.min(lanes.len()), Named::Ours("lane-desk"));
            lanes.push(Named::Ours("lane-public"));
        } else {
            lanes = vec![Named::Person(&view.office.name), Named::Ours("lane-desk")];
        }
        let mut picture = Self { page, lanes, of_party, events: Vec::new(), told: Vec::new() };
        for item in &view.items {
            picture.take_item(item);
        }
        if page.is_desk() {
            picture.take_public(channel);
        }
        picture
    }

    fn lane(&self, who: Who) -> Lane {
        match who {
            Who::Desk => DESK,
            Who::Here => 0,
            Who::Party(number) => self.of_party.get(&number).copied().unwrap_or(DESK),
        }
    }

    fn public(&self) -> Lane {
        self.lanes.len().saturating_sub(1)
    }

    /// What befell one item.
    fn take_item(&mut self, item: &'a ItemView) {
        let mut before = i64::MIN;
        let first = self.events.len();
        for moment in &item.moments {
            let at = order(&moment.on, before);
            before = at;
            if moment.what == "delivered" && self.arrives(first, self.lane(moment.from), at) {
                continue;
            }
            let event = self.event(item, moment, at);
            self.events.push(event);
            self.told.push(Told::Item(item, moment));
        }
    }

    /// Whether something that was released a moment before is with this party by now, and so needs no row of its own.
    fn arrives(&mut self, first: usize, lane: Lane, at: i64) -> bool {
        let of_item = self.events.iter_mut().skip(first).rev();
        let released = of_item.into_iter().find(|event| event.on_the_way.contains(&lane));
        let Some(event) = released.filter(|event| at.saturating_sub(event.at) < TOGETHER) else { return false };
        event.on_the_way.retain(|one| *one != lane);
        event.waits.push(lane);
        true
    }

    fn event(&self, item: &ItemView, moment: &MomentView, at: i64) -> Event {
        let from = self.lane(moment.from);
        let to: Vec<Lane> = moment.to.iter().map(|who| self.lane(*who)).collect();
        let mut event = Event {
            at,
            of: item.no,
            kind: Kind::Passes,
            from,
            to,
            on_the_way: Vec::new(),
            waits: Vec::new(),
            settles: Vec::new(),
            is_over: false,
        };
        match moment.what.as_str() {
            "lodged" | "told" | "invoked" => event.waits = vec![DESK],
            "said" => (event.kind, event.waits) = (Kind::Within, vec![DESK]),
            "rendered" | "admitted" => event.kind = Kind::Within,
            "released" | "corrected" | "invocation-released" => {
                event.kind = Kind::Conveyed;
                event.settles = vec![(DESK, item.no)];
                if self.page.is_desk() {
                    event.on_the_way.clone_from(&event.to);
                }
            }
            "delivered" => (event.kind, event.waits) = (Kind::Within, vec![from]),
            "conveyed" => (event.kind, event.waits) = (Kind::Conveyed, event.to.clone()),
            "put-to-author" => event.waits.clone_from(&event.to),
            "approved" | "objected-to" | "disposed" => event.settles = vec![(from, item.no)],
            "returned" | "recalled" | "superseded" | "denied" => event.is_over = true,
            "lapsed" | "voided" => (event.kind, event.is_over) = (Kind::Ends, true),
            _ => {}
        }
        let answered = item.answers.as_ref().filter(|_| comes_first(moment));
        event.settles.extend(answered.and_then(|id| self.page.seen.view.number_of(id)).map(|no| (from, no)));
        event
    }

    /// What was said in public of what is shown here.
    fn take_public(&mut self, channel: &ChannelView) {
        let view = &self.page.seen.view;
        let shown = |id: &String| view.items.iter().find(|item| item.item == *id);
        let mut public = Vec::new();
        for note in view.notes.iter().filter(|note| note.kind != "exposure") {
            let Some(item) = note.items.iter().find_map(shown) else { continue };
            let author = item.party.map_or(DESK, |party| self.lane(Who::Party(party)));
            public.push((if note.kind == "statement" { author } else { DESK }, Told::Note(note)));
        }
        for readout in view.readouts.iter().filter(|one| one.published_on.is_some()) {
            let latest = self.page.visit.query.read::<u32>("before").is_none();
            let of_these =
                readout.mentions.iter().any(|id| shown(id).is_some()) || (readout.mentions.is_empty() && latest);
            if readout.channel.as_ref() == Some(&channel.channel) && of_these {
                public.push((DESK, Told::Readout(readout)));
            }
        }
        for (from, told) in public {
            // Of its day no more is known: it stands at the end of it.
            let at = order(told.on(), i64::MIN).saturating_add(DAY - 1);
            let kind = if from == DESK { Kind::Conveyed } else { Kind::Passes };
            let (on_the_way, waits, settles) = (Vec::new(), Vec::new(), Vec::new());
            let to = vec![self.public()];
            self.events.push(Event { at, of: 0, kind, from, to, on_the_way, waits, settles, is_over: false });
            self.told.push(told);
        }
    }

    fn whole(&self) -> Markup {
        let rows = lay_out(&self.events);
        let mirrored = self.page.visit.language.dir() == "rtl";
        let drawing = Drawing::new(self.lanes.len(), mirrored, rows.iter().map(|(_, row)| row));
        let told = |at: usize| self.told.get(at);
        let day = |(at, _): &(usize, Row)| told(*at).map(|told| told.on().get(..10).unwrap_or_default());
        html! {
            (drawing.pieces())
            p.lead { (self.page.t("picture-about")) }
            (self.legend())
            div.scrolls tabindex="0" role="region" aria-label=(self.page.t("picture")) {
                table.picture data-lanes=(drawing.breadth()) {
                    thead { tr {
                        th scope="col" { (self.page.t("when")) }
                        th.lanes scope="col" {
                            span.unseen { (self.page.t("picture-between")) }
                            span.lane-names aria-hidden="true" { @for lane in &self.lanes { span { (lane.shown(self.page)) } } }
                        }
                        th scope="col" { (self.page.t("picture-what")) }
                    } }
                    @for of_day in rows.chunk_by(|one, next| day(one) == day(next)) {
                        tbody {
                            @if let Some(first) = of_day.first() { (self.day(&drawing, day(first).unwrap_or_default(), &first.1)) }
                            @for (at, row) in of_day {
                                @if let (Some(told), Some(event)) = (told(*at), self.events.get(*at)) {
                                    tr {
                                        td.hour { (self.page.say.hour(told.on())) }
                                        td.lanes { (drawing.used(row)) (self.between(event)) }
                                        td { (self.what(told)) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// The head of a day: its lanes go on as they were.
    fn day(&self, drawing: &Drawing, day: &str, next: &Row) -> Markup {
        let above =
            Row { waits_above: next.waits_above.clone(), waits_below: next.waits_above.clone(), ..Row::default() };
        html! {
            tr.day {
                th scope="rowgroup" { (self.page.say.day(day)) }
                td.lanes { (drawing.lanes_alone(&above)) }
                td {}
            }
        }
    }

    /// The same in words as what is drawn.
    fn between(&self, event: &Event) -> Markup {
        let name = |lane: Lane| self.lanes.get(lane).map(|lane| lane.shown(self.page));
        html! {
            span.unseen {
                @if let Some(from) = name(event.from) { (from) }
                @for (at, to) in event.to.iter().enumerate() {
                    @if at == 0 { " " (self.page.t("to")) " " } @else { (self.page.say.comma()) }
                    @if let Some(to) = name(*to) { (to) }
                    @if event.on_the_way.contains(to) { " (" (self.page.t("not-delivered")) ")" }
                }
            }
        }
    }

    fn legend(&self) -> Markup {
        let mark = |key: &'static str, drawn: Markup| {
            html! { li { svg width="1.2rem" height="1.2rem" viewBox="0 0 12 12" aria-hidden="true" { (drawn) } (self.page.t(key)) } }
        };
        html! {
            ul.legend {
                (mark("picture-passes", html! { circle.begins cx="6" cy="6" r="3.4" {} }))
                (mark("picture-conveyed", html! { path.head data-conveys d="M2 2L10 6L2 10z" {} }))
                @if self.page.is_desk() {
                    (mark("picture-on-its-way", html! { path.head data-conveys data-open d="M2 2L10 6L2 10z" {} }))
                }
                (mark("picture-within", html! { circle.within cx="6" cy="6" r="3" {} }))
                (mark("picture-ends", html! { line.ends x1="1" x2="11" y1="6" y2="6" {} }))
                (mark("picture-waits", html! { line.waits x1="6" x2="6" y1="0" y2="12" {} }))
            }
        }
    }

    /// What happened, in words.
    fn what(&self, told: &Told<'_>) -> Markup {
        let page = self.page;
        match told {
            Told::Item(item, moment) => html! {
                p.row-what {
                    (page.item_link(item.no)) " " (page.say.word("moment", &moment.what))
                    (self.with(moment))
                    @if comes_first(moment) { (self.came_as(item)) }
                }
                (self.words(item, moment))
            },
            Told::Note(note) => html! {
                p.row-what {
                    a href=(page.at("notes")) { (page.say.word("note", &note.kind)) } ": " (page.all_named(&note.items))
                }
                @if let Some(occasion) = &note.occasion { p.row-words { (beginning(occasion)) } }
            },
            Told::Readout(readout) => html! {
                p.row-what {
                    a href=(page.at("readouts")) { (page.say.with("readout-no", &[("n", readout.no.into())])) } " "
                    (page.say.word("readoutstate", &readout.state)) ": " (page.all_named(&readout.mentions))
                }
                p.row-words { (beginning(&readout.text)) }
            },
        }
    }

    fn with(&self, moment: &MomentView) -> Markup {
        let say = self.page.say;
        html! {
            @if let Some(with) = &moment.with {
                " · "
                @match moment.what.as_str() {
                    "disposed" => (say.word("disposition", with)),
                    "invoked" | "invocation-released" => (say.with("condition-no", &[("n", with.parse::<u32>().unwrap_or(0).into())])),
                    _ => (say.word("label", with)),
                }
            }
        }
    }

    /// Its form, how urgent it is, and how it stands to earlier ones.
    fn came_as(&self, item: &ItemView) -> Markup {
        let page = self.page;
        let ties =
            [("tie-answers", &item.answers), ("tie-reaffirms", &item.reaffirms), ("tie-supersedes", &item.supersedes)];
        html! {
            " · " (page.say.word("form", &item.form))
            @if item.precedence != "routine" { " · " strong { (page.say.word("precedence", &item.precedence)) } }
            @for (key, id) in ties { @if let Some(id) = id { " · " (page.t(key)) " " (page.named(id)) } }
        }
    }

    /// The beginning of the words, where they were said and where others were conveyed; never of what is for a screen alone.
    fn words(&self, item: &ItemView, moment: &MomentView) -> Markup {
        let conveyed = || {
            let corrects = moment.what == "corrected";
            let same = |one: &&office::view::SaidView| one.corrects == corrects && one.label == moment.with;
            item.conveyed.iter().find(same).map(|one| one.words.as_str()).filter(|words| *words != item.words)
        };
        let words = match moment.what.as_str() {
            _ if is_screen_only(item) => None,
            "lodged" | "told" | "said" | "confided" | "conveyed" => Some(item.words.as_str()),
            "released" | "corrected" if item.side != "received" => conveyed(),
            _ => None,
        };
        html! { @if let Some(words) = words.filter(|words| !words.is_empty()) { p.row-words { (beginning(words)) } } }
    }
}

/// Whether it is by this that the item is here.
fn comes_first(moment: &MomentView) -> bool {
    ["lodged", "told", "said", "confided", "conveyed"].contains(&moment.what.as_str())
}

/// What a moment is ordered by. Of a day no more is known than that it came after what it follows from.
fn order(on: &str, before: i64) -> i64 {
    seconds(on).unwrap_or_else(|| {
        let start = seconds(&format!("{on}T00:00:00Z")).unwrap_or(before);
        if before.saturating_sub(start) < DAY { start.max(before) } else { start }
    })
}
