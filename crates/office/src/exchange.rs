//! The office's side of its lines: what comes from a hub goes to the line, what the line brings goes to the machine,
//! and what both want to say goes out, each step after its transaction.

use channel::envelope::Written;
use channel::{ConveyedId, SeatId, ToDesk, ToParty, desk, party};
use line::{LETTER_BYTES_MOST, LineEvent, PutOutcome, Quarantine, Tick};
use sha2::{Digest, Sha256};
use wire::{Address, Cell, PutReply, Refusal};

use crate::batch::Batch;
use crate::event::OfficeEvent;
use crate::faults::spend;
use crate::office::{Machine, Office, OfficeError};
use crate::post::{Trouble, UnderWay, Wrapping, letter_key, letter_of};
use crate::refused::OwnRefusal;
use crate::store::{Store, Table};
use crate::transport::{Answer, CallId, Outbound};

/// How many lines begin their exchange at once after a start. Each costs about a millisecond, and whoever asks the office
/// something waits for them.
const BEGUN_AT_ONCE: usize = 32;

/// After how many milliseconds a line whose invitation lapsed is looked at again.
const LAPSED_LOOKED_AT: u64 = 60_000;

/// How many echoes are given on a line while a process runs: a peer that asks for more is not restored, it is hostile.
const ECHOES: usize = 64;

/// Hashes of letters, by their number on a line; none for one whose words were erased.
pub type LetterHashes = std::collections::BTreeMap<u64, Option<[u8; 32]>>;

/// How much shorter a letter is than the longest that a line carries, so that there is room for what is put around it in
/// the journal and in an echo. What an office writes itself is shorter by far.
const ROOM: usize = 64;

impl<S: Store> Office<S> {
    /// What is to be asked of the hub now. Everything that it rests on is on the disk.
    pub fn calls(&mut self) -> Result<Vec<Outbound>, OfficeError> {
        self.take_time()?;
        let now = self.clock.tick();
        let rng = &mut *self.rng;
        self.posts.begin(BEGUN_AT_ONCE, |post| post.line.start(now, rng));
        self.settle_lines()?;
        self.commit(Batch::new())?;
        let civil = self.clock.civil().0;
        let mut out = Vec::new();
        for number in self.posts.uncalled() {
            let Some(post) = self.posts.get_mut(number) else { continue };
            if post.lapsed(civil) {
                // Civil time may be put right: then whoever was invited is still expected.
                self.posts.rests(number, false, Some(now.after(LAPSED_LOOKED_AT)));
                continue;
            }
            let calls = post.calls(now, &mut *self.rng);
            let has_called = !calls.is_empty();
            for (call, under_way, instead_of) in calls {
                self.next_call += 1;
                let id = CallId(self.next_call);
                if let Some(old) = instead_of {
                    post.calls.remove(&old);
                }
                post.calls.insert(id, under_way);
                out.push(Outbound { id, line: number, instead_of, call });
            }
            let wakes = post.wakes();
            self.posts.rests(number, has_called, wakes);
        }
        Ok(out)
    }

    /// When [`Office::timeout`] wants to be called next.
    pub fn next_timeout(&self) -> Option<Tick> {
        let civil = self.clock.civil().0;
        self.posts.next_wake(|post| !post.lapsed(civil))
    }

    /// Time has come for something.
    pub fn timeout(&mut self) -> Result<(), OfficeError> {
        let now = self.clock.tick();
        for number in self.posts.due(now) {
            self.posts.stir(number);
            let Some(post) = self.posts.get_mut(number) else { continue };
            if post.retry_at().is_some_and(|at| at <= now) {
                post.nudge();
            }
            if post.line.next_timeout().is_some_and(|at| at <= now) {
                post.line.handle_timeout(now, &mut *self.rng);
            }
        }
        self.settle_lines()
    }

