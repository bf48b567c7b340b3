//! What an end's state opens, and what it no longer does.

use line::Quarantine;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;

use crate::world::{BOTH, Faults, Side, World};

/// Everything that was ever carried is put before both ends as they are now.
fn opens_nothing(world: &mut World) {
    let mut rng = ChaCha20Rng::seed_from_u64(99);
    let carried = world.carried.clone();
    let now = world.now;
    for side in BOTH {
        let watched: Vec<_> = world.office(side).line.watch().iter().map(wire::TakeKey::address).collect();
        for (address, cell) in &carried {
            assert!(!watched.contains(address), "a key is kept for a cell that is over");
            let outcome = world.office(side).line.handle_cell(address, cell, now, &mut rng);
            assert_eq!(outcome, Err(Quarantine::Unawaited));
        }
    }
}

#[test]
fn forgets_keys() {
    for seed in 0..12 {
        let mut world = World::new(seed);
        world.recording = true;
        world.faults = Faults { lose: 10, withhold: 20, repeat: 10, ..Faults::default() };
        for _ in 0..40 {
            for side in BOTH {
                let letter = world.letter(9_000);
                world.office(side).write(letter);
            }
            world.turn(Side::Desk);
            world.turn(Side::Party);
        }
        world.settle(20_000);
        // The last floors and acknowledgements go their way.
        world.faults = Faults::default();
        for _ in 0..400 {
            world.turn(Side::Desk);
            world.turn(Side::Party);
            if world.desk.line.next_timeout().is_some() || world.party.line.next_timeout().is_some() {
                world.pass();
            }
        }
        // An acknowledgement that was lost on its way carries no letter, and its key may still be here: it is no news.
        let carried = std::mem::take(&mut world.carried);
        let mut acknowledged_only = 0;
        for (address, cell) in &carried {
            for side in BOTH {
                if world.office(side).line.watch().iter().any(|take| take.address() == *address) {
                    let before = world.office(side).disk.received.len();
                    let mut rng = ChaCha20Rng::seed_from_u64(1);
                    let now = world.now;
                    world.office(side).line.handle_cell(address, cell, now, &mut rng).unwrap();
                    assert!(world.office(side).line.poll_event().is_none(), "it had a letter in it");
                    assert_eq!(world.office(side).disk.received.len(), before);
                    acknowledged_only += 1;
                }
            }
        }
        assert!(acknowledged_only <= 128, "bounded by the look-ahead");
        world.carried = carried;
        opens_nothing(&mut world);
    }
}

#[test]
fn a_process_that_starts_opens_nothing_that_went_before() {
    let mut world = World::new(50);
    world.recording = true;
    for round in 0..20 {
        world.desk.write(vec![round; 9_000]);
        world.party.write(vec![round; 9_000]);
    }
    world.settle(2_000);
    for side in BOTH {
        let office = world.office(side);
        let kept = office.line.keep();
        office.line = line::Line::resume(&kept).unwrap();
    }
    opens_nothing(&mut world);
}

#[test]
fn two_rekeys_at_once() {
    let mut world = World::new(51);
    // Enough both ways, at the same pace, that both directions re-key again and again, and meet.
    for round in 0..400 {
        world.desk.write(vec![1; 7_000]);
        world.party.write(vec![2; 7_000]);
        if round % 3 == 0 {
            world.turn(Side::Desk);
            world.turn(Side::Party);
        }
    }
    world.settle(20_000);
    world.assert_same();
    assert_eq!(world.now.0, 1_000, "no timer was needed");
}

#[test]
fn rekeys_survive_a_bad_hub() {
    for seed in 0..6 {
        let mut world = World::new(seed);
        world.play(1_000, World::established);
        world.faults = Faults { lose: 15, reply_lost: 5, withhold: 30, repeat: 20, ..Faults::default() };
        for _ in 0..150 {
            world.desk.write(vec![1; 5_000]);
            world.party.write(vec![2; 5_000]);
            world.turn(Side::Desk);
            world.turn(Side::Party);
        }
        world.settle(60_000);
        world.assert_same();
    }
}
