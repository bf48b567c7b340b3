//! When what was done to an item was done, where its event does not say so itself: at the time of the act that the event is
//! an effect of. What the desk learnt again after a restore has no such time, and none is made up for it.

use minicbor::{Decode, Encode};

use super::event::Event;
use super::record::{Author, By};
use super::state::{Item, State};
use crate::civil::Civil;
use crate::ids::{ItemId, RenditionId, SeatId};

/// One thing that was done to an item, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Moment {
    /// When.
    #[n(0)]
    pub on: Civil,
    /// What.
    #[n(1)]
    pub what: Happened,
}

/// What was done to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Happened {
    /// Its principal countersigned it.
    #[n(0)]
    Countersigned,
    /// The desk admitted it.
    #[n(1)]
    Admitted,
    /// Words were found for it.
    #[n(2)]
    Rendered(#[n(0)] RenditionId),
    /// Its author approved them.
    #[n(3)]
    Approved(#[n(0)] RenditionId),
    /// Its author objected to them.
    #[n(4)]
    ObjectedTo(#[n(0)] RenditionId),
    /// Its sender said of the desk's note that it said so, or that it did not.
    #[n(5)]
    Confirmed(#[n(0)] bool),
    /// The desk handed it back.
    #[n(6)]
    Returned,
    /// Its author took it back.
    #[n(7)]
    Recalled,
    /// Another item replaces it.
    #[n(8)]
    Superseded(#[n(0)] ItemId),
    /// It is void before it was conveyed.
    #[n(9)]
    Voided,
}

/// Whose act such an event follows from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Whose {
    Officers,
    Seats,
    Anybodys,
}

/// What an event does to an item without saying when.
const fn undated(event: &Event) -> Option<(ItemId, Happened, Whose)> {
    Some(match event {
        Event::Countersigned { item } => (*item, Happened::Countersigned, Whose::Seats),
        Event::Admitted { item, .. } => (*item, Happened::Admitted, Whose::Officers),
        Event::Rendered { item, rendition } => (*item, Happened::Rendered(rendition.id), Whose::Officers),
        Event::Approved { item, rendition, .. } => (*item, Happened::Approved(*rendition), Whose::Seats),
        Event::ObjectedTo { item, rendition, .. } => (*item, Happened::ObjectedTo(*rendition), Whose::Seats),
        Event::Confirmed { item, confirmed, .. } => (*item, Happened::Confirmed(*confirmed), Whose::Seats),
        Event::Returned { item, .. } => (*item, Happened::Returned, Whose::Officers),
        Event::Recalled { item } => (*item, Happened::Recalled, Whose::Seats),
        Event::Superseded { item, by } => (*item, Happened::Superseded(*by), Whose::Anybodys),
        Event::Voided { item } => (*item, Happened::Voided, Whose::Anybodys),
        _ => return None,
    })
}

/// What is no effect of an act: after it, none is under way.
const fn ends_an_act(event: &Event) -> bool {
    matches!(
        event,
        Event::Called { .. }
            | Event::Delivered { .. }
            | Event::OpeningBegan { .. }
            | Event::Revealed { .. }
            | Event::ConveyanceRecovered { .. }
            | Event::ReleaseRecovered { .. }
            | Event::Unplaced { .. }
    )
}

impl State {
    /// Notes the time of what an event did, once the event is in the state.
    pub(super) fn note_moment(&mut self, event: &Event) {
        if let Event::Acted { by, on, .. } = event {
            self.act_under_way = Some((by.seat(), *on));
        } else if ends_an_act(event) {
            self.act_under_way = None;
        }
        let (Some((item, what, whose)), Some((seat, on))) = (undated(event), self.act_under_way) else { return };
        let fits = match whose {
            Whose::Officers => seat.is_none(),
            Whose::Seats => seat.is_some(),
            Whose::Anybodys => true,
        };
        let Some(item) = self.items.get_mut(&item).filter(|_| fits) else { return };
        // A pair ends declarations by the clock alone, which is nobody's act.
        if what != Happened::Voided || item.pair.is_none() {
            item.moments.push(Moment { on, what });
        }
    }
}

impl By {
    /// The office that acted; none for an officer of the desk.
    const fn seat(&self) -> Option<SeatId> {
        match self {
            Self::Officer(_) => None,
            Self::Seat(seat) => Some(*seat),
        }
    }
}

impl Item {
    /// Whether the desk wrote it down as it was told, whether or not its sender has confirmed that since.
    #[must_use]
    pub const fn was_told(&self) -> bool {
        matches!(self.author, Author::Told { .. }) || self.confirmed.is_some()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::Content;
    use crate::desk::{Lodged, Standing, Ties, evolve};
    use crate::ids::{ActId, ChannelId, ConveyedId, PartyId};
    use crate::vocabulary::Handling;

    const ITEM: ItemId = ItemId([1; 16]);
    const SEAT: SeatId = SeatId(4);

    fn state() -> State {
        let lodged = Lodged {
            item: ITEM,
            channel: ChannelId([2; 16]),
            author: Author::Party { party: PartyId(1), seat: SEAT },
            content: Content::new("words", Civil(1_000)),
            to: vec![PartyId(2)],
            handling: Handling::AtDesk,
            approve: false,
            not_before: None,
            not_after: None,
            ties: Ties::default(),
            confided: false,
            on: Civil(1),
            own: None,
        };
        let mut state = State::default();
        evolve(&mut state, &Event::ItemLodged { lodged, standing: Standing::Held });
        state
    }

    fn moments(events: &[Event]) -> Vec<(i64, Happened)> {
        let mut state = state();
        events.iter().for_each(|event| evolve(&mut state, event));
        state.items[&ITEM].moments.iter().map(|one| (one.on.0, one.what)).collect()
    }

    fn acted(by: By, on: i64) -> Event {
        Event::Acted { act: ActId([on.to_le_bytes()[0]; 16]), by, on: Civil(on) }
    }

    fn officer() -> By {
        By::Officer("anna".to_owned())
    }

    #[test]
    fn what_an_act_did_was_done_when_the_act_was_taken() {
        let events = [
            acted(officer(), 20),
            Event::Admitted { item: ITEM, awaits: false },
            acted(By::Seat(SEAT), 30),
            Event::Recalled { item: ITEM },
        ];
        assert_eq!(moments(&events), [(20, Happened::Admitted), (30, Happened::Recalled)]);
    }

    #[test]
    fn what_a_restored_desk_learns_again_has_no_time_made_up_for_it() {
        let recalled = Event::Recalled { item: ITEM };
        assert_eq!(moments(std::slice::from_ref(&recalled)), []);
        assert_eq!(moments(&[acted(officer(), 20), recalled.clone()]), [], "no officer recalls");
        let delivered = Event::Delivered { seat: SEAT, conveyed: ConveyedId([3; 16]), on: Civil(25) };
        assert_eq!(moments(&[acted(By::Seat(SEAT), 20), delivered, recalled]), [], "the act was over");
    }
}
