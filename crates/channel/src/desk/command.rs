//! What an officer can tell the desk to do. Commands travel over the office's control socket as JSON:
//! `{"do": "render", "item": "…", …}`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::matter::Matter;
use crate::civil::Civil;
use crate::content::{Content, Translation};
use crate::ids::{
    ChannelId, ItemId, NoteId, OfferId, PairId, PartyId, ProposalId, QuestionId, ReadoutId, SeatId, SeatKey, TextId,
};
use crate::vocabulary::{Form, Handling, Label, OwnWords, Precedence, STATUS_BLOCK, Status};

/// One act of the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum Command {
    /// Gives the desk its name and its officers; once.
    SetUp {
        /// The name that the parties are shown.
        name: String,
        /// Its officers; one, called "desk", if none is named.
        #[serde(default)]
        officers: Vec<String>,
        /// Whether who renders may not release.
        #[serde(default)]
        two_officers: bool,
    },
    /// Adds a party that the desk serves.
    AddParty {
        /// A new number.
        party: PartyId,
        /// Its name, which no other party is ever shown.
        name: String,
        /// Its principal's title.
        principal: String,
        /// What this party is shown for others.
        #[serde(default)]
        calls: BTreeMap<PartyId, String>,
    },
    /// Sets what one party is shown for another.
    SetLabel {
        /// The party that is shown the label.
        party: PartyId,
        /// The party that it stands for.
        other: PartyId,
        /// The label.
        label: String,
    },
    /// Seats a party's office, once its line is made. A new office for the same holder takes the old one's place.
    Enrol {
        /// A new number.
        seat: SeatId,
        /// Whose office.
        party: PartyId,
        /// The envoy's name; none for the principal's office.
        #[serde(default)]
        envoy: Option<String>,
        /// What desk and office name things by.
        key: SeatKey,
    },
    /// Opens a channel between two to six parties.
    OpenChannel {
        /// A new id.
        channel: ChannelId,
        /// Its name, which all its parties are shown.
        name: String,
        /// Its parties.
        parties: Vec<PartyId>,
        /// Its status block, for ever.
        #[serde(default = "status_block")]
        status: Vec<Status>,
    },
    /// Puts an item into the words in which it may be conveyed.
    Render {
        /// The item.
        item: ItemId,
        /// The words.
        words: String,
        /// What they are to the authentic text.
        label: Label,
        /// For which addressees; for all of the item's if none is named.
        #[serde(default)]
        to: Vec<PartyId>,
        /// Conditions in the desk's words; the author's if left out.
        #[serde(default)]
        conditions: Option<Vec<String>>,
        /// Reservations in the desk's words; the author's if left out.
        #[serde(default)]
        reservations: Option<Vec<String>>,
        /// Scope in the desk's words; the author's if left out.
        #[serde(default)]
        scope: Option<String>,
        /// Translations of these words, to be conveyed with them.
        #[serde(default)]
        translations: Vec<Translation>,
    },
    /// Lets an item go to its addressees, or what waits for release of it: corrections, invocations.
    Release {
        /// The item.
        item: ItemId,
    },
    /// Hands an item back to its author unconveyed, or declines what waits for release of it.
    Return {
        /// The item.
        item: ItemId,
        /// Why, to the author.
        reason: String,
    },
    /// Asks one party in private.
    Ask {
        /// A new id.
        question: QuestionId,
        /// The channel that it is about.
        channel: ChannelId,
        /// The party.
        to: PartyId,
        /// The question.
        text: String,
        /// Until when an answer is awaited; thirty days if left out.
        #[serde(default)]
        lapses: Option<Civil>,
        /// The item that it is about, if it is about one that the party knows.
        #[serde(default)]
        about: Option<ItemId>,
        /// Whether only the principal's office is asked, and no envoy's.
        #[serde(default)]
        principal_only: bool,
    },
    /// Conveys the desk's own words, one text to all.
    Outreach {
        /// A new id.
        item: ItemId,
        /// The channel.
        channel: ChannelId,
        /// The words.
        text: String,
        /// From when on they are void.
        lapses: Civil,
        /// To whom; to all the channel's parties if none is named.
        #[serde(default)]
        to: Vec<PartyId>,
        /// How urgent; routine if left out.
        #[serde(default)]
        precedence: Option<Precedence>,
        /// In which form; a non-paper if left out.
        #[serde(default)]
        form: Option<Form>,
        /// What these words are; an outreach if left out.
        #[serde(default)]
        own: Option<OwnWords>,
    },
    /// Corrects the desk's own rendition of an item that was released.
    Correct {
        /// The item.
        item: ItemId,
        /// The words that should have been conveyed.
        words: String,
        /// What they are to the authentic text; as before if left out.
        #[serde(default)]
        label: Option<Label>,
        /// For which addressees; for all of the item's if none is named.
        #[serde(default)]
        to: Vec<PartyId>,
        /// Conditions that should have been conveyed; those that were if left out.
        #[serde(default)]
        conditions: Option<Vec<String>>,
        /// Reservations that should have been conveyed; those that were if left out.
        #[serde(default)]
        reservations: Option<Vec<String>>,
        /// The scope that should have been conveyed; what was if left out.
        #[serde(default)]
        scope: Option<String>,
    },
    /// Takes in what was held because its envoy's mandate was over.
    Admit {
        /// The item.
        item: ItemId,
    },
    /// Asks the party for leave to use what it confided.
    UseConfided {
        /// The confided item.
        item: ItemId,
    },
    /// Erases an item's words from the desk. What was conveyed stays with its addressee.
    Erase {
        /// The item.
        item: ItemId,
    },
    /// Enters a translation of an item's authentic text, for the desk.
    Translate {
        /// The item.
        item: ItemId,
        /// The translation; its time is this moment's.
        translation: Translation,
    },
    /// Adds an officer: of this desk, or of a second one that mediates in some channels too.
    AddOfficer {
        /// The name.
        name: String,
        /// The second desk, if the officer is of one.
        #[serde(default)]
        desk: Option<String>,
    },
    /// Removes an officer, who opens the desk no longer.
    RemoveOfficer {
        /// The name.
        name: String,
    },
    /// Says how a party wants to be addressed.
    SetAddress {
        /// The party.
        party: PartyId,
        /// The form of address.
        address: String,
    },
    /// Lets a second desk mediate in a channel; its parties are told.
    CoMediate {
        /// The channel.
        channel: ChannelId,
        /// The second desk's name.
        desk: String,
    },
    /// Says for how many days words are kept after their end.
    Retain {
        /// The days; for ever if left out.
        #[serde(default)]
        days: Option<u32>,
    },
    /// Writes down what a party said by voice.
    Intake(Box<Intake>),
    /// Takes an item for the same as another one of its party, which stays.
    Same {
        /// The item.
        item: ItemId,
        /// The one that stays.
        of: ItemId,
    },
    /// Takes two items that are alike for different ones.
    Distinct {
        /// The one.
        item: ItemId,
        /// The other.
        of: ItemId,
    },
    /// Opens a pair of parallel declarations: one of each party of a channel.
    Pair {
        /// A new id.
        pair: PairId,
        /// The channel.
        channel: ChannelId,
        /// When it ends by itself if it is not released; never if left out.
        #[serde(default)]
        lapses: Option<Civil>,
    },
    /// Lets all declarations of a pair go, in one act.
    ReleasePair {
        /// The pair.
        pair: PairId,
    },
    /// Puts numbered options to all parties of a channel, for sealed answers.
    Propose {
        /// A new id.
        proposal: ProposalId,
        /// The channel.
        channel: ChannelId,
        /// The options, the first being number 1.
        options: Vec<String>,
        /// When what all would take is shown.
        reveal_at: Civil,
        /// What it is about, to the desk alone; proposals on one subject are counted.
        #[serde(default)]
        subject: String,
    },
    /// Offers good offices.
    Offer {
        /// A new id.
        offer: OfferId,
        /// The channel.
        channel: ChannelId,
        /// The words.
        text: String,
        /// To whom; to all the channel's parties if none is named.
        #[serde(default)]
        to: Vec<PartyId>,
        /// From when on it stands no longer; thirty days on if left out.
        #[serde(default)]
        lapses: Option<Civil>,
    },
    /// Drafts what is to be published, or drafts it anew; those concerned are asked to clear it.
    Draft {
        /// A new id, or that of a readout that was not published.
        readout: ReadoutId,
        /// The text.
        text: String,
        /// Whom it concerns.
        concerns: Vec<PartyId>,
        /// The items that it mentions.
        #[serde(default)]
        mentions: Vec<ItemId>,
        /// Its channel, if it is of one.
        #[serde(default)]
        channel: Option<ChannelId>,
    },
    /// Publishes a readout that all concerned have cleared.
    Publish {
        /// The readout.
        readout: ReadoutId,
    },
    /// Withdraws a readout that was not published.
    WithdrawReadout {
        /// The readout.
        readout: ReadoutId,
    },
    /// Shows all parties of a channel a version of the desk's single negotiating text.
    Table {
        /// A new id, or that of a text with earlier versions.
        text: TextId,
        /// The channel.
        channel: ChannelId,
        /// The words.
        words: String,
    },
    /// Declares an interest of the desk's own, to all parties.
    DeclareInterest {
        /// The words.
        words: String,
    },
    /// Records what is said in public of items, and warns the parties concerned.
    Disclose {
        /// A new id.
        note: NoteId,
        /// The items.
        items: Vec<ItemId>,
        /// Where it is said.
        occasion: String,
    },
    /// Records what the author of an item said in public that does not go with it.
    NoteStatement {
        /// A new id.
        note: NoteId,
        /// The item.
        item: ItemId,
        /// What was said.
        words: String,
        /// Where.
        occasion: String,
    },
    /// Holds a press text against all that is here.
    Expose {
        /// A new id.
        note: NoteId,
        /// The text.
        text: String,
    },
    /// Takes the words out of what is no item.
    Forget {
        /// What.
        matter: Matter,
    },
    /// Closes a channel: what was not conveyed in it is void.
    Close {
        /// The channel.
        channel: ChannelId,
    },
}

fn status_block() -> Vec<Status> {
    STATUS_BLOCK.to_vec()
}

/// What a party said by voice, as an officer writes it down.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub struct Intake {
    /// A new id.
    pub item: ItemId,
    /// The party.
    pub from: PartyId,
    /// The channel.
    pub channel: ChannelId,
    /// What it said.
    pub content: Content,
    /// To whom it is to be conveyed; to all others if none is named.
    #[serde(default)]
    pub to: Vec<PartyId>,
    /// How the words are to be handled; as the desk sees fit if left out.
    #[serde(default)]
    pub handling: Option<Handling>,
    /// Whether the party wants to approve the words first.
    #[serde(default)]
    pub approve: bool,
    /// Not to be conveyed before.
    #[serde(default)]
    pub not_before: Option<Civil>,
    /// Not to be conveyed after.
    #[serde(default)]
    pub not_after: Option<Civil>,
    /// The item conveyed to the party that it answers.
    #[serde(default)]
    pub answers: Option<ItemId>,
    /// The party's item that it says again.
    #[serde(default)]
    pub reaffirms: Option<ItemId>,
    /// The party's item that it replaces.
    #[serde(default)]
    pub supersedes: Option<ItemId>,
}
