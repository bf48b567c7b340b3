//! Golden vectors: one file per case in `vectors/`, `name = hex` a line, worked out from docs/PROTOCOL.md with the
//! primitives alone and held against what the crate does. A change of format turns this red instead of losing letters.
//!
//! The expected values are computed here a second time, from the document's text and not through the crate's own
//! derivations; the files then freeze them. `bless` below writes the files; it is ignored and run by hand.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use hkdf::Hkdf;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use sealing::cell::CONTENT_BYTES;
use sealing::chain::Healing;
use sealing::exchange::{Hello, Ours, Pending, hello_keys};
use sealing::kem::{PublicKey, SecretKey};
use sealing::letter::Letter;
use sealing::{Direction, Enrolment, Key, Params, invitation, vault, words};
use sha2::{Digest, Sha256};
use wire::Cell;

type Case = BTreeMap<&'static str, Vec<u8>>;

fn key(byte: u8) -> Key {
    Key::from_bytes([byte; 32])
}

fn rng() -> ChaCha20Rng {
    ChaCha20Rng::seed_from_u64(2026)
}

/// "derive" of docs/PROTOCOL.md.
fn derive(secret: &[u8], label: &str, context: &[u8]) -> Vec<u8> {
    let mut info = b"good offices/1".to_vec();
    info.push(label.len() as u8);
    info.extend_from_slice(label.as_bytes());
    info.extend_from_slice(context);
    let mut out = vec![0; 32];
    Hkdf::<Sha256>::from_prk(secret).unwrap().expand(&info, &mut out).unwrap();
    out
}

/// "extract" of docs/PROTOCOL.md.
fn extract(salt: &[u8], secrets: &[&[u8]]) -> Vec<u8> {
    Hkdf::<Sha256>::extract(Some(salt), &secrets.concat()).0.to_vec()
}

/// "place" of docs/PROTOCOL.md: kind, direction, two numbers.
fn place(kind: u8, direction: u8, first: u64, second: u64) -> Vec<u8> {
    [vec![kind, direction], first.to_be_bytes().to_vec(), second.to_be_bytes().to_vec()].concat()
}

/// Take key, address and cell key of a place.
fn cell_keys(base: &[u8], place: &[u8]) -> (Vec<u8>, Vec<u8>, Vec<u8>) {
    let take = derive(base, "take key", place);
    let address = Sha256::digest(&take).to_vec();
    (take, address, derive(base, "cell key", place))
}

/// The content of a cell, by the document.
fn open(cell: &[u8], cell_key: &[u8], place: &[u8], address: &[u8]) -> Vec<u8> {
    let aad = [b"good offices cell/1".as_slice(), place, address].concat();
    let cipher = XChaCha20Poly1305::new_from_slice(cell_key).unwrap();
    let nonce = XNonce::try_from(&cell[..24]).unwrap();
    let inside = cipher.decrypt(&nonce, Payload { msg: &cell[24..], aad: &aad }).unwrap();
    assert_eq!(inside.len(), 8152);
    let length = usize::from(u16::from_be_bytes([inside[0], inside[1]]));
    assert!(inside[2 + length..].iter().all(|byte| *byte == 0));
    inside[2..2 + length].to_vec()
}

fn derivations() -> Case {
    let derived = derive(&[1; 32], "a label", b"a context");
    assert_eq!(sealing::derive_key(&key(1), "a label", b"a context").as_bytes().as_slice(), derived);
    Case::from([
        ("key", vec![1; 32]),
        ("label", b"a label".to_vec()),
        ("context", b"a context".to_vec()),
        ("derived", derived),
        ("keyed_hash", sealing::keyed_hash(&key(1), b"some bytes").to_vec()),
    ])
}

fn hello_place() -> Case {
    let mut case = Case::from([("enrolment", vec![2; 32])]);
    for (name, direction, rung) in [
        ("desk_rung_1", Direction::FromDesk, 1),
        ("party_rung_1", Direction::FromParty, 1),
        ("party_rung_2", Direction::FromParty, 2),
    ] {
        let (take, address, _) = cell_keys(&derive(&[2; 32], "hello", b""), &place(1, direction.byte(), rung, 0));
        let keys = hello_keys(&key(2), direction, rung);
        assert_eq!(keys.take_key().as_bytes().as_slice(), take);
        assert_eq!(keys.address().as_bytes().as_slice(), address);
        case.insert(name, [take, address].concat());
    }
    case
}

