//! What a step does: one variant per verb, with every key typed and every default filled in.
//!
//! Times are seconds since the epoch: a span in the file has been counted from the step's own time. Items, proposals,
//! offers, readouts and pairs go by the names that the scenario gives them. Who acts stands beside the act, in the step.

use std::collections::BTreeSet;

use super::who::{Office, Place};
use super::words::{Disclosure, Disposition, During, Form, Grade, Label, OwnWords, Power, Precedence};

/// What a step does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Act {
    /// Party: gives an envoy a mandate.
    Appoint(Appoint),
    /// Party: ends an envoy's mandate at once.
    Revoke {
        /// The envoy's id within the party.
        envoy: String,
    },
    /// Party: gives the desk an item to convey.
    Lodge(Lodge),
    /// Party: tells the desk alone.
    Confide(Told),
    /// Party: lodges its declaration for a pair.
    Declare(Declare),
    /// Party: the principal puts its mark to what an envoy lodged.
    Countersign {
        /// The item.
        item: String,
    },
    /// Party: takes back what was not conveyed.
    Recall {
        /// The item.
        item: String,
    },
    /// Party or desk: erases its own copy of an item.
    Erase {
        /// The item.
        item: String,
    },
    /// Party: approves words in its name, or a readout.
    Approve(Reviewed),
    /// Party: objects to words in its name, or to a readout.
    Object(Reviewed),
    /// Party: disposes of what was conveyed to it.
    Dispose {
        /// The item.
        item: String,
        /// How (`as` in the file).
        disposition: Disposition,
    },
    /// Party: invokes one of its own conditions.
    Invoke {
        /// The item.
        item: String,
        /// The condition's number, from 1.
        condition: u32,
    },
    /// Party: answers a proposal, sealed.
    Answer {
        /// The proposal.
        proposal: String,
        /// The numbers of the options that it would take, from 1; none is an answer too.
        takes: BTreeSet<u32>,
    },
    /// Party: takes up an offer.
    TakeUp {
        /// The offer.
        offer: String,
    },
    /// Party: declines an offer.
    Decline {
        /// The offer.
        offer: String,
    },
    /// Party: clears its part of a readout.
    Clear {
        /// The readout.
        readout: String,
    },
    /// Party: replies to a question of the desk, to the desk alone.
    Reply {
        /// The question.
        item: String,
        /// The reply.
        text: String,
    },
    /// Party: reads what was conveyed to it.
    Read {
        /// The item.
        item: String,
    },
    /// Party: comments on a single negotiating text, to the desk alone.
    Comment {
        /// The text.
        paper: String,
        /// What it says to it.
        words: String,
    },
    /// Party or desk: for how many days it keeps words after their end.
    Retain {
        /// The days; for ever where it is absent.
        days: Option<u32>,
    },
    /// Desk: writes down an oral message.
    Intake {
        /// The party that spoke.
        from: String,
        /// What it said.
        lodged: Lodge,
    },
    /// Desk: proposes the words in which an item is to be conveyed.
    Render(Render),
    /// Desk: lets an item or a pair go to its addressees.
    Release(Released),
    /// Desk: hands an item back to its author.
    Return {
        /// The item.
        item: String,
        /// What the author is told.
        reason: String,
    },
    /// Desk: opens a pair of parallel declarations.
    Pair {
        /// The pair.
        pair: String,
        /// Its channel.
        channel: String,
        /// When it lapses; never by itself where it is absent.
        lapses: Option<i64>,
    },
    /// Desk: offers its good offices.
    Offer {
        /// The offer.
        offer: String,
        /// Its channel.
        channel: String,
        /// The words.
        text: String,
        /// To whom; every party of the channel by default.
        to: Vec<String>,
        /// When it lapses; 30 days on by default.
        lapses: i64,
    },
    /// Desk: its own words, one text to all.
    Outreach(Outreach),
    /// Desk: asks one party.
    Ask {
        /// The question and what it is called.
        question: Told,
        /// The party asked.
        to: String,
        /// The item that it is about, if it is about one.
        about: Option<String>,
        /// Whether only the principal's office is asked.
        principal_only: bool,
    },
    /// Desk: puts numbered options to the parties of a channel.
    Propose {
        /// The proposal.
        proposal: String,
        /// Its channel.
        channel: String,
        /// The options, the first being number 1.
        options: Vec<String>,
        /// When the common ones are shown.
        reveal_at: i64,
        /// What it is about, to the desk alone.
        subject: String,
    },
    /// Desk: drafts a readout.
    Draft(Draft),
    /// Desk: publishes a cleared readout.
    Publish {
        /// The readout.
        readout: String,
    },
    /// Desk: records what was said in public.
    Disclose {
        /// The items of which it was said.
        items: Vec<String>,
        /// Where (`where` in the file).
        occasion: String,
    },
    /// Desk: checks a text of the press against its items.
    Expose {
        /// The text.
        text: String,
    },
    /// Desk: sends a test message.
    TestLine {
        /// To whom.
        party: String,
    },
    /// Desk: closes a channel.
    Close {
        /// The channel.
        channel: String,
    },
    /// Desk: corrects its own rendition after it was conveyed.
    Correct(Correct),
    /// Desk: takes in what it held from an envoy whose mandate was over.
    Admit {
        /// The item.
        item: String,
    },
    /// Desk: asks for leave to use what was confided.
    UseConfided {
        /// The item.
        item: String,
    },
    /// Desk: takes one item for the same as another of its author's.
    Same {
        /// The item.
        item: String,
        /// The one that stays.
        of: String,
    },
    /// Desk: takes two items that are alike for different ones.
    Distinct {
        /// The one.
        item: String,
        /// The other.
        of: String,
    },
    /// Desk: enters a translation of an item's authentic text.
    Translate {
        /// The item.
        item: String,
        /// The translation.
        translation: Translation,
    },
    /// Desk: shows a version of its single negotiating text.
    Table {
        /// The text.
        paper: String,
        /// Its channel.
        channel: String,
        /// The words.
        words: String,
    },
    /// Desk: declares an interest of its own.
    Interest {
        /// The words.
        text: String,
    },
    /// Desk: records what the author of an item said in public against it.
    Statement {
        /// The item.
        item: String,
        /// What was said.
        text: String,
        /// Where (`where` in the file).
        occasion: String,
    },
    /// Desk: withdraws a readout.
    Withdraw {
        /// The readout.
        readout: String,
    },
    /// Desk: notes how a party wants to be addressed.
    Address {
        /// The party.
        party: String,
        /// The form of address.
        address: String,
    },
    /// Desk: lets a second desk mediate in a channel.
    CoMediate {
        /// The channel.
        channel: String,
        /// The second desk's name.
        name: String,
    },
    /// Clock: time goes by.
    Pass {
        /// Seconds.
        span: i64,
    },
    /// Public: checks a published readout.
    Verify {
        /// The readout.
        readout: String,
        /// Another text to check its signature against; the published one by default.
        text: Option<String>,
    },
    /// Fault: killed and started again.
    Crash {
        /// What.
        who: Place,
        /// Armed for this moment; at once where it is absent.
        during: Option<During>,
    },
    /// Fault: an office loses its way to the hub.
    Cut {
        /// Whose.
        who: Office,
    },
    /// Fault: an office finds its way to the hub again.
    Mend {
        /// Whose.
        who: Office,
    },
    /// Fault: an old backup is put back.
    Restore {
        /// Of what.
        who: Place,
        /// The id of the step after which the backup was taken.
        to: String,
    },
    /// Fault: the next cells on their way to an office come twice.
    Repeat(Cells),
    /// Fault: the next cells on their way to an office come out of order.
    Reorder(Cells),
    /// Fault: the next cells on their way to an office are lost.
    Lose(Cells),
    /// Fault: while cut, a line's cells go by file.
    Courier {
        /// The office that they leave.
        from: Office,
        /// The office that they reach.
        to: Office,
    },
}

