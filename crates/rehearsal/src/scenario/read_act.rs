//! Reading what a step does: one short arm per verb, in the order of the format's table.

use super::act::{
    Act, Appoint, Cells, Correct, Declare, Draft, Lodge, Outreach, Released, Render, Reviewed, Told, Translation,
};
use super::keys::{Keys, Slot, Text};
use super::known::{Kind, Known, Made};
use super::malformed::At;
use super::read::is_id;
use super::time::{DAY, later};
use super::who::{Actor, Office, Place};
use super::words::{Disclosure, Disposition, Form, Grade, Label, OwnWords, Power, Precedence, Word};

/// The step that is being read.
pub(super) struct Reading<'s> {
    pub(super) actor: &'s Actor,
    /// Its time.
    pub(super) now: i64,
    pub(super) number: usize,
    pub(super) line: usize,
    /// It expects to be refused, so that it may ask for what an office would refuse.
    pub(super) refused: bool,
}

const LAPSES: &str = "a time or a span, such as \"30d\"; everything lapses";

/// What a step does; `None` where that cannot be told.
pub(super) fn act(keys: &mut Keys<'_>, known: &mut Known<'_>, step: &Reading<'_>, verb: &str) -> Option<Act> {
    let mut read = Read { keys, known, step };
    match step.actor {
        Actor::Principal(party) | Actor::Envoy { party, .. } => read.party(party, verb),
        Actor::Desk { .. } => read.desk(verb),
        Actor::Clock => {
            Some(Act::Pass { span: read.keys.needed("span", "how much time goes by").span().unwrap_or_default() })
        }
        Actor::Public => Some(Act::Verify { readout: read.refer(Kind::Readout), text: read.keys.given("text").text() }),
        Actor::Fault => read.fault(verb),
    }
}

struct Read<'r, 'k, 'n, 's> {
    keys: &'r mut Keys<'k>,
    known: &'r mut Known<'n>,
    step: &'r Reading<'s>,
}

impl Read<'_, '_, '_, '_> {
    fn party(&mut self, party: &str, verb: &str) -> Option<Act> {
        Some(match verb {
            "appoint" => Act::Appoint(self.appoint(party)),
            "revoke" => {
                let envoy = self.keys.needed("envoy", "the envoy's id").spanned_text();
                envoy.iter().for_each(|envoy| self.known.must_be_envoy(party, envoy));
                Act::Revoke { envoy: envoy.map(|envoy| envoy.text).unwrap_or_default() }
            }
            "lodge" => Act::Lodge(self.lodge(Some(party))),
            "confide" => Act::Confide(self.told(Some(party))),
            "declare" => Act::Declare(Declare {
                item: self.make(Kind::Item, 0),
                channel: self.channel(Some(party)),
                text: self.text(),
                lapses: self.lapses(),
                pair: self.known.refer(Kind::Pair, &self.keys.given("pair")),
            }),
            "countersign" => Act::Countersign { item: self.refer(Kind::Item) },
            "recall" => Act::Recall { item: self.refer(Kind::Item) },
            "erase" => Act::Erase { item: self.refer(Kind::Item) },
            "approve" => Act::Approve(self.reviewed()?),
            "object" => Act::Object(self.reviewed()?),
            "dispose" => Act::Dispose {
                item: self.refer(Kind::Item),
                disposition: self.word("as").unwrap_or(Disposition::Noted),
            },
            "invoke" => self.invoke(),
            "answer" => self.answer(),
            "take-up" => Act::TakeUp { offer: self.refer(Kind::Offer) },
            "decline" => Act::Decline { offer: self.refer(Kind::Offer) },
            "clear" => Act::Clear { readout: self.refer(Kind::Readout) },
            "reply" => Act::Reply { item: self.refer(Kind::Item), text: self.text() },
            "read" => Act::Read { item: self.refer(Kind::Item) },
            "comment" => Act::Comment { paper: self.refer(Kind::Paper), words: self.words() },
            "retain" => Act::Retain { days: self.keys.given("days").count() },
            _ => return None,
        })
    }

