//! Offices wired back to back: a hub that is a map, a clock that stands until it is moved, and no network.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use channel::{
    ActId, ChannelHandle, ChannelId, Civil, Content, ConveyedId, ItemId, Label, Lodging, PartyId, desk, party,
};
use line::Tick;
use office::HubPlace;
use office::act::{Act, OfficeAct};
use office::clock::Clock;
use office::office::{Founding, Office, OfficeError, TO_DESK};
use office::transport::{Answer, Call, CallId, Outbound};
use office::view::{ItemView, View};
use rand::SeedableRng;
use rand_chacha::ChaCha20Rng;
use sealing::Params;
use serde_json::Value;
use wire::{Address, Cell, PutReply, TakeKey};

use crate::shelf::{Disk, Rows, Shelf};

pub(crate) const DESK: &str = "desk";
pub(crate) const NORTH: &str = "north";
pub(crate) const SOUTH: &str = "south";
pub(crate) const START: i64 = 1_800_000_000;
pub(crate) const DAY: i64 = 86_400;
pub(crate) const PASSPHRASE: &str = "a passphrase of a test";
pub(crate) const CHANNEL: ChannelId = ChannelId([7; 16]);

/// A clock that stands until it is moved.
#[derive(Default)]
pub(crate) struct TestClock {
    civil: AtomicI64,
    tick: AtomicU64,
}

impl TestClock {
    pub(crate) fn at(civil: i64) -> Arc<Self> {
        Arc::new(Self { civil: AtomicI64::new(civil), tick: AtomicU64::new(0) })
    }

    pub(crate) fn pass_to(&self, civil: i64) {
        self.civil.store(civil, Ordering::Relaxed);
    }
}

impl Clock for TestClock {
    fn civil(&self) -> Civil {
        Civil(self.civil.load(Ordering::Relaxed))
    }

    fn tick(&self) -> Tick {
        Tick(self.tick.load(Ordering::Relaxed))
    }
}

/// An office's place: its disk, and its process if it runs.
pub(crate) struct Room {
    pub(crate) disk: Disk,
    pub(crate) office: Option<Office<Shelf>>,
    pub(crate) seat: Option<u32>,
    /// Its way to the hub is cut.
    pub(crate) cut: bool,
    /// The hub answers every collection of its with cells of its own making.
    pub(crate) flooded: bool,
    starts: u64,
    waiting: Vec<(u32, CallId, u64, Vec<Address>)>,
}

/// Offices and the hub between them.
pub(crate) struct World {
    pub(crate) clock: Arc<TestClock>,
    pub(crate) rooms: BTreeMap<&'static str, Room>,
    /// Cells, and whether they were erased: an address stays taken.
    hub: BTreeMap<Address, (Cell, bool)>,
    acts: u8,
}

/// A stream for one start of one office.
pub(crate) fn stream(who: &str, start: u64) -> Box<ChaCha20Rng> {
    let mut seed = [0; 32];
    seed.iter_mut().zip(who.bytes()).for_each(|(seed, byte)| *seed = byte);
    let mut rng = ChaCha20Rng::from_seed(seed);
    rng.set_stream(start);
    Box::new(rng)
}

pub(crate) fn founding<'a>(disk: &Disk, clock: &Arc<TestClock>, who: &str) -> Founding<'a, Shelf> {
    Founding {
        store: disk.open(),
        passphrase: PASSPHRASE,
        holder: "",
        params: Params::least(),
        rehearsal: true,
        clock: Arc::clone(clock) as Arc<dyn Clock>,
        rng: stream(who, 0),
    }
}

pub(crate) fn hub_place() -> HubPlace {
    HubPlace { place: "hub.example:443".to_owned(), pin: [1; 32], pass: [2; 32] }
}

impl World {
    /// A hub and nobody who uses it.
    pub(crate) fn empty(civil: i64) -> Self {
        Self { clock: TestClock::at(civil), rooms: BTreeMap::new(), hub: BTreeMap::new(), acts: 0 }
    }

