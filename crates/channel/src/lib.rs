//! What the desk and the parties know and do: two pure state machines of one form, [`desk`] and [`party`].
//!
//! ```text
//! decide(&state, input, now) -> Result<Decision, Refusal>      what follows: events, letters, warnings
//! evolve(&mut state, &event)                                   the state is the journal, folded
//! ```
//!
//! A [`letters`] letter is what travels inside a line; [`envelope`] writes letters and events down. Nothing here does IO
//! or knows the time, and nothing is random: ids come in with the commands or are computed from what both ends of a line
//! hold ([`naming`]). Sealing, storing, delivering and showing are not here.

pub mod assent;
pub mod cabinet;
pub mod canonical;
pub mod civil;
pub mod content;
pub mod conveyance;
pub mod desk;
pub mod envelope;
pub mod ids;
pub mod letters;
pub mod lint;
pub mod matching;
pub mod naming;
pub mod outstanding;
pub mod party;
pub mod refusal;
pub mod rules;
pub mod sealed;
pub mod touch;
pub mod vocabulary;
pub mod warning;
pub mod words;

pub use canonical::canonical;
pub use civil::{Civil, Day};
pub use content::{Content, Lodging, Mandate, Other, RenditionCopy, Translation, Wording};
pub use conveyance::{Conveyance, Correction, InvocationNotice, Origin, Tie};
pub use ids::{
    ActId, ChannelHandle, ChannelId, ConveyedId, ItemId, NoteId, OfferHandle, OfferId, PairHandle, PairId, PartyId,
    ProposalHandle, ProposalId, QuestionId, ReadoutHandle, ReadoutId, RenditionId, SeatId, SeatKey, TextHandle, TextId,
};
pub use letters::{ToDesk, ToParty};
pub use outstanding::{Outstanding, Thing};
pub use refusal::Refusal;
pub use sealed::Blind;
pub use vocabulary::{
    Act, Disclosure, Disposition, Form, Grade, Handling, ItemState, Label, OfferState, OwnWords, PairState, Precedence,
    ProposalState, ReadoutState, STATUS_BLOCK, Status, Touches, Waiting,
};
pub use warning::Warning;
