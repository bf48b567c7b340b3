//! Proposals: answers sealed from everyone until the opening window, one result for all at one time, and nothing in it of
//! who declined, kept silent, came too late or opened something else.

use channel::desk::Command as DeskCommand;
use channel::envelope::Written;
use channel::party::Command as PartyCommand;
use channel::{ActId, Blind, ProposalHandle, ProposalId, ProposalState, Refusal, SeatId, ToDesk, ToParty, Warning};

use crate::world::{CALM, DAY, EAST, NORTH, WEST, World};

const FIRST: ProposalId = ProposalId([8; 16]);
const HOUR: i64 = 3_600;

fn propose(world: &mut World, id: ProposalId, options: &[&str]) -> Vec<Warning> {
    let decision = world.does(DeskCommand::Propose {
        proposal: id,
        channel: CALM,
        options: options.iter().map(|one| (*one).to_owned()).collect(),
        reveal_at: world.now.plus_days(2),
        subject: "the crossing".to_owned(),
    });
    decision.warnings
}

fn handle(world: &World, seat: SeatId) -> ProposalHandle {
    *world.offices[&seat].state.proposals.keys().next_back().expect("a proposal")
}

fn answers(world: &mut World, seat: SeatId, takes: &[u8]) {
    let proposal = handle(world, seat);
    world.party(seat, PartyCommand::Answer { proposal, takes: takes.to_vec() });
}

fn common(world: &World, seat: SeatId) -> Option<Vec<u8>> {
    world.offices[&seat].state.proposals.values().next_back().expect("a proposal").common.clone()
}

#[test]
fn what_all_would_take_is_shown_to_all_at_the_time_that_was_set() {
    let mut world = World::of_three();
    propose(&mut world, FIRST, &["one", "two", "three"]);
    answers(&mut world, WEST, &[3, 1, 3]);
    answers(&mut world, EAST, &[1, 2, 3]);
    answers(&mut world, NORTH, &[3]);
    world.pass(2 * DAY - 1);
    assert_eq!([WEST, EAST, NORTH].map(|seat| common(&world, seat)), [None, None, None]);
    world.pass(1);
    assert_eq!([WEST, EAST, NORTH].map(|seat| common(&world, seat)), [Some(vec![3]), Some(vec![3]), Some(vec![3])]);
    assert_eq!(world.desk.proposal_state(&world.desk.proposals[&FIRST]), ProposalState::Revealed);
    world.check_journals();
}

#[test]
fn nobody_can_read_an_answer_before_the_opening_window_and_the_desk_neither() {
    let mut world = World::of_three();
    propose(&mut world, FIRST, &["one", "two", "three"]);
    let before = world.desk.proposals[&FIRST].clone();
    answers(&mut world, WEST, &[1, 3]);
    let answer = &world.desk.proposals[&FIRST].answers[&crate::world::WESTERN];
    assert_eq!(answer.takes, None);
    world.pass(2 * DAY - HOUR - 1);
    assert_eq!(world.desk.proposals[&FIRST].answers[&crate::world::WESTERN].takes, None);
    assert_eq!(world.desk.proposals[&FIRST].began, None);
    world.pass(1);
    assert_eq!(world.desk.proposals[&FIRST].answers[&crate::world::WESTERN].takes, Some(vec![1, 3]));
    assert_eq!(before.reveal_at.0 - before.opens_at.0, HOUR);
    // Another who takes the same commits to it in other bytes: the blind is the office's own, the handle is the seat's.
    let of = |seat| {
        let blind = Blind([1; 32]);
        channel::sealed::to_answer(handle(&world, seat), world.handle(seat), &[1, 3], &blind)
    };
    assert_ne!(of(WEST), of(EAST));
}

/// What the east does with a proposal, that is no taking of anything that all would take.
#[derive(Clone, Copy, Debug)]
enum Conduct {
    Declines,
    NeverAnswers,
    IsGone,
    AnswersTooLate,
    OpensWrongly,
    NeverOpens,
    TakesWhatNobodyElseDoes,
}

