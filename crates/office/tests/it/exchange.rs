//! Offices at work with each other: from the invitation to the conveyance, and what never gets in its way.

use channel::envelope::Written;
use channel::{Civil, Disposition, ItemId, Label, PartyId, desk, party};
use office::act::Act;
use office::invitation::InvitationError;
use office::office::{Office, OfficeError, TO_DESK};
use office::store::Table;
use office::vault::Vault;
use sealing::Params;

use crate::shelf::{Disk, Rows};
use crate::world::{CHANNEL, DAY, DESK, NORTH, PASSPHRASE, SOUTH, START, World, founding, stream};

const ITEM: ItemId = ItemId([9; 16]);

fn release(item: ItemId) -> desk::Command {
    desk::Command::Release { item }
}

/// An item of the north, rendered, and everything said and heard.
fn rendered() -> World {
    let mut world = World::seated();
    world.lodge(NORTH, ITEM, "the authentic text");
    world.settle();
    world.render(ITEM, "the words of the desk");
    world.settle();
    world
}

/// The letters of one line, as the two ends have them.
fn assert_same(world: &mut World, who: &str) {
    let seat = world.room(who).seat.unwrap();
    let (sent, received) = world.office(who).letters(TO_DESK).unwrap();
    assert_eq!(world.office(DESK).letters(seat).unwrap(), (received, sent));
}

#[test]
fn welcome() {
    let mut world = World::seated();
    for (who, name) in [(NORTH, "Northland"), (SOUTH, "Southland")] {
        let view = world.view(who);
        assert_eq!((view.office.kind.as_str(), view.office.name.as_str()), ("principal", name));
        assert_eq!(view.office.desk.as_deref(), Some("The Desk"));
        assert_eq!(view.channels.len(), 1);
        assert_eq!(view.channels[0].name, "ceasefire");
        assert_eq!(view.channels[0].others[0].label, "the other side");
        assert_eq!(view.lines[0].state, "working");
        assert_eq!(view.lines[0].queue, 0);
        let seat = world.room(who).seat.unwrap();
        let desk = world.view(DESK);
        let line = desk.lines.iter().find(|line| line.line == seat).unwrap();
        assert_eq!((line.state.as_str(), line.set_aside), ("working", 0));
        assert!(line.with.sentence.contains(name), "{}", line.with);
        assert_eq!(line.check_words, view.lines[0].check_words);
        assert_eq!(line.check_words.as_ref().unwrap().split(' ').count(), 6);
        assert_same(&mut world, who);
    }
    assert_ne!(world.view(NORTH).lines[0].check_words, world.view(SOUTH).lines[0].check_words);
    assert_ne!(world.handle(NORTH), world.handle(SOUTH));
}

#[test]
fn an_item_is_lodged_rendered_released_and_disposed_of() {
    let mut world = rendered();
    assert_eq!(world.item(DESK, 1).words, "the authentic text");
    assert_eq!(world.item(DESK, 1).from.sentence, "Northland");
    assert!(world.view(SOUTH).items.is_empty());
    world.desk(release(ITEM));
    world.settle();
    let south = world.item(SOUTH, 1);
    assert_eq!((south.side.as_str(), south.state.as_str()), ("received", "conveyed"));
    assert_eq!((south.words.as_str(), south.label.as_deref()), ("the words of the desk", Some("gist")));
    assert_eq!(south.from.sentence, "the other side");
    assert!(south.fidelity_code.is_some());
    let north = world.item(NORTH, 1);
    assert_eq!((north.words.as_str(), north.state.as_str()), ("the authentic text", "conveyed"));
    assert_eq!(north.conveyed[0].words, "the words of the desk");
    assert_eq!(north.conveyed[0].to, ["the other side"]);
    assert_eq!(world.item(DESK, 1).state, "conveyed");

    let conveyed = world.last_received(SOUTH);
    let north = world.view(NORTH);
    world.party(SOUTH, party::Command::Dispose { conveyed, disposition: Disposition::Noted });
    world.settle();
    assert_eq!(world.item(DESK, 1).dispositions[0].disposition, "noted");
    assert_eq!(world.view(NORTH).items, north.items, "a disposition is for the desk alone");
    let holds = world.office(SOUTH).holds().unwrap().join(" ");
    assert!(!holds.contains("Northland") && !holds.contains("authentic"));
    for who in [NORTH, SOUTH] {
        assert_same(&mut world, who);
    }
}

