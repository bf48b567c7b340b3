//! The pages of a desk as large as it must carry: each in under a tenth of a second on the server, and in under 100 KB.

// A bench that cannot be set up is to stop; this one also says how large each page is.
#![allow(missing_docs, clippy::expect_used, clippy::print_stdout)]

use std::sync::Arc;
use std::sync::atomic::Ordering;

use criterion::{Criterion, criterion_group, criterion_main};
use http_body_util::{BodyExt, Full};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::http::request::Builder;
use hyper::{Request, Response, body::Incoming};
use hyper_util::rt::TokioIo;
use office::control::{Asked, Clerk};
use pages::Pages;
use tokio::net::TcpStream;
use tokio::runtime::Runtime;

use common::large::{ITEMS, LATER, full};
use common::{CIVIL, Draft, Standing, open};

#[path = "../../office/benches/common/mod.rs"]
mod common;

/// The most bytes of a page.
const MOST: usize = 100_000;

/// Every page that a large desk is asked for in a day, those far back and those of a search among them.
fn places() -> Vec<(&'static str, String)> {
    let middle = ITEMS / 2;
    vec![
        ("the board", String::new()),
        ("the board, its last page", "?page=40".to_owned()),
        ("how many wait", "waiting".to_owned()),
        ("the alarm", "alarm".to_owned()),
        ("items", "items".to_owned()),
        ("items, far back", format!("items?before={middle}")),
        ("a search without a match", "items?find=1".to_owned()),
        ("one item", format!("items/{middle}")),
        ("a form about one item", format!("items/{ITEMS}/render")),
        ("channels", "channels".to_owned()),
        ("the channel", "channels/1".to_owned()),
        ("the channel, far back", format!("channels/1?before={middle}")),
        ("the channel as a picture", "channels/1/picture".to_owned()),
        ("the picture, far back", format!("channels/1/picture?before={middle}")),
        ("who was told what", format!("told?before={middle}")),
        ("parties", "parties".to_owned()),
        ("lines", "lines".to_owned()),
        ("the record", "record".to_owned()),
        ("a channel's form", "open-channel".to_owned()),
        ("a readout's form", "draft".to_owned()),
        ("a label's form", "parties/1/label".to_owned()),
        ("a question's form", "ask".to_owned()),
        ("a question's form about an item", format!("ask?about={ITEMS}")),
    ]
}

/// A browser's one connection to the pages.
struct Browser {
    sender: SendRequest<Full<Bytes>>,
    host: String,
    folder: String,
    cookie: String,
}

impl Browser {
    async fn entered(address: &str) -> Self {
        let (host, path) = address.strip_prefix("http://").and_then(|rest| rest.split_once('/')).expect("an address");
        let tcp = TcpStream::connect(host).await.expect("it listens");
        let (sender, connection) = handshake(TokioIo::new(tcp)).await.expect("it speaks HTTP");
        tokio::spawn(connection);
        let (folder, cookie) = (String::new(), String::new());
        let mut browser = Self { sender, host: host.to_owned(), folder, cookie };
        let answer = browser.ask(&format!("/{path}")).await;
        let head = |name| answer.headers().get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
        browser.folder = head("location").trim_end_matches('/').to_owned();
        browser.cookie = head("set-cookie").split(';').next().unwrap_or_default().to_owned();
        browser.rest(answer).await;
        browser
    }

    async fn ask(&mut self, path: &str) -> Response<Incoming> {
        self.send(Request::get(path), "").await
    }

    async fn send(&mut self, request: Builder, form: &'static str) -> Response<Incoming> {
        let request = request.header("host", &self.host).header("cookie", &self.cookie);
        let request = request.header("sec-fetch-site", "same-origin").body(Full::from(form)).expect("a request");
        self.sender.ready().await.expect("the connection stays");
        self.sender.send_request(request).await.expect("an answer")
    }

    /// Searches: the first time, and under that number from then on.
    async fn search(&mut self) {
        let find = Request::post(format!("{}/find", self.folder)).header("origin", format!("http://{}", self.host));
        let answer = self.send(find, "in=items&find=nothing+has+this").await;
        assert_eq!(answer.headers().get("location").expect("a place"), &format!("{}/items?find=1", self.folder));
        self.rest(answer).await;
    }

    async fn rest(&self, answer: Response<Incoming>) -> usize {
        answer.into_body().collect().await.expect("it comes whole").to_bytes().len()
    }

    /// How many bytes a page of the office has on the wire, heads aside.
    async fn page(&mut self, place: &str) -> usize {
        let answer = self.ask(&format!("{}/{place}", self.folder)).await;
        assert!(answer.status().is_success(), "{place}: {}", answer.status());
        self.rest(answer).await
    }
}

fn pages(c: &mut Criterion) {
    let home = tempfile::tempdir().expect("a folder");
    let file = home.path().join("vault.sqlite");
    {
        let draft = Draft::default();
        full(&draft);
        draft.copy_to(&file);
    }
    CIVIL.store(LATER, Ordering::Relaxed);
    let (clerk, mut asked) = Clerk::new();
    let (opened, is_open) = std::sync::mpsc::channel();
    // The office has a thread of its own, as it has where it is open.
    std::thread::spawn(move || {
        let mut office = open(&file);
        opened.send(()).expect("somebody waits");
        while let Some(Asked { request, caller, reply }) = asked.blocking_recv() {
            let _ = reply.send(office.reply(request, &caller).expect("it is whole"));
        }
    });
    is_open.recv().expect("it opens");
    let runtime = Runtime::new().expect("a runtime");
    let mut browser = runtime.block_on(async {
        let pages = Pages::bind(0).expect("a port");
        let address = pages.door().address("anna");
        tokio::spawn(pages.serve(clerk, Arc::new(Standing), std::future::pending()));
        let mut browser = Browser::entered(&address).await;
        browser.search().await;
        browser
    });
    let mut group = c.benchmark_group("pages of 50,000 items");
    group.sample_size(10);
    let mut too_large: Vec<String> = Vec::new();
    for (name, place) in places() {
        let bytes = runtime.block_on(browser.page(&place));
        println!("{name}: {bytes} bytes");
        too_large.extend((bytes >= MOST).then(|| format!("{name}: {bytes} bytes")));
        group.bench_function(name, |b| b.iter(|| runtime.block_on(browser.page(&place))));
    }
    group.finish();
    assert!(too_large.is_empty(), "{too_large:?}");
}

criterion_group!(benches, pages);
criterion_main!(benches);
