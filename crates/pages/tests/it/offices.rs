//! Offices in which the reported exchange was played in the simulated world, and then a little of everything, each with its
//! pages on loopback. One thread holds the world; what pages ask goes to it and is answered by the offices themselves.

use std::collections::BTreeMap;
use std::sync::mpsc::{Sender, channel};
use std::sync::{Arc, Mutex};

use office::act::Act;
use office::clock::Clock;
use office::control::{Asked, Clerk, Reply, Request};
use office::practice::{
    ActId, Civil, Content, Form, Grade, ItemId, Label, Lodging, NoteId, OfferId, PairId, PartyId, Precedence,
    ProposalId, QuestionId, ReadoutId, TextId, Translation, desk, party,
};
use office::view::{Look, View};
use pages::{Door, Pages};
use rehearsal::cast::{Cast, House};
use rehearsal::play::play;
use rehearsal::report::Mode;
use rehearsal::scenario::Scenario;
use rehearsal::simulated::house::SimHouse;

use crate::browser::Browser;

/// What a person could write to break a page.
pub(crate) const WICKED: &str =
    "<script>alert(1)</script> \" onload=\"x' & </textarea></bdi> \u{202E}txet\u{202C} http://elsewhere.example/";

/// An item's words that nobody but its reader may see before they are read.
pub(crate) const SPOKEN: &str = "spoken words for the reader alone";

/// The civil time at which the scenario ends, or a little later.
pub(crate) const NOW: i64 = 1_769_900_000;

/// The world, and its offices' pages.
pub(crate) struct Offices {
    clerks: BTreeMap<String, Clerk>,
    doors: BTreeMap<String, Door>,
}

/// Before an office's name: what it does stays with it until another office has done something.
const LATER: &str = "later:";

/// Whoever holds the world is asked through this; the thread ends with the last sender.
type ToWorld = Sender<(String, Asked)>;

impl Offices {
    /// Plays, and opens the pages of the desk and of both sides.
    pub(crate) async fn open() -> Self {
        let (to_world, from_pages) = channel::<(String, Asked)>();
        let (ready, is_ready) = tokio::sync::oneshot::channel();
        std::thread::spawn(move || {
            let text = include_str!("../../../../scenarios/reported-2025.toml");
            let scenario = Scenario::parse("reported-2025.toml", text).expect("a scenario");
            let house = SimHouse::new(7, scenario.starts).expect("a world");
            let mut cast = Cast::new(scenario.clone(), house);
            let played = play(&scenario, Mode::Simulated, &mut cast, &mut |_| {});
            assert!(played.report.passed, "{:#?}", played.failures);
            let clock: Arc<dyn Clock> = cast.house.world.clock.clone();
            ready.send(clock).ok().expect("somebody waits");
            while let Ok((who, asked)) = from_pages.recv() {
                if let Request::SetClock(civil) = asked.request {
                    cast.house.set_clock(civil).expect("time passes");
                    cast.house.settle().expect("the lines settle");
                    let _ = asked.reply.send(Reply::Done(Default::default()));
                    continue;
                }
                let later = who.strip_prefix(LATER);
                let acts = matches!(asked.request, Request::Act { .. }) && later.is_none();
                let who = later.unwrap_or(&who);
                if later.is_some() {
                    let tick = cast.house.world.tick();
                    cast.house.world.room_mut(who).expect("an office").outage(tick, 1_000);
                }
                let reply = cast
                    .house
                    .world
                    .office(who)
                    .expect("an office")
                    .reply(asked.request, &asked.caller)
                    .expect("an answer");
                if acts {
                    cast.house.world.flush(who);
                    cast.house.settle().expect("the lines settle");
                }
                let _ = asked.reply.send(reply);
            }
        });
        let clock = is_ready.await.expect("the exchange was played");
        let mut offices = Self { clerks: BTreeMap::new(), doors: BTreeMap::new() };
        for who in ["desk", "west", "east", "east/secretary"] {
            offices.serve(who, to_world.clone(), Arc::clone(&clock));
        }
        let secretary = format!("{LATER}east/secretary");
        let clerk = Self::clerk(&secretary, to_world);
        offices.clerks.insert(secretary, clerk);
        offices
    }

