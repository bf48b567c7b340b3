//! Calls to a hub over TLS 1.3, which knows the hub by the hash of its key and by nothing else.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use http_body_util::{BodyExt, Full, Limited};
use hyper::body::Bytes;
use hyper::client::conn::http1::{SendRequest, handshake};
use hyper::{Request, StatusCode};
use hyper_util::rt::TokioIo;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{CertificateError, ClientConfig, DigitallySignedStruct, SignatureScheme};
use sha2::{Digest, Sha256};
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_rustls::TlsConnector;
use wire::{Collect, CollectReply, Erase, EraseReply, Pass, Put, PutReply};
use zeroize::Zeroizing;

use crate::random::machine_random;

use super::{Answer, Call};
use crate::event::HubPlace;

/// Why a call came to nothing. Carries no address: errors are shown and logged.
#[derive(Debug, thiserror::Error)]
pub enum TransportError {
    /// No connection.
    #[error("the hub cannot be reached: check the network; what waits is sent when it is back")]
    Unreachable,
    /// A connection, but not to the hub that the invitation named.
    #[error("what answers is not the hub that the invitation named: do not go on over this network")]
    WrongHub,
    /// The hub is there but did not answer as a hub does.
    #[error("the hub did not answer as a hub does: it may be of another version, or overloaded")]
    Strange,
}

/// A client of one hub, with a small pool of connections.
pub struct HubClient {
    place: String,
    pass: Pass,
    tls: TlsConnector,
    idle: Mutex<Vec<SendRequest<Full<Bytes>>>>,
}

const IDLE: usize = 8;
const CONNECT: Duration = Duration::from_secs(10);
const REPLY: Duration = Duration::from_secs(20);
const BODY_LIMIT: usize = 1 << 20;

impl HubClient {
    /// A client of the hub at `place`. Connects when first used.
    pub fn new(hub: &HubPlace) -> Result<Self, TransportError> {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let verifier = Arc::new(Pinned { pin: hub.pin, provider: Arc::clone(&provider) });
        let config = ClientConfig::builder_with_provider(provider)
            .with_protocol_versions(&[&rustls::version::TLS13])
            .map_err(|_| TransportError::Strange)?
            .dangerous()
            .with_custom_certificate_verifier(verifier)
            .with_no_client_auth();
        Ok(Self {
            place: hub.place.clone(),
            pass: Pass::from_bytes(hub.pass),
            tls: TlsConnector::from(Arc::new(config)),
            idle: Mutex::new(Vec::new()),
        })
    }

    /// Makes the call and waits for what comes of it.
    pub async fn call(&self, call: Call) -> Result<Answer, TransportError> {
        match call {
            Call::Put { address, cell } => {
                let body = Put { pass: self.pass.duplicate(), address, cell }.encode(&mut machine_random());
                let reply = self.post(wire::PATH_PUT, &body, 0).await?;
                PutReply::decode(&reply).map(Answer::Put).map_err(|_| TransportError::Strange)
            }
            Call::Collect { keys, wait_seconds } => {
                let body = Collect { wait_seconds, keys }.encode(&mut machine_random());
                let reply = self.post(wire::PATH_COLLECT, &body, wait_seconds).await?;
                match CollectReply::decode(&reply) {
                    Ok(CollectReply::Cells(slots)) => Ok(Answer::Collected(slots)),
                    _ => Err(TransportError::Strange),
                }
            }
            Call::Erase { keys } => {
                let body = Erase { keys }.encode(&mut machine_random());
                let reply = self.post(wire::PATH_ERASE, &body, 0).await?;
                match EraseReply::decode(&reply) {
                    Ok(EraseReply::Done) => Ok(Answer::Erased),
                    _ => Err(TransportError::Strange),
                }
            }
        }
    }

    async fn post(&self, path: &str, body: &Zeroizing<Vec<u8>>, wait: u8) -> Result<Bytes, TransportError> {
        let limit = REPLY + Duration::from_secs(u64::from(wait));
        // A connection from the pool may have been closed meanwhile: such a call is made once more, on a new one.
        if let Some(sender) = self.idle()
            && let Ok(Ok(reply)) = timeout(limit, self.send(sender, path, body)).await
        {
            return Ok(reply);
        }
        let sender = timeout(CONNECT, self.connect()).await.map_err(|_| TransportError::Unreachable)??;
        timeout(limit, self.send(sender, path, body)).await.map_err(|_| TransportError::Unreachable)?
    }

    fn idle(&self) -> Option<SendRequest<Full<Bytes>>> {
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        idle.retain(|sender| !sender.is_closed());
        idle.pop()
    }

    async fn connect(&self) -> Result<SendRequest<Full<Bytes>>, TransportError> {
        let stream = TcpStream::connect(&self.place).await.map_err(|_| TransportError::Unreachable)?;
        let _ = stream.set_nodelay(true);
        let name = ServerName::try_from("hub").map_err(|_| TransportError::Strange)?;
        let stream = self.tls.connect(name, stream).await.map_err(|error| {
            let tls = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
            match tls {
                Some(rustls::Error::InvalidCertificate(_)) => TransportError::WrongHub,
                _ => TransportError::Unreachable,
            }
        })?;
        let (sender, connection) = handshake(TokioIo::new(stream)).await.map_err(|_| TransportError::Unreachable)?;
        tokio::spawn(connection);
        Ok(sender)
    }

    async fn send(
        &self,
        mut sender: SendRequest<Full<Bytes>>,
        path: &str,
        body: &Zeroizing<Vec<u8>>,
    ) -> Result<Bytes, TransportError> {
        sender.ready().await.map_err(|_| TransportError::Unreachable)?;
        let request = Request::post(path)
            .header("host", "hub")
            .body(Full::new(Bytes::copy_from_slice(body)))
            .map_err(|_| TransportError::Strange)?;
        let reply = sender.send_request(request).await.map_err(|_| TransportError::Unreachable)?;
        if reply.status() != StatusCode::OK {
            return Err(TransportError::Strange);
        }
        let body = Limited::new(reply.into_body(), BODY_LIMIT).collect().await;
        let body = body.map_err(|_| TransportError::Strange)?.to_bytes();
        let mut idle = self.idle.lock().unwrap_or_else(PoisonError::into_inner);
        if idle.len() < IDLE {
            idle.push(sender);
        }
        Ok(body)
    }
}

/// Believes a certificate if its public key is the pinned one; names and dates in it mean nothing.
#[derive(Debug)]
struct Pinned {
    pin: [u8; 32],
    provider: Arc<CryptoProvider>,
}

impl ServerCertVerifier for Pinned {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, rustls::Error> {
        let parsed = rustls::server::ParsedCertificate::try_from(end_entity)?;
        let pin: [u8; 32] = Sha256::digest(parsed.subject_public_key_info().as_ref()).into();
        if pin == self.pin {
            Ok(ServerCertVerified::assertion())
        } else {
            Err(rustls::Error::InvalidCertificate(CertificateError::ApplicationVerificationFailure))
        }
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        Err(rustls::Error::General("TLS 1.2 is not spoken here".into()))
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, rustls::Error> {
        verify_tls13_signature(message, certificate, signature, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}
