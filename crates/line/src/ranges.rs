//! Which bytes of a letter are there: a sorted list of half-open ranges that do not touch.

/// Ranges that an honest sender needs for one letter stay far below this; more is a flood.
const RANGES_MOST: usize = 256;

#[derive(Default)]
pub(crate) struct Ranges(Vec<(u32, u32)>);

impl Ranges {
    /// Adds `start..end`. `false` when that would make too many pieces; nothing is added then.
    pub(crate) fn insert(&mut self, start: u32, end: u32) -> bool {
        let before = self.0.partition_point(|range| range.1 < start);
        let after = self.0.partition_point(|range| range.0 <= end);
        let touched = self.0.get(before..after).unwrap_or_default();
        let merged = (
            touched.first().map_or(start, |range| range.0.min(start)),
            touched.last().map_or(end, |range| range.1.max(end)),
        );
        if touched.is_empty() && self.0.len() >= RANGES_MOST {
            return false;
        }
        self.0.splice(before..after.max(before), [merged]);
        true
    }

    /// Whether all of `0..total` is there.
    pub(crate) fn covers(&self, total: u32) -> bool {
        matches!(self.0.first(), Some((0, end)) if *end >= total)
    }

    /// The first part of `start..end` that is not there.
    pub(crate) fn first_missing(&self, start: u32, end: u32) -> Option<(u32, u32)> {
        let mut at = start;
        for (from, to) in &self.0 {
            if *to <= at {
                continue;
            }
            if *from > at {
                return (at < end).then_some((at, end.min(*from)));
            }
            at = *to;
        }
        (at < end).then_some((at, end))
    }
}

#[cfg(test)]
mod tests {
    use super::Ranges;

    #[test]
    fn what_is_missing_is_what_was_not_inserted() {
        let mut ranges = Ranges::default();
        assert!(ranges.insert(10, 20) && ranges.insert(30, 40) && ranges.insert(0, 5));
        assert_eq!(ranges.first_missing(0, 50), Some((5, 10)));
        assert_eq!(ranges.first_missing(10, 50), Some((20, 30)));
        assert!(ranges.insert(5, 10) && ranges.insert(18, 35));
        assert_eq!(ranges.first_missing(0, 40), None);
        assert_eq!(ranges.first_missing(0, 50), Some((40, 50)));
        assert!(ranges.covers(40) && !ranges.covers(41));
    }

    #[test]
    fn a_flood_of_pieces_is_refused() {
        let mut ranges = Ranges::default();
        assert!((0..256).all(|piece| ranges.insert(piece * 4, piece * 4 + 1)));
        assert!(!ranges.insert(5000, 5001));
        assert!(ranges.insert(1, 2));
    }
}
