//! The house of a rehearsal in earnest: every office and the hub is a process of its own, found in a folder of its own.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::net::SocketAddr;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use channel::{ActId, Civil};
use office::HubPlace;
use office::act::Act as OfficeAct;
use office::clock::RehearsalClock;
use office::control::{Client, ControlError, Reply, Request};
use office::office::{Founding, Office as OpenOffice, OfficeError, Pulse};
use office::random::machine_random;
use office::store::SqliteStore;
use office::view as shown;
use rand_core::Rng;
use sealing::Params;
use serde_json::Value;

use super::process::Process;
use super::proxy::Proxy;
use crate::cast::{House, Mishap};
use crate::play::Broken;
use crate::report::HubFigures;
use crate::scenario::{Office, Place};
use crate::simulated::world::level;

/// A hub and offices as processes.
pub struct RealHouse {
    program: PathBuf,
    folder: PathBuf,
    civil: i64,
    hub: HubProcess,
    card: HubPlace,
    offices: BTreeMap<Office, RealOffice>,
    pages: bool,
}

struct HubProcess {
    process: Process,
    at: SocketAddr,
}

struct RealOffice {
    home: PathBuf,
    passphrase: PathBuf,
    process: Process,
    client: Client,
    way: Proxy,
    cut: bool,
    seat: u32,
}

/// How often the lines are looked at, and for how long, until they have settled.
const LOOK_EVERY: Duration = Duration::from_millis(2);
const LOOKS_MOST: u32 = 30_000;

fn io(what: &'static str) -> impl Fn(std::io::Error) -> Broken {
    move |error| Broken(format!("{what}: {error}"))
}

impl RealHouse {
    /// Makes and starts a hub and a desk in `folder`, with `program` as their program; with `pages`, every office is shown
    /// as web pages too.
    pub fn new(program: &Path, folder: &Path, civil: i64, pages: bool) -> Result<Self, Broken> {
        let home = folder.join("hub");
        let made = hub::home::init(&home, &mut machine_random()).map_err(|error| Broken(error.to_string()))?;
        let hub = HubProcess::start(program, &home, civil)?;
        let card = HubPlace { place: hub.at.to_string(), pin: made.pin, pass: *made.pass.as_bytes() };
        let (program, folder) = (program.to_owned(), folder.to_owned());
        let mut house = Self { program, folder, civil, hub, card, offices: BTreeMap::new(), pages };
        let way = Proxy::new(house.hub.at).map_err(io("a way to the hub could not be made"))?;
        let hub = HubPlace { place: way.place(), ..house.card.clone() };
        house.found(&Office::Desk, way, 0, |founding| OpenOffice::found_desk(founding, hub))?;
        Ok(house)
    }

    /// The passphrases of the offices, for whoever keeps them: the office, and the file that holds its passphrase.
    pub fn passphrases(&self) -> Vec<(String, String)> {
        let read =
            |office: &RealOffice| fs::read_to_string(&office.passphrase).unwrap_or_default().trim_end().to_owned();
        self.offices.iter().map(|(who, office)| (who.to_string(), read(office))).collect()
    }

    /// A new one-time address of an office's pages, in an officer's name at the desk.
    ///
    /// # Errors
    /// There is no such office, or it has no pages.
    pub fn address(&mut self, who: &Office, officer: &str) -> Result<String, Broken> {
        match self.ask(who, &|| Request::Address { officer: officer.to_owned() })? {
            Reply::Address(address) => Ok(address),
            Reply::Refused(refused) => Err(Broken(refused.sentence)),
            _ => Err(Broken(format!("{who} answered something else than was asked"))),
        }
    }

