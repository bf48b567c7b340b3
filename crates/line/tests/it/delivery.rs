//! Every letter once and in order, whatever the hub does.

use proptest::prelude::*;
use rand_chacha::rand_core::Rng;

use crate::world::{BOTH, Faults, Side, World};

#[test]
fn one_letter_each_way() {
    let mut world = World::new(1);
    world.desk.write(b"from the desk".to_vec());
    world.party.write(b"from the party".to_vec());
    world.settle(1_000);
    world.assert_same();
    assert_eq!(world.desk.line.status().check_words, world.party.line.status().check_words);
    assert!(world.desk.line.status().check_words.is_some());
    assert_eq!(world.desk.line.identifier(), world.party.line.identifier());
    world.play(1_000, |world| world.hub.held() <= 1); // all but perhaps the last acknowledgement is erased
}

#[test]
fn a_letter_costs_few_cells_and_silence_costs_none() {
    let mut world = World::new(11);
    world.play(1_000, World::established);
    for round in 0..50 {
        let before = world.puts;
        let side = if round % 2 == 0 { Side::Desk } else { Side::Party };
        world.office(side).write(vec![1; 1_000]);
        world.settle(1_000);
        for _ in 0..20 {
            world.turn(Side::Desk);
            world.turn(Side::Party);
        }
        assert!(world.puts - before <= 4, "a letter, its acknowledgement, and now and then a re-key");
    }
    let before = world.puts;
    for _ in 0..100 {
        world.turn(Side::Desk);
        world.turn(Side::Party);
        world.pass();
    }
    assert_eq!(world.puts, before);
}

#[test]
fn a_letter_of_the_longest_size() {
    let mut world = World::new(2);
    world.desk.write(vec![1; line::LETTER_BYTES_MOST]);
    world.party.write(vec![2; line::LETTER_BYTES_MOST]);
    world.desk.write(vec![3; line::LETTER_BYTES_MOST]);
    world.settle(10_000);
    world.assert_same();
}

#[test]
fn once_and_in_order() {
    for seed in 0..24 {
        let mut world = World::new(seed);
        world.faults = Faults { lose: 8, reply_lost: 5, withhold: 20, repeat: 10, damage: 2, crash: 1 };
        for round in 0..30 {
            for side in BOTH {
                let most = if round % 10 == 0 { 60_000 } else { 3_000 };
                let letter = world.letter(most);
                world.office(side).write(letter);
                for _ in 0..world.rng.next_u32() % 4 {
                    world.turn(side);
                }
            }
        }
        world.play(60_000, World::settled);
        world.assert_same();
    }
}

#[test]
fn full_window_both_ways() {
    let mut world = World::new(3);
    world.play(1_000, World::established);
    // Each side fills its window while it cannot hear the other; then the hub loses the lot.
    for side in BOTH {
        for _ in 0..60 {
            world.office(side).write(vec![side as u8; 8_000]);
        }
    }
    for _ in 0..200 {
        world.turn(Side::Desk);
    }
    world.hub.expire();
    for _ in 0..200 {
        world.turn(Side::Party);
    }
    world.hub.expire();
    world.settle(20_000);
    world.assert_same();
}

#[test]
fn peer_away_longer_than_cells_live() {
    let mut world = World::new(4);
    world.play(1_000, World::established);
    let before: Vec<Vec<u8>> = (0..5).map(|n| vec![n; 4_000]).collect();
    for letter in &before {
        world.desk.write(letter.clone());
    }
    // The party is away; the hub forgets everything every sixty days, its tombstones too.
    let day = 24 * 3_600_000;
    for _ in 0..3 {
        let until = world.now.after(60 * day);
        while world.now < until {
            world.turn(Side::Desk);
            let next = world.desk.line.next_timeout().unwrap();
            world.now = world.now.max(next).after(6 * 3_600_000);
        }
        world.hub.empty();
    }
    world.restart(Side::Party);
    world.settle(20_000);
    world.assert_same();
}

#[test]
fn a_hub_that_is_down_is_only_waited_for() {
    let mut world = World::new(5);
    world.desk.cut = true;
    world.desk.write(b"later".to_vec());
    for _ in 0..100 {
        world.turn(Side::Desk);
        world.turn(Side::Party);
        world.pass();
    }
    assert!(world.party.disk.received.is_empty());
    world.desk.cut = false;
    world.settle(5_000);
    world.assert_same();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn any_interleaving_delivers(seed: u64, acts in prop::collection::vec((0_u8..12, any::<bool>(), 1_usize..20_000), 1..60)) {
        let mut world = World::new(seed);
        world.faults = Faults { lose: 5, reply_lost: 5, withhold: 10, repeat: 5, damage: 1, crash: 0 };
        for (act, desk, size) in acts {
            let side = if desk { Side::Desk } else { Side::Party };
            match act {
                0..=3 => { let letter = world.letter(size); world.office(side).write(letter); }
                4..=7 => { world.turn(side); }
                8 => world.restart(side),
                9 => world.pass(),
                10 => world.hub.expire(),
                _ => for _ in 0..size % 30 { world.turn(side); },
            }
        }
        world.play(60_000, World::settled);
        world.assert_same();
    }
}
