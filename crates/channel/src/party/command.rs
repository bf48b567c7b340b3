//! What a party's office can be told to do. Commands travel over the office's control socket as JSON:
//! `{"do": "recall", "item": "…"}`.

use serde::{Deserialize, Serialize};

use super::matters::Matter;
use crate::civil::Civil;
use crate::content::{Content, Lodging};
use crate::ids::{
    ChannelHandle, ConveyedId, ItemId, OfferHandle, PairHandle, ProposalHandle, QuestionId, ReadoutHandle, TextHandle,
};
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
    /// Approves the words that the desk put to this office, gives leave to use what was confided, or confirms what the
    /// desk wrote down.
    Approve {
        /// The item.
        item: ItemId,
    },
    /// Objects to the words that the desk put to this office, withholds leave to use what was confided, or says that what
    /// the desk wrote down was not said.
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
    /// Marks what was conveyed as read, at this office alone; of an oral message the desk is told.
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
    /// Lodges a declaration for a pair, sealed from everyone until all have lodged theirs.
    Declare {
        /// A new id.
        item: ItemId,
        /// The channel.
        channel: ChannelHandle,
        /// What is declared.
        content: Content,
        /// The pair; the channel's open one if left out.
        #[serde(default)]
        pair: Option<PairHandle>,
    },
    /// Answers a proposal, sealed from everyone until its time.
    Answer {
        /// The proposal.
        proposal: ProposalHandle,
        /// The numbers of the options that it would take, from 1; none is an answer too.
        takes: Vec<u8>,
    },
    /// Takes up an offer.
    TakeUp {
        /// The offer.
        offer: OfferHandle,
    },
    /// Declines an offer.
    Decline {
        /// The offer.
        offer: OfferHandle,
    },
    /// Clears a readout.
    Clear {
        /// The readout.
        readout: ReadoutHandle,
    },
    /// Objects to a readout.
    ObjectToReadout {
        /// The readout.
        readout: ReadoutHandle,
        /// Why, to the desk.
        #[serde(default)]
        reason: Option<String>,
    },
    /// Comments on a single negotiating text, to the desk alone.
    Comment {
        /// The text.
        text: TextHandle,
        /// Which version; the last if left out.
        #[serde(default)]
        version: Option<u32>,
        /// What is said to it.
        words: String,
    },
    /// Publishes a readout of this party's own, in its name alone.
    PublishOwn {
        /// A new id.
        readout: ReadoutHandle,
        /// The text.
        text: String,
    },
    /// Says for how many days words are kept after their end.
    Retain {
        /// The days; for ever if left out.
        #[serde(default)]
        days: Option<u32>,
    },
    /// Takes the words out of what is neither an item nor something conveyed.
    Forget {
        /// What.
        matter: Matter,
    },
}

fn every_act() -> Vec<Act> {
    Act::ALL.to_vec()
}
