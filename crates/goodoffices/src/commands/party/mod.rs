//! The commands of a party's office: a principal's, or an envoy's.

mod appoint;
mod approve;
mod confide;
mod countersign;
mod dispose;
mod erase;
mod invoke;
mod join;
mod lodge;
mod object;
mod open;
mod recall;
mod reply;
mod revoke;

use channel::party::Command as Act;
use clap::{Args, Subcommand};
use office::view::View;

use super::{inbox, name};
use crate::failure::Failure;
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
    /// Show the items, and what is outstanding
    Inbox(inbox::Inbox),
    /// Show one item whole
    Show(inbox::Show),
    /// Give the desk a message to convey
    Lodge(lodge::Lodge),
    /// Tell the desk something for the desk alone
    Confide(confide::Confide),
    /// Approve the words that the desk put to you, or give leave to use what you confided
    Approve(approve::Approve),
    /// Object to the words that the desk put to you, or withhold leave
    Object(object::Object),
    /// Dispose of what was conveyed to you; no disposition means assent
    Dispose(dispose::Dispose),
    /// Say that a condition of an item of yours has come about
    Invoke(invoke::Invoke),
    /// Take back an item that was not conveyed yet
    Recall(recall::Recall),
    /// Answer a private question of the desk
    Reply(reply::Reply),
    /// Appoint an envoy (the principal)
    Appoint(appoint::Appoint),
    /// Revoke an envoy's mandate, at once (the principal)
    Revoke(revoke::Revoke),
    /// Countersign what an envoy lodged (the principal)
    Countersign(countersign::Countersign),
    /// Erase an item's words from this office
    Erase(erase::Erase),
}

impl PartyArgs {
    /// Does it.
    pub(crate) fn run(self) -> Result<(), Failure> {
        let Self { home, command } = self;
        let party = Party { home };
        match command {
            PartyCommand::Join(command) => command.run(&party.home),
            PartyCommand::Open(command) => command.run(&party.home),
            PartyCommand::Inbox(command) => command.run(&party.home),
            PartyCommand::Show(command) => command.run(&party.home),
            PartyCommand::Lodge(command) => command.run(&party),
            PartyCommand::Confide(command) => command.run(&party),
            PartyCommand::Approve(command) => command.run(&party),
            PartyCommand::Object(command) => command.run(&party),
            PartyCommand::Dispose(command) => command.run(&party),
            PartyCommand::Invoke(command) => command.run(&party),
            PartyCommand::Recall(command) => command.run(&party),
            PartyCommand::Reply(command) => command.run(&party),
            PartyCommand::Appoint(command) => command.run(&party),
            PartyCommand::Revoke(command) => command.run(&party),
            PartyCommand::Countersign(command) => command.run(&party),
            PartyCommand::Erase(command) => command.run(&party),
        }
    }
}

/// A party's office.
struct Party {
    home: HomeArgs,
}

impl Party {
    /// Has the office do one thing, worked out from what it shows.
    fn act(&self, act: impl FnOnce(&View, i64) -> Result<Act, Failure>) -> Result<(), Failure> {
        let mut session = Session::open(&self.home)?;
        let view = session.view()?;
        if view.office.kind == "desk" {
            return Err(Failure::given("this home holds the desk; use `desk`, or name the party's --home"));
        }
        let now = session.now();
        session.act("", office::act::Act::Party(act(&view, now)?))?;
        session.finish();
        Ok(())
    }
}
