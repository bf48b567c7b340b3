//! Why something was not done. Each refusal is one sentence of what went wrong and what to do; none has room for
//! anyone's text, so none can carry one side's words to the other.

use minicbor::{Decode, Encode};

macro_rules! refusals {
    ($($(#[$doc:meta])* $n:literal $name:ident ($word:literal) = $text:literal,)+) => {
        /// The reason for which a command or a letter was refused, as a person reads it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Encode, Decode, thiserror::Error)]
        #[cbor(index_only)]
        pub enum Refusal {
            $($(#[$doc])* #[n($n)] #[error($text)] $name,)+
        }

        impl Refusal {
            /// Every reason there is.
            pub const ALL: &'static [Self] = &[$(Self::$name),+];

            /// The word for it, as a page looks it up in its reader's language.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self {
                    $(Self::$name => $word,)+
                }
            }
        }
    };
}

refusals! {
    // What is not there.
    /// No such item.
    0 UnknownItem ("unknown-item") = "there is no such item here: look it up and name it as this office does",
    /// No such conveyed item.
    1 UnknownConveyed ("unknown-conveyed") = "nothing of that name was conveyed here: look it up and name it as this office does",
    /// No such channel.
    2 UnknownChannel ("unknown-channel") = "there is no such channel here: name one that this office sees",
    /// No such party.
    3 UnknownParty ("unknown-party") = "there is no such party: add it first, or name one of the channel's",
    /// No such seat.
    4 UnknownSeat ("unknown-seat") = "no office is enrolled there: enrol it first",
    /// No such envoy.
    5 UnknownEnvoy ("unknown-envoy") = "there is no envoy of that name: appoint it first, or check the name",
    /// No such question.
    6 UnknownQuestion ("unknown-question") = "there is no such question: look it up and name it as this office does",
    /// No such officer.
    7 UnknownOfficer ("unknown-officer") = "there is no officer of that name at this desk: name one of its officers",
    /// No such condition.
    8 UnknownCondition ("unknown-condition") = "the item has no condition of that number: count its conditions from 1",
    /// The desk has not been set up.
    9 NotSetUp ("not-set-up") = "the desk has no name yet: set it up first",
    /// The desk has not written to this office.
    10 NotWelcomed ("not-welcomed") = "the desk's first letter is not here yet: wait until the line is established",
    /// Neither an item nor a conveyed one was named, or both were.
    11 NameOne ("name-one") = "neither an item nor something conveyed was named, or both were: name one of them",

    // What is there already.
    /// The desk is set up.
    12 AlreadySetUp ("already-set-up") = "the desk is set up already: its name and officers stay",
    /// The id names something else.
    13 IdTaken ("id-taken") = "that id names something else already: make a new one",
    /// The approval, objection or countersign was given.
    14 AlreadyDecided ("already-decided") = "this was decided already: nothing more is asked of you for it",
    /// The question was answered.
    15 AlreadyReplied ("already-replied") = "the question was answered already: wait for the desk to ask again",
    /// The condition was invoked.
    16 AlreadyInvoked ("already-invoked") = "that condition was invoked already: the desk has it",

    // Shapes and bounds.
    /// Nothing where something must be.
    17 Empty ("empty") = "words are missing: give a text, and a name where one is asked for",
    /// Too long.
    18 TooLong ("too-long") = "this is too long: shorten it, or send it in parts",
    /// Too many.
    19 TooMany ("too-many") = "these are too many: give fewer",
    /// Too few or too many parties.
    20 TwoToSix ("two-to-six") = "a channel has two to six different parties: name that many",
    /// Nobody to convey to.
    21 NoAddressee ("no-addressee") = "an addressee is missing or is not another party of the channel: name one or more of the others",
    /// The party has no office.
    22 NoOffice ("no-office") = "an addressee has no office enrolled for this channel: enrol it first",
    /// The lapse time is over.
    23 LapsesInPast ("lapses-in-past") = "the lapse time is past already, so it would have lapsed at once: give a later one",
    /// The window is empty.
    24 EmptyWindow ("empty-window") = "the times leave no moment to convey it: put not-before ahead of not-after and of the lapse time",
    /// A personal message names whose it is.
    25 OnWhoseBehalf ("on-whose-behalf") = "a personal message says on whose behalf it is: name the principal",
    /// Only personal messages name a principal or a carrier.
    26 PersonalOnly ("personal-only") = "only a personal message names on whose behalf it is or its carrier: leave them out, or change the form",
    /// A tie across channels.
    27 OtherChannel ("other-channel") = "what this is tied to belongs to another channel: lodge it there, or leave the tie out",

    // Who may.
    /// Not the author's.
    28 NotYours ("not-yours") = "this is not an item of your own: only its author or the principal may do that",
    /// Only the principal.
    29 PrincipalOnly ("principal-only") = "only the principal's office may do that: ask the principal",
    /// Not covered by a mandate.
    30 NotMandated ("not-mandated") = "not mandated: no mandate covers this channel and this act; ask the principal to appoint you for it",
    /// The mandate is over.
    31 MandateOver ("mandate-over") = "not mandated: the mandate's time is over; ask the principal to appoint you anew",
    /// The mandate was revoked.
    32 Revoked ("revoked") = "the mandate was revoked: ask the principal, who may appoint you anew",
    /// Two officers are needed.
    33 SameOfficer ("same-officer") = "who rendered it may not release it: ask another officer to release it",

    // Where an item stands.
    /// Conveyed, or past recalling.
    34 AlreadyConveyed ("already-conveyed") = "already conveyed: it cannot be taken back; lodge another item that supersedes it",
    /// Released, with nothing of it pending.
    35 AlreadyReleased ("already-released") = "already released: correct it, or reach out anew",
    /// Not released yet.
    36 NotReleased ("not-released") = "not released yet: there is nothing conveyed to correct or invoke; render or recall it instead",
    /// Lapsed.
    37 Lapsed ("lapsed") = "it has lapsed: lodge a new item if it is still to be said",
    /// Recalled.
    38 Recalled ("recalled") = "it was recalled by its author: only a new item can say it again",
    /// Returned.
    39 Returned ("returned") = "it was returned to its author: only a new item can say it again",
    /// Voided.
    40 Voided ("voided") = "it was voided: only a new item can say it again",
    /// Superseded.
    41 Superseded ("superseded") = "it was superseded: use the item that replaces it",
    /// Erased.
    42 Erased ("erased") = "it was erased: its words are gone from this office",
    /// The channel is closed.
    43 Closed ("closed") = "the channel is closed: nothing more is lodged or conveyed in it; open another",
    /// Awaiting the principal's countersign.
    44 AwaitingCountersign ("awaiting-countersign") = "it is awaiting countersign: wait for the principal, or return it",
    /// Held.
    45 Held ("held") = "it is held, for it came from an envoy whose mandate was over: admit it or return it first",
    /// Not held.
    46 NotHeld ("not-held") = "it is not held: render it, release it or return it",
    /// No countersign is asked.
    47 NoCountersign ("no-countersign") = "no countersign is asked for it: nothing needs to be done",
    /// Nothing to approve.
    48 NothingToApprove ("nothing-to-approve") = "no words of it are waiting for approval: wait until the desk puts some to you",

    // Renditions and release.
    /// No rendition for an addressee.
    49 NotRendered ("not-rendered") = "it is not rendered for every addressee: render it for each of them first",
    /// The approval is missing.
    50 NeedsApproval ("needs-approval") = "it needs approval of these very words by its sender: wait for it, or render it anew",
    /// The sender objected.
    51 ObjectedTo ("objected-to") = "it needs approval and its sender objected to these words: render it in others",
    /// Too early.
    52 NotBefore ("not-before") = "not before the time that its sender set: release it later",
    /// Too late.
    53 NotAfter ("not-after") = "not after the time that its sender set, which is past: return it",
    /// Verbatim or nothing.
    54 VerbatimOnly ("verbatim-only") = "its sender asked for verbatim: render it word for word, or return it",
    /// Labelled verbatim, and is not.
    55 NotVerbatim ("not-verbatim") = "these words are not verbatim: give the authentic text with all that belongs to it, or label them paraphrase",
    /// A gist where the sender allowed a paraphrase.
    56 ParaphraseAtMost ("paraphrase-at-most") = "its sender allows a paraphrase or verbatim, not a gist: render it more closely",
    /// Told to the desk alone.
    57 Confided ("confided") = "it was confided to the desk alone: ask the party first whether it may be used",
    /// The party did not give leave.
    58 LeaveRefused ("leave-refused") = "it was confided to the desk alone and the party did not give leave to use it: leave it be",
    /// Not confided.
    59 NotConfided ("not-confided") = "it was not confided: it may be rendered without asking",
    /// Talking points.
    60 TalkingPoints ("talking-points") = "talking points are never conveyed: return them",
    /// A declaration alone.
    61 DeclarationAlone ("declaration-alone") = "a declaration is released only as one of a pair: return it, or wait for the other side's",
    /// The condition was not conveyed.
    62 ConditionNotConveyed ("condition-not-conveyed") = "that condition was not among what was conveyed: tell it in words of the desk's own, or return it",
    /// The desk's own words.
    63 OwnWords ("own-words") = "these are the desk's own words: they are released as they are, or returned by erasing them",

    // Letters.
    /// A letter that makes no sense.
    64 MakesNoSense ("makes-no-sense") = "this letter makes no sense here: it is set aside; ask the other end about it by voice",
    /// One correction for addressees who were told different things.
    66 CorrectSeparately ("correct-separately") = "its addressees were told different words, or not all of them were told: correct them one by one",
    /// A mandate that would be over at once.
    67 UntilInPast ("until-in-past") = "the mandate's time is past already: give a later one",
    /// Returned unread after reading.
    68 WasRead ("was-read") = "it was read here, so it cannot be returned unread: dispose of it in another way",

    // The house.
    /// Two officers' release with one officer.
    65 TooFewOfficers ("too-few-officers") = "two officers are asked for and fewer are named: name at least two different ones",
    /// The officer is there.
    69 OfficerThere ("officer-there") = "there is an officer of that name already: give the new one another",
    /// An officer of a second desk acts outside its channels.
    70 OtherDesksOfficer ("other-desks-officer") = "that officer is of a second desk, which mediates in some channels only: let an officer of this desk do it",

    // Pairs of declarations.
    /// No such pair.
    71 UnknownPair ("unknown-pair") = "there is no such pair of declarations here: name one that is open",
    /// No pair is open.
    72 NoOpenPair ("no-open-pair") = "no pair of declarations is open in this channel: wait until the desk opens one",
    /// Several pairs are open.
    73 WhichPair ("which-pair") = "several pairs of declarations are open in this channel: name the one that is meant",
    /// The party has lodged its declaration.
    74 AlreadyDeclared ("already-declared") = "a declaration of this party is lodged for that pair already: recall it before lodging another",
    /// All have lodged.
    75 OpeningsAsked ("openings-asked") = "all declarations of that pair are lodged and being opened: wait for what comes of it",
    /// Not all have lodged and opened.
    76 NotAllOpened ("not-all-opened") = "not all declarations of the pair are lodged and opened: wait for the others",
    /// The pair has ended.
    77 PairEnded ("pair-ended") = "the pair of declarations ended not completed: open another",
    /// The pair was released.
    78 PairReleased ("pair-released") = "the pair was released in one act: no declaration of it can be taken back",
    /// What an envoy declares cannot be countersigned.
    79 DeclareYourself ("declare-yourself") = "the mandate asks for a countersign, and nobody can countersign what stays sealed: let the principal's office declare",
    /// The opening does not match.
    80 DoesNotOpen ("does-not-open") = "this is not what was sealed: it is passed over",

    // Proposals and offers.
    /// No such proposal.
    81 UnknownProposal ("unknown-proposal") = "there is no such proposal here: name one that this office was shown",
    /// No such offer.
    82 UnknownOffer ("unknown-offer") = "there is no such offer here: name one that this office was shown",
    /// No such option.
    83 UnknownOption ("unknown-option") = "the proposal has no option of that number: count its options from 1",
    /// The party has answered.
    84 AlreadyAnswered ("already-answered") = "this party has answered that already, and an answer stands: nothing more is asked",
    /// The time for answers is over.
    85 AnswersClosed ("answers-closed") = "the time for answers is over: wait for another proposal",
    /// The reveal time is past.
    86 RevealInPast ("reveal-in-past") = "the time of the reveal is past already: give a later one",

    // Readouts.
    /// One of the officers that the desk needs.
    87 LastOfficer ("last-officer") = "the desk needs an officer, two where who renders may not release, and nobody removes oneself: add another first, and let that one do it",
    /// No such readout.
    88 UnknownReadout ("unknown-readout") = "there is no such readout here: name one that this office was shown",
    /// Not everybody concerned cleared it.
    89 NotCleared ("not-cleared") = "not cleared: every concerned party has to clear it first; wait for them, or draft it in other words",
    /// Published.
    90 AlreadyPublished ("already-published") = "it was published already: draft another readout for what is still to be said",
    /// Withdrawn.
    91 ReadoutWithdrawn ("readout-withdrawn") = "the readout was withdrawn: draft another",

    // Texts, notes, translations.
    /// No such text.
    92 UnknownText ("unknown-text") = "there is no such negotiating text here: name one that the desk has tabled",
    /// Said of another version.
    93 UnknownVersion ("unknown-version") = "there is no version of that number, or it is not the one that stands: look at the text again",
    /// A passage that is not in the text.
    94 NoSuchPassage ("no-such-passage") = "a passage to be kept ambiguous is not in the text: quote it as it stands there",
    /// Told by voice.
    95 Unconfirmed ("unconfirmed") = "its sender has not confirmed it: label it paraphrase or gist, or wait for the confirmation",
    /// The sender denies it.
    96 DeniedBySender ("denied-by-sender") = "its sender says that it did not say so: return it",
    /// Nothing to confirm.
    97 NothingToConfirm ("nothing-to-confirm") = "nothing that the desk wrote down waits for confirmation: nothing needs to be done",
    /// Not likely the same.
    98 NotTheSame ("not-the-same") = "the two are not both open items of one party in one channel: name two that are",
    /// The same as another.
    99 SameAsAnother ("same-as-another") = "it is the same as another item: render and release that one",
}
