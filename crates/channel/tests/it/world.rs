//! One desk and its parties' offices, joined by lines that hold a letter until it is called, and can be cut. Everything
//! is written down and read again on its way, and every state is checked against its journal at the end.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;

use channel::cabinet::PutAway;
use channel::desk::{self, Command as DeskCommand};
use channel::envelope::Written;
use channel::party::{self, Command as PartyCommand};
use channel::{
    Act, ActId, Blind, ChannelHandle, ChannelId, Civil, Content, ConveyedId, ItemId, ItemState, Label, Lodging,
    PartyId, QuestionId, Refusal, STATUS_BLOCK, SeatId, SeatKey, Thing, ToDesk, ToParty,
};

use crate::steps;

pub(crate) const WEST: SeatId = SeatId(1);
pub(crate) const EAST: SeatId = SeatId(2);
pub(crate) const NORTH: SeatId = SeatId(3);
pub(crate) const WESTERN: PartyId = PartyId(1);
pub(crate) const EASTERN: PartyId = PartyId(2);
pub(crate) const NORTHERN: PartyId = PartyId(3);
pub(crate) const CALM: ChannelId = ChannelId([7; 16]);
pub(crate) const START: Civil = Civil(1_759_744_800);
pub(crate) const DAY: i64 = 86_400;

/// One party's office and what is on its line.
#[derive(Clone, Default)]
pub(crate) struct Office {
    pub(crate) state: party::State,
    pub(crate) journal: Vec<Vec<u8>>,
    down: VecDeque<desk::Outgoing>,
    up: VecDeque<Vec<u8>>,
    /// Every letter that its line carried to it.
    pub(crate) told: Vec<Vec<u8>>,
    /// What was erased there: as in a vault, its words never come again.
    gone: BTreeSet<[u8; 16]>,
    /// Letters that it set aside.
    pub(crate) set_aside: usize,
    /// Letters from it that the desk set aside.
    pub(crate) set_aside_there: usize,
}

#[derive(Clone)]
pub(crate) struct World {
    pub(crate) now: Civil,
    pub(crate) desk: desk::State,
    pub(crate) offices: BTreeMap<SeatId, Office>,
    pub(crate) cut: BTreeSet<SeatId>,
    pub(crate) journal: Vec<Vec<u8>>,
    gone: BTreeSet<[u8; 16]>,
    made: u64,
    /// Whether everything that can be is put away after every step, whenever its time is over.
    puts_away: bool,
}

/// A record that was put away, kept as it is.
#[derive(Debug)]
struct Kept(Vec<u8>);

impl PutAway for Kept {
    fn read(&self, show: &mut dyn FnMut(&[u8]) -> bool) {
        assert!(show(&self.0), "what was put away comes back as it was");
    }
}

fn keep(bytes: &[u8]) -> Option<Arc<dyn PutAway>> {
    Some(Arc::new(Kept(bytes.to_vec())))
}

pub(crate) fn item(number: u8) -> ItemId {
    ItemId([number; 16])
}

impl World {
    /// A desk with no parties.
    pub(crate) fn bare(officers: &[&str], two_officers: bool) -> Self {
        let mut world = Self {
            now: START,
            desk: desk::State::default(),
            offices: BTreeMap::new(),
            cut: BTreeSet::new(),
            journal: Vec::new(),
            gone: BTreeSet::new(),
            made: 0,
            puts_away: false,
        };
        let officers = officers.iter().map(|one| (*one).to_owned()).collect();
        world.does(DeskCommand::SetUp { name: "Moscow".to_owned(), officers, two_officers });
        world
    }

    /// West and east with their principals' offices and one channel.
    pub(crate) fn new() -> Self {
        Self::with(&[], false)
    }

    pub(crate) fn with(officers: &[&str], two_officers: bool) -> Self {
        let mut world = Self::bare(officers, two_officers);
        world.add(WESTERN, WEST, "The western side", "Prime Minister");
        world.add(EASTERN, EAST, "The eastern side", "President");
        world.open(&[WESTERN, EASTERN]);
        world
    }

