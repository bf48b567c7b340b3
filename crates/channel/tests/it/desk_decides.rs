//! What an officer, an author and an addressee can do with an item, from lodging to erasure.

use channel::desk::Command as DeskCommand;
use channel::party::Command as PartyCommand;
use channel::{
    Civil, ConveyedId, Day, Disposition, Form, ItemState, Label, Origin, QuestionId, Refusal, Thing, Tie, Warning,
};

use crate::world::{CALM, EAST, EASTERN, NORTH, START, WEST, WESTERN, World, item};

#[test]
fn a_message_and_its_answer() {
    let mut world = World::new();
    world.lodges(WEST, 1, "We seek no confrontation.");
    assert_eq!(world.desk_board(), [Thing::Item(item(1))]);
    world.does(World::render(1, "They seek no confrontation.", Label::Paraphrase));
    world.does(World::release(1));
    assert!(world.desk_board().is_empty());

    let conveyed = world.last_received(EAST);
    assert_eq!(world.board(EAST), [Thing::Conveyed(conveyed)]);
    let received = world.received(EAST)[0];
    assert_eq!(received.conveyance.from, Origin::Other(1));
    assert_eq!(received.on, START.day());
    assert!(!world.knows(EAST, "We seek"));
    let told = &world.offices[&WEST].state.items[&item(1)].conveyed[0];
    assert_eq!((told.words.to.as_slice(), told.on), ([1].as_slice(), START.day()));
    assert_eq!(told.words.wording.words, "They seek no confrontation.");

    world.party(EAST, PartyCommand::Dispose { conveyed, disposition: Disposition::WithoutRecognition });
    assert!(world.board(EAST).is_empty());
    assert!(!world.knows(WEST, "without"));
    let mut answer = world.lodging(EAST, 2, "We refrain as long as they do.");
    answer.answers = Some(conveyed);
    answer.content.conditions = vec!["As long as they do.".into()];
    world.party(EAST, PartyCommand::Lodge(answer));
    world.does(World::render(2, "We refrain as long as they do.", Label::Verbatim));
    world.does(World::release(2));
    assert_eq!(world.received(WEST)[0].conveyance.answers, Some(Tie::Own(item(1))));
    assert_eq!(world.received(WEST)[0].conveyance.wording.conditions, ["As long as they do."]);

    let mut again = world.lodging(WEST, 3, "Still no confrontation.");
    again.reaffirms = Some(item(1));
    world.party(WEST, PartyCommand::Lodge(again));
    world.does(World::render(3, "Still no confrontation.", Label::Verbatim));
    world.does(World::release(3));
    assert_eq!(world.received(EAST)[1].conveyance.reaffirms, Some(Tie::Had(conveyed)));
    world.check_journals();
}

#[test]
fn nothing_of_delivery_comes_back_to_the_author() {
    let mut world = World::new();
    world.cut.insert(EAST);
    world.conveys(WEST, 1, "Hello.");
    let before = world.offices[&WEST].told.clone();
    assert_eq!((world.at_desk(1), world.at_author(WEST, 1)), (ItemState::Approved, ItemState::Conveyed));
    world.cut.clear();
    world.settle();
    assert_eq!(world.at_desk(1), ItemState::Conveyed);
    for disposition in [Disposition::Noted, Disposition::NotAccepted, Disposition::ReturnedUnread] {
        let conveyed = world.last_received(EAST);
        world.party(EAST, PartyCommand::Dispose { conveyed, disposition });
    }
    assert_eq!(world.offices[&WEST].told, before);
    assert_eq!(world.desk.items[&item(1)].dispositions.len(), 3);
}

#[test]
fn recall_works_until_it_is_conveyed() {
    let mut world = World::new();
    world.cut.insert(EAST);
    world.conveys(WEST, 1, "Hello.");
    world.party(WEST, PartyCommand::Recall { item: item(1) });
    world.cut.clear();
    world.settle();
    assert!(world.received(EAST).is_empty());
    assert_eq!(world.try_desk(World::release(1)), Err(Refusal::Recalled));
    world.conveys(WEST, 2, "Hello again.");
    assert_eq!(world.try_party(WEST, PartyCommand::Recall { item: item(2) }), Err(Refusal::AlreadyConveyed));
    assert_eq!(world.at_author(WEST, 2), ItemState::Conveyed);
    assert_eq!(world.try_party(EAST, PartyCommand::Recall { item: item(2) }), Err(Refusal::UnknownItem));
    world.check_journals();
}

