//! What there is to see in an office, as plain data. Command line, pages and rehearsals render this and nothing else,
//! so that they cannot differ.
//!
//! Every text in it is a person's and is shown as text. There is no secret in it: no key, no address of the hub.

mod check;
mod desk;
mod look;
mod matters;
mod moments;
mod party;
mod record;
mod search;
mod warning;
mod weighed;
mod whose;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use channel::Civil;
use line::Quarantine;

pub use check::{CheckView, CommitsView, MarkView};
pub use look::{Items, Look, PAGE, Page};
pub use matters::{
    AnswerView, ClearanceView, CommentView, ConflictView, ContradictingView, FindingView, InterestView, MatchView,
    NoteView, OfferView, PairView, ProposalView, ReadoutView, TextView, TranslationView, VersionView,
};
pub use moments::{MomentView, Who};
pub use record::{Befell, CameView, RecordView};
pub use warning::{Known, WarnedView, WarningView};
pub use whose::WhoseView;

use crate::office::{Machine, Office};
use crate::post::{Post, Reach, Trouble};
use crate::refused::Refused;
use crate::store::Store;

/// Everything that an office shows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Whose office it is.
    pub office: OfficeView,
    /// Its channels, in the order in which they came.
    pub channels: Vec<ChannelView>,
    /// Its items, in the order in which they came.
    pub items: Vec<ItemView>,
    /// How many items there are.
    pub total: u32,
    /// On a page of the items: before which number there may be more of them.
    pub earlier: Option<u32>,
    /// The numbers of items that are named here and not shown themselves, by their ids here.
    pub numbers: BTreeMap<String, u32>,
    /// What waits for an act of this office's own.
    pub outstanding: Vec<OutstandingView>,
    /// How urgent the most urgent thing is that waits for this office: `urgent` or `flash`, for an alarm without words.
    pub alarm: Option<String>,
    /// Private questions between desk and party.
    pub questions: Vec<QuestionView>,
    /// Pairs of parallel declarations.
    pub pairs: Vec<PairView>,
    /// Proposals with sealed answers.
    pub proposals: Vec<ProposalView>,
    /// Offers of good offices.
    pub offers: Vec<OfferView>,
    /// Readouts.
    pub readouts: Vec<ReadoutView>,
    /// Single negotiating texts.
    pub texts: Vec<TextView>,
    /// The interests that the desk declared.
    pub interests: Vec<InterestView>,
    /// What was noted of the world outside.
    pub notes: Vec<NoteView>,
    /// At the desk: where two offices of one party contradict each other.
    pub conflicts: Vec<ConflictView>,
    /// For how many days words are kept after their end.
    pub retention: Option<u32>,
    /// At the desk: the parties and their offices.
    pub parties: Vec<PartyView>,
    /// At a principal's office: its envoys. At an envoy's: its own mandate.
    pub mandates: Vec<MandateView>,
    /// What should be known.
    pub warnings: Vec<WarningView>,
    /// Acts that the desk refused (at a party), or refused to a party (at the desk).
    pub refusals: Vec<RefusalView>,
    /// The lines.
    pub lines: Vec<LineView>,
}

/// Whose office it is.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeView {
    /// `desk`, `principal` or `envoy`.
    pub kind: String,
    /// The name of the desk or of the party.
    pub name: String,
    /// At a party: the desk's name.
    pub desk: Option<String>,
    /// The principal's title.
    pub principal: Option<String>,
    /// The envoy's name.
    pub envoy: Option<String>,
    /// At the desk: its officers.
    pub officers: Vec<String>,
    /// At the desk: the officer who has it open.
    pub opened_by: Option<String>,
    /// The public key with which what it publishes is verified, as OpenSSH writes it.
    pub readout_key: Option<String>,
}

/// A channel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelView {
    /// Its id here.
    pub channel: String,
    /// Its name.
    pub name: String,
    /// Its status block.
    pub status: Vec<String>,
    /// At a party: the others, as the desk lets it see them.
    pub others: Vec<OtherView>,
    /// At the desk: its parties, by number.
    pub parties: Vec<u32>,
    /// The second desks that mediate in it too.
    pub co_mediators: Vec<String>,
    /// Whether it is closed.
    pub closed: bool,
}

