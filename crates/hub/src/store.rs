//! What a store of drops is. All stores keep to the same rules ([`crate::keeping`]) and pass the same contract suite.
//! Deliberately not here: waiting for a cell to arrive, and who may deposit; both are the server's.

use std::error::Error;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use tokio::sync::oneshot;
use wire::{Address, Cell};

use crate::clock::Now;

/// A store of drops. Every operation is whole or not at all, and what it changed is durable, as far as the store is
/// durable, before it answers.
pub trait Store: Send + Sync {
    /// Puts a cell at an address, where it is held until its life is over.
    fn put(&self, address: Address, cell: Cell, now: Now) -> Answer<PutOutcome>;

    /// What is held at each address, in the order asked. A drop that is empty, that was erased, that has expired and
    /// that never was are the same `None`.
    fn collect(&self, addresses: &[Address], now: Now) -> Answer<Vec<Option<Cell>>>;

    /// Erases what is held at these addresses. An address where nothing is leaves no trace of the asking.
    fn erase(&self, addresses: &[Address], now: Now) -> Answer<()>;

    /// Forgets a bounded share of what is over by `now`. Nothing that is over is ever given out; this makes room.
    fn expire(&self, now: Now) -> Answer<Sweep>;

    /// How much there is.
    fn figures(&self) -> Answer<Figures>;
}

/// What became of a cell that was put.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PutOutcome {
    /// These bytes are, or were, at this address.
    Stored,
    /// Other bytes are, or were, at this address.
    Taken,
    /// There is no room; nothing was changed.
    Full,
}

/// Whether there is more to forget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sweep {
    /// Nothing that is over is left.
    Done,
    /// Ask again.
    More,
}

/// How much a store holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Figures {
    /// Cells that were ever taken in.
    pub deposited: u64,
    /// Cells that are held, those among them that are over and not yet swept included.
    pub held: u64,
    /// Drops of which only the memory is left, counted in the same way.
    pub tombstones: u64,
}

/// Why a store did not do what it was asked.
#[derive(Debug, Clone, thiserror::Error)]
pub enum StoreError {
    /// More is waiting than it takes on.
    #[error("the store has too much waiting: try again a little later")]
    Busy,
    /// It has stopped.
    #[error("the store has stopped: start the hub again")]
    Stopped,
    /// What lies beneath it failed; nothing was changed.
    #[error("the store failed: see that its disk has room and is sound, then try again")]
    Failed(#[source] Arc<dyn Error + Send + Sync>),
}

/// An answer that may still be under way: `await` it, or [`wait`](Answer::wait) for it where nothing is asynchronous.
/// Nothing needs a runtime for either.
#[must_use = "until it answers, a store has promised nothing"]
pub struct Answer<T>(State<T>);

enum State<T> {
    Ready(Option<Result<T, StoreError>>),
    Later(oneshot::Receiver<Result<T, StoreError>>),
}

impl<T> Answer<T> {
    /// An answer that is there at once.
    pub fn ready(answer: Result<T, StoreError>) -> Answer<T> {
        Answer(State::Ready(Some(answer)))
    }

    /// An answer that someone else will give; if they go away without, it is [`StoreError::Stopped`].
    pub fn later(answer: oneshot::Receiver<Result<T, StoreError>>) -> Answer<T> {
        Answer(State::Later(answer))
    }

    /// Blocks until the answer is there. Not for use within an asynchronous task, unless the store is one that
    /// answers at once, as [`crate::MemoryStore`] does.
    ///
    /// # Errors
    /// [`StoreError`] if the store did not do what it was asked.
    pub fn wait(self) -> Result<T, StoreError> {
        match self.0 {
            State::Ready(answer) => answer.unwrap_or(Err(StoreError::Stopped)),
            State::Later(answer) => answer.blocking_recv().unwrap_or(Err(StoreError::Stopped)),
        }
    }
}

impl<T: Unpin> Future for Answer<T> {
    type Output = Result<T, StoreError>;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        match &mut self.get_mut().0 {
            State::Ready(answer) => Poll::Ready(answer.take().unwrap_or(Err(StoreError::Stopped))),
            State::Later(answer) => {
                Pin::new(answer).poll(context).map(|answer| answer.unwrap_or(Err(StoreError::Stopped)))
            }
        }
    }
}
