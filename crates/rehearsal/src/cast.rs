//! The cast of a rehearsal: which scenario name stands for which id in which office, and which command a verb is.
//!
//! It is the [`Stage`] of both modes. Where the offices live (as processes, or in the simulated world) is the
//! [`House`]'s; the cast sees only what the offices show.

mod showing;

use std::collections::{BTreeMap, BTreeSet};

use channel::{
    ActId, ChannelHandle, ChannelId, Civil, Content, ConveyedId, ItemId, Lodging, NoteId, OfferHandle, OfferId,
    PairHandle, PairId, PartyId, ProposalHandle, ProposalId, QuestionId, ReadoutHandle, ReadoutId, TextHandle, TextId,
    desk, party,
};
use office::act::{Act as OfficeAct, OfficeAct as OwnAct};
use office::faults::{Fault, Point};
use office::view as shown;
use serde_json::Value;

use crate::play::{Broken, Outcome, Stage};
use crate::report::{HubFigures, Published, View};
use crate::scenario::{
    Act, Actor, Appoint, Correct, Declare, Draft, During, Lodge, Office, Outreach, Place, Released, Render, Reviewed,
    Scenario, Step, Told, Translation, Word,
};

/// Where the offices of a rehearsal live.
pub trait House {
    /// Moves civil time everywhere.
    fn set_clock(&mut self, civil: i64) -> Result<(), Broken>;
    /// Has an office do something; a crash on the way is taken up again under the same id.
    fn act(
        &mut self,
        who: &Office,
        id: ActId,
        officer: &str,
        act: &dyn Fn() -> OfficeAct,
    ) -> Result<Result<Value, String>, Broken>;
    /// What an office shows; nothing where it does not exist.
    fn view(&mut self, who: &Office) -> Result<Option<shown::View>, Broken>;
    /// All that an office holds in the clear.
    fn holds(&mut self, who: &Office) -> Result<Vec<String>, Broken>;
    /// The desk's own name of each pair, proposal, offer, readout and text, by the name that an office has for it.
    fn names(&mut self) -> Result<BTreeMap<String, String>, Broken>;
    /// When an office will next do something by itself.
    fn next_due(&mut self) -> Result<Option<i64>, Broken>;
    /// Founds and opens a party's office.
    fn join(&mut self, who: &Office, invitation: &str, code: &str, seat: u32) -> Result<(), Broken>;
    /// Whether an office exists.
    fn has(&self, who: &Office) -> bool;
    /// Returns when whatever can be delivered has been.
    fn settle(&mut self) -> Result<(), Broken>;
    /// Something goes wrong at once.
    fn fault(&mut self, fault: &Mishap) -> Result<(), Broken>;
    /// Keeps a backup.
    fn checkpoint(&mut self, step: &str, of: &BTreeSet<Place>) -> Result<(), Broken>;
    /// What the hub counted.
    fn hub(&mut self) -> Result<HubFigures, Broken>;
    /// All that the hub keeps: whoever takes its machine away has no more.
    fn hub_keeps(&mut self) -> Result<Vec<Vec<u8>>, Broken>;
    /// Sixteen bytes of an office's own stream.
    fn random(&mut self, who: &Office) -> [u8; 16];
}

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mishap {
    /// Killed at once and started again.
    Kill(Place),
    /// Something is armed within an office.
    Arm(Office, Fault),
    /// Its way to the hub is cut, or mended.
    Way(Office, bool),
    /// An old backup is put back.
    Restore(Place, String),
}

/// The cast.
pub struct Cast<H> {
    /// Where the offices live.
    pub house: H,
    scenario: Scenario,
    items: BTreeMap<String, [u8; 16]>,
    questions: BTreeMap<String, [u8; 16]>,
    names: BTreeMap<String, String>,
    /// Ids at the desk of what is no item, by kind and scenario name.
    matters: BTreeMap<(Thing, String), [u8; 16]>,
    last: Option<(Office, ActId)>,
    to_invite: BTreeSet<(String, String)>,
    set_up: bool,
    now: i64,
}

/// What the desk makes that is no item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Thing {
    Pair,
    Proposal,
    Offer,
    Readout,
    Paper,
}

/// An id that names nothing anywhere.
const NOTHING: [u8; 16] = [0xff; 16];

type Done = Result<Result<Value, String>, Broken>;

