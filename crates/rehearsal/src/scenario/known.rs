//! What names refer to while a file is read: parties, officers, envoys, channels, steps, and what steps have made.
//!
//! A first pass over the raw steps ([`Known::sight`]) tells "made only later" from "made nowhere", and finds the
//! envoys that any step appoints; what a step may refer to is only what the steps before it have made.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use toml::de::DeTable;

use super::keys::{Slot, Text};
use super::malformed::{At, Faults, list, meant};
use super::verbs::VERBS;
use super::who::{Actor, Office, Place, Witness};
use super::{Channel, Desk};

/// What steps make and refer to; each kind has its own names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Item,
    Proposal,
    Offer,
    Readout,
    Pair,
    Paper,
}

/// The verbs that make something, what it is, and the key that names it.
const MAKERS: &[(&str, Kind)] = &[
    ("lodge", Kind::Item),
    ("confide", Kind::Item),
    ("declare", Kind::Item),
    ("intake", Kind::Item),
    ("outreach", Kind::Item),
    ("ask", Kind::Item),
    ("propose", Kind::Proposal),
    ("offer", Kind::Offer),
    ("draft", Kind::Readout),
    ("pair", Kind::Pair),
    ("table", Kind::Paper),
];

/// Something that a step made.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Made {
    /// The line of the step.
    pub(super) line: usize,
    /// The step expects to be refused, so that another may make it.
    pub(super) refused: bool,
    /// How many conditions an item has, or options a proposal.
    pub(super) parts: usize,
}

/// What is known so far.
pub(super) struct Known<'a> {
    pub(super) faults: &'a Faults,
    pub(super) desk: Desk,
    pub(super) parties: Vec<String>,
    pub(super) channels: Vec<Channel>,
    envoys: BTreeSet<(String, String)>,
    /// Each step's id with its number.
    steps: BTreeMap<String, usize>,
    made: BTreeMap<(Kind, String), Made>,
    /// Everything that any step makes, with the first that does.
    sighted: BTreeMap<(Kind, String), Sighted>,
    /// The number of the step that is being read.
    pub(super) reading: usize,
}

/// Where something is made first.
#[derive(Clone, Copy)]
struct Sighted {
    step: usize,
    line: usize,
}

impl Kind {
    pub(super) fn key(self) -> &'static str {
        match self {
            Self::Item => "item",
            Self::Proposal => "proposal",
            Self::Offer => "offer",
            Self::Readout => "readout",
            Self::Pair => "pair",
            Self::Paper => "paper",
        }
    }
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.key())
    }
}

fn raw<'t>(table: &'t DeTable<'_>, key: &str) -> Option<(&'t str, At)> {
    let (_, value) = table.iter().find(|(name, _)| *name.get_ref() == key)?;
    Some((value.get_ref().as_str()?, At(value.span().start)))
}

impl<'a> Known<'a> {
    pub(super) fn of(faults: &'a Faults) -> Self {
        let desk = Desk { name: String::new(), officers: vec!["desk".to_owned()], two_officers: false };
        Self {
            faults,
            desk,
            parties: Vec::new(),
            channels: Vec::new(),
            envoys: BTreeSet::new(),
            steps: BTreeMap::new(),
            made: BTreeMap::new(),
            sighted: BTreeMap::new(),
            reading: 0,
        }
    }

    /// The first pass over a raw step: its id, whom it appoints, what it makes.
    pub(super) fn sight(&mut self, number: usize, step: &DeTable<'_>) {
        if let Some((id, at)) = raw(step, "id") {
            if id.trim().is_empty() {
                self.faults.add(at, "`id`: is empty");
            } else if let Some(before) = self.steps.get(id) {
                self.faults.add(at, format!("`id`: `{id}` is the id of step {before} already"));
            } else {
                self.steps.insert(id.to_owned(), number);
            }
        }
        let verb = raw(step, "do").map_or("", |(verb, _)| verb);
        if let (true, Some((by, _)), Some((envoy, _))) = (verb == "appoint", raw(step, "by"), raw(step, "envoy")) {
            let party = by.split_once('/').map_or(by, |(party, _)| party);
            self.envoys.insert((party.to_owned(), envoy.to_owned()));
        }
        // A verb that there is not has a fault of its own; it may have been meant to make what it names.
        let unheard_of = !VERBS.iter().any(|(_, name, _)| *name == verb);
        for (_, kind) in MAKERS.iter().filter(|(maker, _)| *maker == verb || unheard_of) {
            if let Some((name, at)) = raw(step, kind.key()) {
                let first = Sighted { step: number, line: self.faults.line(at) };
                self.sighted.entry((*kind, name.to_owned())).or_insert(first);
            }
        }
    }

