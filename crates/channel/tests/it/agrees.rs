//! What the machines do is what the plain model of the practice does: the same acts are done, the same refused, for one of
//! the rules that they break, and everything stands alike at the desk and in every office, after every step.

use std::collections::BTreeSet;

use channel::party::Command as PartyCommand;
use channel::{ConveyedId, ItemId, ItemState, OfferState, ProposalState, ReadoutState, Refusal, SeatId};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::model::{Author, Invoked, Leave, Model};
use crate::steps::{
    DESK_KINDS, ENVOY, PARTIES, PARTY_KINDS, SEATS, Step, desk_kind, offer_at, pair_at, party_kind, proposal_at, quiet,
    readout_at, text_at,
};
use crate::world::{World, item};

/// What was conveyed to an office, by its name there instead of by the number of the item.
pub(crate) fn named(world: &World, seat: SeatId, command: &PartyCommand) -> PartyCommand {
    let name = |had: ConveyedId| world.desk.conveyed_as(seat, ItemId(had.0)).unwrap_or(had);
    let mut command = command.clone();
    match &mut command {
        PartyCommand::Lodge(lodging) => lodging.answers = lodging.answers.map(name),
        PartyCommand::Dispose { conveyed, .. } | PartyCommand::Read { conveyed } => *conveyed = name(*conveyed),
        PartyCommand::Erase { conveyed: Some(conveyed), .. } => *conveyed = name(*conveyed),
        _ => {}
    }
    command
}

/// What came of an act, and what the model says.
fn meets(what: &str, did: Result<(), Refusal>, broken: &[Refusal]) {
    match did {
        Ok(()) => assert!(broken.is_empty(), "{what} was done, and breaks {broken:?}"),
        Err(refusal) => assert!(broken.contains(&refusal), "{what} was refused: {refusal:?}; it breaks {broken:?}"),
    }
}

/// Plays steps in the world and in the model, and says which kinds of acts were done.
fn play(steps: &[Step], two_officers: bool) -> BTreeSet<&'static str> {
    let mut world = World::of_play(two_officers);
    let mut model = Model::new(world.now, two_officers);
    let mut done = BTreeSet::new();
    let mut steps = steps.iter();
    while let Some(step) = steps.next() {
        match step {
            Step::Desk(officer, command) => {
                let did = world.officer(officer, (**command).clone()).map(|_| ());
                done.extend(did.is_ok().then(|| desk_kind(command)));
                meets(&format!("{command:?}"), did, &model.desk(officer, command));
            }
            Step::Party(seat, command) => {
                let did = world.try_party(*seat, named(&world, *seat, command)).map(|_| ());
                done.extend(did.is_ok().then(|| party_kind(command)));
                meets(&format!("{seat} {command:?}"), did, &model.party(*seat, command));
            }
            Step::Pass(seconds) => {
                world.pass(*seconds);
                model.pass(*seconds);
            }
            // Lines are cut in one scene alone: an envoy lodges, and is revoked before that has come.
            Step::Cut(seat) => {
                world.cut.insert(*seat);
                let (Some(Step::Party(ENVOY, lodge)), Some(Step::Party(by, revoke))) = (steps.next(), steps.next())
                else {
                    unreachable!("a scene")
                };
                let lodged = world.try_party(ENVOY, named(&world, ENVOY, lodge)).map(|_| ());
                let revoked = world.try_party(*by, (**revoke).clone()).map(|_| ());
                world.cut.clear();
                world.settle();
                let PartyCommand::Lodge(lodging) = &**lodge else { unreachable!("a scene") };
                let (lodges, revokes) = model.lodges_late(lodging);
                meets(&format!("late {lodging:?}"), lodged, &lodges);
                meets("a revocation", revoked, &revokes);
            }
            Step::Mend | Step::Stray { .. } => {}
        }
        agree(&model, &world);
    }
    world.check_journals();
    done
}

fn number(item: ItemId) -> u8 {
    item.0[0]
}

/// Everything stands in the world as it does in the model.
fn agree(model: &Model, world: &World) {
    assert_eq!(world.now, model.now);
    items(model, world);
    matters(model, world);
    for seat in SEATS {
        office_items(model, world, seat);
        office_matters(model, world, seat);
    }
}

