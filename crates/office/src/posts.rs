//! The lines of an office together, and on which of them something happened. An office with thousands of lines looks at
//! those alone; the others rest until an answer, a letter or their time comes.
//!
//! Deliberately not here: what is done with a line.

use std::collections::{BTreeMap, BTreeSet};

use line::Tick;

use crate::post::Post;

/// The lines, by their numbers.
#[derive(Default)]
pub(crate) struct Posts {
    all: BTreeMap<u32, Post>,
    /// To be brought to rest: what a line brought is to be taken, what it has room for to be offered.
    unsettled: BTreeSet<u32>,
    /// To be asked what they want of the hub, and when they want to be woken.
    uncalled: BTreeSet<u32>,
    /// What they keep may have changed since it was written.
    unkept: BTreeSet<u32>,
    /// Taken up and not begun yet. Nothing is asked or said on them.
    asleep: BTreeSet<u32>,
    wakes: BTreeMap<u32, Tick>,
    by_time: BTreeSet<(Tick, u32)>,
}

impl Posts {
    pub(crate) fn get(&self, number: u32) -> Option<&Post> {
        self.all.get(&number)
    }

    /// A line to be changed: it will be asked for its calls, and written where what it keeps has changed.
    pub(crate) fn get_mut(&mut self, number: u32) -> Option<&mut Post> {
        let post = self.all.get_mut(&number)?;
        self.unkept.insert(number);
        if !self.asleep.contains(&number) {
            self.uncalled.insert(number);
        }
        Some(post)
    }

