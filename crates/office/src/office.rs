//! An office: its journal folded into state, and its lines at work.
//!
//! The law of use: hand it what comes in ([`Office::act`], [`Office::answer`], [`Office::timeout`]), then carry out
//! what [`Office::calls`] asks, until the next thing comes in. It persists before it asks: a call that is handed out
//! rests on a transaction that is on the disk. When it returns [`OfficeError::Vault`] from anything but an act, what is
//! in memory may be ahead of the disk: drop it and open the vault again.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use channel::{ActId, Blind, Civil, Outstanding, Precedence, SeatId, SeatKey, desk, party};
use line::Line;
use rand_core::CryptoRng;
use sealing::Params;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::act::{Act, OfficeAct};
use crate::batch::Batch;
use crate::clock::Clock;
use crate::drafts::Drafts;
use crate::drawer::Drawer;
use crate::event::{Event, HubPlace, OfficeEvent};
use crate::faults::Armed;
use crate::invitation::{Invitation, InvitationError};
use crate::journal::Journal;
use crate::post::{LineRow, Post, letter_key, letter_of};
use crate::posts::Posts;
use crate::refused::{OwnRefusal, Refused};
use crate::store::{Store, Table};
use crate::vault::{BodyId, BodyKey, Vault, VaultError, encode};
use crate::view::WarningView;

/// How often an office looks again at what the hour asks before it does something else.
const STEPS_AT_ONCE: usize = 8;

/// After so many entries of the journal what is over is put away, while an office opens.
const FOLDED: u64 = 512;

/// The one line of a party's office.
pub const TO_DESK: u32 = 0;

/// Why an office did not do something.
#[derive(Debug, thiserror::Error)]
pub enum OfficeError {
    /// A rule of the practice, or a word that makes no sense: what went wrong and what to do.
    #[error("{0}")]
    Refused(Refused),
    /// The vault.
    #[error(transparent)]
    Vault(#[from] VaultError),
    /// The invitation.
    #[error(transparent)]
    Invitation(#[from] InvitationError),
}

impl From<channel::Refusal> for OfficeError {
    fn from(refusal: channel::Refusal) -> Self {
        Self::Refused(refusal.into())
    }
}

impl From<OwnRefusal> for OfficeError {
    fn from(refusal: OwnRefusal) -> Self {
        Self::Refused(refusal.into())
    }
}

/// The channel machine of this office.
pub enum Machine {
    /// The intermediary's.
    Desk(Box<desk::State>),
    /// A party's, principal or envoy.
    Party(Box<party::State>),
}

impl Machine {
    /// Puts away what is over at this moment.
    fn put_away(&mut self, drawer: &Drawer, now: Civil, rng: &mut dyn CryptoRng) {
        let keep = &mut |bytes: &[u8]| drawer.keep(bytes, rng);
        match self {
            Self::Desk(state) => state.put_away(now, keep),
            Self::Party(state) => state.put_away(now, keep),
        }
    }
}

/// How far the lines of an office are; equal pulses twice over, and nothing is under way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pulse {
    /// Entries in the journal.
    pub journal: u64,
    /// When this office will next do something by itself, civil seconds.
    pub due: Option<i64>,
    /// By line.
    pub lines: BTreeMap<u32, LinePulse>,
}

/// How far one line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LinePulse {
    /// The fresh exchange of this start is completed.
    pub established: bool,
    /// Letters that this office has for the other end, from the first.
    pub to_send: u64,
    /// Letters that the other end said it has journaled.
    pub acknowledged: u64,
    /// Letters from the other end that this office has journaled.
    pub received: u64,
    /// The hub answered when it was last asked.
    pub reached: bool,
    /// Somebody has taken up the invitation.
    pub joined: bool,
}

