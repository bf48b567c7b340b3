//! The simulated world: offices, one hub and the network between them, in one thread, from one seed.
//!
//! Everything that happens is an entry in one queue, ordered by time and then by number; the only randomness is the
//! world's own stream, and one stream for each office. So a seed plays the same to the byte, and an office's stream is
//! the same whatever the others do.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use channel::{SeatId, SeatKey};
use hub::{Drops, Keeping, Now};
use office::HubPlace;
use office::clock::Clock;
use office::faults::Point;
use office::office::{Founding, Machine, Office, OfficeError, Pulse, TO_DESK};
use office::refused::Refused;
use office::store::StoreError;
use office::transport::{Answer, Call, CallId, Outbound};
use office::vault::VaultError;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;
use sealing::Params;
use wire::{Address, PutReply, Refusal, TakeKey};

use super::clock::SimClock;
use super::disk::{Backup, Disk, SimStore, Tear};

/// An office of the world, running or not.
pub struct Room {
    /// What outlives its process.
    pub disk: Disk,
    passphrase: String,
    office: Option<Office<SimStore>>,
    starts: u64,
    seed: [u8; 32],
    /// Its way to the hub is cut.
    pub cut: bool,
    crash: Option<Point>,
    line_at_desk: Option<u32>,
    /// What desk and office name things by: which office this is, whatever either of them has forgotten since.
    key: Option<SeatKey>,
    /// Until then nothing gets through to it, though nobody has cut it off.
    outage_until: u64,
}

enum Happening {
    AtHub { room: String, starts: u64, line: u32, id: CallId, call: Call },
    WaitOver { room: String, starts: u64, id: CallId },
    AtOffice { room: String, starts: u64, line: u32, id: CallId, asked: Vec<Address>, answer: Answer },
    Nothing,
}

struct Waiting {
    line: u32,
    addresses: Vec<Address>,
}

/// What kind of thing just happened, for those who watch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// The time, in ticks.
    pub tick: u64,
    /// To whom.
    pub who: String,
    /// What, in a word or two; never words of an item.
    pub what: String,
}

/// The world.
pub struct World {
    /// Everybody's time.
    pub clock: Arc<SimClock>,
    tick: u64,
    number: u64,
    rng: ChaCha20Rng,
    seed: u64,
    /// Offices whose own randomness is of another seed, and so all their keys.
    pub reseeded: BTreeMap<String, u64>,
    /// The hub's drops.
    pub hub: Drops,
    /// Whether the hub answers.
    pub hub_up: bool,
    rooms: BTreeMap<String, Room>,
    queue: BTreeMap<(u64, u64), Happening>,
    waiting: BTreeMap<(String, u64, CallId), Waiting>,
    /// Calls whose answers are on their way and no longer wanted.
    unwanted: BTreeSet<(String, u64, CallId)>,
    log: Vec<Noted>,
    handed: Vec<Handed>,
    failed: Vec<String>,
}

/// A cell that an office was handed and that no fault of its own held back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// To which office.
    pub who: String,
    /// On which of its lines.
    pub line: u32,
    /// Where it had lain.
    pub address: Address,
}

const LOG_MOST: usize = 20_000;
const FAILED_MOST: usize = 16;
/// The world's desk.
pub const DESK: &str = "desk";

impl World {
    /// An empty world.
    pub fn new(seed: u64, civil: i64) -> Self {
        let clock = Arc::new(SimClock::default());
        clock.set_civil(civil);
        Self {
            clock,
            tick: 0,
            number: 0,
            rng: ChaCha20Rng::from_seed(seed_of(seed, "world")),
            seed,
            reseeded: BTreeMap::new(),
            hub: Drops::new(Keeping::default()),
            hub_up: true,
            rooms: BTreeMap::new(),
            queue: BTreeMap::new(),
            waiting: BTreeMap::new(),
            unwanted: BTreeSet::new(),
            log: Vec::new(),
            handed: Vec::new(),
            failed: Vec::new(),
        }
    }

    /// The world's own randomness.
    pub fn rng(&mut self) -> &mut ChaCha20Rng {
        &mut self.rng
    }

    /// What happened, oldest first; the oldest are dropped when there are very many.
    pub fn log(&self) -> &[Noted] {
        &self.log
    }

