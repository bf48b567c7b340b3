//! Where a text touches what may not be spoken of: a place, what it touches, and the items concerned. It is shown, and
//! blocks nothing.

use crate::desk::Place;
use crate::vocabulary::Touches;

/// How many items are named for one place; the rest are of the same kind.
pub const ITEMS_NAMED: usize = 8;

/// One place of a text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Touch<I> {
    /// Where.
    pub place: Place,
    /// What it touches.
    pub what: Touches,
    /// The items concerned, a few at most, as the office that looks names them.
    pub items: Vec<I>,
}
