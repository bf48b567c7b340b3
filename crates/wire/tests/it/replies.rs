//! The replies.

use proptest::prelude::*;
use wire::{
    COLLECT_REPLY_BYTES, CollectReply, EraseReply, KEYS_PER_REQUEST, Malformed, PutReply, Refusal, SHORT_REPLY_BYTES,
};

use crate::{cell, rng};

const REFUSALS: [(u8, Refusal); 4] =
    [(16, Refusal::Malformed), (17, Refusal::Pass), (18, Refusal::Full), (19, Refusal::Busy)];

fn short(code: u8) -> [u8; SHORT_REPLY_BYTES] {
    let mut bytes = [0; SHORT_REPLY_BYTES];
    bytes[0] = code;
    bytes
}

#[test]
fn short_replies_have_these_codes() {
    for (code, reply) in [(0, PutReply::Stored), (1, PutReply::Taken)]
        .into_iter()
        .chain(REFUSALS.map(|(code, refusal)| (code, PutReply::Refused(refusal))))
    {
        assert_eq!(reply.encode(), short(code));
        assert_eq!(PutReply::decode(&short(code)), Ok(reply));
    }
    for (code, reply) in
        [(0, EraseReply::Done)].into_iter().chain(REFUSALS.map(|(code, refusal)| (code, EraseReply::Refused(refusal))))
    {
        assert_eq!(reply.encode(), short(code));
        assert_eq!(EraseReply::decode(&short(code)), Ok(reply));
    }
    assert_eq!(EraseReply::decode(&short(1)), Err(Malformed::Code(1)));
}

#[test]
fn a_collection_is_a_head_then_the_slots_in_order() {
    let cells = vec![None, Some(cell(2)), None, Some(cell(4))];
    let bytes = CollectReply::Cells(cells.clone()).encode(&mut rng(1));
    assert_eq!(bytes.len(), COLLECT_REPLY_BYTES);
    assert_eq!(&bytes[..16], [[0, 0b1010].as_slice(), &[0; 14]].concat());
    let slots: Vec<&[u8]> = bytes[16..].chunks(8192).collect();
    assert_eq!(slots.len(), KEYS_PER_REQUEST);
    assert!(slots[1] == [2; 8192] && slots[3] == [4; 8192]);
    for empty in [0, 2, 4, 5, 6, 7] {
        let ones: u32 = slots[empty].iter().map(|byte| byte.count_ones()).sum();
        assert!((31_500..34_000).contains(&ones), "filled with what looks random");
        assert!(!slots[..empty].contains(&slots[empty]));
    }
    let mut all = cells;
    all.resize(KEYS_PER_REQUEST, None);
    assert_eq!(CollectReply::decode(&bytes), Ok(CollectReply::Cells(all)));
}

#[test]
fn all_slots_can_be_full_and_all_empty() {
    for cells in [vec![Some(cell(9)); KEYS_PER_REQUEST], vec![None; KEYS_PER_REQUEST]] {
        let reply = CollectReply::Cells(cells);
        assert_eq!(CollectReply::decode(&reply.encode(&mut rng(1))), Ok(reply));
    }
}

#[test]
fn a_refused_collection_is_as_long_as_a_good_one() {
    for (code, refusal) in REFUSALS {
        let reply = CollectReply::Refused(refusal);
        let bytes = reply.encode(&mut rng(1));
        assert_eq!(bytes.len(), COLLECT_REPLY_BYTES);
        assert_eq!(bytes[..16], short(code));
        assert_eq!(CollectReply::decode(&bytes), Ok(reply));
        let mut both = bytes;
        both[1] = 1;
        assert_eq!(CollectReply::decode(&both), Err(Malformed::Reserved), "a refusal holds nothing");
    }
}

#[test]
fn refusals_say_what_to_do() {
    for (_, refusal) in REFUSALS {
        let told = refusal.to_string();
        assert!(["ask", "try again", "versions"].iter().any(|word| told.contains(word)), "{told}");
    }
}

proptest! {
    #[test]
    fn any_bytes_are_a_reply_or_malformed(head in any::<[u8; 16]>(), zeros in any::<bool>(), length in 0..40usize) {
        let mut head = head;
        if zeros {
            head[1..].fill(0);
        }
        if let Ok(reply) = PutReply::decode(&head) {
            prop_assert_eq!(reply.encode(), head, "one reply, one run of bytes");
        }
        if let Ok(reply) = EraseReply::decode(&head) {
            prop_assert_eq!(reply.encode(), head);
        }
        let mut long = vec![5; COLLECT_REPLY_BYTES];
        long[..16].copy_from_slice(&head);
        if let Ok(CollectReply::Cells(cells)) = CollectReply::decode(&long) {
            prop_assert_eq!(cells.iter().flatten().count(), head[1].count_ones() as usize);
        }
        if length != SHORT_REPLY_BYTES {
            let wrong = |expected| Malformed::Length { expected, got: length };
            prop_assert_eq!(PutReply::decode(&vec![0; length]), Err(wrong(SHORT_REPLY_BYTES)));
            prop_assert_eq!(EraseReply::decode(&vec![0; length]), Err(wrong(SHORT_REPLY_BYTES)));
            prop_assert_eq!(CollectReply::decode(&vec![0; length]), Err(wrong(COLLECT_REPLY_BYTES)));
        }
        if head[2..].iter().any(|byte| *byte != 0) {
            prop_assert_eq!(PutReply::decode(&head), Err(Malformed::Reserved));
            prop_assert_eq!(CollectReply::decode(&long), Err(Malformed::Reserved));
        }
    }
}
