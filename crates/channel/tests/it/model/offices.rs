//! What the model's offices know: what each said, what it was told, and the words for how that stands there.

use std::collections::{BTreeMap, BTreeSet};

use channel::{Civil, ItemState, PartyId};

use super::{Leave, Words};

/// An item of the party's own, at one of its offices.
#[derive(Clone, Debug)]
pub(crate) struct Own {
    pub(crate) lapses: Civil,
    pub(crate) conditions: usize,
    pub(crate) confided: bool,
    pub(crate) stands: ItemState,
    pub(crate) superseded: Option<u8>,
    pub(crate) supersedes: Option<u8>,
    pub(crate) answers: Option<u8>,
    /// Words put to this party: for whom, and what it said to them.
    pub(crate) asked: Vec<(Words, Option<bool>)>,
    /// Whether it was told that it was conveyed.
    pub(crate) told: bool,
    pub(crate) invoked: BTreeSet<u8>,
    pub(crate) leave: Leave,
    pub(crate) to_confirm: bool,
    pub(crate) confirmed: bool,
    pub(crate) erased: bool,
}

/// What was conveyed to an office.
#[derive(Clone, Debug)]
pub(crate) struct Had {
    pub(crate) words: String,
    /// How many conditions were conveyed last.
    pub(crate) conditions: usize,
    pub(crate) lapses: Civil,
    pub(crate) corrections: Vec<String>,
    pub(crate) invoked: BTreeSet<u8>,
    pub(crate) read: bool,
    pub(crate) disposed: bool,
    pub(crate) answered_by: Vec<u8>,
    pub(crate) answered_elsewhere: bool,
    pub(crate) superseded: bool,
    pub(crate) erased: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct PairSeen {
    pub(crate) lapses: Option<Civil>,
    pub(crate) declared: Option<u8>,
    pub(crate) asked: bool,
    pub(crate) ended: bool,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct ProposalSeen {
    pub(crate) answered: bool,
    pub(crate) common: Option<Vec<u8>>,
}

#[derive(Clone, Debug)]
pub(crate) struct ReadoutSeen {
    pub(crate) revision: u32,
    pub(crate) cleared: Option<bool>,
    pub(crate) published: bool,
    pub(crate) withdrawn: bool,
    /// When something was last done with it, as far as the office knows.
    pub(crate) stirred: Civil,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct Office {
    pub(crate) own: BTreeMap<u8, Own>,
    pub(crate) had: BTreeMap<u8, Had>,
    pub(crate) pairs: BTreeMap<u8, PairSeen>,
    pub(crate) proposals: BTreeMap<u8, ProposalSeen>,
    /// Until when an answer is awaited, and whether the party answered.
    pub(crate) questions: BTreeMap<u8, (Civil, bool)>,
    pub(crate) offers: BTreeMap<u8, Option<bool>>,
    pub(crate) readouts: BTreeMap<u8, ReadoutSeen>,
    /// The versions that it was shown, and the party's comments.
    pub(crate) texts: BTreeMap<u8, (BTreeSet<u32>, usize)>,
    pub(crate) published: BTreeSet<u8>,
    pub(crate) retention: Option<u32>,
    /// What it forgot: questions, proposals, offers, readouts, texts, each by its kind.
    pub(crate) forgot: BTreeSet<(char, u8)>,
    /// Whether it was told that the channel is closed.
    pub(crate) closed: bool,
    /// Whether its principal appointed an envoy in this play.
    pub(crate) appointed: bool,
}

impl Own {
    fn is_over(&self) -> bool {
        matches!(self.stands, ItemState::Returned | ItemState::Recalled | ItemState::Voided)
    }

    fn came_to_nothing(&self, now: Civil) -> bool {
        (self.is_over() || now >= self.lapses) && !self.told
    }

    pub(crate) fn undecided(&self) -> bool {
        self.asked.iter().any(|(_, verdict)| verdict.is_none())
    }

    /// Words are put to the party; they take the place of undecided ones for the same addressees.
    pub(crate) fn ask(&mut self, words: Words) {
        if self.asked.iter().any(|(known, _)| *known == words) {
            return;
        }
        let meets = |known: &Words| known.to.iter().any(|party: &PartyId| words.to.contains(party));
        let alike = |known: &Words| known.corrects.is_some() == words.corrects.is_some() && meets(known);
        self.asked.retain(|(known, verdict)| verdict.is_some() || !alike(known));
        self.asked.push((words, None));
    }

    pub(crate) fn state(&self, now: Civil) -> ItemState {
        if self.erased {
            return ItemState::Erased;
        }
        if self.is_over() {
            return self.stands;
        }
        if now >= self.lapses {
            return ItemState::Lapsed;
        }
        if self.told {
            return ItemState::Conveyed;
        }
        if self.stands != ItemState::Lodged {
            return self.stands;
        }
        if self.to_confirm || self.undecided() {
            return ItemState::AwaitingApproval;
        }
        let mut seen: BTreeSet<PartyId> = BTreeSet::new();
        let mut last = self.asked.iter().rev().filter(|(words, _)| words.to.iter().any(|party| seen.insert(*party)));
        let first = last.next().map(|(_, verdict)| *verdict);
        if first == Some(Some(true)) && last.all(|(_, verdict)| *verdict == Some(true)) {
            ItemState::Approved
        } else {
            ItemState::Lodged
        }
    }
}

impl Had {
    pub(crate) fn state(&self, now: Civil, own: &BTreeMap<u8, Own>) -> ItemState {
        let answered = self.answered_elsewhere || self.answered_by.iter().any(|id| !own[id].is_over());
        if self.erased {
            ItemState::Erased
        } else if now < self.lapses {
            ItemState::Conveyed
        } else if self.read || self.disposed || answered {
            ItemState::Lapsed
        } else {
            ItemState::LapsedUnread
        }
    }
}

impl Office {
    pub(crate) fn sees_pair(&mut self, id: u8, lapses: Option<Civil>) {
        self.pairs.entry(id).or_insert(PairSeen { lapses, ..PairSeen::default() });
    }

    /// A proposal; that kin answered it is told when that is done, and not again.
    pub(crate) fn sees_proposal(&mut self, id: u8) {
        self.proposals.entry(id).or_default();
    }

    /// Whether something that did not come to nothing stands in the place of one of its own.
    pub(crate) fn replaced(&self, id: u8, now: Civil) -> bool {
        let by = self.own.get(&id).and_then(|own| own.superseded);
        by.is_some_and(|by| !self.own[&by].came_to_nothing(now) || self.replaced(by, now))
    }

    /// A draft takes the place of an earlier one.
    pub(crate) fn sees_draft(&mut self, id: u8, revision: u32, now: Civil) {
        if self.readouts.get(&id).is_none_or(|seen| seen.revision < revision) {
            let made = ReadoutSeen { revision, cleared: None, published: false, withdrawn: false, stirred: now };
            self.readouts.insert(id, made);
        }
    }

    /// Ends an item: what it was to replace, and had not, is not replaced.
    pub(crate) fn end(&mut self, id: u8, how: ItemState) {
        let Some(own) = self.own.get_mut(&id) else { return };
        let waited = own.to_confirm || matches!(own.stands, ItemState::AwaitingCountersign | ItemState::Held);
        own.stands = how;
        if let Some(replaced) = own.supersedes.filter(|_| waited).and_then(|id| self.own.get_mut(&id)) {
            replaced.superseded = None;
        }
    }
}
