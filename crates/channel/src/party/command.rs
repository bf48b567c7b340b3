//! What a party's office can be told to do. Commands travel over the office's control socket as JSON:
//! `{"do": "recall", "item": "…"}`.

use serde::{Deserialize, Serialize};

use crate::civil::Civil;
use crate::content::Lodging;
use crate::ids::{ChannelHandle, ConveyedId, ItemId, QuestionId};
use crate::vocabulary::{Act, Disposition};

/// One act of a party's office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
#[allow(clippy::large_enum_variant, reason = "these are handled one at a time")]
pub enum Command {
    /// The principal appoints an envoy, or appoints it anew.
    Appoint {
        /// The envoy's name.
        envoy: String,
        /// In what capacity.
        title: String,
        /// For which channels.
        channels: Vec<ChannelHandle>,
        /// For which acts; for all if left out.
        #[serde(default = "every_act")]
        may: Vec<Act>,
        /// Until when.
        #[serde(default)]
        until: Option<Civil>,
        /// Whether the principal countersigns what the envoy lodges.
        #[serde(default)]
        countersign: bool,
    },
    /// The principal revokes an envoy's mandate.
    Revoke {
        /// The envoy.
        envoy: String,
    },
    /// Gives the desk an item to convey.
    Lodge(Lodging),
    /// Tells the desk something for the desk alone.
    Confide {
        /// A new id.
        item: ItemId,
        /// The channel that it is about.
        channel: ChannelHandle,
        /// What is told.
        text: String,
        /// From when on it is void.
        lapses: Civil,
    },
    /// The principal countersigns what an envoy lodged.
    Countersign {
        /// The item.
        item: ItemId,
    },
    /// Takes an item back.
    Recall {
        /// The item.
        item: ItemId,
    },
    /// Approves the words that the desk put to this office, or gives leave to use what was confided.
    Approve {
        /// The item.
        item: ItemId,
    },
    /// Objects to the words that the desk put to this office, or withholds leave to use what was confided.
    Object {
        /// The item.
        item: ItemId,
        /// Why, to the desk.
        #[serde(default)]
        reason: Option<String>,
    },
    /// Disposes of what was conveyed.
    Dispose {
        /// What was conveyed.
        conveyed: ConveyedId,
        /// How.
        #[serde(rename = "as")]
        disposition: Disposition,
    },
    /// Says that a condition of an item has come about.
    Invoke {
        /// The item.
        item: ItemId,
        /// The number of the condition, from 1.
        condition: u8,
    },
    /// Answers a private question of the desk.
    Reply {
        /// The question.
        question: QuestionId,
        /// The answer.
        text: String,
    },
    /// Marks what was conveyed as read, at this office alone.
    Read {
        /// What was conveyed.
        conveyed: ConveyedId,
    },
    /// Erases words from this office: an item's or a conveyed one's.
    Erase {
        /// The item.
        #[serde(default)]
        item: Option<ItemId>,
        /// What was conveyed.
        #[serde(default)]
        conveyed: Option<ConveyedId>,
    },
}

fn every_act() -> Vec<Act> {
    Act::ALL.to_vec()
}
