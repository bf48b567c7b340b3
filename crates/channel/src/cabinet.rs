//! A cabinet: everything of one kind that an office ever had, by its id. What is in use is out, on the desk as it were. What
//! is over is put away: it leaves memory as bytes that whoever runs the machine keeps, and is brought out again by itself when
//! it is asked for. What remains here of what is put away is a glance at it, enough for most questions that concern all there
//! is. Sketches of its words, which say of most that what is looked for is not in them, are put away too, some to a folder, and
//! are gone through a folder at a time.
//!
//! What is out and what is put away never shows in an answer: the machines decide and show the same. A record that cannot be
//! had is as if it were not there, and whoever keeps the records knows of it and has to stop.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::mem;
use std::ops::Index;
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use minicbor::bytes::ByteSlice;
use minicbor::{Decode, Encode};

use crate::civil::Civil;
use crate::matching::{Runs, Sketch, Sought};

/// A record that was put away, where it is kept. It is gone when this is dropped.
pub trait PutAway: fmt::Debug + Send + Sync {
    /// Shows its bytes, as they were put away, once; not at all where they cannot be had. Who is shown them says whether they
    /// are what was put away. Where they are not, or cannot be had, whoever keeps them knows of it from then on.
    fn read(&self, show: &mut dyn FnMut(&[u8]) -> bool);
}

/// Keeps the bytes of a record; none where they cannot be kept, and what they are of stays out.
pub type Keep<'k> = &'k mut dyn FnMut(&[u8]) -> Option<Arc<dyn PutAway>>;

/// What can be put away.
pub trait Filed: Clone + Encode<()> + for<'b> Decode<'b, ()> {
    /// What is known of it at a glance. It says nothing that depends on the time.
    type Glance: Clone + fmt::Debug;

    /// A glance at it.
    fn glance(&self) -> Self::Glance;
    /// When its time is over: it is not put away before.
    fn ends(glance: &Self::Glance) -> Civil;
    /// Whether something is under way that may concern it after its time, for which it stays out.
    fn stirs(glance: &Self::Glance) -> bool;
    /// Its texts, as far as they are searched, and looked through for quotations.
    fn texts(&self) -> impl Iterator<Item = &str>;
}

/// How many sketches are in a folder.
const FOLDER: usize = if cfg!(test) { 3 } else { 64 };

/// What things of one kind go by.
pub trait Id: Copy + Ord + Encode<()> + for<'b> Decode<'b, ()> {}

impl<K: Copy + Ord + Encode<()> + for<'b> Decode<'b, ()>> Id for K {}

/// Everything of one kind, by its id.
pub struct Cabinet<K, V: Filed> {
    slots: BTreeMap<K, Slot<V>>,
    folders: Vec<Arc<Folder>>,
    /// What is put away and whose sketch is in no folder yet.
    loose: BTreeSet<K>,
    /// What came out since things were put away last.
    out: Mutex<BTreeSet<K>>,
    /// What is out and stays so until its time is over.
    open: BTreeSet<(Civil, K)>,
    /// What is out and has something under way with it, be its time over or not.
    stirring: BTreeSet<K>,
}

enum Slot<V: Filed> {
    Out(Box<V>),
    Away(Box<Away<V>>),
}

/// Whether something stays out, and why.
enum Stays {
    /// Its time is over then; something may be under way with it too.
    Open { ends: Civil, stirs: bool },
    /// Something is under way with it, and it is changed when that is done.
    Stirring,
    /// It cannot be kept.
    Unkept,
    /// It is put away.
    No,
}

struct Away<V: Filed> {
    glance: V::Glance,
    sketch: Sketched,
    record: Arc<dyn PutAway>,
    /// It, where it is looked at again.
    again: OnceLock<Box<V>>,
}

/// Where a sketch is.
#[derive(Clone)]
enum Sketched {
    Here(Box<Sketch>),
    In(Arc<Folder>),
}

impl Sketched {
    fn is_in(&self, folder: &Arc<Folder>) -> bool {
        matches!(self, Self::In(other) if Arc::ptr_eq(other, folder))
    }
}

/// Sketches that were put away together, each with the id of what it is of. When one of those is changed the folder is
/// let go, and with it what it told of its words.
struct Folder {
    rows: Arc<dyn PutAway>,
    letters: Arc<dyn PutAway>,
}

