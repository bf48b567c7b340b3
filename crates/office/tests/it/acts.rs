//! Acts: once each, whole or not at all, whatever the disk does.

use channel::{ActId, Civil, Content, ItemId, Lodging, PartyId, desk, party};
use office::act::{Act, OfficeAct};
use office::office::OfficeError;
use office::store::StoreError;
use office::vault::VaultError;

use crate::shelf::{Disk, Trouble};
use crate::world::{DAY, DESK, NORTH, SOUTH, START, World, render};

fn add(party: u32) -> Act {
    Act::Desk(desk::Command::AddParty {
        party: PartyId(party),
        name: format!("party {party}"),
        principal: "the chair".to_owned(),
        calls: [1, 2]
            .into_iter()
            .filter(|other| *other != party)
            .map(|other| (PartyId(other), "a side".to_owned()))
            .collect(),
    })
}

#[test]
fn an_act_takes_effect_once() {
    let mut world = World::desk_on(Disk::memory());
    let id = ActId([1; 16]);
    let id = if world.office(DESK).act(id, "anna", add(3)).is_ok() { ActId([0xee; 16]) } else { id };
    world.office(DESK).act(id, "anna", add(4)).unwrap();
    let before = world.office(DESK).pulse().journal;
    for _ in 0..2 {
        world.office(DESK).act(id, "anna", add(4)).unwrap();
        world.office(DESK).act(id, "anna", add(5)).unwrap(); // whatever it says now: it was done as it was said first
        assert_eq!(world.office(DESK).pulse().journal, before);
        world.reopen(DESK);
    }
    assert!(world.view(DESK).parties.iter().all(|party| party.party != 5));
}

#[test]
fn an_invitation_is_made_once_and_its_code_is_told_once() {
    let mut world = World::desk_on(Disk::memory());
    let id = ActId([0xee; 16]);
    let invite = || Act::Office(OfficeAct::Invite { party: 1, envoy: None, until: START + DAY, replace: false });
    let first = world.office(DESK).act(id, "anna", invite()).unwrap();
    assert!(first["code"].is_string() && first["invitation"].is_string());
    world.reopen(DESK);
    let again = world.office(DESK).act(id, "anna", invite()).unwrap();
    assert_eq!(again["seat"], first["seat"]);
    assert!(again["code"].is_null(), "a code is not kept");
    assert_eq!(world.view(DESK).lines.len(), 1);
    let holds = world.office(DESK).holds().unwrap().join(" ");
    assert!(!holds.contains(first["code"].as_str().unwrap()));
}

#[test]
fn what_an_office_does_not_do_is_refused_in_words() {
    let mut world = World::seated();
    let mut refused = |who: &str, act: Act| match world.act(who, act) {
        Err(OfficeError::Refused(refused)) => refused.sentence,
        other => panic!("{other:?}"),
    };
    assert!(refused(NORTH, add(3)).contains("only a desk"));
    let recall = || Act::Party(channel::party::Command::Recall { item: ItemId([1; 16]) });
    assert!(refused(DESK, recall()).contains("only a party"));
    assert!(refused(NORTH, recall()).len() > 20);
    let invite = |until| Act::Office(OfficeAct::Invite { party: 1, envoy: None, until, replace: true });
    assert!(refused(NORTH, invite(START + DAY)).contains("only a desk"));
    assert!(refused(DESK, invite(START)).contains("later time"));
}

#[test]
fn an_act_is_weighed_without_being_done() {
    let mut world = World::seated();
    let (channel, id) = (world.handle(NORTH), ActId([0xee; 16]));
    let lodge = |lapses| {
        let content = Content::new("We agree to wait.", Civil(lapses));
        Act::Party(party::Command::Lodge(Lodging::new(ItemId([7; 16]), channel, content)))
    };
    let (journal, view) = (world.office(NORTH).pulse().journal, world.view(NORTH));
    let warned = world.office(NORTH).weigh(id, "", lodge(START + DAY)).unwrap();
    let [commits] = &warned[..] else { panic!("{warned:?}") };
    assert_eq!((commits.kind.as_str(), commits.words[0].word.as_str()), ("commits", "agree"));
    assert!(commits.words[0].instead.is_some() && commits.words[0].kind.as_deref() == Some("agreement"));
    let refused = world.office(NORTH).weigh(id, "", lodge(START - DAY));
    assert!(matches!(refused, Err(OfficeError::Refused(refused)) if refused.sentence.contains("lapse")));
    assert!(matches!(world.office(NORTH).weigh(id, "", add(3)), Err(OfficeError::Refused(_))));
    assert_eq!((world.office(NORTH).pulse().journal, world.view(NORTH)), (journal, view));
    world.office(NORTH).act(id, "", lodge(START + DAY)).unwrap();
    assert_eq!(world.view(NORTH).items.len(), 1, "to be weighed uses up no id");
}

/// A second invitation would silence the office that its holder has, so it is made only where that is meant.
#[test]
fn who_has_an_office_is_invited_again_only_to_replace_it() {
    let mut world = World::seated();
    let invite = |replace| Act::Office(OfficeAct::Invite { party: 1, envoy: None, until: START + DAY, replace });
    let refused = world.act(DESK, invite(false)).unwrap_err().to_string();
    assert!(refused.contains("only to replace"), "{refused}");
    assert_eq!(world.view(DESK).lines.len(), 2);
    world.act(DESK, invite(true)).unwrap();
    assert_eq!(world.view(DESK).lines.len(), 3);
}

