//! The desk's state: its events, folded, in the shape in which it is read. Only [`super::evolve`] changes it.

use std::collections::{BTreeMap, BTreeSet};

use minicbor::{Decode, Encode};

use super::matter::Matter;
use super::moments::Moment;
use super::notes::Note;
use super::offers::Offer;
use super::pairs::Pair;
use super::proposals::Proposal;
use super::readouts::Readout;
use super::record::{Author, Carries, Dispatch, Mandate, Rendition, Standing, Ties};
use super::texts::{Interest, NegotiatingText};
use crate::cabinet::{Cabinet, Keep};
use crate::civil::{Civil, Day};
use crate::content::{Content, RenditionCopy, Translation, Wording};
use crate::conveyance::Conveyance;
use crate::ids::{
    ActId, ChannelHandle, ChannelId, ConveyedId, ItemId, OfferId, PairId, PartyId, ProposalId, QuestionId, ReadoutId,
    RenditionId, SeatId, SeatKey, TextId,
};
use crate::letters::ToParty;
use crate::refusal::Refusal;
use crate::vocabulary::{Disposition, Handling, ItemState, OwnWords, Status};
use crate::words::Name;

/// How many items in a row, each replaced by the next, are looked through.
pub(super) const REPLACED_MOST: usize = 256;

/// Everything that the desk knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Its name and officers, once it is set up.
    pub set_up: Option<SetUp>,
    /// The parties that it serves.
    pub parties: BTreeMap<PartyId, Party>,
    /// The offices that were seated.
    pub seats: BTreeMap<SeatId, Seat>,
    /// Its channels.
    pub channels: BTreeMap<ChannelId, Channel>,
    /// Every item that came in, confidences and the desk's own among them.
    pub items: Cabinet<ItemId, Item>,
    /// Its private questions.
    pub questions: BTreeMap<QuestionId, Question>,
    /// Its pairs of parallel declarations.
    pub pairs: BTreeMap<PairId, Pair>,
    /// Its proposals.
    pub proposals: BTreeMap<ProposalId, Proposal>,
    /// Its offers.
    pub offers: BTreeMap<OfferId, Offer>,
    /// Its readouts.
    pub readouts: BTreeMap<ReadoutId, Readout>,
    /// Its single negotiating texts.
    pub texts: BTreeMap<TextId, NegotiatingText>,
    /// The interests that it declared, in order.
    pub interests: Vec<Interest>,
    /// What it noted of the world outside, in order.
    pub notes: Vec<Note>,
    /// For how many days words are kept after their end; for ever if there is no number.
    pub retention: Option<u32>,
    /// The acts of parties' offices that it refused, in order.
    pub declined: Vec<Declined>,
    /// What had been conveyed before this desk was restored and could not yet be traced to an item.
    pub untraced: BTreeMap<(SeatId, ConveyedId), Conveyance>,
    /// What seats showed from before this desk was restored that an officer has to do again.
    pub unplaced: Vec<(SeatId, ToParty)>,
    /// Every act that was taken.
    pub acts: BTreeSet<ActId>,
    /// What each live id at each seat names.
    pub(super) sent: BTreeMap<(SeatId, ConveyedId), ItemId>,
    /// What each seat's handles name.
    pub(super) handles: BTreeMap<(SeatId, ChannelHandle), ChannelId>,
    /// What else each seat's handles name.
    pub(super) at_seats: BTreeMap<(SeatId, Name), AtSeat>,
    /// The offices of each party, retired ones too.
    pub(super) of_party: BTreeMap<PartyId, BTreeSet<SeatId>>,
    /// Releases of items that have not come in again since this desk was restored.
    pub(super) recovered: BTreeMap<ItemId, Vec<(SeatId, RenditionCopy, Day)>>,
    /// Every item by its number, in the order in which they came.
    pub(super) order: Vec<(u64, ItemId)>,
    /// Every item by its lapse: what has lapsed waits for nobody, and is most of what an old desk has.
    pub(super) by_lapse: BTreeSet<(Civil, ItemId)>,
    /// How many items, channels and questions there were: the next one's number.
    pub(super) count: u64,
    /// The office, if it was one's, and the time of the act whose effects come now.
    pub(super) act_under_way: Option<(Option<SeatId>, Civil)>,
}

