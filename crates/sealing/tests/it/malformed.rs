//! Malformed cells: one file per case in `vectors/malformed/`, its name the reason. None of them opens as the first cell
//! of the desk's direction under the root 06…06.

use sealing::chain::Healing;
use sealing::{Direction, Key, Unopened};
use wire::Cell;

use crate::vectors::{hex, read, unhex};

use std::path::PathBuf;

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("vectors").join("malformed")
}

#[test]
fn none_opens() {
    let mut count = 0;
    for file in std::fs::read_dir(folder()).unwrap() {
        let path = file.unwrap().path();
        let bytes = unhex(std::fs::read_to_string(&path).unwrap().trim());
        let (_, mut chain) = Healing::begin(&Key::from_bytes([6; 32]), Direction::FromDesk);
        match Cell::from_bytes(&bytes) {
            Ok(cell) => assert_eq!(chain.step().open(&cell).err(), Some(Unopened), "{}", path.display()),
            Err(_) => assert_ne!(bytes.len(), 8192, "{}", path.display()),
        }
        count += 1;
    }
    assert_eq!(count, cases().len());
}

/// The malformed cells, made from the good one of `cell.txt`.
fn cases() -> Vec<(&'static str, Vec<u8>)> {
    let good = read("cell");
    let (cell, key, address) = (&good["cell"], &good["cell_key"], &good["address"]);
    let place = |direction: u8, epoch: u64, index: u64| {
        [vec![3, direction], epoch.to_be_bytes().to_vec(), index.to_be_bytes().to_vec()].concat()
    };
    let seal = |inside: Vec<u8>, label: &[u8], place: Vec<u8>, address: &[u8], key: &[u8]| {
        let aad = [label, &place, address].concat();
        let cipher = XChaCha20Poly1305::new_from_slice(key).unwrap();
        let sealed = cipher.encrypt(&XNonce::from([9; 24]), Payload { msg: &inside, aad: &aad }).unwrap();
        [vec![9; 24], sealed].concat()
    };
    let inside = |length: u16, fill: u8| [length.to_be_bytes().to_vec(), vec![fill; 8150]].concat();
    let label = b"good offices cell/1".as_slice();
    let changed = |at: usize| {
        let mut cell = cell.clone();
        cell[at] ^= 1;
        cell
    };
    vec![
        ("length_beyond_the_cell", seal(inside(8151, 0), label, place(0, 0, 0), address, key)),
        ("length_greatest", seal(inside(u16::MAX, 0), label, place(0, 0, 0), address, key)),
        ("padding_not_zero", seal(inside(10, 1), label, place(0, 0, 0), address, key)),
        ("other_label", seal(inside(0, 0), b"good offices cell/2", place(0, 0, 0), address, key)),
        ("other_direction", seal(inside(0, 0), label, place(1, 0, 0), address, key)),
        ("other_epoch", seal(inside(0, 0), label, place(0, 1, 0), address, key)),
        ("other_index", seal(inside(0, 0), label, place(0, 0, 1), address, key)),
        ("other_address", seal(inside(0, 0), label, place(0, 0, 0), &[0; 32], key)),
        ("other_key", seal(inside(0, 0), label, place(0, 0, 0), address, &[0; 32])),
        ("no_associated_data", seal(inside(0, 0), b"", Vec::new(), b"", key)),
        ("nonce_changed", changed(0)),
        ("ciphertext_changed", changed(4_000)),
        ("tag_changed", changed(8_191)),
        ("all_zeros", vec![0; 8_192]),
        ("one_byte_short", cell[..8_191].to_vec()),
        ("one_byte_long", [cell.as_slice(), &[0]].concat()),
        ("empty", Vec::new()),
    ]
}

#[test]
#[ignore = "writes the malformed cells anew; only for a new version of the protocol"]
fn bless() {
    std::fs::create_dir_all(folder()).unwrap();
    for (name, bytes) in cases() {
        std::fs::write(folder().join(format!("{name}.hex")), hex(&bytes) + "\n").unwrap();
    }
}
