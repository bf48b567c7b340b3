//! What the model does with what is no item: pairs, proposals, questions, offers, readouts, texts, notes.

use std::collections::BTreeMap;

use channel::desk::{Command as DeskCommand, Matter};
use channel::party::{Command as PartyCommand, Matter as PartyMatter};
use channel::{Act, Civil, Content, Form, ItemState, PairState, PartyId, Refusal, SeatId};

use super::{Author, Broken, Item, Model, Offer, Pair, Proposal, Question, Readout, Rendition, Words, broken};
use crate::steps::{ENVOY, PARTIES, offer_at, pair_at, party_of, proposal_at, readout_at, text_at};

/// Which of a few numbers an office's handle stands for.
fn numbered<H: PartialEq>(handle: &H, named: impl Fn(u8) -> H) -> Option<u8> {
    (0..4).find(|number| named(*number) == *handle)
}

impl Model {
    // At the desk.

    pub(super) fn desk_on_matters(&mut self, command: &DeskCommand) -> Broken {
        match command {
            DeskCommand::Pair { pair, channel, lapses } => {
                let id = pair.0[0];
                let is = broken([
                    (self.pairs.contains_key(&id), Refusal::IdTaken),
                    (*channel != crate::world::CALM, Refusal::UnknownChannel),
                    self.closed(),
                    (lapses.is_some_and(|lapses| lapses <= self.now), Refusal::LapsesInPast),
                ]);
                if is.is_empty() {
                    self.pairs.insert(id, Pair { lapses: *lapses, ..Pair::default() });
                    for seat in self.all_that_may(&PARTIES, Act::Lodge) {
                        self.office(seat).sees_pair(id, *lapses);
                    }
                }
                is
            }
            DeskCommand::ReleasePair { pair } => self.release_pair(pair.0[0]),
            DeskCommand::Propose { proposal, options, reveal_at, .. } => {
                let id = proposal.0[0];
                let is = broken([
                    (self.proposals.contains_key(&id), Refusal::IdTaken),
                    self.closed(),
                    (options.is_empty(), Refusal::Empty),
                    (*reveal_at <= self.now, Refusal::RevealInPast),
                ]);
                if is.is_empty() {
                    // A quarter of the time, an hour at most, is for offices to open what they answered.
                    let window = ((reveal_at.0 - self.now.0) / 4).min(3_600);
                    let made = Proposal {
                        options: u8::try_from(options.len()).expect("few"),
                        opens_at: Civil(reveal_at.0 - window),
                        began: false,
                        reveal_at: *reveal_at,
                        answers: BTreeMap::new(),
                        forgotten: false,
                        common: None,
                    };
                    self.proposals.insert(id, made);
                    for seat in self.all_that_may(&PARTIES, Act::Answer) {
                        self.office(seat).sees_proposal(id);
                    }
                }
                is
            }
            DeskCommand::Ask { question, to, lapses, about, principal_only, .. } => {
                let (id, lapses) = (question.0[0], lapses.unwrap_or_else(|| self.now.plus_days(30)));
                let is = broken([
                    (self.questions.contains_key(&id), Refusal::IdTaken),
                    self.closed(),
                    (!PARTIES.contains(to), Refusal::NoAddressee),
                    (lapses <= self.now, Refusal::LapsesInPast),
                    (about.is_some_and(|item| !self.items.contains_key(&item.0[0])), Refusal::UnknownItem),
                ]);
                if is.is_empty() {
                    let (to, principal_only) = (*to, *principal_only);
                    self.questions.insert(id, Question { to, lapses, principal_only, reply: None, forgotten: false });
                    let seats = self.seats_that_may(to, Act::Answer);
                    for seat in seats.into_iter().filter(|seat| !principal_only || *seat != ENVOY) {
                        self.office(seat).questions.insert(id, (lapses, false));
                    }
                }
                is
            }
            DeskCommand::Offer { offer, to, lapses, .. } => {
                let (id, lapses) = (offer.0[0], lapses.unwrap_or_else(|| self.now.plus_days(30)));
                let is = broken([
                    (self.offers.contains_key(&id), Refusal::IdTaken),
                    self.closed(),
                    (to.iter().any(|one| !PARTIES.contains(one)), Refusal::NoAddressee),
                    (lapses <= self.now, Refusal::LapsesInPast),
                ]);
                if is.is_empty() {
                    let to: Vec<PartyId> =
                        PARTIES.into_iter().filter(|one| to.is_empty() || to.contains(one)).collect();
                    for seat in self.all_that_may(&to, Act::Answer) {
                        self.office(seat).offers.insert(id, None);
                    }
                    self.offers.insert(id, Offer { to, lapses, answers: BTreeMap::new(), forgotten: false });
                }
                is
            }
            DeskCommand::Table { text, channel, .. } => {
                let id = text.0[0];
                let forgotten = self.texts.get(&id).is_some_and(|one| one.forgotten);
                let unknown = *channel != crate::world::CALM;
                let is = broken([(unknown, Refusal::UnknownChannel), self.closed(), (forgotten, Refusal::Erased)]);
                if is.is_empty() {
                    let text = self.texts.entry(id).or_default();
                    text.versions += 1;
                    let version = text.versions;
                    for seat in self.all_that_may(&PARTIES, Act::Answer) {
                        self.office(seat).texts.entry(id).or_default().0.insert(version);
                    }
                }
                is
            }
            DeskCommand::Draft { readout, concerns, mentions, channel, .. } => {
                let unknown = mentions.iter().any(|item| !self.items.contains_key(&item.0[0]));
                let mut is = self.settled(readout.0[0]);
                is.extend(broken([
                    (concerns.is_empty() || concerns.iter().any(|one| !PARTIES.contains(one)), Refusal::UnknownParty),
                    (unknown, Refusal::UnknownItem),
                ]));
                if is.is_empty() {
                    self.drafted(readout.0[0], concerns, channel.is_some());
                }
                is
            }
            DeskCommand::Publish { readout } => {
                let id = readout.0[0];
                let Some(readout) = self.readouts.get(&id) else { return vec![Refusal::UnknownReadout] };
                let cleared = readout.concerns.iter().all(|party| readout.cleared.get(party) == Some(&true));
                let mut is = self.settled(id);
                is.extend(broken([(!cleared, Refusal::NotCleared)]));
                if is.is_empty() {
                    self.readouts.get_mut(&id).expect("it is there").published = true;
                    self.stirs(id);
                    self.tell_concerned(id, |seen| seen.published = true);
                }
                is
            }
            DeskCommand::WithdrawReadout { readout } => {
                let id = readout.0[0];
                let Some(readout) = self.readouts.get_mut(&id) else { return vec![Refusal::UnknownReadout] };
                let is = broken([
                    (readout.published, Refusal::AlreadyPublished),
                    (readout.withdrawn, Refusal::ReadoutWithdrawn),
                ]);
                if is.is_empty() {
                    readout.withdrawn = true;
                    self.stirs(id);
                    self.tell_concerned(id, |seen| seen.withdrawn = true);
                }
                is
            }
            DeskCommand::DeclareInterest { .. } => vec![],
            DeskCommand::Disclose { note, items, .. } => {
                let unknown = items.iter().any(|item| !self.items.contains_key(&item.0[0]));
                let is = broken([(items.is_empty(), Refusal::Empty), (unknown, Refusal::UnknownItem)]);
                self.notes(note.0[0], is)
            }
            DeskCommand::NoteStatement { note, item, .. } => {
                let found = self.items.get(&item.0[0]);
                let is = broken([
                    (found.is_none(), Refusal::UnknownItem),
                    (found.is_some_and(|item| item.party.is_none()), Refusal::OwnWords),
                ]);
                self.notes(note.0[0], is)
            }
            DeskCommand::Expose { note, .. } => self.notes(note.0[0], vec![]),
            DeskCommand::Forget { matter } => {
                let there = match matter {
                    Matter::Question(id) => self.questions.get_mut(&id.0[0]).map(|one| one.forgotten = true),
                    Matter::Proposal(id) => self.proposals.get_mut(&id.0[0]).map(|one| one.forgotten = true),
                    Matter::Offer(id) => self.offers.get_mut(&id.0[0]).map(|one| one.forgotten = true),
                    Matter::Readout(id) => self.readouts.get_mut(&id.0[0]).map(|one| one.forgotten = true),
                    Matter::Text(id) => self.texts.get_mut(&id.0[0]).map(|one| one.forgotten = true),
                    Matter::Note(id) => self.notes.get(&id.0[0]).map(|_| ()),
                };
                broken([(there.is_none(), Refusal::MakesNoSense)])
            }
            _ => unreachable!("no command on matters"),
        }
    }