#[test]
fn an_equal_item_has_an_id_of_its_own() {
    let mut world = World::new();
    world.conveys(WEST, 1, "Hello.");
    world.cut.insert(EAST);
    world.conveys(WEST, 2, "Hello.");
    world.party(WEST, PartyCommand::Recall { item: item(2) });
    world.conveys(WEST, 3, "Hello.");
    world.cut.clear();
    world.settle();
    let with_recall: Vec<ConveyedId> = world.received(EAST).iter().map(|one| one.conveyance.id).collect();
    let mut other = World::new();
    other.conveys(WEST, 1, "Hello.");
    other.conveys(WEST, 3, "Hello.");
    let without: Vec<ConveyedId> = other.received(EAST).iter().map(|one| one.conveyance.id).collect();
    // What was recalled leaves no gap that the addressee could compute.
    assert_eq!(with_recall, without);
    assert_eq!(without.len(), 2);
}

#[test]
fn what_is_superseded_is_taken_back_or_shown_replaced() {
    let mut world = World::new();
    world.conveys(WEST, 1, "At nine.");
    world.lodges(WEST, 2, "At ten.");
    let mut lodging = world.lodging(WEST, 3, "At eleven.");
    lodging.supersedes = Some(item(2));
    world.party(WEST, PartyCommand::Lodge(lodging));
    assert_eq!((world.at_desk(2), world.at_author(WEST, 2)), (ItemState::Voided, ItemState::Voided));
    assert_eq!(world.try_desk(World::render(2, "At ten.", Label::Verbatim)), Err(Refusal::Superseded));

    let mut lodging = world.lodging(WEST, 4, "At noon.");
    lodging.supersedes = Some(item(1));
    world.party(WEST, PartyCommand::Lodge(lodging.clone()));
    let first = world.last_received(EAST);
    // East is told nothing of it before it is conveyed, also not by a warning.
    let mut answer = world.lodging(EAST, 5, "At nine, then.");
    answer.answers = Some(first);
    assert!(world.party(EAST, PartyCommand::Lodge(answer.clone())).warnings.is_empty());
    world.does(World::render(4, "At noon.", Label::Verbatim));
    world.does(World::release(4));
    let received = world.received(EAST);
    assert_eq!(received[1].conveyance.supersedes, Some(Tie::Had(first)));
    assert_eq!(received[0].superseded_by, Some(received[1].conveyance.id));
    answer.item = item(6);
    assert_eq!(world.party(EAST, PartyCommand::Lodge(answer)).warnings, [Warning::AnswersSuperseded]);
    let office = &world.offices[&EAST].state;
    assert_eq!(office.warnings(&office.items[&item(6)]), [Warning::AnswersSuperseded]);
    lodging.item = item(7);
    assert_eq!(world.try_party(WEST, PartyCommand::Lodge(lodging)), Err(Refusal::Superseded));
    world.check_journals();
}

/// Neither side learns by a tie, or by an end, what is with the other.
#[test]
fn what_is_on_its_way_is_not_spoken_of() {
    let mut world = World::new();
    world.cut.insert(EAST);
    world.conveys(WEST, 1, "First.");
    let mut lodging = world.lodging(WEST, 2, "Second.");
    lodging.reaffirms = Some(item(1));
    world.party(WEST, PartyCommand::Lodge(lodging));
    world.does(World::render(2, "Second.", Label::Verbatim));
    world.does(World::release(2));
    // East may never have the first, so the second does not name it.
    world.party(WEST, PartyCommand::Recall { item: item(1) });
    let mut lodging = world.lodging(WEST, 3, "Third.");
    lodging.supersedes = Some(item(2));
    world.party(WEST, PartyCommand::Lodge(lodging));
    // West was told that the second was conveyed, and is not told that it was not.
    assert_eq!((world.at_desk(2), world.at_author(WEST, 2)), (ItemState::Voided, ItemState::Conveyed));
    world.conveys(WEST, 4, "Fourth.");
    let mut lodging = world.lodging(WEST, 5, "Fifth.");
    lodging.reaffirms = Some(item(4));
    world.party(WEST, PartyCommand::Lodge(lodging));
    world.does(World::render(5, "Fifth.", Label::Verbatim));
    world.does(World::release(5));
    world.party(WEST, PartyCommand::Recall { item: item(4) });
    world.cut.clear();
    world.settle();
    assert_eq!(world.words(EAST), ["Fifth."]);
    assert_eq!(world.received(EAST)[0].conveyance.reaffirms, None);
    world.check_journals();
}

