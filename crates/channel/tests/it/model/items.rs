//! What an officer does with items, in the model.

use std::collections::{BTreeMap, BTreeSet};

use channel::desk::{Command as DeskCommand, Intake};
use channel::{Act, Content, Form, Handling, ItemId, ItemState, Label, OwnWords, PartyId, Refusal, SeatId};

use super::offices::{Had, Own};
use super::{Author, Broken, Invoked, Item, Leave, Model, Rendition, Words, broken};
use crate::steps::{ENVOY, PARTIES, party_of};
use crate::world::EAST;

pub(super) const fn id_of(item: ItemId) -> u8 {
    item.0[0]
}

/// Why what is over is over.
pub(super) const fn over(stands: ItemState) -> Refusal {
    match stands {
        ItemState::Returned => Refusal::Returned,
        ItemState::Recalled => Refusal::Recalled,
        _ => Refusal::Voided,
    }
}

fn labelled(handling: Handling, label: Label) -> Broken {
    broken([
        (handling == Handling::Verbatim && label != Label::Verbatim, Refusal::VerbatimOnly),
        (handling == Handling::Paraphrase && label == Label::Gist, Refusal::ParaphraseAtMost),
    ])
}

impl Model {
    pub(super) fn desk_on_items(&mut self, officer: &str, command: &DeskCommand) -> Broken {
        let id = match command {
            DeskCommand::Outreach { .. } => return self.outreach(command),
            DeskCommand::Intake(intake) => return self.intake(intake),
            DeskCommand::Render { item, .. }
            | DeskCommand::Release { item }
            | DeskCommand::Return { item, .. }
            | DeskCommand::Correct { item, .. }
            | DeskCommand::Admit { item }
            | DeskCommand::UseConfided { item }
            | DeskCommand::Erase { item }
            | DeskCommand::Translate { item, .. }
            | DeskCommand::Same { item, .. }
            | DeskCommand::Distinct { item, .. } => id_of(*item),
            _ => unreachable!("no command on items"),
        };
        let Some(item) = self.items.get(&id).cloned() else { return vec![Refusal::UnknownItem] };
        match command {
            DeskCommand::Render { words, label, to, conditions, .. } => {
                self.render(officer, id, &item, words, *label, to, conditions.as_ref())
            }
            DeskCommand::Correct { words, label, to, conditions, .. } => {
                self.correct(officer, id, &item, words, *label, to, conditions.as_ref())
            }
            DeskCommand::Release { .. } => self.release(officer, id, &item),
            DeskCommand::Return { .. } => self.hand_back(id, &item),
            DeskCommand::Admit { .. } => {
                let is = broken([(item.stands != ItemState::Held || item.erased, Refusal::NotHeld)]);
                if is.is_empty() && item.author == Author::Seat(ENVOY) && self.mandate.countersign && !item.confided {
                    self.stands(id, ItemState::AwaitingCountersign);
                } else if is.is_empty() {
                    self.stands_open(id);
                }
                is
            }
            DeskCommand::UseConfided { .. } => {
                let decided = matches!(item.leave, Leave::Asked | Leave::Decided(true));
                let is = broken([
                    (!item.confided, Refusal::NotConfided),
                    (item.erased, Refusal::Erased),
                    (item.has_lapsed(self.now), Refusal::Lapsed),
                    (item.is_over(), over(item.stands)),
                    self.closed(),
                    (decided, Refusal::AlreadyDecided),
                ]);
                if is.is_empty() {
                    self.item(id).leave = Leave::Asked;
                    self.tell_following(id, |own| own.leave = Leave::Asked);
                }
                is
            }
            DeskCommand::Erase { .. } => {
                self.desk_erases(id, &item);
                vec![]
            }
            DeskCommand::Translate { .. } => broken([(item.erased, Refusal::Erased)]),
            DeskCommand::Same { of, .. } => self.same(id, id_of(*of)),
            DeskCommand::Distinct { of, .. } => {
                let of = id_of(*of);
                let alike = |one: u8, other: u8| self.items.get(&one).is_some_and(|one| one.alike.contains(&other));
                let is = broken([
                    (!self.items.contains_key(&of), Refusal::UnknownItem),
                    (!alike(id, of) && !alike(of, id), Refusal::NotTheSame),
                ]);
                if is.is_empty() {
                    self.item(id).alike.remove(&of);
                    self.item(of).alike.remove(&id);
                }
                is
            }
            _ => vec![],
        }
    }