/// Another party, as this one is shown it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OtherView {
    /// Its number in the channel.
    pub number: u8,
    /// What it is called here.
    pub label: String,
}

/// An item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ItemView {
    /// Its number in this office, from 1, by which people name it.
    pub no: u32,
    /// Its id here.
    pub item: String,
    /// Its channel's id here.
    pub channel: String,
    /// `authored` (this office's own), `kin` (another office's of the same party), `received`, or at the desk `lodged`,
    /// `confided` or `own`.
    pub side: String,
    /// From whom, as this office is shown it.
    pub from: WhoseView,
    /// At the desk: the author's party, by number.
    pub party: Option<u32>,
    /// To whom, as this office is shown them.
    pub to: Vec<String>,
    /// The form.
    pub form: String,
    /// What the words are to the authentic text.
    pub label: Option<String>,
    /// The authentic text for its author and the desk; the released words for an addressee.
    pub words: String,
    /// The status block, shown wherever the item is shown.
    pub status: Vec<String>,
    /// The state.
    pub state: String,
    /// What the addressee did with it (at the addressee).
    pub disposition: Option<String>,
    /// The day of conveyance, to this office or in its name.
    pub conveyed_on: Option<String>,
    /// As of when it is said.
    pub as_of: Option<String>,
    /// From when on it is void.
    pub lapses: String,
    /// How urgent.
    pub precedence: String,
    /// Conditions, from 1.
    pub conditions: Vec<String>,
    /// Conditions that were invoked, by number.
    pub invoked: Vec<u8>,
    /// Reservations.
    pub reservations: Vec<String>,
    /// Scope.
    pub scope: Option<String>,
    /// On whose behalf.
    pub on_behalf_of: Option<String>,
    /// By which carrier.
    pub carrier: Option<String>,
    /// In which language.
    pub language: Option<String>,
    /// What may be said of it outside.
    pub disclosure: Option<String>,
    /// How the words are to be handled (author and desk).
    pub handling: Option<String>,
    /// Not to be conveyed before (author and desk).
    pub not_before: Option<String>,
    /// Not to be conveyed after (author and desk).
    pub not_after: Option<String>,
    /// Whether the author approves the words first (author and desk).
    pub approve: bool,
    /// What it answers: an id here.
    pub answers: Option<String>,
    /// What it says again: an id here.
    pub reaffirms: Option<String>,
    /// What it replaces: an id here.
    pub supersedes: Option<String>,
    /// What replaces it: an id here.
    pub superseded_by: Option<String>,
    /// Why it was returned or set aside.
    pub reason: Option<String>,
    /// Words that wait for the author's approval.
    pub to_approve: Vec<SaidView>,
    /// At the desk, before it is released: the words that each addressee would be given.
    pub renditions: Vec<SaidView>,
    /// At the desk: corrections that wait for their release, to each addressee.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<SaidView>,
    /// At the desk: the conditions whose invocation waits for its release.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub to_invoke: Vec<u8>,
    /// What was conveyed in its author's name (author and desk).
    pub conveyed: Vec<SaidView>,
    /// At the desk: what its addressees did with it.
    pub dispositions: Vec<DispositionView>,
    /// At the addressee: what the desk corrected, oldest first; `words` are the latest.
    pub corrected: Vec<SaidView>,
    /// What it is, where it is the desk's own words: `outreach`, `idea` or `assurance`.
    pub own: Option<String>,
    /// Whether one text went to several parties.
    pub to_several: bool,
    /// Whether it is the desk's note of what it was told, which its sender has not confirmed.
    pub unconfirmed: bool,
    /// What its sender said to that note.
    pub confirmed: Option<bool>,
    /// The pair of declarations of which it is one: an id here.
    pub pair: Option<String>,
    /// At the desk: items of the same party that it may be the same as, likest first.
    pub maybe_same: Vec<String>,
    /// The item that it was taken for the same as.
    pub same_as: Option<String>,
    /// Passages that are ambiguous by intention.
    pub keep_ambiguous: Vec<String>,
    /// Translations, each with its grade.
    pub translations: Vec<TranslationView>,
    /// At the desk: at which offices an oral message was read.
    pub read_at: Vec<WhoseView>,
    /// At an addressee: whether it was read here.
    pub read: bool,
    /// At the desk: which officer wrote it down, rendered it, released it.
    pub officers: Vec<HandView>,
    /// What should be known of it.
    pub warnings: Vec<WarningView>,
    /// The fidelity code of the text as it stands here.
    pub fidelity_code: Option<String>,
    /// What befell it, in order, where that was asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub moments: Vec<MomentView>,
}