impl<H: House> Cast<H> {
    /// A cast for a scenario; the house is empty but for the hub and the desk.
    pub fn new(scenario: Scenario, house: H) -> Self {
        Self {
            house,
            scenario,
            items: BTreeMap::new(),
            questions: BTreeMap::new(),
            names: BTreeMap::new(),
            matters: BTreeMap::new(),
            last: None,
            to_invite: BTreeSet::new(),
            set_up: false,
            now: 0,
        }
    }

    /// The scenario's civil time, in seconds.
    pub fn now(&self) -> i64 {
        self.now
    }

    /// Seats the parties and opens the channels.
    fn set_up(&mut self) -> Result<(), Broken> {
        let desk = self.scenario.desk.clone();
        let mut officers = desk.officers.clone();
        if desk.two_officers && officers.len() < 2 {
            // The other one, who is asked for and does nothing in the scenario.
            officers.push("another officer".to_owned());
        }
        self.must(desk::Command::SetUp {
            name: desk.name.clone(),
            officers: officers.clone(),
            two_officers: desk.two_officers,
        })?;
        let parties = self.scenario.parties.clone();
        for party in &parties {
            let others = parties.iter().filter(|other| other.id != party.id);
            let calls = others.map(|other| (self.party(&other.id), party.calls(&other.id).to_owned())).collect();
            let (name, principal) = (party.name.clone(), party.principal.clone());
            self.must(desk::Command::AddParty { party: self.party(&party.id), name, principal, calls })?;
        }
        for party in &parties {
            self.invite(&Office::Principal(party.id.clone()))?.map_err(Broken)?;
        }
        for channel in &self.scenario.channels.clone() {
            self.must(desk::Command::OpenChannel {
                channel: channel_id(&channel.id),
                name: channel.id.clone(),
                parties: channel.parties.iter().map(|party| self.party(party)).collect(),
                status: channel.status.iter().filter_map(|status| status.word().parse().ok()).collect(),
            })?;
        }
        self.house.settle()
    }

    fn must(&mut self, command: desk::Command) -> Result<(), Broken> {
        let officer = self.scenario.desk.officers.first().cloned().unwrap_or_default();
        self.desk(&officer, command)?.map_err(Broken).map(drop)
    }

    fn desk(&mut self, officer: &str, command: desk::Command) -> Done {
        let id = ActId(self.house.random(&Office::Desk));
        self.last = Some((Office::Desk, id));
        self.house.act(&Office::Desk, id, officer, &|| OfficeAct::Desk(command.clone()))
    }

    fn party_does(&mut self, who: &Office, command: &party::Command) -> Done {
        if !self.house.has(who) {
            return Ok(Err("that office does not exist yet: its envoy must be appointed first".to_owned()));
        }
        let id = ActId(self.house.random(who));
        self.last = Some((who.clone(), id));
        self.house.act(who, id, "", &|| OfficeAct::Party(command.clone()))
    }

    fn invite(&mut self, who: &Office) -> Result<Result<(), String>, Broken> {
        let (party, envoy) = match who {
            Office::Principal(party) => (party.clone(), None),
            Office::Envoy { party, envoy } => (party.clone(), Some(envoy.clone())),
            Office::Desk => return Ok(Ok(())),
        };
        let officer = self.scenario.desk.officers.first().cloned().unwrap_or_default();
        let party = self.party(&party).0;
        let until = i64::MAX / 4;
        // An invitation is shown once: one that a crash kept from being shown is made anew, in its place.
        for _ in 0..8 {
            let id = ActId(self.house.random(&Office::Desk));
            let made = self.house.act(&Office::Desk, id, &officer, &|| {
                OfficeAct::Office(OwnAct::Invite { party, envoy: envoy.clone(), until, replace: true })
            })?;
            let made = match made {
                Err(reason) => return Ok(Err(reason)),
                Ok(made) => made,
            };
            let text = |key: &str| made.get(key).and_then(Value::as_str);
            let seat = made.get("seat").and_then(Value::as_u64).and_then(|seat| u32::try_from(seat).ok()).unwrap_or(0);
            if let (Some(invitation), Some(code)) = (text("invitation"), text("code")) {
                self.house.join(who, invitation, code, seat)?;
                return Ok(Ok(()));
            }
        }
        Err(Broken("the desk made no invitation".to_owned()))
    }

    fn party(&self, id: &str) -> PartyId {
        let place = self.scenario.parties.iter().position(|party| party.id == id).unwrap_or(0);
        PartyId(u32::try_from(place).unwrap_or(0) + 1)
    }

