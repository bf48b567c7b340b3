//! A browser, as far as a server sees one: it keeps cookies, says whence it comes, and follows where it is led.

use std::collections::BTreeMap;

use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::handshake;
use hyper::{Method, Request, StatusCode, header};
use hyper_util::rt::TokioIo;
use tokio::net::TcpStream;

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) heads: hyper::HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn head(&self, name: &str) -> &str {
        self.heads.get(name).map(|value| value.to_str().unwrap()).unwrap_or_default()
    }
}

/// One browser, at one server.
pub(crate) struct Browser {
    host: String,
    cookies: BTreeMap<String, String>,
    /// Heads put on every request, in place of those that a browser would put.
    pub(crate) heads: BTreeMap<&'static str, String>,
}

impl Browser {
    /// A browser that knows nothing but the server's place.
    pub(crate) fn new(host: &str) -> Self {
        Self { host: host.to_owned(), cookies: BTreeMap::new(), heads: BTreeMap::new() }
    }

    /// A browser that has opened an address, and where that led it.
    pub(crate) async fn entered(address: &str) -> (Self, String) {
        let (host, path) = address.strip_prefix("http://").unwrap().split_once('/').unwrap();
        let mut browser = Self::new(host);
        let answer = browser.get(&format!("/{path}")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        let folder = answer.head("location").trim_end_matches('/').to_owned();
        (browser, folder)
    }

    /// The cookies that it keeps.
    pub(crate) fn cookie(&self) -> String {
        self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
    }

    /// Looks.
    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.ask(Method::GET, path, None).await
    }

    /// Sends a form.
    pub(crate) async fn post(&mut self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        self.ask(Method::POST, path, Some(form.finish().into())).await
    }

    /// Asks.
    pub(crate) async fn ask(&mut self, method: Method, path: &str, body: Option<Bytes>) -> Answer {
        let tcp = TcpStream::connect(&self.host).await.unwrap();
        let (mut sender, connection) = handshake(TokioIo::new(tcp)).await.unwrap();
        tokio::spawn(connection);
        let mut heads: BTreeMap<&str, String> =
            BTreeMap::from([("host", self.host.clone()), ("sec-fetch-site", "same-origin".to_owned())]);
        if method == Method::POST {
            heads.insert("origin", format!("http://{}", self.host));
            heads.insert("content-type", "application/x-www-form-urlencoded".to_owned());
        }
        if !self.cookies.is_empty() {
            heads.insert("cookie", self.cookie());
        }
        heads.extend(self.heads.iter().map(|(name, value)| (*name, value.clone())));
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in heads.iter().filter(|(_, value)| !value.is_empty()) {
            request = request.header(*name, value);
        }
        let request = request.body(Full::new(body.unwrap_or_default())).unwrap();
        let answer = sender.send_request(request).await.unwrap();
        let (parts, body) = answer.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            let (name, rest) = cookie.to_str().unwrap().split_once('=').unwrap();
            self.cookies.insert(name.to_owned(), rest.split(';').next().unwrap().to_owned());
        }
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        Answer { status: parts.status, heads: parts.headers, text }
    }
}

/// The value of a field of a form that is on a page.
pub(crate) fn field(page: &str, name: &str) -> String {
    let tag = page.split('<').find(|tag| tag.starts_with("input") && tag.contains(&format!("name=\"{name}\"")));
    let tag = tag.unwrap_or_else(|| panic!("there is no field {name} on the page"));
    tag.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}
