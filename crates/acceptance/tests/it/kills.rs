//! Kills: hub, desk and parties are killed at random moments while a long exchange goes both ways, and afterwards every
//! letter has taken effect exactly once and in order.
//!
//! A killer and a diplomat work on the same four processes and know nothing of each other. The killer sends SIGKILL,
//! starts the process again, and often does not wait until it is ready before it kills again. The diplomat gives each
//! command an id of its own and repeats it under that id until it is answered. Times are the machine's, so a seed
//! repeats the order of the kills and the gaps between them, not the very instruction that each one hits.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use channel::desk::Command as AtTheDesk;
use channel::party::Command as AtAParty;
use channel::{ActId, Civil, Content, ConveyedId, Disposition, ItemId, Label, Lodging};
use office::act::Act;
use office::control::{Client, Reply, Request};
use office::view::{ItemView, View};
use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};

use crate::homes;
use crate::program::{Open, program, until};

/// Exchanges at a time, and how often each is hit at the least.
const EXCHANGES: usize = 2;
const KILLS_EACH: usize = 101;

/// How many items each carries under fire at the least: a machine that has much else to do is hit more often until it has.
const CARRIED_EACH: usize = 10;
/// How often each is hit at the most.
const KILLS_MOST: usize = 5 * KILLS_EACH;

/// How many items may wait at the desk before the parties lodge more.
const WAITING_MOST: usize = 6;

const NAMES: [&str; 4] = ["hub", "desk", "west", "east"];

#[test]
fn once_and_in_order_through_two_hundred_kills() {
    let exchanges: Vec<_> = (0..EXCHANGES)
        .map(|_| {
            let seed: u64 = rand::random();
            println!("seed {seed}");
            std::thread::spawn(move || exchange(seed))
        })
        .collect();
    let mut carried = 0;
    for exchange in exchanges {
        carried += exchange.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
    }
    println!("{carried} items carried");
    assert!(
        carried >= EXCHANGES * CARRIED_EACH,
        "only {carried} items were carried: the kills left no time for anything"
    );
}

/// One exchange under fire; how many items it carried.
fn exchange(seed: u64) -> usize {
    let folder = tempfile::tempdir().expect("a folder");
    let place = Arc::new(Place::new(folder.path()));
    let mut random = StdRng::seed_from_u64(seed);
    let over = Arc::new(AtomicBool::new(false));
    let carried = Arc::new(AtomicUsize::new(0));
    let killer = {
        let (place, over, carried) = (Arc::clone(&place), Arc::clone(&over), Arc::clone(&carried));
        let mut random = StdRng::seed_from_u64(random.random());
        std::thread::spawn(move || {
            let mut kills = 0;
            while kills < KILLS_EACH || (kills < KILLS_MOST && carried.load(Ordering::Acquire) < CARRIED_EACH) {
                place.kill_one(&mut random);
                kills += 1;
            }
            println!("{kills} kills");
            place.all_up();
            over.store(true, Ordering::Release);
        })
    };
    let mut diplomat = Diplomat::new(Arc::clone(&place), random);
    while !over.load(Ordering::Acquire) {
        assert!(
            !killer.is_finished() || over.load(Ordering::Acquire),
            "the killer failed: a process did not start again"
        );
        diplomat.work(true);
        carried.store(diplomat.disposed.len(), Ordering::Release);
        std::thread::park_timeout(Duration::from_millis(20));
    }
    killer.join().expect("the killer ended well");
    until("everything is carried and everyone knows", || {
        diplomat.work(false);
        diplomat.all_done().then_some(())
    });
    diplomat.judge(seed)
}

/// Four processes and their homes.
struct Place {
    folder: PathBuf,
    program: PathBuf,
    hub: String,
    processes: [Mutex<Option<Open>>; 4],
    said: Arc<Mutex<String>>,
}

impl Place {
    fn new(folder: &Path) -> Self {
        hub::home::init(&folder.join("hub"), &mut office::random::machine_random()).expect("a hub");
        let mut place = Self {
            folder: folder.to_owned(),
            program: program(),
            hub: "127.0.0.1:0".to_owned(),
            processes: Default::default(),
            said: Arc::default(),
        };
        let hub = place.start(0);
        place.hub = hub.first.trim_end_matches('.').rsplit(' ').next().expect("a place").to_owned();
        let invited = homes::desk(folder, homes::hub_place(folder, &place.hub));
        for (name, invited) in NAMES[2..].iter().zip(&invited) {
            homes::join(folder, name, invited);
        }
        place.processes = [Some(hub), Some(place.start(1)), Some(place.start(2)), Some(place.start(3))].map(Mutex::new);
        place
    }

