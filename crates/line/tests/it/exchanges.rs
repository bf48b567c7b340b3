//! How sessions begin again: crossing Hellos, restarts, restored ends, a restored hub.

use crate::world::{BOTH, Faults, Side, World};

#[test]
fn simultaneous_hellos() {
    for seed in 0..20 {
        let mut world = World::new(seed);
        world.settle(1_000);
        for side in BOTH {
            world.office(side).write(vec![1; 100]);
        }
        world.settle(1_000);
        // Both start at the same moment, several times, before either has looked.
        for _ in 0..=seed % 5 {
            world.restart(Side::Desk);
            world.restart(Side::Party);
            for side in BOTH {
                world.office(side).write(vec![2; 100]);
            }
            if seed % 2 == 0 {
                world.turn(Side::Party);
                world.turn(Side::Desk);
            }
        }
        world.settle(2_000);
        world.assert_same();
        assert!(world.now.0 < 120_000, "crossing Hellos cost {:?}", world.now);
        // And they agree on one session: further letters need no further exchange.
        let rungs = (world.desk.line.status().rung, world.party.line.status().rung);
        for side in BOTH {
            world.office(side).write(vec![3; 100]);
        }
        world.settle(1_000);
        assert_eq!(rungs, (world.desk.line.status().rung, world.party.line.status().rung));
    }
}

#[test]
fn a_restart_costs_no_timer() {
    let mut world = World::new(7);
    world.party.write(vec![1]);
    world.settle(1_000);
    let before = world.now;
    for side in BOTH {
        world.restart(side);
        world.desk.write(vec![2]);
        world.party.write(vec![3]);
        for _ in 0..40 {
            world.turn(Side::Desk);
            world.turn(Side::Party);
        }
        assert!(world.settled(), "without any time going by");
    }
    assert_eq!(world.now, before);
    world.assert_same();
}

#[test]
fn restored_end_is_behind_and_catches_up() {
    for restored in BOTH {
        let mut world = World::new(8);
        let letters = |world: &mut World, from: u8, count: u8| {
            for n in 0..count {
                world.desk.write(vec![from, n, 0]);
                world.party.write(vec![from, n, 1]);
            }
        };
        letters(&mut world, 1, 3);
        world.settle(1_000);
        let backup = world.office(restored).disk.clone();
        for _ in 0..6 {
            letters(&mut world, 2, 2);
            world.settle(1_000);
            world.restart(restored); // rungs go on
        }
        world.restore(restored, backup);
        let newer = world.office(restored).write(b"written after the restore".to_vec());
        assert_eq!(newer, 4);
        let other = if restored == Side::Desk { Side::Party } else { Side::Desk };
        world.play(5_000, |world| {
            let (own, peer) =
                if restored == Side::Desk { (&world.desk, &world.party) } else { (&world.party, &world.desk) };
            own.disk.received.len() == 15 && peer.disk.received.len() == 16
        });
        assert!(world.office(restored).saw("behind 15"), "{:?}", world.office(restored).events);
        assert!(world.office(other).saw("peer behind 3"));
        assert!(world.office(other).saw("peer forgot 3"));
        assert_eq!(world.office(other).disk.received[15], b"written after the restore");
        let received = world.office(restored).disk.received.clone();
        assert_eq!(received, world.office(other).sent(), "it was sent all again");
    }
}

#[test]
fn a_desk_restored_to_before_it_knew_the_party() {
    let mut world = World::new(9);
    let backup = world.desk.disk.clone();
    world.party.write(vec![1]);
    world.settle(1_000);
    for _ in 0..3 {
        world.restart(Side::Party);
        world.party.write(vec![2]);
        world.settle(1_000);
    }
    world.restore(Side::Desk, backup);
    world.settle(2_000);
    assert_eq!(world.desk.disk.received.len(), 4);
}