    /// West, east and north.
    pub(crate) fn of_three() -> Self {
        let mut world = Self::bare(&[], false);
        world.add(WESTERN, WEST, "The western side", "Prime Minister");
        world.add(EASTERN, EAST, "The eastern side", "President");
        world.add(NORTHERN, NORTH, "The northern side", "Chair");
        world.open(&[WESTERN, EASTERN, NORTHERN]);
        world
    }

    /// Three, the east with an envoy, and two officers: where what nobody wrote is played.
    pub(crate) fn of_play(two_officers: bool) -> Self {
        let mut world = Self { puts_away: true, ..Self::bare(&steps::OFFICERS, two_officers) };
        world.add(WESTERN, WEST, "The western side", "Prime Minister");
        world.add(EASTERN, EAST, "The eastern side", "President");
        world.add(NORTHERN, NORTH, "The northern side", "Chair");
        world.open(&[WESTERN, EASTERN, NORTHERN]);
        world.enrol(steps::ENVOY, EASTERN, Some(steps::ENVOYS_NAME));
        let appoint = PartyCommand::Appoint {
            envoy: steps::ENVOYS_NAME.to_owned(),
            title: "Secretary".to_owned(),
            channels: vec![world.handle(EAST)],
            may: Act::ALL.to_vec(),
            until: None,
            countersign: false,
        };
        world.party(EAST, appoint);
        world
    }

    pub(crate) fn add(&mut self, party: PartyId, seat: SeatId, name: &str, principal: &str) {
        let (name, principal) = (name.to_owned(), principal.to_owned());
        self.does(DeskCommand::AddParty { party, name, principal, calls: BTreeMap::new() });
        self.enrol(seat, party, None);
    }

    pub(crate) fn enrol(&mut self, seat: SeatId, party: PartyId, envoy: Option<&str>) {
        self.offices.insert(seat, Office::default());
        let key = SeatKey([u8::try_from(seat.0).expect("few seats"); 32]);
        self.does(DeskCommand::Enrol { seat, party, envoy: envoy.map(str::to_owned), key });
    }

    pub(crate) fn open(&mut self, parties: &[PartyId]) {
        let (parties, status) = (parties.to_vec(), STATUS_BLOCK.to_vec());
        self.does(DeskCommand::OpenChannel { channel: CALM, name: "calm".to_owned(), parties, status });
    }

    fn act(&mut self) -> ActId {
        self.made += 1;
        let mut id = [0xAC; 16];
        id[..8].copy_from_slice(&self.made.to_be_bytes());
        ActId(id)
    }

    /// An officer acts.
    pub(crate) fn officer(&mut self, officer: &str, command: DeskCommand) -> Result<desk::Decision, Refusal> {
        let id = self.act();
        let input = desk::Input::Command { officer: officer.to_owned(), id, command };
        let decision = desk::decide(&self.desk, input, self.now)?;
        for event in &decision.events {
            if let desk::Event::SeatEnrolled { seat, .. } = event {
                self.offices.entry(*seat).or_default();
            }
        }
        self.desk_takes(decision.clone());
        self.settle();
        Ok(decision)
    }

    /// The only officer, or the first, acts.
    pub(crate) fn try_desk(&mut self, command: DeskCommand) -> Result<desk::Decision, Refusal> {
        let officer = self.desk.set_up.as_ref().map_or("desk".to_owned(), |set_up| set_up.officers[0].clone());
        self.officer(&officer, command)
    }

    pub(crate) fn does(&mut self, command: DeskCommand) -> desk::Decision {
        self.try_desk(command.clone()).unwrap_or_else(|refusal| panic!("{command:?}: {refusal}"))
    }

    /// A party's office acts: a refusal by itself, or by the desk once settled.
    pub(crate) fn try_party(&mut self, seat: SeatId, command: PartyCommand) -> Result<party::Decision, Refusal> {
        let id = self.act();
        let input = party::Input::Command { id, command, blind: Blind([0xB1; 32]) };
        let office = self.offices.get(&seat).expect("the office is there");
        let decision = party::decide(&office.state, input, self.now)?;
        self.party_takes(seat, decision.clone());
        self.settle();
        match self.offices[&seat].state.refused.get(&id) {
            Some(refusal) => Err(*refusal),
            None => Ok(decision),
        }
    }