    /// An office that was founded before, from its disk.
    pub(crate) fn move_in(&mut self, who: &'static str, disk: Disk, seat: Option<u32>) {
        // A start that no vault of a vector has seen: streams of randomness are never used twice.
        let room = Room { disk, office: None, seat, cut: false, flooded: false, starts: 1 << 20, waiting: Vec::new() };
        self.rooms.insert(who, room);
        self.open(who);
    }

    /// A desk on `disk` that is set up and serves two parties, none of them seated.
    pub(crate) fn desk_on(disk: Disk) -> Self {
        let mut world = Self::empty(START);
        let office = Office::found_desk(founding(&disk, &world.clock, DESK), hub_place()).unwrap();
        world.rooms.insert(DESK, Room::new(disk, office, None));
        world.desk(desk::Command::SetUp {
            name: "The Desk".to_owned(),
            officers: vec!["anna".to_owned()],
            two_officers: false,
        });
        for (number, name, other) in [(1, "Northland", 2), (2, "Southland", 1)] {
            world.desk(desk::Command::AddParty {
                party: PartyId(number),
                name: name.to_owned(),
                principal: format!("the minister of {name}"),
                calls: BTreeMap::from([(PartyId(other), "the other side".to_owned())]),
            });
        }
        world
    }

    /// A desk and two parties that share a channel, all in memory.
    pub(crate) fn seated() -> Self {
        Self::seated_on([Disk::memory(), Disk::memory(), Disk::memory()])
    }

    /// The same on three disks: the desk's, the north's, the south's.
    pub(crate) fn seated_on([desk, north, south]: [Disk; 3]) -> Self {
        let mut world = Self::desk_on(desk);
        world.join(NORTH, 1, north);
        world.join(SOUTH, 2, south);
        world.desk(desk::Command::OpenChannel {
            channel: CHANNEL,
            name: "ceasefire".to_owned(),
            parties: vec![PartyId(1), PartyId(2)],
            status: channel::STATUS_BLOCK.to_vec(),
        });
        world.settle();
        world
    }

    /// Invites a party and founds its office.
    pub(crate) fn join(&mut self, who: &'static str, party: u32, disk: Disk) {
        let (seat, invitation, code) = self.invite(party, START + DAY);
        let office = Office::join(founding(&disk, &self.clock, who), &invitation, &code, None).unwrap();
        self.rooms.insert(who, Room::new(disk, office, Some(seat)));
    }

    /// The seat, the armoured invitation and its code.
    pub(crate) fn invite(&mut self, party: u32, until: i64) -> (u32, String, String) {
        let made = self.act(DESK, Act::Office(OfficeAct::Invite { party, envoy: None, until, replace: true })).unwrap();
        let text = |key: &str| made[key].as_str().unwrap().to_owned();
        (u32::try_from(made["seat"].as_u64().unwrap()).unwrap(), text("invitation"), text("code"))
    }

    pub(crate) fn office(&mut self, who: &str) -> &mut Office<Shelf> {
        self.rooms.get_mut(who).unwrap().office.as_mut().unwrap()
    }

    pub(crate) fn room(&mut self, who: &str) -> &mut Room {
        self.rooms.get_mut(who).unwrap()
    }

    pub(crate) fn view(&mut self, who: &str) -> View {
        self.office(who).view()
    }

    /// The item that an office shows in this place.
    pub(crate) fn item(&mut self, who: &str, no: u32) -> ItemView {
        let view = self.view(who);
        view.items.into_iter().find(|item| item.no == no).unwrap()
    }

    pub(crate) fn next_act(&mut self) -> ActId {
        self.acts += 1;
        let mut id = [0xa0; 16];
        self.clock.civil().0.to_be_bytes().iter().zip(&mut id).for_each(|(byte, id)| *id = *byte);
        id[15] = self.acts;
        ActId(id)
    }