/// An open office.
pub struct Office<S: Store> {
    pub(crate) vault: Vault<S>,
    pub(crate) journal: Journal,
    pub(crate) machine: Machine,
    drawer: Option<Drawer>,
    pub(crate) posts: Posts,
    pub(crate) hub: Option<HubPlace>,
    pub(crate) own: OwnState,
    pub(crate) drafts: Drafts,
    pub(crate) rng: Box<dyn CryptoRng + Send>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) next_call: u64,
    /// The disk may still hold what was erased: clearing it failed and is tried again with every transaction.
    pub(crate) scrub_due: bool,
    /// What a rehearsal armed.
    pub armed: Armed,
}

/// What the office's own events say.
#[derive(Default)]
pub(crate) struct OwnState {
    pub(crate) rehearsal: bool,
    pub(crate) set_aside: Vec<(u32, u64, String)>,
    pub(crate) restored: Vec<u32>,
    /// How many letters that this office had said before it was restored a peer may still show it, by line.
    pub(crate) unshown: BTreeMap<u32, u64>,
    pub(crate) peers_restored: Vec<u32>,
    /// Signatures of readouts that this office published, by the readout's id here.
    pub(crate) signatures: BTreeMap<String, String>,
}

/// What a new office is.
pub struct Founding<'a, S> {
    /// An empty store.
    pub store: S,
    /// What will open the vault.
    pub passphrase: &'a str,
    /// Whose passphrase that is: an officer's name; nothing at a party's office.
    pub holder: &'a str,
    /// How slow opening is.
    pub params: Params,
    /// Made for a rehearsal.
    pub rehearsal: bool,
    /// The office's time.
    pub clock: Arc<dyn Clock>,
    /// The office's randomness.
    pub rng: Box<dyn CryptoRng + Send>,
}

impl<S: Store> Office<S> {
    /// Founds a desk whose lines go by `hub`. Its name and officers are set by its first act.
    pub fn found_desk(founding: Founding<'_, S>, hub: HubPlace) -> Result<Self, OfficeError> {
        let rehearsal = founding.rehearsal;
        let mut office = Self::found(founding, Machine::Desk(Box::default()))?;
        let mut batch = Batch::new();
        batch.event(Event::Office(OfficeEvent::Founded { desk: true, rehearsal }));
        batch.event(Event::Office(OfficeEvent::HubSet { hub }));
        office.make_readout_key()?.into_iter().for_each(|write| batch.write(write));
        office.commit(batch)?;
        Ok(office)
    }

    /// Founds a party's office from an invitation and the code that was spoken. The hub may be reached by way of
    /// another place than the invitation names: it is known by its key wherever it is.
    pub fn join(
        founding: Founding<'_, S>,
        invitation: &str,
        code: &str,
        by_way_of: Option<String>,
    ) -> Result<Self, OfficeError> {
        let mut invitation = Invitation::open(invitation, code, founding.params)?;
        if let Some(place) = by_way_of {
            invitation.hub.place = place;
        }
        if founding.clock.civil().0 > invitation.until {
            return Err(InvitationError::Expired.into());
        }
        let rehearsal = founding.rehearsal;
        let mut office = Self::found(founding, Machine::Party(Box::default()))?;
        let mut line = Line::for_party(&invitation.enrolment, &mut *office.rng);
        let mut batch = Batch::new();
        batch.event(Event::Office(OfficeEvent::Founded { desk: false, rehearsal }));
        batch.event(Event::Office(OfficeEvent::HubSet { hub: invitation.hub }));
        let row = LineRow { version: 1, kept: line.keep().to_vec(), invited_until: None, joined: false };
        batch.write(office.vault.put(Table::Line, line_key(TO_DESK), &encode(&row), &mut *office.rng));
        office.commit(batch)?;
        line.start(office.clock.tick(), &mut *office.rng);
        office.posts.insert(TO_DESK, Post::new(line, Some(&row), 0));
        Ok(office)
    }