#[test]
fn the_status_block_is_always_there() {
    let mut world = rendered();
    world.lodge(SOUTH, ItemId([8; 16]), "another");
    world.desk(release(ITEM));
    let channel = world.handle(NORTH);
    let (item, text) = (ItemId([7; 16]), "for the desk alone".to_owned());
    world.party(NORTH, party::Command::Confide { item, channel, text, lapses: Civil(START + DAY) });
    world.settle();
    let conveyed = world.last_received(SOUTH);
    let block: Vec<String> = channel::STATUS_BLOCK.iter().map(ToString::to_string).collect();
    let check = |world: &mut World, least: usize| {
        for who in [DESK, NORTH, SOUTH] {
            let view = world.view(who);
            assert!(who == DESK || view.items.len() >= least);
            assert!(view.items.iter().all(|item| item.status == block), "{who}");
            assert!(view.channels.iter().all(|channel| channel.status == block), "{who}");
        }
    };
    check(&mut world, 2);
    world.party(SOUTH, party::Command::Erase { item: None, conveyed: Some(conveyed) });
    world.desk(desk::Command::Close { channel: CHANNEL });
    world.settle();
    world.clock.pass_to(START + 90 * DAY);
    check(&mut world, 2);
    for who in [DESK, NORTH, SOUTH] {
        world.reopen(who);
    }
    check(&mut world, 2);
}

#[test]
fn a_held_letter_is_called_once() {
    let mut world = rendered();
    world.room(SOUTH).cut = true;
    world.desk(release(ITEM));
    world.settle();
    assert_eq!(world.item(NORTH, 1).state, "conveyed", "its author is told of the release and of nothing after it");
    assert_eq!(world.item(DESK, 1).state, "approved");
    for _ in 0..2 {
        world.reopen(DESK);
        world.settle();
    }
    world.reopen(SOUTH);
    world.room(SOUTH).cut = false;
    world.settle();
    assert_eq!(world.view(SOUTH).items.len(), 1);
    assert_eq!(world.item(DESK, 1).state, "conveyed");
    let events = world.office(DESK).pulse().journal;
    for who in [DESK, SOUTH, DESK] {
        world.reopen(who);
        world.settle();
    }
    assert_eq!(world.view(SOUTH).items.len(), 1);
    assert_eq!(world.office(DESK).pulse().journal, events, "neither called nor delivered again");
    assert_same(&mut world, SOUTH);
}

#[test]
fn recall_before_delivery_is_final() {
    let mut world = rendered();
    world.room(SOUTH).cut = true;
    world.desk(release(ITEM));
    world.settle();
    world.party(NORTH, party::Command::Recall { item: ITEM });
    world.settle();
    assert_eq!(world.item(DESK, 1).state, "recalled");
    world.room(SOUTH).cut = false;
    world.lodge(NORTH, ItemId([8; 16]), "what comes after it");
    world.settle();
    world.render(ItemId([8; 16]), "what came after it");
    world.desk(release(ItemId([8; 16])));
    world.settle();
    let south = world.view(SOUTH);
    assert_eq!(south.items.iter().map(|item| item.words.as_str()).collect::<Vec<_>>(), ["what came after it"]);
    let holds = world.office(SOUTH).holds().unwrap().join(" ");
    assert!(!holds.contains("the words of the desk"));
    assert_same(&mut world, SOUTH);
}

/// Several are held, and one of them is taken back: the others take its place in the line, also after a start.
#[test]
fn a_recall_from_the_middle_of_what_is_held_lets_the_others_through() {
    for reopens in [false, true] {
        let mut world = World::seated();
        let items: Vec<ItemId> = (1..=4).map(|n| ItemId([n; 16])).collect();
        for item in &items {
            world.lodge(NORTH, *item, "a text");
        }
        world.settle();
        world.room(SOUTH).cut = true;
        for (item, words) in items.iter().zip(["one", "two", "three", "four"]) {
            world.render(*item, words);
            world.desk(release(*item));
        }
        for item in [items[0], items[2]] {
            world.party(NORTH, party::Command::Recall { item });
            world.settle();
            if reopens {
                world.reopen(DESK);
            }
        }
        world.room(SOUTH).cut = false;
        world.settle();
        let words: Vec<String> = world.view(SOUTH).items.into_iter().map(|item| item.words).collect();
        assert_eq!(words, ["two", "four"]);
        assert_same(&mut world, SOUTH);
    }
}

