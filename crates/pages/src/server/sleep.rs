//! Whether the machine slept: there is a clock that goes on meanwhile, and one that does not.

use std::time::Duration;

use rustix::time::{ClockId, clock_gettime};

/// How much longer than this program a machine has to have been on to have slept.
const SLEPT: Duration = Duration::from_secs(2);

/// How long the machine runs, without the time in which it slept and with it.
pub(super) fn clocks() -> (Duration, Duration) {
    let read = |clock| {
        let time = clock_gettime(clock);
        Duration::new(u64::try_from(time.tv_sec).unwrap_or(0), u32::try_from(time.tv_nsec).unwrap_or(0))
    };
    (read(ClockId::Monotonic), read(ClockId::Boottime))
}

/// Notices that a machine slept, by the clock that goes on meanwhile.
pub(super) struct Sleep {
    asleep: Duration,
}

impl Sleep {
    /// From now on.
    pub(super) fn begin((awake, on): (Duration, Duration)) -> Self {
        Self { asleep: on.saturating_sub(awake) }
    }

    /// Whether the machine slept since this was asked last.
    pub(super) fn was(&mut self, (awake, on): (Duration, Duration)) -> bool {
        let before = std::mem::replace(&mut self.asleep, on.saturating_sub(awake));
        self.asleep.saturating_sub(before) >= SLEPT
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_that_slept_is_noticed_once() {
        let second = Duration::from_secs;
        let mut sleep = Sleep::begin((second(100), second(5_100)));
        assert!(!sleep.was((second(105), second(5_105))));
        assert!(!sleep.was((second(110), second(5_111))), "clocks are read one after another");
        assert!(sleep.was((second(111), second(6_000))));
        assert!(!sleep.was((second(116), second(6_005))));
    }

    #[test]
    fn the_machine_has_both_clocks() {
        let (awake, on) = clocks();
        assert!(awake > Duration::ZERO && on >= awake);
    }
}