    /// The number by which a party of a channel knows another.
    fn number(&self, channel: &str, viewer: &str, other: &str) -> Option<u8> {
        let channel = self.scenario.channel(channel)?;
        let place = channel.parties.iter().filter(|party| *party != viewer).position(|party| party == other)?;
        u8::try_from(place + 1).ok()
    }

    fn handle(&mut self, who: &Office, channel: &str) -> Result<ChannelHandle, Broken> {
        let view = self.house.view(who)?.unwrap_or_default();
        let found = view.channels.iter().find(|one| one.name == channel).and_then(|one| one.channel.parse().ok());
        // A channel that the office does not see has some handle too, and the office refuses it.
        Ok(found.unwrap_or(ChannelHandle([0xff; 16])))
    }

    fn new_item(&mut self, who: &Office, name: &str) -> ItemId {
        let id = self.house.random(who);
        self.items.insert(name.to_owned(), id);
        self.names.insert(ItemId(id).to_string(), name.to_owned());
        ItemId(id)
    }

    fn item(&self, name: &str) -> ItemId {
        ItemId(self.items.get(name).copied().unwrap_or([0xff; 16]))
    }

    /// The id under which an item was conveyed to an office.
    fn conveyed(&mut self, who: &Office, name: &str) -> Result<ConveyedId, Broken> {
        self.learn_names()?;
        let view = self.house.view(who)?.unwrap_or_default();
        let found = view
            .items
            .iter()
            .find(|item| item.side == "received" && self.names.get(&item.item).map(String::as_str) == Some(name));
        Ok(found.and_then(|item| item.item.parse().ok()).unwrap_or(ConveyedId([0xff; 16])))
    }

    /// Learns from the desk under which ids its items went out.
    fn learn_names(&mut self) -> Result<(), Broken> {
        let Some(view) = self.house.view(&Office::Desk)? else { return Ok(()) };
        for item in &view.items {
            let Some(name) = self.names.get(&item.item).cloned() else { continue };
            for id in item.conveyed.iter().flat_map(|said| &said.ids) {
                self.names.insert(id.clone(), name.clone());
            }
        }
        for (handle, id) in self.house.names()? {
            if let Some(name) = self.names.get(&id).cloned() {
                self.names.insert(handle, name);
            }
        }
        Ok(())
    }

    /// A new id for something of the desk's, under the name that the scenario gives it; the same one where it has one.
    fn matter(&mut self, thing: Thing, name: &str) -> [u8; 16] {
        if let Some(id) = self.matters.get(&(thing, name.to_owned())) {
            return *id;
        }
        let id = self.house.random(&Office::Desk);
        self.matters.insert((thing, name.to_owned()), id);
        self.names.insert(ItemId(id).to_string(), name.to_owned());
        id
    }

    /// What the desk knows by that name; an id of nothing where there is none.
    fn known(&self, thing: Thing, name: &str) -> [u8; 16] {
        self.matters.get(&(thing, name.to_owned())).copied().unwrap_or(NOTHING)
    }

    /// The name by which an office knows something of the desk's.
    fn handle_of(&mut self, who: &Office, thing: Thing, name: &str) -> Result<[u8; 16], Broken> {
        self.learn_names()?;
        let view = self.house.view(who)?.unwrap_or_default();
        let ids: Vec<&String> = match thing {
            Thing::Pair => view.pairs.iter().map(|one| &one.pair).collect(),
            Thing::Proposal => view.proposals.iter().map(|one| &one.proposal).collect(),
            Thing::Offer => view.offers.iter().map(|one| &one.offer).collect(),
            Thing::Readout => view.readouts.iter().map(|one| &one.readout).collect(),
            Thing::Paper => view.texts.iter().map(|one| &one.text).collect(),
        };
        let own = ItemId(self.known(thing, name)).to_string();
        let found = ids.into_iter().find(|id| self.names.get(*id).is_some_and(|known| known == name) || **id == own);
        Ok(found.and_then(|id| id.parse::<ItemId>().ok()).map_or(NOTHING, |id| id.0))
    }

