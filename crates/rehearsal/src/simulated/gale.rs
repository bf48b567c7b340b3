//! A gale: a scenario played while anybody may be put back to an older state at any moment, the desk too, whether the letters
//! since had been heard or not; beside all that goes wrong in a storm.
//!
//! After such a thing people have to do again what was lost, and nobody does here: what a step comes to, and what an
//! office shows in the end, is not judged. The invariants are, after every event, by what the desk was ever seen to do
//! (`ledger`); and the lines settle.
//!
//! Deliberately not here: an office that is put back to a state which an earlier restore had given up already. Two
//! histories of one office then have letters under the same numbers, and counts alone do not tell them apart.

use std::collections::BTreeMap;

use rand::RngExt;

use super::disk::Backup;
use super::house::Weather;
use super::invariants::{Watch, delivered_is_there, once_and_in_order};
use super::ledger::Ledger;
use super::weather::{self, KINDS, Mishaps, Wrecked};
use super::world::World;
use crate::play::Broken;
use crate::scenario::Scenario;

/// Plays one gale.
///
/// # Errors
/// [`Wrecked`] if an invariant was broken, an office failed, or the lines did not settle.
pub fn play(scenario: &Scenario, seed: u64) -> Result<(), Wrecked> {
    weather::play("gale", scenario, seed, Box::new(Gale::new(seed)), |played| played.broke)
}

/// The weather of one gale.
struct Gale {
    mishaps: Mishaps,
    /// Of each office, oldest first. They begin when the house is set up: before that there is nothing to be put back to.
    backups: BTreeMap<String, Vec<Backup>>,
    set_up: bool,
    watch: Watch,
    ledger: Ledger,
}

/// Kinds of mishap beside the common ones, all of which put an office back.
const RESTORES: u32 = 5;
const BACKUP_ONE_IN: u32 = 30;
const BACKUPS: usize = 4;
/// How often an office is put back between one step and the next, and acts before it has spoken with anybody.
const BETWEEN_ONE_IN: u32 = 5;

impl Gale {
    fn new(seed: u64) -> Self {
        Self {
            mishaps: Mishaps::new(seed ^ 0x6a1e_0000_5eed_0000),
            backups: BTreeMap::new(),
            set_up: false,
            watch: Watch::default(),
            ledger: Ledger::default(),
        }
    }

    fn keep(&mut self, world: &World, who: &str) {
        let Some(room) = world.room(who) else { return };
        let kept = self.backups.entry(who.to_owned()).or_default();
        if kept.len() >= BACKUPS {
            kept.remove(0);
        }
        kept.push(room.disk.backup());
    }

    /// Puts an office back; what it was since then is given up for good.
    fn restore(&mut self, world: &mut World, who: &str) -> Result<(), Broken> {
        let Some(kept) = self.backups.get_mut(who).filter(|kept| !kept.is_empty()) else { return Ok(()) };
        let one = self.mishaps.rng.random_range(0..kept.len());
        kept.truncate(one + 1);
        let Some(backup) = kept.last() else { return Ok(()) };
        world.restore(who, backup).map_err(|error| Broken(error.to_string()))
    }

    /// What must hold at every moment, looked at where something has changed.
    fn check(&mut self, world: &mut World) -> Result<(), Broken> {
        let changed = self.watch.look(world)?;
        self.ledger.hold(world, &changed)
    }
}

impl Weather for Gale {
    fn before(&mut self, world: &mut World) -> Result<(), Broken> {
        self.check(world)?; // what was done between two events, before anybody forgets it
        if self.set_up
            && self.mishaps.rng.random_range(0..BACKUP_ONE_IN) == 0
            && let Some(who) = self.mishaps.someone(world)
        {
            self.keep(world, &who);
        }
        if self.set_up
            && self.mishaps.strike()
            && let Some(who) = self.mishaps.someone(world)
        {
            match self.mishaps.rng.random_range(0..KINDS + RESTORES) {
                kind if kind < KINDS => self.mishaps.befall(world, &who, kind),
                _ => self.restore(world, &who)?,
            }
        }
        self.mishaps.keep_hub(world);
        Ok(())
    }

    fn after(&mut self, world: &mut World) -> Result<(), Broken> {
        self.check(world)
    }

    fn settled(&mut self, world: &mut World) -> Result<(), Broken> {
        self.check(world)?;
        once_and_in_order(world)?;
        delivered_is_there(world)?;
        self.mishaps.settled();
        if !std::mem::replace(&mut self.set_up, true) {
            world.names().iter().for_each(|who| self.keep(world, who));
        }
        if !self.mishaps.is_over()
            && self.mishaps.rng.random_range(0..BETWEEN_ONE_IN) == 0
            && let Some(who) = self.mishaps.someone(world)
        {
            self.restore(world, &who)?;
        }
        Ok(())
    }

    fn clears_up(&mut self) {
        self.mishaps.end();
    }
}
