//! One transaction of an office: events, letters to send, what the lines keep, the outcome of a command. All of it
//! is on the disk before any of it shows, in memory or on a line.

use std::collections::BTreeMap;

use channel::envelope::Written;
use channel::{ActId, ItemId, desk, party};
use sealing::vault as seal;
use serde_json::Value;

use crate::drafts::deletions;
use crate::event::{Event, OfficeEvent};
use crate::journal::Keys;
use crate::office::{Machine, Office, OfficeError, TO_DESK, fold, line_key};
use crate::officers::removed_officer;
use crate::post::{LetterRow, LineRow, Wrapping, letter_key};
use crate::store::{Store, Table, Write};
use crate::vault::{BodyId, VaultError, encode};

/// What one transaction will do.
pub(crate) struct Batch {
    events: Vec<Event>,
    writes: Vec<Write>,
    letters: Vec<NewLetter>,
    received: Vec<(u32, u64, Option<BodyId>, Vec<u8>)>,
    withdraw: Vec<(u32, [u8; 16])>,
    call: Vec<(u32, [u8; 16])>,
    outcome: Option<(ActId, Value)>,
}

struct NewLetter {
    line: u32,
    item: Option<BodyId>,
    bytes: Vec<u8>,
    held: Option<[u8; 16]>,
}

/// What a transaction changes in memory once it is on the disk.
#[derive(Default)]
struct Moved {
    next_seq: BTreeMap<u32, u64>,
    held: BTreeMap<u32, BTreeMap<[u8; 16], u64>>,
    withdrawn: Vec<(u32, u64)>,
    called: Vec<(u32, u64)>,
}

impl Batch {
    pub(crate) fn new() -> Self {
        Self {
            events: Vec::new(),
            writes: Vec::new(),
            letters: Vec::new(),
            received: Vec::new(),
            withdraw: Vec::new(),
            call: Vec::new(),
            outcome: None,
        }
    }

    pub(crate) fn event(&mut self, event: Event) {
        self.events.push(event);
    }

    pub(crate) fn events(&self) -> &[Event] {
        &self.events
    }

    pub(crate) fn own(&mut self, event: OfficeEvent) {
        self.events.push(Event::Office(event));
    }

    pub(crate) fn write(&mut self, write: Write) {
        self.writes.push(write);
    }

    pub(crate) fn outcome(&mut self, id: ActId, made: &Value) {
        self.outcome = Some((id, made.clone()));
    }

    pub(crate) fn letter(&mut self, line: u32, item: Option<BodyId>, bytes: Vec<u8>, held: Option<[u8; 16]>) {
        self.letters.push(NewLetter { line, item, bytes, held });
    }

    pub(crate) fn take_back(&mut self, line: u32, conveyed: [u8; 16]) {
        self.withdraw.push((line, conveyed));
    }

    pub(crate) fn received(&mut self, line: u32, seq: u64, item: Option<BodyId>, bytes: Vec<u8>) {
        self.received.push((line, seq, item, bytes));
    }
}

impl<S: Store> Office<S> {
    /// Takes a decision of the desk's machine into a transaction.
    pub(crate) fn take_desk(&self, batch: &mut Batch, decision: desk::Decision) {
        for out in decision.letters {
            let held = out.held.map(|conveyed| conveyed.0);
            let bytes = Wrapping::Letter.wrap(&Written::encode(&out.letter));
            batch.letter(out.line.0, out.of, bytes, held);
        }
        batch.events.extend(decision.events.into_iter().map(Event::Desk));
        batch.withdraw.extend(decision.withdraw.into_iter().map(|(seat, conveyed)| (seat.0, conveyed.0)));
        batch.call.extend(decision.call.into_iter().map(|(seat, conveyed)| (seat.0, conveyed.0)));
    }

