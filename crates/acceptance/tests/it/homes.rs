//! Homes that are made quickly: vaults with the least argon2 that the library allows, otherwise as any other.
//!
//! Only founding is done here, within the test; whatever happens to a home afterwards, the program does.

use std::fs;
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::Path;
use std::sync::Arc;

use channel::desk::Command;
use channel::{ActId, ChannelId, Civil, PartyId, STATUS_BLOCK};
use office::HubPlace;
use office::act::{Act, OfficeAct};
use office::clock::{Clock, MachineClock, RehearsalClock};
use office::office::{Founding, Office};
use office::random::machine_random;
use office::store::SqliteStore;
use sealing::Params;

/// The passphrase of a home, in a file beside it.
pub(crate) fn passphrase(name: &str) -> String {
    format!("seven quiet herons at {name}")
}

/// An invitation and the words that open it.
pub(crate) struct Invited {
    pub(crate) invitation: String,
    pub(crate) code: String,
}

fn founding<'a>(folder: &Path, name: &str, passphrase: &'a str, clock: Arc<dyn Clock>) -> Founding<'a, SqliteStore> {
    let home = folder.join(name);
    fs::DirBuilder::new().mode(0o700).create(&home).expect("a home");
    write_private(&folder.join(format!("{name}.passphrase")), passphrase);
    Founding {
        store: SqliteStore::create(&office::vault::file(&home)).expect("a store"),
        passphrase,
        holder: "",
        params: Params::least(),
        rehearsal: true,
        clock,
        rng: Box::new(machine_random()),
    }
}

/// A file for its owner alone.
pub(crate) fn write_private(file: &Path, text: &str) {
    let mut options = fs::OpenOptions::new();
    let mut file = options.write(true).create(true).truncate(true).mode(0o600).open(file).expect("a file");
    std::io::Write::write_all(&mut file, text.as_bytes()).expect("written");
}

/// A hub's home in `folder`, as a desk knows the hub once it listens at `place`.
pub(crate) fn hub_place(folder: &Path, place: &str) -> HubPlace {
    let made = hub::home::invite(&folder.join("hub")).expect("a hub's home");
    HubPlace { place: place.to_owned(), pin: made.pin, pass: *made.pass.as_bytes() }
}

/// A desk with a western and an eastern side, a channel between them, and an invitation for each.
pub(crate) fn desk(folder: &Path, hub: HubPlace) -> [Invited; 2] {
    desk_at(folder, "desk", hub, Arc::new(MachineClock::new()), i64::MAX / 4)
}

/// A desk that was founded long ago, whose invitations have expired since.
pub(crate) fn desk_of_long_ago(folder: &Path, hub: HubPlace) -> [Invited; 2] {
    desk_at(folder, "old-desk", hub, Arc::new(RehearsalClock::new(Civil(1_500_000_000))), 1_500_000_060)
}

fn desk_at(folder: &Path, name: &str, hub: HubPlace, clock: Arc<dyn Clock>, until: i64) -> [Invited; 2] {
    let passphrase = passphrase(name);
    let mut desk = Office::found_desk(founding(folder, name, &passphrase, clock), hub).expect("a desk");
    let mut number = 0;
    let mut act = |act: Act| {
        number += 1;
        desk.act(ActId([number; 16]), "desk", act).expect("it is done")
    };
    act(Act::Desk(Command::SetUp { name: "Bern".to_owned(), officers: Vec::new(), two_officers: false }));
    let sides = [("The western side", "Prime Minister"), ("The eastern side", "President")];
    for (party, (name, principal)) in (1..).zip(sides) {
        act(Act::Desk(Command::AddParty {
            party: PartyId(party),
            name: name.to_owned(),
            principal: principal.to_owned(),
            calls: std::collections::BTreeMap::new(),
        }));
    }
    act(Act::Desk(Command::OpenChannel {
        channel: ChannelId([7; 16]),
        name: "calm".to_owned(),
        parties: vec![PartyId(1), PartyId(2)],
        status: STATUS_BLOCK.to_vec(),
    }));
    [1, 2].map(|party| {
        let made = act(Act::Office(OfficeAct::Invite { party, envoy: None, until, replace: false }));
        let text = |key: &str| made[key].as_str().expect("made").to_owned();
        Invited { invitation: text("invitation"), code: text("code") }
    })
}

/// A party's office, made from an invitation.
pub(crate) fn join(folder: &Path, name: &str, invited: &Invited) {
    let passphrase = passphrase(name);
    let founding = founding(folder, name, &passphrase, Arc::new(MachineClock::new()));
    Office::join(founding, &invited.invitation, &invited.code, None).expect("it joins");
}
