//! No bytes from outside make a line panic, hang or grow without bound.

use line::{Line, Quarantine, Tick};
use proptest::prelude::*;
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::{Rng, SeedableRng};
use sealing::Enrolment;
use sealing::invitation;
use wire::{Address, Cell};

use crate::world::{BOTH, World};

fn cell(bytes: &[u8]) -> Cell {
    let mut whole = bytes.to_vec();
    whole.resize(8192, 0);
    Cell::from_bytes(&whole).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn total(bytes in prop::collection::vec(any::<u8>(), 0..8192), place in any::<prop::sample::Index>(), seed: u64) {
        // Any bytes as a kept state, an enrolment, an invitation.
        let _ = Line::resume(&bytes);
        let _ = Enrolment::decode(&bytes);
        let text = String::from_utf8_lossy(&bytes);
        let _ = invitation::open(&text, "abandon abandon abandon abandon abandon abandon", sealing::Params::least());
        let _ = invitation::normalise(&text);
        // Any bytes as a cell, at an awaited address and at another one.
        let mut world = World::new(seed);
        world.play(1_000, World::established);
        let mut rng = ChaCha20Rng::seed_from_u64(seed);
        for side in BOTH {
            let line = &mut world.office(side).line;
            let watched = line.watch();
            let address = watched[place.index(watched.len())].address();
            for _ in 0..5 {
                let _ = line.handle_cell(&address, &cell(&bytes), Tick(1), &mut rng);
            }
            let elsewhere = Address::from_bytes([7; 32]);
            prop_assert_eq!(line.handle_cell(&elsewhere, &cell(&bytes), Tick(1), &mut rng), Err(Quarantine::Unawaited));
        }
        // And the line goes on.
        world.desk.write(vec![1; 20_000]);
        world.party.write(vec![2; 20_000]);
        world.settle(5_000);
        world.assert_same();
    }

    #[test]
    fn a_damaged_kept_state_is_refused_or_is_a_line(at in any::<prop::sample::Index>(), bit in 0_u8..8) {
        let mut world = World::new(1);
        world.play(1_000, World::established);
        let mut kept = world.desk.line.keep().to_vec();
        let at = at.index(kept.len());
        kept[at] ^= 1 << bit;
        if let Ok(mut line) = Line::resume(&kept) {
            let mut rng = ChaCha20Rng::seed_from_u64(1);
            line.start(Tick(1), &mut rng);
            let _ = line.watch();
            while line.poll_put(Tick(1), &mut rng).is_some() {}
            line.handle_timeout(Tick(u64::MAX / 2), &mut rng);
            while line.poll_put(Tick(u64::MAX / 2), &mut rng).is_some() {}
        }
    }
}

#[test]
fn garbage_at_an_awaited_address_is_given_up_and_passed_over() {
    let mut world = World::new(2);
    world.play(1_000, World::established);
    let mut rng = ChaCha20Rng::seed_from_u64(5);
    let mut garbage = vec![0; 8192];
    rng.fill_bytes(&mut garbage);
    for side in BOTH {
        let addresses: Vec<Address> = world.office(side).line.watch().iter().map(wire::TakeKey::address).collect();
        for address in addresses.iter().take(12) {
            world.hub.put(*address, &cell(&garbage));
        }
    }
    world.desk.write(vec![1; 20_000]);
    world.party.write(vec![2; 20_000]);
    world.settle(5_000);
    world.assert_same();
}

#[test]
fn a_line_keeps_little_however_long_it_waits() {
    let mut world = World::unstarted(3);
    let mut rng = ChaCha20Rng::seed_from_u64(5);
    let line = &mut world.party.line;
    line.start(Tick(0), &mut rng);
    let mut cells = 0;
    let mut now = Tick(0);
    let day = 24 * 3_600_000;
    let mut addresses = std::collections::BTreeSet::new();
    while now < Tick(60 * day) {
        now = now.max(line.next_timeout().unwrap());
        line.handle_timeout(now, &mut rng);
        while let Some((address, _)) = line.poll_put(now, &mut rng) {
            addresses.insert(address);
            cells += 1;
            assert!(cells < 200_000);
        }
        assert!(line.keep().len() < 16 * 1024);
        assert!(line.watch().len() < 32);
    }
    assert!(addresses.len() < 500, "{} drops used in sixty days", addresses.len());
}