    /// Takes a decision of a party's machine into a transaction.
    pub(crate) fn take_party(&self, batch: &mut Batch, decision: party::Decision) {
        batch.events.extend(decision.events.into_iter().map(Event::Party));
        for letter in decision.letters {
            let bytes = Wrapping::Letter.wrap(&Written::encode(&letter));
            batch.letter(TO_DESK, letter.item(), bytes, None);
        }
    }

    /// Writes the transaction, then takes it into what is in memory.
    pub(crate) fn commit(&mut self, batch: Batch) -> Result<(), OfficeError> {
        self.is_whole()?;
        let mut keys = Keys::default();
        let (journal, mut writes, written) =
            self.journal.append(&self.vault, &batch.events, &mut keys, &mut *self.rng)?;
        writes.extend(batch.writes);
        let mut moved = Moved::default();
        self.move_held(&batch.withdraw, &batch.call, &mut moved, &mut writes)?;
        for letter in &batch.letters {
            let Some(post) = self.posts.get(letter.line) else { continue }; // a seat without a line is told nothing
            let next = moved.next_seq.entry(letter.line).or_insert(post.next_seq);
            let seq = *next;
            *next += 1;
            if let Some(conveyed) = letter.held {
                moved.held.entry(letter.line).or_insert_with(|| post.held.clone()).insert(conveyed, seq);
            }
            let row =
                self.sealed_letter(Table::Sent, letter.line, seq, letter.item, &letter.bytes, &mut keys, &mut writes)?;
            let row = LetterRow { held: letter.held, ..row };
            writes.push(self.vault.put(Table::Sent, letter_key(letter.line, seq), &encode(&row), &mut *self.rng));
        }
        for (line, seq, item, bytes) in &batch.received {
            let row = self.sealed_letter(Table::Received, *line, *seq, *item, bytes, &mut keys, &mut writes)?;
            writes.push(self.vault.put(Table::Received, letter_key(*line, *seq), &encode(&row), &mut *self.rng));
        }
        if let Some((id, made)) = &batch.outcome {
            let made = serde_json::to_vec(made).unwrap_or_default();
            writes.push(self.vault.put(Table::Act, self.vault.row_for(&id.0), &made, &mut *self.rng));
        }
        let erased = self.erased_names(&batch.events);
        let removed: Vec<&str> = batch.events.iter().filter_map(removed_officer).collect();
        let ended = self.drafts.ended(batch.outcome.as_ref().map(|(id, _)| *id), &erased, &removed);
        let erases = !erased.is_empty() || !ended.is_empty();
        for name in &erased {
            writes.push(self.vault.erase_body_key(name, &mut *self.rng));
        }
        writes.extend(deletions(&ended));
        self.keep_lines(&mut writes);
        if writes.is_empty() {
            self.put_away();
            return Ok(());
        }
        // What follows was decided, and named, on what could be read.
        self.is_whole()?;
        self.vault.commit(&writes)?;

        self.drafts.gone(&ended);
        self.journal = journal;
        let mut machine = Some(std::mem::replace(&mut self.machine, Machine::Party(Box::default())));
        for event in &written {
            fold(&mut machine, &mut self.own, &mut self.hub, event);
        }
        if let Some(machine) = machine {
            self.machine = machine;
        }
        self.put_away();
        self.take_moved(moved);
        if erases || self.scrub_due {
            // The transaction stands whatever comes of this, so it is not the act's failure.
            self.scrub_due = self.vault.scrub().is_err();
        }
        Ok(())
    }

    /// The names of all words that these events erase: at the desk an item has others beside its own.
    fn erased_names(&self, events: &[Event]) -> Vec<BodyId> {
        let names = |erased: BodyId| match &self.machine {
            Machine::Desk(state) => state.names_of(ItemId(erased)),
            Machine::Party(_) => vec![erased],
        };
        events.iter().filter_map(Event::erased).flat_map(names).collect()
    }

