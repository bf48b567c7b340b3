//! What can still be done once an item was released: corrections of the desk's words, and conditions that are invoked.

use channel::desk::Command as DeskCommand;
use channel::party::{self, Command as PartyCommand};
use channel::{Label, Refusal, Thing, Waiting, Warning};

use crate::world::{EAST, START, WEST, World, item};

#[test]
fn a_correction_names_what_it_replaces() {
    let mut world = World::new();
    world.lodges(WEST, 1, "We do not want war.");
    world.does(World::render(1, "They do want war.", Label::Paraphrase));
    let correct = World::correct(1, "They want no war.", None);
    assert_eq!(world.try_desk(correct.clone()), Err(Refusal::NotReleased));
    world.does(World::release(1));
    world.does(correct.clone());
    assert!(world.does(correct).events.is_empty());
    let received = world.received(EAST)[0];
    assert_eq!(received.conveyance.wording.words, "They do want war.");
    assert_eq!(received.corrections[0].wording.words, "They want no war.");
    let told = &world.offices[&WEST].state.items[&item(1)].conveyed;
    assert_eq!(told[1].words.corrects, Some(told[0].words.rendition));
    let verbatim = World::correct(1, "They want no war.", Some(Label::Verbatim));
    assert_eq!(world.try_desk(verbatim), Err(Refusal::NotVerbatim));
    world.check_journals();
}

/// The same rendition or correction, with these conditions.
fn with_conditions(mut command: DeskCommand, list: Vec<String>) -> DeskCommand {
    if let DeskCommand::Render { conditions, .. } | DeskCommand::Correct { conditions, .. } = &mut command {
        *conditions = Some(list);
    }
    command
}

#[test]
fn a_correction_can_put_back_a_condition_that_was_left_out() {
    let mut world = World::new();
    let mut lodging = world.lodging(WEST, 1, "We refrain.");
    lodging.content.conditions = vec!["Nobody else strikes.".into(), "The sea stays open.".into()];
    world.party(WEST, PartyCommand::Lodge(lodging));
    let first = || vec!["Nobody else strikes.".to_owned()];
    world.does(with_conditions(World::render(1, "They refrain.", Label::Paraphrase), first()));
    world.does(World::release(1));
    world.party(WEST, PartyCommand::Invoke { item: item(1), condition: 2 });
    assert_eq!(world.try_desk(World::release(1)), Err(Refusal::ConditionNotConveyed));
    assert!(world.desk.warnings(&world.desk.items[&item(1)]).contains(&Warning::TermsChanged));

    let both = || [first(), vec!["The sea stays open.".to_owned()]].concat();
    world.does(with_conditions(World::correct(1, "They refrain.", None), both()));
    let received = world.received(EAST)[0];
    assert_eq!(received.conveyance.wording.conditions, first());
    assert_eq!(received.corrections[0].wording.conditions, both());
    assert!(!world.desk.warnings(&world.desk.items[&item(1)]).contains(&Warning::TermsChanged));

    // Now that the addressee has it, it can be told that it has come about.
    world.does(World::release(1));
    assert_eq!(world.received(EAST)[0].invoked, [(2, START.day())]);
    world.check_journals();
}

#[test]
fn a_condition_that_is_put_back_and_word_of_it_go_in_one_act() {
    let mut world = World::with(&["first", "second"], true);
    let mut lodging = world.lodging(WEST, 1, "We refrain.");
    lodging.content.conditions = vec!["Nobody else strikes.".into()];
    world.party(WEST, PartyCommand::Lodge(lodging));
    let one = || vec!["Nobody else strikes.".to_owned()];
    world.officer("first", with_conditions(World::render(1, "They refrain.", Label::Gist), vec![])).expect("rendered");
    world.officer("second", World::release(1)).expect("released");
    world.party(WEST, PartyCommand::Invoke { item: item(1), condition: 1 });
    world.officer("first", with_conditions(World::correct(1, "They refrain.", None), one())).expect("corrected");
    world.officer("second", World::release(1)).expect("released");
    assert_eq!(world.received(EAST)[0].corrections[0].wording.conditions, one());
    assert_eq!(world.received(EAST)[0].invoked, [(1, START.day())]);
    assert!(world.desk_board().is_empty());
    world.check_journals();
}

#[test]
fn words_that_commit_in_a_rendition_are_shown_to_the_desk() {
    let mut world = World::new();
    world.lodges(WEST, 1, "We do not mean to fire.");
    assert!(world.desk.warnings(&world.desk.items[&item(1)]).is_empty());
    world.does(World::render(1, "They undertake not to fire.", Label::Paraphrase));
    let warnings = world.desk.warnings(&world.desk.items[&item(1)]);
    assert!(
        matches!(&warnings[..], [Warning::Commits(of)] if of.len() == 1 && of[0].word == "undertake"),
        "{warnings:?}"
    );
}

