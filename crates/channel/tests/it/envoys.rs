//! Who speaks: mandates, countersigns, revocations, and what the offices of one party know of each other.

use channel::desk::Command as DeskCommand;
use channel::party::Command as PartyCommand;
use channel::{
    Act, ActId, ChannelId, Content, Disposition, ItemState, Label, NoteId, PairId, PairState, PartyId, QuestionId,
    Refusal, STATUS_BLOCK, SeatId, Thing, ToDesk, Waiting,
};

use crate::world::{CALM, EAST, EASTERN, WEST, WESTERN, World, item};

const ENVOY: SeatId = SeatId(8);
const OTHER_ENVOY: SeatId = SeatId(9);

fn appoint(world: &World, envoy: &str, may: &[Act], countersign: bool) -> PartyCommand {
    PartyCommand::Appoint {
        envoy: envoy.to_owned(),
        title: "Secretary".to_owned(),
        channels: vec![world.handle(EAST)],
        may: may.to_vec(),
        until: Some(world.now.plus_days(10)),
        countersign,
    }
}

/// East with an envoy's office; the mandate is given before or after the office is enrolled.
fn with_envoy(may: &[Act], countersign: bool, enrolled_first: bool) -> World {
    let mut world = World::new();
    if enrolled_first {
        world.enrol(ENVOY, EASTERN, Some("larijani"));
        assert!(world.offices[&ENVOY].state.channels.is_empty());
    }
    let command = appoint(&world, "larijani", may, countersign);
    world.party(EAST, command);
    if !enrolled_first {
        world.enrol(ENVOY, EASTERN, Some("larijani"));
    }
    world
}

#[test]
fn an_envoy_speaks_within_its_mandate() {
    for enrolled_first in [true, false] {
        let mut world = with_envoy(&[Act::Lodge], false, enrolled_first);
        assert_eq!(
            world.offices[&ENVOY].state.mandate.as_ref().map(|own| own.mandate.title.as_str()),
            Some("Secretary")
        );
        world.lodges(ENVOY, 1, "From the secretary.");
        // The principal has a copy, and may take it back.
        assert!(world.knows(EAST, "From the secretary."));
        assert_eq!(world.offices[&EAST].state.items[&item(1)].lodging.channel, world.handle(EAST));
        world.party(EAST, PartyCommand::Recall { item: item(1) });
        assert_eq!((world.at_author(ENVOY, 1), world.at_author(EAST, 1)), (ItemState::Recalled, ItemState::Recalled));

        world.conveys(WEST, 2, "To the east.");
        let conveyed = world.last_received(ENVOY);
        let dispose = PartyCommand::Dispose { conveyed, disposition: Disposition::Noted };
        assert_eq!(world.try_party(ENVOY, dispose.clone()), Err(Refusal::NotMandated));
        assert!(world.board(ENVOY).is_empty());
        // A program that asks no leave of itself is refused by the desk.
        let act = ActId([0xEE; 16]);
        world.smuggle(ENVOY, &ToDesk::Dispose { act, conveyed, disposition: Disposition::Noted }).expect("answered");
        assert_eq!(world.offices[&ENVOY].state.refused[&act], Refusal::NotMandated);
        assert!(world.desk.items[&item(2)].dispositions.is_empty());

        let wider = appoint(&world, "larijani", &[Act::Lodge, Act::Dispose], false);
        world.party(EAST, wider);
        world.party(ENVOY, dispose);
        assert!(world.board(EAST).is_empty());
        let kin = &world.received(EAST)[0].dispositions[0];
        assert_eq!(kin.by, channel::party::Author::Envoy("larijani".into()));
        world.pass(11 * crate::world::DAY);
        let lodging = world.lodging(ENVOY, 3, "Late.");
        assert_eq!(world.try_party(ENVOY, PartyCommand::Lodge(lodging)), Err(Refusal::MandateOver));
        world.check_journals();
    }
}