/// A mandate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appoint {
    /// The envoy's id within the party.
    pub envoy: String,
    /// What the envoy is called.
    pub title: String,
    /// The channels it is for.
    pub channels: Vec<String>,
    /// What it allows; everything by default.
    pub may: BTreeSet<Power>,
    /// Until when; until revoked where it is absent.
    pub until: Option<i64>,
    /// Whether the principal must countersign what the envoy lodges; no by default.
    pub countersign: bool,
}

/// An item that a party gives the desk to convey.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lodge {
    /// What the scenario calls it.
    pub item: String,
    /// Its channel.
    pub channel: String,
    /// The authentic text.
    pub text: String,
    /// When it lapses.
    pub lapses: i64,
    /// The addressees; all other parties of the channel by default, in the channel's order.
    pub to: Vec<String>,
    /// Its form; a non-paper by default.
    pub form: Form,
    /// The loosest rendition allowed; the desk's choice where it is absent.
    pub handling: Option<Label>,
    /// Whether the author must approve the words; no by default.
    pub approve: bool,
    /// Its precedence; routine by default.
    pub precedence: Precedence,
    /// What it depends on; the first is number 1.
    pub conditions: Vec<String>,
    /// What it leaves open.
    pub reservations: Vec<String>,
    /// How far it reaches.
    pub scope: Option<String>,
    /// The moment of which it speaks.
    pub as_of: Option<i64>,
    /// Not to be conveyed before.
    pub not_before: Option<i64>,
    /// Not to be conveyed after.
    pub not_after: Option<i64>,
    /// What may be said of it in public; nothing by default.
    pub disclosure: Disclosure,
    /// The item, conveyed to the actor, that it answers.
    pub answers: Option<String>,
    /// The actor's own item that it says again.
    pub reaffirms: Option<String>,
    /// The actor's own item that it takes the place of.
    pub supersedes: Option<String>,
    /// The principal for whom it is said.
    pub on_behalf_of: Option<String>,
    /// Who carries it.
    pub carrier: Option<String>,
    /// The language of the authentic text.
    pub language: Option<String>,
    /// Passages that are ambiguous by intention.
    pub keep_ambiguous: Vec<String>,
    /// The author's own translations.
    pub translations: Vec<Translation>,
}