/// A whole exchange and the first cells of the session, each step also worked out by the document.
fn exchange() -> Case {
    let mut rng = rng();
    let (desk, party) = (SecretKey::from_seed([3; 32]), SecretKey::from_seed([4; 32]));
    let (desk_public, party_public) = (desk.public(), party.public());
    let enrolment = key(5);
    let at_desk = Ours { enrolment: &enrolment, secret: &desk, public: &desk_public, direction: Direction::FromDesk };
    let at_party =
        Ours { enrolment: &enrolment, secret: &party, public: &party_public, direction: Direction::FromParty };

    let pending = Pending::new(&at_party, Some(&desk_public), 6, &mut rng).unwrap();
    let hello_cell = pending.cell(&at_party, 7).unwrap();
    assert_eq!(pending.cell(&at_party, 7).unwrap().as_bytes(), hello_cell.as_bytes(), "the same bytes again");
    let hello_at = place(1, 1, 7, 0);
    let (_, hello_address, hello_key) = cell_keys(&derive(&[5; 32], "hello", b""), &hello_at);
    let hello_body = open(hello_cell.as_bytes(), &hello_key, &hello_at, &hello_address);

    let hello = Hello::open(&at_desk, 7, &hello_cell).unwrap();
    let answered = hello.answer(&at_desk, 8, 7, &mut rng).unwrap();
    let (answer_keys, answer_cell) = answered.cell(0, &mut rng).unwrap();
    let agreed = pending.finish(&at_party, Some(&desk_public), 0, &answer_cell).unwrap();
    assert!(agreed.root.same(&answered.root));
    assert_eq!((agreed.rung, agreed.seen), (8, 7));

    // By the document: the maps are read field by field out of what was opened.
    let hello_fields = fields(&hello_body);
    let to_static = desk.decapsulate(&ciphertext(&hello_fields[&3])).unwrap();
    let ephemeral_digest = Sha256::digest(&hello_fields[&1]).to_vec();
    let answer_secret = extract(b"good offices answer/1", &[&[5; 32], to_static.as_bytes()]);
    let answer_base = derive(&answer_secret, "answer", &ephemeral_digest);
    let answer_at = place(2, 1, 0, 0);
    let (_, answer_address, answer_key) = cell_keys(&answer_base, &answer_at);
    assert_eq!(answer_keys.address().as_bytes().as_slice(), answer_address);
    let answer_body = open(answer_cell.as_bytes(), &answer_key, &answer_at, &answer_address);

    let answer_fields = fields(&answer_body);
    let form = minicbor_pending(&pending);
    let to_ephemeral = SecretKey::from_seed(form).decapsulate(&ciphertext(&answer_fields[&1])).unwrap();
    let to_initiator = party.decapsulate(&ciphertext(&answer_fields[&2])).unwrap();
    let transcript = Sha256::digest(
        [
            b"good offices exchange/1".as_slice(),
            &[1],
            &(hello_body.len() as u16).to_be_bytes(),
            &hello_body,
            &(answer_body.len() as u16).to_be_bytes(),
            &answer_body,
            party_public.as_bytes(),
            desk_public.as_bytes(),
        ]
        .concat(),
    );
    let secrets: [&[u8]; 4] = [&[5; 32], to_static.as_bytes(), to_ephemeral.as_bytes(), to_initiator.as_bytes()];
    let root = extract(&transcript, &secrets);
    assert_eq!(agreed.root.as_bytes().as_slice(), root);
    Case::from([
        ("desk_seed", vec![3; 32]),
        ("party_seed", vec![4; 32]),
        ("enrolment", vec![5; 32]),
        ("hello_rung", 7_u64.to_be_bytes().to_vec()),
        ("hello_cell", hello_cell.as_bytes().to_vec()),
        ("ephemeral_seed", form.to_vec()),
        ("answer_address", answer_address),
        ("answer_cell", answer_cell.as_bytes().to_vec()),
        ("root", root),
    ])
}

