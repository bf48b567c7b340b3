//! What was heard and said of pairs, proposals, offers, readouts and texts. The same letter twice changes nothing the
//! second time.

use std::collections::BTreeMap;

use super::end;
use crate::civil::Civil;
use crate::ids::{ActId, ItemId};
use crate::letters::{ToDesk, ToParty};
use crate::party::matters::{Comment, Disclosed, Matter, NegotiatingText, Offer, Pair, Proposal, Readout};
use crate::party::state::{Author, Doing, Standing, State};
use crate::refusal::Refusal;

impl ToParty {
    /// Whether the letter is of something that is neither an item nor conveyed.
    pub(super) const fn is_of_a_matter(&self) -> bool {
        matches!(
            self,
            Self::PairOpened { .. }
                | Self::OpeningAsked { .. }
                | Self::PairEnded { .. }
                | Self::KinDeclared { .. }
                | Self::Proposed { .. }
                | Self::KinAnsweredProposal { .. }
                | Self::Revealed { .. }
                | Self::Offered { .. }
                | Self::KinAnsweredOffer { .. }
                | Self::ReadoutDrafted { .. }
                | Self::KinCleared { .. }
                | Self::ReadoutPublished { .. }
                | Self::ReadoutWithdrawn { .. }
                | Self::Tabled { .. }
                | Self::KinCommented { .. }
                | Self::InterestDeclared { .. }
                | Self::CoMediated { .. }
                | Self::Disclosed { .. }
        )
    }
}

pub(super) fn heard(state: &mut State, on: Civil, letter: ToParty) {
    match letter {
        ToParty::PairOpened { pair, channel, lapses } if !state.pairs.contains_key(&pair) => {
            let number = state.next();
            let (declared, blind, asked, ended) = (None, None, false, false);
            state.pairs.insert(pair, Pair { number, channel, lapses, declared, blind, asked, ended });
        }
        ToParty::OpeningAsked { pair } => change_pair(state, pair, |pair| pair.asked = true),
        ToParty::PairEnded { pair } => {
            let declared = state.pairs.get(&pair).and_then(|pair| pair.declared.clone());
            change_pair(state, pair, |pair| {
                pair.ended = true;
                pair.blind = None;
            });
            if let Some((_, item)) = declared {
                void_declaration(state, item);
            }
        }
        ToParty::KinDeclared { envoy, pair, item } => {
            change_pair(state, pair, |pair| pair.declared = Some((Author::kin(envoy), item)));
        }
        ToParty::Proposed { proposal, channel, number, options, opens_at, reveal_at }
            if !state.proposals.contains_key(&proposal) =>
        {
            let made = Proposal {
                number: state.next(),
                in_channel: number,
                channel,
                options,
                opens_at,
                reveal_at,
                answered: None,
                sealed: None,
                opened: false,
                common: None,
            };
            state.proposals.insert(proposal, made);
        }
        ToParty::KinAnsweredProposal { envoy, proposal } => {
            if let Some(proposal) = state.proposals.get_mut(&proposal) {
                proposal.answered = Some(Author::kin(envoy));
            }
        }
        ToParty::Revealed { proposal, common } => {
            if let Some(proposal) = state.proposals.get_mut(&proposal) {
                proposal.common.get_or_insert(common);
                proposal.sealed = None;
            }
        }
        ToParty::Offered { offer, channel, text, lapses } if !state.offers.contains_key(&offer) => {
            let number = state.next();
            state.offers.insert(offer, Offer { number, channel, text, lapses, answered: None });
        }
        ToParty::KinAnsweredOffer { envoy, offer, taken_up } => {
            if let Some(offer) = state.offers.get_mut(&offer) {
                offer.answered = Some((Author::kin(envoy), taken_up));
            }
        }
        other => in_public(state, on, other),
    }
}

/// Readouts, texts, and what the desk tells all its parties.
fn in_public(state: &mut State, on: Civil, letter: ToParty) {
    match letter {
        ToParty::ReadoutDrafted { readout, text, mentions, revision } => {
            let number = state.readouts.get(&readout).map(|before| before.number);
            let number = number.unwrap_or_else(|| state.next());
            let (cleared, published, withdrawn) = (None, None, false);
            let made = Readout { number, text, revision, mentions, stirred: on, cleared, published, withdrawn };
            state.readouts.insert(readout, made);
        }
        ToParty::KinCleared { envoy, readout, cleared, revision } => {
            if let Some(readout) = state.readouts.get_mut(&readout).filter(|one| one.revision == revision) {
                readout.cleared = Some((Author::kin(envoy), cleared));
                readout.stirred = on;
            }
        }
        ToParty::ReadoutPublished { readout, on: day } => {
            if let Some(readout) = state.readouts.get_mut(&readout) {
                readout.published = Some(day);
                readout.stirred = on;
            }
        }
        ToParty::ReadoutWithdrawn { readout } => {
            if let Some(readout) = state.readouts.get_mut(&readout) {
                readout.withdrawn = true;
                readout.stirred = on;
            }
        }
        ToParty::Tabled { text, channel, version, words } => {
            if !state.texts.contains_key(&text) {
                let number = state.next();
                let (stirred, versions, comments) = (on, BTreeMap::new(), Vec::new());
                state.texts.insert(text, NegotiatingText { number, channel, stirred, versions, comments });
            }
            if let Some(text) = state.texts.get_mut(&text) {
                text.stirred = on;
                text.versions.entry(version).or_insert(words);
            }
        }
        ToParty::KinCommented { envoy, text, version, words } => {
            if let Some(text) = state.texts.get_mut(&text) {
                text.stirred = on;
                text.comments.push(Comment { act: None, by: Author::kin(envoy), version, words });
            }
        }
        ToParty::InterestDeclared { number, words, on } => {
            state.interests.entry(number).or_insert((words, on));
        }
        ToParty::CoMediated { channel, desk } => {
            if let Some(channel) = state.channels.get_mut(&channel).filter(|one| !one.co_mediators.contains(&desk)) {
                channel.co_mediators.push(desk);
            }
        }
        ToParty::Disclosed { of, occasion, on } => {
            let made = Disclosed { of, occasion, on };
            if !state.disclosures.contains(&made) {
                state.disclosures.push(made);
            }
        }
        _ => {}
    }
}

