//! Any bytes at the hub: a refusal of fixed size, no panic, no growth. (`total`)

use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use hub::Figures;
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::runtime::Runtime;
use wire::{CollectReply, EraseReply, PATH_COLLECT, PATH_ERASE, PATH_PUT, PutReply, Refusal};

use crate::rig::{Client, Rig, cell, key, request};

static PANICS: AtomicUsize = AtomicUsize::new(0);
static HOOK: OnceLock<()> = OnceLock::new();

/// Runs `test` on cases of `strategy` against one hub, and sees that it has neither panicked nor grown, and is well.
fn against_one_hub<S: Strategy>(cases: u32, strategy: S, test: impl AsyncFn(&Rig, S::Value)) {
    HOOK.get_or_init(|| {
        let usual = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            // The hub's tasks run on the runtime's own threads; the test's own failures do not.
            if std::thread::current().name().is_some_and(|name| name.starts_with("hub-runtime")) {
                PANICS.fetch_add(1, Ordering::SeqCst);
            }
            usual(info);
        }));
    });
    let runtime: Runtime =
        tokio::runtime::Builder::new_multi_thread().thread_name("hub-runtime").enable_all().build().unwrap();
    let rig = runtime.block_on(async { tokio::spawn(Rig::memory()).await.unwrap() });
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config)
        .run(&strategy, |case| {
            runtime.block_on(test(&rig, case));
            Ok(())
        })
        .unwrap();
    runtime.block_on(async {
        assert_eq!(PANICS.load(Ordering::SeqCst), 0, "the hub panicked");
        assert_eq!(rig.figures().await, Figures::default(), "the hub grew");
        assert!(rig.troubles.lock().unwrap().is_empty(), "{:?}", rig.troubles.lock().unwrap());
        let mut client = rig.client().await;
        assert_eq!(client.get("/healthz").await, (200, b"well\n".to_vec()));
        assert_eq!(client.deposit(&key(1), cell(1)).await, PutReply::Stored);
    });
}

fn bytes(most: usize) -> impl Strategy<Value = Vec<u8>> {
    proptest::collection::vec(any::<u8>(), 0..most)
}

/// Lengths that matter, and any other.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let near = |right: usize| right.saturating_sub(1)..right + 2;
    let length = prop_oneof![
        near(wire::PUT_BYTES),
        near(wire::COLLECT_BYTES),
        near(wire::ERASE_BYTES),
        0..40usize,
        0..20_000usize
    ];
    (length, any::<u64>()).prop_map(|(length, seed)| {
        let mut bytes = vec![0; length];
        rand_core::Rng::fill_bytes(&mut crate::rig::rng(seed), &mut bytes);
        bytes
    })
}

#[test]
fn any_body_on_any_path_is_answered_with_its_fixed_size() {
    let path = prop_oneof![Just(PATH_PUT), Just(PATH_COLLECT), Just(PATH_ERASE)];
    against_one_hub(200, (path, body()), async |rig, (path, mut body)| {
        // The first byte of a collecting request is how long to wait.
        if let [wait, ..] = body.as_mut_slice() {
            *wait = 0;
        }
        let mut client = rig.client().await;
        let (status, reply) = client.post(path, &body).await;
        assert_eq!(status, 200);
        match path {
            PATH_PUT => {
                let refusal = if body.len() == wire::PUT_BYTES { Refusal::Pass } else { Refusal::Malformed };
                assert_eq!(PutReply::decode(&reply).unwrap(), PutReply::Refused(refusal));
            }
            PATH_COLLECT => {
                let right = body.len() == wire::COLLECT_BYTES;
                let nothing = CollectReply::Cells(vec![None; wire::KEYS_PER_REQUEST]);
                let expected = if right { nothing } else { CollectReply::Refused(Refusal::Malformed) };
                assert_eq!(CollectReply::decode(&reply).unwrap(), expected);
            }
            _ => {
                let right = body.len() == wire::ERASE_BYTES;
                let expected = if right { EraseReply::Done } else { EraseReply::Refused(Refusal::Malformed) };
                assert_eq!(EraseReply::decode(&reply).unwrap(), expected);
            }
        }
    });
}