#[test]
fn an_office_sees_only_the_channels_that_it_is_mandated_for() {
    let mut world = with_envoy(&[Act::Lodge], false, true);
    let other = ChannelId([8; 16]);
    let (name, parties) = ("prisoners".to_owned(), vec![WESTERN, EASTERN]);
    world.does(DeskCommand::OpenChannel { channel: other, name, parties, status: STATUS_BLOCK.to_vec() });
    assert_eq!(world.offices[&EAST].state.channels.len(), 2);
    assert_eq!(world.offices[&ENVOY].state.channels.len(), 1);
    assert!(!world.knows(ENVOY, "prisoners"));
    world.does(DeskCommand::SetLabel { party: EASTERN, other: WESTERN, label: "the other capital".into() });
    assert_eq!(world.offices[&ENVOY].told.len() + 1, world.offices[&EAST].told.len());
    let handle = world.offices[&WEST].state.channels.iter().find(|(_, one)| one.name == "prisoners");
    let mut lodging = world.lodging(WEST, 1, "About prisoners.");
    lodging.channel = *handle.expect("the channel is there").0;
    world.party(WEST, PartyCommand::Lodge(lodging));
    world.does(World::render(1, "About prisoners.", Label::Verbatim));
    world.does(World::release(1));
    assert_eq!(world.words(EAST), ["About prisoners."]);
    assert!(!world.knows(ENVOY, "prisoners"));
    world.check_journals();
}

#[test]
fn the_principal_countersigns_where_the_mandate_asks_for_it() {
    let mut world = with_envoy(Act::ALL, true, true);
    world.lodges(ENVOY, 1, "Countersign this.");
    assert_eq!(world.at_desk(1), ItemState::AwaitingCountersign);
    assert_eq!(world.at_author(ENVOY, 1), ItemState::AwaitingCountersign);
    assert_eq!(world.at_author(EAST, 1), ItemState::AwaitingCountersign);
    assert_eq!(world.board(EAST), [Thing::Item(item(1))]);
    let render = World::render(1, "Countersign this.", Label::Verbatim);
    assert_eq!(world.try_desk(render.clone()), Err(Refusal::AwaitingCountersign));
    assert_eq!(world.try_party(ENVOY, PartyCommand::Countersign { item: item(1) }), Err(Refusal::PrincipalOnly));
    let act = ActId([0xEE; 16]);
    world.smuggle(ENVOY, &ToDesk::Countersign { act, item: item(1) }).expect("answered");
    assert_eq!(world.at_desk(1), ItemState::AwaitingCountersign);
    world.party(EAST, PartyCommand::Countersign { item: item(1) });
    assert_eq!((world.at_desk(1), world.at_author(ENVOY, 1)), (ItemState::Lodged, ItemState::Lodged));
    world.does(render);
    world.does(World::release(1));
    assert_eq!(world.words(WEST), ["Countersign this."]);
    // What waits for a countersign takes nobody's place yet.
    world.lodges(EAST, 2, "Ours.");
    let mut lodging = world.lodging(ENVOY, 3, "Mine.");
    lodging.supersedes = Some(item(2));
    assert_eq!(world.try_party(ENVOY, PartyCommand::Lodge(lodging)), Err(Refusal::UnknownItem));
    world.lodges(ENVOY, 4, "Mine.");
    world.party(EAST, PartyCommand::Countersign { item: item(4) });
    let mut lodging = world.lodging(ENVOY, 5, "Mine again.");
    lodging.supersedes = Some(item(4));
    world.party(ENVOY, PartyCommand::Lodge(lodging));
    assert_eq!(world.at_desk(4), ItemState::Lodged);
    world.party(EAST, PartyCommand::Countersign { item: item(5) });
    assert_eq!(world.at_desk(4), ItemState::Voided);
    world.check_journals();
}

#[test]
fn what_a_revoked_envoy_sent_late_is_held() {
    let mut world = with_envoy(Act::ALL, false, true);
    world.cut.insert(ENVOY);
    world.conveys(WEST, 9, "On its way to the envoy too.");
    world.lodges(ENVOY, 1, "Sent while cut off.");
    world.party(EAST, PartyCommand::Revoke { envoy: "larijani".into() });
    world.cut.clear();
    world.settle();
    assert_eq!((world.at_desk(1), world.at_author(ENVOY, 1)), (ItemState::Held, ItemState::Held));
    assert!(!world.knows(ENVOY, "On its way"));
    let board = world.desk.outstanding(world.now);
    assert_eq!(board.iter().map(|one| one.what).collect::<Vec<_>>(), [Waiting::Admission]);
    let render = World::render(1, "Sent while cut off.", Label::Verbatim);
    assert_eq!(world.try_desk(render.clone()), Err(Refusal::Held));
    let lodging = world.lodging(ENVOY, 2, "Sent after.");
    assert_eq!(world.try_party(ENVOY, PartyCommand::Lodge(lodging)), Err(Refusal::Revoked));
    assert_eq!(world.try_desk(DeskCommand::Admit { item: item(9) }), Err(Refusal::NotHeld));
    world.does(DeskCommand::Admit { item: item(1) });
    world.does(render);
    world.does(World::release(1));
    assert_eq!(world.words(WEST), ["Sent while cut off."]);
    assert_eq!(world.at_author(EAST, 1), ItemState::Conveyed);
    // Who is not mandated any more does not follow what is done in the party's name.
    assert_eq!(world.at_author(ENVOY, 1), ItemState::Lodged);
    world.check_journals();
}