/// What replaced an item and came to nothing stands in nobody's way, and in nobody's place.
#[test]
fn a_replacement_that_came_to_nothing_replaces_nothing() {
    let mut world = World::new();
    world.conveys(WEST, 1, "At ten.");
    let first = world.last_received(EAST);
    let replaces = |world: &mut World, number: u8, words: &str, replaced: u8| {
        let mut lodging = world.lodging(WEST, number, words);
        lodging.supersedes = Some(item(replaced));
        world.try_party(WEST, PartyCommand::Lodge(lodging))
    };
    replaces(&mut world, 2, "At eleven.", 1).expect("nothing replaces it");
    assert_eq!(replaces(&mut world, 3, "At noon.", 1).map(|_| ()), Err(Refusal::Superseded));
    world.does(DeskCommand::Return { item: item(2), reason: "Which day?".into() });
    replaces(&mut world, 3, "At noon.", 1).expect("what replaced it was returned");
    world.party(WEST, PartyCommand::Recall { item: item(3) });
    // One that replaces what replaced it, of which the addressee never had a word, takes the place of what it has.
    replaces(&mut world, 4, "At one.", 1).expect("what replaced it was recalled");
    replaces(&mut world, 5, "At two.", 4).expect("nothing replaces it");
    assert_eq!(replaces(&mut world, 6, "At three.", 1).map(|_| ()), Err(Refusal::Superseded));
    world.does(World::render(5, "At two.", Label::Verbatim));
    world.does(World::release(5));
    let received = world.received(EAST);
    assert_eq!(received[1].conveyance.supersedes, Some(Tie::Had(first)));
    assert_eq!(received[0].superseded_by, Some(received[1].conveyance.id));
    assert!(world.board(EAST).iter().all(|thing| *thing != Thing::Conveyed(first)));
    world.check_journals();
}

#[test]
fn an_answer_taken_back_leaves_the_matter_outstanding() {
    let mut world = World::new();
    world.conveys(WEST, 1, "Hello?");
    let conveyed = world.last_received(EAST);
    let mut answer = world.lodging(EAST, 2, "Hello.");
    answer.answers = Some(conveyed);
    world.party(EAST, PartyCommand::Lodge(answer));
    assert!(world.board(EAST).is_empty());
    world.party(EAST, PartyCommand::Recall { item: item(2) });
    assert_eq!(world.board(EAST), [Thing::Conveyed(conveyed)]);
}

#[test]
fn what_is_confided_is_not_used_without_asking() {
    let mut world = World::new();
    let (channel, lapses) = (world.handle(WEST), START.plus_days(30));
    let confide = PartyCommand::Confide { item: item(1), channel, text: "We could live with less.".into(), lapses };
    world.party(WEST, confide);
    assert!(world.desk_board().is_empty());
    let render = World::render(1, "They could live with less.", Label::Paraphrase);
    assert_eq!(world.try_desk(render.clone()), Err(Refusal::Confided));
    assert_eq!(world.try_desk(World::release(1)), Err(Refusal::Confided));
    world.does(DeskCommand::UseConfided { item: item(1) });
    assert_eq!(world.board(WEST), [Thing::Item(item(1))]);
    world.party(WEST, PartyCommand::Object { item: item(1), reason: None });
    assert_eq!(world.try_desk(render.clone()), Err(Refusal::LeaveRefused));
    world.does(DeskCommand::UseConfided { item: item(1) });
    world.party(WEST, PartyCommand::Approve { item: item(1) });
    assert_eq!(world.desk_board(), [Thing::Item(item(1))]);
    world.does(render);
    world.does(World::release(1));
    assert_eq!(world.words(EAST), ["They could live with less."]);
    world.check_journals();
}