    /// Rows for what the lines keep, where it changed.
    fn keep_lines(&mut self, writes: &mut Vec<Write>) {
        let (vault, rng) = (&self.vault, &mut *self.rng);
        self.posts.each_unkept(|number, post| {
            post.dirty |= post.line.durable_changed();
            if post.dirty {
                let kept = post.line.keep().to_vec();
                let row = LineRow { version: 1, kept, invited_until: post.invited_until, joined: post.joined };
                writes.push(vault.put(Table::Line, line_key(number), &encode(&row), rng));
            }
        });
    }

    fn take_moved(&mut self, moved: Moved) {
        self.posts.kept();
        for (line, seq) in moved.withdrawn {
            self.posts.stir(line);
            if let Some(post) = self.posts.get_mut(line) {
                let _ = post.line.withdraw(seq);
            }
        }
        for (line, seq) in moved.called {
            self.posts.stir(line);
            if let Some(post) = self.posts.get_mut(line) {
                post.line.call(seq);
            }
        }
        for (line, next_seq) in moved.next_seq {
            self.posts.stir(line);
            if let Some(post) = self.posts.get_mut(line) {
                post.next_seq = next_seq;
            }
        }
        for (line, held) in moved.held {
            if let Some(post) = self.posts.get_mut(line) {
                post.held = held;
            }
        }
    }

    /// Takes held letters back, closing the gap that they leave, and lets others go.
    fn move_held(
        &mut self,
        withdraw: &[(u32, [u8; 16])],
        call: &[(u32, [u8; 16])],
        moved: &mut Moved,
        writes: &mut Vec<Write>,
    ) -> Result<(), OfficeError> {
        for (line, conveyed) in call {
            let Some(post) = self.posts.get(*line) else { continue };
            let held = moved.held.entry(*line).or_insert_with(|| post.held.clone());
            let Some(seq) = held.remove(conveyed) else { continue };
            let key = letter_key(*line, seq);
            if let Some(plain) = self.vault.get(Table::Sent, &key)? {
                let row = LetterRow { called: true, ..Self::letter_row(&plain)? };
                writes.push(self.vault.put(Table::Sent, key, &encode(&row), &mut *self.rng));
            }
            moved.called.push((*line, seq));
        }
        for line in withdraw.iter().map(|(line, _)| *line).collect::<std::collections::BTreeSet<_>>() {
            let Some(post) = self.posts.get(line) else { continue };
            let held = moved.held.entry(line).or_insert_with(|| post.held.clone());
            let mut gone: Vec<u64> = Vec::new();
            for (_, conveyed) in withdraw.iter().filter(|(of, _)| *of == line) {
                if let Some(seq) = held.remove(conveyed) {
                    gone.push(seq);
                    moved.withdrawn.push((line, seq));
                }
            }
            let Some(first) = gone.iter().min().copied() else { continue };
            let end = post.next_seq;
            let mut to = first;
            for seq in first..end {
                if gone.contains(&seq) {
                    continue;
                }
                // Sealed to their place, rows are opened and sealed anew at the next free one.
                if let Some(plain) = self.vault.get(Table::Sent, &letter_key(line, seq))? {
                    let row = self.moved_letter(&plain, (line, seq), (line, to))?;
                    if let (Some(conveyed), false) = (row.held, row.called) {
                        held.insert(conveyed, to);
                    }
                    writes.push(self.vault.put(Table::Sent, letter_key(line, to), &encode(&row), &mut *self.rng));
                }
                to += 1;
            }
            for seq in to..end {
                writes.push(Write::Delete { table: Table::Sent, key: letter_key(line, seq) });
            }
            moved.next_seq.insert(line, to);
        }
        Ok(())
    }

    pub(crate) fn letter_row(plain: &[u8]) -> Result<LetterRow, OfficeError> {
        minicbor::decode(plain).map_err(|_| VaultError::Damaged("a letter's row").into())
    }

