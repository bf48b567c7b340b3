//! One conversation with an office: through the process that has it open, or, where nobody has, by opening it here.

use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use channel::ActId;
use clap::Args;
use office::act::Act;
use office::clock::{Clock, MachineClock, RehearsalClock};
use office::control::{Client, ControlError, Reply, Request};
use office::office::Office;
use office::officers::Challenge;
use office::random::machine_random;
use office::run::Runner;
use office::store::SqliteStore;
use office::vault::Access;
use office::view::{Look, View};
use rand_core::Rng;
use sealing::Params;
use serde_json::Value;
use tokio::runtime::Runtime;

use crate::failure::Failure;
use crate::passphrase::{OFFICE, PassphraseArgs};
use crate::print;

/// Which office.
#[derive(Args, Clone, Debug)]
pub(crate) struct HomeArgs {
    /// The folder that holds the office
    #[arg(long, value_name = "FOLDER", global = true, default_value = ".", help_heading = OFFICE)]
    pub(crate) home: PathBuf,
    /// Passphrase.
    #[command(flatten)]
    pub(crate) passphrase: PassphraseArgs,
    /// Show as JSON
    #[arg(long, global = true, help_heading = OFFICE)]
    pub(crate) json: bool,
}

/// An office to talk to.
pub(crate) struct Session {
    way: Way,
    home: HomeArgs,
}

enum Way {
    Socket(Client),
    Own { runner: Box<Runner>, runtime: Runtime },
}

/// How long a command that opened the office itself waits for the lines to take what it said.
const PATIENCE: Duration = Duration::from_secs(10);

impl Session {
    /// Reaches the office.
    pub(crate) fn open(home: &HomeArgs) -> Result<Self, Failure> {
        if let Ok(client) = Client::connect(&home.home) {
            return Ok(Self { way: Way::Socket(client), home: home.clone() });
        }
        let runtime = runtime()?;
        let runner = Box::new(unlock(&home.home, &home.passphrase, None)?);
        Ok(Self { way: Way::Own { runner, runtime }, home: home.clone() })
    }

    /// A part of what there is to see.
    pub(crate) fn look(&mut self, look: &Look) -> Result<View, Failure> {
        match self.ask(Request::Look(look.clone()))? {
            Reply::View(view) => Ok(*view),
            other => Err(unexpected(other)),
        }
    }

    /// Asks for something that changes nothing.
    pub(crate) fn ask(&mut self, request: Request) -> Result<Reply, Failure> {
        match &mut self.way {
            Way::Own { runner, .. } => Ok(runner.answer(request)?),
            Way::Socket(client) => Ok(client.ask(&request)?),
        }
    }

    /// Signs in as an officer other than the one who has the office open; what opened it here is that officer's own.
    pub(crate) fn sign_in(&mut self, officer: &str, opened_by: Option<&str>) -> Result<(), Failure> {
        if opened_by.is_none_or(|by| by == officer) {
            return Ok(());
        }
        if matches!(self.way, Way::Own { .. }) {
            return Err(Failure::given(format!("that is not {officer}'s passphrase: give it, or leave --officer out")));
        }
        let (access, challenge) = self.access(officer)?;
        let words = Challenge::words(&challenge.nonce, officer);
        let answer = access.officer_key().answer(&words).unwrap_or_default();
        match self.ask(Request::SignIn { officer: officer.to_owned(), answer })? {
            Reply::Done(_) => Ok(()),
            other => Err(unexpected(other)),
        }
    }

    /// What an officer's passphrase opens of an office that is open elsewhere. The passphrase stays in this process.
    fn access(&mut self, officer: &str) -> Result<(Access, Challenge), Failure> {
        let challenge = match self.ask(Request::Challenge)? {
            Reply::Challenge(challenge) => challenge,
            other => return Err(unexpected(other)),
        };
        let passphrase = self.home.passphrase.read_of(officer)?;
        let access = Access::of(&challenge.header, &passphrase, Params::standard());
        Ok((access.map_err(office::office::OfficeError::from)?, challenge))
    }

    /// Lets a passphrase open the vault from now on: in the place of its holder's earlier one, or as an officer's first.
    pub(crate) fn admit(&mut self, by: &str, holder: &str, passphrase: &str) -> Result<(), Failure> {
        let mut rng = machine_random();
        let admission = match &mut self.way {
            Way::Own { runner, .. } => runner.office().admission(holder, passphrase)?,
            Way::Socket(_) => {
                let (access, challenge) = self.access(by)?;
                let admission = access.admission(&challenge.header, holder, passphrase, &mut rng);
                admission.map_err(|error| Failure::refused(error.to_string()))?
            }
        };
        match self.ask(Request::Admit { officer: by.to_owned(), admission })? {
            Reply::Done(_) => Ok(()),
            other => Err(unexpected(other)),
        }
    }