    pub(crate) fn party(&mut self, seat: SeatId, command: PartyCommand) -> party::Decision {
        self.try_party(seat, command.clone()).unwrap_or_else(|refusal| panic!("{command:?}: {refusal}"))
    }

    /// The desk's letter to a seat, from nobody that the desk knows of.
    pub(crate) fn smuggle_down(&mut self, seat: SeatId, letter: &ToParty) {
        self.arrives(seat, letter);
        self.settle();
    }

    /// A letter that the office's own program would not have written.
    pub(crate) fn smuggle(&mut self, seat: SeatId, letter: &ToDesk) -> Result<(), Refusal> {
        let letter = ToDesk::decode(&letter.encode()).expect("reads what was written");
        let decision = desk::decide(&self.desk, desk::Input::Letter { from: seat, letter }, self.now)?;
        self.desk_takes(decision);
        self.settle();
        Ok(())
    }

    fn desk_takes(&mut self, decision: desk::Decision) {
        for event in &decision.events {
            if let desk::Event::Called { seat, conveyed } = event {
                self.check_called(*seat, *conveyed);
            }
            let erased = event.item().is_some_and(|name| self.gone.contains(&name));
            let event = if erased { event.without_words() } else { event.clone() };
            self.gone.extend(event.erased());
            self.journal.push(event.encode());
            desk::evolve(&mut self.desk, &event);
        }
        if self.puts_away {
            self.desk.put_away(Civil(i64::MAX), &mut keep);
        }
        for (seat, conveyed) in &decision.withdraw {
            let office = self.offices.get_mut(seat).expect("the office is there");
            office.down.retain(|one| one.held != Some(*conveyed));
        }
        for letter in decision.letters {
            self.offices.get_mut(&letter.line).expect("the office is there").down.push_back(letter);
        }
    }

    /// Nothing that is over is called, nor in a channel that is closed.
    fn check_called(&self, seat: SeatId, conveyed: ConveyedId) {
        let item = &self.desk.items[&self.desk.item_at(seat, conveyed).expect("it was sent")];
        assert!(item.is_open_at(self.now) && item.superseded_by.is_none(), "{:?} is called", item.state_at(self.now));
        assert!(!self.desk.is_closed(item.channel) && self.desk.sees(seat, item.channel, self.now));
    }

    fn party_takes(&mut self, seat: SeatId, decision: party::Decision) {
        let office = self.offices.get_mut(&seat).expect("the office is there");
        for event in &decision.events {
            let erased = event.item().is_some_and(|name| office.gone.contains(&name));
            let event = if erased { event.without_words() } else { event.clone() };
            office.gone.extend(event.erased());
            office.journal.push(event.encode());
            party::evolve(&mut office.state, &event);
        }
        if self.puts_away {
            office.state.put_away(Civil(i64::MAX), &mut keep);
        }
        office.up.extend(decision.letters.iter().map(Written::encode));
    }

    /// Delivers whatever can be delivered.
    pub(crate) fn settle(&mut self) {
        while self.offices.keys().copied().collect::<Vec<_>>().into_iter().any(|seat| self.step(seat)) {}
    }

    fn step(&mut self, seat: SeatId) -> bool {
        if self.cut.contains(&seat) {
            return false;
        }
        let now = self.now;
        let office = self.offices.get_mut(&seat).expect("the office is there");
        if let Some(bytes) = office.up.pop_front() {
            let letter = ToDesk::decode(&bytes).expect("reads what was written");
            match desk::decide(&self.desk, desk::Input::Letter { from: seat, letter }, now) {
                Ok(decision) => self.desk_takes(decision),
                Err(_) => self.offices.get_mut(&seat).expect("the office is there").set_aside_there += 1,
            }
            return true;
        }
        let Some(next) = office.down.front().cloned() else { return false };
        if let Some(conveyed) = next.held {
            let ready = desk::Input::Ready { seat, conveyed };
            let decision = desk::decide(&self.desk, ready, now).expect("always an answer");
            let called = decision.call.contains(&(seat, conveyed));
            self.desk_takes(decision);
            if !called {
                return true;
            }
        }
        let office = self.offices.get_mut(&seat).expect("the office is there");
        office.down.pop_front();
        self.arrives(seat, &next.letter);
        if let Some(conveyed) = next.held {
            let decision = desk::decide(&self.desk, desk::Input::Delivered { seat, conveyed }, now);
            self.desk_takes(decision.expect("always an answer"));
        }
        true
    }