fn chains() -> Case {
    let mut case = Case::from([("root", vec![6; 32])]);
    let mut rng = rng();
    for (name, direction) in [("desk", Direction::FromDesk), ("party", Direction::FromParty)] {
        let (healing, mut chain) = Healing::begin(&key(6), direction);
        let root = derive(&[6; 32], "direction", &[direction.byte()]);
        let mut by_document = derive(&root, "chain", b"");
        let mut all = Vec::new();
        for index in 0..3 {
            let (take, address, _) = cell_keys(&by_document, &place(3, direction.byte(), 0, index));
            let keys = chain.step();
            assert_eq!(keys.take_key().as_bytes().as_slice(), take);
            assert_eq!(keys.address().as_bytes().as_slice(), address);
            by_document = derive(&by_document, "next", b"");
            all.extend(take);
        }
        case.insert(if name == "desk" { "desk_take_keys" } else { "party_take_keys" }, all);

        let offer = SecretKey::from_seed([7; 32]).public();
        let (ciphertext, secret) = offer.encapsulate(&mut rng).unwrap();
        let (_, mut healed) = healing.heal(&secret, &offer, &ciphertext);
        let salt = Sha256::digest(
            [
                b"good offices re-key/1".as_slice(),
                &[direction.byte()],
                &1_u64.to_be_bytes(),
                offer.as_bytes(),
                ciphertext.as_bytes(),
            ]
            .concat(),
        );
        let healed_root = extract(&salt, &[&derive(&root, "healing", b""), secret.as_bytes()]);
        let (take, _, _) = cell_keys(&derive(&healed_root, "chain", b""), &place(3, direction.byte(), 1, 0));
        assert_eq!(healed.step().take_key().as_bytes().as_slice(), take);
        let (ct_name, take_name) = if name == "desk" {
            ("desk_rekey_ciphertext", "desk_epoch_1_take_key")
        } else {
            ("party_rekey_ciphertext", "party_epoch_1_take_key")
        };
        case.insert(ct_name, ciphertext.as_bytes().to_vec());
        case.insert(take_name, take);
    }
    case.insert("offer_seed", vec![7; 32]);
    case
}

fn cell() -> Case {
    let (_, mut chain) = Healing::begin(&key(6), Direction::FromDesk);
    let sealed = chain.step().seal(b"the content of a cell", &mut rng()).unwrap();
    let at = place(3, 0, 0, 0);
    let (_, address, cell_key) = cell_keys(&derive(&derive(&[6; 32], "direction", &[0]), "chain", b""), &at);
    assert_eq!(open(sealed.as_bytes(), &cell_key, &at, &address), b"the content of a cell");
    Case::from([
        ("root", vec![6; 32]),
        ("content", b"the content of a cell".to_vec()),
        ("cell_key", cell_key),
        ("address", address),
        ("cell", sealed.as_bytes().to_vec()),
    ])
}

fn held_letter() -> Case {
    let letter = Letter { direction: Direction::FromDesk, seq: 9, attempt: 2 };
    let sealed = letter.seal(&key(8), b"a letter that is held", &mut rng());
    let aad = [b"good offices held letter/1".as_slice(), &[0], &9_u64.to_be_bytes(), &2_u64.to_be_bytes()].concat();
    let cipher = XChaCha20Poly1305::new_from_slice(&[8; 32]).unwrap();
    let nonce = XNonce::try_from(&sealed[..24]).unwrap();
    assert_eq!(cipher.decrypt(&nonce, Payload { msg: &sealed[24..], aad: &aad }).unwrap(), b"a letter that is held");
    Case::from([("key", vec![8; 32]), ("letter", b"a letter that is held".to_vec()), ("sealed", sealed)])
}

fn at_rest() -> Case {
    let mut rng = rng();
    let row = vault::seal_row(&key(10), b"items/1/body", b"a row", &mut rng);
    let armour = invitation::seal(b"a payload", INVITATION_CODE, Params::least(), &mut rng).unwrap();
    let enrolment = Enrolment::new(key(11), SecretKey::from_seed([12; 32]).public());
    let derived = vault::key_from_passphrase("a passphrase", &[13; 16], Params::least()).unwrap();
    Case::from([
        ("row_key", vec![10; 32]),
        ("row", row),
        ("invitation", armour.into_bytes()),
        ("enrolment", enrolment.encode().to_vec()),
        ("passphrase_key", derived.as_bytes().to_vec()),
    ])
}

const INVITATION_CODE: &str = "abandon ability able about above absent";

fn codes() -> Case {
    let (desk, party) = (SecretKey::from_seed([3; 32]).public(), SecretKey::from_seed([4; 32]).public());
    let check = words::check_words(&key(5), &desk, &party).join(" ");
    Case::from([("check_words", check.into_bytes())])
}

