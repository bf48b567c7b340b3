//! What every kind of rough weather has in common: what befalls offices and the hub, how a scenario is played in it, and how
//! it is told that something did not weather it.
//!
//! Deliberately not here: what each kind does beside that, and what it judges ([`super::storm`], [`super::gale`]).

use std::fmt;
use std::panic::{AssertUnwindSafe, catch_unwind};

use office::faults::{Fault, Point};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha20Rng;

use super::house::{SimHouse, Weather};
use super::invariants;
use super::world::{Noted, World};
use crate::cast::{Cast, House};
use crate::play::{self, Broken, Played};
use crate::report::Mode;
use crate::scenario::Scenario;

/// Rough weather that something did not weather.
#[derive(Debug)]
pub struct Wrecked {
    /// What kind it was.
    pub kind: &'static str,
    /// The seed that plays it again.
    pub seed: u64,
    /// What went wrong.
    pub why: Vec<String>,
    /// What happened, oldest first.
    pub log: Vec<Noted>,
}

impl fmt::Display for Wrecked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{}, seed {}:", self.kind, self.seed)?;
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

/// Plays a scenario in some weather. `judged` says what of the outcome counts as a wreck.
pub(super) fn play(
    kind: &'static str,
    scenario: &Scenario,
    seed: u64,
    weather: Box<dyn Weather>,
    judged: fn(Played) -> Vec<String>,
) -> Result<(), Wrecked> {
    let wrecked = |why: Vec<String>, log: Vec<Noted>| Wrecked { kind, seed, why, log };
    let mut house = SimHouse::new(seed, scenario.starts).map_err(|Broken(why)| wrecked(vec![why], Vec::new()))?;
    house.weather = Some(weather);
    let mut cast = Cast::new(scenario.clone(), house);
    // Nobody may panic: that is told with its seed as any other wreck is.
    let why = catch_unwind(AssertUnwindSafe(|| {
        let mut why = judged(play::play(scenario, Mode::Simulated, &mut cast, &mut |_| {}));
        if why.is_empty() {
            why.extend(ends(&mut cast.house).err().map(|Broken(why)| why));
        }
        why
    }));
    let why = why.unwrap_or_else(|_| vec!["something panicked: see above".to_owned()]);
    if why.is_empty() { Ok(()) } else { Err(wrecked(why, cast.house.world.log().to_vec())) }
}

/// The weather clears up: the lines settle, and every office is what its journal says.
fn ends(house: &mut SimHouse) -> Result<(), Broken> {
    if let Some(weather) = &mut house.weather {
        weather.clears_up();
    }
    house.settle()?;
    invariants::reopened(&mut house.world)
}

/// What befalls offices and the hub at random, and how often.
pub(super) struct Mishaps {
    pub(super) rng: ChaCha20Rng,
    /// Those that may still come before the lines next settle, so that they ever do.
    left: u32,
    over: bool,
    hub: Option<hub::Drops>,
}

const AT_A_TIME: u32 = 6;
const ONE_IN: u32 = 25;
const HUB_KEPT_ONE_IN: u32 = 200;

/// How many kinds of mishap [`Mishaps::befall`] knows.
pub(super) const KINDS: u32 = 10;

impl Mishaps {
    pub(super) fn new(seed: u64) -> Self {
        Self { rng: ChaCha20Rng::seed_from_u64(seed), left: AT_A_TIME, over: false, hub: None }
    }

    /// Whether one comes now.
    pub(super) fn strike(&mut self) -> bool {
        let strikes = !self.over && self.left > 0 && self.rng.random_range(0..ONE_IN) == 0;
        self.left -= u32::from(strikes);
        strikes
    }

    /// The lines have settled.
    pub(super) fn settled(&mut self) {
        self.left = AT_A_TIME;
    }

    /// None comes any more.
    pub(super) fn end(&mut self) {
        self.over = true;
    }

    /// Whether none comes any more.
    pub(super) fn is_over(&self) -> bool {
        self.over
    }

    /// Keeps the hub as it is now, now and then.
    pub(super) fn keep_hub(&mut self, world: &World) {
        if self.rng.random_range(0..HUB_KEPT_ONE_IN) == 0 {
            self.hub = Some(world.hub.clone());
        }
    }

    /// One of the offices.
    pub(super) fn someone(&mut self, world: &World) -> Option<String> {
        let names = world.names();
        let one = self.rng.random_range(0..names.len().max(1));
        names.into_iter().nth(one)
    }

    /// What befalls an office, or the hub, in every kind of weather: one of [`KINDS`].
    pub(super) fn befall(&mut self, world: &mut World, who: &str, kind: u32) {
        let cells = self.rng.random_range(1..4);
        let arm = |world: &mut World, fault: Fault| {
            world.note(who, format!("{fault:?}"));
            if let Some(office) = world.office(who) {
                office.armed.arm(fault);
            }
        };
        match kind {
            0 => world.kill(who),
            1 | 2 => world.arm_crash(who, Point::Commit),
            3 => world.arm_crash(who, Point::Send),
            4 => world.arm_crash(who, Point::Erase),
            5 => arm(world, Fault::Lose(cells)),
            6 => arm(world, Fault::Repeat(cells)),
            7 => arm(world, Fault::Reorder(cells)),
            8 => {
                let ticks = self.rng.random_range(100..120_000);
                world.note(who, format!("out of reach for {ticks}"));
                let tick = world.tick();
                if let Some(room) = world.room_mut(who) {
                    room.outage(tick, ticks);
                }
            }
            _ => {
                if let Some(hub) = self.hub.take() {
                    world.note("hub", "put back to an older state");
                    world.hub = hub;
                }
            }
        }
    }
}
