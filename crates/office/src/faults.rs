//! What a rehearsal makes go wrong inside one office. An office that was not made for rehearsals refuses all of it.

use serde::{Deserialize, Serialize};

/// A point at which an office may be killed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Point {
    /// With a transaction written and not committed.
    Commit,
    /// With a cell persisted and not sent.
    Send,
    /// With a cell journaled and not erased at the hub.
    Erase,
}

/// Something that goes wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fault {
    /// The next time that this point is reached, the office is killed there.
    Crash(Point),
    /// The next cells on their way to it come twice.
    Repeat(u32),
    /// The next cells on their way to it come in another order.
    Reorder(u32),
    /// The next cells on their way to it are lost at the hub.
    Lose(u32),
}

/// The faults that are armed and not spent yet.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Armed {
    /// Where to be killed.
    pub crash: Option<Point>,
    /// Cells to come twice.
    pub repeat: u32,
    /// Cells to come out of order.
    pub reorder: u32,
    /// Cells to be lost.
    pub lose: u32,
}

impl Armed {
    /// Arms one more.
    pub fn arm(&mut self, fault: Fault) {
        match fault {
            Fault::Crash(point) => self.crash = Some(point),
            Fault::Repeat(cells) => self.repeat = self.repeat.saturating_add(cells),
            Fault::Reorder(cells) => self.reorder = self.reorder.saturating_add(cells),
            Fault::Lose(cells) => self.lose = self.lose.saturating_add(cells),
        }
    }
}

/// Takes one from a count, if there is one.
pub(crate) fn spend(count: &mut u32) -> bool {
    let had = *count > 0;
    *count = count.saturating_sub(1);
    had
}