    /// Takes what came of a call. An answer that nobody waits for is passed over.
    pub fn answer(&mut self, line: u32, id: CallId, answer: Answer) -> Result<(), OfficeError> {
        let now = self.clock.tick();
        let Some(post) = self.posts.get_mut(line) else { return Ok(()) };
        let Some(under_way) = post.calls.remove(&id) else { return Ok(()) };
        let reached = !matches!(answer, Answer::Unreachable | Answer::WrongHub);
        post.reached(reached, now);
        match &answer {
            Answer::WrongHub => post.trouble = Some(Trouble::WrongHub),
            Answer::Put(PutReply::Refused(Refusal::Pass)) => post.trouble = Some(Trouble::PassRefused),
            Answer::Put(PutReply::Refused(Refusal::Full)) => post.trouble = Some(Trouble::HubFull),
            Answer::Put(_) => post.trouble = None,
            _ if reached && post.trouble == Some(Trouble::WrongHub) => post.trouble = None,
            _ => {}
        }
        match (under_way, answer) {
            (UnderWay::Put(address), Answer::Put(reply)) => {
                let outcome = match reply {
                    PutReply::Stored => PutOutcome::Stored,
                    PutReply::Taken => PutOutcome::Taken,
                    PutReply::Refused(_) => PutOutcome::Failed,
                };
                post.line.handle_put(&address, outcome, now, &mut *self.rng);
            }
            (UnderWay::Put(address), _) => {
                post.line.handle_put(&address, PutOutcome::Failed, now, &mut *self.rng);
            }
            (UnderWay::Collect { addresses, waits }, Answer::Collected(slots)) => {
                let came: Vec<(Address, Cell)> =
                    addresses.into_iter().zip(slots).filter_map(|(address, slot)| Some((address, slot?))).collect();
                if came.is_empty() {
                    post.found_nothing(waits);
                }
                self.take_cells(line, came, now)?;
            }
            (UnderWay::Erase(keys), answer) => {
                if !matches!(answer, Answer::Erased) {
                    post.to_erase.extend(keys);
                }
            }
            (UnderWay::Collect { .. }, _) => {}
        }
        self.posts.stir(line);
        self.settle_lines()
    }

    /// Hands cells to the line, as a rehearsal's faults let them through.
    fn take_cells(&mut self, line: u32, mut came: Vec<(Address, Cell)>, now: Tick) -> Result<(), OfficeError> {
        let mut lost = Vec::new();
        if self.armed.lose > 0 {
            came.retain(|(address, _)| {
                let lose = spend(&mut self.armed.lose);
                if lose {
                    lost.push(*address);
                }
                !lose
            });
        }
        if self.armed.reorder > 0 && !came.is_empty() {
            if came.len() == 1 {
                came.clear(); // it stays at the hub and comes with, or after, the next
            } else {
                came.reverse();
            }
            self.armed.reorder -= 1;
        }
        let repeats = came.iter().take_while(|_| spend(&mut self.armed.repeat)).count();
        let again: Vec<_> = came.iter().take(repeats).cloned().collect();
        if let Some(post) = self.posts.get_mut(line) {
            let watched = post.line.watch();
            post.to_erase.extend(watched.into_iter().filter(|key| lost.contains(&key.address())));
        }
        for (address, cell) in came.into_iter().chain(again) {
            let Some(post) = self.posts.get_mut(line) else { return Ok(()) };
            let _ = post.line.handle_cell(&address, &cell, now, &mut *self.rng); // told again as an event
            self.take_line_events(line)?;
        }
        Ok(())
    }

    /// Brings every line to rest on which something happened: its events taken, its letters offered.
    fn settle_lines(&mut self) -> Result<(), OfficeError> {
        while let Some(number) = self.posts.next_unsettled() {
            self.take_line_events(number)?;
            self.feed(number)?;
        }
        Ok(())
    }

