//! The commands of the desk.

mod add_officer;
mod add_party;
mod admit;
mod ask;
mod check;
mod close;
mod co_mediate;
mod correct;
mod declare_interest;
mod disclose;
mod distinct;
mod draft;
mod erase;
mod expose;
mod forget;
mod init;
mod intake;
mod invite;
mod note_statement;
mod offer;
mod open;
mod open_channel;
mod outreach;
mod pages;
mod pair;
mod propose;
mod publish;
mod record;
mod release;
mod release_pair;
mod remove_officer;
mod render;
mod retain;
mod return_item;
mod same;
mod set_address;
mod set_label;
mod table;
mod translate;
mod use_confided;
mod withdraw;

use channel::desk::Command as Act;
use clap::{Args, Subcommand};
use office::view::{Look, View};
use serde_json::Value;

use super::{inbox, name};
use crate::failure::Failure;
use crate::passphrase::OFFICE;
use crate::print;
use crate::session::{HomeArgs, Session};

/// Work at the desk.
#[derive(Args)]
pub(crate) struct DeskArgs {
    #[command(flatten)]
    home: HomeArgs,
    /// Which officer acts, and is asked for the passphrase; whoever has the desk open if left out
    #[arg(long, global = true, value_name = "NAME", help_heading = OFFICE)]
    officer: Option<String>,
    #[command(subcommand)]
    command: DeskCommand,
}

/// What the desk does.
#[derive(Subcommand)]
#[allow(clippy::large_enum_variant, reason = "made once, when the program starts")]
enum DeskCommand {
    /// Make the desk's home
    Init(init::Init),
    /// Open the desk and keep it open: its lines work until it is stopped
    Open(open::Open),
    /// Print an address of the open desk's pages, for one more browser
    Pages(pages::Pages),
    /// Add an officer, with a passphrase of the officer's own
    AddOfficer(add_officer::AddOfficer),
    /// Remove an officer
    RemoveOfficer(remove_officer::RemoveOfficer),
    /// Change the passphrase with which you open this desk
    SetPassphrase(super::set_passphrase::SetPassphrase),
    /// Take a party into the desk's service
    AddParty(add_party::AddParty),
    /// Say how a party wants to be addressed
    SetAddress(set_address::SetAddress),
    /// Set what one party is shown for another
    SetLabel(set_label::SetLabel),
    /// Make an invitation for a party's principal or an envoy
    Invite(invite::Invite),
    /// Open a channel between parties
    OpenChannel(open_channel::OpenChannel),
    /// Let a second desk mediate in a channel too
    CoMediate(co_mediate::CoMediate),
    /// Declare an interest of the intermediary's own, to all parties
    DeclareInterest(declare_interest::DeclareInterest),
    /// Show the items, everything else that is here, and what is outstanding
    Inbox(inbox::Inbox),
    /// Show one item whole, or one pair, proposal, offer, readout, question, text or note
    Show(inbox::Show),
    /// Show who did what, in order
    Record(record::Record),
    /// Write down what a side said by voice
    Intake(intake::Intake),
    /// Take an item for the same as another one of its party
    Same(same::Same),
    /// Take two items that are alike for different ones
    Distinct(distinct::Distinct),
    /// Enter a translation of an item's authentic text
    Translate(translate::Translate),
    /// Put an item into the words in which it may be conveyed
    Render(render::Render),
    /// Release an item to its addressees
    Release(release::Release),
    /// Hand an item back to its author
    Return(return_item::Return),
    /// Correct words that the desk conveyed
    Correct(correct::Correct),
    /// Ask a party for leave to use what it confided
    UseConfided(use_confided::UseConfided),
    /// Take in what was held because its envoy's mandate was over
    Admit(admit::Admit),
    /// Ask one party, in private
    Ask(ask::Ask),
    /// Reach out in the desk's own words, one text to all
    Outreach(outreach::Outreach),
    /// Offer good offices, to be taken up, declined or left
    Offer(offer::Offer),
    /// Ask for parallel declarations, one of each side
    Pair(pair::Pair),
    /// Let all declarations of a pair go, in one act
    ReleasePair(release_pair::ReleasePair),
    /// Put numbered options to all sides, for sealed answers
    Propose(propose::Propose),
    /// Show all sides a version of the single negotiating text
    Table(table::Table),
    /// Draft a readout, and ask those concerned to clear it
    Draft(draft::Draft),
    /// Hold a text against what may not be spoken of
    Check(check::Check),
    /// Publish a readout that all concerned have cleared, with a signature
    Publish(publish::Publish),
    /// Withdraw a readout that was not published
    Withdraw(withdraw::Withdraw),
    /// Show the line by which anybody checks what this desk publishes
    ReadoutKey(super::readout_key::ReadoutKey),
    /// Record what is said in public of items; the sides are warned
    Disclose(disclose::Disclose),
    /// Record what a side said in public against what it had conveyed
    NoteStatement(note_statement::NoteStatement),
    /// Hold a press text against everything that is here
    Expose(expose::Expose),
    /// Say for how many days words are kept after their end
    Retain(retain::Retain),
    /// Erase an item's words from the desk
    Erase(erase::Erase),
    /// Take the words out of what is no item
    Forget(forget::Forget),
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
            DeskCommand::Pages(command) => command.run(&desk),
            DeskCommand::AddOfficer(command) => command.run(&desk),
            DeskCommand::RemoveOfficer(command) => command.run(&desk),
            DeskCommand::SetPassphrase(command) => command.run(&desk.home, desk.officer.as_deref()),
            DeskCommand::AddParty(command) => command.run(&desk),
            DeskCommand::SetAddress(command) => command.run(&desk),
            DeskCommand::SetLabel(command) => command.run(&desk),
            DeskCommand::Invite(command) => command.run(&desk),
            DeskCommand::OpenChannel(command) => command.run(&desk),
            DeskCommand::CoMediate(command) => command.run(&desk),
            DeskCommand::DeclareInterest(command) => command.run(&desk),
            DeskCommand::Inbox(command) => command.run(&desk.home),
            DeskCommand::Show(command) => command.run(&desk.home),
            DeskCommand::Record(command) => command.run(&desk),
            DeskCommand::Intake(command) => command.run(&desk),
            DeskCommand::Same(command) => command.run(&desk),
            DeskCommand::Distinct(command) => command.run(&desk),
            DeskCommand::Translate(command) => command.run(&desk),
            DeskCommand::Render(command) => command.run(&desk),
            DeskCommand::Release(command) => command.run(&desk),
            DeskCommand::Return(command) => command.run(&desk),
            DeskCommand::Correct(command) => command.run(&desk),
            DeskCommand::UseConfided(command) => command.run(&desk),
            DeskCommand::Admit(command) => command.run(&desk),
            DeskCommand::Ask(command) => command.run(&desk),
            DeskCommand::Outreach(command) => command.run(&desk),
            DeskCommand::Offer(command) => command.run(&desk),
            DeskCommand::Pair(command) => command.run(&desk),
            DeskCommand::ReleasePair(command) => command.run(&desk),
            DeskCommand::Propose(command) => command.run(&desk),
            DeskCommand::Table(command) => command.run(&desk),
            DeskCommand::Draft(command) => command.run(&desk),
            DeskCommand::Check(command) => command.run(&desk),
            DeskCommand::Publish(command) => command.run(&desk),
            DeskCommand::Withdraw(command) => command.run(&desk),
            DeskCommand::ReadoutKey(command) => command.run(&desk.home),
            DeskCommand::Disclose(command) => command.run(&desk),
            DeskCommand::NoteStatement(command) => command.run(&desk),
            DeskCommand::Expose(command) => command.run(&desk),
            DeskCommand::Retain(command) => command.run(&desk),
            DeskCommand::Erase(command) => command.run(&desk),
            DeskCommand::Forget(command) => command.run(&desk),
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
    /// Has the desk do one thing, worked out from a part of what it shows; gives what that made.
    fn act(&self, look: &Look, act: impl FnOnce(&View, i64) -> Result<Act, Failure>) -> Result<Value, Failure> {
        let act = |view: &View, now| Ok(office::act::Act::Desk(act(view, now)?));
        self.office_act(look, act, |_| Ok(()))
    }

