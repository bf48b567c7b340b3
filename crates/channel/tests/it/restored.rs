//! Offices that were restored from an old backup: what was said before is learnt again, and nothing happens twice.

use channel::desk::{self, Command as DeskCommand};
use channel::envelope::Written;
use channel::party::{self, Command as PartyCommand};
use channel::{ActId, Disposition, ItemState, Label, Refusal, ToDesk, ToParty};

use crate::world::{EAST, WEST, World, item};

#[test]
fn the_same_act_takes_effect_once() {
    let mut world = World::new();
    let lodging = world.lodging(WEST, 1, "Hello.");
    let letter = ToDesk::Lodge { act: ActId([1; 16]), lodging: lodging.clone() };
    world.smuggle(WEST, &letter).expect("taken");
    let before = world.desk.clone();
    world.smuggle(WEST, &letter).expect("nothing follows");
    assert_eq!(world.desk, before);
    // The same item by another act is the same item; another text under its id is not.
    world.smuggle(WEST, &ToDesk::Lodge { act: ActId([2; 16]), lodging: lodging.clone() }).expect("the same");
    assert_eq!(world.desk.items, before.items);
    let mut other = lodging;
    other.content.text = "Hello!".into();
    let letter = ToDesk::Lodge { act: ActId([3; 16]), lodging: other };
    assert_eq!(world.smuggle(WEST, &letter), Err(Refusal::IdTaken));

    let input = desk::Input::Command {
        officer: "desk".into(),
        id: ActId([4; 16]),
        command: World::render(1, "Hello.", Label::Verbatim),
    };
    let decision = desk::decide(&world.desk, input.clone(), world.now).expect("rendered");
    decision.events.iter().for_each(|event| desk::evolve(&mut world.desk, event));
    assert_eq!(desk::decide(&world.desk, input, world.now), Ok(desk::Decision::default()));
}

#[test]
fn a_letter_that_comes_twice_counts_once() {
    let mut world = World::new();
    world.conveys(WEST, 1, "Hello.");
    let (act, conveyed) = (ActId([1; 16]), world.last_received(EAST));
    let letter = ToDesk::Dispose { act, conveyed, disposition: Disposition::Noted };
    world.smuggle(EAST, &letter).expect("taken");
    world.smuggle(EAST, &letter).expect("nothing follows");
    assert_eq!(world.desk.items[&item(1)].dispositions.len(), 1);
}

#[test]
fn a_refusal_that_is_heard_before_its_act_still_undoes_it() {
    let world = World::new();
    let mut state = world.offices[&WEST].state.clone();
    let act = ActId([1; 16]);
    let refused = ToParty::Refused { act, reason: Refusal::Closed };
    let said = ToDesk::Lodge { act, lodging: world.lodging(WEST, 1, "Hello.") };
    for input in [party::Input::Letter(refused), party::Input::Echo(said)] {
        let decision = party::decide(&state, input, world.now).expect("makes sense");
        decision.events.iter().for_each(|event| party::evolve(&mut state, event));
    }
    assert_eq!(state.items[&item(1)].state_at(world.now), ItemState::Returned);
}

