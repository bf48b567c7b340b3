//! A timer that waits longer each time, up to a most.

use crate::Tick;

pub(crate) struct Backoff {
    first: u64,
    most: u64,
    wait: u64,
    at: Option<Tick>,
}

impl Backoff {
    pub(crate) fn new(first: u64, most: u64) -> Backoff {
        Backoff { first, most, wait: first, at: None }
    }

    /// Runs from now with the present wait, unless it already runs.
    pub(crate) fn arm(&mut self, now: Tick) {
        if self.at.is_none() {
            self.at = Some(now.after(self.wait));
        }
    }

    /// Runs anew from now, and longer next time.
    pub(crate) fn back_off(&mut self, now: Tick) {
        self.wait = self.wait.saturating_mul(2).min(self.most);
        self.at = Some(now.after(self.wait));
    }

    /// Stands still; the next wait is the first again.
    pub(crate) fn reset(&mut self) {
        self.wait = self.first;
        self.at = None;
    }

    /// Stands still; the next wait is what it was.
    pub(crate) fn stop(&mut self) {
        self.at = None;
    }

    pub(crate) fn due(&self, now: Tick) -> bool {
        self.at.is_some_and(|at| at <= now)
    }

    pub(crate) fn at(&self) -> Option<Tick> {
        self.at
    }
}