    /// Notes what a step makes, under a name that must be new.
    pub(super) fn make(&mut self, kind: Kind, slot: &Slot<'_>, made: Made) -> String {
        let name = slot.text().unwrap_or_default();
        if slot.is_there() && name.trim().is_empty() {
            slot.fault("a name is meant, not an empty text");
        }
        match self.made.get(&(kind, name.clone())) {
            Some(before) if !before.refused => {
                slot.fault(format_args!("line {} has made {} `{name}` already", before.line, a(kind)));
            }
            _ => {
                self.made.insert((kind, name.clone()), made);
            }
        }
        name
    }

    /// A reference to something that an earlier step made.
    pub(super) fn refer(&self, kind: Kind, slot: &Slot<'_>) -> Option<String> {
        let name = slot.spanned_text()?;
        self.must_be_made(kind, &name);
        Some(name.text)
    }

    pub(super) fn must_be_made(&self, kind: Kind, name: &Text) {
        let key = (kind, name.text.clone());
        if self.made.contains_key(&key) {
            return;
        }
        match self.sighted.get(&key) {
            // The step that was to make it has a fault of its own.
            Some(first) if first.step < self.reading => {}
            Some(first) => {
                let what =
                    format!("no step before this one makes {} `{}`; line {} does", a(kind), name.text, first.line);
                self.faults.add(name.at, what);
            }
            None => {
                let names = self.sighted.keys().filter(|(of, _)| *of == kind).map(|(_, name)| name.as_str());
                let hint = meant(&name.text, names);
                self.faults.add(name.at, format!("no step makes {} `{}`: {hint}", a(kind), name.text));
            }
        }
    }

    /// How many conditions or options something has.
    pub(super) fn parts(&self, kind: Kind, name: &str) -> Option<usize> {
        self.made.get(&(kind, name.to_owned())).map(|made| made.parts)
    }

    /// A name on a board: anything that any step makes.
    pub(super) fn must_be_sighted(&self, name: &Text) {
        if !self.sighted.keys().any(|(_, sighted)| *sighted == name.text) {
            let hint = meant(&name.text, self.sighted.keys().map(|(_, sighted)| sighted.as_str()));
            self.faults.add(name.at, format!("no step makes anything called `{}`: {hint}", name.text));
        }
    }

    pub(super) fn must_be_party(&self, name: &Text) -> bool {
        let known = self.parties.contains(&name.text);
        if !known {
            let hint = meant(&name.text, self.parties.iter().map(String::as_str));
            self.faults.add(name.at, format!("no party has the id `{}`: {hint}", name.text));
        }
        known
    }

    pub(super) fn must_be_channel(&self, name: &Text) -> Option<&Channel> {
        let known = self.channels.iter().find(|channel| channel.id == name.text);
        if known.is_none() {
            let hint = meant(&name.text, self.channels.iter().map(|channel| channel.id.as_str()));
            self.faults.add(name.at, format!("no channel has the id `{}`: {hint}", name.text));
        }
        known
    }

    pub(super) fn must_be_envoy(&self, party: &str, envoy: &Text) {
        if !self.envoys.contains(&(party.to_owned(), envoy.text.clone())) {
            let others = self.envoys.iter().filter(|(of, _)| of == party).map(|(_, envoy)| envoy.as_str());
            let hint = meant(&envoy.text, others);
            self.faults.add(envoy.at, format!("no step of {party} appoints an envoy `{}`: {hint}", envoy.text));
        }
    }

