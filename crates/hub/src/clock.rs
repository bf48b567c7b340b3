//! Civil time, as the hub takes it from its caller. Rehearsals drive it; only expiry depends on it. Waits and time
//! limits run on the machine's own monotonic clock and are not here.

/// A moment of civil time: seconds since 1970-01-01T00:00:00Z.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Now(pub u64);

/// Where the hub reads civil time.
pub trait Clock: Send + Sync {
    /// The civil time at the moment of the call.
    fn now(&self) -> Now;
}

/// Any function that gives the time is a clock.
impl<F: Fn() -> Now + Send + Sync> Clock for F {
    fn now(&self) -> Now {
        self()
    }
}

/// The machine's clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "the one place where the hub meets the machine's civil clock")]
    fn now(&self) -> Now {
        // A machine whose clock stands before 1970 is taken to stand at 1970: nothing expires early.
        Now(std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs()))
    }
}
