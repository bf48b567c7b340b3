//! The commands of the desk.

mod add_party;
mod admit;
mod ask;
mod close;
mod correct;
mod erase;
mod init;
mod invite;
mod open;
mod open_channel;
mod outreach;
mod release;
mod render;
mod return_item;
mod set_label;
mod use_confided;

use channel::desk::Command as Act;
use clap::{Args, Subcommand};
use office::view::View;
use serde_json::Value;

use super::{inbox, name};
use crate::failure::Failure;
use crate::session::{HomeArgs, Session};

/// Work at the desk.
#[derive(Args)]
pub(crate) struct DeskArgs {
    #[command(flatten)]
    home: HomeArgs,
    /// Which officer acts; the first one if left out
    #[arg(long, global = true, value_name = "NAME")]
    officer: Option<String>,
    #[command(subcommand)]
    command: DeskCommand,
}

/// What the desk does.
#[derive(Subcommand)]
enum DeskCommand {
    /// Make the desk's home
    Init(init::Init),
    /// Open the desk and keep it open: its lines work until it is stopped
    Open(open::Open),
    /// Take a party into the desk's service
    AddParty(add_party::AddParty),
    /// Set what one party is shown for another
    SetLabel(set_label::SetLabel),
    /// Make an invitation for a party's principal or an envoy
    Invite(invite::Invite),
    /// Open a channel between parties
    OpenChannel(open_channel::OpenChannel),
    /// Show the items, and what is outstanding
    Inbox(inbox::Inbox),
    /// Show one item whole
    Show(inbox::Show),
    /// Put an item into the words in which it may be conveyed
    Render(render::Render),
    /// Release an item to its addressees
    Release(release::Release),
    /// Hand an item back to its author
    Return(return_item::Return),
    /// Ask one party, in private
    Ask(ask::Ask),
    /// Reach out in the desk's own words, one text to all
    Outreach(outreach::Outreach),
    /// Correct words that the desk conveyed
    Correct(correct::Correct),
    /// Ask a party for leave to use what it confided
    UseConfided(use_confided::UseConfided),
    /// Take in what was held because its envoy's mandate was over
    Admit(admit::Admit),
    /// Erase an item's words from the desk
    Erase(erase::Erase),
    /// Close a channel: what was not conveyed in it is void
    Close(close::Close),
}

impl DeskArgs {
    /// Does it.
    pub(crate) fn run(self) -> Result<(), Failure> {
        let Self { home, officer, command } = self;
        let desk = Desk { home, officer };
        match command {
            DeskCommand::Init(command) => command.run(&desk.home),
            DeskCommand::Open(command) => command.run(&desk.home),
            DeskCommand::Inbox(command) => command.run(&desk.home),
            DeskCommand::Show(command) => command.run(&desk.home),
            DeskCommand::AddParty(command) => command.run(&desk),
            DeskCommand::SetLabel(command) => command.run(&desk),
            DeskCommand::Invite(command) => command.run(&desk),
            DeskCommand::OpenChannel(command) => command.run(&desk),
            DeskCommand::Render(command) => command.run(&desk),
            DeskCommand::Release(command) => command.run(&desk),
            DeskCommand::Return(command) => command.run(&desk),
            DeskCommand::Ask(command) => command.run(&desk),
            DeskCommand::Outreach(command) => command.run(&desk),
            DeskCommand::Correct(command) => command.run(&desk),
            DeskCommand::UseConfided(command) => command.run(&desk),
            DeskCommand::Admit(command) => command.run(&desk),
            DeskCommand::Erase(command) => command.run(&desk),
            DeskCommand::Close(command) => command.run(&desk),
        }
    }
}

/// The desk and the officer who acts.
struct Desk {
    home: HomeArgs,
    officer: Option<String>,
}

impl Desk {
    /// Has the desk do one thing, worked out from what it shows.
    fn act(&self, act: impl FnOnce(&View, i64) -> Result<Act, Failure>) -> Result<(), Failure> {
        self.office_act(|view, now| Ok(office::act::Act::Desk(act(view, now)?)), |_| Ok(()))
    }

    /// The same for any act, with what it made shown as soon as it is made.
    fn office_act(
        &self,
        act: impl FnOnce(&View, i64) -> Result<office::act::Act, Failure>,
        show: impl FnOnce(&Value) -> Result<(), Failure>,
    ) -> Result<(), Failure> {
        let mut session = Session::open(&self.home)?;
        let view = session.view()?;
        if view.office.kind != "desk" {
            return Err(Failure::given("this home holds a party's office; use `party`, or name the desk's --home"));
        }
        let officer = self.officer.clone().or_else(|| view.office.officers.first().cloned()).unwrap_or_default();
        let now = session.now();
        let made = session.act(&officer, act(&view, now)?)?;
        show(&made)?;
        session.finish();
        Ok(())
    }
}
