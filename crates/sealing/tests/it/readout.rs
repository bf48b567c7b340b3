//! Signatures of readouts, held against the tool that everyone has.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use proptest::prelude::*;
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

/// What `ssh-keygen -Y sign` signs for readouts verifies here too; what it signs for another purpose does not.
#[test]
fn a_signature_for_another_purpose_is_refused() {
    let folder = tempfile::tempdir().expect("a folder");
    let run = |arguments: &[&str]| {
        let mut command = Command::new("ssh-keygen");
        command.args(arguments).current_dir(folder.path());
        let status = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status();
        assert!(status.expect("ssh-keygen is installed").success(), "{arguments:?}");
    };
    run(&["-q", "-t", "ed25519", "-N", "", "-C", "", "-f", "key"]);
    fs::write(folder.path().join("text"), TEXT).expect("written");
    let read = |name: &str| fs::read_to_string(folder.path().join(name)).expect("there");
    for (namespace, verdict) in [("goodoffices-readout", Ok(())), ("file", Err(Unverified::Form))] {
        run(&["-q", "-Y", "sign", "-f", "key", "-n", namespace, "text"]);
        assert_eq!(verify(&read("key.pub"), TEXT.as_bytes(), &read("text.sig")), verdict, "{namespace}");
        fs::remove_file(folder.path().join("text.sig")).expect("removed");
    }
}

#[test]
fn every_character_of_the_text_counts() {
    let signature = key().sign(TEXT.as_bytes()).expect("signed");
    for place in 0..TEXT.len() {
        let mut altered = TEXT.as_bytes().to_vec();
        altered[place] ^= 1;
        assert_eq!(verify(&key().public(), &altered, &signature), Err(Unverified::Other), "{place}");
    }
}

/// What a name may hold cannot add a line, an option or a second name to the file.
#[test]
fn no_name_breaks_out_of_its_line() {
    for name in ["", "Bern,Oslo", "*", "a b", "x\ny", "# x", "\"", "!Bern"] {
        let line = allowed_signer(name, &key().public());
        let parts: Vec<&str> = line.split(' ').collect();
        assert_eq!(parts.len(), 4, "{line}");
        assert!(
            !line.contains('\n') && !parts[0].is_empty() && !parts[0].contains(['*', ',', '!', '#', '"']),
            "{line}"
        );
    }
}

proptest! {
    #[test]
    fn hostile_keys_and_signatures_are_refused(
        public in "(ssh-ed25519 )?[A-Za-z0-9+/=]{0,120}|\\PC{0,60}",
        armoured in "[A-Za-z0-9+/=\n]{0,400}|\\PC{0,60}",
        cut in 0_usize..400,
        turned in 0_usize..400,
    ) {
        let armoured = format!("-----BEGIN SSH SIGNATURE-----\n{armoured}\n-----END SSH SIGNATURE-----");
        prop_assert!(verify(&public, TEXT.as_bytes(), &armoured).is_err());
        prop_assert!(verify(&key().public(), TEXT.as_bytes(), &armoured).is_err());
        let real = key().sign(TEXT.as_bytes()).expect("signed");
        let shorter: String = real.chars().take(cut.min(real.trim_end().len() - 1)).collect();
        prop_assert!(verify(&key().public(), TEXT.as_bytes(), &shorter).is_err());
        let mut letters: Vec<char> = real.trim_end().chars().collect();
        let place = turned % letters.len();
        letters[place] = if letters[place] == 'A' { 'B' } else { 'A' };
        let altered: String = letters.into_iter().collect();
        prop_assert!(verify(&key().public(), TEXT.as_bytes(), &altered).is_err(), "{altered}");
    }
}
