//! What is negotiated, and with whom nothing is.

use std::io;

use rustls::NamedGroup;
use rustls::ProtocolVersion;
use rustls::crypto::aws_lc_rs::kx_group;
use rustls::version::{TLS12, TLS13};
use tokio::net::TcpStream;

use crate::rig::{Client, Offer, Rig, cell, key};

fn group(client: &Client) -> NamedGroup {
    client.tls.get_ref().1.negotiated_key_exchange_group().unwrap().name()
}

#[tokio::test]
async fn the_hybrid_group_is_negotiated() {
    let rig = Rig::memory().await;
    let mut client = rig.client().await;
    let (_, session): (&TcpStream, _) = client.tls.get_ref();
    assert_eq!(session.protocol_version(), Some(ProtocolVersion::TLSv1_3));
    assert_eq!(group(&client), NamedGroup::X25519MLKEM768);
    client.deposit(&key(1), cell(1)).await;
}

#[tokio::test]
async fn the_hybrid_group_is_preferred_to_what_a_client_would_rather_have() {
    let rig = Rig::memory().await;
    let offer = Offer::new(&TLS13, &[kx_group::X25519, kx_group::X25519MLKEM768]);
    let client = rig.client_with(&offer).await.unwrap();
    assert_eq!(group(&client), NamedGroup::X25519MLKEM768);
}

#[tokio::test]
async fn a_client_without_it_can_ask_for_health() {
    let rig = Rig::memory().await;
    let offer = Offer::new(&TLS13, &[kx_group::X25519]);
    let mut client = rig.client_with(&offer).await.unwrap();
    assert_eq!(group(&client), NamedGroup::X25519);
    assert_eq!(client.get("/healthz").await, (200, b"well\n".to_vec()));
}

#[tokio::test]
async fn nothing_older_and_no_other_group() {
    let rig = Rig::memory().await;
    for offer in [Offer::new(&TLS12, &[kx_group::X25519]), Offer::new(&TLS13, &[kx_group::SECP256R1])] {
        let refused: io::Error = rig.client_with(&offer).await.err().unwrap();
        assert!(refused.to_string().contains("alert"), "{refused}");
    }
}

#[tokio::test]
async fn the_pin_is_of_the_key_that_is_shown() {
    let mut rig = Rig::memory().await;
    rig.client().await;
    rig.pin[0] ^= 1;
    let refused = rig.client_with(&Offer::hybrid()).await.err().unwrap();
    assert!(refused.to_string().contains("another pin"), "{refused}");
}

#[tokio::test]
async fn the_certificate_names_nobody() {
    let rig = Rig::memory().await;
    let client = rig.client().await;
    let (_, session) = client.tls.get_ref();
    let [certificate] = session.peer_certificates().unwrap() else { panic!("one certificate") };
    let text = String::from_utf8_lossy(certificate).to_lowercase();
    assert!(!text.contains("rcgen") && !text.contains("hub") && !text.contains("self"), "{text}");
}

#[tokio::test]
async fn no_session_can_be_resumed() {
    let rig = Rig::memory().await;
    let mut client = rig.client().await;
    client.get("/healthz").await;
    assert_eq!(client.tls.get_ref().1.tls13_tickets_received(), 0);
}
