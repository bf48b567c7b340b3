//! What is common to all that is no item: who is told of it, which channel a command is about, and what an office that
//! sees a channel anew is shown of what is open in it.

use super::{Decision, Event, Officer};
use crate::civil::Civil;
use crate::conveyance::Tie;
use crate::desk::command::Command;
use crate::desk::matter::Matter;
use crate::desk::record::Mandate;
use crate::desk::release::as_known;
use crate::desk::state::{AtSeat, Channel, Seat, State};
use crate::ids::{ChannelId, ItemId, PartyId, SeatId};
use crate::letters::ToParty;
use crate::naming;
use crate::refusal::Refusal;
use crate::vocabulary::{Act, ProposalState};
use crate::words::Name;

impl State {
    /// What one of these handles names at a seat.
    pub(super) fn at_seat(&self, seat: SeatId, handle: Name) -> Option<AtSeat> {
        self.at_seats.get(&(seat, handle)).copied()
    }

    /// The offices of a party that may do such an act in a channel at this moment.
    pub(super) fn seats_that_may(&self, party: PartyId, channel: ChannelId, act: Act, now: Civil) -> Vec<SeatId> {
        let may = |seat: &SeatId| self.may(*seat, channel, act, now).is_ok();
        self.seats_of(party).map(|(seat, _)| seat).filter(may).collect()
    }

    /// Items, as a seat knows them; those that it does not know are left out.
    pub(super) fn ties_at(&self, seat: SeatId, items: &[ItemId]) -> Vec<Tie> {
        let party = self.seats.get(&seat).map(|holder| holder.party);
        items.iter().filter_map(|item| as_known(self, seat, party?, *item)).collect()
    }
}

impl Officer<'_> {
    /// A channel that is open.
    pub(super) fn open(&self, channel: ChannelId) -> Result<&Channel, Refusal> {
        let found = self.state.channels.get(&channel).ok_or(Refusal::UnknownChannel)?;
        if found.closed { Err(Refusal::Closed) } else { Ok(found) }
    }

    /// The parties of a channel that are named, or all of them.
    pub(super) fn named(channel: &Channel, named: &[PartyId]) -> Result<Vec<PartyId>, Refusal> {
        if named.iter().any(|party| !channel.parties.contains(party)) {
            return Err(Refusal::NoAddressee);
        }
        let wanted = |party: &&PartyId| named.is_empty() || named.contains(party);
        Ok(channel.parties.iter().filter(wanted).copied().collect())
    }

    /// Tells each office of these parties that may do such an act in a channel; each party has one, or nobody is told.
    pub(super) fn tell_those_who_may(
        &self,
        (channel, act): (ChannelId, Act),
        parties: &[PartyId],
        of: Option<Name>,
        letter: impl Fn(&Seat) -> ToParty,
        decision: &mut Decision,
    ) -> Result<(), Refusal> {
        for party in parties {
            let seats = self.state.seats_that_may(*party, channel, act, self.now);
            if seats.is_empty() {
                return Err(Refusal::NoOffice);
            }
            for seat in seats {
                if let Some(holder) = self.state.seats.get(&seat) {
                    decision.tell(seat, letter(holder), of);
                }
            }
        }
        Ok(())
    }

    pub(super) fn forget(&self, matter: Matter) -> Result<Decision, Refusal> {
        let state = self.state;
        let there = match matter {
            Matter::Question(id) => state.questions.contains_key(&id),
            Matter::Proposal(id) => state.proposals.contains_key(&id),
            Matter::Offer(id) => state.offers.contains_key(&id),
            Matter::Readout(id) => state.readouts.contains_key(&id),
            Matter::Text(id) => state.texts.contains_key(&id),
            Matter::Note(id) => state.notes.iter().any(|note| note.id == id),
        };
        if there { Ok(Decision::of(Event::Forgotten { matter })) } else { Err(Refusal::MakesNoSense) }
    }
}

