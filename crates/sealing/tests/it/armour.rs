//! Invitations and rows.

use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use sealing::{Key, Params, Unopened, invitation, vault};

fn rng() -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(1)
}

#[test]
fn an_invitation_survives_mail_and_hands() {
    let mut rng = rng();
    let code = invitation::code(&mut rng);
    assert_eq!(code.split(' ').count(), 6);
    let text = invitation::seal(&[7; 1_500], &code, Params::least(), &mut rng).unwrap();
    assert!(text.lines().all(|line| line.len() <= 64));
    let mailed = format!("Dear colleague,\r\n\r\n  {}\r\nYours", text.replace('\n', "\r\n  "));
    let typed = format!("  {} ", code.to_uppercase().replace(' ', " - "));
    assert_eq!(*invitation::open(&mailed, &typed, Params::least()).unwrap(), vec![7; 1_500]);
}

#[test]
fn wrong_code_and_damage_are_one_error() {
    let mut rng = rng();
    let code = invitation::code(&mut rng);
    let text = invitation::seal(b"payload", &code, Params::least(), &mut rng).unwrap();
    let other = invitation::code(&mut rng);
    assert_eq!(invitation::open(&text, &other, Params::least()).err(), Some(Unopened));
    assert_eq!(invitation::open(&text, "not a code", Params::least()).err(), Some(Unopened));
    for at in 0..text.trim_end().len() {
        let mut damaged = text.clone().into_bytes();
        damaged[at] = if damaged[at] == b'A' { b'B' } else { b'A' };
        if let Ok(damaged) = String::from_utf8(damaged)
            && let Ok(payload) = invitation::open(&damaged, &code, Params::least())
        {
            assert_eq!(*payload, b"payload", "only an unused bit or a line's end may change unnoticed");
        }
        assert_eq!(invitation::open(&text[..at], &code, Params::least()).err(), Some(Unopened));
    }
}

/// A stranger's text does not set what argon2 costs: refusing it costs what refusing any other does.
#[test]
fn a_costly_invitation_costs_what_any_other_does() {
    use base64::Engine;
    let mut bytes = vec![1];
    bytes.extend_from_slice(&(1024_u32 * 1024).to_be_bytes());
    bytes.extend_from_slice(&16_u32.to_be_bytes());
    bytes.extend_from_slice(&[0; 400]);
    let coded = base64::engine::general_purpose::STANDARD.encode(bytes);
    let text = format!("-----BEGIN GOOD OFFICES INVITATION-----\n{coded}\n-----END GOOD OFFICES INVITATION-----\n");
    assert_eq!(
        invitation::open(&text, "abandon ability able about above absent", Params::least()).err(),
        Some(Unopened)
    );
}

#[test]
fn rows_tell_their_length_only_in_steps_and_do_not_swap() {
    let mut rng = rng();
    let key = Key::generate(&mut rng);
    let lengths: std::collections::BTreeSet<usize> =
        (0..=252).map(|length| vault::seal_row(&key, b"a", &vec![1; length], &mut rng).len()).collect();
    assert_eq!(lengths.len(), 1);
    let row = vault::seal_row(&key, b"a", b"plain", &mut rng);
    assert_eq!(*vault::open_row(&key, b"a", &row).unwrap(), b"plain");
    assert!(vault::open_row(&key, b"b", &row).is_err());
    assert!(vault::open_row(&Key::generate(&mut rng), b"a", &row).is_err());
}

#[test]
fn a_passphrase_is_the_same_on_every_keyboard() {
    let derive = |text| vault::key_from_passphrase(text, &[1; 16], Params::least()).unwrap();
    assert!(derive("caf\u{e9}").same(&derive("cafe\u{301}")));
    assert!(!derive("cafe").same(&derive("caf\u{e9}")));
}

proptest! {
    #[test]
    fn any_row_comes_back(plain in prop::collection::vec(any::<u8>(), 0..2_000)) {
        let key = Key::from_bytes([1; 32]);
        let row = vault::seal_row(&key, b"a", &plain, &mut rng());
        prop_assert_eq!(vault::open_row(&key, b"a", &row).unwrap().to_vec(), plain);
    }

    #[test]
    fn no_bytes_are_too_strange(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        let key = Key::from_bytes([1; 32]);
        prop_assert!(vault::open_row(&key, b"a", &bytes).is_err());
        let text = String::from_utf8_lossy(&bytes);
        let _ = invitation::normalise(&text);
        prop_assert!(invitation::open(&text, "abandon ability able about above absent", Params::least()).is_err());
    }
}
