//! Where two offices of one party contradict each other: read from the state, shown to the desk, and for the principal
//! to settle.

use std::collections::BTreeMap;
use std::fmt;

use super::state::{Item, State};
use crate::cabinet::Seen;
use crate::ids::{ItemId, PartyId, SeatId};
use crate::vocabulary::Disposition;

/// Two offices of one party, or more, that do not say the same of one item that was conveyed to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict {
    /// The party.
    pub party: PartyId,
    /// The item.
    pub item: ItemId,
    /// What each office did, in the order in which it came.
    pub said: Vec<(SeatId, Did)>,
    /// Whether the principal was asked about it.
    pub asked: bool,
}

/// What an office did with what was conveyed to it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Did {
    /// It disposed of it.
    Disposed(Disposition),
    /// It answered with the item of that number.
    Answered(u32),
}

impl fmt::Display for Did {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Disposed(disposition) => write!(out, "{disposition}"),
            Self::Answered(no) => write!(out, "answered with item {no}"),
        }
    }
}

impl State {
    /// Every conflict that stands, in the order of the items.
    #[must_use]
    pub fn conflicts(&self) -> Vec<Conflict> {
        let several = |seen: &Seen<'_, Item>| {
            let item = seen.glance();
            item.is_out && item.may_be_contradicted
        };
        let out = self.in_order().filter(|(_, _, seen)| several(seen));
        let out = out.filter_map(|(_, id, seen)| Some((id, seen.whole()?)));
        out.flat_map(|(id, item)| self.conflicts_about(id, &item)).collect()
    }

    fn conflicts_about(&self, id: ItemId, item: &Item) -> Vec<Conflict> {
        let mut said: BTreeMap<PartyId, Vec<(SeatId, Did)>> = BTreeMap::new();
        // What an office did last is what it says.
        let mut last: BTreeMap<(PartyId, SeatId), Did> = BTreeMap::new();
        for disposed in &item.dispositions {
            last.insert((disposed.party, disposed.seat), Did::Disposed(disposed.disposition));
        }
        for ((party, seat), what) in last {
            said.entry(party).or_default().push((seat, what));
        }
        let mut conflicts: Vec<Conflict> = said
            .into_iter()
            .filter(|(_, said)| differs(said))
            .map(|(party, said)| self.conflict(party, id, said))
            .collect();
        let mut answers: BTreeMap<PartyId, Vec<(SeatId, Did)>> = BTreeMap::new();
        for (answer_id, answer) in item.answered_by.iter().filter_map(|id| Some((id, self.items.get(id)?))) {
            let (Some(party), Some(seat)) = (answer.party(), answer.seat()) else { continue };
            if answer.stands_as_answer() {
                let said = answers.entry(party).or_default();
                let no = self.number_shown(*answer_id).unwrap_or_default();
                said.push((seat, Did::Answered(no)));
            }
        }
        let several =
            |said: &Vec<(SeatId, Did)>| said.iter().any(|(seat, _)| Some(seat) != said.first().map(|(first, _)| first));
        for (party, said) in answers.into_iter().filter(|(_, said)| several(said)) {
            conflicts.push(self.conflict(party, id, said));
        }
        conflicts
    }

    fn conflict(&self, party: PartyId, item: ItemId, said: Vec<(SeatId, Did)>) -> Conflict {
        let about = |one: &super::state::Question| {
            one.asked.to == party && one.asked.about == Some(item) && one.asked.principal_only
        };
        Conflict { party, item, said, asked: self.questions.values().any(about) }
    }
}

fn differs(said: &[(SeatId, Did)]) -> bool {
    said.iter().any(|(_, what)| Some(what) != said.first().map(|(_, first)| first))
}

impl Item {
    /// Whether two offices of one party last did something else with it.
    pub(super) fn is_disposed_of_variously(&self) -> bool {
        let last = |seat: SeatId| self.dispositions.iter().rev().find(|one| one.seat == seat);
        self.dispositions.iter().any(|one| {
            let mut others = self.dispositions.iter().filter(|other| other.party == one.party);
            others.any(|other| last(other.seat).map(|is| is.disposition) != last(one.seat).map(|is| is.disposition))
        })
    }

    /// Whether what it says in answer is still said.
    fn stands_as_answer(&self) -> bool {
        use super::record::Standing;
        matches!(self.standing, Standing::Open | Standing::AwaitingCountersign | Standing::Held)
            && self.superseded_by.is_none()
    }
}