fn items(model: &Model, world: &World) {
    let (desk, now) = (&world.desk, world.now);
    assert!(desk.items.keys().copied().map(number).eq(model.items.keys().copied()), "the desk's items");
    for (id, should) in &model.items {
        let is = &desk.items[&item(*id)];
        assert_eq!(is.state_at(now), should.state(now), "item {id}");
        assert_eq!(is.superseded_by.map(number), should.superseded, "item {id}: superseded");
        assert_eq!(is.is_unconfirmed(), should.author == Author::Told, "item {id}: told");
        assert_eq!(is.same_as.map(number), should.same_as, "item {id}: the same");
        assert_eq!(is.to, should.to, "item {id}: addressees");
        let leave = match is.leave {
            channel::desk::Leave::NotAsked => Leave::NotAsked,
            channel::desk::Leave::Asked => Leave::Asked,
            channel::desk::Leave::Given => Leave::Decided(true),
            channel::desk::Leave::Withheld => Leave::Decided(false),
        };
        assert_eq!(leave, should.leave, "item {id}: leave");
        let with: BTreeSet<SeatId> = is
            .conveyances
            .iter()
            .filter(|sent| sent.called && !sent.withdrawn)
            .map(|sent| sent.dispatch.seat)
            .collect();
        assert_eq!(with, should.with, "item {id}: with whom it is");
        let alike: BTreeSet<u8> = is.resembles.keys().copied().map(number).collect();
        assert_eq!(alike, should.alike, "item {id}: alike");
        let pending: Vec<u8> = is.pending_invocations().map(|one| one.condition).collect();
        let should_be = should.invoked.iter().filter(|(_, one)| **one == Invoked::Pending).map(|(one, _)| *one);
        assert_eq!(pending.into_iter().collect::<BTreeSet<_>>(), should_be.collect(), "item {id}: invocations");
        assert_eq!(is.pending_corrections().count(), should.pending_corrections().count(), "item {id}: corrections");
        if should.erased {
            assert_eq!(is.content, is.content.erased(), "item {id}: its words");
            continue;
        }
        assert_eq!(is.content.text, should.content.text, "item {id}: its text");
        for party in PARTIES {
            let words = is.current(party).map(|one| (&one.wording.words, one.wording.label, &one.wording.conditions));
            let should_be = should.current(party).map(|one| (&one.words.words, one.words.label, &one.words.conditions));
            assert_eq!(words, should_be, "item {id}: the words for {party}");
        }
    }
}

fn matters(model: &Model, world: &World) {
    let desk = &world.desk;
    assert_eq!(desk.pairs.len(), model.pairs.len());
    for (pair, should) in desk.pairs.values().zip(model.pairs.values()) {
        assert_eq!(desk.pair_state(pair), should.state(), "a pair");
        // What was taken back before all had lodged theirs has made room.
        let counts = |item: u8| should.was_asked() || model.items[&item].state(world.now) == ItemState::Lodged;
        let declared = pair.declared.iter().map(|(party, one)| (*party, (one.seat, number(one.item), one.opened)));
        let declared: Vec<_> = declared.filter(|(_, (_, item, _))| counts(*item)).collect();
        let should_be = should.declared.clone().into_iter().filter(|(_, (_, item, _))| counts(*item));
        assert!(declared.into_iter().eq(should_be), "{pair:?}, {should:?}");
    }
    assert_eq!(desk.proposals.len(), model.proposals.len());
    for (proposal, should) in desk.proposals.values().zip(model.proposals.values()) {
        let state = match (&should.common, model.closed) {
            (Some(_), _) => ProposalState::Revealed,
            (None, true) => ProposalState::Voided,
            (None, false) => ProposalState::Open,
        };
        assert_eq!(desk.proposal_state(proposal), state);
        assert_eq!(proposal.revealed.as_ref().map(|(common, _)| common), should.common.as_ref());
    }
    assert_eq!(desk.questions.len(), model.questions.len());
    for (question, should) in desk.questions.values().zip(model.questions.values()) {
        assert_eq!(question.reply.is_some(), should.reply.is_some());
    }
    assert_eq!(desk.offers.len(), model.offers.len());
    for (offer, should) in desk.offers.values().zip(model.offers.values()) {
        assert_eq!(offer.to, should.to);
        for party in PARTIES {
            let taken_up = offer.answers.get(&party).map(|(_, taken_up, _)| *taken_up);
            assert_eq!(taken_up, should.answers.get(&party).copied());
        }
    }
    assert_eq!(desk.readouts.len(), model.readouts.len());
    for (readout, should) in desk.readouts.values().zip(model.readouts.values()) {
        let cleared = readout.clearances.iter().map(|(party, one)| (*party, one.cleared));
        assert!(cleared.eq(should.cleared.clone()));
        assert_eq!((readout.revision, &readout.concerns), (should.revision, &should.concerns));
        assert_eq!((readout.published.is_some(), readout.withdrawn), (should.published, should.withdrawn));
    }
    assert_eq!(desk.texts.len(), model.texts.len());
    for (text, should) in desk.texts.values().zip(model.texts.values()) {
        assert_eq!(text.versions.len(), should.versions as usize);
        let comments = text.comments.iter().map(|one| (one.party, one.version));
        assert!(comments.eq(should.comments.iter().copied()));
    }
}