    fn found(founding: Founding<'_, S>, machine: Machine) -> Result<Self, OfficeError> {
        let mut rng = founding.rng;
        let vault = Vault::create(founding.store, founding.passphrase, founding.holder, founding.params, &mut *rng)?;
        Ok(Self {
            drawer: vault.drawer(),
            vault,
            journal: Journal::empty(),
            machine,
            posts: Posts::default(),
            hub: None,
            own: OwnState::default(),
            drafts: Drafts::default(),
            rng,
            clock: founding.clock,
            next_call: 0,
            scrub_due: false,
            armed: Armed::default(),
        })
    }

    /// Opens an office: folds its journal and takes up its lines; [`Office::calls`] begins a fresh exchange on each, a few at
    /// a time. A vault that does not
    /// open is refused as slowly as a wrong passphrase is, whatever is wrong with it.
    pub fn open(
        store: S,
        passphrase: &str,
        clock: Arc<dyn Clock>,
        rng: Box<dyn CryptoRng + Send>,
    ) -> Result<Self, OfficeError> {
        let mut vault = Vault::open(store, passphrase, Params::standard())?;
        // The process before this one may have ended between an erasure and the clearing of the disk.
        let scrub_due = vault.scrub().is_err();
        let mut machine = None;
        let mut own = OwnState::default();
        let mut hub = None;
        let (drawer, now, mut rng) = (vault.drawer(), clock.civil(), rng);
        let journal = Journal::read(&vault, |number, event| {
            fold(&mut machine, &mut own, &mut hub, &event);
            if let (Some(machine), Some(drawer)) = (&mut machine, drawer.as_ref().filter(|_| number % FOLDED == 0)) {
                machine.put_away(drawer, now, &mut *rng);
            }
        })?;
        let machine = machine.ok_or(VaultError::Damaged("the journal does not say what office this is"))?;
        let drafts = Drafts::find(&vault)?;
        let mut office = Self {
            vault,
            journal,
            machine,
            drawer,
            posts: Posts::default(),
            hub,
            own,
            drafts,
            rng,
            clock,
            next_call: 0,
            scrub_due,
            armed: Armed::default(),
        };
        office.take_up_lines()?;
        office.put_away();
        office.is_whole()?;
        Ok(office)
    }

    fn take_up_lines(&mut self) -> Result<(), OfficeError> {
        let mut from = Vec::new();
        loop {
            let rows = self.vault.scan(Table::Line, &from, 256)?;
            let Some((last, _)) = rows.last() else { return Ok(()) };
            from = last.clone();
            from.push(0);
            for (key, plain) in rows {
                let number = key.as_slice().try_into().map(u32::from_be_bytes);
                let number = number.map_err(|_| VaultError::Damaged("a line's row"))?;
                let row: LineRow = minicbor::decode(&plain).map_err(|_| VaultError::Damaged("a line's row"))?;
                let line = Line::resume(&row.kept).map_err(|_| VaultError::Damaged("what a line kept"))?;
                let mut post = Post::new(line, Some(&row), 0);
                self.find_letters(number, &mut post)?;
                self.posts.insert_asleep(number, post);
            }
        }
    }

    /// Finds which letters of a line are not acknowledged yet, and which of them are held.
    fn find_letters(&self, number: u32, post: &mut Post) -> Result<(), OfficeError> {
        let mut last = post.acknowledged;
        loop {
            let rows = self.vault.scan(Table::Sent, &letter_key(number, last + 1), 256)?;
            let mut found = false;
            for (key, plain) in rows {
                let Some((line, seq)) = letter_of(&key) else { continue };
                if line != number {
                    break;
                }
                let row = Self::letter_row(&plain)?;
                if let (Some(conveyed), false) = (row.held, row.called) {
                    post.held.insert(conveyed, seq);
                }
                last = seq;
                found = true;
            }
            if !found {
                post.next_seq = last + 1;
                return Ok(());
            }
        }
    }

