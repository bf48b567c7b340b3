//! What there is to see in an office, as plain data. Command line, pages and rehearsals render this and nothing else,
//! so that they cannot differ.
//!
//! Every text in it is a person's and is shown as text. There is no secret in it: no key, no address of the hub.

mod desk;
mod party;

use serde::{Deserialize, Serialize};

use channel::Civil;

use crate::office::{Machine, Office};
use crate::post::{Post, Reach};
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
    /// What waits for an act of this office's own.
    pub outstanding: Vec<OutstandingView>,
    /// Private questions between desk and party.
    pub questions: Vec<QuestionView>,
    /// At the desk: the parties and their offices.
    pub parties: Vec<PartyView>,
    /// At a principal's office: its envoys. At an envoy's: its own mandate.
    pub mandates: Vec<MandateView>,
    /// What should be known, in sentences.
    pub warnings: Vec<String>,
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
    pub from: String,
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
    /// What was conveyed in its author's name (author and desk).
    pub conveyed: Vec<SaidView>,
    /// At the desk: what its addressees did with it.
    pub dispositions: Vec<DispositionView>,
    /// At the addressee: what the desk corrected, oldest first; `words` are the latest.
    pub corrected: Vec<SaidView>,
    /// The fidelity code of the text as it stands here.
    pub fidelity_code: Option<String>,
}

/// Words of the desk for an addressee.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SaidView {
    /// To whom, as this office is shown them.
    pub to: Vec<String>,
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
    pub with: String,
    /// `working`, `silent` (the hub answers, the peer does not), `broken` (the hub does not answer), `waiting` (nobody
    /// has taken up the invitation) or `expired`.
    pub state: String,
    /// Letters that wait to be acknowledged by the other end.
    pub queue: u64,
    /// The six check words, to be compared by voice.
    pub check_words: Option<String>,
    /// Letters and cells that made no sense and were set aside.
    pub set_aside: u64,
}

impl<S: Store> Office<S> {
    /// What there is to see now.
    pub fn view(&self) -> View {
        let now = self.clock.civil();
        let mut view = match &self.machine {
            Machine::Desk(state) => desk::view(state, now),
            Machine::Party(state) => party::view(state, now),
        };
        for item in &mut view.items {
            item.fidelity_code = crate::codes::code(&item.words);
        }
        view.lines = self.posts.iter().map(|(number, post)| self.line_view(*number, post, &view, now)).collect();
        for (line, letter, reason) in &self.own.set_aside {
            view.warnings.push(format!("letter {letter} on line {line} was set aside: {reason}"));
        }
        for (line, post) in &self.posts {
            view.warnings.extend(post.trouble.map(|trouble| format!("line {line}: {trouble}")));
        }
        for line in &self.own.restored {
            view.warnings.push(format!(
                "this office was put back to an older state: on line {line} it shows what the other end had of it"
            ));
        }
        for line in &self.own.peers_restored {
            view.warnings.push(format!("the office at the other end of line {line} was put back to an older state"));
        }
        if self.scrub_due {
            view.warnings.push(
                "the disk may still hold words that were erased: free some space on it; it is cleared with the next change"
                    .to_owned(),
            );
        }
        view
    }

    fn line_view(&self, number: u32, post: &Post, view: &View, now: Civil) -> LineView {
        let status = post.line.status();
        let state = match post.reach {
            _ if post.lapsed(now.0) => "expired",
            Reach::Lost { .. } => "broken",
            _ if !post.joined => "waiting",
            _ if status.established && status.silent_rounds < 3 => "working",
            _ => "silent",
        };
        let with = match &self.machine {
            Machine::Party(_) => view.office.desk.clone().unwrap_or_else(|| "the desk".to_owned()),
            Machine::Desk(_) => desk::with(view, number),
        };
        let set_aside = self.own.set_aside.iter().filter(|(line, ..)| *line == number).count() as u64;
        LineView {
            line: number,
            with,
            state: state.to_owned(),
            queue: (post.next_seq - 1).saturating_sub(status.acknowledged),
            check_words: status.check_words.map(|words| words.join(" ")),
            set_aside: set_aside + post.quarantined,
        }
    }
}

/// A time as it is shown: RFC 3339 in UTC.
pub fn time(civil: Civil) -> String {
    jiff::Timestamp::from_second(civil.0).map_or_else(|_| format!("{} s", civil.0), |time| time.to_string())
}