    /// Offers the line the letters that it has room for.
    fn feed(&mut self, number: u32) -> Result<(), OfficeError> {
        loop {
            let Some(post) = self.posts.get(number) else { return Ok(()) };
            let Some(seq) = post.line.wants().filter(|seq| *seq < post.next_seq) else { return Ok(()) };
            let (bytes, held) = match self.vault.get(Table::Sent, &letter_key(number, seq))? {
                Some(plain) => {
                    let row = Self::letter_row(&plain)?;
                    let held = row.held.is_some() && !row.called;
                    (self.letter_bytes(&row, Table::Sent, number, seq)?.to_vec(), held)
                }
                // What a restored office said before and does not know any more: the peer has it.
                None => (Wrapping::Erased.wrap(&[]), false),
            };
            let Some(post) = self.posts.get_mut(number) else { return Ok(()) };
            if post.line.offer(seq, bytes, held).is_err() {
                return Ok(());
            }
        }
    }

    fn take_line_events(&mut self, number: u32) -> Result<(), OfficeError> {
        loop {
            let Some(post) = self.posts.look_at(number) else { return Ok(()) };
            let mut events: Vec<LineEvent> = std::iter::from_fn(|| post.line.poll_event()).collect();
            if events.is_empty() {
                return Ok(());
            }
            self.posts.stir(number);
            // That this office is behind comes before all else: nothing may be written down as if it were not.
            events.sort_by_key(|event| !matches!(event, LineEvent::Behind { .. }));
            for event in events {
                self.take_line_event(number, event)?;
            }
        }
    }

    fn take_line_event(&mut self, number: u32, event: LineEvent) -> Result<(), OfficeError> {
        {
            let now = self.clock.civil();
            let Some(post) = self.posts.get_mut(number) else { return Ok(()) };
            match event {
                LineEvent::Established => {
                    if !post.joined {
                        post.joined = true;
                        post.dirty = true;
                        let mut batch = Batch::new();
                        batch.own(OfficeEvent::Joined { line: number });
                        self.commit(batch)?;
                    }
                }
                LineEvent::Letter { seq, bytes } => self.take_letter(number, seq, &bytes)?,
                LineEvent::Ready { seq } => self.take_ready(number, seq)?,
                LineEvent::Acknowledged { through } => self.take_acknowledged(number, through)?,
                LineEvent::Behind { peer_has, had_sent } => self.renumber(number, had_sent, peer_has)?,
                LineEvent::PeerBehind { peer_has } => {
                    let mut batch = Batch::new();
                    batch.own(OfficeEvent::PeerRestored { line: number, peer_has });
                    self.commit(batch)?;
                }
                // It asks for what it lacks with a letter of its own, which no crash loses.
                LineEvent::PeerForgot { .. } => {}
                LineEvent::Quarantined { reason: Quarantine::Unawaited } => {}
                LineEvent::Quarantined { reason } => post.quarantined.take(now, reason),
            }
        }
        Ok(())
    }

    /// A letter takes effect: once, in order, in one transaction with the line's count.
    fn take_letter(&mut self, number: u32, seq: u64, bytes: &[u8]) -> Result<(), OfficeError> {
        let mut batch = Batch::new();
        let mut item = None;
        let verdict = match Wrapping::unwrap(bytes) {
            _ if bytes.len() > LETTER_BYTES_MOST - ROOM => {
                Err("the letter is longer than any that an office writes".to_owned())
            }
            None => Err(said(OwnRefusal::UnknownWrapping)),
            Some((Wrapping::Erased, _)) => Ok(()),
            Some((Wrapping::Letter, letter)) => self.decide_letter(number, letter, &mut batch, &mut item),
            // So many letters were lost, and no more: an office that was put back once does not believe its peer for ever.
            Some((Wrapping::Echo, _)) if self.own.unshown.get(&number).is_none_or(|unshown| *unshown == 0) => {
                Err(said(OwnRefusal::NothingMissing))
            }
            Some((Wrapping::Echo, letter)) => {
                batch.own(OfficeEvent::Shown { line: number });
                self.decide_echo(number, letter, &mut batch, &mut item)
            }
            Some((Wrapping::EchoAsked, numbers)) => {
                self.echo(number, numbers, &mut batch)?;
                Ok(())
            }
        };
        if let Err(reason) = verdict {
            batch.own(OfficeEvent::SetAside { line: number, letter: seq, reason });
        }
        batch.received(number, seq, item, bytes.to_vec());
        if let Some(post) = self.posts.get_mut(number) {
            post.line.journaled(seq);
        }
        self.commit(batch)
    }

