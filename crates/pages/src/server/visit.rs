//! What is known of one request before its page is made: the house that it is about, the reader's language, the address.

use std::sync::Arc;

use axum::body::{Body, to_bytes};
use axum::extract::{FromRequestParts, Path, RawPathParams};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Uri, header};
use office::act::Act;
use office::clock::Clock;
use office::control::{Clerk, Reply, Request};
use office::drafts::{DraftAct, DraftView};
use office::practice::ActId;
use office::practice::PartyId;
use office::refused::Refused;
use office::view::{CheckView, Look, RecordView, View, WarningView};
use serde_json::Value;

use super::searches::Searches;
use super::sent::Sent;
use super::{Door, Trouble};
use crate::form::Form;
use crate::language::Language;

/// The most bytes of a form: the longest text that an item may have, each byte of it written as three.
const FORM_BYTES: usize = 2 << 20;

/// The office that is served, and its door.
#[derive(Clone)]
pub(crate) struct House {
    pub(crate) clerk: Clerk,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) door: Door,
    pub(crate) sent: Arc<Sent>,
    pub(crate) searches: Arc<Searches>,
}

/// What was seen of an office, and when.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    /// The office's civil time, in seconds.
    pub(crate) now: i64,
    pub(crate) view: View,
}

impl House {
    /// A part of what there is to see.
    pub(crate) async fn look(&self, look: Look) -> Result<Seen, Trouble> {
        match self.clerk.ask(Request::Look(look)).await {
            Ok(Reply::View(view)) => Ok(Seen { now: self.clock.civil().0, view: *view }),
            Ok(_) => Err(Trouble::Failed),
            Err(_) => Err(Trouble::Closed),
        }
    }

    /// The latest acts of the record before an entry of the journal.
    pub(crate) async fn record(&self, before: Option<u64>, most: u32) -> Result<Vec<RecordView>, Trouble> {
        match self.clerk.ask(Request::Record { before, most }).await {
            Ok(Reply::Record(record)) => Ok(record),
            Ok(_) => Err(Trouble::Failed),
            Err(_) => Err(Trouble::Closed),
        }
    }

    /// What is found in a text that concerns these parties. Nothing is changed.
    pub(crate) async fn check(&self, text: String, concerns: Vec<PartyId>) -> Result<CheckView, Trouble> {
        match self.clerk.ask(Request::Check { text, concerns }).await {
            Ok(Reply::Checked(found)) => Ok(found),
            Ok(_) => Err(Trouble::Failed),
            Err(_) => Err(Trouble::Closed),
        }
    }

    /// Whether this office still answers what is asked in that officer's name.
    pub(crate) async fn serves(&self, officer: &str) -> bool {
        !matches!(self.clerk.ask_for(officer, Request::Pulse).await, Ok(Reply::Refused(_)))
    }

    /// What an act would be warned of. Nothing is done. `Ok(Err)` is why it would be refused.
    pub(crate) async fn weigh(
        &self,
        id: ActId,
        visit: &Visit,
        act: Act,
    ) -> Result<Result<Vec<WarningView>, Refused>, Trouble> {
        let request = Request::Weigh { id, officer: visit.officer.clone(), act: Box::new(act) };
        match self.clerk.ask_for(&visit.officer, request).await {
            Ok(Reply::Weighed(warnings)) => Ok(Ok(warnings)),
            Ok(Reply::Refused(refused)) => Ok(Err(refused)),
            Ok(_) => Err(Trouble::Failed),
            Err(_) => Err(Trouble::Closed),
        }
    }

    /// Keeps, shows or throws away what this browser's officer typed into a form. `Ok(Err)` is why it is not kept.
    pub(crate) async fn draft(
        &self,
        visit: &Visit,
        asked: DraftAct,
    ) -> Result<Result<Option<DraftView>, Refused>, Trouble> {
        let request = Request::Draft { officer: visit.officer.clone(), asked };
        match self.clerk.ask_for(&visit.officer, request).await {
            Ok(Reply::Draft(kept)) => Ok(Ok(kept)),
            Ok(Reply::Refused(refused)) => Ok(Err(refused)),
            Ok(_) => Err(Trouble::Failed),
            Err(_) => Err(Trouble::Closed),
        }
    }