/// Words of the desk for an addressee.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidView {
    /// To whom, as this office is shown them.
    pub to: Vec<String>,
    /// At the desk: as whose words they are shown there.
    pub shown_from: Option<String>,
    /// The words.
    pub words: String,
    /// Their label.
    pub label: Option<String>,
    /// Conditions as conveyed.
    pub conditions: Vec<String>,
    /// Reservations as conveyed.
    pub reservations: Vec<String>,
    /// Scope as conveyed.
    pub scope: Option<String>,
    /// The day.
    pub on: Option<String>,
    /// At the desk: the ids under which addressees' offices have it.
    pub ids: Vec<String>,
    /// Whether they correct earlier words.
    pub corrects: bool,
    /// At the desk: whether an addressee's office has it.
    pub delivered: bool,
    /// Translations of the words.
    pub translations: Vec<TranslationView>,
}

/// What an officer did with an item.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandView {
    /// Who.
    pub officer: String,
    /// What: a word of [`Hand`].
    pub did: String,
    /// On which day, where that was written down.
    pub on: Option<String>,
    /// The same in a sentence.
    pub sentence: String,
}

worded! {
    /// How an officer had a hand in an item.
    Hand {
        /// Wrote the desk's own words.
        Wrote = "wrote",
        /// Wrote down what was told.
        WroteDown = "wrote-down",
        /// Put it into words for an addressee.
        Rendered = "rendered",
        /// Released it.
        Released = "released",
    }
}

impl HandView {
    fn of(officer: &str, hand: Hand, did: &str) -> Self {
        let sentence = format!("{officer} {did}");
        Self { officer: officer.to_owned(), did: hand.word().to_owned(), on: None, sentence }
    }
}

/// What an addressee did with an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DispositionView {
    /// Who.
    pub party: String,
    /// What.
    pub disposition: String,
    /// On which day the desk learnt of it.
    pub on: String,
}

/// Something that waits for an act of this office's own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OutstandingView {
    /// The id of the item or question here.
    pub id: String,
    /// The item's number here.
    pub no: Option<u32>,
    /// What for.
    pub waits_for: String,
    /// How urgent.
    pub precedence: String,
    /// The same in a sentence.
    pub why: String,
}

/// A private question of the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuestionView {
    /// Its number in this office, from 1.
    pub no: u32,
    /// Its id.
    pub question: String,
    /// At the desk: to whom.
    pub to: Option<String>,
    /// The question.
    pub text: String,
    /// Until when an answer is awaited.
    pub lapses: String,
    /// The answer.
    pub reply: Option<String>,
    /// The item that it is about: an id here.
    pub about: Option<String>,
}

/// A party, at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartyView {
    /// Its number.
    pub party: u32,
    /// Its name.
    pub name: String,
    /// Its principal's title.
    pub principal: String,
    /// How it wants to be addressed.
    pub address: Option<String>,
    /// Its offices: the line's number, and the envoy's name for an envoy's.
    pub offices: Vec<SeatView>,
    /// The mandates that its principal gave.
    pub mandates: Vec<MandateView>,
}

/// An office of a party, at the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SeatView {
    /// The line's number.
    pub seat: u32,
    /// The envoy's name; none for the principal's office.
    pub envoy: Option<String>,
}