    fn decide_letter(
        &self,
        number: u32,
        letter: &[u8],
        batch: &mut Batch,
        item: &mut Option<[u8; 16]>,
    ) -> Result<(), String> {
        let now = self.clock.civil();
        match &self.machine {
            Machine::Desk(state) => {
                let letter = <ToDesk as Written>::decode(letter).map_err(|error| error.to_string())?;
                *item = state.words_name(SeatId(number), &letter);
                let input = desk::Input::Letter { from: SeatId(number), letter };
                let decision = desk::decide(state, input, now).map_err(|refusal| refusal.to_string())?;
                self.take_desk(batch, decision);
            }
            Machine::Party(state) => {
                let letter = <ToParty as Written>::decode(letter).map_err(|error| error.to_string())?;
                *item = letter.item();
                let decision = party::decide(state, party::Input::Letter(letter), now);
                self.take_party(batch, decision.map_err(|refusal| refusal.to_string())?);
            }
        }
        Ok(())
    }

    /// What this office had said before it was restored, as its peer has it.
    fn decide_echo(
        &self,
        number: u32,
        letter: &[u8],
        batch: &mut Batch,
        item: &mut Option<[u8; 16]>,
    ) -> Result<(), String> {
        let Some((Wrapping::Letter, letter)) = Wrapping::unwrap(letter) else { return Ok(()) };
        let now = self.clock.civil();
        match &self.machine {
            Machine::Desk(state) => {
                let letter = <ToParty as Written>::decode(letter).map_err(|error| error.to_string())?;
                *item = letter.item();
                let input = desk::Input::Echo { to: SeatId(number), letter };
                let decision = desk::decide(state, input, now).map_err(|refusal| refusal.to_string())?;
                self.take_desk(batch, decision);
            }
            Machine::Party(state) => {
                let letter = <ToDesk as Written>::decode(letter).map_err(|error| error.to_string())?;
                *item = letter.item();
                let decision = party::decide(state, party::Input::Echo(letter), now);
                self.take_party(batch, decision.map_err(|refusal| refusal.to_string())?);
            }
        }
        Ok(())
    }

    /// A held letter is wholly over there: the machine says whether it may be let go.
    fn take_ready(&mut self, number: u32, seq: u64) -> Result<(), OfficeError> {
        let Some(plain) = self.vault.get(Table::Sent, &letter_key(number, seq))? else { return Ok(()) };
        let Some(conveyed) = Self::letter_row(&plain)?.held else { return Ok(()) };
        let Machine::Desk(state) = &self.machine else { return Ok(()) };
        let input = desk::Input::Ready { seat: SeatId(number), conveyed: ConveyedId(conveyed) };
        let mut batch = Batch::new();
        match desk::decide(state, input, self.clock.civil()) {
            Ok(decision) => self.take_desk(&mut batch, decision),
            Err(refusal) => {
                // What may not be let go is taken back, so that it never stands in the way of what comes after it.
                let reason = refusal.to_string();
                batch.own(OfficeEvent::SetAside { line: number, letter: seq, reason });
                batch.take_back(number, conveyed);
            }
        }
        self.commit(batch)
    }

