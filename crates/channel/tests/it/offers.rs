//! Offers of good offices: taken up, declined or left, and only the desk learns which.

use channel::desk::Command as DeskCommand;
use channel::party::Command as PartyCommand;
use channel::{OfferHandle, OfferId, OfferState, PartyId, Refusal, SeatId};

use crate::world::{CALM, DAY, EAST, EASTERN, NORTH, NORTHERN, WEST, WESTERN, World};

const OFFER: OfferId = OfferId([5; 16]);

fn offered(to: &[PartyId]) -> World {
    let mut world = World::of_three();
    let text = "We are ready to receive both sides.".to_owned();
    world.does(DeskCommand::Offer { offer: OFFER, channel: CALM, text, to: to.to_vec(), lapses: None });
    world
}

fn handle(world: &World, seat: SeatId) -> OfferHandle {
    *world.offices[&seat].state.offers.keys().next().expect("an offer")
}

#[test]
fn an_offer_is_taken_up_declined_or_left_and_only_the_desk_learns_which() {
    let quiet = offered(&[]);
    let mut world = offered(&[]);
    let (west, east) = (handle(&world, WEST), handle(&world, EAST));
    world.party(WEST, PartyCommand::TakeUp { offer: west });
    world.party(EAST, PartyCommand::Decline { offer: east });
    let state = |party| world.desk.offers[&OFFER].state_for(party, world.now);
    assert_eq!([WESTERN, EASTERN, NORTHERN].map(state), [OfferState::TakenUp, OfferState::Declined, OfferState::Open]);
    assert_eq!(world.offices[&NORTH].told, quiet.offices[&NORTH].told, "the north learns of neither");
    world.pass(31 * DAY);
    assert_eq!(world.desk.offers[&OFFER].state_for(NORTHERN, world.now), OfferState::Lapsed);
    assert_eq!(world.try_party(NORTH, PartyCommand::TakeUp { offer: handle(&world, NORTH) }), Err(Refusal::Lapsed));
    world.check_journals();
}

#[test]
fn an_offer_is_answered_once() {
    let mut world = offered(&[]);
    let offer = handle(&world, WEST);
    world.party(WEST, PartyCommand::Decline { offer });
    assert_eq!(world.try_party(WEST, PartyCommand::TakeUp { offer }), Err(Refusal::AlreadyAnswered));
}

#[test]
fn whom_it_is_not_made_to_does_not_know_of_it() {
    let world = offered(&[WESTERN]);
    assert!(world.offices[&EAST].state.offers.is_empty() && !world.knows(EAST, "ready to receive"));
    assert_eq!(world.offices[&WEST].state.offers.len(), 1);
}