    fn found(
        &mut self,
        who: &Office,
        way: Proxy,
        seat: u32,
        found: impl FnOnce(Founding<'_, SqliteStore>) -> Result<OpenOffice<SqliteStore>, OfficeError>,
    ) -> Result<(), Broken> {
        let home = self.folder.join(who.to_string().replace('/', "."));
        fs::DirBuilder::new().mode(0o700).create(&home).map_err(io("a home could not be made"))?;
        let mut random = [0; 16];
        machine_random().fill_bytes(&mut random);
        let text: String = random.iter().map(|byte| format!("{byte:02x}")).collect();
        let passphrase = self.folder.join(format!("{}.passphrase", who.to_string().replace('/', ".")));
        let file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(&passphrase);
        let written = file.and_then(|mut file| std::io::Write::write_all(&mut file, text.as_bytes()));
        written.map_err(io("a passphrase could not be written"))?;
        let store = SqliteStore::create(&office::vault::file(&home)).map_err(|error| Broken(error.to_string()))?;
        let founding = Founding {
            store,
            passphrase: &text,
            holder: "",
            params: Params::least(),
            rehearsal: true,
            clock: Arc::new(RehearsalClock::new(Civil(self.civil))),
            rng: Box::new(machine_random()),
        };
        drop(found(founding).map_err(|error| Broken(error.to_string()))?);
        let (process, client) = open(&self.program, &home, &passphrase, who, self.civil, self.pages)?;
        self.offices.insert(who.clone(), RealOffice { home, passphrase, process, client, way, cut: false, seat });
        Ok(())
    }

    /// Asks an office; one that has died meanwhile is started and asked again.
    fn ask(&mut self, who: &Office, request: &dyn Fn() -> Request) -> Result<Reply, Broken> {
        for _ in 0..8 {
            self.revive(who)?;
            let office = self.office(who)?;
            match office.client.ask(&request()) {
                Ok(reply) => return Ok(reply),
                Err(ControlError::Gone | ControlError::Nobody) => office.process.wait(),
                Err(error) => return Err(Broken(error.to_string())),
            }
        }
        Err(Broken(format!("the office of {who} dies again and again")))
    }

    fn office(&mut self, who: &Office) -> Result<&mut RealOffice, Broken> {
        self.offices.get_mut(who).ok_or_else(|| Broken(format!("{who} has no office")))
    }

    fn revive(&mut self, who: &Office) -> Result<(), Broken> {
        let (program, civil, pages) = (self.program.clone(), self.civil, self.pages);
        let office = self.office(who)?;
        if office.process.ended() {
            (office.process, office.client) = open(&program, &office.home, &office.passphrase, who, civil, pages)?;
        }
        Ok(())
    }

    fn pulses(&mut self) -> Result<BTreeMap<Office, Pulse>, Broken> {
        let whole: Vec<Office> =
            self.offices.iter().filter(|(_, office)| !office.cut).map(|(who, _)| who.clone()).collect();
        let mut pulses = BTreeMap::new();
        for who in whole {
            match self.ask(&who, &|| Request::Pulse)? {
                Reply::Pulse(pulse) => drop(pulses.insert(who, pulse)),
                _ => return Err(Broken(format!("{who} has no pulse"))),
            }
        }
        Ok(pulses)
    }

    fn is_level(&self, pulses: &BTreeMap<Office, Pulse>) -> bool {
        let Some(desk) = pulses.get(&Office::Desk) else { return true };
        let seated = self.offices.iter().filter(|(who, office)| **who != Office::Desk && !office.cut);
        let mut seated = seated.map(|(who, office)| (pulses.get(who), office.seat));
        seated.all(|(pulse, seat)| pulse.is_some_and(|pulse| level(desk, seat, pulse)))
    }

    fn nudge(&mut self) -> Result<(), Broken> {
        for who in self.offices.keys().cloned().collect::<Vec<_>>() {
            self.ask(&who, &|| Request::Nudge)?;
        }
        Ok(())
    }

    fn backup(&self, what: &str, step: &str) -> PathBuf {
        self.folder.join("backups").join(step).join(what.replace('/', "."))
    }

    fn restart_hub(&mut self, between: impl FnOnce(&Self) -> Result<(), Broken>) -> Result<(), Broken> {
        self.hub.process.kill();
        between(self)?;
        self.hub = HubProcess::start(&self.program, &self.folder.join("hub"), self.civil)?;
        for office in self.offices.values() {
            office.way.lead_to(self.hub.at);
        }
        self.nudge()
    }
}

impl HubProcess {
    fn start(program: &Path, home: &Path, civil: i64) -> Result<Self, Broken> {
        let civil = civil.max(0).to_string();
        let arguments = ["hub", "open", "--home"].map(OsString::from).into_iter().chain([home.into()]);
        let arguments = arguments.chain(["--listen", "127.0.0.1:0", "--rehearsal", &civil].map(OsString::from));
        let (process, first) = Process::start(program, &arguments.collect::<Vec<_>>())?;
        let at = first.trim_end_matches('.').rsplit(' ').next().and_then(|at| at.parse().ok());
        Ok(Self { process, at: at.ok_or_else(|| Broken("the hub did not say where it listens".to_owned()))? })
    }
}

fn open(
    program: &Path,
    home: &Path,
    passphrase: &Path,
    who: &Office,
    civil: i64,
    pages: bool,
) -> Result<(Process, Client), Broken> {
    let kind = if *who == Office::Desk { "desk" } else { "party" };
    let mut arguments: Vec<OsString> = vec![
        kind.into(),
        "--home".into(),
        home.into(),
        "--passphrase-file".into(),
        passphrase.into(),
        "open".into(),
        // In one word: a time before 1970 begins with a sign.
        format!("--rehearsal={civil}").into(),
    ];
    if !pages {
        arguments.push("--no-pages".into());
    }
    let (process, _) = Process::start(program, &arguments)?;
    let client = Client::connect(home).map_err(|error| Broken(format!("{who}: {error}")))?;
    Ok((process, client))
}

/// The files of a store: the database, and its log where it has one.
fn copy_store(from: &Path, to: &Path, database: &str) -> std::io::Result<()> {
    fs::create_dir_all(to)?;
    for suffix in ["", "-wal", "-shm"] {
        let name = format!("{database}{suffix}");
        match fs::remove_file(to.join(&name)) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
        // The shared-memory file is rebuilt from the log.
        if suffix != "-shm" && from.join(&name).exists() {
            fs::copy(from.join(&name), to.join(&name))?;
        }
    }
    Ok(())
}

const VAULT: &str = "vault.sqlite";

impl House for RealHouse {
    fn set_clock(&mut self, civil: i64) -> Result<(), Broken> {
        self.civil = civil;
        self.hub.process.tell(&format!("clock {}", civil.max(0)))?;
        self.hub.process.line()?;
        for who in self.offices.keys().cloned().collect::<Vec<_>>() {
            self.ask(&who, &|| Request::SetClock(civil))?;
        }
        Ok(())
    }