    fn lodge(&mut self, who: &Office, party: &str, lodge: &Lodge) -> Result<party::Command, Broken> {
        let channel = self.handle(who, &lodge.channel)?;
        let answers = match &lodge.answers {
            Some(name) => Some(self.conveyed(who, name)?),
            None => None,
        };
        let others = self.scenario.channel(&lodge.channel).map_or(0, |channel| channel.parties.len().saturating_sub(1));
        // Who is no other of the channel is named by a number that nobody has: the office refuses it.
        let to: Vec<u8> =
            lodge.to.iter().map(|other| self.number(&lodge.channel, party, other).unwrap_or(u8::MAX)).collect();
        let to_all = to.iter().collect::<BTreeSet<_>>().len() == others && !to.contains(&u8::MAX);
        let content = self.content(lodge)?;
        let (reaffirms, supersedes) = (
            lodge.reaffirms.as_ref().map(|name| self.item(name)),
            lodge.supersedes.as_ref().map(|name| self.item(name)),
        );
        let item = self.new_item(who, &lodge.item);
        Ok(party::Command::Lodge(Lodging {
            to: if to_all { Vec::new() } else { to },
            handling: handling(lodge)?,
            approve: lodge.approve,
            not_before: lodge.not_before.map(Civil),
            not_after: lodge.not_after.map(Civil),
            answers,
            reaffirms,
            supersedes,
            ..Lodging::new(item, channel, content)
        }))
    }

    fn translations(&self, translations: &[Translation]) -> Result<Vec<channel::Translation>, Broken> {
        translations.iter().map(|one| self.translation(one)).collect()
    }

    fn translation(&self, one: &Translation) -> Result<channel::Translation, Broken> {
        Ok(channel::Translation {
            language: one.language.clone(),
            grade: word(one.grade)?,
            translator: one.translator.clone(),
            on: Civil(self.now),
            text: one.text.clone(),
        })
    }

    /// What a party says, or what the desk writes down for it.
    fn content(&self, lodge: &Lodge) -> Result<Content, Broken> {
        Ok(Content {
            form: word(lodge.form)?,
            text: lodge.text.clone(),
            conditions: lodge.conditions.clone(),
            reservations: lodge.reservations.clone(),
            scope: lodge.scope.clone(),
            as_of: lodge.as_of.map(Civil),
            lapses: Civil(lodge.lapses),
            precedence: word(lodge.precedence)?,
            on_behalf_of: lodge.on_behalf_of.clone(),
            carrier: lodge.carrier.clone(),
            language: lodge.language.clone(),
            disclosure: word(lodge.disclosure)?,
            keep_ambiguous: lodge.keep_ambiguous.clone(),
            translations: self.translations(&lodge.translations)?,
        })
    }

    fn intake(&mut self, from: &str, lodge: &Lodge) -> Result<desk::Command, Broken> {
        let (content, handling) = (self.content(lodge)?, handling(lodge)?);
        let to = lodge.to.iter().map(|party| self.party(party)).collect();
        let tie = |tied: &Option<String>| tied.as_ref().map(|name| self.item(name));
        let (answers, reaffirms, supersedes) = (tie(&lodge.answers), tie(&lodge.reaffirms), tie(&lodge.supersedes));
        Ok(desk::Command::Intake(Box::new(desk::Intake {
            item: self.new_item(&Office::Desk, &lodge.item),
            from: self.party(from),
            channel: channel_id(&lodge.channel),
            content,
            to,
            handling: Some(handling),
            approve: lodge.approve,
            not_before: lodge.not_before.map(Civil),
            not_after: lodge.not_after.map(Civil),
            answers,
            reaffirms,
            supersedes,
        })))
    }

    fn appoint(&mut self, who: &Office, party: &str, appoint: &Appoint) -> Result<party::Command, Broken> {
        let mut channels = Vec::new();
        for channel in &appoint.channels {
            channels.push(self.handle(who, channel)?);
        }
        self.to_invite.insert((party.to_owned(), appoint.envoy.clone()));
        Ok(party::Command::Appoint {
            envoy: appoint.envoy.clone(),
            title: appoint.title.clone(),
            channels,
            may: appoint.may.iter().filter_map(|power| power.word().parse().ok()).collect(),
            until: appoint.until.map(Civil),
            countersign: appoint.countersign,
        })
    }