    /// The same with a little of everything that the exchange has not.
    pub(crate) async fn open_with_everything() -> Self {
        let offices = Self::open().await;
        offices.add_everything().await;
        offices
    }

    fn serve(&mut self, who: &str, to_world: ToWorld, clock: Arc<dyn Clock>) {
        let clerk = Self::clerk(who, to_world);
        let pages = Pages::bind(0).expect("a port");
        self.doors.insert(who.to_owned(), pages.door());
        self.clerks.insert(who.to_owned(), clerk.clone());
        tokio::spawn(pages.serve(clerk, clock, std::future::pending()));
    }

    fn clerk(who: &str, to_world: ToWorld) -> Clerk {
        let (clerk, mut asked) = Clerk::new();
        let name = who.to_owned();
        tokio::spawn(async move {
            while let Some(asked) = asked.recv().await {
                if to_world.send((name.clone(), asked)).is_err() {
                    return;
                }
            }
        });
        clerk
    }

    /// A browser in which an office is open, and what its addresses begin with; the desk's in its first officer's name.
    pub(crate) async fn browser(&self, who: &str) -> (Browser, String) {
        Browser::entered(&self.address(who)).await
    }

    /// The same for an officer of the desk.
    pub(crate) async fn browser_of(&self, officer: &str) -> (Browser, String) {
        Browser::entered(&self.doors["desk"].address(officer)).await
    }

    /// A new one-time address of an office.
    pub(crate) fn address(&self, who: &str) -> String {
        self.doors[who].address(&self.officer(who))
    }

    /// Locks an office in every browser.
    pub(crate) fn lock(&self, who: &str) {
        self.doors[who].lock();
    }

    /// Where an office's pages are.
    pub(crate) fn host(&self, who: &str) -> String {
        self.address(who)[7..].split('/').next().unwrap().to_owned()
    }

    /// Everything that an office shows.
    pub(crate) async fn view(&self, who: &str) -> View {
        match self.clerks[who].ask(Request::Look(Look::everything())).await.expect("an answer") {
            Reply::View(view) => *view,
            _ => panic!("no view"),
        }
    }

    /// The number of the party at the desk whose name has this in it.
    pub(crate) async fn party(&self, name: &str) -> String {
        let parties = self.view("desk").await.parties;
        parties.iter().find(|party| party.name.contains(name)).expect("a party").party.to_string()
    }

    /// Lets time pass for everybody, to this civil second.
    pub(crate) async fn pass_to(&self, civil: i64) {
        self.clerks["desk"].ask(Request::SetClock(civil)).await.expect("time passes");
    }

    /// Has an office do something that it may do.
    pub(crate) async fn act(&self, who: &str, act: Act) {
        self.act_as(who, &self.officer(who), act).await;
    }

    /// The same in the name of an officer.
    pub(crate) async fn act_as(&self, who: &str, officer: &str, act: Act) {
        static ACTS: Mutex<u64> = Mutex::new(0);
        let mut id = [0xac; 16];
        {
            let mut acts = ACTS.lock().unwrap();
            *acts += 1;
            id[..8].copy_from_slice(&acts.to_be_bytes());
        }
        let request = Request::Act { id: ActId(id), officer: officer.to_owned(), act: Box::new(act) };
        match self.clerks[who].ask(request).await.expect("an answer") {
            Reply::Done(_) => {}
            Reply::Refused(reason) => panic!("{who} was refused: {reason}"),
            _ => panic!("{who} failed"),
        }
    }

    fn officer(&self, who: &str) -> String {
        if who == "desk" { "first".to_owned() } else { String::new() }
    }