    pub(crate) fn act(&mut self, who: &str, act: Act) -> Result<Value, OfficeError> {
        let id = self.next_act();
        self.office(who).act(id, "anna", act)
    }

    /// The desk does something that it may do.
    pub(crate) fn desk(&mut self, command: desk::Command) {
        self.act(DESK, Act::Desk(command)).unwrap();
    }

    /// A party does something that it may do.
    pub(crate) fn party(&mut self, who: &str, command: party::Command) {
        self.act(who, Act::Party(command)).unwrap();
    }

    pub(crate) fn handle(&mut self, who: &str) -> ChannelHandle {
        self.view(who).channels[0].channel.parse().unwrap()
    }

    /// A party lodges a text that lapses in thirty days.
    pub(crate) fn lodge(&mut self, who: &str, item: ItemId, text: &str) {
        let channel = self.handle(who);
        let content = Content::new(text, Civil(START + 30 * DAY));
        self.party(who, party::Command::Lodge(Lodging::new(item, channel, content)));
    }

    pub(crate) fn render(&mut self, item: ItemId, words: &str) {
        self.desk(render(item, words));
    }

    /// The id under which an office has what it received last.
    pub(crate) fn last_received(&mut self, who: &str) -> ConveyedId {
        let view = self.view(who);
        let received = view.items.iter().rev().find(|item| item.side == "received");
        received.unwrap().item.parse().unwrap()
    }

    /// Ends an office's process.
    pub(crate) fn close(&mut self, who: &str) {
        let room = self.room(who);
        room.office = None;
        room.waiting.clear();
    }

    /// Starts it from its disk.
    pub(crate) fn open(&mut self, who: &str) {
        let clock = Arc::clone(&self.clock) as Arc<dyn Clock>;
        let room = self.room(who);
        room.starts += 1;
        let rng = stream(who, room.starts);
        room.office = Some(Office::open(room.disk.open(), PASSPHRASE, clock, rng).unwrap());
    }

    /// Puts an office's disk back to what it was, and starts it from that.
    pub(crate) fn put_back(&mut self, who: &str, rows: Rows) {
        self.close(who);
        self.room(who).disk.platter().rows = rows;
        self.open(who);
    }

    pub(crate) fn reopen(&mut self, who: &str) {
        self.close(who);
        self.open(who);
    }

    /// Carries calls and answers, and lets time pass where nothing else happens, until every line that can be is level.
    pub(crate) fn settle(&mut self) {
        for _ in 0..20_000 {
            if self.round() {
                continue;
            }
            if self.level() {
                return;
            }
            self.pass();
        }
        let states: Vec<String> =
            self.rooms.values().flat_map(|room| &room.office).flat_map(Office::line_states).collect();
        panic!("the lines did not settle: {states:#?}");
    }

    /// Carries what there is to carry at this instant. False if there was nothing.
    pub(crate) fn round(&mut self) -> bool {
        let mut any = false;
        for who in self.rooms.keys().copied().collect::<Vec<_>>() {
            let room = self.room(who);
            let cut = room.cut;
            let Some(office) = room.office.as_mut() else { continue };
            let calls = office.calls().unwrap();
            for Outbound { id, line, instead_of, call } in calls {
                self.room(who).waiting.retain(|(_, waits, ..)| Some(*waits) != instead_of);
                any = true;
                let answer = if cut { Some(Answer::Unreachable) } else { self.at_hub(who, line, id, call) };
                if let Some(answer) = answer {
                    self.office(who).answer(line, id, answer).unwrap();
                }
            }
            any |= self.wake(who);
        }
        any
    }

