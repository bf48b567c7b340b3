//! Letters that are held until called: over there, sealed, and theirs only once there is no way back.

use crate::world::{Side, World};

fn until_ready(world: &mut World, event: &str) {
    world.play(2_000, |world| world.desk.saw(event));
}

#[test]
fn held_letter_opens_only_when_called() {
    let mut world = World::new(1);
    let seq = world.desk.write(vec![7; 50_000]);
    world.desk.disk.held.insert(seq);
    until_ready(&mut world, "ready 1");
    assert_eq!(world.desk.line.wants(), None, "nothing overtakes it");
    world.desk.write(b"behind it".to_vec());
    for _ in 0..200 {
        world.turn(Side::Desk);
        world.turn(Side::Party);
        world.pass();
    }
    assert!(world.party.disk.received.is_empty());
    world.desk.call(seq);
    assert!(!world.desk.line.withdraw(seq), "no way back");
    world.settle(2_000);
    world.assert_same();
}

#[test]
fn withdrawn_letter_is_never_delivered() {
    for seed in 0..10 {
        let mut world = World::new(seed);
        world.desk.write(vec![1; 10]);
        let seq = world.desk.write(vec![7; 50_000]);
        world.desk.disk.held.insert(seq);
        if seed % 2 == 0 {
            until_ready(&mut world, "ready 2");
        } else {
            world.play(2_000, |world| world.desk.line.status().in_flight == 1 || world.desk.saw("ready 2"));
        }
        assert!(world.desk.line.withdraw(seq));
        assert!(!world.desk.line.withdraw(seq));
        world.desk.disk.letters.pop();
        world.desk.disk.held.clear();
        assert_eq!(world.desk.line.wants(), Some(seq), "its number goes to the next");
        world.desk.line.call(seq); // comes too late to mean anything
        let next = world.desk.write(vec![8; 20_000]);
        assert_eq!(next, seq);
        if seed % 3 == 0 {
            world.restart(Side::Desk);
        }
        if seed % 3 == 1 {
            world.restart(Side::Party);
        }
        world.settle(2_000);
        world.assert_same();
        assert!(world.party.disk.received.iter().all(|letter| letter[0] != 7));
    }
}

#[test]
fn held_letters_survive_restarts_on_both_sides() {
    for seed in 0..6 {
        let mut world = World::new(seed);
        let seq = world.desk.write(vec![7; 30_000]);
        world.desk.disk.held.insert(seq);
        until_ready(&mut world, "ready 1");
        world.restart(if seed % 2 == 0 { Side::Desk } else { Side::Party });
        if seed % 3 == 0 {
            world.desk.call(seq);
        }
        world.play(2_000, |world| world.established());
        for _ in 0..50 {
            world.turn(Side::Desk);
            world.turn(Side::Party);
        }
        assert_eq!(world.party.disk.received.is_empty(), !world.desk.disk.called.contains(&seq));
        world.desk.call(seq);
        world.settle(2_000);
        world.assert_same();
    }
}

/// A desk that was put back to when it held a letter, which it took back since, so that another has its number.
#[test]
fn what_was_held_and_not_called_was_never_said() {
    for seed in 0..6 {
        let mut world = World::new(seed);
        let seq = world.desk.write(vec![7; 50_000]);
        world.desk.disk.held.insert(seq);
        until_ready(&mut world, "ready 1");
        assert_eq!(world.desk.line.status().sent, 0);
        let backup = world.desk.disk.clone();
        assert!(world.desk.line.withdraw(seq));
        world.desk.disk.letters.pop();
        world.desk.disk.held.clear();
        world.desk.write(vec![8; 20_000]);
        world.settle(2_000);
        world.restore(Side::Desk, backup);
        world.play(2_000, |world| world.desk.saw("behind 1") && world.desk.line.status().in_flight == 1);
        world.desk.call(2);
        world.settle(2_000);
        assert_eq!(world.party.disk.received, [vec![8; 20_000], vec![7; 50_000]]);
    }
}

/// The key of a called letter goes only after what is durable knows that it was said.
#[test]
fn what_is_called_is_said() {
    let mut world = World::new(1);
    let seq = world.desk.write(vec![7; 50_000]);
    world.desk.disk.held.insert(seq);
    until_ready(&mut world, "ready 1");
    let _ = world.desk.line.durable_changed();
    world.desk.call(seq);
    assert_eq!(world.desk.line.status().sent, seq);
    assert!(world.desk.line.durable_changed());
}
