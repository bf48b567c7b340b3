//! What a play leaves open to be looked at: every office in a browser, with the scenario's clock in the hands of who watches.

use std::path::Path;

use console::Style;
use rehearsal::cast::Cast;
use rehearsal::play::{Broken, Stage, go_on};
use rehearsal::real::house::RealHouse;
use rehearsal::scenario::{Office, Scenario};
use tokio::io::{AsyncBufReadExt, BufReader, Lines, Stdin};
use tokio::runtime::Runtime;

use super::hub::interrupted;
use crate::failure::Failure;
use crate::{browser, print, time};

/// The offices of a scenario, each with who acts in it; at the desk, each officer.
pub(crate) fn doors(scenario: &Scenario) -> Vec<(Office, String)> {
    let officers = scenario.desk.officers.iter().map(|officer| (Office::Desk, officer.clone()));
    let parties = scenario.parties.iter().map(|party| Office::Principal(party.id.clone()));
    let envoys = scenario.envoys().into_iter().map(|(party, envoy)| Office::Envoy { party, envoy });
    officers.chain(parties.chain(envoys).map(|office| (office, String::new()))).collect()
}

/// Prints an address of each of these that there is, and opens in the browser as many of them as are asked for.
pub(crate) fn show(house: &mut RealHouse, doors: &[(Office, String)], opened: usize) -> Result<(), Broken> {
    let named = |(office, officer): &(Office, String)| match officer.as_str() {
        "" => office.to_string(),
        officer => format!("{office}/{officer}"),
    };
    let width = doors.iter().map(|door| named(door).len()).max().unwrap_or_default();
    for (at, door) in doors.iter().enumerate() {
        if !rehearsal::cast::House::has(house, &door.0) {
            continue;
        }
        let address = house.address(&door.0, &door.1)?;
        print::say(&format!("  {:<width$}  {address}", named(door)));
        if at < opened {
            browser::show(&address);
        }
    }
    Ok(())
}

/// Says how to come in by another browser and by terminal.
pub(crate) fn say_ways(program: &Path, folder: &Path, doors: &[(Office, String)]) {
    let program = program.display();
    let home = |office: &Office| folder.join(office.to_string().replace('/', ".")).display().to_string();
    let party = doors.iter().find(|(office, _)| *office != Office::Desk);
    print::say("\nFor another browser, and at a terminal (an open office asks for no passphrase):");
    print::say(&format!("  {program} desk pages --home {}", home(&Office::Desk)));
    print::say(&format!("  {program} desk inbox --home {}", home(&Office::Desk)));
    if let Some((office, _)) = party {
        print::say(&format!("  {program} party inbox --home {}", home(office)));
    }
}

/// Waits until told to end; meanwhile every line with a span or a time on it lets that much of the scenario's time go by.
pub(crate) fn wait(runtime: &Runtime, cast: &mut Cast<RealHouse>) -> Result<(), Failure> {
    let mut clock = cast.now();
    let bold = Style::new().bold();
    let told = "A span such as 2h or 3d lets so much time go by; Enter or Ctrl-C ends it all.";
    print::say(&format!("\n{}", bold.apply_to(told)));
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    while let Some(line) = runtime.block_on(next(&mut lines)) {
        match time::parse(line.trim(), clock) {
            Err(failure) => print::say_error(&failure.to_string()),
            Ok(to) => {
                go_on(cast, &mut clock, to).and_then(|()| cast.settle()).map_err(super::rehearse::broken)?;
                print::say(&format!("It is {}.", time::shown(clock)));
            }
        }
    }
    Ok(())
}

/// The next line that is not empty; none when it is to end.
async fn next(lines: &mut Lines<BufReader<Stdin>>) -> Option<String> {
    tokio::select! {
        line = lines.next_line() => line.ok().flatten().filter(|line| !line.trim().is_empty()),
        () = interrupted() => None,
    }
}