    /// Writes something into the log.
    pub fn note(&mut self, who: &str, what: impl Into<String>) {
        if self.log.len() >= LOG_MOST {
            self.log.drain(..LOG_MOST / 2);
        }
        self.log.push(Noted { tick: self.tick, who: who.to_owned(), what: what.into() });
    }

    /// The cells that the last event handed to an office.
    pub fn handed(&self) -> &[Handed] {
        &self.handed
    }

    /// How offices failed in ways that nobody had armed. There should be none.
    pub fn failed(&self) -> &[String] {
        &self.failed
    }

    /// The names of all offices.
    pub fn names(&self) -> Vec<String> {
        self.rooms.keys().cloned().collect()
    }

    /// A room, to look at.
    pub fn room(&self, who: &str) -> Option<&Room> {
        self.rooms.get(who)
    }

    /// A room, to change.
    pub fn room_mut(&mut self, who: &str) -> Option<&mut Room> {
        self.rooms.get_mut(who)
    }

    /// A running office.
    pub fn office(&mut self, who: &str) -> Option<&mut Office<SimStore>> {
        self.rooms.get_mut(who)?.office.as_mut()
    }

    fn fresh_room(&self, who: &str) -> Room {
        Room {
            disk: Disk::default(),
            passphrase: format!("the passphrase of {who}"),
            office: None,
            starts: 0,
            seed: seed_of(self.reseeded.get(who).copied().unwrap_or(self.seed), who),
            cut: false,
            crash: None,
            line_at_desk: None,
            key: None,
            outage_until: 0,
        }
    }

    /// Founds the desk.
    pub fn found_desk(&mut self) -> Result<(), OfficeError> {
        let mut room = self.fresh_room(DESK);
        let hub = HubPlace { place: "hub".to_owned(), pin: [0; 32], pass: [0; 32] };
        room.office = Some(Office::found_desk(self.founding(&room), hub)?);
        self.rooms.insert(DESK.to_owned(), room);
        Ok(())
    }

    /// Founds a party's office from an invitation.
    pub fn join(&mut self, who: &str, invitation: &str, code: &str, line_at_desk: u32) -> Result<(), OfficeError> {
        let mut room = self.fresh_room(who);
        room.line_at_desk = Some(line_at_desk);
        let office = Office::join(self.founding(&room), invitation, code, None)?;
        // By its own end: the desk may have crashed since it invited.
        room.key = office.seat_key(TO_DESK);
        room.office = Some(office);
        self.rooms.insert(who.to_owned(), room);
        self.flush(who);
        Ok(())
    }

    /// The key of a seat, as the desk has it now.
    fn seat_key(&self, line: u32) -> Option<SeatKey> {
        match self.rooms.get(DESK)?.office.as_ref()?.machine() {
            Machine::Desk(state) => state.seats.get(&SeatId(line)).map(|seat| seat.key),
            Machine::Party(_) => None,
        }
    }

    /// The number of an office's line at the desk; none where the desk does not know that office, having been put back to
    /// before it was seated.
    pub fn line_at_desk(&self, who: &str) -> Option<u32> {
        let room = self.rooms.get(who)?;
        let key = room.key?;
        room.line_at_desk.filter(|line| self.seat_key(*line) == Some(key))
    }