    fn notes(&mut self, note: u8, mut is: Broken) -> Broken {
        is.extend(broken([(self.notes.contains(&note), Refusal::IdTaken)]));
        self.notes.extend(is.is_empty().then_some(note));
        is
    }

    /// Why a readout is not drafted anew, or published.
    fn settled(&self, id: u8) -> Broken {
        let Some(readout) = self.readouts.get(&id) else { return vec![] };
        broken([
            (readout.published, Refusal::AlreadyPublished),
            (readout.withdrawn, Refusal::ReadoutWithdrawn),
            (readout.forgotten, Refusal::Erased),
        ])
    }

    fn seats_that_clear(&self, party: PartyId, of_channel: bool) -> Vec<SeatId> {
        if of_channel { self.seats_that_may(party, Act::Clear) } else { vec![Self::principal(party)] }
    }

    fn drafted(&mut self, id: u8, concerns: &[PartyId], of_channel: bool) {
        let revision = self.readouts.get(&id).map_or(0, |before| before.revision) + 1;
        let (concerns, cleared, now) = (concerns.to_vec(), BTreeMap::new(), self.now);
        for party in &concerns {
            for seat in self.seats_that_clear(*party, of_channel) {
                self.office(seat).sees_draft(id, revision, now);
            }
        }
        let (published, withdrawn, stirred, forgotten) = (false, false, self.now, false);
        let made = Readout { revision, of_channel, concerns, cleared, published, withdrawn, stirred, forgotten };
        self.readouts.insert(id, made);
    }