    fn next_due(&mut self) -> Result<Option<i64>, Broken> {
        let mut due = Vec::new();
        for who in self.offices.keys().cloned().collect::<Vec<_>>() {
            match self.ask(&who, &|| Request::Pulse)? {
                Reply::Pulse(pulse) => due.extend(pulse.due),
                _ => return Err(Broken(format!("{who} has no pulse"))),
            }
        }
        Ok(due.into_iter().min())
    }

    fn act(
        &mut self,
        who: &Office,
        id: ActId,
        officer: &str,
        act: &dyn Fn() -> OfficeAct,
    ) -> Result<Result<Value, String>, Broken> {
        let request = || Request::Act { id, officer: officer.to_owned(), act: Box::new(act()) };
        match self.ask(who, &request)? {
            Reply::Done(made) => Ok(Ok(made)),
            Reply::Refused(refused) => Ok(Err(refused.sentence)),
            Reply::Failed(reason) => Err(Broken(reason)),
            _ => Err(Broken(format!("{who} answered something else than was asked"))),
        }
    }

    fn view(&mut self, who: &Office) -> Result<Option<shown::View>, Broken> {
        if !self.offices.contains_key(who) {
            return Ok(None);
        }
        match self.ask(who, &|| Request::View)? {
            Reply::View(view) => Ok(Some(*view)),
            _ => Err(Broken(format!("{who} shows nothing"))),
        }
    }

    fn holds(&mut self, who: &Office) -> Result<Vec<String>, Broken> {
        match self.ask(who, &|| Request::Holds)? {
            Reply::Holds(texts) => Ok(texts),
            _ => Err(Broken(format!("{who} does not say what it holds"))),
        }
    }

