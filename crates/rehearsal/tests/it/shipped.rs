//! Every scenario in `scenarios/` is read without a fault, and shows rows of the mission.

use std::fs;
use std::path::PathBuf;

use rehearsal::scenario::{Scenario, not_yet};

#[test]
fn every_shipped_scenario_is_read() {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../scenarios");
    let mut read = 0;
    for entry in fs::read_dir(folder).expect("the scenarios") {
        let path = entry.expect("an entry").path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            let scenario = Scenario::load(&path).unwrap_or_else(|unplayable| panic!("{unplayable}"));
            assert!(!scenario.rows.is_empty(), "{} shows no row", path.display());
            assert!(!scenario.expectations.is_empty(), "{} expects nothing", path.display());
            let later = scenario.steps.iter().find(|step| not_yet(step.side(), &step.act).is_some());
            assert!(later.is_none(), "{}: {later:?} is not performed yet", path.display());
            read += 1;
        }
    }
    assert!(read >= 8, "the scenarios are gone");
}