    pub(super) fn item(&mut self, id: u8) -> &mut Item {
        self.items.get_mut(&id).expect("an item of the play")
    }

    /// Why an item may not be put into words or conveyed at this moment, its form apart.
    pub(super) fn does_not_stand(&self, item: &Item) -> Broken {
        let asks = item.confided && item.leave != Leave::Decided(true) && item.leave != Leave::Decided(false);
        broken([
            (item.confirmed == Some(false), Refusal::DeniedBySender),
            (item.same_as.is_some(), Refusal::SameAsAnother),
            (item.erased, Refusal::Erased),
            (item.superseded.is_some(), Refusal::Superseded),
            (item.stands == ItemState::AwaitingCountersign, Refusal::AwaitingCountersign),
            (item.stands == ItemState::Held, Refusal::Held),
            (item.is_over(), over(item.stands)),
            self.closed(),
            (item.has_lapsed(self.now), Refusal::Lapsed),
            (asks, Refusal::Confided),
            (item.confided && item.leave == Leave::Decided(false), Refusal::LeaveRefused),
        ])
    }

    fn barred(item: &Item) -> Broken {
        broken([
            (item.content.form == Form::Declaration, Refusal::DeclarationAlone),
            (item.content.form == Form::TalkingPoints, Refusal::TalkingPoints),
        ])
    }

    #[allow(clippy::too_many_arguments, reason = "the fields of the command")]
    fn render(
        &mut self,
        officer: &str,
        id: u8,
        item: &Item,
        words: &str,
        label: Label,
        to: &[PartyId],
        conditions: Option<&Vec<String>>,
    ) -> Broken {
        let conditions = conditions.unwrap_or(&item.content.conditions).clone();
        let verbatim = words == item.content.text && conditions == item.content.conditions;
        let mut is = broken([
            (item.author == Author::Desk, Refusal::OwnWords),
            (item.pair.is_some(), Refusal::DeclarationAlone),
            (to.iter().any(|one| !item.to.contains(one)), Refusal::NoAddressee),
            (item.is_out(), Refusal::AlreadyReleased),
            (label == Label::Verbatim && item.author == Author::Told, Refusal::Unconfirmed),
            (label == Label::Verbatim && !verbatim, Refusal::NotVerbatim),
        ]);
        is.extend(self.does_not_stand(item));
        is.extend(labelled(item.handling, label));
        if is.is_empty() {
            let to: Vec<PartyId> = item.to.iter().filter(|one| to.is_empty() || to.contains(one)).copied().collect();
            let words = Words { to, words: words.to_owned(), label: Some(label), conditions, corrects: None };
            self.rendered(officer, id, words);
        }
        is
    }

    /// Takes words in; said again they become those that count. Their author is asked where it wants to be.
    fn rendered(&mut self, officer: &str, id: u8, words: Words) {
        let item = self.item(id);
        let counts = |one: &PartyId| item.current(*one).is_some_and(|current| current.words == words);
        if words.corrects.is_none() && words.to.iter().all(counts) {
            return;
        }
        let known = item.renditions.iter().position(|one| one.words == words);
        let verdict = known.and_then(|at| item.renditions.remove(at).verdict);
        let asks = item.approve && verdict.is_none();
        let made = Rendition { words: words.clone(), officer: officer.to_owned(), verdict, settled: false };
        item.renditions.push(made);
        if asks {
            self.tell_following(id, |own| own.ask(words.clone()));
        }
    }

