//! `rehearse`: plays a scenario file.

use std::fs::OpenOptions;
use std::io::Write;
use std::os::unix::fs::DirBuilderExt;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use rehearsal::cast::Cast;
use rehearsal::play::{Broken, EXIT_MALFORMED, Played, Progress, play};
use rehearsal::real::house::RealHouse;
use rehearsal::report::Mode;
use rehearsal::scenario::Scenario;
use rehearsal::simulated::house::SimHouse;
use rehearsal::simulated::{gale, storm};

use super::left_open;
use crate::failure::Failure;
use crate::print;
use crate::session::runtime;

/// Plays a scenario.
#[derive(Args)]
pub(crate) struct Rehearse {
    /// The scenario file
    file: PathBuf,
    /// Write the report as JSON to this file
    #[arg(long, value_name = "FILE")]
    report: Option<PathBuf>,
    /// Play in the simulated world: one thread, simulated clock, disk, network and hub
    #[arg(long)]
    simulated: bool,
    /// The seed of the simulated world; the same seed plays the same to the byte
    #[arg(long, value_name = "N", default_value_t = 1)]
    seed: u64,
    /// Play it with this many seeds in the simulated world, from --seed on, with faults at random and the invariants checked
    /// after every event: each seed once as a storm, in which all must still go as the scenario says, and once as a gale, in
    /// which anybody may be put back to an older state at any moment and the invariants alone must hold
    #[arg(long, value_name = "SEEDS", value_parser = clap::value_parser!(u64).range(1..), conflicts_with_all = ["simulated", "keep", "report"])]
    storm: Option<u64>,
    /// Leave the hub's store and the vaults in this new folder, and print their passphrases
    #[arg(long, value_name = "FOLDER", conflicts_with = "simulated")]
    keep: Option<PathBuf>,
    /// Leave every office open in the browser when it was played, with the scenario's clock in your hands
    #[arg(long, conflicts_with_all = ["simulated", "storm"])]
    open: bool,
}

impl Rehearse {
    /// Plays it. Exit 0: all as expected; 1: something was not; 2: the file makes no sense, or the report cannot be
    /// written, and nothing was played.
    pub(crate) fn run(self) -> Result<ExitCode, Failure> {
        let scenario = match Scenario::load(&self.file) {
            Ok(scenario) => scenario,
            Err(fault) => {
                print::say_error(&fault.to_string());
                return Ok(ExitCode::from(EXIT_MALFORMED));
            }
        };
        if let Some(seeds) = self.storm {
            return storm_of(&scenario, self.seed, seeds);
        }
        // Before anything is played: a report that cannot be written is the caller's mistake, not the scenario's. One that is
        // there already stays until there is a new one.
        if let Some(file) = &self.report
            && let Err(error) = OpenOptions::new().append(true).create(true).open(file)
        {
            print::say_error(&format!("the report cannot be written to {}: {error}", file.display()));
            return Ok(ExitCode::from(EXIT_MALFORMED));
        }
        let played = if self.simulated {
            let house = SimHouse::new(self.seed, scenario.starts).map_err(broken)?;
            let mut cast = Cast::new(scenario.clone(), house);
            play(&scenario, Mode::Simulated, &mut cast, &mut tell)
        } else {
            self.in_earnest(&scenario)?
        };
        if let Some(file) = &self.report {
            let text =
                serde_json::to_string_pretty(&played.report).map_err(|error| Failure::machine(error.to_string()))?;
            std::fs::write(file, text + "\n")
                .map_err(|error| Failure::machine(format!("the report could not be written: {error}")))?;
        }
        Ok(tell_end(&played))
    }

    fn in_earnest(&self, scenario: &Scenario) -> Result<Played, Failure> {
        let program = std::env::current_exe()?;
        let temporary;
        let folder: &Path = match &self.keep {
            Some(folder) => {
                let made = std::fs::DirBuilder::new().mode(0o700).create(folder);
                made.map_err(|error| Failure::given(format!("the folder to keep things in cannot be made: {error}")))?;
                folder
            }
            None => {
                temporary = tempfile::tempdir()?;
                temporary.path()
            }
        };
        let house = RealHouse::new(&program, folder, scenario.starts, self.open).map_err(broken)?;
        let mut cast = Cast::new(scenario.clone(), house);
        let played = play(scenario, Mode::Real, &mut cast, &mut tell);
        if self.keep.is_some() {
            print::say("Kept; the passphrases are:");
            for (who, passphrase) in cast.house.passphrases() {
                print::say(&format!("  {who}: {passphrase}"));
            }
        }
        if self.open {
            let doors = left_open::doors(scenario);
            print::say("Open. An address is for one browser and once:");
            left_open::show(&mut cast.house, &doors, doors.len()).map_err(broken)?;
            left_open::say_ways(&program, folder, &doors);
            let runtime = runtime()?;
            left_open::wait(&runtime, &mut cast)?;
            // Whoever still waits for a line of standard input is left to it.
            runtime.shutdown_background();
        }
        Ok(played)
    }
}

pub(super) fn broken(Broken(why): Broken) -> Failure {
    Failure::machine(why)
}

fn tell(progress: &Progress<'_>) {
    let _ = writeln!(std::io::stderr(), "{progress}");
}

fn tell_end(played: &Played) -> ExitCode {
    for failure in &played.failures {
        print::say_error(failure);
    }
    let report = &played.report;
    let held = report.expectations.iter().filter(|expectation| expectation.held).count();
    print::say(&format!(
        "{}: {} steps, {held} of {} expectations held; {}",
        report.scenario,
        report.steps.len(),
        report.expectations.len(),
        if report.passed { "as expected" } else { "NOT as expected" }
    ));
    ExitCode::from(played.exit_code())
}

fn storm_of(scenario: &Scenario, first: u64, seeds: u64) -> Result<ExitCode, Failure> {
    let mut failed = 0_u64;
    for seed in first..first.saturating_add(seeds) {
        for kind in [storm::play, gale::play] {
            if let Err(wrecked) = kind(scenario, seed) {
                failed += 1;
                print::say_error(&format!("version {}, commit {}\n{wrecked}", env!("CARGO_PKG_VERSION"), commit()));
            }
        }
    }
    print::say(&format!("{seeds} storms and {seeds} gales over \"{}\": {failed} broke an invariant", scenario.title));
    Ok(ExitCode::from(u8::from(failed > 0)))
}

/// The commit of the checkout that this is run in, to play a storm again with; `unknown` outside of one.
fn commit() -> String {
    let asked = std::process::Command::new("git").args(["rev-parse", "--short", "HEAD"]).output();
    let told = asked.ok().filter(|told| told.status.success());
    told.map_or_else(|| "unknown".to_owned(), |told| String::from_utf8_lossy(&told.stdout).trim().to_owned())
}
