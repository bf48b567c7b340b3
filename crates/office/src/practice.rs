//! What commands are made of and what is known of words, for who shows an office and depends on it alone.
//!
//! It is the practice's own, from `channel`; nothing is decided here, and no state is reached by it.

pub use channel::matching::script;
pub use channel::rules::{FormRule, UNLABELLED, form_rule};
pub use channel::{
    Act, ActId, ChannelHandle, ChannelId, Civil, Content, ConveyedId, Disclosure, Disposition, Form, Grade, Handling,
    ItemId, ItemState, Label, Lodging, NoteId, OfferHandle, OfferId, OfferState, OwnWords, PairHandle, PairId,
    PairState, PartyId, Precedence, ProposalHandle, ProposalId, ProposalState, QuestionId, ReadoutHandle, ReadoutId,
    ReadoutState, Refusal, STATUS_BLOCK, Status, TextHandle, TextId, Touches, Translation, Waiting, Warning, canonical,
    desk, lint, party,
};
