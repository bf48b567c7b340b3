//! What texts have in common, as the desk looks at them: places of a draft that touch what may not be spoken of, items
//! that a press text matches, items that came by two ways.

use super::record::{Lodged, Match};
use super::state::State;
use crate::ids::ItemId;
use crate::touch::Touch;

impl State {
    pub(super) fn alike(&self, _: ItemId, _: &Lodged) -> Vec<(ItemId, u8)> {
        Vec::new()
    }
    /// Places.
    #[must_use]
    pub fn touches(&self, _: &str) -> Vec<Touch<ItemId>> {
        Vec::new()
    }
    pub(super) fn exposure(&self, _: &str) -> Vec<Match> {
        Vec::new()
    }
}