    fn party_command(&mut self, who: &Office, party: &str, act: &Act) -> Result<Option<party::Command>, Broken> {
        Ok(Some(match act {
            Act::Appoint(appoint) => self.appoint(who, party, appoint)?,
            Act::Revoke { envoy } => party::Command::Revoke { envoy: envoy.clone() },
            Act::Lodge(lodge) => self.lodge(who, party, lodge)?,
            Act::Confide(Told { item, channel, text, lapses }) => party::Command::Confide {
                channel: self.handle(who, channel)?,
                item: self.new_item(who, item),
                text: text.clone(),
                lapses: Civil(*lapses),
            },
            Act::Countersign { item } => party::Command::Countersign { item: self.item(item) },
            Act::Recall { item } => party::Command::Recall { item: self.item(item) },
            Act::Approve(Reviewed::Item(item)) => party::Command::Approve { item: self.item(item) },
            Act::Object(Reviewed::Item(item)) => party::Command::Object { item: self.item(item), reason: None },
            Act::Dispose { item, disposition } => {
                party::Command::Dispose { conveyed: self.conveyed(who, item)?, disposition: word(*disposition)? }
            }
            Act::Invoke { item, condition } => {
                party::Command::Invoke { item: self.item(item), condition: u8::try_from(*condition).unwrap_or(u8::MAX) }
            }
            Act::Reply { item, text } => {
                let question = QuestionId(self.questions.get(item).copied().unwrap_or([0xff; 16]));
                party::Command::Reply { question, text: text.clone() }
            }
            Act::Erase { item } => {
                let conveyed = self.conveyed(who, item)?;
                if conveyed == ConveyedId([0xff; 16]) {
                    party::Command::Erase { item: Some(self.item(item)), conveyed: None }
                } else {
                    party::Command::Erase { item: None, conveyed: Some(conveyed) }
                }
            }
            other => return self.party_beside_items(who, other),
        }))
    }

    /// What a party does with what is neither an item of its own nor conveyed to it.
    fn party_beside_items(&mut self, who: &Office, act: &Act) -> Result<Option<party::Command>, Broken> {
        let readout = |cast: &mut Self, name: &str| cast.handle_of(who, Thing::Readout, name).map(ReadoutHandle);
        let offer = |cast: &mut Self, name: &str| cast.handle_of(who, Thing::Offer, name).map(OfferHandle);
        Ok(Some(match act {
            Act::Declare(Declare { item, channel, text, lapses, pair }) => {
                let pair = match pair {
                    Some(name) => Some(PairHandle(self.handle_of(who, Thing::Pair, name)?)),
                    None => None,
                };
                let channel = self.handle(who, channel)?;
                let content = Content::new(text.clone(), Civil(*lapses));
                party::Command::Declare { item: self.new_item(who, item), channel, content, pair }
            }
            Act::Answer { proposal, takes } => party::Command::Answer {
                proposal: ProposalHandle(self.handle_of(who, Thing::Proposal, proposal)?),
                takes: takes.iter().map(|option| u8::try_from(*option).unwrap_or(u8::MAX)).collect(),
            },
            Act::TakeUp { offer: name } => party::Command::TakeUp { offer: offer(self, name)? },
            Act::Decline { offer: name } => party::Command::Decline { offer: offer(self, name)? },
            Act::Clear { readout: name } | Act::Approve(Reviewed::Readout(name)) => {
                party::Command::Clear { readout: readout(self, name)? }
            }
            Act::Object(Reviewed::Readout(name)) => {
                party::Command::ObjectToReadout { readout: readout(self, name)?, reason: None }
            }
            Act::Comment { paper, words } => party::Command::Comment {
                text: TextHandle(self.handle_of(who, Thing::Paper, paper)?),
                version: None,
                words: words.clone(),
            },
            Act::Read { item } => party::Command::Read { conveyed: self.conveyed(who, item)? },
            Act::Retain { days } => party::Command::Retain { days: *days },
            _ => return Ok(None),
        }))
    }

