//! One connection: handshake, requests one after another, and its end.

use std::io;
use std::time::Duration;

use axum::Router;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use rustls::server::Acceptor;
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::time::{sleep, timeout};
use tokio_rustls::LazyConfigAcceptor;
use tokio_rustls::server::TlsStream;

use super::Limits;
use super::idle::Idle;
use crate::identity::Tls;

/// The longest head of a request, and what is read ahead of a body.
const READ_AHEAD: usize = 16 * 1024;
/// Header lines in a request.
const HEADERS: usize = 32;

/// Serves a connection until it ends by itself, breaks a limit, or the hub stops. What goes wrong on it concerns nobody
/// but who connected, and so is not told.
pub(super) async fn run(tcp: TcpStream, tls: Tls, router: Router, limits: Limits, mut stopped: watch::Receiver<bool>) {
    // Without it, answers may be held back to fill a packet: slower, and no error where it cannot be set.
    let _ = tcp.set_nodelay(true);
    let stream = tokio::select! {
        shaken = timeout(limits.handshake, shake(Idle::new(tcp, limits.idle), tls)) => match shaken {
            Ok(Ok(stream)) => stream,
            Ok(Err(_)) | Err(_) => return,
        },
        () = stop(&mut stopped) => return,
    };
    let serving = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(at_least(limits.head))
        .max_headers(HEADERS)
        .max_buf_size(READ_AHEAD)
        .auto_date_header(false)
        .serve_connection(TokioIo::new(stream), TowerToHyperService::new(router));
    let mut serving = std::pin::pin!(serving);
    tokio::select! {
        _ = serving.as_mut() => return,
        () = stop(&mut stopped) => {}
        () = sleep(limits.age) => {}
    }
    serving.as_mut().graceful_shutdown();
    let _ = timeout(limits.grace, serving).await;
}

/// The handshake, as suits what the client says of itself.
async fn shake(tcp: Idle<TcpStream>, tls: Tls) -> io::Result<TlsStream<Idle<TcpStream>>> {
    let start = LazyConfigAcceptor::new(Acceptor::default(), tcp).await?;
    let config = tls.for_client(&start.client_hello());
    start.into_stream(config).await
}

/// Over when the hub stops.
pub(super) async fn stop(stopped: &mut watch::Receiver<bool>) {
    // An error says that the server is gone altogether, which is as good a reason.
    let _ = stopped.wait_for(|stopped| *stopped).await;
}

/// A limit of nothing would refuse everyone.
fn at_least(limit: Duration) -> Duration {
    limit.max(Duration::from_millis(1))
}
