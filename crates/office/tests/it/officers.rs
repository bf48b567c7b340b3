//! Officers with passphrases of their own: each opens the vault, each is known by it, nobody changes another's.

use std::sync::Arc;

use channel::ActId;
use channel::desk::Command;
use office::act::Act;
use office::clock::Clock;
use office::control::{Clerk, Reply, Request};
use office::office::{Founding, Office};
use office::officers::Challenge;
use office::vault::{Access, VaultError};
use sealing::Params;

use crate::shelf::{Disk, Shelf};
use crate::world::{START, TestClock, hub_place, stream};

const ANNA: &str = "anna's own passphrase";
const BORIS: &str = "boris's own passphrase";

fn clock() -> Arc<dyn Clock> {
    TestClock::at(START)
}

fn desk(disk: &Disk) -> Office<Shelf> {
    let founding = Founding {
        store: disk.open(),
        passphrase: ANNA,
        holder: "anna",
        params: Params::least(),
        rehearsal: false,
        clock: clock(),
        rng: stream("desk", 0),
    };
    let mut office = Office::found_desk(founding, hub_place()).expect("a desk");
    let officers = vec!["anna".to_owned(), "boris".to_owned()];
    does(&mut office, 1, "", Command::SetUp { name: "Bern".to_owned(), officers, two_officers: false });
    office
}

fn does(office: &mut Office<Shelf>, id: u8, officer: &str, command: Command) {
    office.act(ActId([id; 16]), officer, Act::Desk(command)).expect("the desk may do that");
}

fn opened(disk: &Disk, passphrase: &str) -> Result<String, String> {
    let opened = Office::open(disk.open(), passphrase, clock(), stream("again", 0));
    opened.map(|office| office.opened_by().to_owned()).map_err(|error| error.to_string())
}

fn closed() -> Result<String, String> {
    Err(VaultError::Closed.to_string())
}

#[test]
fn every_officer_opens_the_vault_with_a_passphrase_of_its_own_and_is_known_by_it() {
    let disk = Disk::memory();
    let mut office = desk(&disk);
    assert_eq!(office.opened_by(), "anna");
    let admission = office.admission("boris", BORIS).expect("there is room");
    office.admit("anna", &admission).expect("boris has none yet");
    drop(office);
    assert_eq!(opened(&disk, ANNA), Ok("anna".to_owned()));
    assert_eq!(opened(&disk, BORIS), Ok("boris".to_owned()));
    assert_eq!(opened(&disk, "somebody's passphrase"), closed());
}

#[test]
fn a_passphrase_is_changed_by_its_holder_alone_and_the_old_one_opens_nothing() {
    let disk = Disk::memory();
    let mut office = desk(&disk);
    let first = office.admission("boris", BORIS).expect("there is room");
    office.admit("anna", &first).expect("boris has none yet");
    let by_anna = office.admission("boris", "a passphrase that anna knows").expect("there is room");
    let refused = office.admit("anna", &by_anna).expect_err("only boris changes it").to_string();
    assert!(refused.contains("only \"boris\" changes it"), "{refused}");
    let by_boris = office.admission("boris", "boris's next passphrase").expect("there is room");
    office.admit("boris", &by_boris).expect("it is his");
    drop(office);
    assert_eq!(opened(&disk, BORIS), closed());
    assert_eq!(opened(&disk, "boris's next passphrase"), Ok("boris".to_owned()));
    assert_eq!(opened(&disk, ANNA), Ok("anna".to_owned()));
}

#[test]
fn one_passphrase_is_one_officers() {
    let disk = Disk::memory();
    let mut office = desk(&disk);
    let taken = office.admission("boris", ANNA).expect_err("it is anna's").to_string();
    assert!(taken.contains("choose another one"), "{taken}");
    let stranger = office.admission("carla", "a stranger's passphrase").expect("there is room");
    let refused = office.admit("anna", &stranger).expect_err("carla is no officer").to_string();
    assert!(refused.contains("no officer of this desk"), "{refused}");
}