    fn names(&mut self) -> Result<BTreeMap<String, String>, Broken> {
        match self.ask(&Office::Desk, &|| Request::Names)? {
            Reply::Names(names) => Ok(names),
            _ => Err(Broken("the desk does not tell its names".to_owned())),
        }
    }

    fn join(&mut self, who: &Office, invitation: &str, code: &str, seat: u32) -> Result<(), Broken> {
        let way = Proxy::new(self.hub.at).map_err(io("a way to the hub could not be made"))?;
        let place = way.place();
        self.found(who, way, seat, |founding| OpenOffice::join(founding, invitation, code, Some(place)))
    }

    fn has(&self, who: &Office) -> bool {
        self.offices.contains_key(who)
    }

    fn settle(&mut self) -> Result<(), Broken> {
        let mut before = None;
        for _ in 0..LOOKS_MOST {
            let pulses = self.pulses()?;
            // Level twice over with nothing moved between: every letter that either look could have missed is counted.
            if self.is_level(&pulses) {
                if before.as_ref() == Some(&pulses) {
                    return Ok(());
                }
                before = Some(pulses);
            } else {
                before = None;
                wait(LOOK_EVERY);
            }
        }
        Err(Broken("the lines did not settle".to_owned()))
    }

    fn fault(&mut self, fault: &Mishap) -> Result<(), Broken> {
        match fault {
            Mishap::Kill(Place::Hub) => self.restart_hub(|_| Ok(())),
            Mishap::Kill(Place::Office(who)) => {
                self.office(who)?.process.kill();
                self.revive(who)
            }
            Mishap::Arm(who, fault) => match self.ask(who, &|| Request::Fault(*fault))? {
                Reply::Done(_) => Ok(()),
                _ => Err(Broken(format!("{who} could not be armed"))),
            },
            Mishap::Way(who, cut) => {
                let office = self.office(who)?;
                office.way.cut(*cut);
                office.cut = *cut;
                self.ask(who, &|| Request::Nudge)?;
                Ok(())
            }
            Mishap::Restore(Place::Hub, to) => {
                let backup = self.backup("hub", to);
                self.restart_hub(|house| {
                    copy_store(&backup, &house.folder.join("hub"), hub::home::STORE).map_err(io("a backup"))
                })
            }
            Mishap::Restore(Place::Office(who), to) => {
                let backup = self.backup(&who.to_string(), to);
                let office = self.office(who)?;
                office.process.kill();
                copy_store(&backup, &office.home, VAULT).map_err(io("a backup"))?;
                self.revive(who)
            }
        }
    }

    fn checkpoint(&mut self, step: &str, of: &BTreeSet<Place>) -> Result<(), Broken> {
        for place in of {
            let to = self.backup(&place.to_string(), step);
            let copied = match place {
                Place::Hub => {
                    let home = self.folder.join("hub");
                    self.hub.process.frozen(|| copy_store(&home, &to, hub::home::STORE))
                }
                Place::Office(who) => {
                    let Some(office) = self.offices.get_mut(who) else { continue };
                    let home = office.home.clone();
                    office.process.frozen(|| copy_store(&home, &to, VAULT))
                }
            };
            copied.map_err(io("a backup"))?;
        }
        Ok(())
    }

    fn hub(&mut self) -> Result<HubFigures, Broken> {
        self.hub.process.tell("figures")?;
        let line = self.hub.process.line()?;
        serde_json::from_str(&line).map_err(|_| Broken("the hub did not tell its figures".to_owned()))
    }

    fn hub_keeps(&mut self) -> Result<Vec<Vec<u8>>, Broken> {
        let mut kept = Vec::new();
        let unread = io("what the hub keeps could not be read");
        for entry in fs::read_dir(self.folder.join("hub")).map_err(&unread)? {
            let path = entry.map_err(&unread)?.path();
            if path.is_file() {
                kept.push(fs::read(path).map_err(&unread)?);
            }
        }
        Ok(kept)
    }

    fn random(&mut self, _: &Office) -> [u8; 16] {
        let mut bytes = [0; 16];
        machine_random().fill_bytes(&mut bytes);
        bytes
    }
}

#[allow(clippy::disallowed_methods, reason = "real processes are looked at on real time")]
fn wait(span: Duration) {
    std::thread::sleep(span);
}