/// What a handle at a seat names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AtSeat {
    Pair(PairId),
    Proposal(ProposalId),
    Offer(OfferId),
    Readout(ReadoutId),
    Text(TextId),
}

impl AtSeat {
    /// The sixteen bytes that name it at the desk.
    pub(super) const fn name(self) -> Name {
        match self {
            Self::Pair(id) => id.0,
            Self::Proposal(id) => id.0,
            Self::Offer(id) => id.0,
            Self::Readout(id) => id.0,
            Self::Text(id) => id.0,
        }
    }

    /// The matter whose words go by that name, if it has words of its own.
    pub(super) const fn matter(self) -> Option<Matter> {
        match self {
            Self::Pair(_) => None,
            Self::Proposal(id) => Some(Matter::Proposal(id)),
            Self::Offer(id) => Some(Matter::Offer(id)),
            Self::Readout(id) => Some(Matter::Readout(id)),
            Self::Text(id) => Some(Matter::Text(id)),
        }
    }
}

/// The desk itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SetUp {
    /// The name that the parties are shown.
    pub name: String,
    /// Its officers, those of second desks among them.
    pub officers: Vec<String>,
    /// Of which second desk an officer is, if of any.
    pub of_second_desks: BTreeMap<String, String>,
    /// Whether who renders may not release.
    pub two_officers: bool,
}

/// A party.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Its name, at the desk and at its own offices alone.
    pub name: String,
    /// Its principal's title.
    pub principal: String,
    /// How it wants to be addressed, where that was said.
    pub address: Option<String>,
    /// What it is shown for others, where that was set.
    pub calls: BTreeMap<PartyId, String>,
    /// The mandates that its principal gave, by envoy; revoked ones too.
    pub mandates: BTreeMap<String, Mandate>,
}

/// A party's office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// Whose.
    pub party: PartyId,
    /// The envoy's name; none for the principal's office.
    pub envoy: Option<String>,
    /// What desk and office name things by.
    pub key: SeatKey,
    /// Whether a newer office of the same holder took its place.
    pub retired: bool,
}

/// A channel.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// In which order it came.
    pub number: u64,
    /// Its name.
    pub name: String,
    /// Its parties, in the order in which they were named.
    pub parties: Vec<PartyId>,
    /// Its status block.
    pub status: Vec<Status>,
    /// The second desks that mediate in it too.
    pub co_mediators: Vec<String>,
    /// Whether it is closed.
    pub closed: bool,
}