/// A refused act leaves nothing behind: not its id either.
#[test]
fn an_id_that_was_refused_may_be_used_again() {
    let mut world = World::desk_on(Disk::memory());
    let id = ActId([0xee; 16]);
    assert!(world.office(DESK).act(id, "anna", Act::Desk(render(ItemId([1; 16]), "words"))).is_err());
    world.office(DESK).act(id, "anna", add(3)).unwrap();
    assert_eq!(world.view(DESK).parties.len(), 3);
}

/// An act under its id.
type Attempt = (ActId, fn(ItemId) -> Act);

const TROUBLES: [(Trouble, &str); 3] = [
    (|| StoreError::Full, "the disk is full; nothing was changed"),
    (|| StoreError::ReadOnly, "the home is read-only; nothing was changed"),
    (|| StoreError::Broken("an error of the disk".to_owned()), "an error of the disk"),
];

#[test]
fn an_act_that_cannot_be_kept_changes_nothing_and_the_next_one_works() {
    for (trouble, words) in TROUBLES {
        let mut world = World::seated();
        let item = ItemId([9; 16]);
        world.lodge(NORTH, item, "the words");
        world.settle();
        let before = (world.view(DESK), world.office(DESK).pulse(), world.room(DESK).disk.platter().rows.clone());
        world.room(DESK).disk.platter().trouble = Some(trouble);
        let id = world.next_act();
        let acts: [Attempt; 3] = [
            (id, |item| Act::Desk(render(item, "some words"))),
            (ActId([0xe1; 16]), |_| {
                Act::Office(OfficeAct::Invite { party: 2, envoy: None, until: START + DAY, replace: true })
            }),
            (ActId([0xe2; 16]), |item| Act::Desk(desk::Command::Erase { item })),
        ];
        for (id, act) in &acts {
            let error = world.office(DESK).act(*id, "anna", act(item)).unwrap_err();
            assert!(matches!(error, OfficeError::Vault(VaultError::Store(_))), "{error}");
            assert!(error.to_string().contains(words), "{error}");
        }
        let rows = world.room(DESK).disk.platter().rows.clone();
        assert_eq!((world.view(DESK), world.office(DESK).pulse(), rows), before);
        world.room(DESK).disk.platter().trouble = None;
        let (id, act) = &acts[0];
        world.office(DESK).act(*id, "anna", act(item)).unwrap();
        world.desk(desk::Command::Release { item });
        world.settle();
        assert_eq!(world.item(SOUTH, 1).words, "some words");
        for (id, act) in &acts[1..] {
            world.office(DESK).act(*id, "anna", act(item)).unwrap();
        }
        assert_eq!(world.view(DESK).lines.len(), 3);
        assert_eq!(world.item(DESK, 1).state, "erased");
    }
}

/// Nothing leaves before it is kept: while the disk is full, an office asks nothing new of the hub.
#[test]
fn persist_then_send() {
    let mut world = World::seated();
    world.lodge(NORTH, ItemId([9; 16]), "the words");
    world.room(NORTH).disk.platter().trouble = Some(|| StoreError::Full);
    let commits = world.room(NORTH).disk.platter().commits;
    let _ = world.office(NORTH).calls();
    let refused = {
        let handle = world.handle(NORTH);
        let content = channel::Content::new("more words", channel::Civil(START + DAY));
        let lodging = channel::Lodging::new(ItemId([8; 16]), handle, content);
        world.act(NORTH, Act::Party(channel::party::Command::Lodge(lodging)))
    };
    assert!(refused.is_err());
    assert_eq!(world.room(NORTH).disk.platter().commits, commits);
    let puts = |calls: Vec<office::transport::Outbound>| {
        calls.iter().filter(|out| matches!(out.call, office::transport::Call::Put { .. })).count()
    };
    assert_eq!(world.office(NORTH).calls().map(puts).unwrap_or(0), 0);
    world.room(NORTH).disk.platter().trouble = None;
    world.reopen(NORTH);
    world.settle();
    let view = world.view(DESK);
    assert_eq!(view.items.iter().map(|item| item.words.as_str()).collect::<Vec<_>>(), ["the words"]);
}

#[test]
fn what_an_addressee_would_be_given_is_shown_until_it_is_released() {
    let mut world = World::seated();
    let item = ItemId([1; 16]);
    world.lodge(NORTH, item, "the authentic text");
    world.settle();
    assert!(world.item(DESK, 1).renditions.is_empty());
    world.render(item, "first words");
    world.render(item, "what they would read");
    let ahead = world.item(DESK, 1).renditions;
    let shown: Vec<_> =
        ahead.iter().map(|one| (one.to.as_slice(), one.words.as_str(), one.shown_from.as_deref())).collect();
    assert_eq!(shown, [(&["Southland".to_owned()][..], "what they would read", Some("the other side"))]);
    world.desk(desk::Command::Release { item });
    assert!(world.item(DESK, 1).renditions.is_empty());
}
