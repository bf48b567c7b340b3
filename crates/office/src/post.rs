//! One line of an office at work: which letters wait, which calls to the hub are under way, what to ask for next.
//!
//! It decides nothing about letters; it moves them between the vault and the line, and the line's cells between the
//! line and the hub.

use std::collections::{BTreeMap, VecDeque};

use line::Line;
use line::Tick;
use minicbor::{Decode, Encode};
use rand_core::CryptoRng;
use wire::{Address, KEYS_PER_REQUEST, TakeKey};

use crate::quarantine::Quarantined;
use crate::transport::{Call, CallId};
use crate::view::Known;

/// What is wrong with a hub, or with what answers in its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// It is another one.
    WrongHub,
    /// It admits no deposit.
    PassRefused,
    /// It is full.
    HubFull,
}

impl Trouble {
    /// What should be known.
    pub(crate) const fn known(self) -> Known {
        match self {
            Self::WrongHub => Known::WrongHub,
            Self::PassRefused => Known::PassRefused,
            Self::HubFull => Known::HubFull,
        }
    }

    /// The same in a sentence, with what to do.
    pub(crate) const fn sentence(self) -> &'static str {
        match self {
            Self::WrongHub => {
                "what answers in the hub's place is not the hub that the invitation named: do not go on over this network"
            }
            Self::PassRefused => "the hub does not admit this office's deposits: ask the desk for a new invitation",
            Self::HubFull => "the hub has no room for deposits: its operator has to make some; what waits is sent then",
        }
    }
}

/// What the vault keeps of a line beside its letters.
#[derive(Encode, Decode)]
pub(crate) struct LineRow {
    #[n(0)]
    pub(crate) version: u8,
    #[cbor(n(1), with = "minicbor::bytes")]
    pub(crate) kept: Vec<u8>,
    #[n(2)]
    pub(crate) invited_until: Option<i64>,
    #[n(3)]
    pub(crate) joined: bool,
}

/// A letter as the vault keeps it.
#[derive(Encode, Decode)]
pub(crate) struct LetterRow {
    #[n(0)]
    pub(crate) version: u8,
    #[cbor(n(1), with = "minicbor::bytes")]
    pub(crate) item: Option<[u8; 16]>,
    /// Sealed under the item's key if there is an item.
    #[cbor(n(2), with = "minicbor::bytes")]
    pub(crate) body: Vec<u8>,
    /// The conveyance that it is, which is held until it is called.
    #[cbor(n(3), with = "minicbor::bytes")]
    pub(crate) held: Option<[u8; 16]>,
    #[n(4)]
    pub(crate) called: bool,
}

/// What a letter's bytes on the line begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wrapping {
    /// A letter of the channel.
    Letter,
    /// A letter that the *addressee* had sent before it was put back to an older state.
    Echo,
    /// A letter whose words were erased since; it only keeps the count.
    Erased,
    /// The sender was put back to an older state and asks to be shown what it had said since: the numbers of its last
    /// letter known to itself and of its last letter known to the addressee.
    EchoAsked,
}

impl Wrapping {
    /// The wrapped letter.
    pub(crate) fn wrap(self, letter: &[u8]) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(letter.len() + 1);
        bytes.push(self as u8);
        bytes.extend_from_slice(letter);
        bytes
    }

    /// What it is, and the letter inside.
    pub(crate) fn unwrap(bytes: &[u8]) -> Option<(Self, &[u8])> {
        let (first, rest) = bytes.split_first()?;
        let wrapping = match first {
            0 => Self::Letter,
            1 => Self::Echo,
            2 => Self::Erased,
            3 => Self::EchoAsked,
            _ => return None,
        };
        Some((wrapping, rest))
    }
}

/// The key of a letter's row.
pub(crate) fn letter_key(line: u32, seq: u64) -> Vec<u8> {
    let mut key = line.to_be_bytes().to_vec();
    key.extend_from_slice(&seq.to_be_bytes());
    key
}

/// The line and number in a letter's row key.
pub(crate) fn letter_of(key: &[u8]) -> Option<(u32, u64)> {
    let (line, seq) = key.split_first_chunk::<4>()?;
    Some((u32::from_be_bytes(*line), u64::from_be_bytes(seq.try_into().ok()?)))
}

/// What the driver knows about the way to the hub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reach {
    Unknown,
    Reached,
    Lost { since: Tick, wait: u64 },
}

/// A call under way for a line.
pub(crate) enum UnderWay {
    Put(Address),
    Collect { addresses: Vec<Address>, waits: bool },
    Erase(Vec<TakeKey>),
}

/// A line at work.
pub(crate) struct Post {
    pub(crate) line: Line,
    /// The number that the next new letter gets.
    pub(crate) next_seq: u64,
    pub(crate) acknowledged: u64,
    /// Held and not called, by conveyance.
    pub(crate) held: BTreeMap<[u8; 16], u64>,
    pub(crate) invited_until: Option<i64>,
    pub(crate) joined: bool,
    pub(crate) calls: BTreeMap<CallId, UnderWay>,
    pub(crate) to_erase: VecDeque<TakeKey>,
    pub(crate) reach: Reach,
    /// What is wrong with the hub, as its last answer told.
    pub(crate) trouble: Option<Trouble>,
    pub(crate) quarantined: Quarantined,
    /// Which echoes were given while this process runs: each once.
    pub(crate) echoed: std::collections::BTreeSet<(u64, u64)>,
    /// What the line keeps changed and is not on the disk yet.
    pub(crate) dirty: bool,
    turn: usize,
    sweep: bool,
}