    fn desk(&mut self, verb: &str) -> Option<Act> {
        Some(match verb {
            "intake" => {
                let from = self.keys.needed("from", "the party that spoke").spanned_text();
                let from = from.filter(|from| self.known.must_be_party(from)).map(|from| from.text);
                Act::Intake { from: from.clone().unwrap_or_default(), lodged: self.lodge(from.as_deref()) }
            }
            "render" => Act::Render(self.render()),
            "release" => Act::Release(match self.one_of(Kind::Item, Kind::Pair)? {
                (Kind::Pair, pair) => Released::Pair(pair),
                (_, item) => Released::Item(item),
            }),
            "return" => Act::Return {
                item: self.refer(Kind::Item),
                reason: self.keys.needed("reason", "what the author is told").text().unwrap_or_default(),
            },
            "pair" => Act::Pair {
                pair: self.make(Kind::Pair, 0),
                channel: self.channel(None),
                lapses: self.keys.given("lapses").time_or_span(self.step.now),
            },
            "offer" => {
                let offer = self.make(Kind::Offer, 0);
                let (channel, to) = self.channel_and_addressees(None);
                Act::Offer { offer, channel, to, text: self.text(), lapses: self.lapses_or_30_days() }
            }
            "outreach" => {
                let item = self.make(Kind::Item, 0);
                let (channel, to) = self.channel_and_addressees(None);
                let precedence = self.keys.given("precedence").word().unwrap_or(Precedence::Routine);
                let form = self.keys.given("form").word().unwrap_or(Form::NonPaper);
                let kind = self.keys.given("kind").word().unwrap_or(OwnWords::Outreach);
                let (text, lapses) = (self.text(), self.lapses());
                Act::Outreach(Outreach { item, channel, to, text, lapses, precedence, form, kind })
            }
            "ask" => {
                let to = self.keys.needed("to", "the party asked").spanned_text();
                let to = to.filter(|to| self.known.must_be_party(to));
                let question = self.told(to.as_ref().map(|to| to.text.as_str()));
                let about = self.known.refer(Kind::Item, &self.keys.given("about"));
                let principal_only = self.keys.given("principal_only").truth().unwrap_or(false);
                Act::Ask { question, to: to.map(|to| to.text).unwrap_or_default(), about, principal_only }
            }
            "propose" => self.propose(),
            "draft" => self.draft(),
            "publish" => Act::Publish { readout: self.refer(Kind::Readout) },
            "disclose" => {
                let items = self.keys.needed("items", "of which items it was said").some_names().unwrap_or_default();
                items.iter().for_each(|item| self.known.must_be_made(Kind::Item, item));
                let occasion = self.keys.needed("where", "where it was said").text().unwrap_or_default();
                Act::Disclose { items: plain(items), occasion }
            }
            "expose" => Act::Expose { text: self.text() },
            "test-line" => {
                let party = self.keys.needed("party", "whose line").spanned_text();
                let party = party.filter(|party| self.known.must_be_party(party));
                Act::TestLine { party: party.map(|party| party.text).unwrap_or_default() }
            }
            "erase" => Act::Erase { item: self.refer(Kind::Item) },
            "close" => Act::Close { channel: self.channel(None) },
            "correct" => Act::Correct(self.correct()),
            "admit" => Act::Admit { item: self.refer(Kind::Item) },
            "use-confided" => Act::UseConfided { item: self.refer(Kind::Item) },
            "same" => Act::Same { item: self.refer(Kind::Item), of: self.other_item() },
            "distinct" => Act::Distinct { item: self.refer(Kind::Item), of: self.other_item() },
            "retain" => Act::Retain { days: self.keys.given("days").count() },
            _ => return self.desk_beside_items(verb),
        })
    }

