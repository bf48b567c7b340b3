//! What the office does with items of its own.

use super::{Actor, Decision, Event};
use crate::civil::Civil;
use crate::content::{Content, Lodging};
use crate::ids::{ChannelHandle, ItemId};
use crate::letters::ToDesk;
use crate::lint::content_warnings;
use crate::party::state::{Item, Leave, Standing};
use crate::refusal::Refusal;
use crate::rules;
use crate::vocabulary::{Act, ItemState};
use crate::warning::Warning;

impl Actor<'_> {
    pub(super) fn lodge(&self, lodging: Lodging) -> Result<Decision, Refusal> {
        let state = self.state;
        let lodging = Lodging { content: rules::dated(lodging.content, self.now), ..lodging };
        state.authority(lodging.channel, Act::Lodge, self.now)?;
        if state.items.contains_key(&lodging.item) {
            return Err(Refusal::IdTaken);
        }
        rules::lodging(&lodging, self.now)?;
        let others = state.channels.get(&lodging.channel).map(|channel| channel.others.as_slice()).unwrap_or_default();
        if lodging.to.iter().any(|number| !others.iter().any(|other| other.number == *number)) {
            return Err(Refusal::NoAddressee);
        }
        for tied in lodging.reaffirms.iter().chain(&lodging.supersedes) {
            let tied = state.items.get(tied).filter(|item| !item.confided).ok_or(Refusal::UnknownItem)?;
            if tied.lodging.channel != lodging.channel {
                return Err(Refusal::OtherChannel);
            }
        }
        let replaced = lodging.supersedes.and_then(|id| state.items.get(&id));
        if replaced.is_some_and(|item| state.is_replaced(item, self.now)) {
            return Err(Refusal::Superseded);
        }
        let mut warnings = content_warnings(&lodging.content, &state.own_names());
        warnings.extend(self.answering(&lodging)?);
        let said = self.says(ToDesk::Lodge { act: self.id, lodging });
        Ok(Decision { warnings, ..said })
    }

    /// What whoever answers should know of what is answered.
    fn answering(&self, lodging: &Lodging) -> Result<Vec<Warning>, Refusal> {
        let Some(answered) = lodging.answers else { return Ok(Vec::new()) };
        let received = self.received(answered)?;
        if received.conveyance.channel != lodging.channel {
            return Err(Refusal::OtherChannel);
        }
        let mut warnings = Vec::new();
        match received.state_at(self.now) {
            // Nobody answers what nobody read.
            ItemState::LapsedUnread => return Err(Refusal::Lapsed),
            ItemState::Lapsed => warnings.push(Warning::AnswersLapsed),
            _ => {}
        }
        if received.superseded_by.is_some() {
            warnings.push(Warning::AnswersSuperseded);
        }
        Ok(warnings)
    }

    pub(super) fn confide(
        &self,
        item: ItemId,
        channel: ChannelHandle,
        text: String,
        lapses: Civil,
    ) -> Result<Decision, Refusal> {
        self.state.authority(channel, Act::Lodge, self.now)?;
        if self.state.items.contains_key(&item) {
            return Err(Refusal::IdTaken);
        }
        rules::content(&Content::new(text.clone(), lapses), self.now)?;
        Ok(self.says(ToDesk::Confide { act: self.id, item, channel, text, lapses }))
    }

    pub(super) fn countersign(&self, id: ItemId) -> Result<Decision, Refusal> {
        self.principal_only()?;
        let item = self.item(id, Act::Lodge)?;
        self.stands(item)?;
        if item.standing != Standing::AwaitingCountersign {
            return Err(Refusal::NoCountersign);
        }
        Ok(self.says(ToDesk::Countersign { act: self.id, item: id }))
    }

    /// The desk alone knows whether it is too late for it.
    pub(super) fn recall(&self, id: ItemId) -> Result<Decision, Refusal> {
        let item = self.item(id, Act::Lodge)?;
        self.stands(item)?;
        Ok(self.says(ToDesk::Recall { act: self.id, item: id }))
    }

    pub(super) fn decided(&self, id: ItemId, approved: bool, reason: Option<String>) -> Result<Decision, Refusal> {
        reason.iter().try_for_each(|reason| rules::clause(reason))?;
        let item = self.item(id, Act::Approve)?;
        self.stands(item)?;
        let act = self.id;
        if item.is_to_confirm() {
            return Ok(self.says(ToDesk::Confirm { act, item: id, confirmed: approved, reason }));
        }
        let renditions: Vec<_> = item.undecided().map(|words| words.rendition).collect();
        if renditions.is_empty() {
            return match item.leave {
                Leave::Asked => Ok(self.says(ToDesk::Leave { act, item: id, given: approved })),
                Leave::NotAsked if item.asked.is_empty() && item.confirmed.is_none() => Err(Refusal::NothingToApprove),
                _ => Err(Refusal::AlreadyDecided),
            };
        }
        Ok(self.says(match approved {
            true => ToDesk::Approve { act, item: id, renditions },
            false => ToDesk::Object { act, item: id, renditions, reason },
        }))
    }

    pub(super) fn invoke(&self, id: ItemId, condition: u8) -> Result<Decision, Refusal> {
        let item = self.item(id, Act::Lodge)?;
        self.stands(item)?;
        if !(1..=item.lodging.content.conditions.len()).contains(&usize::from(condition)) {
            return Err(Refusal::UnknownCondition);
        }
        if item.conveyed.is_empty() {
            return Err(Refusal::NotReleased);
        }
        if item.invocations.iter().any(|one| one.condition == condition) {
            return Err(Refusal::AlreadyInvoked);
        }
        Ok(self.says(ToDesk::Invoke { act: self.id, item: id, condition }))
    }

    pub(super) fn erase_item(&self, id: ItemId) -> Result<Decision, Refusal> {
        let item = self.state.items.get(&id).ok_or(Refusal::UnknownItem)?;
        let events = if item.erased { Vec::new() } else { vec![Event::ErasedItem { item: id }] };
        Ok(Decision { events, ..Decision::default() })
    }

    /// Whether something may still be done with an item.
    fn stands(&self, item: &Item) -> Result<(), Refusal> {
        match item.state_at(self.now) {
            ItemState::Erased => Err(Refusal::Erased),
            ItemState::Recalled => Err(Refusal::Recalled),
            ItemState::Returned => Err(Refusal::Returned),
            ItemState::Voided if item.superseded_by.is_some() => Err(Refusal::Superseded),
            ItemState::Voided => Err(Refusal::Voided),
            ItemState::Lapsed | ItemState::LapsedUnread => Err(Refusal::Lapsed),
            _ => Ok(()),
        }
    }
}