#[test]
fn what_was_delivered_is_not_recalled() {
    let mut world = rendered();
    world.desk(release(ITEM));
    world.settle();
    let recalled = world.act(NORTH, Act::Party(party::Command::Recall { item: ITEM }));
    world.settle();
    let refused = recalled.is_err() || !world.view(NORTH).refusals.is_empty();
    assert!(refused);
    assert_eq!(world.item(DESK, 1).state, "conveyed");
    assert_eq!(world.view(SOUTH).items.len(), 1);
}

/// What lapses while it is held is taken back, and what was released after it goes through.
#[test]
fn what_lapsed_while_it_was_held_is_never_delivered() {
    let mut world = rendered();
    world.room(SOUTH).cut = true;
    world.desk(release(ITEM));
    world.settle();
    world.clock.pass_to(START + 31 * DAY);
    world.desk(desk::Command::Outreach {
        item: ItemId([8; 16]),
        channel: CHANNEL,
        text: "words of the desk's own".to_owned(),
        lapses: Civil(START + 60 * DAY),
        to: vec![PartyId(2)],
        precedence: None,
        form: None,
        own: None,
    });
    world.room(SOUTH).cut = false;
    world.settle();
    let words: Vec<String> = world.view(SOUTH).items.into_iter().map(|item| item.words).collect();
    assert_eq!(words, ["words of the desk's own"]);
    assert_eq!(world.item(DESK, 1).state, "lapsed-unread");
}

/// Puts letters of any bytes into what a closed office has still to say.
fn slip_in(world: &mut World, who: &str, line: u32, letters: &[Vec<u8>]) {
    let last = world.office(who).pulse().lines[&line].to_send;
    world.close(who);
    let mut vault = Vault::open(world.room(who).disk.open(), PASSPHRASE, Params::least()).unwrap();
    let mut rng = stream("slipped in", 0);
    for (seq, letter) in (last + 1..).zip(letters) {
        let mut row = Vec::new();
        let mut writer = minicbor::Encoder::new(&mut row);
        // Version, no item, the bytes, not held, not called.
        writer
            .array(5)
            .unwrap()
            .u8(1)
            .unwrap()
            .null()
            .unwrap()
            .bytes(letter)
            .unwrap()
            .null()
            .unwrap()
            .bool(false)
            .unwrap();
        let key = [&line.to_be_bytes()[..], &seq.to_be_bytes()].concat();
        let write = vault.put(Table::Sent, key, &row, &mut *rng);
        vault.commit(&[write]).unwrap();
    }
    drop(vault);
    world.open(who);
}

fn garbage() -> Vec<Vec<u8>> {
    vec![
        vec![9],
        vec![0],
        vec![0, 0xff, 0xff, 0xff],
        vec![0, 0x83, 1, 1, 0xbf],
        [&[0][..], &[0x9f; 5000]].concat(),
        vec![0; 60_000],
        vec![1],
        vec![1, 0, 0xff],
        vec![1, 1, 1, 1],
        vec![2, 1, 2, 3],
        vec![3],
        vec![3, 0, 0xff],
        [&[3][..], &[0; 8], &[0xff; 8]].concat(),
        [&[3][..], &[0xff; 16]].concat(),
        b"\0letters are not written like this".to_vec(),
    ]
}

#[test]
fn a_letter_that_is_set_aside_never_stops_the_line() {
    let mut world = World::seated();
    let seat = world.room(SOUTH).seat.unwrap();
    slip_in(&mut world, SOUTH, TO_DESK, &garbage());
    slip_in(&mut world, DESK, seat, &garbage());
    world.lodge(SOUTH, ITEM, "the authentic text");
    world.settle();
    world.render(ITEM, "the words of the desk");
    world.desk(release(ITEM));
    world.lodge(NORTH, ItemId([8; 16]), "from the other side");
    world.settle();
    world.render(ItemId([8; 16]), "from the other side, in short");
    world.desk(release(ItemId([8; 16])));
    world.settle();
    assert_eq!(world.item(NORTH, 2).words, "the words of the desk");
    assert_eq!(world.item(SOUTH, 2).words, "from the other side, in short");
    for (who, line) in [(DESK, seat), (SOUTH, TO_DESK)] {
        let view = world.view(who);
        let line = view.lines.iter().find(|one| one.line == line).unwrap();
        assert!(line.set_aside >= 7, "{who}: {}", line.set_aside);
        assert!(view.warnings.iter().any(|warning| warning.sentence.contains("was set aside")));
        let before = line.set_aside;
        world.reopen(who);
        world.settle();
        let after = world.view(who).lines.iter().find(|one| one.line == line.line).unwrap().set_aside;
        assert_eq!(after, before, "it is remembered, and once");
    }
    assert_same(&mut world, SOUTH);
    assert_eq!(world.view(NORTH).lines[0].set_aside, 0);
}