/// The channel that a command is about; none for what is the house's.
pub(super) fn channel_of(state: &State, command: &Command) -> Option<ChannelId> {
    let of_item = |item: &ItemId| state.items.get(item).map(|item| item.channel);
    match command {
        Command::Render { item, .. }
        | Command::Release { item }
        | Command::Return { item, .. }
        | Command::Correct { item, .. }
        | Command::Admit { item }
        | Command::UseConfided { item }
        | Command::Erase { item }
        | Command::Translate { item, .. }
        | Command::Same { item, .. }
        | Command::Distinct { item, .. }
        | Command::NoteStatement { item, .. } => of_item(item),
        Command::Ask { channel, .. }
        | Command::Outreach { channel, .. }
        | Command::Pair { channel, .. }
        | Command::Propose { channel, .. }
        | Command::Offer { channel, .. }
        | Command::Table { channel, .. } => Some(*channel),
        Command::Intake(intake) => Some(intake.channel),
        Command::ReleasePair { pair } => state.pairs.get(pair).map(|pair| pair.channel),
        Command::Draft { channel, .. } => *channel,
        Command::Publish { readout } | Command::WithdrawReadout { readout } => state.readouts.get(readout)?.channel,
        _ => None,
    }
}

/// What an office that sees a channel from now on is shown of what is open in it, with the names of whose words it is. A
/// principal's office has no mandate, for it needs none.
pub(super) fn show_open(
    state: &State,
    (seat, holder): (SeatId, &Seat),
    channel: ChannelId,
    mandate: Option<&Mandate>,
    now: Civil,
) -> Vec<(ToParty, Option<Name>)> {
    let handle = naming::channel_handle(holder.key, channel);
    let may = |act: Act| mandate.is_none_or(|mandate| mandate.may.contains(&act));
    let mut letters = Vec::new();
    let co_mediators = state.channels.get(&channel).map(|one| one.co_mediators.clone()).unwrap_or_default();
    letters.extend(co_mediators.into_iter().map(|desk| (ToParty::CoMediated { channel: handle, desk }, None)));
    if may(Act::Lodge) {
        let open = state.pairs.iter().filter(|(_, pair)| pair.channel == channel && pair.is_live());
        letters.extend(open.map(|(id, pair)| {
            let pair_handle = naming::pair_handle(holder.key, *id);
            (ToParty::PairOpened { pair: pair_handle, channel: handle, lapses: pair.lapses }, None)
        }));
    }
    if may(Act::Answer) {
        letters.extend(open_to_answers(state, (seat, holder), channel, now));
    }
    if may(Act::Clear) {
        letters.extend(super::readouts::open(state, (seat, holder), Some(channel)));
    }
    letters
}

/// What is open in a channel to whoever may answer the desk there. What was forgotten here has no words to be shown.
fn open_to_answers(
    state: &State,
    (seat, holder): (SeatId, &Seat),
    channel: ChannelId,
    now: Civil,
) -> Vec<(ToParty, Option<Name>)> {
    let mut letters = Vec::new();
    let of_channel = state.proposals.iter().filter(|(_, one)| one.channel == channel);
    let open = of_channel.filter(|(_, one)| state.proposal_state(one) == ProposalState::Open && one.has_words());
    letters.extend(open.map(|(id, one)| (super::proposals::shown(holder, *id, one), Some(id.0))));
    let offers = state.offers.iter().filter(|(_, one)| one.channel == channel && one.to.contains(&holder.party));
    let open = offers.filter(|(_, one)| now < one.lapses && !one.answers.contains_key(&holder.party));
    let open = open.filter(|(_, one)| !one.text.is_empty());
    letters.extend(open.map(|(id, one)| (super::offers::shown(holder, *id, one), Some(id.0))));
    let asked = state.questions.iter().filter(|(_, one)| one.asked.channel == channel && one.asked.to == holder.party);
    let open = asked.filter(|(_, one)| one.reply.is_none() && !one.asked.text.is_empty());
    let open = open.filter(|(_, one)| !one.asked.principal_only || holder.envoy.is_none());
    letters.extend(open.map(|(id, one)| (super::asking::shown(state, (seat, holder), *id, &one.asked), Some(id.0))));
    let texts = state.texts.iter().filter(|(_, text)| text.channel == channel && text.has_words());
    letters.extend(
        texts.flat_map(|(id, text)| {
            super::texts::shown(holder, *id, text).into_iter().map(|letter| (letter, Some(id.0)))
        }),
    );
    letters
}
