//! The invariants, as checks of a simulated world. Those that hold in any weather are here; what holds only while nobody forgets
//! what it said is [`super::storm`]'s, and what a desk that was put back is to be judged by is [`super::ledger`]'s.

use std::collections::BTreeMap;
use std::fmt;

use channel::assent::says_assent;
use channel::desk::{self, Carries};
use channel::{Label, OwnWords, SeatId, canonical, party};
use office::office::{Machine, OfficeError, TO_DESK};
use office::store::Table;
use office::view::View;

use super::world::{DESK, World};
use crate::play::Broken;

pub(super) fn broke(invariant: &str, who: &str, what: impl fmt::Display) -> Broken {
    Broken(format!("{invariant} is broken at {who}: {what}"))
}

fn failed(error: OfficeError) -> Broken {
    Broken(error.to_string())
}

/// Which offices have changed since they were last looked at.
#[derive(Default)]
pub(super) struct Watch {
    seen: BTreeMap<String, (u64, u64)>,
}

impl Watch {
    /// Checks what must hold at every moment, looking where something has changed, and says where that was.
    pub(super) fn look(&mut self, world: &mut World) -> Result<Vec<String>, Broken> {
        if let Some(why) = world.failed().first() {
            return Err(Broken(format!("an office failed though nothing was armed: {why}")));
        }
        forgets_keys(world)?;
        let mut changed = Vec::new();
        for who in world.names() {
            let starts = world.room(&who).map_or(0, super::world::Room::starts);
            let Some(journal) = world.office(&who).map(|office| office.pulse().journal) else { continue };
            if self.seen.insert(who.clone(), (starts, journal)) != Some((starts, journal)) {
                erased_is_gone(world, &who)?;
                shown(world, &who)?;
                changed.push(who);
            }
        }
        Ok(changed)
    }
}

/// `forgets_keys`: no office would open again a cell that it was just handed.
fn forgets_keys(world: &mut World) -> Result<(), Broken> {
    for handed in world.handed().to_vec() {
        let awaits = world.office(&handed.who).is_some_and(|office| office.awaits(handed.line, &handed.address));
        if awaits {
            return Err(broke("forgets_keys", &handed.who, "it has the key of a cell that it has opened"));
        }
    }
    Ok(())
}

/// `erased_is_gone`: the key of an item's words goes when the item is erased, and is nowhere on the disk.
fn erased_is_gone(world: &mut World, who: &str) -> Result<(), Broken> {
    let Some(office) = world.office(who) else { return Ok(()) };
    let erased: Vec<[u8; 16]> = match office.machine() {
        Machine::Desk(desk) => desk.items.iter().filter(|(_, item)| item.erased).map(|(id, _)| id.0).collect(),
        Machine::Party(party) => {
            let own = party.items.iter().filter(|(_, item)| item.erased).map(|(id, _)| id.0);
            own.chain(party.received.iter().filter(|(_, one)| one.erased).map(|(id, _)| id.0)).collect()
        }
    };
    for item in &erased {
        if office.keeps_words_of(item).map_err(failed)? {
            return Err(broke("erased_is_gone", who, "it has the key of words that were erased"));
        }
    }
    let due = office.scrub_is_due();
    let there =
        if erased.is_empty() || due { 0 } else { world.room(who).map_or(0, |room| room.disk.outdated(Table::ItemKey)) };
    if there > 0 { Err(broke("erased_is_gone", who, "an erased key is still on the disk")) } else { Ok(()) }
}

/// `both_or_neither` and `verbatim_is_verbatim` in what the desk knows, and `never_agreed` in what an office shows.
fn shown(world: &mut World, who: &str) -> Result<(), Broken> {
    let Some(office) = world.office(who) else { return Ok(()) };
    if let Machine::Desk(desk) = office.machine() {
        both_or_neither(desk)?;
        verbatim_is_verbatim(desk)?;
    }
    let view = office.view();
    match said(&view).into_iter().find(|word| *word != OwnWords::Assurance.word() && says_assent(word)) {
        Some(word) => Err(broke("never_agreed", who, format!("it shows \"{word}\""))),
        None => Ok(()),
    }
}

