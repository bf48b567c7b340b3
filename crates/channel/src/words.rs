//! Whose words a letter or an event carries, and the same without them: what an office needs so that erasing an item
//! erases every trace of its words and leaves the record whole.
//!
//! An item is named here by the sixteen bytes of its id, be it an item's own or one of something conveyed.

use crate::content::{Content, Lodging, RenditionCopy, Wording};
use crate::conveyance::{Conveyance, Correction};
use crate::desk::{self, Rendition};
use crate::letters::{ToDesk, ToParty};
use crate::naming;
use crate::party;
use crate::sealed::Blind;
use crate::vocabulary::Disposition;

const RETURNED: Disposition = Disposition::ReturnedUnread;

/// What takes the place of a blind that is gone.
const NO_BLIND: Blind = Blind([0; 32]);

/// Sixteen bytes that name an item at one office.
pub type Name = [u8; 16];

fn lodging(lodging: &Lodging) -> Lodging {
    Lodging { content: lodging.content.erased(), ..lodging.clone() }
}

fn copy(copy: &RenditionCopy) -> RenditionCopy {
    RenditionCopy { wording: copy.wording.erased(), ..copy.clone() }
}

fn rendition(rendition: &Rendition) -> Rendition {
    Rendition { wording: rendition.wording.erased(), ..rendition.clone() }
}

fn conveyance(conveyance: &Conveyance) -> Conveyance {
    Conveyance { wording: conveyance.wording.erased(), ..conveyance.clone() }
}

impl ToDesk {
    /// The item whose words the letter carries; none where it carries none.
    #[must_use]
    pub const fn item(&self) -> Option<Name> {
        match self {
            Self::Lodge { lodging, .. } => Some(lodging.item.0),
            Self::Confide { item, .. }
            | Self::Object { item, .. }
            | Self::Confirm { item, .. }
            | Self::OpenDeclaration { item, .. } => Some(item.0),
            Self::Reply { question, .. } => Some(question.0),
            Self::Clear { readout, .. } => Some(readout.0),
            Self::Comment { text, .. } => Some(text.0),
            _ => None,
        }
    }

    /// The same letter without words of an item.
    #[must_use]
    pub fn without_words(&self) -> Self {
        let mut letter = self.clone();
        match &mut letter {
            Self::Lodge { lodging: of, .. } => *of = lodging(of),
            Self::Confide { text, .. } | Self::Reply { text, .. } => text.clear(),
            Self::Object { reason, .. } | Self::Clear { reason, .. } | Self::Confirm { reason, .. } => *reason = None,
            // Without its blind, what binds to the words confirms no guess of them.
            Self::OpenDeclaration { content, blind, .. } => (*content, *blind) = (content.erased(), NO_BLIND),
            Self::Comment { words, .. } => words.clear(),
            _ => {}
        }
        letter
    }
}

impl ToParty {
    /// The item whose words the letter carries, as its addressee names it; none where it carries none.
    #[must_use]
    pub fn item(&self) -> Option<Name> {
        match self {
            Self::Convey(conveyance) => Some(conveyance.id.0),
            Self::Corrected(correction) => Some(correction.of.0),
            Self::ApprovalAsked { item, .. }
            | Self::ConveyedInYourName { item, .. }
            | Self::Returned { item, .. }
            | Self::InvocationReturned { item, .. } => Some(item.0),
            Self::KinLodged { lodging, .. } | Self::IntakeNoted { lodging } => Some(lodging.item.0),
            Self::Asked { question, .. } | Self::KinReplied { question, .. } => Some(question.0),
            Self::Proposed { proposal, .. } => Some(proposal.0),
            Self::Offered { offer, .. } => Some(offer.0),
            Self::ReadoutDrafted { readout, .. } => Some(readout.0),
            Self::Tabled { text, .. } | Self::KinCommented { text, .. } => Some(text.0),
            Self::Disclosed { of, on, .. } => Some(naming::disclosed(of, *on).0),
            _ => None,
        }
    }

    /// The same letter without words of an item.
    #[must_use]
    pub fn without_words(&self) -> Self {
        let mut letter = self.clone();
        match &mut letter {
            Self::Convey(released) => *released = released.without(conveyance),
            Self::Corrected(released) => {
                *released =
                    released.without(|one: &Correction| Correction { wording: one.wording.erased(), ..one.clone() });
            }
            Self::ApprovalAsked { words, .. } | Self::ConveyedInYourName { words, .. } => *words = copy(words),
            Self::Returned { reason, .. } | Self::InvocationReturned { reason, .. } => reason.clear(),
            Self::KinLodged { lodging: of, .. } | Self::IntakeNoted { lodging: of } => *of = lodging(of),
            Self::Asked { text, .. } | Self::KinReplied { text, .. } | Self::Offered { text, .. } => text.clear(),
            Self::ReadoutDrafted { text, .. } => text.clear(),
            Self::Proposed { options, .. } => options.iter_mut().for_each(String::clear),
            Self::Tabled { words, .. } | Self::KinCommented { words, .. } => words.clear(),
            Self::Disclosed { occasion, .. } => occasion.clear(),
            _ => {}
        }
        letter
    }
}

