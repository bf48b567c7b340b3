//! Which requests are answered at all. A page on a machine's own address can be asked for by any site that a browser on
//! it visits: by name (DNS rebinding), by a form posted across, by a link, in a frame. What the browser says of where a request
//! comes from is looked at on every request, whatever is asked.

use axum::http::{HeaderMap, HeaderValue, Method, Uri, header};

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Barred {
    /// It names another host.
    Host,
    /// It comes from another site.
    Origin,
}

/// Whether a request is one of this server's own pages' or of who typed its address.
pub(super) fn admits(host: &str, method: &Method, uri: &Uri, headers: &HeaderMap) -> Result<(), Barred> {
    let named = only(headers, "host").ok_or(Barred::Host)?;
    let also = uri.authority().is_none_or(|authority| authority.as_str() == host);
    if named != Some(host) || !also {
        return Err(Barred::Host);
    }
    // Browsers put this on every request to an address of the machine's own, and no page can change it.
    match only(headers, "sec-fetch-site").ok_or(Barred::Origin)? {
        None | Some("same-origin" | "none") => {}
        Some(_) => return Err(Barred::Origin),
    }
    let origin = only(headers, "origin").ok_or(Barred::Origin)?;
    let own = origin.and_then(|origin| origin.strip_prefix("http://")) == Some(host);
    // A browser says where a form comes from; who does not say it may look and not act.
    let may = own || (origin.is_none() && [Method::GET, Method::HEAD].contains(method));
    if may { Ok(()) } else { Err(Barred::Origin) }
}

/// A header's text where there is one; nothing where there are several, or one that is no text.
fn only<'h>(headers: &'h HeaderMap, name: &str) -> Option<Option<&'h str>> {
    let mut all = headers.get_all(name).iter();
    match (all.next(), all.next()) {
        (None, _) => Some(None),
        (Some(one), None) => one.to_str().ok().map(Some),
        (Some(_), Some(_)) => None,
    }
}

/// What a browser may do with a page: load our own style and script, send forms back to us, and nothing else.
const POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; \
                      form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// No part of a page asks for any of these; the alarm sounds by itself once sound was turned on.
const PERMISSIONS: &str = "accelerometer=(), autoplay=(self), camera=(), clipboard-read=(), display-capture=(), \
                           encrypted-media=(), fullscreen=(), geolocation=(), gyroscope=(), hid=(), \
                           identity-credentials-get=(), magnetometer=(), microphone=(), midi=(), payment=(), \
                           publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), \
                           xr-spatial-tracking=()";

/// What stands at the head of every answer, whatever it is.
const HEADS: [(&str, &str); 11] = [
    ("cache-control", "no-store"),
    ("content-security-policy", POLICY),
    ("cross-origin-embedder-policy", "require-corp"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    ("permissions-policy", PERMISSIONS),
    // Not `no-referrer`: under that a browser does not say where a form comes from either. Nothing is told to others.
    ("referrer-policy", "same-origin"),
    ("x-content-type-options", "nosniff"),
    ("x-dns-prefetch-control", "off"),
    ("x-frame-options", "DENY"),
    ("x-robots-tag", "noindex, nofollow"),
];

/// Puts it there.
pub(super) fn put_heads(headers: &mut HeaderMap) {
    for (name, value) in HEADS {
        headers.insert(header::HeaderName::from_static(name), HeaderValue::from_static(value));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOST: &str = "127.0.0.1:4711";

    fn asked(method: &str, uri: &str, heads: &[(&'static str, &'static str)]) -> Result<(), Barred> {
        let mut headers = HeaderMap::new();
        for (name, value) in heads {
            headers.append(*name, HeaderValue::from_static(value));
        }
        admits(HOST, &method.parse().unwrap(), &uri.parse().unwrap(), &headers)
    }

    #[test]
    fn who_types_the_address_and_our_own_pages_are_answered() {
        assert_eq!(asked("GET", "/", &[("host", HOST)]), Ok(()));
        assert_eq!(asked("GET", "/", &[("host", HOST), ("sec-fetch-site", "none")]), Ok(()));
        let own = [("host", HOST), ("origin", "http://127.0.0.1:4711"), ("sec-fetch-site", "same-origin")];
        assert_eq!(asked("POST", "/x", &own), Ok(()));
        assert_eq!(asked("GET", "http://127.0.0.1:4711/x", &[("host", HOST)]), Ok(()));
    }

    #[test]
    fn another_name_for_this_machine_is_not_answered() {
        for heads in [
            &[][..],
            &[("host", "rebound.example:4711")],
            &[("host", "localhost:4711")],
            &[("host", "127.0.0.1")],
            &[("host", "127.0.0.1:4712")],
            &[("host", HOST), ("host", HOST)],
        ] {
            assert_eq!(asked("GET", "/", heads), Err(Barred::Host), "{heads:?}");
        }
        assert_eq!(asked("GET", "http://rebound.example/", &[("host", HOST)]), Err(Barred::Host));
    }

    #[test]
    fn what_comes_from_another_site_is_not_answered() {
        for site in ["cross-site", "same-site", "anything"] {
            assert_eq!(asked("GET", "/", &[("host", HOST), ("sec-fetch-site", site)]), Err(Barred::Origin), "{site}");
        }
        for origin in [
            "http://elsewhere.example",
            "null",
            "https://127.0.0.1:4711",
            "http://127.0.0.1:4712",
            "http://localhost:4711",
        ] {
            for method in ["GET", "POST"] {
                let heads = [("host", HOST), ("origin", origin), ("sec-fetch-site", "same-origin")];
                assert_eq!(asked(method, "/", &heads), Err(Barred::Origin), "{method} from {origin}");
            }
        }
        let twice = [("host", HOST), ("origin", "http://127.0.0.1:4711"), ("origin", "http://127.0.0.1:4711")];
        assert_eq!(asked("POST", "/", &twice), Err(Barred::Origin));
        assert_eq!(asked("POST", "/", &[("host", HOST)]), Err(Barred::Origin), "who does not say whence may not act");
    }
}
