//! The server: HTTP/1.1 on TLS 1.3 over a store. It holds no state of its own but who is waiting for what.
//!
//! Every answer on one path has one status and one length, whatever was asked and whatever became of it. Deliberately
//! not here: accounts, logs of requests, anything by which one request could be tied to another.

mod connection;
mod idle;
mod routes;
mod waiting;

use std::future::Future;
use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::net::TcpListener;
use tokio::sync::{Semaphore, watch};
use tokio::task::JoinSet;
use tokio::time::{MissedTickBehavior, interval, sleep, timeout};

use crate::clock::Clock;
use crate::identity::{Identity, IdentityError};
use crate::passes::Passes;
use crate::store::{Store, StoreError, Sweep};
use routes::Hub;

/// How long accepting rests after it failed, so that a want of file handles does not become a busy loop.
const ACCEPT_AGAIN: Duration = Duration::from_millis(50);

/// What a hub serves, and how.
pub struct Config {
    /// What it shows to offices.
    pub identity: Identity,
    /// What admits deposits.
    pub passes: Passes,
    /// Where the drops are.
    pub store: Arc<dyn Store>,
    /// What it takes from those who connect.
    pub limits: Limits,
    /// Whether `GET /figures` tells how many cells were deposited and are held. For rehearsals only: it tells anyone.
    pub figures: bool,
    /// Told of what an operator should know. Called from the server's tasks: it must not block.
    pub trouble: Arc<dyn Fn(Trouble) + Send + Sync>,
}

impl Config {
    /// A hub with these, the usual limits, no figures, and nobody to tell of trouble.
    pub fn new(identity: Identity, passes: Passes, store: Arc<dyn Store>) -> Config {
        Config { identity, passes, store, limits: Limits::default(), figures: false, trouble: Arc::new(|_| {}) }
    }
}

/// What a hub takes from those who connect. Each limit bounds what one of them, or all together, can cost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Connections at a time; one more is closed unanswered.
    pub connections: usize,
    /// For the TLS handshake.
    pub handshake: Duration,
    /// For the head of a request to come whole, and between two requests on one connection.
    pub head: Duration,
    /// For the body of a request to come whole.
    pub body: Duration,
    /// The longest wait of a collecting request, whatever it asks for.
    pub wait: Duration,
    /// How long no byte may move on a connection; more than `wait`.
    pub idle: Duration,
    /// How old a connection gets before it is closed after the request under way.
    pub age: Duration,
    /// How long a request under way has to end when its connection is to close.
    pub grace: Duration,
    /// How often what is over is swept from the store.
    pub sweep: Duration,
}

impl Default for Limits {
    fn default() -> Limits {
        Limits {
            connections: 1024,
            handshake: Duration::from_secs(10),
            head: Duration::from_secs(60),
            body: Duration::from_secs(30),
            wait: Duration::from_secs(wire::WAIT_SECONDS_MAX as u64),
            idle: Duration::from_secs(90),
            age: Duration::from_secs(60 * 60),
            grace: Duration::from_secs(10),
            sweep: Duration::from_secs(60),
        }
    }
}

/// What an operator should know. The hub goes on.
#[derive(Debug, thiserror::Error)]
pub enum Trouble {
    /// The store did not do what it was asked.
    #[error("the store: {0}")]
    Store(#[source] StoreError),
    /// A connection could not be accepted.
    #[error("a connection could not be accepted: see how many files the hub may open")]
    Accept(#[source] io::Error),
}

/// Why serving did not begin.
#[derive(Debug, thiserror::Error)]
pub enum ServeError {
    /// The identity cannot be used.
    #[error("the hub's identity: {0}")]
    Identity(#[from] IdentityError),
    /// The system gave no random bytes.
    #[error("the system gave no random bytes: see that its random device works")]
    Random,
}

/// Serves on `listener` until `stop` is over; then takes no more connections, answers at once those who wait, lets
/// requests under way end, for [`Limits::grace`] at most, and returns. What was answered is in the store.
///
/// # Errors
/// [`ServeError`] if the identity cannot be used; nothing was served then.
pub async fn serve(
    config: Config,
    listener: TcpListener,
    clock: Arc<dyn Clock>,
    stop: impl Future,
) -> Result<(), ServeError> {
    let limits = config.limits;
    let tls = config.identity.into_tls()?;
    let (stopping, stopped) = watch::channel(false);
    let slots = Arc::new(Semaphore::new(limits.connections));
    let hub = Arc::new(Hub::new(config.store, config.passes, clock, limits, config.trouble, stopped.clone())?);
    let router = routes::router(hub.clone(), config.figures);
    let mut connections = JoinSet::new();
    let mut sweeper = JoinSet::new();
    sweeper.spawn(sweep(hub.clone()));

    let mut stop = std::pin::pin!(stop);
    loop {
        tokio::select! {
            biased;
            _ = &mut stop => break,
            // Reaps what has ended, so that the set does not grow.
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => match accepted {
                Ok((tcp, _)) => if let Ok(slot) = slots.clone().try_acquire_owned() {
                    let serving = connection::run(tcp, tls.clone(), router.clone(), limits, stopped.clone());
                    connections.spawn(async move {
                        serving.await;
                        drop(slot);
                    });
                },
                Err(error) => {
                    (hub.trouble)(Trouble::Accept(error));
                    sleep(ACCEPT_AGAIN).await;
                }
            },
        }
    }
    drop(listener);
    // Fails only where no connection is left to be told.
    let _ = stopping.send(true);
    // What is not over by then is cut off, as each connection would do by itself.
    let _ = timeout(limits.grace, async { while connections.join_next().await.is_some() {} }).await;
    connections.shutdown().await;
    sweeper.shutdown().await;
    Ok(())
}

/// Sweeps at once and then at every turn, a share at a time.
async fn sweep(hub: Arc<Hub>) {
    let mut turns = interval(hub.limits.sweep.max(Duration::from_millis(1)));
    turns.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        turns.tick().await;
        loop {
            match hub.store.expire(hub.clock.now()).await {
                Ok(Sweep::More) => tokio::task::yield_now().await,
                Ok(Sweep::Done) => break,
                Err(error) => {
                    (hub.trouble)(Trouble::Store(error));
                    break;
                }
            }
        }
    }
}