    /// Does something, once: an id that took effect before answers as it did then, without the warnings.
    pub fn act(&mut self, id: ActId, officer: &str, act: Act) -> Result<Value, OfficeError> {
        if let Some(plain) = self.vault.get(Table::Act, &self.vault.row_for(&id.0))? {
            return serde_json::from_slice(&plain).map_err(|_| VaultError::Damaged("a command's outcome").into());
        }
        let now = self.clock.civil();
        let mut batch = Batch::new();
        let mut warnings = Vec::new();
        let made = match act {
            Act::Office(OfficeAct::Invite { party, envoy, until, replace }) => {
                return self.invite(id, officer, party, envoy, until, replace);
            }
            Act::Desk(command) => {
                let Machine::Desk(state) = &self.machine else {
                    return Err(OwnRefusal::NotADesk.into());
                };
                let input = desk::Input::Command { officer: officer.to_owned(), id, command };
                let decision = desk::decide(state, input, now)?;
                warnings.extend(decision.warnings.iter().map(WarningView::of));
                self.take_desk(&mut batch, decision);
                self.dismiss_removed(officer, &mut batch)?;
                self.sign_published(&mut batch)?
            }
            Act::Party(command) => {
                let Machine::Party(state) = &self.machine else {
                    return Err(OwnRefusal::NotAParty.into());
                };
                let mut blind = Blind([0; 32]);
                self.rng.fill_bytes(&mut blind.0);
                let input = party::Input::Command { id, command, blind };
                let decision = party::decide(state, input, now)?;
                warnings.extend(decision.warnings.iter().map(WarningView::of));
                self.take_party(&mut batch, decision);
                self.sign_published(&mut batch)?
            }
        };
        batch.outcome(id, &made);
        self.commit(batch)?;
        Ok(with_warnings(made, &warnings))
    }

    fn invite(
        &mut self,
        id: ActId,
        officer: &str,
        party: u32,
        envoy: Option<String>,
        until: i64,
        replace: bool,
    ) -> Result<Value, OfficeError> {
        let now = self.clock.civil();
        let Machine::Desk(state) = &self.machine else {
            return Err(OwnRefusal::OnlyADeskInvites.into());
        };
        if until <= now.0 {
            return Err(OwnRefusal::InvitationInPast.into());
        }
        if !replace && state.seat_of(channel::PartyId(party), envoy.as_deref()).is_some() {
            return Err(OwnRefusal::HolderThere.into());
        }
        let hub = self.hub.clone().ok_or(VaultError::Damaged("the desk's hub is not known"))?;
        let number = self.posts.last_number().map_or(1, |last| last.saturating_add(1));
        let (mut line, enrolment) = Line::for_desk(&mut *self.rng);
        let command = desk::Command::Enrol {
            seat: SeatId(number),
            party: channel::PartyId(party),
            envoy,
            key: SeatKey(line.identifier()),
        };
        let input = desk::Input::Command { officer: officer.to_owned(), id, command };
        let decision = desk::decide(state, input, now)?;
        let code = sealing::invitation::code(&mut *self.rng);
        let params = if self.own.rehearsal { Params::least() } else { Params::standard() };
        let armour = Invitation { enrolment, hub, until }.seal(&code, params, &mut *self.rng)?;

        line.start(self.clock.tick(), &mut *self.rng);
        let mut batch = Batch::new();
        batch.event(Event::Office(OfficeEvent::Invited { line: number, until }));
        let row = LineRow { version: 1, kept: line.keep().to_vec(), invited_until: Some(until), joined: false };
        batch.write(self.vault.put(Table::Line, line_key(number), &encode(&row), &mut *self.rng));
        let _ = line.durable_changed();
        // The line is there before the letters of its first day, and goes again if they could not be kept.
        self.posts.insert(number, Post::new(line, Some(&row), 0));
        self.take_desk(&mut batch, decision);
        batch.outcome(id, &serde_json::json!({ "seat": number }));
        if let Err(error) = self.commit(batch) {
            self.posts.remove(number);
            return Err(error);
        }
        Ok(serde_json::json!({ "seat": number, "invitation": armour, "code": code.as_str() }))
    }