    /// The other end has journaled our letters through `through`.
    fn take_acknowledged(&mut self, number: u32, through: u64) -> Result<(), OfficeError> {
        let Some(post) = self.posts.get(number) else { return Ok(()) };
        let from = post.acknowledged + 1;
        let mut batch = Batch::new();
        for seq in from..=through {
            let Machine::Desk(state) = &self.machine else { break };
            let Some(plain) = self.vault.get(Table::Sent, &letter_key(number, seq))? else { continue };
            let Some(conveyed) = Self::letter_row(&plain)?.held else { continue };
            let input = desk::Input::Delivered { seat: SeatId(number), conveyed: ConveyedId(conveyed) };
            if let Ok(decision) = desk::decide(state, input, self.clock.civil()) {
                self.take_desk(&mut batch, decision);
            }
        }
        self.commit(batch)?;
        if let Some(post) = self.posts.get_mut(number) {
            post.acknowledged = post.acknowledged.max(through);
        }
        Ok(())
    }

    /// Shows a peer that was restored what it had said since its backup; the same of it once.
    fn echo(&mut self, number: u32, numbers: &[u8], batch: &mut Batch) -> Result<(), OfficeError> {
        let Some((first, last)) = numbers.split_first_chunk::<8>() else { return Ok(()) };
        let Ok(last) = last.try_into() else { return Ok(()) };
        let (known, through) = (u64::from_be_bytes(*first), u64::from_be_bytes(last));
        let Some(post) = self.posts.get_mut(number) else { return Ok(()) };
        let through = through.min(post.line.status().received);
        if post.echoed.len() >= ECHOES || !post.echoed.insert((known, through)) {
            return Ok(());
        }
        batch.own(OfficeEvent::PeerRestored { line: number, peer_has: known });
        for seq in known.saturating_add(1)..=through {
            let Some(plain) = self.vault.get(Table::Received, &letter_key(number, seq))? else { continue };
            let row = Self::letter_row(&plain)?;
            let bytes = self.letter_bytes(&row, Table::Received, number, seq)?;
            // An echo of an echo, or of another question for one, tells nobody anything; and what was set aside for its
            // length would, with what marks an echo, not go on any line.
            if bytes.len() < LETTER_BYTES_MOST && matches!(Wrapping::unwrap(&bytes), Some((Wrapping::Letter, _))) {
                batch.letter(number, row.item, Wrapping::Echo.wrap(&bytes), None);
            }
        }
        Ok(())
    }

    /// The letters of a line by number, as their hashes: those said and those heard. For checking one end against the
    /// other.
    pub fn letters(&self, line: u32) -> Result<(LetterHashes, LetterHashes), OfficeError> {
        let mut both = [LetterHashes::new(), LetterHashes::new()];
        for (table, hashes) in [Table::Sent, Table::Received].into_iter().zip(&mut both) {
            let mut from = letter_key(line, 0);
            loop {
                let rows = self.vault.scan(table, &from, 256)?;
                let mut last = None;
                for (key, plain) in rows {
                    let Some(seq) = letter_of(&key).filter(|(of, _)| *of == line).map(|(_, seq)| seq) else { break };
                    let row = Self::letter_row(&plain)?;
                    let bytes = self.letter_bytes(&row, table, line, seq)?;
                    let erased = matches!(Wrapping::unwrap(&bytes), Some((Wrapping::Erased, _)));
                    hashes.insert(seq, (!erased).then(|| Sha256::digest(&bytes).into()));
                    last = Some(seq);
                }
                let Some(last) = last else { break };
                from = letter_key(line, last + 1);
            }
        }
        Ok(both.into())
    }

    /// At a desk, its own name of each pair, proposal, offer, readout and text, by the name that an office has for it; for a
    /// rehearsal, which goes by names of its own.
    pub fn names_at_seats(&self) -> std::collections::BTreeMap<String, String> {
        let Machine::Desk(state) = &self.machine else { return std::collections::BTreeMap::new() };
        let hex = |name: [u8; 16]| name.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
        state.names_at_seats().map(|(handle, name)| (hex(handle), hex(name))).collect()
    }