    /// Does something, once: asked again under the same id if the office was closed before it answered.
    pub(crate) fn act(&mut self, officer: &str, act: Act) -> Result<Value, Failure> {
        let id = ActId(random());
        let client = match &mut self.way {
            Way::Own { runner, .. } => return Ok(runner.office().act(id, officer, act)?),
            Way::Socket(client) => client,
        };
        let request = Request::Act { id, officer: officer.to_owned(), act: Box::new(act) };
        let reply = match client.ask(&request) {
            Err(ControlError::Gone | ControlError::Nobody) => {
                *self = Self::open(&self.home)?;
                match &mut self.way {
                    Way::Socket(client) => client.ask(&request)?,
                    Way::Own { runner, .. } => {
                        let Request::Act { act, .. } = request else { return Err(ControlError::Strange.into()) };
                        return Ok(runner.office().act(id, officer, *act)?);
                    }
                }
            }
            other => other?,
        };
        match reply {
            Reply::Done(made) => Ok(made),
            other => Err(unexpected(other)),
        }
    }

    /// Civil time, as the office has it where it is open here.
    pub(crate) fn now(&mut self) -> i64 {
        match &mut self.way {
            Way::Own { runner, .. } => runner.office().civil().0,
            Way::Socket(_) => crate::time::now(),
        }
    }

    /// Ends the conversation; an office that was opened here first gives its lines a while to say and hear what there
    /// is. What was done is done whatever comes of that, so it is only said.
    pub(crate) fn finish(self) {
        let Way::Own { mut runner, runtime } = self.way else { return };
        match runtime.block_on(runner.work_until_settled(PATIENCE)) {
            Ok(true) => {}
            Ok(false) => print::say(
                "It is kept, and leaves when hub and peer can be reached: open the office, or come back later.",
            ),
            Err(error) => print::say_error(&format!("it is kept, but the lines stopped: {error}")),
        }
    }

    /// Hears what the lines have brought before anything is shown.
    pub(crate) fn listen(&mut self) -> Result<(), Failure> {
        if let Way::Own { runner, runtime } = &mut self.way {
            runtime.block_on(runner.work_until_settled(Duration::from_secs(3)))?;
        }
        Ok(())
    }
}

pub(crate) fn unexpected(reply: Reply) -> Failure {
    match reply {
        Reply::Refused(refused) => Failure::refused(refused.sentence),
        Reply::Failed(reason) => Failure::machine(reason),
        _ => Failure::machine("the office answered something else than was asked"),
    }
}

/// Sixteen random bytes.
pub(crate) fn random() -> [u8; 16] {
    let mut bytes = [0; 16];
    machine_random().fill_bytes(&mut bytes);
    bytes
}

/// For what only an office that is open has: an error where nobody has it open.
pub(crate) fn must_be_open(home: &HomeArgs) -> Result<(), Failure> {
    Client::connect(&home.home)?;
    Ok(())
}

/// The runtime of a command.
pub(crate) fn runtime() -> Result<Runtime, Failure> {
    Ok(tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build()?)
}

/// Opens the office in a home; for a rehearsal's, with the civil time at which it starts.
pub(crate) fn unlock(home: &Path, passphrase: &PassphraseArgs, civil: Option<i64>) -> Result<Runner, Failure> {
    let file = office::vault::file(home);
    if !file.exists() {
        return Err(Failure::from(office::office::OfficeError::from(office::vault::VaultError::Missing)));
    }
    let passphrase = passphrase.read()?;
    let rehearsal = civil.map(|civil| Arc::new(RehearsalClock::new(channel::Civil(civil))));
    let clock: Arc<dyn Clock> = match &rehearsal {
        Some(clock) => Arc::clone(clock) as Arc<dyn Clock>,
        None => Arc::new(MachineClock::new()),
    };
    let store =
        SqliteStore::open(&file).map_err(office::vault::VaultError::from).map_err(office::office::OfficeError::from)?;
    let office = Office::open(store, &passphrase, Arc::clone(&clock), Box::new(machine_random()))?;
    if rehearsal.is_some() && !office.is_rehearsal() {
        return Err(Failure::given("this office was not made for rehearsals; its clock is the machine's"));
    }
    Ok(Runner::new(office, clock, rehearsal)?)
}

/// A home that is being made: dropped before it is whole, it leaves nothing behind, so that it can be tried again.
pub(crate) struct NewHome<'h> {
    home: &'h Path,
    made_folder: bool,
    whole: bool,
}

impl<'h> NewHome<'h> {
    /// Makes a folder for its owner alone, and an empty store in it.
    pub(crate) fn make(home: &'h Path) -> Result<(Self, SqliteStore), Failure> {
        let file = office::vault::file(home);
        if file.exists() {
            return Err(Failure::from(office::office::OfficeError::from(office::vault::VaultError::Exists)));
        }
        let made_folder = !home.exists();
        std::fs::DirBuilder::new()
            .recursive(true)
            .mode(0o700)
            .create(home)
            .map_err(|error| Failure::machine(format!("the home cannot be made: {error}")))?;
        let new = Self { home, made_folder, whole: false };
        let store = SqliteStore::create(&file).map_err(office::vault::VaultError::from);
        Ok((new, store.map_err(office::office::OfficeError::from)?))
    }

    /// It stays.
    pub(crate) fn keep(mut self) {
        self.whole = true;
    }
}

impl Drop for NewHome<'_> {
    fn drop(&mut self) {
        if self.whole {
            return;
        }
        for suffix in ["", "-wal", "-shm"] {
            let mut name = office::vault::file(self.home).into_os_string();
            name.push(suffix);
            let _ = std::fs::remove_file(PathBuf::from(name));
        }
        if self.made_folder {
            let _ = std::fs::remove_dir(self.home);
        }
    }
}
