//! A storm: a scenario played while things go wrong at random, with the invariants checked after every event.
//!
//! What goes wrong: offices are killed at once, at a commit (which leaves all, a part or nothing of itself), at a send
//! and at an erasure; cells are lost, repeated and reordered; an office or the hub is out of reach for a while; the hub
//! is put back to an older state; a party's office is put back to an older state. The scenario must still go as it
//! says: faults cost time, never a message.

use std::collections::BTreeMap;
use std::fmt;

use channel::ItemState;
use office::faults::{Fault, Point};
use office::office::{Machine, TO_DESK};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;

use super::disk::Backup;
use super::house::{SimHouse, Weather};
use super::world::{DESK, Noted, World};
use crate::cast::Cast;
use crate::play::{self, Broken};
use crate::report::Mode;
use crate::scenario::Scenario;

/// A storm that something did not weather.
#[derive(Debug)]
pub struct Wrecked {
    /// The seed that plays it again.
    pub seed: u64,
    /// What went wrong.
    pub why: Vec<String>,
    /// What happened, oldest first.
    pub log: Vec<Noted>,
}

impl fmt::Display for Wrecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "seed {}:", self.seed)?;
        for why in &self.why {
            writeln!(f, "  {why}")?;
        }
        writeln!(f, "  what happened:")?;
        for Noted { tick, who, what } in &self.log {
            writeln!(f, "  {tick:>9}  {who}: {what}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Wrecked {}

/// Plays one storm.
///
/// # Errors
/// [`Wrecked`] if an invariant was broken, an expectation did not hold, or the lines did not settle.
pub fn play(scenario: &Scenario, seed: u64) -> Result<(), Wrecked> {
    let wrecked = |why: Vec<String>, log: Vec<Noted>| Wrecked { seed, why, log };
    let mut house = SimHouse::new(seed, scenario.starts).map_err(|Broken(why)| wrecked(vec![why], Vec::new()))?;
    house.weather = Some(Box::new(Storm::new(seed)));
    let mut cast = Cast::new(scenario.clone(), house);
    let played = play::play(scenario, Mode::Simulated, &mut cast, &mut |_| {});
    if played.failures.is_empty() {
        return Ok(());
    }
    Err(wrecked(played.failures, cast.house.world.log().to_vec()))
}

/// The weather of one storm.
struct Storm {
    rng: ChaCha20Rng,
    /// Faults that may still come before the lines next settle, so that they ever do.
    left: u32,
    hub: Option<hub::Drops>,
    backups: BTreeMap<String, Backup>,
    seen: BTreeMap<String, u64>,
}

const FAULTS_AT_A_TIME: u32 = 6;
const ONE_IN: u32 = 25;

impl Storm {
    fn new(seed: u64) -> Self {
        let rng = ChaCha20Rng::seed_from_u64(seed ^ 0x5702_6d5e_ed00_0000);
        Self { rng, left: FAULTS_AT_A_TIME, hub: None, backups: BTreeMap::new(), seen: BTreeMap::new() }
    }

    fn someone(&mut self, world: &World) -> Option<String> {
        let names = world.names();
        let one = self.rng.random_range(0..names.len().max(1));
        names.into_iter().nth(one)
    }

    fn strike(&mut self, world: &mut World) -> Result<(), Broken> {
        let Some(who) = self.someone(world) else { return Ok(()) };
        let cells = self.rng.random_range(1..4);
        let arm = |world: &mut World, fault: Fault| {
            world.note(&who, format!("{fault:?}"));
            if let Some(office) = world.office(&who) {
                office.armed.arm(fault);
            }
        };
        match self.rng.random_range(0..11) {
            0 => world.kill(&who),
            1 | 2 => world.arm_crash(&who, Point::Commit),
            3 => world.arm_crash(&who, Point::Send),
            4 => world.arm_crash(&who, Point::Erase),
            5 => arm(world, Fault::Lose(cells)),
            6 => arm(world, Fault::Repeat(cells)),
            7 => arm(world, Fault::Reorder(cells)),
            8 => {
                let ticks = self.rng.random_range(100..120_000);
                world.note(&who, format!("out of reach for {ticks}"));
                let tick = world.tick();
                if let Some(room) = world.room_mut(&who) {
                    room.outage(tick, ticks);
                }
            }
            9 => {
                if let Some(hub) = self.hub.take() {
                    world.note("hub", "put back to an older state");
                    world.hub = hub;
                }
            }
            _ => {
                // What an office did after its backup and had told nobody yet is lost with it: no fault of a line's.
                let told = |office: &mut office::office::Office<_>| {
                    let told = office.pulse().lines.values().all(|line| line.to_send == line.acknowledged);
                    told && !keeps_sealed(office.machine())
                };
                let may = who != DESK && world.office(&who).is_some_and(told);
                let backup = self.backups.get(&who).cloned().filter(|_| may);
                if let Some(backup) = backup {
                    world.restore(&who, &backup).map_err(|error| Broken(error.to_string()))?;
                }
            }
        }
        Ok(())
    }

    /// What must hold at every moment, looked at where something has changed.
    fn check(&mut self, world: &mut World) -> Result<(), Broken> {
        for who in world.names() {
            let journal = world.office(&who).map(|office| office.pulse().journal);
            let Some(journal) = journal else { continue };
            if self.seen.insert(who.clone(), journal) != Some(journal) {
                check_office(world, &who)?;
            }
        }
        Ok(())
    }
}

impl Weather for Storm {
    fn before(&mut self, world: &mut World) -> Result<(), Broken> {
        if self.left > 0 && self.rng.random_range(0..ONE_IN) == 0 {
            self.left -= 1;
            self.strike(world)?;
        }
        if self.rng.random_range(0..200) == 0 {
            self.hub = Some(world.hub.clone());
        }
        Ok(())
    }

    fn after(&mut self, world: &mut World) -> Result<(), Broken> {
        self.check(world)
    }

    fn settled(&mut self, world: &mut World) -> Result<(), Broken> {
        self.left = FAULTS_AT_A_TIME;
        self.check(world)?;
        check_letters(world)?;
        for who in world.names() {
            if let Some(room) = world.room(&who) {
                self.backups.insert(who.clone(), room.disk.backup());
            }
        }
        Ok(())
    }
}

/// Whether an office keeps what it has bound itself to and told nobody: what it would take, the words of a declaration.
fn keeps_sealed(machine: &Machine) -> bool {
    let Machine::Party(state) = machine else { return false };
    let answer = state.proposals.values().any(|one| one.sealed.is_some() && !one.opened && one.common.is_none());
    answer || state.pairs.values().any(|pair| pair.declared.is_some() && !pair.asked && !pair.ended)
}

fn broke(invariant: &str, who: &str, what: impl fmt::Display) -> Broken {
    Broken(format!("{invariant} is broken at {who}: {what}"))
}

/// `no_conveyance_without_release` and `lapsed_is_silent`: whatever a party's office holds, the desk has released and
/// called, and has neither recalled, returned nor voided.
fn check_office(world: &mut World, who: &str) -> Result<(), Broken> {
    let Some(line) = world.room(who).and_then(super::world::Room::line_at_desk) else { return Ok(()) };
    let civil = world.clock_civil();
    let held: Vec<(channel::ConveyedId, bool)> = match world.office(who).map(|office| office.machine()) {
        Some(Machine::Party(state)) => {
            state.received.iter().map(|(id, received)| (*id, received.on <= received.conveyance.lapses.day())).collect()
        }
        _ => return Ok(()),
    };
    let Some(Machine::Desk(desk)) = world.office(DESK).map(|office| office.machine()) else { return Ok(()) };
    for (id, in_time) in held {
        let seat = channel::SeatId(line);
        let Some(item) = desk.item_at(seat, id).and_then(|item| desk.items.get(&item)) else {
            return Err(broke("no_conveyance_without_release", who, "it holds what the desk has not released"));
        };
        let sent = item.conveyances.iter().find(|sent| sent.dispatch.seat == seat && sent.dispatch.id == id);
        if sent.is_none_or(|sent| !sent.called || sent.withdrawn) {
            return Err(broke("no_conveyance_without_release", who, "it holds what the desk has not called"));
        }
        let state = item.state_at(civil);
        if matches!(state, ItemState::Recalled | ItemState::Returned | ItemState::Voided | ItemState::Held) || !in_time
        {
            return Err(broke("lapsed_is_silent", who, format!("it holds what is {state}")));
        }
    }
    Ok(())
}

/// `once_and_in_order`: once settled, what one end has heard is what the other has said, letter by letter. Of what a
/// restored end does not know any more, the other end's copy is the record.
fn check_letters(world: &mut World) -> Result<(), Broken> {
    let failed = |error: office::office::OfficeError| Broken(error.to_string());
    for who in world.names() {
        let Some(room) = world.room(&who) else { continue };
        let Some(line) = room.line_at_desk().filter(|_| !room.cut) else { continue };
        let Some(Ok(here)) = world.office(&who).map(|office| office.letters(TO_DESK)) else { continue };
        let there = world.office(DESK).map(|office| office.letters(line)).transpose().map_err(failed)?;
        let Some(there) = there else { continue };
        for (said, heard) in [(&here.0, &there.1), (&there.0, &here.1)] {
            for (number, hash) in heard {
                let differs = |said: &[u8; 32]| hash.is_some_and(|heard| heard != *said);
                if said.get(number).and_then(Option::as_ref).is_some_and(differs) {
                    return Err(broke(
                        "once_and_in_order",
                        &who,
                        format!("letter {number} is not the one that was sent"),
                    ));
                }
            }
            let last = |letters: &office::LetterHashes| letters.keys().next_back().copied().unwrap_or(0);
            if last(said) > last(heard) {
                return Err(broke("once_and_in_order", &who, format!("letter {} is missing", last(said))));
            }
        }
    }
    Ok(())
}
