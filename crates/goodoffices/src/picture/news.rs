//! What an office shows now that it did not show before: who was told what.

use std::collections::BTreeSet;

use jiff::Timestamp;
use office::view::{ItemView, SaidView, View};
use rehearsal::scenario::{Office, Scenario};

use super::acts::{name as party_name, terms_of, whose, within};
use super::{DESK, Event, Lanes, Tone};

/// One look into an office: what it shows, and the scenario's names for its items, in the same order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Look {
    /// What it shows.
    pub(crate) view: View,
    /// What the scenario calls its items.
    pub(crate) names: Vec<String>,
}

impl Look {
    fn item(&self, id: &str) -> Option<&ItemView> {
        self.view.items.iter().find(|item| item.item == id)
    }
}

/// Finds what is new in an office, and keeps in mind which words were shown already within the same step.
pub(crate) struct News<'s> {
    scenario: &'s Scenario,
    lanes: Lanes,
    at: i64,
    shown: BTreeSet<String>,
}

impl<'s> News<'s> {
    /// News at a moment.
    pub(crate) fn at(scenario: &'s Scenario, lanes: &Lanes, at: i64) -> Self {
        Self { scenario, lanes: lanes.clone(), at, shown: BTreeSet::new() }
    }

    /// Everything that a party's office shows now and did not show before.
    pub(crate) fn of(&mut self, office: &Office, before: &Look, now: &Look) -> Vec<Event> {
        let mut events = Vec::new();
        for (item, name) in now.view.items.iter().zip(&now.names) {
            let old = before.item(&item.item);
            match item.side.as_str() {
                "received" => self.received(office, old, item, name, &mut events),
                "authored" => self.authored(office, old, item, name, &mut events),
                _ => {}
            }
        }
        for question in now.view.questions.iter().skip(before.view.questions.len()) {
            events.push(self.told(office, "is asked, in private").saying(&question.text));
        }
        self.beside_items(office, before, now, &mut events);
        for matter in now.view.outstanding.iter().filter(|matter| matter.waits_for == "countersign") {
            if !before.view.outstanding.contains(matter) {
                let item = name_of(now, &matter.id);
                events.push(self.told(office, &format!("is asked for the principal's mark to {item}")));
            }
        }
        events
    }

    /// What is told of what is no item: once for all offices of a lane.
    fn beside_items(&mut self, office: &Office, before: &Look, now: &Look, events: &mut Vec<Event>) {
        let (old, new) = (&before.view, &now.view);
        let mut told: Vec<(String, Option<&str>)> = Vec::new();
        for one in new.interests.iter().skip(old.interests.len()) {
            told.push(("is told of an interest of the desk's own".to_owned(), Some(&one.words)));
        }
        for one in &new.proposals {
            let known = old.proposals.iter().find(|known| known.proposal == one.proposal);
            if known.is_none() {
                told.push((format!("is shown {} numbered options, to answer under seal", one.options.len()), None));
            }
            if let Some(common) = one.common.as_ref().filter(|_| known.is_none_or(|known| known.common.is_none())) {
                let common: Vec<String> = common.iter().map(ToString::to_string).collect();
                let what = if common.is_empty() { "none of them".to_owned() } else { common.join(" and ") };
                told.push((format!("learns what all would take of proposal {}: {what}", one.number), None));
            }
        }
        for one in new.offers.iter().filter(|one| !old.offers.iter().any(|known| known.offer == one.offer)) {
            told.push(("is made an offer".to_owned(), Some(&one.text)));
        }
        for one in new.notes.iter().skip(old.notes.len()) {
            let occasion = one.occasion.as_deref().unwrap_or_default();
            told.push((format!("is warned of what is said in public: {occasion}"), None));
        }
        for one in &new.readouts {
            let known = old.readouts.iter().find(|known| known.readout == one.readout);
            if known.is_none_or(|known| known.revision < one.revision) {
                told.push(("is asked to clear this".to_owned(), Some(&one.text)));
            }
        }
        for (what, words) in told {
            let lane = self.lanes.of_office(office);
            if self.shown.insert(format!("{lane} {what} {}", words.unwrap_or_default())) {
                let event = self.told(office, &what);
                events.push(match words {
                    Some(words) => event.saying(words),
                    None => event,
                });
            }
        }
    }