    fn founding<'a>(&self, room: &'a Room) -> Founding<'a, SimStore> {
        Founding {
            store: room.disk.open(),
            passphrase: &room.passphrase,
            holder: "",
            params: Params::least(),
            rehearsal: true,
            clock: Arc::clone(&self.clock) as Arc<dyn Clock>,
            rng: room.stream(),
        }
    }

    /// Kills an office: its memory is gone, its disk stays.
    pub fn kill(&mut self, who: &str) {
        self.note(who, "killed");
        if let Some(room) = self.rooms.get_mut(who) {
            room.office = None;
            room.starts += 1;
        }
        self.waiting.retain(|(of, ..), _| of != who);
        self.unwanted.retain(|(of, ..)| of != who);
        self.handed.retain(|handed| handed.who != who);
    }

    /// Starts an office again from its disk.
    pub fn start(&mut self, who: &str) -> Result<(), OfficeError> {
        let clock = Arc::clone(&self.clock) as Arc<dyn Clock>;
        let Some(room) = self.rooms.get_mut(who) else { return Ok(()) };
        if room.office.is_some() {
            return Ok(());
        }
        room.starts += 1;
        let store = room.disk.open();
        room.office = Some(Office::open(store, &room.passphrase.clone(), clock, room.stream())?);
        self.note(who, "started");
        self.flush(who);
        Ok(())
    }

    /// Arms a crash at a point.
    pub fn arm_crash(&mut self, who: &str, point: Point) {
        let tear = match self.rng.random_range(0..3) {
            0 => Tear::Lost,
            1 => Tear::Torn(self.rng.random_range(0..1000)),
            _ => Tear::Whole,
        };
        self.note(who, format!("a crash is armed at {point:?}, {tear:?}"));
        let Some(room) = self.rooms.get_mut(who) else { return };
        match point {
            Point::Commit => room.disk.fail_next_commit(tear),
            Point::Send | Point::Erase => room.crash = Some(point),
        }
    }

    /// Puts an office's disk back to an older state; it starts from that.
    pub fn restore(&mut self, who: &str, backup: &Backup) -> Result<(), OfficeError> {
        self.kill(who);
        self.note(who, "its disk is put back to an older state");
        if let Some(room) = self.rooms.get_mut(who) {
            room.disk.restore(backup);
        }
        self.start(who)
    }

    /// Does something at a running office. A crash on the way is taken up again: the office starts, and `act` is asked once more.
    pub fn with_office<T>(
        &mut self,
        who: &str,
        mut act: impl FnMut(&mut Office<SimStore>) -> Result<T, OfficeError>,
    ) -> Result<T, OfficeError> {
        for _ in 0..8 {
            self.start(who)?;
            let Some(office) = self.office(who) else { continue };
            match act(office) {
                Err(error) if lost_power(&error) => self.kill(who),
                other => {
                    self.flush(who);
                    return other;
                }
            }
        }
        Err(OfficeError::Refused(Refused {
            sentence: "the office crashed again and again".to_owned(),
            ..Refused::default()
        }))
    }

    /// Sends off what an office asks of the hub.
    pub fn flush(&mut self, who: &str) {
        let Some(room) = self.rooms.get_mut(who) else { return };
        let (starts, cut) = (room.starts, room.is_cut(self.tick));
        let Some(office) = room.office.as_mut() else { return };
        let calls = match office.calls() {
            Ok(calls) => calls,
            Err(error) => return self.fell(who, &error),
        };
        let crash = room.crash;
        for Outbound { id, line, instead_of, call } in calls {
            let fires = matches!(
                (crash, &call),
                (Some(Point::Send), Call::Put { .. }) | (Some(Point::Erase), Call::Erase { .. })
            );
            if fires {
                if let Some(room) = self.rooms.get_mut(who) {
                    room.crash = None;
                }
                return self.kill(who);
            }
            if let Some(old) = instead_of {
                let old = (who.to_owned(), starts, old);
                if self.waiting.remove(&old).is_none() {
                    self.unwanted.insert(old);
                }
            }
            let room = who.to_owned();
            if cut {
                self.unreachable(room, starts, line, id);
            } else {
                self.later(1..30, Happening::AtHub { room, starts, line, id, call });
            }
        }
    }

    fn unreachable(&mut self, room: String, starts: u64, line: u32, id: CallId) {
        let answer = Answer::Unreachable;
        self.later(20..200, Happening::AtOffice { room, starts, line, id, asked: Vec::new(), answer });
    }

    /// An office's process ends by an error: by one that was armed, or by one that is written down.
    fn fell(&mut self, who: &str, error: &OfficeError) {
        if !lost_power(error) && self.failed.len() < FAILED_MOST {
            self.failed.push(format!("{who}: {error}"));
        }
        self.kill(who);
    }

    fn later(&mut self, wait: std::ops::Range<u64>, happening: Happening) {
        let at = self.tick + self.rng.random_range(wait);
        self.number += 1;
        self.queue.insert((at, self.number), happening);
    }

    /// Lets the next thing happen. False when nothing ever will.
    pub fn step(&mut self) -> bool {
        self.handed.clear();
        let timer = self
            .rooms
            .iter()
            .filter_map(|(who, room)| Some((room.office.as_ref()?.next_timeout()?.0, who.clone())))
            .min();
        let next = self.queue.keys().next().copied();
        match (next, timer) {
            (None, None) => false,
            (next, Some((at, who))) if next.is_none_or(|(queued, _)| at < queued) => {
                // A timer that is due already still takes a moment, so that time always passes.
                self.pass_to(at.max(self.tick + 1));
                self.touch(&who, |office| office.timeout());
                true
            }
            _ => {
                let Some(((at, _), happening)) = self.queue.pop_first() else { return false };
                self.pass_to(at);
                self.happen(happening);
                true
            }
        }
    }

    fn pass_to(&mut self, tick: u64) {
        self.tick = self.tick.max(tick);
        self.clock.set_tick(self.tick);
    }

    /// The civil time.
    pub fn clock_civil(&self) -> channel::Civil {
        self.clock.civil()
    }

    /// The time, in ticks.
    pub fn tick(&self) -> u64 {
        self.tick
    }

    fn touch(&mut self, who: &str, act: impl FnOnce(&mut Office<SimStore>) -> Result<(), OfficeError>) {
        let Some(office) = self.office(who) else { return };
        match act(office) {
            Ok(()) => self.flush(who),
            Err(error) => self.fell(who, &error),
        }
    }

    fn happen(&mut self, happening: Happening) {
        match happening {
            Happening::Nothing => {}
            Happening::AtHub { room, starts, line, id, call } => {
                if !self.hub_up || self.rooms.get(&room).is_none_or(|room| room.is_cut(self.tick)) {
                    return self.unreachable(room, starts, line, id);
                }
                self.at_hub(room, starts, line, id, call);
            }
            Happening::WaitOver { room, starts, id } => {
                if let Some(Waiting { line, addresses }) = self.waiting.remove(&(room.clone(), starts, id)) {
                    let answer = Answer::Collected(addresses.iter().map(|_| None).collect());
                    self.later(1..30, Happening::AtOffice { room, starts, line, id, asked: addresses, answer });
                }
            }
            Happening::AtOffice { room, starts, line, id, asked, answer } => {
                let current =
                    self.rooms.get(&room).is_some_and(|there| there.starts == starts && there.office.is_some());
                let cut = self.rooms.get(&room).is_some_and(|there| there.is_cut(self.tick));
                if current {
                    let answer = if cut { Answer::Unreachable } else { answer };
                    self.hand(&room, line, id, asked, answer);
                }
            }
        }
    }

    /// An answer reaches its office, which may lose or turn round what is in it, as it was armed to.
    fn hand(&mut self, room: &str, line: u32, id: CallId, asked: Vec<Address>, answer: Answer) {
        let came: Vec<Address> = match &answer {
            Answer::Collected(slots) => {
                asked.into_iter().zip(slots).filter_map(|(at, slot)| slot.as_ref().map(|_| at)).collect()
            }
            _ => Vec::new(),
        };
        let wanted = !self.unwanted.remove(&(room.to_owned(), self.rooms.get(room).map_or(0, Room::starts), id));
        let armed = self.office(room).map(|office| (office.armed.lose, office.armed.reorder));
        self.touch(room, |office| office.answer(line, id, answer));
        let spent = self.office(room).map(|office| (office.armed.lose, office.armed.reorder));
        if wanted && armed == spent {
            let who = || room.to_owned();
            self.handed.extend(came.into_iter().map(|address| Handed { who: who(), line, address }));
        }
    }

    fn at_hub(&mut self, room: String, starts: u64, line: u32, id: CallId, call: Call) {
        let now = Now(u64::try_from(self.clock.civil().0).unwrap_or(0));
        let mut asked = Vec::new();
        let answer = match call {
            Call::Put { address, cell } => {
                let reply = match self.hub.put(address, cell, now) {
                    hub::PutOutcome::Stored => PutReply::Stored,
                    hub::PutOutcome::Taken => PutReply::Taken,
                    hub::PutOutcome::Full => PutReply::Refused(Refusal::Full),
                };
                self.wake(address, now);
                Answer::Put(reply)
            }
            Call::Erase { keys } => {
                let addresses: Vec<Address> = keys.iter().map(TakeKey::address).collect();
                self.hub.erase(&addresses, now);
                Answer::Erased
            }
            Call::Collect { keys, wait_seconds } => {
                let addresses: Vec<Address> = keys.iter().map(TakeKey::address).collect();
                let slots = self.hub.collect(&addresses, now);
                if slots.iter().all(Option::is_none) && wait_seconds > 0 {
                    let over = u64::from(wait_seconds) * 1000;
                    self.waiting.insert((room.clone(), starts, id), Waiting { line, addresses });
                    return self.later(over..over + 1, Happening::WaitOver { room, starts, id });
                }
                asked = addresses;
                Answer::Collected(slots)
            }
        };
        self.later(1..30, Happening::AtOffice { room, starts, line, id, asked, answer });
    }

    /// Answers those who wait for what was just put.
    fn wake(&mut self, address: Address, now: Now) {
        let waiting = self.waiting.iter().filter(|(_, waiting)| waiting.addresses.contains(&address));
        let keys: Vec<(String, u64, CallId)> = waiting.map(|(key, _)| key.clone()).collect();
        for key in keys {
            let Some(Waiting { line, addresses }) = self.waiting.remove(&key) else { continue };
            let (room, starts, id) = key;
            let answer = Answer::Collected(self.hub.collect(&addresses, now));
            self.later(1..30, Happening::AtOffice { room, starts, line, id, asked: addresses, answer });
        }
    }

    /// Lets an instant pass in which nothing is due, so that armed things may fire.
    pub fn tick_over(&mut self) {
        self.later(1..2, Happening::Nothing);
        self.step();
    }

    /// How far every line is, for a message about one that does not settle.
    pub fn lines(&self) -> String {
        let mut lines = vec![format!("at {}", self.tick)];
        for (who, room) in &self.rooms {
            let Some(office) = &room.office else { continue };
            let pulse = office.pulse().lines.into_values();
            let letters = pulse.map(|line| format!("{} letters, {} acknowledged", line.to_send, line.acknowledged));
            let states = office.line_states().into_iter().zip(letters);
            lines.extend(states.map(|(state, letters)| format!("{who} {state}, {letters}")));
        }
        lines.join("\n    ")
    }

    /// Whether every office's process runs.
    pub fn all_run(&self) -> bool {
        self.rooms.values().all(Room::runs)
    }

    /// Whether all that can be delivered is: both ends of every line that is not cut have said and heard the same.
    pub fn settled(&self) -> bool {
        let Some(desk) = self.rooms.get(DESK).filter(|desk| !desk.cut && self.hub_up) else { return true };
        let Some(desk) = desk.office.as_ref().map(Office::pulse) else { return false };
        self.rooms.iter().filter(|(who, room)| who.as_str() != DESK && !room.cut).all(|(who, room)| {
            let Some(party) = room.office.as_ref().map(Office::pulse) else { return false };
            self.line_at_desk(who).is_none_or(|line| level(&desk, line, &party))
        })
    }
}

