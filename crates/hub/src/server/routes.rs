//! What is answered to what. One status and one length for each path, refusals included: also the heads of two
//! answers on one path are equal byte for byte, so that TLS records tell nothing of what became of a request.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{Method, StatusCode, header};
use axum::response::Response;
use axum::routing::{any, get};
use http_body_util::{BodyExt, Limited};
use rand_chacha::ChaCha20Rng;
use rand_core::{Rng, SeedableRng};
use rustls::crypto::aws_lc_rs;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};
use wire::{
    Address, COLLECT_BYTES, Collect, CollectReply, ERASE_BYTES, Erase, EraseReply, PATH_COLLECT, PATH_ERASE, PATH_PUT,
    PUT_BYTES, Put, PutReply, Refusal, TakeKey,
};

use super::connection::stop;
use super::waiting::Waiting;
use super::{Limits, ServeError, Trouble};
use crate::clock::Clock;
use crate::passes::Passes;
use crate::store::{PutOutcome, Store, StoreError};

/// How long the store may take to say that it is well.
const WELL: Duration = Duration::from_secs(5);

/// What all requests share.
pub(super) struct Hub {
    pub(super) store: Arc<dyn Store>,
    pub(super) clock: Arc<dyn Clock>,
    pub(super) limits: Limits,
    pub(super) trouble: Arc<dyn Fn(Trouble) + Send + Sync>,
    passes: Passes,
    waiting: Waiting,
    stopped: watch::Receiver<bool>,
    /// Seeds what fills empty slots.
    filling: Mutex<ChaCha20Rng>,
}

impl Hub {
    pub(super) fn new(
        store: Arc<dyn Store>,
        passes: Passes,
        clock: Arc<dyn Clock>,
        limits: Limits,
        trouble: Arc<dyn Fn(Trouble) + Send + Sync>,
        stopped: watch::Receiver<bool>,
    ) -> Result<Hub, ServeError> {
        let mut seed = [0; 32];
        aws_lc_rs::default_provider().secure_random.fill(&mut seed).map_err(|_| ServeError::Random)?;
        let filling = Mutex::new(ChaCha20Rng::from_seed(seed));
        Ok(Hub { store, clock, limits, trouble, passes, waiting: Waiting::default(), stopped, filling })
    }

    /// Random bytes for one reply.
    fn filling(&self) -> ChaCha20Rng {
        let mut seed = [0; 32];
        self.filling.lock().unwrap_or_else(PoisonError::into_inner).fill_bytes(&mut seed);
        ChaCha20Rng::from_seed(seed)
    }

    /// What is said to who asked when the store did not do it; the operator is told why.
    fn refuse(&self, error: StoreError) -> Refusal {
        if !matches!(error, StoreError::Busy) {
            (self.trouble)(Trouble::Store(error));
        }
        Refusal::Busy
    }
}

/// All there is to ask a hub.
pub(super) fn router(hub: Arc<Hub>, figures: bool) -> Router {
    let mut router = Router::new()
        .route(PATH_PUT, any(put))
        .route(PATH_COLLECT, any(collect))
        .route(PATH_ERASE, any(erase))
        .route("/healthz", get(healthz).fallback(elsewhere));
    if figures {
        router = router.route("/figures", get(self::figures).fallback(elsewhere));
    }
    router.fallback(elsewhere).with_state(hub)
}

async fn put(State(hub): State<Arc<Hub>>, request: Request) -> Response {
    let reply = match read(request, PUT_BYTES, &hub.limits).await.map(|body| Put::decode(&body)) {
        Some(Ok(put)) => deposit(&hub, put).await,
        Some(Err(_)) | None => PutReply::Refused(Refusal::Malformed),
    };
    answer(StatusCode::OK, reply.encode().to_vec())
}

async fn deposit(hub: &Hub, put: Put) -> PutReply {
    if !hub.passes.admits(&put.pass) {
        return PutReply::Refused(Refusal::Pass);
    }
    match hub.store.put(put.address, put.cell, hub.clock.now()).await {
        Ok(PutOutcome::Stored) => {
            hub.waiting.wake(&put.address);
            PutReply::Stored
        }
        Ok(PutOutcome::Taken) => PutReply::Taken,
        Ok(PutOutcome::Full) => PutReply::Refused(Refusal::Full),
        Err(error) => PutReply::Refused(hub.refuse(error)),
    }
}

