//! What follows from what comes to a party's office. One file for each purpose: what its people do with items of its own
//! and with what was conveyed to it, and what the desk's letters may say.

mod heard;
mod items;
mod matters;
mod received;
mod time;

use super::state::{Item, Received, State};
use super::{Command, Decision, Event, Input};
use crate::civil::Civil;
use crate::content::Mandate;
use crate::ids::{ActId, ConveyedId, ItemId};
use crate::letters::ToDesk;
use crate::refusal::Refusal;
use crate::rules;
use crate::sealed::Blind;
use crate::vocabulary::Act;

/// What follows from an input. For a letter of the desk an error says that it makes no sense and is to be set aside.
///
/// # Errors
/// Why nothing follows.
pub fn decide(state: &State, input: Input, now: Civil) -> Result<Decision, Refusal> {
    match input {
        Input::Command { id, .. } if state.acts.contains(&id) => Ok(Decision::default()),
        Input::Command { id, command, blind } => Actor { state, id, now }.does(command, blind),
        Input::Letter(letter) => heard::heard(state, letter, now),
        Input::Echo(letter) => heard::recovered(state, letter, now),
        Input::Tick => Ok(time::tick(state, now)),
    }
}

/// The next moment at which [`Input::Tick`] has something to do; none where nothing waits for a time.
#[must_use]
pub fn due(state: &State, now: Civil) -> Option<Civil> {
    time::due(state, now)
}

/// Whoever works at the office, at a moment.
struct Actor<'a> {
    state: &'a State,
    id: ActId,
    now: Civil,
}

impl Actor<'_> {
    fn does(&self, command: Command, blind: Blind) -> Result<Decision, Refusal> {
        match command {
            Command::Appoint { envoy, title, channels, may, until, countersign } => {
                self.appoint(Mandate { envoy, title, channels, may, until, countersign })
            }
            Command::Revoke { envoy } => self.revoke(envoy),
            Command::Lodge(lodging) => self.lodge(lodging),
            Command::Confide { item, channel, text, lapses } => self.confide(item, channel, text, lapses),
            Command::Countersign { item } => self.countersign(item),
            Command::Recall { item } => self.recall(item),
            Command::Approve { item } => self.decided(item, true, None),
            Command::Object { item, reason } => self.decided(item, false, reason),
            Command::Invoke { item, condition } => self.invoke(item, condition),
            Command::Dispose { conveyed, disposition } => self.dispose(conveyed, disposition),
            Command::Reply { question, text } => self.reply(question, text),
            Command::Read { conveyed } => self.read(conveyed),
            Command::Erase { item: Some(item), conveyed: None } => self.erase_item(item),
            Command::Erase { item: None, conveyed: Some(conveyed) } => self.erase_conveyed(conveyed),
            Command::Erase { .. } => Err(Refusal::NameOne),
            Command::Declare { item, channel, content, pair } => self.declare(item, channel, content, pair, blind),
            Command::Answer { proposal, takes } => self.answer(proposal, takes, blind),
            Command::TakeUp { offer } => self.answer_offer(offer, true),
            Command::Decline { offer } => self.answer_offer(offer, false),
            Command::Clear { readout } => self.clear(readout, true, None),
            Command::ObjectToReadout { readout, reason } => self.clear(readout, false, reason),
            Command::Comment { text, version, words } => self.comment(text, version, words),
            Command::PublishOwn { readout, text } => self.publish_own(readout, text),
            Command::Retain { days } => self.retain(days),
            Command::Forget { matter } => self.forget(matter),
        }
    }

    /// The office says this to the desk.
    fn says(&self, letter: ToDesk) -> Decision {
        let said = Event::Said { on: self.now, letter: letter.clone() };
        Decision { events: vec![said], letters: vec![letter], warnings: Vec::new() }
    }

    fn principal_only(&self) -> Result<(), Refusal> {
        let welcome = self.state.welcome.as_ref().ok_or(Refusal::NotWelcomed)?;
        if welcome.envoy.is_none() { Ok(()) } else { Err(Refusal::PrincipalOnly) }
    }

    fn appoint(&self, mandate: Mandate) -> Result<Decision, Refusal> {
        self.principal_only()?;
        rules::name(&mandate.envoy)?;
        rules::name(&mandate.title)?;
        rules::at_most(mandate.channels.len(), rules::MANY)?;
        if mandate.channels.is_empty() || mandate.channels.iter().any(|one| !self.state.channels.contains_key(one)) {
            return Err(Refusal::UnknownChannel);
        }
        if mandate.until.is_some_and(|until| until <= self.now) {
            return Err(Refusal::UntilInPast);
        }
        Ok(self.says(ToDesk::Appoint { act: self.id, mandate }))
    }

    fn revoke(&self, envoy: String) -> Result<Decision, Refusal> {
        self.principal_only()?;
        match self.state.envoys.get(&envoy) {
            None => Err(Refusal::UnknownEnvoy),
            Some(appointed) if appointed.revoked => Err(Refusal::Revoked),
            Some(_) => Ok(self.says(ToDesk::Revoke { act: self.id, envoy })),
        }
    }

    /// An item of this party with which this office may do such an act.
    fn item(&self, id: ItemId, act: Act) -> Result<&Item, Refusal> {
        let item = self.state.items.get(&id).ok_or(Refusal::UnknownItem)?;
        self.state.authority(item.lodging.channel, act, self.now)?;
        Ok(item)
    }

    fn received(&self, id: ConveyedId) -> Result<&Received, Refusal> {
        self.state.received.get(&id).ok_or(Refusal::UnknownConveyed)
    }
}
