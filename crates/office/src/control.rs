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

use crate::act::Act;
use crate::faults::Fault;
use crate::office::Pulse;
use crate::officers::Challenge;
use crate::vault::Admission;
use crate::view::{CheckView, Look, RecordView, View};

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
    Refused(String),
    /// What there is to see.
    View(Box<View>),
    /// A challenge.
    Challenge(Challenge),
    /// The latest acts.
    Record(Vec<RecordView>),
    /// What was found in a text.
    Checked(CheckView),
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