/// The letters that an office was told, each with the second at which it came.
type Told = Vec<(i64, Vec<u8>)>;

/// Every letter that an office was told, and what it shows at the end.
fn seen(conduct: Conduct) -> Vec<(SeatId, Told, String)> {
    let mut world = World::of_three();
    propose(&mut world, FIRST, &["one", "two", "three"]);
    let east = handle(&world, EAST);
    let commits = |world: &mut World, blind: u8| {
        let commitment = channel::sealed::to_answer(east, world.handle(EAST), &[1], &Blind([blind; 32]));
        world.cut.insert(EAST);
        let answer = ToDesk::Answer { act: ActId([1; 16]), proposal: east, commitment };
        world.smuggle(EAST, &answer).expect("a commitment is taken");
    };
    answers(&mut world, WEST, &[1, 2]);
    answers(&mut world, NORTH, &[1]);
    match conduct {
        Conduct::Declines => answers(&mut world, EAST, &[]),
        Conduct::TakesWhatNobodyElseDoes => answers(&mut world, EAST, &[3]),
        Conduct::IsGone => drop(world.cut.insert(EAST)),
        Conduct::NeverOpens | Conduct::OpensWrongly => commits(&mut world, 3),
        Conduct::NeverAnswers | Conduct::AnswersTooLate => {}
    }
    let mut letters: Vec<(SeatId, Told)> = vec![(WEST, Vec::new()), (NORTH, Vec::new())];
    for _ in 0..(3 * 24 * 4) {
        world.pass(HOUR / 4);
        if matches!(conduct, Conduct::OpensWrongly) && world.desk.proposals[&FIRST].began == Some(world.now) {
            let (takes, blind) = (vec![2], Blind([3; 32]));
            let opens = ToDesk::OpenAnswer { act: ActId([2; 16]), proposal: east, takes, blind };
            world.smuggle(EAST, &opens).expect("a letter that makes no sense here is passed over");
        }
        if matches!(conduct, Conduct::AnswersTooLate) && world.now.0 - world.desk.proposals[&FIRST].reveal_at.0 == HOUR
        {
            let late = PartyCommand::Answer { proposal: east, takes: vec![1] };
            assert_eq!(world.try_party(EAST, late), Err(Refusal::AnswersClosed));
        }
        for (seat, seen) in &mut letters {
            let told = &world.offices[seat].told;
            seen.extend(told.iter().skip(seen.len()).map(|letter| (world.now.0, letter.clone())));
        }
    }
    letters.into_iter().map(|(seat, told)| (seat, told, format!("{:?}", world.offices[&seat].state))).collect()
}

#[test]
fn declined_lapsed_opened_wrongly_and_never_answered_are_one_and_the_same_to_the_others() {
    let declined = seen(Conduct::Declines);
    let revealed = |letters: &[(i64, Vec<u8>)]| {
        letters.iter().filter(|(_, bytes)| matches!(ToParty::decode(bytes), Ok(ToParty::Revealed { .. }))).count()
    };
    assert!(declined.iter().all(|(_, letters, _)| revealed(letters) == 1));
    for conduct in [
        Conduct::NeverAnswers,
        Conduct::IsGone,
        Conduct::AnswersTooLate,
        Conduct::OpensWrongly,
        Conduct::NeverOpens,
        Conduct::TakesWhatNobodyElseDoes,
    ] {
        assert!(seen(conduct) == declined, "{conduct:?} can be told from declining: in bytes, times or what is shown");
    }
}

#[test]
fn an_office_that_was_locked_until_the_window_opens_its_answer_within_it() {
    let mut world = World::of_three();
    propose(&mut world, FIRST, &["one", "two"]);
    for seat in [WEST, EAST, NORTH] {
        answers(&mut world, seat, &[2]);
    }
    world.cut.insert(EAST);
    world.pass(2 * DAY - HOUR / 2);
    world.cut.clear();
    world.pass(HOUR / 2);
    assert_eq!(common(&world, WEST), Some(vec![2]));
}

