//! What an officer can tell the desk to do. Commands travel over the office's control socket as JSON:
//! `{"do": "render", "item": "…", …}`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::civil::Civil;
use crate::ids::{ChannelId, ItemId, PartyId, QuestionId, SeatId, SeatKey};
use crate::vocabulary::{Form, Label, Precedence, STATUS_BLOCK, Status};

/// One act of the desk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", rename_all_fields = "kebab-case", deny_unknown_fields)]
pub enum Command {
    /// Gives the desk its name and its officers; once.
    SetUp {
        /// The name that the parties are shown.
        name: String,
        /// Its officers; one, called "desk", if none is named.
        #[serde(default)]
        officers: Vec<String>,
        /// Whether who renders may not release.
        #[serde(default)]
        two_officers: bool,
    },
    /// Adds a party that the desk serves.
    AddParty {
        /// A new number.
        party: PartyId,
        /// Its name, which no other party is ever shown.
        name: String,
        /// Its principal's title.
        principal: String,
        /// What this party is shown for others.
        #[serde(default)]
        calls: BTreeMap<PartyId, String>,
    },
    /// Sets what one party is shown for another.
    SetLabel {
        /// The party that is shown the label.
        party: PartyId,
        /// The party that it stands for.
        other: PartyId,
        /// The label.
        label: String,
    },
    /// Seats a party's office, once its line is made. A new office for the same holder takes the old one's place.
    Enrol {
        /// A new number.
        seat: SeatId,
        /// Whose office.
        party: PartyId,
        /// The envoy's name; none for the principal's office.
        #[serde(default)]
        envoy: Option<String>,
        /// What desk and office name things by.
        key: SeatKey,
    },
    /// Opens a channel between two to six parties.
    OpenChannel {
        /// A new id.
        channel: ChannelId,
        /// Its name, which all its parties are shown.
        name: String,
        /// Its parties.
        parties: Vec<PartyId>,
        /// Its status block, for ever.
        #[serde(default = "status_block")]
        status: Vec<Status>,
    },
    /// Puts an item into the words in which it may be conveyed.
    Render {
        /// The item.
        item: ItemId,
        /// The words.
        words: String,
        /// What they are to the authentic text.
        label: Label,
        /// For which addressees; for all of the item's if none is named.
        #[serde(default)]
        to: Vec<PartyId>,
        /// Conditions in the desk's words; the author's if left out.
        #[serde(default)]
        conditions: Option<Vec<String>>,
        /// Reservations in the desk's words; the author's if left out.
        #[serde(default)]
        reservations: Option<Vec<String>>,
        /// Scope in the desk's words; the author's if left out.
        #[serde(default)]
        scope: Option<String>,
    },
    /// Lets an item go to its addressees, or what waits for release of it: corrections, invocations.
    Release {
        /// The item.
        item: ItemId,
    },
    /// Hands an item back to its author unconveyed, or declines what waits for release of it.
    Return {
        /// The item.
        item: ItemId,
        /// Why, to the author.
        reason: String,
    },
    /// Asks one party in private.
    Ask {
        /// A new id.
        question: QuestionId,
        /// The channel that it is about.
        channel: ChannelId,
        /// The party.
        to: PartyId,
        /// The question.
        text: String,
        /// Until when an answer is awaited; thirty days if left out.
        #[serde(default)]
        lapses: Option<Civil>,
    },
    /// Conveys the desk's own words, one text to all.
    Outreach {
        /// A new id.
        item: ItemId,
        /// The channel.
        channel: ChannelId,
        /// The words.
        text: String,
        /// From when on they are void.
        lapses: Civil,
        /// To whom; to all the channel's parties if none is named.
        #[serde(default)]
        to: Vec<PartyId>,
        /// How urgent; routine if left out.
        #[serde(default)]
        precedence: Option<Precedence>,
        /// In which form; a non-paper if left out.
        #[serde(default)]
        form: Option<Form>,
    },
    /// Corrects the desk's own rendition of an item that was released.
    Correct {
        /// The item.
        item: ItemId,
        /// The words that should have been conveyed.
        words: String,
        /// What they are to the authentic text; as before if left out.
        #[serde(default)]
        label: Option<Label>,
        /// For which addressees; for all of the item's if none is named.
        #[serde(default)]
        to: Vec<PartyId>,
    },
    /// Takes in what was held because its envoy's mandate was over.
    Admit {
        /// The item.
        item: ItemId,
    },
    /// Asks the party for leave to use what it confided.
    UseConfided {
        /// The confided item.
        item: ItemId,
    },
    /// Erases an item's words from the desk. What was conveyed stays with its addressee.
    Erase {
        /// The item.
        item: ItemId,
    },
    /// Closes a channel: what was not conveyed in it is void.
    Close {
        /// The channel.
        channel: ChannelId,
    },
}

fn status_block() -> Vec<Status> {
    STATUS_BLOCK.to_vec()
}