#[test]
fn what_was_held_is_countersigned_where_the_mandate_asked_for_it() {
    let mut world = with_envoy(Act::ALL, true, true);
    world.cut.insert(ENVOY);
    world.lodges(ENVOY, 1, "Sent while cut off.");
    world.party(EAST, PartyCommand::Revoke { envoy: "larijani".into() });
    world.cut.clear();
    world.settle();
    assert_eq!(world.at_desk(1), ItemState::Held);
    world.does(DeskCommand::Admit { item: item(1) });
    assert_eq!(
        (world.at_desk(1), world.at_author(EAST, 1)),
        (ItemState::AwaitingCountersign, ItemState::AwaitingCountersign)
    );
    let render = World::render(1, "Sent while cut off.", Label::Verbatim);
    assert_eq!(world.try_desk(render.clone()), Err(Refusal::AwaitingCountersign));
    world.party(EAST, PartyCommand::Countersign { item: item(1) });
    world.does(render);
    world.does(World::release(1));
    assert_eq!(world.words(WEST), ["Sent while cut off."]);
    world.check_journals();
}

#[test]
fn the_offices_of_a_party_do_not_do_a_thing_twice() {
    let mut world = with_envoy(Act::ALL, false, true);
    world.enrol(OTHER_ENVOY, EASTERN, Some("araghchi"));
    let command = appoint(&world, "araghchi", Act::ALL, false);
    world.party(EAST, command);
    world.conveys(WEST, 1, "To the east.");
    for seat in [EAST, ENVOY, OTHER_ENVOY] {
        assert_eq!(world.words(seat), ["To the east."]);
    }
    let mut answer = world.lodging(ENVOY, 2, "From the secretary.");
    answer.answers = Some(world.last_received(ENVOY));
    answer.approve = true;
    world.party(ENVOY, PartyCommand::Lodge(answer));
    for seat in [EAST, ENVOY, OTHER_ENVOY] {
        assert!(world.board(seat).is_empty(), "{seat}");
    }
    assert!(!world.knows(OTHER_ENVOY, "From the secretary."));
    let answers = world.offices[&EAST].state.items[&item(2)].lodging.answers;
    assert_eq!(answers, Some(world.last_received(EAST)));
    world.does(World::render(2, "The secretary says so.", Label::Gist));
    assert_eq!((world.board(EAST), world.board(ENVOY)), (vec![Thing::Item(item(2))], vec![Thing::Item(item(2))]));
    world.party(EAST, PartyCommand::Approve { item: item(2) });
    assert!(world.board(ENVOY).is_empty());
    assert_eq!(world.try_party(ENVOY, PartyCommand::Approve { item: item(2) }), Err(Refusal::AlreadyDecided));
    let question = QuestionId([4; 16]);
    world.does(World::ask(question, EASTERN, "Why?"));
    world.party(OTHER_ENVOY, PartyCommand::Reply { question, text: "Because.".into() });
    assert_eq!(world.offices[&EAST].state.open_questions(world.now).count(), 0);
    world.check_journals();
}

#[test]
fn what_one_office_hands_back_unread_is_gone_from_the_others_of_its_party_too() {
    let mut world = with_envoy(Act::ALL, false, true);
    world.conveys(WEST, 1, "To the east.");
    let conveyed = world.last_received(EAST);
    world.party(EAST, PartyCommand::Dispose { conveyed, disposition: Disposition::ReturnedUnread });
    for seat in [EAST, ENVOY] {
        let received = world.received(seat);
        assert_eq!(received[0].state_at(world.now), ItemState::Erased, "{seat}");
        assert_eq!((received[0].conveyance.wording.words.as_str(), received[0].dispositions.len()), ("", 1));
    }
    world.check_journals();
}

