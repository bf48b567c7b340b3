//! What a person can have an office do.

use channel::{desk, party};
use serde::{Deserialize, Serialize};

/// One act, of the office itself or of its channel machine.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[allow(clippy::large_enum_variant, reason = "acts are handled one at a time")]
pub enum Act {
    /// Of the office.
    Office(OfficeAct),
    /// Of the desk.
    Desk(desk::Command),
    /// Of a party.
    Party(party::Command),
}

/// Acts that are not the channel's.
#[derive(Debug, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "kebab-case", deny_unknown_fields)]
pub enum OfficeAct {
    /// The desk makes an invitation for a party's principal, or for an envoy.
    Invite {
        /// The party's number at the desk.
        party: u32,
        /// The envoy's name; none for the principal's own office.
        envoy: Option<String>,
        /// Until when the invitation is good, civil seconds.
        until: i64,
        /// Take the place of an office that the same holder has: the old one is told nothing from now on.
        #[serde(default)]
        replace: bool,
    },
}
