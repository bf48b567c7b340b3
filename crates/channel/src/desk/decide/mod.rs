//! What follows from what comes to the desk. One file for each purpose: how the house is set up, what an officer does
//! with items, what parties' letters do, what the line tells, what a restored desk learns again.

mod asking;
mod carrying;
mod echo;
mod house;
mod intake;
mod letter;
mod line;
mod lodging;
mod mandates;
mod matters;
mod offers;
mod own_words;
mod pairs;
mod proposals;
mod readouts;
mod retention;
mod texts;
mod world_outside;

use super::record::{By, Standing};
use super::recovery;
use super::state::{Item, State};
use super::{Command, Decision, Event, Input, Outgoing};
use crate::civil::Civil;
use crate::ids::{ActId, ConveyedId, ItemId, SeatId};
use crate::letters::ToParty;
use crate::refusal::Refusal;
use crate::words::Name;

/// What follows from an input. An officer's command is refused by an error. A party's letter that breaks a rule is not:
/// the refusal goes back to its office as a letter; an error says that the letter makes no sense and is to be set aside.
///
/// # Errors
/// Why nothing follows.
pub fn decide(state: &State, input: Input, now: Civil) -> Result<Decision, Refusal> {
    let mut decision = match input {
        Input::Command { officer, id, command } => officer_acts(state, &officer, id, command, now)?,
        Input::Letter { from, letter } => letter::heard(state, from, letter, now)?,
        Input::Echo { to, letter } => echo::recovered(state, to, letter, now),
        Input::Ready { seat, conveyed } => line::ready(state, seat, conveyed, now),
        Input::Delivered { seat, conveyed } => line::delivered(state, seat, conveyed, now),
        Input::Tick => line::tick(state, now),
    };
    let traced = recovery::traced(state, &decision.events);
    decision.events.extend(traced);
    Ok(decision)
}

/// The next moment at which [`Input::Tick`] has something to do; none where nothing waits for a time.
#[must_use]
pub fn due(state: &State, now: Civil) -> Option<Civil> {
    line::due(state, now)
}

/// An officer, at a moment.
struct Officer<'a> {
    state: &'a State,
    name: &'a str,
    now: Civil,
}

fn officer_acts(state: &State, officer: &str, id: ActId, command: Command, now: Civil) -> Result<Decision, Refusal> {
    if state.acts.contains(&id) {
        return Ok(Decision::default());
    }
    let sets_up = matches!(command, Command::SetUp { .. });
    let known = state.set_up.as_ref().map(|set_up| set_up.officers.iter().any(|one| one == officer));
    match known {
        None if !sets_up => return Err(Refusal::NotSetUp),
        Some(false) => return Err(Refusal::UnknownOfficer),
        _ => {}
    }
    let second_desk = state.set_up.as_ref().and_then(|set_up| set_up.of_second_desks.get(officer));
    if let Some(desk) = second_desk {
        let channel = matters::channel_of(state, &command).and_then(|channel| state.channels.get(&channel));
        if !channel.is_some_and(|channel| channel.co_mediators.contains(desk)) {
            return Err(Refusal::OtherDesksOfficer);
        }
    }
    let mut decision = Officer { state, name: officer, now }.does(command)?;
    if !decision.events.is_empty() {
        decision.events.insert(0, Event::Acted { act: id, by: By::Officer(officer.to_owned()), on: now });
    }
    Ok(decision)
}

