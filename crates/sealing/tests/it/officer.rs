//! An officer's answer to a challenge: from the passphrase alone, of this challenge alone, for this purpose alone.

use sealing::officer::{OfficerKey, Unverified, answered};
use sealing::vault::key_from_passphrase;
use sealing::{Params, readout};

fn key(passphrase: &str) -> OfficerKey {
    OfficerKey::of(&key_from_passphrase(passphrase, &[7; 16], Params::least()).expect("there is memory"))
}

#[test]
fn the_passphrase_answers_and_nothing_else_does() {
    let anna = key("seven quiet herons");
    let public = anna.public();
    let answer = anna.answer(b"a challenge").expect("there is memory");
    assert_eq!(answered(&public, b"a challenge", &answer), Ok(()));
    assert_eq!(answered(&public, b"another one", &answer), Err(Unverified::Other));
    assert_eq!(answered(&key("eight quiet herons").public(), b"a challenge", &answer), Err(Unverified::Other));
    assert_eq!(answered("ssh-rsa AAAA", b"a challenge", &answer), Err(Unverified::Key));
    assert_eq!(answered(&public, b"a challenge", "no signature"), Err(Unverified::Form));
}

#[test]
fn an_answer_is_no_readout_and_a_readout_no_answer() {
    let anna = key("seven quiet herons");
    let answer = anna.answer(b"a text").expect("there is memory");
    assert_eq!(readout::verify(&anna.public(), b"a text", &answer), Err(Unverified::Form));
    let key = readout::ReadoutKey::from_slice(&[9; 32]).expect("32 bytes");
    let signature = key.sign(b"a text").expect("there is memory");
    assert_eq!(answered(&key.public(), b"a text", &signature), Err(Unverified::Form));
}
