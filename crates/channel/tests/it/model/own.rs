//! What parties do with items of their own and with what was conveyed to them, in the model.

use channel::party::Command as PartyCommand;
use channel::{Act, Content, ConveyedId, Disposition, Form, ItemState, Lodging, PartyId, Refusal, SeatId};

use super::items::{id_of, over};
use super::offices::Own;
use super::{Author, Broken, Invoked, Item, Leave, Model, Words, broken};
use crate::steps::{ENVOY, ENVOYS_NAME, PARTIES, party_of};
use crate::world::EAST;

const fn had_of(conveyed: ConveyedId) -> u8 {
    conveyed.0[0]
}

impl Model {
    /// Why an office may not do such an act in the channel, as far as it knows.
    pub(super) fn office_refuses(&self, seat: SeatId, act: Act) -> Broken {
        let mut is = self.unmandated(seat, act);
        is.extend(broken([(self.offices[&seat].closed, Refusal::Closed)]));
        is
    }

    /// Why nothing more may be done with an item of one's own.
    fn own_is_over(&self, own: &Own) -> Broken {
        match own.state(self.now) {
            ItemState::Erased => vec![Refusal::Erased],
            ItemState::Voided if own.superseded.is_some() => vec![Refusal::Superseded],
            stands @ (ItemState::Returned | ItemState::Recalled | ItemState::Voided) => vec![over(stands)],
            ItemState::Lapsed => vec![Refusal::Lapsed],
            _ => vec![],
        }
    }

    pub(super) fn party_on_items(&mut self, seat: SeatId, command: &PartyCommand) -> Broken {
        match command {
            PartyCommand::Lodge(lodging) => self.lodge(seat, lodging),
            PartyCommand::Confide { item, text, lapses, .. } => {
                let mut is = self.office_refuses(seat, Act::Lodge);
                let id = id_of(*item);
                is.extend(broken([
                    (self.offices[&seat].own.contains_key(&id), Refusal::IdTaken),
                    (*lapses <= self.now, Refusal::LapsesInPast),
                ]));
                if !is.is_empty() {
                    return is;
                }
                let content = Content { form: Form::OralMessage, ..Content::new(text.clone(), *lapses) };
                let to = PARTIES.into_iter().filter(|one| *one != party_of(seat)).collect();
                let made = Self::made(Author::Seat(seat), Some(party_of(seat)), content, to);
                self.lodged(seat, id, Item { confided: true, ..made }, ItemState::Lodged)
            }
            PartyCommand::Countersign { item } => {
                self.of_own(seat, id_of(*item), Act::Lodge, |model, id, item, own| {
                    let is = broken([
                        (seat == ENVOY, Refusal::PrincipalOnly),
                        (own.stands != ItemState::AwaitingCountersign, Refusal::NoCountersign),
                        (item.stands != ItemState::AwaitingCountersign, Refusal::NoCountersign),
                    ]);
                    if is.is_empty() {
                        model.stands_open(id);
                    }
                    is
                })
            }
            PartyCommand::Recall { item } => self.of_own(seat, id_of(*item), Act::Lodge, |model, id, item, _| {
                let released = item.pair.is_some_and(|pair| model.pairs[&pair].released);
                let is = broken([
                    (item.is_out(), Refusal::AlreadyConveyed),
                    (released, Refusal::PairReleased),
                    (item.erased, Refusal::Erased),
                    (item.is_over(), over(item.stands)),
                    (item.is_over() && item.superseded.is_some(), Refusal::Superseded),
                ]);
                if is.is_empty() {
                    model.taken_from_pair(id, item);
                    model.ends(id, ItemState::Recalled);
                }
                is
            }),
            PartyCommand::Approve { item } => self.decided(seat, id_of(*item), true),
            PartyCommand::Object { item, .. } => self.decided(seat, id_of(*item), false),
            PartyCommand::Invoke { item, condition } => {
                let number = *condition;
                self.of_own(seat, id_of(*item), Act::Lodge, |model, id, item, own| {
                    let is = broken([
                        (!(1..=own.conditions).contains(&usize::from(number)), Refusal::UnknownCondition),
                        (!own.told || !item.is_out(), Refusal::NotReleased),
                        (own.invoked.contains(&number) || item.invoked.contains_key(&number), Refusal::AlreadyInvoked),
                        (item.erased, Refusal::Erased),
                    ]);
                    if is.is_empty() {
                        model.item(id).invoked.insert(number, Invoked::Pending);
                        model.tell_following(id, |own| {
                            own.invoked.insert(number);
                        });
                        model.office(seat).own.get_mut(&id).expect("its own").invoked.insert(number);
                    }
                    is
                })
            }
            PartyCommand::Dispose { conveyed, disposition } => self.dispose(seat, had_of(*conveyed), *disposition),
            PartyCommand::Read { conveyed } => {
                let now = self.now;
                let office = self.office(seat);
                let Some(had) = office.had.get(&had_of(*conveyed)) else { return vec![Refusal::UnknownConveyed] };
                let is = broken([
                    (had.erased, Refusal::Erased),
                    (had.state(now, &office.own) == ItemState::LapsedUnread, Refusal::Lapsed),
                ]);
                if is.is_empty() {
                    office.had.get_mut(&had_of(*conveyed)).expect("it is there").read = true;
                }
                is
            }
            PartyCommand::Erase { item: Some(item), conveyed: None } => {
                let own = self.office(seat).own.get_mut(&id_of(*item));
                own.map_or(vec![Refusal::UnknownItem], |own| {
                    own.erased = true;
                    vec![]
                })
            }
            PartyCommand::Erase { item: None, conveyed: Some(conveyed) } => {
                let had = self.office(seat).had.get_mut(&had_of(*conveyed));
                had.map_or(vec![Refusal::UnknownConveyed], |had| {
                    had.erased = true;
                    vec![]
                })
            }
            _ => vec![Refusal::NameOne],
        }
    }

