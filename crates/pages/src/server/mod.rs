//! The server of an office's pages: on this machine's own address, for browsers that were given an address of it.
//!
//! It binds loopback and nothing else, answers only what [`guard`] admits, and shows nothing of the office to a browser
//! without a session. What pages do, they do by asking the office's [`Clerk`], like any command.

mod door;
mod guard;
mod searches;
mod sent;
mod sleep;
mod trouble;
mod visit;
mod watch;

use std::future::Future;
use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::{any, get};
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use office::clock::Clock;
use office::control::Clerk;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::Semaphore;
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, timeout};

pub use door::Door;
use door::Stands;
pub(crate) use trouble::Trouble;
pub(crate) use visit::{House, Made, MaybeNo, No, Seen, Visit, form};
pub(crate) use watch::what_waits;

use crate::acts;
use crate::language::Language;
use crate::show;

/// Connections at a time: one browser uses six.
const CONNECTIONS: usize = 64;
/// The longest head of a request, and what is read ahead of a body.
const READ_AHEAD: usize = 32 * 1024;
/// Header lines in a request.
const HEADERS: usize = 64;
/// For a head to come whole, and between two requests on one connection.
const HEAD_WAITS: Duration = Duration::from_secs(75);
/// For the answer to one request, whatever it is.
const ANSWER_WAITS: Duration = Duration::from_secs(60);
/// How long accepting rests after it failed.
const ACCEPT_AGAIN: Duration = Duration::from_millis(50);
/// How long answers under way may take to end when the server stops.
const GRACE: Duration = Duration::from_secs(2);

/// The server, bound and not yet serving.
pub struct Pages {
    listener: TcpListener,
    door: Door,
}

impl Pages {
    /// Binds a port of this machine's own address; any free one for 0. To be called within a runtime.
    ///
    /// # Errors
    /// What the system says, where the port is not to be had.
    pub fn bind(port: u16) -> io::Result<Self> {
        let listener = std::net::TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)))?;
        listener.set_nonblocking(true)?;
        let listener = TcpListener::from_std(listener)?;
        let door = Door::new(listener.local_addr()?);
        Ok(Self { listener, door })
    }

    /// Its door, which gives addresses for browsers while it serves.
    pub fn door(&self) -> Door {
        self.door.clone()
    }

    /// Serves the office that this clerk asks until `stop`, or until it is dropped.
    pub async fn serve(self, clerk: Clerk, clock: Arc<dyn Clock>, stop: impl Future<Output = ()>) {
        let Self { listener, door } = self;
        let _watching = AbortOnDrop(tokio::spawn(watch::watch(door.clone())));
        let router = router(House { clerk, clock, door, sent: Arc::default(), searches: Arc::default() });
        let slots = Arc::new(Semaphore::new(CONNECTIONS));
        let mut connections = JoinSet::new();
        let mut stop = std::pin::pin!(stop);
        loop {
            tokio::select! {
                biased;
                () = &mut stop => break,
                // Reaps what has ended, so that the set does not grow.
                Some(_) = connections.join_next() => {}
                accepted = listener.accept() => match accepted {
                    Ok((tcp, _)) => if let Ok(slot) = Arc::clone(&slots).try_acquire_owned() {
                        let serving = connection(tcp, router.clone());
                        connections.spawn(async move {
                            serving.await;
                            drop(slot);
                        });
                    },
                    Err(_) => sleep(ACCEPT_AGAIN).await,
                },
            }
        }
        drop(listener);
        let _ = timeout(GRACE, async { while connections.join_next().await.is_some() {} }).await;
    }
}

/// Ends a task with what it is for.
struct AbortOnDrop(tokio::task::JoinHandle<()>);

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        self.0.abort();
    }
}

async fn connection(tcp: TcpStream, router: Router) {
    let _ = tcp.set_nodelay(true); // slower where it cannot be set, and no error
    let serving = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(HEAD_WAITS)
        .max_headers(HEADERS)
        .max_buf_size(READ_AHEAD)
        .serve_connection(TokioIo::new(tcp), TowerToHyperService::new(router));
    // What goes wrong on a connection concerns nobody but who connected.
    let _ = serving.await;
}

fn router(house: House) -> Router {
    crate::routes::routes(&house.door.folder())
        .route_layer(middleware::from_fn_with_state(house.clone(), with_session))
        .merge(watch::routes(&house.door.folder()))
        // Who asks for its head alone does not use it up.
        .route("/enter/{token}", get(enter).head(nowhere))
        .fallback(any(nowhere))
        .method_not_allowed_fallback(nowhere)
        .layer(middleware::from_fn_with_state(house.clone(), guarded))
        .with_state(house)
}