impl Officer<'_> {
    fn does(&self, command: Command) -> Result<Decision, Refusal> {
        match command {
            Command::SetUp { name, officers, two_officers } => self.set_up(name, officers, two_officers),
            Command::AddParty { party, name, principal, calls } => self.add_party(party, name, principal, calls),
            Command::SetLabel { party, other, label } => self.set_label(party, other, label),
            Command::Enrol { seat, party, envoy, key } => self.enrol(seat, party, envoy, key),
            Command::OpenChannel { channel, name, parties, status } => {
                self.open_channel(channel, name, parties, status)
            }
            Command::Close { channel } => self.close(channel),
            Command::AddOfficer { name, desk } => self.add_officer(name, desk),
            Command::RemoveOfficer { name } => self.remove_officer(name),
            Command::SetAddress { party, address } => self.set_address(party, address),
            Command::CoMediate { channel, desk } => self.co_mediate(channel, desk),
            Command::Retain { days } => self.retain(days),
            Command::Render { item, words, label, to, conditions, reservations, scope, translations } => {
                let terms = carrying::Terms { conditions, reservations, scope, translations };
                self.render(item, words, label, to, terms)
            }
            Command::Release { item } => self.release(item),
            Command::Return { item, reason } => self.hand_back(item, reason),
            Command::Correct { item, words, label, to, conditions, reservations, scope } => {
                let terms = carrying::Terms { conditions, reservations, scope, translations: Vec::new() };
                self.correct(item, words, label, to, terms)
            }
            Command::Admit { item } => self.admit(item),
            Command::Erase { item } => self.erase(item),
            Command::Translate { item, translation } => self.translate(item, translation),
            Command::Outreach { item, channel, text, lapses, to, precedence, form, own } => {
                self.outreach(own_words::Outreach { item, channel, text, lapses, to, precedence, form, own })
            }
            Command::Ask { question, channel, to, text, lapses, about, principal_only } => {
                self.ask(asking::Question { question, channel, to, text, lapses, about, principal_only })
            }
            Command::UseConfided { item } => self.use_confided(item),
            other => self.does_beside_items(other),
        }
    }

    /// What is no item, and what ties items to the world outside.
    fn does_beside_items(&self, command: Command) -> Result<Decision, Refusal> {
        match command {
            Command::Intake(intake) => self.intake(*intake),
            Command::Same { item, of } => self.same(item, of),
            Command::Distinct { item, of } => self.distinct(item, of),
            Command::Pair { pair, channel, lapses } => self.pair(pair, channel, lapses),
            Command::ReleasePair { pair } => self.release_pair(pair),
            Command::Propose { proposal, channel, options, reveal_at, subject } => {
                self.propose(proposal, channel, options, reveal_at, subject)
            }
            Command::Offer { offer, channel, text, to, lapses } => self.offer(offer, channel, text, to, lapses),
            Command::Draft { readout, text, concerns, mentions, channel } => {
                self.draft(readout, text, concerns, mentions, channel)
            }
            Command::Publish { readout } => self.publish(readout),
            Command::WithdrawReadout { readout } => self.withdraw_readout(readout),
            Command::Table { text, channel, words } => self.table(text, channel, words),
            Command::DeclareInterest { words } => self.declare_interest(words),
            Command::Disclose { note, items, occasion } => self.disclose(note, items, occasion),
            Command::NoteStatement { note, item, words, occasion } => self.note_statement(note, item, words, occasion),
            Command::Expose { note, text } => self.expose(note, text),
            Command::Forget { matter } => self.forget(matter),
            // Commands of the house and of items are taken before.
            _ => Err(Refusal::MakesNoSense),
        }
    }

    fn item(&self, id: ItemId) -> Result<&Item, Refusal> {
        self.state.items.get(&id).ok_or(Refusal::UnknownItem)
    }
}

impl Decision {
    fn of(event: Event) -> Self {
        Self { events: vec![event], ..Self::default() }
    }

    /// A letter that simply goes, with the words of an item in it if it names one.
    fn tell(&mut self, line: SeatId, letter: ToParty, of: Option<Name>) {
        self.letters.push(Outgoing { line, letter, held: None, of });
    }

    /// The same letter to each of these offices.
    fn tell_each(&mut self, lines: impl IntoIterator<Item = SeatId>, letter: &ToParty, of: Option<Name>) {
        lines.into_iter().for_each(|line| self.tell(line, letter.clone(), of));
    }

    fn take_back(&mut self, seat: SeatId, conveyed: ConveyedId) {
        self.events.push(Event::Withdrawn { seat, conveyed });
        self.withdraw.push((seat, conveyed));
    }

    /// Takes back what of an item can still be taken back.
    fn take_back_all(&mut self, item: &Item) {
        for sent in item.conveyances.iter().filter(|sent| !sent.called && !sent.withdrawn) {
            self.take_back(sent.dispatch.seat, sent.dispatch.id);
        }
    }

    /// Voids an item that is not with anyone yet. Its author is told where it had not been told that it was conveyed:
    /// after that, being told would tell it what its addressee's office has done.
    fn void(&mut self, state: &State, id: ItemId, item: &Item, now: Civil) {
        let ended = !matches!(item.standing, Standing::Open | Standing::AwaitingCountersign | Standing::Held);
        self.take_back_all(item);
        if !item.is_called() && !ended && !item.erased && !item.has_lapsed(now) {
            self.events.push(Event::Voided { item: id });
            if item.released.is_none() {
                self.tell_each(state.author_seats(item), &ToParty::Voided { item: id }, None);
            }
        }
    }
}