#[test]
fn a_flood_of_garbage_is_counted_and_the_last_of_it_is_shown_with_its_reason() {
    let mut world = World::seated();
    assert_eq!(world.view(NORTH).lines[0].quarantine, []);
    world.room(NORTH).flooded = true;
    for _ in 0..500 {
        if !world.round() {
            world.pass();
        }
    }
    let line = world.view(NORTH).lines[0].clone();
    assert!(line.set_aside > 100, "{}", line.set_aside);
    assert_eq!(line.quarantine.len(), 16);
    for cell in &line.quarantine {
        assert_eq!(cell.on, office::view::time(Civil(START)));
        assert_eq!(cell.why, "the cell at an awaited address does not open; it was damaged on its way");
    }
    // It is over with the flood, and nothing of it is on the disk.
    world.room(NORTH).flooded = false;
    world.lodge(NORTH, ITEM, "the authentic text");
    world.settle();
    assert_eq!(world.item(DESK, 1).words, "the authentic text");
    world.reopen(NORTH);
    let line = world.view(NORTH).lines[0].clone();
    assert_eq!((line.set_aside, line.quarantine), (0, Vec::new()));
}

/// Letters of the longest size, well formed, that no office would write: they are set aside before they are journaled as
/// events that nobody could read again.
#[test]
fn a_letter_as_long_as_a_line_carries_does_not_shut_an_office() {
    let mut world = World::seated();
    let seat = world.room(SOUTH).seat.unwrap();
    let backup = world.room(SOUTH).disk.platter().rows.clone();
    let long = |encoded: &dyn Fn(String) -> Vec<u8>, short_of: usize| {
        let around = encoded("x".repeat(400_000)).len() - 400_000;
        let letter = [vec![0], encoded("x".repeat(line::LETTER_BYTES_MOST - short_of - around - 1))].concat();
        assert_eq!(letter.len(), line::LETTER_BYTES_MOST - short_of);
        letter
    };
    let to_party = |reason| channel::ToParty::Returned { item: ITEM, reason }.encode();
    let to_desk = |reason| {
        let (act, renditions) = (channel::ActId([1; 16]), Vec::new());
        channel::ToDesk::Object { act, item: ITEM, renditions, reason: Some(reason) }.encode()
    };
    let letters = |encoded: &dyn Fn(String) -> Vec<u8>| [0, 1, 8, 63, 64].map(|short_of| long(encoded, short_of));
    slip_in(&mut world, SOUTH, TO_DESK, &letters(&to_desk));
    slip_in(&mut world, DESK, seat, &letters(&to_party));
    world.settle();
    for (who, line) in [(DESK, seat), (SOUTH, TO_DESK)] {
        world.reopen(who);
        assert!(world.view(who).lines.iter().find(|one| one.line == line).unwrap().set_aside >= 4);
    }
    // Nor do they stand in the way of what is echoed to an office that was put back.
    world.lodge(SOUTH, ITEM, "the authentic text");
    world.settle();
    world.close(SOUTH);
    world.room(SOUTH).disk.platter().rows = backup;
    world.open(SOUTH);
    world.settle();
    assert_eq!(world.item(SOUTH, 1).words, "the authentic text");
}

/// A machine's civil time may be wrong for a while. Whoever was invited is expected again once it is right.
#[test]
fn a_clock_that_was_ahead_for_a_while_costs_nobody_an_invitation() {
    let mut world = World::desk_on(Disk::memory());
    let (seat, invitation, code) = world.invite(1, START + DAY);
    world.clock.pass_to(START + 2 * DAY);
    for _ in 0..50 {
        if !world.round() {
            world.pass();
        }
    }
    world.clock.pass_to(START);
    let disk = Disk::memory();
    drop(Office::join(founding(&disk, &world.clock, NORTH), &invitation, &code, None).unwrap());
    world.move_in(NORTH, disk, Some(seat));
    world.settle();
    assert!(world.office(NORTH).pulse().lines[&TO_DESK].established);
}

