//! A plain model of the practice: what an act does and when it is refused, in the words of docs/GLOSSARY.md and MISSION.md,
//! for one channel whose lines work. It asks nothing of the crate that decides; ids and words it takes from there.
//!
//! An act breaks some rules or none. If it breaks none it is done; if any, it is refused, with one of those. Likeness of
//! words, warnings, labels and boards are not here.

mod items;
mod matters;
mod offices;
mod own;

use std::collections::{BTreeMap, BTreeSet};

use channel::desk::Command as DeskCommand;
use channel::party::Command as PartyCommand;
use channel::{Act, Civil, Content, Handling, ItemState, Label, PairState, PartyId, Refusal, SeatId};

use crate::steps::{ENVOY, OFFICERS, PARTIES, SEATS, party_of};
use crate::world::{DAY, EAST, EASTERN, NORTH, WEST};

pub(crate) use offices::Office;

/// The rules that an act breaks.
pub(crate) type Broken = Vec<Refusal>;

/// Those of these rules that are broken.
fn broken<const N: usize>(rules: [(bool, Refusal); N]) -> Broken {
    rules.into_iter().filter(|(is, _)| *is).map(|(_, refusal)| refusal).collect()
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Author {
    Desk,
    Seat(SeatId),
    /// Told by voice, and not confirmed.
    Told,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leave {
    NotAsked,
    Asked,
    Decided(bool),
}

/// Words for some addressees. What is the same in all of this is one rendition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Words {
    pub(crate) to: Vec<PartyId>,
    pub(crate) words: String,
    pub(crate) label: Option<Label>,
    pub(crate) conditions: Vec<String>,
    /// What these words correct.
    pub(crate) corrects: Option<Box<Words>>,
}

#[derive(Clone, Debug)]
pub(crate) struct Rendition {
    pub(crate) words: Words,
    officer: String,
    verdict: Option<bool>,
    /// A correction that went out, or was given up.
    settled: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Invoked {
    Pending,
    Settled,
}

#[derive(Clone, Debug)]
pub(crate) struct Item {
    pub(crate) author: Author,
    pub(crate) party: Option<PartyId>,
    pub(crate) content: Content,
    pub(crate) to: Vec<PartyId>,
    handling: Handling,
    pub(crate) approve: bool,
    not_before: Option<Civil>,
    not_after: Option<Civil>,
    pub(crate) answers: Option<u8>,
    reaffirms: Option<u8>,
    supersedes: Option<u8>,
    pub(crate) confided: bool,
    pub(crate) leave: Leave,
    /// Lodged, awaiting countersign or held, or what ended it.
    pub(crate) stands: ItemState,
    pub(crate) superseded: Option<u8>,
    pub(crate) erased: bool,
    pub(crate) same_as: Option<u8>,
    pub(crate) confirmed: Option<bool>,
    pub(crate) renditions: Vec<Rendition>,
    /// The offices that have it.
    pub(crate) with: BTreeSet<SeatId>,
    pub(crate) invoked: BTreeMap<u8, Invoked>,
    pub(crate) alike: BTreeSet<u8>,
    pub(crate) pair: Option<u8>,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Pair {
    lapses: Option<Civil>,
    /// Which of a party's offices declared, as which item, and whether it opened that.
    pub(crate) declared: BTreeMap<PartyId, (SeatId, u8, bool)>,
    asked: bool,
    ended: bool,
    released: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Proposal {
    options: u8,
    opens_at: Civil,
    reveal_at: Civil,
    /// Whether answers are being opened.
    began: bool,
    /// What each party's office committed to.
    answers: BTreeMap<PartyId, (SeatId, Vec<u8>)>,
    forgotten: bool,
    pub(crate) common: Option<Vec<u8>>,
}

#[derive(Clone, Debug)]
pub(crate) struct Question {
    to: PartyId,
    lapses: Civil,
    principal_only: bool,
    pub(crate) reply: Option<String>,
    forgotten: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Offer {
    pub(crate) to: Vec<PartyId>,
    lapses: Civil,
    pub(crate) answers: BTreeMap<PartyId, bool>,
    forgotten: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Readout {
    pub(crate) revision: u32,
    of_channel: bool,
    pub(crate) concerns: Vec<PartyId>,
    pub(crate) cleared: BTreeMap<PartyId, bool>,
    pub(crate) published: bool,
    pub(crate) withdrawn: bool,
    /// When something was last done with it.
    stirred: Civil,
    forgotten: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Text {
    pub(crate) versions: u32,
    pub(crate) comments: Vec<(PartyId, u32)>,
    forgotten: bool,
}

#[derive(Clone, Debug)]
struct Mandate {
    may: Vec<Act>,
    until: Option<Civil>,
    countersign: bool,
    revoked: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct Model {
    pub(crate) now: Civil,
    two_officers: bool,
    officers: Vec<String>,
    parties: BTreeSet<PartyId>,
    cousin: bool,
    pub(crate) closed: bool,
    mandate: Mandate,
    retention: Option<u32>,
    pub(crate) items: BTreeMap<u8, Item>,
    pub(crate) pairs: BTreeMap<u8, Pair>,
    pub(crate) proposals: BTreeMap<u8, Proposal>,
    pub(crate) questions: BTreeMap<u8, Question>,
    pub(crate) offers: BTreeMap<u8, Offer>,
    pub(crate) readouts: BTreeMap<u8, Readout>,
    pub(crate) texts: BTreeMap<u8, Text>,
    notes: BTreeSet<u8>,
    /// What is in declarations that were not opened.
    seals: BTreeMap<u8, Content>,
    pub(crate) offices: BTreeMap<SeatId, Office>,
}

impl Item {
    pub(crate) fn is_over(&self) -> bool {
        matches!(self.stands, ItemState::Returned | ItemState::Recalled | ItemState::Voided)
    }

    pub(crate) fn has_lapsed(&self, now: Civil) -> bool {
        now >= self.content.lapses
    }

    fn is_open(&self, now: Civil) -> bool {
        !self.is_over() && !self.erased && !self.has_lapsed(now)
    }

    pub(crate) fn is_out(&self) -> bool {
        !self.with.is_empty()
    }

    fn came_to_nothing(&self, now: Civil) -> bool {
        (self.is_over() || self.erased || self.has_lapsed(now)) && !self.is_out()
    }

    /// The words that count for an addressee: the last that correct nothing.
    pub(crate) fn current(&self, party: PartyId) -> Option<&Rendition> {
        self.renditions.iter().rev().find(|one| one.words.corrects.is_none() && one.words.to.contains(&party))
    }

    pub(crate) fn pending_corrections(&self) -> impl Iterator<Item = &Rendition> {
        self.renditions.iter().filter(|one| one.words.corrects.is_some() && !one.settled)
    }

    /// The word for how it stands at the desk.
    pub(crate) fn state(&self, now: Civil) -> ItemState {
        if self.erased {
            return ItemState::Erased;
        }
        if self.is_over() {
            return self.stands;
        }
        if self.has_lapsed(now) {
            return ItemState::Lapsed;
        }
        if self.is_out() {
            return ItemState::Conveyed;
        }
        if self.stands != ItemState::Lodged {
            return self.stands;
        }
        let current: Vec<_> = self.to.iter().filter_map(|party| self.current(*party)).collect();
        if !self.approve || current.is_empty() {
            ItemState::Lodged
        } else if current.iter().any(|one| one.verdict.is_none()) {
            ItemState::AwaitingApproval
        } else if current.len() == self.to.len() && current.iter().all(|one| one.verdict == Some(true)) {
            ItemState::Approved
        } else {
            ItemState::Lodged
        }
    }
}

impl Pair {
    pub(crate) fn state(&self) -> PairState {
        if self.ended {
            PairState::NotCompleted
        } else if self.released {
            PairState::Released
        } else if !self.asked {
            PairState::Open
        } else if self.declared.values().all(|(_, _, opened)| *opened) {
            PairState::Complete
        } else {
            PairState::Opening
        }
    }

    pub(crate) fn was_asked(&self) -> bool {
        self.asked
    }

    fn is_live(&self) -> bool {
        !self.ended && !self.released
    }
}

impl Model {
    pub(crate) fn new(now: Civil, two_officers: bool) -> Self {
        let mandate = Mandate { may: Act::ALL.to_vec(), until: None, countersign: false, revoked: false };
        Self {
            now,
            two_officers,
            officers: OFFICERS.map(str::to_owned).to_vec(),
            parties: PARTIES.into(),
            cousin: false,
            closed: false,
            mandate,
            retention: None,
            items: BTreeMap::new(),
            pairs: BTreeMap::new(),
            proposals: BTreeMap::new(),
            questions: BTreeMap::new(),
            offers: BTreeMap::new(),
            readouts: BTreeMap::new(),
            texts: BTreeMap::new(),
            notes: BTreeSet::new(),
            seals: BTreeMap::new(),
            offices: SEATS.into_iter().map(|seat| (seat, Office::default())).collect(),
        }
    }

    /// Why an office may not do such an act, by its mandate.
    fn unmandated(&self, seat: SeatId, act: Act) -> Broken {
        if seat != ENVOY {
            return vec![];
        }
        let mandate = &self.mandate;
        broken([
            (!mandate.may.contains(&act), Refusal::NotMandated),
            (mandate.revoked, Refusal::Revoked),
            (mandate.until.is_some_and(|until| self.now >= until), Refusal::MandateOver),
        ])
    }

    fn may(&self, seat: SeatId, act: Act) -> bool {
        self.unmandated(seat, act).is_empty()
    }

    /// Whether an office sees the channel.
    pub(crate) fn sees(&self, seat: SeatId) -> bool {
        let over = self.mandate.revoked || self.mandate.until.is_some_and(|until| self.now >= until);
        seat != ENVOY || !over
    }

    fn principal(party: PartyId) -> SeatId {
        [WEST, EAST, NORTH].into_iter().find(|seat| party_of(*seat) == party).expect("a party of the channel")
    }

    fn seats_of(party: PartyId) -> Vec<SeatId> {
        SEATS.into_iter().filter(|seat| party_of(*seat) == party).collect()
    }

    fn seats_that_may(&self, party: PartyId, act: Act) -> Vec<SeatId> {
        Self::seats_of(party).into_iter().filter(|seat| self.may(*seat, act)).collect()
    }

    fn all_that_may(&self, parties: &[PartyId], act: Act) -> Vec<SeatId> {
        parties.iter().flat_map(|party| self.seats_that_may(*party, act)).collect()
    }

    /// The offices of a party that see the channel.
    fn seats_that_see(&self, party: PartyId) -> Vec<SeatId> {
        Self::seats_of(party).into_iter().filter(|seat| self.sees(*seat)).collect()
    }

    fn office(&mut self, seat: SeatId) -> &mut Office {
        self.offices.get_mut(&seat).expect("an office of the play")
    }

    fn closed(&self) -> (bool, Refusal) {
        (self.closed, Refusal::Closed)
    }

    /// An officer acts.
    pub(crate) fn desk(&mut self, officer: &str, command: &DeskCommand) -> Broken {
        if !self.officers.iter().any(|one| one == officer) {
            return vec![Refusal::UnknownOfficer];
        }
        match command {
            DeskCommand::Render { .. }
            | DeskCommand::Release { .. }
            | DeskCommand::Return { .. }
            | DeskCommand::Correct { .. }
            | DeskCommand::Admit { .. }
            | DeskCommand::UseConfided { .. }
            | DeskCommand::Erase { .. }
            | DeskCommand::Translate { .. }
            | DeskCommand::Outreach { .. }
            | DeskCommand::Intake(_)
            | DeskCommand::Same { .. }
            | DeskCommand::Distinct { .. } => self.desk_on_items(officer, command),
            DeskCommand::Ask { .. }
            | DeskCommand::Pair { .. }
            | DeskCommand::ReleasePair { .. }
            | DeskCommand::Propose { .. }
            | DeskCommand::Offer { .. }
            | DeskCommand::Draft { .. }
            | DeskCommand::Publish { .. }
            | DeskCommand::WithdrawReadout { .. }
            | DeskCommand::Table { .. }
            | DeskCommand::DeclareInterest { .. }
            | DeskCommand::Disclose { .. }
            | DeskCommand::NoteStatement { .. }
            | DeskCommand::Expose { .. }
            | DeskCommand::Forget { .. } => self.desk_on_matters(command),
            DeskCommand::SetUp { .. }
            | DeskCommand::AddParty { .. }
            | DeskCommand::SetLabel { .. }
            | DeskCommand::Enrol { .. }
            | DeskCommand::OpenChannel { .. }
            | DeskCommand::AddOfficer { .. }
            | DeskCommand::RemoveOfficer { .. }
            | DeskCommand::SetAddress { .. }
            | DeskCommand::CoMediate { .. }
            | DeskCommand::Retain { .. }
            | DeskCommand::Close { .. } => self.house(officer, command),
        }
    }

    fn house(&mut self, officer: &str, command: &DeskCommand) -> Broken {
        match command {
            DeskCommand::AddParty { party, .. } => {
                let is = broken([(self.parties.contains(party), Refusal::IdTaken)]);
                self.parties.insert(*party);
                is
            }
            DeskCommand::SetLabel { party, other, .. } => broken([(
                party == other || !self.parties.contains(party) || !self.parties.contains(other),
                Refusal::UnknownParty,
            )]),
            DeskCommand::SetAddress { party, .. } => broken([(!self.parties.contains(party), Refusal::UnknownParty)]),
            DeskCommand::Enrol { seat, party, .. } => {
                let taken = SEATS.contains(seat) || self.cousin;
                let is = broken([(taken, Refusal::IdTaken), (!self.parties.contains(party), Refusal::UnknownParty)]);
                self.cousin |= is.is_empty();
                is
            }
            DeskCommand::OpenChannel { parties, .. } => {
                broken([(true, Refusal::IdTaken), (parties[0] == parties[1], Refusal::TwoToSix)])
            }
            DeskCommand::AddOfficer { name, .. } => {
                let is = broken([(self.officers.contains(name), Refusal::OfficerThere)]);
                self.officers.extend(is.is_empty().then(|| name.clone()));
                is
            }
            DeskCommand::RemoveOfficer { name } => {
                let needed = if self.two_officers { 2 } else { 1 };
                let is = broken([
                    (!self.officers.contains(name), Refusal::UnknownOfficer),
                    (officer == name || self.officers.len() <= needed, Refusal::LastOfficer),
                ]);
                self.officers.retain(|one| !is.is_empty() || one != name);
                is
            }
            DeskCommand::CoMediate { .. } => broken([self.closed()]),
            DeskCommand::Retain { days } => {
                self.retention = *days;
                self.desk_erases_what_is_old();
                vec![]
            }
            DeskCommand::Close { .. } if self.closed => vec![Refusal::Closed],
            DeskCommand::Close { .. } => {
                self.close();
                vec![]
            }
            _ => vec![Refusal::AlreadySetUp],
        }
    }

    fn close(&mut self) {
        for pair in self.pairs.clone().into_iter().filter(|(_, pair)| pair.is_live()).map(|(id, _)| id) {
            self.end_pair(pair);
        }
        self.closed = true;
        for (id, _) in self.items.clone().into_iter().filter(|(_, item)| !item.confided) {
            self.void(id);
        }
        for seat in SEATS.into_iter().filter(|seat| self.sees(*seat)).collect::<Vec<_>>() {
            self.office(seat).closed = true;
        }
    }

    /// An office acts: first its own program looks, then the desk.
    pub(crate) fn party(&mut self, seat: SeatId, command: &PartyCommand) -> Broken {
        match command {
            PartyCommand::Appoint { may, until, countersign, .. } => {
                let past = until.is_some_and(|until| until <= self.now);
                let is = broken([(seat == ENVOY, Refusal::PrincipalOnly), (past, Refusal::UntilInPast)]);
                if is.is_empty() {
                    let (may, until, countersign) = (may.clone(), *until, *countersign);
                    self.mandate = Mandate { may, until, countersign, revoked: false };
                    self.office(EAST).appointed = true;
                    self.show_what_is_open();
                }
                is
            }
            PartyCommand::Revoke { .. } => {
                let is = broken([(seat == ENVOY, Refusal::PrincipalOnly), (self.mandate.revoked, Refusal::Revoked)]);
                self.mandate.revoked |= is.is_empty();
                is
            }
            PartyCommand::Lodge(_)
            | PartyCommand::Confide { .. }
            | PartyCommand::Countersign { .. }
            | PartyCommand::Recall { .. }
            | PartyCommand::Approve { .. }
            | PartyCommand::Object { .. }
            | PartyCommand::Dispose { .. }
            | PartyCommand::Invoke { .. }
            | PartyCommand::Read { .. }
            | PartyCommand::Erase { .. } => self.party_on_items(seat, command),
            PartyCommand::Declare { .. }
            | PartyCommand::Reply { .. }
            | PartyCommand::Answer { .. }
            | PartyCommand::TakeUp { .. }
            | PartyCommand::Decline { .. }
            | PartyCommand::Clear { .. }
            | PartyCommand::ObjectToReadout { .. }
            | PartyCommand::Comment { .. }
            | PartyCommand::PublishOwn { .. }
            | PartyCommand::Retain { .. }
            | PartyCommand::Forget { .. } => self.party_on_matters(seat, command),
        }
    }

    /// Time goes by, moment by moment.
    pub(crate) fn pass(&mut self, seconds: i64) {
        let end = self.now.plus_seconds(seconds);
        let mut moments: BTreeSet<Civil> = [end].into();
        moments.extend(self.pairs.values().filter_map(|pair| pair.lapses));
        moments.extend(self.items.values().map(|item| item.content.lapses));
        moments.extend(self.proposals.values().flat_map(|one| [one.opens_at, one.reveal_at]));
        for days in self.offices.values().map(|office| office.retention).chain([self.retention]).flatten() {
            let kept = self.items.values().map(|item| item.content.lapses.plus_seconds(i64::from(days) * DAY));
            moments.extend(kept.collect::<Vec<_>>());
            let seen = self.offices.values().flat_map(|office| office.readouts.values().map(|seen| seen.stirred));
            let stirred = self.readouts.values().map(|one| one.stirred).chain(seen);
            moments.extend(stirred.map(|stirred| stirred.plus_seconds(i64::from(days) * DAY)).collect::<Vec<_>>());
        }
        for moment in moments.into_iter().filter(|moment| *moment > self.now && *moment <= end).collect::<Vec<_>>() {
            self.now = moment;
            self.tick();
        }
        self.now = end;
        self.tick();
    }

    fn tick(&mut self) {
        self.offices_erase_what_is_old();
        let over = |pair: &Pair| {
            let gone = |(_, item, _): &(SeatId, u8, bool)| !self.declaration_stands(*item);
            let lapsed = pair.lapses.is_some_and(|end| self.now >= end);
            pair.is_live() && (lapsed || (pair.asked && pair.declared.values().any(gone)))
        };
        let over: Vec<u8> = self.pairs.iter().filter(|(_, pair)| over(pair)).map(|(id, _)| *id).collect();
        over.into_iter().for_each(|pair| self.end_pair(pair));
        self.reveal();
        self.desk_erases_what_is_old();
    }

    fn desk_erases_what_is_old(&mut self) {
        let Some(days) = self.retention else { return };
        let now = self.now;
        for item in self.items.values_mut() {
            item.erased |= is_old(item.content.lapses, days, now);
        }
        for draft in self.readouts.values_mut().filter(|one| !one.published) {
            draft.forgotten |= is_old(draft.stirred, days, now);
        }
    }

    fn offices_erase_what_is_old(&mut self) {
        let now = self.now;
        for office in self.offices.values_mut() {
            let Some(days) = office.retention else { continue };
            for own in office.own.values_mut() {
                own.erased |= is_old(own.lapses, days, now);
            }
            for had in office.had.values_mut() {
                had.erased |= is_old(had.lapses, days, now);
            }
            let old = office.readouts.iter().filter(|(_, seen)| !seen.published && is_old(seen.stirred, days, now));
            let old: Vec<_> = old.map(|(id, _)| ('r', *id)).collect();
            office.forgot.extend(old);
        }
    }

    /// Shows the envoy, appointed anew, what is open in the channel and within its mandate.
    fn show_what_is_open(&mut self) {
        if self.closed {
            return;
        }
        let may = |act: &Act| self.mandate.may.contains(act);
        let (lodges, answers, clears) = (may(&Act::Lodge), may(&Act::Answer), may(&Act::Clear));
        let Self { pairs, proposals, offers, questions, texts, readouts, offices, now, .. } = self;
        let office = offices.get_mut(&ENVOY).expect("the envoy's office");
        if lodges {
            pairs.iter().filter(|(_, one)| one.is_live()).for_each(|(id, one)| office.sees_pair(*id, one.lapses));
        }
        if answers {
            for (id, _) in proposals.iter().filter(|(_, one)| one.common.is_none() && !one.forgotten) {
                office.sees_proposal(*id);
            }
            let open = |one: &Offer| one.to.contains(&EASTERN) && *now < one.lapses && !one.forgotten;
            for id in offers.iter().filter(|(_, one)| open(one) && !one.answers.contains_key(&EASTERN)) {
                office.offers.entry(*id.0).or_insert(None);
            }
            let asked = |one: &Question| one.to == EASTERN && !one.principal_only && one.reply.is_none();
            for (id, one) in questions.iter().filter(|(_, one)| asked(one) && !one.forgotten) {
                office.questions.entry(*id).or_insert((one.lapses, false));
            }
            for (id, one) in texts.iter().filter(|(_, one)| !one.forgotten) {
                office.texts.entry(*id).or_default().0 = (1..=one.versions).collect();
            }
        }
        if clears {
            let open = |one: &Readout| one.of_channel && one.concerns.contains(&EASTERN) && !one.forgotten;
            for (id, one) in readouts.iter().filter(|(_, one)| open(one) && !one.published && !one.withdrawn) {
                office.sees_draft(*id, one.revision, *now);
            }
        }
    }
}

/// Whether words are kept no longer, so many days after their end.
fn is_old(end: Civil, days: u32, now: Civil) -> bool {
    end.plus_seconds(i64::from(days) * DAY) <= now
}