    /// An act on an item of the party's own: one that the office knows, that is not over, and that is its own or the
    /// principal's to act on.
    fn of_own(
        &mut self,
        seat: SeatId,
        id: u8,
        act: Act,
        with: impl FnOnce(&mut Self, u8, &Item, &Own) -> Broken,
    ) -> Broken {
        let Some(own) = self.offices[&seat].own.get(&id).cloned() else {
            let mut is = vec![Refusal::UnknownItem];
            is.extend(broken([(seat == ENVOY, Refusal::PrincipalOnly)]));
            return is;
        };
        let mut is = self.office_refuses(seat, act);
        is.extend(self.own_is_over(&own));
        // What the desk never took in was handed back at once, and is over.
        let Some(item) = self.items.get(&id).cloned() else { return is };
        is.extend(broken([(!self.author_seats(id).contains(&seat), Refusal::NotYours)]));
        if !is.is_empty() {
            // What else it breaks: nothing comes of it.
            is.extend(with(&mut self.clone(), id, &item, &own));
            return is;
        }
        with(self, id, &item, &own)
    }

    fn lodge(&mut self, seat: SeatId, lodging: &Lodging) -> Broken {
        let (id, office) = (id_of(lodging.item), &self.offices[&seat]);
        let end = lodging.not_after.unwrap_or(lodging.content.lapses).min(lodging.content.lapses);
        let empty = lodging.not_before.is_some_and(|start| start >= end)
            || lodging.not_after.is_some_and(|end| end <= self.now);
        let [reaffirms, supersedes] = [lodging.reaffirms, lodging.supersedes].map(|one| one.map(id_of));
        let mine = |id: u8| office.own.get(&id).is_some_and(|own| !own.confided);
        let answers = lodging.answers.map(had_of);
        let answered = answers.and_then(|id| office.had.get(&id));
        let unread = answered.is_some_and(|had| had.state(self.now, &office.own) == ItemState::LapsedUnread);
        let replaced = supersedes.is_some_and(|id| office.replaced(id, self.now));
        let tied = || reaffirms.into_iter().chain(supersedes);
        let foreign = |id: u8| self.items.get(&id).is_some_and(|_| !self.author_seats(id).contains(&seat));
        let mut is = self.office_refuses(seat, Act::Lodge);
        is.extend(self.content(&lodging.content));
        is.extend(broken([
            (office.own.contains_key(&id), Refusal::IdTaken),
            (empty, Refusal::EmptyWindow),
            (lodging.to.iter().any(|number| !(1..=2).contains(number)), Refusal::NoAddressee),
            (tied().any(|id| !mine(id)), Refusal::UnknownItem),
            (lodging.answers.is_some() && answered.is_none(), Refusal::UnknownConveyed),
            (unread, Refusal::Lapsed),
            (replaced, Refusal::Superseded),
        ]));
        if !is.is_empty() {
            return is;
        }
        let others: Vec<PartyId> = PARTIES.into_iter().filter(|one| *one != party_of(seat)).collect();
        let named =
            |at: &usize| lodging.to.is_empty() || lodging.to.iter().any(|number| usize::from(*number) == at + 1);
        let to = (0..others.len()).filter(named).map(|at| others[at]).collect();
        let made = Item {
            handling: lodging.handling,
            approve: lodging.approve,
            not_before: lodging.not_before,
            not_after: lodging.not_after,
            answers,
            reaffirms,
            supersedes,
            ..Self::made(Author::Seat(seat), Some(party_of(seat)), lodging.content.clone(), to)
        };
        // The desk takes in no tie to what it never took in, nor to another office's.
        let unknown = tied().any(|id| !self.items.contains_key(&id));
        let others = tied().any(foreign);
        let taken = supersedes.is_some_and(|id| self.replaced(id));
        let at_desk = broken([
            self.closed(),
            (unknown, Refusal::UnknownItem),
            (others, Refusal::NotYours),
            (taken, Refusal::Superseded),
        ]);
        if !at_desk.is_empty() {
            self.adds_own(seat, id, Self::own(&made));
            self.refused(seat, id);
            return at_desk;
        }
        let waits = seat == ENVOY && self.mandate.countersign;
        self.lodged(seat, id, made, if waits { ItemState::AwaitingCountersign } else { ItemState::Lodged })
    }

