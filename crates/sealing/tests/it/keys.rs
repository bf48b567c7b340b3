//! Degenerate keys are refused, keys bind what they are for, chains forget.

use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use sealing::chain::Healing;
use sealing::exchange::{Hello, Ours, Pending};
use sealing::kem::{CIPHERTEXT_BYTES, Ciphertext, PUBLIC_KEY_BYTES, PublicKey, SecretKey};
use sealing::{Direction, Key, Unopened};

use crate::vectors::unhex;

/// Points of small order on the curve and its twist: the first five are all there are, the rest other writings of them.
const SMALL: [&str; 7] = [
    "0000000000000000000000000000000000000000000000000000000000000000",
    "0100000000000000000000000000000000000000000000000000000000000000",
    "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
    "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
    "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
    "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
];

fn rng(seed: u64) -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(seed)
}

/// Fault of another system: one key of small order gave every recipient the same hint. Refused in a public key as in a
/// ciphertext; that the list is right is shown by the arithmetic, which refuses the same points as ciphertexts.
#[test]
fn degenerate_points_are_refused() {
    let secret = SecretKey::generate(&mut rng(1));
    let public = secret.public();
    let (ciphertext, _) = public.encapsulate(&mut rng(2)).unwrap();
    for small in SMALL {
        for top in [0, 0x80] {
            let mut point = unhex(small);
            point[31] |= top;
            let mut key = public.as_bytes().to_vec();
            key.splice(PUBLIC_KEY_BYTES - 32.., point.clone());
            assert!(PublicKey::from_bytes(&key).is_err(), "{small} as a key");
            let mut bytes = ciphertext.as_bytes().to_vec();
            bytes.splice(CIPHERTEXT_BYTES - 32.., point);
            assert!(secret.decapsulate(&Ciphertext::from_bytes(&bytes).unwrap()).is_err(), "{small} as a ciphertext");
        }
    }
}

#[test]
fn keys_of_wrong_length_or_out_of_range_are_refused() {
    let public = SecretKey::generate(&mut rng(3)).public();
    assert!(PublicKey::from_bytes(&public.as_bytes()[1..]).is_err());
    assert!(PublicKey::from_bytes(&[]).is_err());
    let mut beyond = public.as_bytes().to_vec();
    beyond[..2].copy_from_slice(&[0xff, 0xff]); // a coefficient of 4,095, where ML-KEM's are below 3,329
    assert!(PublicKey::from_bytes(&beyond).is_err());
    assert!(Ciphertext::from_bytes(&[0; CIPHERTEXT_BYTES - 1]).is_err());
}

struct Ends {
    enrolment: Key,
    desk: (SecretKey, PublicKey),
    party: (SecretKey, PublicKey),
}

impl Ends {
    fn new(seed: u64) -> Ends {
        let mut rng = rng(seed);
        let (desk, party) = (SecretKey::generate(&mut rng), SecretKey::generate(&mut rng));
        let (desk_public, party_public) = (desk.public(), party.public());
        Ends { enrolment: Key::generate(&mut rng), desk: (desk, desk_public), party: (party, party_public) }
    }

    fn desk(&self) -> Ours<'_> {
        let direction = Direction::FromDesk;
        Ours { enrolment: &self.enrolment, secret: &self.desk.0, public: &self.desk.1, direction }
    }

    fn party(&self) -> Ours<'_> {
        let direction = Direction::FromParty;
        Ours { enrolment: &self.enrolment, secret: &self.party.0, public: &self.party.1, direction }
    }
}

#[test]
fn an_exchange_agrees_once_and_differs_each_time() {
    let ends = Ends::new(4);
    let mut rng = rng(5);
    let pending = Pending::new(&ends.party(), Some(&ends.desk.1), 0, &mut rng).unwrap();
    let again = Pending::decode(&pending.encode()).unwrap();
    let cell = pending.cell(&ends.party(), 3).unwrap();
    assert_eq!(again.cell(&ends.party(), 3).unwrap().as_bytes(), cell.as_bytes());
    let first = Hello::open(&ends.desk(), 3, &cell).unwrap().answer(&ends.desk(), 1, 3, &mut rng).unwrap();
    let second = Hello::open(&ends.desk(), 3, &cell).unwrap().answer(&ends.desk(), 1, 3, &mut rng).unwrap();
    assert!(!first.root.same(&second.root));
    let (_, answer) = first.cell(2, &mut rng).unwrap();
    let agreed = again.finish(&ends.party(), Some(&ends.desk.1), 2, &answer).unwrap();
    assert!(agreed.root.same(&first.root));
    assert_eq!(again.finish(&ends.party(), Some(&ends.desk.1), 1, &answer).err(), Some(Unopened), "another address");
}