/// Whether both ends of a line are level.
pub fn level(desk: &Pulse, line: u32, party: &Pulse) -> bool {
    let (Some(here), Some(there)) = (desk.lines.get(&line), party.lines.get(&TO_DESK)) else {
        return false;
    };
    here.established
        && there.established
        && here.to_send == there.received
        && there.to_send == here.received
        && here.acknowledged == here.to_send
        && there.acknowledged == there.to_send
}

impl Room {
    /// A stream of the office's own, another for each start.
    fn stream(&self) -> Box<ChaCha20Rng> {
        let mut rng = ChaCha20Rng::from_seed(self.seed);
        rng.set_stream(self.starts);
        Box::new(rng)
    }

    fn is_cut(&self, tick: u64) -> bool {
        self.cut || tick < self.outage_until
    }

    /// Nothing gets through to it for so many ticks from `tick` on.
    pub fn outage(&mut self, tick: u64, ticks: u64) {
        self.outage_until = tick + ticks;
    }

    /// What it and the desk name things by; the desk's own room has none.
    pub fn key(&self) -> Option<SeatKey> {
        self.key
    }

    /// How often its process has started.
    pub fn starts(&self) -> u64 {
        self.starts
    }

    /// Whether its process runs.
    pub fn runs(&self) -> bool {
        self.office.is_some()
    }
}

/// Whether an office ended as a crash that was armed ends it.
fn lost_power(error: &OfficeError) -> bool {
    matches!(error, OfficeError::Vault(VaultError::Store(StoreError::Broken(_))))
}

fn seed_of(seed: u64, name: &str) -> [u8; 32] {
    use sha2::{Digest, Sha256};
    Sha256::new().chain_update(seed.to_be_bytes()).chain_update(name).finalize().into()
}