    #[allow(clippy::too_many_arguments, reason = "the fields of the command")]
    fn correct(
        &mut self,
        officer: &str,
        id: u8,
        item: &Item,
        words: &str,
        label: Option<Label>,
        to: &[PartyId],
        conditions: Option<&Vec<String>>,
    ) -> Broken {
        let wanted: Vec<PartyId> = item.to.iter().filter(|one| to.is_empty() || to.contains(one)).copied().collect();
        let mut is = broken([
            (!item.is_out(), Refusal::NotReleased),
            (to.iter().any(|one| !item.to.contains(one)), Refusal::NoAddressee),
        ]);
        is.extend(self.does_not_stand(item));
        if !is.is_empty() {
            return is;
        }
        let first = wanted.iter().find_map(|party| item.current(*party)).expect("it is out").words.clone();
        let same = |party: &PartyId| item.current(*party).is_some_and(|one| one.words == first);
        let label = first.label.and(label).or(first.label);
        let conditions = conditions.unwrap_or(&first.conditions).clone();
        let verbatim = words == item.content.text && conditions == item.content.conditions;
        let told = item.author == Author::Told;
        is.extend(broken([
            (!wanted.iter().all(same), Refusal::CorrectSeparately),
            (label == Some(Label::Verbatim) && told, Refusal::Unconfirmed),
            (label == Some(Label::Verbatim) && !verbatim, Refusal::NotVerbatim),
        ]));
        is.extend(label.map(|label| labelled(item.handling, label)).into_iter().flatten());
        if !is.is_empty() {
            return is;
        }
        let correction =
            Words { to: wanted, words: words.to_owned(), label, conditions, corrects: Some(Box::new(first)) };
        let known = item.renditions.iter().find(|one| one.words == correction);
        if known.is_some_and(|known| !known.settled || self.went(id, &correction)) {
            return vec![];
        }
        self.rendered(officer, id, correction);
        if !item.approve && !self.two_officers {
            self.corrections_go(id);
        }
        vec![]
    }

    /// Whether a correction reached those whom it is for.
    fn went(&self, id: u8, correction: &Words) -> bool {
        let with = |seat: &SeatId| correction.to.contains(&party_of(*seat));
        let has = |seat: &SeatId| self.offices[seat].had[&id].corrections.contains(&correction.words);
        self.items[&id].with.iter().any(|seat| with(seat) && has(seat))
    }

    fn release(&mut self, officer: &str, id: u8, item: &Item) -> Broken {
        let mut is = self.does_not_stand(item);
        // A declaration goes out by its pair; once it is out, corrections of it may follow.
        if !item.is_out() {
            is.extend(Self::barred(item));
        }
        let outside = broken([
            (item.not_before.is_some_and(|start| self.now < start), Refusal::NotBefore),
            (item.not_after.is_some_and(|end| self.now > end), Refusal::NotAfter),
        ]);
        is.extend(outside);
        if item.is_out() {
            return if is.is_empty() { self.release_pending(officer, id, item) } else { is };
        }
        for party in &item.to {
            is.extend(
                item.current(*party).map_or(vec![Refusal::NotRendered], |one| self.unapproved(officer, item, one)),
            );
        }
        if is.is_empty() {
            self.conveyed(id);
        }
        is
    }

    /// Why words may not go.
    fn unapproved(&self, officer: &str, item: &Item, rendition: &Rendition) -> Broken {
        let words = &rendition.words;
        let verbatim = words.words == item.content.text && words.conditions == item.content.conditions;
        broken([
            (words.label == Some(Label::Verbatim) && !verbatim, Refusal::NotVerbatim),
            (item.approve && rendition.verdict.is_none(), Refusal::NeedsApproval),
            (item.approve && rendition.verdict == Some(false), Refusal::ObjectedTo),
            (self.two_officers && item.party.is_some() && rendition.officer == officer, Refusal::SameOfficer),
        ])
    }

    /// An item goes to all its addressees, by the words that count for each; its author is told that it did.
    pub(super) fn conveyed(&mut self, id: u8) {
        let item = self.items[&id].clone();
        for party in &item.to {
            let words = item.current(*party).expect("rendered").words.clone();
            for seat in self.seats_that_see(*party) {
                let had = Had {
                    words: words.words.clone(),
                    conditions: words.conditions.len(),
                    lapses: item.content.lapses,
                    corrections: vec![],
                    invoked: BTreeSet::new(),
                    read: false,
                    disposed: false,
                    answered_by: vec![],
                    answered_elsewhere: false,
                    superseded: false,
                    erased: false,
                };
                // It takes the place of the last of those before it that the office has.
                let mut before = item.supersedes;
                while let Some(replaced) = before.filter(|one| !self.offices[&seat].had.contains_key(one)) {
                    before = self.items[&replaced].supersedes;
                }
                let office = self.office(seat);
                office.had.insert(id, had);
                if let Some(replaced) = before.and_then(|replaced| office.had.get_mut(&replaced)) {
                    replaced.superseded = true;
                }
                self.item(id).with.insert(seat);
            }
        }
        self.tell_following(id, |own| own.told = true);
    }