    /// What the desk does beside carrying items.
    fn desk_beside_items(&mut self, verb: &str) -> Option<Act> {
        Some(match verb {
            "translate" => {
                let item = self.refer(Kind::Item);
                let translation = translation(self.keys);
                Act::Translate { item, translation }
            }
            "table" => {
                Act::Table { paper: self.make_or_again(Kind::Paper), channel: self.channel(None), words: self.words() }
            }
            "interest" => Act::Interest { text: self.text() },
            "statement" => {
                let (item, text) = (self.refer(Kind::Item), self.text());
                let occasion = self.keys.needed("where", "where it was said").text().unwrap_or_default();
                Act::Statement { item, text, occasion }
            }
            "withdraw" => Act::Withdraw { readout: self.refer(Kind::Readout) },
            "address" => {
                let party = self.keys.needed("party", "whose form of address").spanned_text();
                let party = party.filter(|party| self.known.must_be_party(party));
                let address = self.keys.needed("address", "how it wants to be addressed").text().unwrap_or_default();
                Act::Address { party: party.map(|party| party.text).unwrap_or_default(), address }
            }
            "co-mediate" => {
                let channel = self.channel(None);
                let name = self.keys.needed("name", "the second desk's name").text().unwrap_or_default();
                Act::CoMediate { channel, name }
            }
            _ => return None,
        })
    }

    fn other_item(&mut self) -> String {
        let slot = self.keys.needed("of", "the other item");
        self.known.refer(Kind::Item, &slot).unwrap_or_default()
    }

    fn translations(&mut self) -> Vec<Translation> {
        let tables = self.keys.tables("translations", "translation");
        tables
            .into_iter()
            .map(|mut keys| {
                let read = translation(&mut keys);
                keys.end();
                read
            })
            .collect()
    }

    fn fault(&mut self, verb: &str) -> Option<Act> {
        Some(match verb {
            "crash" => {
                let during = self.keys.given("during").word();
                Act::Crash { who: self.place()?, during }
            }
            "cut" => Act::Cut { who: self.office("who", "whose way to the hub")? },
            "mend" => Act::Mend { who: self.office("who", "whose way to the hub")? },
            "restore" => {
                let to = self.keys.needed("to", "the id of the step after which the backup was taken").spanned_text();
                if let Some(to) = &to
                    && self.known.step(to).is_some_and(|number| number >= self.step.number)
                {
                    self.known.faults.add(to.at, format!("`to`: step `{}` is not before this one", to.text));
                }
                Act::Restore { who: self.place()?, to: to.map(|to| to.text).unwrap_or_default() }
            }
            "repeat" => Act::Repeat(self.cells()?),
            "reorder" => Act::Reorder(self.cells()?),
            "lose" => Act::Lose(self.cells()?),
            "courier" => {
                let from = self.office("from", "the office that the cells leave");
                let to = self.office("to", "the office that they reach");
                let (from, to) = from.zip(to)?;
                if (from == Office::Desk) == (to == Office::Desk) {
                    let what = format!("no line runs between {from} and {to}: one end of every line is the desk");
                    self.known.faults.add(self.keys.at(), what);
                }
                Act::Courier { from, to }
            }
            _ => return None,
        })
    }

    fn appoint(&mut self, party: &str) -> Appoint {
        let envoy = self.keys.needed("envoy", "the envoy's id");
        let title = self.keys.needed("title", "what the envoy is called").text().unwrap_or_default();
        let channels = self.keys.needed("channels", "the channels of the mandate").some_names().unwrap_or_default();
        for name in &channels {
            self.must_be_in(name, &[Text { at: name.at, text: party.to_owned() }]);
        }
        let may = self.keys.given("may").words::<Power>();
        let all = || Power::SPELLINGS.iter().map(|(_, power)| *power).collect();
        if envoy.text().is_some_and(|envoy| !is_id(&envoy)) {
            envoy.fault("is no id of an envoy: letters, digits, `-`, `_` and `.` make one");
        }
        Appoint {
            envoy: envoy.text().unwrap_or_default(),
            title,
            channels: plain(channels),
            may: may.unwrap_or_else(all).into_iter().collect(),
            until: self.keys.given("until").time_or_span(self.step.now),
            countersign: self.keys.given("countersign").truth().unwrap_or(false),
        }
    }