/// One half of a folder's sketches, as it is put away.
type Half<'b, K> = Vec<(K, &'b ByteSlice)>;

/// Shows a half of a folder.
fn read_half<K: for<'b> Decode<'b, ()>>(half: &dyn PutAway, show: impl FnOnce(Half<'_, K>)) {
    let mut show = Some(show);
    half.read(&mut |bytes| {
        let Ok(half) = minicbor::decode::<Half<'_, K>>(bytes) else { return false };
        if let Some(show) = show.take() {
            show(half);
        }
        true
    });
}

/// One of a cabinet, be it out or put away. To look at it so does not bring it out.
pub struct Seen<'c, V: Filed> {
    slot: &'c Slot<V>,
}

impl<V: Filed> Away<V> {
    fn fetch(&self) -> Option<V> {
        let mut fetched = None;
        self.record.read(&mut |bytes| {
            fetched = minicbor::decode(bytes).ok();
            fetched.is_some()
        });
        fetched
    }
}

impl<V: Filed> Slot<V> {
    /// It, brought out to be changed.
    fn bring_out(&mut self) -> Option<&mut V> {
        if let Self::Away(away) = self {
            let value = away.again.take().map_or_else(|| away.fetch().map(Box::new), Some)?;
            *self = Self::Out(value);
        }
        match self {
            Self::Out(value) => Some(value),
            Self::Away(_) => None,
        }
    }

    /// Puts it away, if it is over; or says until when it stays.
    fn put_away(&mut self, now: Civil, keep: Keep<'_>) -> Stays {
        match self {
            Self::Away(away) => drop(away.again.take()),
            Self::Out(value) => {
                let glance = value.glance();
                let ends = V::ends(&glance);
                let stirs = V::stirs(&glance);
                if ends > now {
                    return Stays::Open { ends, stirs };
                }
                if stirs {
                    return Stays::Stirring;
                }
                let bytes = minicbor::to_vec(&**value).ok();
                let Some(record) = bytes.and_then(|bytes| keep(&bytes)) else { return Stays::Unkept };
                let sketch = Sketched::Here(Box::new(Sketch::of(value.texts())));
                *self = Self::Away(Box::new(Away { glance, sketch, record, again: OnceLock::new() }));
            }
        }
        Stays::No
    }
}

impl<'c, V: Filed> Seen<'c, V> {
    /// A glance at it.
    #[must_use]
    pub fn glance(&self) -> Cow<'c, V::Glance> {
        match self.slot {
            Slot::Out(value) => Cow::Owned(value.glance()),
            Slot::Away(away) => Cow::Borrowed(&away.glance),
        }
    }

    /// It, whole; brought here for as long as it is looked at.
    #[must_use]
    pub fn whole(&self) -> Option<Cow<'c, V>> {
        match self.slot {
            Slot::Out(value) => Some(Cow::Borrowed(value)),
            Slot::Away(away) => match away.again.get() {
                Some(value) => Some(Cow::Borrowed(value)),
                None => away.fetch().map(Cow::Owned),
            },
        }
    }

    /// Whether what is searched for may stand somewhere in it; of what is out, that is not asked.
    #[must_use]
    pub fn may_hold(&self, sought: &Sought) -> bool {
        let Slot::Away(away) = self.slot else { return true };
        if !sought.is_clear() {
            return true;
        }
        let mut holds = true;
        away.record.read(&mut |bytes| {
            holds = sought.may_be_in(bytes);
            true
        });
        holds
    }
}

impl<K: Id, V: Filed> Cabinet<K, V> {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.slots.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// How many are out.
    #[must_use]
    pub fn out(&self) -> usize {
        let is_out = |slot: &&Slot<V>| match slot {
            Slot::Out(_) => true,
            Slot::Away(away) => away.again.get().is_some(),
        };
        self.slots.values().filter(is_out).count()
    }

    /// Whether there is one of that id.
    #[must_use]
    pub fn contains_key(&self, key: &K) -> bool {
        self.slots.contains_key(key)
    }

    /// The one of that id. One that is put away is looked at again until things are put away next.
    #[must_use]
    pub fn get(&self, key: &K) -> Option<&V> {
        match self.slots.get(key)? {
            Slot::Out(value) => Some(value),
            Slot::Away(away) => {
                if away.again.get().is_none() {
                    let fetched = Box::new(away.fetch()?);
                    away.again.get_or_init(|| fetched);
                    self.out.lock().unwrap_or_else(PoisonError::into_inner).insert(*key);
                }
                away.again.get().map(|value| &**value)
            }
        }
    }