/// A mandate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MandateView {
    /// The envoy.
    pub envoy: String,
    /// In what capacity.
    pub title: String,
    /// For which channels, by id here.
    pub channels: Vec<String>,
    /// For which acts.
    pub may: Vec<String>,
    /// Until when.
    pub until: Option<String>,
    /// Whether the principal countersigns.
    pub countersign: bool,
    /// Whether it was revoked.
    pub revoked: bool,
}

/// An act that the desk refused.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusalView {
    /// The act.
    pub act: String,
    /// Why, and what to do.
    pub reason: String,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineView {
    /// Its number.
    pub line: u32,
    /// With whom.
    pub with: WhoseView,
    /// `working`, `silent` (the hub answers, the peer does not), `broken` (the hub does not answer), `waiting` (nobody
    /// has taken up the invitation) or `expired`.
    pub state: String,
    /// Letters that wait to be acknowledged by the other end.
    pub queue: u64,
    /// The six check words, to be compared by voice.
    pub check_words: Option<String>,
    /// Letters and cells that made no sense and were set aside.
    pub set_aside: u64,
    /// The last cells that were set aside since this process began, oldest first; no more than a few.
    pub quarantine: Vec<QuarantinedView>,
}

/// A cell that was set aside.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuarantinedView {
    /// When it came.
    pub on: String,
    /// Why it was set aside, in a sentence.
    pub why: String,
}

impl View {
    /// The ids of items that are named here.
    fn named(&self) -> BTreeSet<&str> {
        let items = self.items.iter().flat_map(|item| {
            let ties = [&item.answers, &item.reaffirms, &item.supersedes, &item.superseded_by, &item.same_as];
            ties.into_iter().flatten().chain(&item.maybe_same)
        });
        let readouts = self.readouts.iter().flat_map(|readout| {
            readout.mentions.iter().chain(readout.findings.iter().flat_map(|finding| &finding.items))
        });
        let notes = self.notes.iter().flat_map(|note| &note.items);
        let conflicts = self.conflicts.iter().map(|conflict| &conflict.item);
        let pairs = self.pairs.iter().flat_map(|pair| &pair.items);
        let questions = self.questions.iter().filter_map(|question| question.about.as_ref());
        let named = items.chain(readouts).chain(notes).chain(conflicts).chain(pairs).chain(questions);
        named.map(String::as_str).collect()
    }

    /// The number of an item that is shown or named here.
    #[must_use]
    pub fn number_of(&self, id: &str) -> Option<u32> {
        let shown = self.items.iter().find(|item| item.item == id).map(|item| item.no);
        shown.or_else(|| self.numbers.get(id).copied())
    }
}

impl OutstandingView {
    fn of(matter: &channel::Outstanding, no: Option<u32>) -> Self {
        Self {
            id: matter.id.to_string(),
            no,
            waits_for: matter.what.to_string(),
            precedence: matter.precedence.to_string(),
            why: matter.why.to_owned(),
        }
    }
}

/// How urgent the most urgent of these is, where that is more than routine.
fn alarm(outstanding: &[channel::Outstanding]) -> Option<String> {
    let most = outstanding.iter().map(|matter| matter.precedence).max()?;
    (most > channel::Precedence::Routine).then(|| most.to_string())
}

impl<S: Store> Office<S> {
    /// Everything that there is to see now.
    pub fn view(&self) -> View {
        self.look(&Look::everything())
    }

    /// A part of what there is to see now.
    pub fn look(&self, look: &Look) -> View {
        let now = self.clock.civil();
        let mut view = match &self.machine {
            Machine::Desk(state) => desk::view(state, now, look),
            Machine::Party(state) => party::view(state, now, look),
        };
        if look.codes {
            for item in &mut view.items {
                item.fidelity_code = crate::codes::code(&item.words);
            }
        }
        for readout in &mut view.readouts {
            readout.signature = self.own.signatures.get(&readout.readout).cloned();
        }
        view.office.readout_key = self.readout_public();
        view.office.opened_by = Some(self.opened_by().to_owned()).filter(|holder| !holder.is_empty());
        if look.lines {
            view.lines = self.line_views(&view, now);
        }
        view.warnings.extend(self.known());
        view
    }