/// Nothing of a pair is on its way to anybody before all of it was lodged, opened and released. What a desk knows from echoes
/// alone comes to it one side after the other, and is left out.
fn both_or_neither(desk: &desk::State) -> Result<(), Broken> {
    for (id, pair) in &desk.pairs {
        let declared: Vec<_> = desk.items.values().filter(|item| item.pair == Some(*id)).collect();
        if declared.iter().flat_map(|item| &item.conveyances).all(|sent| sent.dispatch.had) {
            continue;
        }
        let parties = desk.channels.get(&pair.channel).map(|channel| channel.parties.as_slice()).unwrap_or_default();
        let whole = pair.released.is_some()
            && pair.all_declared(parties)
            && pair.declared.values().all(|one| one.opened)
            && pair
                .declared
                .values()
                .all(|one| desk.items.get(&one.item).is_some_and(|item| !item.conveyances.is_empty()));
        if !whole {
            return Err(broke("both_or_neither", DESK, "one declaration of a pair is sent without the other"));
        }
    }
    Ok(())
}

/// By the canonical form alone, and not by the rule that the desk itself goes by.
fn verbatim_is_verbatim(desk: &desk::State) -> Result<(), Broken> {
    // Of a declaration that was not opened there are no words to hold against what a restored desk learns of its release.
    for item in desk.items.values().filter(|item| !item.erased && desk.is_shown(item)) {
        let authentic = canonical(&item.content.text);
        let verbatim = item.renditions.iter().filter(|one| one.wording.label == Some(Label::Verbatim));
        if verbatim.into_iter().any(|one| canonical(&one.wording.words) != authentic) {
            return Err(broke("verbatim_is_verbatim", DESK, "other words than the author's are labelled verbatim"));
        }
    }
    Ok(())
}

/// Every word of a view that is the program's own and says how something stands. Warnings are left out: they quote authors.
fn said(view: &View) -> Vec<&str> {
    let mut said: Vec<&str> = Vec::new();
    for item in &view.items {
        let words = [&item.state, &item.side, &item.form, &item.precedence];
        said.extend(words.map(String::as_str));
        let more = [&item.label, &item.disposition, &item.disclosure, &item.handling, &item.own];
        said.extend(more.into_iter().flatten().map(String::as_str));
        said.extend(item.status.iter().map(String::as_str));
        said.extend(item.dispositions.iter().map(|one| one.disposition.as_str()));
        let copies = item.to_approve.iter().chain(&item.conveyed).chain(&item.corrected);
        said.extend(copies.filter_map(|copy| copy.label.as_deref()));
    }
    said.extend(view.pairs.iter().map(|pair| pair.state.as_str()));
    said.extend(view.proposals.iter().map(|proposal| proposal.state.as_str()));
    said.extend(view.offers.iter().map(|offer| offer.state.as_str()));
    said.extend(view.readouts.iter().map(|readout| readout.state.as_str()));
    said.extend(view.notes.iter().map(|note| note.kind.as_str()));
    said.extend(view.channels.iter().flat_map(|channel| &channel.status).map(String::as_str));
    said.extend(view.outstanding.iter().map(|matter| matter.waits_for.as_str()));
    said.extend(view.lines.iter().map(|line| line.state.as_str()));
    said.extend(view.mandates.iter().flat_map(|mandate| &mandate.may).map(String::as_str));
    said.extend(view.refusals.iter().map(|refusal| refusal.reason.as_str()));
    said
}

/// `once_and_in_order`: once settled, what one end has heard is what the other has said, letter by letter. Of what a
/// restored end does not know any more, the other end's copy is the record.
pub(super) fn once_and_in_order(world: &mut World) -> Result<(), Broken> {
    for who in world.names() {
        let Some(line) = open_line(world, &who) else { continue };
        let Some(here) = world.office(&who).map(|office| office.letters(TO_DESK)).transpose().map_err(failed)? else {
            continue;
        };
        let there = world.office(DESK).map(|office| office.letters(line)).transpose().map_err(failed)?;
        let Some(there) = there else { continue };
        for (said, heard) in [(&here.0, &there.1), (&there.0, &here.1)] {
            if !heard.keys().copied().eq(1..=heard.len() as u64) {
                return Err(broke("once_and_in_order", &who, "a letter was passed over"));
            }
            for (number, hash) in heard {
                let differs = |said: &[u8; 32]| hash.is_some_and(|heard| heard != *said);
                if said.get(number).and_then(Option::as_ref).is_some_and(differs) {
                    return Err(broke(
                        "once_and_in_order",
                        &who,
                        format!("letter {number} is not the one that was sent"),
                    ));
                }
            }
            let last = |letters: &office::LetterHashes| letters.keys().next_back().copied().unwrap_or(0);
            if last(said) > last(heard) {
                return Err(broke("once_and_in_order", &who, format!("letter {} is missing", last(said))));
            }
        }
    }
    Ok(())
}