#[test]
fn an_expired_invitation_is_not_answered() {
    let mut world = World::desk_on(Disk::memory());
    world.join(NORTH, 1, Disk::memory());
    world.room(NORTH).cut = true;
    world.clock.pass_to(START + 2 * DAY);
    world.room(NORTH).cut = false;
    for _ in 0..400 {
        if !world.round() {
            world.pass();
        }
    }
    let desk = world.view(DESK);
    assert_eq!(desk.lines[0].state, "expired");
    assert!(!world.office(NORTH).pulse().lines[&TO_DESK].established);
    assert_eq!(world.office(NORTH).pulse().lines[&TO_DESK].received, 0);
    assert!(world.view(NORTH).channels.is_empty());

    let (_, invitation, code) = world.invite(1, START + 3 * DAY);
    world.clock.pass_to(START + 4 * DAY);
    let join = |world: &World, code: &str| {
        Office::join(founding(&Disk::memory(), &world.clock, SOUTH), &invitation, code, None).err()
    };
    let expired = join(&world, &code);
    assert!(matches!(expired, Some(OfficeError::Invitation(InvitationError::Expired))));
    let wrong = join(&world, "zoo zoo zoo zoo zoo zoo");
    assert!(matches!(wrong, Some(OfficeError::Invitation(InvitationError::Closed))));
}

/// An invitation that was taken up in time is good for ever.
#[test]
fn a_line_that_was_joined_does_not_expire() {
    let mut world = World::seated();
    world.clock.pass_to(START + 20 * DAY);
    for who in [DESK, NORTH, SOUTH] {
        world.reopen(who);
    }
    world.lodge(NORTH, ITEM, "later");
    world.settle();
    assert_eq!(world.item(DESK, 1).words, "later");
}

#[test]
fn once_and_in_order_whatever_the_hub_does_to_cells() {
    let mut world = World::seated();
    for round in 0..6_u8 {
        for who in [DESK, NORTH, SOUTH] {
            let armed = &mut world.office(who).armed;
            (armed.lose, armed.repeat, armed.reorder) = (2, 3, 2);
        }
        for n in 0..5 {
            let text = "long words ".repeat(1 + usize::from(n) * 700);
            world.lodge(NORTH, ItemId([round * 5 + n + 1; 16]), &text);
        }
        let late = [DESK, NORTH, SOUTH][usize::from(round) % 3];
        world.reopen(late);
        world.settle();
    }
    let (desk, north) = (world.view(DESK), world.view(NORTH));
    let ids = |items: &[office::view::ItemView]| items.iter().map(|item| item.item.clone()).collect::<Vec<_>>();
    assert_eq!(desk.items.len(), 30);
    assert_eq!(ids(&desk.items), ids(&north.items));
    assert_same(&mut world, NORTH);
}

/// The south is out of reach, and the desk holds a letter for it that was handed to the hub and not called. Gives the desk's
/// disk as it is then.
fn holding() -> (World, Rows) {
    let mut world = rendered();
    world.room(SOUTH).cut = true;
    world.desk(release(ITEM));
    world.settle();
    let backup = world.room(DESK).disk.platter().rows.clone();
    (world, backup)
}

/// Another letter has the number of one that was taken back. A desk that remembers the first one alone does not take it for
/// delivered.
#[test]
fn a_desk_put_back_to_when_it_held_what_was_recalled_since_does_not_say_that_it_was_conveyed() {
    let (mut world, backup) = holding();
    world.party(NORTH, party::Command::Recall { item: ITEM });
    world.settle();
    let (item, text) = (ItemId([8; 16]), "words of the desk's own".to_owned());
    let (lapses, to) = (Civil(START + 30 * DAY), vec![PartyId(2)]);
    let (precedence, form, own) = (None, None, None);
    world.desk(desk::Command::Outreach { item, channel: CHANNEL, text, lapses, to, precedence, form, own });
    world.room(SOUTH).cut = false;
    world.settle();
    world.put_back(DESK, backup);
    world.room(SOUTH).cut = true; // the north is heard first: what it recalled, no desk can know before that
    world.settle();
    world.room(SOUTH).cut = false;
    world.settle();
    let words: Vec<String> = world.view(SOUTH).items.into_iter().map(|item| item.words).collect();
    assert_eq!(words, ["words of the desk's own"]);
    assert_eq!(world.item(DESK, 1).state, "recalled");
    assert_eq!(world.item(NORTH, 1).state, "recalled");
    let seat = world.room(SOUTH).seat.unwrap();
    let (said, heard) = (world.office(DESK).letters(seat).unwrap().0, world.office(SOUTH).letters(TO_DESK).unwrap().1);
    for (number, said) in said {
        assert_eq!(heard[&number], said, "letter {number}");
    }
}

