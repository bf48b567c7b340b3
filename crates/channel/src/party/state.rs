//! The state of a party's office: its events, folded, in the shape in which it is read. Only [`super::evolve`] changes it.

use std::collections::{BTreeMap, BTreeSet};

use minicbor::{Decode, Encode};

use super::matters::{Disclosed, NegotiatingText, Offer, OwnReadout, Pair, Proposal, Readout};
use crate::cabinet::{Cabinet, Keep};
use crate::civil::{Civil, Day};
use crate::content::{Lodging, Mandate, Other, RenditionCopy, Wording};
use crate::conveyance::{Conveyance, Tie};
use crate::ids::{
    ActId, ChannelHandle, ConveyedId, ItemId, OfferHandle, PairHandle, ProposalHandle, QuestionId, ReadoutHandle,
    RenditionId, TextHandle,
};
use crate::letters::ToParty;
use crate::outstanding::{Outstanding, Thing};
use crate::refusal::Refusal;
use crate::vocabulary::{Act, Disposition, ItemState, OfferState, ReadoutState, Status, Waiting};
use crate::warning::Warning;

/// Everything that the office knows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// Who it is and at whose desk, once the desk has written.
    pub welcome: Option<Welcome>,
    /// The channels that it sees.
    pub channels: BTreeMap<ChannelHandle, Channel>,
    /// At the principal's office: the envoys that it appointed, by name.
    pub envoys: BTreeMap<String, Appointed>,
    /// At an envoy's office: its own mandate.
    pub mandate: Option<Appointed>,
    /// What it lodged or confided; at the principal's office also what its envoys did.
    pub items: Cabinet<ItemId, Item>,
    /// What was conveyed to it.
    pub received: Cabinet<ConveyedId, Received>,
    /// Private questions of the desk to it.
    pub questions: BTreeMap<QuestionId, Question>,
    /// Pairs of parallel declarations.
    pub pairs: BTreeMap<PairHandle, Pair>,
    /// Proposals.
    pub proposals: BTreeMap<ProposalHandle, Proposal>,
    /// Offers.
    pub offers: BTreeMap<OfferHandle, Offer>,
    /// Readouts that concern it.
    pub readouts: BTreeMap<ReadoutHandle, Readout>,
    /// Readouts that it published itself.
    pub own_readouts: BTreeMap<ReadoutHandle, OwnReadout>,
    /// Single negotiating texts of the desk's.
    pub texts: BTreeMap<TextHandle, NegotiatingText>,
    /// The interests that the desk declared, by their numbers.
    pub interests: BTreeMap<u32, (String, Day)>,
    /// What was said in public of what it knows, in order.
    pub disclosures: Vec<Disclosed>,
    /// For how many days words are kept after their end; for ever if there is no number.
    pub retention: Option<u32>,
    /// Its acts that the desk refused, and why.
    pub refused: BTreeMap<ActId, Refusal>,
    /// What the desk told it of its own matters, in order.
    pub notices: Vec<(Day, Notice)>,
    /// Every act that it took.
    pub acts: BTreeSet<ActId>,
    /// What each act was, so that a refusal by the desk undoes it here.
    pub(super) doings: BTreeMap<ActId, Doing>,
    /// What the desk told of items that are not here, after a restore, until they come again.
    pub(super) early: BTreeMap<ItemId, Vec<(Civil, ToParty)>>,
    /// Everything that it said and was told, by its number, in the order in which it came.
    pub(super) order: Vec<(u64, Tie)>,
    /// How many items, channels and questions there were: the next one's number.
    pub(super) count: u64,
}

/// What an act was about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    Lodged(ItemId),
    Countersigned(ItemId),
    Recalled(ItemId),
    Decided(ItemId, Vec<RenditionId>),
    LeaveDecided(ItemId),
    Disposed(ConveyedId),
    Invoked(ItemId, u8),
    Replied(QuestionId),
    Declared(PairHandle, ItemId),
    Answered(ProposalHandle),
    AnsweredOffer(OfferHandle),
    /// A clearance or an objection, to which draft, and what stood before.
    Cleared(ReadoutHandle, u32, Option<(Author, bool)>),
    Confirmed(ItemId),
    Commented(TextHandle),
    /// An appointment or a revocation, and what stood before.
    Appointed(String, Option<Appointed>),
}

