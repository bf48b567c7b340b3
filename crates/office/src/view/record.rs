//! The record: every act in order, who took it and what came of it. It is read from the journal and holds no words.

use channel::desk::{self, By};
use channel::{Civil, ConveyedId, ItemId, Tie, party};
use serde::{Deserialize, Serialize};

use super::time;
use crate::event::{Event, OfficeEvent};
use crate::journal;
use crate::office::{Machine, Office, OfficeError};
use crate::store::Store;

/// One act, or something that came about by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordView {
    /// The number of its first entry in the journal.
    pub no: u64,
    /// When, where that was written down.
    pub on: Option<String>,
    /// Who: an officer by name, an office of a party, or nobody.
    pub by: Option<String>,
    /// What came of it, in the words of the journal.
    pub what: Vec<String>,
    /// The items that it is about, by number.
    pub items: Vec<u32>,
}

/// How many acts the record shows at once, at most.
const ACTS: u32 = 1_000;
/// How many entries are looked at for a page of the record: an act has few.
const ENTRIES_OF_AN_ACT: u64 = 8;

impl<S: Store> Office<S> {
    /// The latest `most` acts before entry `before` of the journal, in order.
    pub fn record(&self, before: Option<u64>, most: u32) -> Result<Vec<RecordView>, OfficeError> {
        let most = u64::from(most.min(ACTS));
        let end = before.unwrap_or(u64::MAX).min(self.journal.last + 1);
        let window = most.saturating_mul(ENTRIES_OF_AN_ACT);
        let from = end.saturating_sub(window).max(1);
        let limit = usize::try_from(end.saturating_sub(from)).unwrap_or(usize::MAX);
        let mut acts: Vec<RecordView> = Vec::new();
        for (no, event) in journal::entries(&self.vault, from, limit)? {
            if let Event::Desk(desk::Event::Acted { by, on, .. }) = &event {
                let by = Some(self.called(by));
                acts.push(RecordView { no, on: Some(time(*on)), by, ..RecordView::default() });
                continue;
            }
            let entry = self.entry(no, &event);
            let continues = matches!(&event, Event::Desk(event) if !comes_about_by_itself(event));
            match acts.last_mut().filter(|act| continues && act.by.is_some()) {
                Some(act) => {
                    act.what.extend(entry.what);
                    act.items.extend(entry.items);
                    act.items.dedup();
                }
                None => acts.push(entry),
            }
        }
        let more = acts.len().saturating_sub(usize::try_from(most).unwrap_or(usize::MAX));
        acts.drain(..more);
        Ok(acts)
    }

    fn entry(&self, no: u64, event: &Event) -> RecordView {
        let entry = RecordView { no, ..RecordView::default() };
        match (event, &self.machine) {
            (Event::Desk(event), Machine::Desk(state)) => RecordView {
                what: vec![event.kind().to_owned()],
                items: event.about().and_then(|item| state.number_shown(item)).into_iter().collect(),
                ..entry
            },
            (Event::Party(event), Machine::Party(state)) => {
                let named = event.item().map(|name| [Tie::Own(ItemId(name)), Tie::Had(ConveyedId(name))]);
                let items = named.into_iter().flatten().filter_map(|tie| state.number_shown(tie)).collect();
                let (what, on, by) = said_or_heard(event);
                RecordView { what: vec![what], on: on.map(time), by, items, ..entry }
            }
            (Event::Office(event), _) => RecordView { what: vec![of_the_office(event)], ..entry },
            _ => entry,
        }
    }

    fn called(&self, by: &By) -> String {
        match (by, &self.machine) {
            (By::Officer(officer), _) => officer.clone(),
            (By::Seat(seat), Machine::Desk(state)) => super::desk::holder(state, *seat),
            (By::Seat(seat), Machine::Party(_)) => format!("seat {seat}"),
        }
    }
}

/// What is no act of anybody's: that a letter was delivered or called, that the hour came.
const fn comes_about_by_itself(event: &desk::Event) -> bool {
    matches!(
        event,
        desk::Event::Called { .. }
            | desk::Event::Delivered { .. }
            | desk::Event::OpeningBegan { .. }
            | desk::Event::Revealed { .. }
    )
}

fn said_or_heard(event: &party::Event) -> (String, Option<Civil>, Option<String>) {
    match event {
        party::Event::Said { on, letter } => {
            (format!("said {}", letter.kind()), Some(*on), Some("this office".to_owned()))
        }
        party::Event::Heard { on, letter } => {
            (format!("heard {}", letter.kind()), Some(*on), Some("the desk".to_owned()))
        }
        other => (other.kind().to_owned(), None, Some("this office".to_owned())),
    }
}

fn of_the_office(event: &OfficeEvent) -> String {
    match event {
        OfficeEvent::Founded { .. } => "the office was founded".to_owned(),
        OfficeEvent::HubSet { .. } => "its hub was set".to_owned(),
        OfficeEvent::Invited { line, .. } => format!("line {line} was invited"),
        OfficeEvent::SetAside { line, letter, .. } => format!("letter {letter} on line {line} was set aside"),
        OfficeEvent::Restored { line, .. } => format!("it was put back to an older state, as line {line} showed"),
        OfficeEvent::Shown { line } => format!("line {line} showed a letter that it had said before"),
        OfficeEvent::PeerRestored { line, .. } => format!("the office on line {line} was put back to an older state"),
        OfficeEvent::Joined { line } => format!("line {line} was taken up"),
        OfficeEvent::ReadoutSigned { .. } => "the readout was signed".to_owned(),
        OfficeEvent::Admitted { holder, by } => format!("{by} let a passphrase of {holder} open the vault"),
        OfficeEvent::Dismissed { holder, by } => format!("{by} ended the passphrase of {holder}"),
    }
}