#[test]
fn a_hello_opens_on_its_rung_in_its_direction_under_its_enrolment_alone() {
    let ends = Ends::new(6);
    let pending = Pending::new(&ends.party(), Some(&ends.desk.1), 0, &mut rng(7)).unwrap();
    let cell = pending.cell(&ends.party(), 3).unwrap();
    assert!(Hello::open(&ends.desk(), 4, &cell).is_err());
    assert!(Hello::open(&ends.party(), 3, &cell).is_err());
    let mut other = Ends::new(6);
    other.enrolment = Key::from_bytes([1; 32]);
    assert!(Hello::open(&other.desk(), 3, &cell).is_err());
    assert!(Hello::open(&ends.desk(), 3, &cell).is_ok());
}

/// Whoever holds the enrolment secret alone cannot answer in the desk's place: the party's Hello is for its static key.
#[test]
fn the_enrolment_secret_alone_does_not_make_a_desk() {
    let ends = Ends::new(8);
    let mut rng = rng(9);
    let thief = SecretKey::generate(&mut rng);
    let thief_public = thief.public();
    let thief =
        Ours { enrolment: &ends.enrolment, secret: &thief, public: &thief_public, direction: Direction::FromDesk };
    let pending = Pending::new(&ends.party(), Some(&ends.desk.1), 0, &mut rng).unwrap();
    let cell = pending.cell(&ends.party(), 1).unwrap();
    let answered = Hello::open(&thief, 1, &cell).unwrap().answer(&thief, 1, 1, &mut rng).unwrap();
    let (keys, answer) = answered.cell(0, &mut rng).unwrap();
    assert!(pending.answer_keys(&ends.party()).all(|ours| ours.address() != keys.address()));
    assert!((0..8).all(|n| pending.finish(&ends.party(), Some(&ends.desk.1), n, &answer).is_err()));
}

/// A bare Hello is answered by a party alone, whose key it brings; with a known key no other may answer.
#[test]
fn a_bare_hello_brings_the_partys_key() {
    let ends = Ends::new(10);
    let mut rng = rng(11);
    let pending = Pending::new(&ends.desk(), None, 0, &mut rng).unwrap();
    let cell = pending.cell(&ends.desk(), 1).unwrap();
    let answered = Hello::open(&ends.party(), 1, &cell).unwrap().answer(&ends.party(), 1, 1, &mut rng).unwrap();
    let (_, answer) = answered.cell(0, &mut rng).unwrap();
    let agreed = pending.finish(&ends.desk(), None, 0, &answer).unwrap();
    assert!(agreed.root.same(&answered.root) && agreed.peer == ends.party.1);
    assert!(pending.finish(&ends.desk(), Some(&ends.desk.1), 0, &answer).is_err());
    let bare = Pending::new(&ends.party(), None, 0, &mut rng).unwrap().cell(&ends.party(), 1).unwrap();
    let hello = Hello::open(&ends.desk(), 1, &bare).unwrap();
    assert!(hello.answer(&ends.desk(), 1, 1, &mut rng).is_err(), "a party always knows the desk");
}

#[test]
fn no_two_cells_share_a_key_or_an_address() {
    let mut seen = std::collections::BTreeSet::new();
    for direction in [Direction::FromDesk, Direction::FromParty] {
        let (_, mut chain) = Healing::begin(&Key::from_bytes([1; 32]), direction);
        for _ in 0..100 {
            let keys = chain.step();
            assert!(seen.insert(*keys.take_key().as_bytes()) && seen.insert(*keys.address().as_bytes()));
        }
    }
}