#[test]
fn a_correction_needs_the_approval_that_the_words_needed() {
    let mut world = World::new();
    let mut lodging = world.lodging(WEST, 1, "We do not want war.");
    lodging.approve = true;
    world.party(WEST, PartyCommand::Lodge(lodging));
    world.does(World::render(1, "They do want war.", Label::Paraphrase));
    world.party(WEST, PartyCommand::Approve { item: item(1) });
    world.does(World::release(1));
    world.does(World::correct(1, "They want no war.", None));
    assert_eq!(world.try_desk(World::release(1)), Err(Refusal::NeedsApproval));
    assert_eq!(world.board(WEST), [Thing::Item(item(1))]);
    assert_eq!(world.desk.outstanding(world.now)[0].what, Waiting::Correction);
    world.party(WEST, PartyCommand::Approve { item: item(1) });
    assert!(world.received(EAST)[0].corrections.is_empty());
    world.does(World::release(1));
    assert_eq!(world.received(EAST)[0].corrections.len(), 1);
    assert!(world.desk_board().is_empty());
    world.check_journals();
}

#[test]
fn a_correction_does_not_go_where_the_item_did_not() {
    // Too late by the item's lapse, or by its author's last moment for it, which holds for the item alone.
    for not_after in [None, Some(START.plus_days(1))] {
        let mut world = World::new();
        world.cut.insert(EAST);
        let mut lodging = world.lodging(WEST, 1, "One.");
        lodging.not_after = not_after;
        world.party(WEST, PartyCommand::Lodge(lodging));
        world.does(World::render(1, "One.", Label::Paraphrase));
        world.does(World::release(1));
        world.does(World::correct(1, "Two.", None));
        world.pass(crate::world::DAY * if not_after.is_some() { 2 } else { 31 });
        world.cut.clear();
        world.settle();
        assert!(!world.knows(EAST, "One.") && !world.knows(EAST, "Two."));
        world.check_journals();
    }
}

#[test]
fn an_invoked_condition_is_conveyed_if_the_desk_conveys_it() {
    let mut world = World::new();
    let mut lodging = world.lodging(WEST, 1, "We refrain.");
    lodging.content.conditions = vec!["Nobody else strikes.".into(), "The sea stays open.".into()];
    world.party(WEST, PartyCommand::Lodge(lodging));
    let invoke = |condition| PartyCommand::Invoke { item: item(1), condition };
    assert_eq!(world.try_party(WEST, invoke(1)), Err(Refusal::NotReleased));
    world.does(World::render(1, "We refrain.", Label::Verbatim));
    world.does(World::release(1));
    assert_eq!(world.try_party(WEST, invoke(3)), Err(Refusal::UnknownCondition));
    world.party(WEST, invoke(2));
    assert_eq!(world.try_party(WEST, invoke(2)), Err(Refusal::AlreadyInvoked));
    assert!(world.received(EAST)[0].invoked.is_empty());
    assert_eq!(world.desk_board(), [Thing::Item(item(1))]);
    world.does(World::release(1));
    assert_eq!(world.received(EAST)[0].invoked, [(2, START.day())]);
    world.party(WEST, invoke(1));
    world.does(DeskCommand::Return { item: item(1), reason: "It did not happen.".into() });
    let invocations = &world.offices[&WEST].state.items[&item(1)].invocations;
    assert_eq!(invocations[0].stands, party::InvocationStands::Conveyed(START.day()));
    assert_eq!(invocations[1].stands, party::InvocationStands::Returned("It did not happen.".into()));
    assert!(world.desk_board().is_empty());
    assert_eq!(world.try_desk(World::release(1)), Err(Refusal::AlreadyReleased));
    world.check_journals();
}

#[test]
fn a_correction_that_was_given_up_can_be_made_again() {
    let mut world = World::with(&["first", "second"], true);
    world.lodges(WEST, 1, "We do not want war.");
    world.officer("first", World::render(1, "They do want war.", Label::Paraphrase)).expect("rendered");
    world.officer("second", World::release(1)).expect("released");
    let correct = World::correct(1, "They want no war.", None);
    world.officer("first", correct.clone()).expect("made");
    world.officer("second", DeskCommand::Return { item: item(1), reason: "Later.".into() }).expect("given up");
    world.officer("first", correct).expect("made again");
    world.officer("second", World::release(1)).expect("released");
    assert_eq!(world.received(EAST)[0].corrections.len(), 1);
    world.check_journals();
}

#[test]
fn leave_is_not_asked_for_what_was_taken_back() {
    let mut world = World::new();
    let (channel, lapses) = (world.handle(WEST), START.plus_days(30));
    let confide = PartyCommand::Confide { item: item(1), channel, text: "Between us.".into(), lapses };
    world.party(WEST, confide);
    world.party(WEST, PartyCommand::Recall { item: item(1) });
    assert_eq!(world.try_desk(DeskCommand::UseConfided { item: item(1) }), Err(Refusal::Recalled));
}

/// It is told with the very words that it is of; of others it would tell in what language the hidden text is.
#[test]
fn the_language_of_a_text_crosses_with_its_own_words_alone() {
    let mut world = World::new();
    for (number, words, label) in
        [(1, "Nous nous abstenons.", Label::Verbatim), (2, "They refrain.", Label::Paraphrase)]
    {
        let mut lodging = world.lodging(WEST, number, "Nous nous abstenons.");
        lodging.content.language = Some("fr".into());
        world.party(WEST, PartyCommand::Lodge(lodging));
        world.does(World::render(number, words, label));
        world.does(World::release(number));
    }
    let told: Vec<_> = world.received(EAST).iter().map(|one| one.conveyance.language.as_deref()).collect();
    assert_eq!(told, [Some("fr"), None]);
}