/// What the desk held then was called and heard since; after that both ends are put back to before it.
#[test]
fn a_desk_put_back_to_when_it_held_what_was_called_since_can_still_say_it_again() {
    let (mut world, backup) = holding();
    let south = world.room(SOUTH).disk.platter().rows.clone();
    world.room(SOUTH).cut = false;
    world.settle();
    assert_eq!(world.item(SOUTH, 1).words, "the words of the desk");
    world.put_back(DESK, backup);
    world.settle();
    assert_eq!((world.view(SOUTH).items.len(), world.item(DESK, 1).state.as_str()), (1, "conveyed"));
    world.reopen(DESK);
    world.put_back(SOUTH, south);
    assert!(world.view(SOUTH).items.is_empty());
    world.settle();
    assert_eq!((world.view(SOUTH).items.len(), world.item(DESK, 1).state.as_str()), (1, "conveyed"));
    assert_eq!(world.item(SOUTH, 1).words, "the words of the desk");
}

#[test]
fn an_office_put_back_to_an_older_state_learns_what_it_had_said() {
    let mut world = World::seated();
    world.lodge(NORTH, ITEM, "before the backup");
    world.settle();
    let backup = world.room(NORTH).disk.platter().rows.clone();
    world.lodge(NORTH, ItemId([8; 16]), "after the backup");
    world.settle();
    world.close(NORTH);
    world.room(NORTH).disk.platter().rows = backup;
    world.open(NORTH);
    world.lodge(NORTH, ItemId([7; 16]), "after the restore");
    world.settle();
    for who in [DESK, NORTH] {
        let mut words: Vec<String> = world.view(who).items.into_iter().map(|item| item.words).collect();
        words.sort();
        assert_eq!(words, ["after the backup", "after the restore", "before the backup"], "{who}");
        assert!(world.view(who).warnings.iter().any(|warning| warning.sentence.contains("older state")), "{who}");
    }
    world.render(ITEM, "it still works");
    world.desk(release(ITEM));
    world.settle();
    assert_eq!(world.item(SOUTH, 1).words, "it still works");
}

#[test]
fn a_correction_stands_with_what_it_replaces() {
    let mut world = rendered();
    world.desk(release(ITEM));
    world.settle();
    let words = "the right words of the desk".to_owned();
    world.desk(desk::Command::Correct {
        item: ITEM,
        words,
        label: Some(Label::Gist),
        to: Vec::new(),
        conditions: None,
        reservations: None,
        scope: None,
    });
    world.settle();
    let south = world.item(SOUTH, 1);
    assert_eq!(south.words, "the right words of the desk");
    assert_eq!(
        south.corrected.iter().map(|one| one.words.as_str()).collect::<Vec<_>>(),
        ["the words of the desk", "the right words of the desk"]
    );
}

#[test]
fn what_is_wrong_with_the_hub_is_shown_until_it_is_right_again() {
    use office::transport::{Answer, Call};
    use wire::{PutReply, Refusal};

    let wrong = |refusal| -> Box<dyn Fn(&Call) -> Answer> {
        Box::new(move |call| match (call, refusal) {
            (Call::Put { .. }, Some(refusal)) => Answer::Put(PutReply::Refused(refusal)),
            _ => Answer::WrongHub,
        })
    };
    let cases = [
        (wrong(None), "is not the hub"),
        (wrong(Some(Refusal::Pass)), "does not admit"),
        (wrong(Some(Refusal::Full)), "no room"),
    ];
    for (answer, told) in cases {
        let mut world = World::seated();
        world.lodge(NORTH, ITEM, "the authentic text");
        for outbound in world.office(NORTH).calls().unwrap() {
            if matches!(outbound.call, Call::Put { .. }) {
                let answer = answer(&outbound.call);
                world.office(NORTH).answer(outbound.line, outbound.id, answer).unwrap();
            }
        }
        assert!(world.view(NORTH).warnings.iter().any(|warning| warning.sentence.contains(told)), "{told}");
        world.pass();
        world.settle();
        assert_eq!(world.view(NORTH).warnings, [], "{told}");
        assert!(world.view(DESK).items.iter().any(|item| item.words == "the authentic text"));
    }
}