    fn arguments(&self, which: usize) -> Vec<String> {
        let name = NAMES[which];
        let passphrase = format!("{name}.passphrase");
        let words: &[&str] = match which {
            0 => &["hub", "open", "--home", name, "--listen", &self.hub],
            1 => &["desk", "open", "--home", name, "--passphrase-file", &passphrase],
            _ => &["party", "open", "--home", name, "--passphrase-file", &passphrase],
        };
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    fn launch(&self, which: usize) -> Open {
        Open::launch(&self.program, &self.folder, &self.arguments(which), &self.said)
    }

    fn start(&self, which: usize) -> Open {
        let mut open = self.launch(which);
        open.first = open.line_or_end().unwrap_or_else(|| {
            panic!("{} did not start:\n{}", NAMES[which], self.said.lock().expect("whole"));
        });
        open
    }

    /// Kills one of them at a moment of the killer's choice, and starts it again.
    fn kill_one(&self, random: &mut StdRng) {
        let gap = if random.random_bool(0.6) { random.random_range(0..40) } else { random.random_range(40..350) };
        std::thread::park_timeout(Duration::from_millis(gap));
        let which = random.random_range(0..NAMES.len());
        let mut process = self.processes[which].lock().expect("whole");
        if let Some(open) = process.as_mut() {
            open.kill();
        }
        // One in three is left to come up by itself, and may be hit on its way up.
        *process = Some(if random.random_bool(0.3) { self.launch(which) } else { self.start(which) });
    }

    /// Makes sure that all of them are up at last.
    fn all_up(&self) {
        for (which, process) in self.processes.iter().enumerate() {
            let mut process = process.lock().expect("whole");
            if let Some(open) = process.as_mut() {
                open.kill();
            }
            *process = Some(self.start(which));
        }
    }
}

/// Who lodges, renders, releases and disposes, whatever happens.
struct Diplomat {
    place: Arc<Place>,
    random: StdRng,
    /// What each side lodged, in order.
    lodged: [Vec<String>; 2],
    /// What the desk released of each side, in order.
    released: [Vec<String>; 2],
    /// Ids at the desk of what was released.
    done: BTreeSet<String>,
    disposed: BTreeSet<String>,
}

impl Diplomat {
    fn new(place: Arc<Place>, random: StdRng) -> Self {
        Self {
            place,
            random,
            lodged: Default::default(),
            released: Default::default(),
            done: BTreeSet::new(),
            disposed: BTreeSet::new(),
        }
    }

    /// Asks an office until it answers.
    fn ask(&self, which: usize, request: &dyn Fn() -> Request) -> Reply {
        until("an office answers", || {
            // Whoever is being started is waited for here.
            drop(self.place.processes[which].lock().expect("whole"));
            Client::connect(&self.place.folder.join(NAMES[which])).ok()?.ask(&request()).ok()
        })
    }

    fn view(&self, which: usize) -> View {
        match self.ask(which, &|| Request::View) {
            Reply::View(view) => *view,
            other => panic!("{} shows {other:?}", NAMES[which]),
        }
    }

    /// Does something once, however often it has to be said.
    fn act(&mut self, which: usize, act: &dyn Fn() -> Act) {
        let id = ActId(self.random.random());
        let officer = if which == 1 { "desk" } else { "" };
        match self.ask(which, &|| Request::Act { id, officer: officer.to_owned(), act: Box::new(act()) }) {
            Reply::Done(_) => {}
            other => panic!("{} answered {other:?}", NAMES[which]),
        }
    }

    /// Does what there is to do.
    fn work(&mut self, more: bool) {
        let desk = self.view(1);
        let waiting = self.lodged.iter().map(Vec::len).sum::<usize>() - self.done.len();
        if more && waiting < WAITING_MOST {
            self.lodge();
        }
        for item in desk.items.iter().filter(|item| item.state == "lodged") {
            if !self.done.contains(&item.item) {
                self.convey(item);
            }
        }
        for which in [2, 3] {
            let view = self.view(which);
            for item in view.items.iter().filter(|item| item.side == "received") {
                if item.disposition.is_none() && self.disposed.insert(item.item.clone()) {
                    let conveyed: ConveyedId = item.item.parse().expect("an id");
                    self.act(which, &|| Act::Party(AtAParty::Dispose { conveyed, disposition: Disposition::Noted }));
                }
            }
        }
    }

