//! Drafts: what was typed into a form and not sent. They are rows of the vault and no part of the journal, so that what was
//! typed over is not kept for ever; they leave the office by nothing.
//!
//! There is one for each officer and form. It goes when its act is done, in the same transaction; when the words of an item
//! that it is about are erased, in the same transaction; with the officer whose it is; when it is thrown away; and by itself. Each time the disk is
//! cleared of what it was. Deliberately not here: what is in a form.
//!
//! Of a form whose draft was thrown away nothing is kept any more, whatever a page that still has it saves: the form is known by
//! the id of its act. That is remembered as long as the office is open, and so are the sessions in which such a page can be.

use std::collections::{BTreeMap, VecDeque};

use channel::{ActId, Civil, ConveyedId, ItemId, Tie};
use minicbor::bytes::ByteArray;
use minicbor::{Decode, Encode};
use serde::{Deserialize, Serialize};

use crate::office::{Machine, Office, OfficeError};
use crate::refused::OwnRefusal;
use crate::store::{Store, Table, Write};
use crate::vault::{BodyId, BodyKey, Vault, VaultError, encode};

/// How many drafts an office keeps of one officer: the oldest makes room.
pub const DRAFTS: usize = 64;
/// The longest form that is kept, in bytes, as a browser sends it: an item's longest text in any script, each byte as three.
pub const LONGEST: usize = 1 << 20;
/// For how many days a draft is kept after it was last changed.
pub const KEPT_DAYS: i64 = 30;
/// The longest name of a form, and how many items one is about at most: a disclosure names the most.
const NAME: usize = 512;
const ABOUT: usize = 80;
/// Of how many forms it is known that their drafts were thrown away: the earliest make room.
const THROWN: usize = 512;

/// What is asked of an office about its drafts.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DraftAct {
    /// Keep this in the place of what was kept of the same form.
    Keep {
        /// Which form.
        form: String,
        /// The act that will be asked with it.
        act: ActId,
        /// The numbers of the items that it is about.
        about: Vec<u32>,
        /// What else it is about: the id of a question, a proposal, an offer, a readout, a text or a note.
        of: Option<ItemId>,
        /// What was typed.
        typed: String,
    },
    /// Show what is kept of this form.
    Show {
        /// Which form.
        form: String,
    },
    /// Throw it away, and keep nothing more of it.
    Drop {
        /// Which form.
        form: String,
        /// The act that would have been asked with it.
        act: ActId,
    },
}

/// What is kept of a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DraftView {
    /// When it was last changed: RFC 3339.
    pub on: String,
    /// What was typed.
    pub typed: String,
}

#[derive(Encode, Decode)]
struct Row {
    #[n(0)]
    version: u8,
    #[n(1)]
    on: i64,
    #[n(2)]
    act: ByteArray<16>,
    #[n(3)]
    about: Vec<ByteArray<16>>,
    #[n(4)]
    typed: String,
    #[n(5)]
    officer: String,
}

const VERSION: u8 = 1;

/// The drafts that there are, without what was typed.
#[derive(Default)]
pub(crate) struct Drafts {
    known: BTreeMap<Vec<u8>, Known>,
    /// The acts of the forms whose drafts were thrown away.
    thrown: VecDeque<ActId>,
}

struct Known {
    on: Civil,
    act: ActId,
    about: Vec<BodyId>,
    officer: String,
}

impl Known {
    const fn end(&self) -> Civil {
        self.on.plus_days(KEPT_DAYS)
    }
}

impl Drafts {
    /// Finds those of a vault that was opened.
    pub(crate) fn find<S: Store>(vault: &Vault<S>) -> Result<Self, VaultError> {
        let rows = vault.scan(Table::Draft, &[], usize::MAX)?;
        let known = |(key, plain): (Vec<u8>, zeroize::Zeroizing<Vec<u8>>)| {
            let row = read(&plain)?;
            let about = row.about.into_iter().map(Into::into).collect();
            Ok((key, Known { on: Civil(row.on), act: ActId(row.act.into()), about, officer: row.officer }))
        };
        let known = rows.into_iter().map(known).collect::<Result<_, VaultError>>()?;
        Ok(Self { known, thrown: VecDeque::new() })
    }

    /// The rows of those that an act's being done, the erasure of words, or an officer's removal makes an end of.
    pub(crate) fn ended(&self, act: Option<ActId>, erased: &[BodyId], removed: &[&str]) -> Vec<Vec<u8>> {
        let ends = |known: &Known| {
            Some(known.act) == act
                || known.about.iter().any(|of| erased.contains(of))
                || removed.contains(&known.officer.as_str())
        };
        self.known.iter().filter(|(_, known)| ends(known)).map(|(key, _)| key.clone()).collect()
    }

    /// They are gone.
    pub(crate) fn gone(&mut self, keys: &[Vec<u8>]) {
        self.known.retain(|key, _| !keys.contains(key));
    }

    /// When the next of them goes by itself.
    pub(crate) fn due(&self) -> Option<Civil> {
        self.known.values().map(Known::end).min()
    }

    fn over(&self, now: Civil) -> Vec<Vec<u8>> {
        self.known.iter().filter(|(_, known)| known.end() <= now).map(|(key, _)| key.clone()).collect()
    }

    /// Those that make room for one more of this officer's.
    fn oldest(&self, officer: &str) -> Vec<Vec<u8>> {
        let mut all: Vec<_> = self.known.iter().filter(|(_, known)| known.officer == officer).collect();
        all.sort_by_key(|(_, known)| known.on);
        let over = (all.len() + 1).saturating_sub(DRAFTS);
        all.into_iter().take(over).map(|(key, _)| key.clone()).collect()
    }