/// Who the office is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Welcome {
    /// Its own party's name.
    pub party: String,
    /// Its own principal's title.
    pub principal: String,
    /// The desk's name.
    pub desk: String,
    /// The envoy's name; none at the principal's office.
    pub envoy: Option<String>,
}

/// A channel, as the desk shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Channel {
    /// In which order it came.
    pub number: u64,
    /// Its name.
    pub name: String,
    /// Its status block.
    pub status: Vec<Status>,
    /// The other parties, as this one is shown them.
    pub others: Vec<Other>,
    /// The second desks that mediate in it too.
    pub co_mediators: Vec<String>,
    /// Whether it is closed.
    pub closed: bool,
}

/// A mandate and whether it was revoked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appointed {
    /// The mandate.
    pub mandate: Mandate,
    /// Whether it was revoked.
    pub revoked: bool,
}

/// Which office of this party an item is from.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum Author {
    /// This one.
    #[n(0)]
    ThisOffice,
    /// The principal's.
    #[n(1)]
    Principal,
    /// An envoy's.
    #[n(2)]
    Envoy(#[n(0)] String),
    /// The desk's, which wrote down what this party had told it; until the party confirms it.
    #[n(3)]
    WrittenDown,
}

/// How an item stands, lapse, approval and conveyance apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Standing {
    /// With the desk.
    #[n(0)]
    Open,
    /// The principal has to countersign it.
    #[n(1)]
    AwaitingCountersign,
    /// It came after the envoy's mandate was over; the desk decides.
    #[n(2)]
    Held,
    /// Handed back.
    #[n(3)]
    Returned,
    /// Taken back.
    #[n(4)]
    Recalled,
    /// It will not be conveyed.
    #[n(5)]
    Voided,
}

/// An item of this party's own.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Item {
    /// In which order it came.
    #[n(0)]
    pub number: u64,
    /// From which office of this party.
    #[n(1)]
    pub author: Author,
    /// What was lodged: authentic text, channel, addressees, instructions, ties.
    #[n(2)]
    pub lodging: Lodging,
    /// Whether it is for the desk alone.
    #[n(3)]
    pub confided: bool,
    /// When it was lodged or, from another office of this party, when its copy came.
    #[n(4)]
    pub lodged_on: Civil,
    /// How it stands.
    #[n(5)]
    pub standing: Standing,
    /// Whether a recall was asked for; the desk says whether it came in time.
    #[n(6)]
    pub recall_asked: bool,
    /// Whether the principal countersigned it.
    #[n(7)]
    pub countersigned: bool,
    /// Why it was returned, if it was.
    #[n(8)]
    pub returned: Option<String>,
    /// The item that replaces it.
    #[n(9)]
    pub superseded_by: Option<ItemId>,
    /// Words that were put to this party for approval, in order.
    #[n(10)]
    pub asked: Vec<Asked>,
    /// What was conveyed in this party's name, in order.
    #[n(11)]
    pub conveyed: Vec<Told>,
    /// Its conditions that were invoked.
    #[n(12)]
    pub invocations: Vec<Invocation>,
    /// Whether the desk may use what was confided.
    #[n(13)]
    pub leave: Leave,
    /// What this party said to what the desk wrote down for it: whether that is what it said.
    #[n(14)]
    pub confirmed: Option<bool>,
    /// The pair for which it is a declaration.
    #[n(15)]
    pub pair: Option<PairHandle>,
    /// The item that the desk takes it for the same as.
    #[n(16)]
    pub same_as: Option<ItemId>,
    /// Whether the words are gone from here.
    #[n(17)]
    pub erased: bool,
}

/// Words that were put to this party for approval.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Asked {
    /// The words.
    #[n(0)]
    pub words: RenditionCopy,
    /// Whether they were approved; nothing while that is open.
    #[n(1)]
    pub approved: Option<bool>,
    /// On which day they were put to it.
    #[n(2)]
    pub on: Day,
    /// When that was decided.
    #[n(3)]
    pub decided_on: Option<Civil>,
}

/// What was conveyed in this party's name: told when the desk released it, whatever the addressee did.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Told {
    /// The words, to whom, and what they correct.
    #[n(0)]
    pub words: RenditionCopy,
    /// On which day they were released.
    #[n(1)]
    pub on: Day,
}