    /// The one of that id, to be changed. What was put away of it is gone with that.
    pub fn get_mut(&mut self, key: &K) -> Option<&mut V> {
        self.let_go(key);
        let value = self.slots.get_mut(key)?.bring_out()?;
        self.out.get_mut().unwrap_or_else(PoisonError::into_inner).insert(*key);
        Some(value)
    }

    /// Takes one in, in the place of what was there.
    pub fn insert(&mut self, key: K, value: V) {
        self.let_go(&key);
        self.slots.insert(key, Slot::Out(Box::new(value)));
        self.out.get_mut().unwrap_or_else(PoisonError::into_inner).insert(key);
    }

    /// The one of that id, without bringing it out.
    #[must_use]
    pub fn seen(&self, key: &K) -> Option<Seen<'_, V>> {
        self.slots.get(key).map(|slot| Seen { slot })
    }

    /// A glance at the one of that id.
    #[must_use]
    pub fn glance(&self, key: &K) -> Option<Cow<'_, V::Glance>> {
        self.seen(key).map(|seen| seen.glance())
    }

    /// All of them in the order of their ids, without bringing them out.
    pub fn all(&self) -> impl Iterator<Item = (K, Seen<'_, V>)> {
        self.slots.iter().map(|(key, slot)| (*key, Seen { slot }))
    }

    /// Those that may quote one of these runs of words. What is out is among them unasked.
    #[must_use]
    pub fn may_quote(&self, runs: &Runs) -> BTreeSet<K> {
        self.sifted(|folder| &*folder.rows, |sketch| &sketch.rows, |rows| runs.may_be_sketched(rows))
    }

    /// Those in which what is searched for may stand. What is out is among them unasked.
    #[must_use]
    pub fn may_hold(&self, sought: &Sought) -> BTreeSet<K> {
        if !sought.is_clear() {
            return self.slots.keys().copied().collect();
        }
        self.sifted(|folder| &*folder.letters, |sketch| &sketch.letters, |letters| sought.may_be_sketched(letters))
    }

    /// Those whose sketch passes, by a part of it, which is in one half of a folder.
    fn sifted(
        &self,
        half: impl Fn(&Folder) -> &dyn PutAway,
        part: impl Fn(&Sketch) -> &[u8],
        passes: impl Fn(&[u8]) -> bool,
    ) -> BTreeSet<K> {
        // What is in no folder: all that is out is among these.
        let mut unfiled = self.out.lock().unwrap_or_else(PoisonError::into_inner).clone();
        unfiled.extend(self.open.iter().map(|(_, key)| *key).chain(self.stirring.iter().chain(&self.loose).copied()));
        let may_be = |key: &K| match self.slots.get(key) {
            None => false,
            Some(Slot::Out(_)) => true,
            Some(Slot::Away(away)) => matches!(&away.sketch, Sketched::Here(sketch) if passes(part(sketch))),
        };
        let mut found: BTreeSet<K> = unfiled.into_iter().filter(may_be).collect();
        for folder in &self.folders {
            read_half::<K>(half(folder), |half| {
                found.extend(half.into_iter().filter(|(_, marks)| passes(marks)).map(|(key, _)| key));
            });
        }
        found
    }

    /// Those with which something may be under way: all that stir are among them.
    pub fn stirring(&self) -> impl Iterator<Item = &V> {
        let mut keys = self.out.lock().unwrap_or_else(PoisonError::into_inner).clone();
        keys.extend(&self.stirring);
        keys.into_iter().filter_map(|key| match self.slots.get(&key)? {
            Slot::Out(value) => Some(&**value),
            Slot::Away(_) => None,
        })
    }

    /// Every id, in order.
    pub fn keys(&self) -> impl Iterator<Item = &K> {
        self.slots.keys()
    }

    /// All of them, each brought out: for who holds everything against everything, as checks of the whole do.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.slots.keys().filter_map(|key| Some((key, self.get(key)?)))
    }

    /// The same without their ids.
    pub fn values(&self) -> impl Iterator<Item = &V> {
        self.iter().map(|(_, value)| value)
    }

    /// Puts away what came out and is over at this moment.
    pub fn put_away(&mut self, now: Civil, keep: Keep<'_>) {
        self.put_away_what_came(now, &mut *keep);
        while self.loose.len() >= FOLDER && self.fills_a_folder(&mut *keep) {}
    }

    /// Puts some sketches away together, if they can be kept.
    fn fills_a_folder(&mut self, keep: Keep<'_>) -> bool {
        let keys: Vec<K> = self.loose.iter().take(FOLDER).copied().collect();
        let (mut rows, mut letters): (Half<'_, K>, Half<'_, K>) = (Vec::new(), Vec::new());
        for key in &keys {
            if let Some(Slot::Away(away)) = self.slots.get(key)
                && let Sketched::Here(sketch) = &away.sketch
            {
                rows.push((*key, sketch.rows.as_ref().into()));
                letters.push((*key, sketch.letters.as_ref().into()));
            }
        }
        let mut kept = |half| keep(&minicbor::to_vec::<Half<'_, K>>(half).ok()?);
        let (Some(rows), Some(letters)) = (kept(rows), kept(letters)) else { return false };
        let folder = Arc::new(Folder { rows, letters });
        for key in keys {
            self.loose.remove(&key);
            if let Some(Slot::Away(away)) = self.slots.get_mut(&key) {
                away.sketch = Sketched::In(Arc::clone(&folder));
            }
        }
        self.folders.push(folder);
        true
    }

    /// Lets go of the folder that has the sketch of what is about to change; the other sketches in it are loose from then on.
    fn let_go(&mut self, key: &K) {
        self.loose.remove(key);
        let Some(Slot::Away(away)) = self.slots.get(key) else { return };
        let Sketched::In(folder) = away.sketch.clone() else { return };
        self.folders.retain(|other| !Arc::ptr_eq(other, &folder));
        read_half::<K>(&*folder.rows, |rows| {
            read_half::<K>(&*folder.letters, |letters| {
                for ((other, rows), (_, letters)) in
                    rows.into_iter().zip(letters).filter(|((other, _), _)| other != key)
                {
                    if let Some(Slot::Away(away)) = self.slots.get_mut(&other)
                        && away.sketch.is_in(&folder)
                    {
                        let (rows, letters) = (rows.to_vec().into(), letters.to_vec().into());
                        away.sketch = Sketched::Here(Box::new(Sketch { rows, letters }));
                        self.loose.insert(other);
                    }
                }
            });
        });
    }

    fn put_away_what_came(&mut self, now: Civil, keep: Keep<'_>) {
        let mut came = mem::take(self.out.get_mut().unwrap_or_else(PoisonError::into_inner));
        while self.open.first().is_some_and(|(ends, _)| *ends <= now) {
            came.extend(self.open.pop_first().map(|(_, key)| key));
        }
        while let Some(key) = came.pop_first() {
            self.stirring.remove(&key);
            let Some(slot) = self.slots.get_mut(&key) else { continue };
            match slot.put_away(now, &mut *keep) {
                Stays::Open { ends, stirs } => {
                    self.open.insert((ends, key));
                    self.stirring.extend(stirs.then_some(key));
                }
                Stays::Stirring => drop(self.stirring.insert(key)),
                Stays::Unkept => {
                    // Where one cannot be kept, the others are not tried before the next time.
                    came.insert(key);
                    self.out.get_mut().unwrap_or_else(PoisonError::into_inner).extend(came);
                    return;
                }
                Stays::No => {
                    let here = matches!(slot, Slot::Away(away) if matches!(away.sketch, Sketched::Here(_)));
                    self.loose.extend(here.then_some(key));
                }
            }
        }
    }
}

