//! Letters on their way out: in order, in fragments, sent again when lost; held ones sealed until called.
//!
//! Deliberately not here: cells and windows (`outbound`).

use std::collections::VecDeque;

use rand_core::CryptoRng;
use sealing::letter::Letter;
use sealing::{Direction, Key};
use zeroize::Zeroizing;

use crate::limits::{BYTES_OUT, LETTERS_OUT};
use crate::ranges::Ranges;
use crate::{LETTER_BYTES_MOST, NotTaken};

/// Something in a cell that must arrive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Piece {
    /// Bytes of a letter.
    Fragment { seq: u64, attempt: u64, start: u32, end: u32 },
    /// The key of a held letter.
    Opening { seq: u64, attempt: u64 },
    /// A fresh key for that epoch of the peer's direction.
    Offer { epoch: u64 },
    /// The ciphertext for that epoch of our direction.
    Encapsulation { epoch: u64 },
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Opened {
    Not,
    OnItsWay,
    Arrived,
}

struct Held {
    key: Option<Key>,
    called: bool,
    opened: Opened,
    ready_told: bool,
}

struct OutLetter {
    seq: u64,
    /// 0 until its first byte goes.
    attempt: u64,
    bytes: Zeroizing<Vec<u8>>,
    held: Option<Held>,
    todo: VecDeque<(u32, u32)>,
    arrived: Ranges,
}

impl OutLetter {
    fn total(&self) -> u32 {
        u32::try_from(self.bytes.len()).unwrap_or(u32::MAX) // a letter has at most 512 KiB
    }

    fn wholly_there(&self) -> bool {
        self.attempt != 0 && self.arrived.covers(self.total())
    }

    /// Gives it an attempt, seals it if it is held, and lines up all of it.
    fn begin(&mut self, attempt: u64, direction: Direction, rng: &mut dyn CryptoRng) {
        self.attempt = attempt;
        if let Some(held) = &mut self.held {
            let key = Key::generate(rng);
            let place = Letter { direction, seq: self.seq, attempt };
            self.bytes = Zeroizing::new(place.seal(&key, &self.bytes, rng));
            held.key = Some(key);
        }
        self.todo = VecDeque::from([(0, self.total())]);
    }
}

pub(crate) struct Outbox {
    direction: Direction,
    letters: VecDeque<OutLetter>,
    attempts: u64,
    bytes: usize,
}

impl Outbox {
    pub(crate) fn new(direction: Direction) -> Outbox {
        Outbox { direction, letters: VecDeque::new(), attempts: 0, bytes: 0 }
    }

    pub(crate) fn len(&self) -> u64 {
        u64::try_from(self.letters.len()).unwrap_or(u64::MAX)
    }

    /// The next number that there is room for, after `acked`.
    pub(crate) fn wants(&self, acked: u64) -> Option<u64> {
        let Some(last) = self.letters.back() else { return Some(acked + 1) };
        let uncalled = last.held.as_ref().is_some_and(|held| !held.called);
        let room = !uncalled && self.len() < LETTERS_OUT && self.bytes < BYTES_OUT;
        room.then_some(last.seq + 1)
    }

    pub(crate) fn offer(&mut self, seq: u64, letter: Vec<u8>, held: bool) -> Result<(), NotTaken> {
        let bytes = Zeroizing::new(letter);
        if bytes.is_empty() || bytes.len() > LETTER_BYTES_MOST {
            return Err(NotTaken::Size);
        }
        self.bytes += bytes.len();
        let held = held.then_some(Held { key: None, called: false, opened: Opened::Not, ready_told: false });
        self.letters.push_back(OutLetter {
            seq,
            attempt: 0,
            bytes,
            held,
            todo: VecDeque::new(),
            arrived: Ranges::default(),
        });
        Ok(())
    }

    /// `false` where there is no held letter of that number.
    pub(crate) fn call(&mut self, seq: u64) -> bool {
        let held = self.find(seq).and_then(|letter| letter.held.as_mut());
        held.is_some_and(|held| {
            held.called = true;
            true
        })
    }

    /// Takes back the last letter if it is held and was not called. Its key is gone with it.
    pub(crate) fn withdraw(&mut self, seq: u64) -> bool {
        let last = self.letters.back().filter(|letter| letter.seq == seq);
        let free = last.and_then(|letter| letter.held.as_ref()).is_some_and(|held| !held.called);
        if free {
            self.letters.pop_back();
            self.recount();
        }
        free
    }

    /// Drops what the peer has journaled.
    pub(crate) fn acknowledge(&mut self, through: u64) {
        while self.letters.front().is_some_and(|letter| letter.seq <= through) {
            self.letters.pop_front();
        }
        self.recount();
    }

    pub(crate) fn clear(&mut self) {
        self.letters.clear();
        self.bytes = 0;
    }

    /// A new session: nothing has arrived.
    pub(crate) fn restart(&mut self) {
        for letter in self.letters.iter_mut().filter(|letter| letter.attempt != 0) {
            letter.todo = VecDeque::from([(0, letter.total())]);
            letter.arrived = Ranges::default();
            if let Some(held) = &mut letter.held {
                held.opened = Opened::Not;
            }
        }
    }

