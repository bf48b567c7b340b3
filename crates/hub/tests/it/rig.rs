//! What the tests of the server share: a hub on loopback, and a client that speaks TLS and HTTP by hand, so that it can
//! also speak them wrongly.

use std::io;
use std::net::SocketAddr;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use hub::{
    Answer, Config, Figures, Identity, Keeping, MemoryStore, Now, Passes, PutOutcome, ServeError, SqliteStore, Store,
    Sweep,
};
use rand_chacha::ChaCha20Rng;
use rand_core::SeedableRng;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::aws_lc_rs::{self, kx_group};
use rustls::crypto::{CryptoProvider, SupportedKxGroup};
use rustls::pki_types::{CertificateDer, IpAddr, ServerName, UnixTime};
use rustls::server::ParsedCertificate;
use rustls::{ClientConfig, DigitallySignedStruct, SignatureScheme, SupportedProtocolVersion};
use sha2::{Digest, Sha256};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{oneshot, watch};
use tokio::task::JoinHandle;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use wire::{
    Address, Cell, Collect, CollectReply, Erase, EraseReply, PATH_COLLECT, PATH_ERASE, PATH_PUT, Pass, Put, PutReply,
    TakeKey,
};

/// The scenario's time at the start of a test.
pub(crate) const START: u64 = 1_760_000_000;
/// How long anything may take before a test gives up.
pub(crate) const PATIENCE: Duration = Duration::from_secs(20);

pub(crate) fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

pub(crate) fn key(n: u8) -> TakeKey {
    TakeKey::from_bytes([n; 32])
}

pub(crate) fn cell(n: u8) -> Cell {
    Cell::from_bytes(&[n; wire::CELL_BYTES]).unwrap()
}

pub(crate) fn pass() -> Pass {
    Pass::from_bytes([7; 32])
}

/// A store that tells how often it was looked into, so that a test can wait until a request has begun to wait.
struct Seen {
    store: Arc<dyn Store>,
    looks: watch::Sender<usize>,
}

impl Store for Seen {
    fn put(&self, address: Address, cell: Cell, now: Now) -> Answer<PutOutcome> {
        self.store.put(address, cell, now)
    }
    fn collect(&self, addresses: &[Address], now: Now) -> Answer<Vec<Option<Cell>>> {
        let answer = self.store.collect(addresses, now);
        self.looks.send_modify(|looks| *looks += 1);
        answer
    }
    fn erase(&self, addresses: &[Address], now: Now) -> Answer<()> {
        self.store.erase(addresses, now)
    }
    fn expire(&self, now: Now) -> Answer<Sweep> {
        self.store.expire(now)
    }
    fn figures(&self) -> Answer<Figures> {
        self.store.figures()
    }
}

/// A store in memory.
pub(crate) fn memory(keeping: Keeping) -> Arc<dyn Store> {
    Arc::new(MemoryStore::new(keeping))
}

/// A store in a new file in this directory.
pub(crate) fn sqlite(directory: &Path, keeping: Keeping) -> SqliteStore {
    let path = directory.join("hub.sqlite");
    hub::sqlite::create(&path).unwrap();
    SqliteStore::open(&path, keeping).unwrap()
}

/// A hub on loopback.
pub(crate) struct Rig {
    pub(crate) address: SocketAddr,
    pub(crate) pin: [u8; 32],
    pub(crate) store: Arc<dyn Store>,
    pub(crate) time: Arc<AtomicU64>,
    pub(crate) troubles: Arc<Mutex<Vec<String>>>,
    looks: watch::Receiver<usize>,
    stop: Option<oneshot::Sender<()>>,
    serving: JoinHandle<Result<(), ServeError>>,
}

impl Rig {
    pub(crate) async fn memory() -> Rig {
        Rig::start(memory(Keeping::default()), |_| {}).await
    }