/// A desk that was put back hears the act again and tells it again.
#[test]
fn what_kin_did_is_told_once_however_often_it_comes() {
    let mut world = with_envoy(Act::ALL, false, true);
    world.conveys(WEST, 1, "To the east.");
    let conveyed = world.last_received(EAST);
    world.party(EAST, PartyCommand::Dispose { conveyed, disposition: Disposition::Noted });
    let told = channel::ToParty::KinDisposed {
        envoy: None,
        conveyed: world.last_received(ENVOY),
        disposition: Disposition::Noted,
    };
    let state = &mut world.offices.get_mut(&ENVOY).expect("it is there").state;
    let decision = channel::party::decide(state, channel::party::Input::Letter(told), world.now).expect("makes sense");
    decision.events.iter().for_each(|event| channel::party::evolve(state, event));
    assert_eq!(world.received(ENVOY)[0].dispositions.len(), 1);
}

#[test]
fn only_the_principal_appoints_and_nobody_speaks_for_another_party() {
    let mut world = with_envoy(Act::ALL, false, true);
    let command = appoint(&world, "cousin", Act::ALL, false);
    assert_eq!(world.try_party(ENVOY, command), Err(Refusal::PrincipalOnly));
    assert_eq!(world.try_party(EAST, PartyCommand::Revoke { envoy: "nobody".into() }), Err(Refusal::UnknownEnvoy));
    world.lodges(WEST, 1, "Ours.");
    let act = ActId([0xEE; 16]);
    world.smuggle(EAST, &ToDesk::Recall { act, item: item(1) }).expect("answered");
    assert_eq!(world.offices[&EAST].state.refused[&act], Refusal::UnknownItem);
    assert_eq!(world.at_desk(1), ItemState::Lodged);
    world.lodges(ENVOY, 2, "Hers.");
    world.lodges(EAST, 3, "The principal's.");
    let act = ActId([0xEF; 16]);
    world.smuggle(ENVOY, &ToDesk::Recall { act, item: item(3) }).expect("answered");
    assert_eq!(world.offices[&ENVOY].state.refused[&act], Refusal::NotYours);
    let mut lodging = world.lodging(ENVOY, 4, "In its place.");
    lodging.supersedes = Some(item(3));
    let act = ActId([0xF0; 16]);
    world.smuggle(ENVOY, &ToDesk::Lodge { act, lodging }).expect("answered");
    assert_eq!(world.offices[&ENVOY].state.refused[&act], Refusal::NotYours);
    assert_eq!(world.at_desk(3), ItemState::Lodged);
    assert_eq!(
        world.try_desk(DeskCommand::Enrol {
            seat: SeatId(77),
            party: PartyId(77),
            envoy: None,
            key: channel::SeatKey([77; 32]),
        }),
        Err(Refusal::UnknownParty)
    );
    world.check_journals();
}

#[test]
fn a_new_office_takes_the_place_of_a_lost_one() {
    let mut world = World::new();
    world.cut.insert(EAST);
    world.conveys(WEST, 1, "To the lost office.");
    world.enrol(SeatId(5), EASTERN, None);
    assert!(world.words(SeatId(5)).is_empty());
    // It is with nobody: an officer may release it again.
    world.does(World::release(1));
    assert_eq!(world.words(SeatId(5)), ["To the lost office."]);
    let letter = ToDesk::Recall { act: ActId([0xEE; 16]), item: item(1) };
    assert_eq!(world.smuggle(EAST, &letter), Err(Refusal::UnknownSeat));
}

/// What came while no mandate covered it is shown to an envoy that is appointed anew: in a channel that it knows too.
#[test]
fn an_envoy_that_is_appointed_anew_is_shown_what_is_open() {
    let mut world = with_envoy(&[Act::Lodge], false, true);
    let (channel, to) = (CALM, vec![]);
    let offer = channel::OfferId([1; 16]);
    world.does(DeskCommand::Offer { offer, channel, text: "We are ready.".into(), to, lapses: None });
    let (readout, concerns) = (channel::ReadoutId([2; 16]), vec![EASTERN]);
    let (text, mentions) = ("A draft.".into(), vec![]);
    world.does(DeskCommand::Draft { readout, text, concerns, mentions, channel: Some(channel) });
    let question = QuestionId([4; 16]);
    world.does(World::ask(question, EASTERN, "Until when?"));
    world.does(DeskCommand::Table { text: channel::TextId([3; 16]), channel, words: "Both withdraw.".into() });
    let shown = |world: &World| {
        let office = &world.offices[&ENVOY].state;
        [office.offers.len(), office.readouts.len(), office.questions.len(), office.texts.len()]
    };
    assert_eq!(shown(&world), [0; 4], "its mandate covers none of it");
    let wider = appoint(&world, "larijani", Act::ALL, false);
    world.party(EAST, wider);
    assert_eq!(shown(&world), [1; 4]);
    // And what its kin says of it makes sense to it.
    world.party(EAST, PartyCommand::Reply { question, text: "Until spring.".into() });
    world.does(DeskCommand::WithdrawReadout { readout });
    world.check_journals();
}