fn office_items(model: &Model, world: &World, seat: SeatId) {
    let (office, should, now) = (&world.offices[&seat].state, &model.offices[&seat], world.now);
    assert!(office.items.keys().copied().map(number).eq(should.own.keys().copied()), "the items of {seat}");
    for (id, should) in &should.own {
        let is = &office.items[&item(*id)];
        assert_eq!(is.state_at(now), should.state(now), "item {id} at {seat}");
        assert_eq!(is.superseded_by.map(number), should.superseded, "item {id} at {seat}: superseded");
        assert_eq!(is.is_to_confirm(), should.to_confirm, "item {id} at {seat}: to confirm");
        assert_eq!(is.undecided().next().is_some(), should.undecided(), "item {id} at {seat}: words put to it");
        let invoked: BTreeSet<u8> = is.invocations.iter().map(|one| one.condition).collect();
        assert_eq!(invoked, should.invoked, "item {id} at {seat}: invoked");
    }
    let had: BTreeSet<u8> = office.received.keys().filter_map(|id| world.desk.item_at(seat, *id)).map(number).collect();
    assert_eq!(office.received.len(), had.len(), "what {seat} has, the desk sent");
    assert!(had.iter().eq(should.had.keys()), "what {seat} has");
    for (id, one) in office.received.iter() {
        let id = world.desk.item_at(seat, *id).map(number).expect("the desk sent it");
        let had = &should.had[&id];
        assert_eq!(one.state_at(now), had.state(now, &should.own), "item {id} as {seat} has it");
        assert_eq!(one.superseded_by.is_some(), had.superseded, "item {id} as {seat} has it: superseded");
        assert_eq!(one.corrections.len(), had.corrections.len(), "item {id} as {seat} has it: corrections");
        let invoked: BTreeSet<u8> = one.invoked.iter().map(|(condition, _)| *condition).collect();
        assert_eq!(invoked, had.invoked, "item {id} as {seat} has it: invoked");
        if !had.erased {
            assert_eq!(one.conveyance.wording.words, had.words, "item {id} as {seat} has it: the words");
        }
    }
}

fn office_matters(model: &Model, world: &World, seat: SeatId) {
    let (office, should, now) = (&world.offices[&seat].state, &model.offices[&seat], world.now);
    assert_eq!(office.pairs.len(), should.pairs.len(), "pairs at {seat}");
    for (id, should) in &should.pairs {
        let is = &office.pairs[&pair_at(seat, *id)];
        assert_eq!((is.asked, is.ended), (should.asked, should.ended), "pair {id} at {seat}");
        assert_eq!(is.declared.as_ref().map(|(_, item)| number(*item)), should.declared, "pair {id} at {seat}");
    }
    assert_eq!(office.proposals.len(), should.proposals.len(), "proposals at {seat}");
    for (id, should) in &should.proposals {
        let is = &office.proposals[&proposal_at(seat, *id)];
        assert_eq!((is.answered.is_some(), &is.common), (should.answered, &should.common), "proposal {id} at {seat}");
    }
    let questions = office.questions.iter().map(|(id, one)| (id.0[0], (one.lapses, one.reply.is_some())));
    assert!(questions.eq(should.questions.clone()), "questions at {seat}");
    assert_eq!(office.offers.len(), should.offers.len(), "offers at {seat}");
    for (id, answered) in &should.offers {
        let state = match answered {
            Some(true) => OfferState::TakenUp,
            Some(false) => OfferState::Declined,
            None if now >= office.offers[&offer_at(seat, *id)].lapses => OfferState::Lapsed,
            None => OfferState::Open,
        };
        assert_eq!(office.offers[&offer_at(seat, *id)].state_at(now), state, "offer {id} at {seat}");
    }
    assert_eq!(office.readouts.len(), should.readouts.len(), "readouts at {seat}");
    for (id, should) in &should.readouts {
        let is = &office.readouts[&readout_at(seat, *id)];
        let state = match (should.withdrawn, should.published, should.cleared) {
            (true, _, _) => ReadoutState::Withdrawn,
            (_, true, _) => ReadoutState::Published,
            (_, _, Some(true)) => ReadoutState::Cleared,
            (_, _, Some(false)) => ReadoutState::ObjectedTo,
            (_, _, None) => ReadoutState::AwaitingClearance,
        };
        assert_eq!((is.state(), is.revision), (state, should.revision), "readout {id} at {seat}");
    }
    assert_eq!(office.texts.len(), should.texts.len(), "texts at {seat}");
    for (id, (versions, comments)) in &should.texts {
        let is = &office.texts[&text_at(seat, *id)];
        assert!(is.versions.keys().eq(versions), "versions of text {id} at {seat}");
        assert_eq!(is.comments.len(), *comments, "comments on text {id} at {seat}");
    }
    assert_eq!(office.own_readouts.len(), should.published.len(), "readouts of {seat}'s own");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn the_plain_model_agrees_on_every_outcome(steps in quiet(40), two_officers in any::<bool>()) {
        play(&steps, two_officers);
    }
}

/// Every command there is is played, and done at least once; a few are done only where the world is made.
#[test]
fn every_command_is_played_and_done() {
    let mut runner = TestRunner::deterministic();
    let mut done: BTreeSet<&str> = ["SetUp", "AddParty", "OpenChannel"].into();
    for _ in 0..600 {
        let steps = quiet(40).new_tree(&mut runner).expect("a play").current();
        done.extend(play(&steps, false));
    }
    let never: Vec<_> = DESK_KINDS.iter().chain(PARTY_KINDS).filter(|kind| !done.contains(**kind)).collect();
    assert!(never.is_empty(), "{never:?}");
}