    fn lodge(&mut self) {
        let side = self.random.random_range(0..2);
        let which = side + 2;
        let view = self.view(which);
        // Until the desk's first letters are there, there is no channel.
        let Some(channel) = view.channels.first().map(|channel| channel.channel.parse().expect("a handle")) else {
            return;
        };
        let item = ItemId(self.random.random());
        // Some fill one cell, some many.
        let length = if self.random.random_bool(0.2) { 30_000 } else { 60 };
        let words = format!("{} {}: {}", NAMES[which], self.lodged[side].len() + 1, "so it is ".repeat(length / 9));
        let words = words.trim_end().to_owned();
        let content = Content::new(words.clone(), Civil(i64::MAX / 4));
        self.act(which, &|| Act::Party(AtAParty::Lodge(Lodging::new(item, channel, content.clone()))));
        self.lodged[side].push(words);
    }

    fn convey(&mut self, item: &ItemView) {
        let id: ItemId = item.item.parse().expect("an id");
        self.act(1, &|| {
            Act::Desk(AtTheDesk::Render {
                item: id,
                words: item.words.clone(),
                label: Label::Verbatim,
                to: Vec::new(),
                conditions: None,
                reservations: None,
                scope: None,
                translations: Vec::new(),
            })
        });
        self.act(1, &|| Act::Desk(AtTheDesk::Release { item: id }));
        self.done.insert(item.item.clone());
        let side = if item.party == Some(1) { 0 } else { 1 };
        self.released[side].push(item.words.clone());
    }

    fn all_done(&self) -> bool {
        let views = [1, 2, 3].map(|which| self.view(which));
        let quiet = views.iter().all(|view| view.lines.iter().all(|line| line.state == "working" && line.queue == 0));
        let noted = views[0].items.iter().all(|item| item.dispositions.len() == 1);
        quiet && noted && views[0].items.len() == self.lodged.iter().map(Vec::len).sum::<usize>()
    }

    /// Compares what was done with what all three offices show.
    fn judge(&self, seed: u64) -> usize {
        let [desk, west, east] = [1, 2, 3].map(|which| self.view(which));
        for (side, (own, other)) in [(&west, &east), (&east, &west)].into_iter().enumerate() {
            let name = format!("{}, seed {seed}", NAMES[side + 2]);
            let party = u32::try_from(side + 1).expect("small");
            let said = words(own, |item| item.side == "authored");
            let at_the_desk = words(&desk, |item| item.party == Some(party));
            let had = words(other, |item| item.side == "received");
            assert_eq!(heads(&said), heads(&self.lodged[side]), "{name}: its own office has what it lodged");
            assert_eq!(heads(&at_the_desk), heads(&self.lodged[side]), "{name}: the desk has it once and in order");
            assert_eq!(heads(&had), heads(&self.released[side]), "{name}: the other side has it once and in order");
            assert!(
                said == self.lodged[side] && at_the_desk == said && had == self.released[side],
                "{name}: word for word"
            );
            for item in own.items.iter().filter(|item| item.side == "authored") {
                assert_eq!((item.state.as_str(), item.conveyed.len()), ("conveyed", 1), "{name}: told of once");
            }
        }
        for item in &desk.items {
            let noted: Vec<&str> = item.dispositions.iter().map(|one| one.disposition.as_str()).collect();
            assert_eq!((item.state.as_str(), noted), ("conveyed", vec!["noted"]), "seed {seed}: disposed of once");
        }
        for view in [&desk, &west, &east] {
            assert!(view.warnings.is_empty() && view.refusals.is_empty(), "seed {seed}: {:?}", view.warnings);
        }
        desk.items.len()
    }
}

fn words(view: &View, which: impl Fn(&ItemView) -> bool) -> Vec<String> {
    view.items.iter().filter(|item| which(item)).map(|item| item.words.clone()).collect()
}

/// The beginnings, which name side and number.
fn heads(texts: &[String]) -> Vec<&str> {
    texts.iter().map(|text| text.split(':').next().unwrap_or_default()).collect()
}