/// A translation, with what it is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Translation {
    /// Into which language.
    pub language: String,
    /// How good it is.
    pub grade: Grade,
    /// Who made it.
    pub translator: String,
    /// The text.
    pub text: String,
}

/// What is said between one party and the desk, either way.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What the scenario calls it.
    pub item: String,
    /// Its channel.
    pub channel: String,
    /// The text.
    pub text: String,
    /// When it lapses; 30 days on by default.
    pub lapses: i64,
}

/// One side's declaration of a pair.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declare {
    /// What the scenario calls it.
    pub item: String,
    /// Its channel.
    pub channel: String,
    /// The text.
    pub text: String,
    /// When it lapses.
    pub lapses: i64,
    /// Which pair; the channel's open one by default.
    pub pair: Option<String>,
}

/// What is approved or objected to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reviewed {
    /// The words of an item.
    Item(String),
    /// A readout.
    Readout(String),
}

/// What is released.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Released {
    /// The rendition of an item, or the desk's own words.
    Item(String),
    /// Both declarations of a pair.
    Pair(String),
}

/// The words in which an item is to be conveyed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Render {
    /// The item.
    pub item: String,
    /// The words.
    pub words: String,
    /// How close they are.
    pub label: Label,
    /// For which addressees; all of the item's where it is absent.
    pub to: Option<Vec<String>>,
    /// The conditions to show; as the author wrote them where it is absent.
    pub conditions: Option<Vec<String>>,
    /// The reservations to show; as the author wrote them where it is absent.
    pub reservations: Option<Vec<String>>,
    /// The scope to show; as the author wrote it where it is absent.
    pub scope: Option<String>,
    /// Translations of the words, conveyed with them.
    pub translations: Vec<Translation>,
}