    /// Something is done with a readout.
    fn stirs(&mut self, id: u8) {
        self.readouts.get_mut(&id).expect("it is there").stirred = self.now;
    }

    fn tell_concerned(&mut self, id: u8, with: impl Fn(&mut super::offices::ReadoutSeen)) {
        let (readout, now) = (self.readouts[&id].clone(), self.now);
        let with = |seen: &mut super::offices::ReadoutSeen| {
            with(seen);
            seen.stirred = now;
        };
        for party in readout.concerns {
            for seat in self.seats_that_clear(party, readout.of_channel) {
                self.office(seat).readouts.get_mut(&id).into_iter().for_each(&with);
            }
        }
    }

    // Pairs.

    pub(super) fn declaration_stands(&self, item: u8) -> bool {
        let item = &self.items[&item];
        item.stands == ItemState::Lodged && item.is_open(self.now)
    }

    fn release_pair(&mut self, id: u8) -> Broken {
        let Some(pair) = self.pairs.get(&id).cloned() else { return vec![Refusal::UnknownPair] };
        let is = match pair.state() {
            PairState::NotCompleted => vec![Refusal::PairEnded],
            PairState::Released => vec![Refusal::AlreadyReleased],
            PairState::Open | PairState::Opening => vec![Refusal::NotAllOpened],
            PairState::Complete => vec![],
        };
        if !is.is_empty() {
            return is;
        }
        let items: Vec<u8> = pair.declared.values().map(|(_, item, _)| *item).collect();
        let is: Broken = items.iter().flat_map(|item| self.does_not_stand(&self.items[item])).collect();
        if is.is_empty() {
            self.pairs.get_mut(&id).expect("it is there").released = true;
            for item in items {
                let found = self.items.get_mut(&item).expect("it is there");
                let words = Words {
                    to: found.to.clone(),
                    words: found.content.text.clone(),
                    label: Some(channel::Label::Verbatim),
                    conditions: found.content.conditions.clone(),
                    corrects: None,
                };
                let (officer, verdict, settled) = (String::new(), None, false);
                found.renditions.push(Rendition { words, officer, verdict, settled });
                self.conveyed(item);
            }
        }
        is
    }