fn cases() -> BTreeMap<&'static str, Case> {
    BTreeMap::from([
        ("derivations", derivations()),
        ("hello_places", hello_place()),
        ("exchange", exchange()),
        ("chains", chains()),
        ("cell", cell()),
        ("held_letter", held_letter()),
        ("at_rest", at_rest()),
        ("codes", codes()),
    ])
}

#[test]
fn golden_vectors() {
    for (name, case) in cases() {
        assert_eq!(read(name), case.into_iter().map(|(n, v)| (n.to_owned(), v)).collect(), "{name}");
    }
}

/// What an older version wrote still opens, out of the files and without making it again.
#[test]
fn frozen_bytes_still_open() {
    let rest = read("at_rest");
    assert_eq!(*vault::open_row(&key(10), b"items/1/body", &rest["row"]).unwrap(), b"a row");
    let armour = String::from_utf8(rest["invitation"].clone()).unwrap();
    assert_eq!(*invitation::open(&armour, INVITATION_CODE, Params::least()).unwrap(), b"a payload");
    let enrolment = Enrolment::decode(&rest["enrolment"]).unwrap();
    assert_eq!(enrolment.secret().as_bytes(), &[11; 32]);
    let cell = Cell::from_bytes(&read("cell")["cell"]).unwrap();
    let (_, mut chain) = Healing::begin(&key(6), Direction::FromDesk);
    assert_eq!(*chain.step().open(&cell).unwrap(), b"the content of a cell");
    let letter = Letter { direction: Direction::FromDesk, seq: 9, attempt: 2 };
    assert_eq!(*letter.open(&key(8), &read("held_letter")["sealed"]).unwrap(), b"a letter that is held");
    const { assert!(CONTENT_BYTES == 8150) };
}

#[test]
#[ignore = "writes the vectors anew; only for a new version of the protocol"]
fn bless() {
    for (name, case) in cases() {
        let mut text = String::new();
        for (field, value) in case {
            writeln!(text, "{field} = {}", hex(&value)).unwrap();
        }
        std::fs::write(path(name), text).unwrap();
    }
}

pub(crate) fn path(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors").join(format!("{name}.txt"))
}

pub(crate) fn read(name: &str) -> BTreeMap<String, Vec<u8>> {
    let text = std::fs::read_to_string(path(name)).unwrap();
    let field = |line: &str| line.split_once(" = ").map(|(name, value)| (name.to_owned(), unhex(value)));
    text.lines().map(|line| field(line).unwrap()).collect()
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

pub(crate) fn unhex(text: &str) -> Vec<u8> {
    (0..text.len() / 2).map(|at| u8::from_str_radix(&text[2 * at..2 * at + 2], 16).unwrap()).collect()
}

fn fields(body: &[u8]) -> BTreeMap<u64, Vec<u8>> {
    let mut decoder = minicbor::Decoder::new(body);
    let count = decoder.map().unwrap().unwrap();
    let mut out = BTreeMap::new();
    for _ in 0..count {
        let field = decoder.u64().unwrap();
        if decoder.datatype().unwrap() == minicbor::data::Type::Bytes {
            out.insert(field, decoder.bytes().unwrap().to_vec());
        } else {
            decoder.skip().unwrap();
        }
    }
    out
}

/// The seed of the ephemeral key, which only what is kept holds.
fn minicbor_pending(pending: &Pending) -> [u8; 32] {
    fields(&pending.encode())[&1].clone().try_into().unwrap()
}

fn ciphertext(bytes: &[u8]) -> sealing::kem::Ciphertext {
    sealing::kem::Ciphertext::from_bytes(bytes).unwrap()
}

/// X-Wing is the X-Wing of draft-connolly-cfrg-xwing-kem: its first test vector, from a seed to the shared secret.
#[test]
fn x_wing_is_x_wing() {
    let draft = read("x_wing_draft");
    let secret = SecretKey::from_seed(draft["seed"].clone().try_into().unwrap());
    assert_eq!(secret.public().as_bytes(), draft["public"]);
    assert!(PublicKey::from_bytes(&draft["public"]).is_ok());
    let shared = secret.decapsulate(&ciphertext(&draft["ciphertext"])).unwrap();
    assert_eq!(shared.as_bytes().as_slice(), draft["shared"]);
}
