//! What the lines tell the desk: that a held letter waits over there, or is in the journal there; and that time went by.

use super::{Decision, Event, pairs, proposals, retention};
use crate::civil::Civil;
use crate::desk::release::may_be_called;
use crate::desk::state::{Item, Sent, State};
use crate::ids::{ConveyedId, SeatId};

/// The last moment at which a held letter can be taken back: it is called if all still holds, and withdrawn if not.
pub(super) fn ready(state: &State, seat: SeatId, conveyed: ConveyedId, now: Civil) -> Decision {
    let mut decision = Decision::default();
    match live(state, seat, conveyed) {
        // Called before, and asked again after a crash.
        Some((_, sent)) if sent.called => decision.call.push((seat, conveyed)),
        Some((item, sent)) if may_be_called(state, item, sent, now) => {
            decision.events.push(Event::Called { seat, conveyed });
            decision.call.push((seat, conveyed));
        }
        Some(_) => decision.take_back(seat, conveyed),
        None => decision.withdraw.push((seat, conveyed)),
    }
    decision
}

/// The seat has it.
pub(super) fn delivered(state: &State, seat: SeatId, conveyed: ConveyedId, now: Civil) -> Decision {
    match live(state, seat, conveyed) {
        Some((_, sent)) if sent.delivered.is_none() => Decision::of(Event::Delivered { seat, conveyed, on: now }),
        _ => Decision::default(),
    }
}

/// What follows from time alone: what has lapsed on its way is taken back, pairs end, answers are opened and revealed, and
/// what was kept for long enough is erased.
pub(super) fn tick(state: &State, now: Civil) -> Decision {
    let mut decision = Decision::default();
    for item in on_their_way(state).filter(|item| item.has_lapsed(now)) {
        decision.take_back_all(item);
    }
    pairs::tick(state, now, &mut decision);
    proposals::tick(state, now, &mut decision);
    retention::tick(state, now, &mut decision);
    decision
}

/// The next moment at which [`tick`] has something to do that waits for it; none where all is done as it comes.
pub(super) fn due(state: &State, now: Civil) -> Option<Civil> {
    let lapses = on_their_way(state).map(|item| item.content.lapses);
    let due = lapses.chain(pairs::due(state)).chain(proposals::due(state)).chain(retention::due(state));
    due.map(|at| at.max(now)).min()
}

/// Items of which something is on its way.
pub(super) fn on_their_way(state: &State) -> impl Iterator<Item = &Item> {
    state.items.stirring().filter(|item| item.is_on_its_way())
}

fn live(state: &State, seat: SeatId, conveyed: ConveyedId) -> Option<(&Item, &Sent)> {
    let item = state.items.get(&state.item_at(seat, conveyed)?)?;
    let sent = item
        .conveyances
        .iter()
        .find(|sent| sent.dispatch.seat == seat && sent.dispatch.id == conveyed && !sent.withdrawn)?;
    Some((item, sent))
}