/// An item.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Item {
    /// In which order it came.
    #[n(0)]
    pub number: u64,
    /// Its channel.
    #[n(1)]
    pub channel: ChannelId,
    /// Whose it is.
    #[n(2)]
    pub author: Author,
    /// What it says: the authentic text and what belongs to it.
    #[n(3)]
    pub content: Content,
    /// To whom.
    #[n(4)]
    pub to: Vec<PartyId>,
    /// How the words are to be handled.
    #[n(5)]
    pub handling: Handling,
    /// Whether the author has to approve the words.
    #[n(6)]
    pub approve: bool,
    /// Not to be conveyed before.
    #[n(7)]
    pub not_before: Option<Civil>,
    /// Not to be conveyed after.
    #[n(8)]
    pub not_after: Option<Civil>,
    /// What it is tied to.
    #[n(9)]
    pub ties: Ties,
    /// Whether it is for the desk alone.
    #[n(10)]
    pub confided: bool,
    /// When it came in.
    #[n(11)]
    pub lodged_on: Civil,
    /// How it stands, lapse and approval apart.
    #[n(12)]
    pub standing: Standing,
    /// Whether the party let the desk use what it confided.
    #[n(13)]
    pub leave: Leave,
    /// Why it was returned, if it was.
    #[n(14)]
    pub returned: Option<String>,
    /// The item that replaces it.
    #[n(15)]
    pub superseded_by: Option<ItemId>,
    /// The items that answer it.
    #[n(16)]
    pub answered_by: Vec<ItemId>,
    /// Every rendition of it, in order; the last for an addressee is the one that counts.
    #[n(17)]
    pub renditions: Vec<Rendition>,
    /// What the author said to them.
    #[n(18)]
    pub verdicts: BTreeMap<RenditionId, Verdict>,
    /// By which officer it was first released, and when.
    #[n(19)]
    pub released: Option<(String, Civil)>,
    /// What was sent, to which seat, in order.
    #[n(20)]
    pub conveyances: Vec<Sent>,
    /// What its addressees did with it, in order.
    #[n(21)]
    pub dispositions: Vec<Disposed>,
    /// Its conditions that were invoked.
    #[n(22)]
    pub invocations: Vec<Invocation>,
    /// What it is, where it is the desk's own words.
    #[n(23)]
    pub own: Option<OwnWords>,
    /// The pair of which it is a declaration.
    #[n(24)]
    pub pair: Option<PairId>,
    /// Whether its sender confirmed what the desk wrote down as it was told, or said that it did not say so, and why.
    #[n(25)]
    pub confirmed: Option<(bool, Option<String>)>,
    /// Items of the same party that it is like, and how like, from 0 to 100; not those that an officer told apart from it.
    #[n(26)]
    pub resembles: BTreeMap<ItemId, u8>,
    /// The item that an officer takes it for the same as.
    #[n(27)]
    pub same_as: Option<ItemId>,
    /// Translations of the authentic text that officers entered, beside its author's own.
    #[n(28)]
    pub translations: Vec<Translation>,
    /// At which offices it was read, where its form has that told to the desk.
    #[n(29)]
    pub read: Vec<(SeatId, Civil)>,
    /// When what was done to it was done, where that is known and nothing above says so.
    #[n(30)]
    pub moments: Vec<Moment>,
    /// Corrections that the desk gave up before their release.
    #[n(31)]
    pub(super) dropped: BTreeSet<RenditionId>,
    /// Whether the words are gone.
    #[n(32)]
    pub erased: bool,
}

/// Whether a party lets the desk use what it confided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Leave {
    /// It was not asked.
    #[n(0)]
    NotAsked,
    /// It was asked.
    #[n(1)]
    Asked,
    /// It gave leave.
    #[n(2)]
    Given,
    /// It withheld leave.
    #[n(3)]
    Withheld,
}

/// What the author said to a rendition.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Verdict {
    /// These words may go.
    #[n(0)]
    Approved,
    /// These may not, and why.
    #[n(1)]
    ObjectedTo(#[n(0)] Option<String>),
}

/// Something that was sent to a seat by a release.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Sent {
    /// To whom, under which id, and what.
    #[n(0)]
    pub dispatch: Dispatch,
    /// When it was released.
    #[n(1)]
    pub released_on: Civil,
    /// Whether it can no longer be taken back.
    #[n(2)]
    pub called: bool,
    /// Whether it was taken back.
    #[n(3)]
    pub withdrawn: bool,
    /// When the seat was known to have it.
    #[n(4)]
    pub delivered: Option<Civil>,
}

/// What an addressee did with an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Disposed {
    /// The addressee.
    #[n(0)]
    pub party: PartyId,
    /// From which of its offices.
    #[n(1)]
    pub seat: SeatId,
    /// What.
    #[n(2)]
    pub disposition: Disposition,
    /// When the desk learnt of it.
    #[n(3)]
    pub on: Civil,
}

/// An invoked condition.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Invocation {
    /// Its number, from 1.
    #[n(0)]
    pub condition: u8,
    /// From which office of the author.
    #[n(1)]
    pub seat: SeatId,
    /// When the desk learnt of it.
    #[n(2)]
    pub on: Civil,
    /// What became of it.
    #[n(3)]
    pub stands: InvocationStands,
}