    fn release_pending(&mut self, officer: &str, id: u8, item: &Item) -> Broken {
        let corrections: Vec<&Rendition> = item.pending_corrections().collect();
        let mut is: Broken = corrections.iter().flat_map(|one| self.unapproved(officer, item, one)).collect();
        let pending: Vec<u8> =
            item.invoked.iter().filter(|(_, one)| **one == Invoked::Pending).map(|(number, _)| *number).collect();
        if corrections.is_empty() && pending.is_empty() {
            return vec![Refusal::AlreadyReleased];
        }
        // What an office has conditions by: the corrections that go in this act, or what it has.
        let conditions = |seat: SeatId| {
            let last = corrections.iter().rev().find(|one| one.words.to.contains(&party_of(seat)));
            last.map_or(self.offices[&seat].had[&id].conditions, |one| one.words.conditions.len())
        };
        let all = item.content.conditions.len();
        let told: Vec<SeatId> = item.with.iter().copied().filter(|seat| conditions(*seat) == all).collect();
        let told = if all == 0 { vec![] } else { told };
        is.extend(broken([(!pending.is_empty() && told.is_empty(), Refusal::ConditionNotConveyed)]));
        if is.is_empty() {
            self.corrections_go(id);
            for number in pending {
                for seat in told.iter().filter(|seat| self.sees(**seat)).collect::<Vec<_>>() {
                    self.office(*seat).had.get_mut(&id).expect("it has it").invoked.insert(number);
                }
                self.item(id).invoked.insert(number, Invoked::Settled);
                self.tell_following(id, |own| {
                    own.invoked.insert(number);
                });
            }
        }
        is
    }

    fn corrections_go(&mut self, id: u8) {
        let item = self.items[&id].clone();
        for correction in item.pending_corrections().map(|one| &one.words) {
            let with = item.with.iter().filter(|seat| correction.to.contains(&party_of(**seat)));
            for seat in with.filter(|seat| self.sees(**seat)).collect::<Vec<_>>() {
                let had = self.office(*seat).had.get_mut(&id).expect("it has it");
                // What is gone from there does not come back, but by new words.
                had.corrections.push(correction.words.clone());
                had.conditions = correction.conditions.len();
            }
        }
        for one in self.item(id).renditions.iter_mut().filter(|one| one.words.corrects.is_some()) {
            one.settled = true;
        }
        self.tell_following(id, |own| own.told = true);
    }

    fn hand_back(&mut self, id: u8, item: &Item) -> Broken {
        let pending =
            item.pending_corrections().next().is_some() || item.invoked.values().any(|one| *one == Invoked::Pending);
        if item.author != Author::Desk && item.is_out() && pending {
            let given_up = self.item(id);
            given_up.renditions.iter_mut().for_each(|one| one.settled |= one.words.corrects.is_some());
            given_up.invoked.values_mut().for_each(|one| *one = Invoked::Settled);
            return vec![];
        }
        let is = broken([
            (item.author == Author::Desk, Refusal::OwnWords),
            (item.is_out(), Refusal::AlreadyReleased),
            (item.pair.is_some(), Refusal::DeclarationAlone),
            (item.erased, Refusal::Erased),
            (item.is_over(), over(item.stands)),
        ]);
        if is.is_empty() {
            self.ends(id, ItemState::Returned);
        }
        is
    }

    /// An item ends, and its author's offices are told how.
    pub(super) fn ends(&mut self, id: u8, how: ItemState) {
        self.item(id).stands = how;
        for seat in self.author_seats(id) {
            self.office(seat).end(id, how);
        }
    }

    /// Voids what is with nobody, and tells its author.
    pub(super) fn void(&mut self, id: u8) {
        let item = &self.items[&id];
        if !item.is_out() && item.is_open(self.now) {
            self.ends(id, ItemState::Voided);
        }
    }

