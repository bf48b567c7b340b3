//! What sealing costs: a cell each way, a step of a chain, an exchange, a re-key.

#![allow(missing_docs, clippy::expect_used)] // a bench that cannot be set up is to stop

use criterion::{Criterion, criterion_group, criterion_main};
use rand_chacha::ChaCha20Rng;
use rand_chacha::rand_core::SeedableRng;
use sealing::cell::CONTENT_BYTES;
use sealing::chain::Healing;
use sealing::exchange::{Hello, Ours, Pending};
use sealing::kem::SecretKey;
use sealing::{Direction, Key};

fn cells(c: &mut Criterion) {
    let mut rng = ChaCha20Rng::seed_from_u64(1);
    let root = Key::generate(&mut rng);
    let content = vec![7; CONTENT_BYTES];
    let (_, mut chain) = Healing::begin(&root, Direction::FromDesk);
    c.bench_function("seal a cell, with its step of the chain", |b| b.iter(|| chain.step().seal(&content, &mut rng)));
    let (_, mut ours) = Healing::begin(&root, Direction::FromDesk);
    let (_, mut theirs) = Healing::begin(&root, Direction::FromDesk);
    let cell = ours.step().seal(&content, &mut rng).expect("it fits");
    let keys = theirs.step();
    c.bench_function("open a cell", |b| b.iter(|| keys.open(&cell)));
}

fn exchange(c: &mut Criterion) {
    let mut rng = ChaCha20Rng::seed_from_u64(2);
    let enrolment = Key::generate(&mut rng);
    let (desk, party) = (SecretKey::generate(&mut rng), SecretKey::generate(&mut rng));
    let (desk_public, party_public) = (desk.public(), party.public());
    let from_desk = Ours { enrolment: &enrolment, secret: &desk, public: &desk_public, direction: Direction::FromDesk };
    let from_party =
        Ours { enrolment: &enrolment, secret: &party, public: &party_public, direction: Direction::FromParty };
    c.bench_function("a whole exchange, both ends", |b| {
        b.iter(|| {
            let pending = Pending::new(&from_party, Some(&desk_public), 0, &mut rng).expect("keys are good");
            let cell = pending.cell(&from_party, 1).expect("it fits");
            let hello = Hello::open(&from_desk, 1, &cell).expect("it opens");
            let answered = hello.answer(&from_desk, 0, 1, &mut rng).expect("keys are good");
            let (_, cell) = answered.cell(0, &mut rng).expect("it fits");
            pending.finish(&from_party, Some(&desk_public), 0, &cell).expect("it opens")
        });
    });
    c.bench_function("a re-key, both ends", |b| {
        b.iter(|| {
            let secret = SecretKey::generate(&mut rng);
            let public = secret.public();
            let (ciphertext, ours) = public.encapsulate(&mut rng).expect("the key is good");
            let theirs = secret.decapsulate(&ciphertext).expect("the ciphertext is good");
            let (healing, _) = Healing::begin(&theirs, Direction::FromDesk);
            healing.heal(&ours, &public, &ciphertext)
        });
    });
}

criterion_group!(benches, cells, exchange);
criterion_main!(benches);
