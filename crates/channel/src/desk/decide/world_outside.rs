//! What the desk notes of the world outside: what is said in public of items, what a side says there that does not go
//! with what it had conveyed, and what a press text has of what is here. The sides are warned; nothing is withdrawn.

use super::{Decision, Event, Officer};
use crate::desk::state::Item;
use crate::ids::{ItemId, NoteId, SeatId};
use crate::letters::ToParty;
use crate::refusal::Refusal;
use crate::rules;
use crate::vocabulary::Disclosure;
use crate::warning::Warning;

impl Officer<'_> {
    pub(super) fn disclose(&self, note: NoteId, items: Vec<ItemId>, occasion: String) -> Result<Decision, Refusal> {
        self.new_note(note)?;
        rules::clause(&occasion)?;
        rules::at_most(items.len(), rules::MANY)?;
        if items.is_empty() {
            return Err(Refusal::Empty);
        }
        let found: Vec<&Item> = items.iter().map(|item| self.item(*item)).collect::<Result<_, _>>()?;
        let mut decision = Decision::default();
        if found
            .iter()
            .any(|item| matches!(item.content.disclosure, Disclosure::Secret | Disclosure::WithoutAttribution))
        {
            decision.warnings.push(Warning::Undisclosed);
        }
        let mut seats: Vec<SeatId> = Vec::new();
        for item in &found {
            let addressees = item.conveyances.iter().filter(|sent| sent.called && !sent.withdrawn);
            let addressees = addressees.map(|sent| sent.dispatch.seat);
            seats.extend(self.state.following_seats(item, self.now).into_iter().chain(addressees));
        }
        seats.sort_unstable();
        seats.dedup();
        let letter = |of| ToParty::Disclosed { of, occasion: occasion.clone(), on: self.now.day() };
        for seat in seats {
            let seen = found.iter().zip(&items).filter(|(item, _)| self.state.sees(seat, item.channel, self.now));
            let seen: Vec<ItemId> = seen.map(|(_, id)| *id).collect();
            let of = self.state.ties_at(seat, &seen);
            if !of.is_empty() {
                decision.tell(seat, letter(of), Some(note.0));
            }
        }
        let (officer, on) = (self.name.to_owned(), self.now);
        decision.events.push(Event::Disclosed { note, items, occasion, officer, on });
        Ok(decision)
    }

    pub(super) fn note_statement(
        &self,
        note: NoteId,
        item: ItemId,
        words: String,
        occasion: String,
    ) -> Result<Decision, Refusal> {
        self.new_note(note)?;
        rules::text(&words)?;
        rules::clause(&occasion)?;
        if self.item(item)?.party().is_none() {
            return Err(Refusal::OwnWords);
        }
        let (officer, on) = (self.name.to_owned(), self.now);
        Ok(Decision::of(Event::StatementNoted { note, item, words, occasion, officer, on }))
    }

    pub(super) fn expose(&self, note: NoteId, text: String) -> Result<Decision, Refusal> {
        self.new_note(note)?;
        rules::text(&text)?;
        let matches = self.state.exposure(&text);
        let (officer, on) = (self.name.to_owned(), self.now);
        Ok(Decision::of(Event::Exposed { note, text, matches, officer, on }))
    }

    fn new_note(&self, note: NoteId) -> Result<(), Refusal> {
        if self.state.notes.iter().any(|one| one.id == note) { Err(Refusal::IdTaken) } else { Ok(()) }
    }
}