    fn desk_command(&mut self, act: &Act) -> Result<Option<desk::Command>, Broken> {
        let parties = |cast: &Self, ids: &[String]| ids.iter().map(|id| cast.party(id)).collect::<Vec<_>>();
        Ok(Some(match act {
            Act::Render(Render { item, words, label, to, conditions, reservations, scope, translations }) => {
                let translations = self.translations(translations)?;
                desk::Command::Render {
                    item: self.item(item),
                    words: words.clone(),
                    label: word(*label)?,
                    to: to.as_ref().map(|to| parties(self, to)).unwrap_or_default(),
                    conditions: conditions.clone(),
                    reservations: reservations.clone(),
                    scope: scope.clone(),
                    translations,
                }
            }
            Act::Release(Released::Item(item)) => desk::Command::Release { item: self.item(item) },
            Act::Return { item, reason } => desk::Command::Return { item: self.item(item), reason: reason.clone() },
            Act::Correct(Correct { item, words, label, to, conditions, reservations, scope }) => {
                desk::Command::Correct {
                    item: self.item(item),
                    words: words.clone(),
                    label: label.map(word).transpose()?,
                    to: to.as_ref().map(|to| parties(self, to)).unwrap_or_default(),
                    conditions: conditions.clone(),
                    reservations: reservations.clone(),
                    scope: scope.clone(),
                }
            }
            Act::Outreach(Outreach { item, channel, text, lapses, to, precedence, form, kind }) => {
                desk::Command::Outreach {
                    item: self.new_item(&Office::Desk, item),
                    channel: channel_id(channel),
                    text: text.clone(),
                    lapses: Civil(*lapses),
                    to: parties(self, to),
                    precedence: Some(word(*precedence)?),
                    form: Some(word(*form)?),
                    own: Some(word(*kind)?),
                }
            }
            Act::Ask { question: Told { item, channel, text, lapses }, to, about, principal_only } => {
                let about = about.as_ref().map(|item| self.item(item));
                let id = self.house.random(&Office::Desk);
                self.questions.insert(item.clone(), id);
                self.names.insert(QuestionId(id).to_string(), item.clone());
                desk::Command::Ask {
                    question: QuestionId(id),
                    channel: channel_id(channel),
                    to: self.party(to),
                    text: text.clone(),
                    lapses: Some(Civil(*lapses)),
                    about,
                    principal_only: *principal_only,
                }
            }
            Act::Erase { item } => desk::Command::Erase { item: self.item(item) },
            Act::Close { channel } => desk::Command::Close { channel: channel_id(channel) },
            Act::Intake { from, lodged } => self.intake(from, lodged)?,
            Act::Admit { item } => desk::Command::Admit { item: self.item(item) },
            Act::UseConfided { item } => desk::Command::UseConfided { item: self.item(item) },
            Act::Same { item, of } => desk::Command::Same { item: self.item(item), of: self.item(of) },
            Act::Distinct { item, of } => desk::Command::Distinct { item: self.item(item), of: self.item(of) },
            Act::Translate { item, translation } => {
                desk::Command::Translate { item: self.item(item), translation: self.translation(translation)? }
            }
            other => return Ok(self.desk_beside_items(other)),
        }))
    }

    /// What the desk does that carries no item.
    fn desk_beside_items(&mut self, act: &Act) -> Option<desk::Command> {
        let parties = |cast: &Self, ids: &[String]| ids.iter().map(|id| cast.party(id)).collect::<Vec<_>>();
        Some(match act {
            Act::Pair { pair, channel, lapses } => desk::Command::Pair {
                pair: PairId(self.matter(Thing::Pair, pair)),
                channel: channel_id(channel),
                lapses: lapses.map(Civil),
            },
            Act::Release(Released::Pair(pair)) => {
                desk::Command::ReleasePair { pair: PairId(self.known(Thing::Pair, pair)) }
            }
            Act::Propose { proposal, channel, options, reveal_at, subject } => desk::Command::Propose {
                proposal: ProposalId(self.matter(Thing::Proposal, proposal)),
                channel: channel_id(channel),
                options: options.clone(),
                reveal_at: Civil(*reveal_at),
                subject: subject.clone(),
            },
            Act::Offer { offer, channel, text, to, lapses } => desk::Command::Offer {
                offer: OfferId(self.matter(Thing::Offer, offer)),
                channel: channel_id(channel),
                text: text.clone(),
                to: parties(self, to),
                lapses: Some(Civil(*lapses)),
            },
            Act::Draft(Draft { readout, text, concerns, mentions, channel }) => desk::Command::Draft {
                readout: ReadoutId(self.matter(Thing::Readout, readout)),
                text: text.clone(),
                concerns: parties(self, concerns),
                mentions: mentions.iter().map(|item| self.item(item)).collect(),
                channel: channel.as_deref().map(channel_id),
            },
            Act::Publish { readout } => {
                desk::Command::Publish { readout: ReadoutId(self.known(Thing::Readout, readout)) }
            }
            Act::Withdraw { readout } => {
                desk::Command::WithdrawReadout { readout: ReadoutId(self.known(Thing::Readout, readout)) }
            }
            Act::Disclose { items, occasion } => desk::Command::Disclose {
                note: NoteId(self.house.random(&Office::Desk)),
                items: items.iter().map(|item| self.item(item)).collect(),
                occasion: occasion.clone(),
            },
            Act::Statement { item, text, occasion } => desk::Command::NoteStatement {
                note: NoteId(self.house.random(&Office::Desk)),
                item: self.item(item),
                words: text.clone(),
                occasion: occasion.clone(),
            },
            Act::Expose { text } => {
                desk::Command::Expose { note: NoteId(self.house.random(&Office::Desk)), text: text.clone() }
            }
            Act::Table { paper, channel, words } => desk::Command::Table {
                text: TextId(self.matter(Thing::Paper, paper)),
                channel: channel_id(channel),
                words: words.clone(),
            },
            Act::Interest { text } => desk::Command::DeclareInterest { words: text.clone() },
            Act::Address { party, address } => {
                desk::Command::SetAddress { party: self.party(party), address: address.clone() }
            }
            Act::CoMediate { channel, name } => {
                desk::Command::CoMediate { channel: channel_id(channel), desk: name.clone() }
            }
            Act::Retain { days } => desk::Command::Retain { days: *days },
            _ => return None,
        })
    }