    fn at_hub(&mut self, who: &str, line: u32, id: CallId, call: Call) -> Option<Answer> {
        match call {
            Call::Put { address, cell } => {
                let there = self.hub.entry(address).or_insert_with(|| (cell.clone(), false));
                let same = there.0.as_bytes() == cell.as_bytes();
                Some(Answer::Put(if same { PutReply::Stored } else { PutReply::Taken }))
            }
            Call::Erase { keys } => {
                for address in keys.iter().map(TakeKey::address) {
                    self.hub.entry(address).and_modify(|there| there.1 = true);
                }
                Some(Answer::Erased)
            }
            Call::Collect { keys, wait_seconds } => {
                let addresses: Vec<Address> = keys.iter().map(TakeKey::address).collect();
                let mut slots = self.collect(&addresses);
                if self.room(who).flooded {
                    let garbage = Cell::random(&mut *stream("garbage", id.0));
                    slots = addresses.iter().map(|_| Some(garbage.clone())).collect();
                }
                if wait_seconds == 0 || slots.iter().any(Option::is_some) {
                    return Some(Answer::Collected(slots));
                }
                let until = self.clock.tick().0 + 1000 * u64::from(wait_seconds);
                self.room(who).waiting.push((line, id, until, addresses));
                None
            }
        }
    }

    fn collect(&self, addresses: &[Address]) -> Vec<Option<Cell>> {
        let there = |address| self.hub.get(address).filter(|(_, erased)| !erased);
        addresses.iter().map(|address| there(address).map(|(cell, _)| cell.clone())).collect()
    }

    /// Answers those of an office's collections that have waited for what is there now, or long enough.
    fn wake(&mut self, who: &str) -> bool {
        let now = self.clock.tick().0;
        let waiting = std::mem::take(&mut self.room(who).waiting);
        let mut any = false;
        for (line, id, until, addresses) in waiting {
            let slots = self.collect(&addresses);
            if until <= now || slots.iter().any(Option::is_some) {
                any = true;
                self.office(who).answer(line, id, Answer::Collected(slots)).unwrap();
            } else {
                self.room(who).waiting.push((line, id, until, addresses));
            }
        }
        any
    }

    /// Moves the ticks to what is due next.
    pub(crate) fn pass(&mut self) {
        let now = self.clock.tick().0;
        let due = |room: &Room| {
            let timer = room.office.as_ref().and_then(Office::next_timeout).map(|tick| tick.0);
            timer.into_iter().chain(room.waiting.iter().map(|(_, _, until, _)| *until)).min()
        };
        let next = self.rooms.values().filter_map(due).min().unwrap_or(now).max(now + 1);
        self.clock.tick.store(next, Ordering::Relaxed);
        for room in self.rooms.values_mut() {
            if let Some(office) = &mut room.office {
                office.timeout().unwrap();
            }
        }
    }

    /// Whether both ends of every line that is not cut, and whose office runs, have said and heard the same.
    fn level(&self) -> bool {
        let Some(desk) = self.rooms[DESK].office.as_ref().map(Office::pulse) else { return true };
        self.rooms.values().filter(|room| !room.cut).all(|room| {
            let (Some(seat), Some(office)) = (room.seat, &room.office) else { return true };
            let (here, there) = (desk.lines[&seat], office.pulse().lines[&TO_DESK]);
            here.established
                && there.established
                && (here.to_send, here.acknowledged) == (there.received, there.received)
                && (there.to_send, there.acknowledged) == (here.received, here.received)
        })
    }
}

impl Room {
    fn new(disk: Disk, office: Office<Shelf>, seat: Option<u32>) -> Self {
        Self { disk, office: Some(office), seat, cut: false, flooded: false, starts: 0, waiting: Vec::new() }
    }
}

/// The desk's rendition of an item, as a gist.
pub(crate) fn render(item: ItemId, words: &str) -> desk::Command {
    desk::Command::Render {
        item,
        words: words.to_owned(),
        label: Label::Gist,
        to: Vec::new(),
        conditions: None,
        reservations: None,
        scope: None,
        translations: Vec::new(),
    }
}