/// What takes the place of words that were conveyed; what is left out is as it was conveyed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correct {
    /// The item.
    pub item: String,
    /// The words that replace those conveyed.
    pub words: String,
    /// How close they are.
    pub label: Option<Label>,
    /// For which addressees; all of the item's where it is absent.
    pub to: Option<Vec<String>>,
    /// The conditions to show.
    pub conditions: Option<Vec<String>>,
    /// The reservations to show.
    pub reservations: Option<Vec<String>>,
    /// The scope to show.
    pub scope: Option<String>,
}

/// The desk's own words to several parties.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outreach {
    /// What the scenario calls it.
    pub item: String,
    /// Its channel.
    pub channel: String,
    /// The words.
    pub text: String,
    /// When it lapses.
    pub lapses: i64,
    /// To whom; every party of the channel by default.
    pub to: Vec<String>,
    /// Its precedence; routine by default.
    pub precedence: Precedence,
    /// Its form; a non-paper by default.
    pub form: Form,
    /// What these words are; an outreach by default.
    pub kind: OwnWords,
}

/// A readout as drafted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Draft {
    /// The readout.
    pub readout: String,
    /// The text.
    pub text: String,
    /// The parties it concerns.
    pub concerns: Vec<String>,
    /// The items it mentions.
    pub mentions: Vec<String>,
    /// Its channel, if it is of one.
    pub channel: Option<String>,
}

/// The next cells on their way to an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cells {
    /// The office.
    pub who: Office,
    /// How many; one by default.
    pub cells: u32,
}

impl Act {
    /// The verb, as the file has it.
    pub fn verb(&self) -> &'static str {
        match self {
            Self::Appoint(_) => "appoint",
            Self::Revoke { .. } => "revoke",
            Self::Lodge(_) => "lodge",
            Self::Confide(_) => "confide",
            Self::Declare(_) => "declare",
            Self::Countersign { .. } => "countersign",
            Self::Recall { .. } => "recall",
            Self::Erase { .. } => "erase",
            Self::Approve(_) => "approve",
            Self::Object(_) => "object",
            Self::Dispose { .. } => "dispose",
            Self::Invoke { .. } => "invoke",
            Self::Answer { .. } => "answer",
            Self::TakeUp { .. } => "take-up",
            Self::Decline { .. } => "decline",
            Self::Clear { .. } => "clear",
            Self::Reply { .. } => "reply",
            Self::Intake { .. } => "intake",
            Self::Render(_) => "render",
            Self::Release(_) => "release",
            Self::Return { .. } => "return",
            Self::Pair { .. } => "pair",
            Self::Offer { .. } => "offer",
            Self::Outreach(_) => "outreach",
            Self::Ask { .. } => "ask",
            Self::Propose { .. } => "propose",
            Self::Draft(_) => "draft",
            Self::Publish { .. } => "publish",
            Self::Disclose { .. } => "disclose",
            Self::Expose { .. } => "expose",
            Self::TestLine { .. } => "test-line",
            Self::Close { .. } => "close",
            Self::Correct(_) => "correct",
            Self::Read { .. } => "read",
            Self::Comment { .. } => "comment",
            Self::Retain { .. } => "retain",
            Self::Admit { .. } => "admit",
            Self::UseConfided { .. } => "use-confided",
            Self::Same { .. } => "same",
            Self::Distinct { .. } => "distinct",
            Self::Translate { .. } => "translate",
            Self::Table { .. } => "table",
            Self::Interest { .. } => "interest",
            Self::Statement { .. } => "statement",
            Self::Withdraw { .. } => "withdraw",
            Self::Address { .. } => "address",
            Self::CoMediate { .. } => "co-mediate",
            Self::Pass { .. } => "pass",
            Self::Verify { .. } => "verify",
            Self::Crash { .. } => "crash",
            Self::Cut { .. } => "cut",
            Self::Mend { .. } => "mend",
            Self::Restore { .. } => "restore",
            Self::Repeat(_) => "repeat",
            Self::Reorder(_) => "reorder",
            Self::Lose(_) => "lose",
            Self::Courier { .. } => "courier",
        }
    }
}