    /// The same for any act, with what it made shown as soon as it is made.
    fn office_act(
        &self,
        look: &Look,
        act: impl FnOnce(&View, i64) -> Result<office::act::Act, Failure>,
        show: impl FnOnce(&Value) -> Result<(), Failure>,
    ) -> Result<Value, Failure> {
        let (mut session, view, officer) = self.session(look)?;
        let now = session.now();
        let made = session.act(&officer, act(&view, now)?)?;
        show(&made)?;
        print::warnings(&made);
        session.finish();
        Ok(made)
    }

    /// A conversation with the desk, a part of what it shows, and the officer who acts, signed in.
    fn session(&self, look: &Look) -> Result<(Session, View, String), Failure> {
        let mut session = Session::open(&self.home)?;
        let view = session.look(look)?;
        if view.office.kind != "desk" {
            return Err(Failure::given("this home holds a party's office; use `party`, or name the desk's --home"));
        }
        let opened_by = view.office.opened_by.as_deref();
        let first = || view.office.officers.first().cloned();
        let officer = self.officer.clone().or_else(|| opened_by.map(str::to_owned)).or_else(first).unwrap_or_default();
        session.sign_in(&officer, opened_by)?;
        Ok((session, view, officer))
    }

    /// A part of what the desk shows.
    fn look(&self, look: &Look) -> Result<View, Failure> {
        Session::open(&self.home)?.look(look)
    }
}
