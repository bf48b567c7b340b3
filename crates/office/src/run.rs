//! A real office at work: the loop that joins the control socket, the hub's client, the timers and the office.

use std::collections::{BTreeMap, BTreeSet};
use std::future::Future;
use std::os::unix::fs::FileTypeExt;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;

use channel::{Outstanding, Precedence};
use serde_json::Value;
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::sync::mpsc;
use tokio::task::AbortHandle;

use crate::clock::{Clock, RehearsalClock};
use crate::control::{Asked, Caller, Clerk, LINE_LIMIT, Reply, Request, no_pages, not_a_rehearsal, socket_in};
use crate::faults::{Fault, Point};
use crate::office::{Office, OfficeError, TO_DESK};
use crate::refused::OwnRefusal;
use crate::store::SqliteStore;
use crate::transport::{Answer, Call, CallId, HubClient, Outbound, TransportError};

/// Why an office stopped working.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    /// The office itself.
    #[error(transparent)]
    Office(#[from] OfficeError),
    /// The control socket.
    #[error("the control socket could not be made in the home: {0}")]
    Socket(std::io::Error),
    /// The hub's client.
    #[error(transparent)]
    Transport(#[from] TransportError),
}

/// What drives an open office on a real machine.
pub struct Runner {
    office: Office<SqliteStore>,
    clock: Arc<dyn Clock>,
    rehearsal: Option<Arc<RehearsalClock>>,
    client: Option<Arc<HubClient>>,
    answers: (mpsc::UnboundedSender<Came>, mpsc::UnboundedReceiver<Came>),
    asked: (Clerk, mpsc::Receiver<Asked>),
    under_way: BTreeMap<CallId, AbortHandle>,
    alarm: Option<Alarm>,
    addresses: Option<Addresses>,
}

/// What gives an address of the office's pages, for the officer in whose name it is used.
type Addresses = Box<dyn Fn(&str) -> String + Send>;

/// Who is told when something more urgent than routine has come to wait for this office, and what it was told of.
struct Alarm {
    rings: Box<dyn FnMut(Precedence) + Send>,
    journal: u64,
    known: BTreeSet<Outstanding>,
}

struct Came {
    line: u32,
    id: CallId,
    answer: Answer,
}

impl Runner {
    /// An office with its clock; for a rehearsal also the clock that may be set.
    pub fn new(
        office: Office<SqliteStore>,
        clock: Arc<dyn Clock>,
        rehearsal: Option<Arc<RehearsalClock>>,
    ) -> Result<Self, RunError> {
        let client = office.hub().map(HubClient::new).transpose()?.map(Arc::new);
        let (answers, under_way) = (mpsc::unbounded_channel(), BTreeMap::new());
        let (asked, alarm, addresses) = (Clerk::new(), None, None);
        Ok(Self { office, clock, rehearsal, client, answers, asked, under_way, alarm, addresses })
    }

    /// The office's clock.
    pub fn clock(&self) -> Arc<dyn Clock> {
        Arc::clone(&self.clock)
    }

    /// Whoever asks the office from within this process, while it works, as who opened it.
    pub fn clerk(&self) -> Clerk {
        self.asked.0.clone()
    }

    /// Has this called whenever something more urgent than routine comes to wait for this office, once for each, with how
    /// urgent it is and nothing else; at once for what waits already.
    pub fn on_alarm(&mut self, rings: Box<dyn FnMut(Precedence) + Send>) {
        self.alarm = Some(Alarm { rings, journal: 0, known: BTreeSet::new() });
        self.ring();
    }

    /// Has this give the one-time addresses of the office's pages, each for the officer in whose name it is used.
    pub fn on_address(&mut self, gives: Box<dyn Fn(&str) -> String + Send>) {
        self.addresses = Some(gives);
    }

    fn ring(&mut self) {
        let Some(alarm) = &mut self.alarm else { return };
        let journal = self.office.journaled();
        if journal == alarm.journal {
            return;
        }
        alarm.journal = journal;
        let urgent = self.office.urgent();
        if let Some(most) = urgent.difference(&alarm.known).map(|one| one.precedence).max() {
            (alarm.rings)(most);
        }
        alarm.known = urgent;
    }

    /// Answers a request of whoever has the passphrase that opened the office here.
    pub fn answer(&mut self, request: Request) -> Result<Reply, RunError> {
        self.reply(request, &Caller::default())
    }

    /// The office.
    pub fn office(&mut self) -> &mut Office<SqliteStore> {
        &mut self.office
    }

    /// Works until `stop`, serving the control socket.
    pub async fn serve(&mut self, socket: ControlSocket, stop: impl Future<Output = ()>) -> Result<(), RunError> {
        let ControlSocket { listener, home } = socket;
        let accepting = tokio::spawn(accept(listener, self.clerk()));
        let result = self.work(stop).await;
        accepting.abort();
        // Whoever still waits for an answer learns that there will be none.
        self.asked.1.close();
        while self.asked.1.try_recv().is_ok() {}
        let _ = std::fs::remove_file(home.join("control.sock"));
        result
    }

    /// Works until `stop` or until every line has said and heard all there is, without a socket.
    pub async fn work_until_settled(&mut self, limit: Duration) -> Result<bool, RunError> {
        let end = tokio::time::Instant::now() + limit;
        loop {
            let pulse = self.office.pulse();
            // A party's own line counts from the first; the desk does not wait for those who have not come.
            let settled = pulse
                .lines
                .iter()
                .filter(|(number, line)| **number == TO_DESK || line.joined)
                .all(|(_, line)| line.established && line.to_send == line.acknowledged);
            if settled || tokio::time::Instant::now() >= end {
                // What was just learnt is also told: erasures and acknowledgements get a moment to leave.
                let _ = self.work(tokio::time::sleep(Duration::from_millis(150))).await;
                return Ok(settled);
            }
            self.work(tokio::time::sleep(Duration::from_millis(40))).await?;
        }
    }

    async fn work(&mut self, stop: impl Future<Output = ()>) -> Result<(), RunError> {
        tokio::pin!(stop);
        loop {
            for outbound in self.office.calls()? {
                self.begin(outbound);
            }
            self.ring();
            let sleep = self.sleep();
            tokio::select! {
                () = &mut stop => return Ok(()),
                Some(came) = self.answers.1.recv() => {
                    self.under_way.remove(&came.id);
                    self.office.answer(came.line, came.id, came.answer)?;
                    // What came in the same moment is taken together.
                    while let Ok(came) = self.answers.1.try_recv() {
                        self.under_way.remove(&came.id);
                        self.office.answer(came.line, came.id, came.answer)?;
                    }
                }
                Some(Asked { request, caller, reply }) = self.asked.1.recv() => {
                    if matches!(request, Request::Close) {
                        let _ = reply.send(Reply::Done(Value::Null));
                        return Ok(());
                    }
                    let _ = reply.send(self.reply(request, &caller)?);
                }
                () = sleep => self.office.timeout()?,
            }
        }
    }

    fn sleep(&self) -> impl Future<Output = ()> + use<> {
        let now = self.clock.tick();
        let line = self.office.next_timeout().map_or(60_000, |at| at.0.saturating_sub(now.0));
        let until_due = self.office.due().map_or(60, |due| due.0.saturating_sub(self.office.civil().0).clamp(1, 60));
        let wait = line.min(u64::try_from(until_due).unwrap_or(60) * 1000).clamp(1, 60_000);
        tokio::time::sleep(Duration::from_millis(wait))
    }

    fn begin(&mut self, outbound: Outbound) {
        let Outbound { id, line, instead_of, call } = outbound;
        if let Some(handle) = instead_of.and_then(|old| self.under_way.remove(&old)) {
            handle.abort();
        }
        match (self.office.armed.crash, &call) {
            (Some(Point::Send), Call::Put { .. }) | (Some(Point::Erase), Call::Erase { .. }) => kill_this_process(),
            _ => {}
        }
        let Some(client) = self.client.clone() else { return };
        let answers = self.answers.0.clone();
        let task = tokio::spawn(async move {
            let answer = client.call(call).await.unwrap_or_else(|error| match error {
                TransportError::WrongHub => Answer::WrongHub,
                TransportError::Unreachable | TransportError::Strange => Answer::Unreachable,
            });
            let _ = answers.send(Came { line, id, answer });
        });
        self.under_way.insert(id, task.abort_handle());
    }

    fn reply(&mut self, request: Request, caller: &Caller) -> Result<Reply, RunError> {
        Ok(match request {
            Request::SetClock(civil) => match &self.rehearsal {
                Some(clock) if self.office.is_rehearsal() => {
                    clock.set(channel::Civil(civil));
                    Reply::Done(Value::Null)
                }
                _ => not_a_rehearsal(),
            },
            Request::Fault(fault) if self.office.is_rehearsal() => {
                self.arm(fault);
                Reply::Done(Value::Null)
            }
            Request::Address { officer } => match &self.addresses {
                None => no_pages(),
                Some(gives) => {
                    let refused = self.office.was_dismissed(&officer);
                    let refused = refused.or_else(|| self.office.not_signed_in(&officer, caller));
                    refused.unwrap_or_else(|| Reply::Address(gives(&officer)))
                }
            },
            other => self.office.reply(other, caller)?,
        })
    }

    fn arm(&mut self, fault: Fault) {
        self.office.armed.arm(fault);
        if fault == Fault::Crash(Point::Commit) {
            self.office.store_mut().before_commit(Box::new(kill_this_process));
        }
    }
}

/// The crash of a rehearsal: nothing is flushed, nothing is said.
fn kill_this_process() {
    let _ = rustix::process::kill_process(rustix::process::getpid(), rustix::process::Signal::KILL);
    std::process::abort();
}

/// The socket in a home, ready to be asked.
pub struct ControlSocket {
    listener: UnixListener,
    home: PathBuf,
}

impl ControlSocket {
    /// Binds it, for its owner alone. Whoever binds holds the vault, so a socket that is there already belongs to nobody
    /// any more. To be called within a runtime.
    pub fn bind(home: &Path) -> Result<Self, RunError> {
        let bind = || {
            let (path, _folder) = socket_in(home)?;
            if std::fs::symlink_metadata(&path).is_ok_and(|there| there.file_type().is_socket()) {
                std::fs::remove_file(&path)?;
            }
            let before = rustix::process::umask(rustix::fs::Mode::from_raw_mode(0o177));
            let listener = UnixListener::bind(&path);
            rustix::process::umask(before);
            listener
        };
        Ok(Self { listener: bind().map_err(RunError::Socket)?, home: home.to_owned() })
    }
}

async fn accept(listener: UnixListener, clerk: Clerk) {
    while let Ok((stream, _)) = listener.accept().await {
        tokio::spawn(converse(stream, clerk.clone()));
    }
}

async fn converse(stream: UnixStream, clerk: Clerk) {
    let (read, mut write) = stream.into_split();
    let mut read = BufReader::new(read);
    let mut caller = Caller::default();
    loop {
        let mut line = Vec::new();
        let mut limited = (&mut read).take(LINE_LIMIT as u64);
        match limited.read_until(b'\n', &mut line).await {
            Ok(0) | Err(_) => return,
            Ok(_) if line.last() != Some(&b'\n') => return,
            Ok(_) => {}
        }
        let reply = match serde_json::from_slice::<Request>(&line) {
            Err(_) => Reply::Refused(OwnRefusal::NotUnderstood.into()),
            Ok(request) => {
                let officer = match &request {
                    Request::SignIn { officer, .. } => Some(officer.clone()),
                    _ => None,
                };
                let Ok(reply) = clerk.ask_of(caller.clone(), request).await else { return };
                caller.take(officer, &reply);
                reply
            }
        };
        let Ok(mut bytes) = serde_json::to_vec(&reply) else { return };
        bytes.push(b'\n');
        if write.write_all(&bytes).await.is_err() {
            return;
        }
    }
}