    /// A line to be asked whether it brought anything.
    pub(crate) fn look_at(&mut self, number: u32) -> Option<&mut Post> {
        self.all.get_mut(&number)
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = (u32, &Post)> {
        self.all.iter().map(|(number, post)| (*number, post))
    }

    pub(crate) fn last_number(&self) -> Option<u32> {
        self.all.keys().next_back().copied()
    }

    /// Takes a line in, with everything still to be done on it.
    pub(crate) fn insert(&mut self, number: u32, post: Post) {
        self.all.insert(number, post);
        self.stir(number);
    }

    /// Takes a line in that is begun in its turn.
    pub(crate) fn insert_asleep(&mut self, number: u32, post: Post) {
        self.all.insert(number, post);
        self.asleep.insert(number);
    }

    /// Begins the next few lines that were not.
    pub(crate) fn begin(&mut self, most: usize, mut start: impl FnMut(&mut Post)) {
        for _ in 0..most {
            let Some(number) = self.asleep.pop_first() else { return };
            if let Some(post) = self.all.get_mut(&number) {
                start(post);
            }
            self.stir(number);
        }
    }

    pub(crate) fn remove(&mut self, number: u32) {
        self.all.remove(&number);
        for set in [&mut self.unsettled, &mut self.uncalled, &mut self.unkept, &mut self.asleep] {
            set.remove(&number);
        }
        self.wakes_at(number, None);
    }

    /// Something happened on a line.
    pub(crate) fn stir(&mut self, number: u32) {
        if self.asleep.contains(&number) {
            self.unkept.insert(number); // the rest is done when it is begun
            return;
        }
        for set in [&mut self.unsettled, &mut self.uncalled, &mut self.unkept] {
            set.insert(number);
        }
    }

    /// Something happened on every line that was begun: each is changed, and stirred.
    pub(crate) fn each(&mut self, mut change: impl FnMut(&mut Post)) {
        for number in self.all.keys().copied().collect::<Vec<_>>() {
            if let Some(post) = self.all.get_mut(&number).filter(|_| !self.asleep.contains(&number)) {
                change(post);
            }
            self.stir(number);
        }
    }

    /// The next line to be brought to rest, until there is none.
    pub(crate) fn next_unsettled(&mut self) -> Option<u32> {
        self.unsettled.pop_first()
    }

    /// The lines to be asked for their calls.
    pub(crate) fn uncalled(&self) -> Vec<u32> {
        self.uncalled.iter().copied().collect()
    }

    /// A line was asked for its calls: it rests until its time, or something happens on it.
    pub(crate) fn rests(&mut self, number: u32, has_called: bool, wakes: Option<Tick>) {
        self.uncalled.remove(&number);
        if has_called {
            self.unsettled.insert(number);
            self.unkept.insert(number);
        }
        self.wakes_at(number, wakes);
    }

    fn wakes_at(&mut self, number: u32, at: Option<Tick>) {
        if let Some(before) = self.wakes.remove(&number) {
            self.by_time.remove(&(before, number));
        }
        if let Some(at) = at {
            self.wakes.insert(number, at);
            self.by_time.insert((at, number));
        }
    }

    /// The lines whose time has come, and those of which it is not known.
    pub(crate) fn due(&self, now: Tick) -> BTreeSet<u32> {
        let due = self.by_time.range(..=(now, u32::MAX)).map(|(_, number)| *number);
        due.chain(self.uncalled.iter().copied()).collect()
    }

    /// When the first line is to be woken, of those that `counts` says yes to: at once while there are some to be begun.
    pub(crate) fn next_wake(&self, counts: impl Fn(&Post) -> bool) -> Option<Tick> {
        if !self.asleep.is_empty() {
            return Some(Tick(0));
        }
        let counted = |number: &u32| self.all.get(number).filter(|post| counts(post));
        let unknown = self.uncalled.iter().filter_map(|number| counted(number)?.wakes());
        let known = self.by_time.iter().filter(|(_, number)| !self.uncalled.contains(number));
        unknown.chain(known.filter_map(|(at, number)| counted(number).map(|_| *at)).take(1)).min()
    }

    /// Does something with each line whose row may have to be written.
    pub(crate) fn each_unkept(&mut self, mut does: impl FnMut(u32, &mut Post)) {
        for number in &self.unkept {
            if let Some(post) = self.all.get_mut(number) {
                does(*number, post);
            }
        }
    }

    /// All rows are on the disk.
    pub(crate) fn kept(&mut self) {
        for number in std::mem::take(&mut self.unkept) {
            if let Some(post) = self.all.get_mut(&number) {
                post.dirty = false;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use line::Line;
    use rand_chacha::ChaCha20Rng;
    use rand_chacha::rand_core::SeedableRng;

    use super::*;

    fn two() -> Posts {
        let mut rng = ChaCha20Rng::seed_from_u64(1);
        let mut posts = Posts::default();
        for number in [1, 2] {
            posts.insert(number, Post::new(Line::for_desk(&mut rng).0, None, 0));
        }
        posts
    }

    fn settle(posts: &mut Posts) -> Vec<u32> {
        std::iter::from_fn(|| posts.next_unsettled()).collect()
    }

    #[test]
    fn a_line_rests_until_its_time_comes_or_something_happens_on_it() {
        let mut posts = two();
        assert_eq!((settle(&mut posts), posts.uncalled()), (vec![1, 2], vec![1, 2]));
        posts.rests(1, false, Some(Tick(50)));
        posts.rests(2, false, Some(Tick(70)));
        assert_eq!((settle(&mut posts), posts.uncalled()), (vec![], vec![]));
        assert_eq!(posts.next_wake(|_| true), Some(Tick(50)));
        assert!(posts.due(Tick(49)).is_empty());
        assert_eq!(posts.due(Tick(50)), BTreeSet::from([1]));
        posts.rests(1, false, Some(Tick(90)));
        assert_eq!(posts.due(Tick(80)), BTreeSet::from([2]), "an earlier time of a line is forgotten");
        posts.stir(1);
        assert_eq!((settle(&mut posts), posts.uncalled()), (vec![1], vec![1]));
        posts.remove(2);
        assert_eq!(posts.next_wake(|_| true), None, "of a line that was stirred it is asked anew");
    }

    #[test]
    fn a_few_lines_are_begun_at_a_time_and_nothing_is_done_on_the_others() {
        let mut rng = ChaCha20Rng::seed_from_u64(2);
        let mut posts = Posts::default();
        for number in 1..=5 {
            posts.insert_asleep(number, Post::new(Line::for_desk(&mut rng).0, None, 0));
        }
        posts.stir(4);
        let _ = posts.get_mut(5);
        assert_eq!((settle(&mut posts), posts.uncalled()), (vec![], vec![]));
        let mut begun = 0;
        posts.begin(3, |_| begun += 1);
        assert_eq!((begun, settle(&mut posts), posts.uncalled()), (3, vec![1, 2, 3], vec![1, 2, 3]));
        assert_eq!(posts.next_wake(|_| true), Some(Tick(0)), "the others are to be begun at once");
        posts.begin(3, |_| begun += 1);
        assert_eq!((begun, settle(&mut posts)), (5, vec![4, 5]));
        posts.begin(3, |_| begun += 1);
        assert_eq!(begun, 5);
    }

    #[test]
    fn what_was_taken_to_be_changed_is_written_once() {
        let mut posts = two();
        let unkept = |posts: &mut Posts| {
            let mut all = Vec::new();
            posts.each_unkept(|number, _| all.push(number));
            all
        };
        assert_eq!(unkept(&mut posts), [1, 2]);
        posts.kept();
        let _ = posts.look_at(1);
        assert!(unkept(&mut posts).is_empty());
        let _ = posts.get_mut(2);
        assert_eq!(unkept(&mut posts), [2]);
        posts.rests(1, true, None);
        assert_eq!(unkept(&mut posts), [1, 2], "a call that was taken may have moved what the line keeps");
        assert_eq!(settle(&mut posts), [1, 2]);
    }
}
