//! The events of what is no item: pairs, proposals, offers, readouts, texts, notes; and of the house beside them.

use std::collections::BTreeMap;

use crate::desk::Event;
use crate::desk::matter::Matter;
use crate::desk::notes::{Note, Noted};
use crate::desk::offers::Offer;
use crate::desk::proposals::Proposal;
use crate::desk::readouts::{Clearance, Readout};
use crate::desk::state::State;
use crate::desk::texts::{Interest, Version};
use crate::ids::NoteId;

pub(super) fn changed(state: &mut State, event: Event) {
    match event {
        Event::OfficerAdded { name, desk } => {
            if let Some(set_up) = &mut state.set_up {
                set_up.officers.push(name.clone());
                set_up.of_second_desks.extend(desk.map(|desk| (name, desk)));
            }
        }
        Event::OfficerRemoved { name } => {
            if let Some(set_up) = &mut state.set_up {
                set_up.officers.retain(|officer| *officer != name);
                set_up.of_second_desks.remove(&name);
            }
        }
        Event::AddressSet { party, address } => {
            if let Some(party) = state.parties.get_mut(&party) {
                party.address = Some(address);
            }
        }
        Event::CoMediatorSet { channel, desk } => {
            if let Some(channel) = state.channels.get_mut(&channel).filter(|one| !one.co_mediators.contains(&desk)) {
                channel.co_mediators.push(desk);
            }
        }
        Event::RetentionSet { days } => state.retention = days,
        Event::PairOpened { pair, channel, lapses, on } => state.pair_opened(pair, channel, lapses, on),
        Event::Declared { pair, seat, item, lapses, commitment, on } => {
            state.declared(pair, seat, item, lapses, commitment, on);
        }
        Event::OpeningsAsked { pair } => {
            if let Some(pair) = state.pairs.get_mut(&pair) {
                pair.asked = true;
            }
        }
        Event::DeclarationOpened { pair, item, content } => state.declaration_opened(pair, item, content),
        Event::PairEnded { pair } => {
            if let Some(pair) = state.pairs.get_mut(&pair) {
                pair.ended = true;
            }
        }
        Event::PairReleased { pair, officer, on, dispatches } => state.pair_released(pair, &officer, on, &dispatches),
        Event::InterestDeclared { words, officer, on } => state.interests.push(Interest { words, officer, on }),
        Event::Offered { offer, channel, to, text, lapses, on } => {
            state.offered(offer, Offer { number: 0, channel, to, text, lapses, on, answers: BTreeMap::new() });
        }
        Event::OfferAnswered { offer, seat, taken_up, on } => state.offer_answered(offer, seat, taken_up, on),
        Event::Tabled { text, channel, words, officer, on } => {
            state.tabled(text, channel, Version { words, officer, on });
        }
        Event::Commented { text, seat, version, words, on } => state.commented(text, seat, version, words, on),
        other => in_public(state, other),
    }
}

/// Proposals, readouts and notes.
fn in_public(state: &mut State, event: Event) {
    let mut note = |id: NoteId, officer: String, on, what| state.notes.push(Note { id, officer, on, what });
    match event {
        Event::Disclosed { note: id, items, occasion, officer, on } => {
            note(id, officer, on, Noted::Disclosure { items, occasion });
        }
        Event::StatementNoted { note: id, item, words, occasion, officer, on } => {
            note(id, officer, on, Noted::Statement { item, words, occasion });
        }
        Event::Exposed { note: id, text, matches, officer, on } => {
            note(id, officer, on, Noted::Exposure { text, matches });
        }
        Event::Proposed { proposal, channel, subject, options, opens_at, reveal_at, on } => {
            let (answers, began, revealed) = (BTreeMap::new(), None, None);
            let (number, in_channel) = (0, 0);
            let made = Proposal {
                number,
                in_channel,
                channel,
                subject,
                options,
                opens_at,
                reveal_at,
                on,
                answers,
                began,
                revealed,
            };
            state.proposed(proposal, made);
        }
        Event::Answered { proposal, seat, commitment } => state.answered(proposal, seat, commitment),
        Event::OpeningBegan { proposal, on } => {
            if let Some(proposal) = state.proposals.get_mut(&proposal) {
                proposal.began = Some(on);
            }
        }
        Event::AnswerOpened { proposal, seat, takes } => state.answer_opened(proposal, seat, takes),
        Event::Revealed { proposal, common, on } => {
            if let Some(proposal) = state.proposals.get_mut(&proposal) {
                proposal.revealed = Some((common, on));
            }
        }
        Event::Drafted { readout, channel, text, concerns, mentions, officer, on } => {
            let made = Readout {
                number: 0,
                channel,
                text,
                revision: 0,
                concerns,
                mentions,
                drafted: (officer, on),
                stirred: on,
                clearances: BTreeMap::new(),
                published: None,
                withdrawn: false,
            };
            state.drafted(readout, made);
        }
        Event::Cleared { readout, seat, cleared, reason, on } => {
            state.cleared(readout, Clearance { seat, cleared, reason, on });
        }
        Event::Published { readout, officer, on } => {
            if let Some(readout) = state.readouts.get_mut(&readout) {
                readout.stirred = on;
                readout.published = Some((officer, on));
            }
        }
        Event::ReadoutWithdrawn { readout, on } => {
            if let Some(readout) = state.readouts.get_mut(&readout) {
                readout.stirred = on.unwrap_or(readout.stirred);
                readout.withdrawn = true;
            }
        }
        Event::Forgotten { matter } => forget(state, matter),
        _ => {}
    }
}

/// Takes every word out of a matter that is no item.
fn forget(state: &mut State, matter: Matter) {
    match matter {
        Matter::Question(id) => {
            if let Some(question) = state.questions.get_mut(&id) {
                question.asked.text.clear();
                question.reply.iter_mut().for_each(|reply| reply.text.clear());
            }
        }
        Matter::Proposal(id) => {
            if let Some(proposal) = state.proposals.get_mut(&id) {
                proposal.options.iter_mut().for_each(String::clear);
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
                readout.clearances.values_mut().for_each(|one| one.reason = None);
            }
        }
        Matter::Text(id) => {
            if let Some(text) = state.texts.get_mut(&id) {
                text.versions.iter_mut().for_each(|one| one.words.clear());
                text.comments.iter_mut().for_each(|one| one.words.clear());
            }
        }
        Matter::Note(id) => state.notes.iter_mut().filter(|note| note.id == id).for_each(Note::forget),
    }
    state.unplaced.retain(|(seat, letter)| {
        let at_seat = letter.item().and_then(|name| state.at_seats.get(&(*seat, name)));
        at_seat.and_then(|at| at.matter()) != Some(matter)
    });
}
