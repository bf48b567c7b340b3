//! An office that was put back to an older state and does not know it yet: what it says before its peer has told it, and what
//! becomes of that when it is started again on the way.

use std::collections::BTreeMap;

use channel::{Civil, ItemId, PartyId, desk};
use office::LetterHashes;
use office::office::{Machine, TO_DESK};

use crate::shelf::Rows;
use crate::world::{CHANNEL, DAY, DESK, NORTH, START, World};

/// How far the exchange has come when the office is started again: so many rounds, and so often time passed.
const STARTED_AGAIN_AFTER: std::ops::Range<usize> = 0..8;

const WORDS: [&str; 4] = ["before the backup", "after the backup", "before the exchange", "after another start"];

/// One end of the north's line says something.
fn says(world: &mut World, who: &'static str, number: u8) {
    let item = ItemId([number; 16]);
    let words = WORDS[usize::from(number)];
    if who == NORTH {
        return world.lodge(NORTH, item, words);
    }
    let (text, lapses, to) = (words.to_owned(), Civil(START + 30 * DAY), vec![PartyId(1)]);
    let (precedence, form, own) = (None, None, None);
    world.desk(desk::Command::Outreach { item, channel: CHANNEL, text, lapses, to, precedence, form, own });
}

/// What the north's line has carried from this end: what it remembers to have said (what it had said since the backup it has
/// from the other end alone), and what the other end has heard.
fn carried(world: &mut World, who: &str) -> (LetterHashes, LetterHashes) {
    let seat = world.room(NORTH).seat.unwrap();
    let (north, desk) = (world.office(NORTH).letters(TO_DESK).unwrap(), world.office(DESK).letters(seat).unwrap());
    if who == NORTH { (north.0, desk.1) } else { (desk.0, north.1) }
}

/// No number is ever heard with other words than before.
fn watch(world: &mut World, who: &str, heard: &mut LetterHashes) {
    for (number, hash) in carried(world, who).1 {
        assert_eq!(*heard.entry(number).or_insert(hash), hash, "letter {number} of {who} has other words now");
    }
}

/// What a desk learnt of its own words that it had forgotten, and that waits for an officer.
fn untraced(world: &mut World, who: &str) -> Vec<String> {
    match world.office(who).machine() {
        Machine::Desk(desk) => desk.untraced.values().map(|one| one.wording.words.clone()).collect(),
        Machine::Party(_) => Vec::new(),
    }
}

/// A line that has carried something since its end at `who` was copied, and the copy.
fn gone_on(who: &'static str) -> (World, Rows) {
    let mut world = World::seated();
    says(&mut world, who, 0);
    world.settle();
    let backup = world.room(who).disk.platter().rows.clone();
    says(&mut world, who, 1);
    world.settle();
    (world, backup)
}

#[test]
fn what_a_restored_office_says_before_it_knows_is_said_once_however_often_it_starts() {
    for (who, rounds) in [NORTH, DESK].into_iter().flat_map(|who| STARTED_AGAIN_AFTER.map(move |rounds| (who, rounds)))
    {
        let (mut world, backup) = gone_on(who);
        let mut heard = BTreeMap::new();
        watch(&mut world, who, &mut heard);
        world.put_back(who, backup);
        says(&mut world, who, 2);
        for _ in 0..rounds {
            if !world.round() {
                world.pass();
            }
            watch(&mut world, who, &mut heard);
        }
        world.reopen(who);
        says(&mut world, who, 3);
        world.reopen(who);
        world.settle();
        watch(&mut world, who, &mut heard);

        let (said, heard) = carried(&mut world, who);
        let last = heard.len() as u64;
        assert!(heard.keys().copied().eq(1..=last), "{who}, after {rounds}: a letter was passed over");
        assert_eq!(said.keys().next_back(), Some(&last), "{who}, after {rounds}: a letter was not heard");
        for (number, hash) in said {
            assert_eq!(heard[&number], hash, "{who}, after {rounds}: letter {number}");
        }
        for end in [NORTH, DESK] {
            let mut words: Vec<String> = world.view(end).items.into_iter().map(|item| item.words).collect();
            words.extend(untraced(&mut world, end));
            words.sort();
            let mut expected = WORDS;
            expected.sort_unstable();
            assert_eq!(words, expected, "{end}, when {who} was put back and started again after {rounds}");
        }
    }
}