    /// What a party lodges, or what the desk writes down for it; `None` where nobody knows which party.
    fn lodge(&mut self, party: Option<&str>) -> Lodge {
        let now = self.step.now;
        let (channel, to) = self.channel_and_addressees(party);
        let conditions = texts(&self.keys.given("conditions"));
        // What it refers to comes before it, and so before its own name is known.
        let answers = self.known.refer(Kind::Item, &self.keys.given("answers"));
        let reaffirms = self.known.refer(Kind::Item, &self.keys.given("reaffirms"));
        let supersedes = self.known.refer(Kind::Item, &self.keys.given("supersedes"));
        Lodge {
            item: self.make(Kind::Item, conditions.as_ref().map_or(0, Vec::len)),
            channel,
            text: self.text(),
            lapses: self.lapses(),
            to,
            form: self.keys.given("form").word().unwrap_or(Form::NonPaper),
            handling: self.keys.given("handling").word(),
            approve: self.keys.given("approve").truth().unwrap_or(false),
            precedence: self.keys.given("precedence").word().unwrap_or(Precedence::Routine),
            conditions: conditions.unwrap_or_default(),
            reservations: texts(&self.keys.given("reservations")).unwrap_or_default(),
            scope: self.keys.given("scope").text(),
            as_of: self.keys.given("as_of").time_or_span(now),
            not_before: self.keys.given("not_before").time_or_span(now),
            not_after: self.keys.given("not_after").time_or_span(now),
            disclosure: self.keys.given("disclosure").word().unwrap_or(Disclosure::Secret),
            answers,
            reaffirms,
            supersedes,
            on_behalf_of: self.keys.given("on_behalf_of").text(),
            carrier: self.keys.given("carrier").text(),
            language: self.keys.given("language").text(),
            keep_ambiguous: texts(&self.keys.given("keep_ambiguous")).unwrap_or_default(),
            translations: self.translations(),
        }
    }

    fn told(&mut self, party: Option<&str>) -> Told {
        Told {
            item: self.make(Kind::Item, 0),
            channel: self.channel(party),
            text: self.text(),
            lapses: self.lapses_or_30_days(),
        }
    }

    fn render(&mut self) -> Render {
        let to = self.addressees();
        Render {
            item: self.refer(Kind::Item),
            words: self.words(),
            label: self.word("label").unwrap_or(Label::Verbatim),
            to,
            conditions: texts(&self.keys.given("conditions")),
            reservations: texts(&self.keys.given("reservations")),
            scope: self.keys.given("scope").text(),
            translations: self.translations(),
        }
    }

    fn correct(&mut self) -> Correct {
        let to = self.addressees();
        Correct {
            item: self.refer(Kind::Item),
            words: self.words(),
            label: self.keys.given("label").word(),
            to,
            conditions: texts(&self.keys.given("conditions")),
            reservations: texts(&self.keys.given("reservations")),
            scope: self.keys.given("scope").text(),
        }
    }

    /// Some of an item's addressees, where they are named.
    fn addressees(&mut self) -> Option<Vec<String>> {
        let to = self.keys.given("to").some_names();
        to.iter().flatten().for_each(|party| {
            self.known.must_be_party(party);
        });
        to.map(plain)
    }

    fn invoke(&mut self) -> Act {
        let item = self.refer(Kind::Item);
        let slot = self.keys.needed("condition", "its number, from 1");
        let condition = slot.count().unwrap_or(1);
        self.must_have("condition", Kind::Item, &item, slot.at, condition);
        Act::Invoke { item, condition }
    }

    fn answer(&mut self) -> Act {
        let proposal = self.refer(Kind::Proposal);
        let takes = self.keys.needed("takes", "a list of option numbers").counts().unwrap_or_default();
        for (at, option) in &takes {
            self.must_have("option", Kind::Proposal, &proposal, *at, *option);
        }
        Act::Answer { proposal, takes: takes.into_iter().map(|(_, option)| option).collect() }
    }

