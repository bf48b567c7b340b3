//! The control socket in a home: how a second terminal, a page or a rehearsal uses an office that is open already.
//!
//! One JSON object a line, one answer a line. The socket lies in a home that only its owner may enter, and is itself
//! for its owner alone; who can open it can do what the officer at the keyboard can.

use std::io::{BufRead, BufReader, Write};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};

use channel::{ActId, PartyId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use tokio::sync::{mpsc, oneshot};

use crate::act::Act;
use crate::drafts::{DraftAct, DraftView};
use crate::faults::Fault;
use crate::office::{Machine, Office, OfficeError, Pulse};
use crate::officers::Challenge;
use crate::refused::{OwnRefusal, Refused};
use crate::store::Store;
use crate::vault::Admission;
use crate::view::{CheckView, Look, RecordView, View, WarningView};

/// The longest line either way.
pub const LINE_LIMIT: usize = 64 << 20;

/// What is asked of an open office.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Request {
    /// Do something, once.
    Act {
        /// The command's id: the same id takes effect once.
        id: ActId,
        /// Who acts.
        officer: String,
        /// What.
        act: Box<Act>,
    },
    /// Show everything.
    View,
    /// Show a part of it.
    Look(Look),
    /// Ask for a challenge, to sign in as an officer other than the one who opened the office.
    Challenge,
    /// Sign in, for this conversation, with the answer to its last challenge.
    SignIn {
        /// Who.
        officer: String,
        /// The answer.
        answer: String,
    },
    /// Let a passphrase open the vault from now on.
    Admit {
        /// Who acts.
        officer: String,
        /// What lets it.
        admission: Admission,
    },
    /// Show the latest acts of the record before an entry of the journal.
    Record {
        /// Before this entry; the latest if none is named.
        before: Option<u64>,
        /// How many at most.
        most: u32,
    },
    /// Hold a text against what may not be spoken of, and change nothing.
    Check {
        /// The text.
        text: String,
        /// At the desk: whom it concerns.
        concerns: Vec<PartyId>,
    },
    /// Say what an act would be warned of, or why it would be refused, and do nothing.
    Weigh {
        /// The command's id.
        id: ActId,
        /// Who would act.
        officer: String,
        /// What would be done.
        act: Box<Act>,
    },
    /// Make a new one-time address of the office's pages.
    Address {
        /// In whose name a browser that opens it acts; in nobody's at a party's office.
        officer: String,
    },
    /// Keep, show or throw away what was typed into a form and not sent.
    Draft {
        /// Whose draft.
        officer: String,
        /// What is asked about it.
        asked: DraftAct,
    },
    /// How far the lines are.
    Pulse,
    /// Try the hub again at once.
    Nudge,
    /// Lock the vault and end.
    Close,
    /// Rehearsals only: put the civil clock, in seconds.
    SetClock(i64),
    /// Rehearsals only: something goes wrong.
    Fault(Fault),
    /// Rehearsals only: all that the office holds in the clear.
    Holds,
    /// Rehearsals only: at a desk, by which names its parties' offices know what it has.
    Names,
}

/// What an open office answers.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reply {
    /// It was done; what it made, if anything.
    Done(Value),
    /// It was not, and nothing changed.
    Refused(Refused),
    /// What there is to see.
    View(Box<View>),
    /// A challenge.
    Challenge(Challenge),
    /// The latest acts.
    Record(Vec<RecordView>),
    /// What was found in a text.
    Checked(CheckView),
    /// What an act would be warned of.
    Weighed(Vec<WarningView>),
    /// An address for one browser and once.
    Address(String),
    /// What is kept of a form, if anything.
    Draft(Option<DraftView>),
    /// How far the lines are.
    Pulse(Pulse),
    /// Everything in the clear.
    Holds(Vec<String>),
    /// The desk's name of each thing, by the name that an office has for it.
    Names(std::collections::BTreeMap<String, String>),
    /// The office itself failed.
    Failed(String),
}

/// Why nothing came back.
#[derive(Debug, thiserror::Error)]
pub enum ControlError {
    /// Nobody has the office open.
    #[error("nobody has this office open")]
    Nobody,
    /// It was ended meanwhile.
    #[error("the office was closed before it answered; ask again, a command takes effect once")]
    Gone,
    /// It answered with something else.
    #[error("the office answered in a way that this version does not understand")]
    Strange,
}

/// The socket's place in a home. A path too long for a socket's address is reached by way of its open folder.
pub fn socket_in(home: &Path) -> std::io::Result<(PathBuf, Option<std::fs::File>)> {
    use std::os::fd::AsRawFd;
    use std::os::unix::ffi::OsStrExt;
    let plain = home.join("control.sock");
    if plain.as_os_str().as_bytes().len() < 100 {
        return Ok((plain, None));
    }
    let folder = std::fs::File::open(home)?;
    Ok((PathBuf::from(format!("/proc/self/fd/{}/control.sock", folder.as_raw_fd())), Some(folder)))
}

