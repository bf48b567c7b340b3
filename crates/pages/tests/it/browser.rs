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

    /// Searches in a list, and looks at what is found.
    pub(crate) async fn finds(&mut self, folder: &str, list: &str, words: &str) -> Answer {
        let answer = self.post(&format!("{folder}/find"), &[("in", list), ("find", words)]).await;
        let place = answer.head("location").to_owned();
        assert!(place.starts_with(&format!("{folder}/{list}")), "{place}");
        self.get(&place).await
    }

    /// Looks at a form.
    pub(crate) async fn form(&mut self, place: &str) -> Sheet {
        let answer = self.get(place).await;
        assert_eq!(answer.status, StatusCode::OK, "{place}: {}", answer.text);
        Sheet::of(&answer.text, place.split('?').next().unwrap())
    }

    /// Sends one.
    pub(crate) async fn send(&mut self, sheet: &Sheet) -> Answer {
        let fields: Vec<(&str, &str)> =
            sheet.fields.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        self.post(&sheet.action, &fields).await
    }

    /// Looks at a form once more before it is done: what it would do, with nothing done.
    pub(crate) async fn looks(&mut self, sheet: &Sheet) -> Answer {
        let answer = self.send(&sheet.clone().pressed("step", "look")).await;
        assert_eq!(answer.status, StatusCode::OK, "{sheet:?}: {}", answer.text);
        answer
    }

    /// Does it after having looked at it.
    pub(crate) async fn looks_and_does(&mut self, sheet: &Sheet) -> Answer {
        let answer = self.looks(sheet).await;
        let answer = self.send(&Sheet::of(&answer.text, &sheet.action).pressed("step", "do")).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
        answer
    }

    /// Sends one that is done, whatever is shown then.
    pub(crate) async fn does(&mut self, sheet: &Sheet) -> Answer {
        let answer = self.send(sheet).await;
        assert!([StatusCode::SEE_OTHER, StatusCode::OK].contains(&answer.status), "{sheet:?}: {}", answer.text);
        answer
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

/// A form as a page shows it: what a browser would send if nobody typed anything.
#[derive(Clone, Debug)]
pub(crate) struct Sheet {
    action: String,
    fields: Vec<(String, String)>,
    /// Which values may be sent under each name; any where there is none.
    offered: BTreeMap<String, Vec<String>>,
    /// The buttons that say by which of them it was sent.
    buttons: Vec<(String, String)>,
}

impl Sheet {
    /// The form of a page that is sent to this place.
    pub(crate) fn of(page: &str, place: &str) -> Self {
        let to = format!("action=\"{place}\"");
        let form = page.split("<form ").skip(1).find(|form| form.split('>').next().unwrap().contains(&to));
        let form = form.unwrap_or_else(|| panic!("there is no form for {place} on the page: {page}"));
        let form = form.split("</form>").next().unwrap();
        let mut sheet =
            Self { action: place.to_owned(), fields: Vec::new(), offered: BTreeMap::new(), buttons: Vec::new() };
        let mut select = String::new();
        for piece in form.split('<').skip(1) {
            let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
            let value = |name: &str| attribute(tag, name);
            let flag = |name: &str| tag.split_whitespace().skip(1).any(|part| part == name);
            match tag.split_whitespace().next().unwrap_or_default() {
                "input" => {
                    let Some(name) = value("name") else { continue };
                    let given = value("value").unwrap_or_default();
                    if matches!(value("type").as_deref(), Some("radio" | "checkbox")) {
                        sheet.offered.entry(name.clone()).or_default().push(given.clone());
                        if flag("checked") {
                            sheet.fields.push((name, given));
                        }
                    } else {
                        sheet.fields.push((name, given));
                    }
                }
                "textarea" => {
                    let text = unescaped(text.strip_prefix('\n').unwrap_or(text));
                    sheet.fields.push((value("name").unwrap(), text));
                }
                "button" => sheet.buttons.extend(value("name").zip(value("value"))),
                "select" => select = value("name").unwrap(),
                // What is only offered beside a field is not sent.
                "datalist" => select.clear(),
                "option" if select.is_empty() => {}
                "option" => {
                    let given = value("value").unwrap_or_default();
                    let all = sheet.offered.entry(select.clone()).or_default();
                    all.push(given.clone());
                    // A browser sends the first of them where none is chosen.
                    if all.len() == 1 || flag("selected") {
                        sheet.fields.retain(|(of, _)| *of != select);
                        sheet.fields.push((select.clone(), given));
                    }
                }
                _ => {}
            }
        }
        sheet
    }

    /// The same with something typed, or chosen, in a field that is there.
    pub(crate) fn with(mut self, name: &str, text: &str) -> Self {
        assert!(self.is_there(name), "there is no field {name}: {self:?}");
        self.fields.retain(|(of, _)| of != name);
        self.add(name, text);
        self
    }

    /// The same, sent by a button that is there.
    pub(crate) fn pressed(mut self, name: &str, value: &str) -> Self {
        let button = (name.to_owned(), value.to_owned());
        assert!(self.buttons.contains(&button), "there is no button {button:?}: {self:?}");
        self.fields.push(button);
        self
    }

    /// The same with one more of several boxes ticked.
    pub(crate) fn also(mut self, name: &str, text: &str) -> Self {
        assert!(self.is_there(name), "there is no field {name}: {self:?}");
        self.add(name, text);
        self
    }

    /// The same with none of several boxes ticked.
    pub(crate) fn without(mut self, name: &str) -> Self {
        assert!(self.is_there(name), "there is no field {name}: {self:?}");
        self.fields.retain(|(of, _)| of != name);
        self
    }

    /// The same, sent to another place by a button of the form.
    pub(crate) fn to(&self, place: &str) -> Self {
        Self { action: place.to_owned(), ..self.clone() }
    }

    fn add(&mut self, name: &str, text: &str) {
        if let Some(offered) = self.offered.get(name) {
            assert!(offered.iter().any(|one| one == text), "{name} offers {offered:?} and not {text}");
        }
        self.fields.push((name.to_owned(), text.to_owned()));
    }

    pub(crate) fn is_there(&self, name: &str) -> bool {
        self.offered.contains_key(name) || self.fields.iter().any(|(of, _)| of == name)
    }

    /// The same, sent by the button that looks first.
    pub(crate) fn looked_at(mut self) -> Self {
        self.fields.push(("look".to_owned(), "yes".to_owned()));
        self
    }

    /// What stands in a field.
    pub(crate) fn text(&self, name: &str) -> &str {
        self.fields.iter().find(|(of, _)| of == name).map(|(_, text)| text.as_str()).unwrap_or_default()
    }

    /// What a field offers.
    pub(crate) fn offered(&self, name: &str) -> &[String] {
        self.offered.get(name).map(Vec::as_slice).unwrap_or_default()
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    Some(unescaped(tag.split(&format!(" {name}=\"")).nth(1)?.split('"').next()?))
}

fn unescaped(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// The value of a field of a form that is on a page.
pub(crate) fn field(page: &str, name: &str) -> String {
    let tag = page.split('<').find(|tag| tag.starts_with("input") && tag.contains(&format!("name=\"{name}\"")));
    let tag = tag.unwrap_or_else(|| panic!("there is no field {name} on the page"));
    tag.split("value=\"").nth(1).and_then(|rest| rest.split('"').next()).unwrap_or_default().to_owned()
}