/// What became of an invocation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum InvocationStands {
    /// It waits for the desk.
    #[n(0)]
    Pending,
    /// It was released.
    #[n(1)]
    Released,
    /// The desk declined to convey it, and why.
    #[n(2)]
    Returned(#[n(0)] String),
}

/// A private question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// In which order it came.
    pub number: u64,
    /// What it says and to whom.
    pub asked: Asked,
    /// The answer.
    pub reply: Option<Reply>,
}

/// What was asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The channel that it is about.
    pub channel: ChannelId,
    /// The party.
    pub to: PartyId,
    /// The question.
    pub text: String,
    /// Until when an answer is awaited.
    pub lapses: Civil,
    /// When it was asked.
    pub on: Civil,
    /// The item that it is about, if it is about one.
    pub about: Option<ItemId>,
    /// Whether the principal's office alone was asked.
    pub principal_only: bool,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// From which office.
    pub seat: SeatId,
    /// The answer.
    pub text: String,
    /// When it came.
    pub on: Civil,
}

/// An act of a party's office that the desk refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Declined {
    /// Whose act.
    pub seat: SeatId,
    /// Which act.
    pub act: ActId,
    /// Why.
    pub reason: Refusal,
}

impl State {
    /// Puts away the items that are over at this moment.
    pub fn put_away(&mut self, now: Civil, keep: Keep<'_>) {
        self.items.put_away(now, keep);
    }

    /// Whether something stands in an item's place: what superseded it, or what superseded that. A replacement that came
    /// to nothing stands in nobody's.
    pub(super) fn is_replaced(&self, item: &Item, now: Civil) -> bool {
        let next = |one: &&Item| one.superseded_by.and_then(|by| self.items.get(&by));
        let after = std::iter::successors(next(&item), next).take(REPLACED_MOST);
        after.into_iter().any(|by| !by.came_to_nothing(now))
    }
}

impl Item {
    /// The party that it is of; none for the desk's own.
    #[must_use]
    pub const fn party(&self) -> Option<PartyId> {
        self.author.party()
    }

    /// Whether its words are here and may still be carried at this moment.
    #[must_use]
    pub fn is_open_at(&self, now: Civil) -> bool {
        matches!(self.standing, Standing::Open | Standing::AwaitingCountersign | Standing::Held)
            && !self.erased
            && !self.has_lapsed(now)
    }

    /// Whether it is the desk's note of what it was told, which the party has not confirmed.
    #[must_use]
    pub const fn is_unconfirmed(&self) -> bool {
        matches!(self.author, Author::Told { .. })
    }

    /// What the author said to a rendition, if anything.
    #[must_use]
    pub fn verdict(&self, rendition: RenditionId) -> Option<&Verdict> {
        self.verdicts.get(&rendition)
    }

    /// The rendition of that id.
    #[must_use]
    pub fn rendition(&self, id: RenditionId) -> Option<&Rendition> {
        self.renditions.iter().find(|one| one.id == id)
    }

    /// The rendition that counts for an addressee: the last one that an officer made for it and that corrects nothing.
    #[must_use]
    pub fn current(&self, party: PartyId) -> Option<&Rendition> {
        let counts = |one: &&Rendition| one.corrects.is_none() && one.officer.is_some() && one.to.contains(&party);
        self.renditions.iter().rev().find(counts)
    }

    /// The last words that an officer made for an addressee, be they what should have been conveyed.
    pub(super) fn last(&self, party: PartyId) -> Option<&Rendition> {
        let counts = |one: &&Rendition| one.officer.is_some() && one.to.contains(&party);
        self.renditions.iter().rev().find(counts)
    }

    /// The words that an office has last, or is getting.
    pub(super) fn latest_at(&self, seat: SeatId) -> Option<&Wording> {
        let there = self.conveyances.iter().rev().filter(|sent| sent.dispatch.seat == seat && !sent.withdrawn);
        there.filter_map(|sent| self.wording(sent)).next()
    }