    /// The number of the step of an id.
    pub(super) fn step(&self, id: &Text) -> Option<usize> {
        let number = self.steps.get(&id.text).copied();
        if number.is_none() {
            let hint = meant(&id.text, self.steps.keys().map(String::as_str));
            self.faults.add(id.at, format!("no step has the id `{}`: {hint}", id.text));
        }
        number
    }

    /// Who acts.
    pub(super) fn actor(&self, by: &Text) -> Option<Actor> {
        match (by.text.as_str(), by.text.split_once('/')) {
            ("clock", _) => Some(Actor::Clock),
            ("public", _) => Some(Actor::Public),
            ("fault", _) => Some(Actor::Fault),
            ("desk", _) => Some(Actor::Desk { officer: self.desk.officers.first().cloned().unwrap_or_default() }),
            (_, Some(("desk", officer))) => {
                if !self.desk.officers.iter().any(|known| known == officer) {
                    let hint = meant(officer, self.desk.officers.iter().map(String::as_str));
                    self.faults.add(by.at, format!("the desk has no officer `{officer}`: {hint}"));
                }
                Some(Actor::Desk { officer: officer.to_owned() })
            }
            (_, Some((party, envoy))) if self.is_party(party) => {
                self.must_be_envoy(party, &Text { at: by.at, text: envoy.to_owned() });
                Some(Actor::Envoy { party: party.to_owned(), envoy: envoy.to_owned() })
            }
            (party, None) if self.is_party(party) => Some(Actor::Principal(party.to_owned())),
            _ => {
                let actors = self.parties.iter().map(String::as_str).chain(["desk", "clock", "public", "fault"]);
                self.faults.add(by.at, format!("nobody acts as `{}`: {}", by.text, meant(&by.text, actors)));
                None
            }
        }
    }

    /// The office of a party, an envoy or the desk.
    pub(super) fn office(&self, who: &Text) -> Option<Office> {
        match self.place(who)? {
            Place::Office(office) => Some(office),
            Place::Hub => {
                self.faults.add(who.at, "an office is meant (a party, an envoy or `desk`), not the hub");
                None
            }
        }
    }

    /// An office, or the hub.
    pub(super) fn place(&self, who: &Text) -> Option<Place> {
        match (who.text.as_str(), who.text.split_once('/')) {
            ("hub", _) => Some(Place::Hub),
            ("desk", _) => Some(Place::Office(Office::Desk)),
            (_, Some((party, envoy))) if self.is_party(party) => {
                self.must_be_envoy(party, &Text { at: who.at, text: envoy.to_owned() });
                Some(Place::Office(Office::Envoy { party: party.to_owned(), envoy: envoy.to_owned() }))
            }
            (party, None) if self.is_party(party) => Some(Place::Office(Office::Principal(party.to_owned()))),
            (_, Some(("desk", _))) => {
                self.faults.add(who.at, "all officers of the desk are in one office: `desk`");
                None
            }
            _ => {
                let places = self.parties.iter().map(String::as_str).chain(["desk", "hub"]);
                self.faults.add(who.at, format!("nobody is called `{}`: {}", who.text, meant(&who.text, places)));
                None
            }
        }
    }

    /// Whose eyes.
    pub(super) fn witness(&self, who: &Text) -> Option<Witness> {
        match who.text.as_str() {
            "public" => Some(Witness::Public),
            "hub" => Some(Witness::Hub),
            _ => self.office(who).map(Witness::Office),
        }
    }

    fn is_party(&self, id: &str) -> bool {
        self.parties.iter().any(|known| known == id)
    }

    /// The parties of a channel, for a message.
    pub(super) fn parties_of(channel: &Channel) -> String {
        list(&channel.parties.iter().map(String::as_str).collect::<Vec<_>>())
    }
}

fn a(kind: Kind) -> &'static str {
    match kind {
        Kind::Item => "an item",
        Kind::Proposal => "a proposal",
        Kind::Offer => "an offer",
        Kind::Readout => "a readout",
        Kind::Pair => "a pair",
        Kind::Paper => "a paper",
    }
}