#[test]
fn any_method_and_any_path_is_refused() {
    let method = prop_oneof![Just("GET"), Just("PUT"), Just("DELETE"), Just("OPTIONS"), Just("PATCH"), Just("MADE-UP")];
    let path = prop_oneof![
        Just(PATH_PUT.to_string()),
        Just(PATH_COLLECT.to_string()),
        Just("/v1/collect/".to_string()),
        Just("/healthz/".to_string()),
        "/[a-z0-9/%.?]{0,40}".prop_map(|path| path),
    ];
    against_one_hub(100, (method, path, bytes(200)), async |rig, (method, path, body)| {
        let mut client = rig.client().await;
        client.send(&request(method, &path, &body)).await;
        let (status, reply) = client.answer().await.unwrap();
        match path.as_str() {
            PATH_COLLECT => {
                let refused = CollectReply::Refused(Refusal::Malformed);
                assert_eq!((status, CollectReply::decode(&reply).unwrap()), (200, refused));
            }
            path => {
                let expected = if path == PATH_PUT { 200 } else { 404 };
                let refused = PutReply::Refused(Refusal::Malformed);
                // A path that is no path is refused before it is looked at.
                if status != 400 {
                    assert_eq!((status, PutReply::decode(&reply).unwrap()), (expected, refused));
                }
            }
        }
    });
}

/// What is left to read, however the connection ends.
async fn drain(client: &mut Client) -> Vec<u8> {
    let mut all = Vec::new();
    let read = tokio::time::timeout(crate::rig::PATIENCE, client.tls.read_to_end(&mut all)).await;
    // That it ends is what matters, not how.
    let _ = read.expect("the hub did not end the connection");
    all
}

#[test]
fn any_bytes_in_place_of_http_are_refused() {
    let broken = prop_oneof![
        bytes(400),
        bytes(60).prop_map(|tail| [b"POST /v1/put HTTP/1.1\r\n".as_slice(), &tail, b"\r\n\r\n"].concat()),
        bytes(60)
            .prop_map(|tail| [b"POST /v1/put HTTP/1.1\r\ncontent-length: ".as_slice(), &tail, b"\r\n\r\n"].concat()),
        bytes(60).prop_map(|tail| {
            [b"POST /v1/collect HTTP/1.1\r\ntransfer-encoding: chunked\r\n\r\n".as_slice(), &tail].concat()
        }),
        bytes(60).prop_map(|tail| [b"POST ".as_slice(), &tail, b" HTTP/1.1\r\n\r\n"].concat()),
    ];
    against_one_hub(150, broken, async |rig, bytes| {
        let mut client = rig.client().await;
        client.send(&bytes).await;
        // Nothing more will come.
        client.tls.shutdown().await.unwrap();
        let all = drain(&mut client).await;
        let most = wire::COLLECT_REPLY_BYTES + 200;
        assert!(all.is_empty() || all.starts_with(b"HTTP/1.1 ") && all.len() < most, "{} bytes", all.len());
    });
}

#[test]
fn any_bytes_in_place_of_tls_are_refused() {
    let broken = prop_oneof![
        bytes(400),
        bytes(400).prop_map(|tail| [b"\x16\x03\x01\x01\x00\x01\x00\x00\xfc\x03\x03".as_slice(), &tail].concat()),
        Just(request("GET", "/healthz", b"")),
    ];
    against_one_hub(150, broken, async |rig, bytes| {
        let mut tcp = TcpStream::connect(rig.address).await.unwrap();
        tcp.write_all(&bytes).await.unwrap();
        let _ = tcp.shutdown().await;
        let mut all = Vec::new();
        let read = tokio::time::timeout(crate::rig::PATIENCE, tcp.read_to_end(&mut all)).await;
        let _ = read.expect("the hub did not end the connection");
        assert!(all.len() < 100, "an alert at most: {} bytes", all.len());
    });
}

#[test]
fn requests_that_are_broken_off_leave_nothing() {
    let whole = request("POST", PATH_PUT, &[7; wire::PUT_BYTES]);
    let cut = 0..whole.len();
    against_one_hub(60, cut, async |rig, cut| {
        let mut client = rig.client().await;
        client.send(&whole[..cut]).await;
        drop(client);
    });
}