    /// Nothing is kept of a form with this act any more.
    fn throw_away(&mut self, act: ActId) {
        if self.thrown.len() >= THROWN {
            self.thrown.pop_front();
        }
        self.thrown.push_back(act);
    }
}

fn too_long() -> OfficeError {
    OwnRefusal::DraftTooLong.into()
}

fn read(plain: &[u8]) -> Result<Row, VaultError> {
    let row: Row = minicbor::decode(plain).map_err(|_| VaultError::Damaged("a draft"))?;
    if row.version > VERSION { Err(VaultError::Later) } else { Ok(row) }
}

/// The writes that end drafts.
pub(crate) fn deletions(keys: &[Vec<u8>]) -> impl Iterator<Item = Write> + '_ {
    keys.iter().map(|key| Write::Delete { table: Table::Draft, key: key.clone() })
}

impl<S: Store> Office<S> {
    /// Does what is asked about a draft of this officer's, and shows what is kept of the form then.
    ///
    /// # Errors
    /// What is too long to be kept, and what the vault says.
    pub fn draft(&mut self, officer: &str, asked: DraftAct) -> Result<Option<DraftView>, OfficeError> {
        match asked {
            DraftAct::Keep { form, act, about, of, typed } => {
                if form.len() > NAME || about.len() > ABOUT {
                    return Err(too_long());
                }
                let about = about.iter().filter_map(|no| self.words_of(*no)).chain(of.map(|ItemId(id)| id)).collect();
                self.keep_draft(officer, &form, act, about, typed).map(Some)
            }
            DraftAct::Show { form } => self.shown_draft(officer, &form),
            DraftAct::Drop { form, act } => {
                let key = self.draft_key(officer, &form);
                let kept = self.drafts.known.get(&key).map(|known| known.act);
                if kept.is_some() {
                    self.end_drafts(vec![key])?;
                }
                // Another page may have kept it last, under another act: that is thrown away too.
                self.drafts.throw_away(act);
                kept.filter(|kept| *kept != act).into_iter().for_each(|kept| self.drafts.throw_away(kept));
                Ok(None)
            }
        }
    }

    fn draft_key(&self, officer: &str, form: &str) -> Vec<u8> {
        self.vault.row_named(&["draft", officer, form])
    }

    fn keep_draft(
        &mut self,
        officer: &str,
        form: &str,
        act: ActId,
        about: Vec<BodyId>,
        typed: String,
    ) -> Result<DraftView, OfficeError> {
        if typed.len() > LONGEST {
            return Err(too_long());
        }
        if self.has_taken_effect(act)? {
            return Err(OwnRefusal::DraftSent.into());
        }
        if self.drafts.thrown.contains(&act) {
            return Err(OwnRefusal::DraftThrown.into());
        }
        let on = self.clock.civil();
        let key = self.draft_key(officer, form);
        let known = Known { on, act, about, officer: officer.to_owned() };
        for body in &known.about {
            if matches!(self.vault.body_key(body)?, BodyKey::Erased) {
                return Err(OwnRefusal::DraftErased.into());
            }
        }
        let row = Row {
            version: VERSION,
            on: on.0,
            act: act.0.into(),
            about: known.about.iter().copied().map(Into::into).collect(),
            typed,
            officer: officer.to_owned(),
        };
        let room = if self.drafts.known.contains_key(&key) { Vec::new() } else { self.drafts.oldest(officer) };
        let put = self.vault.put(Table::Draft, key.clone(), &encode(&row), &mut *self.rng);
        let writes: Vec<Write> = deletions(&room).chain([put]).collect();
        self.vault.commit(&writes)?;
        self.drafts.gone(&room);
        self.drafts.known.insert(key, known);
        if !room.is_empty() {
            self.scrub_due = self.vault.scrub().is_err();
        }
        Ok(DraftView { on: crate::view::time(on), typed: row.typed })
    }

    fn shown_draft(&self, officer: &str, form: &str) -> Result<Option<DraftView>, OfficeError> {
        let Some(plain) = self.vault.get(Table::Draft, &self.draft_key(officer, form))? else { return Ok(None) };
        let row = read(&plain)?;
        Ok(Some(DraftView { on: crate::view::time(Civil(row.on)), typed: row.typed }))
    }

    /// What was typed in all drafts there are.
    pub(crate) fn drafts_typed(&self) -> Result<Vec<String>, OfficeError> {
        let rows = self.vault.scan(Table::Draft, &[], usize::MAX)?;
        rows.into_iter().map(|(_, plain)| Ok(read(&plain)?.typed)).collect()
    }

    /// Ends those whose time is over.
    pub(crate) fn take_time_of_drafts(&mut self) -> Result<(), OfficeError> {
        let over = self.drafts.over(self.clock.civil());
        if over.is_empty() { Ok(()) } else { self.end_drafts(over) }
    }

    fn end_drafts(&mut self, keys: Vec<Vec<u8>>) -> Result<(), OfficeError> {
        let writes: Vec<Write> = deletions(&keys).collect();
        self.vault.commit(&writes)?;
        self.drafts.gone(&keys);
        self.scrub_due = self.vault.scrub().is_err();
        Ok(())
    }

    /// By which name the words of an item go that has this number here.
    fn words_of(&self, no: u32) -> Option<BodyId> {
        match &self.machine {
            Machine::Desk(state) => state.numbered_item(no).map(|ItemId(id)| id),
            Machine::Party(state) => state.numbered_item(no).map(|tie| match tie {
                Tie::Own(ItemId(id)) | Tie::Had(ConveyedId(id)) => id,
            }),
        }
    }
}