/// Around everything: who may ask, in which language it is answered, in what time, under which heads.
async fn guarded(State(house): State<House>, mut request: Request, next: Next) -> Response {
    let visit = Visit::of(&house, request.uri(), request.headers());
    let language = visit.language;
    let admitted = guard::admits(&house.door.host(), request.method(), request.uri(), request.headers());
    let answer = match admitted {
        Err(guard::Barred::Host) => Trouble::OtherHost.into_response(),
        Err(guard::Barred::Origin) => Trouble::OtherSite.into_response(),
        Ok(()) => {
            request.extensions_mut().insert(visit);
            let answer = timeout(ANSWER_WAITS, next.run(request)).await;
            answer.unwrap_or_else(|_| Trouble::Busy.into_response())
        }
    };
    let mut answer = trouble::said(answer, language);
    guard::put_heads(answer.headers_mut());
    answer
}

/// Around the office's own pages: a browser without an open session is shown that there is a lock, and nothing else.
async fn with_session(State(house): State<House>, mut request: Request, next: Next) -> Response {
    let own = visit::cookies(request.headers()).filter(|(name, _)| *name == house.door.cookie_name());
    let own: Vec<&str> = own.map(|(_, value)| value).collect();
    let place = request.uri().path().strip_prefix(&house.door.folder()).unwrap_or_default().to_owned();
    // What a page asks by itself is no use by a person.
    let by_person = place != "/waiting";
    let mut all = own.into_iter().map(|cookie| house.door.knows(cookie, by_person, Instant::now()));
    let stands = all.find(|stands| *stands != Stands::Outside).unwrap_or(Stands::Outside);
    let looks = [Method::GET, Method::HEAD].contains(request.method());
    match (stands, request.extensions_mut().get_mut::<Visit>()) {
        (Stands::Open(officer), Some(visit)) => {
            visit.officer = officer;
            // Whoever is no officer any more is shown nothing, whatever the browser was given before.
            if !place.starts_with("/assets/") && !house.serves(&visit.officer).await {
                return leave(&house, request.headers());
            }
            next.run(request).await
        }
        // The lock is made of them.
        (Stands::Locked(_), Some(_)) if place.starts_with("/assets/") => next.run(request).await,
        (Stands::Locked(officer), Some(visit)) => {
            let mut visit = visit.clone();
            let home = format!("{}/", visit.folder);
            let back = if looks {
                if by_person { visit.address.clone() } else { home }
            } else {
                // What was being typed when the lock came is there once it is open again.
                visit.officer = officer;
                let body = request.into_body();
                let kept = match place.as_str() {
                    "/find" => show::items::searched(&house, &visit, body).await.ok(),
                    _ => acts::draft::keep_of_locked(&house, &visit, body).await,
                };
                kept.unwrap_or(home)
            };
            watch::lock(&visit, &back, false)
        }
        _ => Trouble::NoSession.into_response(),
    }
}

async fn nowhere() -> Trouble {
    Trouble::NotThere
}

/// Takes a one-time address for a session.
async fn enter(State(house): State<House>, Path(token): Path<String>) -> Response {
    let Some(cookie) = house.door.enter(&token, Instant::now()) else { return Trouble::UsedAddress.into_response() };
    let folder = house.door.folder();
    let cookie = format!("{}={}; Path={folder}; HttpOnly; SameSite=Strict", house.door.cookie_name(), cookie.as_str());
    let mut answer = see_other(&format!("{folder}/"));
    if let Ok(mut cookie) = HeaderValue::from_str(&cookie) {
        cookie.set_sensitive(true);
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    answer
}

/// Ends the session of the browser that asks.
pub(crate) fn leave(house: &House, headers: &axum::http::HeaderMap) -> Response {
    let own = visit::cookies(headers).filter(|(name, _)| *name == house.door.cookie_name());
    own.for_each(|(_, value)| house.door.leave(value));
    Trouble::NoSession.into_response()
}

/// The answer that leads a browser to another page, by looking and not by acting again.
pub(crate) fn see_other(place: &str) -> Response {
    let mut answer = StatusCode::SEE_OTHER.into_response();
    if let Ok(place) = HeaderValue::from_str(place) {
        answer.headers_mut().insert(header::LOCATION, place);
    }
    answer
}

/// Sets the cookie that keeps the reader's choice of a language.
pub(crate) fn choose_language(house: &House, language: Language, mut answer: Response) -> Response {
    let cookie = format!("language={}; Path={}; HttpOnly; SameSite=Strict", language.tag(), house.door.folder());
    if let Ok(cookie) = HeaderValue::from_str(&cookie) {
        answer.headers_mut().append(header::SET_COOKIE, cookie);
    }
    answer
}