async fn collect(State(hub): State<Arc<Hub>>, request: Request) -> Response {
    let reply = match read(request, COLLECT_BYTES, &hub.limits).await.map(|body| Collect::decode(&body)) {
        Some(Ok(collect)) => look(&hub, collect).await,
        Some(Err(_)) | None => CollectReply::Refused(Refusal::Malformed),
    };
    answer(StatusCode::OK, reply.encode(&mut hub.filling()))
}

/// Looks, and looks again when something has arrived, until there is something or the wait is over. It always looks
/// once more at the end of the wait: another hub on the same store may have taken in what this one was not told of.
async fn look(hub: &Hub, collect: Collect) -> CollectReply {
    let addresses: Vec<Address> = collect.keys.iter().map(TakeKey::address).collect();
    let watch = hub.waiting.watch(&addresses);
    let wait = Duration::from_secs(collect.wait_seconds.into()).min(hub.limits.wait);
    let mut stopped = hub.stopped.clone();
    let mut end = std::pin::pin!(sleep(wait));
    let mut over = wait.is_zero();
    loop {
        match hub.store.collect(&addresses, hub.clock.now()).await {
            Ok(cells) if over || cells.iter().any(Option::is_some) => return CollectReply::Cells(cells),
            Ok(_) => {}
            Err(error) => return CollectReply::Refused(hub.refuse(error)),
        }
        tokio::select! {
            () = watch.woken() => {}
            () = &mut end => over = true,
            () = stop(&mut stopped) => over = true,
        }
    }
}

async fn erase(State(hub): State<Arc<Hub>>, request: Request) -> Response {
    let reply = match read(request, ERASE_BYTES, &hub.limits).await.map(|body| Erase::decode(&body)) {
        Some(Ok(erase)) => {
            let addresses: Vec<Address> = erase.keys.iter().map(TakeKey::address).collect();
            match hub.store.erase(&addresses, hub.clock.now()).await {
                Ok(()) => EraseReply::Done,
                Err(error) => EraseReply::Refused(hub.refuse(error)),
            }
        }
        Some(Err(_)) | None => EraseReply::Refused(Refusal::Malformed),
    };
    answer(StatusCode::OK, reply.encode().to_vec())
}

async fn healthz(State(hub): State<Arc<Hub>>) -> Response {
    match timeout(WELL, hub.store.figures()).await {
        Ok(Ok(_)) => answer(StatusCode::OK, b"well\n".to_vec()),
        Ok(Err(_)) | Err(_) => answer(StatusCode::SERVICE_UNAVAILABLE, b"ill\n".to_vec()),
    }
}

async fn figures(State(hub): State<Arc<Hub>>) -> Response {
    match hub.store.figures().await {
        Ok(figures) => {
            let (deposited, held) = (figures.deposited, figures.held);
            let sizes = wire::CELL_BYTES;
            let json = format!(r#"{{"deposited":{deposited},"held":{held},"cell_sizes":[{sizes}]}}"#);
            answer(StatusCode::OK, json.into_bytes())
        }
        Err(error) => {
            hub.refuse(error);
            answer(StatusCode::SERVICE_UNAVAILABLE, b"{}".to_vec())
        }
    }
}

/// Anything else that can be asked.
async fn elsewhere() -> Response {
    answer(StatusCode::NOT_FOUND, PutReply::Refused(Refusal::Malformed).encode().to_vec())
}

/// The body of a posted request, if it comes in time and is no longer than it should be.
async fn read(request: Request, bytes: usize, limits: &Limits) -> Option<Vec<u8>> {
    if request.method() != Method::POST {
        return None;
    }
    let body = Limited::new(request.into_body(), bytes).collect();
    Some(timeout(limits.body, body).await.ok()?.ok()?.to_bytes().into())
}

fn answer(status: StatusCode, bytes: Vec<u8>) -> Response {
    let mut response = Response::new(Body::from(bytes));
    *response.status_mut() = status;
    let kind = header::HeaderValue::from_static("application/octet-stream");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response
}