#[test]
fn a_private_question_is_no_item() {
    let mut world = World::new();
    let question = QuestionId([5; 16]);
    let ask = World::ask(question, WESTERN, "Until when?");
    world.does(ask);
    assert_eq!(world.board(WEST), [channel::Thing::Question(question)]);
    assert!(world.desk_board().is_empty());
    assert_eq!(world.offices[&WEST].state.open_questions(world.now).count(), 1);
    world.party(WEST, PartyCommand::Reply { question, text: "Until spring.".into() });
    assert_eq!(world.desk.questions[&question].reply.as_ref().map(|one| one.text.as_str()), Some("Until spring."));
    assert_eq!(world.desk.open_questions(world.now).count(), 0);
    assert!(!world.knows(EAST, "when?") && !world.knows(EAST, "spring"));
    let again = PartyCommand::Reply { question, text: "Until May.".into() };
    assert_eq!(world.try_party(WEST, again), Err(Refusal::AlreadyReplied));
}

#[test]
fn the_desk_s_own_words_are_its_own() {
    let mut world = World::of_three();
    let outreach = DeskCommand::Outreach {
        item: item(9),
        channel: CALM,
        text: "We stand ready.".into(),
        lapses: START.plus_days(9),
        to: vec![],
        precedence: None,
        form: None,
        own: None,
    };
    world.does(outreach);
    for seat in [WEST, EAST, NORTH] {
        let received = world.received(seat)[0];
        assert_eq!((received.conveyance.from, received.conveyance.wording.label), (Origin::Desk, None));
    }
    let render = World::render(9, "West stands ready.", Label::Paraphrase);
    assert_eq!(world.try_desk(render), Err(Refusal::OwnWords));
    world.check_journals();
}

#[test]
fn each_addressee_has_its_own_rendition() {
    let mut world = World::of_three();
    world.lodges(WEST, 1, "To both of you.");
    let mut to_east = World::render(1, "To the east.", Label::Gist);
    if let DeskCommand::Render { to, .. } = &mut to_east {
        *to = vec![EASTERN];
    }
    world.does(to_east);
    assert_eq!(world.try_desk(World::release(1)), Err(Refusal::NotRendered));
    let mut to_north = World::render(1, "To the north.", Label::Gist);
    if let DeskCommand::Render { to, .. } = &mut to_north {
        *to = vec![crate::world::NORTHERN];
    }
    world.does(to_north);
    world.does(World::release(1));
    assert_eq!((world.words(EAST), world.words(NORTH)), (vec!["To the east."], vec!["To the north."]));
    assert_eq!(world.offices[&WEST].state.items[&item(1)].conveyed.len(), 2);

    // To one of the others only.
    let mut lodging = world.lodging(WEST, 2, "To the north alone.");
    lodging.to = vec![2];
    world.party(WEST, PartyCommand::Lodge(lodging.clone()));
    world.does(World::render(2, "To the north alone.", Label::Verbatim));
    world.does(World::release(2));
    assert_eq!((world.words(EAST).len(), world.words(NORTH).len()), (1, 2));
    lodging.item = item(3);
    lodging.to = vec![3];
    assert_eq!(world.try_party(WEST, PartyCommand::Lodge(lodging)), Err(Refusal::NoAddressee));
}

