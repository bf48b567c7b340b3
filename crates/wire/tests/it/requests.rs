//! The three requests.

use proptest::prelude::*;
use wire::{
    Address, COLLECT_BYTES, Cell, Collect, ERASE_BYTES, Erase, KEYS_PER_REQUEST, Malformed, PUT_BYTES, Pass, Put,
};

use crate::{cell, key, rng};

#[test]
fn sizes_are_what_the_protocol_says() {
    assert_eq!(
        (PUT_BYTES, COLLECT_BYTES, ERASE_BYTES, wire::SHORT_REPLY_BYTES, wire::COLLECT_REPLY_BYTES),
        (8256, 257, 256, 16, 65552)
    );
    assert_eq!((wire::PATH_PUT, wire::PATH_COLLECT, wire::PATH_ERASE), ("/v1/put", "/v1/collect", "/v1/erase"));
}

#[test]
fn a_put_is_pass_then_address_then_cell() {
    let put = Put { pass: Pass::from_bytes([1; 32]), address: Address::from_bytes([2; 32]), cell: cell(3) };
    let bytes = put.encode(&mut rng(1));
    assert_eq!(bytes.as_slice(), [[1; 32].as_slice(), &[2; 32], &[3; 8192]].concat());
    let read = Put::decode(&bytes).unwrap();
    assert!(read.pass == put.pass && read.address == put.address && read.cell == put.cell);
}

#[test]
fn a_collect_is_the_wait_then_the_keys_in_order_then_padding() {
    let collect = Collect { wait_seconds: 42, keys: vec![key(1), key(2)] };
    let bytes = collect.encode(&mut rng(1));
    assert_eq!(bytes.len(), COLLECT_BYTES);
    assert_eq!(&bytes[..65], [[42].as_slice(), &[1; 32], &[2; 32]].concat());
    let padding: Vec<&[u8]> = bytes[65..].chunks(32).collect();
    assert_eq!(padding.len(), 6);
    for (n, one) in padding.iter().enumerate() {
        assert!(!padding[..n].contains(one) && **one != [0; 32], "each is another random key");
    }
    assert_ne!(collect.encode(&mut rng(2)), bytes, "and another each time");
    let read = Collect::decode(&bytes).unwrap();
    assert_eq!((read.wait_seconds, read.keys.len()), (42, KEYS_PER_REQUEST));
    assert_eq!(read.keys[1].as_bytes(), key(2).as_bytes());
}

#[test]
fn an_erase_is_the_keys_in_order_then_padding() {
    for asked in 0..=KEYS_PER_REQUEST {
        let keys = (0..asked).map(|n| key(n as u8)).collect();
        let bytes = Erase { keys }.encode(&mut rng(1));
        assert_eq!(bytes.len(), ERASE_BYTES);
        let read = Erase::decode(&bytes).unwrap();
        for (n, read) in read.keys.iter().enumerate() {
            assert_eq!(read.as_bytes() == key(n as u8).as_bytes(), n < asked);
        }
    }
}

/// As an office is built for use; in a debug build more keys than there may be are a panic.
#[cfg(not(debug_assertions))]
#[test]
fn keys_that_are_too_many_change_no_size() {
    let keys = || (0..20).map(key).collect();
    assert_eq!(Erase { keys: keys() }.encode(&mut rng(1)).len(), ERASE_BYTES);
    assert_eq!(Collect { wait_seconds: 0, keys: keys() }.encode(&mut rng(1)).len(), COLLECT_BYTES);
}

#[test]
fn an_address_is_the_hash_of_its_key() {
    // From `printf 'a%.0s' $(seq 32) | sha256sum`.
    let known = "3ba3f5f43b92602683c19aee62a20342b084dd5971ddd33808d81a328879a547";
    let address = key(b'a').address();
    assert_eq!(address.as_bytes().map(|byte| format!("{byte:02x}")).concat(), known);
}

proptest! {
    #[test]
    fn only_the_right_length_is_a_request(length in 0..9000usize, filling in any::<u8>()) {
        let bytes = vec![filling; length];
        let wrong = |expected| Malformed::Length { expected, got: length };
        prop_assert_eq!(Put::decode(&bytes).map(|_| ()), if length == PUT_BYTES { Ok(()) } else { Err(wrong(PUT_BYTES)) });
        prop_assert_eq!(Collect::decode(&bytes).map(|_| ()), if length == COLLECT_BYTES { Ok(()) } else { Err(wrong(COLLECT_BYTES)) });
        prop_assert_eq!(Erase::decode(&bytes).map(|_| ()), if length == ERASE_BYTES { Ok(()) } else { Err(wrong(ERASE_BYTES)) });
        prop_assert_eq!(Cell::from_bytes(&bytes).map(|_| ()), if length == 8192 { Ok(()) } else { Err(wrong(8192)) });
    }

    #[test]
    fn requests_of_the_right_length_are_read_and_written_alike(seed in any::<u64>()) {
        let mut random = rng(seed);
        let mut bytes = vec![0; PUT_BYTES];
        rand_core::Rng::fill_bytes(&mut random, &mut bytes);
        prop_assert_eq!(&*Put::decode(&bytes).unwrap().encode(&mut random), &bytes);
        prop_assert_eq!(&*Collect::decode(&bytes[..COLLECT_BYTES]).unwrap().encode(&mut random), &bytes[..COLLECT_BYTES]);
        prop_assert_eq!(&*Erase::decode(&bytes[..ERASE_BYTES]).unwrap().encode(&mut random), &bytes[..ERASE_BYTES]);
    }
}