    /// Whether a published readout's signature holds, of its own text or of another.
    fn verify(&mut self, readout: &str, text: Option<&str>) -> Result<Result<(), String>, Broken> {
        let Some(published) = self.public()?.into_iter().find(|one| one.readout == readout) else {
            return Ok(Err(format!("no readout {readout} was published: there is nothing to verify")));
        };
        let key = self.house.view(&Office::Desk)?.and_then(|view| view.office.readout_key).unwrap_or_default();
        let text = text.unwrap_or(&published.text);
        Ok(sealing::readout::verify(&key, text.as_bytes(), &published.signature).map_err(|why| why.to_string()))
    }

    fn mishap(act: &Act) -> Option<Mishap> {
        Some(match act {
            Act::Crash { who, during: None } => Mishap::Kill(who.clone()),
            Act::Crash { who: Place::Hub, during: Some(_) } => Mishap::Kill(Place::Hub),
            Act::Crash { who: Place::Office(who), during: Some(during) } => {
                let point = match during {
                    During::Commit => Point::Commit,
                    During::Send => Point::Send,
                    During::Erase => Point::Erase,
                };
                Mishap::Arm(who.clone(), Fault::Crash(point))
            }
            Act::Cut { who } => Mishap::Way(who.clone(), true),
            Act::Mend { who } => Mishap::Way(who.clone(), false),
            Act::Restore { who, to } => Mishap::Restore(who.clone(), to.clone()),
            Act::Repeat(cells) => Mishap::Arm(cells.who.clone(), Fault::Repeat(cells.cells)),
            Act::Reorder(cells) => Mishap::Arm(cells.who.clone(), Fault::Reorder(cells.cells)),
            Act::Lose(cells) => Mishap::Arm(cells.who.clone(), Fault::Lose(cells.cells)),
            _ => return None,
        })
    }

    /// Envoys whose appointment has reached the desk get their offices.
    fn invite_envoys(&mut self) -> Result<bool, Broken> {
        let mut any = false;
        for (party, envoy) in self.to_invite.clone() {
            let who = Office::Envoy { party: party.clone(), envoy: envoy.clone() };
            let known = self.house.view(&Office::Desk)?.is_some_and(|view| {
                let number = self.party(&party).0;
                let party = view.parties.iter().find(|one| one.party == number);
                party.is_some_and(|party| {
                    party.mandates.iter().any(|mandate| mandate.envoy == envoy && !mandate.revoked)
                })
            });
            if self.house.has(&who) || (known && self.invite(&who)?.is_ok()) {
                self.to_invite.remove(&(party, envoy));
                any = true;
            }
        }
        Ok(any)
    }
}

/// The channel's id at the desk: from its name, so that it needs no memory.
fn channel_id(name: &str) -> ChannelId {
    use sha2::{Digest, Sha256};
    let hash: [u8; 32] = Sha256::digest(name.as_bytes()).into();
    let (first, _) = hash.split_first_chunk::<16>().unwrap_or((&[0; 16], &[]));
    ChannelId(*first)
}

/// How an author wants its words to be handled.
fn handling(lodge: &Lodge) -> Result<channel::Handling, Broken> {
    lodge.handling.map_or(Ok(channel::Handling::AtDesk), word)
}

fn word<W: Word, T: std::str::FromStr>(word: W) -> Result<T, Broken> {
    word.word().parse().map_err(|_| Broken(format!("\"{}\" is a word that offices do not know", word.word())))
}

