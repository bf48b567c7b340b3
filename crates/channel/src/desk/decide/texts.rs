//! The single negotiating text, which the desk alone owns, and the desk's declarations of interest.

use super::letter::Heard;
use super::{Decision, Event, Officer};
use crate::desk::state::{AtSeat, Seat};
use crate::desk::texts::NegotiatingText;
use crate::ids::{ChannelId, SeatId, TextHandle, TextId};
use crate::letters::ToParty;
use crate::lint::words_warnings;
use crate::naming::{channel_handle, text_handle};
use crate::refusal::Refusal;
use crate::rules;
use crate::vocabulary::Act;

impl Officer<'_> {
    pub(super) fn table(&self, text: TextId, channel: ChannelId, words: String) -> Result<Decision, Refusal> {
        rules::text(&words)?;
        let parties = self.open(channel)?.parties.clone();
        let before = self.state.texts.get(&text);
        if before.is_some_and(|before| before.channel != channel) {
            return Err(Refusal::OtherChannel);
        }
        if before.is_some_and(|before| !before.has_words()) {
            return Err(Refusal::Erased);
        }
        let version = u32::try_from(before.map_or(0, |before| before.versions.len())).unwrap_or(u32::MAX);
        let version = version.saturating_add(1);
        let (officer, on, said) = (self.name.to_owned(), self.now, words.clone());
        let mut decision = Decision::of(Event::Tabled { text, channel, words: said, officer, on });
        decision.warnings.extend(words_warnings([&words]));
        let letter = |holder: &Seat| ToParty::Tabled {
            text: text_handle(holder.key, text),
            channel: channel_handle(holder.key, channel),
            version,
            words: words.clone(),
        };
        self.tell_those_who_may((channel, Act::Answer), &parties, Some(text.0), letter, &mut decision)?;
        Ok(decision)
    }

    pub(super) fn declare_interest(&self, words: String) -> Result<Decision, Refusal> {
        rules::clause(&words)?;
        let number = u32::try_from(self.state.interests.len()).unwrap_or(u32::MAX).saturating_add(1);
        let (officer, on) = (self.name.to_owned(), self.now);
        let mut decision = Decision::of(Event::InterestDeclared { words: words.clone(), officer, on });
        let state = self.state;
        let sees = |seat: &SeatId| state.channels.keys().any(|channel| state.sees(*seat, *channel, self.now));
        let principal = |holder: &Seat| holder.envoy.is_none() && !holder.retired;
        let told = state.seats.iter().filter(|(seat, holder)| principal(holder) || sees(seat));
        let seats = told.map(|(seat, _)| *seat);
        let letter = ToParty::InterestDeclared { number, words, on: self.now.day() };
        decision.tell_each(seats, &letter, None);
        Ok(decision)
    }
}

/// A text's versions, as an office is shown them.
pub(super) fn shown(holder: &Seat, id: TextId, text: &NegotiatingText) -> Vec<ToParty> {
    let versions = (1..).zip(&text.versions).map(|(version, one)| ToParty::Tabled {
        text: text_handle(holder.key, id),
        channel: channel_handle(holder.key, text.channel),
        version,
        words: one.words.clone(),
    });
    versions.collect()
}

impl Heard<'_> {
    pub(super) fn comment(&self, handle: TextHandle, version: u32, words: String) -> Result<Decision, Refusal> {
        rules::text(&words)?;
        let state = self.state;
        let Some(AtSeat::Text(id)) = state.at_seat(self.seat, handle.0) else { return Err(Refusal::UnknownText) };
        let text = state.texts.get(&id).ok_or(Refusal::UnknownText)?;
        state.may(self.seat, text.channel, Act::Answer, self.now)?;
        if state.is_closed(text.channel) {
            return Err(Refusal::Closed);
        }
        if !text.has_words() {
            return Err(Refusal::Erased);
        }
        let versions = u32::try_from(text.versions.len()).unwrap_or(u32::MAX);
        if !(1..=versions).contains(&version) {
            return Err(Refusal::UnknownVersion);
        }
        let (seat, on) = (self.seat, self.now);
        let mut decision = Decision::of(Event::Commented { text: id, seat, version, words: words.clone(), on });
        for kin in self.kin_that_may(text.channel, Act::Answer) {
            let Some(holder) = state.seats.get(&kin) else { continue };
            let (envoy, text, words) = (self.holder.envoy.clone(), text_handle(holder.key, id), words.clone());
            decision.tell(kin, ToParty::KinCommented { envoy, text, version, words }, Some(id.0));
        }
        Ok(decision)
    }
}