    fn propose(&mut self) -> Act {
        let slot = self.keys.needed("options", "a list of texts");
        let options = texts(&slot);
        if options.as_ref().is_some_and(Vec::is_empty) {
            slot.fault("a proposal has at least one option");
        }
        let options = options.unwrap_or_default();
        let reveal_at = self.keys.needed("reveal_at", "when what all would take is shown");
        Act::Propose {
            proposal: self.make(Kind::Proposal, options.len()),
            channel: self.channel(None),
            options,
            reveal_at: reveal_at.time_or_span(self.step.now).unwrap_or_default(),
            subject: self.keys.given("subject").text().unwrap_or_default(),
        }
    }

    fn draft(&mut self) -> Act {
        let concerns = self.keys.needed("concerns", "the parties concerned").some_names().unwrap_or_default();
        concerns.iter().for_each(|party| {
            self.known.must_be_party(party);
        });
        let mentions = self.keys.given("mentions").names().unwrap_or_default();
        mentions.iter().for_each(|item| self.known.must_be_made(Kind::Item, item));
        let channel = self.keys.given("channel").spanned_text();
        channel.iter().for_each(|channel| self.must_be_in(channel, &concerns));
        Act::Draft(Draft {
            readout: self.make_or_again(Kind::Readout),
            text: self.text(),
            concerns: plain(concerns),
            mentions: plain(mentions),
            channel: channel.map(|channel| channel.text),
        })
    }

    fn cells(&mut self) -> Option<Cells> {
        let cells = self.keys.given("cells").count().unwrap_or(1);
        Some(Cells { who: self.office("who", "on their way to which office")?, cells })
    }

    fn make(&mut self, kind: Kind, parts: usize) -> String {
        let slot = self.keys.needed(kind.key(), "what the scenario calls it");
        self.known.make(kind, &slot, Made { line: self.step.line, refused: self.step.refused, parts })
    }

    /// What is made, or made anew: a later version goes by the name of the first.
    fn make_or_again(&mut self, kind: Kind) -> String {
        let slot = self.keys.needed(kind.key(), "what the scenario calls it");
        let name = slot.text().unwrap_or_default();
        if self.known.parts(kind, &name).is_none() {
            let made = Made { line: self.step.line, refused: self.step.refused, parts: 0 };
            self.known.make(kind, &slot, made);
        }
        name
    }

    fn refer(&mut self, kind: Kind) -> String {
        let slot = self.keys.needed(kind.key(), "what an earlier step made");
        self.known.refer(kind, &slot).unwrap_or_default()
    }

    fn text(&mut self) -> String {
        self.keys.needed("text", "what is said").text().unwrap_or_default()
    }

    fn words(&mut self) -> String {
        self.keys.needed("words", "what the addressee is to read").text().unwrap_or_default()
    }

    fn word<W: Word>(&mut self, key: &'static str) -> Option<W> {
        self.keys.needed(key, &format!("a {}", W::CALLED)).word()
    }

    fn lapses(&mut self) -> i64 {
        self.keys.needed("lapses", LAPSES).time_or_span(self.step.now).unwrap_or_default()
    }

    fn lapses_or_30_days(&mut self) -> i64 {
        let slot = self.keys.given("lapses");
        let told = slot.time_or_span(self.step.now);
        told.unwrap_or_else(|| later(self.step.now, 30 * DAY).unwrap_or(self.step.now))
    }

    /// The channel, in which `party` must be.
    fn channel(&mut self, party: Option<&str>) -> String {
        let Some(name) = self.keys.needed("channel", "in which channel").spanned_text() else { return String::new() };
        let party = party.map(|party| Text { at: name.at, text: party.to_owned() });
        self.must_be_in(&name, party.as_slice());
        name.text
    }

