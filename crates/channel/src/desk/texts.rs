//! Single negotiating texts, as the desk holds them: a text that the desk alone owns, in versions, with each side's
//! comments private to that side and the desk; and the desk's declarations of interest.

use super::state::{AtSeat, State};
use crate::civil::Civil;
use crate::ids::{ChannelId, PartyId, SeatId, TextId};

/// A single negotiating text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NegotiatingText {
    /// In which order it came.
    pub number: u64,
    /// Its channel.
    pub channel: ChannelId,
    /// When something was last done with it: tabled, commented, or its channel closed.
    pub stirred: Civil,
    /// Its versions, the first being number 1.
    pub versions: Vec<Version>,
    /// What parties said to it, in order.
    pub comments: Vec<Comment>,
}

/// One version of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// The words.
    pub words: String,
    /// By which officer.
    pub officer: String,
    /// When it was tabled.
    pub on: Civil,
}

/// What a party said to a version.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The party.
    pub party: PartyId,
    /// From which of its offices.
    pub seat: SeatId,
    /// To which version.
    pub version: u32,
    /// What.
    pub words: String,
    /// When the desk learnt of it.
    pub on: Civil,
}

/// An interest of the desk's own, as it declared it to all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Interest {
    /// The words.
    pub words: String,
    /// By which officer.
    pub officer: String,
    /// When.
    pub on: Civil,
}

impl NegotiatingText {
    /// Whether its versions have not been forgotten.
    pub(super) fn has_words(&self) -> bool {
        self.versions.iter().any(|version| !version.words.is_empty())
    }
}

impl State {
    pub(super) fn tabled(&mut self, id: TextId, channel: ChannelId, version: Version) {
        if !self.texts.contains_key(&id) {
            let number = self.next();
            let (stirred, versions, comments) = (version.on, Vec::new(), Vec::new());
            self.texts.insert(id, NegotiatingText { number, channel, stirred, versions, comments });
            let parties = self.channels.get(&channel).map(|one| one.parties.clone()).unwrap_or_default();
            self.index_matter(&parties, AtSeat::Text(id));
        }
        if let Some(text) = self.texts.get_mut(&id) {
            text.stirred = version.on;
            text.versions.push(version);
        }
    }

    pub(super) fn commented(&mut self, id: TextId, seat: SeatId, version: u32, words: String, on: Civil) {
        let Some(party) = self.seats.get(&seat).map(|holder| holder.party) else { return };
        if let Some(text) = self.texts.get_mut(&id) {
            text.stirred = on;
            text.comments.push(Comment { party, seat, version, words, on });
        }
    }
}
