//! The cells of one line that were set aside: how many there were, and why the last of them were.
//!
//! In memory alone, by intention. A cell that is set aside changes nothing: it is not journaled, nothing rests on it, and its
//! content is not kept. It can come from whoever can put bytes at a hub, so on the disk it would be a way to have this office
//! write at a stranger's will. And its reason speaks of the way as it is now; a start finds out again. (A *letter* that is
//! set aside came from the line's own other end, took a number, and is journaled with its reason.)

use std::collections::VecDeque;

use channel::Civil;
use line::Quarantine;

/// As many reasons are kept; what came before them is only counted.
const KEPT: usize = 16;

/// What was set aside while this process runs.
#[derive(Default)]
pub(crate) struct Quarantined {
    cells: u64,
    last: VecDeque<(Civil, Quarantine)>,
}

impl Quarantined {
    /// Takes note of one more.
    pub(crate) fn take(&mut self, on: Civil, why: Quarantine) {
        self.cells = self.cells.saturating_add(1);
        if self.last.len() >= KEPT {
            self.last.pop_front();
        }
        self.last.push_back((on, why));
    }

    /// How many cells there were.
    pub(crate) fn cells(&self) -> u64 {
        self.cells
    }

    /// When and why the last of them were set aside, oldest first.
    pub(crate) fn last(&self) -> impl Iterator<Item = (Civil, Quarantine)> {
        self.last.iter().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_is_counted_and_does_not_grow() {
        let mut quarantined = Quarantined::default();
        let reasons = [Quarantine::Unopened, Quarantine::Malformed, Quarantine::OtherKey];
        for (on, why) in (0..100_000).zip(reasons.into_iter().cycle()) {
            quarantined.take(Civil(on), why);
        }
        assert_eq!(quarantined.cells(), 100_000);
        let last: Vec<_> = quarantined.last().collect();
        assert_eq!(last.len(), 16);
        assert_eq!((last[0], last[15]), ((Civil(99_984), reasons[99_984 % 3]), (Civil(99_999), reasons[0])));
        assert!(quarantined.last.capacity() <= 4 * KEPT);
    }
}