    /// Whether there is something to send.
    pub(crate) fn has_work(&self) -> bool {
        self.letters.iter().any(|letter| letter.attempt == 0 || !letter.todo.is_empty() || opening_due(letter))
    }

    /// Whether a letter is wholly there, free to be read, and not yet acknowledged.
    pub(crate) fn awaits_journal(&self) -> bool {
        self.letters.iter().any(|letter| {
            letter.wholly_there() && letter.held.as_ref().is_none_or(|held| held.opened == Opened::Arrived)
        })
    }

    /// The next held letter that was called, is over there, and whose key has not gone.
    pub(crate) fn next_opening(&mut self) -> Option<Piece> {
        let letter = self.letters.iter_mut().find(|letter| opening_due(letter))?;
        let held = letter.held.as_mut()?;
        held.opened = Opened::OnItsWay;
        Some(Piece::Opening { seq: letter.seq, attempt: letter.attempt })
    }

    /// The next bytes to send, at most `room`.
    pub(crate) fn next_fragment(&mut self, room: usize, rng: &mut dyn CryptoRng) -> Option<Piece> {
        let room = u32::try_from(room).ok().filter(|room| *room > 0)?;
        for letter in &mut self.letters {
            if letter.attempt == 0 {
                self.attempts += 1;
                letter.begin(self.attempts, self.direction, rng);
            }
            while let Some((start, end)) = letter.todo.pop_front() {
                let Some((from, to)) = letter.arrived.first_missing(start, end) else { continue };
                let cut = to.min(from.saturating_add(room));
                if cut < end {
                    letter.todo.push_front((cut, end));
                }
                return Some(Piece::Fragment { seq: letter.seq, attempt: letter.attempt, start: from, end: cut });
            }
        }
        None
    }

    /// The bytes of a fragment, with the letter's length and whether it is held.
    pub(crate) fn fragment(&self, seq: u64, start: u32, end: u32) -> Option<(u32, bool, &[u8])> {
        let letter = self.letters.iter().find(|letter| letter.seq == seq)?;
        let range = usize::try_from(start).ok()?..usize::try_from(end).ok()?;
        Some((letter.total(), letter.held.is_some(), letter.bytes.get(range)?))
    }

    /// The key of a held letter that was called, and of no other.
    pub(crate) fn opening(&self, seq: u64) -> Option<&Key> {
        let letter = self.letters.iter().find(|letter| letter.seq == seq)?;
        letter.held.as_ref().filter(|held| held.called)?.key.as_ref()
    }

    /// Whether the peer still lacks it, as far as we know.
    pub(crate) fn needed(&self, piece: &Piece) -> bool {
        match *piece {
            Piece::Fragment { seq, attempt, start, end } => self
                .letters
                .iter()
                .any(|l| l.seq == seq && l.attempt == attempt && l.arrived.first_missing(start, end).is_some()),
            Piece::Opening { seq, attempt } => self.letters.iter().any(|l| {
                l.seq == seq && l.attempt == attempt && l.held.as_ref().is_some_and(|h| h.opened != Opened::Arrived)
            }),
            Piece::Offer { .. } | Piece::Encapsulation { .. } => false,
        }
    }

    /// It has arrived. Gives the number of a held letter that is now wholly there and waits to be called.
    pub(crate) fn arrived(&mut self, piece: &Piece) -> Option<u64> {
        match *piece {
            Piece::Fragment { seq, attempt, start, end } => {
                let letter = self.find(seq).filter(|letter| letter.attempt == attempt)?;
                letter.arrived.insert(start, end);
                let whole = letter.wholly_there();
                let held = letter.held.as_mut()?;
                if whole && !held.called && !held.ready_told {
                    held.ready_told = true;
                    return Some(seq);
                }
            }
            Piece::Opening { seq, attempt } => {
                let letter = self.find(seq).filter(|letter| letter.attempt == attempt)?;
                letter.held.as_mut()?.opened = Opened::Arrived;
            }
            Piece::Offer { .. } | Piece::Encapsulation { .. } => {}
        }
        None
    }

    /// It may be lost: it is to be sent again.
    pub(crate) fn lost(&mut self, piece: &Piece) {
        match *piece {
            Piece::Fragment { seq, attempt, start, end } => {
                if let Some(letter) = self.find(seq).filter(|letter| letter.attempt == attempt) {
                    letter.todo.push_front((start, end));
                }
            }
            Piece::Opening { seq, attempt } => {
                let letter = self.find(seq).filter(|letter| letter.attempt == attempt);
                if let Some(held) = letter.and_then(|letter| letter.held.as_mut())
                    && held.opened == Opened::OnItsWay
                {
                    held.opened = Opened::Not;
                }
            }
            Piece::Offer { .. } | Piece::Encapsulation { .. } => {}
        }
    }

    fn find(&mut self, seq: u64) -> Option<&mut OutLetter> {
        self.letters.iter_mut().find(|letter| letter.seq == seq)
    }

    fn recount(&mut self) {
        self.bytes = self.letters.iter().map(|letter| letter.bytes.len()).sum();
    }
}

fn opening_due(letter: &OutLetter) -> bool {
    let called = letter.held.as_ref().is_some_and(|held| held.called && held.opened == Opened::Not);
    called && letter.wholly_there()
}