/// An invoked condition.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Invocation {
    /// Its number, from 1.
    #[n(0)]
    pub condition: u8,
    /// What became of it.
    #[n(1)]
    pub stands: InvocationStands,
}

/// What became of an invocation.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub enum InvocationStands {
    /// It is with the desk.
    #[n(0)]
    Pending,
    /// It was released, on which day.
    #[n(1)]
    Conveyed(#[n(0)] Day),
    /// The desk declined to convey it, and why.
    #[n(2)]
    Returned(#[n(0)] String),
}

/// Whether the desk may use what was confided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Encode, Decode)]
#[cbor(index_only)]
pub enum Leave {
    /// It has not asked.
    #[n(0)]
    NotAsked,
    /// It asks.
    #[n(1)]
    Asked,
    /// It may.
    #[n(2)]
    Given,
    /// It may not.
    #[n(3)]
    Withheld,
}

/// What was conveyed to this office.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Received {
    /// In which order it came.
    #[n(0)]
    pub number: u64,
    /// What was conveyed.
    #[n(1)]
    pub conveyance: Conveyance,
    /// On which day.
    #[n(2)]
    pub on: Day,
    /// Whether it was read here.
    #[n(3)]
    pub read: bool,
    /// What this party did with it, in order.
    #[n(4)]
    pub dispositions: Vec<Disposed>,
    /// Items of this party that answer it; those of other offices are not named here.
    #[n(5)]
    pub answered_by: Vec<ItemId>,
    /// Whether another office of this party answered it with an item that is not here.
    #[n(6)]
    pub answered_elsewhere: bool,
    /// Whether any office of this party answered it, by an item that has not been taken or handed back.
    #[n(7)]
    pub answered: bool,
    /// Corrections by the desk, in order; the last is what should have been conveyed.
    #[n(8)]
    pub corrections: Vec<Corrected>,
    /// The numbers of its conditions that its author invoked, and the days on which that was conveyed.
    #[n(9)]
    pub invoked: Vec<(u8, Day)>,
    /// What replaces it.
    #[n(10)]
    pub superseded_by: Option<ConveyedId>,
    /// Whether the words are gone from here.
    #[n(11)]
    pub erased: bool,
}

/// What this party did with what was conveyed to it.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Disposed {
    /// From which of its offices.
    #[n(0)]
    pub by: Author,
    /// What.
    #[n(1)]
    pub disposition: Disposition,
    /// When.
    #[n(2)]
    pub on: Civil,
}

/// A correction by the desk.
#[derive(Clone, Debug, PartialEq, Eq, Encode, Decode)]
pub struct Corrected {
    /// Its own id.
    #[n(0)]
    pub id: ConveyedId,
    /// The words that should have been conveyed.
    #[n(1)]
    pub wording: Wording,
    /// On which day it came.
    #[n(2)]
    pub on: Day,
}

/// A private question of the desk.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// In which order it came.
    pub number: u64,
    /// The channel that it is about.
    pub channel: ChannelHandle,
    /// The question.
    pub text: String,
    /// Until when an answer is awaited.
    pub lapses: Civil,
    /// When it came.
    pub on: Civil,
    /// The answer and which office gave it.
    pub reply: Option<(Author, String)>,
    /// What it is about, if it is about something that this office knows.
    pub about: Option<Tie>,
}

/// What the desk told this office of its own matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notice {
    /// It refused an act.
    Refused(ActId, Refusal),
    /// It handed an item back.
    Returned(ItemId),
    /// It declined to convey an invocation of that condition.
    InvocationReturned(ItemId, u8),
    /// It holds an item, for the envoy's mandate was over.
    Held(ItemId),
    /// It admitted what it had held.
    Admitted(ItemId),
    /// A recall took effect.
    Recalled(ItemId),
    /// An item will not be conveyed.
    Voided(ItemId),
    /// This office has a mandate, or a changed one.
    Mandated,
    /// This office's mandate was revoked.
    Revoked,
    /// A channel was closed.
    Closed(ChannelHandle),
}

/// How many items in a row, each replaced by the next, are looked through.
const REPLACED_MOST: usize = 256;