    /// What there is to know of the lines' progress.
    pub fn pulse(&self) -> Pulse {
        let lines = self.posts.iter().map(|(number, post)| {
            let status = post.line.status();
            let pulse = LinePulse {
                established: status.established,
                to_send: post.next_seq - 1,
                acknowledged: status.acknowledged,
                received: status.received,
                reached: post.reach == crate::post::Reach::Reached,
                joined: post.joined,
            };
            (number, pulse)
        });
        Pulse { journal: self.journal.last, due: self.due().map(|due| due.0), lines: lines.collect() }
    }

    /// Puts away what came out of the drawer and is over.
    pub(crate) fn put_away(&mut self) {
        if let Some(drawer) = &self.drawer {
            self.machine.put_away(drawer, self.clock.civil(), &mut *self.rng);
        }
    }

    /// Whether all that was put away is still to be had.
    ///
    /// # Errors
    /// Something is not: what is in memory is not whole, and the office has to be opened again.
    pub(crate) fn is_whole(&self) -> Result<(), VaultError> {
        let whole = self.drawer.as_ref().is_none_or(Drawer::is_sound);
        whole.then_some(()).ok_or(VaultError::Drawer)
    }

    /// How many entries the journal has.
    pub const fn journaled(&self) -> u64 {
        self.journal.last
    }

    /// What waits for this office and is more urgent than routine.
    pub fn urgent(&self) -> BTreeSet<Outstanding> {
        let now = self.clock.civil();
        let board = match &self.machine {
            Machine::Desk(state) => state.outstanding(now),
            Machine::Party(state) => state.outstanding(now),
        };
        board.into_iter().filter(|one| one.precedence > Precedence::Routine).collect()
    }

    /// When the office has something to do that waits for its time; in the past where it is late with that.
    pub fn due(&self) -> Option<Civil> {
        [self.machine_due(), self.drafts.due()].into_iter().flatten().min()
    }

    fn machine_due(&self) -> Option<Civil> {
        let before = Civil(i64::MIN);
        match &self.machine {
            Machine::Desk(state) => desk::due(state, before),
            Machine::Party(state) => party::due(state, before),
        }
    }

    /// Whether an act of that id was done.
    pub(crate) fn has_taken_effect(&self, id: ActId) -> Result<bool, OfficeError> {
        Ok(self.vault.get(Table::Act, &self.vault.row_for(&id.0))?.is_some())
    }

    /// Does what the hour asks: opens answers, ends pairs, shows results, erases what was kept for long enough.
    pub(crate) fn take_time(&mut self) -> Result<(), OfficeError> {
        self.take_time_of_drafts()?;
        // What comes of one step may be due at once; nothing goes on for ever.
        for _ in 0..STEPS_AT_ONCE {
            let now = self.clock.civil();
            if self.machine_due().is_none_or(|due| due > now) {
                return Ok(());
            }
            let before = self.journal.last;
            let mut batch = Batch::new();
            match &self.machine {
                Machine::Desk(state) => {
                    if let Ok(decision) = desk::decide(state, desk::Input::Tick, now) {
                        self.take_desk(&mut batch, decision);
                    }
                }
                Machine::Party(state) => {
                    if let Ok(decision) = party::decide(state, party::Input::Tick, now) {
                        self.take_party(&mut batch, decision);
                    }
                }
            }
            self.commit(batch)?;
            if self.journal.last == before {
                return Ok(());
            }
        }
        Ok(())
    }

    /// How the lines themselves stand, and how many calls are under way for each; for a message about one that is stuck.
    pub fn line_states(&self) -> Vec<String> {
        let state = |(number, post): (u32, &Post)| {
            let calls = post.calls.len();
            format!(
                "line {number}: {:?}, {calls} calls, {} watched, {:?}",
                post.line.status(),
                post.line.watch().len(),
                post.reach
            )
        };
        self.posts.iter().map(state).collect()
    }

    /// Whether this office would open a cell at this address. For checking that it forgets the keys of what it has opened.
    pub fn awaits(&self, line: u32, address: &wire::Address) -> bool {
        self.posts.get(line).is_some_and(|post| post.line.watch().iter().any(|key| key.address() == *address))
    }