    pub(super) fn desk_erases(&mut self, id: u8, item: &Item) {
        if item.erased {
            return;
        }
        self.taken_from_pair(id, item);
        if !item.confided {
            self.void(id);
        }
        self.item(id).erased = true;
    }

    fn same(&mut self, id: u8, of: u8) -> Broken {
        let Some(other) = self.items.get(&of).cloned() else { return vec![Refusal::UnknownItem] };
        let item = self.items[&id].clone();
        let open = |one: &Item| one.pair.is_none() && one.is_open(self.now);
        let alike = item.party.is_some() && item.party == other.party && item.confided == other.confided;
        let is = broken([(id == of || !alike || !open(&item) || !open(&other) || item.is_out(), Refusal::NotTheSame)]);
        if is.is_empty() {
            self.ends(id, ItemState::Voided);
            self.item(id).same_as = Some(of);
            self.item(id).alike.remove(&of);
            self.item(of).alike.remove(&id);
        }
        is
    }

    /// An item that waited is open: it takes the place of what it supersedes.
    pub(super) fn stands_open(&mut self, id: u8) {
        self.stands(id, ItemState::Lodged);
        self.takes_the_place(id);
    }

    /// How an item stands from now on, at the desk and at its author's.
    fn stands(&mut self, id: u8, how: ItemState) {
        self.item(id).stands = how;
        for seat in self.author_seats(id) {
            if let Some(own) = self.office(seat).own.get_mut(&id) {
                own.stands = how;
            }
        }
    }

    /// Whether something that did not come to nothing stands in an item's place.
    pub(super) fn replaced(&self, id: u8) -> bool {
        let by = self.items.get(&id).and_then(|item| item.superseded);
        by.is_some_and(|by| !self.items[&by].came_to_nothing(self.now) || self.replaced(by))
    }

    pub(super) fn takes_the_place(&mut self, id: u8) {
        let Some(replaced) = self.items[&id].supersedes.filter(|replaced| !self.replaced(*replaced)) else { return };
        self.item(replaced).superseded = Some(id);
        self.void(replaced);
    }

    /// The offices whose own an item is.
    pub(super) fn author_seats(&self, id: u8) -> Vec<SeatId> {
        let item = &self.items[&id];
        let Some(party) = item.party else { return vec![] };
        match item.author {
            Author::Seat(ENVOY) => vec![ENVOY, EAST],
            _ => vec![Self::principal(party)],
        }
    }

    /// Tells those of them that see the channel.
    pub(super) fn tell_following(&mut self, id: u8, with: impl Fn(&mut Own)) {
        for seat in self.author_seats(id).into_iter().filter(|seat| self.sees(*seat)).collect::<Vec<_>>() {
            if let Some(own) = self.office(seat).own.get_mut(&id) {
                with(own);
            }
        }
    }

    fn outreach(&mut self, command: &DeskCommand) -> Broken {
        let DeskCommand::Outreach { item, text, lapses, to, form, own, .. } = command else { return vec![] };
        let id = id_of(*item);
        let form = form.unwrap_or(Form::NonPaper);
        let is = broken([
            (self.items.contains_key(&id), Refusal::IdTaken),
            self.closed(),
            (to.iter().any(|one| !PARTIES.contains(one)), Refusal::NoAddressee),
            (*lapses <= self.now, Refusal::LapsesInPast),
            (form == Form::Declaration, Refusal::DeclarationAlone),
        ]);
        if is.is_empty() {
            let _: Option<OwnWords> = *own;
            let to: Vec<PartyId> = PARTIES.into_iter().filter(|one| to.is_empty() || to.contains(one)).collect();
            let mut made = Self::made(Author::Desk, None, Content::new(text.clone(), *lapses), to.clone());
            let words = Words { to, words: text.clone(), label: None, conditions: vec![], corrects: None };
            made.renditions.push(Rendition { words, officer: String::new(), verdict: None, settled: false });
            self.items.insert(id, made);
            self.conveyed(id);
        }
        is
    }