    /// A pair ends for all alike, and what was declared for it is gone from the desk, opened or not.
    pub(super) fn end_pair(&mut self, id: u8) {
        let pair = self.pairs.get_mut(&id).expect("it is there");
        pair.ended = true;
        for (_, item, opened) in pair.declared.clone().into_values() {
            let item = self.items.get_mut(&item).expect("it is there");
            let stood = item.stands == ItemState::Lodged;
            if stood && !item.erased {
                item.stands = ItemState::Voided;
            }
            item.erased |= opened || stood;
        }
        for seat in self.all_that_may(&PARTIES, Act::Lodge) {
            let office = self.office(seat);
            let Some(seen) = office.pairs.get_mut(&id) else { continue };
            seen.ended = true;
            let declared =
                seen.declared.filter(|item| office.own.get(item).is_some_and(|own| own.stands == ItemState::Lodged));
            declared.into_iter().for_each(|item| office.end(item, ItemState::Voided));
        }
    }

    /// A declaration that is taken back makes room, or ends its pair once all have lodged theirs.
    pub(super) fn taken_from_pair(&mut self, id: u8, item: &Item) {
        let Some((number, pair)) = item.pair.and_then(|pair| Some((pair, self.pairs.get_mut(&pair)?))) else { return };
        if pair.asked && pair.is_live() {
            self.end_pair(number);
        } else if !pair.asked {
            pair.declared.retain(|_, (_, declared, _)| *declared != id);
        }
    }

    fn reveals_to_all(&mut self, id: u8, common: &[u8]) {
        for seat in self.all_that_may(&PARTIES, Act::Answer) {
            if let Some(seen) = self.office(seat).proposals.get_mut(&id) {
                seen.common = Some(common.to_vec());
            }
        }
    }

    /// What all would take is shown to all, once, at the time that was set.
    pub(super) fn reveal(&mut self) {
        if self.closed {
            return;
        }
        let opens = |one: &Proposal| !one.began && self.now >= one.opens_at;
        for id in self.proposals.iter().filter(|(_, one)| opens(one)).map(|(id, _)| *id).collect::<Vec<_>>() {
            let seats: Vec<SeatId> = self.proposals[&id].answers.values().map(|(seat, _)| *seat).collect();
            let over: Vec<SeatId> = seats.into_iter().filter(|seat| !self.may(*seat, Act::Answer)).collect();
            let one = self.proposals.get_mut(&id).expect("it is there");
            one.began = true;
            one.answers.values_mut().filter(|(seat, _)| over.contains(seat)).for_each(|(_, takes)| takes.clear());
        }
        let due = |one: &Proposal| one.common.is_none() && self.now >= one.reveal_at;
        for id in self.proposals.iter().filter(|(_, one)| due(one)).map(|(id, _)| *id).collect::<Vec<_>>() {
            let one = &self.proposals[&id];
            let takes =
                |party: &PartyId, option: &u8| one.answers.get(party).is_some_and(|(_, takes)| takes.contains(option));
            let common: Vec<u8> =
                (1..=one.options).filter(|option| PARTIES.iter().all(|party| takes(party, option))).collect();
            self.proposals.get_mut(&id).expect("it is there").common = Some(common.clone());
            self.reveals_to_all(id, &common);
        }
    }

    // At the parties.