#[test]
fn hub_restored() {
    for seed in 0..8 {
        let mut world = World::new(seed);
        world.desk.write(vec![1; 20_000]);
        world.party.write(vec![2; 20_000]);
        world.settle(1_000);
        let backup = world.hub.clone();
        for _ in 0..5 {
            world.desk.write(vec![3; 20_000]);
            world.party.write(vec![4; 20_000]);
            world.settle(1_000);
            world.restart(Side::Desk);
            world.settle(1_000);
        }
        world.desk.write(vec![5; 100]);
        world.turn(Side::Desk);
        world.hub = backup;
        world.party.write(vec![6; 100]);
        world.settle(5_000);
        world.assert_same();
        // Everything at once: hub and one end from an old copy.
        let hub = world.hub.clone();
        let disk = world.party.disk.clone();
        for _ in 0..3 {
            world.restart(Side::Party);
            world.restart(Side::Desk);
            world.desk.write(vec![7; 100]);
            world.settle(5_000);
        }
        world.hub = hub;
        world.restore(Side::Party, disk);
        world.settle(20_000);
        world.assert_same();
    }
}

#[test]
fn hub_emptied() {
    for seed in 0..8 {
        let mut world = World::new(seed);
        for round in 0..6_u8 {
            world.desk.write(vec![round; 30_000]);
            world.party.write(vec![round; 300]);
            for _ in 0..seed {
                world.turn(Side::Desk);
                world.turn(Side::Party);
            }
            world.hub.empty();
        }
        world.settle(20_000);
        world.assert_same();
    }
}

#[test]
fn any_end_restored_at_any_time() {
    for seed in 0..16 {
        let mut world = World::new(seed);
        world.faults = Faults { lose: 3, withhold: 10, crash: 1, ..Faults::default() };
        let side = if seed % 2 == 0 { Side::Desk } else { Side::Party };
        let mut backup = world.office(side).disk.clone();
        for round in 0..8_u8 {
            let other = if side == Side::Desk { Side::Party } else { Side::Desk };
            world.office(other).write(vec![round; 2_000]);
            for _ in 0..seed % 16 * 3 {
                world.turn(Side::Desk);
                world.turn(Side::Party);
            }
            if round == 2 {
                backup = world.office(side).disk.clone();
            }
            if round > 2 && round % 3 == 0 {
                world.restore(side, backup.clone());
            }
        }
        world.play(60_000, |world| {
            let (own, peer) =
                if side == Side::Desk { (&world.desk, &world.party) } else { (&world.party, &world.desk) };
            own.disk.received.len() == peer.disk.letters.len()
        });
        let (own, peer) = if side == Side::Desk { (&world.desk, &world.party) } else { (&world.party, &world.desk) };
        assert_eq!(own.disk.received, peer.sent());
    }
}

/// It was put back to when it had a Hello out, and the hub has the Answer to that again, and what was said first, and nothing
/// of its own: it takes up a session that the other end has long gone on in. What it forgot comes all the same.
#[test]
fn an_old_answer_does_not_hold_back_what_was_forgotten() {
    for restored in BOTH {
        let other = if restored == Side::Desk { Side::Party } else { Side::Desk };
        let mut world = World::new(11);
        world.play(1_000, World::established);
        world.office(other).cut = true;
        world.restart(restored);
        let backup = world.office(restored).disk.clone();
        world.office(other).cut = false;
        for _ in 0..300 {
            world.recording = false;
            world.turn(restored);
            world.recording = true;
            world.turn(other);
        }
        world.recording = false;
        assert!(world.established());
        world.office(other).write(b"heard and forgotten".to_vec());
        world.settle(1_000);
        world.hub.empty();
        for (address, cell) in std::mem::take(&mut world.carried) {
            world.hub.put(address, &cell);
        }
        world.restore(restored, backup);
        world.play(5_000, |world| world.settled());
        world.assert_same();
    }
}

/// Put back twice: to long ago, and then to when it had a Hello out after that. The other end's session is of that very Hello,
/// and its own Hellos are on rungs that nobody watches.
#[test]
fn a_hello_that_the_other_end_has_answered_before_is_made_anew() {
    for restored in BOTH {
        let other = if restored == Side::Desk { Side::Party } else { Side::Desk };
        let mut world = World::new(12);
        world.play(1_000, World::established);
        let long_ago = world.office(restored).disk.clone();
        for _ in 0..25 {
            world.restart(other);
            world.play(1_000, World::established);
        }
        world.hub.empty();
        world.restore(restored, long_ago);
        let backup = world.office(restored).disk.clone();
        world.play(5_000, World::established);
        world.hub.empty();
        world.restore(restored, backup);
        world.office(other).write(b"heard".to_vec());
        world.settle(20_000);
        world.assert_same();
    }
}
