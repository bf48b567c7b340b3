//! `party appoint`: appoint an envoy, or appoint it anew.

use channel::party::Command as Act;
use channel::{Act as Power, Civil};
use clap::Args;
use office::view::Look;

use super::{Party, name};
use crate::failure::Failure;
use crate::{print, time};

/// Appoint an envoy, or appoint it anew.
#[derive(Args)]
pub(crate) struct Appoint {
    /// The envoy's name
    envoy: String,
    /// In what capacity
    #[arg(long)]
    title: String,
    /// For this channel
    #[arg(long = "channel", required = true)]
    channels: Vec<String>,
    /// For these acts: lodge, dispose, approve, answer, clear; all if left out
    #[arg(long, value_delimiter = ',')]
    may: Vec<Power>,
    /// Until when; until revoked if left out
    #[arg(long)]
    until: Option<String>,
    /// What the envoy lodges waits for the principal's countersign
    #[arg(long)]
    countersign: bool,
}

impl Appoint {
    /// Does it.
    pub(super) fn run(self, party: &Party) -> Result<(), Failure> {
        party.act(&Look::default(), |view, now| {
            let channels = self.channels.iter().map(|channel| name::channel(view, Some(channel)));
            Ok(Act::Appoint {
                envoy: self.envoy,
                title: self.title,
                channels: channels.collect::<Result<_, _>>()?,
                may: if self.may.is_empty() { Power::ALL.to_vec() } else { self.may },
                until: self.until.map(|until| time::parse(&until, now)).transpose()?.map(Civil),
                countersign: self.countersign,
            })
        })?;
        print::say("Appointed. The desk makes the envoy's invitation with `desk invite --envoy`.");
        Ok(())
    }
}