    pub(super) fn party_on_matters(&mut self, seat: SeatId, command: &PartyCommand) -> Broken {
        match command {
            PartyCommand::Declare { item, content, pair, .. } => {
                let pair = pair.as_ref().map(|handle| numbered(handle, |number| pair_at(seat, number)));
                self.declare(seat, item.0[0], content, pair)
            }
            PartyCommand::Reply { question, text } => self.reply(seat, question.0[0], text),
            PartyCommand::Answer { proposal, takes } => {
                let id = numbered(proposal, |number| proposal_at(seat, number)).expect("of the play");
                self.answer(seat, id, takes)
            }
            PartyCommand::TakeUp { offer } => {
                self.answer_offer(seat, numbered(offer, |number| offer_at(seat, number)), true)
            }
            PartyCommand::Decline { offer } => {
                self.answer_offer(seat, numbered(offer, |number| offer_at(seat, number)), false)
            }
            PartyCommand::Clear { readout } => {
                self.clear(seat, numbered(readout, |number| readout_at(seat, number)), true)
            }
            PartyCommand::ObjectToReadout { readout, .. } => {
                self.clear(seat, numbered(readout, |number| readout_at(seat, number)), false)
            }
            PartyCommand::Comment { text, version, .. } => {
                let id = numbered(text, |number| text_at(seat, number)).expect("of the play");
                let Some((versions, _)) = self.offices[&seat].texts.get(&id) else { return vec![Refusal::UnknownText] };
                let version = version.or_else(|| versions.last().copied()).filter(|one| versions.contains(one));
                let text = &self.texts[&id];
                let mut is = self.office_refuses(seat, Act::Answer);
                is.extend(broken([
                    (version.is_none(), Refusal::UnknownVersion),
                    (text.forgotten, Refusal::Erased),
                    self.closed(),
                ]));
                if let Some(version) = version.filter(|_| is.is_empty()) {
                    let party = party_of(seat);
                    self.texts.get_mut(&id).expect("it is there").comments.push((party, version));
                    for kin in self.seats_that_may(party, Act::Answer) {
                        self.office(kin).texts.entry(id).or_default().1 += 1;
                    }
                }
                is
            }
            PartyCommand::PublishOwn { readout, .. } => {
                let id = numbered(readout, |number| readout_at(seat, number)).expect("of the play");
                let mut is = self.unmandated(seat, Act::Clear);
                let office = self.office(seat);
                let taken = office.readouts.contains_key(&id) || office.published.contains(&id);
                is.extend(broken([(taken, Refusal::IdTaken)]));
                office.published.extend(is.is_empty().then_some(id));
                is
            }
            PartyCommand::Retain { days } => {
                self.office(seat).retention = *days;
                vec![]
            }
            PartyCommand::Forget { matter } => {
                let office = &self.offices[&seat];
                let there = match matter {
                    PartyMatter::Question(id) => office.questions.contains_key(&id.0[0]),
                    PartyMatter::Proposal(id) => {
                        numbered(id, |one| proposal_at(seat, one)).is_some_and(|id| office.proposals.contains_key(&id))
                    }
                    PartyMatter::Offer(id) => {
                        numbered(id, |one| offer_at(seat, one)).is_some_and(|id| office.offers.contains_key(&id))
                    }
                    PartyMatter::Readout(id) => numbered(id, |one| readout_at(seat, one))
                        .is_some_and(|id| office.readouts.contains_key(&id) || office.published.contains(&id)),
                    PartyMatter::Text(id) => {
                        numbered(id, |one| text_at(seat, one)).is_some_and(|id| office.texts.contains_key(&id))
                    }
                    // The play names none that is there.
                    PartyMatter::Note(_) => false,
                };
                if there {
                    self.forgets(seat, matter);
                }
                broken([(!there, Refusal::MakesNoSense)])
            }
            _ => unreachable!("no command on matters"),
        }
    }

