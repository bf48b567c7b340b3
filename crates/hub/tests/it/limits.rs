//! What nobody who connects can exceed.

use std::time::Duration;

use hub::{Keeping, Limits};
use tokio::io::AsyncReadExt;
use tokio::net::TcpStream;
use tokio::time::timeout;
use wire::{PATH_COLLECT, PATH_PUT, PutReply, Refusal};

use crate::rig::{Offer, PATIENCE, Rig, cell, key, memory};

const SHORT: Duration = Duration::from_millis(150);

async fn limited(change: impl FnOnce(&mut Limits)) -> Rig {
    Rig::start(memory(Keeping::default()), |config| change(&mut config.limits)).await
}

#[tokio::test]
async fn no_more_connections_than_there_may_be() {
    let rig = limited(|limits| limits.connections = 2).await;
    let (mut one, two) = (rig.client().await, rig.client().await);
    one.get("/healthz").await;
    assert!(rig.client_with(&Offer::hybrid()).await.is_err(), "closed unanswered");
    assert_eq!(one.deposit(&key(1), cell(1)).await, PutReply::Stored, "the others go on");
    drop(two);
    let again = async { while rig.client_with(&Offer::hybrid()).await.is_err() {} };
    timeout(PATIENCE, again).await.expect("room again when one has gone");
}

#[tokio::test]
async fn a_handshake_takes_only_so_long() {
    let rig = limited(|limits| limits.handshake = SHORT).await;
    let mut tcp = TcpStream::connect(rig.address).await.unwrap();
    let read = timeout(PATIENCE, tcp.read(&mut [0; 1])).await.expect("closed");
    assert!(matches!(read, Ok(0) | Err(_)));
}

#[tokio::test]
async fn a_head_takes_only_so_long() {
    let rig = limited(|limits| limits.head = SHORT).await;
    let mut dribbling = rig.client().await;
    dribbling.send(b"POST /v1/put HTTP/1.1\r\nhost").await;
    let mut silent = rig.client().await;
    silent.get("/healthz").await;
    assert!(dribbling.ends().await, "a head that never ends");
    assert!(silent.ends().await, "and a connection that asks for nothing more");
}

#[tokio::test]
async fn a_body_takes_only_so_long() {
    let rig = limited(|limits| limits.body = SHORT).await;
    for (path, length) in [(PATH_PUT, wire::SHORT_REPLY_BYTES), (PATH_COLLECT, wire::COLLECT_REPLY_BYTES)] {
        let mut client = rig.client().await;
        client.send(format!("POST {path} HTTP/1.1\r\ncontent-length: 8256\r\n\r\nxxxx").as_bytes()).await;
        let (status, reply) = client.answer().await.unwrap();
        assert_eq!((status, reply.len()), (200, length));
        assert!(client.ends().await);
    }
}

#[tokio::test]
async fn who_does_not_read_is_cut_off() {
    let rig = limited(|limits| {
        limits.connections = 1;
        limits.idle = Duration::from_millis(500);
    })
    .await;
    let mut client = rig.client().await;
    // Asks for far more than the buffers on the way can hold, and takes none of it.
    let request = crate::rig::request("POST", PATH_COLLECT, &[0; wire::COLLECT_BYTES]);
    let asking = async {
        loop {
            if tokio::io::AsyncWriteExt::write_all(&mut client.tls, &request).await.is_err() {
                break;
            }
        }
    };
    let next = async { while rig.client_with(&Offer::hybrid()).await.is_err() {} };
    timeout(PATIENCE, async {
        tokio::select! {
            () = async { asking.await; std::future::pending::<()>().await } => {}
            () = next => {}
        }
    })
    .await
    .expect("its place is free again");
}

#[tokio::test]
async fn who_asks_now_and_then_is_not_idle() {
    let rig = limited(|limits| {
        limits.wait = Duration::from_millis(200);
        limits.idle = Duration::from_millis(500);
    })
    .await;
    let mut client = rig.client().await;
    for _ in 0..4 {
        assert_eq!(client.collect(60, &[key(1)]).await, [None]);
    }
}

#[tokio::test]
async fn a_waiting_request_is_not_idle_too_soon() {
    let limits = Limits::default();
    assert!(limits.idle > limits.wait);
    assert!(limits.wait <= Duration::from_secs(60));
}

#[tokio::test]
async fn a_connection_grows_only_so_old() {
    let rig = limited(|limits| limits.age = SHORT).await;
    let mut client = rig.client().await;
    assert_eq!(client.deposit(&key(1), cell(1)).await, PutReply::Stored);
    assert!(client.ends().await);
    let mut waiting = rig.client().await;
    assert_eq!(waiting.collect(1, &[key(2)]).await, [None], "what is under way ends first");
    assert!(waiting.ends().await);
}

#[tokio::test]
async fn a_body_that_is_too_long_is_refused_before_it_is_read() {
    let rig = Rig::memory().await;
    for head in ["content-length: 1000000000000", "transfer-encoding: chunked"] {
        let mut client = rig.client().await;
        client.send(format!("POST {PATH_PUT} HTTP/1.1\r\n{head}\r\n\r\n").as_bytes()).await;
        let flood = vec![b'a'; 16_000];
        client.send(&[b"3e80\r\n".as_slice(), &flood, b"\r\n"].concat()).await;
        let (status, reply) = client.answer().await.unwrap();
        assert_eq!((status, PutReply::decode(&reply).unwrap()), (200, PutReply::Refused(Refusal::Malformed)));
    }
}

#[tokio::test]
async fn a_head_is_only_so_long() {
    let rig = Rig::memory().await;
    let many = "a: b\r\n".repeat(40);
    let long = format!("a: {}\r\n", "b".repeat(70_000));
    for headers in [many, long] {
        let mut client = rig.client().await;
        let request = format!("POST {PATH_PUT} HTTP/1.1\r\n{headers}\r\n");
        // The hub may close before all of it is sent.
        let _ = tokio::io::AsyncWriteExt::write_all(&mut client.tls, request.as_bytes()).await;
        if let Ok((status, _)) = client.answer().await {
            assert_eq!(status, 431);
        }
        assert!(client.ends().await);
    }
    assert_eq!(rig.client().await.get("/healthz").await.0, 200);
}
