//! What the desk was ever seen to release and to call, kept outside of all offices. A desk that was put back to an older state does
//! not know any more what it did; by this it is judged by what it truly did, and so is what the parties' offices hold.

use std::collections::{BTreeMap, BTreeSet};

use channel::desk::{self, Carries, Item, Sent, Standing};
use channel::{Civil, ConveyedId, RenditionId, SeatKey, Wording, party};
use office::office::Machine;

use super::invariants::broke;
use super::world::{DESK, Room, World};
use crate::play::Broken;

/// The ledger. Offices are known by their keys, for a desk that was put back may give a seat's number again.
#[derive(Default)]
pub(super) struct Ledger {
    /// The words that were called at an office, by their id there.
    called: BTreeMap<(SeatKey, ConveyedId), Wording>,
    /// Conditions of what was conveyed, of which it was called there that they were invoked.
    invoked: BTreeSet<(SeatKey, ConveyedId, u8)>,
    /// The renditions that an officer released.
    released: BTreeSet<RenditionId>,
}

impl Ledger {
    /// Takes down what the desk has done and holds against it what the parties' offices hold, looking where something has changed.
    pub(super) fn hold(&mut self, world: &mut World, changed: &[String]) -> Result<(), Broken> {
        let now = world.clock_civil();
        if changed.iter().any(|who| who == DESK)
            && let Some(Machine::Desk(desk)) = world.office(DESK).map(|office| office.machine())
        {
            self.look(desk, now)?;
        }
        for who in changed {
            let Some(key) = world.room(who).and_then(Room::key) else { continue };
            if let Some(Machine::Party(party)) = world.office(who).map(|office| office.machine()) {
                self.check(who, key, party)?;
            }
        }
        Ok(())
    }

    /// Takes down what the desk has released and called. What it calls at this moment must stand at this moment.
    fn look(&mut self, desk: &desk::State, now: Civil) -> Result<(), Broken> {
        for item in desk.items.values() {
            // What a desk knows from an office's echo alone, it was seen to do before it was put back, or never did.
            for sent in item.conveyances.iter().filter(|sent| !sent.dispatch.had) {
                if let Carries::Item { rendition } | Carries::Correction { rendition, .. } = sent.dispatch.carries {
                    self.released.insert(rendition);
                }
                if sent.called && !sent.withdrawn && self.is_news(desk, item, sent) {
                    may_be_called(item, sent, now)?;
                }
            }
        }
        Ok(())
    }

    /// Takes down one call. `false` if it was there.
    fn is_news(&mut self, desk: &desk::State, item: &Item, sent: &Sent) -> bool {
        let Some(key) = desk.seats.get(&sent.dispatch.seat).map(|seat| seat.key) else { return false };
        let id = (key, sent.dispatch.id);
        match (sent.dispatch.carries, item.wording(sent)) {
            (Carries::Invocation { condition, of }, _) => self.invoked.insert((key, of, condition)),
            (_, Some(wording)) if !self.called.contains_key(&id) => self.called.insert(id, wording.clone()).is_none(),
            _ => false,
        }
    }

    /// `no_conveyance_without_release`: an office holds nothing but what the desk has released and called there, in the words
    /// that were released; and its author is told of nothing else.
    fn check(&self, who: &str, key: SeatKey, party: &party::State) -> Result<(), Broken> {
        let unknown = |what: &str| Err(broke("no_conveyance_without_release", who, what));
        for (id, received) in party.received.iter() {
            let corrections = received.corrections.iter().map(|one| (one.id, &one.wording));
            for (id, wording) in std::iter::once((*id, &received.conveyance.wording)).chain(corrections) {
                match self.called.get(&(key, id)) {
                    None => return unknown("it holds what the desk has never called"),
                    Some(called) if called != wording && !received.erased => {
                        return unknown("it holds other words than the desk has released");
                    }
                    Some(_) => {}
                }
            }
            if received.invoked.iter().any(|(condition, _)| !self.invoked.contains(&(key, *id, *condition))) {
                return unknown("it was told of an invocation that the desk has never called");
            }
        }
        let mut told = party.items.values().flat_map(|item| &item.conveyed);
        if told.any(|told| !self.released.contains(&told.words.rendition)) {
            return unknown("it was told of a conveyance in its name that the desk has never released");
        }
        Ok(())
    }
}

/// `lapsed_is_silent`, as far as the desk's own journal goes at the moment of the call; and the times of its author.
fn may_be_called(item: &Item, sent: &Sent, now: Civil) -> Result<(), Broken> {
    if item.standing != Standing::Open || item.has_lapsed(now) {
        return Err(broke("lapsed_is_silent", DESK, format!("it calls what is {}", item.state_at(now))));
    }
    let is_item = matches!(sent.dispatch.carries, Carries::Item { .. });
    if is_item && (item.not_before.is_some_and(|from| now < from) || item.not_after.is_some_and(|until| now > until)) {
        return Err(broke("lapsed_is_silent", DESK, "it calls what its author lets go at other times alone"));
    }
    Ok(())
}