    /// The words that were sent; none where only a condition's number was.
    #[must_use]
    pub fn wording(&self, sent: &Sent) -> Option<&Wording> {
        match sent.dispatch.carries {
            Carries::Item { rendition } | Carries::Correction { rendition, .. } => {
                self.rendition(rendition).map(|one| &one.wording)
            }
            Carries::Invocation { .. } => None,
        }
    }

    /// Whether something of it can no longer be taken back.
    #[must_use]
    pub fn is_called(&self) -> bool {
        self.conveyances.iter().any(|sent| sent.called)
    }

    /// Whether something of it is on its way, and could be taken back.
    pub(super) fn is_on_its_way(&self) -> bool {
        self.conveyances.iter().any(|sent| !sent.called && !sent.withdrawn)
    }

    /// Whether something of it is with an addressee or on its way.
    #[must_use]
    pub fn is_out(&self) -> bool {
        self.conveyances.iter().any(|sent| !sent.withdrawn)
    }

    /// Whether the item itself is with this addressee or on its way to it.
    #[must_use]
    pub fn is_out_to(&self, party: PartyId) -> bool {
        self.conveyances.iter().any(|sent| {
            sent.dispatch.party == party && !sent.withdrawn && matches!(sent.dispatch.carries, Carries::Item { .. })
        })
    }

    /// Corrections that were made and not released.
    pub fn pending_corrections(&self) -> impl Iterator<Item = &Rendition> {
        self.renditions.iter().filter(|one| {
            one.corrects.is_some()
                && one.officer.is_some()
                && !self.dropped.contains(&one.id)
                && !self.conveyances.iter().any(|sent| {
                    matches!(sent.dispatch.carries, Carries::Correction { rendition, .. } if rendition == one.id)
                })
        })
    }

    /// Invocations that wait for the desk.
    pub fn pending_invocations(&self) -> impl Iterator<Item = &Invocation> {
        self.invocations.iter().filter(|one| one.stands == InvocationStands::Pending)
    }

    /// Whether its time is over.
    #[must_use]
    pub fn has_lapsed(&self, now: Civil) -> bool {
        now >= self.content.lapses
    }

    /// Whether it ended, or its time did, and nobody was told a word of it.
    fn came_to_nothing(&self, now: Civil) -> bool {
        let ended = matches!(self.standing, Standing::Recalled | Standing::Returned | Standing::Voided);
        (ended || self.erased || self.has_lapsed(now)) && !self.is_out()
    }

    /// The word for how it stands at this moment.
    #[must_use]
    pub fn state_at(&self, now: Civil) -> ItemState {
        if self.erased {
            return ItemState::Erased;
        }
        match self.standing {
            Standing::Recalled => return ItemState::Recalled,
            Standing::Returned => return ItemState::Returned,
            Standing::Voided => return ItemState::Voided,
            Standing::Open | Standing::AwaitingCountersign | Standing::Held => {}
        }
        let delivered = self.conveyances.iter().any(|sent| sent.delivered.is_some());
        if self.has_lapsed(now) {
            let unread = self.released.is_some() && !delivered;
            return if unread { ItemState::LapsedUnread } else { ItemState::Lapsed };
        }
        if delivered {
            return ItemState::Conveyed;
        }
        if self.is_out() {
            return ItemState::Approved;
        }
        match self.standing {
            Standing::Held => return ItemState::Held,
            Standing::AwaitingCountersign => return ItemState::AwaitingCountersign,
            _ => {}
        }
        let current: Vec<_> = self.to.iter().filter_map(|party| self.current(*party)).collect();
        if self.approve && !current.is_empty() {
            let verdict = |one: &&Rendition| self.verdicts.get(&one.id);
            if current.iter().any(|one| verdict(one).is_none()) {
                return ItemState::AwaitingApproval;
            }
            if current.len() == self.to.len() && current.iter().all(|one| verdict(one) == Some(&Verdict::Approved)) {
                return ItemState::Approved;
            }
        }
        ItemState::Lodged
    }
}