    /// Has the office do something in the browser's name, once. `Ok(Err)` is why it refused.
    pub(crate) async fn act(&self, id: ActId, visit: &Visit, act: Act) -> Result<Result<Made, Refused>, Trouble> {
        let request = Request::Act { id, officer: visit.officer.clone(), act: Box::new(act) };
        match self.clerk.ask_for(&visit.officer, request).await {
            Ok(Reply::Done(made)) => Ok(Ok(Made(made))),
            Ok(Reply::Refused(refused)) => Ok(Err(refused)),
            Ok(_) => Err(Trouble::Failed),
            Err(_) => Err(Trouble::Closed),
        }
    }
}

/// What came of an act: what it made, and what should be known.
pub(crate) struct Made(Value);

impl Made {
    /// A text of what it made.
    pub(crate) fn text(&self, name: &str) -> Option<&str> {
        self.0.get(name)?.as_str()
    }

    /// What should be known.
    pub(crate) fn warnings(&self) -> Vec<WarningView> {
        let all = self.0.get("warnings").and_then(Value::as_array);
        all.into_iter().flatten().filter_map(|one| serde_json::from_value(one.clone()).ok()).collect()
    }
}

/// One request.
#[derive(Clone, Debug)]
pub(crate) struct Visit {
    /// The officer in whose name the browser acts.
    pub(crate) officer: String,
    /// The reader's language.
    pub(crate) language: Language,
    /// What the office's own addresses begin with.
    pub(crate) folder: String,
    /// The address that was asked for, with what is behind its question mark.
    pub(crate) address: String,
    /// What is behind the question mark.
    pub(crate) query: Form,
    sent: Arc<Sent>,
    searches: Arc<Searches>,
}

impl Visit {
    /// Whether it is an address of this office's pages: what a browser is led back to is nothing else.
    pub(crate) fn is_own(&self, address: &str) -> bool {
        address.strip_prefix(&self.folder).is_some_and(|rest| rest.starts_with('/')) && address.is_ascii()
    }

    /// What is searched for, by the number of the search in the address. `Some(None)` where that search is not known any more.
    pub(crate) fn sought(&self) -> Option<Option<String>> {
        let number = self.query.given("find")?.parse().ok();
        Some(number.and_then(|number| self.searches.of(&self.officer, number)))
    }

    /// By what a form of that name, for this act, is known that was shown to this officer while the session was open.
    pub(crate) fn shown(&self, act: ActId, form: &str) -> String {
        self.sent.shown(&self.officer, act, form)
    }

    pub(super) fn of(house: &House, uri: &Uri, headers: &HeaderMap) -> Self {
        let chosen = cookies(headers).find(|(name, _)| *name == "language").and_then(|(_, tag)| Language::of_tag(tag));
        let asked = || headers.get(header::ACCEPT_LANGUAGE).and_then(|one| one.to_str().ok()).unwrap_or_default();
        Self {
            officer: String::new(),
            language: chosen.unwrap_or_else(|| Language::asked_for(asked())),
            folder: house.door.folder(),
            address: uri.path_and_query().map(ToString::to_string).unwrap_or_default(),
            query: Form::parse(uri.query().unwrap_or_default().as_bytes()),
            sent: Arc::clone(&house.sent),
            searches: Arc::clone(&house.searches),
        }
    }
}

/// The number in an address, such as `items/3`.
pub(crate) struct No(pub(crate) u32);

/// The same where there may be none, which is 0.
pub(crate) struct MaybeNo(pub(crate) u32);

impl<S: Send + Sync> FromRequestParts<S> for MaybeNo {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Trouble> {
        let named = RawPathParams::from_request_parts(parts, state).await;
        match named.iter().flatten().next() {
            Some((_, number)) => number.parse().map(Self).map_err(|_| Trouble::NotThere),
            None => Ok(Self(0)),
        }
    }
}

impl<S: Send + Sync> FromRequestParts<S> for No {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Trouble> {
        let number = Path::<u32>::from_request_parts(parts, state).await;
        number.map(|Path(number)| Self(number)).map_err(|_| Trouble::NotThere)
    }
}

/// The cookies that came with a request.
pub(super) fn cookies(headers: &HeaderMap) -> impl Iterator<Item = (&str, &str)> {
    let lines = headers.get_all(header::COOKIE).into_iter().filter_map(|line| line.to_str().ok());
    lines.flat_map(|line| line.split(';')).filter_map(|one| one.trim().split_once('='))
}

/// The form that came with a request.
pub(crate) async fn form(body: Body) -> Result<Form, Trouble> {
    let bytes = to_bytes(body, FORM_BYTES).await.map_err(|_| Trouble::TooLong)?;
    Ok(Form::parse(&bytes))
}