    async fn add_everything(&self) {
        let desk = self.view("desk").await;
        let calm = desk.channels.iter().find(|channel| channel.name == "calm").expect("the channel").channel.clone();
        let channel = || calm.parse().expect("a channel");
        let number = |name: &str| desk.parties.iter().find(|party| party.name.contains(name)).unwrap().party;
        let (west, east) = (PartyId(number("western")), PartyId(number("eastern")));
        let now = Civil(NOW);
        let first = |command| self.act("desk", Act::Desk(command));
        first(desk::Command::DeclareInterest { words: format!("We have a stake: {WICKED}") }).await;
        first(desk::Command::Pair { pair: PairId([1; 16]), channel: channel(), lapses: Some(now.plus_days(20)) }).await;
        first(desk::Command::Propose {
            proposal: ProposalId([1; 16]),
            channel: channel(),
            options: vec!["a pause".to_owned(), WICKED.to_owned()],
            reveal_at: now.plus_days(9),
            subject: "the pause".to_owned(),
        })
        .await;
        first(desk::Command::Offer {
            offer: OfferId([1; 16]),
            channel: channel(),
            text: format!("We offer to mediate. {WICKED}"),
            to: Vec::new(),
            lapses: None,
        })
        .await;
        first(desk::Command::Table { text: TextId([1; 16]), channel: channel(), words: WICKED.to_owned() }).await;
        first(desk::Command::Ask {
            question: QuestionId([1; 16]),
            channel: channel(),
            to: east,
            text: format!("Does it still stand? {WICKED}"),
            lapses: None,
            about: None,
            principal_only: false,
        })
        .await;
        let conveyed = desk.items.iter().find(|item| !item.conveyed.is_empty() && item.side == "lodged").expect("one");
        let item: ItemId = conveyed.item.parse().unwrap();
        first(desk::Command::Draft {
            readout: ReadoutId([1; 16]),
            text: format!("The Prime Minister asked. {WICKED} {}", conveyed.conveyed[0].words),
            concerns: vec![west, east],
            mentions: vec![item],
            channel: Some(channel()),
        })
        .await;
        first(desk::Command::Disclose { note: NoteId([1; 16]), items: vec![item], occasion: WICKED.to_owned() }).await;
        first(desk::Command::NoteStatement {
            note: NoteId([2; 16]),
            item,
            words: WICKED.to_owned(),
            occasion: "in parliament".to_owned(),
        })
        .await;
        first(desk::Command::Expose {
            note: NoteId([3; 16]),
            text: format!("Sources say: {} {WICKED}", conveyed.conveyed[0].words),
        })
        .await;
        for (no, form, words) in [(1, Form::OralMessage, SPOKEN), (2, Form::NonPaper, WICKED)] {
            let handle = self.view("west").await.channels[0].channel.parse().unwrap();
            let mut content = Content::new(words, now.plus_days(12));
            content.form = form;
            content.precedence = if no == 1 { Precedence::Flash } else { Precedence::Routine };
            content.conditions = vec![format!("condition {no}")];
            content.translations = vec![Translation {
                language: "fa".to_owned(),
                grade: Grade::Rough,
                translator: WICKED.to_owned(),
                on: now,
                text: "ترجمه".to_owned(),
            }];
            if no == 1 {
                content.translations.clear();
            }
            let item = ItemId([0xe0 + no; 16]);
            self.act("west", Act::Party(party::Command::Lodge(Lodging::new(item, handle, content)))).await;
            first(desk::Command::Render {
                item,
                words: words.to_owned(),
                label: Label::Paraphrase,
                to: Vec::new(),
                conditions: None,
                reservations: None,
                scope: None,
                translations: Vec::new(),
            })
            .await;
            let release = Request::Act {
                id: ActId([0xb0 + no; 16]),
                officer: "second".to_owned(),
                act: Box::new(Act::Desk(desk::Command::Release { item })),
            };
            assert!(matches!(self.clerks["desk"].ask(release).await, Ok(Reply::Done(_))));
        }
        self.lodge_for_rendering().await;
    }

    /// An item that waits for the desk.
    async fn lodge_for_rendering(&self) {
        let view = self.view("west").await;
        let now = Civil(NOW);
        let handle = view.channels[0].channel.parse().unwrap();
        let lodging = Lodging::new(ItemId([0xe9; 16]), handle, Content::new("to be rendered", now.plus_days(5)));
        self.act("west", Act::Party(party::Command::Lodge(lodging))).await;
    }
}