    /// What both ends of a line compute names from. For knowing which line of the desk this office is at the other end of.
    pub fn seat_key(&self, line: u32) -> Option<SeatKey> {
        self.posts.get(line).map(|post| SeatKey(post.line.identifier()))
    }

    /// Whether the key of these words is in the vault. For checking that what was erased is gone.
    pub fn keeps_words_of(&self, body: &BodyId) -> Result<bool, OfficeError> {
        Ok(matches!(self.vault.body_key(body)?, BodyKey::Key(_)))
    }

    /// Whether clearing the disk of what was erased is still to be done.
    pub fn scrub_is_due(&self) -> bool {
        self.scrub_due
    }

    /// Forgets that hubs were lost, so that they are tried at once.
    pub fn nudge(&mut self) {
        self.posts.each(Post::nudge);
    }

    /// The channel machine's state.
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// Whether this office was made for rehearsals.
    pub fn is_rehearsal(&self) -> bool {
        self.own.rehearsal
    }

    /// The hub that the lines go by.
    pub fn hub(&self) -> Option<&HubPlace> {
        self.hub.as_ref()
    }

    /// Civil time, as this office has it.
    pub fn civil(&self) -> Civil {
        self.clock.civil()
    }

    /// The store below, for a rehearsal's hooks.
    pub fn store_mut(&mut self) -> &mut S {
        self.vault.store_mut()
    }
}

/// What an act made, with what should be known of it. Warnings have words of the texts in them, so they are told once and
/// kept nowhere.
fn with_warnings(made: Value, warnings: &[WarningView]) -> Value {
    if warnings.is_empty() {
        return made;
    }
    let mut made = match made {
        Value::Object(made) => made,
        _ => serde_json::Map::new(),
    };
    made.insert("warnings".to_owned(), serde_json::json!(warnings));
    Value::Object(made)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The key of a line's row.
pub(crate) fn line_key(number: u32) -> Vec<u8> {
    number.to_be_bytes().to_vec()
}

/// Takes one event into what it changes; used for a journal read and for one just written.
pub(crate) fn fold(machine: &mut Option<Machine>, own: &mut OwnState, hub: &mut Option<HubPlace>, event: &Event) {
    match event {
        Event::Desk(event) => {
            if let Some(Machine::Desk(state)) = machine {
                desk::evolve(state, event);
            }
        }
        Event::Party(event) => {
            if let Some(Machine::Party(state)) = machine {
                party::evolve(state, event);
            }
        }
        Event::Office(event) => match event {
            OfficeEvent::Founded { desk, rehearsal } => {
                own.rehearsal = *rehearsal;
                *machine = Some(if *desk { Machine::Desk(Box::default()) } else { Machine::Party(Box::default()) });
            }
            OfficeEvent::HubSet { hub: place } => *hub = Some(place.clone()),
            OfficeEvent::SetAside { line, letter, reason } => own.set_aside.push((*line, *letter, reason.clone())),
            OfficeEvent::Restored { line, peer_has, had_sent } => {
                own.restored.push(*line);
                let lost = had_sent.map_or(u64::MAX, |had_sent| peer_has.saturating_sub(had_sent));
                let unshown = own.unshown.entry(*line).or_default();
                *unshown = unshown.saturating_add(lost);
            }
            OfficeEvent::Shown { line } => {
                own.unshown.entry(*line).and_modify(|unshown| *unshown = unshown.saturating_sub(1));
            }
            OfficeEvent::PeerRestored { line, .. } => own.peers_restored.push(*line),
            OfficeEvent::ReadoutSigned { readout, signature } => {
                own.signatures.insert(hex(readout), signature.clone());
            }
            OfficeEvent::Invited { .. }
            | OfficeEvent::Joined { .. }
            | OfficeEvent::Admitted { .. }
            | OfficeEvent::Dismissed { .. } => {}
        },
    }
}