impl State {
    /// Puts away what this office said and was told that is over at this moment.
    pub fn put_away(&mut self, now: Civil, keep: Keep<'_>) {
        self.items.put_away(now, &mut *keep);
        self.received.put_away(now, keep);
    }

    /// Whether something stands in an item's place: what superseded it, or what superseded that. A replacement that ended
    /// before anything was conveyed of it stands in nobody's.
    pub(super) fn is_replaced(&self, item: &Item, now: Civil) -> bool {
        let next = |one: &&Item| one.superseded_by.and_then(|by| self.items.get(&by));
        let after = std::iter::successors(next(&item), next).take(REPLACED_MOST);
        after.into_iter().any(|by| !by.came_to_nothing(now))
    }
}

impl Item {
    /// Whether it ended, or its time did, and nothing was conveyed of it.
    fn came_to_nothing(&self, now: Civil) -> bool {
        let ended = matches!(self.standing, Standing::Returned | Standing::Recalled | Standing::Voided);
        (ended || now >= self.lodging.content.lapses) && self.conveyed.is_empty()
    }

    /// Words that were put to this party and not decided.
    pub fn undecided(&self) -> impl Iterator<Item = &RenditionCopy> {
        self.asked.iter().filter(|one| one.approved.is_none()).map(|one| &one.words)
    }

    /// Whether the desk wrote it down and this party has not said whether it said so.
    #[must_use]
    pub fn is_to_confirm(&self) -> bool {
        self.author == Author::WrittenDown && self.confirmed.is_none()
    }

    /// The words that were put to this party last, for each addressee.
    fn last_asked(&self) -> Vec<&Asked> {
        let mut seen: BTreeSet<u8> = BTreeSet::new();
        let mut last: Vec<&Asked> = self.asked.iter().rev().collect();
        last.retain(|one| one.words.to.iter().any(|number| seen.insert(*number)));
        last
    }

    /// The words of an earlier rendition that a correction names.
    #[must_use]
    pub fn told(&self, rendition: RenditionId) -> Option<&Told> {
        self.conveyed.iter().find(|one| one.words.rendition == rendition)
    }

    /// The word for how it stands at this moment, as far as this office may know.
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
        if now >= self.lodging.content.lapses {
            return ItemState::Lapsed;
        }
        if !self.conveyed.is_empty() {
            return ItemState::Conveyed;
        }
        match self.standing {
            Standing::Held => return ItemState::Held,
            Standing::AwaitingCountersign => return ItemState::AwaitingCountersign,
            _ => {}
        }
        if self.is_to_confirm() || self.undecided().next().is_some() {
            return ItemState::AwaitingApproval;
        }
        let last_asked = self.last_asked();
        let all_approved = !last_asked.is_empty() && last_asked.iter().all(|one| one.approved == Some(true));
        if all_approved { ItemState::Approved } else { ItemState::Lodged }
    }
}

impl Received {
    /// Whether its time is over.
    #[must_use]
    pub fn has_lapsed(&self, now: Civil) -> bool {
        now >= self.conveyance.lapses
    }

    /// The disposition that stands: the last one.
    #[must_use]
    pub fn disposition(&self) -> Option<Disposition> {
        self.dispositions.last().map(|one| one.disposition)
    }

    /// The word for how it stands at this moment.
    #[must_use]
    pub fn state_at(&self, now: Civil) -> ItemState {
        if self.erased {
            ItemState::Erased
        } else if !self.has_lapsed(now) {
            ItemState::Conveyed
        } else if self.read || self.answered || !self.dispositions.is_empty() {
            ItemState::Lapsed
        } else {
            ItemState::LapsedUnread
        }
    }

    /// The words, where they may be shown at this moment: not once they are erased or have lapsed unread.
    #[must_use]
    pub fn wording_at(&self, now: Civil) -> Option<&Wording> {
        match self.state_at(now) {
            ItemState::Erased | ItemState::LapsedUnread => None,
            _ => Some(&self.conveyance.wording),
        }
    }

    /// Whether it waits for this party.
    #[must_use]
    pub fn waits(&self, now: Civil) -> bool {
        let open = self.dispositions.is_empty() && !self.answered;
        open && self.superseded_by.is_none() && self.state_at(now) == ItemState::Conveyed
    }
}