#[test]
fn who_is_removed_opens_the_vault_no_longer_from_that_moment_on() {
    let disk = Disk::memory();
    let mut office = desk(&disk);
    let admission = office.admission("boris", BORIS).expect("there is room");
    office.admit("anna", &admission).expect("boris has none yet");
    does(&mut office, 2, "anna", Command::RemoveOfficer { name: "boris".to_owned() });
    let by_boris = Command::SetAddress { party: channel::PartyId(1), address: "Excellency".to_owned() };
    let refused = office.act(ActId([3; 16]), "boris", Act::Desk(by_boris)).expect_err("no officer any more");
    assert!(refused.to_string().contains("no officer of that name"), "{refused}");
    let last = Command::RemoveOfficer { name: "anna".to_owned() };
    assert!(office.act(ActId([4; 16]), "anna", Act::Desk(last)).is_err(), "nobody removes oneself");
    drop(office);
    assert_eq!(opened(&disk, BORIS), closed());
    assert_eq!(opened(&disk, ANNA), Ok("anna".to_owned()));
}

#[test]
fn a_challenge_is_answered_by_the_passphrase_of_the_named_officer_and_by_no_other() {
    let disk = Disk::memory();
    let mut office = desk(&disk);
    let admission = office.admission("boris", BORIS).expect("there is room");
    office.admit("anna", &admission).expect("boris has none yet");
    let Challenge { header, nonce } = office.challenge().expect("a challenge");
    let access = Access::of(&header, BORIS, Params::least()).expect("it opens");
    assert_eq!(access.holder(), "boris");
    let answer =
        |officer: &str| access.officer_key().answer(&Challenge::words(&nonce, officer)).expect("there is memory");
    assert!(office.is_answered("boris", &nonce, &answer("boris")).expect("the vault is whole"));
    assert!(!office.is_answered("anna", &nonce, &answer("anna")).expect("the vault is whole"));
    assert!(!office.is_answered("boris", &nonce, &answer("anna")).expect("the vault is whole"));
    assert!(!office.is_answered("carla", &nonce, &answer("carla")).expect("the vault is whole"));
    let next = office.challenge().expect("a challenge").nonce;
    assert_ne!(next, nonce);
    assert!(!office.is_answered("boris", &next, &answer("boris")).expect("the vault is whole"));
}

/// What a browser's session asks is asked by the officer for whom its address was given, whoever opened the office.
#[test]
fn what_is_asked_for_an_officer_is_done_in_that_officers_name_until_he_is_none() {
    let disk = Disk::memory();
    let mut office = desk(&disk);
    assert_eq!(office.opened_by(), "anna");
    let (clerk, mut asked) = Clerk::new();
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let mut asks = |officer: &str, request: Request| {
        runtime.block_on(async {
            let answers = async {
                let asked = asked.recv().await.expect("it is asked");
                let reply = office.reply(asked.request, &asked.caller).expect("the vault is whole");
                asked.reply.send(reply).expect("somebody waits");
            };
            tokio::join!(clerk.ask_for(officer, request), answers).0.expect("an answer")
        })
    };
    let interest = |id: u8, officer: &str| {
        let act = Box::new(Act::Desk(Command::DeclareInterest { words: format!("grain, {id}") }));
        Request::Act { id: ActId([id; 16]), officer: officer.to_owned(), act }
    };
    assert!(matches!(asks("boris", interest(10, "boris")), Reply::Done(_)));
    assert!(matches!(asks("boris", interest(11, "anna")), Reply::Done(_)), "anna opened it");
    assert!(matches!(asks("anna", interest(12, "boris")), Reply::Refused(_)), "nobody acts as another");
    assert!(matches!(asks("boris", Request::Pulse), Reply::Pulse(_)));
    let remove = Box::new(Act::Desk(Command::RemoveOfficer { name: "boris".to_owned() }));
    let removed = asks("anna", Request::Act { id: ActId([13; 16]), officer: "anna".to_owned(), act: remove });
    assert!(matches!(removed, Reply::Done(_)), "{removed:?}");
    let is_none = |reply: Reply| {
        let refused =
            matches!(&reply, Reply::Refused(why) if why.sentence.contains("no officer of this desk any more"));
        assert!(refused, "{reply:?}");
    };
    for request in [interest(14, "boris"), Request::Pulse, Request::View] {
        is_none(asks("boris", request));
    }
    // Nor is who opened it an officer for ever.
    for (id, by, command) in [
        (15, "anna", Command::AddOfficer { name: "carla".to_owned(), desk: None }),
        (16, "carla", Command::RemoveOfficer { name: "anna".to_owned() }),
    ] {
        let act = Box::new(Act::Desk(command));
        let done = asks(by, Request::Act { id: ActId([id; 16]), officer: by.to_owned(), act });
        assert!(matches!(done, Reply::Done(_)), "{done:?}");
    }
    is_none(asks("anna", Request::Pulse));
}