    /// Everything that this office holds in the clear, for a rehearsal's `never`.
    pub fn holds(&self) -> Result<Vec<String>, OfficeError> {
        let mut texts = Vec::new();
        crate::journal::Journal::read(&self.vault, |_, event| texts.push(words_of(&event.encode())))?;
        for table in [Table::Sent, Table::Received] {
            let mut from = Vec::new();
            loop {
                let rows = self.vault.scan(table, &from, 256)?;
                let Some((last, _)) = rows.last() else { break };
                from = last.clone();
                from.push(0);
                for (key, plain) in rows {
                    let Some((line, seq)) = letter_of(&key) else { continue };
                    let row = Self::letter_row(&plain)?;
                    texts.push(words_of(&self.letter_bytes(&row, table, line, seq)?));
                }
            }
        }
        texts.extend(self.drafts_typed()?);
        Ok(texts)
    }
}

/// Bytes as text, so that words within them can be searched for.
fn words_of(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The sentence of a reason that is the office's own, as the journal keeps it.
fn said(refusal: OwnRefusal) -> String {
    refusal.sentence().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use channel::{ActId, PartyId};
    use line::Tick;
    use sealing::Params;

    use super::*;
    use crate::act::{Act, OfficeAct};
    use crate::clock::Clock;
    use crate::office::Founding;
    use crate::store::SqliteStore;

    struct Standing;

    impl Clock for Standing {
        fn civil(&self) -> channel::Civil {
            channel::Civil(1_800_000_000)
        }

        fn tick(&self) -> Tick {
            Tick(0)
        }
    }

    /// A peer that lies about what an office has said is believed in as many letters as the office knows to be missing.
    #[test]
    fn a_peer_is_believed_in_no_more_letters_than_were_lost() {
        let home = tempfile::tempdir().unwrap();
        let founding = Founding {
            store: SqliteStore::create(&home.path().join("vault.sqlite")).unwrap(),
            passphrase: "a passphrase of a test",
            holder: "anna",
            params: Params::least(),
            rehearsal: true,
            clock: Arc::new(Standing),
            rng: Box::new(crate::random::machine_random()),
        };
        let hub = crate::event::HubPlace { place: "hub.example:443".to_owned(), pin: [1; 32], pass: [2; 32] };
        let mut office = Office::found_desk(founding, hub).unwrap();
        let (name, officers, two_officers) = ("The Desk".to_owned(), vec!["anna".to_owned()], false);
        let set_up = desk::Command::SetUp { name, officers, two_officers };
        let (party, name, principal) = (PartyId(1), "Northland".to_owned(), "the minister".to_owned());
        let add = desk::Command::AddParty { party, name, principal, calls: Default::default() };
        let invite = OfficeAct::Invite { party: 1, envoy: None, until: 1_900_000_000, replace: false };
        for (number, act) in (1..).zip([Act::Desk(set_up), Act::Desk(add), Act::Office(invite)]) {
            office.act(ActId([number; 16]), "anna", act).unwrap();
        }
        let line = office.posts.last_number().unwrap();
        let interest = ToParty::InterestDeclared { number: 1, words: "Grain.".to_owned(), on: channel::Day(20_000) };
        let shown = Wrapping::Echo.wrap(&Wrapping::Letter.wrap(&interest.encode()));
        let set_aside = |letter: u64, office: &mut Office<SqliteStore>| {
            office.take_letter(line, letter, &shown).unwrap();
            office.own.set_aside.iter().any(|(_, aside, _)| *aside == letter)
        };
        assert!(set_aside(1, &mut office), "nothing was lost");
        office.renumber(line, 1, 3).unwrap();
        assert!(!set_aside(2, &mut office) && !set_aside(3, &mut office), "two were lost");
        assert!(set_aside(4, &mut office), "there was no third");
    }

    #[test]
    fn a_letter_comes_out_of_its_wrapping_as_it_went_in() {
        for wrapping in [Wrapping::Letter, Wrapping::Echo, Wrapping::Erased] {
            assert_eq!(Wrapping::unwrap(&wrapping.wrap(b"words")), Some((wrapping, b"words".as_slice())));
        }
        assert_eq!(Wrapping::unwrap(&[9, 1]), None);
        assert_eq!(Wrapping::unwrap(&[]), None);
    }
}