    /// The desk took nothing of it: it is handed back, and replaces nothing.
    pub(super) fn refused(&mut self, seat: SeatId, id: u8) {
        let office = self.office(seat);
        let supersedes = office.own[&id].supersedes;
        office.end(id, ItemState::Returned);
        if let Some(replaced) = supersedes.and_then(|id| office.own.get_mut(&id)) {
            replaced.superseded = None;
        }
    }

    /// An item is at its office, at the desk, and as a copy at its principal's.
    pub(super) fn lodged(&mut self, seat: SeatId, id: u8, made: Item, stands: ItemState) -> Broken {
        self.adds_own(seat, id, Own { stands, ..Self::own(&made) });
        if self.closed {
            self.refused(seat, id);
            return vec![Refusal::Closed];
        }
        if seat == ENVOY {
            self.adds_own(EAST, id, Own { stands, ..Self::own(&made) });
        } else if let Some(answered) = made.answers.filter(|_| seat == EAST && self.sees(ENVOY)) {
            let had = self.office(ENVOY).had.get_mut(&answered);
            had.into_iter().for_each(|had| had.answered_elsewhere = true);
        }
        self.comes_in(id, Item { stands, ..made });
        if stands == ItemState::Lodged {
            self.takes_the_place(id);
        }
        vec![]
    }

    /// What an envoy lodged before it learnt that its mandate was revoked comes after: it is held, or refused for what else
    /// it breaks. What its office alone says of the lodging, and what is said of the revocation.
    pub(crate) fn lodges_late(&mut self, lodging: &Lodging) -> (Broken, Broken) {
        let (id, revoke) = (id_of(lodging.item), PartyCommand::Revoke { envoy: ENVOYS_NAME.to_owned() });
        let before = self.clone();
        let lodges = self.lodge(ENVOY, lodging);
        if !lodges.is_empty() {
            let goes = !before.offices[&ENVOY].own.contains_key(&id) && self.offices[&ENVOY].own.contains_key(&id);
            return (if goes { vec![] } else { lodges }, self.party(EAST, &revoke));
        }
        let made = self.items[&id].clone();
        *self = before;
        let revokes = self.party(EAST, &revoke);
        for seat in [ENVOY, EAST] {
            self.adds_own(seat, id, Own { stands: ItemState::Held, ..Self::own(&made) });
        }
        self.comes_in(id, Item { stands: ItemState::Held, ..made });
        (lodges, revokes)
    }