    /// What should be known of the office itself.
    fn known(&self) -> Vec<WarningView> {
        let on = |line: u32, known, sentence| WarningView { line: Some(line), ..WarningView::known(known, sentence) };
        let mut all = Vec::new();
        for (line, letter, reason) in &self.own.set_aside {
            let sentence = format!("letter {letter} on line {line} was set aside: {reason}");
            let refused = Some(Refused::for_setting_aside(reason));
            all.push(WarningView { letter: Some(*letter), refused, ..on(*line, Known::LetterSetAside, sentence) });
        }
        for (line, post) in self.posts.iter() {
            let said = |trouble: Trouble| on(line, trouble.known(), format!("line {line}: {}", trouble.sentence()));
            all.extend(post.trouble.map(said));
        }
        for line in &self.own.restored {
            let sentence = format!(
                "this office was put back to an older state: on line {line} it shows what the other end had of it"
            );
            all.push(on(*line, Known::Restored, sentence));
        }
        for line in &self.own.peers_restored {
            let sentence = format!("the office at the other end of line {line} was put back to an older state");
            all.push(on(*line, Known::PeerRestored, sentence));
        }
        if self.scrub_due {
            let sentence = "the disk may still hold words that were erased: free some space on it; it is cleared with the next change";
            all.push(WarningView::known(Known::ScrubDue, sentence.to_owned()));
        }
        all
    }

    fn line_views(&self, view: &View, now: Civil) -> Vec<LineView> {
        let with = match &self.machine {
            Machine::Party(_) => BTreeMap::new(),
            Machine::Desk(_) => desk::at_lines(view),
        };
        let desk = WhoseView::named(view.office.desk.clone().unwrap_or_else(|| "the desk".to_owned()));
        let with = |line: u32| match &self.machine {
            Machine::Party(_) => desk.clone(),
            Machine::Desk(_) => with.get(&line).cloned().unwrap_or_else(|| WhoseView::named(format!("line {line}"))),
        };
        self.posts.iter().map(|(number, post)| self.line_view(number, post, with(number), now)).collect()
    }

    fn line_view(&self, number: u32, post: &Post, with: WhoseView, now: Civil) -> LineView {
        let status = post.line.status();
        let state = match post.reach {
            _ if post.lapsed(now.0) => "expired",
            Reach::Lost { .. } => "broken",
            _ if !post.joined => "waiting",
            _ if status.established && status.silent_rounds < 3 => "working",
            _ => "silent",
        };
        let set_aside = self.own.set_aside.iter().filter(|(line, ..)| *line == number).count() as u64;
        LineView {
            line: number,
            with,
            state: state.to_owned(),
            queue: (post.next_seq - 1).saturating_sub(status.acknowledged),
            check_words: status.check_words.map(|words| words.join(" ")),
            set_aside: set_aside.saturating_add(post.quarantined.cells()),
            quarantine: post.quarantined.last().map(quarantined_view).collect(),
        }
    }
}

/// A place of a text, as it is shown.
fn finding(text: &str, place: channel::desk::Place, touches: channel::Touches, items: Vec<String>) -> FindingView {
    let index = |at: u32| usize::try_from(at).unwrap_or(usize::MAX);
    let words = text.get(index(place.from)..index(place.to)).unwrap_or_default().to_owned();
    FindingView { from: place.from, to: place.to, words, touches: touches.to_string(), items }
}

fn quarantined_view((on, why): (Civil, Quarantine)) -> QuarantinedView {
    QuarantinedView { on: time(on), why: why.to_string() }
}

/// A time as it is shown: RFC 3339 in UTC.
pub fn time(civil: Civil) -> String {
    jiff::Timestamp::from_second(civil.0).map_or_else(|_| format!("{} s", civil.0), |time| time.to_string())
}