    pub(crate) async fn start(store: Arc<dyn Store>, change: impl FnOnce(&mut Config)) -> Rig {
        let identity = Identity::generate().unwrap();
        let pin = identity.pin();
        let (looks, looked) = watch::channel(0);
        let seen = Arc::new(Seen { store: store.clone(), looks });
        let mut config = Config::new(identity, Passes::new(vec![pass()]), seen);
        let troubles = Arc::new(Mutex::new(Vec::new()));
        let told = troubles.clone();
        config.trouble = Arc::new(move |trouble| told.lock().unwrap().push(trouble.to_string()));
        change(&mut config);
        let time = Arc::new(AtomicU64::new(START));
        let clock = time.clone();
        let clock = Arc::new(move || Now(clock.load(Ordering::SeqCst)));
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (stop, stopped) = oneshot::channel::<()>();
        let serving = tokio::spawn(hub::serve(config, listener, clock, stopped));
        Rig { address, pin, store, time, troubles, looks: looked, stop: Some(stop), serving }
    }

    pub(crate) async fn client(&self) -> Client {
        self.client_with(&Offer::hybrid()).await.unwrap()
    }

    pub(crate) async fn client_with(&self, offer: &Offer) -> io::Result<Client> {
        let tcp = TcpStream::connect(self.address).await?;
        tcp.set_nodelay(true)?;
        let connector = TlsConnector::from(Arc::new(offer.config(self.pin)));
        let name = ServerName::IpAddress(IpAddr::from(self.address.ip()));
        Ok(Client { tls: connector.connect(name, tcp).await?, heads: Vec::new() })
    }

    pub(crate) async fn figures(&self) -> Figures {
        self.store.figures().await.unwrap()
    }

    pub(crate) fn pass_time(&self, seconds: u64) {
        self.time.fetch_add(seconds, Ordering::SeqCst);
    }

    /// Over when the hub has looked so often for what was asked for. Who asked is then known to wait.
    pub(crate) fn looked(&self, times: usize) -> impl Future<Output = ()> + use<> {
        let mut looks = self.looks.clone();
        async move {
            let looked = tokio::time::timeout(PATIENCE, looks.wait_for(|looks| *looks >= times)).await;
            looked.expect("the hub did not look").expect("the hub has gone");
        }
    }

    /// Tells the hub to stop, and does not wait.
    pub(crate) fn tell_stop(&mut self) {
        self.stop.take().unwrap().send(()).unwrap();
    }

    /// Waits until the hub has stopped.
    pub(crate) async fn stopped(self) {
        tokio::time::timeout(PATIENCE, self.serving).await.unwrap().unwrap().unwrap();
    }
}

/// What a client offers in the handshake.
pub(crate) struct Offer {
    version: &'static SupportedProtocolVersion,
    groups: Vec<&'static dyn SupportedKxGroup>,
}

impl Offer {
    pub(crate) fn new(version: &'static SupportedProtocolVersion, groups: &[&'static dyn SupportedKxGroup]) -> Offer {
        Offer { version, groups: groups.to_vec() }
    }

    /// What offices offer.
    pub(crate) fn hybrid() -> Offer {
        Offer::new(&rustls::version::TLS13, &[kx_group::X25519MLKEM768])
    }

    fn config(&self, pin: [u8; 32]) -> ClientConfig {
        let mut provider = aws_lc_rs::default_provider();
        provider.kx_groups = self.groups.clone();
        let provider = Arc::new(provider);
        let verifier = Arc::new(Pinned { pin, provider: provider.clone() });
        ClientConfig::builder_with_provider(provider)
            .with_protocol_versions(&[self.version])
            .unwrap()
            .dangerous()
            .with_custom_certificate_verifier(verifier)
            .with_no_client_auth()
    }
}