    fn decided(&mut self, seat: SeatId, id: u8, approves: bool) -> Broken {
        let Some(own) = self.offices[&seat].own.get(&id).cloned() else { return vec![Refusal::UnknownItem] };
        let mut is = self.office_refuses(seat, Act::Approve);
        is.extend(self.own_is_over(&own));
        if !is.is_empty() {
            return is;
        }
        let Some(item) = self.items.get(&id).cloned() else { return vec![Refusal::Returned] };
        if own.to_confirm {
            return self.confirmed(seat, id, &item, approves);
        }
        let mine = self.author_seats(id).contains(&seat);
        let open: Vec<Words> =
            own.asked.iter().filter(|(_, verdict)| verdict.is_none()).map(|(words, _)| words.clone()).collect();
        if open.is_empty() && own.leave != Leave::Asked {
            let nothing = own.asked.is_empty() && !own.confirmed && own.leave == Leave::NotAsked;
            return vec![if nothing { Refusal::NothingToApprove } else { Refusal::AlreadyDecided }];
        }
        let is = broken([(!mine, Refusal::NotYours), (item.erased, Refusal::Erased)]);
        if !is.is_empty() {
            return is;
        }
        if open.is_empty() {
            self.item(id).leave = Leave::Decided(approves);
            self.office(seat).own.get_mut(&id).expect("its own").leave = Leave::Decided(approves);
            self.tell_following(id, |own| own.leave = Leave::Decided(approves));
            return vec![];
        }
        for rendition in self.item(id).renditions.iter_mut().filter(|one| open.contains(&one.words)) {
            rendition.verdict.get_or_insert(approves);
        }
        let decide = |own: &mut Own| {
            let of = own.asked.iter_mut().filter(|(words, verdict)| verdict.is_none() && open.contains(words));
            of.for_each(|(_, verdict)| *verdict = Some(approves));
        };
        decide(self.office(seat).own.get_mut(&id).expect("its own"));
        self.tell_following(id, decide);
        vec![]
    }

    /// A party says whether it said what the desk wrote down.
    fn confirmed(&mut self, seat: SeatId, id: u8, item: &Item, confirms: bool) -> Broken {
        let is = broken([(item.confirmed.is_some(), Refusal::AlreadyDecided), (item.erased, Refusal::Erased)]);
        if !is.is_empty() {
            return is;
        }
        let party = item.party.expect("a party's");
        let item = self.item(id);
        item.confirmed = Some(confirms);
        if confirms {
            item.author = Author::Seat(seat);
        }
        for seat in self.seats_that_may(party, Act::Approve) {
            let office = self.office(seat);
            let Some(own) = office.own.get_mut(&id) else { continue };
            (own.to_confirm, own.confirmed) = (false, true);
            let denied = own.supersedes.filter(|_| !confirms);
            if let Some(replaced) = denied.and_then(|id| office.own.get_mut(&id)) {
                replaced.superseded = None;
            }
        }
        if confirms {
            self.takes_the_place(id);
        }
        vec![]
    }

    fn dispose(&mut self, seat: SeatId, id: u8, disposition: Disposition) -> Broken {
        let Some(had) = self.offices[&seat].had.get(&id) else { return vec![Refusal::UnknownConveyed] };
        let unread = disposition == Disposition::ReturnedUnread;
        let mut is = self.office_refuses(seat, Act::Dispose);
        is.extend(broken([
            (had.erased, Refusal::Erased),
            (self.now >= had.lapses, Refusal::Lapsed),
            (unread && had.read, Refusal::WasRead),
        ]));
        if is.is_empty() {
            for kin in self.seats_that_see(party_of(seat)) {
                if let Some(had) = self.office(kin).had.get_mut(&id) {
                    had.disposed = true;
                    had.erased |= unread;
                }
            }
        }
        is
    }
}