#[test]
fn a_restored_desk_conveys_nothing_twice() {
    let mut world = World::new();
    world.lodges(WEST, 1, "Hello.");
    let backup = world.desk.clone();
    world.does(World::render(1, "Hullo.", Label::Paraphrase));
    world.does(World::release(1));
    let conveyed = world.last_received(EAST);

    for first in [WEST, EAST] {
        let mut world = world.clone();
        world.desk = backup.clone();
        world.echo_to_desk(first);
        world.echo_to_desk(if first == WEST { EAST } else { WEST });
        assert_eq!(world.at_desk(1), ItemState::Conveyed);
        assert!(world.desk.untraced.is_empty());
        assert_eq!(world.desk.conveyed_as(EAST, item(1)), Some(conveyed));
        let before = world.desk.clone();
        world.echo_to_desk(EAST);
        world.echo_to_desk(WEST);
        assert_eq!(world.desk, before);
        assert_eq!(world.try_desk(World::release(1)), Err(Refusal::AlreadyReleased));
        world.party(EAST, PartyCommand::Dispose { conveyed, disposition: Disposition::Noted });
        assert_eq!(world.desk.items[&item(1)].dispositions.len(), 1);
    }

    // The author's office alone shows it: an officer may do it again, and east takes no notice.
    let mut alone = world.clone();
    alone.desk = backup.clone();
    alone.echo_to_desk(WEST);
    assert_eq!(alone.at_desk(1), ItemState::Lodged);
    assert_eq!(alone.try_desk(World::release(1)), Err(Refusal::NotRendered));
    alone.does(World::render(1, "Hullo.", Label::Paraphrase));
    alone.does(World::release(1));
    assert_eq!(alone.received(EAST).len(), 1);
    assert_eq!(alone.offices[&WEST].state.items[&item(1)].conveyed.len(), 1);

    // The addressee's office alone shows it: the same.
    let mut alone = world.clone();
    alone.desk = backup;
    alone.echo_to_desk(EAST);
    assert_eq!(alone.desk.untraced.len(), 1);
    alone.does(World::render(1, "Hullo.", Label::Paraphrase));
    let released = alone.does(World::release(1));
    assert!(released.letters.iter().all(|one| one.line != EAST));
    assert_eq!((alone.received(EAST).len(), alone.at_desk(1)), (1, ItemState::Conveyed));
}

/// The journal of what was erased has no words to bring things together by, once more, at the next start.
#[test]
fn what_a_restored_desk_brought_together_stays_together_when_its_words_are_gone() {
    let mut world = World::new();
    world.lodges(WEST, 1, "Hello.");
    let (backup, journal) = (world.desk.clone(), world.journal.clone());
    world.does(World::render(1, "Hullo.", Label::Paraphrase));
    world.does(World::release(1));
    for first in [WEST, EAST] {
        let mut world = world.clone();
        (world.desk, world.journal) = (backup.clone(), journal.clone());
        world.echo_to_desk(first);
        world.echo_to_desk(if first == WEST { EAST } else { WEST });
        world.does(DeskCommand::Erase { item: item(1) });
        let conveyed = world.last_received(EAST);
        assert_eq!(world.desk.names_of(item(1)), [item(1).0, conveyed.0]);
        let mut folded = desk::State::default();
        for bytes in &world.journal {
            let event = desk::Event::decode(bytes).expect("reads what was written");
            let erased = event.item().is_some_and(|name| world.desk.names_of(item(1)).contains(&name));
            desk::evolve(&mut folded, &if erased { event.without_words() } else { event });
        }
        assert_eq!(folded, world.desk);
        assert_eq!(folded.conveyed_as(EAST, item(1)), Some(conveyed));
    }
}

#[test]
fn an_echo_gives_nobody_a_power() {
    let mut world = World::new();
    world.lodges(WEST, 1, "We will not.");
    world.does(World::render(1, "They will not.", Label::Paraphrase));
    let rendition = world.desk.items[&item(1)].renditions[0].clone();
    let wording = channel::Wording { words: "They surrender.".into(), ..rendition.wording };
    let words =
        channel::RenditionCopy { rendition: channel::RenditionId([9; 16]), to: vec![1], wording, corrects: None };
    let forged = [
        ToParty::ApprovalAsked { item: item(1), words: words.clone() },
        ToParty::ConveyedInYourName { item: item(1), words, on: world.now.day() },
        ToParty::Admitted { item: item(1) },
        ToParty::Closed { channel: world.handle(WEST) },
    ];
    let echo = |world: &mut World, to, letter: &ToParty| {
        let input = desk::Input::Echo { to, letter: letter.clone() };
        let decision = desk::decide(&world.desk, input, world.now).expect("always an answer");
        decision.events.iter().for_each(|event| desk::evolve(&mut world.desk, event));
    };
    for letter in forged {
        echo(&mut world, EAST, &letter);
        echo(&mut world, WEST, &letter);
    }
    world.does(World::release(1));
    assert_eq!(world.words(EAST), ["They will not."]);
    assert!(!world.knows(EAST, "surrender"));

    // Neither is an approval taken from it, nor words for an item of another party that is still to come.
    let wording = world.desk.items[&item(1)].renditions[0].wording.clone();
    let rendition = channel::naming::rendition(item(2), &[crate::world::EASTERN], &wording, None);
    let words = channel::RenditionCopy { rendition, to: vec![1], wording, corrects: None };
    let letter = ToParty::ConveyedInYourName { item: item(2), words, on: world.now.day() };
    echo(&mut world, EAST, &letter);
    let mut lodging = world.lodging(WEST, 2, "We will not.");
    lodging.approve = true;
    world.party(WEST, PartyCommand::Lodge(lodging));
    assert!(world.desk.items[&item(2)].renditions.is_empty());
    echo(&mut world, WEST, &letter);
    world.does(World::render(2, "They will not.", Label::Paraphrase));
    assert_eq!(world.desk.items[&item(2)].current(crate::world::EASTERN).map(|one| one.id), Some(rendition));
    assert_eq!(world.try_desk(World::release(2)), Err(Refusal::NeedsApproval));
}