    fn arrives(&mut self, seat: SeatId, letter: &ToParty) {
        let bytes = letter.encode();
        let letter = ToParty::decode(&bytes).expect("reads what was written");
        let office = self.offices.get_mut(&seat).expect("the office is there");
        office.told.push(bytes);
        match party::decide(&office.state, party::Input::Letter(letter), self.now) {
            Ok(decision) => self.party_takes(seat, decision),
            Err(_) => office.set_aside += 1,
        }
    }

    /// Shows the desk everything that an office ever heard from it, as the line does after the desk was restored.
    pub(crate) fn echo_to_desk(&mut self, seat: SeatId) {
        for bytes in self.offices[&seat].told.clone() {
            let letter = ToParty::decode(&bytes).expect("reads what was written");
            let input = desk::Input::Echo { to: seat, letter };
            let decision = desk::decide(&self.desk, input, self.now).expect("always an answer");
            assert!(decision.letters.is_empty());
            self.desk_takes(decision);
        }
    }

    /// Time goes by, and everything that falls due on the way is done at its moment.
    pub(crate) fn pass(&mut self, seconds: i64) {
        let end = self.now.plus_seconds(seconds);
        while let Some(due) = self.due().filter(|due| self.now < *due && *due < end) {
            self.now = due;
            self.tick();
        }
        self.now = end;
        self.tick();
    }

    fn due(&self) -> Option<Civil> {
        let later = Civil(self.now.0 + 1);
        let offices = self.offices.values().filter_map(|office| party::due(&office.state, later));
        offices.chain(desk::due(&self.desk, later)).min()
    }

    /// What the hour asks of every office, until it asks nothing more.
    pub(crate) fn tick(&mut self) {
        loop {
            let before = self.journal.len() + self.offices.values().map(|one| one.journal.len()).sum::<usize>();
            for seat in self.offices.keys().copied().collect::<Vec<_>>() {
                let decision = party::decide(&self.offices[&seat].state, party::Input::Tick, self.now);
                self.party_takes(seat, decision.expect("always an answer"));
            }
            self.settle();
            let decision = desk::decide(&self.desk, desk::Input::Tick, self.now).expect("always an answer");
            self.desk_takes(decision);
            self.settle();
            let after = self.journal.len() + self.offices.values().map(|one| one.journal.len()).sum::<usize>();
            if before == after {
                return;
            }
        }
    }

    /// Every state is its journal, folded, and no correct peer wrote a letter that makes no sense.
    pub(crate) fn check_journals(&self) {
        self.check_folded();
        for (seat, office) in &self.offices {
            assert_eq!((office.set_aside, office.set_aside_there), (0, 0), "seat {seat}");
        }
    }

    /// Every state is its journal, folded, and says the same whatever of it is put away.
    pub(crate) fn check_folded(&self) {
        let mut desk = desk::State::default();
        for bytes in &self.journal {
            desk::evolve(&mut desk, &desk::Event::decode(bytes).expect("reads what was written"));
        }
        assert_eq!(desk, self.desk);
        assert_eq!(desk.outstanding(self.now), self.desk.outstanding(self.now));
        assert_eq!(desk.conflicts(), self.desk.conflicts());
        assert_eq!(desk::due(&desk, self.now), desk::due(&self.desk, self.now));
        for text in desk.items.values().map(|item| &item.content.text).take(3) {
            assert_eq!(desk.touches(text, &[]), self.desk.touches(text, &[]), "{text}");
            assert_eq!(desk.exposure(text), self.desk.exposure(text), "{text}");
        }
        for office in self.offices.values() {
            let mut state = party::State::default();
            for bytes in &office.journal {
                party::evolve(&mut state, &party::Event::decode(bytes).expect("reads what was written"));
            }
            assert_eq!(state, office.state);
            assert_eq!(state.outstanding(self.now), office.state.outstanding(self.now));
            assert_eq!(party::due(&state, self.now), party::due(&office.state, self.now));
            for text in state.items.values().map(|item| &item.lodging.content.text).take(3) {
                assert_eq!(state.touches(text), office.state.touches(text), "{text}");
            }
        }
    }