    fn forgets(&mut self, seat: SeatId, matter: &PartyMatter) {
        let forgot = match matter {
            PartyMatter::Question(id) => Some(('q', id.0[0])),
            PartyMatter::Proposal(id) => numbered(id, |one| proposal_at(seat, one)).map(|id| ('p', id)),
            PartyMatter::Offer(id) => numbered(id, |one| offer_at(seat, one)).map(|id| ('o', id)),
            PartyMatter::Readout(id) => numbered(id, |one| readout_at(seat, one)).map(|id| ('r', id)),
            PartyMatter::Text(id) => numbered(id, |one| text_at(seat, one)).map(|id| ('t', id)),
            PartyMatter::Note(_) => None,
        };
        self.office(seat).forgot.extend(forgot);
        // What it would take goes with the words of the proposal: it is not opened, if it was not.
        let proposal = forgot.filter(|(kind, _)| *kind == 'p').and_then(|(_, id)| self.proposals.get_mut(&id));
        let proposal = proposal.filter(|one| self.now < one.opens_at);
        for (_, takes) in proposal.into_iter().flat_map(|one| one.answers.values_mut()).filter(|(by, _)| *by == seat) {
            takes.clear();
        }
    }

    /// That an office forgot the words of something, and can do nothing with it.
    fn forgot(&self, seat: SeatId, kind: char, id: u8) -> (bool, Refusal) {
        (self.offices[&seat].forgot.contains(&(kind, id)), Refusal::Erased)
    }

    /// `pair` is the one that was named, if one was; and nothing in it where the name is unknown.
    fn declare(&mut self, seat: SeatId, id: u8, content: &Content, pair: Option<Option<u8>>) -> Broken {
        let content = Content { form: Form::Declaration, ..content.clone() };
        let mut is = self.office_refuses(seat, Act::Lodge);
        is.extend(self.content(&content));
        let office = &self.offices[&seat];
        let countersigned = seat == ENVOY && self.mandate.countersign;
        is.extend(broken([
            (countersigned, Refusal::DeclareYourself),
            (office.own.contains_key(&id), Refusal::IdTaken),
        ]));
        // A declaration of its own that still stands there, or that was released.
        let stands = |item: &u8| {
            office
                .own
                .get(item)
                .is_none_or(|own| own.told || (own.stands == ItemState::Lodged && self.now < own.lapses))
        };
        let over = |lapses: Option<Civil>| lapses.is_some_and(|end| self.now >= end);
        let open = office
            .pairs
            .iter()
            .filter(|(_, one)| !one.ended && !over(one.lapses) && !one.declared.as_ref().is_some_and(stands));
        let open: Vec<u8> = open.map(|(number, _)| *number).collect();
        let named = match (pair, open.as_slice()) {
            (Some(named), _) => named,
            (None, [only]) => Some(*only),
            (None, several) => {
                let why = if several.is_empty() { Refusal::NoOpenPair } else { Refusal::WhichPair };
                // Of one that is there and not open it is said why.
                is.extend([why, Refusal::AlreadyDeclared, Refusal::PairEnded]);
                return is;
            }
        };
        let Some((number, seen)) = named.and_then(|number| Some((number, office.pairs.get(&number)?))) else {
            is.push(Refusal::UnknownPair);
            return is;
        };
        let pair = &self.pairs[&number];
        let party = party_of(seat);
        let stands_there = pair.declared.get(&party).is_some_and(|(_, item, _)| self.declaration_stands(*item));
        is.extend(broken([
            (seen.ended || over(seen.lapses), Refusal::PairEnded),
            (seen.declared.as_ref().is_some_and(stands), Refusal::AlreadyDeclared),
        ]));
        if !is.is_empty() {
            return is;
        }
        let there = broken([
            self.closed(),
            (pair.released, Refusal::PairReleased),
            (pair.ended, Refusal::PairEnded),
            (pair.is_live() && pair.asked, Refusal::OpeningsAsked),
            (stands_there, Refusal::AlreadyDeclared),
        ]);
        let to = PARTIES.into_iter().filter(|one| *one != party).collect();
        let made = Self::made(Author::Seat(seat), Some(party), content, to);
        let made = Item { handling: channel::Handling::Verbatim, pair: Some(number), ..made };
        self.adds_own(seat, id, Self::own(&made));
        if !there.is_empty() {
            self.refused(seat, id);
            let seen = self.office(seat).pairs.get_mut(&number).expect("it is there");
            seen.declared = None;
            return there;
        }
        let words = made.content.clone();
        self.office(seat).pairs.get_mut(&number).expect("it is there").declared = Some(id);
        let sealed = Content { text: String::new(), conditions: vec![], ..made.content.clone() };
        self.items.insert(id, Item { content: sealed, ..made });
        self.seals.insert(id, words);
        for kin in self.seats_that_may(party, Act::Lodge) {
            if let Some(seen) = self.office(kin).pairs.get_mut(&number) {
                seen.declared = Some(id);
            }
        }
        self.pairs.get_mut(&number).expect("it is there").declared.insert(party, (seat, id, false));
        self.opens(number);
        vec![]
    }