impl<K: Id, V: Filed> Index<&K> for Cabinet<K, V> {
    type Output = V;

    /// The one of that id.
    ///
    /// # Panics
    /// There is none: as with any map, this is for who knows that there is one.
    #[allow(clippy::expect_used, reason = "what `Index` is for")]
    fn index(&self, key: &K) -> &V {
        self.get(key).expect("there is one of that id")
    }
}

impl<K: Copy + Ord, V: Filed> Default for Cabinet<K, V> {
    fn default() -> Self {
        Self {
            slots: BTreeMap::new(),
            folders: Vec::new(),
            loose: BTreeSet::new(),
            out: Mutex::default(),
            open: BTreeSet::new(),
            stirring: BTreeSet::new(),
        }
    }
}

impl<V: Filed> Clone for Slot<V> {
    fn clone(&self) -> Self {
        match self {
            Self::Out(value) => Self::Out(value.clone()),
            Self::Away(away) => Self::Away(Box::new(Away {
                glance: away.glance.clone(),
                sketch: away.sketch.clone(),
                record: Arc::clone(&away.record),
                again: OnceLock::new(),
            })),
        }
    }
}

impl<K: Copy + Ord, V: Filed> Clone for Cabinet<K, V> {
    /// Another of the same; what is put away is kept once for both.
    fn clone(&self) -> Self {
        let out = self.out.lock().unwrap_or_else(PoisonError::into_inner).clone();
        Self {
            slots: self.slots.clone(),
            folders: self.folders.clone(),
            loose: self.loose.clone(),
            out: Mutex::new(out),
            open: self.open.clone(),
            stirring: self.stirring.clone(),
        }
    }
}