/// The pair of a declaration has ended: nothing comes of it any more.
pub(super) fn void_declaration(state: &mut State, item: ItemId) {
    if state.items.get(&item).is_some_and(|item| item.standing == Standing::Open) {
        end(state, item, Standing::Voided, None);
    }
}

fn change_pair(state: &mut State, pair: crate::PairHandle, with: impl FnOnce(&mut Pair)) {
    if let Some(pair) = state.pairs.get_mut(&pair) {
        with(pair);
    }
}

/// Takes in what this office said of a matter, and notes how to undo it.
pub(super) fn said(state: &mut State, on: Civil, letter: ToDesk) -> Option<Doing> {
    Some(match letter {
        ToDesk::Declare { pair, item, .. } => {
            change_pair(state, pair, |pair| pair.declared = Some((Author::ThisOffice, item)));
            Doing::Declared(pair, item)
        }
        ToDesk::Answer { proposal, .. } => {
            if let Some(proposal) = state.proposals.get_mut(&proposal) {
                proposal.answered = Some(Author::ThisOffice);
            }
            Doing::Answered(proposal)
        }
        ToDesk::OpenAnswer { proposal, .. } => {
            if let Some(proposal) = state.proposals.get_mut(&proposal) {
                proposal.opened = true;
            }
            return None;
        }
        ToDesk::AnswerOffer { offer, taken_up, .. } => {
            if let Some(offer) = state.offers.get_mut(&offer) {
                offer.answered = Some((Author::ThisOffice, taken_up));
            }
            Doing::AnsweredOffer(offer)
        }
        ToDesk::Clear { readout, revision, cleared, .. } => {
            let draft = state.readouts.get_mut(&readout).filter(|one| one.revision == revision);
            let before = draft.and_then(|draft| {
                draft.stirred = on;
                draft.cleared.replace((Author::ThisOffice, cleared))
            });
            Doing::Cleared(readout, revision, before)
        }
        ToDesk::Comment { act, text, version, words } => {
            if let Some(text) = state.texts.get_mut(&text) {
                text.stirred = on;
                text.comments.push(Comment { act: Some(act), by: Author::ThisOffice, version, words });
            }
            Doing::Commented(text)
        }
        _ => return None,
    })
}

/// The desk refused something that this office said of a matter.
pub(super) fn undo(state: &mut State, act: ActId, doing: Doing, reason: Refusal) {
    match doing {
        Doing::Declared(pair, item) => {
            change_pair(state, pair, |pair| {
                if pair.declared.as_ref().is_some_and(|(_, id)| *id == item) {
                    pair.declared = None;
                    pair.blind = None;
                }
            });
            end(state, item, Standing::Returned, Some(reason.to_string()));
        }
        Doing::Answered(proposal) => {
            if let Some(proposal) = state.proposals.get_mut(&proposal) {
                proposal.sealed = None;
                if reason != Refusal::AlreadyAnswered {
                    proposal.answered = None;
                }
            }
        }
        Doing::AnsweredOffer(offer) if reason != Refusal::AlreadyAnswered => {
            if let Some(offer) = state.offers.get_mut(&offer) {
                offer.answered = None;
            }
        }
        Doing::Cleared(readout, revision, before) if reason != Refusal::AlreadyDecided => {
            if let Some(readout) = state.readouts.get_mut(&readout).filter(|one| one.revision == revision) {
                readout.cleared = before;
            }
        }
        Doing::Commented(text) => {
            if let Some(text) = state.texts.get_mut(&text) {
                text.comments.retain(|one| one.act != Some(act));
            }
        }
        _ => {}
    }
}

/// Takes every word out of a matter.
pub(super) fn forget(state: &mut State, matter: Matter) {
    match matter {
        Matter::Question(id) => {
            if let Some(question) = state.questions.get_mut(&id) {
                question.text.clear();
                question.reply.iter_mut().for_each(|(_, text)| text.clear());
            }
        }
        Matter::Proposal(id) => {
            if let Some(proposal) = state.proposals.get_mut(&id) {
                proposal.options.iter_mut().for_each(String::clear);
                // What this office would take goes too: an answer that was not opened is not opened any more.
                proposal.sealed = None;
            }
        }
        Matter::Offer(id) => {
            if let Some(offer) = state.offers.get_mut(&id) {
                offer.text.clear();
            }
        }
        Matter::Readout(id) => {
            if let Some(readout) = state.readouts.get_mut(&id) {
                readout.text.clear();
            }
            if let Some(readout) = state.own_readouts.get_mut(&id) {
                readout.text.clear();
            }
        }
        Matter::Text(id) => {
            if let Some(text) = state.texts.get_mut(&id) {
                text.versions.values_mut().for_each(String::clear);
                text.comments.iter_mut().for_each(|one| one.words.clear());
            }
        }
        Matter::Note(id) => {
            for one in state.disclosures.iter_mut().filter(|one| one.name() == id) {
                one.occasion.clear();
            }
        }
    }
}