    /// Once all have lodged theirs, each office is asked to open its own, and does if it has it.
    fn opens(&mut self, number: u8) {
        let declared = self.pairs[&number].declared.clone();
        let all = |party: &PartyId| declared.get(party).is_some_and(|(_, item, _)| self.declaration_stands(*item));
        if !PARTIES.iter().all(all) {
            return;
        }
        self.pairs.get_mut(&number).expect("it is there").asked = true;
        for (seat, _, _) in declared.values() {
            if let Some(seen) = self.office(*seat).pairs.get_mut(&number) {
                seen.asked = true;
            }
        }
        for (party, (seat, id, _)) in declared {
            // Whose mandate ended since says nothing any more.
            let may = self.may(seat, Act::Lodge);
            let office = self.office(seat);
            let own = &office.own[&id];
            if own.erased || own.stands != ItemState::Lodged {
                continue;
            }
            if !may {
                return self.end_pair(number);
            }
            let content = self.seals[&id].clone();
            self.items.get_mut(&id).expect("it is there").content = content;
            if seat == ENVOY {
                let copy = Self::own(&self.items[&id]);
                self.adds_own(crate::world::EAST, id, copy);
            }
            let pair = self.pairs.get_mut(&number).expect("it is there");
            pair.declared.insert(party, (seat, id, true));
        }
    }

    fn reply(&mut self, seat: SeatId, id: u8, text: &str) -> Broken {
        let Some((lapses, replied)) = self.offices[&seat].questions.get(&id).copied() else {
            return vec![Refusal::UnknownQuestion];
        };
        let question = self.questions[&id].clone();
        let mut is = self.office_refuses(seat, Act::Answer);
        is.extend(broken([
            (replied || question.reply.is_some(), Refusal::AlreadyReplied),
            (self.now >= lapses, Refusal::Lapsed),
            (question.forgotten, Refusal::Erased),
            self.forgot(seat, 'q', id),
        ]));
        if is.is_empty() {
            self.questions.get_mut(&id).expect("it is there").reply = Some(text.to_owned());
            for kin in self.seats_that_may(question.to, Act::Answer) {
                if let Some((_, replied)) = self.office(kin).questions.get_mut(&id) {
                    *replied = true;
                }
            }
        }
        is
    }

    fn answer(&mut self, seat: SeatId, id: u8, takes: &[u8]) -> Broken {
        let Some(seen) = self.offices[&seat].proposals.get(&id) else { return vec![Refusal::UnknownProposal] };
        let (proposal, party) = (&self.proposals[&id], party_of(seat));
        let answered = proposal.answers.contains_key(&party);
        let mut is = self.office_refuses(seat, Act::Answer);
        is.extend(broken([
            (takes.iter().any(|one| !(1..=proposal.options).contains(one)), Refusal::UnknownOption),
            (seen.answered, Refusal::AlreadyAnswered),
            (self.now >= proposal.reveal_at, Refusal::AnswersClosed),
            self.forgot(seat, 'p', id),
        ]));
        if !is.is_empty() {
            return is;
        }
        if self.closed {
            return vec![Refusal::Closed];
        }
        if answered {
            self.office(seat).proposals.get_mut(&id).expect("it is there").answered = true;
            return vec![Refusal::AlreadyAnswered];
        }
        self.proposals.get_mut(&id).expect("it is there").answers.insert(party, (seat, takes.to_vec()));
        for kin in self.seats_that_may(party, Act::Answer) {
            if let Some(seen) = self.office(kin).proposals.get_mut(&id) {
                seen.answered = true;
            }
        }
        vec![]
    }

