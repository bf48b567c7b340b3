//! A storm: a scenario played while things go wrong at random, with the invariants checked after every event.
//!
//! What goes wrong: offices are killed at once, at a commit (which leaves all, a part or nothing of itself), at a send
//! and at an erasure; cells are lost, repeated and reordered; an office or the hub is out of reach for a while; the hub
//! is put back to an older state; a party's office is put back to an older state once the desk has all that it said, in
//! words. The scenario must still go as it says: faults cost time, never a message.
//!
//! What makes people do things again, and so does not go as a scenario says, is [`super::gale`]'s.

use std::collections::BTreeMap;

use channel::ItemState;
use office::office::Machine;
use rand::RngExt;

use super::disk::Backup;
use super::house::Weather;
use super::invariants::{Watch, broke, delivered_is_there, once_and_in_order};
use super::ledger::Ledger;
use super::weather::{self, KINDS, Mishaps, Wrecked};
use super::world::{DESK, World};
use crate::play::Broken;
use crate::scenario::Scenario;

/// Plays one storm.
///
/// # Errors
/// [`Wrecked`] if an invariant was broken, an expectation did not hold, or the lines did not settle.
pub fn play(scenario: &Scenario, seed: u64) -> Result<(), Wrecked> {
    weather::play("storm", scenario, seed, Box::new(Storm::new(seed)), |played| played.failures)
}

/// The weather of one storm.
struct Storm {
    mishaps: Mishaps,
    backups: BTreeMap<String, Backup>,
    watch: Watch,
    ledger: Ledger,
}

impl Storm {
    fn new(seed: u64) -> Self {
        let mishaps = Mishaps::new(seed ^ 0x5702_6d5e_ed00_0000);
        Self { mishaps, backups: BTreeMap::new(), watch: Watch::default(), ledger: Ledger::default() }
    }

    fn strike(&mut self, world: &mut World) -> Result<(), Broken> {
        let Some(who) = self.mishaps.someone(world) else { return Ok(()) };
        let kind = self.mishaps.rng.random_range(0..=KINDS);
        if kind < KINDS {
            self.mishaps.befall(world, &who, kind);
            return Ok(());
        }
        // What an office did after its backup and nobody else has in words yet is lost with it: no fault of a line's.
        let told = |office: &mut office::office::Office<_>| {
            let said = office.pulse().lines.values().all(|line| line.to_send == line.acknowledged);
            said && !holds_sealed(office.machine())
        };
        let may = who != DESK && world.office(&who).is_some_and(told);
        if let Some(backup) = self.backups.get(&who).filter(|_| may) {
            world.restore(&who, backup).map_err(|error| Broken(error.to_string()))?;
        }
        Ok(())
    }

    /// What must hold at every moment, looked at where something has changed.
    fn check(&mut self, world: &mut World) -> Result<(), Broken> {
        let changed = self.watch.look(world)?;
        if changed.is_empty() {
            return Ok(());
        }
        self.ledger.hold(world, &changed)?;
        world.names().iter().try_for_each(|who| check_office(world, who))
    }
}

impl Weather for Storm {
    fn before(&mut self, world: &mut World) -> Result<(), Broken> {
        if self.mishaps.strike() {
            self.strike(world)?;
        }
        self.mishaps.keep_hub(world);
        Ok(())
    }

    fn after(&mut self, world: &mut World) -> Result<(), Broken> {
        self.check(world)
    }

    fn settled(&mut self, world: &mut World) -> Result<(), Broken> {
        self.mishaps.settled();
        self.check(world)?;
        once_and_in_order(world)?;
        delivered_is_there(world)?;
        for who in world.names() {
            if let Some(room) = world.room(&who) {
                self.backups.insert(who.clone(), room.disk.backup());
            }
        }
        Ok(())
    }

    fn clears_up(&mut self) {
        self.mishaps.end();
    }
}

/// Whether an office alone has words that it has committed to: a declaration or an answer that is to be opened later.
fn holds_sealed(machine: &Machine) -> bool {
    let Machine::Party(party) = machine else { return false };
    let declared = party.pairs.values().any(|pair| pair.declared.is_some() && !pair.asked && !pair.ended);
    let answered = party.proposals.values().any(|one| one.answered.is_some() && !one.opened && one.common.is_none());
    declared || answered
}

/// `no_conveyance_without_release` and `lapsed_is_silent`: whatever a party's office holds, the desk has released and
/// called, and has neither recalled, returned nor voided.
fn check_office(world: &mut World, who: &str) -> Result<(), Broken> {
    let Some(line) = world.line_at_desk(who) else { return Ok(()) };
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