#[test]
fn who_renders_does_not_release_where_two_officers_are_asked_for() {
    let mut world = World::with(&["first", "second"], true);
    world.lodges(WEST, 1, "Hello.");
    world.officer("first", World::render(1, "Hello.", Label::Verbatim)).expect("rendered");
    assert_eq!(world.officer("first", World::release(1)), Err(Refusal::SameOfficer));
    assert_eq!(world.officer("third", World::release(1)), Err(Refusal::UnknownOfficer));
    world.officer("second", World::release(1)).expect("released");
    let outreach = DeskCommand::Outreach {
        item: item(2),
        channel: CALM,
        text: "We stand ready.".into(),
        lapses: START.plus_days(9),
        to: vec![],
        precedence: None,
        form: None,
        own: None,
    };
    // The desk's own words render nobody's.
    world.officer("first", outreach).expect("released");
    assert_eq!(world.words(EAST), ["Hello.", "We stand ready."]);
    let correct = World::correct(1, "Hullo.", Some(Label::Gist));
    world.officer("second", correct).expect("drafted");
    assert!(world.received(EAST)[0].corrections.is_empty());
    assert_eq!(world.officer("second", World::release(1)), Err(Refusal::SameOfficer));
    world.officer("first", World::release(1)).expect("released");
    assert_eq!(world.received(EAST)[0].corrections.len(), 1);
    world.check_journals();
    let mut lonely = World::bare(&[], false);
    lonely.desk.set_up = None;
    let set_up = DeskCommand::SetUp { name: "Desk".into(), officers: vec!["a".into(), "a".into()], two_officers: true };
    assert_eq!(lonely.try_desk(set_up), Err(Refusal::TooFewOfficers));
}

#[test]
fn times_and_forms_are_kept_to() {
    let mut world = World::new();
    let mut lodging = world.lodging(WEST, 1, "Tomorrow.");
    lodging.not_before = Some(START.plus_days(1));
    lodging.not_after = Some(START.plus_days(2));
    world.party(WEST, PartyCommand::Lodge(lodging.clone()));
    world.does(World::render(1, "Tomorrow.", Label::Verbatim));
    assert_eq!(world.try_desk(World::release(1)), Err(Refusal::NotBefore));
    world.pass(3 * crate::world::DAY);
    assert_eq!(world.try_desk(World::release(1)), Err(Refusal::NotAfter));
    lodging.item = item(2);
    assert_eq!(world.try_party(WEST, PartyCommand::Lodge(lodging.clone())), Err(Refusal::EmptyWindow));
    lodging.not_before = None;
    lodging.not_after = None;
    lodging.content.lapses = world.now;
    assert_eq!(world.try_party(WEST, PartyCommand::Lodge(lodging.clone())), Err(Refusal::LapsesInPast));
    lodging.content.lapses = world.now.plus_days(1);
    lodging.content.carrier = Some("The envoy".into());
    assert_eq!(world.try_party(WEST, PartyCommand::Lodge(lodging.clone())), Err(Refusal::PersonalOnly));
    lodging.content.form = Form::PersonalMessage;
    assert_eq!(world.try_party(WEST, PartyCommand::Lodge(lodging.clone())), Err(Refusal::OnWhoseBehalf));
    for (number, form, refusal) in
        [(3, Form::TalkingPoints, Refusal::TalkingPoints), (4, Form::Declaration, Refusal::DeclarationAlone)]
    {
        let mut lodging = world.lodging(WEST, number, "Points.");
        lodging.content.form = form;
        world.party(WEST, PartyCommand::Lodge(lodging));
        world.does(World::render(number, "Points.", Label::Verbatim));
        assert_eq!(world.try_desk(World::release(number)), Err(refusal));
    }
    let mut note = world.lodging(WEST, 5, "We undertake it.");
    note.content.form = Form::NoteVerbale;
    let warnings = world.party(WEST, PartyCommand::Lodge(note)).warnings;
    let shown: Vec<String> = warnings.iter().map(ToString::to_string).collect();
    assert_eq!(warnings.first(), Some(&Warning::Attributable));
    assert_eq!(
        shown[1..],
        [
            "words that may be read as more than is meant: undertake (reads as an undertaking: try \"intends at this stage to\")"
        ]
    );
    assert!(world.does(DeskCommand::Return { item: item(3), reason: "Not like this.".into() }).warnings.is_empty());
    assert_eq!(world.at_author(WEST, 3), ItemState::Returned);
    assert_eq!(world.try_desk(World::release(3)), Err(Refusal::Returned));
}