    /// The channel, in which `author` must be, and who is addressed: all others of it by default.
    fn channel_and_addressees(&mut self, author: Option<&str>) -> (String, Vec<String>) {
        let channel = self.channel(author);
        let slot = self.keys.given("to");
        let to = slot.some_names();
        if let Some(to) = to {
            let all_known = to.iter().filter(|party| self.known.must_be_party(party)).count() == to.len();
            if let Some(own) = to.iter().find(|party| Some(party.text.as_str()) == author) {
                self.unless_refused(own.at, format!("`to`: {} addresses itself", own.text));
            }
            if all_known && self.known.channels.iter().any(|known| known.id == channel) {
                self.must_be_in(&Text { at: slot.at, text: channel.clone() }, &to);
            }
            return (channel, plain(to));
        }
        let all = self.known.channels.iter().find(|known| known.id == channel).map(|channel| channel.parties.clone());
        let others = all.unwrap_or_default().into_iter().filter(|party| Some(party.as_str()) != author);
        (channel, others.collect())
    }

    /// The channel must be known, and each of these parties in it.
    fn must_be_in(&self, name: &Text, parties: &[Text]) {
        let Some(channel) = self.known.must_be_channel(name) else { return };
        for party in parties.iter().filter(|party| !channel.parties.contains(&party.text)) {
            let of = Known::parties_of(channel);
            let what = format!("`{}` is not in the channel `{}`, whose parties are {of}", party.text, channel.id);
            self.unless_refused(party.at, what);
        }
    }

    /// Something has at least so many conditions or options.
    fn must_have(&self, part: &str, kind: Kind, name: &str, at: At, number: u32) {
        if let Some(parts) = self.known.parts(kind, name)
            && usize::try_from(number).is_ok_and(|number| number > parts)
        {
            self.unless_refused(at, format!("{kind} `{name}` has no {part} {number}: it has {parts}"));
        }
    }

    /// A fault that an office would refuse, and that a step may therefore want to see refused.
    fn unless_refused(&self, at: At, what: String) {
        if !self.step.refused {
            self.known.faults.add(at, what);
        }
    }

    fn reviewed(&mut self) -> Option<Reviewed> {
        Some(match self.one_of(Kind::Item, Kind::Readout)? {
            (Kind::Readout, readout) => Reviewed::Readout(readout),
            (_, item) => Reviewed::Item(item),
        })
    }

    /// Exactly one of two keys.
    fn one_of(&mut self, one: Kind, other: Kind) -> Option<(Kind, String)> {
        let (first, second) = (self.keys.given(one.key()), self.keys.given(other.key()));
        match (first.is_there(), second.is_there()) {
            (true, false) => Some((one, self.known.refer(one, &first).unwrap_or_default())),
            (false, true) => Some((other, self.known.refer(other, &second).unwrap_or_default())),
            (true, true) => {
                second.fault(format_args!("a step has `{one}` or `{other}`, not both"));
                None
            }
            (false, false) => {
                self.keys.needed(one.key(), &format!("what an earlier step made; or `{other}`"));
                None
            }
        }
    }

    fn place(&mut self) -> Option<Place> {
        let who = self.keys.needed("who", "a party, an envoy, `desk` or `hub`").spanned_text();
        who.and_then(|who| self.known.place(&who))
    }

    fn office(&mut self, key: &'static str, meaning: &str) -> Option<Office> {
        let who = self.keys.needed(key, meaning).spanned_text();
        who.and_then(|who| self.known.office(&who))
    }
}

fn translation(keys: &mut Keys<'_>) -> Translation {
    Translation {
        language: keys.needed("language", "into which language").text().unwrap_or_default(),
        grade: keys.needed("grade", "how good it is").word().unwrap_or(Grade::Sight),
        translator: keys.needed("translator", "who made it").text().unwrap_or_default(),
        text: keys.needed("text", "the translation").text().unwrap_or_default(),
    }
}

fn texts(slot: &Slot<'_>) -> Option<Vec<String>> {
    slot.texts().map(plain)
}

fn plain(texts: Vec<Text>) -> Vec<String> {
    texts.into_iter().map(|text| text.text).collect()
}
