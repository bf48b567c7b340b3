//! What is answered where a page is not: what went wrong and what to do, in the reader's language, and nothing of the office.

use axum::body::Body;
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use maud::{DOCTYPE, html};

use crate::language::Language;
use crate::say::Say;

/// Why there is no page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trouble {
    /// The request names another host than the address that was given.
    OtherHost,
    /// The request comes from another site.
    OtherSite,
    /// The browser has no session.
    NoSession,
    /// The one-time address was used, or is over.
    UsedAddress,
    /// There is no such page.
    NotThere,
    /// What was sent is too long.
    TooLong,
    /// It took too long.
    Busy,
    /// The office was closed meanwhile.
    Closed,
    /// The office itself failed.
    Failed,
}

impl Trouble {
    const fn status(self) -> StatusCode {
        match self {
            Self::OtherHost | Self::OtherSite | Self::NoSession | Self::UsedAddress => StatusCode::FORBIDDEN,
            Self::NotThere => StatusCode::NOT_FOUND,
            Self::TooLong => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Busy | Self::Closed => StatusCode::SERVICE_UNAVAILABLE,
            Self::Failed => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }

    fn words(self, say: Say) -> (String, String) {
        match self {
            Self::OtherHost => (say.t("trouble-host"), say.t("trouble-host-do")),
            Self::OtherSite => (say.t("trouble-site"), say.t("trouble-site-do")),
            Self::NoSession => (say.t("trouble-session"), say.t("trouble-session-do")),
            Self::UsedAddress => (say.t("trouble-address"), say.t("trouble-address-do")),
            Self::NotThere => (say.t("trouble-page"), say.t("trouble-page-do")),
            Self::TooLong => (say.t("trouble-long"), say.t("trouble-long-do")),
            Self::Busy => (say.t("trouble-busy"), say.t("trouble-busy-do")),
            Self::Closed => (say.t("trouble-closed"), say.t("trouble-closed-do")),
            Self::Failed => (say.t("trouble-failed"), say.t("trouble-failed-do")),
        }
    }
}

impl IntoResponse for Trouble {
    fn into_response(self) -> Response {
        let mut answer = self.status().into_response();
        answer.extensions_mut().insert(self);
        answer
    }
}

/// The answer with its words, if it is a trouble's.
pub(super) fn said(mut answer: Response, language: Language) -> Response {
    let Some(trouble) = answer.extensions().get::<Trouble>().copied() else { return answer };
    let (title, what_to_do) = trouble.words(Say(language));
    // No style: whoever is not let in is not told either where it lies.
    let page = html! {
        (DOCTYPE)
        html lang=(language.tag()) dir=(language.dir()) {
            head {
                meta charset="utf-8";
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                title { (title) }
            }
            body { main { h1 { (title) } p { (what_to_do) } } }
        }
    };
    *answer.body_mut() = Body::from(page.into_string());
    // That of the empty answer that this one takes the place of.
    answer.headers_mut().remove(header::CONTENT_LENGTH);
    answer.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    answer
}