#[test]
fn a_desk_that_was_closed_at_the_time_gives_offices_the_whole_window_before_the_one_result() {
    let mut world = World::of_three();
    propose(&mut world, FIRST, &["one", "two"]);
    answers(&mut world, WEST, &[1]);
    // Nothing ticks while the desk is closed.
    world.now = world.now.plus_days(9);
    world.tick();
    let began = world.desk.proposals[&FIRST].began.expect("it began when the desk came back");
    assert_eq!(began, world.now);
    assert_eq!(common(&world, WEST), None);
    world.pass(HOUR - 1);
    assert_eq!(common(&world, WEST), None);
    world.pass(1);
    assert_eq!([WEST, EAST, NORTH].map(|seat| common(&world, seat)), [Some(vec![]), Some(vec![]), Some(vec![])]);
}

#[test]
fn there_is_one_result_ever() {
    let mut world = World::new();
    propose(&mut world, FIRST, &["one"]);
    answers(&mut world, WEST, &[1]);
    answers(&mut world, EAST, &[1]);
    world.pass(2 * DAY);
    let told = |world: &World| world.offices[&WEST].told.len();
    let once = told(&world);
    world.pass(30 * DAY);
    world.tick();
    assert_eq!((told(&world), common(&world, WEST)), (once, Some(vec![1])));
    let again = PartyCommand::Answer { proposal: handle(&world, WEST), takes: vec![] };
    assert_eq!(world.try_party(WEST, again), Err(Refusal::AlreadyAnswered));
}

#[test]
fn an_answer_is_given_once_and_to_options_that_are_there() {
    let mut world = World::new();
    propose(&mut world, FIRST, &["one", "two"]);
    let proposal = handle(&world, WEST);
    let answer = |takes: &[u8]| PartyCommand::Answer { proposal, takes: takes.to_vec() };
    assert_eq!(world.try_party(WEST, answer(&[3])), Err(Refusal::UnknownOption));
    assert_eq!(world.try_party(WEST, answer(&[0])), Err(Refusal::UnknownOption));
    answers(&mut world, WEST, &[2]);
    assert_eq!(world.try_party(WEST, answer(&[1])), Err(Refusal::AlreadyAnswered));
    let unknown = PartyCommand::Answer { proposal: ProposalHandle([0; 16]), takes: vec![] };
    assert_eq!(world.try_party(WEST, unknown), Err(Refusal::UnknownProposal));
}

#[test]
fn another_option_is_another_proposal_and_the_desk_is_told_how_many_there_were() {
    let mut world = World::new();
    assert!(propose(&mut world, FIRST, &["one"]).is_empty());
    let again = DeskCommand::Propose {
        proposal: FIRST,
        channel: CALM,
        options: vec!["one".to_owned(), "two".to_owned()],
        reveal_at: world.now.plus_days(1),
        subject: String::new(),
    };
    assert_eq!(world.try_desk(again), Err(Refusal::IdTaken));
    assert_eq!(propose(&mut world, ProposalId([2; 16]), &["one", "two"]), [Warning::Probing(1)]);
    assert_eq!(propose(&mut world, ProposalId([3; 16]), &["two", "three"]), [Warning::Probing(2)]);
    let numbers: Vec<u32> = world.offices[&EAST].state.proposals.values().map(|one| one.in_channel).collect();
    assert_eq!(numbers.iter().copied().collect::<std::collections::BTreeSet<_>>(), [1, 2, 3].into());
}

#[test]
fn an_answer_within_the_window_counts_and_after_the_time_none_does() {
    let mut world = World::new();
    propose(&mut world, FIRST, &["one"]);
    answers(&mut world, WEST, &[1]);
    world.pass(2 * DAY - HOUR / 2);
    answers(&mut world, EAST, &[1]);
    world.pass(HOUR / 2);
    assert_eq!(common(&world, WEST), Some(vec![1]));
}