impl State {
    pub(super) fn add_item(&mut self, id: ItemId, item: Item) {
        // What comes a second time keeps its place.
        let number = self.items.glance(&id).map(|before| before.number);
        if number.is_none() {
            self.order.push((item.number, Tie::Own(id)));
        }
        self.items.insert(id, Item { number: number.unwrap_or(item.number), ..item });
    }

    pub(super) fn add_received(&mut self, id: ConveyedId, received: Received) {
        let number = self.received.glance(&id).map(|before| before.number);
        if number.is_none() {
            self.order.push((received.number, Tie::Had(id)));
        }
        self.received.insert(id, Received { number: number.unwrap_or(received.number), ..received });
    }

    /// Everything that it said and was told with the number by which people name it, from 1, in the order in which it came.
    pub fn in_order(&self) -> impl DoubleEndedIterator<Item = (u32, Tie)> {
        let shown = |at: usize| u32::try_from(at + 1).unwrap_or(u32::MAX);
        self.order.iter().enumerate().map(move |(at, (_, tie))| (shown(at), *tie))
    }

    /// What people name by that number.
    #[must_use]
    pub fn numbered_item(&self, no: u32) -> Option<Tie> {
        let at = usize::try_from(no).ok()?.checked_sub(1)?;
        self.order.get(at).map(|(_, tie)| *tie)
    }

    /// The number by which people name it, from 1.
    #[must_use]
    pub fn number_shown(&self, tie: Tie) -> Option<u32> {
        let number = match tie {
            Tie::Own(id) => self.items.glance(&id)?.number,
            Tie::Had(id) => self.received.glance(&id)?.number,
        };
        let at = self.order.binary_search_by_key(&number, |(number, _)| *number).ok()?;
        u32::try_from(at + 1).ok()
    }

    /// How many items there are.
    #[must_use]
    pub fn total(&self) -> u32 {
        u32::try_from(self.order.len()).unwrap_or(u32::MAX)
    }

    /// The board: what waits for an act of this office.
    #[must_use]
    pub fn outstanding(&self, now: Civil) -> Vec<Outstanding> {
        let mut board = Vec::new();
        // What has lapsed waits for nobody.
        let received = self.received.all().filter(|(_, seen)| now < seen.glance().lapses);
        for (id, received) in received.filter_map(|(id, seen)| Some((id, seen.whole()?))) {
            let may = self.authority(received.conveyance.channel, Act::Dispose, now).is_ok();
            if may && received.waits(now) {
                let urgency = received.conveyance.precedence;
                let matter = Outstanding::urgent(Waiting::Response, Thing::Conveyed(id), urgency);
                board.push((received.number, matter));
            }
        }
        for (id, proposal) in self.proposals.iter().filter(|(_, one)| one.waits(now)) {
            if self.authority(proposal.channel, Act::Answer, now).is_ok() {
                board.push((proposal.number, Outstanding::new(Waiting::Answer, Thing::Proposal(*id))));
            }
        }
        for (id, offer) in self.offers.iter().filter(|(_, one)| one.state_at(now) == OfferState::Open) {
            if self.authority(offer.channel, Act::Answer, now).is_ok() {
                board.push((offer.number, Outstanding::new(Waiting::Offer, Thing::Offer(*id))));
            }
        }
        for (id, readout) in self.readouts.iter().filter(|(_, one)| one.state() == ReadoutState::AwaitingClearance) {
            if self.may_somewhere(Act::Clear, now).is_ok() {
                board.push((readout.number, Outstanding::new(Waiting::Clearance, Thing::Readout(*id))));
            }
        }
        for (id, question) in self.open_questions(now) {
            if self.authority(question.channel, Act::Answer, now).is_ok() {
                board.push((question.number, Outstanding::new(Waiting::Reply, Thing::Question(*id))));
            }
        }
        let items = self.items.all().filter(|(_, seen)| now < seen.glance().lapses);
        for (id, item) in items.filter_map(|(id, seen)| Some((id, seen.whole()?))) {
            if let Some(what) = self.waits_for(&item, now) {
                board.push((item.number, Outstanding::new(what, Thing::Item(id))));
            }
        }
        board.sort();
        board.into_iter().map(|(_, matter)| matter).collect()
    }

