//! Signatures of readouts, held against the tool that everyone has.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use sealing::readout::{ReadoutKey, Unverified, allowed_signer, verify};

const TEXT: &str = "Both sides were heard. Nothing was asked of either.\n";

fn key() -> ReadoutKey {
    ReadoutKey::generate(&mut ChaCha20Rng::from_seed([7; 32]))
}

/// `ssh-keygen -Y verify`, really run.
fn ssh_keygen_accepts(folder: &Path, identity: &str, namespace: &str, text: &str) -> bool {
    let path = folder.join("text");
    fs::write(&path, text).expect("written");
    let status = Command::new("ssh-keygen")
        .args(["-Y", "verify", "-f", "allowed_signers", "-I", identity, "-n", namespace, "-s", "text.sig"])
        .current_dir(folder)
        .stdin(fs::File::open(&path).expect("there"))
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
    status.expect("ssh-keygen is installed").success()
}

#[test]
fn ssh_keygen_accepts_a_readout_and_no_other_text_key_name_or_purpose() {
    let folder = tempfile::tempdir().expect("a folder");
    let key = key();
    fs::write(folder.path().join("text.sig"), key.sign(TEXT.as_bytes()).expect("signed")).expect("written");
    let signers = |key: &ReadoutKey| {
        fs::write(folder.path().join("allowed_signers"), allowed_signer("Bern", &key.public()) + "\n")
            .expect("written");
    };
    signers(&key);
    assert!(ssh_keygen_accepts(folder.path(), "Bern", "goodoffices-readout", TEXT));
    assert!(!ssh_keygen_accepts(folder.path(), "Bern", "goodoffices-readout", &TEXT.replace("Nothing", "nothing")));
    assert!(!ssh_keygen_accepts(folder.path(), "Oslo", "goodoffices-readout", TEXT));
    assert!(!ssh_keygen_accepts(folder.path(), "Bern", "file", TEXT));
    signers(&ReadoutKey::generate(&mut ChaCha20Rng::from_seed([8; 32])));
    assert!(!ssh_keygen_accepts(folder.path(), "Bern", "goodoffices-readout", TEXT));
}

#[test]
fn one_altered_character_does_not_verify() {
    let (key, other) = (key(), ReadoutKey::generate(&mut ChaCha20Rng::from_seed([8; 32])));
    let signature = key.sign(TEXT.as_bytes()).expect("signed");
    assert_eq!(verify(&key.public(), TEXT.as_bytes(), &signature), Ok(()));
    assert_eq!(verify(&key.public(), TEXT.trim_end().as_bytes(), &signature), Err(Unverified::Other));
    assert_eq!(verify(&other.public(), TEXT.as_bytes(), &signature), Err(Unverified::Other));
    assert_eq!(verify("ssh-ed25519 AAAA", TEXT.as_bytes(), &signature), Err(Unverified::Key));
    assert_eq!(verify(&key.public(), TEXT.as_bytes(), "-----BEGIN"), Err(Unverified::Form));
    let turned = signature.replace('A', "B");
    assert!(verify(&key.public(), TEXT.as_bytes(), &turned).is_err());
}

/// A key that was kept makes the signatures that it always made.
#[test]
fn a_key_signs_as_it_always_did() {
    let kept = ReadoutKey::from_slice(key().as_bytes()).expect("a key");
    assert_eq!(kept.sign(TEXT.as_bytes()), key().sign(TEXT.as_bytes()));
    assert_eq!(kept.public(), key().public());
    let frozen = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("vectors/readout.txt")).expect("there");
    let signature = kept.sign(TEXT.as_bytes()).expect("signed");
    assert_eq!(frozen, format!("{}\n{signature}", kept.public()));
    assert!(ReadoutKey::from_slice(&[1; 31]).is_none());
}