#[test]
fn what_lapsed_on_its_way_to_the_desk_is_not_lost() {
    let mut world = World::new();
    world.cut.insert(WEST);
    world.lodges(WEST, 1, "Late.");
    world.pass(31 * crate::world::DAY);
    world.cut.clear();
    world.settle();
    assert_eq!(world.at_desk(1), ItemState::Lapsed);
    assert!(world.desk_board().is_empty());
}

#[test]
fn erased_words_are_gone_from_the_office_that_erases_them() {
    let mut world = World::new();
    world.conveys(WEST, 1, "Burn this.");
    world.does(DeskCommand::Erase { item: item(1) });
    assert_eq!(world.at_desk(1), ItemState::Erased);
    assert!(!format!("{:?}", world.desk).contains("Burn"));
    assert_eq!(world.words(EAST), ["Burn this."]);
    let conveyed = world.last_received(EAST);
    world.party(EAST, PartyCommand::Dispose { conveyed, disposition: Disposition::ReturnedUnread });
    assert!(!format!("{:?}", world.offices[&EAST].state).contains("Burn"));
    assert!(!world.received(EAST)[0].read);
    world.party(WEST, PartyCommand::Erase { item: Some(item(1)), conveyed: None });
    assert!(!format!("{:?}", world.offices[&WEST].state).contains("Burn"));
    assert_eq!(world.at_author(WEST, 1), ItemState::Erased);

    // What had not gone yet does not go, and its author is told.
    world.lodges(WEST, 2, "And this.");
    world.does(DeskCommand::Erase { item: item(2) });
    assert_eq!(world.at_author(WEST, 2), ItemState::Voided);
    world.check_journals();
}

#[test]
fn a_closed_channel_takes_nothing_more() {
    let mut world = World::new();
    world.lodges(WEST, 1, "Hello.");
    world.cut.insert(EAST);
    world.does(DeskCommand::Close { channel: CALM });
    assert_eq!((world.at_desk(1), world.at_author(WEST, 1)), (ItemState::Voided, ItemState::Voided));
    assert_eq!(world.try_desk(World::render(1, "Hello.", Label::Verbatim)), Err(Refusal::Closed));
    let lodging = world.lodging(WEST, 2, "Hello?");
    assert_eq!(world.try_party(WEST, PartyCommand::Lodge(lodging)), Err(Refusal::Closed));
    // East has not heard of it and lodges something: the desk hands it back.
    let lodging = world.lodging(EAST, 3, "Hello?");
    world.party(EAST, PartyCommand::Lodge(lodging));
    world.cut.clear();
    world.settle();
    assert_eq!(world.at_author(EAST, 3), ItemState::Returned);
    world.check_journals();
}

#[test]
fn labels_are_what_the_desk_set_for_each_party() {
    let mut world = World::new();
    let label = "the other capital".to_owned();
    assert_eq!(world.offices[&EAST].state.channels[&world.handle(EAST)].others[0].label, "the other side");
    world.does(DeskCommand::SetLabel { party: EASTERN, other: WESTERN, label: label.clone() });
    assert_eq!(world.offices[&EAST].state.channels[&world.handle(EAST)].others[0].label, label);
    assert!(!world.knows(WEST, &label));
    assert!(!world.knows(EAST, "western") && !world.knows(EAST, "Prime Minister"));
    assert_ne!(world.handle(WEST), world.handle(EAST));
}

#[test]
fn days_cross_and_moments_do_not() {
    let mut early = World::new();
    let mut late = World::new();
    late.pass(8 * 3600);
    for world in [&mut early, &mut late] {
        let mut lodging = world.lodging(WEST, 1, "Hello.");
        lodging.content.lapses = Civil(START.0 + 30 * crate::world::DAY);
        world.party(WEST, PartyCommand::Lodge(lodging));
        world.does(World::render(1, "Hello.", Label::Verbatim));
        world.does(World::release(1));
    }
    assert_eq!(early.offices[&EAST].told, late.offices[&EAST].told);
    assert_eq!(early.offices[&EAST].state.received, late.offices[&EAST].state.received);
    assert_eq!(early.received(EAST)[0].on, Day(START.0 / crate::world::DAY));
}