    fn answer_offer(&mut self, seat: SeatId, id: Option<u8>, takes_up: bool) -> Broken {
        let Some((id, seen)) = id.and_then(|id| Some((id, self.offices[&seat].offers.get(&id)?))) else {
            return vec![Refusal::UnknownOffer];
        };
        let (offer, party) = (&self.offers[&id], party_of(seat));
        let mut is = self.office_refuses(seat, Act::Answer);
        is.extend(broken([
            (seen.is_some(), Refusal::AlreadyAnswered),
            (self.now >= offer.lapses, Refusal::Lapsed),
            self.forgot(seat, 'o', id),
        ]));
        if !is.is_empty() {
            return is;
        }
        is.extend(broken([(offer.answers.contains_key(&party), Refusal::AlreadyAnswered), self.closed()]));
        // That it was answered already leaves an office with what it said itself.
        if is == [Refusal::AlreadyAnswered] {
            self.office(seat).offers.insert(id, Some(takes_up));
        }
        if is.is_empty() {
            self.offers.get_mut(&id).expect("it is there").answers.insert(party, takes_up);
            for kin in self.seats_that_may(party, Act::Answer) {
                if let Some(seen) = self.office(kin).offers.get_mut(&id) {
                    *seen = Some(takes_up);
                }
            }
        }
        is
    }

    fn clear(&mut self, seat: SeatId, id: Option<u8>, clears: bool) -> Broken {
        let Some((id, seen)) = id.and_then(|id| Some((id, self.offices[&seat].readouts.get(&id)?))) else {
            return vec![Refusal::UnknownReadout];
        };
        let (readout, party, seen) = (self.readouts[&id].clone(), party_of(seat), seen.clone());
        let clearing = self.seats_that_clear(party, readout.of_channel).contains(&seat);
        let mut is = self.unmandated(seat, Act::Clear);
        is.extend(broken([
            (seen.published, Refusal::AlreadyPublished),
            (seen.withdrawn, Refusal::ReadoutWithdrawn),
            (seen.cleared == Some(clears), Refusal::AlreadyDecided),
            self.forgot(seat, 'r', id),
        ]));
        if !is.is_empty() {
            return is;
        }
        let now = self.now;
        self.office(seat).readouts.get_mut(&id).expect("it is there").stirred = now;
        is.extend(broken([
            (readout.published, Refusal::AlreadyPublished),
            (readout.withdrawn, Refusal::ReadoutWithdrawn),
            (!readout.concerns.contains(&party), Refusal::UnknownReadout),
            (!clearing, Refusal::NotMandated),
            (readout.forgotten, Refusal::Erased),
            (seen.revision != readout.revision, Refusal::UnknownVersion),
            (readout.cleared.get(&party) == Some(&clears), Refusal::AlreadyDecided),
        ]));
        if is == [Refusal::AlreadyDecided] {
            self.office(seat).readouts.get_mut(&id).expect("it is there").cleared = Some(clears);
        }
        if is.is_empty() {
            self.readouts.get_mut(&id).expect("it is there").cleared.insert(party, clears);
            self.stirs(id);
            for kin in self.seats_that_clear(party, readout.of_channel) {
                if let Some(seen) = self.office(kin).readouts.get_mut(&id) {
                    (seen.cleared, seen.stirred) = (Some(clears), now);
                }
            }
        }
        is
    }
}