/// `once_and_in_order`, seen from the channel: what the desk says was delivered is with its addressee's office, once settled.
/// What it knows from that office's own echo alone it cannot say again, nor what rests on that, nor what it has erased since.
pub(super) fn delivered_is_there(world: &mut World) -> Result<(), Broken> {
    for who in world.names() {
        let Some(line) = open_line(world, &who) else { continue };
        let Some(Machine::Desk(desk)) = world.office(DESK).map(|office| office.machine()) else { continue };
        let here = |sent: &&desk::Sent| sent.dispatch.seat == SeatId(line) && !sent.withdrawn;
        let kept = desk.items.values().filter(|item| !item.erased);
        let sent: Vec<_> = kept.flat_map(|item| &item.conveyances).filter(here).copied().collect();
        let echoed = |id: channel::ConveyedId| sent.iter().any(|sent| sent.dispatch.id == id && sent.dispatch.had);
        let rests_on_echo = |dispatch: &desk::Dispatch| match dispatch.carries {
            Carries::Item { .. } => dispatch.had,
            Carries::Correction { of, .. } | Carries::Invocation { of, .. } => echoed(of),
        };
        let delivered = sent.iter().filter(|sent| sent.delivered.is_some()).map(|sent| sent.dispatch);
        let said: Vec<desk::Dispatch> = delivered.filter(|dispatch| !rests_on_echo(dispatch)).collect();
        let Some(Machine::Party(party)) = world.office(&who).map(|office| office.machine()) else { continue };
        if let Some(missing) = said.iter().find(|dispatch| !has(party, dispatch)) {
            let what = format!("the desk says that it has {}, and it has not", missing.id);
            return Err(broke("once_and_in_order", &who, what));
        }
    }
    Ok(())
}

fn has(party: &party::State, dispatch: &desk::Dispatch) -> bool {
    match dispatch.carries {
        Carries::Item { .. } => party.received.contains_key(&dispatch.id),
        Carries::Correction { of, .. } => {
            let received = party.received.get(&of);
            received.is_some_and(|one| one.corrections.iter().any(|correction| correction.id == dispatch.id))
        }
        Carries::Invocation { condition, of } => {
            let received = party.received.get(&of);
            received.is_some_and(|one| one.invoked.iter().any(|(number, _)| *number == condition))
        }
    }
}

/// The line of a party's office that is not cut off, at the desk.
fn open_line(world: &World, who: &str) -> Option<u32> {
    world.room(who).filter(|room| !room.cut)?;
    world.line_at_desk(who)
}

/// Every journal verifies when its office is opened again, and says of the office what it was.
pub(super) fn reopened(world: &mut World) -> Result<(), Broken> {
    for who in world.names() {
        let Some(before) = world.office(&who).map(|office| copy(office.machine())) else { continue };
        world.kill(&who);
        let mut after = None;
        for _ in 0..4 {
            world.start(&who).map_err(failed)?; // perhaps into a crash that is still armed, and that spends itself
            after = after.or(world.office(&who).map(|office| copy(office.machine())));
        }
        if after != Some(before) {
            return Err(Broken(format!("{who} is not what its journal says")));
        }
    }
    Ok(())
}

#[derive(PartialEq, Eq)]
enum Copy {
    Desk(Box<desk::State>),
    Party(Box<party::State>),
}

fn copy(machine: &Machine) -> Copy {
    match machine {
        Machine::Desk(state) => Copy::Desk(state.clone()),
        Machine::Party(state) => Copy::Party(state.clone()),
    }
}