/// A request, who asks it, and where the answer is awaited.
pub struct Asked {
    /// What is asked.
    pub request: Request,
    /// By whom.
    pub caller: Caller,
    /// Where the answer goes; nobody may wait for it any more.
    pub reply: oneshot::Sender<Reply>,
}

/// Who asks: by itself, whoever opened the office.
#[derive(Clone, Default)]
pub struct Caller {
    /// The challenge that was put last, until it is answered.
    nonce: Option<[u8; 32]>,
    /// The officer who answered one.
    officer: Option<String>,
}

impl Caller {
    /// Takes in what came of a request. A challenge is good for one answer.
    pub(crate) fn take(&mut self, signs_in: Option<String>, reply: &Reply) {
        match (signs_in, reply) {
            (Some(officer), Reply::Done(_)) => *self = Self { nonce: None, officer: Some(officer) },
            (Some(_), _) => self.nonce = None,
            (None, Reply::Challenge(challenge)) => self.nonce = Some(challenge.nonce),
            (None, _) => {}
        }
    }
}

/// How many requests wait for an office before whoever asks more has to wait too.
const ASKED_AT_ONCE: usize = 16;

/// Asks an open office from within its own process, what its socket asks and by the same way: what the pages do is what
/// a command does.
#[derive(Clone)]
pub struct Clerk(mpsc::Sender<Asked>);

impl Clerk {
    /// A clerk, and what it is asked, for whoever drives the office.
    pub fn new() -> (Self, mpsc::Receiver<Asked>) {
        let (asked, requests) = mpsc::channel(ASKED_AT_ONCE);
        (Self(asked), requests)
    }

    /// Asks as whoever opened the office, and waits for the answer.
    ///
    /// # Errors
    /// [`ControlError::Gone`] if the office was closed before it answered: an act may be asked again under its id.
    pub async fn ask(&self, request: Request) -> Result<Reply, ControlError> {
        self.ask_of(Caller::default(), request).await
    }

    /// Asks in the name of an officer who has shown who it is: a browser's session begins with an address that was given for
    /// its officer. Nobody's name at a party's office.
    ///
    /// # Errors
    /// As [`Clerk::ask`].
    pub async fn ask_for(&self, officer: &str, request: Request) -> Result<Reply, ControlError> {
        let officer = Some(officer.to_owned()).filter(|officer| !officer.is_empty());
        self.ask_of(Caller { officer, nonce: None }, request).await
    }

    /// Asks as a caller of a conversation.
    pub(crate) async fn ask_of(&self, caller: Caller, request: Request) -> Result<Reply, ControlError> {
        let (reply, answered) = oneshot::channel();
        self.0.send(Asked { request, caller, reply }).await.map_err(|_| ControlError::Gone)?;
        answered.await.map_err(|_| ControlError::Gone)
    }
}

impl<S: Store> Office<S> {
    /// Why this caller may not act in an officer's name, if it may not. A rehearsal plays all its officers.
    pub(crate) fn not_signed_in(&self, officer: &str, caller: &Caller) -> Option<Reply> {
        let shown = caller.officer.as_deref() == Some(officer) || self.opened_by() == officer;
        let must = matches!(self.machine(), Machine::Desk(_)) && !self.is_rehearsal();
        (must && !shown).then(|| {
            let sentence = format!(
                "\"{officer}\" has not signed in here: give that officer's passphrase with --officer, or act as \"{}\"",
                self.opened_by()
            );
            Reply::Refused(OwnRefusal::NotSignedIn.of(officer, sentence))
        })
    }

    /// Why an officer is told nothing at all: he is none here any more. A caller who named nobody is no officer: what a
    /// terminal is shown without signing in, it is shown as whoever has the machine.
    pub(crate) fn was_dismissed(&self, officer: &str) -> Option<Reply> {
        let Machine::Desk(state) = self.machine() else { return None };
        let is = |set_up: &channel::desk::SetUp| set_up.officers.iter().any(|one| one == officer);
        let dismissed = state.set_up.as_ref().is_some_and(|set_up| !is(set_up));
        let sentence = || format!("\"{officer}\" is no officer of this desk any more");
        dismissed.then(|| Reply::Refused(OwnRefusal::Dismissed.of(officer, sentence())))
    }