impl<K: Id, V: Filed + PartialEq> PartialEq for Cabinet<K, V> {
    /// Whether they have the same, be it out or put away.
    fn eq(&self, other: &Self) -> bool {
        let both = self.all().zip(other.all());
        self.len() == other.len()
            && both.into_iter().all(|((at, one), (there, other))| at == there && one.whole() == other.whole())
    }
}

impl<K: Id, V: Filed + Eq> Eq for Cabinet<K, V> {}

impl<K: Id + fmt::Debug, V: Filed + fmt::Debug> fmt::Debug for Cabinet<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.all().map(|(key, seen)| (key, seen.whole()))).finish()
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, Ordering};

    use proptest::collection::vec;
    use proptest::prelude::*;

    use super::*;

    #[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
    struct Paper {
        #[n(0)]
        text: String,
        #[n(1)]
        until: i64,
        #[n(2)]
        stirs: bool,
    }

    impl Filed for Paper {
        type Glance = (i64, bool);

        fn glance(&self) -> (i64, bool) {
            (self.until, self.stirs)
        }

        fn ends(glance: &(i64, bool)) -> Civil {
            Civil(glance.0)
        }

        fn stirs(glance: &(i64, bool)) -> bool {
            glance.1
        }

        fn texts(&self) -> impl Iterator<Item = &str> {
            [self.text.as_str()].into_iter()
        }
    }

    /// What was put away, for a test that may take it from there.
    #[derive(Debug)]
    struct Kept {
        bytes: Mutex<Option<Vec<u8>>>,
        failed: AtomicBool,
    }

    impl PutAway for Kept {
        fn read(&self, show: &mut dyn FnMut(&[u8]) -> bool) {
            if let Some(bytes) = &*self.bytes.lock().expect("nobody panicked")
                && !show(bytes)
            {
                self.failed.store(true, Ordering::Relaxed);
            }
        }
    }

    fn paper(text: &str, until: i64) -> Paper {
        Paper { text: text.to_owned(), until, stirs: false }
    }

    /// Puts away what is over at that time, and gives what was kept.
    fn put_away(cabinet: &mut Cabinet<u8, Paper>, now: i64) -> Vec<Arc<Kept>> {
        let mut kept = Vec::new();
        cabinet.put_away(Civil(now), &mut |bytes| {
            let bytes = Mutex::new(Some(bytes.to_vec()));
            let record = Arc::new(Kept { bytes, failed: AtomicBool::new(false) });
            kept.push(Arc::clone(&record));
            Some(record)
        });
        kept
    }

    #[test]
    fn what_is_over_is_put_away_and_what_is_open_or_stirs_is_not() {
        let mut cabinet = Cabinet::default();
        cabinet.insert(1, paper("first", 10));
        cabinet.insert(2, paper("second", 20));
        cabinet.insert(3, Paper { stirs: true, ..paper("third", 10) });
        assert!(put_away(&mut cabinet, 9).is_empty());
        assert_eq!((put_away(&mut cabinet, 10).len(), cabinet.out(), cabinet.stirring().count()), (1, 2, 1));
        assert_eq!((put_away(&mut cabinet, 20).len(), cabinet.out()), (1, 1));
        assert!(cabinet.stirring().eq([&Paper { stirs: true, ..paper("third", 10) }]));
        cabinet.get_mut(&3).expect("it is there").stirs = false;
        // The third, and with it the two halves of a folder.
        assert_eq!((put_away(&mut cabinet, 20).len(), cabinet.out()), (3, 0));
        assert!(put_away(&mut cabinet, 99).is_empty(), "what is away stays away");
        let texts: Vec<String> = cabinet.all().filter_map(|(_, seen)| Some(seen.whole()?.text.clone())).collect();
        assert_eq!((texts, cabinet.out()), (vec!["first".to_owned(), "second".to_owned(), "third".to_owned()], 0));
    }

    #[test]
    fn what_is_looked_at_again_is_kept_once_and_what_is_changed_anew() {
        let mut cabinet = Cabinet::default();
        cabinet.insert(1, paper("first", 10));
        let first = put_away(&mut cabinet, 10).pop().expect("it is over");
        assert_eq!((cabinet.get(&1).map(|paper| paper.text.as_str()), cabinet.out()), (Some("first"), 1));
        assert_eq!((put_away(&mut cabinet, 10).len(), cabinet.out(), Arc::strong_count(&first)), (0, 0, 2));
        cabinet.get_mut(&1).expect("it is there").text = "changed".to_owned();
        assert_eq!(Arc::strong_count(&first), 1, "what was kept before the change is let go at once");
        assert_eq!((put_away(&mut cabinet, 10).len(), cabinet[&1].text.as_str()), (1, "changed"));
    }

    #[test]
    fn a_record_that_cannot_be_had_is_as_if_it_were_not_there() {
        let mut cabinet = Cabinet::default();
        cabinet.insert(1, paper("first", 10));
        let record = put_away(&mut cabinet, 10).pop().expect("it is over");
        *record.bytes.lock().expect("nobody panicked") = None;
        assert_eq!(cabinet.get_mut(&1), None);
        assert_eq!((cabinet.get(&1), cabinet.values().count()), (None, 0));
        *record.bytes.lock().expect("nobody panicked") = Some(vec![0xff]);
        assert!(!record.failed.load(Ordering::Relaxed));
        assert_eq!(cabinet.get(&1), None, "what is kept is not what was given");
        assert!(record.failed.load(Ordering::Relaxed), "and who keeps it knows");
        assert_eq!(cabinet.glance(&1).map(|glance| glance.into_owned()), Some((10, false)));
    }

    #[test]
    fn what_cannot_be_kept_stays_out() {
        let mut cabinet = Cabinet::default();
        cabinet.insert(1, paper("first", 10));
        cabinet.insert(2, paper("second", 10));
        let mut tried = 0;
        cabinet.put_away(Civil(10), &mut |_| {
            tried += 1;
            None
        });
        assert_eq!((tried, cabinet.out(), cabinet[&1].text.as_str()), (1, 2, "first"));
        assert_eq!(put_away(&mut cabinet, 10).len(), 2, "and is put away when it can be");
    }

    #[test]
    fn a_search_passes_over_what_cannot_hold_it_and_nothing_else() {
        let mut cabinet = Cabinet::default();
        let text = "Сказано: «Ни слова о СРОКАХ», ΟΔΟΣ, آتش‌بس. Nothing else";
        cabinet.insert(1, paper(text, 10));
        put_away(&mut cabinet, 10);
        let holds = |lower: &str| {
            let sought = Sought::of(lower);
            cabinet.may_hold(&sought).contains(&1) && cabinet.seen(&1).expect("it is there").may_hold(&sought)
        };
        let lower = text.to_lowercase();
        let starts: Vec<usize> = lower.char_indices().map(|(at, _)| at).collect();
        for from in &starts {
            for to in starts.iter().filter(|to| *to > from) {
                assert!(holds(&lower[*from..*to]), "{}", &lower[*from..*to]);
            }
        }
        assert!(!holds("nowhere") && !holds("сроках."));
        assert!(!holds("zq"), "nor what is too short for a sketch, which is looked for in the record");
    }

    /// The text of a paper of that number: no two have a row in common.
    fn words(number: u8) -> String {
        ["spoke", "of", "ferries", "and", "of", "bridges"].map(|word| format!("{word}{number}")).join(" ")
    }

    fn quoting(cabinet: &Cabinet<u8, Paper>, number: u8) -> BTreeSet<u8> {
        cabinet.may_quote(&Runs::of(&crate::matching::Words::of(&words(number)), 6))
    }

    #[test]
    fn what_comes_out_takes_its_words_out_of_the_folder_and_leaves_the_others() {
        let mut cabinet = Cabinet::default();
        (1..=3).for_each(|number| cabinet.insert(number, paper(&words(number), 10)));
        // Three papers, and a folder of three sketches in two halves.
        let kept = put_away(&mut cabinet, 10);
        assert_eq!((kept.len(), cabinet.folders.len(), cabinet.loose.len()), (5, 1, 0));
        assert_eq!([1, 2, 3].map(|number| quoting(&cabinet, number)), [1, 2, 3].map(|number| [number].into()));
        cabinet.get_mut(&2).expect("it is there").text = String::new();
        assert_eq!(kept[3..].iter().map(Arc::strong_count).collect::<Vec<_>>(), [1; 2], "the folder is let go at once");
        put_away(&mut cabinet, 10);
        let found = [1, 2, 3].map(|number| quoting(&cabinet, number));
        assert_eq!(found, [[1].into(), BTreeSet::new(), [3].into()]);
        assert_eq!((cabinet.folders.len(), cabinet.loose.len()), (1, 0), "what was left is in a folder again");
    }

    #[test]
    fn sketches_that_cannot_be_kept_stay() {
        let mut cabinet = Cabinet::default();
        (1..=3).for_each(|number| cabinet.insert(number, paper(&words(number), 10)));
        let mut kept = 0;
        cabinet.put_away(Civil(10), &mut |bytes| {
            kept += 1;
            let bytes = Mutex::new(Some(bytes.to_vec()));
            (kept <= 4).then(|| Arc::new(Kept { bytes, failed: AtomicBool::new(false) }) as Arc<dyn PutAway>)
        });
        assert_eq!((cabinet.out(), cabinet.folders.len(), cabinet.loose.len()), (0, 0, 3));
        assert_eq!([1, 2, 3].map(|number| quoting(&cabinet, number)), [1, 2, 3].map(|number| [number].into()));
    }

    /// What happens to a cabinet.
    #[derive(Clone, Debug)]
    enum Happens {
        Comes(u8),
        Changes(u8),
        IsLookedAt(u8),
        IsPutAway,
        IsCopied,
    }

    fn happens() -> impl Strategy<Value = Happens> {
        prop_oneof![
            4 => (0..12_u8).prop_map(Happens::Comes),
            3 => (0..12_u8).prop_map(Happens::Changes),
            2 => (0..12_u8).prop_map(Happens::IsLookedAt),
            4 => Just(Happens::IsPutAway),
            1 => Just(Happens::IsCopied),
        ]
    }

    proptest! {
        #[test]
        fn whatever_happens_it_has_what_a_map_has_and_finds_all_of_it(all in vec(happens(), 0..60)) {
            let (mut cabinet, mut map, mut copies) = (Cabinet::default(), BTreeMap::new(), Vec::new());
            for (at, one) in (0_u8..).zip(all) {
                match one {
                    Happens::Comes(key) => {
                        cabinet.insert(key, paper(&words(at), 10));
                        map.insert(key, at);
                    }
                    Happens::Changes(key) => {
                        if let Some(paper) = cabinet.get_mut(&key) {
                            paper.text = words(at);
                            map.insert(key, at);
                        }
                    }
                    Happens::IsLookedAt(key) => {
                        let text = cabinet.get(&key).map(|paper| paper.text.clone());
                        prop_assert_eq!(text, map.get(&key).map(|number| words(*number)));
                    }
                    Happens::IsPutAway => {
                        put_away(&mut cabinet, 10);
                        prop_assert!(cabinet.loose.len() < FOLDER);
                    }
                    Happens::IsCopied => copies.push((cabinet.clone(), map.clone())),
                }
            }
            copies.push((cabinet, map));
            for (cabinet, map) in copies {
                let is: BTreeMap<u8, String> = cabinet.all().map(|(key, seen)| (key, seen.whole().expect("it is there").text.clone())).collect();
                prop_assert_eq!(is, map.iter().map(|(key, number)| (*key, words(*number))).collect());
                for (key, number) in &map {
                    prop_assert!(quoting(&cabinet, *number).contains(key));
                    let sought = Sought::of(&format!("bridges{number}"));
                    prop_assert!(cabinet.may_hold(&sought).contains(key));
                }
                let out = cabinet.slots.values().filter(|slot| matches!(slot, Slot::Out(_))).count();
                prop_assert!(quoting(&cabinet, u8::MAX).len() <= out + 1, "what is put away is passed over");
            }
        }
    }
}