#[test]
fn what_was_to_be_replaced_and_was_not_is_not_replaced() {
    let mut world = with_envoy(Act::ALL, true, true);
    world.lodges(ENVOY, 1, "Mine.");
    world.party(EAST, PartyCommand::Countersign { item: item(1) });
    let mut second = world.lodging(ENVOY, 2, "Mine again.");
    second.supersedes = Some(item(1));
    world.party(ENVOY, PartyCommand::Lodge(second.clone()));
    world.does(DeskCommand::Return { item: item(2), reason: "Nobody countersigned it.".into() });
    assert_eq!(world.at_desk(1), ItemState::Lodged);
    second.item = item(3);
    world.party(ENVOY, PartyCommand::Lodge(second));
    world.party(EAST, PartyCommand::Countersign { item: item(3) });
    assert_eq!(world.at_desk(1), ItemState::Voided);
    world.check_journals();
}

/// What was said under seal before a revocation is not opened after it: the desk had not its words.
#[test]
fn what_a_revoked_envoy_declared_is_not_opened_and_ends_the_pair() {
    let mut world = with_envoy(&[Act::Lodge], false, true);
    world.does(DeskCommand::Pair { pair: PairId([9; 16]), channel: CALM, lapses: None });
    let declare = |world: &World, seat, number, text: &str| PartyCommand::Declare {
        item: item(number),
        channel: world.handle(seat),
        content: Content::new(text, world.now.plus_days(30)),
        pair: None,
    };
    let envoys = declare(&world, ENVOY, 1, "ENVOYS");
    world.party(ENVOY, envoys);
    world.party(EAST, PartyCommand::Revoke { envoy: "larijani".to_owned() });
    let wests = declare(&world, WEST, 2, "WESTS");
    world.party(WEST, wests);
    assert_eq!(world.desk.pair_state(&world.desk.pairs[&PairId([9; 16])]), PairState::NotCompleted);
    assert!(!format!("{:?}", world.desk).contains("ENVOYS"));
    assert!(!world.knows(WEST, "ENVOYS") && !world.knows(EAST, "WESTS"));
    world.check_journals();
}

#[test]
fn a_revoked_envoy_is_told_neither_what_is_said_in_public_nor_what_the_desk_has_at_stake() {
    let mut world = with_envoy(&[Act::Lodge], false, true);
    world.conveys(WEST, 1, "Calm.");
    assert_eq!(world.received(ENVOY).len(), 1);
    world.party(EAST, PartyCommand::Revoke { envoy: "larijani".to_owned() });
    let told = world.offices[&ENVOY].told.len();
    let (note, items, occasion) = (NoteId([1; 16]), vec![item(1)], "at the summit".to_owned());
    world.does(DeskCommand::Disclose { note, items, occasion });
    world.does(DeskCommand::DeclareInterest { words: "We sell grain.".to_owned() });
    assert_eq!(world.offices[&ENVOY].told.len(), told);
    assert!(world.knows(EAST, "at the summit") && world.knows(EAST, "We sell grain."));
}

/// The same of an answer to a proposal: it counts as not given.
#[test]
fn what_a_revoked_envoy_answered_under_seal_does_not_count() {
    for revoked in [false, true] {
        let mut world = with_envoy(&[Act::Answer], false, true);
        let (proposal, reveal_at) = (channel::ProposalId([8; 16]), world.now.plus_days(2));
        let (options, subject) = (vec!["one".to_owned(), "two".to_owned()], String::new());
        world.does(DeskCommand::Propose { proposal, channel: CALM, options, reveal_at, subject });
        for seat in [WEST, ENVOY] {
            let proposal = *world.offices[&seat].state.proposals.keys().next().expect("the proposal");
            world.party(seat, PartyCommand::Answer { proposal, takes: vec![2] });
        }
        if revoked {
            world.party(EAST, PartyCommand::Revoke { envoy: "larijani".to_owned() });
        }
        world.pass(2 * crate::world::DAY + 2);
        let (common, _) = world.desk.proposals[&proposal].revealed.clone().expect("it is revealed");
        assert_eq!(common, if revoked { vec![] } else { vec![2] });
    }
}
