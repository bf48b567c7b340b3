//! The one place that an office takes its time from: civil time (days, lapses) and ticks (timers).
//!
//! Rehearsals and the simulated world bring clocks of their own; nothing else in the crate asks the machine.

use std::sync::Mutex;
use std::time::Instant;

use channel::Civil;
use line::Tick;

/// The two times of an office. Civil time is what people mean by a day; ticks only ever grow.
pub trait Clock: Send + Sync {
    /// Seconds since the epoch, UTC.
    fn civil(&self) -> Civil;
    /// Milliseconds on a clock of its own that is never set back.
    fn tick(&self) -> Tick;
}

/// The machine's clock.
pub struct MachineClock {
    started: Instant,
}

impl MachineClock {
    /// A clock whose ticks start at zero now.
    #[allow(clippy::disallowed_methods, reason = "the seam itself: the one place where a real office reads the time")]
    pub fn new() -> Self {
        Self { started: Instant::now() }
    }
}

impl Default for MachineClock {
    fn default() -> Self {
        Self::new()
    }
}

impl Clock for MachineClock {
    #[allow(clippy::disallowed_methods, reason = "the seam itself")]
    fn civil(&self) -> Civil {
        let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
        Civil(since.map_or(0, |span| i64::try_from(span.as_secs()).unwrap_or(i64::MAX)))
    }

    fn tick(&self) -> Tick {
        Tick(u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX))
    }
}

/// A rehearsal's clock: civil time stands where it was put, ticks are the machine's.
pub struct RehearsalClock {
    machine: MachineClock,
    civil: Mutex<Civil>,
}

impl RehearsalClock {
    /// Starts at `civil`.
    pub fn new(civil: Civil) -> Self {
        Self { machine: MachineClock::new(), civil: Mutex::new(civil) }
    }

    /// Puts the civil time.
    pub fn set(&self, civil: Civil) {
        *self.civil.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = civil;
    }
}

impl Clock for RehearsalClock {
    fn civil(&self) -> Civil {
        *self.civil.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
    }

    fn tick(&self) -> Tick {
        self.machine.tick()
    }
}
