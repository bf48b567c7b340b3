//! The commands of a party's office: a principal's, or an envoy's.

mod answer;
mod appoint;
mod approve;
mod check;
mod clear;
mod comment;
mod confide;
mod countersign;
mod declare;
mod decline;
mod dispose;
mod erase;
mod forget;
mod invoke;
mod join;
mod lodge;
mod object;
mod object_to_readout;
mod open;
mod pages;
mod publish_own;
mod read;
mod recall;
mod reply;
mod retain;
mod revoke;
mod take_up;

use channel::party::Command as Act;
use clap::{Args, Subcommand};
use office::view::{Look, View};
use serde_json::Value;

use super::{inbox, name};
use crate::failure::Failure;
use crate::print;
use crate::session::{HomeArgs, Session};

/// Work at a party's office.
#[derive(Args)]
pub(crate) struct PartyArgs {
    #[command(flatten)]
    home: HomeArgs,
    #[command(subcommand)]
    command: PartyCommand,
}

/// What a party does.
#[derive(Subcommand)]
#[allow(clippy::large_enum_variant, reason = "made once, when the program starts")]
enum PartyCommand {
    /// Make an office from the desk's invitation
    Join(join::Join),
    /// Open the office and keep it open: its line works until it is stopped
    Open(open::Open),
    /// Print an address of the open office's pages, for one more browser
    Pages(pages::Pages),
    /// Change the passphrase with which you open this office
    SetPassphrase(super::set_passphrase::SetPassphrase),
    /// Show the items, everything else that is here, and what is outstanding
    Inbox(inbox::Inbox),
    /// Show one item whole, or one pair, proposal, offer, readout, question or text
    Show(inbox::Show),
    /// Give the desk a message to convey
    Lodge(lodge::Lodge),
    /// Tell the desk something for the desk alone
    Confide(confide::Confide),
    /// Approve what the desk put to you: its words, its note of what you told it, or leave to use what you confided
    Approve(approve::Approve),
    /// Object to what the desk put to you
    Object(object::Object),
    /// Say that something conveyed was read, without showing it
    Read(read::Read),
    /// Dispose of what was conveyed to you; no disposition means assent
    Dispose(dispose::Dispose),
    /// Say that a condition of an item of yours has come about
    Invoke(invoke::Invoke),
    /// Take back an item that was not conveyed yet
    Recall(recall::Recall),
    /// Answer a private question of the desk
    Reply(reply::Reply),
    /// Lodge a declaration for a pair, sealed until all have lodged theirs
    Declare(declare::Declare),
    /// Answer a proposal, sealed from everyone until its time
    Answer(answer::Answer),
    /// Take up an offer of the desk's
    TakeUp(take_up::TakeUp),
    /// Decline an offer of the desk's
    Decline(decline::Decline),
    /// Comment on a single negotiating text, to the desk alone
    Comment(comment::Comment),
    /// Clear a readout of the desk's
    Clear(clear::Clear),
    /// Object to a readout of the desk's
    ObjectToReadout(object_to_readout::ObjectToReadout),
    /// Hold a text against what may not be spoken of
    Check(check::Check),
    /// Publish a readout of this party's own, with a signature
    PublishOwn(publish_own::PublishOwn),
    /// Show the line by which anybody checks what this office publishes
    ReadoutKey(super::readout_key::ReadoutKey),
    /// Appoint an envoy (the principal)
    Appoint(appoint::Appoint),
    /// Revoke an envoy's mandate, at once (the principal)
    Revoke(revoke::Revoke),
    /// Countersign what an envoy lodged (the principal)
    Countersign(countersign::Countersign),
    /// Say for how many days words are kept after their end
    Retain(retain::Retain),
    /// Erase an item's words from this office
    Erase(erase::Erase),
    /// Take the words out of what is no item
    Forget(forget::Forget),
}

impl PartyArgs {
    /// Does it.
    pub(crate) fn run(self) -> Result<(), Failure> {
        let Self { home, command } = self;
        let party = Party { home };
        match command {
            PartyCommand::Join(command) => command.run(&party.home),
            PartyCommand::Open(command) => command.run(&party.home),
            PartyCommand::Pages(command) => command.run(&party),
            PartyCommand::SetPassphrase(command) => command.run(&party.home, None),
            PartyCommand::Inbox(command) => command.run(&party.home),
            PartyCommand::Show(command) => command.run(&party.home),
            PartyCommand::Lodge(command) => command.run(&party),
            PartyCommand::Confide(command) => command.run(&party),
            PartyCommand::Approve(command) => command.run(&party),
            PartyCommand::Object(command) => command.run(&party),
            PartyCommand::Read(command) => command.run(&party),
            PartyCommand::Dispose(command) => command.run(&party),
            PartyCommand::Invoke(command) => command.run(&party),
            PartyCommand::Recall(command) => command.run(&party),
            PartyCommand::Reply(command) => command.run(&party),
            PartyCommand::Declare(command) => command.run(&party),
            PartyCommand::Answer(command) => command.run(&party),
            PartyCommand::TakeUp(command) => command.run(&party),
            PartyCommand::Decline(command) => command.run(&party),
            PartyCommand::Comment(command) => command.run(&party),
            PartyCommand::Clear(command) => command.run(&party),
            PartyCommand::ObjectToReadout(command) => command.run(&party),
            PartyCommand::Check(command) => command.run(&party),
            PartyCommand::PublishOwn(command) => command.run(&party),
            PartyCommand::ReadoutKey(command) => command.run(&party.home),
            PartyCommand::Appoint(command) => command.run(&party),
            PartyCommand::Revoke(command) => command.run(&party),
            PartyCommand::Countersign(command) => command.run(&party),
            PartyCommand::Retain(command) => command.run(&party),
            PartyCommand::Erase(command) => command.run(&party),
            PartyCommand::Forget(command) => command.run(&party),
        }
    }
}

/// A party's office.
struct Party {
    home: HomeArgs,
}

impl Party {
    /// Has the office do one thing, worked out from a part of what it shows; gives what that made.
    fn act(&self, look: &Look, act: impl FnOnce(&View, i64) -> Result<Act, Failure>) -> Result<Value, Failure> {
        let mut session = Session::open(&self.home)?;
        let view = session.look(look)?;
        if view.office.kind == "desk" {
            return Err(Failure::given("this home holds the desk; use `desk`, or name the party's --home"));
        }
        let now = session.now();
        let made = session.act("", office::act::Act::Party(act(&view, now)?))?;
        print::warnings(&made);
        session.finish();
        Ok(made)
    }
}
