//! The seam between an office and the ways that its cells may go.
//!
//! An office says what it wants of a hub as plain [`Call`]s and is handed plain [`Answer`]s; who carries them (the
//! HTTPS client here, the simulated network of a rehearsal, a courier) is nothing to it.

mod http;

pub use http::{HubClient, TransportError};

use wire::{Address, Cell, PutReply, TakeKey};

/// Names one call, so that its answer finds its way back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct CallId(pub u64);

/// What an office asks of a hub.
pub enum Call {
    /// Put a cell at an address.
    Put {
        /// Where.
        address: Address,
        /// What.
        cell: Cell,
    },
    /// Hand over what lies at these addresses; wait a while if nothing does.
    Collect {
        /// At most [`wire::KEYS_PER_REQUEST`].
        keys: Vec<TakeKey>,
        /// How long to wait for something to come.
        wait_seconds: u8,
    },
    /// Erase what lies at these addresses.
    Erase {
        /// At most [`wire::KEYS_PER_REQUEST`].
        keys: Vec<TakeKey>,
    },
}

/// A call on its way to a hub.
pub struct Outbound {
    /// Its name.
    pub id: CallId,
    /// The line that it serves.
    pub line: u32,
    /// An earlier call whose answer is not wanted any more.
    pub instead_of: Option<CallId>,
    /// What is asked.
    pub call: Call,
}

/// What came of a call.
pub enum Answer {
    /// Of a put.
    Put(PutReply),
    /// Of a collection: a slot for each key, in order.
    Collected(Vec<Option<Cell>>),
    /// Of an erasure.
    Erased,
    /// The hub could not be reached, or did not answer as a hub does.
    Unreachable,
    /// Something answered in the hub's place that is not the hub.
    WrongHub,
}