#[test]
fn a_restored_party_learns_again_what_it_said() {
    let mut world = World::new();
    let backup = world.offices[&WEST].state.clone();
    let heard = world.offices[&WEST].told.len();
    let mut lodging = world.lodging(WEST, 1, "Hello.");
    lodging.approve = true;
    let said = [
        ToDesk::Lodge { act: ActId([1; 16]), lodging },
        ToDesk::Recall { act: ActId([2; 16]), item: item(1) },
        ToDesk::Recall { act: ActId([3; 16]), item: item(1) },
    ];
    for letter in &said {
        world.smuggle(WEST, letter).expect("taken");
    }
    assert_eq!(world.at_desk(1), ItemState::Recalled);

    // What the desk had said comes first, for it comes under its old numbers.
    let mut state = backup;
    let inputs = world.offices[&WEST].told[heard..].iter().map(|bytes| ToParty::decode(bytes).expect("a letter"));
    let inputs = inputs.map(party::Input::Letter).chain(said.iter().cloned().map(party::Input::Echo));
    for _ in 0..2 {
        for input in inputs.clone() {
            let decision = party::decide(&state, input, world.now).expect("makes sense");
            assert!(decision.letters.is_empty());
            decision.events.iter().for_each(|event| party::evolve(&mut state, event));
        }
        assert_eq!(state.items.len(), 1);
        assert_eq!(state.items[&item(1)].state_at(world.now), ItemState::Recalled);
        assert_eq!(state.refused[&ActId([3; 16])], Refusal::Recalled);
    }
}

#[test]
fn what_the_desk_refuses_is_undone_where_it_was_said() {
    let mut world = World::new();
    world.conveys(WEST, 1, "Hello.");
    let conveyed = world.last_received(EAST);
    world.cut.insert(EAST);
    let mut answer = world.lodging(EAST, 2, "Hello.");
    answer.answers = Some(conveyed);
    world.party(EAST, PartyCommand::Lodge(answer));
    assert!(world.board(EAST).is_empty());
    world.does(DeskCommand::Close { channel: crate::world::CALM });
    world.cut.clear();
    world.settle();
    let own = &world.offices[&EAST].state.items[&item(2)];
    assert_eq!(own.state_at(world.now), ItemState::Returned);
    assert_eq!(own.returned.as_deref(), Some(Refusal::Closed.to_string().as_str()));
    assert!(!world.received(EAST)[0].answered);
}

/// A party's program alone says what the desk had said. What an addressee has is taken back by no such word.
#[test]
fn an_echo_takes_nothing_back_that_an_addressee_has() {
    let mut world = World::new();
    world.conveys(WEST, 1, "Calm.");
    world.lodges(WEST, 2, "More of it.");
    for (number, taken_back) in [(1, false), (2, true)] {
        for letter in [
            ToParty::Recalled { item: item(number) },
            ToParty::Returned { item: item(number), reason: "No.".into() },
            ToParty::Voided { item: item(number) },
        ] {
            let input = desk::Input::Echo { to: WEST, letter: letter.clone() };
            let decision = desk::decide(&world.desk, input, world.now).expect("always an answer");
            assert_eq!(!decision.events.is_empty(), taken_back, "{number}: {letter:?}");
        }
    }
}
