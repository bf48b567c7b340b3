//! What the office does with what is neither an item of its own nor conveyed to it: pairs, proposals, offers, readouts,
//! negotiating texts.

use super::{Actor, Decision, Event};
use crate::content::Content;
use crate::ids::{ChannelHandle, ItemId, OfferHandle, PairHandle, ProposalHandle, ReadoutHandle, TextHandle};
use crate::letters::ToDesk;
use crate::lint::content_warnings;
use crate::naming;
use crate::party::matters::{Matter, Pair};
use crate::party::state::{Author, Standing};
use crate::refusal::Refusal;
use crate::rules;
use crate::sealed::{self, Blind};
use crate::vocabulary::{Act, Form, OfferState, ReadoutState};

impl Actor<'_> {
    pub(super) fn declare(
        &self,
        item: ItemId,
        channel: ChannelHandle,
        content: Content,
        pair: Option<PairHandle>,
        blind: Blind,
    ) -> Result<Decision, Refusal> {
        let state = self.state;
        state.authority(channel, Act::Lodge, self.now)?;
        if state.mandate.as_ref().is_some_and(|own| own.mandate.countersign) {
            return Err(Refusal::DeclareYourself);
        }
        if state.items.contains_key(&item) {
            return Err(Refusal::IdTaken);
        }
        let content = rules::dated(Content { form: Form::Declaration, ..content }, self.now);
        rules::content(&content, self.now)?;
        let pair = match pair {
            Some(pair) => pair,
            None => self.only_open_pair(channel)?,
        };
        let found = state.pairs.get(&pair).filter(|one| one.channel == channel).ok_or(Refusal::UnknownPair)?;
        if found.ended {
            return Err(Refusal::PairEnded);
        }
        // An office that was put back knows that it has declared, and no words: nobody can open that one any more.
        let lost = found.declared.as_ref().filter(|(by, _)| *by == Author::ThisOffice && !found.asked);
        let lost = lost.map(|(_, id)| *id).filter(|id| !state.items.contains_key(id));
        if lost.is_none() && self.has_declared(found) {
            return Err(Refusal::AlreadyDeclared);
        }
        if found.lapses.is_some_and(|end| self.now >= end) {
            return Err(Refusal::PairEnded);
        }
        let commitment = sealed::to_declaration(pair, channel, item, &content, &blind);
        let letter = ToDesk::Declare { act: self.id, pair, item, lapses: content.lapses, commitment };
        let mut decision = self.says(letter);
        decision.warnings = content_warnings(&content, &state.own_names());
        let on = self.now;
        decision.events.insert(0, Event::Declared { item, channel, pair, content, blind, on });
        if let Some(lost) = lost {
            let recall = ToDesk::Recall { act: naming::recall_of(lost), item: lost };
            decision.events.insert(0, Event::Said { on, letter: recall.clone() });
            decision.letters.insert(0, recall);
        }
        Ok(decision)
    }

    /// Whether this party's declaration for a pair stands, or was released.
    fn has_declared(&self, pair: &Pair) -> bool {
        let Some((_, id)) = &pair.declared else { return false };
        self.state.items.get(id).is_none_or(|item| {
            let stands = item.standing == Standing::Open && self.now < item.lodging.content.lapses;
            stands || !item.conveyed.is_empty()
        })
    }

    fn only_open_pair(&self, channel: ChannelHandle) -> Result<PairHandle, Refusal> {
        let open = self.state.pairs.iter().filter(|(_, pair)| {
            let over = pair.ended || pair.lapses.is_some_and(|end| self.now >= end);
            pair.channel == channel && !over && !self.has_declared(pair)
        });
        let mut open = open.map(|(id, _)| *id);
        match (open.next(), open.next()) {
            (Some(only), None) => Ok(only),
            (Some(_), Some(_)) => Err(Refusal::WhichPair),
            // The one that this party has declared for already, if there is one, says why better.
            (None, _) => {
                let mut live = self.state.pairs.iter().filter(|(_, pair)| pair.channel == channel && !pair.ended);
                live.next_back().map(|(id, _)| *id).ok_or(Refusal::NoOpenPair)
            }
        }
    }

    pub(super) fn answer(&self, id: ProposalHandle, mut takes: Vec<u8>, blind: Blind) -> Result<Decision, Refusal> {
        let proposal = self.state.proposals.get(&id).ok_or(Refusal::UnknownProposal)?;
        self.state.authority(proposal.channel, Act::Answer, self.now)?;
        takes.sort_unstable();
        takes.dedup();
        if takes.iter().any(|option| !(1..=proposal.options.len()).contains(&usize::from(*option))) {
            return Err(Refusal::UnknownOption);
        }
        if proposal.answered.is_some() {
            return Err(Refusal::AlreadyAnswered);
        }
        if proposal.common.is_some() || self.now >= proposal.reveal_at {
            return Err(Refusal::AnswersClosed);
        }
        still_there(proposal.options.first().map_or("", String::as_str))?;
        let commitment = sealed::to_answer(id, proposal.channel, &takes, &blind);
        let mut decision = self.says(ToDesk::Answer { act: self.id, proposal: id, commitment });
        // An answer that comes within the opening window is opened at once.
        if self.now >= proposal.opens_at {
            let (takes, blind) = (takes.clone(), blind.clone());
            let opened = ToDesk::OpenAnswer { act: naming::opening(&commitment), proposal: id, takes, blind };
            decision.events.push(Event::Said { on: self.now, letter: opened.clone() });
            decision.letters.push(opened);
        }
        decision.events.insert(0, Event::Answered { proposal: id, takes, blind });
        Ok(decision)
    }

    pub(super) fn answer_offer(&self, id: OfferHandle, taken_up: bool) -> Result<Decision, Refusal> {
        let offer = self.state.offers.get(&id).ok_or(Refusal::UnknownOffer)?;
        self.state.authority(offer.channel, Act::Answer, self.now)?;
        match offer.state_at(self.now) {
            OfferState::Open => {
                still_there(&offer.text).map(|()| self.says(ToDesk::AnswerOffer { act: self.id, offer: id, taken_up }))
            }
            OfferState::TakenUp | OfferState::Declined => Err(Refusal::AlreadyAnswered),
            OfferState::Lapsed => Err(Refusal::Lapsed),
        }
    }

    pub(super) fn clear(&self, id: ReadoutHandle, cleared: bool, reason: Option<String>) -> Result<Decision, Refusal> {
        reason.iter().try_for_each(|reason| rules::clause(reason))?;
        let readout = self.state.readouts.get(&id).ok_or(Refusal::UnknownReadout)?;
        self.state.may_somewhere(Act::Clear, self.now)?;
        match readout.state() {
            ReadoutState::Published => return Err(Refusal::AlreadyPublished),
            ReadoutState::Withdrawn => return Err(Refusal::ReadoutWithdrawn),
            ReadoutState::Cleared if cleared => return Err(Refusal::AlreadyDecided),
            ReadoutState::ObjectedTo if !cleared => return Err(Refusal::AlreadyDecided),
            _ => {}
        }
        still_there(&readout.text)?;
        let revision = readout.revision;
        Ok(self.says(ToDesk::Clear { act: self.id, readout: id, revision, cleared, reason }))
    }

    pub(super) fn comment(&self, id: TextHandle, version: Option<u32>, words: String) -> Result<Decision, Refusal> {
        rules::text(&words)?;
        let text = self.state.texts.get(&id).ok_or(Refusal::UnknownText)?;
        self.state.authority(text.channel, Act::Answer, self.now)?;
        let last = text.versions.keys().next_back().copied();
        let version = version.or(last).filter(|version| text.versions.contains_key(version));
        let version = version.ok_or(Refusal::UnknownVersion)?;
        Ok(self.says(ToDesk::Comment { act: self.id, text: id, version, words }))
    }

    pub(super) fn publish_own(&self, readout: ReadoutHandle, text: String) -> Result<Decision, Refusal> {
        rules::text(&text)?;
        self.state.may_somewhere(Act::Clear, self.now)?;
        let taken = self.state.readouts.contains_key(&readout) || self.state.own_readouts.contains_key(&readout);
        if taken {
            return Err(Refusal::IdTaken);
        }
        let warnings = self.state.publishing_warnings(&text);
        let events = vec![Event::PublishedOwn { readout, text, on: self.now }];
        Ok(Decision { events, warnings, ..Decision::default() })
    }

    pub(super) fn retain(&self, days: Option<u32>) -> Result<Decision, Refusal> {
        let events = if self.state.retention == days { Vec::new() } else { vec![Event::RetentionSet { days }] };
        Ok(Decision { events, ..Decision::default() })
    }

    pub(super) fn forget(&self, matter: Matter) -> Result<Decision, Refusal> {
        let state = self.state;
        let there = match matter {
            Matter::Question(id) => state.questions.contains_key(&id),
            Matter::Proposal(id) => state.proposals.contains_key(&id),
            Matter::Offer(id) => state.offers.contains_key(&id),
            Matter::Readout(id) => state.readouts.contains_key(&id) || state.own_readouts.contains_key(&id),
            Matter::Text(id) => state.texts.contains_key(&id),
            Matter::Note(id) => state.disclosures.iter().any(|one| one.name() == id),
        };
        let events = vec![Event::Forgotten { matter }];
        if there { Ok(Decision { events, ..Decision::default() }) } else { Err(Refusal::MakesNoSense) }
    }
}

/// Nobody answers or clears words that are gone from here.
const fn still_there(words: &str) -> Result<(), Refusal> {
    if words.is_empty() { Err(Refusal::Erased) } else { Ok(()) }
}
