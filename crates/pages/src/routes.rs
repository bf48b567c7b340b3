//! Which page lies where. The same addresses at a desk and at a party, where both have such a page.

use std::collections::BTreeSet;

use axum::body::Body;
use axum::extract::State;
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Extension, Router};

use crate::acts;
use crate::language::Language;
use crate::server::{self, House, MaybeNo, Trouble, Visit, form};
use crate::show;

/// A place on the way about an office.
pub(crate) struct Place {
    /// Its address within the office.
    pub(crate) path: &'static str,
    /// Its name among the messages, after `place-`.
    pub(crate) word: &'static str,
}

const fn place(path: &'static str, word: &'static str) -> Place {
    Place { path, word }
}

/// A party's places, in groups.
pub(crate) const PARTY_PLACES: &[(&str, &[Place])] = &[
    (
        "messages",
        &[
            place("", "waiting"),
            place("items", "items"),
            place("channels", "channels"),
            place("questions", "questions"),
        ],
    ),
    (
        "between",
        &[
            place("pairs", "pairs"),
            place("proposals", "proposals"),
            place("offers", "offers"),
            place("texts", "texts"),
            place("readouts", "readouts"),
            place("notes", "notes"),
        ],
    ),
    ("house", &[place("mandates", "mandates"), place("interests", "interests"), place("lines", "line")]),
];

/// The desk's places, in groups.
pub(crate) const DESK_PLACES: &[(&str, &[Place])] = &[
    (
        "messages",
        &[place("", "board"), place("items", "items"), place("channels", "channels"), place("questions", "questions")],
    ),
    (
        "between",
        &[
            place("pairs", "pairs"),
            place("proposals", "proposals"),
            place("offers", "offers"),
            place("texts", "texts"),
            place("readouts", "readouts"),
            place("notes", "notes"),
        ],
    ),
    (
        "house",
        &[
            place("conflicts", "conflicts"),
            place("parties", "parties"),
            place("officers", "officers"),
            place("lines", "lines"),
            place("told", "told"),
            place("record", "record"),
            place("interests", "interests"),
        ],
    ),
];

/// Everything that a browser with a session can ask for, in the folder of these pages.
pub(crate) fn routes(folder: &str) -> Router<House> {
    let at = |path: &str| format!("{folder}{path}");
    deeds(folder)
        .route(&at("/"), get(show::board::page))
        .route(&at("/waiting"), get(show::board::waiting))
        .route(&at("/items"), get(show::items::list))
        .route(&at("/items/{no}"), get(show::items::one))
        .route(&at("/channels"), get(show::channels::list))
        .route(&at("/channels/{no}"), get(show::channels::one))
        .route(&at("/channels/{no}/picture"), get(show::picture::page))
        .route(&at("/find"), post(show::items::find))
        .route(&at("/questions"), get(show::questions::list))
        .route(&at("/pairs"), get(show::between::pairs))
        .route(&at("/proposals"), get(show::between::proposals))
        .route(&at("/offers"), get(show::between::offers))
        .route(&at("/texts"), get(show::between::texts))
        .route(&at("/readouts"), get(show::readouts::list))
        .route(&at("/readouts/{no}/text"), get(show::readouts::text))
        .route(&at("/readouts/{no}/signature"), get(show::readouts::signature))
        .route(&at("/readers"), get(show::readouts::readers))
        .route(&at("/notes"), get(show::notes::list))
        .route(&at("/conflicts"), get(show::notes::conflicts))
        .route(&at("/interests"), get(show::notes::interests))
        .route(&at("/mandates"), get(show::house::mandates))
        .route(&at("/parties"), get(show::house::parties))
        .route(&at("/officers"), get(show::officers::list))
        .route(&at("/lines"), get(show::house::lines))
        .route(&at("/record"), get(show::house::record))
        .route(&at("/told"), get(show::told::page))
        .route(&at("/drafts"), post(acts::draft::take))
        .route(&at("/drafts/drop"), post(acts::draft::throw_away))
        .route(&at("/language"), post(language))
        .route(&at("/leave"), post(leave))
        .route(&at("/assets/style.css"), get(|| asset("text/css; charset=utf-8", include_str!("../assets/style.css"))))
        .route(
            &at("/assets/page.js"),
            get(|| asset("text/javascript; charset=utf-8", include_str!("../assets/page.js"))),
        )
        .route(
            &at("/assets/htmx.js"),
            get(|| asset("text/javascript; charset=utf-8", include_str!("../assets/htmx.min.js"))),
        )
        .route(
            &at("/assets/watch.js"),
            get(|| asset("text/javascript; charset=utf-8", include_str!("../assets/watch.js"))),
        )
        .route(&at("/assets/mark.svg"), get(|| asset("image/svg+xml", include_str!("../assets/mark.svg"))))
}

/// The deeds, each where it lies. Where a desk and a party have one at the same address, the office's own is done.
fn deeds(folder: &str) -> Router<House> {
    let places: BTreeSet<&'static str> = acts::all().map(|deed| deed.about().place).collect();
    places.into_iter().fold(Router::new(), |router, place| {
        let ask = move |State(house): State<House>, Extension(visit): Extension<Visit>, MaybeNo(no): MaybeNo| {
            acts::deed::ask(house, visit, place, no)
        };
        let take = move |State(house): State<House>,
                         Extension(visit): Extension<Visit>,
                         MaybeNo(no): MaybeNo,
                         body: Body| async move {
            acts::deed::take(house, visit, place, no, form(body).await?).await
        };
        router.route(&format!("{folder}/{place}"), get(ask).post(take))
    })
}

async fn asset(kind: &'static str, text: &'static str) -> Response {
    ([(header::CONTENT_TYPE, kind)], text).into_response()
}

/// Keeps the reader's choice of a language, and goes back to where it was made.
async fn language(
    State(house): State<House>,
    Extension(visit): Extension<Visit>,
    body: Body,
) -> Result<Response, Trouble> {
    let form = form(body).await?;
    let back = form.text("back");
    let home = format!("{}/", visit.folder);
    let answer = server::see_other(if visit.is_own(back) { back } else { &home });
    Ok(match Language::of_tag(form.text("language")) {
        Some(language) => server::choose_language(&house, language, answer),
        None => answer,
    })
}

async fn leave(State(house): State<House>, headers: HeaderMap) -> Response {
    server::leave(&house, &headers)
}