impl party::Event {
    /// The item whose words the event carries; none where it carries none.
    #[must_use]
    pub fn item(&self) -> Option<Name> {
        match self {
            Self::Said { letter, .. } => letter.item(),
            Self::Heard { letter, .. } => letter.item(),
            Self::Declared { item, .. } => Some(item.0),
            Self::Answered { proposal, .. } => Some(proposal.0),
            Self::PublishedOwn { readout, .. } => Some(readout.0),
            _ => None,
        }
    }

    /// The item whose words this event erases, if it is an erasure.
    #[must_use]
    pub const fn erased(&self) -> Option<Name> {
        match self {
            Self::ErasedItem { item } => Some(item.0),
            Self::Forgotten { matter } => Some(matter.name()),
            Self::ErasedConveyed { conveyed }
            // What is handed back unread is gone, whichever of the party's offices hands it back.
            | Self::Said { letter: ToDesk::Dispose { conveyed, disposition: RETURNED, .. }, .. }
            | Self::Heard { letter: ToParty::KinDisposed { conveyed, disposition: RETURNED, .. }, .. } => {
                Some(conveyed.0)
            }
            _ => None,
        }
    }

    /// The same event without words of an item.
    #[must_use]
    pub fn without_words(&self) -> Self {
        match self {
            Self::Said { on, letter } => Self::Said { on: *on, letter: letter.without_words() },
            Self::Heard { on, letter } => Self::Heard { on: *on, letter: letter.without_words() },
            Self::Declared { item, channel, pair, content, on, .. } => Self::Declared {
                item: *item,
                channel: *channel,
                pair: *pair,
                content: content.erased(),
                blind: NO_BLIND,
                on: *on,
            },
            Self::Answered { proposal, .. } => {
                Self::Answered { proposal: *proposal, takes: Vec::new(), blind: NO_BLIND }
            }
            Self::PublishedOwn { readout, on, .. } => {
                Self::PublishedOwn { readout: *readout, text: String::new(), on: *on }
            }
            other => other.clone(),
        }
    }
}

impl desk::Event {
    /// The item whose words the event carries; none where it carries none.
    #[must_use]
    pub fn item(&self) -> Option<Name> {
        match self {
            Self::Unplaced { letter, .. } => letter.item(),
            Self::ItemLodged { lodged, .. } => Some(lodged.item.0),
            Self::Rendered { item, .. }
            | Self::ObjectedTo { item, .. }
            | Self::Returned { item, .. }
            | Self::PendingDeclined { item, .. }
            | Self::ReleaseRecovered { item, .. } => Some(item.0),
            Self::ConveyanceRecovered { conveyance, .. } => Some(conveyance.id.0),
            Self::Confirmed { item, .. } | Self::Translated { item, .. } | Self::DeclarationOpened { item, .. } => {
                Some(item.0)
            }
            Self::Asked { question, .. } | Self::Replied { question, .. } => Some(question.0),
            Self::Proposed { proposal, .. } => Some(proposal.0),
            Self::Offered { offer, .. } => Some(offer.0),
            Self::Drafted { readout, .. } | Self::Cleared { readout, .. } => Some(readout.0),
            Self::Tabled { text, .. } | Self::Commented { text, .. } => Some(text.0),
            Self::Disclosed { note, .. } | Self::StatementNoted { note, .. } | Self::Exposed { note, .. } => {
                Some(note.0)
            }
            _ => None,
        }
    }

    /// The item whose words this event erases, if it is an erasure.
    #[must_use]
    pub const fn erased(&self) -> Option<Name> {
        match self {
            Self::Erased { item } => Some(item.0),
            Self::Forgotten { matter } => Some(matter.name()),
            _ => None,
        }
    }

    /// The same event without words of an item.
    #[must_use]
    pub fn without_words(&self) -> Self {
        let mut event = self.clone();
        match &mut event {
            Self::ItemLodged { lodged, .. } => lodged.content = Content::erased(&lodged.content),
            Self::Rendered { rendition: of, .. } => *of = rendition(of),
            Self::ReleaseRecovered { words: of, .. } => *of = copy(of),
            Self::ObjectedTo { reason, .. } => *reason = None,
            Self::Returned { reason, .. } | Self::PendingDeclined { reason, .. } => reason.clear(),
            Self::Unplaced { letter, .. } => *letter = letter.without_words(),
            Self::ConveyanceRecovered { conveyance: of, .. } => of.wording = Wording::erased(&of.wording),
            Self::Confirmed { reason, .. } | Self::Cleared { reason, .. } => *reason = None,
            Self::Translated { translation, .. } => *translation = translation.erased(),
            Self::DeclarationOpened { content, .. } => *content = content.erased(),
            Self::Asked { text, .. }
            | Self::Replied { text, .. }
            | Self::Offered { text, .. }
            | Self::Drafted { text, .. } => text.clear(),
            Self::Proposed { options, .. } => options.iter_mut().for_each(String::clear),
            Self::Tabled { words, .. } | Self::Commented { words, .. } => words.clear(),
            Self::Disclosed { occasion, .. } => occasion.clear(),
            Self::StatementNoted { words, occasion, .. } => {
                words.clear();
                occasion.clear();
            }
            Self::Exposed { text, matches, .. } => {
                text.clear();
                matches.iter_mut().for_each(|one| one.places.clear());
            }
            _ => {}
        }
        event
    }
}