/// Trusts one key, and no name, date or authority.
#[derive(Debug)]
struct Pinned {
    pin: [u8; 32],
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Pinned {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        _intermediates: &[CertificateDer<'_>],
        _name: &ServerName<'_>,
        _ocsp: &[u8],
        _now: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let shown: [u8; 32] =
            Sha256::digest(ParsedCertificate::try_from(certificate)?.subject_public_key_info()).into();
        if shown == self.pin {
            Ok(ServerCertVerified::assertion())
        } else {
            Err(rustls::Error::General("another pin".into()))
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, certificate, signed, algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls13_signature(message, certificate, signed, algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

/// One connection.
pub(crate) struct Client {
    pub(crate) tls: TlsStream<TcpStream>,
    /// The heads of all answers so far.
    pub(crate) heads: Vec<String>,
}

impl Client {
    pub(crate) async fn put(&mut self, pass: Pass, address: Address, cell: Cell) -> PutReply {
        let body = Put { pass, address, cell }.encode(&mut rng(1));
        PutReply::decode(&self.post(PATH_PUT, &body).await.1).unwrap()
    }

    /// Puts at the address of this key, with the pass that is admitted.
    pub(crate) async fn deposit(&mut self, key: &TakeKey, cell: Cell) -> PutReply {
        self.put(pass(), key.address(), cell).await
    }

    /// What lies at these keys, without the slots of padding.
    pub(crate) async fn collect(&mut self, wait_seconds: u8, keys: &[TakeKey]) -> Vec<Option<Cell>> {
        let keys: Vec<_> = keys.iter().map(TakeKey::duplicate).collect();
        let asked = keys.len();
        let body = Collect { wait_seconds, keys }.encode(&mut rng(2));
        match CollectReply::decode(&self.post(PATH_COLLECT, &body).await.1).unwrap() {
            CollectReply::Cells(mut cells) => {
                assert_eq!(cells.len(), wire::KEYS_PER_REQUEST);
                assert!(cells.split_off(asked).iter().all(Option::is_none), "padding never holds");
                cells
            }
            CollectReply::Refused(refusal) => panic!("{refusal}"),
        }
    }

    pub(crate) async fn erase(&mut self, keys: &[TakeKey]) -> EraseReply {
        let body = Erase { keys: keys.iter().map(TakeKey::duplicate).collect() }.encode(&mut rng(3));
        EraseReply::decode(&self.post(PATH_ERASE, &body).await.1).unwrap()
    }

    pub(crate) async fn post(&mut self, path: &str, body: &[u8]) -> (u16, Vec<u8>) {
        self.send(&request("POST", path, body)).await;
        self.answer().await.unwrap()
    }

    pub(crate) async fn get(&mut self, path: &str) -> (u16, Vec<u8>) {
        self.send(&request("GET", path, b"")).await;
        self.answer().await.unwrap()
    }

    /// Posts the first half of a request, and waits until the hub has begun with it; the rest is for the caller to send.
    pub(crate) async fn begin(&mut self, path: &str, body: &[u8]) -> Vec<u8> {
        let (first, rest) = body.split_at(body.len() / 2);
        let length = body.len();
        let head = format!("POST {path} HTTP/1.1\r\nexpect: 100-continue\r\ncontent-length: {length}\r\n\r\n");
        self.send(head.as_bytes()).await;
        assert_eq!(self.answer().await.unwrap(), (100, vec![]), "the hub says that it reads on");
        self.send(first).await;
        rest.to_vec()
    }

    pub(crate) async fn send(&mut self, bytes: &[u8]) {
        self.tls.write_all(bytes).await.unwrap();
        self.tls.flush().await.unwrap();
    }

    /// The next answer: its status and its body. An error if the connection ends before it is whole.
    pub(crate) async fn answer(&mut self) -> io::Result<(u16, Vec<u8>)> {
        tokio::time::timeout(PATIENCE, async {
            let mut head = Vec::new();
            while !head.ends_with(b"\r\n\r\n") {
                head.push(self.tls.read_u8().await?);
            }
            let head = String::from_utf8(head).unwrap();
            let status = head.split(' ').nth(1).unwrap().parse().unwrap();
            let length = head.lines().find_map(|line| line.strip_prefix("content-length: "));
            let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
            self.tls.read_exact(&mut body).await?;
            self.heads.push(head);
            Ok((status, body))
        })
        .await
        .expect("the hub did not answer in time")
    }

    /// Whether the hub closes the connection without another byte.
    pub(crate) async fn ends(&mut self) -> bool {
        let mut more = [0; 1];
        let read = tokio::time::timeout(PATIENCE, self.tls.read(&mut more)).await.expect("the hub did not close");
        matches!(read, Ok(0) | Err(_))
    }
}

pub(crate) fn request(method: &str, path: &str, body: &[u8]) -> Vec<u8> {
    let mut bytes = format!("{method} {path} HTTP/1.1\r\nhost: hub\r\ncontent-length: {}\r\n\r\n", body.len());
    // A GET without a body says nothing of its length.
    if method == "GET" && body.is_empty() {
        bytes = format!("GET {path} HTTP/1.1\r\nhost: hub\r\n\r\n");
    }
    [bytes.as_bytes(), body].concat()
}
