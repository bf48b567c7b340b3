//! What a desk that was restored from an old backup learns again from its parties' offices: what they had been conveyed,
//! and what authors had been told was conveyed in their name. Neither names what the other does, and they come in any
//! order, so each is kept until they can be brought together by the words.
//!
//! Nothing is sent from here. A release that is known only from its author's side is not sent again by itself, for it
//! may have been recalled: an officer may release it again, and an office that has it already takes no notice.

use super::record::{Carries, Dispatch, Rendition};
use super::state::{Item, State};
use super::{Event, evolve};
use crate::civil::{Civil, Day};
use crate::content::RenditionCopy;
use crate::conveyance::{Conveyance, Origin};
use crate::ids::{ItemId, PartyId, RenditionId, SeatId};

/// Notes what was released in an author's name before the restore. That its author approved the words is not taken from
/// it: any office of the author's party could say so.
pub(super) fn note(state: &mut State, id: ItemId, seat: SeatId, words: RenditionCopy, on: Day) {
    let Some(item) = state.items.get(&id) else {
        state.recovered.entry(id).or_default().push((seat, words, on));
        return;
    };
    if item.party() != state.seats.get(&seat).map(|holder| holder.party) {
        return;
    }
    let rendition = rendition(state, item, &words);
    if let Some(item) = state.items.get_mut(&id) {
        item.released.get_or_insert((String::new(), on.start()));
        if item.rendition(rendition.id).is_none() {
            item.add_rendition(rendition);
        }
    }
}

/// The rendition that an author was shown. By which officer it is was never told, so it counts for no release.
fn rendition(state: &State, item: &Item, words: &RenditionCopy) -> Rendition {
    let numbered = |number: &u8| state.numbered(item.channel, item.party()?, *number);
    Rendition {
        id: words.rendition,
        to: words.to.iter().filter_map(numbered).collect(),
        wording: words.wording.clone(),
        officer: None,
        corrects: words.corrects,
    }
}

/// Brings together what is untraced, after these events, with the items that it can be of. It is found by words, so it is
/// written down when it is found: words may be erased, and the journal then has none to find it by again.
pub(super) fn traced(state: &State, events: &[Event]) -> Vec<Event> {
    let brings = |event: &Event| {
        matches!(event, Event::ConveyanceRecovered { .. } | Event::ReleaseRecovered { .. } | Event::ItemLodged { .. })
    };
    // Words that an officer finds anew are released by an officer, who tells the author of it.
    let recovers = |event: &Event| matches!(event, Event::ConveyanceRecovered { .. });
    // Of a desk that was never put back nothing is untraced, and nothing is looked for.
    if !events.iter().any(brings) || (state.untraced.is_empty() && !events.iter().any(recovers)) {
        return Vec::new();
    }
    let mut state = state.clone();
    events.iter().for_each(|event| evolve(&mut state, event));
    let mut traced = Vec::new();
    while let Some((item, dispatch)) = state.untraced.iter().find_map(|((seat, _), one)| found(&state, *seat, one)) {
        let known = state.items.get(&item);
        let on = known.map_or(Civil(0), |item| item.released.as_ref().map_or(item.lodged_on, |(_, on)| *on));
        // By which officer it was released, no party was ever told.
        let event = Event::Released { item, officer: String::new(), on, dispatches: vec![dispatch] };
        evolve(&mut state, &event);
        traced.push(event);
    }
    traced
}

fn found(state: &State, seat: SeatId, conveyance: &Conveyance) -> Option<(ItemId, Dispatch)> {
    let party = state.seats.get(&seat)?.party;
    let channel = state.channel_at(seat, conveyance.channel)?;
    let author = match conveyance.from {
        Origin::Desk => return None,
        Origin::Other(number) => state.numbered(channel, party, number)?,
    };
    state.in_order().find_map(|(_, id, seen)| {
        let item = seen.glance();
        let fits = item.channel == channel && item.party == Some(author) && item.lapses == conveyance.lapses;
        let item = if fits { seen.whole()? } else { return None };
        let sent = item.conveyances.iter().any(|sent| sent.dispatch.seat == seat && !sent.withdrawn);
        let rendition = if sent { return None } else { matching(&item, party, conveyance)? };
        let carries = Carries::Item { rendition };
        Some((id, Dispatch { seat, party, id: conveyance.id, carries, had: true }))
    })
}

fn matching(item: &Item, party: PartyId, conveyance: &Conveyance) -> Option<RenditionId> {
    let fits =
        |one: &&Rendition| one.to.contains(&party) && one.corrects.is_none() && one.wording == conveyance.wording;
    item.renditions.iter().rev().find(fits).map(|one| one.id)
}
