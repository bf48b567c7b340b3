//! Plays scenarios in the simulated world.

use std::collections::{BTreeMap, BTreeSet};

use channel::ActId;
use hub::Drops;
use office::act::Act as OfficeAct;
use office::faults::Fault;
use office::office::OfficeError;
use office::view as shown;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha20Rng;
use serde_json::Value;

use super::disk::Backup;
use super::world::World;
use crate::cast::{House, Mishap};
use crate::play::Broken;
use crate::report::HubFigures;
use crate::scenario::{Office, Place};

/// The simulated world as a house for a cast.
pub struct SimHouse {
    /// The world.
    pub world: World,
    streams: BTreeMap<String, ChaCha20Rng>,
    seed: u64,
    hub_backups: BTreeMap<String, Drops>,
    office_backups: BTreeMap<(String, String), Backup>,
    /// What happens beside the scenario; nothing in a plain rehearsal.
    pub weather: Option<Box<dyn Weather>>,
}

/// What befalls a world between its events, and who watches it.
pub trait Weather {
    /// Before the next event.
    fn before(&mut self, world: &mut World) -> Result<(), Broken>;
    /// After it.
    fn after(&mut self, world: &mut World) -> Result<(), Broken>;
    /// Once everything is settled.
    fn settled(&mut self, world: &mut World) -> Result<(), Broken>;
    /// From here on nothing befalls the world any more.
    fn clears_up(&mut self);
}

/// The most that may happen before the world is said never to settle.
const HAPPENINGS_MOST: usize = 500_000;

impl SimHouse {
    /// A world with a hub and a desk.
    pub fn new(seed: u64, civil: i64) -> Result<Self, Broken> {
        let mut world = World::new(seed, civil);
        world.found_desk().map_err(broken)?;
        Ok(Self {
            world,
            streams: BTreeMap::new(),
            seed,
            hub_backups: BTreeMap::new(),
            office_backups: BTreeMap::new(),
            weather: None,
        })
    }
}

fn broken(error: OfficeError) -> Broken {
    Broken(error.to_string())
}

impl House for SimHouse {
    fn set_clock(&mut self, civil: i64) -> Result<(), Broken> {
        self.world.clock.set_civil(civil);
        for who in self.world.names() {
            self.world.flush(&who);
        }
        Ok(())
    }

