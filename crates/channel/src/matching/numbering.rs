//! Numbers for the different words of a source, so that words are compared once and numbers after that.

/// A source's different words, each with a number from 0.
pub(super) struct Numbering<'w> {
    /// In order. The hash comes first because it is quick to compare; equal are only equal words.
    sorted: Vec<(u64, &'w str)>,
}

impl<'w> Numbering<'w> {
    /// Numbers the different ones of these words.
    pub(super) fn of(words: impl Iterator<Item = (u64, &'w str)>) -> Self {
        let mut sorted: Vec<_> = words.collect();
        sorted.sort_unstable();
        sorted.dedup();
        Self { sorted }
    }

    /// The number of a word; none where the source does not have it.
    pub(super) fn number(&self, word: (u64, &str)) -> Option<usize> {
        self.sorted.binary_search(&word).ok()
    }

    /// How many numbers there are.
    pub(super) const fn len(&self) -> usize {
        self.sorted.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equal_hashes_do_not_make_words_equal() {
        let numbering = Numbering::of([(1, "war"), (1, "peace"), (2, "war"), (1, "war")].into_iter());
        assert_eq!(numbering.len(), 3);
        assert_ne!(numbering.number((1, "war")), numbering.number((1, "peace")));
        assert_eq!(numbering.number((1, "truce")), None);
    }
}