    /// Answers what any office answers, whatever drives it. The rest is the driver's: ending, a rehearsal's clock, its
    /// faults.
    pub fn reply(&mut self, request: Request, caller: &Caller) -> Result<Reply, OfficeError> {
        if let Some(refused) = caller.officer.as_deref().and_then(|officer| self.was_dismissed(officer)) {
            return Ok(refused);
        }
        if let Request::Act { officer, .. } | Request::Admit { officer, .. } | Request::Draft { officer, .. } = &request
            && let Some(refused) = self.not_signed_in(officer, caller)
        {
            return Ok(refused);
        }
        let reply = match request {
            Request::Act { id, officer, act } => replied(self.act(id, &officer, *act)),
            Request::Challenge => match self.challenge() {
                Ok(challenge) => Reply::Challenge(challenge),
                Err(error) => Reply::Failed(error.to_string()),
            },
            Request::SignIn { officer, answer } => {
                let nonce = caller.nonce.as_ref();
                match nonce.map(|nonce| self.is_answered(&officer, nonce, &answer)) {
                    Some(Ok(true)) => Reply::Done(Value::Null),
                    Some(Err(error)) => Reply::Failed(error.to_string()),
                    _ => {
                        let sentence =
                            format!("\"{officer}\" did not sign in: the passphrase is not that officer's, try again");
                        Reply::Refused(OwnRefusal::DidNotSignIn.of(&officer, sentence))
                    }
                }
            }
            Request::Admit { officer, admission } => replied(self.admit(&officer, &admission).map(|()| Value::Null)),
            Request::View => Reply::View(Box::new(self.view())),
            Request::Look(look) => Reply::View(Box::new(self.look(&look))),
            Request::Record { before, most } => match self.record(before, most) {
                Ok(record) => Reply::Record(record),
                Err(error) => Reply::Failed(error.to_string()),
            },
            Request::Draft { officer, asked } => match self.draft(&officer, asked) {
                Ok(kept) => Reply::Draft(kept),
                Err(OfficeError::Refused(reason)) => Reply::Refused(reason),
                Err(error) => Reply::Failed(error.to_string()),
            },
            Request::Check { text, concerns } => Reply::Checked(self.check(&text, &concerns)),
            Request::Weigh { id, officer, act } => match self.weigh(id, &officer, *act) {
                Ok(warnings) => Reply::Weighed(warnings),
                Err(OfficeError::Refused(reason)) => Reply::Refused(reason),
                Err(error) => Reply::Failed(error.to_string()),
            },
            Request::Pulse => Reply::Pulse(self.pulse()),
            Request::Nudge => {
                self.nudge();
                Reply::Done(Value::Null)
            }
            Request::Close => Reply::Done(Value::Null),
            Request::Address { .. } => no_pages(),
            Request::Holds if self.is_rehearsal() => Reply::Holds(self.holds()?),
            Request::Names if self.is_rehearsal() => Reply::Names(self.names_at_seats()),
            Request::SetClock(_) | Request::Fault(_) | Request::Holds | Request::Names => not_a_rehearsal(),
        };
        // What was answered may lack something that could not be had.
        self.is_whole()?;
        Ok(reply)
    }
}

fn replied(done: Result<Value, OfficeError>) -> Reply {
    match done {
        Ok(made) => Reply::Done(made),
        Err(OfficeError::Refused(reason)) => Reply::Refused(reason),
        Err(error) => Reply::Failed(error.to_string()),
    }
}

pub(crate) fn not_a_rehearsal() -> Reply {
    Reply::Refused(OwnRefusal::NotARehearsal.into())
}

pub(crate) fn no_pages() -> Reply {
    Reply::Refused(OwnRefusal::NoPages.into())
}

/// One end of a conversation with an open office.
pub struct Client {
    stream: BufReader<UnixStream>,
}

impl Client {
    /// Reaches the office in `home`, if anybody has it open.
    pub fn connect(home: &Path) -> Result<Self, ControlError> {
        let (path, _folder) = socket_in(home).map_err(|_| ControlError::Nobody)?;
        let stream = UnixStream::connect(path).map_err(|_| ControlError::Nobody)?;
        Ok(Self { stream: BufReader::new(stream) })
    }

    /// Asks, and waits for the answer.
    pub fn ask(&mut self, request: &Request) -> Result<Reply, ControlError> {
        let mut line = serde_json::to_vec(request).map_err(|_| ControlError::Strange)?;
        line.push(b'\n');
        self.stream.get_mut().write_all(&line).map_err(|_| ControlError::Gone)?;
        let mut answer = Vec::new();
        let mut limited = std::io::Read::take(&mut self.stream, LINE_LIMIT as u64);
        limited.read_until(b'\n', &mut answer).map_err(|_| ControlError::Gone)?;
        if answer.last() != Some(&b'\n') {
            return Err(ControlError::Gone);
        }
        serde_json::from_slice(&answer).map_err(|_| ControlError::Strange)
    }
}