    #[allow(clippy::too_many_arguments, reason = "a row is its place and its content")]
    fn sealed_letter(
        &mut self,
        table: Table,
        line: u32,
        seq: u64,
        item: Option<BodyId>,
        bytes: &[u8],
        keys: &mut Keys,
        writes: &mut Vec<Write>,
    ) -> Result<LetterRow, OfficeError> {
        let key = match &item {
            Some(item) => keys.of(&self.vault, item, writes, &mut *self.rng)?,
            None => None,
        };
        let (item, body) = match (item, key) {
            (Some(item), Some(key)) => {
                (Some(item), seal::seal_row(key, &body_aad(table, line, seq), bytes, &mut *self.rng))
            }
            // Nothing of an erased item is kept again.
            (Some(_), None) => (None, Wrapping::Erased.wrap(&[])),
            (None, _) => (None, bytes.to_vec()),
        };
        Ok(LetterRow { version: 1, item, body, held: None, called: false })
    }

    fn moved_letter(&mut self, plain: &[u8], from: (u32, u64), to: (u32, u64)) -> Result<LetterRow, OfficeError> {
        let row = Self::letter_row(plain)?;
        let Some(item) = row.item else { return Ok(row) };
        let bytes = self.letter_bytes(&row, Table::Sent, from.0, from.1)?;
        let mut keys = Keys::default();
        let moved = self.sealed_letter(Table::Sent, to.0, to.1, Some(item), &bytes, &mut keys, &mut Vec::new())?;
        Ok(LetterRow { held: row.held, called: row.called, ..moved })
    }

    /// A letter as it goes, or went, over the line.
    pub(crate) fn letter_bytes(
        &self,
        row: &LetterRow,
        table: Table,
        line: u32,
        seq: u64,
    ) -> Result<zeroize::Zeroizing<Vec<u8>>, OfficeError> {
        let Some(item) = &row.item else { return Ok(row.body.clone().into()) };
        let mut keys = Keys::default();
        let Some(key) = keys.existing(&self.vault, item)? else {
            return Ok(Wrapping::Erased.wrap(&[]).into());
        };
        let opened = seal::open_row(key, &body_aad(table, line, seq), &row.body);
        Ok(opened.map_err(|_| VaultError::Damaged("a letter"))?)
    }

    /// This office was put back to an older state: its letters above `had_sent` get numbers after those that the peer has
    /// already, and the peer is asked to show what this office had said since. Whether a conveyance that was held then is
    /// with the peer is seen from that; until then it is held as before, under its new number.
    pub(crate) fn renumber(&mut self, line: u32, had_sent: u64, peer_has: u64) -> Result<(), OfficeError> {
        let Some(post) = self.posts.get(line) else { return Ok(()) };
        let end = post.next_seq.max(had_sent + 1);
        let shift = peer_has.saturating_sub(had_sent);
        let mut held = post.held.clone();
        let mut batch = Batch::new();
        for seq in (had_sent + 1..end).rev() {
            let key = letter_key(line, seq);
            let Some(plain) = self.vault.get(Table::Sent, &key)? else { continue };
            let row = self.moved_letter(&plain, (line, seq), (line, seq + shift))?;
            if let (Some(conveyed), false) = (row.held, row.called) {
                held.insert(conveyed, seq + shift);
            }
            batch.write(Write::Delete { table: Table::Sent, key });
            batch.write(self.vault.put(Table::Sent, letter_key(line, seq + shift), &encode(&row), &mut *self.rng));
        }
        batch.own(OfficeEvent::Restored { line, peer_has, had_sent: Some(had_sent) });
        let mut asked = had_sent.to_be_bytes().to_vec();
        asked.extend_from_slice(&peer_has.to_be_bytes());
        if let Some(post) = self.posts.get_mut(line) {
            post.held = held;
            post.next_seq = end + shift;
            post.acknowledged = post.acknowledged.max(peer_has);
        }
        batch.letter(line, None, Wrapping::EchoAsked.wrap(&asked), None);
        self.commit(batch)
    }
}

fn body_aad(table: Table, line: u32, seq: u64) -> Vec<u8> {
    let mut aad = b"letter body".to_vec();
    aad.push(table as u8);
    aad.extend_from_slice(&letter_key(line, seq));
    aad
}