    fn next_due(&mut self) -> Result<Option<i64>, Broken> {
        let mut due = Vec::new();
        for who in self.world.names() {
            self.world.start(&who).map_err(broken)?;
            due.extend(self.world.office(&who).and_then(|office| office.due()).map(|due| due.0));
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
        let done = self.world.with_office(&who.to_string(), |office| office.act(id, officer, act()));
        match done {
            Ok(made) => Ok(Ok(made)),
            Err(OfficeError::Refused(refused)) => Ok(Err(refused.sentence)),
            Err(error) => Err(broken(error)),
        }
    }

    fn view(&mut self, who: &Office) -> Result<Option<shown::View>, Broken> {
        let who = who.to_string();
        if self.world.room(&who).is_none() {
            return Ok(None);
        }
        self.world.start(&who).map_err(broken)?;
        Ok(self.world.office(&who).map(|office| office.view()))
    }

    fn holds(&mut self, who: &Office) -> Result<Vec<String>, Broken> {
        let who = who.to_string();
        self.world.start(&who).map_err(broken)?;
        let Some(office) = self.world.office(&who) else { return Ok(Vec::new()) };
        office.holds().map_err(broken)
    }

    fn names(&mut self) -> Result<BTreeMap<String, String>, Broken> {
        self.world.start(super::world::DESK).map_err(broken)?;
        Ok(self.world.office(super::world::DESK).map(|office| office.names_at_seats()).unwrap_or_default())
    }

    fn join(&mut self, who: &Office, invitation: &str, code: &str, seat: u32) -> Result<(), Broken> {
        self.world.join(&who.to_string(), invitation, code, seat).map_err(broken)
    }

    fn has(&self, who: &Office) -> bool {
        self.world.room(&who.to_string()).is_some()
    }

    fn settle(&mut self) -> Result<(), Broken> {
        for _ in 0..HAPPENINGS_MOST {
            for who in self.world.names() {
                self.world.start(&who).map_err(broken)?;
            }
            if self.world.settled() {
                return match &mut self.weather {
                    Some(weather) => weather.settled(&mut self.world),
                    None => Ok(()),
                };
            }
            if let Some(weather) = &mut self.weather {
                weather.before(&mut self.world)?;
            }
            if !self.world.step() && self.world.all_run() {
                return Err(Broken("the world stands still and the lines have not settled".to_owned()));
            }
            if let Some(weather) = &mut self.weather {
                weather.after(&mut self.world)?;
            }
        }
        Err(Broken(format!("the lines did not settle: {}", self.world.lines())))
    }

    fn fault(&mut self, fault: &Mishap) -> Result<(), Broken> {
        match fault {
            Mishap::Kill(Place::Hub) => {
                self.world.hub_up = false;
                self.world.tick_over();
                self.world.hub_up = true;
            }
            Mishap::Kill(Place::Office(who)) => {
                self.world.kill(&who.to_string());
                self.world.start(&who.to_string()).map_err(broken)?;
            }
            Mishap::Arm(who, Fault::Crash(point)) => self.world.arm_crash(&who.to_string(), *point),
            Mishap::Arm(who, fault) => {
                let who = who.to_string();
                if let Some(office) = self.world.office(&who) {
                    office.armed.arm(*fault);
                }
            }
            Mishap::Way(who, cut) => {
                let who = who.to_string();
                if let Some(room) = self.world.room_mut(&who) {
                    room.cut = *cut;
                }
                if let Some(office) = self.world.office(&who) {
                    office.nudge();
                }
                self.world.flush(&who);
            }
            Mishap::Restore(Place::Hub, to) => {
                let backup = self.hub_backups.get(to).cloned();
                self.world.hub = backup.ok_or_else(|| Broken(format!("there is no backup of the hub after {to}")))?;
            }
            Mishap::Restore(Place::Office(who), to) => {
                let key = (who.to_string(), to.clone());
                let backup = self.office_backups.get(&key).cloned();
                let backup = backup.ok_or_else(|| Broken(format!("there is no backup of {who} after {to}")))?;
                self.world.restore(&who.to_string(), &backup).map_err(broken)?;
            }
        }
        Ok(())
    }

    fn checkpoint(&mut self, step: &str, of: &BTreeSet<Place>) -> Result<(), Broken> {
        for place in of {
            match place {
                Place::Hub => drop(self.hub_backups.insert(step.to_owned(), self.world.hub.clone())),
                Place::Office(who) => {
                    let who = who.to_string();
                    if let Some(room) = self.world.room(&who) {
                        self.office_backups.insert((who.clone(), step.to_owned()), room.disk.backup());
                    }
                }
            }
        }
        Ok(())
    }

    fn hub(&mut self) -> Result<HubFigures, Broken> {
        let figures = self.world.hub.figures();
        let mut sizes = BTreeSet::new();
        if figures.deposited > 0 {
            sizes.insert(wire::CELL_BYTES as u64);
        }
        Ok(HubFigures { deposited: figures.deposited, held: figures.held, cell_sizes: sizes })
    }

    fn hub_keeps(&mut self) -> Result<Vec<Vec<u8>>, Broken> {
        let cells = self.world.hub.cells();
        Ok(cells.map(|(address, cell)| [address.as_bytes().as_slice(), cell.as_bytes().as_slice()].concat()).collect())
    }

    fn random(&mut self, who: &Office) -> [u8; 16] {
        let seed = self.seed;
        let name = who.to_string();
        let stream = self.streams.entry(name.clone()).or_insert_with(|| {
            use sha2::{Digest, Sha256};
            let seed = Sha256::new().chain_update(seed.to_be_bytes()).chain_update("ids of ").chain_update(name);
            ChaCha20Rng::from_seed(seed.finalize().into())
        });
        let mut bytes = [0; 16];
        stream.fill_bytes(&mut bytes);
        bytes
    }
}
