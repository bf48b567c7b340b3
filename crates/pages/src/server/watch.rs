//! The watch over an office that is open in browsers: the alarm, the lock, and what locks by itself.
//!
//! A locked session is shown the lock and nothing of the office. Its page still asks whether something urgent waits, and is
//! told how urgent, and not what. The lock opens with a new address, or with the passphrase of the officer whose session
//! it is, which is held against the vault's header like any that opens the office.

use std::collections::BTreeSet;
use std::time::Duration;

use axum::Extension;
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::State;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use axum::routing::get;
use maud::{DOCTYPE, Markup, html};
use office::control::{Reply, Request};
use office::view::Look;
use serde_json::json;
use tokio::sync::Semaphore;
use tokio::task::spawn_blocking;
use tokio::time::{Instant, interval};
use zeroize::{Zeroize, Zeroizing};

use super::door::Stands;
use super::visit::{House, Visit, cookies};
use super::{Door, Trouble, see_other};
use crate::say::Say;

/// How often idleness and the machine's sleep are looked for.
const LOOKS: Duration = Duration::from_secs(5);
/// The most bytes of the form with a passphrase.
const PASSPHRASE_BYTES: usize = 8 * 1024;
/// One passphrase is tried at a time: each costs what opening the vault costs.
static TRYING: Semaphore = Semaphore::const_new(1);

/// What a locked session may ask for too.
pub(super) fn routes(folder: &str) -> Router<House> {
    Router::new()
        .route(&format!("{folder}/alarm"), get(alarm))
        .route(&format!("{folder}/unlock"), get(at_lock).post(unlock))
}

/// Locks what nobody uses, and everything when the machine has slept; until it is dropped.
pub(super) async fn watch(door: Door) {
    let mut looks = interval(LOOKS);
    loop {
        looks.tick().await;
        door.lock_slept();
        door.lock_idle(Instant::now());
    }
}

fn own_cookie(house: &House, headers: &HeaderMap) -> String {
    let own = cookies(headers).find(|(name, _)| *name == house.door.cookie_name());
    own.map(|(_, value)| value.to_owned()).unwrap_or_default()
}

/// How urgent the most urgent is that waits, whether that was not sounded yet, and whether the session is locked. No word of
/// what it is. To ask is no use by a person.
async fn alarm(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    let cookie = own_cookie(&house, &headers);
    let locked = match house.door.knows(&cookie, false, Instant::now()) {
        Stands::Outside => return Err(Trouble::NoSession),
        stands => matches!(stands, Stands::Locked(_)),
    };
    let view = house.look(Look::default()).await?.view;
    let urgent: BTreeSet<String> =
        view.outstanding.iter().filter(|one| one.precedence != "routine").map(|one| one.id.clone()).collect();
    let rings = house.door.rings(&cookie, urgent, visit.query.is_on("heard"));
    let said = json!({ "alarm": view.alarm, "rings": rings, "locked": locked }).to_string();
    Ok(([(header::CONTENT_TYPE, "application/json")], said).into_response())
}

/// The lock, where it is locked; the office where it is not.
async fn at_lock(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
) -> Result<Response, Trouble> {
    match house.door.knows(&own_cookie(&house, &headers), true, Instant::now()) {
        Stands::Outside => Err(Trouble::NoSession),
        Stands::Locked(_) => Ok(lock(&visit, &format!("{}/", visit.folder), false)),
        Stands::Open(_) => Ok(see_other(&format!("{}/", visit.folder))),
    }
}

/// Takes a passphrase.
async fn unlock(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    headers: HeaderMap,
    body: Body,
) -> Result<Response, Trouble> {
    let cookie = own_cookie(&house, &headers);
    let bytes = to_bytes(body, PASSPHRASE_BYTES).await.map_err(|_| Trouble::TooLong)?;
    let bytes = Zeroizing::new(Vec::from(bytes));
    let mut passphrase = Zeroizing::new(String::new());
    let mut back = format!("{}/", visit.folder);
    for (name, value) in form_urlencoded::parse(&bytes) {
        match &*name {
            "passphrase" => {
                passphrase.zeroize();
                *passphrase = value.into_owned();
            }
            "back" if visit.is_own(&value) => back = value.into_owned(),
            _ => {}
        }
    }
    let Ok(alone) = TRYING.acquire().await else { return Err(Trouble::Busy) };
    // Counted before it is tried, and one after another: neither many at once nor going away gives more tries.
    let Some(officer) = house.door.tries(&cookie) else {
        return at_lock(State(house), Extension(visit), headers).await;
    };
    let challenge = match house.clerk.ask(Request::Challenge).await {
        Ok(Reply::Challenge(challenge)) => challenge,
        Ok(_) => return Err(Trouble::Failed),
        Err(_) => return Err(Trouble::Closed),
    };
    // What was begun goes on when nobody waits for it any more: the next begins after it.
    let tried = spawn_blocking(move || {
        let _alone = alone;
        challenge.holder(&passphrase)
    });
    let opened = tried.await.map_err(|_| Trouble::Failed)?;
    if opened.as_deref() == Some(officer.as_str()) {
        house.door.unlock(&cookie, Instant::now());
        return Ok(see_other(&back));
    }
    house.door.wrong_passphrase(&cookie);
    Ok(lock(&visit, &back, true))
}

/// The lock, and nothing else: not even whose office it is. `back` is where it leads once it is open.
pub(super) fn lock(visit: &Visit, back: &str, wrong: bool) -> Response {
    let say = Say(visit.language);
    let at = |place: &str| format!("{}/{place}", visit.folder);
    let page = html! {
        (DOCTYPE)
        html lang=(visit.language.tag()) dir=(visit.language.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (say.t("lock")) }
                link rel="icon" href=(at("assets/mark.svg")) type="image/svg+xml";
                link rel="stylesheet" href=(at("assets/style.css"));
                script defer src=(at("assets/watch.js")) {}
            }
            body.locked data-locked data-alarm=(at("alarm"))
                data-urgent=(say.t("alarm-urgent")) data-flash=(say.t("alarm-flash")) {
                main {
                    h1 { (say.t("lock")) }
                    p { (say.t("lock-about")) }
                    (what_waits(say))
                    @if wrong { p.what-is-wrong role="alert" { (say.t("lock-wrong")) } }
                    form method="post" action=(at("unlock")) {
                        input type="hidden" name="back" value=(back);
                        label for="passphrase" { (say.t("lock-passphrase")) }
                        input #passphrase type="password" name="passphrase" autocomplete="off" required autofocus;
                        button.primary type="submit" { (say.t("lock-open")) }
                    }
                    p.hint { (say.t("lock-do")) }
                }
            }
        }
    };
    let mut answer = (StatusCode::FORBIDDEN, Html(page.into_string())).into_response();
    // A part of a page that asks for itself anew is to become the lock as a whole.
    answer.headers_mut().insert(header::HeaderName::from_static("hx-refresh"), HeaderValue::from_static("true"));
    answer
}

/// Where the page says how urgent something is that waits, and the button that lets it sound.
pub(crate) fn what_waits(say: Say) -> Markup {
    html! {
        p #alarm role="status" hidden {}
        button.plain #alarm-on type="button" hidden { (say.t("alarm-on")) }
    }
}
