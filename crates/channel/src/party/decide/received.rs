//! What the office does with what was conveyed to it, and with the desk's private questions.

use super::{Actor, Decision, Event};
use crate::ids::{ConveyedId, QuestionId};
use crate::letters::ToDesk;
use crate::party::state::Received;
use crate::refusal::Refusal;
use crate::rules::{self, form_rule};
use crate::vocabulary::{Act, Disposition, ItemState};

impl Actor<'_> {
    pub(super) fn dispose(&self, id: ConveyedId, disposition: Disposition) -> Result<Decision, Refusal> {
        let received = self.received(id)?;
        self.state.authority(received.conveyance.channel, Act::Dispose, self.now)?;
        still_there(received)?;
        if received.has_lapsed(self.now) {
            return Err(Refusal::Lapsed);
        }
        if disposition == Disposition::ReturnedUnread && received.read {
            return Err(Refusal::WasRead);
        }
        Ok(self.says(ToDesk::Dispose { act: self.id, conveyed: id, disposition }))
    }

    pub(super) fn reply(&self, id: QuestionId, text: String) -> Result<Decision, Refusal> {
        rules::text(&text)?;
        let question = self.state.questions.get(&id).ok_or(Refusal::UnknownQuestion)?;
        self.state.authority(question.channel, Act::Answer, self.now)?;
        if question.reply.is_some() {
            return Err(Refusal::AlreadyReplied);
        }
        if self.now >= question.lapses {
            return Err(Refusal::Lapsed);
        }
        if question.text.is_empty() {
            return Err(Refusal::Erased);
        }
        Ok(self.says(ToDesk::Reply { act: self.id, question: id, text }))
    }

    pub(super) fn read(&self, id: ConveyedId) -> Result<Decision, Refusal> {
        let received = self.received(id)?;
        still_there(received)?;
        if received.state_at(self.now) == ItemState::LapsedUnread {
            return Err(Refusal::Lapsed);
        }
        if received.read {
            return Ok(Decision::default());
        }
        let read = Event::Read { conveyed: id };
        if !form_rule(received.conveyance.form).read_is_told {
            return Ok(Decision { events: vec![read], ..Decision::default() });
        }
        let mut decision = self.says(ToDesk::HasRead { act: self.id, conveyed: id });
        decision.events.insert(0, read);
        Ok(decision)
    }

    pub(super) fn erase_conveyed(&self, id: ConveyedId) -> Result<Decision, Refusal> {
        let received = self.received(id)?;
        let events = if received.erased { Vec::new() } else { vec![Event::ErasedConveyed { conveyed: id }] };
        Ok(Decision { events, ..Decision::default() })
    }
}

fn still_there(received: &Received) -> Result<(), Refusal> {
    if received.erased { Err(Refusal::Erased) } else { Ok(()) }
}
