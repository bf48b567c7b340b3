//! The time of the simulated world: it passes when the world says so.

use std::sync::atomic::{AtomicI64, AtomicU64, Ordering};

use channel::Civil;
use line::Tick;
use office::clock::Clock;

/// One clock for everybody in the world.
#[derive(Default)]
pub struct SimClock {
    tick: AtomicU64,
    civil: AtomicI64,
}

impl SimClock {
    /// Puts the ticks; they only ever grow.
    pub fn set_tick(&self, tick: u64) {
        self.tick.fetch_max(tick, Ordering::Relaxed);
    }

    /// Puts the civil time.
    pub fn set_civil(&self, civil: i64) {
        self.civil.store(civil, Ordering::Relaxed);
    }
}

impl Clock for SimClock {
    fn civil(&self) -> Civil {
        Civil(self.civil.load(Ordering::Relaxed))
    }

    fn tick(&self) -> Tick {
        Tick(self.tick.load(Ordering::Relaxed))
    }
}
