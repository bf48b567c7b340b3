//! Oral intake: what a party said by voice is the desk's note until the party confirms it; and one message by two ways is
//! offered as the same, and never merged by itself.

use channel::desk::{Author, Command as DeskCommand, Event, Intake};
use channel::party::Command as PartyCommand;
use channel::{Content, ItemState, Label, Refusal, Thing, Waiting, Warning};

use crate::world::{CALM, EAST, WEST, WESTERN, World, item};

const SAID: &str = "Israel seeks settlement and no confrontation of any kind this winter.";

fn intake(world: &World, number: u8, text: &str) -> DeskCommand {
    DeskCommand::Intake(Box::new(Intake {
        item: item(number),
        from: WESTERN,
        channel: CALM,
        content: Content::new(text, world.now.plus_days(9)),
        to: vec![],
        handling: None,
        approve: false,
        not_before: None,
        not_after: None,
        answers: None,
        reaffirms: None,
        supersedes: None,
    }))
}

fn written_down() -> World {
    let mut world = World::new();
    let intake = intake(&world, 1, SAID);
    world.does(intake);
    world
}

#[test]
fn it_is_the_desk_s_words_until_its_sender_confirms() {
    let mut world = written_down();
    assert!(matches!(world.desk.items[&item(1)].author, Author::Told { .. }));
    assert_eq!(world.at_author(WEST, 1), ItemState::AwaitingApproval);
    let board = world.offices[&WEST].state.outstanding(world.now);
    assert_eq!(board.iter().map(|one| one.what).collect::<Vec<_>>(), [Waiting::Confirmation]);
    assert_eq!(world.try_desk(World::render(1, SAID, Label::Verbatim)), Err(Refusal::Unconfirmed));
    assert_eq!(world.does(World::render(1, SAID, Label::Paraphrase)).warnings, [Warning::Unconfirmed]);
    world.does(World::release(1));
    assert!(world.received(EAST)[0].conveyance.unconfirmed, "the addressee is told that it is nobody's own words yet");

    let mut world = written_down();
    world.party(WEST, PartyCommand::Approve { item: item(1) });
    assert!(matches!(world.desk.items[&item(1)].author, Author::Party { seat: WEST, .. }));
    world.does(World::render(1, SAID, Label::Verbatim));
    world.does(World::release(1));
    assert!(!world.received(EAST)[0].conveyance.unconfirmed);
    assert_eq!(world.try_party(WEST, PartyCommand::Approve { item: item(1) }), Err(Refusal::AlreadyDecided));
    world.check_journals();
}

#[test]
fn what_its_sender_denies_is_not_conveyed() {
    let mut world = written_down();
    world.does(World::render(1, SAID, Label::Paraphrase));
    world.party(WEST, PartyCommand::Object { item: item(1), reason: Some("We said nothing of winter.".into()) });
    assert_eq!(world.try_desk(World::release(1)), Err(Refusal::DeniedBySender));
    assert_eq!(world.try_desk(World::render(1, "Less.", Label::Gist)), Err(Refusal::DeniedBySender));
    world.does(DeskCommand::Return { item: item(1), reason: "Denied.".into() });
    assert!(world.words(EAST).is_empty() && !world.knows(EAST, "winter"));
    world.check_journals();
}

#[test]
fn one_message_by_two_ways_is_offered_as_the_same_and_merged_by_an_officer_alone() {
    let mut world = written_down();
    world.lodges(WEST, 2, SAID);
    let resembles = &world.desk.items[&item(2)].resembles;
    assert!(resembles.contains_key(&item(1)), "it is offered");
    assert_eq!((world.at_desk(1), world.at_desk(2)), (ItemState::Lodged, ItemState::Lodged), "and nothing is merged");
    assert_eq!(world.desk_board(), [Thing::Item(item(1)), Thing::Item(item(2))]);

    let mut merged = world.clone();
    merged.does(DeskCommand::Same { item: item(1), of: item(2) });
    assert_eq!((merged.at_desk(1), merged.at_author(WEST, 1)), (ItemState::Voided, ItemState::Voided));
    assert_eq!(merged.try_desk(World::render(1, SAID, Label::Gist)), Err(Refusal::SameAsAnother));
    assert!(merged.desk.items[&item(2)].resembles.is_empty(), "it is asked no more");
    merged.does(World::render(2, SAID, Label::Verbatim));
    merged.does(World::release(2));
    assert_eq!(merged.words(EAST), [SAID], "it is conveyed once");
    merged.check_journals();

    let decision = world.does(DeskCommand::Distinct { item: item(1), of: item(2) });
    assert!(matches!(decision.events.last(), Some(Event::Distinct { .. })));
    assert!(world.desk.items[&item(2)].resembles.is_empty());
    let again = DeskCommand::Distinct { item: item(1), of: item(2) };
    assert_eq!(world.try_desk(again), Err(Refusal::NotTheSame));
    world.lodges(WEST, 3, "The prisoners' families may write once a month.");
    assert!(world.desk.items[&item(3)].resembles.is_empty(), "what is not alike is not offered");
    world.check_journals();
}
