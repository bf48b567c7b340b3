//! An office's own way to the hub: a forwarder on loopback that can be cut and mended.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// A way to the hub.
pub(super) struct Proxy {
    at: SocketAddr,
    shared: Arc<Mutex<Shared>>,
}

struct Shared {
    hub: SocketAddr,
    cut: bool,
    open: Vec<TcpStream>,
}

fn locked(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Proxy {
    /// Forwards from a fresh place on loopback to the hub.
    pub(super) fn new(hub: SocketAddr) -> std::io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let at = listener.local_addr()?;
        let shared = Arc::new(Mutex::new(Shared { hub, cut: false, open: Vec::new() }));
        let accepting = Arc::clone(&shared);
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                match stream {
                    Ok(stream) => forward(stream, &accepting),
                    Err(_) => return,
                }
            }
        });
        Ok(Self { at, shared })
    }

    /// Where it listens.
    pub(super) fn place(&self) -> String {
        self.at.to_string()
    }

    /// The hub listens elsewhere now.
    pub(super) fn lead_to(&self, hub: SocketAddr) {
        locked(&self.shared).hub = hub;
    }

    /// Cuts the way, or mends it. Cutting ends what is under way.
    pub(super) fn cut(&self, cut: bool) {
        let mut shared = locked(&self.shared);
        shared.cut = cut;
        if cut {
            for stream in shared.open.drain(..) {
                let _ = stream.shutdown(Shutdown::Both);
            }
        }
    }
}

fn forward(office: TcpStream, shared: &Arc<Mutex<Shared>>) {
    let hub = {
        let shared = locked(shared);
        if shared.cut {
            return;
        }
        shared.hub
    };
    let Ok(hub) = TcpStream::connect(hub) else { return };
    let _ = (office.set_nodelay(true), hub.set_nodelay(true));
    let ends = [office.try_clone(), hub.try_clone(), office.try_clone(), hub.try_clone()];
    let [Ok(office_again), Ok(hub_again), Ok(kept_office), Ok(kept_hub)] = ends else { return };
    {
        let mut shared = locked(shared);
        shared.open.retain(|stream| stream.peer_addr().is_ok());
        shared.open.extend([kept_office, kept_hub]);
    }
    std::thread::spawn(move || copy(office, hub_again));
    std::thread::spawn(move || copy(hub, office_again));
}

fn copy(mut from: TcpStream, mut to: TcpStream) {
    let mut buffer = vec![0; 64 * 1024];
    while let Ok(read @ 1..) = from.read(&mut buffer) {
        let Some(bytes) = buffer.get(..read) else { break };
        if to.write_all(bytes).is_err() {
            break;
        }
    }
    let _ = (from.shutdown(Shutdown::Both), to.shutdown(Shutdown::Both));
}
