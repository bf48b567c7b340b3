//! Letters on their way in: put together from fragments, given out once each and in order.

use std::collections::BTreeMap;

use sealing::letter::{Letter, OVERHEAD_BYTES};
use sealing::{Direction, Key};
use zeroize::Zeroizing;

use crate::content::{Fragment, Opening};
use crate::limits::{BYTES_IN, LETTERS_OUT};
use crate::ranges::Ranges;
use crate::{LETTER_BYTES_MOST, Quarantine};

/// A letter's number, and the letter.
pub(crate) type Complete = (u64, Zeroizing<Vec<u8>>);

struct InLetter {
    attempt: u64,
    held: bool,
    bytes: Zeroizing<Vec<u8>>,
    there: Ranges,
    key: Option<Key>,
}

impl InLetter {
    fn complete(&self) -> bool {
        let total = u32::try_from(self.bytes.len()).unwrap_or(u32::MAX); // bounded when it was begun
        self.there.covers(total) && (!self.held || self.key.is_some())
    }
}

pub(crate) struct Inbox {
    /// The direction that these letters come in.
    direction: Direction,
    letters: BTreeMap<u64, InLetter>,
    bytes: usize,
    delivered: u64,
    journaled: u64,
}

impl Inbox {
    pub(crate) fn new(direction: Direction, journaled: u64) -> Inbox {
        Inbox { direction, letters: BTreeMap::new(), bytes: 0, delivered: journaled, journaled }
    }

    /// The last letter that the office has journaled.
    pub(crate) fn journaled(&self) -> u64 {
        self.journaled
    }

    /// The office has journaled it. `false` when that is no news, or was never given out.
    pub(crate) fn set_journaled(&mut self, seq: u64) -> bool {
        let news = seq > self.journaled && seq <= self.delivered;
        if news {
            self.journaled = seq;
        }
        news
    }

    /// A new session: parts of letters are sent again from the start.
    pub(crate) fn restart(&mut self) {
        self.letters.clear();
        self.bytes = 0;
    }

    pub(crate) fn fragment(&mut self, fragment: &Fragment<'_>) -> Result<(), Quarantine> {
        let seq = fragment.seq;
        if seq <= self.delivered {
            return Ok(()); // a repeat
        }
        let total = usize::try_from(fragment.total).map_err(|_| Quarantine::Excess)?;
        let start = usize::try_from(fragment.offset).map_err(|_| Quarantine::Malformed)?;
        let end = start.checked_add(fragment.bytes.len()).ok_or(Quarantine::Malformed)?;
        let end_u32 = u32::try_from(end).map_err(|_| Quarantine::Malformed)?;
        if fragment.bytes.is_empty() || end > total || fragment.attempt == 0 {
            return Err(Quarantine::Malformed);
        }
        let most = LETTER_BYTES_MOST + if fragment.held { OVERHEAD_BYTES } else { 0 };
        if total > most || seq > self.journaled.saturating_add(LETTERS_OUT) {
            return Err(Quarantine::Excess);
        }
        match self.letters.get(&seq) {
            Some(letter) if letter.attempt > fragment.attempt => return Ok(()), // of a letter that was taken back
            Some(letter) if letter.attempt < fragment.attempt => self.drop_letter(seq),
            _ => {}
        }
        if !self.letters.contains_key(&seq) {
            if seq != self.delivered + 1 && self.bytes.saturating_add(total) > BYTES_IN {
                return Err(Quarantine::Excess);
            }
            self.bytes += total;
            self.letters.insert(
                seq,
                InLetter {
                    attempt: fragment.attempt,
                    held: fragment.held,
                    bytes: Zeroizing::new(vec![0; total]),
                    there: Ranges::default(),
                    key: None,
                },
            );
        }
        let letter = self.letters.get_mut(&seq).ok_or(Quarantine::Malformed)?;
        if letter.bytes.len() != total || letter.held != fragment.held {
            return Err(Quarantine::Malformed);
        }
        let target = letter.bytes.get_mut(start..end).ok_or(Quarantine::Malformed)?;
        if !letter.there.insert(fragment.offset, end_u32) {
            return Err(Quarantine::Excess);
        }
        target.copy_from_slice(fragment.bytes);
        Ok(())
    }

    pub(crate) fn opening(&mut self, opening: &Opening<'_>) -> Result<(), Quarantine> {
        let key = Key::from_slice(opening.key).ok_or(Quarantine::Malformed)?;
        let letter = self.letters.get_mut(&opening.seq);
        if let Some(letter) = letter.filter(|letter| letter.held && letter.attempt == opening.attempt) {
            letter.key = Some(key);
        }
        Ok(())
    }

    /// The next letter in order, once it is complete.
    pub(crate) fn next_complete(&mut self) -> Option<Result<Complete, Quarantine>> {
        let seq = self.delivered + 1;
        if !self.letters.get(&seq)?.complete() {
            return None;
        }
        let letter = self.letters.remove(&seq)?;
        self.bytes = self.bytes.saturating_sub(letter.bytes.len());
        let bytes = match &letter.key {
            Some(key) => {
                let place = Letter { direction: self.direction, seq, attempt: letter.attempt };
                match place.open(key, &letter.bytes) {
                    Ok(bytes) => bytes,
                    Err(_) => return Some(Err(Quarantine::LetterUnopened)),
                }
            }
            None => letter.bytes,
        };
        self.delivered = seq;
        Some(Ok((seq, bytes)))
    }

    fn drop_letter(&mut self, seq: u64) {
        if let Some(letter) = self.letters.remove(&seq) {
            self.bytes = self.bytes.saturating_sub(letter.bytes.len());
        }
    }
}