    fn waits_for(&self, item: &Item, now: Civil) -> Option<Waiting> {
        let channel = item.lodging.channel;
        let state = item.state_at(now);
        if state == ItemState::AwaitingCountersign {
            return self.is_principal().then_some(Waiting::Countersign);
        }
        let over = !matches!(
            state,
            ItemState::Lodged | ItemState::AwaitingApproval | ItemState::Approved | ItemState::Conveyed
        );
        if over || self.authority(channel, Act::Approve, now).is_err() {
            None
        } else if item.is_to_confirm() {
            Some(Waiting::Confirmation)
        } else if item.undecided().next().is_some() {
            Some(Waiting::Approval)
        } else {
            (item.leave == Leave::Asked).then_some(Waiting::Leave)
        }
    }

    /// Questions that are neither answered nor lapsed.
    pub fn open_questions(&self, now: Civil) -> impl Iterator<Item = (&QuestionId, &Question)> {
        self.questions.iter().filter(move |(_, one)| one.reply.is_none() && now < one.lapses)
    }

    /// Whether this is the principal's office.
    #[must_use]
    pub fn is_principal(&self) -> bool {
        self.welcome.as_ref().is_some_and(|welcome| welcome.envoy.is_none())
    }

    /// Whether this office may do such an act in a channel at this moment; the refusal says why not.
    ///
    /// # Errors
    /// No word of the desk yet, an unknown or closed channel, no mandate for it, or one that is over or revoked.
    pub fn authority(&self, channel: ChannelHandle, act: Act, now: Civil) -> Result<(), Refusal> {
        let welcome = self.welcome.as_ref().ok_or(Refusal::NotWelcomed)?;
        if welcome.envoy.is_some() {
            let own = self.mandate.as_ref().ok_or(Refusal::NotMandated)?;
            if own.revoked {
                return Err(Refusal::Revoked);
            }
            if own.mandate.until.is_some_and(|until| now >= until) {
                return Err(Refusal::MandateOver);
            }
            if !own.mandate.channels.contains(&channel) || !own.mandate.may.contains(&act) {
                return Err(Refusal::NotMandated);
            }
        }
        match self.channels.get(&channel) {
            None => Err(Refusal::UnknownChannel),
            Some(channel) if channel.closed => Err(Refusal::Closed),
            Some(_) => Ok(()),
        }
    }

    /// Whether this office may do such an act in some channel at this moment; the refusal says why not.
    ///
    /// # Errors
    /// No word of the desk yet, no mandate for such an act, or one that is over or revoked.
    pub fn may_somewhere(&self, act: Act, now: Civil) -> Result<(), Refusal> {
        let welcome = self.welcome.as_ref().ok_or(Refusal::NotWelcomed)?;
        if welcome.envoy.is_none() {
            return Ok(());
        }
        let own = self.mandate.as_ref().ok_or(Refusal::NotMandated)?;
        if own.revoked {
            Err(Refusal::Revoked)
        } else if own.mandate.until.is_some_and(|until| now >= until) {
            Err(Refusal::MandateOver)
        } else if own.mandate.may.contains(&act) {
            Ok(())
        } else {
            Err(Refusal::NotMandated)
        }
    }

    /// The names and titles by which this party is known.
    pub(super) fn own_names(&self) -> Vec<&str> {
        let names = self.welcome.iter().flat_map(|welcome| [&welcome.party, &welcome.principal]);
        names.map(String::as_str).collect()
    }

    /// What whoever reads what was conveyed should know.
    #[must_use]
    pub fn received_warnings(&self, received: &Received) -> Vec<Warning> {
        let mut warnings = Vec::new();
        if received.conveyance.unconfirmed {
            warnings.push(Warning::Unconfirmed);
        }
        warnings
    }

    /// What whoever reads an item of this party should know.
    #[must_use]
    pub fn warnings(&self, item: &Item) -> Vec<Warning> {
        let answered = item.lodging.answers.and_then(|id| self.received.get(&id));
        let mut warnings = crate::lint::content_warnings(&item.lodging.content, &self.own_names());
        if answered.is_some_and(|received| received.superseded_by.is_some()) {
            warnings.push(Warning::AnswersSuperseded);
        }
        if answered.is_some_and(|received| received.has_lapsed(item.lodged_on)) {
            warnings.push(Warning::AnswersLapsed);
        }
        warnings
    }
}