    pub(super) fn made(author: Author, party: Option<PartyId>, content: Content, to: Vec<PartyId>) -> Item {
        Item {
            author,
            party,
            content,
            to,
            handling: Handling::AtDesk,
            approve: false,
            not_before: None,
            not_after: None,
            answers: None,
            reaffirms: None,
            supersedes: None,
            confided: false,
            leave: Leave::NotAsked,
            stands: ItemState::Lodged,
            superseded: None,
            erased: false,
            same_as: None,
            confirmed: None,
            renditions: vec![],
            with: BTreeSet::new(),
            invoked: BTreeMap::new(),
            alike: BTreeSet::new(),
            pair: None,
        }
    }

    pub(super) fn own(item: &Item) -> Own {
        Own {
            lapses: item.content.lapses,
            conditions: item.content.conditions.len(),
            confided: item.confided,
            stands: ItemState::Lodged,
            superseded: None,
            supersedes: item.supersedes,
            answers: item.answers,
            asked: vec![],
            told: false,
            invoked: BTreeSet::new(),
            leave: Leave::NotAsked,
            to_confirm: item.author == Author::Told,
            confirmed: false,
            erased: false,
        }
    }

    /// The rules that any content keeps.
    pub(super) fn content(&self, content: &Content) -> Broken {
        let personal = content.form == Form::PersonalMessage;
        broken([
            (content.lapses <= self.now, Refusal::LapsesInPast),
            (personal && content.on_behalf_of.is_none(), Refusal::OnWhoseBehalf),
            (!personal && content.on_behalf_of.is_some(), Refusal::PersonalOnly),
        ])
    }

    fn intake(&mut self, intake: &Intake) -> Broken {
        let (id, party) = (id_of(intake.item), intake.from);
        let [answers, reaffirms, supersedes] =
            [intake.answers, intake.reaffirms, intake.supersedes].map(|one| one.map(id_of));
        let theirs = |id: u8| self.items.get(&id).is_some_and(|one| one.party != Some(party) && !one.confided);
        let mine = |id: u8| self.items.get(&id).is_some_and(|one| one.party == Some(party) && !one.confided);
        let unknown =
            answers.is_some_and(|id| !theirs(id)) || reaffirms.into_iter().chain(supersedes).any(|id| !mine(id));
        let had = |id: u8| self.items.get(&id).is_some_and(|one| one.with.contains(&Self::principal(party)));
        let mut is = broken([
            (self.items.contains_key(&id), Refusal::IdTaken),
            self.closed(),
            (unknown, Refusal::UnknownItem),
            (answers.is_some_and(|id| !had(id)), Refusal::UnknownConveyed),
            (supersedes.is_some_and(|id| self.replaced(id)), Refusal::Superseded),
        ]);
        is.extend(self.content(&intake.content));
        if is.is_empty() {
            let to = PARTIES.into_iter().filter(|one| *one != party).collect();
            let made = Self::made(Author::Told, Some(party), intake.content.clone(), to);
            let made = Item { approve: intake.approve, answers, reaffirms, supersedes, ..made };
            for seat in self.seats_that_may(party, Act::Approve) {
                self.adds_own(seat, id, Self::own(&made));
            }
            self.comes_in(id, made);
        }
        is
    }

    /// Takes an item in, and notes what it is like.
    pub(super) fn comes_in(&mut self, id: u8, mut made: Item) {
        let now = self.now;
        let tied = |other: u8| made.reaffirms == Some(other) || made.supersedes == Some(other);
        let like = |other: &Item| {
            (other.party, other.confided, &other.content.text) == (made.party, made.confided, &made.content.text)
                && other.pair.is_none()
                && other.is_open(now)
        };
        made.alike = self.items.iter().filter(|(one, item)| !tied(**one) && like(item)).map(|(one, _)| *one).collect();
        self.items.insert(id, made);
    }

    /// An item of a party's own at one of its offices.
    pub(super) fn adds_own(&mut self, seat: SeatId, id: u8, own: Own) {
        let office = self.office(seat);
        if office.own.contains_key(&id) {
            return;
        }
        if let Some(replaced) = own.supersedes.and_then(|one| office.own.get_mut(&one)) {
            replaced.superseded = Some(id);
        }
        if let Some(had) = own.answers.and_then(|one| office.had.get_mut(&one)) {
            had.answered_by.push(id);
        }
        office.own.insert(id, own);
    }
}