    fn told(&self, office: &Office, what: &str) -> Event {
        let what = format!("{} {what}", whose(self.scenario, office));
        Event::between(self.at, DESK, self.lanes.of_office(office), Tone::Told, what)
    }

    /// Told once for all offices of a lane, and at its own time.
    fn lapsed(&mut self, office: &Office, item: &ItemView, name: &str, events: &mut Vec<Event>) {
        let lane = self.lanes.of_office(office);
        if self.shown.insert(format!("{lane} {name} has lapsed")) {
            let at = item.lapses.parse::<Timestamp>().map_or(self.at, Timestamp::as_second);
            let who = office.party().map_or_else(String::new, |party| party_name(self.scenario, party));
            events.push(Event::within(at, lane, Tone::Quiet, format!("{name} has lapsed for {}", within(&who))));
        }
    }

    fn received(
        &mut self,
        office: &Office,
        old: Option<&ItemView>,
        item: &ItemView,
        name: &str,
        events: &mut Vec<Event>,
    ) {
        let Some(old) = old else {
            let own = item.from.sentence == self.scenario.desk.name;
            let from = if own { format!("{}, in its own words", item.from) } else { format!("\"{}\"", item.from) };
            events.push(if self.shown.insert(item.words.clone()) {
                let mut event = self.told(office, &format!("is told, by {from} ({name})")).saying(&item.words);
                event.beside = terms(item);
                event
            } else {
                self.told(office, &format!("is told the same, by {from}"))
            });
            return;
        };
        if item.corrected.len() > old.corrected.len() && self.shown.insert(format!("{} {name}", item.words)) {
            let event = self.told(office, &format!("is told of a correction ({name}); both stay"));
            events.push(event.saying(&item.words));
        }
        if item.state != old.state && item.state.starts_with("lapsed") {
            self.lapsed(office, item, name, events);
        }
    }

    fn authored(
        &mut self,
        office: &Office,
        old: Option<&ItemView>,
        item: &ItemView,
        name: &str,
        events: &mut Vec<Event>,
    ) {
        let none = ItemView::default();
        let old = old.unwrap_or(&none);
        if item.to_approve.len() > old.to_approve.len() {
            events.push(self.told(office, &format!("is asked to approve these words for {name}")));
        }
        for said in item.conveyed.iter().skip(old.conveyed.len()) {
            let what =
                if said.corrects { "is told of that correction too" } else { "is shown what was conveyed in its name" };
            events.push(self.told(office, &format!("{what} ({name}){}", to(said))));
        }
        if item.state != old.state {
            match item.state.as_str() {
                "returned" => events.push(self.told(office, &format!("has {name} back"))),
                "recalled" => events.push(self.told(office, &format!("has {name} back: nobody was told"))),
                "held" => {
                    events.push(self.told(office, &format!("learns that {name} is held for the desk's decision")))
                }
                "lapsed" | "lapsed-unread" => self.lapsed(office, item, name, events),
                _ => {}
            }
        }
    }
}

/// Label, day, what belongs to the words, and the status block.
fn terms(item: &ItemView) -> Vec<String> {
    let label = item.label.as_deref().map(|label| format!("{label}; "));
    let day = item.conveyed_on.as_deref().unwrap_or_default();
    let as_of = item.as_of.as_deref().map(|as_of| format!("; as of {as_of}")).unwrap_or_default();
    let mut terms = vec![format!("{}conveyed on {day}{as_of}", label.unwrap_or_default())];
    terms.extend(terms_of(&item.conditions, &item.reservations, item.scope.as_deref()));
    if !item.status.is_empty() {
        terms.push(item.status.join(", "));
    }
    terms
}

fn to(said: &SaidView) -> String {
    if said.to.is_empty() { String::new() } else { format!(", to \"{}\"", said.to.join("\" and \"")) }
}

fn name_of(look: &Look, id: &str) -> String {
    let found = look.view.items.iter().zip(&look.names).find(|(item, _)| item.item == *id);
    found.map_or_else(|| id.to_owned(), |(_, name)| name.clone())
}