impl<H: House> Stage for Cast<H> {
    fn set_clock(&mut self, civil: i64) -> Result<(), Broken> {
        self.now = civil;
        self.house.set_clock(civil)?;
        if !std::mem::replace(&mut self.set_up, true) {
            self.set_up()?;
        }
        Ok(())
    }

    fn perform(&mut self, step: &Step) -> Result<Outcome, Broken> {
        self.last = None;
        if let Some(mishap) = Self::mishap(&step.act) {
            // What an office forgets by it keeps its name.
            self.learn_names()?;
            self.house.fault(&mishap)?;
            return Ok(Outcome::Done);
        }
        let done = match &step.by {
            Actor::Desk { officer } => match self.desk_command(&step.act)? {
                Some(command) => self.desk(officer, command)?,
                None => Err(format!("not yet: `{}` comes with a later version", step.act.verb())),
            },
            Actor::Principal(_) | Actor::Envoy { .. } => {
                let (Some(who), Some(party)) = (step.by.office(), step.by.party()) else {
                    return Err(Broken("a party's step without a party".to_owned()));
                };
                match self.party_command(&who, party, &step.act)? {
                    Some(command) => self.party_does(&who, &command)?,
                    None => Err(format!("not yet: `{}` comes with a later version", step.act.verb())),
                }
            }
            Actor::Public => match &step.act {
                Act::Verify { readout, text } => self.verify(readout, text.as_deref())?.map(|()| Value::Null),
                other => Err(format!("not yet: `{}` comes with a later version", other.verb())),
            },
            Actor::Clock | Actor::Fault => Err(format!("not yet: `{}` comes with a later version", step.act.verb())),
        };
        Ok(match done {
            Ok(_) => Outcome::Done,
            Err(reason) => Outcome::Refused(reason),
        })
    }

    fn settle(&mut self) -> Result<(), Broken> {
        self.house.settle()?;
        if !self.to_invite.is_empty() && self.invite_envoys()? {
            self.house.settle()?;
        }
        Ok(())
    }

    fn refused_since(&mut self, _: &Step) -> Result<Option<String>, Broken> {
        let Some((who, act)) = self.last.clone() else { return Ok(None) };
        if who == Office::Desk {
            return Ok(None);
        }
        let view = self.house.view(&who)?.unwrap_or_default();
        let act = act.to_string();
        Ok(view.refusals.into_iter().find(|refusal| refusal.act == act).map(|refusal| refusal.reason))
    }

    fn view(&mut self, who: &Office) -> Result<View, Broken> {
        self.learn_names()?;
        let view = self.house.view(who)?;
        Ok(view.map(|view| showing::view(&self.names, &view)).unwrap_or_default())
    }

    fn clear_text(&mut self, who: &Office) -> Result<Vec<String>, Broken> {
        if !self.house.has(who) {
            return Ok(Vec::new());
        }
        let mut texts = self.house.holds(who)?;
        if let Some(mut view) = self.house.view(who)? {
            // Check words and fidelity codes are drawn from a list of plain words: they say nothing of what an office holds.
            view.lines.iter_mut().for_each(|line| line.check_words = None);
            view.items.iter_mut().for_each(|item| item.fidelity_code = None);
            // What the view says, and not what the program calls the parts of one.
            texts.extend(serde_json::to_value(&view).iter().flat_map(showing::said));
        }
        Ok(texts)
    }

    fn next_due(&mut self) -> Result<Option<i64>, Broken> {
        self.house.next_due()
    }

    fn public(&mut self) -> Result<Vec<Published>, Broken> {
        self.learn_names()?;
        let readouts = self.house.view(&Office::Desk)?.unwrap_or_default().readouts;
        let published = readouts.into_iter().filter_map(|one| {
            let readout = self.names.get(&one.readout).cloned().unwrap_or(one.readout);
            Some(Published { readout, text: one.text, signature: one.signature? })
        });
        Ok(published.collect())
    }

    fn hub(&mut self) -> Result<HubFigures, Broken> {
        self.house.hub()
    }

    fn hub_keeps(&mut self) -> Result<Vec<String>, Broken> {
        let kept = self.house.hub_keeps()?;
        Ok(kept.iter().map(|bytes| String::from_utf8_lossy(bytes).into_owned()).collect())
    }

    fn checkpoint(&mut self, step: &str, of: &BTreeSet<Place>) -> Result<(), Broken> {
        self.house.checkpoint(step, of)
    }
}