    pub(crate) fn handle(&self, seat: SeatId) -> ChannelHandle {
        *self.offices[&seat].state.channels.keys().next().expect("the office sees the channel")
    }

    pub(crate) fn lodging(&self, seat: SeatId, number: u8, text: &str) -> Lodging {
        Lodging::new(item(number), self.handle(seat), Content::new(text, self.now.plus_days(30)))
    }

    pub(crate) fn lodges(&mut self, seat: SeatId, number: u8, text: &str) {
        let lodging = self.lodging(seat, number, text);
        self.party(seat, PartyCommand::Lodge(lodging));
    }

    pub(crate) fn render(number: u8, words: &str, label: Label) -> DeskCommand {
        let (words, to) = (words.to_owned(), Vec::new());
        DeskCommand::Render {
            item: item(number),
            words,
            label,
            to,
            conditions: None,
            reservations: None,
            scope: None,
            translations: Vec::new(),
        }
    }

    pub(crate) fn correct(number: u8, words: &str, label: Option<Label>) -> DeskCommand {
        DeskCommand::Correct {
            item: item(number),
            words: words.to_owned(),
            label,
            to: Vec::new(),
            conditions: None,
            reservations: None,
            scope: None,
        }
    }

    pub(crate) fn ask(question: QuestionId, to: PartyId, text: &str) -> DeskCommand {
        let (text, lapses, about) = (text.to_owned(), None, None);
        DeskCommand::Ask { question, channel: CALM, to, text, lapses, about, principal_only: false }
    }

    pub(crate) fn release(number: u8) -> DeskCommand {
        DeskCommand::Release { item: item(number) }
    }

    /// Lodged, rendered word for word, released and, unless the addressee is cut off, delivered.
    pub(crate) fn conveys(&mut self, seat: SeatId, number: u8, text: &str) {
        self.lodges(seat, number, text);
        self.does(Self::render(number, text, Label::Verbatim));
        self.does(Self::release(number));
    }

    pub(crate) fn at_desk(&self, number: u8) -> ItemState {
        self.desk.items[&item(number)].state_at(self.now)
    }

    pub(crate) fn at_author(&self, seat: SeatId, number: u8) -> ItemState {
        self.offices[&seat].state.items[&item(number)].state_at(self.now)
    }

    /// What an office has received, in order.
    pub(crate) fn received(&self, seat: SeatId) -> Vec<&party::Received> {
        let mut received: Vec<_> = self.offices[&seat].state.received.values().collect();
        received.sort_by_key(|one| one.number);
        received
    }

    pub(crate) fn last_received(&self, seat: SeatId) -> ConveyedId {
        self.received(seat).last().expect("something was conveyed").conveyance.id
    }

    /// The words that an office may show at this moment, in the order in which they came.
    pub(crate) fn words(&self, seat: SeatId) -> Vec<&str> {
        let shown = self.received(seat).into_iter().filter_map(|one| one.wording_at(self.now));
        shown.map(|wording| wording.words.as_str()).collect()
    }

    pub(crate) fn board(&self, seat: SeatId) -> Vec<Thing> {
        self.offices[&seat].state.outstanding(self.now).into_iter().map(|one| one.id).collect()
    }

    pub(crate) fn desk_board(&self) -> Vec<Thing> {
        self.desk.outstanding(self.now).into_iter().map(|one| one.id).collect()
    }

    /// Whether a text is anywhere in what an office holds or was told.
    pub(crate) fn knows(&self, seat: SeatId, text: &str) -> bool {
        let office = &self.offices[&seat];
        let has = |bytes: &Vec<u8>| bytes.windows(text.len()).any(|part| part == text.as_bytes());
        office.told.iter().chain(&office.journal).any(has) || format!("{:?}", office.state).contains(text)
    }
}