const PUTS_AT_ONCE: usize = 4;
const ERASE_BACKLOG: usize = 4096;
const WAIT_SECONDS: u8 = 25;
const BACK_OFF_FIRST: u64 = 250;
const BACK_OFF_MOST: u64 = 15_000;
/// Cells asked for in every collection; the rest of a request goes round the others.
const ALWAYS: usize = KEYS_PER_REQUEST;

impl Post {
    pub(crate) fn new(line: Line, row: Option<&LineRow>, last: u64) -> Self {
        let acknowledged = line.status().acknowledged;
        Self {
            line,
            next_seq: last + 1,
            acknowledged,
            held: BTreeMap::new(),
            invited_until: row.and_then(|row| row.invited_until),
            joined: row.is_some_and(|row| row.joined),
            calls: BTreeMap::new(),
            to_erase: VecDeque::new(),
            reach: Reach::Unknown,
            trouble: None,
            quarantined: Quarantined::default(),
            echoed: std::collections::BTreeSet::new(),
            dirty: false,
            turn: 0,
            sweep: false,
        }
    }

    /// Whether an invitation for this line was not taken up in time: then nothing is asked or said on it any more.
    pub(crate) fn lapsed(&self, civil: i64) -> bool {
        !self.joined && self.invited_until.is_some_and(|until| civil > until)
    }

    /// When the hub may be tried again, if it was lost.
    pub(crate) fn retry_at(&self) -> Option<Tick> {
        match self.reach {
            Reach::Lost { since, wait } => Some(Tick(since.0.saturating_add(wait))),
            _ => None,
        }
    }

    /// When something is to be done on this line if nothing happens on it.
    pub(crate) fn wakes(&self) -> Option<Tick> {
        self.line.next_timeout().into_iter().chain(self.retry_at()).min()
    }

    /// Forgets that the hub was lost, so that it is tried at once.
    pub(crate) fn nudge(&mut self) {
        if matches!(self.reach, Reach::Lost { .. }) {
            self.reach = Reach::Unknown;
        }
    }

    /// Notes that a call did or did not reach the hub.
    pub(crate) fn reached(&mut self, reached: bool, now: Tick) {
        self.reach = match (reached, self.reach) {
            (true, _) => Reach::Reached,
            (false, Reach::Lost { since, wait }) if now.0 < since.0.saturating_add(wait) => Reach::Lost { since, wait },
            (false, Reach::Lost { wait, .. }) => Reach::Lost { since: now, wait: (wait * 2).min(BACK_OFF_MOST) },
            (false, _) => Reach::Lost { since: now, wait: BACK_OFF_FIRST },
        };
    }

    /// What this line wants of the hub now, and the calls whose answers it no longer wants.
    pub(crate) fn calls(&mut self, now: Tick, rng: &mut dyn CryptoRng) -> Vec<(Call, UnderWay, Option<CallId>)> {
        let mut calls = Vec::new();
        if self.retry_at().is_some_and(|at| now < at) {
            return calls;
        }
        let mut puts = self.calls.values().filter(|call| matches!(call, UnderWay::Put(_))).count();
        while puts < PUTS_AT_ONCE {
            let Some((address, cell)) = self.line.poll_put(now, rng) else { break };
            calls.push((Call::Put { address, cell }, UnderWay::Put(address), None));
            puts += 1;
        }
        self.to_erase.extend(self.line.poll_erase());
        while self.to_erase.len() > ERASE_BACKLOG {
            self.to_erase.pop_front(); // it expires at the hub by itself
        }
        if !self.to_erase.is_empty() && !self.calls.values().any(|call| matches!(call, UnderWay::Erase(_))) {
            let count = self.to_erase.len().min(KEYS_PER_REQUEST);
            let keys: Vec<TakeKey> = self.to_erase.drain(..count).collect();
            let again = keys.iter().map(TakeKey::duplicate).collect();
            calls.push((Call::Erase { keys }, UnderWay::Erase(again), None));
        }
        calls.extend(self.collection());
        calls
    }

    fn collection(&mut self) -> Option<(Call, UnderWay, Option<CallId>)> {
        let watched = self.line.watch();
        if watched.is_empty() {
            return None;
        }
        let current = self.calls.iter().find_map(|(id, call)| match call {
            UnderWay::Collect { addresses, waits } => Some((*id, addresses, *waits)),
            _ => None,
        });
        let first: Vec<Address> = watched.iter().take(ALWAYS).map(TakeKey::address).collect();
        let instead_of = match current {
            None => None,
            // Under way already, and back at once or for what matters most: let it be.
            Some((_, addresses, waits)) if !waits || first.iter().all(|address| addresses.contains(address)) => {
                return None;
            }
            Some((id, ..)) => Some(id),
        };
        // After a wait that brought nothing, one turn through what lies further ahead, in case the hub lost cells.
        let tail = watched.len().saturating_sub(ALWAYS);
        let sweep = std::mem::take(&mut self.sweep) && tail > 0;
        let (keys, wait_seconds) = if sweep {
            let start = ALWAYS + (self.turn % tail);
            self.turn = (self.turn % tail) + KEYS_PER_REQUEST;
            (watched.iter().skip(start).take(KEYS_PER_REQUEST).map(TakeKey::duplicate).collect::<Vec<_>>(), 0)
        } else {
            (watched.iter().take(ALWAYS).map(TakeKey::duplicate).collect(), WAIT_SECONDS)
        };
        let addresses = keys.iter().map(TakeKey::address).collect();
        Some((Call::Collect { keys, wait_seconds }, UnderWay::Collect { addresses, waits: !sweep }, instead_of))
    }

    /// Notes that a collection came back with nothing in it.
    pub(crate) fn found_nothing(&mut self, waited: bool) {
        self.sweep = waited;
    }
}
