//! The record: every act in order, who took it and what came of it. It is read from the journal and holds no words.

use channel::desk::{self, By};
use channel::{Civil, ConveyedId, ItemId, Tie, party};
use serde::{Deserialize, Serialize};

use super::{WhoseView, time};
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
    pub by: Option<WhoseView>,
    /// What came of it.
    pub what: Vec<CameView>,
    /// The items that it is about, by number.
    pub items: Vec<u32>,
}

/// One thing that came of an act, or about by itself.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct CameView {
    /// What: at the desk the kind of the event, such as `item-lodged`; of the office itself a word of [`Befell`].
    pub what: String,
    /// The line that it is about.
    pub line: Option<u32>,
    /// The letter on that line.
    pub letter: Option<u64>,
    /// Who did it, where that was written down with it.
    pub by: Option<String>,
    /// Whom it is about.
    pub of: Option<String>,
    /// The same in the words of the journal.
    pub sentence: String,
}

worded! {
    /// What befell the office itself.
    Befell {
        /// It was founded.
        OfficeFounded = "office-founded",
        /// Its hub was set.
        HubSet = "hub-set",
        /// A line's office was invited.
        LineInvited = "line-invited",
        /// The invitation was taken up.
        LineJoined = "line-joined",
        /// A letter was set aside.
        LetterSetAside = "letter-set-aside",
        /// It had been put back to an older state.
        OfficeRestored = "office-restored",
        /// A letter of before that was shown to it.
        LetterShown = "letter-shown",
        /// The office at the other end had been put back.
        PeerRestored = "peer-restored",
        /// What it published was signed.
        ReadoutSigned = "readout-signed",
        /// A passphrase opens its vault from then on.
        PassphraseAdmitted = "passphrase-admitted",
        /// A passphrase does no longer.
        PassphraseDismissed = "passphrase-dismissed",
    }
}

impl CameView {
    fn of(what: &str, sentence: String) -> Self {
        Self { what: what.to_owned(), sentence, ..Self::default() }
    }
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
                what: vec![CameView::of(event.kind(), event.kind().to_owned())],
                items: event.about().and_then(|item| state.number_shown(item)).into_iter().collect(),
                ..entry
            },
            (Event::Party(event), Machine::Party(state)) => {
                let named = event.item().map(|name| [Tie::Own(ItemId(name)), Tie::Had(ConveyedId(name))]);
                let items = named.into_iter().flatten().filter_map(|tie| state.number_shown(tie)).collect();
                let (sentence, on, by) = said_or_heard(event);
                let by = by.map(WhoseView::named);
                RecordView { what: vec![CameView::of(event.kind(), sentence)], on: on.map(time), by, items, ..entry }
            }
            (Event::Office(event), _) => RecordView { what: vec![of_the_office(event)], ..entry },
            _ => entry,
        }
    }

    fn called(&self, by: &By) -> WhoseView {
        match (by, &self.machine) {
            (By::Officer(officer), _) => WhoseView::named(officer.clone()),
            (By::Seat(seat), Machine::Desk(state)) => super::desk::holder(state, *seat),
            (By::Seat(seat), Machine::Party(_)) => WhoseView::named(format!("seat {seat}")),
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

fn of_the_office(event: &OfficeEvent) -> CameView {
    let befell = |befell: Befell, sentence: String| CameView::of(befell.word(), sentence);
    let on_line = |line: &u32, befell: Befell, sentence: String| CameView {
        line: Some(*line),
        ..CameView::of(befell.word(), sentence)
    };
    let between =
        |by: &String, of: &String, came: CameView| CameView { by: Some(by.clone()), of: Some(of.clone()), ..came };
    match event {
        OfficeEvent::Founded { .. } => befell(Befell::OfficeFounded, "the office was founded".to_owned()),
        OfficeEvent::HubSet { .. } => befell(Befell::HubSet, "its hub was set".to_owned()),
        OfficeEvent::Invited { line, .. } => on_line(line, Befell::LineInvited, format!("line {line} was invited")),
        OfficeEvent::SetAside { line, letter, .. } => {
            let sentence = format!("letter {letter} on line {line} was set aside");
            CameView { letter: Some(*letter), ..on_line(line, Befell::LetterSetAside, sentence) }
        }
        OfficeEvent::Restored { line, .. } => {
            let sentence = format!("it was put back to an older state, as line {line} showed");
            on_line(line, Befell::OfficeRestored, sentence)
        }
        OfficeEvent::Shown { line } => {
            on_line(line, Befell::LetterShown, format!("line {line} showed a letter that it had said before"))
        }
        OfficeEvent::PeerRestored { line, .. } => {
            let sentence = format!("the office on line {line} was put back to an older state");
            on_line(line, Befell::PeerRestored, sentence)
        }
        OfficeEvent::Joined { line } => on_line(line, Befell::LineJoined, format!("line {line} was taken up")),
        OfficeEvent::ReadoutSigned { .. } => befell(Befell::ReadoutSigned, "the readout was signed".to_owned()),
        OfficeEvent::Admitted { holder, by } => {
            let sentence = format!("{by} let a passphrase of {holder} open the vault");
            between(by, holder, befell(Befell::PassphraseAdmitted, sentence))
        }
        OfficeEvent::Dismissed { holder, by } => {
            let sentence = format!("{by} ended the passphrase of {holder}");
            between(by, holder, befell(Befell::PassphraseDismissed, sentence))
        }
    }
}
